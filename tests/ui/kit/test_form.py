"""Forms keep what was typed, lead from field to field and say what is wrong."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.domain.errors import FieldProblem, sentence
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.fields import ChineseField, DateField, NumberField
from desktop.ui.kit.form import LONGEST, Form
from desktop.ui.kit.suggest import Offer, Suggest
from desktop.ui.kit.theme import Look


@pytest.fixture
def form(qtbot: QtBot, look: Look) -> Form:
    made = Form()
    qtbot.addWidget(made)
    section = made.section("本人")
    made.add(section, NumberField("id_number", "身份证件号码", "18 位"))
    made.add(section, ChineseField("name", "姓名"))
    made.add(section, Choice("sex", "性别", [Option("1", "男"), Option("2", "女")]))
    made.add(section, DateField("birth_date", "出生日期"))
    made.resize(900, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def box(form: Form, name: str) -> QWidget:
    return form.field(name).box


def test_enter_goes_to_the_next_field(form: Form) -> None:
    form.go_to("id_number")
    QTest.keyClick(box(form, "id_number"), Qt.Key.Key_Return)
    assert box(form, "name").hasFocus()
    QTest.keyClick(box(form, "name"), Qt.Key.Key_Return)
    assert box(form, "sex").hasFocus()


def test_ctrl_enter_hands_the_form_in(form: Form, qtbot: QtBot) -> None:
    form.go_to("name")
    with qtbot.waitSignal(form.submitted):
        QTest.keyClick(box(form, "name"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_enter_takes_an_offer_before_it_goes_on(form: Form) -> None:
    suggest = form.add(form.section("住址"), Suggest("division", "区划"))
    form.go_to("division")
    QTest.keyClicks(suggest.box, "l")
    suggest.offer([Offer("370102", "历下区")])
    QTest.keyClick(suggest.box, Qt.Key.Key_Return)
    assert suggest.value() == "370102"
    assert suggest.box.hasFocus()


def test_values_come_by_field_name(form: Form) -> None:
    form.set_values(
        {"id_number": "11010519491231002X", "name": "张三", "sex": "2", "birth_date": "1949-12-31"}
    )
    assert form.values() == {
        "id_number": "11010519491231002X", "name": "张三", "sex": "2", "birth_date": "1949-12-31",
    }  # fmt: skip


def test_the_first_problem_has_the_focus_and_what_was_typed_stays(form: Form) -> None:
    form.set_values({"birth_date": "1949-13-31"})
    problems = [
        FieldProblem("birth_date", sentence("t", "没有这一天。")),
        FieldProblem("name", sentence("t", "请填写姓名。")),
        FieldProblem("photo", sentence("t", "没有照片。")),
    ]
    homeless = form.show_problems(problems)
    assert [each.field for each in homeless] == ["photo"]
    assert box(form, "name").hasFocus()
    assert form.field("birth_date").problem == "没有这一天。"
    assert form.values()["birth_date"] == "1949-13-31"


def test_typing_takes_the_problem_back(form: Form) -> None:
    form.show_problems([FieldProblem("name", sentence("t", "请填写姓名。"))])
    QTest.keyClicks(box(form, "name"), "a")
    assert form.field("name").problem == ""


def test_edited_comes_once_for_quick_typing_and_within_a_second(form: Form, qtbot: QtBot) -> None:
    told: list[bool] = []
    form.edited.connect(lambda: told.append(True))
    QTest.keyClicks(box(form, "name"), "abc")
    assert not told
    assert LONGEST < 1000
    qtbot.waitUntil(lambda: bool(told))
    assert len(told) == 1


def test_flush_tells_a_pending_edit_at_once(form: Form) -> None:
    told: list[bool] = []
    form.edited.connect(lambda: told.append(True))
    QTest.keyClicks(box(form, "name"), "abc")
    form.flush()
    assert told == [True]


def test_a_field_name_is_used_once(form: Form) -> None:
    with pytest.raises(ValueError, match="name"):
        form.add(form.section("又"), ChineseField("name", "姓名"))


def test_fewer_columns_when_there_is_less_room(form: Form, qtbot: QtBot) -> None:
    def rows() -> int:
        return len(
            {form.field(name).mapTo(form, form.field(name).rect().topLeft()).y() for name in form.names()}
        )

    qtbot.waitUntil(lambda: rows() == 2)
    form.resize(420, 500)
    qtbot.waitUntil(lambda: rows() == 4)


def test_the_field_in_focus_is_scrolled_into_sight(form: Form, qtbot: QtBot) -> None:
    form.resize(420, 140)
    form.go_to("birth_date")

    def seen() -> bool:
        field = box(form, "birth_date")
        top = field.mapTo(form.viewport(), field.rect().topLeft()).y()
        return top >= 0 and top + field.height() <= form.viewport().height()

    qtbot.waitUntil(seen)


def test_a_form_that_is_gone_does_not_follow_the_focus(qtbot: QtBot, look: Look) -> None:
    gone = Form()
    gone.deleteLater()
    other = ChineseField("name", "姓名")
    qtbot.addWidget(other)
    qtbot.waitUntil(lambda: not isValid(gone))
    other.show()
    other.box.setFocus()
