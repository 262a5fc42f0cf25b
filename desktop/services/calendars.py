"""The calendar of working days: the shipped table, the station's own days over it, the yearly notice."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from desktop.domain.errors import BadInput, NotPossible, sentence
from desktop.domain.fields import read_text
from desktop.domain.rights import Right
from desktop.domain.rule import DayUnit, Deadline
from desktop.domain.working_days import Calendar, DayKind, Due
from desktop.models.prepared import Prepared
from desktop.models.tables import CalendarDay
from desktop.policies import load_calendar
from desktop.policies.calendars import FIRST_YEAR, LAST_YEAR, days_unstated
from desktop.policies.notices import NOTE_LIMIT, parse_notice
from desktop.services import calendar_days
from desktop.services.calendar_rows import (
    CalendarDayRow,
    DayChange,
    NoticeImported,
    NoticePreview,
    YearRow,
    YearStanding,
)
from desktop.services.journal import Happening
from desktop.services.rights import needs, open_to
from desktop.services.whole_files import read_bounded

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.models.database import Link
    from desktop.policies.notices import NoticeDay
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

MOST_BYTES = 1_000_000
MOST_DAYS = 3_660
"""So many days a deadline is counted at most: ten years."""

_OF_REQUEST = Prepared(select(CalendarDay.day).where(CalendarDay.request_id == bindparam("request")))

_AT_ONCE = sentence("errors", "另一个窗口刚刚改了同一天，这一次没有保存。请看过新的内容后再改。")
_OUTSIDE = sentence("errors", "工作日历只管{first}年至{last}年，{day}不在其中。")
_NO_KIND = sentence("errors", "请选择放假或上班。")
_UNREADABLE = sentence("errors", "读不出文件{name}：{reason}。")
_TOO_LARGE = sentence("errors", "文件{name}有{size}字节，不像是一年的放假安排。")
_HAS_PROBLEMS = sentence("errors", "文件{name}还有{count}处读不出来，没有导入。请改正后再导入。")
_TOO_MANY = sentence("errors", "天数应为1至{most}。")

_IMPORTED = sentence("log", "{name}，改{count}天，SHA-256 {sha256}")


class Calendars:
    """Shows the calendar to everybody and changes it for administrators.

    A case keeps the due date it was promised: what is changed here counts for what is reckoned from now on.
    """

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @open_to("working days are public")
    def year(self, year: int) -> YearRow:
        """Return every day of a year, with where each comes from and who changed it."""
        office = self._office
        calendar = office.refresh_calendar()
        first, last = date(year, 1, 1), date(year, 12, 31)
        with office.database.faults():
            own = calendar_days.current(office.database.link, first, last)
        days = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
        return YearRow(
            year,
            year in calendar.published,
            tuple(calendar_days.row_of(day, own.get(day), calendar) for day in days),
            days_unstated(year, office.own_days),
        )

    @open_to("working days are public")
    def due(self, start: date, count: int, unit: DayUnit) -> Due:
        """Return the last day of `count` days from `start`, marked when it is estimated; BadInput otherwise."""
        if not 1 <= count <= MOST_DAYS:
            raise BadInput("count", _TOO_MANY.fill(most=MOST_DAYS))
        _check_year("start", start)
        return Deadline(count, unit).due(start, self._office.calendar)

    @needs(Right.SET_CALENDAR)
    def set_day(self, actor: Actor, request_id: str, day: date, kind: DayKind, note: str) -> CalendarDayRow:
        """State for the station that a day is off or worked; the same request twice is stored once."""
        _check_year("day", day)
        if kind not in (DayKind.HOLIDAY, DayKind.WORKDAY):
            raise BadInput("kind", _NO_KIND)
        note = read_text("note", note, NOTE_LIMIT)
        with self._writing() as link:
            before = calendar_days.current(link, day, day).get(day)
            again = link.one(_OF_REQUEST, request=request_id) is not None
            if not again and (before is None or (before.kind, before.note) != (kind.value, note)):
                at = self._office.clock.now()
                was = calendar_days.row_of(day, before, self._office.calendar)
                calendar_days.put(
                    link, self._key(actor, at), actor, request_id, at, before, day, kind.value, note
                )
                self._journal.write(
                    link,
                    calendar_days.changed(
                        actor, "set_calendar_day", at, was, calendar_days.WORDS[kind], note
                    ),
                )
        return self._now(day)

    @needs(Right.SET_CALENDAR)
    def clear_day(self, actor: Actor, request_id: str, day: date) -> CalendarDayRow:
        """Take back what the station stated of a day, so that the shipped table holds; twice is once."""
        with self._writing() as link:
            before = calendar_days.current(link, day, day).get(day)
            if before is not None and before.kind and link.one(_OF_REQUEST, request=request_id) is None:
                at = self._office.clock.now()
                was = calendar_days.row_of(day, before, self._office.calendar)
                calendar_days.put(link, self._key(actor, at), actor, request_id, at, before, day, "", "")
                own = {other: kind for other, kind in self._office.own_days.items() if other != day}
                then = calendar_days.row_of(day, None, load_calendar(own))
                self._journal.write(
                    link,
                    calendar_days.changed(
                        actor, "clear_calendar_day", at, was, calendar_days.word_of(then), then.note
                    ),
                )
        return self._now(day)

    @open_to("a file is only read; storing it needs the right")
    def read_notice(self, path: Path) -> NoticePreview:
        """Read a year's notice from a CSV file and tell what it would change; nothing is stored.

        Raises NotPossible when there is no such file to read; what is wrong inside it is in the preview.
        """
        try:
            data = read_bounded(path, MOST_BYTES)
            if len(data) > MOST_BYTES:
                raise NotPossible(_TOO_LARGE.fill(name=path.name, size=path.stat().st_size))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise NotPossible(_UNREADABLE.fill(name=path.name, reason=reason)) from error
        notice = parse_notice(data)
        calendar = self._office.refresh_calendar()
        with self._office.database.faults():
            changes = calendar_days.changes_of(self._office.database.link, notice.days, calendar)
        return NoticePreview(
            path.name,
            hashlib.sha256(data).hexdigest(),
            notice.days,
            changes,
            self._standing(notice.days, calendar),
            notice.problems,
            notice.advice,
        )

    @needs(Right.SET_CALENDAR)
    def import_notice(self, actor: Actor, request_id: str, preview: NoticePreview) -> NoticeImported:
        """Store a notice, all of it or nothing; the same request twice is stored once.

        What differs from the notice is worked out anew, so that nothing set meanwhile stays against it.
        """
        if preview.problems:
            raise NotPossible(_HAS_PROBLEMS.fill(name=preview.name, count=len(preview.problems)))
        with self._writing() as link:
            stored = len(link.all(_OF_REQUEST, request=request_id))
            if not stored:
                at = self._office.clock.now()
                changes = calendar_days.changes_of(link, preview.days, self._office.calendar)
                stored = len(changes)
                if changes:
                    self._store(link, actor, request_id, at, changes, preview)
        published = self._office.refresh_calendar().published
        years = sorted({day.day.year for day in preview.days})
        return NoticeImported(stored, tuple(year for year in years if year in published))

    # -- inside ------------------------------------------------------------------------------------
    @contextmanager
    def _writing(self) -> Iterator[Link]:
        database = self._office.database
        self._office.refresh_calendar()
        try:
            with database.write() as link:
                yield link
        except database.engine.dialect.loaded_dbapi.IntegrityError as error:
            raise NotPossible(_AT_ONCE) from error

    def _now(self, day: date) -> CalendarDayRow:
        calendar = self._office.refresh_calendar()
        with self._office.database.faults():
            own = calendar_days.current(self._office.database.link, day, day)
        return calendar_days.row_of(day, own.get(day), calendar)

    def _store(
        self,
        link: Link,
        actor: Actor,
        request_id: str,
        at: datetime,
        changes: Sequence[DayChange],
        preview: NoticePreview,
    ) -> None:
        own = calendar_days.current(link, changes[0].before.day, changes[-1].before.day)
        happenings: list[Happening] = []
        for change in changes:
            day = change.before.day
            calendar_days.put(
                link,
                self._key(actor, at),
                actor,
                request_id,
                at,
                own.get(day),
                day,
                change.kind.value,
                change.note,
            )
            word = calendar_days.WORDS[change.kind]
            happenings.append(
                calendar_days.changed(actor, "set_calendar_day", at, change.before, word, change.note)
            )
        detail = _IMPORTED.fill(name=preview.name, count=len(changes), sha256=preview.sha256)
        years = "、".join(str(year.year) for year in preview.years)
        happenings.append(Happening(actor, "import_calendar_notice", at, matter=years, detail=str(detail)))
        self._journal.write(link, *happenings)

    def _key(self, actor: Actor, at: datetime) -> int:
        return self._office.key(actor.counter_number, at)

    def _standing(self, days: Sequence[NoticeDay], calendar: Calendar) -> tuple[YearStanding, ...]:
        named = {day.day: day.kind for day in days}
        after = {**self._office.own_days, **named}
        found: list[YearStanding] = []
        for year in sorted({day.year for day in named}):
            unstated = days_unstated(year, after)
            kept = sum(
                day.year == year and day not in named and kind is not DayKind.STATUTORY
                for day, kind in calendar.kinds.items()
            )
            found.append(YearStanding(year, year in calendar.published, not unstated, unstated, kept))
        return tuple(found)


def _check_year(field: str, day: date) -> None:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise BadInput(field, _OUTSIDE.fill(first=FIRST_YEAR, last=LAST_YEAR, day=day.isoformat()))
