"""Open cases in the order of their due dates, read a page at a time by their index, however many there are."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, and_, bindparam, func, literal, or_, select, union_all

from desktop.domain.working_days import working_days_left
from desktop.models.prepared import Prepared
from desktop.models.tables import CaseFile, Staff
from desktop.services.case_records import CASES

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from desktop.domain.codes import CaseState
    from desktop.domain.working_days import Calendar
    from desktop.models.database import Link

After = tuple[date | None, int]
"""The last row of a page: when it is due, and its key."""
States = tuple["CaseState", ...]

_ROWS = CASES.add_columns(CaseFile.staff_id)
_WHOSE = and_(
    or_(bindparam("kind") == "", CaseFile.kind == bindparam("kind")),
    or_(bindparam("clerk") == "", CaseFile.staff_name == bindparam("clerk")),
)
_AT: Any = bindparam("at")
_ROW: Any = bindparam("row")
_DATED = and_(
    CaseFile.due_on >= _AT,
    CaseFile.due_on <= bindparam("until"),
    or_(CaseFile.due_on > _AT, CaseFile.id > _ROW),
)
_UNDATED = and_(CaseFile.due_on.is_(None), CaseFile.id > _ROW)
_CLERKS = Prepared(select(Staff.name).distinct().order_by(Staff.name))


@lru_cache
def _page(states: States, *, dated: bool) -> Prepared:
    """Return the page of some states: so many keys of each by the index, the first of them all, then the rows."""
    order = (CaseFile.due_on, CaseFile.id) if dated else (CaseFile.id,)
    most: Any = bindparam("most")
    arms = [
        select(CaseFile.due_on.label("due"), CaseFile.id.label("key"))
        .where(CaseFile.state == state.value, _WHOSE, _DATED if dated else _UNDATED)
        .order_by(*order)
        .limit(most)
        .subquery()
        for state in states
    ]
    every = union_all(*(select(arm.c.due, arm.c.key) for arm in arms))
    keys = every.order_by(*("due", "key") if dated else ("key",)).limit(most).subquery("keys")
    return Prepared(_ROWS.join(keys, keys.c.key == CaseFile.id).order_by(*order))


@lru_cache
def _count(states: States, *, dated: bool) -> Prepared:
    which: Any = CaseFile.due_on.is_(None)
    if dated:
        which = and_(CaseFile.due_on >= bindparam("first"), CaseFile.due_on <= bindparam("until"))
    counted: Select[Any] = select(func.count().label("cases")).select_from(CaseFile)
    return Prepared(counted.where(_one_of(states), _WHOSE, which))


def _one_of(states: States) -> ColumnElement[bool]:
    return CaseFile.state.in_([literal(state.value) for state in states])


def page(
    link: Link,
    states: States,
    first: date,
    until: date,
    asked: dict[str, str],
    after: After | None,
    limit: int,
) -> tuple[list[Any], After | None]:
    """Return rows of cases in some states, due from `first` to `until`, after the last of the page before.

    `asked` has the kind and the clerk, "" for all. Cases without a date come last, and only when every date
    is asked for. The second of the pair asks for the next page; None at the end.
    """
    rows: list[Any] = []
    if not states:
        return rows, None
    dated = after is None or after[0] is not None
    if dated:
        at, row = after if after is not None else (first, 0)
        rows = link.all(_page(states, dated=True), **asked, at=at, row=row, until=until, most=limit + 1)
    if len(rows) <= limit and until == date.max:
        row = after[1] if after is not None and not dated else 0
        rows += link.all(_page(states, dated=False), **asked, row=row, most=limit + 1 - len(rows))
    more, rows = len(rows) > limit, rows[:limit]
    return rows, (rows[-1].due_on, rows[-1].id) if more else None


def count(link: Link, states: States, first: date, until: date, asked: dict[str, str]) -> int:
    """Return how many cases in some states are due from `first` to `until`."""
    row = link.one(_count(states, dated=True), **asked, first=first, until=until) if states else None
    return int(row.cases) if row is not None else 0


def count_undated(link: Link, states: States, asked: dict[str, str]) -> int:
    """Return how many cases in some states have no date."""
    row = link.one(_count(states, dated=False), **asked) if states else None
    return int(row.cases) if row is not None else 0


def clerks(link: Link) -> tuple[str, ...]:
    """Return the names of everybody who may have taken a case in."""
    return tuple(row.name for row in link.all(_CLERKS))


def days_left(due: date | None, today: date, calendar: Calendar) -> tuple[int | None, bool]:
    """Return the working days left to a date, and whether they count on a calendar not yet published."""
    if due is None:
        return None, False
    return working_days_left(today, due, calendar), calendar.is_estimated(min(today, due), max(today, due))
