"""Permits that lie ready at the practice station, made through the services, and the screen on them."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.domain.codes import CaseState, Ground, MaterialState
from desktop.domain.forms import ApplicationForm, read_person, read_registration
from desktop.domain.id_numbers import check_digit
from desktop.domain.times import local_date
from desktop.services import (
    case_records,
    people_records,
    permit_records,
    permit_standing,
    registration_records,
)
from desktop.services.counter import Counter
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor, CaseRow
from desktop.ui.kit.background import Inline
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.theme import Look
from desktop.ui.screens.hand_over.presenter import HandOverPresenter
from desktop.ui.screens.hand_over.view import HandOverView
from tests.patience import PatientBot

PRESENT = MaterialState.PRESENT
Made = Callable[..., PermitRow]


def key() -> str:
    return str(uuid.uuid4())


@pytest.fixture
def go(clock: Any) -> Callable[[date], None]:
    """Set the clock to ten in the morning of a day."""

    def to(day: date) -> None:
        clock.moment = datetime(day.year, day.month, day.day, 2, tzinfo=UTC)

    return to


@pytest.fixture
def photo() -> bytes:
    kept = BytesIO()
    Image.new("RGB", (358, 441), (150, 180, 210)).save(kept, "JPEG")
    return kept.getvalue()


@pytest.fixture
def case(
    counter: Counter, actor: Actor, go: Callable[[date], None], photo: bytes
) -> Callable[[int], CaseRow]:
    """Take an application today of somebody registered half a year before."""

    def make(serial: int = 1) -> CaseRow:
        go(date(2026, 5, 10))
        first17 = f"37132119880{serial}09{serial:03d}"
        person = read_person(
            {
                "id_number": first17 + check_digit(first17),
                "name": f"演练{'甲乙丙丁'[serial - 1]}",
                "ethnicity": "01",
                "hukou_division": "371321",
                "hukou_address": "演练镇1号",
                "phone": f"1390000{serial:04d}",
            },
            date(2026, 5, 10),
        ).value
        residence = read_registration(
            {
                "division": "370102",
                "street": "370102001",
                "community": "370102001002",
                "road": "演练路",
                "house_number": str(serial),
                "room": "101",
                "lodging": "rented",
                "reason": "work",
                "arrived_on": "2026-05-10",
                "reported_by": "self",
            },
            (),
            date(2026, 5, 10),
        ).value
        assert person is not None
        assert residence is not None
        person_id = counter.registrations.accept(actor, key(), person, residence).case.person_id
        go(date(2026, 11, 20))
        needs = counter.applications.checklist(actor, person_id, Ground.EMPLOYMENT, None).materials
        form = ApplicationForm(Ground.EMPLOYMENT, {need.code: PRESENT for need in needs}, "", None, "")
        return counter.applications.accept(actor, key(), person_id, form, photo).case

    return make


@pytest.fixture
def produce(counter: Counter, actor: Actor) -> Callable[..., PermitRow]:
    """Decide a case and make its card today."""

    def make(case: CaseRow, replaces: PermitRow | None = None) -> PermitRow:
        office = counter.office
        at = office.clock.now()
        today = local_date(at)
        policy = office.policies.in_force(actor.station.division, today)
        with office.database.write() as link:
            for state in (CaseState.GRANTED, CaseState.PRODUCED):
                case_records.move_on(office, link, actor, case.case_id, state, at)
            here = registration_records.open_of(link, case.person_id)
            person = people_records.by_id(link, case.person_id)
            assert here is not None
            assert person is not None
            values = {
                "permit_number": f"31{case.case_number}",
                "person_id": case.person_id,
                "person_row": person.id,
                "case_id": case.case_id,
                "ground": Ground.EMPLOYMENT.value,
                "division": here.division,
                "address": here.written_address,
                "serial": f"JN{case.case_number[-8:]}",
                "produced_on": today,
                "issued_on": today,
                "replaces_id": replaces.permit_id if replaces else None,
                "policy": policy.version,
                **permit_standing.first_dates(link, today, policy, replaces=replaces),
            }
            return permit_records.add(office, link, actor, key(), values, at)

    return make


@pytest.fixture
def made(case: Callable[[int], CaseRow], produce: Callable[..., PermitRow]) -> Made:
    """A first permit, made today, that waits for its holder."""

    def make(serial: int = 1) -> PermitRow:
        return produce(case(serial))

    return make


@dataclass
class Seen:
    """The screen with what it led to."""

    qtbot: PatientBot
    presenter: HandOverPresenter
    view: HandOverView
    papers: list[int] = field(default_factory=list)
    permits: list[int] = field(default_factory=list)

    def find(self, name: str) -> Any:
        found = self.view.findChild(QWidget, name)
        assert found is not None, name
        return found

    def scan(self, code: str) -> None:
        """What the window does with a scan."""
        assert self.presenter.scan(code)
        self.settle()

    def settle(self) -> None:
        """Until nothing is left to be built, filled or led to."""
        self.qtbot.wait(20)
        finish_building(self.view)
        self.qtbot.rest()

    def press(self, key: Qt.Key, control: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(QApplication.focusWidget() or self.view, key, held)
        self.settle()

    def type(self, name: str, words: str) -> None:
        field = self.find(name)
        field.setFocus()
        if words.isascii():
            QTest.keyClicks(field, words)
        else:  # what an input method hands over
            field.insert(words)

    def words(self) -> str:
        return "\n".join(each.text() for each in self.view.findChildren(QLabel) if each.isVisible())


@pytest.fixture
def see(qtbot: PatientBot, look: Look, inline: Inline, counter: Counter, actor: Actor) -> Callable[..., Seen]:
    """Open the screen."""

    def make(width: int = 1240, kept: Any = None) -> Seen:
        presenter = HandOverPresenter(counter, actor, inline, kept)
        view = HandOverView(presenter)
        seen = Seen(qtbot, presenter, view)
        presenter.papers.connect(seen.papers.append)
        presenter.permit.connect(seen.permits.append)
        qtbot.addWidget(view)
        view.resize(width, 820)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        seen.settle()
        return seen

    return make
