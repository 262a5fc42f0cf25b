from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop.domain.codes import CancelReason, CaseKind, CaseState
from desktop.domain.errors import BadInput, NotPossible
from desktop.domain.permit_life import PermitState
from desktop.domain.rule import DayUnit, Deadline, Rule
from desktop.services.application_rows import ApplicationDone
from desktop.services.counter import Counter
from desktop.services.departures import DepartureForm
from desktop.services.permit_endings import CardFate
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor
from tests.services.asked import key

Issue = Callable[..., PermitRow]
Go = Callable[[date], None]

QINGDAO = DepartureForm(CancelReason.LEFT, date(2024, 9, 20), "370202", "香港中路1号")


def test_leaving_ends_registration_and_permit_in_one_case(
    station: Counter, clerk: Actor, issue: Issue, go: Go, document: Callable[[int], Any]
) -> None:
    permit = issue()
    go(date(2024, 9, 26))
    check = station.departures.check(clerk, permit.person_id, QINGDAO)
    assert (check.permits, check.late_days, check.due_on) == ((permit,), 0, None)
    assert check.cases == ()
    request = key()
    done = station.departures.leave(clerk, request, permit.person_id, QINGDAO)
    assert station.departures.leave(clerk, request, permit.person_id, QINGDAO) == done
    assert (done.case.kind, done.case.state) == (CaseKind.DEPARTURE, CaseState.COMPLETED)
    assert done.registration is not None
    assert (done.registration.until, done.registration.end_reason) == (date(2024, 9, 20), "left")
    [ended] = done.permits
    assert (ended.state, ended.end_reason) == (PermitState.CANCELLED, "left")
    assert station.registrations.open_registration(permit.person_id) is None
    told = document(done.paper_id)
    assert told.heading == "居住登记、居住证注销证明"
    assert told.left_to == "山东省青岛市市南区香港中路1号"
    assert told.permit_number == permit.permit_number
    assert (told.registered_on, told.ended_on) == (date(2023, 5, 10), date(2024, 9, 20))
    assert told.late == ""  # 306号令 sets no days for it
    balance = station.day.balance(date(2024, 9, 26), clerk.counter_number)
    assert [line.cases for line in balance.lines if line.kind.value == "20"] == [1]
    with pytest.raises(NotPossible, match="没有可以注销的"):
        station.departures.leave(clerk, key(), permit.person_id, QINGDAO)


def test_the_certificate_prints_and_reads_back(station: Counter, clerk: Actor, issue: Issue, go: Go) -> None:
    permit = issue()
    go(date(2024, 9, 26))
    done = station.departures.leave(clerk, key(), permit.person_id, QINGDAO)
    copy = station.papers.prepare(clerk, key(), done.paper_id)
    assert station.papers.pdf(copy.copy_id).startswith(b"%PDF")


def test_death_ends_both_with_its_own_reason(
    station: Counter, clerk: Actor, issue: Issue, go: Go, document: Callable[[int], Any]
) -> None:
    permit = issue()
    go(date(2024, 9, 26))
    form = DepartureForm(CancelReason.DEATH, date(2024, 9, 1), card=CardFate.LOST)
    done = station.departures.leave(clerk, key(), permit.person_id, form)
    assert done.permits[0].end_reason == "death"
    assert done.registration is not None
    assert done.registration.end_reason == "death"
    told = document(done.paper_id)
    assert (told.reason, told.card, told.left_to) == ("死亡", "声明丢失，未交回", "")


def test_somebody_without_a_permit_leaves_too_and_the_application_is_withdrawn(
    station: Counter,
    clerk: Actor,
    resident: Callable[..., int],
    apply: Callable[..., ApplicationDone],
    document: Callable[[int], Any],
    go: Go,
) -> None:
    person = resident(1, on=date(2024, 2, 1))
    go(date(2024, 9, 26))
    case = apply(person).case
    assert station.departures.check(clerk, person, QINGDAO).cases == (case,)
    done = station.departures.leave(clerk, key(), person, QINGDAO)
    assert done.permits == ()
    assert station.day.case(case.case_id).state is CaseState.WITHDRAWN
    assert document(done.paper_id).heading == "居住登记注销证明"


@pytest.mark.parametrize(
    ("changed", "problem", "told"),
    [
        ({"left_on": date(2024, 9, 27)}, BadInput, "不能晚于今天"),
        ({"left_on": date(2023, 5, 9)}, BadInput, "不能早于居住登记之日（2023-05-10）"),
        ({"to_division": "370103"}, NotPossible, None),
        ({"to_division": "370102"}, NotPossible, "没有离开本县"),
        ({"reason": CancelReason.OWN_WISH}, NotPossible, "居住登记不变"),
    ],
)
def test_what_is_no_departure_is_refused(
    station: Counter,
    clerk: Actor,
    issue: Issue,
    go: Go,
    changed: dict[str, Any],
    problem: type[Exception],
    told: str | None,
) -> None:
    permit = issue()
    go(date(2024, 9, 26))
    form = replace(QINGDAO, **changed)
    if told is None:  # another district of Jinan: by 306号令 out of the county
        assert station.departures.leave(clerk, key(), permit.person_id, form).permits
        return
    with pytest.raises(problem, match=told):
        station.departures.leave(clerk, key(), permit.person_id, form)


def test_late_by_the_days_that_a_pack_sets_is_written_down_and_never_refused(
    station: Counter,
    clerk: Actor,
    issue: Issue,
    go: Go,
    document: Callable[[int], Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    permit = issue()
    go(date(2024, 9, 26))
    book = station.office.policies
    policy = book.in_force("370102", date(2024, 9, 26))
    limit: Rule[Deadline | None] = Rule(Deadline(3, DayUnit.WORKING_DAYS), "测试规定第一条")
    strict = replace(policy, registration=replace(policy.registration, leave_within=limit))
    monkeypatch.setattr(type(book), "in_force", lambda *_: strict)
    form = replace(QINGDAO, left_on=date(2024, 9, 13))  # 3 working days later, over 中秋: 09-19
    done = station.departures.leave(clerk, key(), permit.person_id, form)
    assert done.late_days == 5
    assert document(done.paper_id).late == "应当在3个工作日内即2024-09-19前申报，逾期5个工作日。"


def test_whoever_comes_back_starts_anew(
    station: Counter, clerk: Actor, issue: Issue, go: Go, register: Callable[..., Any]
) -> None:
    permit = issue()
    go(date(2024, 9, 26))
    station.departures.leave(clerk, key(), permit.person_id, QINGDAO)
    go(date(2025, 3, 3))
    again = register(residence={"arrived_on": "2025-03-02"})
    assert again.case.person_id == permit.person_id
    page = station.people.page(clerk, permit.person_id)
    assert [(row.registered_on, row.until) for row in page.registrations] == [
        (date(2025, 3, 3), None),
        (date(2023, 5, 10), date(2024, 9, 20)),
    ]
