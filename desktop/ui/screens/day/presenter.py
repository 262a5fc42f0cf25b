"""What the day's screen knows: a day's cases, the filters, the balance and what was said about it."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from desktop.domain.codes import CaseKind
from desktop.domain.errors import CounterError
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.drafting import Drafting, read_draft
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.domain.changes import Change
    from desktop.services.counter import Counter
    from desktop.services.day_rows import DayBalance, DayException
    from desktop.services.rows import Actor, CaseRow, DraftRow

FORM = "end_day"
CASES, BALANCE = 0, 1
"""The two pages."""
ALL = "all"
SAVE_AFTER = 400
"""Milliseconds after the first key until explanations are kept as a draft."""

Listed = tuple[tuple["CaseRow", ...], dict[date, int]]


class DayPresenter(Presenter):
    """A day at the station, and its end at this counter."""

    paper = Signal(object)
    """Go to a paper without a case: paper id."""
    unprinted = Signal(object)
    """Go to the papers of the day that are not printed yet: the day."""
    changed = Signal()
    """The day, its cases or the filters are other ones."""
    balanced = Signal()
    """The balance, or what is possible with it, is another one."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner) -> None:
        super().__init__()
        self._day, self._drafts, self._actor, self._runner = counter.day, counter.drafts, actor, runner
        self._cases_asked, self._balance_asked = Latest(runner), Latest(runner)
        self._drafting = Drafting(counter.drafts, actor, runner, FORM)
        self._drafting.failed.connect(self.fail)
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.setInterval(SAVE_AFTER)
        self._keep.timeout.connect(self.keep)
        self._drafts_read, self._unkept = False, False
        self.today = self._day.today()
        self.on = self.today
        self.counter_number = actor.counter_number
        self.page = CASES
        self.everything: tuple[CaseRow, ...] | None = None
        self.left: dict[date, int] = {}
        self.counter, self.clerk, self.kind = ALL, ALL, ALL
        self.balance: DayBalance | None = None
        self.remarks: dict[str, str] = {}
        self.exception = 0
        self.busy = False
        self.refresh()

    def title(self) -> str:
        """The day's name."""
        return text("day", "当日办件")

    # -- the list --------------------------------------------------------------------------------------
    @property
    def rows(self) -> tuple[CaseRow, ...]:
        """The cases that pass the filters, newest first."""
        return tuple(
            case
            for case in self.everything or ()
            if self.counter in (ALL, str(case.counter_number))
            and self.clerk in (ALL, case.clerk)
            and self.kind in (ALL, case.kind.value)
        )

    @property
    def counters(self) -> tuple[int, ...]:
        """The counters that took cases on the day, and this one."""
        return tuple(sorted({self.counter_number, *(case.counter_number for case in self.everything or ())}))

    @property
    def clerks(self) -> tuple[str, ...]:
        """The clerks who took cases on the day, and this one."""
        return tuple(sorted({self._actor.name, *(case.clerk for case in self.everything or ())}))

    @property
    def kinds(self) -> tuple[CaseKind, ...]:
        """The kinds of the day's cases, and the one that is asked for."""
        there = {self.kind, *(case.kind.value for case in self.everything or ())}
        return tuple(each for each in CaseKind if each.value in there)

    def filter(self, counter: str, clerk: str, kind: str) -> None:
        """Show only the cases of a counter, a clerk, a kind; ALL passes every one."""
        kinds = {each.value for each in CaseKind}
        self.counter = counter or ALL
        self.clerk = clerk or ALL
        self.kind = kind if kind in kinds else ALL
        self.changed.emit()

    def go_to(self, on: date) -> None:
        """Show another day."""
        if on != self.on:
            self.keep()
            self.on = on
            self.everything, self.balance = None, None
            self.remarks, self.exception, self._drafts_read = {}, 0, False
            self._new_draft()
            self.changed.emit()
            self.balanced.emit()
            self.refresh()

    def step(self, days: int) -> None:
        """Show a later or an earlier day."""
        self.go_to(self.on + timedelta(days=days))

    def go_to_today(self) -> None:
        """Show today."""
        self.today = self._day.today()
        self.go_to(self.today)

    def refresh(self) -> None:
        """Read the day anew."""
        self.today = self._day.today()
        self._cases_asked.run(partial(self._list, self.on), self._show_cases, self.fail)
        if self.page == BALANCE:
            self._ask_balance()

    def changed_elsewhere(self, changes: tuple[Change, ...]) -> None:
        """Other counters did something: look again."""
        self.look_again()

    def look_again(self) -> None:
        """Read the day again in the background: other counters work too."""
        job = partial(self._list, self.on)
        self._cases_asked.run(job, self._show_cases, self._not_now, lane="background")
        if self.page == BALANCE and not self.busy:
            job_of_balance = partial(self._day.balance, self.on, self.counter_number)
            self._balance_asked.run(job_of_balance, self._show_balance, self._not_now, lane="background")

    def show_page(self, page: int) -> None:
        """Go to the list, or to the end of the day."""
        if page != self.page:
            self.page = page
            self.changed.emit()
            if page == BALANCE:
                self._ask_balance()
            self.balanced.emit()

    # -- the end of the day ----------------------------------------------------------------------------
    @property
    def unsettled(self) -> int:
        """How many copies wait for an answer."""
        return sum(line.unsettled for line in self.balance.lines) if self.balance is not None else 0

    @property
    def can_end(self) -> bool:
        """Whether the day may be closed now: its balance is before the clerk, and every sheet is settled."""
        seen = self.page == BALANCE and self.balance is not None
        return seen and not self.unsettled and not self.busy and self.on <= self.today

    def remark(self, exception: DayException) -> str:
        """What was said about an exception."""
        return self.remarks.get(str(exception.what), "")

    def choose_exception(self, row: int) -> None:
        """Speak of another exception."""
        if self.balance is not None and 0 <= row < len(self.balance.exceptions) and row != self.exception:
            self.exception = row
            self.balanced.emit()

    def explain(self, words: str) -> None:
        """Say something about the exception chosen; kept as a draft within half a second."""
        if self.balance is None or not 0 <= self.exception < len(self.balance.exceptions):
            return
        self.remarks[str(self.balance.exceptions[self.exception].what)] = words
        self._unkept = True
        if not self._keep.isActive():
            self._keep.start()
        self.balanced.emit()

    def keep(self) -> None:
        """Store the explanations as a draft now, if any were typed."""
        self._keep.stop()
        if self._unkept:
            self._unkept = False
            subject = text("day", "{day} 日结").format(day=self.on.isoformat())
            self._drafting.save(subject, {}, {"on": self.on.isoformat(), "remarks": self.remarks})

    def go_to_exception(self, exception: DayException) -> None:
        """Open the papers of the case that the exception is about, or the one that has no case."""
        if exception.case_id is not None:
            self.papers.emit(exception.case_id)
        elif exception.paper_id is not None:
            self.paper.emit(exception.paper_id)

    def end_day(self) -> None:
        """Close this counter's day and go to its summary; pressing twice makes one."""
        if not self.can_end:
            return
        self.busy = True
        self.balanced.emit()
        said = {what: words for what, words in self.remarks.items() if words.strip()}
        job = partial(self._day.close, self._actor, self._drafting.draft_id, self.on, said)
        self._runner.run(job, self._ended, self._not_ended)

    def open_unprinted(self) -> None:
        """Go to the papers of this day and counter that are not printed yet."""
        self.unprinted.emit(self.on)

    def open_summary(self) -> None:
        """Go to the newest summary of this day."""
        if self.balance is not None and self.balance.summary_paper_id is not None:
            self.paper.emit(self.balance.summary_paper_id)

    def leave(self) -> bool:
        """Keep what was typed."""
        self.keep()
        return True

    # -- jobs and answers ------------------------------------------------------------------------------
    def _list(self, on: date) -> Listed:
        cases = self._day.cases(on)
        return cases, self._day.working_days_left({case.due_on for case in cases if case.due_on})

    def _show_cases(self, found: Listed) -> None:
        if (self.everything, self.left) != found:
            self.everything, self.left = found
            self.changed.emit()

    def _ask_balance(self) -> None:
        job = partial(self._day.balance, self.on, self.counter_number)
        self._balance_asked.run(job, self._show_balance, self.fail)
        if not self._drafts_read:
            self._drafts_read = True
            self._runner.run(
                partial(self._drafts.open, self._actor), self._find_draft, self.fail, lane="background"
            )

    def _show_balance(self, balance: DayBalance) -> None:
        if balance != self.balance:
            self.balance = balance
            self.exception = max(0, min(self.exception, len(balance.exceptions) - 1))
            self.balanced.emit()

    def _find_draft(self, drafts: tuple[DraftRow, ...]) -> None:
        """What was typed before a crash, or before the screen was left, comes back."""
        for row in drafts:
            kept = read_draft(row)
            if row.form == FORM and kept.state.get("on") == self.on.isoformat() and not self.remarks:
                said = dict(kept.state.get("remarks", {}))
                self.remarks = {str(what): str(words) for what, words in said.items()}
                self._new_draft(kept.draft_id)
                self.balanced.emit()
                return

    def _new_draft(self, draft_id: str = "") -> None:
        self._drafting = Drafting(self._drafts, self._actor, self._runner, FORM, draft_id)
        self._drafting.failed.connect(self.fail)

    def _ended(self, paper_id: int) -> None:
        self.busy = False
        self._keep.stop()
        self._unkept = False
        self._drafting.finish()
        self._new_draft()
        self.notice.emit(text("day", "已日结，汇总可以打印。"))
        self._ask_balance()
        self.paper.emit(paper_id)

    def _not_ended(self, error: CounterError) -> None:
        self.busy = False
        self.balanced.emit()
        self._ask_balance()
        self.fail(error)

    def _not_now(self, _error: CounterError) -> None:
        """A look in the background failed: the next one, or the clerk's own, will tell."""
