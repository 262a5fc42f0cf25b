"""A page that comes into sight is painted a band a turn: all at once it would take half of a turn's time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget
from shiboken6 import isValid

from desktop.ui.kit.let_go import let_go
from desktop.ui.kit.turns import Slices

BAND = 200
"""Pixels of a page that are painted in one turn."""


class _Veil(QWidget):
    """Keeps what was seen before over a part of a page: it is said to be opaque, and paints nothing.

    One that is `blank` paints the window's plain colour: what was seen before is gone at once.
    """

    def __init__(self, place: QRect, host: QWidget, blank: bool) -> None:
        super().__init__(host)
        self._blank = blank
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(place)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing, or nothing but a colour."""
        if self._blank:
            from PySide6.QtGui import QPainter  # for start-up time

            QPainter(self).fillRect(event.rect(), self.palette().window())


class _Unveiling(Slices):
    def __init__(self, host: QWidget, place: QRect, veil: _Veil, band: int) -> None:
        tops = range(place.top() + band, place.top() + place.height(), band)
        super().__init__(host, [*(partial(_shrink, veil, top) for top in tops), partial(_lift, veil)])
        self.place, self.veil = place, veil
        self.built.connect(self.deleteLater)


def unveil(page: QWidget, *, blank: bool = False) -> None:
    """Let a page that was just put in its place be painted from the top down, one band a turn.

    What was seen there before stays until its band is painted, unless it is to be `blank` at once. Nothing
    happens while its window is not seen.
    """
    host = page.parentWidget()
    if host is not None and host.isVisible():
        _unveil(host, host.rect(), blank)


def unveil_part(part: QWidget, band: int = BAND) -> None:
    """The same for a large part of a page that shows something else from now on, a list for instance."""
    host = part.parentWidget()
    if host is not None and part.height() > band and part.isVisible() and part.updatesEnabled():
        _unveil(host, part.geometry(), False, band)


def unveil_around(part: QWidget) -> None:
    """The same for the scrolled page in which a part is about to move whatever stands below it."""
    around = part.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None:
        unveil_part(around)


def _unveil(host: QWidget, place: QRect, blank: bool, band: int = BAND) -> None:
    for before in host.findChildren(_Unveiling, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if place.contains(before.place):
            before.drop()
            _lift(before.veil)
    _Unveiling(host, place, _Veil(place, host, blank), band)


def is_unveiled(window: QWidget) -> bool:
    """Whether everything in a window is painted as it is by now."""
    return not any(not each.done for each in window.findChildren(_Unveiling))


def _shrink(veil: _Veil, top: int) -> None:
    """Uncover what is above: one veil that shrinks, since to show one for each band took as long as half a band."""
    if isValid(veil):
        place = veil.geometry()
        place.setTop(top)
        veil.setGeometry(place)


def _lift(veil: _Veil) -> None:
    if isValid(veil):
        let_go(veil)
