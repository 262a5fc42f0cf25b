from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.codes import CaseKind, CaseState, Ground, MaterialState, PaperKind
from desktop.domain.errors import BadInput, EnvironmentTrouble, NotPossible
from desktop.domain.replacement import ReplacementKind
from desktop.services.application_rows import ApplicationDone
from desktop.services.counter import Counter
from desktop.services.decision_rows import DecisionDone, QueueFilter
from desktop.services.rows import Actor, CaseRow
from printing.documents import DenialNotice
from tests.servers import fill_disk, free_disk
from tests.services.asked import actions, key, rows

Apply = Callable[..., ApplicationDone]
Resident = Callable[..., int]
Document = Callable[[int], Any]
Take = Callable[..., CaseRow]


def grant(station: Counter, actor: Actor, case: CaseRow, **how: Any) -> DecisionDone:
    request = how.get("request_id", key())
    return station.decisions.grant(actor, request, case.case_id, how.get("seen", case.version))


def steps_of(station: Counter, case_id: int) -> list[Any]:
    return rows(station, f"select state, note, facts from case_step where case_id = {case_id} order by id")


@pytest.fixture(autouse=True)
def seated(station: Counter, officer: Actor) -> None:
    """An officer is signed in here."""
    station.office.rights.seat(officer)


@pytest.fixture
def second(template: Any) -> Actor:
    """The second officer, at counter 6."""
    return template.second_officer


@pytest.fixture
def taken(resident: Resident, apply: Apply) -> Take:
    """Take a complete application of a new resident."""

    def make(serial: int = 1, **how: Any) -> CaseRow:
        return apply(resident(serial), **how).case

    return make


# -- granting ------------------------------------------------------------------------------------------


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


# -- denying -------------------------------------------------------------------------------------------


def test_a_denial_freezes_its_notice_with_article_and_reason(
    station: Counter, officer: Actor, taken: Take, document: Document
) -> None:
    case, request = taken(), key()
    done = station.decisions.deny(officer, request, case.case_id, 1, "  劳动合同  不实 ")
    assert done.case.state is CaseState.DENIED
    assert done.paper_id is not None
    notice = document(done.paper_id)
    assert isinstance(notice, DenialNotice)
    assert (notice.number, notice.clerk) == ("18" + case.case_number, officer.name)
    assert (notice.name, notice.matter) == ("演练甲", "申领居住证")
    [reason] = notice.reasons
    assert reason.fact == "劳动合同 不实"
    assert reason.basis == "《山东省流动人口服务管理暂行办法》第九条"
    assert station.decisions.deny(officer, request, case.case_id, 1, "劳动合同不实") == done
    assert [paper.kind for paper in station.papers.of_case(case.case_id)] == [
        PaperKind.ACCEPTANCE_RECEIPT,
        PaperKind.DENIAL_NOTICE,
    ]
    [entry] = rows(station, "select paper_number from journal_entry where action = 'deny_case'")
    assert entry.paper_number == notice.number


def test_a_denial_names_the_clause_that_is_chosen_and_what_is_not_met(
    station: Counter, officer: Actor, taken: Take, document: Document
) -> None:
    case = taken()
    with station.office.database.write() as link:
        from desktop.services import registration_records

        here = registration_records.open_of(link, case.person_id)
        registration_records.end_span(
            station.office, link, officer, here, date(2026, 11, 19), "left", station.office.clock.now()
        )
    done = station.decisions.deny(officer, key(), case.case_id, 1, "已经离开居住地", "months_registered")
    assert done.paper_id is not None
    chosen, unmet = document(done.paper_id).reasons
    assert chosen.basis == unmet.basis
    assert (chosen.change, bool(unmet.change)) == ("", True)
    assert "没有有效的居住登记" in unmet.fact


@pytest.mark.parametrize("reason", ["", " ", "不", "长" * 201])
def test_a_denial_takes_a_reason(station: Counter, officer: Actor, taken: Take, reason: str) -> None:
    case = taken()
    for decide in (station.decisions.deny, station.decisions.send_back):
        with pytest.raises(BadInput, match="请填写理由") as told:
            decide(officer, key(), case.case_id, 1, reason)
        assert told.value.field == "reason"


def test_a_denied_case_still_answers_its_own_acceptance(
    station: Counter, officer: Actor, resident: Resident, apply: Apply
) -> None:
    person, request = resident(), key()
    first = apply(person, request_id=request)
    station.decisions.deny(officer, key(), first.case.case_id, 1, "材料不实")
    again = apply(person, request_id=request)
    assert (again.paper_id, again.case.state) == (first.paper_id, CaseState.DENIED)


def test_who_was_denied_may_apply_again(station: Counter, officer: Actor, taken: Take, apply: Apply) -> None:
    case = taken()
    station.decisions.deny(officer, key(), case.case_id, 1, "材料不实")
    assert apply(case.person_id).case.state is CaseState.ACCEPTED


def test_a_denial_of_another_days_case_keeps_the_days_balance(
    station: Counter, officer: Actor, taken: Take, clock: Any
) -> None:
    case = taken()
    clock.moment += timedelta(days=3)
    station.decisions.deny(officer, key(), case.case_id, 1, "材料不实")
    [line] = [
        one
        for one in station.day.balance(date(2026, 11, 23), officer.counter_number).lines
        if one.kind is PaperKind.DENIAL_NOTICE
    ]
    assert (line.cases, line.issued, line.unprinted, line.balanced) == (1, 1, 1, True)
    assert not [
        one for one in station.day.balance(date(2026, 11, 20), 3).lines if one.kind is PaperKind.DENIAL_NOTICE
    ]


# -- sending back --------------------------------------------------------------------------------------


def test_what_is_sent_back_is_handed_in_again_and_granted(
    station: Counter, clerk: Actor, officer: Actor, taken: Take
) -> None:
    case = taken()
    back = station.decisions.send_back(officer, key(), case.case_id, 1, "相片不清晰").case
    assert back.state is CaseState.SENT_BACK
    request = key()
    again = station.decisions.submit_again(
        clerk, request, case.case_id, back.version, "已重新拍照", photo=b"another photo"
    )
    assert again.case.state is CaseState.ACCEPTED
    assert again.case.due_on == case.due_on
    assert (
        station.decisions.submit_again(
            clerk, request, case.case_id, back.version, "已重新拍照", photo=b"another photo"
        )
        == again
    )
    page = station.decisions.page(officer, case.case_id)
    assert page.photo == b"another photo"
    assert [one.state for one in page.steps] == ["accepted", "sent_back", "accepted"]
    assert [one.note for one in page.steps] == ["", "相片不清晰", "已重新拍照"]
    assert len(rows(station, "select 1 from attachment")) == 2  # the first one is kept
    assert grant(station, officer, again.case).case.state is CaseState.GRANTED


def test_an_officer_who_handed_it_in_again_cannot_decide_it(
    station: Counter, officer: Actor, second: Actor, taken: Take
) -> None:
    case = taken()
    back = station.decisions.send_back(officer, key(), case.case_id, 1, "相片不清晰").case
    again = station.decisions.submit_again(officer, key(), case.case_id, back.version).case
    with pytest.raises(NotPossible, match="不能是同一人"):
        grant(station, officer, again)
    assert grant(station, second, again).case.state is CaseState.GRANTED


def test_only_what_was_sent_back_is_handed_in_again(station: Counter, clerk: Actor, taken: Take) -> None:
    case = taken()
    with pytest.raises(NotPossible, match="已受理”，不能重新提交"):
        station.decisions.submit_again(clerk, key(), case.case_id, 1)


def test_a_material_taken_back_at_the_second_handing_in_keeps_it_from_being_granted(
    station: Counter, clerk: Actor, officer: Actor, taken: Take
) -> None:
    case = taken()
    back = station.decisions.send_back(officer, key(), case.case_id, 1, "就业证明不是原件").case
    states = {"employment_proof": MaterialState.MISSING}
    again = station.decisions.submit_again(clerk, key(), case.case_id, back.version, materials=states).case
    with pytest.raises(NotPossible, match="还缺就业证明"):
        grant(station, officer, again)
    page = station.decisions.page(officer, case.case_id)
    assert [one.need.code for one in page.materials if one.missing] == ["employment_proof"]


# -- the page ------------------------------------------------------------------------------------------


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


# -- the queue -----------------------------------------------------------------------------------------


def put_cases(station: Counter, case: CaseRow, count: int, days: int = 30) -> None:
    """Copy a case `count` times with due dates spread from today on, straight into the table."""
    with station.office.database.engine.begin() as connection:
        connection.execute(
            text(
                "with recursive n(i) as (select 1 union all select i + 1 from n where i < :count)"
                " insert into case_file select :base + i, printf('99%020d', i), 'copy-' || i, kind, state,"
                " version, person_id, person_row, accepted_at, accepted_on, counter_number, staff_id, staff_name,"
                " date('2026-11-20', '+' || (i % :days) || ' days'), due_estimated, policy, summary, facts,"
                " resumes_case_id, closed_at from case_file, n where case_file.id = :case"
            ),
            {"count": count, "base": case.case_id, "days": days, "case": case.case_id},
        )


@pytest.mark.file_only
def test_the_queue_is_by_due_date_a_page_at_a_time(
    station: Counter, clerk: Actor, officer: Actor, taken: Take, clock: Any
) -> None:
    case = taken()
    put_cases(station, case, 95)
    seen, after = [], None
    while True:
        page = station.decisions.queue(officer, after=after, limit=20)
        seen += page.rows
        after = page.after
        if after is None:
            break
    assert len(seen) == len({row.case.case_id for row in seen}) == 96
    assert [row.case.due_on for row in seen] == sorted(row.case.due_on for row in seen)  # type: ignore[type-var]
    assert not any(row.own for row in seen)
    assert (seen[0].case.due_on, seen[0].days_left) == (date(2026, 11, 20), 0)
    for place in (0, 1, 20, 95, 96, 200):  # from any place on, without reading what comes before
        found = station.decisions.queue_at(officer, QueueFilter(), place, limit=20)
        assert list(found.rows) == seen[place : place + 20]
        assert (found.after is None) is (place + 20 >= 96)
    clock.moment += timedelta(days=3)
    late = station.decisions.queue(officer, QueueFilter(overdue=True)).rows
    assert station.decisions.queue_at(officer, QueueFilter(overdue=True), 1).rows == late[1:]
    assert {row.case.due_on for row in late} == {date(2026, 11, day) for day in (20, 21, 22)}
    assert [row.days_left for row in late] == [-1] * len(late)  # a Monday after the weekend
    counts = station.decisions.counts()
    assert (counts.cases, counts.overdue, counts.due_today) == (96, len(late), 4)
    assert station.decisions.counts(QueueFilter(overdue=True)).cases == len(late)


def test_the_queue_is_filtered_by_kind_and_clerk(
    station: Counter, officer: Actor, template: Any, taken: Take
) -> None:
    taken(1)
    taken(2, actor=template.other)
    queue = station.decisions.queue
    assert len(queue(officer).rows) == 2
    assert [row.case.clerk for row in queue(officer, QueueFilter(clerk="测试二")).rows] == ["测试二"]
    assert queue(officer, QueueFilter(kind=CaseKind.REPLACE_LOST)).rows == ()
    assert station.decisions.counts(QueueFilter(clerk="测试二")).cases == 1


def test_decided_and_sent_back_cases_leave_the_queue(station: Counter, officer: Actor, taken: Take) -> None:
    grant(station, officer, taken(1))
    back = taken(2)
    station.decisions.send_back(officer, key(), back.case_id, 1, "相片不清")
    taken(3)
    assert len(station.decisions.queue(officer).rows) == 1
    waiting = station.decisions.queue(officer, QueueFilter(state=CaseState.SENT_BACK)).rows
    assert [row.case.case_id for row in waiting] == [back.case_id]


def test_cases_without_a_date_come_last(station: Counter, clerk: Actor, officer: Actor, taken: Take) -> None:
    for serial in (1, 2, 3):
        taken(serial)
    person = station.people.person(rows(station, "select person_id from person")[0].person_id)
    undated = station.corrections.propose(
        clerk, key(), person.person_id, person.version, {"name": "演练乙"}, "录入错误", "居民身份证"
    ).case
    first = station.decisions.queue(officer, limit=3)
    assert first.after is not None
    last = station.decisions.queue(officer, after=first.after, limit=3)
    assert [row.case.case_id for row in last.rows] == [undated.case_id]
    assert last.rows[0].days_left is None
    assert last.after is None
    assert station.decisions.counts().undated == 1
    whole = station.decisions.queue(officer)
    assert [*first.rows, *last.rows] == list(whole.rows)
    for place in range(6):
        assert station.decisions.queue_at(officer, QueueFilter(), place).rows == whole.rows[place:]


@pytest.mark.file_only
def test_a_hundred_thousand_open_cases_are_read_by_the_index(
    station: Counter, officer: Actor, taken: Take
) -> None:
    put_cases(station, taken(), 100_000, days=90)
    with station.office.database.engine.begin() as connection:
        connection.execute(text("analyze"))
    import time

    asked = time.thread_time()
    page = station.decisions.queue(officer)
    opened = time.thread_time() - asked
    for _ in range(20):
        assert page.after is not None
        page = station.decisions.queue(officer, after=page.after)
    assert opened < 0.25  # 5 ms where nothing else runs
    assert station.decisions.counts().cases == 100_001


# -- many at once --------------------------------------------------------------------------------------


def test_clean_cases_are_granted_together_and_the_others_say_why_not(
    station: Counter, officer: Actor, second: Actor, taken: Take
) -> None:
    cases = [taken(serial) for serial in range(1, 6)]
    own = taken(6, actor=officer)
    grant(station, second, cases[0])
    station.decisions.send_back(second, key(), cases[1].case_id, 1, "相片不清")
    asked = [(one.case_id, one.version) for one in (*cases, own)]
    request = key()
    outcomes = station.decisions.grant_many(officer, request, [*asked, (12345, 1)], "test-pass-4")
    assert [one.granted for one in outcomes] == [False, False, True, True, True, False, False]
    assert "已由测试民警二于" in str(outcomes[0].why_not)
    assert "退回补正" in str(outcomes[1].why_not)
    assert "不能是同一人" in str(outcomes[5].why_not)
    assert "没有这个办件" in str(outcomes[6].why_not)
    again = station.decisions.grant_many(officer, request, asked, "test-pass-4")
    assert [one.granted for one in again] == [False, False, True, True, True, False]
    assert actions(station).count("grant_case") == 4
    assert actions(station).count("confirm_password") == 2


def test_a_wrong_password_grants_nothing(station: Counter, officer: Actor, taken: Take) -> None:
    case = taken()
    for wrong in ("", "test-pass-1", "TEST-PASS-4"):
        with pytest.raises(BadInput, match="没有办理任何一件") as told:
            station.decisions.grant_many(officer, key(), [(case.case_id, 1)], wrong)
        assert told.value.field == "password"
    assert len(steps_of(station, case.case_id)) == 1


def test_a_clerk_cannot_grant_many(station: Counter, clerk: Actor, taken: Take) -> None:
    with pytest.raises(NotPossible, match="没有“审核签发”的权限"):
        station.decisions.grant_many(clerk, key(), [(taken().case_id, 1)], "test-pass-1")


def test_when_the_disk_is_full_in_a_batch_what_was_granted_stays_and_the_rest_waits(
    station: Counter, officer: Actor, taken: Take
) -> None:
    cases = [taken(serial) for serial in range(1, 5)]
    real, left = station.office.database.write, [5]  # the password: three entries, then two cases

    def filling() -> Any:
        left[0] -= 1
        if left[0] == -1:
            fill_disk(station.office.database)
        return real()

    station.office.database.write = filling  # type: ignore[method-assign]
    asked = [(one.case_id, one.version) for one in cases]
    outcomes = station.decisions.grant_many(officer, key(), asked, "test-pass-4")
    free_disk(station.office.database)
    assert [one.granted for one in outcomes] == [True, True, False, False]
    states = [
        row.state for row in rows(station, "select state from case_file where due_on is not null order by id")
    ]
    assert states == ["granted", "granted", "accepted", "accepted"]


def test_nothing_is_left_of_a_decision_that_could_not_be_stored(
    station: Counter, officer: Actor, taken: Take, read_only: Any
) -> None:
    case = taken()
    with read_only(station), pytest.raises(EnvironmentTrouble):
        station.decisions.deny(officer, key(), case.case_id, 1, "材料不实")
    assert len(steps_of(station, case.case_id)) == 1
    assert len(rows(station, "select 1 from paper")) == 2
    assert "deny_case" not in actions(station)


def rivalry_of_officers(station: Counter, one: Actor, other: Actor, case: CaseRow) -> None:
    """Let two officers decide the same case at the same moment: one does, the other is told who and when."""
    start = Barrier(2)

    def decide(actor: Actor) -> Any:
        start.wait()
        try:
            if actor is one:
                return station.decisions.grant(actor, key(), case.case_id, case.version)
            return station.decisions.deny(actor, key(), case.case_id, case.version, "材料不实")
        except NotPossible as error:
            return str(error)

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(decide, (one, other)))
    done = [one for one in answers if isinstance(one, DecisionDone)]
    told = [one for one in answers if isinstance(one, str)]
    assert len(done) == len(told) == 1
    winner = one if done[0].case.state is CaseState.GRANTED else other
    assert f"已由{winner.name}于" in told[0]
    assert [row.state for row in steps_of(station, case.case_id)] == ["accepted", done[0].case.state.value]


def test_two_officers_at_the_same_moment(
    station: Counter, officer: Actor, second: Actor, taken: Take
) -> None:
    for serial in range(1, 6):
        rivalry_of_officers(station, officer, second, taken(serial))


def test_the_same_request_from_two_threads_is_one_decision(
    station: Counter, officer: Actor, taken: Take
) -> None:
    case, request = taken(), key()
    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(lambda _: grant(station, officer, case, request_id=request), range(2))
    assert one == other
    assert len(steps_of(station, case.case_id)) == 2


def test_the_ground_of_the_case_is_what_is_judged(
    station: Counter, officer: Actor, resident: Resident, apply: Apply
) -> None:
    case = apply(resident(), ground=Ground.STUDY).case
    page = station.decisions.page(officer, case.case_id)
    assert "study_proof" in {one.need.code for one in page.materials}
    assert replace(page.case) == case
    assert page.today == datetime(2026, 11, 20, tzinfo=UTC).date()
