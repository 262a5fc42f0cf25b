"""What the screen of the station's settings knows: what holds, what is typed, what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.errors import BadInput, CounterError, FieldProblem
from desktop.domain.rights import Right
from desktop.domain.station_settings import SETTING_WORDS, StationSetting
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor
    from desktop.services.station_settings import StationSettingsRow


class StationSettingsPresenter(Presenter):
    """Shows the settings to everybody; only an administrator changes them."""

    changed = Signal()
    """What holds, or what is possible, is another one."""
    problems = Signal(object)
    """What is wrong with the fields (a tuple of FieldProblem); empty takes earlier ones back."""
    refill = Signal()
    """The fields show what holds."""
    asked_to_leave = Signal()
    """There is something typed that was not saved."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner) -> None:
        super().__init__()
        self._settings, self._actor, self._runner = counter.station_settings, actor, runner
        self._asked = Latest(runner)
        self.can_change = actor.may(Right.SET_STATION)
        self.row: StationSettingsRow | None = None
        self.typed: dict[str, str] = {}
        self.busy = False
        self.refresh()

    def title(self) -> str:
        """The screen's name."""
        return text("station_settings", "本所设置")

    @property
    def touched(self) -> bool:
        """Whether something is typed that does not hold yet."""
        row = self.row
        return row is not None and any(
            self.typed.get(one.setting.value, one.value) != one.value for one in row.settings
        )

    def refresh(self) -> None:
        """Read anew what holds."""
        self._asked.run(partial(self._settings.read, self._actor), self._show, self.fail)

    def leave(self) -> bool:
        """What was typed and not saved is asked about first."""
        if self.touched and not self.busy:
            self.asked_to_leave.emit()
            return False
        return True

    def put_by(self) -> None:
        """What was typed and not saved is given up: there is nobody to ask."""

    def discard(self) -> None:
        """Forget what was typed: the fields show what holds."""
        self.typed = {}
        self.problems.emit(())
        self.refill.emit()
        self.changed.emit()

    def type(self, values: Mapping[str, str]) -> None:
        """Take what stands in the fields."""
        self.typed = dict(values)
        self.changed.emit()

    def save(self, values: Mapping[str, str]) -> None:
        """Store what stands in the fields, all of it or nothing."""
        if self.busy or not self.can_change or self.row is None:
            return
        self.type(values)
        self.problems.emit(())
        seen = {one.setting: one.value for one in self.row.settings}
        wanted = {setting: self.typed.get(setting.value, seen[setting]) for setting in seen}
        self.busy = True
        self.changed.emit()
        job = partial(self._settings.change, self._actor, wanted, seen)
        self._runner.run(job, self._saved, self._failed)

    # -- answers ---------------------------------------------------------------------------------------
    def _show(self, row: StationSettingsRow) -> None:
        kept = self.touched
        self.row = row
        if not kept:
            self.typed = {}
            self.refill.emit()
        self.changed.emit()

    def _saved(self, settings: tuple[StationSetting, ...]) -> None:
        self.busy, self.typed = False, {}
        if settings:
            names = text("station_settings", "、").join(sentence_text(SETTING_WORDS[one]) for one in settings)
            self.notice.emit(text("station_settings", "已保存：{names}。").format(names=names))
        else:
            self.notice.emit(text("station_settings", "没有改动。"))
        self.row = None  # so that the fields show what was stored, not what was typed
        self.refresh()

    def _failed(self, error: CounterError) -> None:
        self.busy = False
        self.changed.emit()
        if isinstance(error, BadInput):
            self.problems.emit((FieldProblem(error.field, error.message),))
        else:
            self.fail(error)
            self.refresh()
