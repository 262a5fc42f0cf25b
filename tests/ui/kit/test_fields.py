"""Each field keeps what was typed, states its rule and hands on a plain text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.ui.kit.fields import (
    ChineseField,
    DateField,
    Field,
    NumberField,
    SecretField,
    TextField,
    TickField,
)
from desktop.ui.kit.theme import Look


def shown(qtbot: QtBot, field: Field) -> Field:
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    field.box.setFocus()
    return field


def line(field: Field) -> QLabel:
    found = field.findChild(QLabel, f"{field.name}_line")
    assert isinstance(found, QLabel)
    return found


def test_the_input_is_named_for_the_domain_and_spoken_by_its_label(look: Look, qtbot: QtBot) -> None:
    field = shown(qtbot, NumberField("id_number", "身份证件号码", "18 位"))
    assert field.box.objectName() == "id_number"
    assert field.box.accessibleName() == "身份证件号码"
    assert field.label.buddy() is field.box


def test_no_input_method_touches_a_number(look: Look, qtbot: QtBot) -> None:
    number, name = NumberField("phone", "电话"), ChineseField("name", "姓名")
    qtbot.addWidget(number)
    qtbot.addWidget(name)
    query = Qt.InputMethodQuery.ImEnabled
    assert number.box.inputMethodQuery(query) is False
    assert name.box.inputMethodQuery(query) is True


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("11010519491231002x", "11010519491231002X"), ("１３８００", "13800"), ("ab-1", "AB-1")],
)
def test_numbers_are_tidied_as_they_are_typed(look: Look, qtbot: QtBot, typed: str, kept: str) -> None:
    field = shown(qtbot, NumberField("id_number", "号码"))
    for letter in typed:  # QTest knows ASCII only
        QApplication.sendEvent(
            field.box, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        )
    assert field.value() == kept


def test_the_cursor_stays_when_an_x_in_the_middle_is_raised(look: Look, qtbot: QtBot) -> None:
    field = shown(qtbot, NumberField("id_number", "号码"))
    field.set_value("1234")
    QTest.keyClick(field.box, Qt.Key.Key_Home)
    QTest.keyClicks(field.box, "x")
    QTest.keyClicks(field.box, "9")
    assert field.value() == "X91234"


def test_a_sign_in_name_keeps_its_letters(look: Look, qtbot: QtBot) -> None:
    field = shown(qtbot, NumberField("sign_in_name", "登录名", upper=False))
    QTest.keyClicks(field.box, "wangFang")
    assert field.value() == "wangFang"


def test_the_rule_shows_while_the_field_has_the_focus(look: Look, qtbot: QtBot) -> None:
    field = shown(qtbot, ChineseField("name", "姓名", "与证件一致"))
    qtbot.waitUntil(lambda: line(field).text() == "与证件一致")
    field.box.clearFocus()
    qtbot.waitUntil(lambda: line(field).text() == " ")


def test_advice_shows_but_a_problem_comes_first(look: Look, qtbot: QtBot) -> None:
    field = shown(qtbot, NumberField("id_number", "号码"))
    field.show_advice("没有这个地区代码，请核对。")
    assert line(field).text() == "没有这个地区代码，请核对。"
    field.show_problem("应为 18 位。")
    assert line(field).text() == "应为 18 位。"
    field.show_problem("")
    assert line(field).text() == "没有这个地区代码，请核对。"


@pytest.mark.parametrize(
    "typed", ["20261121", "2026-11-21", "2026.11.21", "2026/11/21", "2026年11月21日", "２０２６１１２１"]
)
def test_a_day_may_be_written_in_the_usual_ways(look: Look, qtbot: QtBot, typed: str) -> None:
    field = shown(qtbot, DateField("arrived_on", "来本地日期"))
    field.box.setText(typed)
    assert field.value() == "2026-11-21"


def test_a_day_rests_in_one_form_with_its_weekday(look: Look, qtbot: QtBot) -> None:
    field = shown(qtbot, DateField("arrived_on", "来本地日期"))
    QTest.keyClicks(field.box, "20261121")
    field.box.clearFocus()
    qtbot.waitUntil(lambda: line(field).text() == "星期六")
    assert field.box.text() == "2026-11-21"


def test_the_weekday_is_that_of_a_day_put_back_by_a_draft(look: Look, qtbot: QtBot) -> None:
    field = shown(qtbot, DateField("arrived_on", "来本地日期"))
    field.set_value("2026-11-21")
    field.box.clearFocus()
    field.box.setText("2026-12-28")
    assert line(field).text() == "星期一"


def test_what_is_no_day_stays_as_typed(look: Look, qtbot: QtBot) -> None:
    field = shown(qtbot, DateField("arrived_on", "来本地日期"))
    QTest.keyClicks(field.box, "20261131")
    field.box.clearFocus()
    assert field.value() == "20261131"


def test_the_arrows_move_a_day_and_count_as_an_edit(look: Look, qtbot: QtBot) -> None:
    field = shown(qtbot, DateField("arrived_on", "来本地日期"))
    field.set_value("2026-11-30")
    with qtbot.waitSignal(field.edited):
        QTest.keyClick(field.box, Qt.Key.Key_Up)
    assert field.value() == "2026-12-01"
    QTest.keyClick(field.box, Qt.Key.Key_Down)
    assert field.value() == "2026-11-30"


def test_caps_lock_is_told_at_a_password(look: Look, qtbot: QtBot) -> None:
    field = shown(qtbot, SecretField("password", "密码"))
    for letter, told in (("A", True), ("a", False)):  # a capital without Shift, as Caps Lock sends it
        QApplication.sendEvent(
            field.box, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        )
        assert ("大写" in line(field).text()) is told
    assert line(field).text().strip() == ""


def test_a_password_is_not_trimmed(look: Look, qtbot: QtBot) -> None:
    field = shown(qtbot, SecretField("password", "密码"))
    QTest.keyClicks(field.box, " ab ")
    assert field.value() == " ab "


def test_setting_a_value_is_no_edit(look: Look, qtbot: QtBot) -> None:
    for field in (TextField("remark", "备注"), TickField("shared", "数据共享"), ChineseField("name", "姓名")):
        qtbot.addWidget(field)
        with qtbot.assertNotEmitted(field.edited):
            field.set_value("yes")
        assert field.value() == "yes"


def test_tab_leaves_a_remark(look: Look, qtbot: QtBot) -> None:
    field = shown(qtbot, TextField("remark", "备注"))
    QTest.keyClicks(field.box, "a")
    QTest.keyClick(field.box, Qt.Key.Key_Tab)
    assert field.value() == "a"


def test_a_field_without_a_place_may_lose_its_input_first(look: Look, qtbot: QtBot) -> None:
    box = NumberField("phone", "电话").box
    if isValid(box):
        box.deleteLater()
        qtbot.waitUntil(lambda: not isValid(box))
