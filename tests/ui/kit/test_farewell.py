"""A view that is done with is out of sight at once, silent, and gone soon."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from itertools import pairwise
from weakref import ref

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.ui.kit.background import Background
from desktop.ui.kit.farewell import FEW, Farewell
from desktop.ui.kit.screen import Presenter, Screen
from desktop.ui.kit.theme import Look


class View(QWidget):
    def __init__(self, presenter: Presenter) -> None:
        super().__init__()
        self.timer = QTimer(self)
        self.timer.start(1)


def test_several_go_one_after_the_other(qtbot: QtBot) -> None:
    keeper = QObject()
    farewell = Farewell(keeper)
    views, left = [QWidget() for _ in range(3)], []
    for view in views:
        view.show()
        view.destroyed.connect(lambda: left.append(sum(isValid(each) for each in views)))
        farewell.take(view)
    assert not any(view.isVisible() for view in views)
    assert all(isValid(view) for view in views)
    qtbot.waitUntil(lambda: not any(isValid(view) for view in views))
    assert left == [2, 1, 0]


def seen_to_go(qtbot: QtBot, view: QWidget, fields: list[QLineEdit], presenter: QObject | None) -> list[int]:
    """How many of its fields a view has in each turn until it is gone."""
    keeper, ticking, left = QObject(), QTimer(), [len(fields)]
    ticking.timeout.connect(lambda: left.append(sum(isValid(each) for each in fields)))
    ticking.start(0)
    Farewell(keeper).take(view, presenter)
    qtbot.waitUntil(lambda: left[-1] == 0 and not isValid(view))
    ticking.stop()
    return left


def test_a_large_view_goes_in_parts_and_everything_in_it_goes(qtbot: QtBot) -> None:
    presenter, view, inner = Presenter(), QScrollArea(), QWidget()
    view.setWidget(inner)
    rows = [QWidget(inner) for _ in range(10)]
    fields = [QLineEdit(row) for row in rows for _ in range(10)]
    lists = [QListWidget(row) for row in rows]
    left = seen_to_go(qtbot, view, fields, presenter)
    assert max(before - after for before, after in pairwise(left)) <= 2 * FEW
    assert not any(isValid(each) for each in (presenter, *rows, *lists))


class Painted(QWidget):
    """Knows how often it was painted, and what of it the last time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.times, self.painted = 0, QRect()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Once more."""
        self.times, self.painted = self.times + 1, event.rect()


def test_nothing_of_what_is_seen_is_painted_for_a_view_that_goes(qtbot: QtBot) -> None:
    window, keeper = QWidget(), QObject()
    qtbot.addWidget(window)
    window.resize(400, 300)
    seen, left = Painted(window), QWidget(window)
    for each in (seen, left):
        each.resize(400, 300)
    QLineEdit(left)
    window.show()
    left.hide()
    qtbot.waitUntil(lambda: seen.times > 0)
    before = seen.times
    Farewell(keeper).take(left, Presenter())
    with qtbot.waitSignal(left.destroyed):
        pass
    seen.update(0, 0, 1, 1)  # whatever else is to be painted comes with it
    qtbot.waitUntil(lambda: seen.times > before)
    assert seen.painted == QRect(0, 0, 1, 1)


class Row(QWidget):
    """Lays itself out by what is in it, as many do."""

    def __init__(self, parent: QWidget, told: list[str]) -> None:
        super().__init__(parent)
        self.fields, self.told = [QLineEdit(self) for _ in range(3 * FEW)], told

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Look at a part that may be gone."""
        self.told.append(self.fields[0].text())


class Dressed(QLineEdit):
    """Tells when it is given a style."""

    def __init__(self, parent: QWidget, told: list[str]) -> None:
        super().__init__(parent)
        self.told = told

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Hear of another style."""
        if event.type() == QEvent.Type.StyleChange:
            self.told.append("dressed")


def test_what_is_half_gone_is_out_of_reach_of_its_window(qtbot: QtBot) -> None:
    window, keeper, told = QWidget(), QObject(), list[str]()
    view = QWidget(window)
    row = Row(view, told)
    qtbot.addWidget(window)
    window.show()
    told.clear()
    seen: list[None] = []

    def paint() -> None:
        seen.append(None)
        row.resize(500, 500)  # it is hidden: told of it when its window is painted
        window.grab()

    row.fields[0].destroyed.connect(lambda: QTimer.singleShot(0, window, paint))
    Farewell(keeper).take(view, Presenter())
    qtbot.waitUntil(lambda: bool(seen))
    assert told == []
    qtbot.waitUntil(lambda: not isValid(view))


def test_a_large_view_is_not_dressed_anew_to_be_destroyed(qtbot: QtBot, look: Look) -> None:
    window, keeper, dressed = QWidget(), QObject(), list[str]()
    qtbot.addWidget(window)
    view = QWidget(window)
    rows = [Dressed(view, dressed) for _ in range(2 * FEW)]
    window.show()
    dressed.clear()
    Farewell(keeper).take(view, Presenter())
    qtbot.waitUntil(lambda: not isValid(view))
    assert dressed == []
    assert not any(isValid(each) for each in rows)


def test_what_is_half_gone_does_nothing_that_was_put_off(qtbot: QtBot) -> None:
    window, keeper, done = QWidget(), QObject(), list[str]()
    qtbot.addWidget(window)
    view = QWidget(window)
    fields = [QLineEdit(view) for _ in range(3 * FEW)]
    fields[0].destroyed.connect(lambda: QTimer.singleShot(0, view, lambda: done.append("late")))
    window.show()
    farewell = Farewell(keeper)
    farewell.take(view, Presenter())
    farewell.take(view, Presenter())  # closed twice
    qtbot.waitUntil(lambda: not isValid(view))
    assert done == []


def test_the_window_may_go_in_the_middle(qtbot: QtBot) -> None:
    window, keeper = QWidget(), QObject()
    view = QWidget(window)
    presenter, fields = Presenter(), [QLineEdit(view) for _ in range(6 * FEW)]
    fields[0].destroyed.connect(lambda: QTimer.singleShot(0, window, window.deleteLater))
    Farewell(keeper).take(view, presenter)
    qtbot.waitUntil(lambda: not isValid(presenter))
    assert not isValid(window)
    assert not isValid(view)


class Knot(QWidget):
    """Holds itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.me = self


@pytest.fixture
def no_collector() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def test_nothing_is_left_for_the_garbage_collector(qtbot: QtBot, no_collector: None) -> None:
    keeper, view = QObject(), Knot()
    kept = [ref(each) for each in (view, *(Knot(view) for _ in range(3 * FEW)))]
    Farewell(keeper).take(view, Presenter())
    del view
    qtbot.waitUntil(lambda: not any(each() is not None for each in kept))


def test_a_view_whose_presenter_lives_on_stays_whole_to_the_end(qtbot: QtBot) -> None:
    view = QWidget()
    fields = [QLineEdit(view) for _ in range(100)]
    assert set(seen_to_go(qtbot, view, fields, None)) == {100, 0}


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
