"""A scan never lands in a field and never presses a button; a hand's keys always arrive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from desktop.ui.kit.choices import ChoiceInput, Option
from desktop.ui.kit.scanner import Scanner
from desktop.ui.kit.theme import Look

CODE = "113701020012026112101001"


class Desk(NamedTuple):
    dialog: QDialog
    name: QLineEdit
    remark: QPlainTextEdit
    sex: ChoiceInput
    pressed: list[bool]
    scanned: list[str]
    gap: list[int]

    def window(self) -> QWindow:
        handle = self.dialog.windowHandle()
        assert handle is not None
        return handle

    def keys(self, typed: str, gap: int = 5) -> None:
        """Type as the window system would, so many milliseconds apart."""
        for letter in typed:
            self.gap[0] += gap
            QTest.keyClick(self.window(), letter)

    def enter(self, gap: int = 5) -> None:
        self.gap[0] += gap
        QTest.keyClick(self.window(), Qt.Key.Key_Return)


@pytest.fixture
def desk(qtbot: QtBot, look: Look, qapp: QApplication) -> Iterator[Desk]:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    name, remark, sex, button = QLineEdit(), QPlainTextEdit(), ChoiceInput(), QPushButton("确定")
    sex.offer([Option("1", "男"), Option("2", "女")])
    button.setDefault(True)
    column = QVBoxLayout(dialog)
    for each in (name, remark, sex, button):
        column.addWidget(each)
    now = [1000]

    def clock(_event: QKeyEvent) -> int:
        return now[0]

    scanner = Scanner(clock, dialog)
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    scanner.watch(application)
    made = Desk(dialog, name, remark, sex, [], [], now)
    button.clicked.connect(lambda: made.pressed.append(True))
    scanner.scanned.connect(made.scanned.append)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    name.setFocus()
    yield made
    dialog.hide()


def test_a_burst_that_ends_with_enter_is_a_scan_and_leaves_the_field_as_it_was(desk: Desk) -> None:
    desk.name.setText("张三")
    desk.keys(CODE)
    desk.enter()
    assert desk.scanned == [CODE]
    assert desk.name.text() == "张三"
    assert not desk.pressed


def test_a_screen_that_was_late_does_not_break_a_scan_in_two(desk: Desk) -> None:
    scanner = desk.dialog.findChild(Scanner)
    assert scanner is not None
    desk.keys(CODE[:4])
    scanner._release.timeout.emit()  # it ran out while the rest of the keys already waited
    desk.keys(CODE[4:])
    desk.enter()
    assert desk.scanned == [CODE]
    assert desk.name.text() == ""


def test_what_was_typed_by_hand_before_the_scan_stays(desk: Desk) -> None:
    desk.keys("ab", gap=120)
    desk.gap[0] += 500
    desk.keys(CODE)
    desk.enter()
    assert desk.scanned == [CODE]
    assert desk.name.text() == "ab"


def test_a_selection_survives_a_scan(desk: Desk) -> None:
    desk.name.setText("张三丰")
    desk.name.setSelection(1, 2)
    desk.keys(CODE)
    desk.enter()
    assert desk.name.text() == "张三丰"
    assert desk.name.selectedText() == "三丰"


def test_slow_typing_and_enter_reach_the_field_and_the_button(desk: Desk) -> None:
    desk.keys("370102199001011234", gap=90)
    desk.enter(gap=90)
    assert desk.name.text() == "370102199001011234"
    assert desk.pressed == [True]
    assert not desk.scanned


def test_a_short_quick_burst_is_a_hand(desk: Desk) -> None:
    desk.keys("12345")
    desk.enter()
    assert desk.name.text() == "12345"
    assert desk.pressed == [True]
    assert not desk.scanned


def test_a_burst_without_enter_reaches_the_field_in_order(desk: Desk, qtbot: QtBot) -> None:
    desk.keys("abcdefgh")
    assert desk.name.text() == "ab"
    qtbot.waitUntil(lambda: desk.name.text() == "abcdefgh")
    assert not desk.scanned


def test_enter_long_after_a_burst_is_a_hand(desk: Desk, qtbot: QtBot) -> None:
    desk.keys("abcdefgh")
    desk.enter(gap=60)
    assert desk.name.text() == "abcdefgh"
    assert desk.pressed == [True]
    assert not desk.scanned


def test_an_arrow_in_a_burst_lets_the_held_keys_go_first(desk: Desk) -> None:
    desk.keys("abcd")
    QTest.keyClick(desk.window(), Qt.Key.Key_Left)
    desk.gap[0] += 200
    desk.keys("x", gap=200)
    assert desk.name.text() == "abcxd"


def test_a_scan_into_a_choice_chooses_nothing(desk: Desk) -> None:
    desk.sex.setFocus()
    desk.keys("2")
    desk.gap[0] += 300
    desk.keys("113701020012026112101001")
    desk.enter()
    assert desk.scanned == [CODE]
    assert desk.sex.currentData() == "2"


def test_a_scan_into_a_remark_adds_no_line(desk: Desk) -> None:
    desk.remark.setPlainText("备注")
    desk.remark.setFocus()
    desk.keys(CODE)
    desk.enter()
    assert desk.scanned == [CODE]
    assert desk.remark.toPlainText() == "备注"


def test_an_id_number_that_ends_with_x_is_a_scan(desk: Desk) -> None:
    desk.keys("11010519491231002X")
    desk.enter()
    assert desk.scanned == ["11010519491231002X"]


def test_after_the_prefix_key_even_a_slow_scan_is_one(desk: Desk) -> None:
    desk.name.setText("张三")
    QTest.keyClick(desk.window(), Qt.Key.Key_F9)
    assert not desk.name.hasFocus()
    desk.keys(CODE, gap=80)
    desk.enter(gap=80)
    assert desk.scanned == [CODE]
    assert desk.name.hasFocus()
    assert desk.name.text() == "张三"
    assert not desk.pressed


def test_the_prefix_key_alone_gives_the_focus_back(desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClick(desk.window(), Qt.Key.Key_F9)
    qtbot.waitUntil(desk.name.hasFocus)
    desk.keys("a", gap=100)
    assert desk.name.text() == "a"
    assert not desk.scanned


def test_two_scans_in_a_row_are_two(desk: Desk) -> None:
    for code in (CODE, "370102199001011234"):
        desk.gap[0] += 300
        desk.keys(code)
        desk.enter()
    assert desk.scanned == [CODE, "370102199001011234"]
    assert desk.name.text() == ""


def test_keys_sent_straight_to_a_widget_are_a_hand(desk: Desk) -> None:
    QTest.keyClicks(desk.name, "370102199001011234")
    QTest.keyClick(desk.name, Qt.Key.Key_Return)
    assert desk.name.text() == "370102199001011234"
    assert not desk.scanned
