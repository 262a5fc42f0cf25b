"""What the station's server and the other counters tell this one, brought to the screen's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.changes import Change, Seen
    from desktop.services.counter import Counter

GATHER_MS = 200
"""Changes are told together so often: twenty busy counters must not have a screen look again at each."""


class Attendance(QObject):
    """Hears the server's news in any thread and tells them in the screen's; silent for a file of one's own.

    `changed` carries what other counters did, of a fifth of a second together; `data` the status bar's words.
    """

    changed = Signal(object)
    data = Signal(str)
    _heard = Signal(object)
    _seen = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state: Seen | None = None
        self._gathered: dict[Change, None] = {}
        self._gathering = QTimer(self)
        self._gathering.setSingleShot(True)
        self._gathering.setInterval(GATHER_MS)
        self._gathering.timeout.connect(self._hand_on)
        self._heard.connect(self._gather, Qt.ConnectionType.QueuedConnection)
        self._seen.connect(self._look, Qt.ConnectionType.QueuedConnection)

    def begin(self, counter: Counter) -> None:
        """Attend to a counter's database; for the worker that opened it."""
        counter.office.database.attend(self._hear, self._see)

    def words(self) -> str:
        """Say which database this is and how it is."""
        if self._state is None:
            return text("shell", "本机数据库，已加密")
        if self._state.away_since is None:
            return text("shell", "本所服务器 {host}，已连接").format(host=_short(self._state.host))
        from desktop.domain.times import CHINA  # here for start-up time

        since = self._state.away_since.astimezone(CHINA).strftime("%H:%M")
        return text("shell", "自 {since} 起连不上本所服务器").format(since=since)

    # -- in any thread -----------------------------------------------------------------------------
    def _hear(self, changes: Sequence[Change]) -> None:
        if isValid(self):
            self._heard.emit(tuple(changes))

    def _see(self, seen: Seen) -> None:
        if isValid(self):
            self._seen.emit(seen)

    # -- in the screen's thread --------------------------------------------------------------------
    def _gather(self, changes: tuple[Change, ...]) -> None:
        self._gathered |= dict.fromkeys(changes)
        if not self._gathering.isActive():
            self._gathering.start()

    def _hand_on(self) -> None:
        gathered, self._gathered = tuple(self._gathered), {}
        self.changed.emit(gathered)

    def _look(self, seen: Seen) -> None:
        self._state = seen
        self.data.emit(self.words())


def _short(host: str) -> str:
    """Name a server as briefly as the status bar has room: of a socket's folder its last part."""
    return host.rpartition("/")[2] if host.startswith("/") else host
