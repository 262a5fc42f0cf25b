"""The queue of cases to decide by due date, read a page at a time by its index, however many there are."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from desktop.services import open_cases, queue_places
from desktop.services.case_records import case_row
from desktop.services.decision_rows import QueueCounts, QueuePage, QueueRow
from desktop.services.open_cases import clerks, days_left

if TYPE_CHECKING:
    from desktop.domain.working_days import Calendar
    from desktop.models.database import Link
    from desktop.services.decision_rows import QueueFilter

__all__ = ["clerks", "counts", "days_left", "page"]

_DAY = timedelta(days=1)


def page(
    link: Link,
    calendar: Calendar,
    today: date,
    staff_id: int,
    wanted: QueueFilter,
    after: open_cases.After | None,
    limit: int,
) -> QueuePage:
    """Return a page of the queue after the last row of the page before it; cases without a date come last."""
    until = today - _DAY if wanted.overdue else date.max
    rows, following = open_cases.page(link, (wanted.state,), date.min, until, _asked(wanted), after, limit)
    return QueuePage(
        rows=tuple(_queue_row(row, calendar, today, staff_id) for row in rows),
        after=following,
        today=today,
    )


def page_at(
    link: Link,
    calendar: Calendar,
    today: date,
    staff_id: int,
    wanted: QueueFilter,
    place: int,
    limit: int,
) -> QueuePage:
    """Return a page of the queue from a place in it on, counted from 0; empty beyond the end."""
    until = today - _DAY if wanted.overdue else date.max
    asked = _asked(wanted)
    dated = open_cases.count(link, (wanted.state,), date.min, until, asked)
    after = queue_places.before(link, wanted.state.value, asked, until, dated, place)
    if place > 0 and after is None:
        return QueuePage((), None, today)
    return page(link, calendar, today, staff_id, wanted, after, limit)


def counts(link: Link, today: date, wanted: QueueFilter) -> QueueCounts:
    """Return how many cases the queue holds; read from the index where neither kind nor clerk is asked for."""
    states, asked = (wanted.state,), _asked(wanted)
    overdue = open_cases.count(link, states, date.min, today - _DAY, asked)
    if wanted.overdue:
        return QueueCounts(overdue, overdue, 0, 0)
    due_today = open_cases.count(link, states, today, today, asked)
    later = open_cases.count(link, states, today + _DAY, date.max, asked)
    undated = open_cases.count_undated(link, states, asked)
    return QueueCounts(overdue + due_today + later + undated, overdue, due_today, undated)


def _asked(wanted: QueueFilter) -> dict[str, str]:
    return {"kind": wanted.kind, "clerk": wanted.clerk}


def _queue_row(row: Any, calendar: Calendar, today: date, staff_id: int) -> QueueRow:
    left, estimated = days_left(row.due_on, today, calendar)
    return QueueRow(case_row(row), left, estimated, row.staff_id == staff_id)
