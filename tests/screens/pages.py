"""A page as a test meets it: whole, in front, its widgets found by name and its labels read."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.kit.stages import finish_building

_View = TypeVar("_View", bound=QWidget)


def in_front(qtbot: QtBot, view: _View, width: int = 1300, height: int = 800) -> _View:
    """Build all of a page, show it at a size in pixels, and wait until the keys go to it."""
    qtbot.addWidget(view)
    finish_building(view)
    view.resize(width, height)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


def find(view: QWidget, name: str) -> Any:
    """Return the widget of a name, whatever it is; it has to be there."""
    found = view.findChild(QWidget, name)
    assert found is not None, name
    return found


def words(view: QWidget, name: str) -> str:
    """Return what the label of a name says."""
    label = find(view, name)
    assert isinstance(label, QLabel)
    return label.text()


def all_words(view: QWidget) -> str:
    """Return what every label on show says, a line each."""
    return "\n".join(each.text() for each in view.findChildren(QLabel) if each.isVisibleTo(view))


def press(inside: QWidget, name: str) -> None:
    """Press the button of a name."""
    button = find(inside, name)
    assert isinstance(button, QPushButton)
    button.click()


def on_show(qtbot: QtBot, view: QWidget, kind: type[_View], name: str | None = None) -> _View:
    """Wait for a sheet or dialog of a page, and return it once it can be seen."""

    def seen() -> list[_View]:
        return [each for each in view.findChildren(kind, name) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(seen()))
    return seen()[0]
