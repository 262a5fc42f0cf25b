"""Several papers printed one after the other: each once, the first that fails stops the rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.errors import CounterError, EnvironmentTrouble, sentence
from desktop.services.counter import Counter
from desktop.services.registrations import RegistrationDone
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.theme import Look
from desktop.ui.screens.papers.lines import Stage
from desktop.ui.screens.papers.presenter import PapersPresenter
from desktop.ui.screens.papers.view import PapersView


@pytest.fixture
def presenter(
    qapp: Any, counter: Counter, actor: Actor, inline: Inline, done: RegistrationDone, printers: Any
) -> PapersPresenter:
    """A case with three papers, none printed."""
    for _ in range(2):
        counter.sheets.privacy_notice(actor, done.case.case_id)
    made = PapersPresenter(counter, actor, inline, done.case.case_id)
    assert [line.stage for line in made.lines] == [Stage.WAITING] * len(made.lines)
    return made


def told(presenter: PapersPresenter) -> tuple[list[str], list[CounterError]]:
    said: list[str] = []
    failed: list[CounterError] = []
    presenter.notice.connect(said.append)
    presenter.failed.connect(failed.append)
    return said, failed


def test_every_paper_is_sent_once_in_order(presenter: PapersPresenter, printers: Any) -> None:
    said, _ = told(presenter)
    count = len(presenter.lines)
    assert count > 1
    steps: list[int] = []
    presenter.batch.moved_on.connect(lambda: steps.append(len(presenter.batch.sent)))
    presenter.print_all()
    presenter.print_all()  # nothing is left
    assert len(printers.sheets) == count
    assert steps == list(range(1, count + 1))
    assert said == [f"已发送{count}份，请逐份确认打印结果。"]
    assert {line.stage for line in presenter.lines} == {Stage.ASKING}
    assert [len(line.paper.copies) for line in presenter.lines] == [1] * count


def test_the_first_that_cannot_be_sent_stops_the_rest(
    presenter: PapersPresenter, counter: Counter, printers: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    said, failed = told(presenter)
    whole: Callable[..., str] = counter.papers.send
    went: list[int] = []

    def send(actor: Actor, copy_id: int, printer: str) -> str:
        if went:
            raise EnvironmentTrouble(sentence("paper", "打印机没有纸。"))
        went.append(copy_id)
        return whole(actor, copy_id, printer)

    monkeypatch.setattr(counter.papers, "send", send)
    count = len(presenter.lines)
    presenter.print_all()
    assert said == [f"已发送1份，其余{count - 1}份没有发送，仍是未打印。"]
    assert [str(error.message) for error in failed] == ["打印机没有纸。"]
    assert not presenter.busy
    assert sorted(line.stage.value for line in presenter.lines) == ["asking"] + ["waiting"] * (count - 1)
    went.clear()
    monkeypatch.setattr(counter.papers, "send", whole)
    presenter.print_all()  # the rest, under the numbers they have
    assert len(printers.sheets) == count
    assert [len(line.paper.copies) for line in presenter.lines] == [1] * count


def test_the_clerk_stops_it(presenter: PapersPresenter, printers: Any) -> None:
    said, failed = told(presenter)
    presenter.batch.moved_on.connect(presenter.batch.stop)
    count = len(presenter.lines)
    presenter.print_all()
    assert len(printers.sheets) == 1
    assert failed == []
    assert said == [f"已发送1份，其余{count - 1}份没有发送，仍是未打印。"]


def test_the_key_is_there_while_there_are_several(
    qtbot: QtBot, look: Look, presenter: PapersPresenter, printers: Any
) -> None:
    view = PapersView(presenter)
    qtbot.addWidget(view)
    view.resize(1300, 820)
    view.show()
    finish_building(view)
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    button = view.findChild(QWidget, "print_all")
    assert button is not None
    assert not button.isHidden()
    count = len(presenter.lines)
    QTest.keyClick(view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert len(printers.sheets) == count
    assert button.isHidden()
