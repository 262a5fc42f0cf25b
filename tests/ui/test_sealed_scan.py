"""The code of a paper, scanned on whichever screen, leads to where papers are checked."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from desktop.ui.kit.scanner import Scanner
from desktop.ui.kit.screen import Screen
from desktop.ui.kit.text import Languages
from desktop.ui.kit.theme import Look
from desktop.ui.main_window import MainWindow
from tests.ui.window.made import Made, PagePresenter, PageView

CODE = "RC1:6BF+70790T9WJWG.FKY*4GO0"


class Checking(PagePresenter):
    def __init__(self) -> None:
        super().__init__("verify")
        self.carried: list[object] = []

    def carry(self, what: object) -> None:
        self.carried.append(what)


def test_a_papers_code_is_checked_wherever_it_is_scanned(look: Look, qtbot: QtBot) -> None:
    made, checking = Made(), Checking()
    window = MainWindow(look, Languages(), Scanner())
    qtbot.addWidget(window)
    duty = made.duty()
    window.enter(replace(duty, screens={**duty.screens, "verify": lambda: Screen(checking, PageView)}))
    window.show()
    qtbot.waitUntil(lambda: window.at_work)
    window.go("register", None)
    window.scan(CODE)
    assert checking.carried == [CODE]
    assert made.desk.entered == []
    window.scan("113701020012026112101001")
    assert made.desk.entered == ["113701020012026112101001"]
    window.scan(CODE)
    assert checking.carried == [CODE, CODE]


def test_a_duty_without_checking_leaves_it_to_the_one_box(look: Look, qtbot: QtBot) -> None:
    made = Made()
    window = MainWindow(look, Languages(), Scanner())
    qtbot.addWidget(window)
    window.enter(made.duty())
    window.show()
    qtbot.waitUntil(lambda: window.at_work)
    window.go("register", None)
    window.scan(CODE)
    assert made.desk.entered == [CODE]
