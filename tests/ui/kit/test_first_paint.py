"""What waits for the first paint comes after it, however slow the machine; and comes when nothing is ever painted."""

from __future__ import annotations

import time

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.kit import first_paint
from desktop.ui.kit.first_paint import FirstPaint


class Window(QWidget):
    def __init__(self, seen: list[str]) -> None:
        super().__init__()
        self._seen = seen

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        self._seen.append("painted")


def test_an_event_loop_that_begins_late_paints_first(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_paint, "AT_LATEST", 50)
    seen: list[str] = []
    window = Window(seen)
    qtbot.addWidget(window)
    FirstPaint(window, lambda: seen.append("then"))
    window.show()
    time.sleep(0.1)
    qtbot.waitUntil(lambda: "then" in seen)
    assert seen.index("painted") < seen.index("then")
    assert seen.count("then") == 1


def test_a_window_that_is_never_painted_holds_nothing_up(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_paint, "AT_LATEST", 1)
    seen: list[str] = []
    window = Window(seen)
    qtbot.addWidget(window)
    FirstPaint(window, lambda: seen.append("then"))
    qtbot.waitUntil(lambda: seen == ["then"])
