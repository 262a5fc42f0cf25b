"""What the application's fields say: the form to hand in, and as much of the agent as is known so far."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.codes import (
    AgentReason,
    Ground,
    IdKind,
    LodgingKind,
    MaterialState,
    Relation,
    ResidenceReason,
)
from desktop.domain.errors import CounterError, FieldProblem, sentence
from desktop.domain.forms import AgentForm, ApplicationForm, read_agent, read_application
from desktop.domain.id_numbers import read_id_number
from desktop.domain.reading import Reading

if TYPE_CHECKING:
    from desktop.services.rows import PersonPage, PersonRow

_AT_WORK = frozenset(
    (
        ResidenceReason.WORK,
        ResidenceReason.FARMING,
        ResidenceReason.BUSINESS,
        ResidenceReason.SERVICE,
        ResidenceReason.DOMESTIC_WORK,
    )
)


def read_form(
    values: Mapping[str, str],
    ground: str,
    states: Mapping[str, MaterialState],
    source: str,
    person: PersonRow,
    today: date,
) -> Reading[ApplicationForm]:
    """Read the whole application; the agent's fields count only while `with_agent` is ticked.

    Ticked, they must be filled; and the agent is somebody else than the applicant.
    """
    with_agent = bool(values.get("with_agent"))
    said = {name: value for name, value in values.items() if not name.startswith("agent_") or with_agent}
    said |= {"ground": ground, "photo": source}
    said |= {f"material_{code}": state.value for code, state in states.items()}
    reading = read_application(said, today)
    problems = list(reading.problems)
    if with_agent and not any(said.get(name) for name in said if name.startswith("agent_")):
        problems += read_agent(said, today).problems
    agent = reading.value.agent if reading.value else None
    if agent is not None and agent.id_number == person.id_number:
        itself = sentence("errors", "这是申领人本人的号码，代办人应当是另一个人。")
        problems.append(FieldProblem("agent_id_number", itself))
    return Reading(None if problems else reading.value, tuple(problems), reading.advice)


def agent_in_view(values: Mapping[str, str]) -> AgentForm | None:
    """Give the agent as the law needs to know them: what is not chosen yet is taken to be allowed."""
    if not values.get("with_agent"):
        return None
    relation, reason = values.get("agent_relation", ""), values.get("agent_reason", "")
    return AgentForm(
        name="",
        id_kind=IdKind.RESIDENT,
        id_number="",
        relation=Relation(relation) if relation in tuple(Relation) else Relation.GUARDIAN,
        phone="",
        reason=AgentReason(reason) if reason in tuple(AgentReason) else AgentReason.ELDERLY,
    )


def number_of_agent(code: str, values: Mapping[str, str], today: date | None) -> str:
    """Give a scanned code as the agent's ID number, if an agent's number is what the form lacks."""
    if today is None or not values.get("with_agent") or values.get("agent_id_number"):
        return ""
    try:
        number = read_id_number(code, today=today)
    except CounterError:
        return ""
    return "" if number.kind is IdKind.PASSPORT else number.number


def likely_ground(page: PersonPage) -> str:
    """Give the ground that the current registration speaks for, "" when it speaks for none."""
    here = next((row for row in page.registrations if row.until is None), None)
    if here is None:
        return ""
    if here.reason == ResidenceReason.STUDY:
        return Ground.STUDY.value
    if here.reason in _AT_WORK:
        return Ground.EMPLOYMENT.value
    return Ground.DWELLING.value if here.lodging in (LodgingKind.OWN, LodgingKind.RENTED) else ""
