"""A paper that was scanned is the one looked at, and says whether it still counts and what came in its place."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.counter import Counter
from desktop.services.paper_rows import PaperRow
from desktop.services.registrations import RegistrationDone
from desktop.services.rows import Actor
from desktop.ui.duties import duty
from desktop.ui.kit.background import Inline
from desktop.ui.kit.scanner import Scanner
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.text import Languages
from desktop.ui.kit.theme import Look
from desktop.ui.main_window import MainWindow
from desktop.ui.screens.papers.presenter import PapersPresenter
from desktop.ui.screens.papers.view import PapersView


def paper(counter: Counter, done: RegistrationDone) -> PaperRow:
    return counter.papers.paper(done.paper_id)


def looked_at(presenter: PapersPresenter) -> int:
    assert presenter.line is not None
    return presenter.line.paper.paper_id


def strip(view: QWidget) -> str:
    found = view.findChild(QWidget, "superseded")
    assert found is not None
    return "" if found.isHidden() else " ".join(label.text() for label in found.findChildren(QLabel))


def test_the_paper_scanned_is_looked_at_and_not_the_newest(
    counter: Counter, actor: Actor, inline: Inline, done: RegistrationDone, printers: Any
) -> None:
    notice = counter.sheets.privacy_notice(actor, done.case.case_id)
    presenter = PapersPresenter(counter, actor, inline, done.case.case_id)
    assert looked_at(presenter) == notice
    presenter.carry(done.paper_id)
    assert looked_at(presenter) == done.paper_id
    presenter.refresh()
    assert looked_at(presenter) == done.paper_id  # and stays
    presenter.carry(notice)
    assert looked_at(presenter) == notice
    presenter.carry(0)  # one that is not of this case
    assert looked_at(presenter) == notice


def test_of_several_copies_the_newest_is_looked_at(
    counter: Counter, actor: Actor, inline: Inline, done: RegistrationDone, printers: Any
) -> None:
    first = PapersPresenter(counter, actor, inline, done.case.case_id)
    first.print()
    first.confirm()
    first.reprint("原件遗失")
    first.confirm()
    counter.sheets.privacy_notice(actor, done.case.case_id)
    presenter = PapersPresenter(counter, actor, inline, done.case.case_id)
    presenter.carry(done.paper_id)
    line = presenter.line
    assert line is not None
    assert line.copy is not None
    assert (line.paper.paper_id, line.copy.number) == (done.paper_id, 1)


def test_a_superseded_certificate_names_the_one_in_its_place(
    counter: Counter,
    actor: Actor,
    inline: Inline,
    done: RegistrationDone,
    moved: RegistrationDone,
    printers: Any,
    qtbot: QtBot,
    look: Look,
) -> None:
    today, newer = counter.day.today(), paper(counter, moved).paper_number
    told = counter.papers.ended(done.paper_id)
    assert told is not None
    assert (told.since, told.superseded, told.by) == (today, True, newer)
    assert counter.papers.ended(moved.paper_id) is None
    for each, said in ((done, True), (moved, False)):
        view = PapersView(PapersPresenter(counter, actor, inline, each.case.case_id))
        qtbot.addWidget(view)
        finish_building(view)
        view.show()
        assert (f"已被{today.isoformat()}出具的新单据代替" in strip(view)) is said
        assert (newer[-3:] in strip(view)) is said


@pytest.fixture
def window(look: Look, qtbot: QtBot, counter: Counter, actor: Actor, inline: Inline) -> MainWindow:
    shown = MainWindow(look, Languages(), Scanner())
    qtbot.addWidget(shown)
    shown.enter(duty(counter, actor, inline, lambda *_: None))
    shown.show()
    qtbot.waitUntil(lambda: shown.at_work)
    return shown


def test_a_scan_goes_to_the_screen_of_its_case_that_is_open_already(
    window: MainWindow,
    counter: Counter,
    actor: Actor,
    done: RegistrationDone,
    printers: Any,
    qtbot: QtBot,
) -> None:
    notice = counter.sheets.privacy_notice(actor, done.case.case_id)
    for paper_id in (done.paper_id, notice, done.paper_id):
        window.scan(counter.papers.paper(paper_id).paper_number)
        qtbot.waitUntil(lambda: bool(window.findChildren(PapersView)))
        [view] = window.findChildren(PapersView)
        assert looked_at(view._presenter) == paper_id
