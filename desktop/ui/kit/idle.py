"""Notices that nobody has touched keyboard or mouse for a while."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_TOUCHES = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    )
)


class IdleWatch(QObject):
    """Emits `idle` after so many seconds without a touch of any of the program's windows."""

    idle = Signal()

    def __init__(self, seconds: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._limit, self._since = round(seconds * 1000), QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)

    def watch(self, application: QGuiApplication) -> None:
        """Begin to watch whichever window has the keys."""
        application.focusWindowChanged.connect(self._follow)
        self._follow(application.focusWindow())

    def start(self) -> None:
        """Count from now."""
        self._since.start()
        self._timer.start(self._limit)

    def stop(self) -> None:
        """Count no longer: locked already, or nobody is signed in."""
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A touch begins the count anew."""
        if event.type() in _TOUCHES:
            self._since.start()
        return False

    def _follow(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def _look(self) -> None:
        left = self._limit - self._since.elapsed()
        if left > 0:
            self._timer.start(left)
        else:
            self.idle.emit()
