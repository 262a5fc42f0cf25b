"""When a permit is to be endorsed: what its law makes of the days on which it was issued and endorsed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.endorsement import (
    EndorsementStanding,
    EndorsementState,
    endorsement_standing,
    renewal_opens,
    valid_until,
)
from desktop.domain.permit_life import PermitEvent
from desktop.domain.working_days import working_days_left
from desktop.services import permit_records

if TYPE_CHECKING:
    from desktop.domain.policy import Policy
    from desktop.domain.working_days import Calendar
    from desktop.models.database import Link
    from desktop.services.permit_rows import PermitRow

_ENDORSED = frozenset((PermitEvent.ENDORSE.value, PermitEvent.RESTORE.value))


@dataclass(frozen=True, slots=True)
class StandingRow:
    """Where a permit stands on a day.

    `endorsement` is None where the rules ask for none, and so are its dates. The days left are counted to
    the last day and are negative after it; `working` days are estimated where `estimated`. A permit that
    ends by itself has `valid_until`, and `renewal_opens` where the rules name a first day for renewing it.
    """

    on: date
    endorsement: EndorsementState | None
    opens_on: date | None
    due_on: date | None
    working_days_left: int | None
    calendar_days_left: int | None
    estimated: bool
    years_from: date
    full_years: int
    suspended: bool
    valid_until: date | None
    renewal_opens: date | None
    basis: str
    verified: bool
    note: str


def endorsed_days(link: Link, permit: PermitRow) -> tuple[date, ...]:
    """Return the days on which a permit was endorsed, and those it replaces, as far as they still count."""
    days: list[date] = []
    link_of_chain: PermitRow | None = permit
    while link_of_chain is not None:
        steps = permit_records.steps(link, link_of_chain.permit_id)
        days += [step.on_date for step in steps if step.event in _ENDORSED]
        before = link_of_chain.replaces_id
        link_of_chain = permit_records.find(link, before) if before else None
    return tuple(sorted(day for day in days if day >= permit.years_from))


def legal_standing(link: Link, permit: PermitRow, policy: Policy, on: date) -> EndorsementStanding | None:
    """Return what the rules make of a permit on a day; None where they ask for no endorsement."""
    return endorsement_standing(permit.years_from, endorsed_days(link, permit), policy, on)


def after_endorsement(link: Link, permit: PermitRow, policy: Policy, on: date) -> EndorsementStanding | None:
    """Return the standing that an endorsement on a day leads to."""
    return endorsement_standing(permit.years_from, (*endorsed_days(link, permit), on), policy, on)


def standing(link: Link, permit: PermitRow, policy: Policy, calendar: Calendar, on: date) -> StandingRow:
    """Return where a permit stands on a day, in days of both kinds."""
    found = legal_standing(link, permit, policy, on)
    last = permit.valid_until
    ends = found.due_on if found else last
    return StandingRow(
        on=on,
        endorsement=found.state if found else None,
        opens_on=found.opens_on if found else None,
        due_on=found.due_on if found else None,
        working_days_left=working_days_left(on, ends, calendar) if ends else None,
        calendar_days_left=(ends - on).days if ends else None,
        estimated=bool(ends) and calendar.is_estimated(min(on, ends or on), max(on, ends or on)),
        years_from=found.years_from if found else permit.years_from,
        full_years=found.full_years if found else 0,
        suspended=bool(found and found.suspended),
        valid_until=last,
        renewal_opens=renewal_opens(last, policy) if last else None,
        basis=found.basis if found else policy.permit.validity_months.basis,
        verified=found.verified if found else policy.permit.validity_months.verified,
        note=found.note if found else policy.permit.validity_months.note,
    )


def first_dates(
    link: Link, issued_on: date, policy: Policy, *, replaces: PermitRow | None = None, on: date | None = None
) -> dict[str, Any]:
    """Return the columns that a permit issued on a day begins with: since when its years count, when it is due.

    One that `replaces` another goes on with the other's years and endorsements: a new card makes nobody's
    residence begin anew (居住证暂行条例 第十一条 knows 换领 and 补领 and no new start), and it does not stand
    in for an endorsement that is overdue. `on` is the day it is judged on, that of issue unless told.
    """
    years_from = issued_on
    days: tuple[date, ...] = ()
    if replaces is not None:
        years_from, days = replaces.years_from, endorsed_days(link, replaces)
    found = endorsement_standing(years_from, days, policy, on or issued_on)
    last = valid_until(issued_on, policy)
    if replaces is not None and replaces.valid_until is not None:
        last = replaces.valid_until
    return {
        "years_from": years_from,
        "endorsed_on": replaces.endorsed_on if replaces else None,
        "opens_on": found.opens_on if found else None,
        "due_on": found.due_on if found else None,
        "valid_until": last,
    }


def dates_at_hand_over(link: Link, permit: PermitRow, policy: Policy, on: date) -> dict[str, Any]:
    """Return the columns that change when a permit is handed over: what happened to the old card meanwhile.

    The old one may have been endorsed while the new one waited; a first permit begins as it was made.
    """
    if permit.replaces_id is None:
        return {}
    old = permit_records.find(link, permit.replaces_id)
    return first_dates(link, permit.issued_on, policy, replaces=old, on=on)
