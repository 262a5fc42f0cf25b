"""A known person at the practice station, a clerk and an officer, and hands at the correction's screens."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.codes import IdKind
from desktop.services.counter import Counter
from desktop.services.permit_pages import CorrectionRow
from desktop.services.rows import Actor, PersonRow
from desktop.ui.kit.background import Inline
from desktop.ui.kit.correcting import Correcting
from desktop.ui.kit.drafting import Kept
from desktop.ui.kit.form import Form
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.theme import Look
from desktop.ui.screens.correction.case_presenter import CorrectionCasePresenter
from desktop.ui.screens.correction.case_view import CorrectionCaseView
from desktop.ui.screens.correction.effects import EffectCard, SideBySide
from desktop.ui.screens.correction.presenter import CorrectionPresenter
from desktop.ui.screens.correction.view import CorrectionView

KNOWN = "430103199504150041"
CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Hand:
    """A pair of hands at either screen."""

    presenter: Any
    view: QWidget

    def find(self, name: str) -> Any:
        found = self.view.findChild(QWidget, name)
        assert found is not None, name
        return found

    @property
    def form(self) -> Form:
        found = self.view.findChild(Form)
        assert isinstance(found, Form)
        return found

    def value(self, name: str) -> str:
        return self.form.field(name).value()

    def put(self, name: str, words: str) -> Hand:
        """Type words in place of what stands in a field."""
        box = self.form.field(name).box
        self.form.go_to(name)
        if isinstance(box, QPlainTextEdit):
            box.setPlainText(words)
        else:
            box.selectAll()  # type: ignore[attr-defined]
            box.insert(words)  # type: ignore[attr-defined]
            box.textEdited.emit(words)  # type: ignore[attr-defined]
        self.form.flush()
        return self

    def why(self) -> Hand:
        return self.put("reason", "录入错误").put("evidence", "居民身份证")

    def key(self, key: Qt.Key, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Hand:
        QTest.keyClick(self.view.focusWidget() or self.view, key, how)
        return self

    def says(self, name: str) -> str:
        return str(self.find(name).text())

    @property
    def changes(self) -> list[tuple[str, str, str]]:
        side = self.view.findChild(SideBySide)
        assert isinstance(side, SideBySide)
        return side.lines()

    @property
    def effect(self) -> str:
        shown = self.view.findChild(EffectCard)
        assert isinstance(shown, EffectCard)
        return shown.words()

    def words(self) -> str:
        return "\n".join(each.text() for each in self.view.findChildren(QLabel) if each.isVisible())


@pytest.fixture
def officer(counter: Counter) -> Actor:
    """Officer 演练 陈刚 at counter 5."""
    return counter.sign_in.sign_in("chengang", "yanlian-03", 5)


@pytest.fixture
def person(counter: Counter) -> PersonRow:
    """Somebody who is known and registered."""
    found = counter.people.by_number(IdKind.RESIDENT, KNOWN)
    assert found is not None
    return found


@pytest.fixture
def propose(counter: Counter, actor: Actor, person: PersonRow) -> Callable[..., CorrectionRow]:
    """Propose a correction of the name, by the clerk unless told."""

    def make(by: Actor | None = None, **changes: str) -> CorrectionRow:
        now = counter.people.person(person.person_id)
        return counter.corrections.propose(
            by or actor,
            str(uuid.uuid4()),
            person.person_id,
            now.version,
            changes or {"name": "蒋小岚"},
            "录入错误",
            "居民身份证",
        )

    return make


@pytest.fixture
def shown(qtbot: QtBot, look: Look) -> Callable[[Any, Any], Hand]:
    def make(presenter: Any, build: Any) -> Hand:
        view = build(presenter)
        qtbot.addWidget(view)
        view.resize(1320, 820)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        finish_building(view)
        return Hand(presenter, view)

    return make


@pytest.fixture
def form(
    counter: Counter, actor: Actor, inline: Inline, person: PersonRow, shown: Callable[[Any, Any], Hand]
) -> Callable[..., Hand]:
    """Open the form for the known person, or take a draft up."""

    def make(about: Correcting | Kept | None = None) -> Hand:
        presenter = CorrectionPresenter(counter, actor, inline, about or Correcting(person.person_id))
        return shown(presenter, CorrectionView)

    return make


@pytest.fixture
def case(
    counter: Counter, officer: Actor, inline: Inline, shown: Callable[[Any, Any], Hand]
) -> Callable[..., Hand]:
    """Open a correction's page, for the officer unless told."""

    def make(found: CorrectionRow, by: Actor | None = None) -> Hand:
        presenter = CorrectionCasePresenter(counter, by or officer, inline, found.case.case_id)
        return shown(presenter, CorrectionCaseView)

    return make
