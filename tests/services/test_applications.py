from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from desktop.domain.codes import (
    AgentReason,
    CaseKind,
    CaseState,
    Ground,
    IdKind,
    MaterialState,
    Relation,
)
from desktop.domain.errors import NotPossible
from desktop.domain.forms import AgentForm, ApplicationForm
from desktop.domain.id_numbers import check_digit
from desktop.services.application_rows import ApplicationDone
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from printing.documents import AcceptanceReceipt, MissingItemsNotice, RefusalNotice
from tests.services.asked import rows

Apply = Callable[..., ApplicationDone]
Resident = Callable[..., int]
Document = Callable[[int], Any]
AGENT = AgentForm("演练代办", IdKind.RESIDENT, "x", Relation.SON, "13900000000", AgentReason.ELDERLY)


def number_of(born: date) -> str:
    first17 = f"371321{born:%Y%m%d}001"
    return first17 + check_digit(first17)


# -- accepted -------------------------------------------------------------------------------------


def test_a_complete_application_is_accepted_with_a_promised_date(
    resident: Resident, apply: Apply, document: Document
) -> None:
    done = apply(resident())
    assert done.case.kind is CaseKind.PERMIT_APPLICATION
    assert done.case.state is CaseState.ACCEPTED
    assert (done.case.due_on, done.case.due_estimated) == (date(2026, 12, 4), False)
    receipt = document(done.paper_id)
    assert isinstance(receipt, AcceptanceReceipt)
    assert receipt.number == "12" + done.case.case_number
    assert (receipt.name, receipt.masked_id) == ("演练甲", done.case.masked_id_number)
    assert (receipt.accepted_on, receipt.promised_on) == (date(2026, 11, 20), date(2026, 12, 4))
    assert not receipt.promised_estimated
    assert "第十七条" in receipt.promised_basis
    assert receipt.ground == "合法稳定就业"
    assert receipt.materials == ("本人居民身份证或者居民户口簿", "本人相片", "就业证明")
    assert receipt.masked_phone == "139****0001"


@pytest.mark.parametrize(
    ("accepted", "promised", "estimated"),
    [
        (date(2026, 11, 20), date(2026, 12, 4), False),  # a Friday: ten days from Monday on
        (date(2026, 11, 21), date(2026, 12, 4), False),  # a Saturday counts like the Friday before
        (date(2026, 12, 17), date(2026, 12, 31), False),  # the last that ends in a published year
        (date(2026, 12, 18), date(2027, 1, 4), True),  # 元旦 is off, and 2027 has no notice yet
        (date(2026, 12, 28), date(2027, 1, 12), True),
        (date(2026, 9, 22), date(2026, 10, 13), False),  # over 中秋 and 国庆, with a Saturday worked
    ],
)
def test_the_permit_is_promised_within_ten_working_days(
    clock: Any, resident: Resident, apply: Apply, accepted: date, promised: date, estimated: bool
) -> None:
    person = resident(on=date(2026, 3, 2))
    clock.moment = datetime(accepted.year, accepted.month, accepted.day, 2, tzinfo=UTC)
    case = apply(person).case
    assert (case.due_on, case.due_estimated) == (promised, estimated)


def test_what_data_sharing_supplies_is_not_demanded(
    resident: Resident, apply: Apply, document: Document
) -> None:
    done = apply(resident(), shared=("identity", "employment_proof"))
    assert done.case.state is CaseState.ACCEPTED
    assert document(done.paper_id).materials == (
        "本人居民身份证或者居民户口簿（数据共享取得）",
        "本人相片",
        "就业证明（数据共享取得）",
    )


def test_a_photo_that_data_sharing_supplies_needs_no_picture(resident: Resident, apply: Apply) -> None:
    assert apply(resident(), shared=("photo",), photo=None).case.state is CaseState.ACCEPTED


def test_an_agents_own_identity_is_not_supplied_by_data_sharing(
    resident: Resident, apply: Apply, document: Document
) -> None:
    done = apply(resident(), shared=("agent_identity",), agent=AGENT)
    assert done.case.state is CaseState.AWAITING_MATERIALS
    assert [item.label for item in document(done.paper_id).missing] == ["委托人、代办人的合法有效身份证件"]


def test_the_photo_is_kept_as_it_was_handed_in(station: Counter, resident: Resident, apply: Apply) -> None:
    photo = bytes(range(256)) * 80
    done = apply(resident(), photo=photo)
    [kept] = rows(station, "select case_id, kind, content, sha256 from attachment")
    assert (kept.case_id, kept.kind, bytes(kept.content)) == (done.case.case_id, "photo", photo)
    assert kept.sha256 == hashlib.sha256(photo).hexdigest()


@pytest.mark.parametrize(
    ("ground", "proof"),
    [
        (Ground.EMPLOYMENT, "employment_proof"),
        (Ground.DWELLING, "dwelling_proof"),
        (Ground.STUDY, "study_proof"),
    ],
)
def test_each_ground_asks_for_its_own_proof(
    station: Counter, clerk: Actor, resident: Resident, ground: Ground, proof: str
) -> None:
    checklist = station.applications.checklist(clerk, resident(), ground, None)
    assert [need.code for need in checklist.materials] == ["identity", "photo", proof]
    assert all(need.basis for need in checklist.materials)
    assert checklist.promised_on == date(2026, 12, 4)
    assert all(finding.met for finding in checklist.findings)
    assert checklist.agent_needed is None


def test_looking_at_the_checklist_stores_nothing(station: Counter, clerk: Actor, resident: Resident) -> None:
    person = resident()
    before = rows(station, "select (select count(*) from case_file), (select count(*) from journal_entry)")
    station.applications.checklist(clerk, person, Ground.STUDY, AGENT)
    after = rows(station, "select (select count(*) from case_file), (select count(*) from journal_entry)")
    assert after == before


# -- something missing -------------------------------------------------------------------------------


def test_the_notice_lists_everything_that_is_missing_at_once(
    resident: Resident, apply: Apply, document: Document
) -> None:
    done = apply(resident(), missing=("identity", "photo", "employment_proof"), photo=None)
    assert done.case.state is CaseState.AWAITING_MATERIALS
    assert done.case.due_on is None
    notice = document(done.paper_id)
    assert isinstance(notice, MissingItemsNotice)
    assert notice.number == "13" + done.case.case_number
    assert [item.label for item in notice.missing] == [
        "本人居民身份证或者居民户口簿",
        "本人相片",
        "就业证明",
    ]
    assert "劳动合同" in notice.missing[2].accepted_instead
    assert all(item.basis for item in notice.missing)
    assert notice.received == ()


def test_the_notice_also_says_what_was_received(resident: Resident, apply: Apply, document: Document) -> None:
    notice = document(apply(resident(), missing=("photo",), shared=("identity",), photo=None).paper_id)
    assert [item.label for item in notice.missing] == ["本人相片"]
    assert notice.received == ("本人居民身份证或者居民户口簿（数据共享取得）", "就业证明")


def test_a_material_that_nobody_mentioned_is_missing(
    station: Counter, clerk: Actor, resident: Resident
) -> None:
    form = ApplicationForm(Ground.EMPLOYMENT, {"identity": MaterialState.PRESENT}, "", None, "")
    done = station.applications.accept(clerk, "r", resident(), form, b"photo")
    assert done.case.state is CaseState.AWAITING_MATERIALS


def test_a_photo_said_to_be_there_without_its_picture_is_missing(
    station: Counter, resident: Resident, apply: Apply, document: Document
) -> None:
    done = apply(resident(), photo=None)
    assert done.case.state is CaseState.AWAITING_MATERIALS
    assert [item.label for item in document(done.paper_id).missing] == ["本人相片"]
    assert station.applications.resume(done.case.case_id).materials["photo"] == "missing"


# -- resumed -----------------------------------------------------------------------------------------


def test_a_waiting_application_comes_back_as_it_was_left(
    station: Counter, resident: Resident, apply: Apply
) -> None:
    left = apply(
        resident(),
        ground=Ground.DWELLING,
        missing=("dwelling_proof",),
        photo=b"the photo",
        agent=AGENT,
        remark="明天补",
    )
    back = station.applications.resume(left.case.case_id)
    assert back.case == left.case
    assert (back.ground, back.photo, back.remark) == ("dwelling", b"the photo", "明天补")
    assert back.materials == {
        "identity": "present",
        "photo": "present",
        "dwelling_proof": "missing",
        "agent_identity": "present",
    }
    assert back.agent == {
        "agent_name": "演练代办",
        "agent_id_number": "x",
        "agent_relation": "son",
        "agent_phone": "13900000000",
        "agent_reason": "elderly",
    }


def test_the_notices_barcode_finds_the_application_to_resume(
    station: Counter, clerk: Actor, resident: Resident, apply: Apply
) -> None:
    left = apply(resident(), missing=("photo",), photo=None)
    answer = station.lookup.find(clerk, "13" + left.case.case_number)
    assert answer.case == left.case
    assert answer.paper_id == left.paper_id


def test_resuming_closes_the_waiting_case_and_links_the_new_one(
    station: Counter, resident: Resident, apply: Apply
) -> None:
    person = resident()
    left = apply(person, missing=("photo",), photo=None)
    done = apply(person, resumes=left.case.case_id)
    assert done.case.state is CaseState.ACCEPTED
    assert station.day.case(left.case.case_id).state is CaseState.RESUMED
    [(linked, closed)] = rows(
        station,
        "select later.resumes_case_id, left_one.closed_at is not null from case_file later "
        "join case_file left_one on left_one.id = later.resumes_case_id",
    )
    assert (linked, closed) == (left.case.case_id, 1)
    [(note,)] = rows(station, "select note from case_step where state = 'resumed'")
    assert note == done.case.case_number


def test_resuming_with_something_still_missing_waits_again(
    station: Counter, resident: Resident, apply: Apply
) -> None:
    person = resident()
    first = apply(person, missing=("photo", "identity"), photo=None)
    second = apply(person, missing=("identity",), resumes=first.case.case_id)
    assert second.case.state is CaseState.AWAITING_MATERIALS
    third = apply(person, resumes=second.case.case_id)
    assert third.case.state is CaseState.ACCEPTED
    states = [case.state for case in station.day.cases(date(2026, 11, 20))]
    assert states == [CaseState.ACCEPTED, CaseState.RESUMED, CaseState.RESUMED]


def test_only_a_waiting_application_can_be_resumed(
    station: Counter, resident: Resident, apply: Apply
) -> None:
    person = resident()
    left = apply(person, missing=("photo",), photo=None)
    done = apply(person, resumes=left.case.case_id)
    for case in (left.case, done.case):
        with pytest.raises(NotPossible, match="没有待补的材料"):
            station.applications.resume(case.case_id)
    before = rows(station, "select id, state from case_file")
    with pytest.raises(NotPossible, match="没有待补的材料"):
        apply(person, resumes=done.case.case_id)
    assert rows(station, "select id, state from case_file") == before


def test_a_refused_application_is_not_resumed(station: Counter, resident: Resident, apply: Apply) -> None:
    person = resident(on=date(2026, 8, 1))
    refused = apply(person)
    with pytest.raises(NotPossible, match="没有待补的材料"):
        apply(person, resumes=refused.case.case_id)


def test_somebody_elses_application_is_not_resumed(
    station: Counter, resident: Resident, apply: Apply
) -> None:
    left = apply(resident(1), missing=("photo",), photo=None)
    other = resident(2)
    with pytest.raises(NotPossible, match="另一个人"):
        apply(other, resumes=left.case.case_id)
    assert station.day.case(left.case.case_id).state is CaseState.AWAITING_MATERIALS


def test_a_registration_is_not_resumed(station: Counter, resident: Resident, apply: Apply) -> None:
    person = resident()
    [(registration,)] = rows(station, "select id from case_file")
    with pytest.raises(NotPossible):
        station.applications.resume(registration)
    with pytest.raises(NotPossible):
        apply(person, resumes=registration)


# -- refused -----------------------------------------------------------------------------------------


def test_nobody_is_accepted_before_half_a_year(
    resident: Resident, apply: Apply, document: Document, station: Counter
) -> None:
    done = apply(resident(on=date(2026, 5, 21)))
    assert done.case.state is CaseState.REFUSED
    assert done.case.due_on is None
    notice = document(done.paper_id)
    assert isinstance(notice, RefusalNotice)
    assert notice.number == "14" + done.case.case_number
    [reason] = notice.reasons
    assert "第九条" in reason.basis
    assert reason.fact == "登记于2026-05-21，满半年为2026-11-21。"
    assert reason.change == "2026-11-21起可以申领。"
    [(closed,)] = rows(station, f"select closed_at is not null from case_file where id = {done.case.case_id}")
    assert closed == 1


def test_half_a_year_is_full_on_the_day_itself(resident: Resident, apply: Apply) -> None:
    assert apply(resident(on=date(2026, 5, 20))).case.state is CaseState.ACCEPTED


def test_a_refusal_names_the_clause_of_everything_that_fails(
    resident: Resident, apply: Apply, document: Document, register: Callable[..., Any]
) -> None:
    person = register(person={"hukou_division": "370102"}).case.person_id
    reasons = document(apply(person).paper_id).reasons
    assert len(reasons) == 2
    assert all(reason.basis and reason.fact and reason.change for reason in reasons)
    assert "山东省济南市历下区" in reasons[0].fact


def test_a_refusal_comes_before_what_is_missing(resident: Resident, apply: Apply) -> None:
    done = apply(resident(on=date(2026, 8, 1)), missing=("photo", "identity"), photo=None)
    assert done.case.state is CaseState.REFUSED


def test_who_was_refused_may_apply_again_when_the_time_has_come(
    clock: Any, resident: Resident, apply: Apply
) -> None:
    person = resident(on=date(2026, 6, 1))
    assert apply(person).case.state is CaseState.REFUSED
    clock.moment = datetime(2026, 12, 1, 2, tzinfo=UTC)
    assert apply(person).case.state is CaseState.ACCEPTED


def test_the_findings_are_kept_with_the_case(station: Counter, resident: Resident, apply: Apply) -> None:
    done = apply(resident(on=date(2026, 8, 1)))
    [(facts,)] = rows(station, f"select facts from case_file where id = {done.case.case_id}")
    findings = {one["code"]: one for one in json.loads(facts)["findings"]}
    assert [code for code, one in findings.items() if not one["met"]] == ["months_registered"]
    assert all(one["basis"] for one in findings.values())


# -- by an agent ---------------------------------------------------------------------------------------


def test_an_agent_is_named_on_the_receipt_and_shows_an_identity(
    resident: Resident, apply: Apply, document: Document
) -> None:
    done = apply(resident(), agent=AGENT)
    assert done.case.state is CaseState.ACCEPTED
    receipt = document(done.paper_id)
    assert receipt.agent == "演练代办（子）"
    assert "委托人、代办人的合法有效身份证件" in receipt.materials


def test_one_who_is_no_kin_cannot_apply_for_another(
    resident: Resident, apply: Apply, document: Document
) -> None:
    stranger = AgentForm("外人", IdKind.RESIDENT, "x", Relation.OTHER, "", AgentReason.ELDERLY)
    done = apply(resident(), agent=stranger)
    assert done.case.state is CaseState.REFUSED
    [reason] = document(done.paper_id).reasons
    assert "第六十七条" in reason.basis


def test_an_adult_who_can_come_is_not_represented(resident: Resident, apply: Apply) -> None:
    minor = AgentForm("母亲", IdKind.RESIDENT, "x", Relation.MOTHER, "", AgentReason.MINOR)
    assert apply(resident(), agent=minor).case.state is CaseState.REFUSED


def test_a_child_under_sixteen_may_be_represented(
    station: Counter, clerk: Actor, resident: Resident, apply: Apply
) -> None:
    child = resident(id_number=number_of(date(2012, 1, 1)))
    mother = AgentForm("母亲", IdKind.RESIDENT, "x", Relation.MOTHER, "", AgentReason.MINOR)
    advice = station.applications.checklist(clerk, child, Ground.STUDY, None).agent_needed
    assert "16周岁" in str(advice)
    assert apply(child, ground=Ground.STUDY, agent=mother).case.state is CaseState.ACCEPTED


# -- once ----------------------------------------------------------------------------------------------


def test_the_same_request_twice_gives_the_same_answer_and_one_row(
    station: Counter, resident: Resident, apply: Apply
) -> None:
    person = resident()
    first = apply(person, request_id="22222222-2222-2222-2222-222222222222")
    again = apply(person, request_id="22222222-2222-2222-2222-222222222222")
    assert again == first
    counts = "select (select count(*) from case_file), (select count(*) from attachment)"
    assert rows(station, counts) == [(2, 1)]


def test_a_resumption_asked_for_twice_is_one(station: Counter, resident: Resident, apply: Apply) -> None:
    person = resident()
    left = apply(person, missing=("photo",), photo=None)
    how = {"resumes": left.case.case_id, "request_id": "33333333-3333-3333-3333-333333333333"}
    assert apply(person, **how) == apply(person, **how)
    assert rows(station, "select count(*) from case_step where state = 'resumed'") == [(1,)]


def test_a_person_has_one_open_application(resident: Resident, apply: Apply, template: Any) -> None:
    person = resident()
    first = apply(person)
    with pytest.raises(NotPossible, match=f"测试一.*{first.case.case_number}.*一人一证"):
        apply(person, actor=template.other)


def test_a_waiting_application_is_continued_and_not_begun_again(resident: Resident, apply: Apply) -> None:
    person = resident()
    left = apply(person, missing=("photo",), photo=None)
    with pytest.raises(NotPossible, match=left.case.case_number):
        apply(person)


def test_nobody_applies_who_is_not_known(station: Counter, clerk: Actor) -> None:
    form = ApplicationForm(Ground.STUDY, {}, "", None, "")
    with pytest.raises(NotPossible, match="没有这个人"):
        station.applications.accept(clerk, "r", 1, form, None)
    with pytest.raises(NotPossible, match="没有这个人"):
        station.applications.checklist(clerk, 1, Ground.STUDY, None)


def test_every_application_is_in_the_trail_with_its_paper(
    station: Counter, resident: Resident, apply: Apply
) -> None:
    accepted = apply(resident(1))
    waiting = apply(resident(2), missing=("photo",), photo=None)
    refused = apply(resident(3, on=date(2026, 8, 1)))
    trail = rows(
        station,
        "select action, case_number, paper_number from journal_entry where action like 'permit%' order by id",
    )
    assert trail == [
        ("permit_accepted", accepted.case.case_number, "12" + accepted.case.case_number),
        ("permit_awaiting_materials", waiting.case.case_number, "13" + waiting.case.case_number),
        ("permit_refused", refused.case.case_number, "14" + refused.case.case_number),
    ]
