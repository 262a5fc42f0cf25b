"""What is missing is listed at once, and the application is resumed with it."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.domain.codes import (
    CaseState,
    Ground,
    MaterialState,
)
from desktop.domain.errors import NotPossible
from desktop.domain.forms import ApplicationForm
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from printing.documents import MissingItemsNotice
from tests.services.applications.applying import AGENT, Apply, Document, Resident
from tests.services.asked import rows


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


def test_a_resumption_asked_for_twice_is_one(station: Counter, resident: Resident, apply: Apply) -> None:
    person = resident()
    left = apply(person, missing=("photo",), photo=None)
    how = {"resumes": left.case.case_id, "request_id": "33333333-3333-3333-3333-333333333333"}
    assert apply(person, **how) == apply(person, **how)
    assert rows(station, "select count(*) from case_step where state = 'resumed'") == [(1,)]


def test_a_waiting_application_is_continued_and_not_begun_again(resident: Resident, apply: Apply) -> None:
    person = resident()
    left = apply(person, missing=("photo",), photo=None)
    with pytest.raises(NotPossible, match=left.case.case_number):
        apply(person)
