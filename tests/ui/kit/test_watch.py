"""The watch counts what stood still, and nothing while it is paused; idle comes only without a touch."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.kit.idle import IdleWatch
from desktop.ui.kit.watch import GuiWatch


def stand_still(seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        pass


def test_a_stand_still_is_counted(qapp: QApplication, qtbot: QtBot) -> None:
    watch = GuiWatch()
    watch.start()
    QTimer.singleShot(0, lambda: stand_still(0.08))
    qtbot.waitUntil(lambda: watch.worst > 50)
    assert any(gap >= 60 for gap in watch.gaps)
    watch.reset()
    assert watch.gaps == []


def test_a_pause_is_not_counted(qapp: QApplication, qtbot: QtBot) -> None:
    watch = GuiWatch()
    watch.start()
    watch.pause()
    stand_still(0.08)
    watch.start()
    watch.pause()
    assert watch.worst < 60


def test_idle_comes_after_the_last_touch(qapp: QApplication, qtbot: QtBot) -> None:
    idle, page = IdleWatch(0.3), QWidget()
    qtbot.addWidget(page)
    with qtbot.waitSignal(idle.idle, timeout=2000):
        idle.start()
    with qtbot.assertNotEmitted(idle.idle, wait=250):
        idle.start()
        key = QKeyEvent(QEvent.Type.KeyPress, 0, qapp.keyboardModifiers())
        QTimer.singleShot(200, lambda: idle.eventFilter(page, key))
    with qtbot.waitSignal(idle.idle, timeout=2000):
        idle.eventFilter(page, QFocusEvent(QEvent.Type.FocusIn))


def test_stopped_it_is_never_idle(qapp: QApplication, qtbot: QtBot) -> None:
    idle = IdleWatch(0.05)
    idle.start()
    idle.stop()
    with qtbot.assertNotEmitted(idle.idle, wait=150):
        pass
