"""The page of a case shows everything that its decision stands on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from desktop.domain.codes import CaseKind, CaseState, MaterialState
from desktop.domain.errors import NotPossible
from desktop.domain.replacement import ReplacementKind
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from tests.services.asked import actions, key
from tests.services.decisions.deciding import Apply, Resident, grant


def test_the_page_shows_everything_at_once(
    station: Counter, clerk: Actor, officer: Actor, resident: Resident, apply: Apply, register: Any
) -> None:
    person = resident()
    case = apply(person, photo=b"a face", remark="加急").case
    register(
        1,
        person={"phone": "13900009999"},
        residence={"arrived_on": "2026-11-20", "house_number": "9"},
        move_from=station.registrations.open_registration(person).registration_id,  # type: ignore[union-attr]
    )
    corrected = station.corrections.propose(
        clerk, key(), person, 2, {"name": "演练新"}, "录入错误", "居民户口簿"
    )
    station.corrections.approve(officer, key(), corrected.case.case_id, 1)
    page = station.decisions.page(officer, case.case_id)
    assert (page.accepted_by, page.accepted_at) == (clerk.name, case.accepted_at)
    assert (page.days_left, page.estimated) == (10, False)
    assert {one.field: (one.old, one.new) for one in page.differences} == {
        "name": ("演练甲", "演练新"),
        "phone": ("13900000001", "13900009999"),
    }
    assert (page.person_then.name, page.person_now.name) == ("演练甲", "演练新")
    assert page.photo == b"a face"
    assert page.remark == "加急"
    assert len(page.registrations) == 2
    assert page.permits == ()
    assert [one.kind for one in page.earlier] == [
        CaseKind.CORRECTION,
        CaseKind.REGISTRATION_MOVE,
        CaseKind.REGISTRATION,
    ]
    assert [one.need.code for one in page.materials] == ["identity", "photo", "employment_proof"]
    assert all(one.state is MaterialState.PRESENT for one in page.materials)
    assert all(one.then and one.now for one in page.findings)
    assert not any(one.changed for one in page.findings)
    assert page.clean
    assert [(one.name, one.possible) for one in page.actions] == [
        ("grant", True),
        ("deny", True),
        ("send_back", True),
        ("submit_again", False),
    ]
    seen = station.decisions.page(clerk, case.case_id)  # who hands a case in again looks at it too
    assert not any(one.possible for one in seen.actions)
    station.journal.flush()
    assert actions(station).count("view_case") == 2


def test_a_replacement_is_judged_by_its_old_permit(
    station: Counter, clerk: Actor, officer: Actor, issue: Callable[..., Any]
) -> None:
    permit = issue(on=date(2026, 11, 20), registered=date(2026, 5, 10))
    states = dict.fromkeys(("identity", "photo", "old_permit"), MaterialState.PRESENT)
    done = station.replacements.replace(
        clerk,
        key(),
        permit.permit_id,
        permit.version,
        ReplacementKind.DAMAGED,
        b"photo",
        states,
        "磨损无法识别",
    )
    assert done.case is not None
    page = station.decisions.page(officer, done.case.case_id)
    assert page.replaces is not None
    assert page.replaces.permit_id == permit.permit_id
    assert page.reason == "磨损无法识别"
    assert [one.code for one in page.findings] == ["replaced_for", "registered"]
    assert page.clean
    assert grant(station, officer, done.case).case.state is CaseState.GRANTED


def test_a_correction_is_decided_on_its_own_page(
    station: Counter, clerk: Actor, officer: Actor, resident: Resident
) -> None:
    person = station.people.person(resident())
    proposed = station.corrections.propose(
        clerk, key(), person.person_id, person.version, {"name": "演练乙"}, "录入错误", "居民身份证"
    )
    page = station.decisions.page(officer, proposed.case.case_id)
    assert not page.clean
    assert "更正页面" in str(page.actions[0].why_not)
    with pytest.raises(NotPossible, match="更正页面"):
        grant(station, officer, proposed.case)
