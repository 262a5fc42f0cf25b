"""What the assessment knows: whom it is for, what is typed, what the rules of the day make of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from desktop.domain.errors import CounterError, FieldProblem
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.case_words import grouped
from desktop.ui.kit.drafting import Drafting, Kept
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.hukou.known import Known, find_places, look_up
from desktop.ui.screens.hukou.reading import PLACES, applies, read

if TYPE_CHECKING:
    from desktop.domain.hukou_policy import HukouRoute
    from desktop.services.application_rows import SheetDone
    from desktop.services.counter import Counter
    from desktop.services.hukou import HukouRows
    from desktop.services.rows import Actor, PersonPage
    from desktop.ui.kit.suggest import Offer

FORM = "hukou"
"""What its drafts are called."""


class HukouPresenter(Presenter):
    """Judges one person's facts as they are typed, and has the notice of it made out; it decides nothing."""

    loaded = Signal()
    """Who it is for is known, and what is known of them is in `values`."""
    assessed = Signal()
    """`rows` has changed, or why there are none."""
    offered = Signal(str, object)
    """For this field these offers (tuple of Offer)."""
    faulty = Signal(object)
    """Fields that break a rule: a tuple of FieldProblem."""
    leaving = Signal()
    """The screen is about to be left: what is typed must be in the draft."""
    busy_changed = Signal()

    def __init__(
        self, counter: Counter, actor: Actor, runner: Runner, person_id: int, kept: Kept | None = None
    ) -> None:
        super().__init__()
        self._counter, self._actor, self._runner = counter, actor, runner
        state = kept.state if kept else {}
        self.person_id = person_id
        self.values: dict[str, str] = {str(k): str(v) for k, v in dict(state.get("values", {})).items()}
        self.opened: dict[str, bool] = {str(k): bool(v) for k, v in dict(state.get("opened", {})).items()}
        self.names: dict[str, str] = {}
        self.known: Known | None = None
        self.rows: HukouRows | None = None
        self.problems: tuple[FieldProblem, ...] = ()
        self.today: date = counter.hukou.today()
        self.busy = self._done = self._started = False
        self._touched = kept is not None
        self._kept_view = kept.view if kept else {}
        self._judging = Latest(runner)
        self._asking = {name: Latest(runner) for name in PLACES}
        self._drafting = Drafting(counter.drafts, actor, runner, FORM, kept.draft_id if kept else "")
        self._drafting.failed.connect(self.fail)

    # -- the screen ----------------------------------------------------------------------------------
    def about(self) -> tuple[int | None, int | None]:
        """The person who asks."""
        return self.person_id, None

    def title(self) -> str:
        """See `Presenter.title`."""
        matter = text("hukou_form", "落户条件测算")
        return f"{matter} · {self.page.person.name}" if self.page else matter

    @property
    def page(self) -> PersonPage | None:
        """What is known of the person; None before it is read."""
        return self.known.page if self.known else None

    def start(self) -> None:
        """Ask who it is for; called by the view once it listens, and does so once."""
        if not self._started:
            self._started = True
            codes = [self.values[name] for name in PLACES if self.values.get(name)]
            job = partial(look_up, self._counter, self._actor, self.person_id, codes)
            self._runner.run(job, self._show, self.fail)

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
    def ask(self, field: str, typed: str) -> None:
        """Find divisions for a field; only its latest question is answered."""
        streets = field in ("division", "work_division")
        job = partial(find_places, self._counter, typed, self._actor.station.division, streets=streets)
        self._asking[field].run(job, partial(self.offered.emit, field), self.fail)

    def pick(self, offer: Offer) -> None:
        """A division was picked: this is what it is called."""
        self.names[offer.code] = offer.label

    def type(self, values: Mapping[str, str]) -> None:
        """Learn what stands in the form, and judge it anew."""
        if dict(values) != self.values:
            self._touched = True
        self.values = dict(values)
        self._judge()

    def save_draft(self, view: dict[str, Any]) -> None:
        """Keep the form as it stands."""
        if self._touched and not self._done:
            state = {"person_id": self.person_id, "values": self.values, "opened": self.opened}
            self._drafting.save(self.page.person.name if self.page else "", view, state)

    def judge_by_offered_day(self) -> str:
        """Give the day to judge by instead: the last of the notice that is over; "" where there is none."""
        offered = self.rows.offered if self.rows else None
        return offered.isoformat() if offered else ""

    def toggle(self, code: str) -> bool:
        """Fold or unfold a route; says whether it is open now."""
        self.opened[code] = not self.is_open(code)
        return self.opened[code]

    def is_open(self, code: str) -> bool:
        """Whether a route is unfolded: as the clerk left it, else the first alone."""
        found = self.rows.assessment if self.rows else None
        first = found.routes[0].route.code if found and found.routes else ""
        return self.opened.get(code, code == first)

    def submit(self, values: Mapping[str, str]) -> None:
        """Have the notice made out, and go to print it; harmless while one is being made, and after.

        Problems go to `faulty`.
        """
        if self.busy or self._done or self.page is None:
            return
        self.type(values)
        found = read(self.values, self.today)
        if found.problems or found.facts is None or found.on is None:
            self.faulty.emit(found.problems)
            return
        self._set_busy(True)
        job = partial(
            self._counter.hukou.tell,
            self._actor,
            self._drafting.draft_id,
            self.person_id,
            found.facts,
            found.on,
        )
        self._runner.run(job, self._told, self._not_told)

    # -- what the view shows -------------------------------------------------------------------------
    def routes(self) -> tuple[HukouRoute, ...]:
        """The routes of the zone, () while it is not known."""
        found = self.rows.assessment if self.rows else None
        return tuple(each.route for each in found.routes) if found else ()

    def applies(self, name: str) -> bool:
        """Whether a field means anything now."""
        return applies(name, self.values, self.routes())

    def obstacle(self) -> str:
        """Why the rules say nothing of this place and day, with the dates; "" when they do, or are not asked."""
        return sentence_text(self.rows.obstacle) if self.rows and self.rows.obstacle else ""

    def waits_for(self) -> str:
        """What must come before there is an assessment; "" when there is one."""
        if self.page is None:
            return text("hukou_form", "正在读取……")
        if self.rows is not None and self.rows.offered is not None:
            words = text("hukou_form", "这一天没有有效的规定。按F7可以改按{day}的规定测算，仅供了解。")
            return words.format(day=self.rows.offered.isoformat())
        if self.rows is not None:
            return text("hukou_form", "请先按上面的提示处理，然后再测算。") if self.rows.obstacle else ""
        for name, words in (
            ("division", text("hukou_form", "请选定拟落户的街道、镇。")),
            ("assessed_on", text("hukou_form", "请填写按哪一天的规定测算。")),
            ("birth_date", text("hukou_form", "请填写出生日期，填好即可测算。")),
        ):
            if any(problem.field == name for problem in self.problems):
                return words
        return text("hukou_form", "正在测算……")

    # -- inside --------------------------------------------------------------------------------------
    def _show(self, known: Known) -> None:
        self.known = known
        self.names |= known.names
        if not self.values:
            self.values = dict(known.values)
        self.retitled.emit()
        self.loaded.emit()
        self._judge()

    def _judge(self) -> None:
        found = read(self.values, self.today)
        self.problems = found.problems
        if found.facts is None or found.on is None:
            self._judging.forget()
            self.rows = None
            self.assessed.emit()
            return
        job = partial(self._counter.hukou.assess, found.facts, found.on)
        self._judging.run(job, self._learn, self.fail)

    def _learn(self, rows: HukouRows) -> None:
        self.rows = rows
        self.assessed.emit()

    def _told(self, done: SheetDone) -> None:
        self._done = True
        self._set_busy(False)
        self._drafting.finish()
        self.notice.emit(
            text("hukou_form", "{name}的落户条件测算已出具告知书，受理号 {number}。").format(
                name=done.case.person_name, number=grouped(done.case.case_number)
            )
        )
        self.papers.emit(done.case.case_id)
        self.closed.emit()

    def _not_told(self, error: CounterError) -> None:
        self._set_busy(False)
        self.fail(error)

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit()
