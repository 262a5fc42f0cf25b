"""A page that comes into sight is painted a band a turn: all at once it would take half of a turn's time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.ui.kit.building import Building

BAND = 200
"""Pixels of a page that are painted in one turn."""


class _Veil(QWidget):
    """Keeps what was seen before over a part of a page: it is said to be opaque, and paints nothing."""

    def __init__(self, place: QRect, host: QWidget) -> None:
        super().__init__(host)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(place)
        self.show()


class _Unveiling(Building):
    def __init__(self, host: QWidget, veils: list[_Veil]) -> None:
        super().__init__(host, [partial(_lift, each) for each in veils])
        self.veils = veils
        self.built.connect(self.deleteLater)


def unveil(page: QWidget) -> None:
    """Let a page that was just put in its place be painted from the top down, one band a turn.

    What was seen there before stays until its band is painted. Nothing happens while its window is not seen.
    """
    host = page.parentWidget()
    if host is None or not host.isVisible():
        return
    for before in host.findChildren(_Unveiling, options=Qt.FindChildOption.FindDirectChildrenOnly):
        before.drop()
        for veil in before.veils:
            _lift(veil)
    veils, room = [], host.rect()
    while room.isValid():
        veils.append(_Veil(QRect(room.left(), room.top(), room.width(), min(BAND, room.height())), host))
        room.setTop(room.top() + BAND)
    _Unveiling(host, veils)


def _lift(veil: _Veil) -> None:
    if isValid(veil):
        veil.hide()
        veil.deleteLater()
