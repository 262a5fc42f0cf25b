"""A choice is made by typing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.kit.choices import Choice, Option
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
