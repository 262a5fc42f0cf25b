"""Papers made out for a case on demand, and the count of staff: once each, in the day's balance, in the trail."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pytest

from desktop.domain.codes import CopyOutcome, PaperKind
from desktop.domain.errors import BadInput, NotPossible
from desktop.services.counter import Counter
from desktop.services.rows import Actor, RegistrationDone
from printing.documents import CollectionSlip, PrivacyNotice, StaffingSheet

Register = Callable[..., RegistrationDone]
Document = Callable[[int], Any]
ZIBO, ZIBO_THEN = "370302", date(2014, 5, 1)


def printed(station: Counter, clerk: Actor, paper_id: int) -> None:
    copy = station.papers.prepare(clerk, f"copy-{paper_id}", paper_id)
    station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)


def test_a_privacy_notice_is_made_out_once_for_a_case(
    station: Counter, clerk: Actor, register: Register, document: Document
) -> None:
    done = register()
    paper_id = station.sheets.privacy_notice(clerk, done.case.case_id)
    assert station.sheets.privacy_notice(clerk, done.case.case_id) == paper_id
    notice = document(paper_id)
    assert isinstance(notice, PrivacyNotice)
    assert notice.number == "25" + done.case.case_number
    assert (notice.name, notice.matter, len(notice.uses)) == (done.case.person_name, "居住登记", 1)
    kinds = [paper.kind for paper in station.papers.of_case(done.case.case_id)]
    assert kinds == [PaperKind.REGISTRATION_CERTIFICATE, PaperKind.PRIVACY_NOTICE]


def test_two_counters_at_once_make_one_notice(station: Counter, clerk: Actor, register: Register) -> None:
    case_id = register().case.case_id
    with ThreadPoolExecutor(4) as pool:
        papers = list(pool.map(lambda _: station.sheets.privacy_notice(clerk, case_id), range(8)))
    assert len(set(papers)) == 1


def test_a_permit_that_lies_ready_has_a_collection_slip(
    station: Counter,
    clerk: Actor,
    resident: Callable[..., int],
    apply: Callable[..., Any],
    produce: Callable[..., Any],
    document: Document,
) -> None:
    applied = apply(resident(1)).case
    with pytest.raises(NotPossible, match="还没有制作完成"):
        station.sheets.collection_slip(clerk, applied.case_id)
    permit = produce(applied)
    paper_id = station.sheets.collection_slip(clerk, permit.case_id)
    assert station.sheets.collection_slip(clerk, permit.case_id) == paper_id
    slip = document(paper_id)
    assert isinstance(slip, CollectionSlip)
    assert (slip.permit_number, slip.permit_serial) == (permit.permit_number, permit.serial)
    assert len(document(station.sheets.privacy_notice(clerk, permit.case_id)).uses) == 2
    printed(station, clerk, paper_id)


def test_the_count_of_staff_is_a_paper(station: Counter, clerk: Actor, document: Document) -> None:
    on, here = ZIBO_THEN, ZIBO
    paper_id = station.sheets.staffing_sheet(clerk, here, on, 1260)
    sheet = document(paper_id)
    assert isinstance(sheet, StaffingSheet)
    found = station.rules.staffing(here, on, 1260)
    assert (sheet.residents, sheet.result) == (1260, str(found.words))
    assert [each.basis for each in sheet.findings] == [each.basis for each in found.findings]
    assert station.sheets.staffing_sheet(clerk, here, on, 1260) == paper_id
    other = station.sheets.staffing_sheet(clerk, here, on, 30)
    assert other != paper_id
    assert document(other).number[-3:] == "002"


def test_no_paper_where_the_rules_name_no_staff_or_the_number_is_none(station: Counter, clerk: Actor) -> None:
    with pytest.raises(BadInput):
        station.sheets.staffing_sheet(clerk, ZIBO, ZIBO_THEN, -1)
    with pytest.raises(NotPossible):
        station.sheets.staffing_sheet(clerk, clerk.station.division, station.office.today(), 1000)


def test_the_day_balances_with_papers_made_out_on_demand(
    station: Counter, clerk: Actor, register: Register
) -> None:
    done = register()
    papers = [
        done.paper_id,
        station.sheets.privacy_notice(clerk, done.case.case_id),
        station.sheets.staffing_sheet(clerk, ZIBO, ZIBO_THEN, 800),
    ]
    for paper_id in papers:
        printed(station, clerk, paper_id)
    balance = station.day.balance(station.office.today(), clerk.counter_number)
    assert balance.exceptions == ()
    counted = {line.kind: (line.cases, line.issued, line.printed) for line in balance.lines}
    assert counted[PaperKind.PRIVACY_NOTICE] == counted[PaperKind.STAFFING_SHEET] == (1, 1, 1)
