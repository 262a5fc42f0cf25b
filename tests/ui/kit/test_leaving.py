"""What will be refused is told when its field is left, not sooner and not only at the end."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.ui.kit.fields import ChineseField, DateField, Field, NumberField
from desktop.ui.kit.form import Form
from desktop.ui.kit.leaving import read_person_name, tell_when_left
from desktop.ui.kit.theme import Look
from tests.patience import PatientBot


@pytest.fixture
def form(look: Look, qtbot: QtBot) -> Form:
    made = Form()
    part = made.section("本人")
    made.add(part, DateField("birth_date", "出生日期"))
    made.add(part, NumberField("landlord_phone", "电话"))
    made.add(part, ChineseField("minor_name_2", "姓名"))
    tell_when_left(made.add(part, ChineseField("name", "姓名")), read_person_name)
    made.add(part, ChineseField("remark", "备注"))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def typed(form: Form, name: str, words: str) -> Field:
    field = form.field(name)
    field.box.setFocus()
    assert isinstance(field.box, QLineEdit)
    field.box.insert(words)
    return field


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("birth_date", "20230229", "2023年2月29日"),
        ("birth_date", "2026-13-01", "2026年13月1日"),
        ("birth_date", "abc", "不是日期"),
        ("landlord_phone", "1380000", "现在是7位"),
        ("minor_name_2", "张3", "第2个字"),
        ("name", "张3", "第2个字"),
    ],
)
def test_what_is_refused_is_told_when_its_field_is_left(
    form: Form, qtbot: QtBot, name: str, words: str, said: str
) -> None:
    field = typed(form, name, words)
    assert field.problem == ""
    QTest.keyClick(field.box, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: said in field.problem)
    field.box.setFocus()
    QTest.keyClick(field.box, Qt.Key.Key_Backspace)
    assert field.problem == ""


@pytest.mark.parametrize(
    ("name", "words"),
    [("birth_date", "20240229"), ("landlord_phone", "13800000000"), ("name", "张三"), ("birth_date", "")],
)
def test_what_is_right_or_empty_is_left_in_peace(
    form: Form, qtbot: PatientBot, name: str, words: str
) -> None:
    field = typed(form, name, words)
    form.field("remark").box.setFocus()
    qtbot.rest()
    assert field.problem == ""


@pytest.mark.parametrize(
    ("reason", "told"),
    [(Qt.FocusReason.ActiveWindowFocusReason, False), (Qt.FocusReason.TabFocusReason, True)],
)
def test_another_window_in_front_does_not_mean_that_the_field_is_left(
    form: Form, qtbot: PatientBot, reason: Qt.FocusReason, told: bool
) -> None:
    form.field("remark").box.setFocus()
    field = form.field("landlord_phone")
    assert isinstance(field.box, QLineEdit)
    field.box.insert("138")
    QApplication.sendEvent(field.box, QFocusEvent(QEvent.Type.FocusOut, reason))
    qtbot.rest()
    assert bool(field.problem) is told
