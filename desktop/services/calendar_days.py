"""The days of the calendar as rows: read with where each comes from, and written version by version."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select, update

from desktop.domain.errors import Sentence, sentence
from desktop.domain.working_days import Calendar, DayKind
from desktop.models.prepared import Prepared
from desktop.models.tables import CalendarDay
from desktop.policies.calendars import shipped_days
from desktop.services.calendar_rows import CalendarDayRow, DayChange, DaySource
from desktop.services.journal import Happening

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.models.database import Link
    from desktop.policies.notices import NoticeDay
    from desktop.services.rows import Actor

_CURRENT = Prepared(
    select(
        CalendarDay.id,
        CalendarDay.day,
        CalendarDay.version,
        CalendarDay.kind,
        CalendarDay.note,
        CalendarDay.staff_name,
        CalendarDay.known_from,
        CalendarDay.counter_number,
    ).where(CalendarDay.current_day.between(bindparam("first"), bindparam("last")))
)
_CLOSE = Prepared(
    update(CalendarDay)
    .where(CalendarDay.id == bindparam("row"))
    .values(current_day=None, known_until=bindparam("at"))
)
_ADD = Prepared(insert(CalendarDay))

WORDS: dict[DayKind | None, Sentence] = {
    DayKind.HOLIDAY: sentence("log", "放假"),
    DayKind.WORKDAY: sentence("log", "上班"),
    DayKind.STATUTORY: sentence("log", "法定休息（暂估）"),
}
_PLAIN = {True: sentence("log", "平日"), False: sentence("log", "周末")}
_CHANGED = sentence("log", "{before}改为{after}")


def current(link: Link, first: date, last: date) -> dict[date, Any]:
    return {row.day: row for row in link.all(_CURRENT, first=first, last=last)}


def row_of(day: date, own: Any | None, calendar: Calendar) -> CalendarDayRow:
    """Tell what a day is by the station, else by the table, else by the week."""
    working = calendar.is_working(day)
    kind, note, source = calendar.kinds.get(day), "", DaySource.WEEK
    if own is not None and own.kind:
        kind, note, source = DayKind(own.kind), own.note, DaySource.STATION
    elif kind is not None:
        shipped = shipped_days().get(day)
        note, source = shipped.note if shipped else "", DaySource.SHIPPED
    elif not working and day.weekday() < 5:
        kind, source = DayKind.STATUTORY, DaySource.SHIPPED
    if own is None:
        return CalendarDayRow(day, working, kind, note, source)
    return CalendarDayRow(
        day, working, kind, note, source, own.staff_name, own.known_from, own.counter_number
    )


def changes_of(link: Link, days: Sequence[NoticeDay], calendar: Calendar) -> tuple[DayChange, ...]:
    """Return the days that are not yet what the notice says; an ordinary day said to be worked is."""
    if not days:
        return ()
    own = current(link, days[0].day, days[-1].day)
    found: list[DayChange] = []
    for day in days:
        before = row_of(day.day, own.get(day.day), calendar)
        as_is = before.kind is None and before.working and day.kind is DayKind.WORKDAY
        if before.kind is not day.kind and not as_is:
            found.append(DayChange(before, day.kind, day.note, day.line))
    return tuple(found)


def word_of(row: CalendarDayRow) -> Sentence:
    return WORDS[row.kind] if row.kind is not None else _PLAIN[row.working]


def changed(
    actor: Actor, action: str, at: datetime, was: CalendarDayRow, now: Sentence, note: str
) -> Happening:
    detail = str(_CHANGED.fill(before=word_of(was), after=now)) + (f"：{note}" if note else "")
    return Happening(actor, action, at, matter=was.day.isoformat(), detail=detail)


def put(
    link: Link,
    key: int,
    actor: Actor,
    request_id: str,
    at: datetime,
    before: Any | None,
    day: date,
    kind: str,
    note: str,
) -> None:
    """Close the version there is, and open one that says `kind`, "" where the table is to hold again."""
    if before is not None:
        link.run(_CLOSE, row=before.id, at=at)
    link.run(
        _ADD,
        id=key,
        request_id=request_id,
        day=day,
        version=before.version + 1 if before is not None else 1,
        known_from=at,
        known_until=None,
        current_day=day,
        kind=kind,
        note=note,
        staff_id=actor.staff_id,
        staff_name=actor.name,
        counter_number=actor.counter_number,
    )
