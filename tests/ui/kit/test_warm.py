"""What will be wanted soon is read in beforehand, step by step, and no failure stops it."""

from __future__ import annotations

from functools import partial

from PySide6 import QtWidgets
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.errors import NotPossible, sentence
from desktop.ui.kit.background import Background, Inline
from desktop.ui.kit.warm import Warm, load_types


def fail() -> None:
    raise NotPossible(sentence("errors", "没有这份单据。"))


def test_every_step_is_done_in_order_and_then_it_says_so(qtbot: QtBot) -> None:
    done: list[int] = []
    warm = Warm(Inline(), [partial(done.append, 1), fail, partial(done.append, 2)])
    with qtbot.waitSignal(warm.done):
        warm.start()
    assert done == [1, 2]


def test_every_class_of_qt_is_known_after_some_turns(qtbot: QtBot, qapp: QApplication) -> None:
    types = load_types(qapp)
    assert not types.done
    qtbot.waitUntil(lambda: types.done)
    assert {"QHeaderView", "QCommonStyle", "QWizardPage"} <= vars(QtWidgets).keys()


def test_what_the_clerk_asks_comes_between_two_steps(qtbot: QtBot) -> None:
    done: list[str] = []
    background = Background()
    warm = Warm(background, [partial(done.append, f"step {number}") for number in range(50)])
    warm.start()
    background.run(partial(done.append, "asked"), lambda _: None, lambda _: None, lane="background")
    qtbot.waitUntil(lambda: len(done) == 51)
    background.close()
    assert done.index("asked") < 5
