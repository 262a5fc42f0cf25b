"""What stays of a handing over: in words for the trail, and as facts with the case's step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.domain.case_life import CaseEvent
from desktop.domain.code_words import label
from desktop.domain.errors import sentence
from desktop.domain.handing_over import OLD_CARD_WORDS, RECEIPT_WORDS, SIGNED_WORDS, HandOverForm
from desktop.domain.masking import mask_id, mask_name
from desktop.services.hand_over_standing import AGENT, HOLDER

if TYPE_CHECKING:
    from desktop.domain.errors import Sentence
    from desktop.services.permit_rows import PermitRow

SUSPENDED = sentence("hand_over", "这张居住证逾期未签注，使用功能中止，请接着补办签注。")
RUN_OUT = sentence("hand_over", "旧证期满")


def in_words(form: HandOverForm, *, masked: bool = False) -> str:
    """Return in words to whom, how signed, and what came back; an ID number is masked, with `masked` a name too."""
    who: Sentence | str = HOLDER
    if form.collector is not None:
        relation = label(form.collector.relation)
        number = mask_id(form.collector.id_number)
        name = mask_name(form.collector.name) if masked else form.collector.name
        who = f"{AGENT.fill(name=name, relation=relation)} {number}"
    parts = [str(who), str(SIGNED_WORDS[form.signed_on]), str(RECEIPT_WORDS[form.receipt])]
    if form.old_card is not None:
        parts.append(str(OLD_CARD_WORDS[form.old_card]))
    return "；".join(parts)


def to_keep(form: HandOverForm, permit: PermitRow) -> dict[str, Any]:
    """Return what the case's step keeps of a handing over."""
    collector = form.collector
    return {
        "event": CaseEvent.HAND_OVER.value,
        "permit_id": permit.permit_id,
        "serial": permit.serial,
        "signed_on": form.signed_on.value,
        "receipt": form.receipt.value,
        "old_card": form.old_card.value if form.old_card else "",
        "collector": None
        if collector is None
        else {
            "name": collector.name,
            "id_kind": collector.id_kind.value,
            "id_number": collector.id_number,
            "relation": collector.relation.value,
        },
    }
