"""What the papers screen says of a job while it runs, against a print service of our own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.counter import Counter
from desktop.services.registrations import RegistrationDone
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.theme import Look
from desktop.ui.screens.papers.lines import Stage
from desktop.ui.screens.papers.presenter import PapersPresenter
from desktop.ui.screens.papers.view import PapersView
from tests.printing.print_server import Server, add_queues, add_slow, run, started


@pytest.fixture(scope="module")
def queues() -> Iterator[Server]:
    with started() as server:
        add_queues(server)
        add_slow(server)
        yield server


@pytest.fixture
def printed(
    qapp: Any, counter: Counter, actor: Actor, inline: Inline, done: RegistrationDone, queues: Server
) -> Iterator[PapersPresenter]:
    """The certificate, sent to the printer that is out of paper."""
    presenter = PapersPresenter(counter, actor, inline, done.case.case_id)
    presenter.choose_printer("slow")
    presenter.print()
    yield presenter
    presenter.following.follow(None)
    run("cancel", "-a", "slow")


def until_begun(presenter: PapersPresenter, queues: Server) -> None:
    def begun() -> bool:
        presenter.following.ask()
        row = presenter.following.row
        return row is not None and row.begun and bool(row.alerts)

    queues.until(begun)


def test_out_of_paper_is_on_the_screen_and_the_job_can_be_stopped(
    qtbot: QtBot, look: Look, printed: PapersPresenter, queues: Server
) -> None:
    view = PapersView(printed)
    qtbot.addWidget(view)
    view.resize(1300, 820)
    view.show()
    finish_building(view)
    until_begun(printed, queues)
    said = view.findChild(QLabel, "job_state")
    button = view.findChild(QWidget, "cancel_print")
    assert said is not None
    assert not said.isHidden()
    assert said.text() == "正在打印（缺纸）"
    told: list[str] = []
    printed.notice.connect(told.append)
    assert button is not None
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    QTest.keyClick(view, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert told == ["打印已停止。可能已经出纸，请看打印机后再选结果。"]
    assert printed.asking  # a sheet may have come out: somebody must say
    assert said.text() == "打印机已处理完，请看出纸"
    assert not printed.following.can_cancel


def test_what_was_stopped_is_sent_again_under_its_number(
    counter: Counter, printed: PapersPresenter, queues: Server, done: RegistrationDone
) -> None:
    until_begun(printed, queues)
    printed.cancel_print()
    printed.print_again()  # the printer has nothing in hands now
    until_begun(printed, queues)
    [copy] = counter.papers.paper(done.paper_id).copies
    assert (copy.number, copy.printer) == (0, "slow")


def test_a_job_behind_another_is_taken_back_unprinted(
    counter: Counter,
    actor: Actor,
    inline: Inline,
    printed: PapersPresenter,
    queues: Server,
    done: RegistrationDone,
) -> None:
    until_begun(printed, queues)
    paper_id = counter.sheets.privacy_notice(actor, done.case.case_id)
    second = PapersPresenter(counter, actor, inline, paper_id=paper_id)
    second.choose_printer("slow")
    second.print()
    assert second.following.can_cancel
    told: list[str] = []
    second.notice.connect(told.append)
    second.cancel_print()
    assert told == ["已取消打印，没有出纸。可以重新打印，编号不变。"]
    assert second.line is not None
    assert second.line.stage is Stage.WAITING
    assert second.can_print
    [copy] = counter.papers.paper(paper_id).copies
    assert (copy.number, copy.printer) == (0, "")
    second.following.follow(None)
