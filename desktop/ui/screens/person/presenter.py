"""What the person's page knows, and where each of its actions leads."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from desktop.domain.changes import ANYTHING, Change
from desktop.domain.codes import CaseKind, CaseState
from desktop.domain.errors import CounterError, NotPossible, Sentence
from desktop.domain.permit_life import LIVE
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.correcting import Correcting
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.services.application_rows import SheetDone
    from desktop.services.counter import Counter
    from desktop.services.rows import ActionRow, Actor, CaseRow, PersonPage

SHOWN_MS = 10_000
"""The whole ID number is seen so long; others stand in the queue behind."""


class PersonPresenter(Presenter):
    """One person's page, read anew each time it is seen."""

    loaded = Signal()
    """`page` or `missing` has changed."""
    number_changed = Signal()
    """`number_shown` has changed."""
    hukou = Signal(object)
    """Go to the assessment of a hukou transfer: person id."""
    permit = Signal(object)
    """Go to a permit: permit id."""
    correction = Signal(object)
    """Go and correct what is known: `kit.correcting.Correcting`."""
    correction_case = Signal(object)
    """Go to a correction that was proposed: case id."""
    own_data = Signal(object)
    """Go and see everything that is stored of the person: person id."""
    leaving = Signal(object)
    """Go and end registration and permit together: person id."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner, person_id: int) -> None:
        super().__init__()
        self._counter, self._actor, self._runner = counter, actor, runner
        self._latest = Latest(runner)
        self.person_id = person_id
        self.page: PersonPage | None = None
        self.missing: Sentence | None = None  # why there is no page
        self.number_shown = False
        self._making = ""  # the request of the sheet under way
        self.hiding = QTimer(self)
        self.hiding.setSingleShot(True)
        self.hiding.setInterval(SHOWN_MS)
        self.hiding.timeout.connect(self.hide_number)
        self._load()

    def matter(self) -> str:
        """A person's page; its title is their name."""
        return text("person", "人员")

    def about(self) -> tuple[int | None, int | None]:
        """This person."""
        return self.person_id, None

    def done_with(self) -> bool:
        """See `Presenter.done_with`."""
        return True

    def title(self) -> str:
        """The person's name."""
        return self.page.person.name if self.page is not None else text("person", "人员")

    def refresh(self) -> None:
        """Another screen may have changed what is known."""
        self.hide_number()
        self._load()

    def changed_elsewhere(self, changes: tuple[Change, ...]) -> None:
        """Another counter did something for this person: read the page again, and say who it was."""
        here = [change for change in changes if change.person_id == self.person_id]
        if here or ANYTHING in changes:
            self._load()
        if here:
            self.notice.emit(
                text("person", "{counter}号窗口（{name}）刚刚办理了此人的业务，本页已重新读取。").format(
                    counter=here[-1].counter_number, name=here[-1].staff_name
                )
            )

    # -- the whole number --------------------------------------------------------------------------
    def show_number(self) -> None:
        """Show the whole ID number for ten seconds, after it is written down; at once hide it if shown."""
        if self.number_shown:
            self.hide_number()
        elif self.page is not None:
            note = partial(self._counter.people.whole_number_shown, self._actor, self.person_id)
            self._runner.run(note, self._reveal, self.fail)

    def hide_number(self) -> None:
        """Mask the number again."""
        self.hiding.stop()
        if self.number_shown:
            self.number_shown = False
            self.number_changed.emit()

    def covered(self) -> None:
        """Nobody sees the whole number when the lock is lifted."""
        self.hide_number()

    def number(self) -> str:
        """The ID number as it may be seen now."""
        if self.page is None:
            return ""
        person = self.page.person
        return person.id_number if self.number_shown else person.masked_id_number

    def _reveal(self, _: None) -> None:
        self.number_shown = True
        self.hiding.start()
        self.number_changed.emit()

    # -- what can be done --------------------------------------------------------------------------
    def possible(self, name: str) -> ActionRow | None:
        """Whether an action is possible now, and why not; None before the page is read."""
        actions = self.page.actions if self.page is not None else ()
        return next((each for each in actions if each.name == name), None)

    def register_residence(self) -> None:
        """Register a residence, or another address."""
        if self._may("register_residence"):
            self.register.emit(self.person_id)

    def apply_for_permit(self) -> None:
        """Take an application."""
        if self._may("apply_for_permit"):
            self.apply.emit(self.person_id)

    def resume_application(self) -> None:
        """Go on with the application that waits for materials."""
        cases = self.page.cases if self.page is not None else ()
        waiting = next((case for case in cases if waits(case)), None)
        if waiting is not None and self._may("resume_application"):
            self.resume.emit(waiting.case_id)

    def print_papers(self, case_id: int | None = None) -> None:
        """See and print the papers of a case, the newest when none is named: newest now, not when last read."""
        if case_id is not None and self._papers_of(case_id):
            self.papers.emit(case_id)
        elif self._may("print_paper"):
            read = partial(self._counter.people.page, self._actor, self.person_id)
            self._latest.run(read, self._print_newest, self._not_read)

    def _papers_of(self, case_id: int) -> bool:
        """Whether the case has papers at all: a correction has none."""
        cases = self.page.cases if self.page is not None else ()
        return not any(each.case_id == case_id and each.kind is CaseKind.CORRECTION for each in cases)

    def print_entitlements(self) -> None:
        """Make out the sheet of what the rules entitle to, once a press, and go to print it."""
        if self._may("print_entitlements") and not self._making:
            self._making = str(uuid.uuid4())
            make = partial(self._counter.sheets.entitlements, self._actor, self._making, self.person_id)
            self._runner.run(make, self._sheet_made, self._sheet_failed)

    def assess_hukou(self) -> None:
        """Compare what is known of the person with the conditions for moving their hukou here."""
        if self._may("assess_hukou"):
            self.hukou.emit(self.person_id)

    def open_permit(self) -> None:
        """See the permit that is held, else the newest."""
        permits = self.page.permits if self.page is not None else ()
        if permits and self._may("open_permit"):
            held = next((each for each in permits if each.state in LIVE), permits[0])
            self.permit.emit(held.permit_id)

    def correct_person(self) -> None:
        """Propose a correction; while one waits, see that one."""
        if self._may("correct_person"):
            self.correction.emit(Correcting(self.person_id))

    def see_own_data(self) -> None:
        """See everything that is stored of this person, as they may ask for."""
        if self.page is not None:
            self.own_data.emit(self.person_id)

    def open_a_case(self, case: CaseRow) -> None:
        """See a case: a correction has a page of its own, the others their papers."""
        self.open_by_kind(case.case_id, case.kind)

    def open_by_kind(self, case_id: int, kind: CaseKind | None) -> None:
        """See a case of a kind."""
        if kind is CaseKind.CORRECTION:
            self.correction_case.emit(case_id)
        else:
            self.papers.emit(case_id)

    def leave_residence(self) -> None:
        """End registration and permit together: the person leaves for good."""
        if self._may("leave_residence"):
            self.leaving.emit(self.person_id)

    def _sheet_made(self, done: SheetDone) -> None:
        self._making = ""
        self.papers.emit(done.case.case_id)

    def _sheet_failed(self, error: CounterError) -> None:
        self._making = ""
        self.fail(error)

    def _print_newest(self, page: PersonPage) -> None:
        self._show(page)
        newest = next((case for case in page.cases if case.kind is not CaseKind.CORRECTION), None)
        if newest is not None:
            self.papers.emit(newest.case_id)

    def _may(self, name: str) -> bool:
        row = self.possible(name)
        return row is not None and row.possible

    # -- reading -----------------------------------------------------------------------------------
    def _load(self) -> None:
        read = partial(self._counter.people.page, self._actor, self.person_id)
        self._latest.run(read, self._show, self._not_read)

    def _show(self, page: PersonPage) -> None:
        self.page, self.missing = page, None
        self.loaded.emit()
        self.retitled.emit()

    def _not_read(self, error: CounterError) -> None:
        if isinstance(error, NotPossible):
            self.page, self.missing = None, error.message
            self.loaded.emit()
        else:
            self.fail(error)


def waits(case: CaseRow) -> bool:
    """Whether a case is an application that waits for materials."""
    return case.kind is CaseKind.PERMIT_APPLICATION and case.state is CaseState.AWAITING_MATERIALS
