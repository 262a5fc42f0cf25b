from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from desktop.domain.codes import CaseKind, CaseState, Role
from desktop.domain.errors import BadInput, NotPossible
from desktop.domain.permit_life import PermitEvent, PermitState
from desktop.services.counter import Counter
from desktop.services.permit_pages import Change, CorrectionRow
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor
from tests.services.asked import key

Issue = Callable[..., PermitRow]
Go = Callable[[date], None]
Propose = Callable[..., CorrectionRow]


@pytest.fixture
def propose(station: Counter, clerk: Actor) -> Propose:
    def make(person_id: int, changes: dict[str, str], **how: Any) -> CorrectionRow:
        return station.corrections.propose(
            how.get("actor", clerk),
            how.get("request_id", key()),
            person_id,
            how.get("seen", station.people.person(person_id).version),
            changes,
            how.get("reason", "录入错误"),
            how.get("evidence", "居民户口簿"),
        )

    return make


@pytest.fixture
def approve(station: Counter, officer: Actor) -> Callable[..., CorrectionRow]:
    def make(found: CorrectionRow, **how: Any) -> CorrectionRow:
        return station.corrections.approve(
            how.get("actor", officer), how.get("request_id", key()), found.case.case_id, found.case.version
        )

    return make


@pytest.fixture
def refuse(station: Counter, officer: Actor) -> Callable[..., CorrectionRow]:
    def make(found: CorrectionRow, **how: Any) -> CorrectionRow:
        return station.corrections.refuse(
            officer, how.get("request_id", key()), found.case.case_id, found.case.version, "户口簿看不清"
        )

    return make


def test_a_correction_changes_nothing_until_another_approves_it(
    station: Counter,
    officer: Actor,
    resident: Callable[..., int],
    propose: Propose,
    clerk: Actor,
    approve: Any,
) -> None:
    person = resident()
    found = propose(person, {"name": "演练乙"})
    assert (found.case.kind, found.case.state) == (CaseKind.CORRECTION, CaseState.ACCEPTED)
    assert found.changes == (Change("name", "演练甲", "演练乙"),)
    assert station.people.person(person).name == "演练甲"
    with pytest.raises(NotPossible, match="没有“审核签发”的权限"):
        approve(found, actor=clerk)
    request = key()
    done = approve(found, request_id=request)
    assert done.case.state is CaseState.COMPLETED
    assert approve(found, request_id=request) == done
    row = station.people.person(person)
    assert (row.name, row.version) == ("演练乙", 2)
    assert [hit.person_id for hit in station.lookup.find(clerk, "演练乙").hits] == [person]
    assert station.lookup.find(clerk, "演练甲").hits == ()
    first, second = station.corrections.history(person)
    assert (first.changed_by, first.changes) == ("测试一", ())
    assert (second.changed_by, second.changes) == ("测试民警", found.changes)
    assert first.known_until == second.known_from


def test_an_officer_who_proposed_it_cannot_approve_it(
    station: Counter,
    officer: Actor,
    template: Any,
    resident: Callable[..., int],
    propose: Propose,
    approve: Any,
    refuse: Any,
) -> None:
    assert officer.role is Role.OFFICER
    found = propose(resident(), {"phone": "13900009999"}, actor=officer)
    with pytest.raises(NotPossible, match="受理人和审核人不能是同一人"):
        approve(found)
    with pytest.raises(NotPossible, match="受理人和审核人不能是同一人"):
        refuse(found)
    assert approve(found, actor=template.second_officer).notes == ()


def test_the_second_decider_is_told_who_and_when(
    station: Counter,
    officer: Actor,
    template: Any,
    resident: Callable[..., int],
    propose: Propose,
    approve: Any,
    refuse: Any,
) -> None:
    person = resident()
    found = propose(person, {"name": "演练乙"})
    request = key()
    refused = refuse(found, request_id=request)
    assert refused.case.state is CaseState.DENIED
    assert refuse(found, request_id=request) == refused
    with pytest.raises(NotPossible, match="已由测试民警于2026-11-20 10:00办理，现在是“不予签发”"):
        approve(found, actor=template.second_officer)
    assert station.people.person(person).version == 1


@pytest.mark.parametrize(
    ("changes", "problem", "told"),
    [
        ({"name": "演练甲"}, NotPossible, "没有要更正的"),
        ({"birth_date": "2099-01-01"}, BadInput, "."),
        ({"id_number": "371321199002140020"}, BadInput, "."),
        ({"nickname": "小甲"}, BadInput, "不能更正这一项"),
    ],
)
def test_what_cannot_be_corrected_is_said(
    resident: Callable[..., int],
    propose: Propose,
    changes: dict[str, str],
    problem: type[Exception],
    told: str,
) -> None:
    with pytest.raises(problem, match=told):
        propose(resident(), changes)


def test_a_number_stays_one_persons(
    station: Counter,
    resident: Callable[..., int],
    propose: Propose,
    officer: Actor,
    clerk: Actor,
    approve: Any,
) -> None:
    one, two = resident(1), resident(2, name="演练丙")
    taken = station.people.person(two).id_number
    with pytest.raises(NotPossible, match="已经登记在演练丙名下"):
        propose(one, {"id_number": taken})
    free = "371321199002140033"
    from desktop.domain.id_numbers import check_digit

    free = free[:17] + check_digit(free[:17])
    old = station.people.person(one).id_number
    approve(propose(one, {"id_number": free}))
    assert station.people.person(one).id_number == free
    assert station.people.by_number(station.people.person(one).id_kind, old) is None


def test_one_correction_waits_at_a_time_and_the_same_request_is_one(
    resident: Callable[..., int], propose: Propose
) -> None:
    person = resident()
    request = key()
    first = propose(person, {"name": "演练乙"}, request_id=request)
    assert propose(person, {"name": "演练乙"}, request_id=request) == first
    with pytest.raises(NotPossible, match="正在等待审核"):
        propose(person, {"phone": "13900009999"})


def test_a_field_that_changed_meanwhile_stops_the_approval(
    station: Counter,
    officer: Actor,
    resident: Callable[..., int],
    propose: Propose,
    register: Callable[..., Any],
    approve: Any,
) -> None:
    person = resident()
    found = propose(person, {"phone": "13900009999"})
    here = station.registrations.open_registration(person)
    assert here is not None
    register(person={"phone": "13900008888"}, move_from=here.registration_id)
    with pytest.raises(NotPossible, match="“联系电话”在提出更正以后又有变动"):
        approve(found)
    with pytest.raises(NotPossible, match="刚刚有了变动"):
        propose(person, {"name": "演练乙"}, seen=1)


def test_a_corrected_face_marks_the_permit_as_to_be_replaced(
    station: Counter, clerk: Actor, officer: Actor, issue: Issue, propose: Propose, go: Go, approve: Any
) -> None:
    permit = issue()
    go(date(2024, 3, 1))
    other = propose(permit.person_id, {"phone": "13900009999"})
    assert approve(other).notes == ()
    assert station.permits.page(clerk, permit.permit_id).to_replace is None
    done = propose(permit.person_id, {"name": "演练乙"})
    [note] = approve(done).notes
    assert str(note) == f"居住证{permit.permit_number}的证面内容已经更正，应当换领新证。"
    page = station.permits.page(clerk, permit.permit_id)
    assert str(page.to_replace) == "证面内容已于2024-03-01更正（姓名），应当换领新证。"
    assert page.permit.state is PermitState.VALID
    assert page.permit.person_name == "演练乙"
    assert [version.person_name for version in page.versions] == ["演练甲", "演练甲", "演练乙"]
    assert (page.steps[-1].event, page.steps[-1].case_id) == (
        PermitEvent.CORRECT.value,
        done.case.case_id,
    )


def test_a_printed_paper_stays_as_it_was_and_shows_as_superseded(
    station: Counter,
    clerk: Actor,
    officer: Actor,
    register: Callable[..., Any],
    propose: Propose,
    document: Callable[[int], Any],
    approve: Any,
) -> None:
    done = register()
    person = done.case.person_id
    copy = station.papers.prepare(clerk, key(), done.paper_id)
    before = station.papers.pdf(copy.copy_id)
    assert not station.corrections.superseded(done.paper_id).superseded
    approve(propose(person, {"phone": "13900009999"}))
    assert not station.corrections.superseded(done.paper_id).superseded  # the paper does not show the phone
    approve(propose(person, {"name": "演练乙"}))
    found = station.corrections.superseded(done.paper_id)
    assert found.changes == (Change("name", "演练甲", "演练乙"),)
    third = station.corrections.history(person)[2]
    assert (found.since, found.by) == (third.known_from, third)
    assert station.papers.pdf(copy.copy_id) == before
    assert document(done.paper_id).name == "演练甲"


def test_a_paper_made_out_after_the_correction_is_not_out_of_date(
    station: Counter, clerk: Actor, officer: Actor, resident: Any, apply: Any, propose: Propose, approve: Any
) -> None:
    person = resident()
    case = apply(person).case
    approve(propose(person, {"name": "演练乙"}))
    denied = station.decisions.deny(officer, key(), case.case_id, case.version, "就业证明不实")
    assert denied.paper_id is not None
    assert not station.corrections.superseded(denied.paper_id).superseded
    [receipt] = [one for one in station.papers.of_case(case.case_id) if one.paper_id != denied.paper_id]
    assert station.corrections.superseded(receipt.paper_id).superseded


def test_each_version_names_the_case_it_came_with(
    station: Counter, register: Any, propose: Propose, approve: Any
) -> None:
    first = register()
    person = first.case.person_id
    moved = register(
        person={"employer": "演练新厂"},
        residence={"road": "乙路"},
        move_from=first.registration.registration_id,
    )
    done = approve(propose(person, {"name": "演练乙"}))
    told = [
        (one.case_number, one.case_kind, one.facts["name"]) for one in station.corrections.history(person)
    ]
    assert told == [
        (first.case.case_number, CaseKind.REGISTRATION, "演练甲"),
        (moved.case.case_number, CaseKind.REGISTRATION_MOVE, "演练甲"),
        (done.case.case_number, CaseKind.CORRECTION, "演练乙"),
    ]


def test_what_a_correction_will_mean_is_said_before_it_is_handed_in(
    station: Counter, clerk: Actor, issue: Issue, go: Go, propose: Propose, approve: Any
) -> None:
    permit = issue()
    go(date(2024, 3, 1))
    person = permit.person_id
    nothing = station.corrections.effect(person, {"phone": station.people.person(person).phone})
    assert (nothing.changes, str(nothing.why_not)) == ((), "更正的内容与登记的相同，没有要更正的。")
    phone = station.corrections.effect(person, {"phone": "13900009999"})
    assert (phone.permits, [one.paper_number[:2] for one in phone.papers]) == ((), ["12"])  # the receipt's
    wrong = station.corrections.effect(person, {"birth_date": "2099-01-01", "name": "演练乙"})
    assert [one.field for one in wrong.problems] == ["birth_date"]
    name = station.corrections.effect(person, {"name": "演练乙"})
    assert [str(one) for one in name.permits] == [
        f"居住证{permit.permit_number}的证面将与登记不符，更正后应当换领新证。"
    ]
    assert name.papers
    assert all(one.changes == (Change("name", "演练甲", "演练乙"),) for one in name.papers)
    before = station.people.person(person)
    assert station.people.page(clerk, person).superseded == {}
    approve(propose(person, {"name": "演练乙"}))
    after = station.people.page(clerk, person).superseded
    assert set(after) == {one.paper_id for one in name.papers}
    assert before.version + 1 == station.people.person(person).version


def test_the_decider_sees_everything_and_who_proposed_it_sees_why_not(
    station: Counter,
    clerk: Actor,
    officer: Actor,
    template: Any,
    resident: Callable[..., int],
    propose: Propose,
    approve: Any,
) -> None:
    person = resident()
    found = propose(person, {"name": "演练乙", "hukou_division": "370102"}, actor=officer)
    assert station.corrections.form(clerk, person).waiting == found.case
    assert not station.people.page(clerk, person).action("correct_person").possible
    own = station.corrections.page(officer, found.case.case_id)
    assert [(one.name, one.possible) for one in own.actions] == [("grant", False), ("deny", False)]
    assert "不能是同一人" in str(own.actions[0].why_not)
    assert own.places == {"371321": "山东省临沂市沂南县", "370102": "山东省济南市历下区"}
    other = template.second_officer
    page = station.corrections.page(other, found.case.case_id)
    assert all(one.possible for one in page.actions)
    assert [one.paper_number[:2] for one in page.effect.papers] == ["11"]
    approve(found, actor=other)
    late = station.corrections.page(other, found.case.case_id)
    assert f"已由{other.name}于" in str(late.actions[0].why_not)
    assert station.corrections.form(clerk, person).waiting is None
    assert station.people.page(clerk, person).action("correct_person").possible


def test_a_correction_that_nobody_can_approve_any_more_says_so(
    station: Counter, officer: Actor, resident: Callable[..., int], propose: Propose, register: Any
) -> None:
    person = resident()
    found = propose(person, {"phone": "13900009999"})
    here = station.registrations.open_registration(person)
    assert here is not None
    register(person={"phone": "13900008888"}, move_from=here.registration_id)
    grant, deny = station.corrections.page(officer, found.case.case_id).actions
    assert "又有变动" in str(grant.why_not)
    assert deny.possible


def test_two_officers_at_once_and_the_second_is_told_who_and_when(
    station: Counter, officer: Actor, template: Any, resident: Callable[..., int], propose: Propose
) -> None:
    person = resident()
    found = propose(person, {"name": "演练乙"})
    station.corrections.approve(officer, key(), found.case.case_id, found.case.version)
    with pytest.raises(NotPossible, match=r"已由测试民警于2026-11-20 10:00办理，现在是“已办结”"):
        station.corrections.refuse(
            template.second_officer, key(), found.case.case_id, found.case.version, "户口簿看不清"
        )
    assert station.people.person(person).version == 2
