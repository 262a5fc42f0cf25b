"""Views that are done with are destroyed a few widgets at a time, when nothing else is going on."""

from __future__ import annotations

from collections.abc import Callable
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

from desktop.ui.kit.let_go import let_go
from desktop.ui.kit.turns import Rank, Slices, later

PAUSE_MS = 60
"""Between the last sight of a view and its end: the next screen is laid out and painted in that time."""
FEW = 16
"""So many widgets are destroyed in a turn: 1 ms."""
_WHOLE = (QAbstractButton, QAbstractScrollArea, QComboBox, QLineEdit, QStackedWidget, QTabWidget)
"""What is made of parts of Qt's own: it goes in one piece. The contents of a scroll area are ours."""


class _Crumb:
    """What is destroyed in one turn: the roots, and all the widgets that go with them."""

    def __init__(self, roots: list[QWidget], widgets: list[QWidget]) -> None:
        self.roots, self.widgets = roots, widgets


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
        crumbs: list[_Crumb] = []
        rest = _Crumb([view], [])
        if presenter is not None and isValid(view):  # else it is still told things, and looks for its parts
            for slices in view.findChildren(Slices):
                slices.drop()
            rest.widgets = self._crumble(view, crumbs)
        steps: list[Callable[[], None]] = []
        for each in (*crumbs, rest):
            steps += [partial(self._end, each), partial(_forget, each)]
        later(self, *steps, partial(_end, presenter), rank=Rank.IDLE)

    def _end(self, crumb: _Crumb) -> None:
        for each in crumb.widgets:
            if isValid(each):  # the last that it hears is its end, when Python knows it no longer
                each.removeEventFilter(self._deaf)
        for root in crumb.roots:
            if isValid(root):
                let_go(root)

    def _crumble(self, widget: QWidget, crumbs: list[_Crumb]) -> list[QWidget]:
        """Add a large widget's parts, a few widgets each, to those that go before it; give what goes with itself.

        Nothing of it hears anything any more.
        """
        own = [widget]
        if isinstance(widget, QAbstractScrollArea):
            own.append(widget.viewport())
        for each in own:
            each.installEventFilter(self._deaf)
        if isinstance(widget, QScrollArea):
            return own + self._crumble(widget.widget(), crumbs) if widget.widget() is not None else own
        if isinstance(widget, _WHOLE):
            return own
        here = [_Crumb([each], self._crumble(each, crumbs)) for each in _children(widget)]
        if sum(len(each.widgets) for each in here) <= FEW:
            return [*own, *(each for crumb in here for each in crumb.widgets)]
        part = _Crumb([], [])
        for crumb in here:
            if part.roots and len(part.widgets) + len(crumb.widgets) > FEW:
                crumbs.append(part)
                part = _Crumb([], [])
            part.roots += crumb.roots
            part.widgets += crumb.widgets
        crumbs.append(part)
        return own


def _forget(crumb: _Crumb) -> None:
    """Let go of what widgets that are destroyed had kept: else it holds itself, and is left for the collector.

    A day's screens left 7,000 objects, which took 31 ms at once.
    """
    for each in crumb.widgets:
        if not isValid(each):
            getattr(each, "__dict__", {}).clear()
    crumb.widgets.clear()
    crumb.roots.clear()


def _children(widget: QWidget) -> list[QWidget]:
    return [each for each in widget.children() if isinstance(each, QWidget)]


def _end(what: QObject | None) -> None:
    if what is not None and isValid(what):
        what.deleteLater()
