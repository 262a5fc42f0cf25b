"""Passwords and PINs are stretched in a worker, never on the screen's thread."""

from __future__ import annotations

import threading
from typing import Any

import argon2
import argon2.low_level
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.kit.background import Background
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.theme import Look
from desktop.ui.screens.lock.presenter import LockPresenter
from desktop.ui.screens.lock.view import LockView
from desktop.ui.screens.own_password.presenter import OwnPasswordPresenter
from desktop.ui.screens.sign_in.presenter import SignInPresenter


def test_argon2_is_never_called_on_the_screens_thread(
    station: Counter, clerk: Actor, look: Look, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: set[int] = set()

    def noting(real: Any) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            threads.add(threading.get_ident())
            return real(*args, **kwargs)

        return call

    for name in ("verify", "hash"):
        monkeypatch.setattr(argon2.PasswordHasher, name, noting(getattr(argon2.PasswordHasher, name)))
    runner = Background()
    signing = SignInPresenter(lambda: station.sign_in, runner)
    with qtbot.waitSignal(signing.welcomed):
        signing.start()
    with qtbot.waitSignal(signing.opened):
        signing.try_sign_in({"sign_in_name": "one", "password": "test-pass-1", "counter_number": "3"})
    locking = LockPresenter(station.sign_in, clerk, runner)
    view = LockView(locking)
    qtbot.addWidget(view)
    finish_building(view)
    view.show()
    with qtbot.waitSignal(locking.opened):
        box = view.form.field("password").box
        QTest.keyClicks(box, "test-pass-1")
        QTest.keyClick(box, Qt.Key.Key_Return)
    own = OwnPasswordPresenter(station, clerk, runner)
    with qtbot.waitSignal(own.closed):
        typed = {
            "old_password": "test-pass-1",
            "new_password": "willow-22",
            "new_password_again": "willow-22",
        }
        own.change(typed)
    runner.close()
    assert threads
    assert threading.get_ident() not in threads
