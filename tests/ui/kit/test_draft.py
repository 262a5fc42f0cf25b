"""What was typed comes back as it was: text, choice, cursor, selection, focus."""

from __future__ import annotations

import json

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.draft import capture, restore, typed
from desktop.ui.kit.fields import ChineseField, SecretField, TextField, TickField
from desktop.ui.kit.suggest import Suggest
from desktop.ui.kit.theme import Look


def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    for field in (
        ChineseField("name", "姓名"),
        Choice("sex", "性别", [Option("1", "男"), Option("2", "女")]),
        Suggest("hukou_division", "户籍地"),
        TextField("remark", "备注"),
        TickField("shared", "数据共享"),
        SecretField("password", "密码"),
    ):
        column.addWidget(field)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def line(view: QWidget, name: str) -> QLineEdit:
    found = view.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


@pytest.mark.parametrize("backwards", [False, True])
def test_a_view_built_anew_is_as_the_old_one_was(look: Look, qtbot: QtBot, backwards: bool) -> None:
    old = page(qtbot)
    line(old, "name").setText("欧阳春华")
    line(old, "name").setFocus()
    if backwards:
        line(old, "name").setSelection(3, -2)
    else:
        line(old, "name").setSelection(1, 2)
    suggest, choice = old.findChild(Suggest), old.findChild(Choice)
    assert isinstance(suggest, Suggest)
    assert isinstance(choice, Choice)
    suggest.set_chosen("370102", "历下区")
    choice.set_value("2")
    remark, shared = old.findChild(QPlainTextEdit, "remark"), old.findChild(QCheckBox, "shared")
    assert isinstance(remark, QPlainTextEdit)
    assert isinstance(shared, QCheckBox)
    remark.setPlainText("第一行\n第二行")
    shared.setChecked(True)
    kept = json.loads(json.dumps(capture(old)))

    new = page(qtbot)
    restore(new, kept)
    assert capture(new) == kept
    assert line(new, "name").selectedText() == "阳春"
    assert line(new, "name").cursorPosition() == (1 if backwards else 3)
    assert line(new, "name").hasFocus()
    found = new.findChild(Suggest)
    assert isinstance(found, Suggest)
    assert (found.value(), found.text()) == ("370102", "历下区")


def test_passwords_are_never_kept(look: Look, qtbot: QtBot) -> None:
    view = page(qtbot)
    line(view, "password").setText("geheim-1")
    assert "geheim-1" not in json.dumps(capture(view))


def test_what_the_view_no_longer_has_is_passed_over(look: Look, qtbot: QtBot) -> None:
    view = page(qtbot)
    restore(view, {"inputs": {"gone": {"text": "a"}, "name": {"text": "张三", "cursor": 1}}, "focus": "gone"})
    assert line(view, "name").text() == "张三"


def test_putting_back_is_no_edit_and_asks_nothing(look: Look, qtbot: QtBot) -> None:
    view = page(qtbot)
    suggest = view.findChild(Suggest)
    assert isinstance(suggest, Suggest)
    with qtbot.assertNotEmitted(suggest.asked), qtbot.assertNotEmitted(suggest.edited):
        restore(view, {"inputs": {"hukou_division": {"text": "历下区", "cursor": 0, "code": "370102"}}})
    assert suggest.value() == "370102"


def test_the_texts_alone_can_be_listed(look: Look, qtbot: QtBot) -> None:
    view = page(qtbot)
    line(view, "name").setText("张三")
    assert typed(capture(view)) == {"name": "张三"}
