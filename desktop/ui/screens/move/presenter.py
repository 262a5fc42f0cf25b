"""What the screen of a move knows: the station that was signed in to, what was found, what is decided, how far it is."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from desktop.domain.errors import BadInput, CounterError, FieldProblem
from desktop.ui.kit.background import Runner
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.services.connections import ConnectionForm
    from desktop.services.counter import Counter
    from desktop.services.move_entering import StationThere
    from desktop.services.move_rows import MoveChoice, MoveDone, MoveLook, SamePerson
    from desktop.services.rows import Actor

FIELDS = ("sign_in_name", "password", "again", "code")
PARTS = ("facts", "residence", "permit")
STATION, HERE = "station", "here"
TOLD_EVERY = 100
"""Progress is told this many times in all: a line that changes faster is not read."""


class Stage(StrEnum):
    """Where the move stands."""

    ENTER = "enter"
    REVIEW = "review"
    MOVING = "moving"
    DONE = "done"


class MovePresenter(Presenter):
    """Leads through a move: signing in at the station, looking, deciding, moving, the result."""

    changed = Signal()
    """Where it stands, or what is possible, is another one."""
    problems = Signal(object)
    """What is wrong with the fields (a tuple of FieldProblem); empty takes earlier ones back."""
    found = Signal()
    """Both sides were looked at: the lists are others."""
    decided = Signal()
    """Something was decided of somebody."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner, form: ConnectionForm) -> None:
        super().__init__()
        self._move, self._actor, self._runner = counter.move_to_station, actor, runner
        self.form = form
        self.stage = Stage.ENTER
        self.busy = False
        self.wanted: frozenset[str] = frozenset()
        """Fields beyond name and password that the station asks for."""
        self.refused: CounterError | None = None
        self.looked: MoveLook | None = None
        self.result: MoveDone | None = None
        self.at: SamePerson | None = None
        self.progress = (0, 0)
        self.choices: dict[int, dict[str, str]] = {}
        self._there: StationThere | None = None
        self._stop = threading.Event()

    def title(self) -> str:
        """The screen's name."""
        return text("move", "本机数据迁入派出所服务器")

    @property
    def sign_in_name(self) -> str:
        """Who is signed in here: most likely the same at the station."""
        return self._actor.sign_in_name

    # -- signing in and looking ------------------------------------------------------------------------
    def enter(self, values: Mapping[str, str]) -> None:
        """Sign in at the station as typed, and look at both sides."""
        if self.busy or self.stage is not Stage.ENTER:
            return
        self._begin()
        self.problems.emit(())
        job = partial(self._enter, {name: values.get(name, "") for name in FIELDS})
        self._runner.run(job, self._entered, self._failed, lane="background")

    def look_again(self) -> None:
        """Look at both sides once more; what was decided stays where it is still asked."""
        if self.busy or self.stage is not Stage.REVIEW or self._there is None:
            return
        self._begin()
        job = partial(self._move.look, self._actor, self._there)
        self._runner.run(job, self._looked, self._failed, lane="background")

    # -- deciding ----------------------------------------------------------------------------------------
    def look_at(self, one: SamePerson | None) -> None:
        """Show what differs of somebody."""
        self.at = one
        self.changed.emit()

    def choose(self, one: SamePerson, part: str, side: str) -> None:
        """Decide a part of somebody: whose facts, residence or permit holds; "" takes it back."""
        chosen = dict(self.choices.get(one.person_id, {}))
        if side:
            chosen[part] = side
        else:
            chosen.pop(part, None)
        self.choices[one.person_id] = chosen
        self.decided.emit()
        self.changed.emit()

    def rest_to_station(self) -> None:
        """Let the station's facts and residences hold for everybody not decided yet; permits are never decided so."""
        for one in self.people:
            chosen = dict(self.choices.get(one.person_id, {}))
            for part in needed(one):
                if part != "permit":
                    chosen.setdefault(part, STATION)
            self.choices[one.person_id] = chosen
        self.decided.emit()
        self.changed.emit()

    @property
    def people(self) -> tuple[SamePerson, ...]:
        """Everybody of whom something is to be decided."""
        if self.looked is None:
            return ()
        return tuple(one for one in self.looked.same if not one.harmless)

    @property
    def open(self) -> tuple[SamePerson, ...]:
        """Everybody of whom something is still to be decided."""
        return tuple(one for one in self.people if not self.is_decided(one))

    def is_decided(self, one: SamePerson) -> bool:
        """Whether nothing is left to decide of somebody."""
        return set(needed(one)) <= set(self.choices.get(one.person_id, {}))

    def why_not(self) -> str:
        """Say why it cannot be moved yet; "" when it can."""
        if self.busy or self.looked is None:
            return text("move", "正在核对，请稍候。")
        if self.looked.hindrances:
            return text("move", "上面的问题解决后再核对一次。")
        if self.open:
            return text("move", "还有{count}人没有选定以哪一边为准。").format(count=len(self.open))
        return ""

    # -- moving ------------------------------------------------------------------------------------------
    def move(self) -> None:
        """Move everything, as it was decided."""
        looked, there = self.looked, self._there
        if self.stage is not Stage.REVIEW or self.why_not() or looked is None or there is None:
            return
        self._begin(Stage.MOVING)
        self._stop.clear()
        self.progress = (0, looked.rows)
        self.changed.emit()
        job = partial(
            self._move.move, self._actor, there, looked, self._choices(), self._tell, self._stop.is_set
        )
        self._runner.run(job, self._moved, self._failed, lane="background")

    def stop(self) -> None:
        """Break off before everything is written: nothing is moved then."""
        self._stop.set()

    def leave(self) -> bool:
        """Stay while it is being written; else sign out at the station."""
        if self.stage is Stage.MOVING:
            self.notice.emit(text("move", "正在迁入。要中断请先按“停止”。"))
            return False
        there, self._there = self._there, None
        if there is not None:
            self._runner.run(
                partial(self._move.leave, self._actor, there), _nothing, _nothing, lane="background"
            )
        return True

    # -- inside --------------------------------------------------------------------------------------------
    def _begin(self, stage: Stage | None = None) -> None:
        self.busy, self.refused = True, None
        self.stage = stage or self.stage
        self.changed.emit()

    def _enter(self, values: dict[str, str]) -> tuple[StationThere, MoveLook]:
        from desktop.services.move_rows import StationKey  # for start-up time

        there = self._move.enter(self._actor, StationKey(self.form, **values))
        try:
            return there, self._move.look(self._actor, there)
        except BaseException:
            self._move.leave(self._actor, there)
            raise

    def _entered(self, both: tuple[StationThere, MoveLook]) -> None:
        self._there, looked = both
        self.stage = Stage.REVIEW
        self._looked(looked)

    def _looked(self, looked: MoveLook) -> None:
        self.busy, self.looked = False, looked
        asked = {one.person_id: needed(one) for one in self.people}
        self.choices = {
            person: {part: side for part, side in chosen.items() if part in asked[person]}
            for person, chosen in self.choices.items()
            if person in asked
        }
        self.at = next(iter(self.open), None) or next(iter(self.people), None)
        self.found.emit()
        self.changed.emit()

    def _moved(self, result: MoveDone) -> None:
        self.busy, self.stage, self.result = False, Stage.DONE, result
        self.found.emit()
        self.changed.emit()

    def _failed(self, error: CounterError) -> None:
        self.busy = False
        if self.stage is Stage.MOVING:
            self.stage = Stage.REVIEW
        if isinstance(error, BadInput) and error.field in FIELDS:
            self.wanted |= {error.field} & {"again", "code"}
            self.changed.emit()
            self.problems.emit((FieldProblem(error.field, error.message),))
            return
        self.refused = error
        self.changed.emit()

    def _choices(self) -> dict[int, MoveChoice]:
        from desktop.services.move_rows import MoveChoice, Side  # for start-up time

        return {
            one.person_id: MoveChoice(
                *(Side(self.choices.get(one.person_id, {}).get(part, STATION)) for part in PARTS)
            )
            for one in self.people
        }

    def _tell(self, done: int, total: int) -> None:
        """In the worker's thread: how far it is, now and then."""
        step = max(1, total // TOLD_EVERY)
        if done == total or done // step != self.progress[0] // step:
            self._runner.post(partial(self._show_progress, done, total))

    def _show_progress(self, done: int, total: int) -> None:
        self.progress = (done, total)
        self.changed.emit()


def needed(one: SamePerson) -> tuple[str, ...]:
    """Return what is to be decided of somebody."""
    asked: list[tuple[str, Any]] = [
        ("facts", one.differences),
        ("residence", one.residence is not None and not one.residence.alike),
        ("permit", one.permit is not None),
    ]
    return tuple(name for name, wanted in asked if wanted)


def _nothing(_: object) -> None:
    """Take an answer that nobody waits for."""
