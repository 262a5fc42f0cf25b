"""The assessment on a real practice station: people by name, and hands on the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.kit.drafting import Kept
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.theme import Look
from desktop.ui.screens.hukou.presenter import HukouPresenter
from desktop.ui.screens.hukou.view import HukouView
from tests.patience import PatientBot

NAME = "仇长河"


@dataclass
class Desk:
    """The screen with a pair of hands."""

    qtbot: PatientBot
    presenter: HukouPresenter
    view: HukouView
    papers: list[int] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    def find(self, name: str) -> QWidget:
        found = self.view.findChild(QWidget, name)
        assert found is not None, name
        return found

    def seen(self, name: str) -> bool:
        return self.find(name).isVisible()

    def key(
        self,
        name: str,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        self.find(name).setFocus()
        QTest.keyClick(self.view.focusWidget(), key, modifier)

    def type(self, name: str, typed: str) -> None:
        box = self.find(name)
        box.setFocus()
        box.selectAll() if hasattr(box, "selectAll") else None
        QTest.keyClicks(box, typed)
        self.settle()

    def settle(self) -> None:
        """Wait until what was typed is judged and shown."""
        self.qtbot.handed_on(self.view._form)

    def words(self) -> str:
        return "\n".join(each.text() for each in self.view.findChildren(QLabel) if each.isVisible())

    def card(self, code: str) -> str:
        card = self.find(f"route_{code}")
        return "\n".join(each.text() for each in card.findChildren(QLabel) if each.isVisible())


@pytest.fixture
def open_desk(
    qtbot: PatientBot, look: Look, inline: Inline, counter: Counter, actor: Actor
) -> Callable[..., Desk]:
    """Open the screen for somebody, shown and with the focus where it begins."""

    def make(kept: Kept | None = None, name: str = NAME, width: int = 1340) -> Desk:
        person_id = counter.lookup.find(actor, name).hits[0].person_id
        presenter = HukouPresenter(counter, actor, inline, person_id, kept)
        view = HukouView(presenter)
        qtbot.addWidget(view)
        desk = Desk(qtbot, presenter, view)
        presenter.papers.connect(desk.papers.append)
        presenter.notice.connect(desk.notices.append)
        view.resize(width, 800)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        finish_building(view)
        qtbot.rest()
        return desk

    return make


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    """The screen, judging by the last day of the notice."""
    made = open_desk()
    made.key("division", Qt.Key.Key_F7)
    made.settle()
    return made
