"""What the desk knows: what the one box asked for and found, and the day at this counter."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.codes import CaseState, IdKind, PaperKind
from desktop.domain.errors import BadInput, CounterError, Sentence
from desktop.domain.id_numbers import IdNumber, read_id_number, tidy
from desktop.domain.queries import QueryKind, read_query
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.screen import Finder
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from datetime import date

    from desktop.services.counter import Counter
    from desktop.services.rows import Actor, CaseRow, DraftRow, LookupAnswer

WHOLE_NUMBER = 18
_WITH_PAPERS = (CaseState.PRODUCED, CaseState.SENT_BACK)
"""A case in one of these wants something of the counter, which is done from its papers."""
"""An ID number of so many digits is judged while it is typed; shorter and longer ones on Enter only."""


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A sheet of a case that was not printed yet, or whose outcome nobody has told."""

    case: CaseRow
    what: Sentence
    printed: bool


@dataclass(frozen=True, slots=True)
class Glance:
    """The day at this counter: its cases newest first, the unfinished forms, the sheets to ask about."""

    today: date
    cases: tuple[CaseRow, ...]
    drafts: tuple[DraftRow, ...]
    unanswered: tuple[Unanswered, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """Something to type at the practice station: "new", "name", "initials" or "phone", and the words."""

    kind: str
    typed: str


class DeskPresenter(Finder):
    """Finds whatever is typed or scanned; shows the day while nothing is asked."""

    found = Signal()
    """`asked`, `answer`, `digits` or `offer` have changed."""
    glanced = Signal()
    """`glance` has changed."""
    listed = Signal()
    """Enter left a choice to the clerk: the focus belongs on what was found."""
    continue_draft = Signal(object)
    """Take up an unfinished form: DraftRow."""

    permit = Signal(object)
    """Go to a permit: permit id."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner) -> None:
        super().__init__()
        self._counter, self.actor, self._runner = counter, actor, runner
        self._latest, self._days = Latest(runner), Latest(runner)
        self.asked = ""
        self.answer: LookupAnswer | None = None
        self.digits = 0  # so many digits of some number are typed so far
        self.offer: IdNumber | None = None  # a valid number that nobody has here
        self._entered = self._registers = False  # Enter is not answered yet; F6 came after it
        self.glance: Glance | None = None
        self._load()

    def title(self) -> str:
        """The screen's name."""
        return text("desk", "柜台")

    def refresh(self) -> None:
        """Cases, drafts and what was found may be others now."""
        self._load()
        if self.asked:
            self.search(self.asked)

    @property
    def begun(self) -> bool:
        """Whether the number on offer is nothing but digits, too few for an ID number: it may be half of one."""
        offer = self.offer
        return offer is not None and offer.kind is IdKind.PASSPORT and offer.number.isdigit()

    # -- the one box -------------------------------------------------------------------------------
    def search(self, typed: str) -> None:
        """Look up while the clerk types; the beginning of a number is counted, not judged."""
        self._ask(typed, for_good=False)

    def enter(self, typed: str) -> None:
        """Open the one exact match or the scanned case; otherwise leave the choice to the clerk."""
        self._ask(typed, for_good=True)

    def clear(self) -> None:
        """Ask for nothing: the day is seen again."""
        self._ask("", for_good=False)

    def open_found(self) -> None:
        """Open the case or paper that a barcode named."""
        answer = self.answer
        if answer is None:
            return
        if answer.permit_id is not None:
            self.permit.emit(answer.permit_id)
        elif answer.case is None:
            if answer.paper_id is not None and answer.asked.startswith(PaperKind.DAY_SUMMARY):
                self.day.emit()
            elif answer.paper_id is not None:
                self.paper.emit(answer.paper_id)
        elif answer.case.state is CaseState.AWAITING_MATERIALS:
            self.resume.emit(answer.case.case_id)
            if answer.superseded is not None and answer.superseded.superseded:
                self.notice.emit(text("desk", "扫描的单据已被更正取代，以现在登记的内容为准。"))
        elif answer.case.state is CaseState.RESUMED:
            self.open_person.emit(answer.case.person_id)
            self.notice.emit(text("desk", "这件申领的材料已经补齐，并已转为新的办件。"))
        elif answer.paper_id is not None:
            self.paper_scanned.emit(answer.case.case_id, answer.paper_id)
        elif answer.case.state in _WITH_PAPERS:
            self.papers.emit(answer.case.case_id)
        else:
            self.open_person.emit(answer.case.person_id)

    def register_somebody(self) -> None:
        """Register whoever has the number on offer, or that is still being looked up, or somebody new.

        After an Enter that is not answered yet: whoever it finds.
        """
        number = self.offer.number if self.offer is not None else self._looked_up()
        if self._entered and number is None:
            self._registers = True
            return
        self._entered = False  # whom it finds is not opened over the form
        self.register.emit(number)

    def _ask(self, typed: str, *, for_good: bool) -> None:
        self.asked = typed.strip()
        self._entered = self._registers = False
        query = read_query(self.asked)
        digits = _digits(self.asked) if query.kind in (QueryKind.ID, QueryKind.NOTHING) else 0
        if not self.asked or (digits not in (0, WHOLE_NUMBER) and not for_good):
            self._latest.forget()
            self.answer, self.offer, self.digits = None, None, digits
            self.found.emit()
            return
        if self.offer is not None and self.offer.number != query.text:
            self.offer = None  # that of the question before
        find = partial(self._find, self.asked)
        self._entered = for_good
        self._latest.run(find, self._take, self._not_found)

    def _looked_up(self) -> str | None:
        """Return the number that was asked for and is not answered yet: Enter may come twice, faster than the answer."""
        query = read_query(self.asked)
        if query.kind is not QueryKind.ID or (self.answer is not None and self.answer.asked == query.text):
            return None
        try:
            return read_id_number(query.text, None, today=self._counter.day.today()).number
        except BadInput:
            return None

    def _find(self, asked: str) -> tuple[LookupAnswer, IdNumber | None]:
        answer = self._counter.lookup.find(self.actor, asked)
        offer = None
        if not answer.hits and answer.problem is None and read_query(asked).kind is QueryKind.ID:
            offer = read_id_number(answer.asked, None, today=self._counter.day.today())
        return answer, offer

    def _not_found(self, error: CounterError) -> None:
        self._entered = self._registers = False
        self.fail(error)

    def _take(self, found: tuple[LookupAnswer, IdNumber | None]) -> None:
        answer, self.offer = found
        entered, registers = self._entered, self._registers
        self._entered = self._registers = False
        self.answer, self.digits = answer, 0
        self.found.emit()
        if not entered:
            return
        if any(each is not None for each in (answer.case, answer.paper_id, answer.permit_id)):
            self.open_found()
        elif len(answer.hits) == 1 and answer.hits[0].exact:
            (self.register if registers else self.open_person).emit(answer.hits[0].person_id)
        elif self.offer is not None and registers:
            self.register.emit(self.offer.number)
        elif answer.hits or (self.offer is not None and not self.begun):
            self.listed.emit()

    # -- the day -----------------------------------------------------------------------------------
    def take_up(self, draft: DraftRow) -> None:
        """Go on with an unfinished form; the end of the day finds its own."""
        if draft.form == "end_day":
            self.day.emit()
        else:
            self.continue_draft.emit(draft)

    def discard(self, draft_id: str) -> None:
        """Give an unfinished form up."""
        discard = partial(self._counter.drafts.discard, draft_id)
        self._runner.run(discard, self._discarded, self.fail, lane="background")

    def _discarded(self, _: None) -> None:
        self._load()

    def samples(self) -> tuple[Sample, ...]:
        """What a newcomer may try at the practice station; nothing at a real one."""
        if not self.actor.station.practice:
            return ()
        from desktop.domain.id_numbers import check_digit
        from desktop.services.practice_people import NEWCOMERS, PEOPLE  # for start-up time

        new = [Sample("new", first17 + check_digit(first17)) for _, first17 in NEWCOMERS]
        known = PEOPLE[0]
        return (
            *new,
            Sample("name", known.name),
            Sample("initials", "syt"),
            Sample("phone", known.facts["phone"]),
        )

    def _load(self) -> None:
        self._days.run(self._look_around, self._show_day, self.fail, lane="background")

    def _look_around(self) -> Glance:
        counter, number = self._counter, self.actor.counter_number
        today = counter.day.today()
        cases = counter.day.cases(today, counter=number)
        known = {case.case_id: case for case in cases}
        unanswered = tuple(
            Unanswered(
                known.get(each.case_id) or counter.day.case(each.case_id), each.what, each.copy_id is not None
            )
            for each in counter.day.balance(today, number).exceptions
            if each.unanswered and each.case_id is not None
        )
        return Glance(today, cases, counter.drafts.open(self.actor), unanswered)

    def _show_day(self, glance: Glance) -> None:
        self.glance = glance
        self.glanced.emit()


def _digits(asked: str) -> int:
    number = tidy(asked)
    return len(number) if number.isascii() and number.isdigit() else 0
