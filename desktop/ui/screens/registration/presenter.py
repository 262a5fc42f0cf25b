"""What the registration form knows: whom it is about, how it is kept, how it is handed in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from desktop.domain.codes import IdKind, ReportedBy
from desktop.domain.errors import (
    BadInput,
    CounterError,
    EnvironmentTrouble,
    FieldProblem,
    NotPossible,
)
from desktop.domain.id_numbers import read_id_number
from desktop.ui.kit.background import Runner
from desktop.ui.kit.case_words import grouped
from desktop.ui.kit.correcting import Correcting
from desktop.ui.kit.drafting import Drafting, Kept
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import text
from desktop.ui.kit.turns import later
from desktop.ui.screens.registration.identity import Identity
from desktop.ui.screens.registration.places import Places
from desktop.ui.screens.registration.review import Review
from desktop.ui.screens.registration.sheet import HOUSEHOLD, MINOR, MOST_MINORS, MOVE, Sheet

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor, RegistrationDone

FORM = "registration"
"""What these drafts are called among all forms' drafts."""


class RegistrationPresenter(Presenter):
    """One residence registration, from the number to the certificate; then perhaps the next of the household.

    `about`: a person id (the record is filled in), a new ID number, or None for an empty form. `kept`: a
    draft taken up again, cursor and all. What is typed goes to `sheet`; `identity`, `places` and `review`
    look it up, complete it and judge it.
    """

    filled = Signal(object)
    """Show these values (dict of field name to value); go on when the focus is among them."""
    told = Signal()
    """Advice, comparison, the number's judgement or the written address have changed."""
    refused = Signal(object)
    """Handing in found these problems (tuple of FieldProblem)."""
    busy_changed = Signal()
    accepted = Signal()
    """`done` is there: stored for good."""
    restarted = Signal()
    """Another form begins; the view shows `sheet`."""
    leaving = Signal()
    """The screen is being left: hand over what is typed."""
    correction = Signal(object)
    """Go and correct who a known person is: `kit.correcting.Correcting`."""

    def __init__(
        self,
        counter: Counter,
        actor: Actor,
        runner: Runner,
        about: int | str | None = None,
        kept: Kept | None = None,
    ) -> None:
        super().__init__()
        self._counter, self._actor, self._runner, self._about = counter, actor, runner, about
        today = counter.office.today()
        self._defaults = {
            "id_kind": str(IdKind.RESIDENT),
            "division": actor.station.division,
            "reported_by": str(ReportedBy.SELF),
        }
        self.sheet = Sheet(self._defaults)
        self.identity = Identity(counter, actor, runner, self.sheet, today)
        self.places = Places(counter, actor, runner, self.sheet, self.identity.names)
        self.review = Review(counter, actor, runner, today, self.identity, self.places)
        self.today = today
        self.kept = kept
        self.minors, self.more = 0, False
        self.shown = False
        """Whether a view has been built already: a later one leaves the focus to whoever rebuilt it."""
        self.done: RegistrationDone | None = None
        self.busy = self._troubled = self._at_papers = False
        self._drafting = self._begin_draft(kept.draft_id if kept else "")
        self._kept_once = kept is not None
        for part in (self.identity, self.places, self.review):
            part.failed.connect(self.fail)
        self.identity.filled.connect(self._fill)
        self.places.filled.connect(self._fill)
        self.identity.judged.connect(self.told)
        self.identity.recognised.connect(self._recognise)
        self.places.wrote.connect(self.told)
        self.review.advised.connect(self.told)
        self._begin()

    # -- the screen ------------------------------------------------------------------------------
    def title(self) -> str:
        """What the screen is called."""
        return text("registration", "居住登记")

    def leave(self) -> bool:
        """The form may always be left: what was typed stays as a draft, an untouched form leaves none."""
        self.leaving.emit()
        if self.done is None and not self.sheet.touched():
            self._drafting.finish()
        return True

    def unfinished(self) -> bool:
        """See `Presenter.unfinished`."""
        return self._drafting.kept

    def done_with(self) -> bool:
        """See `Presenter.done_with`."""
        self.leaving.emit()
        untouched = not (self.busy or self.sheet.touched() or self.unfinished())
        return self.done is not None or untouched

    def refresh(self) -> None:
        """Shown again: coming from the papers the finished case is seen, otherwise a new form begins."""
        if self.done is not None and not self._at_papers:
            self.restart()
        elif self.done is None and self.identity.known is not None:
            self.identity.look_again()
        self._at_papers = False

    def scan(self, code: str) -> bool:
        """Take a scanned ID number into an empty form; anything else goes to the one box."""
        if self.done is not None or self.busy or self.sheet.values.get("id_number"):
            return False
        try:
            read_id_number(code, today=self.today)
        except BadInput:
            return False
        number = self.sheet.put({"id_number": code}, over=True)
        self.identity.judge(left=True)
        self._fill(number)
        return True

    def fail(self, error: CounterError) -> None:
        """Trouble with the environment goes to the banner, the rest to the view; the form stays."""
        if isinstance(error, EnvironmentTrouble):
            self._troubled = True
            self.trouble.emit(error)
        else:
            super().fail(error)

    # -- typing ----------------------------------------------------------------------------------
    def typed(self, values: Mapping[str, str]) -> None:
        """The clerk has typed: this is what stands in the form now."""
        before, self.sheet.values = self.sheet.values, dict(values)
        if any(before.get(name) != values.get(name) for name in ("id_number", "id_kind")):
            self.identity.judge()

    def left(self, name: str) -> None:
        """The clerk has left a field: a number is judged as it stands."""
        if name == "id_number":
            self.identity.judge(left=True)

    def settled(self, view: Mapping[str, Any]) -> None:
        """The clerk pauses: say what the rules make of the form so far, and keep it as a draft.

        `view` is what `kit.draft.capture` gave.
        """
        if self.done is not None:
            return
        self.review.consider(self.sheet)
        self._kept_once = self._kept_once or self.sheet.touched()
        if not self._kept_once:
            return
        values = self.sheet.values
        subject = values.get("name", "").strip() or values.get("id_number", "").strip()
        state = {
            "about": self._about,
            "minors": self.minors,
            "more": self.more,
            "machine": self.sheet.machine,
            "differing": self.identity.differing,
        }
        self._drafting.save(subject or text("registration", "未填姓名"), dict(view), state)

    def restored(self, values: Mapping[str, str]) -> None:
        """A draft is back in the view: look its person up again, filling nothing in."""
        self.kept = None
        self.sheet.values = dict(values)
        self.identity.judge(left=True, quiet=True)
        self.review.consider(self.sheet)

    def set_minors(self, count: int) -> bool:
        """How many rows there are for children who came along; says whether so many may be."""
        if not 0 <= count <= MOST_MINORS:
            return False
        gone = [f"{name}_{row}" for row in range(count + 1, MOST_MINORS + 1) for name in MINOR]
        for name in gone:
            self.sheet.values.pop(name, None)
            self.sheet.machine.pop(name, None)
        self.minors = count
        return True

    # -- handing in ------------------------------------------------------------------------------
    def submit(self) -> None:
        """Store the registration; harmless while one is being stored, and after."""
        if self.busy or self.done is not None:
            return
        whole = self.review.reading(self.sheet)
        if whole.person is None or whole.registration is None or whole.problems:
            self.refused.emit(whole.problems)
            return
        current = self.identity.current
        self._set_busy(True)
        self._runner.run(
            partial(
                self._counter.registrations.accept,
                self._actor,
                self._drafting.draft_id,
                whole.person,
                whole.registration,
                move_from=current.registration_id if current else None,
            ),
            self._accept,
            self._refuse,
        )

    def show_papers(self) -> None:
        """Go to the certificate of the case just stored."""
        if self.done is not None:
            self._at_papers = True
            self.papers.emit(self.done.case.case_id)

    def correct_person(self) -> None:
        """Go and correct who the person is; what was typed otherwise goes along, the form stays as it is."""
        person = self.identity.known.person if self.identity.known else None
        if person is not None and self.done is None:
            self.leaving.emit()
            self.correction.emit(Correcting(person.person_id, tuple(self.identity.differing.items())))

    def next_of_household(self) -> None:
        """Begin a form for somebody with the same address, landlord and arrival."""
        if self.done is not None:
            same = {name: self.sheet.values.get(name, "") for name in HOUSEHOLD}
            self.restart({name: value for name, value in same.items() if value})

    def restart(self, values: Mapping[str, str] | None = None) -> None:
        """Begin another form, with these values in it."""
        self.done, self.kept, self._about = None, None, None
        self.minors, self.more = 0, False
        self._drafting, self._kept_once = self._begin_draft(), False
        self.sheet = Sheet({**self._defaults, **(values or {})})
        self.identity.start_again(self.sheet)
        self.places.start_again(self.sheet)
        self.review.forget()
        self.restarted.emit()
        self.review.consider(self.sheet)

    # -- inside ----------------------------------------------------------------------------------
    def _begin(self) -> None:
        if self.kept is not None:
            state = self.kept.state
            self.minors = min(MOST_MINORS, max(0, int(state.get("minors", 0) or 0)))
            self.more = bool(state.get("more"))
            self.sheet.machine |= state.get("machine") or {}
            self.identity.take_up(state.get("differing") or {}, opened=isinstance(self._about, int))
        self.places.show_names(self._defaults)
        if self.kept is None and isinstance(self._about, int):
            self.identity.open_person(self._about)
        elif self.kept is None and self._about:
            self._fill(self.sheet.put({"id_number": str(self._about)}, over=True))
            self.identity.judge(left=True)

    def _begin_draft(self, draft_id: str = "") -> Drafting:
        drafting = Drafting(self._counter.drafts, self._actor, self._runner, FORM, draft_id)
        drafting.failed.connect(self.fail)
        return drafting

    def _fill(self, values: dict[str, str]) -> None:
        self.filled.emit(values)
        self.review.consider(self.sheet)

    def _recognise(self) -> None:
        if self.identity.current is None and self.sheet.values.get(MOVE):
            self.sheet.put({MOVE: ""}, over=True)
            self.filled.emit({MOVE: ""})
        self.told.emit()

    def _accept(self, done: RegistrationDone) -> None:
        self.done = done
        self._drafting.finish()
        self._set_busy(False)
        if self._troubled:
            self._troubled = False
            self.trouble.emit(None)
        self._at_papers = True
        self.accepted.emit()
        later(self, self._lead_on)  # the page in a turn of its own

    def _lead_on(self) -> None:
        done = self.done
        if done is not None:
            self.notice.emit(
                text("registration", "{name}的居住登记已办结，受理号 {number}").format(
                    name=done.case.person_name, number=grouped(done.case.case_number)
                )
            )
            self.show_papers()

    def _refuse(self, error: CounterError) -> None:
        self._set_busy(False)
        if isinstance(error, BadInput):
            self.refused.emit((FieldProblem(error.field, error.message),))
            return
        if isinstance(error, NotPossible):  # registered meanwhile at another counter: show where
            self.identity.look_again()
        self.fail(error)

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit()
