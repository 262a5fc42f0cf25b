"""A refusal names the clause of everything that fails, and who may not apply for another."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from desktop.domain.codes import (
    AgentReason,
    CaseState,
    Ground,
    IdKind,
    Relation,
)
from desktop.domain.forms import AgentForm
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from printing.documents import RefusalNotice
from tests.services.applications.applying import AGENT, Apply, Document, Resident, number_of
from tests.services.asked import rows


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
