"""A permit to be handed over, in words: what it is, what to check, what the holder is told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.domain.code_words import label
from desktop.domain.codes import Relation
from desktop.domain.handing_over import (
    OLD_CARD_WORDS,
    RECEIPT_WORDS,
    SIGNED_WORDS,
    OldCard,
    ReceiptFate,
    SignedOn,
)
from desktop.domain.permit_life import PermitState
from desktop.ui.kit.case_words import grouped
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.hand_over.reading import AGENT

if TYPE_CHECKING:
    from desktop.services.hand_over_rows import Collection, HandedOver

Fact = tuple[str, str]


def facts(found: Collection) -> list[Fact]:
    """What is handed over."""
    case, permit = found.case, found.permit
    if case is None or permit is None:
        return []
    rows = [
        (text("hand_over", "证件号码"), permit.masked_id_number),
        (text("hand_over", "居住证编号"), grouped(permit.permit_number)),
        (text("hand_over", "证件流水号"), permit.serial),
        (text("hand_over", "业务"), sentence_text(label(case.kind))),
        (text("hand_over", "制证日期"), made_words(found)),
        (text("hand_over", "证载地址"), permit.address),
    ]
    if permit.valid_until is not None:
        rows.insert(3, (text("hand_over", "证件有效至"), permit.valid_until.isoformat()))
    if found.collect_by is not None:
        rows.append((text("hand_over", "最后领取日"), found.collect_by.isoformat()))
    return rows


def made_words(found: Collection) -> str:
    """When it was made, and how long it has waited."""
    if found.permit is None:
        return ""
    day = found.permit.produced_on.isoformat()
    if not found.waiting_days:
        return text("hand_over", "{day}（今天）").format(day=day)
    return text("hand_over", "{day}（已等{days}天）").format(day=day, days=found.waiting_days)


def checks(found: Collection, values: Mapping[str, str]) -> list[str]:
    """What the clerk looks at before the card goes over the counter."""
    said = []
    if values.get("collector") == AGENT:
        said.append(text("hand_over", "代领人出示本人和持证人的证件，与填写的一致。"))
        said.append(text("hand_over", "卡面的相片、姓名与持证人的证件一致。"))
    else:
        said.append(text("hand_over", "来人与相片、卡面、身份证件一致。"))
    if found.replaces is not None:
        old, number = found.replaces, grouped(found.replaces.permit_number)
        if old.state is PermitState.LOST:
            words = text("hand_over", "旧证{number}已挂失；又找到的，一并收回。")
        else:
            words = text("hand_over", "收回旧证{number}。")
        said.append(words.format(number=number))
    if found.agent:
        relation = sentence_text(label(Relation(found.agent["relation"])))
        words = text("hand_over", "申领时由{name}（{relation}）代办。")
        said.append(words.format(name=found.agent["name"], relation=relation))
    said += [sentence_text(note) for note in found.notes]
    return said


def ending(values: Mapping[str, str]) -> str:
    """What handing over now would write down."""
    who = text("hand_over", "发给持证人本人")
    if values.get("collector") == AGENT:
        name = values.get("collector_name", "").strip()
        named, nobody_yet = text("hand_over", "发给代领人{name}"), text("hand_over", "发给代领人")
        who = named.format(name=name) if name else nobody_yet
    receipt = ReceiptFate(values.get("receipt") or ReceiptFate.RETURNED.value)
    signed = SignedOn(values.get("signed_on") or SignedOn.PAPER.value)
    parts = [who, sentence_text(RECEIPT_WORDS[receipt]), sentence_text(SIGNED_WORDS[signed])]
    if values.get("old_card"):
        parts.append(sentence_text(OLD_CARD_WORDS[OldCard(values["old_card"])]))
    return text("hand_over", "，").join(parts) + text("hand_over", "。")


def done_words(done: HandedOver) -> str:
    """What was done."""
    words = text("hand_over", "{name}的居住证（{serial}）已发放。请告诉领证人：")
    return words.format(name=done.permit.person_name, serial=done.permit.serial)


def to_tell(done: HandedOver) -> list[str]:
    """What the holder is told with the card."""
    permit, said = done.permit, [sentence_text(note) for note in done.notes]
    if permit.opens_on is not None and permit.due_on is not None and permit.state is PermitState.VALID:
        words = text("hand_over", "请在{opens}至{due}之间来办理签注，逾期未签注的，使用功能中止。")
        said.append(words.format(opens=permit.opens_on.isoformat(), due=permit.due_on.isoformat()))
    if permit.valid_until is not None:
        words = text("hand_over", "居住证有效至{day}。")
        said.append(words.format(day=permit.valid_until.isoformat()))
    said.append(text("hand_over", "居住地址变动的，请来办理地址变更；证件遗失的，请及时挂失。"))
    if done.replaced is not None:
        words = text("hand_over", "旧证{number}从现在起不能再用。")
        said.append(words.format(number=grouped(done.replaced.permit_number)))
    return said
