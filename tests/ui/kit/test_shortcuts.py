"""Keys are declared once, never twice, and are all told on F1."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.ui.kit.keys import KeyOverview
from desktop.ui.kit.shortcuts import (
    EVERYWHERE,
    ActionButton,
    KeyRow,
    KeyTaken,
    action,
    key_text,
    keys_of,
    set_possible,
)
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.theme import Look


@pytest.fixture
def view(look: Look, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(QLineEdit())
    made.resize(800, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_key_does_the_deed_from_inside_a_field(view: QWidget) -> None:
    done: list[bool] = []
    action(view, "register_residence", "F6", "居住登记", lambda: done.append(True))
    line = view.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_F6)
    assert done == [True]


def test_a_key_is_given_once(view: QWidget) -> None:
    action(view, "register_residence", "F6", "居住登记", lambda: None)
    with pytest.raises(KeyTaken):
        action(view, "apply_for_permit", "F6", "申领", lambda: None)


@pytest.mark.parametrize("key", [*EVERYWHERE.values(), "F2", "F9", "Esc"])
def test_a_screen_cannot_take_the_windows_keys(view: QWidget, key: str) -> None:
    with pytest.raises(KeyTaken):
        action(view, "mine", key, "我的", lambda: None)


@pytest.mark.parametrize("key", ["A", "1", "/"])
def test_a_bare_letter_belongs_to_typing(view: QWidget, key: str) -> None:
    with pytest.raises(ValueError, match="typing"):
        action(view, "mine", key, "我的", lambda: None)


def test_a_button_follows_its_action_and_says_why_not(view: QWidget) -> None:
    done: list[bool] = []
    apply = action(view, "apply_for_permit", "F7", "申领居住证", lambda: done.append(True))
    button = ActionButton(apply, "primary", view)
    assert button.objectName() == "apply_for_permit"
    assert "F7" in button.text()
    assert button.accessibleName() == "申领居住证"
    button.click()
    assert done == [True]
    set_possible(apply, False, "居住登记未满六个月。")
    assert not button.isEnabled()
    assert button.toolTip() == "居住登记未满六个月。"
    assert button.accessibleDescription() == "居住登记未满六个月。"
    set_possible(apply, True)
    assert button.isEnabled()
    assert button.toolTip() == ""


def test_the_overview_lists_every_key_of_the_screen(view: QWidget, qtbot: QtBot) -> None:
    action(view, "register_residence", "F6", "居住登记", lambda: None)
    set_possible(action(view, "apply_for_permit", "F7", "申领居住证", lambda: None), False, "未满六个月")
    rows = keys_of(view)
    assert [(row.key, row.does, row.possible) for row in rows] == [
        ("F6", "居住登记", True),
        ("F7", "申领居住证", False),
    ]
    overview = KeyOverview(view, rows, ())
    finish_building(overview)
    overview.open()
    shown = [label.text() for label in overview.findChildren(QLabel)]
    assert "居住登记" in shown
    assert any("申领居住证" in words and "不可用" in words for words in shown)
    overview.close()


def test_the_overview_is_scrolled_from_where_the_cursor_is(view: QWidget, qtbot: QtBot) -> None:
    rows = [KeyRow(f"Ctrl+{number}", "居住登记", possible=True) for number in range(40)]
    overview = KeyOverview(view, rows, ())
    finish_building(overview)
    overview.open()
    bar = overview._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    close = overview.findChild(QPushButton, "close")
    close.setFocus()
    QTest.keyClick(close, Qt.Key.Key_PageDown)
    down = bar.value()
    assert down > 0
    QTest.keyClick(close, Qt.Key.Key_PageUp)
    assert bar.value() < down
    overview.close()


def test_the_overview_leaves_out_the_page_that_is_not_seen(view: QWidget) -> None:
    pages = QStackedWidget(view)
    layout = view.layout()
    assert layout is not None
    layout.addWidget(pages)
    form, done = QWidget(), QWidget()
    for page, name, key in ((form, "hand_in", "F7"), (done, "next_registration", "F8")):
        action(page, name, key, name, lambda: None)
        pages.addWidget(page)
    pages.show()
    assert [row.key for row in keys_of(view)] == ["F7"]
    pages.setCurrentWidget(done)
    assert [row.key for row in keys_of(view)] == ["F8"]


@pytest.mark.parametrize(
    ("key", "printed"),
    [
        ("Ctrl+Return", "Ctrl+Enter"),
        ("Alt+Left", "Alt+←"),
        ("Ctrl+PgDown", "Ctrl+PgDn"),
        ("Ctrl+Shift+L", "Ctrl+Shift+L"),
    ],
)
def test_keys_are_named_as_on_the_keyboard(key: str, printed: str) -> None:
    assert key_text(QKeySequence(key)) == printed
