"""A denial says the article and the reason, and ends nothing that it should not."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from desktop.domain.codes import CaseState, PaperKind
from desktop.domain.errors import BadInput
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from printing.documents import DenialNotice
from tests.services.asked import key, rows
from tests.services.decisions.deciding import Apply, Document, Resident, Take


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
