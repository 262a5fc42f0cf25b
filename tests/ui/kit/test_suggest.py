"""A long list is asked for and picked from without leaving the line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.ui.kit.fields import ChineseField
from desktop.ui.kit.suggest import Offer, Suggest
from desktop.ui.kit.theme import Look

COUNTIES = (
    Offer("370102", "历下区", "山东省济南市"),
    Offer("370103", "市中区", "山东省济南市"),
)


@pytest.fixture
def page(look: Look, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    column.addWidget(Suggest("hukou_division", "常住户口所在地"))
    column.addWidget(ChineseField("name", "姓名"))
    made.resize(600, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def suggest(page: QWidget) -> Suggest:
    found = page.findChild(Suggest)
    assert isinstance(found, Suggest)
    found.box.setFocus()
    return found


def offers(page: QWidget) -> QListView | None:
    found = page.findChild(QListView, "offers")
    return found if isinstance(found, QListView) and found.isVisible() else None


def test_typing_asks_and_enter_takes_the_offer(page: QWidget, suggest: Suggest, qtbot: QtBot) -> None:
    with qtbot.waitSignal(suggest.asked) as asked:
        QTest.keyClicks(suggest.box, "l")
    assert asked.args == ["l"]
    assert suggest.value() == ""
    suggest.offer(COUNTIES)
    assert offers(page) is not None
    QTest.keyClick(suggest.box, Qt.Key.Key_Down)
    with qtbot.waitSignal(suggest.picked) as picked:
        QTest.keyClick(suggest.box, Qt.Key.Key_Return)
    assert picked.args == [COUNTIES[1]]
    assert (suggest.value(), suggest.text()) == ("370103", "市中区")
    assert offers(page) is None
    assert suggest.box.hasFocus()


def test_tab_takes_the_marked_offer_and_goes_on(page: QWidget, suggest: Suggest) -> None:
    QTest.keyClicks(suggest.box, "l")
    suggest.offer(COUNTIES)
    QTest.keyClick(suggest.box, Qt.Key.Key_Tab)
    assert suggest.value() == "370102"
    assert not suggest.box.hasFocus()


def test_tab_before_the_answer_takes_the_first_of_the_answer_not_of_the_older_list(
    page: QWidget, suggest: Suggest
) -> None:
    suggest.box.setFocus()
    QTest.keyClicks(suggest.box, "l")
    suggest.offer(COUNTIES)
    QTest.keyClicks(suggest.box, "s")
    QTest.keyClick(suggest.box, Qt.Key.Key_Tab)
    assert suggest.value() == ""
    assert suggest.box.hasFocus()
    suggest.offer(COUNTIES[1:])
    assert suggest.value() == "370103"
    assert not suggest.box.hasFocus()


def test_a_second_tab_goes_on_without_an_answer(page: QWidget, suggest: Suggest) -> None:
    suggest.box.setFocus()
    QTest.keyClicks(suggest.box, "l")
    suggest.offer(COUNTIES)
    QTest.keyClicks(suggest.box, "s")
    QTest.keyClick(suggest.box, Qt.Key.Key_Tab)
    QTest.keyClick(suggest.box, Qt.Key.Key_Tab)
    assert suggest.value() == ""
    assert suggest.text() == "ls"
    assert not suggest.box.hasFocus()


def test_esc_closes_the_list_and_keeps_the_text(page: QWidget, suggest: Suggest) -> None:
    QTest.keyClicks(suggest.box, "l")
    suggest.offer(COUNTIES)
    QTest.keyClick(suggest.box, Qt.Key.Key_Escape)
    assert offers(page) is None
    assert (suggest.value(), suggest.text()) == ("", "l")


def test_changing_the_text_takes_the_choice_back(suggest: Suggest) -> None:
    suggest.set_chosen("370102", "历下区")
    QTest.keyClicks(suggest.box, "x")
    assert suggest.value() == ""


def test_an_answer_that_comes_after_the_clerk_went_on_opens_nothing(page: QWidget, suggest: Suggest) -> None:
    QTest.keyClicks(suggest.box, "l")
    QTest.keyClick(suggest.box, Qt.Key.Key_Tab)
    suggest.offer(COUNTIES)
    assert offers(page) is None


def test_a_click_takes_an_offer(page: QWidget, suggest: Suggest) -> None:
    QTest.keyClicks(suggest.box, "l")
    suggest.offer(COUNTIES)
    shown = offers(page)
    assert shown is not None
    place = shown.visualRect(shown.model().index(1, 0)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert suggest.value() == "370103"


def test_free_text_is_its_own_value(look: Look, qtbot: QtBot) -> None:
    free = Suggest("road", "路（街、巷）", free=True)
    qtbot.addWidget(free)
    QTest.keyClicks(free.box, "abc")
    assert free.value() == "abc"


def test_the_list_goes_when_its_field_goes(page: QWidget, suggest: Suggest, qtbot: QtBot) -> None:
    QTest.keyClicks(suggest.box, "l")
    suggest.offer(COUNTIES)
    shown = offers(page)
    assert shown is not None
    suggest.deleteLater()
    qtbot.waitUntil(lambda: not isValid(shown))
