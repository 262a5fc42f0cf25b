"""Handing a permit over: to whom, signed how, and what becomes of the receipt and of the old card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.codes import CaseKind, IdKind, Relation
from desktop.domain.errors import BadInput, Sentence, sentence
from desktop.domain.fields import Seen, read_name
from desktop.domain.id_numbers import read_id_number


class SignedOn(StrEnum):
    """Where whoever takes the permit signs for it."""

    PAPER = "paper"
    SCREEN = "screen"


class ReceiptFate(StrEnum):
    """What became of the receipt that the permit is collected with."""

    RETURNED = "returned"
    LOST = "lost"


class OldCard(StrEnum):
    """What became of the card that the new one replaces."""

    RETURNED = "returned"
    LOST = "lost"


SIGNED_WORDS: Mapping[SignedOn, Sentence] = {
    SignedOn.PAPER: sentence("hand_over", "在回执上签名"),
    SignedOn.SCREEN: sentence("hand_over", "在屏幕上签名"),
}
RECEIPT_WORDS: Mapping[ReceiptFate, Sentence] = {
    ReceiptFate.RETURNED: sentence("hand_over", "收回回执"),
    ReceiptFate.LOST: sentence("hand_over", "声明回执丢失"),
}
OLD_CARD_WORDS: Mapping[OldCard, Sentence] = {
    OldCard.RETURNED: sentence("hand_over", "收回旧证"),
    OldCard.LOST: sentence("hand_over", "声明旧证丢失"),
}


@dataclass(frozen=True, slots=True)
class Collector:
    """Somebody else who takes the permit for its holder, as on their own document."""

    name: str
    id_kind: IdKind
    id_number: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class HandOverForm(Seen):
    """How a permit is handed over; `collector` is None for the holder in person.

    `signature` is the picture of a signature on the screen. `old_card` is asked for where one is replaced.
    """

    signed_on: SignedOn
    receipt: ReceiptFate
    collector: Collector | None = None
    old_card: OldCard | None = None
    signature: bytes | None = None


def read_collector(name: str, id_kind: IdKind, id_number: str, relation: Relation, today: date) -> Collector:
    """Read who takes the permit; BadInput names the field that breaks its rule."""
    return Collector(
        read_name("collector_name", name),
        id_kind,
        read_id_number(id_number, id_kind, today=today, field="collector_id_number").number,
        relation,
    )


def check_form(form: HandOverForm, kind: CaseKind, today: date) -> HandOverForm:
    """Return the form as it is kept; BadInput for what is missing or breaks its field's rule.

    A signature on the screen is its picture. Whoever replaces a damaged or outdated card gives it back, or
    declares it lost; a card that was declared lost before is lost unless it was found after all.
    """
    collector = form.collector
    if collector is not None:
        collector = read_collector(
            collector.name, collector.id_kind, collector.id_number, collector.relation, today
        )
    if form.signed_on is SignedOn.SCREEN and not form.signature:
        raise BadInput("signature", sentence("errors", "请领取人在屏幕上签名，或者改在回执上签名。"))
    old_card = form.old_card
    if kind is CaseKind.REPLACE_LOST:
        old_card = old_card or OldCard.LOST
    elif kind in (CaseKind.REPLACE_DAMAGED, CaseKind.REPLACE_CHANGED) and old_card is None:
        raise BadInput("old_card", sentence("errors", "请填写旧证是收回还是丢失。"))
    elif kind is CaseKind.PERMIT_APPLICATION:
        old_card = None
    signature = form.signature if form.signed_on is SignedOn.SCREEN else None
    return HandOverForm(form.signed_on, form.receipt, collector, old_card, signature)
