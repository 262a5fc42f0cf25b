"""Without the station's server nobody is told that there is nothing to make, or that no blank is left."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.errors import ServerAway, sentence
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.kit.outage import outage
from desktop.ui.kit.text import Language, Languages
from desktop.ui.kit.theme import Look
from desktop.ui.screens.blanks.presenter import BlanksPresenter
from desktop.ui.screens.blanks.view import BlanksView
from desktop.ui.screens.produce.presenter import ProducePresenter
from desktop.ui.screens.produce.view import ProduceView
from tests.screens.pages import find, in_front

WAITS = "清单在本所服务器上，服务器恢复后自动显示。"


class Line:
    """The server, which is there or not."""

    def __init__(self, counter: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
        self.away = False
        for name in ("at_counter", "balance"):
            monkeypatch.setattr(counter.blanks, name, self._asked(getattr(counter.blanks, name)))

    def goes(self) -> None:
        self.away = True
        outage().tell("自 14:03 起连不上本所服务器，恢复后再办。")

    def comes_back(self) -> None:
        self.away = False
        outage().tell("")

    def _asked(self, there: Any) -> Any:
        def ask(*what: Any) -> Any:
            if self.away:
                raise ServerAway(sentence("errors", "连不上。"), datetime(2026, 11, 20, 6, 3, tzinfo=UTC))
            return there(*what)

        return ask


@pytest.fixture
def line(qtbot: QtBot, look: Look, counter: Counter, monkeypatch: pytest.MonkeyPatch) -> Iterator[Line]:
    yield Line(counter, monkeypatch)
    outage().tell("")


@pytest.fixture
def keeper(counter: Counter) -> Actor:
    """An officer, at the clerk's counter."""
    return counter.sign_in.sign_in("chengang", "yanlian-03", 2)


def empty_words(view: QWidget, name: str) -> str:
    return str(find(view, name)._empty)


def test_the_lists_of_production_wait_for_the_server_and_come_by_themselves(
    qtbot: QtBot, line: Line, counter: Counter, keeper: Actor, inline: Inline
) -> None:
    line.goes()
    view = in_front(qtbot, ProduceView(ProducePresenter(counter, keeper, inline)))
    assert [empty_words(view, name) for name in ("waiting", "reserved")] == [WAITS, WAITS]
    assert not find(view, "blanks_left").isVisible()
    line.comes_back()
    assert find(view, "waiting").model().rows
    assert empty_words(view, "reserved") == "没有等待结果的空白"
    assert find(view, "blanks_left").isVisible()


def test_a_list_that_was_empty_before_is_not_said_to_be_so_still(
    qtbot: QtBot, line: Line, counter: Counter, keeper: Actor, inline: Inline
) -> None:
    presenter = ProducePresenter(counter, keeper, inline)
    view = in_front(qtbot, ProduceView(presenter))
    assert empty_words(view, "reserved") == "没有等待结果的空白"
    line.goes()
    presenter.refresh()
    assert empty_words(view, "reserved") == WAITS
    assert find(view, "waiting").model().rows


def test_the_stock_is_not_said_to_be_empty_and_another_day_shows_no_other_days_sums(
    qtbot: QtBot, line: Line, counter: Counter, keeper: Actor, inline: Inline
) -> None:
    counter.blanks.receive(keeper, str(uuid.uuid4()), "JN0001", "JN0020")
    presenter = BlanksPresenter(counter, keeper, inline)
    view = in_front(qtbot, BlanksView(presenter))
    assert find(view, "balanced").isVisible()
    line.goes()
    presenter.show_day("2026-11-19")
    assert empty_words(view, "batches") == WAITS
    assert not find(view, "batches").model().rows
    assert not find(view, "at_counter").isVisible()
    line.comes_back()
    assert find(view, "at_counter").isVisible()


def test_it_is_said_in_english(
    qtbot: QtBot, line: Line, counter: Counter, keeper: Actor, inline: Inline
) -> None:
    languages = Languages()
    languages.use(Language.ENGLISH)
    try:
        line.goes()
        view = in_front(qtbot, ProduceView(ProducePresenter(counter, keeper, inline)))
        assert empty_words(view, "waiting") == (
            "This list is on the station's server and appears by itself when the server is back."
        )
    finally:
        languages.use(Language.CHINESE)
