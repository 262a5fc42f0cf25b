"""One slice a turn of the event loop, whoever asks; the rest waits its turn."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.ui.kit.turns import Slices


def test_two_that_ask_at_once_are_served_one_after_the_other(qtbot: QtBot) -> None:
    done: list[str] = []
    owner = QObject()
    first = Slices(owner, [partial(done.append, "a"), partial(done.append, "b")])
    second = Slices(owner, [partial(done.append, "c")])
    with qtbot.waitSignals([first.built, second.built]):
        pass
    assert done == ["a", "b", "c"]


def test_what_is_dropped_does_nothing_more(qtbot: QtBot) -> None:
    done: list[str] = []
    owner = QObject()
    dropped = Slices(owner, [partial(done.append, "a")])
    dropped.drop()
    after = Slices(owner, [partial(done.append, "b")])
    with qtbot.waitSignal(after.built):
        pass
    assert done == ["b"]


def test_an_owner_that_goes_takes_its_slices_along(qtbot: QtBot) -> None:
    done: list[str] = []
    owner = QObject()
    Slices(owner, [partial(done.append, "a")])
    owner.deleteLater()
    other = QObject()
    with qtbot.waitSignal(Slices(other, [partial(done.append, "b")]).built):
        pass
    assert "b" in done


def test_finishing_at_once_does_all_of_it(qtbot: QtBot) -> None:
    done: list[str] = []
    owner = QObject()
    slices = Slices(owner, [partial(done.append, "a"), partial(done.append, "b")])
    with qtbot.waitSignal(slices.built):
        slices.finish()
    assert done == ["a", "b"]
