"""Builds a large view in slices, one a turn of the event loop, so that the screen never stops."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget


class Stages(QObject):
    """Runs builders one an event-loop turn; belongs to the view it builds and dies with it.

    In the view's constructor, last of all: `Stages(self, [self._build_person, self._build_address])`.
    Keep each builder to some four or five fields: with layout and style that is under 16 ms. The view is
    painted once, when it is whole. Tests call `finish_building(view)`.
    """

    built = Signal()

    def __init__(self, view: QWidget, builders: Iterable[Callable[[], None]]) -> None:
        super().__init__(view)
        self._view = view
        view.setUpdatesEnabled(False)  # painting half a form after every slice took longer than building it
        self._waiting = list(builders)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._next)
        self._timer.start()

    @property
    def done(self) -> bool:
        """Whether everything is built."""
        return not self._timer.isActive()

    def finish(self) -> None:
        """Build what is left at once."""
        while self._timer.isActive():
            self._next()

    def _next(self) -> None:
        if self._waiting:
            self._waiting.pop(0)()
            return
        self._timer.stop()
        self._view.setUpdatesEnabled(True)
        self.built.emit()


def when_built(view: QWidget, call: Callable[[], None]) -> None:
    """Call once the view's stages are done: at once if they are, or if it has none."""
    for stages in view.findChildren(Stages):
        if not stages.done:
            stages.built.connect(lambda: when_built(view, call))
            return
    call()


def finish_building(view: QWidget) -> None:
    """Build all that is left of a view at once: for tests, and before a draft is put back."""
    for stages in view.findChildren(Stages):
        stages.finish()
