"""Garbage goes in idle turns, and the oldest only while the clerk rests."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from weakref import ref

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.kit import collector
from desktop.ui.kit.collector import Collector
from desktop.ui.kit.turns import Slices


class Knot:
    """Holds itself: only the collector can free it."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def collecting(qapp: QApplication) -> Iterator[Collector]:
    thresholds = gc.get_threshold()
    yield Collector()
    gc.unfreeze()
    gc.set_threshold(*thresholds)
    gc.enable()


def litter() -> list[list[int]]:
    """Enough to make a young collection due, whatever others let go of meanwhile."""
    return [[] for _ in range(gc.get_threshold()[0] + 20_000)]


def test_nothing_is_collected_before_the_program_has_settled(collecting: Collector, qtbot: QtBot) -> None:
    knot = ref(Knot())
    kept = litter()
    qtbot.wait(3 * collector.COLLECT_MS)
    assert kept
    assert knot() is not None


def test_what_nobody_needs_is_collected_in_an_idle_turn(collecting: Collector, qtbot: QtBot) -> None:
    collecting.settle()
    knot, owner, busy = ref(Knot()), QObject(), []
    kept = litter()
    Slices(owner, [lambda: busy.append(knot() is not None) for _ in range(20)])
    qtbot.waitUntil(lambda: knot() is None)
    assert kept
    assert busy == [True] * 20


def test_the_oldest_is_looked_through_while_the_clerk_rests(
    collecting: Collector, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collector, "REST_SECONDS", 0.2)
    monkeypatch.setattr(collector, "OLD_LIMIT", 0)
    knot = Knot()
    gone = ref(knot)
    collecting.settle()
    gc.unfreeze()
    gc.collect(0)
    gc.collect(1)  # it is old by now
    del knot
    qtbot.waitUntil(lambda: gone() is None)
