"""A view that is done with is out of sight at once, silent, and gone soon."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.ui.kit.background import Background
from desktop.ui.kit.farewell import Farewell
from desktop.ui.kit.screen import Presenter, Screen


class View(QWidget):
    def __init__(self, presenter: Presenter) -> None:
        super().__init__()
        self.timer = QTimer(self)
        self.timer.start(1)


def test_several_go_one_after_the_other(qtbot: QtBot) -> None:
    keeper = QObject()
    farewell = Farewell(keeper)
    views = [QWidget() for _ in range(3)]
    for view in views:
        view.show()
        farewell.take(view)
    assert not any(view.isVisible() for view in views)
    assert all(isValid(view) for view in views)
    qtbot.waitUntil(lambda: not isValid(views[0]))
    assert isValid(views[2])
    qtbot.waitUntil(lambda: not isValid(views[2]))


def test_nothing_in_it_happens_by_itself_any_more(qtbot: QtBot) -> None:
    keeper = QObject()
    screen = Screen(Presenter(), View)
    view = screen.view()
    screen.discard(Farewell(keeper))
    assert isinstance(view, View)
    assert not view.timer.isActive()
    qtbot.waitUntil(lambda: not isValid(view) and not isValid(screen.presenter))


def test_an_answer_still_under_way_is_dropped(qtbot: QtBot) -> None:
    class Asking(Presenter):
        answers = 0

        def take(self, _: object) -> None:
            Asking.answers += 1

    keeper, background = QObject(), Background()
    presenter = Asking()
    screen = Screen(presenter, View)
    screen.view()
    background.run(lambda: 1, presenter.take, presenter.fail)
    screen.discard(Farewell(keeper))
    qtbot.waitUntil(lambda: not isValid(presenter))
    background.close()
    assert Asking.answers == 0
