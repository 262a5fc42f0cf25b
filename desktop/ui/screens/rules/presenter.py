"""What the screen of rules knows: the place, the day, the rules there, and what is looked for among them."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.errors import BadInput
from desktop.domain.staffing import read_residents
from desktop.services.division_rows import DivisionLevel
from desktop.services.rule_rows import Standing
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.suggest import Offer
from desktop.ui.kit.text import text
from desktop.ui.screens.rules.words import hay

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.errors import CounterError, Sentence
    from desktop.services.counter import Counter as Services
    from desktop.services.division_rows import DivisionHit
    from desktop.services.rows import Actor
    from desktop.services.rule_rows import RuleRow, RulesInForce, StaffingRow

_PLACES = frozenset((DivisionLevel.PROVINCE, DivisionLevel.CITY, DivisionLevel.COUNTY))


class RulesPresenter(Presenter):
    """The rules of one place on one day; walks from change to change, and filters while the reader types."""

    changed = Signal()
    """Other rules, or others of them."""
    offered = Signal(object)
    """Places that fit what was typed: tuple of Offer."""
    staffed = Signal()
    """`staff` or `staff_problem` has changed."""

    def __init__(self, counter: Services, actor: Actor, runner: Runner) -> None:
        super().__init__()
        self._rules, self._divisions, self._sheets = counter.rules, counter.divisions, counter.sheets
        self._actor, self._runner = actor, runner
        self._reading, self._offering, self._counting = Latest(runner), Latest(runner), Latest(runner)
        self.own_division = actor.station.division
        self.division, self.division_name = self.own_division, ""
        self.today = self._rules.today()
        self.on = self.today
        self.rules: RulesInForce | None = None
        self._hays: tuple[str, ...] = ()
        self._hays_in = ""
        self.typed = ""
        self.chosen = ""
        """The key of the rule that is shown in full."""
        self.residents = ""
        """The number of newcomers to count staff for, as typed."""
        self.staff: StaffingRow | None = None
        self.staff_problem: Sentence | None = None
        self.making = False
        """A paper of the count is being made out."""
        self._read()

    def title(self) -> str:
        """The screen's name."""
        return text("rules", "现行规定")

    @property
    def rows(self) -> tuple[RuleRow, ...]:
        """The rules that fit what is looked for."""
        everything = self.rules.rows if self.rules is not None else ()
        terms = self.typed.casefold().split()
        if not terms:
            return everything
        if self._hays_in != self.title():  # the screen has another language by now
            self._hays_in, self._hays = self.title(), tuple(map(hay, everything))
        found = zip(everything, self._hays, strict=True)
        return tuple(row for row, words in found if all(term in words for term in terms))

    @property
    def counted(self) -> Counter[Standing]:
        """How many rules stand how."""
        return Counter(row.standing for row in self.rules.rows) if self.rules is not None else Counter()

    def search(self, typed: str) -> None:
        """Show only the rules that hold every word typed."""
        if typed != self.typed:
            self.typed = typed
            self.changed.emit()

    def choose(self, key: str) -> None:
        """Remember which rule the cursor is on."""
        self.chosen = key

    def count_staff(self, typed: str) -> None:
        """Count who looks after so many newcomers of one community or employer."""
        self.residents = typed.strip()
        self._count_staff()

    def ask_place(self, typed: str) -> None:
        """Find provinces, cities and counties by name, pinyin or code."""
        job = partial(self._divisions.search, typed, levels=_PLACES, near=self.own_division, limit=12)
        self._offering.run(job, self._offer, self.fail)

    def pick_place(self, code: str, name: str) -> None:
        """Show the rules of another place."""
        self.division, self.division_name = code, name
        self._read()

    def go_to(self, on: date) -> None:
        """Show the rules of another day."""
        if on != self.on:
            self.on = on
            self._read()

    def go_to_today(self) -> None:
        """Show today's rules."""
        self.today = self._rules.today()
        self.go_to(self.today)

    def go_to_previous(self) -> None:
        """Go to the day on which the rules before these began."""
        if self.rules is not None and self.rules.previous is not None:
            self.go_to(self.rules.previous)

    def go_to_following(self) -> None:
        """Go to the day on which the rules after these begin."""
        if self.rules is not None and self.rules.following is not None:
            self.go_to(self.rules.following)

    def _read(self) -> None:
        self._reading.run(partial(self._find_rules, self.division, self.on), self._show, self.fail)

    def _find_rules(self, division: str, on: date) -> tuple[RulesInForce, tuple[str, ...], str]:
        """In the worker: the rules, and what each can be found by in the present language."""
        rules = self._rules.in_force(division, on)
        return rules, tuple(map(hay, rules.rows)), self.title()

    def _show(self, found: tuple[RulesInForce, tuple[str, ...], str]) -> None:
        self.rules, self._hays, self._hays_in = found
        self.division_name = self.rules.division_name or self.division_name or self.rules.division
        self.changed.emit()
        self._count_staff()

    def _count_staff(self) -> None:
        self.staff = self.staff_problem = None
        if self.residents and self.rules is not None and self.rules.names_staff:
            try:
                residents = read_residents(self.residents)
            except BadInput as wrong:
                self.staff_problem = wrong.message
            else:
                job = partial(self._rules.staffing, self.rules.division, self.rules.on, residents)
                self._counting.run(job, self._show_staff, self.fail)
                return
        self._counting.forget()
        self.staffed.emit()

    def print_staff(self) -> None:
        """Have the count made out as a paper, and go to print it."""
        if self.staff is None or self.rules is None or self.making:
            return
        self.making = True
        self.staffed.emit()
        count, rules = self.staff.residents, self.rules
        job = partial(self._sheets.staffing_sheet, self._actor, rules.division, rules.on, count)
        self._runner.run(job, self._made, self._not_made)

    def _made(self, paper_id: int) -> None:
        self.making = False
        self.staffed.emit()
        self.paper.emit(paper_id)

    def _not_made(self, error: CounterError) -> None:
        self.making = False
        self.staffed.emit()
        self.fail(error)

    def _show_staff(self, found: StaffingRow) -> None:
        self.staff = found
        self.staffed.emit()

    def _offer(self, hits: tuple[DivisionHit, ...]) -> None:
        self.offered.emit(tuple(Offer(hit.code, hit.full_name, hit.code) for hit in hits))
