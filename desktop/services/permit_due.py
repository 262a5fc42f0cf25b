"""The lists of endorsements among very many permits: read a page at a time, by the indexes on their dates."""

from __future__ import annotations

from datetime import date, timedelta
from heapq import merge
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, func, or_, select

from desktop.domain.permit_life import PermitState
from desktop.models.prepared import Prepared
from desktop.models.tables import Permit, Person
from desktop.services.open_cases import days_left
from desktop.services.permit_pages import DueKind, DuePage, EndorsementDue
from desktop.services.permit_records import PERMITS, permit_row

if TYPE_CHECKING:
    from desktop.domain.working_days import Calendar
    from desktop.models.database import Link

_ROWS = PERMITS.add_columns(Person.phone)


def _page(state: PermitState, day: Any, *which: Any) -> Prepared:
    """Return a page of the permits in a state in the order of `day`, after the one last seen.

    It is cut to its length before anybody's name is read: in a city thousands have the same day.
    """
    at: Any = bindparam("at")
    row: Any = bindparam("row")
    keys = (
        select(Permit.id.label("key"))
        .where(
            Permit.current_state == state.value,
            day >= at,
            or_(day > at, Permit.id > row),
            *which,
        )
        .order_by(day, Permit.id)
        .limit(bindparam("most"))
        .subquery("keys")
    )
    return Prepared(_ROWS.join(keys, keys.c.key == Permit.id).order_by(day, Permit.id))


_DAY: Any = bindparam("day")
_OPENING = _page(PermitState.VALID, Permit.opens_on, Permit.opens_on <= bindparam("until"))
_OPEN = _page(PermitState.VALID, Permit.due_on, Permit.due_on >= _DAY, Permit.opens_on <= _DAY)
_SUSPENDED = _page(PermitState.SUSPENDED, Permit.due_on)
_LATE = _page(PermitState.VALID, Permit.due_on, Permit.due_on < _DAY)


def _count(day: Any, *which: Any, state: PermitState = PermitState.VALID) -> Prepared:
    counted = select(func.count().label("permits")).select_from(Permit)
    return Prepared(counted.where(and_(Permit.current_state == state.value, day.is_not(None), *which)))


_COUNT_OPENING = _count(
    Permit.opens_on, Permit.opens_on > bindparam("day"), Permit.opens_on <= bindparam("until")
)
_COUNT_OPENED = _count(Permit.opens_on, Permit.opens_on <= bindparam("day"))
_COUNT_LATE = _count(Permit.due_on, Permit.due_on < bindparam("day"))
_COUNT_SUSPENDED = _count(Permit.due_on, state=PermitState.SUSPENDED)


def late(link: Link, on: date, after: tuple[date, int], most: int) -> list[Any]:
    """Return rows of valid permits whose last day for the endorsement is before a day, oldest first."""
    return link.all(_LATE, day=on, at=after[0], row=after[1], most=most)


def page(
    link: Link,
    calendar: Calendar,
    kind: DueKind,
    on: date,
    within: timedelta,
    after: tuple[date, int] | None,
    limit: int,
) -> DuePage:
    """Return a page of a list, after the last row of the page before it."""
    day = Permit.opens_on.key if kind is DueKind.OPENING else Permit.due_on.key
    first = on + timedelta(days=1) if kind is DueKind.OPENING else on if kind is DueKind.OPEN else date.min
    at, row = after or (first, 0)
    asked = {"at": at, "row": row, "most": limit + 1}
    if kind is DueKind.OPENING:
        rows = link.all(_OPENING, until=on + within, **asked)
    elif kind is DueKind.OPEN:
        rows = link.all(_OPEN, day=on, **asked)
    else:
        both = (link.all(_SUSPENDED, **asked), link.all(_LATE, day=on, **asked))
        rows = list(merge(*both, key=lambda found: (found.due_on, found.id)))
    more, rows = len(rows) > limit, rows[:limit]
    left = {due: days_left(due, on, calendar) for due in {found.due_on for found in rows}}
    return DuePage(
        kind=kind,
        rows=tuple(
            EndorsementDue(
                permit=permit_row(found),
                phone=found.phone,
                opens_on=found.opens_on,
                due_on=found.due_on,
                days_left=left[found.due_on][0] or 0,
                estimated=left[found.due_on][1],
            )
            for found in rows
        ),
        after=(getattr(rows[-1], day), rows[-1].id) if more else None,
    )


def counts(link: Link, on: date, within: timedelta) -> dict[DueKind, int]:
    """Return how many permits each list holds; read from the indexes alone."""
    overdue = _counted(link, _COUNT_LATE, day=on)
    return {
        DueKind.OPENING: count_opening(link, on, within),
        DueKind.OPEN: _counted(link, _COUNT_OPENED, day=on) - overdue,
        DueKind.OVERDUE: overdue + _counted(link, _COUNT_SUSPENDED),
    }


def count_opening(link: Link, on: date, within: timedelta) -> int:
    """Return how many permits' endorsements open within a time after a day."""
    return _counted(link, _COUNT_OPENING, day=on, until=on + within)


def count_overdue(link: Link, on: date) -> int:
    """Return how many permits' endorsements are overdue on a day, suspended or not."""
    return _counted(link, _COUNT_LATE, day=on) + _counted(link, _COUNT_SUSPENDED)


def _counted(link: Link, prepared: Prepared, **values: Any) -> int:
    row = link.one(prepared, **values)
    assert row is not None
    return int(row.permits)
