"""The application screen on a real practice station: people by name, pictures, and hands on the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.forms import read_person, read_registration
from desktop.domain.id_numbers import check_digit
from desktop.domain.times import local_date
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline, Runner
from desktop.ui.kit.dialog import GUARD
from desktop.ui.kit.drafting import Kept
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.theme import Look
from desktop.ui.screens.application.presenter import ApplicationPresenter
from desktop.ui.screens.application.view import ApplicationView

ELIGIBLE, TOO_EARLY, ACCEPTED, CHILD = "解明月", "孙念慈", "单雨桐", "申小苗"


@dataclass
class Desk:
    """A screen with a pair of hands: keys go to the widget that has the focus, or to one by name."""

    qtbot: QtBot
    presenter: ApplicationPresenter
    view: ApplicationView
    papers: list[int] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    registers: list[object] = field(default_factory=list)
    resumes: list[int] = field(default_factory=list)
    cases: list[int] = field(default_factory=list)

    def find(self, name: str) -> QWidget:
        found = self.view.findChild(QWidget, name)
        assert found is not None, name
        return found

    def key(self, name: str, key: Qt.Key | str, modifier: Qt.KeyboardModifier | None = None) -> None:
        widget = self.find(name)
        widget.setFocus()
        target = widget.focusWidget() or widget
        QTest.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)

    def type(self, name: str, text: str) -> None:
        """Type: what has no key comes from an input method."""
        widget = self.find(name)
        widget.setFocus()
        for letter in text:
            if letter.isascii():
                QTest.keyClick(widget, letter)
            else:
                committed = QInputMethodEvent()
                committed.setCommitString(letter)
                QApplication.sendEvent(widget, committed)

    def submit(self, name: str = "ground") -> None:
        self.key(name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def focus(self) -> str:
        focus = self.view.focusWidget()
        return focus.objectName() if focus is not None else ""

    @property
    def outcome(self) -> str:
        label = self.view.findChild(QLabel, "outcome")
        assert label is not None
        return label.text()

    @property
    def button(self) -> str:
        button = self.view.findChild(QPushButton, "apply_for_permit")
        assert button is not None
        return button.text()

    @property
    def said(self) -> str:
        return "\n".join(label.text() for label in self.view.findChildren(QLabel) if label.isVisible())

    def dialog(self) -> QDialog:
        [dialog] = self.view.findChildren(QDialog)
        self.qtbot.wait(GUARD + 20)  # the dialog's guard against a scanner's Enter
        return dialog


@pytest.fixture
def person(counter: Counter, actor: Actor) -> Callable[[str], int]:
    """A person of the practice station by name."""

    def find(name: str) -> int:
        return counter.lookup.find(actor, name).hits[0].person_id

    return find


@pytest.fixture
def open_desk(
    qtbot: QtBot, look: Look, inline: Inline, counter: Counter, actor: Actor
) -> Callable[..., Desk]:
    """Open the screen for somebody, shown and with the focus where it begins."""

    def make(
        person_id: int | None,
        resumes: int | None = None,
        kept: Kept | None = None,
        runner: Runner | None = None,
    ) -> Desk:
        presenter = ApplicationPresenter(counter, actor, runner or inline, person_id, resumes, kept)
        view = ApplicationView(presenter)
        qtbot.addWidget(view)
        desk = Desk(qtbot, presenter, view)
        for signal, kept_in in (
            (presenter.papers, desk.papers),
            (presenter.notice, desk.notices),
            (presenter.register, desk.registers),
            (presenter.resume, desk.resumes),
            (presenter.open_case, desk.cases),
        ):
            signal.connect(kept_in.append)
        view.resize(1280, 800)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        finish_building(view)
        qtbot.waitUntil(desk.find("remark").isVisible)
        return desk

    return make


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A landscape picture, black on its left half and white on its right."""
    made = Image.new("RGB", (1600, 1200), "white")
    made.paste("black", (0, 0, 800, 1200))
    path = tmp_path / "相片 1.png"
    made.save(path)
    return path


@pytest.fixture
def child(counter: Counter, actor: Actor) -> int:
    """A child of eleven, registered for a year."""
    today = counter.office.today()
    number = "37142720150301002"
    past = today - timedelta(days=365)
    values = {
        "id_kind": "resident",
        "id_number": number + check_digit(number),
        "name": CHILD,
        "ethnicity": "01",
        "hukou_division": "371427",
        "hukou_address": "演练镇1号",
    }
    residence = {
        "division": "370102",
        "street": "370102001",
        "road": "测试路",
        "house_number": "1",
        "lodging": "relative",
        "reason": "accompany",
        "arrived_on": past.isoformat(),
        "reported_by": "self",
    }
    real, office = counter.office.clock, counter.office
    moment = real.now() - timedelta(days=365)

    class Past:
        def now(self) -> object:
            return moment

    office.clock = Past()  # type: ignore[assignment]
    try:
        who, where = (
            read_person(values, local_date(moment)),
            read_registration(residence, (), local_date(moment)),
        )
        assert who.value is not None, who.problems
        assert where.value is not None, where.problems
        done = counter.registrations.accept(actor, "register-child", who.value, where.value)
    finally:
        office.clock = real
    return done.registration.person_id


def jpeg(photo: bytes) -> Image.Image:
    return Image.open(BytesIO(photo))
