"""The cursor begins where a view says, and never leaves a box in which somebody has begun to type."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.kit.focus import begin_at, lead_in

pytestmark = pytest.mark.usefixtures("look")


class _Page(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.first, self.second = QLineEdit(self), QLineEdit(self)
        self.second.setObjectName("second")


@pytest.fixture
def box(qtbot: QtBot) -> QLineEdit:
    """The one box of a window that is seen, outside of every page."""
    window = QWidget()
    qtbot.addWidget(window)
    qtbot.kept = window  # it lives as long as the test
    made = QLineEdit(window)
    QVBoxLayout(window).addWidget(made)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return made


def page_beside(box: QLineEdit) -> _Page:
    page = _Page(box.window())
    layout = box.window().layout()
    assert layout is not None
    layout.addWidget(page)
    page.show()
    return page


def test_a_view_does_not_take_the_cursor_from_a_box_that_is_typed_in(box: QLineEdit) -> None:
    box.setFocus()
    page = page_beside(box)
    QTest.keyClicks(box, "ab")
    begin_at(page, page.second)
    assert box.hasFocus()
    lead_in(page)  # the clerk comes to it
    assert page.second.hasFocus()


def test_it_begins_at_its_place_when_the_cursor_is_in_it_or_nowhere(box: QLineEdit) -> None:
    box.clearFocus()
    page = page_beside(box)
    begin_at(page, page.second)
    assert page.second.hasFocus()
    page.first.setFocus()
    begin_at(page, page.second)
    assert page.second.hasFocus()


def test_whoever_had_the_cursor_last_has_it_again(box: QLineEdit) -> None:
    page = page_beside(box)
    begin_at(page, page.second)
    page.first.setFocus()
    box.setFocus()
    lead_in(page)
    assert page.first.hasFocus()


def test_the_cursor_is_not_led_to_what_is_not_seen_any_more(box: QLineEdit) -> None:
    page = page_beside(box)
    page.second.setFocus()
    box.setFocus()
    page.second.hide()
    lead_in(page, page.second)
    assert page.first.hasFocus()
