"""Open cases of every state at a practice station, and the work list of its clerk or officer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.codes import CaseState
from desktop.services import case_records
from desktop.services.counter import Counter
from desktop.services.rows import Actor, CaseRow
from desktop.ui.kit.background import Inline
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.theme import Look
from desktop.ui.screens.work_list.presenter import WorkListPresenter
from desktop.ui.screens.work_list.view import WorkListView
from tests.screens.decide.conftest import officer, photo, take

__all__ = ["officer", "photo", "take"]

Show = Callable[..., tuple[WorkListPresenter, WorkListView]]


@pytest.fixture
def move(counter: Counter, actor: Actor) -> Callable[[CaseRow, CaseState], None]:
    """Bring a case into another state."""

    def to(case: CaseRow, state: CaseState) -> None:
        with counter.office.database.write() as link:
            case_records.move_on(counter.office, link, actor, case.case_id, state, counter.office.clock.now())

    return to


@pytest.fixture
def show(qtbot: QtBot, look: Look, counter: Counter, actor: Actor, inline: Inline) -> Show:
    """Show the work list to somebody, the first clerk unless told whom."""

    def make(who: Actor | None = None, size: tuple[int, int] = (1300, 780)) -> Any:
        presenter = WorkListPresenter(counter, who or actor, inline)
        view = WorkListView(presenter)
        qtbot.addWidget(view)
        view.resize(*size)
        view.show()
        finish_building(view)
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        view.lines.setFocus()
        return presenter, view

    return make


def named(view: QWidget, name: str) -> Any:
    """Find the widget of this name."""
    found = view.findChild(QWidget, name)
    assert found is not None, name
    return found
