"""What is typed into the form of handing over, read field by field into what the service takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.domain.codes import CaseKind, IdKind, Relation
from desktop.domain.errors import BadInput, FieldProblem, sentence
from desktop.domain.fields import read_name
from desktop.domain.handing_over import Collector, HandOverForm, OldCard, ReceiptFate, SignedOn
from desktop.domain.id_numbers import read_id_number
from desktop.services.hand_over_rows import Collection

HOLDER, AGENT = "holder", "agent"
AGENT_FIELDS = ("collector_name", "collector_id_kind", "collector_id_number", "collector_relation")
REPLACING = (CaseKind.REPLACE_DAMAGED, CaseKind.REPLACE_CHANGED, CaseKind.REPLACE_LOST)


@dataclass(frozen=True, slots=True)
class Reading:
    """The form as it is handed on, or the fields that break their rules."""

    form: HandOverForm | None
    problems: tuple[FieldProblem, ...] = ()


def defaults(found: Collection) -> dict[str, str]:
    """Give what stands in the form at first: the ordinary case; what became of an old card must be told.

    Whoever applied for the holder stands there already, for when they collect it too.
    """
    lost = found.case is not None and found.case.kind is CaseKind.REPLACE_LOST
    agent = found.agent or {}
    return {
        "collector": HOLDER,
        "collector_name": str(agent.get("name", "")),
        "collector_id_kind": str(agent.get("id_kind", IdKind.RESIDENT.value)),
        "collector_id_number": str(agent.get("id_number", "")),
        "collector_relation": str(agent.get("relation", "")),
        "receipt": ReceiptFate.RETURNED.value,
        "old_card": OldCard.LOST.value if lost else "",
        "signed_on": SignedOn.PAPER.value,
    }


def asks_old_card(found: Collection) -> bool:
    """Say whether a card is replaced, so that it must be told what became of it."""
    return found.case is not None and found.case.kind in REPLACING


def read(values: Mapping[str, str], found: Collection, signature: bytes | None, today: date) -> Reading:
    """Read the form; every field that breaks its rule is named, not only the first."""
    problems: list[FieldProblem] = []
    collector = None
    if values["collector"] == AGENT:
        collector = _read_agent(values, today, problems)
    old_card = OldCard(values["old_card"]) if values["old_card"] and asks_old_card(found) else None
    if asks_old_card(found) and old_card is None:
        problems.append(FieldProblem("old_card", sentence("errors", "请填写旧证是收回还是丢失。")))
    signed_on = SignedOn(values["signed_on"] or SignedOn.PAPER.value)
    if signed_on is SignedOn.SCREEN and not signature:
        told = sentence("errors", "请领取人在屏幕上签名，或者改在回执上签名。")
        problems.append(FieldProblem("signature", told))
    if problems:
        return Reading(None, tuple(problems))
    return Reading(
        HandOverForm(
            signed_on,
            ReceiptFate(values["receipt"] or ReceiptFate.RETURNED.value),
            collector,
            old_card,
            signature if signed_on is SignedOn.SCREEN else None,
        )
    )


def _read_agent(values: Mapping[str, str], today: date, problems: list[FieldProblem]) -> Collector | None:
    kind = IdKind(values["collector_id_kind"] or IdKind.RESIDENT.value)
    name = number = ""
    try:
        name = read_name("collector_name", values["collector_name"])
    except BadInput as error:
        problems.append(FieldProblem(error.field, error.message))
    try:
        typed = values["collector_id_number"]
        number = read_id_number(typed, kind, today=today, field="collector_id_number").number
    except BadInput as error:
        problems.append(FieldProblem(error.field, error.message))
    if not values["collector_relation"]:
        told = sentence("errors", "请选择代领人与持证人的关系。")
        problems.append(FieldProblem("collector_relation", told))
        return None
    return Collector(name, kind, number, Relation(values["collector_relation"]))
