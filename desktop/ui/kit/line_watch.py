"""Watches the line to the station's server and says on the screen how it is; silent for a file of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.domain.errors import CounterError
    from desktop.services.line import Line
    from desktop.services.line_state import LineState
    from desktop.ui.kit.background import Runner

_SHOWN = 3
"""So many numbers are named in the line; the others are in the trail."""
TEND_MS = 1_000
"""So often the line is looked after, in a lane of its own."""


class LineWatch(QObject):
    """Has the line looked after, and `said` carries words and their kind; "" when there is nothing to say."""

    said = Signal(str, str)
    waits = Signal(str)
    """Why decisions, production and hand-over wait; "" when they need not (`kit.outage`)."""
    moved = Signal()
    """The line is otherwise, something of what waits was sent, or the window's copy is a newer one."""
    trouble = Signal(object)
    _told = Signal(object)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._line: Line | None = None
        self._state: LineState | None = None
        self._busy = False
        self._timer = QTimer(self)
        self._timer.setInterval(TEND_MS)
        self._timer.timeout.connect(self._tend)
        self._told.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def begin(self, line: Line | None) -> None:
        """Watch a line from now on; None has none."""
        self._line, self._state = line, None
        if line is None:
            self._timer.stop()
            self.waits.emit("")
            return
        line.tell = self._tell
        self._timer.start()
        self._show(line.state)
        self._tend()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        if self._line is not None:
            self._line.tell = None
        self.waits.emit("")

    def again(self) -> None:
        """Say once more how things are: to a window that was just made, or in another language."""
        if self._state is not None:
            self._say(self._state)

    # -- in any thread -----------------------------------------------------------------------------
    def _tell(self, state: LineState) -> None:
        if isValid(self):
            self._told.emit(state)

    # -- in the screen's thread --------------------------------------------------------------------
    def _tend(self) -> None:
        if self._line is not None and not self._busy:
            self._busy = True
            job: Callable[[], None] = self._line.tend
            self._runner.run(job, self._tended, self._failed, lane="line")

    def _tended(self, _: None) -> None:
        self._busy = False

    def _failed(self, error: CounterError) -> None:
        self._busy = False
        self.trouble.emit(error)

    def _show(self, state: LineState) -> None:
        if state != self._state:
            self._state = state
            self._say(state)
        self.moved.emit()

    def _say(self, state: LineState) -> None:
        self.waits.emit(why_waiting(state))
        self.said.emit(*words_of(state))


def why_waiting(state: LineState) -> str:
    """Return why what is not done without the server is not possible now; "" while it is."""
    if state.away_since is None:
        return ""
    if state.sending:
        return text("line", "服务器已恢复，正在上传断网期间办理的业务，传完即可办理。")
    from desktop.domain.times import CHINA  # here for start-up time

    since = state.away_since.astimezone(CHINA).strftime("%H:%M")
    return text("line", "自 {since} 起连不上本所服务器，恢复后再办。").format(since=since)


def words_of(state: LineState) -> tuple[str, str]:
    """Return what a clerk is told of a line, and as what kind: what still works, what waits, what was sent."""
    if state.away_since is not None and state.sending:
        if not state.matters:
            return text("line", "服务器已恢复，正在核对本机副本。"), "info"
        words = text("line", "服务器已恢复，正在上传断网期间办理的 {n} 件业务。")
        return words.format(n=state.matters), "info"
    if state.away_since is not None:
        words = "" if state.because is None else sentence_text(state.because) + " "
        words += text(
            "line",
            "自 {since} 起连不上本所服务器。查询用本机副本（截至 {at}），居住登记、居住证受理和打印照常办理；"
            "审核、制证、发证等恢复后再办。",
        ).format(since=_hour(state.away_since, state), at=_hour(state.copied_at or state.away_since, state))
        if state.matters:
            words += text("line", "已办 {n} 件等待上传（Ctrl+Shift+U）。").format(n=state.matters)
        return words, "warning"
    if state.gone:
        words = text(
            "line",
            "服务器上的数据比原来旧（可能恢复了较早的备份）：本窗口办过的 {n} 件已不在服务器上（{numbers}）。"
            "请按留存的单据重新办理，并告诉管理员；断网期间办理的已重新上传。",
        )
        numbers = "、".join(state.gone[:_SHOWN]) + ("…" if len(state.gone) > _SHOWN else "")
        return words.format(n=len(state.gone), numbers=numbers), "problem"
    if state.conflicts:
        words = text("line", "断网期间办理的 {n} 件业务已上传，其中 {m} 件要由民警核对（Ctrl+Shift+U）。")
        return words.format(n=state.done, m=state.conflicts), "warning"
    if state.done:
        return text("line", "服务器已恢复，断网期间办理的 {n} 件业务都已上传。").format(n=state.done), "good"
    return "", "info"


def _hour(at: datetime, state: LineState) -> str:
    """Give the hour as the station's clock has it, with the day where it is another one than that of the outage."""
    from desktop.domain.times import CHINA  # here for start-up time

    there = at.astimezone(CHINA)
    since = (state.away_since or at).astimezone(CHINA)
    return there.strftime("%H:%M" if there.date() == since.date() else "%m-%d %H:%M")
