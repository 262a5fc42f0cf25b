"""What a clerk is told of the line to the server: before, during and after."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.errors import Sentence
from desktop.services.line_state import LineState
from desktop.ui.kit.background import Inline
from desktop.ui.kit.line_watch import LineWatch, words_of

SINCE = datetime(2026, 11, 20, 6, 3, tzinfo=UTC)
FULL = Sentence("errors", "连接数已满。")


class StandIn:
    """A line whose state the test sets."""

    def __init__(self) -> None:
        self.state = LineState(None)
        self.tell: Callable[[LineState], None] | None = None
        self.tended = 0

    def tend(self) -> None:
        self.tended += 1


@pytest.mark.parametrize(
    ("state", "kind", "said"),
    [
        (LineState(None), "info", ""),
        (LineState(SINCE), "warning", "自 14:03 起连不上本所服务器"),
        (LineState(SINCE, copied_at=SINCE - timedelta(minutes=4)), "warning", "本机副本（截至 13:59）"),
        (LineState(SINCE, copied_at=SINCE - timedelta(days=1)), "warning", "本机副本（截至 11-19 14:03）"),
        (LineState(SINCE, waiting=1), "warning", "等恢复后再办。"),  # somebody was looked up: no business
        (LineState(SINCE, waiting=9, matters=3), "warning", "已办 3 件等待上传"),
        (LineState(SINCE, because=FULL), "warning", "连接数已满。 自 14:03 起连不上本所服务器"),
        (LineState(SINCE, waiting=9, matters=3, sending=True), "info", "正在上传断网期间办理的 3 件业务"),
        (LineState(SINCE, waiting=1, sending=True), "info", "正在核对本机副本"),
        (LineState(None, sent=9, done=5), "good", "断网期间办理的 5 件业务都已上传"),
        (LineState(None, sent=9, done=5, conflicts=2), "warning", "其中 2 件要由民警核对"),
        (LineState(None, sent=9, done=5, gone=("001", "002")), "problem", "2 件已不在服务器上（001、002）"),
        (LineState(None, sent=1), "info", ""),
    ],
)
def test_each_state_has_its_words(state: LineState, kind: str, said: str) -> None:
    words, told = words_of(state)
    assert told == kind
    assert said in words


def test_the_line_is_looked_after_and_every_change_is_said_once(qtbot: QtBot) -> None:
    line: Any = StandIn()
    watch = LineWatch(Inline())
    heard: list[str] = []
    watch.said.connect(lambda words, kind: heard.append(kind))
    watch.begin(line)
    assert line.tended == 1
    away = LineState(SINCE)
    for _ in range(2):
        line.tell(away)
    qtbot.waitUntil(lambda: heard == ["info", "warning"])
    watch.again()
    assert heard == ["info", "warning", "warning"]
    watch.stop()
    assert line.tell is None


def test_whoever_shows_the_line_hears_of_every_move(qtbot: QtBot) -> None:
    line: Any = StandIn()
    watch = LineWatch(Inline())
    said, moved = list[str](), list[int]()
    watch.said.connect(lambda words, kind: said.append(kind))
    watch.moved.connect(lambda: moved.append(len(said)))
    watch.begin(line)
    assert moved == [1]
    line.tell(LineState(SINCE, waiting=2))
    line.tell(LineState(SINCE, waiting=1))
    line.tell(LineState(SINCE, waiting=1))  # only the window's copy is a newer one: nothing is said
    qtbot.waitUntil(lambda: moved == [1, 2, 3, 3])
    watch.stop()


def test_a_file_of_ones_own_has_no_line_and_nothing_is_said(qtbot: QtBot) -> None:
    watch = LineWatch(Inline())
    heard: list[str] = []
    watch.said.connect(lambda words, kind: heard.append(words))
    watch.begin(None)
    watch.again()
    assert heard == []
