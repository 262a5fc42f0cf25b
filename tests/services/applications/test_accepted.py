"""A complete application is accepted with its promised day, once."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from typing import Any

import pytest

from desktop.domain.codes import (
    CaseKind,
    CaseState,
    Ground,
)
from desktop.domain.errors import NotPossible
from desktop.domain.forms import ApplicationForm
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from printing.documents import AcceptanceReceipt
from tests.services.applications.applying import AGENT, Apply, Document, Resident
from tests.services.asked import rows


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


def test_the_same_request_twice_gives_the_same_answer_and_one_row(
    station: Counter, resident: Resident, apply: Apply
) -> None:
    person = resident()
    first = apply(person, request_id="22222222-2222-2222-2222-222222222222")
    again = apply(person, request_id="22222222-2222-2222-2222-222222222222")
    assert again == first
    counts = "select (select count(*) from case_file), (select count(*) from attachment)"
    assert rows(station, counts) == [(2, 1)]


def test_a_person_has_one_open_application(resident: Resident, apply: Apply, template: Any) -> None:
    person = resident()
    first = apply(person)
    with pytest.raises(NotPossible, match=f"测试一.*{first.case.case_number}.*一人一证"):
        apply(person, actor=template.other)


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
