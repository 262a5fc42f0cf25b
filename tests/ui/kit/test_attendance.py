from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.changes import Change, Seen
from desktop.models.database import Database
from desktop.ui.kit.attendance import Attendance

DONE = Change(4, "测试二", "registered", 17)


class Line(Database):
    """A database whose server says what a test has it say."""

    def __init__(self) -> None:
        self.heard: Callable[[Sequence[Change]], None] = lambda changes: None
        self.seen: Callable[[Seen], None] = lambda seen: None

    def attend(self, heard: Any, seen: Any) -> None:
        self.heard, self.seen = heard, seen


@pytest.fixture
def line() -> Line:
    return Line()


@pytest.fixture
def attendance(line: Line, qapp: Any) -> Attendance:
    made = Attendance()
    made.begin(SimpleNamespace(office=SimpleNamespace(database=line)))  # type: ignore[arg-type]
    return made


def test_what_others_do_within_a_moment_is_told_together_and_once(
    attendance: Attendance, line: Line, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(attendance.changed) as told:
        line.heard((DONE,))
        line.heard((DONE, Change(5, "测试三", "decided")))
    assert told.args == [(DONE, Change(5, "测试三", "decided"))]


def test_the_status_bar_says_which_database_it_is_and_how(
    attendance: Attendance, line: Line, qtbot: QtBot
) -> None:
    assert attendance.words() == "本机数据库，已加密"
    for seen, words in (
        (Seen(None, "10.1.2.3:5432"), "本所服务器 10.1.2.3:5432，已连接"),
        (Seen(datetime(2026, 11, 20, 4, 3, tzinfo=UTC), "10.1.2.3:5432"), "自 12:03 起连不上本所服务器"),
        (Seen(None, "/run/station"), "本所服务器 station，已连接"),
    ):
        with qtbot.waitSignal(attendance.data) as told:
            line.seen(seen)
        assert told.args == [words] == [attendance.words()]
