"""What the calendar's screen knows: a year, the day chosen in it, a notice about to be imported, a term."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.errors import BadInput, CounterError, FieldProblem, Sentence, sentence
from desktop.domain.rights import Right
from desktop.domain.rule import DayUnit
from desktop.domain.working_days import DayKind
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.dates import read_day
from desktop.ui.kit.one_at_a_time import OneAtATime
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.domain.working_days import Due
    from desktop.services.calendar_rows import CalendarDayRow, NoticeImported, NoticePreview, YearRow
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor

FIRST, LAST = date(2004, 1, 1), date(2099, 12, 31)
"""The days the calendar has."""
_NO_KIND = sentence("calendar", "请选择放假或上班。")
_NO_DAY = sentence("calendar", "请填写日期，如 20260131。")
_NO_COUNT = sentence("calendar", "请填写天数，如 10。")


class CalendarPresenter(OneAtATime):
    """Shows the calendar to everybody; only an administrator changes it."""

    picked = Signal()
    """Another day is chosen, or it is another one now."""
    counted = Signal()
    """`due` and `due_problem` are other ones."""
    previewed = Signal(object)
    """A notice was read (a NoticePreview): show what it would change."""
    problems = Signal(object)
    """What is wrong with the fields (a tuple of FieldProblem); empty takes earlier ones back."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner) -> None:
        super().__init__(runner)
        self._calendars, self._actor = counter.calendars, actor
        self._clock = counter.day.today
        self._year_asked, self._term_asked = Latest(runner), Latest(runner)
        self.can_change = actor.may(Right.SET_CALENDAR)
        self.today = self._clock()
        self.chosen = min(max(self.today, FIRST), LAST)
        self.year: YearRow | None = None
        self._term = ("", "", "")
        self.due: Due | None = None
        self.due_problem: Sentence | None = None
        self.refresh()

    def title(self) -> str:
        """The screen's name."""
        return text("calendar", "工作日历")

    @property
    def row(self) -> CalendarDayRow | None:
        """What the chosen day is, once its year is read."""
        if self.year is None or self.year.year != self.chosen.year:
            return None
        return self.year.days[(self.chosen - date(self.chosen.year, 1, 1)).days]

    # -- going about -----------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the year anew."""
        self.today = self._clock()
        self._year_asked.run(partial(self._calendars.year, self.chosen.year), self._show_year, self.fail)

    def pick(self, day: date) -> None:
        """Choose a day, in another year too; the ends of the calendar are not passed."""
        day = min(max(day, FIRST), LAST)
        if day == self.chosen:
            return
        self.chosen = day
        self.problems.emit(())
        if self.year is None or self.year.year != day.year:
            self.refresh()
        self.picked.emit()

    def step(self, years: int) -> None:
        """Go to the same day of a later or an earlier year."""
        year = min(max(self.chosen.year + years, FIRST.year), LAST.year)
        leap = self.chosen.month == 2 and self.chosen.day == 29
        self.pick(self.chosen.replace(year=year, day=28 if leap else self.chosen.day))

    def go_to_today(self) -> None:
        """Choose today."""
        self.today = self._clock()
        self.pick(self.today)

    # -- changing --------------------------------------------------------------------------------------
    def save(self, values: Mapping[str, str]) -> None:
        """State that the chosen day is off or worked."""
        if self.busy or not self.can_change:
            return
        if values["kind"] not in (DayKind.HOLIDAY.value, DayKind.WORKDAY.value):
            self.problems.emit((FieldProblem("kind", _NO_KIND),))
            return
        self.problems.emit(())
        job = partial(
            self._calendars.set_day,
            self._actor,
            str(uuid.uuid4()),
            self.chosen,
            DayKind(values["kind"]),
            values["note"],
        )
        self._do(job, self._saved)

    def clear(self) -> None:
        """Take back what the station stated of the chosen day."""
        if self.busy or not self.can_change:
            return
        self.problems.emit(())
        self._do(
            partial(self._calendars.clear_day, self._actor, str(uuid.uuid4()), self.chosen), self._cleared
        )

    def read_notice(self, path: str) -> None:
        """Read a notice's file and show what it would change."""
        if path:
            job = partial(self._calendars.read_notice, Path(path))
            self._runner.run(job, self.previewed.emit, self.fail)

    def import_notice(self, preview: NoticePreview) -> None:
        """Store what the preview showed."""
        if self.busy:
            return
        self._do(
            partial(self._calendars.import_notice, self._actor, str(uuid.uuid4()), preview), self._imported
        )

    # -- the term --------------------------------------------------------------------------------------
    def ask_term(self, start: str, count: str, unit: str) -> None:
        """Reckon the end of a term as it is typed."""
        self._term = (start, count, unit)
        day = read_day(start)
        self._term_asked.forget()
        self.due, self.due_problem = None, None
        if day is None:
            self.due_problem = _NO_DAY
        elif not count.isascii() or not count.isdigit():
            self.due_problem = _NO_COUNT
        else:
            kind = DayUnit.CALENDAR_DAYS if unit == DayUnit.CALENDAR_DAYS.value else DayUnit.WORKING_DAYS
            job = partial(self._calendars.due, day, int(count), kind)
            self._term_asked.run(job, self._show_term, self._no_term)
        self.counted.emit()

    # -- jobs and answers ------------------------------------------------------------------------------
    def _look_again(self) -> None:
        """The calendar is another one: so may be the year shown, and the end of the term."""
        self.refresh()
        if any(self._term):
            self.ask_term(*self._term)

    def _show_year(self, year: YearRow) -> None:
        self.year = year
        self.changed.emit()
        self.picked.emit()

    def _show_term(self, due: Due) -> None:
        self.due = due
        self.counted.emit()

    def _no_term(self, error: CounterError) -> None:
        if isinstance(error, BadInput):
            self.due_problem = error.message
            self.counted.emit()
        else:
            self.fail(error)

    def _saved(self, row: CalendarDayRow) -> None:
        self.busy = False
        words = text("calendar", "{day} 已保存，各窗口重新登录或解锁后生效。")
        self.notice.emit(words.format(day=row.day.isoformat()))
        self._look_again()

    def _cleared(self, row: CalendarDayRow) -> None:
        self.busy = False
        words = text("calendar", "{day} 已恢复为随程序提供的内容。")
        self.notice.emit(words.format(day=row.day.isoformat()))
        self._look_again()

    def _imported(self, done: NoticeImported) -> None:
        self.busy = False
        words = text("calendar", "放假安排已导入，改了 {count} 天。").format(count=done.stored)
        self.notice.emit(words)
        if done.published and self.chosen.year != done.published[-1]:
            self.pick(date(done.published[-1], 1, 1))
        self._look_again()

    def _failed(self, error: CounterError) -> None:
        self.busy = False
        self.changed.emit()
        if isinstance(error, BadInput):
            self.problems.emit((FieldProblem(error.field, error.message),))
        else:
            self.fail(error)
