"""Jobs leave the screen's thread, and their answers come back to it, or not at all."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject, QThread, QTimer, Signal
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.domain.errors import CounterError, NotPossible, sentence
from desktop.ui.kit.background import Background, Inline, Lane, Latest
from desktop.ui.kit.faults import ProgramFault
from tests.patience import PATIENCE


@pytest.fixture
def background(qapp: QObject) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


class Listener(QObject):
    found = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []
        self.errors: list[CounterError] = []
        self.threads: list[QThread] = []

    def done(self, answer: object) -> None:
        self.answers.append(answer)
        self.threads.append(QThread.currentThread())

    def failed(self, error: CounterError) -> None:
        self.errors.append(error)
        self.threads.append(QThread.currentThread())


def test_the_job_runs_elsewhere_and_the_answer_comes_home(background: Background, qtbot: QtBot) -> None:
    listener = Listener()
    background.run(threading.current_thread, listener.done, listener.failed)
    qtbot.waitUntil(lambda: bool(listener.answers))
    assert listener.answers[0] is not threading.current_thread()
    assert listener.threads == [listener.thread()]


def test_one_lane_keeps_the_order_of_the_questions(background: Background, qtbot: QtBot) -> None:
    listener = Listener()
    for number in range(20):
        background.run(partial(int, number), listener.done, listener.failed)
    qtbot.waitUntil(lambda: len(listener.answers) == 20)
    assert listener.answers == list(range(20))


def test_a_slow_background_job_does_not_hold_up_the_clerk(background: Background, qtbot: QtBot) -> None:
    listener, gate = Listener(), threading.Event()

    def slow() -> str:
        gate.wait(PATIENCE)
        return "export"

    slow_lanes: tuple[Lane, ...] = ("background", "printing")
    for lane in slow_lanes:
        background.run(slow, listener.done, listener.failed, lane=lane)
    background.run(lambda: "look-up", listener.done, listener.failed)
    qtbot.waitUntil(lambda: listener.answers == ["look-up"])
    gate.set()
    qtbot.waitUntil(lambda: listener.answers == ["look-up", "export", "export"])


def refuse() -> None:
    raise NotPossible(sentence("errors", "这个人已经登记。"))


def test_a_sentence_reaches_the_clerk_as_it_is(background: Background, qtbot: QtBot) -> None:
    listener = Listener()
    background.run(refuse, listener.done, listener.failed)
    qtbot.waitUntil(lambda: bool(listener.errors))
    assert isinstance(listener.errors[0], NotPossible)


def test_our_own_bug_comes_with_a_number_that_is_in_the_log(
    background: Background, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    listener = Listener()
    background.run(lambda: [][1], listener.done, listener.failed)
    qtbot.waitUntil(lambda: bool(listener.errors))
    error = listener.errors[0]
    assert isinstance(error, ProgramFault)
    assert error.reference in str(error)
    assert error.reference in caplog.text
    assert "IndexError" in caplog.text
    assert "Traceback" not in str(error)


def test_a_dropped_question_is_not_answered(background: Background, qtbot: QtBot) -> None:
    listener, gate = Listener(), threading.Event()
    begun: list[str] = []
    job = background.run(lambda: gate.wait(PATIENCE), listener.done, listener.failed)
    waiting = background.run(lambda: begun.append("b"), listener.done, listener.failed)
    background.run(lambda: "last", listener.done, listener.failed)
    job.drop()
    waiting.drop()
    gate.set()
    qtbot.waitUntil(lambda: bool(listener.answers))
    assert listener.answers == ["last"]
    assert not begun


def test_only_the_latest_question_is_answered(background: Background, qtbot: QtBot) -> None:
    listener, latest = Listener(), Latest(background)
    for typed in ("张", "张三", "张三丰"):
        latest.run(partial(str, typed), listener.done, listener.failed)
    qtbot.waitUntil(lambda: bool(listener.answers))
    background.run(lambda: "end", listener.done, listener.failed)
    qtbot.waitUntil(lambda: "end" in listener.answers)
    assert listener.answers == ["张三丰", "end"]


def test_a_frozen_server_is_given_up_at_the_deadline(background: Background, qtbot: QtBot) -> None:
    listener, gate = Listener(), threading.Event()
    background.run(lambda: gate.wait(PATIENCE), listener.done, listener.failed, deadline=0.05)
    qtbot.waitUntil(lambda: bool(listener.errors))
    assert "0.05 秒" in str(listener.errors[0])
    gate.set()
    background.run(lambda: "end", listener.done, listener.failed)
    qtbot.waitUntil(lambda: bool(listener.answers))
    assert listener.answers == ["end"]
    assert len(listener.errors) == 1


def test_in_time_there_is_no_deadline(background: Background, qtbot: QtBot) -> None:
    listener = Listener()
    background.run(lambda: "soon", listener.done, listener.failed, deadline=PATIENCE)
    qtbot.waitUntil(lambda: listener.answers == ["soon"])
    assert not any(timer.isActive() for timer in background.findChildren(QTimer))
    assert not listener.errors


def test_an_answer_for_a_screen_that_is_gone_is_dropped(background: Background, qtbot: QtBot) -> None:
    gone, gate, reached = Listener(), threading.Event(), []
    after = Listener()

    def closure(answer: object) -> None:
        reached.append(answer)
        gone.done(answer)

    for done in (gone.done, partial(gone.done), closure, gone.found.emit):
        background.run(lambda: gate.wait(PATIENCE), done, gone.failed)
    background.run(lambda: "end", after.done, after.failed)
    gone.deleteLater()
    qtbot.waitUntil(lambda: not isValid(gone))
    gate.set()
    qtbot.waitUntil(lambda: after.answers == ["end"])
    assert not reached
    assert not gone.answers


def test_closing_finishes_what_is_under_way_and_begins_nothing(qapp: QObject, qtbot: QtBot) -> None:
    background, listener, written = Background(), Listener(), []
    background.run(lambda: written.append("a"), listener.done, listener.failed)
    background.close()
    background.run(lambda: written.append("b"), listener.done, listener.failed)
    assert written == ["a"]


def test_a_worker_reports_progress_on_the_screens_thread(background: Background, qtbot: QtBot) -> None:
    listener = Listener()

    def job() -> str:
        for count in (1, 2):
            background.post(partial(listener.done, count))
        return "end"

    background.run(job, listener.done, listener.failed)
    qtbot.waitUntil(lambda: listener.answers == [1, 2, "end"])
    assert set(listener.threads) == {listener.thread()}


def test_inline_answers_at_once_and_lets_our_bugs_through() -> None:
    listener = Listener()
    Inline().run(lambda: "now", listener.done, listener.failed)
    Inline().run(refuse, listener.done, listener.failed)
    assert listener.answers == ["now"]
    assert isinstance(listener.errors[0], NotPossible)
    with pytest.raises(IndexError):
        Inline().run(lambda: [][1], listener.done, listener.failed)
