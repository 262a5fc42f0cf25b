"""The watch counts what stood still, and nothing while it is paused; idle comes only without a touch."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
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


def work(milliseconds: float) -> None:
    """Keep the processor busy: a sleep is no work, and a busy machine makes it no more."""
    until, not_before = time.thread_time() + milliseconds / 1000, time.perf_counter() + milliseconds / 1000
    while time.thread_time() < until or time.perf_counter() < not_before:
        pass


def test_a_job_of_seventeen_milliseconds_is_told(qapp: QApplication, qtbot: QtBot) -> None:
    watch = GuiWatch()
    watch.start()
    QTimer.singleShot(20, lambda: work(17))
    qtbot.waitUntil(lambda: bool(watch.jobs))
    assert 17 <= watch.jobs[0] == watch.heaviest


def test_processor_time_that_jumps_while_no_time_goes_by_is_no_job(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch, jump, really = GuiWatch(), [0.0], time.thread_time
    monkeypatch.setattr(time, "thread_time", lambda: really() + jump[0])
    watch.start()
    QTimer.singleShot(20, lambda: jump.append(jump.pop() + 1))
    qtbot.waitUntil(lambda: jump == [1.0])
    qtbot.wait(20)
    assert (watch.jobs, watch.heaviest < 500) == ([], True)


def test_two_that_fall_into_one_turn_are_one_job(qapp: QApplication, qtbot: QtBot) -> None:
    """Half a job each, and the watch's own timer due between the two."""
    watch = GuiWatch()
    watch.start()
    for _ in range(2):
        QTimer.singleShot(20, lambda: work(9))
    time.sleep(0.05)  # both are due when the next turn begins
    qtbot.waitUntil(lambda: bool(watch.jobs))
    assert watch.heaviest >= 18


def test_as_much_in_two_turns_is_no_job(qapp: QApplication, qtbot: QtBot) -> None:
    watch, done = GuiWatch(), []
    watch.start()

    def again() -> None:
        work(9)
        done.append(None)
        if len(done) < 3:
            QTimer.singleShot(0, again)

    QTimer.singleShot(0, again)
    qtbot.waitUntil(lambda: len(done) == 3)
    watch.pause()
    assert watch.heaviest < 18
    assert watch.heaviest >= 9


def test_painting_counts_like_any_other_work(qapp: QApplication, qtbot: QtBot) -> None:
    class Slow(QWidget):
        def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            work(17)

    page, watch = Slow(), GuiWatch()
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    qtbot.wait(20)
    watch.start()
    page.update()
    qtbot.waitUntil(lambda: bool(watch.jobs))


def test_sleeping_is_a_stand_still_but_no_work(qapp: QApplication, qtbot: QtBot) -> None:
    watch = GuiWatch()
    watch.start()
    QTimer.singleShot(0, lambda: time.sleep(0.08))
    qtbot.waitUntil(lambda: watch.worst > 50)
    assert watch.heaviest < 50


def test_idle_comes_after_the_last_touch(qapp: QApplication, qtbot: QtBot) -> None:
    idle, page = IdleWatch(0.3), QWidget()
    qtbot.addWidget(page)
    with qtbot.waitSignal(idle.idle):
        idle.start()
    with qtbot.assertNotEmitted(idle.idle, wait=250):
        idle.start()
        key = QKeyEvent(QEvent.Type.KeyPress, 0, qapp.keyboardModifiers())
        QTimer.singleShot(200, lambda: idle.eventFilter(page, key))
    with qtbot.waitSignal(idle.idle):
        idle.eventFilter(page, QFocusEvent(QEvent.Type.FocusIn))


def test_stopped_it_is_never_idle(qapp: QApplication, qtbot: QtBot) -> None:
    idle = IdleWatch(0.05)
    idle.start()
    idle.stop()
    with qtbot.assertNotEmitted(idle.idle, wait=150):
        pass
