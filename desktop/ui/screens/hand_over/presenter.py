"""What the screen of handing over knows: what was scanned, how it is filled in, what was handed over."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage

from desktop.domain.errors import BadInput, CounterError, FieldProblem, NotPossible, Sentence, sentence
from desktop.domain.handing_over import SignedOn
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.drafting import Drafting, Kept
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import text
from desktop.ui.screens.hand_over.pad import Strokes
from desktop.ui.screens.hand_over.reading import defaults, read

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.hand_over_rows import Collection, HandedOver
    from desktop.services.rows import Actor

FORM = "hand_over"
"""What its drafts are called."""
_FIRST = sentence("hand_over", "先办完或者放下现在这一张，再接着办没有办完的那一张。")
_BUSY = sentence("hand_over", "正在保存上一张的发放，请稍候再扫。")


class Found(NamedTuple):
    """What a scan is for, its photo ready to be painted."""

    collection: Collection
    photo: QImage | None


class HandOverPresenter(Presenter):
    """Finds what is scanned and hands it over once; a form that is half filled is never lost to the next scan."""

    found = Signal()
    """Another scan was looked up, or the form is empty: `collection`, `problem` and `values` are others."""
    handed = Signal()
    """`done` was handed over: the next scan is awaited."""
    asked = Signal(str)
    """A scan came while the form is half filled: ask before it is given up."""
    faulty = Signal(object)
    """Fields that break a rule: a tuple of FieldProblem."""
    told = Signal(object)
    """A Sentence about what was refused; the form stays."""
    leaving = Signal()
    """The screen is about to be left, or another scan came: what is typed must be known."""
    busy_changed = Signal()

    permit = Signal(object)
    """Go to a permit: permit id."""
    uncollected = Signal()
    """Go to the permits that nobody has come for."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner, kept: Kept | None = None) -> None:
        super().__init__()
        self._counter, self._actor, self._runner = counter, actor, runner
        self._asking = Latest(runner)
        self._today = counter.day.today()
        self.code = ""
        self.collection: Collection | None = None
        self.photo: QImage | None = None
        self.problem: Sentence | None = None
        self.done: HandedOver | None = None
        self.values: dict[str, str] = {}
        self.strokes: Strokes = ()
        self.busy = False
        self._at_first: dict[str, str] = {}
        self._drafting: Drafting | None = None
        self._kept: Kept | None = None
        self._kept_view: dict[str, Any] = {}
        if kept is not None:
            self.carry(kept)

    # -- the screen ----------------------------------------------------------------------------------
    def about(self) -> tuple[int | None, int | None]:
        """The person whose permit is on the desk."""
        return None, (
            self.collection.case.case_id if self.collection is not None and self.collection.case else None
        )

    def title(self) -> str:
        """See `Presenter.title`."""
        matter = text("hand_over", "发放居住证")
        person = self.collection.person if self.collection is not None else None
        return f"{matter} · {person.name}" if person is not None else matter

    def carry(self, what: object) -> None:
        """Take a code that another screen came with, or an unfinished form."""
        if isinstance(what, Kept):
            self.leaving.emit()
            if self.busy or (self.half_filled and not self._same(str(what.state.get("code", "")))):
                self.told.emit(_FIRST)
            elif not self.half_filled:
                self._look(str(what.state.get("code", "")), what)
        elif isinstance(what, str):
            self.scan(what)

    def scan(self, code: str) -> bool:
        """Look a scan up; while a form is half filled it is asked first, while one is stored it is refused."""
        self.leaving.emit()
        if self.busy:
            self.told.emit(_BUSY)
        elif self.half_filled and not self._same(code):
            self.asked.emit(code)
        elif not self.half_filled:
            self.look(code)
        return True

    def refresh(self) -> None:
        """The case may stand elsewhere by now; a form that is half filled stays."""
        self.leaving.emit()
        if self.code and not self.half_filled and not self.busy and self.done is None:
            self._look(self.code, None)

    def leave(self) -> bool:
        """The draft is kept silently; a form in which nothing was typed leaves none."""
        self.leaving.emit()
        if not self.half_filled:
            self._forget_draft()
        return True

    def unfinished(self) -> bool:
        """See `Presenter.unfinished`."""
        return self._drafting is not None and self._drafting.kept

    def done_with(self) -> bool:
        """See `Presenter.done_with`."""
        self.leaving.emit()
        return not (self.busy or self.half_filled or self.unfinished())

    # -- what the view shows -------------------------------------------------------------------------
    @property
    def ready(self) -> bool:
        """Whether there is a permit to hand over."""
        return self.collection is not None and self.collection.ready and self.problem is None

    @property
    def half_filled(self) -> bool:
        """Whether something was filled in that a scan would lose."""
        return self.ready and (self.values != self._at_first or bool(self.strokes))

    @property
    def on_screen(self) -> bool:
        """Whether it is signed for on the screen."""
        return self.values.get("signed_on") == SignedOn.SCREEN.value

    def kept_view(self) -> dict[str, Any]:
        """Give what stood in the view when the draft was kept, once."""
        kept, self._kept_view = self._kept_view, {}
        return kept

    # -- what the clerk does -------------------------------------------------------------------------
    def look(self, code: str) -> None:
        """Look a code up; what was filled in for another one is given up."""
        self._forget_draft()
        self._look(code.strip(), None)

    def give_up(self) -> None:
        """Put the case away that is open: the screen waits for a scan."""
        self._forget_draft()
        self._clear()
        self.done = None
        self.found.emit()

    def type(self, values: Mapping[str, str]) -> None:
        """Learn what stands in the form."""
        self.values = {**self.values, **values}

    def sign(self, strokes: Strokes) -> None:
        """Learn what is written on the pad."""
        self.strokes = strokes

    def save_draft(self, view: dict[str, Any]) -> None:
        """Keep the form as it stands; a signature is never kept in a draft."""
        if self.half_filled and self._drafting is not None and self.collection is not None:
            person = self.collection.person
            state = {"code": self.code, "values": self.values}
            self._drafting.save(person.name if person is not None else "", view, state)

    def see_case(self) -> None:
        """Open the papers of the case that the scan named."""
        if self.collection is not None and self.collection.case is not None:
            self.papers.emit(self.collection.case.case_id)

    def see_permit(self) -> None:
        """Open the permit that the scan named, or that was handed over last."""
        permit = self.collection.permit if self.collection is not None else None
        permit = self.done.permit if permit is None and self.done is not None else permit
        if permit is not None:
            self.permit.emit(permit.permit_id)

    def submit(self, values: Mapping[str, str], signature: bytes | None) -> None:
        """Hand it over, once; harmless while it is being stored."""
        found = self.collection
        if found is None or found.case is None or self._drafting is None or not self.ready or self.busy:
            return
        self.type(values)
        reading = read(self.values, found, signature, self._today)
        if reading.form is None:
            self.faulty.emit(reading.problems)
            return
        self._set_busy(True)
        job = partial(
            self._counter.handing_over.hand_over,
            self._actor,
            self._drafting.draft_id,
            found.case.case_id,
            reading.form,
        )
        self._runner.run(job, self._handed, self._failed)

    # -- inside --------------------------------------------------------------------------------------
    def _same(self, code: str) -> bool:
        """Whether a code names the case that is open: its receipt scanned once more."""
        number = "".join(code.split())
        case = self.collection.case if self.collection is not None else None
        return number == self.code or (case is not None and number[-22:] == case.case_number)

    def _look(self, code: str, kept: Kept | None) -> None:
        if not code:
            return
        self._kept = kept
        self._asking.run(partial(self._find, code), partial(self._show, code), self.fail)

    def _find(self, code: str) -> Found:
        collection = self._counter.handing_over.find(self._actor, code)
        photo = QImage.fromData(collection.photo) if collection.photo else None
        return Found(collection, photo)

    def _show(self, code: str, found: Found) -> None:
        self._clear()
        self.code, self.done = code, None
        self.collection, self.photo = found
        self.problem = self.collection.problem
        kept, self._kept = self._kept, None
        draft_id = kept.draft_id if kept is not None else ""
        if self.collection.ready or draft_id:
            drafts = self._counter.drafts
            self._drafting = Drafting(drafts, self._actor, self._runner, FORM, draft_id)
            self._drafting.failed.connect(self.fail)
        if self.collection.ready:
            self._at_first = defaults(self.collection)
            self.values = dict(self._at_first)
            if kept is not None:
                known = dict(kept.state.get("values", {}))
                self.values |= {name: str(known.get(name, self.values[name])) for name in self.values}
                self._kept_view = kept.view
        else:
            self._forget_draft()  # what was begun can come to nothing any more
        self.retitled.emit()
        self.found.emit()

    def _clear(self) -> None:
        self.code, self.collection, self.photo, self.problem = "", None, None, None
        self.values, self._at_first, self.strokes = {}, {}, ()

    def _forget_draft(self) -> None:
        if self._drafting is not None:
            self._drafting.finish()
            self._drafting = None

    def _handed(self, done: HandedOver) -> None:
        self._forget_draft()
        self._clear()
        self.done = done
        self._set_busy(False)
        self.retitled.emit()
        self.handed.emit()

    def _failed(self, error: CounterError) -> None:
        self._set_busy(False)
        if isinstance(error, BadInput):
            self.faulty.emit((FieldProblem(error.field, error.message),))
        elif isinstance(error, NotPossible):
            self.told.emit(error.message)
            self._asking.run(partial(self._find, self.code), self._stands_elsewhere, self.fail)
        else:
            self.fail(error)

    def _stands_elsewhere(self, found: Found) -> None:
        """It was refused: perhaps another counter was first; then its sentence stands where the form was."""
        if not found.collection.ready:
            self._forget_draft()
            self._show(self.code, found)

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit()
