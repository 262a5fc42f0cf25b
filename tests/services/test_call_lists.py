from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.codes import CaseState, CopyOutcome, Ground, MaterialState, PaperKind
from desktop.domain.errors import EnvironmentTrouble, NotPossible
from desktop.domain.handing_over import HandOverForm, OldCard, ReceiptFate, SignedOn
from desktop.domain.replacement import ReplacementKind
from desktop.services import permit_records
from desktop.services.counter import Counter
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor
from printing.documents import CallList

HOLDER = HandOverForm(SignedOn.PAPER, ReceiptFate.RETURNED)
Made = Callable[..., PermitRow]


@pytest.fixture
def made(resident: Callable[..., int], apply: Callable[..., Any], produce: Callable[..., PermitRow]) -> Made:
    """Take, grant and produce a first permit today."""

    def make(serial: int = 1) -> PermitRow:
        return produce(apply(resident(serial)).case)

    return make


def entries(station: Counter, action: str) -> list[Any]:
    with station.office.database.engine.connect() as connection:
        question = text("select * from journal_entry where action = :action order by id")
        return list(connection.execute(question, {"action": action}))


def test_the_list_names_whom_to_call_with_whole_numbers_and_each_is_written_down(
    station: Counter,
    clerk: Actor,
    made: Made,
    go: Callable[[date], None],
    document: Callable[[int], Any],
) -> None:
    first, second, third = made(1), made(2), made(3)
    station.handing_over.hand_over(clerk, "done", third.case_id, HOLDER)
    go(date(2026, 12, 20))
    paper_id = station.call_lists.make_out(clerk)
    paper = station.papers.paper(paper_id)
    listed = document(paper_id)
    assert isinstance(listed, CallList)
    assert (paper.kind, paper.case_id, paper.paper_number[:2]) == (PaperKind.CALL_LIST, None, "23")
    assert (listed.day, listed.after_days, listed.clerk) == (date(2026, 12, 20), 30, "测试一")
    assert [(one.name, one.phone, one.permit_number) for one in listed.lines] == [
        ("演练甲", "13900000001", first.permit_number),
        ("演练甲", "13900000002", second.permit_number),
    ]
    shown = entries(station, "show_phone")
    assert [(row.person_id, row.paper_number) for row in shown] == [
        (first.person_id, paper.paper_number),
        (second.person_id, paper.paper_number),
    ]
    [told] = entries(station, "list_uncollected")
    assert told.detail == "2人，制证后满30日"
    assert station.papers.draw(paper_id).startswith(b"%PDF")  # read back: the barcode says its number


def test_the_same_list_is_one_paper_and_another_one_has_its_own_number(
    station: Counter, clerk: Actor, made: Made, go: Callable[[date], None]
) -> None:
    made(1)
    go(date(2026, 11, 25))
    made(2)
    go(date(2026, 12, 20))
    all_of_them = station.call_lists.make_out(clerk, 0)
    assert station.call_lists.make_out(clerk, 0) == all_of_them
    oldest = station.call_lists.make_out(clerk, 30)
    assert oldest != all_of_them
    numbers = [station.papers.paper(one).paper_number[-3:] for one in (all_of_them, oldest)]
    assert numbers == ["001", "002"]
    assert len(entries(station, "list_uncollected")) == 2
    go(date(2026, 12, 21))
    assert station.call_lists.make_out(clerk, 0) not in (all_of_them, oldest)


def test_a_list_without_anybody_is_not_made_out(station: Counter, clerk: Actor) -> None:
    with pytest.raises(NotPossible, match="没有逾时未领的居住证"):
        station.call_lists.make_out(clerk)


def test_two_presses_at_once_make_one_list(station: Counter, clerk: Actor, made: Made) -> None:
    made(1)
    with ThreadPoolExecutor(2) as counters:
        papers = [counters.submit(station.call_lists.make_out, clerk, 0) for _ in range(2)]
    assert len({paper.result() for paper in papers}) == 1


def test_nothing_is_listed_that_could_not_be_stored(
    station: Counter, clerk: Actor, made: Made, read_only: Any
) -> None:
    made(1)
    with read_only(station), pytest.raises(EnvironmentTrouble):
        station.call_lists.make_out(clerk, 0)
    assert entries(station, "show_phone") == []


def test_the_day_balances_with_the_list_once_it_is_printed(
    station: Counter, clerk: Actor, made: Made
) -> None:
    made(1)
    paper_id = station.call_lists.make_out(clerk, 0)

    def line() -> Any:
        balance = station.day.balance(date(2026, 11, 20), clerk.counter_number)
        return next(one for one in balance.lines if one.kind is PaperKind.CALL_LIST)

    assert (line().cases, line().issued, line().unprinted, line().balanced) == (1, 1, 1, True)
    copy = station.papers.prepare(clerk, "copy", paper_id)
    assert not line().balanced
    station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    assert (line().printed, line().balanced) == (1, True)


def test_a_list_scanned_at_the_handing_over_is_no_receipt(station: Counter, clerk: Actor, made: Made) -> None:
    permit = made(1)
    number = station.papers.paper(station.call_lists.make_out(clerk, 0)).paper_number
    found = station.handing_over.find(clerk, number)
    assert f"{number}是未领居住证通知清单，不是领取居住证用的受理回执" in str(found.problem)
    assert (found.case, found.permit) == (None, None)
    summary = "15" + permit.permit_number[2:]  # the day's first summary has its first case's digits
    assert "是当日办件汇总" in str(station.handing_over.find(clerk, summary).problem)
    case = station.handing_over.find(clerk, permit.permit_number).case
    assert case is not None
    assert case.state is CaseState.PRODUCED


def test_the_new_card_has_the_days_of_an_endorsement_made_while_it_waited(
    station: Counter,
    clerk: Actor,
    issue: Callable[..., PermitRow],
    produce: Callable[..., PermitRow],
    go: Callable[[date], None],
) -> None:
    old = issue(on=date(2025, 11, 25), registered=date(2025, 5, 10))
    go(date(2026, 10, 20))
    brought = dict.fromkeys(("identity", "photo", "old_permit"), MaterialState.PRESENT)
    done = station.replacements.replace(
        clerk, "again", old.permit_id, old.version, ReplacementKind.DAMAGED, b"photo", brought, "磨损无法识别"
    )
    assert done.case is not None
    old = permit_records.find(station.office.database.link, old.permit_id)
    new = produce(done.case, replaces=old)
    assert new.due_on == date(2026, 11, 25)
    go(date(2026, 11, 20))
    proof = MaterialState.PRESENT
    station.endorsements.endorse(clerk, "yearly", old.permit_id, old.version, Ground.EMPLOYMENT, proof)
    form = HandOverForm(SignedOn.PAPER, ReceiptFate.RETURNED, old_card=OldCard.RETURNED)
    given = station.handing_over.hand_over(clerk, "given", new.case_id, form).permit
    assert given.due_on == date(2027, 11, 25)
