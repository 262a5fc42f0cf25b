"""Storing permits: each event closes the version that held and opens the next, and is written down as a step."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select, update

from desktop.domain.errors import NotPossible, Sentence, sentence
from desktop.domain.masking import mask_id
from desktop.domain.permit_life import LIVE, PermitEvent, PermitState, step
from desktop.domain.times import CHINA, local_date
from desktop.models.prepared import Prepared
from desktop.models.tables import Permit, PermitStep, Person
from desktop.services.office import canonical
from desktop.services.permit_rows import PermitRow, PermitStepRow

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.rows import Actor

_KEPT = (
    "permit_id",
    "permit_number",
    "person_id",
    "person_row",
    "case_id",
    "ground",
    "division",
    "address",
    "serial",
    "produced_on",
    "issued_on",
    "handed_over_on",
    "years_from",
    "endorsed_on",
    "opens_on",
    "due_on",
    "valid_until",
    "replaces_id",
    "replaced_by",
    "end_reason",
    "policy",
)
"""What a version hands on to the next unless the event changes it."""
PERMITS = select(
    Permit.id,
    Permit.version,
    Permit.state,
    *(getattr(Permit, name) for name in _KEPT),
    Person.name,
    Person.id_number,
).join(Person, Person.id == Permit.person_row)
_BY_ID = Prepared(PERMITS.where(Permit.current_id == bindparam("permit")))
_BY_NUMBER = Prepared(
    PERMITS.where(Permit.permit_number == bindparam("number"), Permit.current_id.is_not(None))
)
HELD_BY = Prepared(PERMITS.where(Permit.holder_id == bindparam("person")))
OF_PERSON = Prepared(
    PERMITS.where(Permit.person_id == bindparam("person"), Permit.current_id.is_not(None)).order_by(
        Permit.permit_id.desc()
    )
)
_OF_CASE = Prepared(PERMITS.where(Permit.case_id == bindparam("case"), Permit.current_id.is_not(None)))
_VERSIONS = Prepared(PERMITS.where(Permit.permit_id == bindparam("permit")).order_by(Permit.version))
_ADD = Prepared(insert(Permit))
_CLOSE = Prepared(
    update(Permit)
    .where(Permit.current_id == bindparam("permit"), Permit.version == bindparam("seen"))
    .values(known_until=bindparam("until"), current_id=None, holder_id=None, current_state=None)
)
_ADD_STEP = Prepared(insert(PermitStep))
_STEPS = Prepared(
    select(
        PermitStep.permit_id,
        PermitStep.event,
        PermitStep.state,
        PermitStep.at,
        PermitStep.on_date,
        PermitStep.staff_name,
        PermitStep.counter_number,
        PermitStep.case_id,
        PermitStep.note,
    )
    .where(PermitStep.permit_id == bindparam("permit"))
    .order_by(PermitStep.at, PermitStep.id)
)
_STEP_OF_REQUEST = Prepared(
    select(PermitStep.permit_id).where(
        PermitStep.request_id == bindparam("request"), PermitStep.event == bindparam("happening")
    )
)
_PRODUCE = "produce"
"""The first step of every permit; before it there is none that an event could happen to."""


def find(link: Link, permit_id: int) -> PermitRow:
    """Return a permit as it stands; NotPossible when there is none."""
    row = link.one(_BY_ID, permit=permit_id)
    if row is None:
        raise NotPossible(sentence("errors", "没有这张居住证的记录，可能是其他派出所的证件。"))
    return permit_row(row)


def by_number(link: Link, number: str) -> PermitRow | None:
    """Return the permit of a number as it stands, or None."""
    row = link.one(_BY_NUMBER, number=number)
    return None if row is None else permit_row(row)


def held_by(link: Link, person_id: int) -> PermitRow | None:
    """Return the permit in a person's hands, valid or suspended, or None."""
    row = link.one(HELD_BY, person=person_id)
    return None if row is None else permit_row(row)


def of_person(link: Link, person_id: int) -> tuple[PermitRow, ...]:
    """Return every permit a person ever had, as they stand, newest first."""
    return tuple(permit_row(row) for row in link.all(OF_PERSON, person=person_id))


def of_case(link: Link, case_id: int) -> PermitRow | None:
    """Return the permit that was made for a case, or None."""
    row = link.one(_OF_CASE, case=case_id)
    return None if row is None else permit_row(row)


def person_row_of(link: Link, permit_id: int) -> int:
    """Return the row of the version of its holder that a permit's face says."""
    row = link.one(_BY_ID, permit=permit_id)
    if row is None:
        raise NotPossible(sentence("errors", "没有这张居住证的记录，可能是其他派出所的证件。"))
    return int(row.person_row)


def versions(link: Link, permit_id: int) -> tuple[PermitRow, ...]:
    """Return what was known of a permit, version by version, oldest first."""
    return tuple(permit_row(row) for row in link.all(_VERSIONS, permit=permit_id))


def steps(link: Link, permit_id: int) -> tuple[PermitStepRow, ...]:
    """Return what happened to a permit, oldest first."""
    return tuple(PermitStepRow(*row) for row in link.all(_STEPS, permit=permit_id))


def done_before(link: Link, request_id: str, event: PermitEvent) -> int | None:
    """Return the permit to which a request already did this, or None."""
    row = link.one(_STEP_OF_REQUEST, request=request_id, happening=event.value)
    return None if row is None else int(row.permit_id)


def add(
    office: Office, link: Link, actor: Actor, request_id: str, values: dict[str, Any], at: datetime
) -> PermitRow:
    """Store a permit that was just produced, within the caller's transaction.

    `values` are the columns of `_KEPT` but for `permit_id`.
    """
    row = office.key(actor.counter_number, at)
    empty = dict.fromkeys(("handed_over_on", "endorsed_on", "replaced_by"))
    _store(
        link, actor, {**empty, "end_reason": "", **values, "permit_id": row}, row, 1, PermitState.PRODUCED, at
    )
    case_id = values["case_id"]
    _write(office, link, actor, request_id, row, _PRODUCE, PermitState.PRODUCED, at, case_id, "", {})
    return find(link, row)


def happen(
    office: Office,
    link: Link,
    actor: Actor,
    request_id: str,
    permit: PermitRow,
    event: PermitEvent,
    at: datetime,
    *,
    case_id: int | None = None,
    note: str = "",
    **changed: Any,
) -> PermitRow:
    """Let an event happen to a permit, within the caller's transaction; `changed` are columns it changes.

    NotPossible when the permit's state forbids it, or when somebody else changed the permit meanwhile: then
    the sentence says who, when and where.
    """
    state = step(permit.state, event)
    row = link.one(_BY_ID, permit=permit.permit_id)
    if row is None or not link.run(_CLOSE, permit=permit.permit_id, seen=permit.version, until=at):
        raise NotPossible(changed_meanwhile(link, permit.permit_id))
    values = {name: getattr(row, name) for name in _KEPT} | changed
    key = office.key(actor.counter_number, at)
    _store(link, actor, values, key, permit.version + 1, state, at)
    facts = {name: value.isoformat() if isinstance(value, date) else value for name, value in changed.items()}
    _write(office, link, actor, request_id, permit.permit_id, event.value, state, at, case_id, note, facts)
    return find(link, permit.permit_id)


def permit_row(row: Any) -> PermitRow:
    """Return the frozen row of a permit's version."""
    return PermitRow(
        permit_id=row.permit_id,
        version=row.version,
        permit_number=row.permit_number,
        person_id=row.person_id,
        person_name=row.name,
        masked_id_number=mask_id(row.id_number),
        case_id=row.case_id,
        state=PermitState(row.state),
        ground=row.ground,
        division=row.division,
        address=row.address,
        serial=row.serial,
        produced_on=row.produced_on,
        issued_on=row.issued_on,
        handed_over_on=row.handed_over_on,
        years_from=row.years_from,
        endorsed_on=row.endorsed_on,
        opens_on=row.opens_on,
        due_on=row.due_on,
        valid_until=row.valid_until,
        replaces_id=row.replaces_id,
        replaced_by=row.replaced_by,
        end_reason=row.end_reason,
        policy=row.policy,
    )


def _store(
    link: Link, actor: Actor, values: dict[str, Any], row: int, version: int, state: PermitState, at: datetime
) -> None:
    link.run(
        _ADD,
        id=row,
        version=version,
        known_from=at,
        known_until=None,
        current_id=values["permit_id"],
        holder_id=values["person_id"] if state in LIVE else None,
        current_state=state.value,
        state=state.value,
        changed_by=actor.staff_id,
        **values,
    )


def _write(
    office: Office,
    link: Link,
    actor: Actor,
    request_id: str,
    permit_id: int,
    event: str,
    state: PermitState,
    at: datetime,
    case_id: int | None,
    note: str,
    facts: dict[str, Any],
) -> None:
    link.run(
        _ADD_STEP,
        id=office.key(actor.counter_number, at),
        request_id=request_id,
        permit_id=permit_id,
        event=event,
        state=state.value,
        at=at,
        on_date=local_date(at),
        staff_id=actor.staff_id,
        staff_name=actor.name,
        counter_number=actor.counter_number,
        case_id=case_id,
        note=note[:400],
        facts=canonical(facts),
    )


def check_seen(link: Link, permit: PermitRow, seen_version: int) -> None:
    """Refuse to go on from a version that somebody has changed since it was shown: say who, when, where."""
    if permit.version != seen_version:
        raise NotPossible(changed_meanwhile(link, permit.permit_id))


def changed_meanwhile(link: Link, permit_id: int) -> Sentence:
    """Say who changed a permit last, when and at which counter."""
    happened = steps(link, permit_id)
    if not happened:
        return sentence("errors", "没有这张居住证的记录，可能是其他派出所的证件。")
    last = happened[-1]
    problem = sentence("errors", "{who}在{counter}号窗口于{at}刚刚办理了这张居住证，请重新打开后再办理。")
    return problem.fill(
        who=last.staff_name,
        counter=last.counter_number,
        at=last.at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M"),
    )
