"""A batch of fifty at the counter, and the printer out of cards in the middle: exactly the printed ones are made."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.blanks import BlankState
from desktop.domain.codes import CaseState
from desktop.domain.errors import EnvironmentTrouble, sentence
from desktop.services.counter import Counter
from desktop.services.paper_rows import PrinterRow
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.kit.theme import Look
from desktop.ui.screens.produce.presenter import ProducePresenter
from desktop.ui.screens.produce.view import ProduceView
from tests.screens.pages import in_front
from tests.services.conftest import apply, person_form, register, residence_form, resident  # noqa: F401
from tests.services.producing import TODAY, granted  # noqa: F401
from tests.services.production.making import case_of  # noqa: F401

BATCH, CAME_OUT = 50, 23


def test_of_fifty_the_twenty_three_that_came_out_are_made_and_the_rest_wait(
    station: Counter,
    clerk: Actor,
    officer: Actor,
    granted: Callable[..., int],  # noqa: F811
    inline: Inline,
    look: Look,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    station.blanks.receive(officer, str(uuid.uuid4()), "JN0001", "JN0060")
    station.blanks.move_to_counter(officer, str(uuid.uuid4()), "JN0001", "JN0060", 3)
    cases = [granted(serial) for serial in range(1, BATCH + 1)]
    fed: list[str] = []

    def send(actor: Actor, serial: str, printer: str) -> str:
        if len(fed) == CAME_OUT:
            raise EnvironmentTrouble(sentence("errors", "打印机缺卡。"))
        fed.append(serial)
        return printer

    monkeypatch.setattr(station.papers, "printers", lambda: (PrinterRow("证卡机", True, "空闲", True),))
    monkeypatch.setattr(station.card_prints, "send", send)
    presenter = ProducePresenter(station, clerk, inline)
    screen = in_front(qtbot, ProduceView(presenter))

    QTest.keyClick(screen, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(screen, Qt.Key.Key_F6)
    QTest.keyClick(screen, Qt.Key.Key_F7)
    dialog = found(screen, "dialog")
    qtbot.waitUntil(dialog.isVisible)
    assert any("打印机缺卡" in label.text() for label in dialog.findChildren(QLabel))
    dialog.reject()
    assert fed == [f"JN{number:04}" for number in range(1, CAME_OUT + 1)]
    assert len(presenter.to_send) == BATCH - CAME_OUT
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    reserved = found(screen, "reserved")
    for row in range(CAME_OUT):
        reserved.choose(row)
        QTest.keyClick(reserved, Qt.Key.Key_Space)
    QTest.keyClick(screen, Qt.Key.Key_F8)

    states = [case_of(station, case).state for case in cases]
    assert states == [CaseState.PRODUCED] * CAME_OUT + [CaseState.GRANTED] * (BATCH - CAME_OUT)
    rest = [f"JN{number:04}" for number in range(CAME_OUT + 1, BATCH + 1)]
    assert [card.serial for card in presenter.reserved] == rest
    assert [row.serial for row in presenter.waiting] == rest
    balance = station.blanks.balance(TODAY)
    assert balance.balanced
    assert [balance.count(state) for state in (BlankState.USED, BlankState.RESERVED)] == [23, 27]
    assert found(screen, "blanks_left").text() == "3号窗口还有10张空白"


def found(view: QWidget, name: str) -> Any:
    widget = view.findChild(QWidget, name)
    assert widget is not None, name
    return widget
