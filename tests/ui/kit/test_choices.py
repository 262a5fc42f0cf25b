"""A choice is made by typing; a long list is asked for and picked from without leaving the line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.ui.kit.choices import Choice, Offer, Option, Suggest
from desktop.ui.kit.fields import ChineseField
from desktop.ui.kit.pinyin import initials
from desktop.ui.kit.theme import Look

LODGING = [
    Option("01", "租赁房屋"),
    Option("02", "单位内部"),
    Option("03", "工地现场"),
    Option("04", "自购房"),
    Option("05", "自建房"),
    Option("99", "其他"),
]
COUNTIES = (
    Offer("370102", "历下区", "山东省济南市"),
    Offer("370103", "市中区", "山东省济南市"),
)


@pytest.fixture
def choice(look: Look, qtbot: QtBot) -> Choice:
    made = Choice("lodging", "现居住地址类型", LODGING)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "code"), [("04", "04"), ("zl", "01"), ("gdxc", "03"), ("q", "99"), ("ZJ", "05"), ("zg", "04")]
)
def test_a_choice_answers_to_code_and_initials(choice: Choice, typed: str, code: str) -> None:
    QTest.keyClicks(choice.box, typed)
    assert choice.value() == code


def test_one_letter_again_walks_through_all_that_begin_with_it(choice: Choice) -> None:
    seen = []
    for _ in range(4):
        QTest.keyClicks(choice.box, "z")
        seen.append(choice.value())
    assert seen == ["01", "04", "05", "01"]


def test_what_fits_nothing_changes_nothing(choice: Choice) -> None:
    QTest.keyClicks(choice.box, "zl")
    QTest.keyClicks(choice.box, "!")
    assert choice.value() == "01"


def test_delete_empties_a_choice(choice: Choice, qtbot: QtBot) -> None:
    choice.set_value("02")
    with qtbot.waitSignal(choice.edited):
        QTest.keyClick(choice.box, Qt.Key.Key_Delete)
    assert choice.value() == ""


def test_other_options_keep_the_choice_that_is_still_among_them(choice: Choice) -> None:
    choice.set_value("02")
    choice.offer(LODGING[:3])
    assert choice.value() == "02"
    choice.offer(LODGING[2:])
    assert choice.value() == ""


def test_initials_come_from_the_common_characters() -> None:
    assert initials("租赁房屋") == "zlfw"
    assert initials("家庭户 A1") == "jthA1".lower()
    assert initials("畲族") == "z"


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


def test_words_that_do_not_fit_end_in_dots_and_the_tool_tip_has_them_whole(qtbot: QtBot, look: Look) -> None:
    long = "满足在本市稳定就业、稳定住所、连续就读条件之一"
    field = Choice("ground", "事由", [Option("1", long), Option("2", "就读")], value="1")
    qtbot.addWidget(field)
    field.box.setToolTip("规则")
    field.resize(160, 90)
    field.show()
    field.grab()
    assert field.box.shown().endswith("…")
    assert long.startswith(field.box.shown()[:-1])
    assert field.box.toolTip() == f"{long}\n规则"
    assert field.box.currentText() == long
    field.set_value("2")
    field.grab()
    assert field.box.shown() == "就读"
    assert field.box.toolTip() == "规则"
    field.set_value("1")
    field.resize(900, 90)
    field.grab()
    assert field.box.shown() == long
    assert field.box.toolTip() == "规则"
