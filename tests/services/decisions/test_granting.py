"""Who may grant what, and what keeps a case from being granted."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from desktop.domain.codes import CaseState, Ground
from desktop.domain.errors import NotPossible
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from tests.services.asked import actions, key, rows
from tests.services.decisions.deciding import Apply, Resident, Take, grant, steps_of


def test_an_officer_grants_what_a_clerk_took(station: Counter, officer: Actor, taken: Take) -> None:
    case = taken()
    done = grant(station, officer, case)
    assert (done.case.state, done.case.version, done.paper_id) == (CaseState.GRANTED, 2, None)
    accepted, granted = steps_of(station, case.case_id)
    assert (accepted.state, granted.state) == ("accepted", "granted")
    facts = json.loads(granted.facts)
    assert facts["policy"] == case.policy
    assert {one["code"] for one in facts["findings"]} >= {"months_registered", "grounds", "one_per_person"}
    assert all(one["met"] and one["basis"] for one in facts["findings"])
    [entry] = rows(station, "select * from journal_entry where action = 'grant_case'")
    assert (entry.case_number, entry.staff_name, entry.person_id) == (
        case.case_number,
        officer.name,
        case.person_id,
    )


def test_the_same_request_twice_is_one_decision(station: Counter, officer: Actor, taken: Take) -> None:
    case, request = taken(), key()
    first = grant(station, officer, case, request_id=request)
    assert grant(station, officer, case, request_id=request) == first
    assert actions(station).count("grant_case") == 1
    assert len(steps_of(station, case.case_id)) == 2


@pytest.mark.parametrize("who", ["clerk", "other", "administrator"])
def test_only_officers_decide(station: Counter, template: Any, taken: Take, who: str) -> None:
    case = taken()
    with pytest.raises(NotPossible, match="没有“审核签发”的权限"):
        grant(station, getattr(template, who), case)
    with pytest.raises(NotPossible, match="没有“审核签发”的权限"):
        station.decisions.deny(getattr(template, who), key(), case.case_id, 1, "材料不实")
    assert len(steps_of(station, case.case_id)) == 1


def test_whoever_took_the_case_cannot_decide_it(
    station: Counter, officer: Actor, second: Actor, taken: Take
) -> None:
    case = taken(actor=officer)
    for decide in (
        lambda: grant(station, officer, case),
        lambda: station.decisions.deny(officer, key(), case.case_id, 1, "材料不实"),
        lambda: station.decisions.send_back(officer, key(), case.case_id, 1, "相片不清"),
    ):
        with pytest.raises(NotPossible, match="受理人和审核人不能是同一人"):
            decide()
    assert station.decisions.page(officer, case.case_id).actions[0].why_not is not None
    assert grant(station, second, case).case.state is CaseState.GRANTED


def test_the_second_officer_is_told_who_decided_and_when(
    station: Counter, officer: Actor, second: Actor, taken: Take
) -> None:
    case = taken()
    grant(station, officer, case)
    with pytest.raises(NotPossible, match="已由测试民警于2026-11-20 10:00办理，现在是“审核通过，待制证”"):
        station.decisions.deny(second, key(), case.case_id, case.version, "材料不实")
    told = station.decisions.page(second, case.case_id).actions[0].why_not
    assert "已由测试民警于" in str(told)


def test_a_decided_case_cannot_be_decided_again(station: Counter, officer: Actor, taken: Take) -> None:
    case = grant(station, officer, taken()).case
    with pytest.raises(NotPossible, match="审核通过，待制证”，不能不予签发"):
        station.decisions.deny(officer, key(), case.case_id, case.version, "材料不实")


def test_what_no_longer_meets_a_condition_today_is_not_granted(
    station: Counter, clerk: Actor, officer: Actor, taken: Take, clock: Any
) -> None:
    case = taken()
    with station.office.database.write() as link:
        from desktop.services import registration_records

        here = registration_records.open_of(link, case.person_id)
        registration_records.end_span(
            station.office, link, clerk, here, date(2026, 11, 20), "left", station.office.clock.now()
        )
    clock.moment += timedelta(days=1)
    with pytest.raises(
        NotPossible, match=r"没有有效的居住登记。（《山东省流动人口服务管理暂行办法》第九条）"
    ):
        grant(station, officer, case)
    page = station.decisions.page(officer, case.case_id)
    assert not page.clean
    half = next(one for one in page.findings if one.code == "months_registered")
    assert half.changed
    assert half.then is not None
    assert half.then.met
    assert half.now is not None
    assert not half.now.met
    assert case.state is CaseState.ACCEPTED


def test_a_second_application_is_refused_to_whoever_has_a_permit(
    station: Counter, issue: Callable[..., Any], apply: Apply, go: Callable[[date], None]
) -> None:
    permit = issue(on=date(2026, 11, 20), registered=date(2026, 5, 10))
    done = apply(permit.person_id)
    assert done.case.state is CaseState.REFUSED


@pytest.mark.parametrize("state", ["granted", "sent_back"])
def test_an_application_under_way_in_any_state_stands_in_the_way_of_another(
    station: Counter, officer: Actor, taken: Take, apply: Apply, state: str
) -> None:
    case = taken()
    if state == "granted":
        grant(station, officer, case)
    else:
        station.decisions.send_back(officer, key(), case.case_id, 1, "相片不清")
    with pytest.raises(NotPossible, match="一人一证，不能重复申领"):
        apply(case.person_id)


def test_an_agents_application_is_judged_with_its_agent(
    station: Counter, officer: Actor, resident: Resident, apply: Apply
) -> None:
    from desktop.domain.codes import AgentReason, IdKind, Relation
    from desktop.domain.forms import AgentForm

    agent = AgentForm("演练代办", IdKind.RESIDENT, "x", Relation.SON, "13900000000", AgentReason.ELDERLY)
    case = apply(resident(), agent=agent).case
    page = station.decisions.page(officer, case.case_id)
    assert page.agent["agent_name"] == "演练代办"
    assert "agent_identity" in {one.need.code for one in page.materials}
    assert page.clean
    assert grant(station, officer, case).case.state is CaseState.GRANTED


def test_the_ground_of_the_case_is_what_is_judged(
    station: Counter, officer: Actor, resident: Resident, apply: Apply
) -> None:
    case = apply(resident(), ground=Ground.STUDY).case
    page = station.decisions.page(officer, case.case_id)
    assert "study_proof" in {one.need.code for one in page.materials}
    assert replace(page.case) == case
    assert page.today == datetime(2026, 11, 20, tzinfo=UTC).date()
