"""What the correction form knows: who, what is known of them, what is typed, what it would mean."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from desktop.domain.errors import BadInput, CounterError, FieldProblem, NotPossible, Sentence
from desktop.services.division_rows import DivisionLevel
from desktop.services.person_versions import FIELDS
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.case_words import grouped
from desktop.ui.kit.correcting import Correcting
from desktop.ui.kit.drafting import Drafting, Kept
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.suggest import Offer
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.correction_pages import CorrectionEffect, CorrectionForm
    from desktop.services.counter import Counter
    from desktop.services.permit_pages import CorrectionRow
    from desktop.services.rows import Actor

FORM = "correction"
"""What its drafts are called."""
PLACE = "hukou_division"
REASONS = ("reason", "evidence")
_MOST_OFFERS = 12


class CorrectionPresenter(Presenter):
    """Proposes one correction; it changes nothing until somebody else approves it."""

    loaded = Signal()
    """Who it is about is known, or why there is nobody; `values` are to be shown."""
    weighed = Signal()
    """`effect` has changed."""
    offered = Signal(object)
    """Divisions for the hukou's field: tuple of Offer."""
    faulty = Signal(object)
    """Fields that break a rule: a tuple of FieldProblem."""
    leaving = Signal()
    """The screen is about to be left: what is typed must be in the draft."""
    busy_changed = Signal()
    case = Signal(object)
    """Go to the page of a correction: case id."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner, about: Correcting | Kept) -> None:
        super().__init__()
        self._counter, self._actor, self._runner = counter, actor, runner
        kept = about if isinstance(about, Kept) else None
        state = kept.state if kept is not None else {}
        self.person_id = about.person_id if isinstance(about, Correcting) else int(state.get("person_id", 0))
        self._typed = dict(about.typed) if isinstance(about, Correcting) else {}
        self._base: dict[str, str] = dict(state.get("base", {}))
        """What was known when the draft was kept."""
        self.values: dict[str, str] = dict(state.get("values", {}))
        self.names: dict[str, str] = dict(state.get("names", {}))
        self.form: CorrectionForm | None = None
        self.missing: Sentence | None = None
        self.effect: CorrectionEffect | None = None
        self.busy = self._done = self._started = False
        self._touched = kept is not None or bool(self._typed)
        self._kept_view = kept.view if kept is not None else {}
        self._weighing, self._asking = Latest(runner), Latest(runner)
        self._drafting = Drafting(counter.drafts, actor, runner, FORM, kept.draft_id if kept else "")
        self._drafting.failed.connect(self.fail)

    # -- the screen ----------------------------------------------------------------------------------
    def about(self) -> tuple[int | None, int | None]:
        """The person to correct."""
        return self.person_id, None

    def title(self) -> str:
        """See `Presenter.title`."""
        matter = text("correction", "登记内容更正")
        return f"{matter} · {self.form.person.name}" if self.form is not None else matter

    def start(self) -> None:
        """Ask who it is about; called by the view once it listens, and does so once."""
        if not self._started:
            self._started = True
            self._load()

    def refresh(self) -> None:
        """Shown again: somebody may have corrected the person meanwhile."""
        if self._started and not self.busy:
            self._load()

    def kept_view(self) -> dict[str, Any]:
        """What stood in the view when the draft was kept; given once."""
        kept, self._kept_view = self._kept_view, {}
        return kept

    def leave(self) -> bool:
        """The draft is kept silently; a form in which nothing was typed leaves none."""
        self.leaving.emit()
        if not self._touched and not self._done:
            self._drafting.finish()
        return True

    def unfinished(self) -> bool:
        """See `Presenter.unfinished`."""
        return self._drafting.kept

    def done_with(self) -> bool:
        """See `Presenter.done_with`."""
        self.leaving.emit()
        return self._done or not (self.busy or self._touched)

    # -- what the clerk does -------------------------------------------------------------------------
    def ask(self, typed: str) -> None:
        """Find counties for the hukou; only the latest question is answered."""
        search = self._counter.divisions.search
        near = self._actor.station.division
        job = partial(search, typed, levels={DivisionLevel.COUNTY}, near=near, limit=_MOST_OFFERS)
        self._asking.run(job, self._found, self.fail)

    def pick(self, offer: Offer) -> None:
        """A division was picked: this is what it is called."""
        self.names[offer.code] = offer.label

    def type(self, values: Mapping[str, str]) -> None:
        """Learn what stands in the form, and weigh it anew."""
        if dict(values) != self.values:
            self._touched = True
        self.values = dict(values)
        self._weigh()

    def save_draft(self, view: dict[str, Any]) -> None:
        """Keep the form as it stands."""
        if self._touched and not self._done and self.form is not None:
            state = {
                "person_id": self.person_id,
                "values": self.values,
                "names": self.names,
                "base": dict(self.form.facts),
            }
            self._drafting.save(self.form.person.name, view, state)

    def submit(self, values: Mapping[str, str]) -> None:
        """Hand it in; harmless while it is being stored, and after. Problems go to `faulty`."""
        if self.busy or self._done or self.form is None:
            return
        self.type(values)
        if self.form.waiting is not None:
            return
        self.busy = True
        self.busy_changed.emit()
        job = partial(
            self._counter.corrections.propose,
            self._actor,
            self._drafting.draft_id,
            self.person_id,
            self.form.person.version,
            self.changes(),
            self.values.get("reason", ""),
            self.values.get("evidence", ""),
        )
        self._runner.run(job, self._proposed, self._refused)

    def open_waiting(self) -> None:
        """See the correction that waits already."""
        if self.form is not None and self.form.waiting is not None:
            self.case.emit(self.form.waiting.case_id)

    # -- what the view shows -------------------------------------------------------------------------
    def changes(self) -> dict[str, str]:
        """The fields that say something else than is known, and nothing but those."""
        facts = self.form.facts if self.form is not None else {}
        return {
            name: self.values[name] for name in FIELDS if self.values.get(name, "") != facts.get(name, "")
        }

    def why_not(self) -> str:
        """Why it cannot be handed in as it stands; "" when it can."""
        if self.form is None:
            return text("correction", "正在读取……")
        if self.busy:
            return text("correction", "正在提交……")
        if self.form.waiting is not None:
            return text("correction", "此人有一件更正（{number}）正在等待审核，审核后才能再提出。").format(
                number=grouped(self.form.waiting.case_number)
            )
        if not self.changes():
            return text("correction", "改动要更正的内容，只提交改动了的。")
        if self.effect is None:
            return text("correction", "正在核对……")
        if self.effect.problems:
            return sentence_text(self.effect.problems[0].message)
        if self.effect.why_not is not None:
            return sentence_text(self.effect.why_not)
        return ""

    def reasoned(self) -> bool:
        """Whether both the reason and the evidence say something."""
        return all(self.values.get(name, "").strip() for name in REASONS)

    # -- inside --------------------------------------------------------------------------------------
    def _load(self) -> None:
        code = self.values.get(PLACE) or self._typed.get(PLACE, "")
        self._runner.run(partial(self._read, code), self._show, self._not_read)

    def _read(self, code: str) -> tuple[CorrectionForm, str]:
        """Read the person, and what the division typed is called."""
        form = self._counter.corrections.form(self._actor, self.person_id)
        return form, self._counter.divisions.full_name(code) if code else ""

    def _show(self, read: tuple[CorrectionForm, str]) -> None:
        form, place = read
        base = self.form.facts if self.form is not None else self._base
        self.form = form
        self.names = {**form.places, **self.names}
        # what was not changed by hand follows what is known now, whoever changed that meanwhile
        stale = {name for name in FIELDS if self.values.get(name, "") == base.get(name, "")}
        self.values = {**self.values, **{name: form.facts[name] for name in stale}, **self._typed}
        self._typed = {}
        if place:
            self.names.setdefault(self.values[PLACE], place)
        self.retitled.emit()
        self.loaded.emit()
        self._weigh()

    def _not_read(self, error: CounterError) -> None:
        if isinstance(error, NotPossible):
            self.missing = error.message
            self.loaded.emit()
        else:
            self.fail(error)

    def _weigh(self) -> None:
        changes = self.changes()
        if self.form is None or not changes:
            self._weighing.forget()
            self.effect = None
            self.weighed.emit()
            return
        job = partial(self._counter.corrections.effect, self.person_id, changes)
        self._weighing.run(job, self._weighed, self.fail)

    def _weighed(self, effect: CorrectionEffect) -> None:
        self.effect = effect
        self.weighed.emit()

    def _found(self, hits: tuple[Any, ...]) -> None:
        self.offered.emit(tuple(Offer(hit.code, hit.full_name, hit.code) for hit in hits))

    def _proposed(self, done: CorrectionRow) -> None:
        self._done, self.busy = True, False
        self._drafting.finish()
        self.busy_changed.emit()
        self.notice.emit(
            text("correction", "{name}的更正已提交，受理号 {number}，等待另一名民警审核。").format(
                name=done.case.person_name, number=grouped(done.case.case_number)
            )
        )
        self.case.emit(done.case.case_id)
        self.closed.emit()

    def _refused(self, error: CounterError) -> None:
        self.busy = False
        self.busy_changed.emit()
        if isinstance(error, BadInput):
            self.faulty.emit((FieldProblem(error.field, error.message),))
            return
        self.fail(error)
        if isinstance(error, NotPossible):  # the person or the cases have changed: show how they stand
            self._load()
