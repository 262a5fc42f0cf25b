"""What the application screen knows: who applies, on what ground, with what, and how it would end."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from desktop.domain.code_words import label
from desktop.domain.codes import Ground, MaterialState
from desktop.domain.errors import BadInput, CounterError, FieldProblem, NotPossible
from desktop.domain.forms import ApplicationForm
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.case_words import grouped
from desktop.ui.kit.drafting import Drafting, Kept
from desktop.ui.kit.photo_desk import PhotoDesk
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.application.jobs import Loaded, accept, load
from desktop.ui.screens.application.obstacle import Obstacle, obstacle_of
from desktop.ui.screens.application.outcome import Ending, Outcome, outcome_of
from desktop.ui.screens.application.reading import agent_in_view, likely_ground, number_of_agent, read_form
from desktop.ui.screens.application.state import State

if TYPE_CHECKING:
    from desktop.domain.permit import MaterialNeed
    from desktop.services.application_rows import ApplicationDone, Checklist
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor, PersonPage

PHOTO = "photo"
FORM = "application"
"""What its drafts are called."""


class ApplicationPresenter(Presenter):
    """Takes one person's application; the law is asked again at every change that matters to it.

    `resumes` is the case whose missing materials have come; `kept` a draft taken up again. What is shown as
    the outcome is what handing in does: if the law's answer is still on its way, handing in waits for it, and
    goes on only when it is the answer that was on the screen.
    """

    loaded = Signal()
    """Who applies is known, and what stood already is in `values`."""
    resumed = Signal()
    """An application that waited for materials is filled in as it was left."""
    checked = Signal()
    """The checklist, a material, the outcome, or whether it can be handed in, is another."""
    touched = Signal()
    """The clerk changed something outside the fields: keep the draft."""
    faulty = Signal(object)
    """Fields that break a rule: a tuple of FieldProblem."""
    doubted = Signal()
    """Handing in would refuse the application: ask first, then `submit(…, certain=True)`."""
    leaving = Signal()
    """The screen is about to be left: what is typed must be in the draft."""
    agent_read = Signal(str)
    """A scanned number of the agent's card."""

    def __init__(
        self,
        counter: Counter,
        actor: Actor,
        runner: Runner,
        person_id: int | None,
        resumes: int | None = None,
        kept: Kept | None = None,
    ) -> None:
        super().__init__()
        self._counter, self._actor, self._runner = counter, actor, runner
        self.state = State(person_id, resumes)
        self._latest = Latest(runner)
        self._drafting = Drafting(counter.drafts, actor, runner, FORM, kept.draft_id if kept else "")
        self._drafting.failed.connect(self.fail)
        self.photo = PhotoDesk(runner)
        self.photo.changed.connect(self._follow_photo)
        self.photo.settled.connect(self.touched)
        self.page: PersonPage | None = None
        self.checklist: Checklist | None = None
        self.outcome: Outcome | None = None
        self.obstacle: Obstacle | None = None
        self._started = self._checking = self._busy = self._done = False
        self._eager: tuple[Outcome | None, bool] | None = None
        self._asked_with: tuple[str, ...] = ()
        self._photo_standing = (False, False)
        self._fresh = kept is None
        self._kept_view = kept.view if kept else {}
        photo, source = self.state.take_up(kept.state) if kept else (b"", "")
        if photo:
            self.photo.put_back(photo, source)

    # -- beginning ---------------------------------------------------------------------------------
    def start(self) -> None:
        """Ask who applies; called by the view once it listens, and does so once."""
        if not self._started:
            self._started = True
            self._load(self._fresh and self.state.resumes is not None)

    def refresh(self) -> None:
        """Shown again: the person may have been registered meanwhile."""
        if self._started and not self._busy:
            self._load(False)

    def kept_view(self) -> dict[str, Any]:
        """What stood in the view when the draft was kept; given once."""
        kept, self._kept_view = self._kept_view, {}
        return kept

    def about(self) -> tuple[int | None, int | None]:
        """The applicant."""
        return self.state.person_id, None

    def title(self) -> str:
        """See `Presenter.title`."""
        matter = text("application", "申领居住证")
        return f"{matter} · {self.page.person.name}" if self.page else matter

    def leave(self) -> bool:
        """The draft is kept silently."""
        self.leaving.emit()
        return True

    def unfinished(self) -> bool:
        """See `Presenter.unfinished`."""
        return self._drafting.kept

    def done_with(self) -> bool:
        """See `Presenter.done_with`."""
        self.leaving.emit()
        return self._done or not (self._busy or self.photo.busy or self.unfinished())

    def scan(self, code: str) -> bool:
        """Take the agent's card while there is an agent without a number."""
        number = number_of_agent(code, self.state.values, self.page.today if self.page else None)
        if number:
            self.agent_read.emit(number)
        return bool(number)

    # -- what the clerk does -----------------------------------------------------------------------
    def set_ground(self, ground: str) -> None:
        """Choose the ground on which the permit is applied for."""
        if ground != self.state.ground:
            self.state.ground = ground
            self._ask()
            self.touched.emit()

    def toggle(self, code: str, state: MaterialState = MaterialState.PRESENT) -> None:
        """Have a material be in this state, or missing when it was; the photo's follows from the photo."""
        if code == PHOTO and state is MaterialState.PRESENT:
            return
        before = self.state.materials.get(code)
        self.state.materials[code] = MaterialState.MISSING if before == state else state
        self._weigh()
        self.touched.emit()

    def all_present(self) -> None:
        """Everything on the list was handed in, but for the photo and what data sharing supplies."""
        for need in self.needs():
            if need.code != PHOTO and self.state_of(need) is MaterialState.MISSING:
                self.state.materials[need.code] = MaterialState.PRESENT
        self._weigh()
        self.touched.emit()

    def type(self, values: Mapping[str, str]) -> None:
        """Learn what stands in the fields; the law is asked again when it concerns the agent."""
        self.state.values = dict(values)
        if self.state.ground and self._question() != self._asked_with:
            self._ask()

    def save_draft(self, view: dict[str, Any]) -> None:
        """Keep the form as it stands, with the prepared photo in it."""
        if self._done:
            return
        packed = self.state.packed(self.photo.photo, self.photo.source)
        self._drafting.save(self.title(), view, packed)

    def submit(self, values: Mapping[str, str], *, certain: bool = False) -> None:
        """Hand in: accepted, told what is missing, or refused, as the outcome says.

        Problems go to `faulty`; a refusal not yet `certain` to `doubted`. Pressing twice makes one case.
        """
        if self._busy or self._done or self.outcome is None or self.page is None or self.why_not():
            return
        self.type(values)
        if self._checking or self.photo.busy:
            self._eager = (self.outcome, certain)
            return
        reading = read_form(
            values, self.state.ground, self._states(), self.photo.source, self.page.person, self.page.today
        )
        if reading.value is None:
            self.faulty.emit(reading.problems)
        elif self.outcome.ending is Ending.REFUSE and not certain:
            self.doubted.emit()
        else:
            self._hand_in(reading.value)

    # -- what the view shows -----------------------------------------------------------------------
    def needs(self) -> tuple[MaterialNeed, ...]:
        """The materials of the ground chosen."""
        return self.checklist.materials if self.checklist else ()

    def state_of(self, need: MaterialNeed) -> MaterialState:
        """How a material stands."""
        if need.code == PHOTO and self.photo.photo:
            return MaterialState.PRESENT
        state = MaterialState(self.state.materials.get(need.code, MaterialState.MISSING))
        if need.code == PHOTO and state is MaterialState.PRESENT:
            return MaterialState.MISSING
        return MaterialState.MISSING if state is MaterialState.SHARED and not need.shareable else state

    def first_missing(self) -> str:
        """The code of the first material that is missing, or ""."""
        missing = self.outcome.missing if self.outcome else ()
        return missing[0].code if missing else ""

    def why_not(self) -> str:
        """Why nothing can be handed in now; "" when it can."""
        if self._busy or self._done:
            return text("application", "正在办理……")
        if self.obstacle is not None and self.obstacle.stops:
            return text("application", "不能办理新的申领，请按上面的提示继续。")
        if not self.state.ground:
            return text("application", "请先选择申领条件（按 1、2、3）。")
        if self.outcome is None:
            return text("application", "正在核对条件……")
        return ""

    # -- inside ------------------------------------------------------------------------------------
    def _load(self, resuming: bool) -> None:
        job = partial(load, self._counter, self._actor, self.state.person_id, self.state.resumes, resuming)
        self._runner.run(job, self._show, self.fail)

    def _show(self, answer: Loaded) -> None:
        self.page, resumed = answer
        self.state.person_id = self.page.person.person_id
        self.obstacle = obstacle_of(self.page, self.state.resumes)
        if resumed is not None:
            self.state.resume(resumed)
            if resumed.photo:
                self.photo.put_back(resumed.photo)
            self.resumed.emit()
        self.state.ground = self.state.ground or likely_ground(self.page)
        self.retitled.emit()
        self.loaded.emit()
        if self.state.ground:
            self._ask()
        else:
            self.checked.emit()

    def _question(self) -> tuple[str, ...]:
        values = self.state.values
        agent = (values.get("agent_relation", ""), values.get("agent_reason", ""))
        return (self.state.ground, *agent) if values.get("with_agent") else (self.state.ground,)

    def _ask(self) -> None:
        if self.page is None:
            return
        self._asked_with, self._checking = self._question(), True
        agent = agent_in_view(self.state.values)
        ask = self._counter.applications.checklist
        self._latest.run(
            partial(ask, self._actor, self.page.person.person_id, Ground(self.state.ground), agent),
            self._learn,
            self._unlearned,
        )

    def _learn(self, checklist: Checklist) -> None:
        self.checklist, self._checking = checklist, False
        self._weigh()

    def _unlearned(self, error: CounterError) -> None:
        self._checking, self._eager = False, None
        self.fail(error)

    def _states(self) -> dict[str, MaterialState]:
        return {need.code: self.state_of(need) for need in self.needs()}

    def _follow_photo(self) -> None:
        standing = (self.photo.photo is not None, self.photo.busy)
        if standing != self._photo_standing:
            self._photo_standing = standing
            self._weigh()

    def _weigh(self) -> None:
        """Foresee the outcome anew, and go on if the clerk has already handed in just this one."""
        if self.checklist is not None:
            self.outcome = outcome_of(self.checklist, self._states())
        self.checked.emit()
        if self._eager is not None and not self._checking and not self.photo.busy:
            (outcome, certain), self._eager = self._eager, None
            if outcome == self.outcome:
                self.submit(self.state.values, certain=certain)

    def _hand_in(self, form: ApplicationForm) -> None:
        self._busy = True
        self.checked.emit()
        job = partial(
            accept,
            self._counter,
            self._actor,
            self._drafting.draft_id,
            self.state,
            form,
            self.photo.to_hand_in(),
        )
        self._runner.run(job, self._accepted, self._not_accepted)

    def _accepted(self, done: ApplicationDone) -> None:
        self._busy, self._done = False, True
        self._drafting.finish()
        self.checked.emit()
        self.notice.emit(
            text("application", "{name}的申领：{state}，受理号 {number}。").format(
                name=done.case.person_name,
                state=sentence_text(label(done.case.state)),
                number=grouped(done.case.case_number),
            )
        )
        self.papers.emit(done.case.case_id)
        self.closed.emit()

    def _not_accepted(self, error: CounterError) -> None:
        self._busy = False
        self.checked.emit()
        if isinstance(error, BadInput):
            self.faulty.emit((FieldProblem(error.field, error.message),))
            return
        self.fail(error)
        if isinstance(error, NotPossible):
            self._load(False)
