from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.codes import CaseKind, CaseState, Ground, MaterialState
from desktop.domain.endorsement import EndorsementState
from desktop.domain.errors import BadInput, NotPossible
from desktop.domain.permit_life import PermitEvent, PermitState
from desktop.services.counter import Counter
from desktop.services.permit_pages import DueKind, PermitDone
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor

Issue = Callable[..., PermitRow]
Go = Callable[[date], None]
Endorse = Callable[..., PermitDone]

PRESENT, SHARED, MISSING = MaterialState.PRESENT, MaterialState.SHARED, MaterialState.MISSING


@pytest.fixture
def endorse(station: Counter, clerk: Actor) -> Endorse:
    def make(permit: PermitRow, **how: Any) -> PermitDone:
        return station.endorsements.endorse(
            how.get("actor", clerk),
            how.get("request_id", str(uuid.uuid4())),
            permit.permit_id,
            how.get("seen", permit.version),
            how.get("ground", Ground.EMPLOYMENT),
            how.get("proof", PRESENT),
        )

    return make


def actions(station: Counter) -> list[str]:
    station.journal.flush()
    with station.office.database.engine.connect() as connection:
        return list(connection.execute(text("select action from journal_entry order by at, id")).scalars())


def test_three_years_of_endorsements_by_the_pack(
    station: Counter, clerk: Actor, issue: Issue, go: Go, endorse: Endorse, document: Callable[[int], Any]
) -> None:
    permit = issue()
    assert (permit.years_from, permit.opens_on, permit.due_on) == (
        date(2023, 11, 20),
        date(2024, 10, 20),
        date(2024, 11, 20),
    )
    go(date(2024, 11, 1))
    first = endorse(permit)
    assert first.case is not None
    assert (first.case.kind, first.case.state) == (CaseKind.ENDORSEMENT, CaseState.COMPLETED)
    assert (first.permit.state, first.permit.endorsed_on) == (PermitState.VALID, date(2024, 11, 1))
    assert (first.permit.years_from, first.permit.opens_on, first.permit.due_on) == (
        date(2023, 11, 20),
        date(2025, 10, 20),
        date(2025, 11, 20),
    )
    slip = document(first.paper_id or 0)
    assert (slip.full_years, slip.next_due_on, slip.restored) == (1, date(2025, 11, 20), False)
    assert slip.number == "19" + first.case.case_number
    go(date(2025, 11, 20))
    assert station.permits.suspend_overdue(clerk, date(2025, 11, 20)) == 0  # the last day is still in time
    go(date(2025, 11, 21))
    assert station.permits.suspend_overdue(clerk, date(2025, 11, 21)) == 1
    assert station.permits.suspend_overdue(clerk, date(2025, 11, 21)) == 0
    suspended = station.permits.page(clerk, permit.permit_id).permit
    assert suspended.state is PermitState.SUSPENDED
    go(date(2025, 12, 15))
    late = endorse(suspended)
    assert late.permit.state is PermitState.VALID
    assert (late.permit.years_from, late.permit.opens_on, late.permit.due_on) == (
        date(2025, 12, 15),
        date(2026, 11, 15),
        date(2026, 12, 15),
    )
    assert document(late.paper_id or 0).restored
    assert document(late.paper_id or 0).basis.startswith("《居住证暂行条例》第十条第三款")
    go(date(2026, 11, 15))
    third = endorse(late.permit)
    assert (third.permit.years_from, third.permit.due_on) == (date(2025, 12, 15), date(2027, 12, 15))
    steps = [step.event for step in station.permits.page(clerk, permit.permit_id).steps]
    assert steps == ["produce", "hand_over", "endorse", "suspend", "restore", "endorse"]
    written = [
        one for one in actions(station) if one in ("endorse_permit", "restore_permit", "suspend_permit")
    ]
    assert written == ["endorse_permit", "suspend_permit", "restore_permit", "endorse_permit"]


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        (date(2024, 10, 19), "not_yet"),
        (date(2024, 10, 20), "endorse"),
        (date(2024, 11, 20), "endorse"),
        (date(2024, 11, 21), "restore"),
    ],
)
def test_the_window_is_the_month_before_the_full_year_both_days_in(
    station: Counter, clerk: Actor, issue: Issue, go: Go, endorse: Endorse, day: date, outcome: str
) -> None:
    permit = issue()
    go(day)
    if outcome == "not_yet":
        with pytest.raises(NotPossible, match="2024-10-20起可以签注"):
            endorse(permit)
        return
    done = endorse(permit)  # on the day after, nobody had suspended it yet: both happen at once
    steps = [step.event for step in station.permits.page(clerk, permit.permit_id).steps]
    assert steps[-1] == outcome
    assert (steps[-2] == "suspend") is (outcome == "restore")
    assert done.permit.state is PermitState.VALID


def test_a_permit_of_leap_day_is_due_on_the_last_of_february(issue: Issue) -> None:
    permit = issue(on=date(2024, 2, 29), registered=date(2023, 8, 1))
    assert (permit.opens_on, permit.due_on) == (date(2025, 1, 28), date(2025, 2, 28))


def test_an_endorsement_is_made_once_for_its_request_and_once_a_year(
    station: Counter, issue: Issue, go: Go, endorse: Endorse
) -> None:
    permit = issue()
    go(date(2024, 11, 1))
    request = str(uuid.uuid4())
    assert endorse(permit, request_id=request) == (done := endorse(permit, request_id=request))
    with pytest.raises(NotPossible, match="2025-10-20起可以签注"):
        endorse(done.permit)


def test_two_counters_at_once_the_second_is_told_who_and_when(
    issue: Issue, go: Go, endorse: Endorse, template: Any
) -> None:
    permit = issue()
    go(date(2024, 11, 1))
    endorse(permit)
    with pytest.raises(NotPossible, match="测试一在3号窗口于2024-11-01 10:00刚刚办理了这张居住证"):
        endorse(permit, actor=template.other)


@pytest.mark.parametrize(
    ("ground", "proof", "passes"),
    [
        (Ground.EMPLOYMENT, SHARED, True),
        (Ground.DWELLING, PRESENT, True),
        (Ground.STUDY, SHARED, True),
        (Ground.STUDY, MISSING, False),
    ],
)
def test_one_of_the_three_proofs_or_shared_data(
    issue: Issue, go: Go, endorse: Endorse, ground: Ground, proof: MaterialState, passes: bool
) -> None:
    permit = issue()
    go(date(2024, 11, 1))
    if passes:
        assert endorse(permit, ground=ground, proof=proof).permit.ground == ground.value
    else:
        with pytest.raises(NotPossible, match="就读证明缺.*公通字〔2021〕12号第六十六条"):
            endorse(permit, ground=ground, proof=proof)


def test_findings_are_told_before_anything_is_stored(
    station: Counter, clerk: Actor, issue: Issue, go: Go
) -> None:
    permit = issue()
    go(date(2024, 11, 22))
    check = station.endorsements.endorsement(clerk, permit.permit_id, Ground.EMPLOYMENT, PRESENT)
    assert check.late
    assert [one.met for one in check.findings] == [True, True, True]
    assert (check.years_from, check.next_due_on) == (date(2024, 11, 22), date(2025, 11, 22))
    assert station.permits.page(clerk, permit.permit_id).permit == permit


def test_the_page_says_what_can_be_done_and_why_not(
    station: Counter, clerk: Actor, issue: Issue, go: Go
) -> None:
    permit = issue()
    go(date(2024, 10, 18))
    page = station.permits.page(clerk, permit.permit_id)
    assert page.standing.endorsement is EndorsementState.NOT_YET
    assert (page.standing.calendar_days_left, page.standing.due_on) == (33, date(2024, 11, 20))
    assert page.standing.working_days_left == 23
    told = {row.event: row for row in page.events}
    assert set(told) == set(PermitEvent)
    assert all(row.possible == (row.why_not is None) for row in page.events)
    assert str(told[PermitEvent.ENDORSE].why_not) == "还没有到签注期：2024-10-20起可以签注，2024-11-20止。"
    assert "与居住证一致" in str(told[PermitEvent.CHANGE_ADDRESS].why_not)
    assert str(told[PermitEvent.HAND_OVER].why_not) == "这张居住证已经发放，不能再发。"
    assert {event for event, row in told.items() if row.possible} == {
        PermitEvent.CORRECT,
        PermitEvent.DECLARE_LOST,
        PermitEvent.REPLACE,
        PermitEvent.CANCEL,
    }
    assert page.registration is not None
    assert page.chain == (page.permit,)
    assert [version.state for version in page.versions] == [PermitState.PRODUCED, PermitState.VALID]
    assert "view_permit" in actions(station)


def test_a_scan_finds_the_permit_by_its_number_its_case_its_receipt_and_its_holder(
    station: Counter, clerk: Actor, issue: Issue
) -> None:
    permit = issue()
    person = station.people.person(permit.person_id)
    case = permit.permit_number[2:]
    for code in (permit.permit_number, f" {case} ", "12" + case, person.id_number):
        assert station.permits.find(clerk, code) == permit


def test_a_foreign_scan_is_a_sentence_never_a_wrong_page(
    station: Counter, clerk: Actor, issue: Issue, register: Callable[..., Any]
) -> None:
    issue()
    registered = register(2)
    for code, told in (
        ("31" + "3702020062026112001001", "可能是其他派出所的单据"),
        ("99" + "3702020062026112001001", "可能是其他派出所的单据"),
        ("11" + registered.case.case_number, "没有对应的居住证"),
        (station.people.person(registered.case.person_id).id_number, "还没有居住证"),
        ("6901234567892", "没有这个证件号码的记录"),
    ):
        with pytest.raises(NotPossible, match=told):
            station.permits.find(clerk, code)
    with pytest.raises(BadInput, match="不是居住证编号"):
        station.permits.find(clerk, "410105199001011230")


def test_lists_of_endorsements_come_a_page_at_a_time(
    station: Counter, clerk: Actor, issue: Issue, go: Go
) -> None:
    permits = [
        issue(serial, on=date(2023, 11, 20) + timedelta(days=10 * serial), registered=date(2023, 5, 10))
        for serial in range(1, 8)
    ]
    today = date(2024, 12, 20)
    # due 11-30 and 12-10 (past), 12-20, 12-30, 01-09, 01-19 (open), 01-29 (opens 12-29)
    go(today)
    within = timedelta(days=9)
    counts = {DueKind.OPENING: 1, DueKind.OPEN: 4, DueKind.OVERDUE: 2}
    assert station.permits.due_counts(today, within) == counts
    assert station.permits.suspend_overdue(clerk, today) == 2
    assert station.permits.due_counts(today, within) == counts
    for kind, expected in (
        (DueKind.OVERDUE, permits[:2]),
        (DueKind.OPEN, permits[2:6]),
        (DueKind.OPENING, permits[6:]),
    ):
        seen: list[int] = []
        after = None
        while True:
            page = station.permits.due(kind, today, within, after, limit=2)
            assert len(page.rows) <= 2
            seen += [row.permit.permit_id for row in page.rows]
            if (after := page.after) is None:
                break
        assert seen == [permit.permit_id for permit in expected]
    first = station.permits.due(DueKind.OPEN, today).rows[0]
    assert (first.due_on, first.days_left) == (date(2024, 12, 20), 0)
    assert station.permits.due(DueKind.OVERDUE, today).rows[0].days_left == -15  # 11-30 is a Saturday


def test_where_the_disk_is_full_nothing_is_half_endorsed(
    station: Counter, issue: Issue, go: Go, endorse: Endorse, read_only: Any, clerk: Actor
) -> None:
    permit = issue()
    go(date(2024, 11, 21))
    with read_only(station), pytest.raises(Exception, match=r"."):
        endorse(permit)
    assert station.permits.page(clerk, permit.permit_id).permit == permit
    assert len(station.permits.page(clerk, permit.permit_id).steps) == 2
