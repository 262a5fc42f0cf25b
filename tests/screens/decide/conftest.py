"""A practice station with cases to decide, and the desk of its officer."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.domain.codes import Ground, MaterialState
from desktop.domain.forms import ApplicationForm, read_person, read_registration
from desktop.domain.id_numbers import check_digit
from desktop.domain.times import local_date
from desktop.services.counter import Counter
from desktop.services.rows import Actor, CaseRow
from desktop.ui.kit.background import Inline
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.theme import Look
from desktop.ui.kit.turns import Slices
from desktop.ui.screens.decide.presenter import DecidePresenter
from desktop.ui.screens.decide.view import DecideView

Take = Callable[..., CaseRow]


@pytest.fixture
def officer(counter: Counter) -> Actor:
    """Officer 演练 陈刚 at counter 5."""
    return counter.sign_in.sign_in("chengang", "yanlian-03", 5)


@pytest.fixture
def photo() -> bytes:
    kept = BytesIO()
    Image.new("RGB", (358, 441), "lightblue").save(kept, "JPEG")
    return kept.getvalue()


@pytest.fixture
def take(counter: Counter, actor: Actor, photo: bytes, clock: Any) -> Take:
    """Take the n-th complete application: its applicant was registered half a year and a day ago."""

    def make(serial: int, by: Actor | None = None) -> CaseRow:
        now = clock.moment
        clock.moment = now.replace(year=2026, month=5, day=19)
        day = local_date(clock.moment)
        first17 = f"37132119910317{serial:03}"
        person = read_person(
            {
                "id_number": first17 + check_digit(first17),
                "name": f"申{'甲乙丙丁戊己庚辛'[serial]}",
                "ethnicity": "01",
                "hukou_division": "371321",
                "hukou_address": "演练镇1号",
                "phone": f"139000{serial:05}",
                "employer": "演练厂",
            },
            day,
        ).value
        residence = read_registration(
            {
                "division": "370102",
                "street": "370102001",
                "community": "370102001002",
                "road": "演练路",
                "house_number": str(serial),
                "lodging": "rented",
                "landlord_name": "测试房主",
                "landlord_phone": "13900000000",
                "reason": "work",
                "arrived_on": day.isoformat(),
                "reported_by": "self",
            },
            (),
            day,
        ).value
        assert person is not None
        assert residence is not None
        person_id = counter.registrations.accept(actor, str(uuid.uuid4()), person, residence).case.person_id
        clock.moment = now
        needs = counter.applications.checklist(actor, person_id, Ground.EMPLOYMENT, None).materials
        states = {need.code: MaterialState.PRESENT for need in needs}
        form = ApplicationForm(Ground.EMPLOYMENT, states, "", None, "")
        return counter.applications.accept(by or actor, str(uuid.uuid4()), person_id, form, photo).case

    return make


@dataclass
class Desk:
    """The officer's desk with a pair of hands."""

    qtbot: QtBot
    presenter: DecidePresenter
    view: DecideView
    notices: list[str] = field(default_factory=list)

    def find(self, name: str) -> Any:
        found = self.view.findChild(QWidget, name)
        assert found is not None, name
        return found

    def key(self, key: Qt.Key, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.view.activateWindow()
        self.qtbot.waitUntil(self.view.isActiveWindow)  # a sheet was active before
        QTest.keyClick(self.find("queue"), key, how)
        self.settle()

    def settle(self) -> None:
        for slices in self.view.findChildren(Slices):
            slices.finish()

    def words(self) -> str:
        return "\n".join(each.text() for each in self.view.findChildren(QLabel) if each.isVisible())

    @property
    def names(self) -> list[str]:
        return [row.case.person_name for row in self.presenter.rows]

    @property
    def name(self) -> str:
        return str(self.find("case_name").text())


@pytest.fixture
def desk(
    qtbot: QtBot, look: Look, counter: Counter, officer: Actor, inline: Inline
) -> Iterator[Callable[..., Desk]]:
    """Open the desk, for the officer unless told; gone before its station is closed, for its list reads later on."""
    opened: list[DecideView] = []

    def make(by: Actor | None = None, wide: int = 1340) -> Desk:
        presenter = DecidePresenter(counter, by or officer, inline)
        view = DecideView(presenter)
        qtbot.addWidget(view)
        opened.append(view)
        finish_building(view)
        made = Desk(qtbot, presenter, view)
        presenter.notice.connect(made.notices.append)
        view.resize(wide, 820)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        made.settle()
        return made

    yield make
    for view in opened:
        delete(view)
