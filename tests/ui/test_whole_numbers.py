"""Ctrl+F11 shows one person's whole numbers above any screen, and they go by themselves."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.errors import NotPossible, sentence
from desktop.services.rows import PersonHit
from desktop.services.whole_numbers import WholeRow
from desktop.ui.kit.duty import Duty
from desktop.ui.kit.screen import Finder, Gate, Presenter, Screen
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.text import Languages
from desktop.ui.kit.theme import Look
from desktop.ui.main_window import MainWindow
from tests.ui.window.made import press_for_the_other_language

NUMBER = "".join(("371321", "19900214", "001", "X"))


def hit(person_id: int) -> PersonHit:
    return PersonHit(person_id, "甲", None, "3713********001X", 1990, "", "none", "none", True)  # type: ignore[arg-type]


class DeskPresenter(Finder):
    def title(self) -> str:
        return "柜台"


class ListView(QWidget):
    def __init__(self, presenter: Presenter) -> None:
        super().__init__()
        columns: list[Column[PersonHit]] = [Column("姓名", lambda row: row.name)]
        self.table = Table(columns, self)
        self.rows = TableView(self.table, "results", "结果")
        QVBoxLayout(self).addWidget(self.rows)


class PagePresenter(Presenter):
    def __init__(self, person_id: int) -> None:
        super().__init__()
        self.person_id = person_id
        self.covered_times = 0

    def title(self) -> str:
        return "发证 · 司徒演练"

    def about(self) -> tuple[int | None, int | None]:
        return None, self.person_id

    def covered(self) -> None:
        self.covered_times += 1


class LockPresenter(Gate):
    pass


class Program:
    def __init__(self) -> None:
        self.asked: list[tuple[Any, str]] = []
        self.refuses = False
        self.late: Any = None
        self.desk = Screen(DeskPresenter(), ListView)
        self.page = Screen(PagePresenter(7), lambda presenter: QWidget())

    def ask(self, of: Any, matter: str, done: Any, refused: Any) -> None:
        self.asked.append((tuple(of), matter))
        row = WholeRow(1, "司徒演练", NUMBER, "13987650001", "户籍地1号", "现住地2号")
        if self.refuses:
            refused(NotPossible(sentence("errors", "没有这个人的记录。")))
        elif self.late is not None:
            self.late = lambda: done(row)
        else:
            done(row)

    def duty(self) -> Duty:
        return Duty(
            station="测试派出所",
            counter_number=3,
            clerk="测试一",
            practice=False,
            screens={"desk": lambda: self.desk, "open_person": lambda _: self.page},
            lock=lambda: Screen(LockPresenter(), lambda presenter: QWidget()),
            whole=self.ask,
        )


@pytest.fixture
def program() -> Program:
    return Program()


@pytest.fixture
def window(look: Look, qtbot: QtBot, program: Program) -> MainWindow:
    made = MainWindow(look, Languages())
    qtbot.addWidget(made)
    made.show()
    made.enter(program.duty())
    qtbot.waitUntil(lambda: made._work is not None and made._work.stack.current() is not None)
    view = program.desk.view()
    assert isinstance(view, ListView)
    view.table.show((hit(5), hit(6)))
    view.rows.choose(0)
    return made


def strip(window: MainWindow) -> str:
    assert window.work is not None
    return window.work.whole.strip.words()


def press(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F11, Qt.KeyboardModifier.ControlModifier)


def test_the_key_shows_the_chosen_persons_numbers_and_hides_them_again(
    window: MainWindow, program: Program
) -> None:
    press(window)
    assert program.asked == [((5, None), "柜台")]
    for word in (NUMBER, "13987650001", "户籍地1号", "现住地2号", "司徒演练"):
        assert word in strip(window)
    press(window)
    assert strip(window) == ""
    assert len(program.asked) == 1


def test_they_are_said_in_the_other_language_and_go_when_they_would_have_gone(
    window: MainWindow, program: Program, qtbot: QtBot
) -> None:
    window.go("open_person", 7)
    press(window)
    assert window.work is not None
    assert "证件号码" in strip(window)
    over = window.work.whole._over
    begun = over.remainingTime()
    qtbot.waitUntil(lambda: over.remainingTime() < begun)
    later = over.remainingTime()
    press_for_the_other_language(window)
    try:
        assert "证件号码" not in strip(window)
        assert NUMBER in strip(window)
        assert over.remainingTime() <= later
        assert len(program.asked) == 1
        press(window)
    finally:
        press_for_the_other_language(window)
    assert strip(window) == ""


def test_they_go_after_half_a_minute(window: MainWindow) -> None:
    press(window)
    assert window.work is not None
    over = window.work.whole._over
    assert (over.isActive(), over.interval()) == (True, 30_000)
    over.timeout.emit()
    assert strip(window) == ""


def test_they_go_when_somebody_else_is_chosen(window: MainWindow, program: Program, qtbot: QtBot) -> None:
    press(window)
    view = program.desk.view()
    assert isinstance(view, ListView)
    view.rows.choose(1)
    qtbot.waitUntil(lambda: strip(window) == "")


def test_they_go_with_the_screen(window: MainWindow, program: Program, qtbot: QtBot) -> None:
    press(window)
    window.go("open_person", 7)
    qtbot.waitUntil(lambda: strip(window) == "")
    press(window)
    assert program.asked[-1] == ((None, 7), "发证")  # the matter without the name


def test_the_lock_takes_them_away_at_once_and_for_good(window: MainWindow, program: Program) -> None:
    window.go("open_person", 7)
    press(window)
    window.lock()
    assert strip(window) == ""
    presenter = program.page.presenter
    assert isinstance(presenter, PagePresenter)
    assert presenter.covered_times == 1
    press(window)
    assert len(program.asked) == 1
    words = window.windowTitle()
    assert "司徒" not in words
    gate = window._pages.gate
    assert gate is not None
    gate.presenter.opened.emit(None)
    assert strip(window) == ""


def test_an_answer_that_comes_after_the_lock_is_not_shown(window: MainWindow, program: Program) -> None:
    program.late = True
    press(window)
    window.lock()
    program.late()
    assert strip(window) == ""


def test_with_nobody_chosen_it_says_what_to_do(window: MainWindow, program: Program) -> None:
    view = program.desk.view()
    assert isinstance(view, ListView)
    view.table.show(())
    press(window)
    assert program.asked == []
    assert strip(window) == "先选中一个人，再按 Ctrl+F11 显示完整号码。"


def test_a_refusal_is_told(window: MainWindow, program: Program, qtbot: QtBot) -> None:
    program.refuses = True
    press(window)
    assert strip(window) == ""
    dialogs = [each for each in window.findChildren(QWidget) if each.isWindow() and each.isVisible()]
    assert dialogs
    dialogs[0].close()
