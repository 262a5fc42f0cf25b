"""A large view is built slice by slice, and is whole before anything is put back into it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.kit.screen import Presenter, Screen
from desktop.ui.kit.stages import Stages, finish_building, when_built


class SlowView(QWidget):
    def __init__(self, presenter: Presenter) -> None:
        super().__init__()
        self.presenter = presenter
        Stages(self, [lambda: self.add("one"), lambda: self.add("two")])

    def add(self, name: str) -> None:
        QLineEdit(self).setObjectName(name)


def test_a_slice_a_turn(qtbot: QtBot) -> None:
    view = SlowView(Presenter())
    qtbot.addWidget(view)
    assert view.findChild(QLineEdit, "one") is None
    qtbot.waitUntil(lambda: view.findChild(QLineEdit, "two") is not None)


def test_tests_build_at_once(qtbot: QtBot) -> None:
    view = SlowView(Presenter())
    qtbot.addWidget(view)
    finish_building(view)
    assert view.findChild(QLineEdit, "two") is not None


def test_what_waits_for_the_view_comes_when_it_is_whole(qtbot: QtBot) -> None:
    view = SlowView(Presenter())
    qtbot.addWidget(view)
    told: list[str] = []
    when_built(view, lambda: told.append("first"))
    assert not told
    finish_building(view)
    when_built(view, lambda: told.append("second"))
    assert told == ["first", "second"]


def test_a_view_that_goes_half_built_is_no_trouble(qtbot: QtBot) -> None:
    view = SlowView(Presenter())
    view.deleteLater()
    other = SlowView(Presenter())
    qtbot.addWidget(other)
    qtbot.waitUntil(lambda: other.findChild(QLineEdit, "two") is not None)


def test_a_screen_built_anew_keeps_what_was_typed(qtbot: QtBot) -> None:
    screen = Screen(Presenter(), SlowView)
    qtbot.addWidget(screen.view())
    finish_building(screen.view())
    line = screen.view().findChild(QLineEdit, "two")
    assert isinstance(line, QLineEdit)
    line.setText("张三")
    new = screen.rebuild()
    qtbot.addWidget(new)
    finish_building(new)
    line = new.findChild(QLineEdit, "two")
    assert isinstance(line, QLineEdit)
    assert line.text() == "张三"
