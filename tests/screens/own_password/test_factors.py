"""One's own second factors, registered and given up by keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.devices.token import key_file
from desktop.devices.token.key_file import KeyFiles
from desktop.domain import totp
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.kit.fields_sheet import FieldsSheet
from desktop.ui.kit.theme import Look
from desktop.ui.screens.own_password.presenter import OwnPasswordPresenter
from desktop.ui.screens.own_password.view import OwnPasswordView
from tests.screens.pages import in_front, on_show

PIN = "204080"


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(key_file, "KIB", 64)
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def view(
    qtbot: QtBot, look: Look, station: Counter, clerk: Actor, inline: Inline, stick: Path
) -> OwnPasswordView:
    station.second_factors._tokens = KeyFiles(lambda: [stick])
    return in_front(qtbot, OwnPasswordView(OwnPasswordPresenter(station, clerk, inline)))


def hand_in(sheet: FieldsSheet, **typed: str) -> None:
    for name, words in typed.items():
        sheet.field(name).set_value(words)
    QTest.keyClick(sheet.field(name).box, Qt.Key.Key_Return)


def test_a_key_is_registered_with_its_password_and_listed(view: Any, stick: Path, qtbot: QtBot) -> None:
    assert view._factors._table.rowCount() == 0
    QTest.keyClick(view, Qt.Key.Key_F7)
    asked = on_show(qtbot, view, FieldsSheet, "register_token_sheet")
    hand_in(asked, old_password="wrong", new_pin=PIN, new_pin_again=PIN)
    assert "密码不对" in asked.field("old_password").problem
    with qtbot.waitSignal(view._presenter.notice):
        hand_in(asked, old_password="test-pass-1", new_pin_again=PIN)
    [row] = view._presenter.factors.rows
    assert (row.name, row.ended_on) == ("我的U盘", None)
    assert len(list(stick.iterdir())) == 1
    assert view._factors._table.rowCount() == 1


def test_without_a_stick_it_is_said(view: Any, station: Counter, qtbot: QtBot) -> None:
    station.second_factors._tokens = KeyFiles(lambda: [])
    QTest.keyClick(view, Qt.Key.Key_F7)
    asked = on_show(qtbot, view, FieldsSheet, "register_token_sheet")
    hand_in(asked, old_password="test-pass-1", new_pin=PIN, new_pin_again=PIN)
    assert "没有插着的U盘" in asked.field("drive").problem


def test_a_telephone_is_registered_and_given_up_again(
    view: Any, station: Counter, clock: Any, qtbot: QtBot
) -> None:
    QTest.keyClick(view, Qt.Key.Key_F8)
    hand_in(on_show(qtbot, view, FieldsSheet, "confirm_self_sheet"), old_password="test-pass-1")
    asked = on_show(qtbot, view, FieldsSheet, "register_code_sheet")
    secret = view._presenter.factors._code.secret
    with qtbot.waitSignal(view._presenter.notice):
        hand_in(asked, code=totp.code(secret, totp.step_of(clock.moment)))
    qtbot.waitUntil(lambda: view._presenter.factors._code is None)
    assert view._factors._list.current().name == "我的手机"
    qtbot.waitUntil(lambda: not view.findChildren(FieldsSheet))
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    QTest.keyClick(view, Qt.Key.Key_F10)
    hand_in(on_show(qtbot, view, FieldsSheet, "confirm_self_sheet"), old_password="test-pass-1")
    assert view._presenter.factors.rows[0].ended_on is not None
    assert not view._factors._end.isEnabled()
