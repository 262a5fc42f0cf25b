"""Views that are done with are destroyed a few widgets at a time, when nothing else is going on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QTabWidget,
    QWidget,
)
from shiboken6 import isValid

from desktop.ui.kit.turns import Rank, Slices, later

PAUSE_MS = 60
"""Between the last sight of a view and its end: the next screen is laid out and painted in that time."""
FEW = 16
"""So many widgets are destroyed in a turn: 1 ms."""
_WHOLE = (QAbstractButton, QAbstractScrollArea, QComboBox, QLineEdit, QStackedWidget, QTabWidget)
"""What is made of parts of Qt's own: it goes in one piece. The contents of a scroll area are ours."""


class _Deaf(QObject):
    """Keeps everything but the order to go from what is half gone: it would look for its parts."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the event, whatever it is."""
        return event.type() != QEvent.Type.DeferredDelete


class Farewell(QObject):
    """Hides views at once and destroys them in idle turns of the event loop, a few widgets in each.

    A form's hundred widgets take 3 to 8 ms to destroy; left to `deleteLater` they go in the same turn in which
    the next screen is laid out and painted, and ten screens at the end of a duty go together. They stay where
    they are until then: to take a large view out of its window costs as much, for each of its widgets is
    dressed anew.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[tuple[QWidget, QObject | None]] = []
        self._deaf = _Deaf(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._begin)

    def take(self, view: QWidget, presenter: QObject | None = None) -> None:
        """Destroy a view soon, and its presenter with it; out of sight and silent from now on."""
        view.hide()
        for timer in view.findChildren(QTimer):  # nothing in it happens by itself any more
            timer.stop()
        self._waiting.append((view, presenter))
        self._timer.start()

    def _begin(self) -> None:
        waiting, self._waiting = self._waiting, []
        later(self, *(partial(self._one, *each) for each in waiting), rank=Rank.IDLE)

    def _one(self, view: QWidget, presenter: QObject | None) -> None:
        parts: list[list[QWidget]] = []
        if presenter is not None and isValid(view):  # else it is still told things, and looks for its parts
            for slices in view.findChildren(Slices):
                slices.drop()
            _crumble(view, parts, self._deaf)
        later(self, *(partial(_end, *part) for part in parts), partial(_end, view, presenter), rank=Rank.IDLE)


def _end(*those: QObject | None) -> None:
    for each in those:
        if each is not None and isValid(each):
            each.deleteLater()


def _crumble(widget: QWidget, crumbs: list[list[QWidget]], deaf: _Deaf) -> int:
    """Add a large widget's parts, a few widgets each, to those that go before it; say how many go with itself.

    Nothing of it hears anything any more.
    """
    widget.installEventFilter(deaf)
    if isinstance(widget, QAbstractScrollArea):
        widget.viewport().installEventFilter(deaf)
    if isinstance(widget, QScrollArea):
        return _crumble(widget.widget(), crumbs, deaf) + 3 if widget.widget() is not None else 3
    if isinstance(widget, _WHOLE):
        return 1
    here: list[tuple[QWidget, int]] = []
    for child in widget.children():
        if isinstance(child, QWidget):
            here.append((child, _crumble(child, crumbs, deaf)))
    if sum(size for _, size in here) <= FEW:
        return sum(size for _, size in here) + 1
    part: list[QWidget] = []
    room = FEW
    for child, size in here:
        if part and size > room:
            crumbs.append(part)
            part, room = [], FEW
        part.append(child)
        room -= size
    crumbs.append(part)
    return 1
