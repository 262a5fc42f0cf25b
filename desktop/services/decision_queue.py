"""The queue of open cases by due date, read a page at a time by its index, however many there are."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, func, or_, select

from desktop.domain.working_days import working_days_left
from desktop.models.prepared import Prepared
from desktop.models.tables import CaseFile, Staff
from desktop.services.case_records import CASES, case_row
from desktop.services.decision_rows import QueueCounts, QueuePage, QueueRow

if TYPE_CHECKING:
    from desktop.domain.working_days import Calendar
    from desktop.models.database import Link
    from desktop.services.decision_rows import QueueFilter

_WANTED = and_(
    CaseFile.state == bindparam("state"),
    or_(bindparam("kind") == "", CaseFile.kind == bindparam("kind")),
    or_(bindparam("clerk") == "", CaseFile.staff_name == bindparam("clerk")),
)
_ROWS = CASES.add_columns(CaseFile.staff_id)
_AT: Any = bindparam("at")
_ROW: Any = bindparam("row")
_DATED = Prepared(
    _ROWS.where(
        _WANTED,
        CaseFile.due_on >= _AT,
        CaseFile.due_on <= bindparam("until"),
        or_(CaseFile.due_on > _AT, CaseFile.id > _ROW),
    )
    .order_by(CaseFile.due_on, CaseFile.id)
    .limit(bindparam("most"))
)
_UNDATED = Prepared(
    _ROWS.where(_WANTED, CaseFile.due_on.is_(None), CaseFile.id > _ROW)
    .order_by(CaseFile.id)
    .limit(bindparam("most"))
)
_COUNT = Prepared(
    select(func.count().label("cases"))
    .select_from(CaseFile)
    .where(_WANTED, CaseFile.due_on >= bindparam("first"), CaseFile.due_on <= bindparam("until"))
)
_COUNT_UNDATED = Prepared(
    select(func.count().label("cases")).select_from(CaseFile).where(_WANTED, CaseFile.due_on.is_(None))
)
_CLERKS = Prepared(select(Staff.name).distinct().order_by(Staff.name))
_DAY = timedelta(days=1)


def page(
    link: Link,
    calendar: Calendar,
    today: date,
    staff_id: int,
    wanted: QueueFilter,
    after: tuple[date | None, int] | None,
    limit: int,
) -> QueuePage:
    """Return a page of the queue after the last row of the page before it; cases without a date come last."""
    asked = _asked(wanted)
    rows: list[Any] = []
    dated = after is None or after[0] is not None
    if dated:
        at, row = after if after is not None else (date.min, 0)
        until = today - _DAY if wanted.overdue else date.max
        rows = link.all(_DATED, **asked, at=at, row=row, until=until, most=limit + 1)
    if len(rows) <= limit and not wanted.overdue:
        row = after[1] if after is not None and not dated else 0
        rows += link.all(_UNDATED, **asked, row=row, most=limit + 1 - len(rows))
    more, rows = len(rows) > limit, rows[:limit]
    return QueuePage(
        rows=tuple(_queue_row(row, calendar, today, staff_id) for row in rows),
        after=(rows[-1].due_on, rows[-1].id) if more else None,
        today=today,
    )


def counts(link: Link, today: date, wanted: QueueFilter) -> QueueCounts:
    """Return how many cases the queue holds; read from the index where neither kind nor clerk is asked for."""
    asked = _asked(wanted)

    def count(first: date, until: date) -> int:
        row = link.one(_COUNT, **asked, first=first, until=until)
        assert row is not None
        return int(row.cases)

    overdue = count(date.min, today - _DAY)
    due_today = count(today, today)
    later = 0 if wanted.overdue else count(today + _DAY, date.max)
    row = link.one(_COUNT_UNDATED, **asked)
    undated = 0 if wanted.overdue or row is None else int(row.cases)
    if wanted.overdue:
        due_today = 0
    return QueueCounts(overdue + due_today + later + undated, overdue, due_today, undated)


def clerks(link: Link) -> tuple[str, ...]:
    """Return the names of everybody who may have taken a case in."""
    return tuple(row.name for row in link.all(_CLERKS))


def days_left(due: date | None, today: date, calendar: Calendar) -> tuple[int | None, bool]:
    """Return the working days left to a date, and whether they count on a calendar not yet published."""
    if due is None:
        return None, False
    return working_days_left(today, due, calendar), calendar.is_estimated(min(today, due), max(today, due))


def _asked(wanted: QueueFilter) -> dict[str, str]:
    return {"state": wanted.state.value, "kind": wanted.kind, "clerk": wanted.clerk}


def _queue_row(row: Any, calendar: Calendar, today: date, staff_id: int) -> QueueRow:
    left, estimated = days_left(row.due_on, today, calendar)
    return QueueRow(case_row(row), left, estimated, row.staff_id == staff_id)
