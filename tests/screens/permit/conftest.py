"""A permit that somebody holds at the practice station, made through the services, and hands at the keyboard."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from desktop.domain.codes import CaseState, Ground, MaterialState
from desktop.domain.forms import ApplicationForm, read_person, read_registration
from desktop.domain.id_numbers import check_digit
from desktop.domain.permit_life import PermitEvent
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
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.kit.drafting import Kept
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.theme import Look
from desktop.ui.screens.permit.deed import DeedPresenter, kept_deed
from desktop.ui.screens.permit.deed_view import DeedView
from desktop.ui.screens.permit.deeds.base import Wanted
from desktop.ui.screens.permit.presenter import PermitPresenter
from desktop.ui.screens.permit.view import PermitView
from tests.patience import PatientBot

PRESENT = MaterialState.PRESENT


@pytest.fixture
def go(clock: Any) -> Callable[[date], None]:
    """Set the clock to ten in the morning of a day."""

    def to(day: date) -> None:
        clock.moment = datetime(day.year, day.month, day.day, 2, tzinfo=UTC)

    return to


@pytest.fixture
def photo() -> bytes:
    """A picture that can be a permit's photo."""
    from io import BytesIO

    from PIL import Image

    kept = BytesIO()
    Image.new("RGB", (358, 441), (210, 220, 230)).save(kept, "JPEG")
    return kept.getvalue()


@pytest.fixture
def permit(counter: Counter, actor: Actor, go: Callable[[date], None], photo: bytes) -> PermitRow:
    """Registered on 2023-05-10, a permit made and handed over on 2023-11-20; the clock stays there."""
    go(date(2023, 5, 10))
    first17 = "37132119900214001"
    person = read_person(
        {
            "id_number": first17 + check_digit(first17),
            "name": "演练甲",
            "ethnicity": "01",
            "hukou_division": "371321",
            "hukou_address": "演练镇1号",
            "phone": "13900000001",
        },
        date(2023, 5, 10),
    ).value
    assert person is not None
    residence = read_registration(
        {
            "division": "370102",
            "street": "370102001",
            "community": "370102001002",
            "road": "演练路",
            "house_number": "1",
            "room": "101",
            "lodging": "rented",
            "reason": "work",
            "arrived_on": "2023-05-10",
            "reported_by": "self",
        },
        (),
        date(2023, 5, 10),
    ).value
    assert residence is not None
    person_id = counter.registrations.accept(actor, str(uuid.uuid4()), person, residence).case.person_id
    go(date(2023, 11, 20))
    needs = counter.applications.checklist(actor, person_id, Ground.EMPLOYMENT, None).materials
    form = ApplicationForm(Ground.EMPLOYMENT, {need.code: PRESENT for need in needs}, "", None, "")
    case = counter.applications.accept(actor, str(uuid.uuid4()), person_id, form, photo).case
    return _made(counter, actor, case)


def _made(counter: Counter, actor: Actor, case: Any) -> PermitRow:
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
            "serial": "T0000000000001",
            "produced_on": today,
            "issued_on": today,
            "replaces_id": None,
            "policy": policy.version,
            **permit_standing.first_dates(link, today, policy),
        }
        made = permit_records.add(office, link, actor, str(uuid.uuid4()), values, at)
        case_records.move_on(office, link, actor, case.case_id, CaseState.COMPLETED, at)
        return permit_records.happen(
            office,
            link,
            actor,
            str(uuid.uuid4()),
            made,
            PermitEvent.HAND_OVER,
            at,
            case_id=case.case_id,
            handed_over_on=today,
        )


@dataclass
class Seen:
    """A screen with what it led to."""

    qtbot: PatientBot
    presenter: Any
    view: QWidget
    deeds: list[Any] = field(default_factory=list)
    papers: list[int] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    closed: list[bool] = field(default_factory=list)

    def find(self, name: str) -> Any:
        found = self.view.findChild(QWidget, name)
        assert found is not None, name
        return found

    def settle(self) -> None:
        """Wait until what was typed is judged and shown."""
        self.qtbot.handed_on(self.view._form)  # type: ignore[attr-defined]

    def words(self) -> str:
        return "\n".join(each.text() for each in self.view.findChildren(QLabel) if each.isVisible())


@pytest.fixture
def see(qtbot: PatientBot, look: Look, inline: Inline, counter: Counter, actor: Actor) -> Callable[..., Seen]:
    """Open a permit's page, or the sheet of a deed."""

    def make(what: int | Wanted | Kept, width: int = 1340) -> Seen:
        if isinstance(what, Wanted | Kept):
            kept = what if isinstance(what, Kept) else None
            wanted = kept_deed(what) if isinstance(what, Kept) else what
            deed = DeedPresenter(counter, actor, inline, wanted, kept)
            seen = Seen(qtbot, deed, DeedView(deed))
            deed.papers.connect(seen.papers.append)
            deed.closed.connect(lambda: seen.closed.append(True))
        else:
            page = PermitPresenter(counter, actor, inline, what)
            seen = Seen(qtbot, page, PermitView(page))
            page.deed.connect(seen.deeds.append)
        seen.presenter.notice.connect(seen.notices.append)
        qtbot.addWidget(seen.view)
        seen.view.resize(width, 800)
        seen.view.show()
        seen.view.activateWindow()
        qtbot.waitUntil(seen.view.isActiveWindow)
        finish_building(seen.view)
        qtbot.waitUntil(lambda: getattr(seen.view, "_whole", True) or seen.presenter.missing is not None)
        qtbot.rest()
        finish_building(seen.view)
        return seen

    return make
