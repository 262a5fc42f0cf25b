from __future__ import annotations

import random
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.codes import CaseKind, CaseState, CopyOutcome, PaperKind
from desktop.domain.errors import NotPossible
from desktop.services import day_overdue
from desktop.services.application_rows import ApplicationDone
from desktop.services.counter import Counter
from desktop.services.day_rows import BalanceLine
from desktop.services.rows import Actor, RegistrationDone
from printing.documents import DaySummary

Register = Callable[..., RegistrationDone]
Apply = Callable[..., ApplicationDone]
Resident = Callable[..., int]
Print = Callable[..., int]
TODAY = date(2026, 11, 20)
CERTIFICATE = PaperKind.REGISTRATION_CERTIFICATE


@pytest.fixture
def print_out(station: Counter, clerk: Actor) -> Print:
    """Print a paper and tell what became of it; return the copy."""

    def make(
        paper_id: int,
        outcome: CopyOutcome | None = CopyOutcome.PRINTED,
        *,
        again: bool = False,
        actor: Actor = clerk,
    ) -> int:
        request = f"{paper_id}-{len(station.papers.paper(paper_id).copies)}"
        copy = (
            station.papers.again(actor, request, paper_id, "本人遗失")
            if again
            else station.papers.prepare(actor, request, paper_id)
        )
        if outcome is not None:
            reason = "卡纸撕破" if outcome is CopyOutcome.SPOILED else ""
            station.papers.settle(actor, copy.copy_id, outcome, reason)
        return copy.copy_id

    return make


def line(station: Counter, kind: PaperKind = CERTIFICATE, on: date = TODAY, counter: int = 3) -> BalanceLine:
    return next(one for one in station.day.balance(on, counter).lines if one.kind is kind)


def told(station: Counter, on: date = TODAY, counter: int = 3) -> list[str]:
    return [str(one.what) for one in station.day.balance(on, counter).exceptions]


# -- the list -----------------------------------------------------------------------------------------


def test_the_days_cases_are_listed_newest_first_by_counter_clerk_and_kind(
    station: Counter, register: Register, resident: Resident, apply: Apply, template: Any, clock: Any
) -> None:
    clock.moment += timedelta(minutes=1)  # the keys of two counters are in order a millisecond apart
    person = resident(1)
    here = register(2).case
    there = register(3, actor=template.other).case
    permit = apply(person).case
    assert station.day.cases(TODAY) == (permit, there, here)
    assert station.day.cases(TODAY, counter=3) == (permit, here)
    assert station.day.cases(TODAY, clerk="测试二") == (there,)
    assert station.day.cases(TODAY, kind=CaseKind.PERMIT_APPLICATION.value) == (permit,)
    assert station.day.cases(TODAY, counter=4, kind=CaseKind.PERMIT_APPLICATION.value) == ()
    clock.moment += timedelta(days=1)
    assert station.day.today() == date(2026, 11, 21)
    assert station.day.cases(station.day.today()) == ()


def test_the_day_is_the_local_one(station: Counter, register: Register, clock: Any) -> None:
    clock.moment = clock.moment.replace(hour=15, minute=59, second=58)  # 23:59:58 at the station
    late = register(1).case
    clock.moment += timedelta(seconds=3)
    early = register(2).case
    assert station.day.cases(TODAY) == (late,)
    assert station.day.cases(TODAY + timedelta(days=1)) == (early,)
    assert early.case_number[9:17] == "20261121"


def test_the_working_days_that_are_left_are_counted_from_today(station: Counter) -> None:
    days = [TODAY, date(2026, 11, 23), date(2026, 12, 4), date(2026, 11, 18)]
    assert station.day.working_days_left(days) == dict(zip(days, (0, 1, 10, -2), strict=True))


# -- the balance -----------------------------------------------------------------------------------------


def test_a_day_without_cases_balances(station: Counter) -> None:
    balance = station.day.balance(TODAY, 3)
    assert balance.balanced
    assert (balance.cases, balance.exceptions, balance.closed_at, balance.summary_paper_id) == (
        0,
        (),
        None,
        None,
    )
    assert [one.kind for one in balance.lines] == [
        PaperKind.REGISTRATION_CERTIFICATE,
        PaperKind.ACCEPTANCE_RECEIPT,
        PaperKind.MISSING_ITEMS_NOTICE,
        PaperKind.REFUSAL_NOTICE,
    ]


def test_each_kind_of_case_calls_for_its_own_paper(
    station: Counter, resident: Resident, apply: Apply, register: Register, print_out: Print
) -> None:
    first, second = resident(1), resident(2)
    waiting = apply(first, missing=("photo",), photo=None)
    newcomer = register(3)
    refused = apply(newcomer.case.person_id)
    assert refused.case.state is CaseState.REFUSED
    for one in (waiting, newcomer, refused, apply(first, resumes=waiting.case.case_id), apply(second)):
        print_out(one.paper_id)
    lines = {one.kind: (one.cases, one.issued, one.printed) for one in station.day.balance(TODAY, 3).lines}
    assert lines == {
        CERTIFICATE: (1, 1, 1),
        PaperKind.ACCEPTANCE_RECEIPT: (2, 2, 2),
        PaperKind.MISSING_ITEMS_NOTICE: (1, 1, 1),
        PaperKind.REFUSAL_NOTICE: (1, 1, 1),
    }


def test_sheets_are_told_by_what_became_of_them(
    station: Counter, clerk: Actor, register: Register, print_out: Print, tmp_path: Any
) -> None:
    papers = [register(serial).paper_id for serial in range(1, 7)]
    print_out(papers[0])
    print_out(papers[1], CopyOutcome.SPOILED)
    print_out(papers[1], again=True)
    print_out(papers[2], None)
    saved = station.papers.prepare(clerk, "saved", papers[3]).copy_id
    station.papers.save(clerk, saved, tmp_path / "a.pdf")
    print_out(papers[4])
    print_out(papers[4], again=True)
    found = line(station)
    assert (found.cases, found.issued, found.brought, found.reprints) == (6, 6, 0, 2)
    assert (found.printed, found.spoiled, found.saved) == (4, 1, 1)
    assert (found.unsettled, found.unprinted) == (1, 1)
    assert found.expected == found.accounted == 8
    assert not found.balanced
    print_out(papers[2])
    assert line(station).balanced


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_sheets_add_up_whatever_is_done_at_two_counters_on_two_days(
    station: Counter, register: Register, print_out: Print, template: Any, clock: Any, seed: int
) -> None:
    dice = random.Random(seed)
    papers: list[int] = []
    days = (TODAY, TODAY + timedelta(days=1))
    for day in days:
        for _ in range(12):
            actor = dice.choice((template.clerk, template.other))
            if len(papers) < 3 or dice.random() < 0.5:
                papers.append(register(len(papers) + 1, actor=actor).paper_id)
                continue
            paper = dice.choice(papers)
            copies = station.papers.paper(paper).copies
            outcome = dice.choice((CopyOutcome.PRINTED, CopyOutcome.SPOILED, None))
            if copies and copies[-1].outcome is CopyOutcome.PENDING:
                station.papers.settle(actor, copies[-1].copy_id, CopyOutcome.PRINTED)
            print_out(paper, outcome, again=bool(copies), actor=actor)
        for counter in (0, 3, 4):
            for one in station.day.balance(day, counter).lines:
                assert one.expected == one.accounted, one
                assert one.cases == one.issued, one
        clock.moment += timedelta(days=1)
    both = [station.day.balance(day, 0) for day in days]
    assert sum(one.cases for one in both) == len(papers)
    copies_made = sum(len(station.papers.paper(paper).copies) for paper in papers)
    outcomes = [one for balance in both for one in balance.lines]
    assert sum(one.printed + one.spoiled + one.saved + one.unsettled for one in outcomes) == copies_made


def test_a_paper_of_yesterday_printed_today_was_brought(
    station: Counter, register: Register, print_out: Print, clock: Any
) -> None:
    paper = register().paper_id
    assert line(station).unprinted == 1
    clock.moment += timedelta(days=1)
    print_out(paper)
    today = line(station, on=date(2026, 11, 21))
    assert (today.cases, today.issued, today.brought, today.printed) == (0, 0, 1, 1)
    assert today.balanced
    assert line(station).unprinted == 1


def test_a_paper_printed_at_another_counter_is_accounted_for_there(
    station: Counter, register: Register, print_out: Print, template: Any
) -> None:
    paper = register().paper_id
    print_out(paper, actor=template.other)
    here, there = line(station), line(station, counter=4)
    assert (here.issued, here.unprinted, here.printed) == (1, 1, 0)
    assert (there.issued, there.brought, there.printed) == (0, 1, 1)
    assert here.balanced
    assert there.balanced
    assert told(station) == []  # it is printed, though not here


# -- what must be explained --------------------------------------------------------------------------------


def test_everything_out_of_the_ordinary_is_told_one_by_one(
    station: Counter, register: Register, resident: Resident, apply: Apply, print_out: Print
) -> None:
    person = resident()
    fine, spoiled, pending, unprinted = (register(serial) for serial in (2, 3, 4, 5))
    waiting = apply(person, missing=("photo",), photo=None)
    print_out(fine.paper_id)
    print_out(waiting.paper_id)
    bad = print_out(spoiled.paper_id, CopyOutcome.SPOILED)
    open_one = print_out(pending.paper_id, None)
    found = station.day.balance(TODAY, 3).exceptions
    assert [(str(one.what), one.case_id, one.copy_id, one.unanswered) for one in found] == [
        (f"居住登记凭证（11{spoiled.case.case_number}）作废一份：卡纸撕破", spoiled.case.case_id, bad, False),
        (
            f"居住登记凭证（11{pending.case.case_number}）打印结果待确认。",
            pending.case.case_id,
            open_one,
            True,
        ),
        (
            f"居住登记凭证（11{unprinted.case.case_number}）已出具但没有打印或存档。",
            unprinted.case.case_id,
            None,
            True,
        ),
        (f"办件{waiting.case.case_number}待补材料。", waiting.case.case_id, None, False),
    ]


def test_a_case_without_its_paper_is_told_and_does_not_balance(station: Counter, register: Register) -> None:
    done = register()
    with station.office.database.engine.begin() as connection:
        connection.execute(text("delete from paper"))
    assert told(station) == [f"办件{done.case.case_number}没有单据。"]
    assert not station.day.balance(TODAY, 3).balanced


# -- the end ---------------------------------------------------------------------------------------------


def test_a_day_does_not_end_while_an_outcome_is_not_told(
    station: Counter, clerk: Actor, register: Register, print_out: Print
) -> None:
    copy = print_out(register().paper_id, None)
    with pytest.raises(NotPossible, match="还有1份单据没有确认"):
        station.day.close(clerk, "c", TODAY, {})
    assert station.day.balance(TODAY, 3).closed_at is None
    station.papers.settle(clerk, copy, CopyOutcome.PRINTED)
    assert station.day.close(clerk, "c", TODAY, {})


def test_another_counters_open_sheets_do_not_hold_this_one_up(
    station: Counter, clerk: Actor, register: Register, print_out: Print, template: Any
) -> None:
    print_out(register(actor=template.other).paper_id, None, actor=template.other)
    assert station.day.close(clerk, "c", TODAY, {})
    with pytest.raises(NotPossible):
        station.day.close(template.other, "d", TODAY, {})


def test_the_summary_holds_the_days_cases_and_what_was_explained(
    station: Counter,
    clerk: Actor,
    register: Register,
    resident: Resident,
    apply: Apply,
    print_out: Print,
    document: Callable[[int], Any],
) -> None:
    person = resident()
    first = register(2)
    print_out(first.paper_id, CopyOutcome.SPOILED)
    print_out(first.paper_id, again=True)
    second = apply(person)
    print_out(second.paper_id)
    [exception] = told(station)
    summary = document(station.day.close(clerk, "c", TODAY, {exception: "  纸张 受潮 ", "其他": "不用"}))
    assert isinstance(summary, DaySummary)
    assert (summary.number, summary.day) == ("15" + first.case.case_number, TODAY)
    assert [(one.case_number, one.papers) for one in summary.cases] == [
        (first.case.case_number, 1),
        (second.case.case_number, 1),
    ]
    assert [(one.kind, one.accepted, one.papers, one.spoiled, one.reprints) for one in summary.lines] == [
        ("居住登记", 1, 1, 1, 1),
        ("居住变更登记", 0, 0, 0, 0),
        ("申领居住证", 1, 1, 0, 0),
    ]
    [explained] = summary.exceptions
    assert explained.number == "11" + first.case.case_number
    assert explained.what == f"{exception}说明：纸张 受潮"
    assert summary.balanced
    assert summary.balance == "办件2件，出具单据2份，例外1项。"
    assert all(len(one.masked_id) == 18 and "*" in one.masked_id for one in summary.cases)


def test_a_day_may_be_closed_again_and_every_summary_is_kept(
    station: Counter, clerk: Actor, register: Register, print_out: Print
) -> None:
    print_out(register(1).paper_id)
    first = station.day.close(clerk, "c1", TODAY, {})
    print_out(register(2).paper_id)
    second = station.day.close(clerk, "c2", TODAY, {})
    numbers = [station.papers.paper(paper).paper_number for paper in (first, second)]
    assert numbers == ["153701020062026112003001", "153701020062026112003002"]
    balance = station.day.balance(TODAY, 3)
    assert balance.summary_paper_id == second
    assert balance.closed_at is not None
    assert balance.cases == 2


def test_closing_asked_for_twice_is_one(station: Counter, clerk: Actor, register: Register) -> None:
    register()
    assert station.day.close(clerk, "c", TODAY, {}) == station.day.close(clerk, "c", TODAY, {})
    with station.office.database.engine.connect() as connection:
        assert connection.execute(text("select count(*) from day_close")).scalar_one() == 1
        trail = connection.execute(text("select detail from journal_entry where action = 'end_day'"))
        [told] = trail.scalars().all()
    assert re.fullmatch(r"办件1件，出具单据1份，例外1项。（2026-11-20）留痕日链首\d{40}", told)


def test_a_summary_takes_no_number_from_the_cases(station: Counter, clerk: Actor, register: Register) -> None:
    station.day.close(clerk, "c", TODAY, {})
    assert register().case.case_number.endswith("03001")


def test_a_day_to_come_is_not_closed_and_one_that_was_forgotten_is(
    station: Counter, clerk: Actor, register: Register, print_out: Print, clock: Any
) -> None:
    print_out(register().paper_id)
    with pytest.raises(NotPossible, match="还没有到"):
        station.day.close(clerk, "c", TODAY + timedelta(days=1), {})
    clock.moment += timedelta(days=2)
    paper = station.day.close(clerk, "c", TODAY, {})
    assert station.papers.paper(paper).paper_number == "153701020062026112003001"
    assert station.day.balance(TODAY, 3).summary_paper_id == paper
    assert station.day.balance(TODAY + timedelta(days=2), 3).summary_paper_id is None


def test_each_counter_closes_its_own_day(
    station: Counter, clerk: Actor, template: Any, register: Register, print_out: Print
) -> None:
    print_out(register(1).paper_id)
    print_out(register(2, actor=template.other).paper_id, actor=template.other)
    station.day.close(clerk, "c", TODAY, {})
    assert station.day.balance(TODAY, 3).closed_at is not None
    assert station.day.balance(TODAY, 4).closed_at is None
    assert station.day.balance(TODAY, 4).cases == 1


# -- overdue cases ---------------------------------------------------------------------------------------


def test_overdue_cases_are_exceptions_with_a_reason_that_stays_in_the_closing_and_on_the_summary(
    station: Counter, clerk: Actor, resident: Resident, apply: Apply, clock: Any, document: Any
) -> None:
    person = resident(1, on=date(2026, 4, 1))
    clock.moment -= timedelta(days=18)  # 2026-11-02: due on 2026-11-16
    case = apply(person).case
    clock.moment += timedelta(days=14)
    assert not any(one.overdue for one in station.day.balance(date(2026, 11, 16), 3).exceptions)
    clock.moment += timedelta(days=4)
    [late] = station.day.balance(TODAY, 3).exceptions
    assert (late.overdue, late.case_id, late.unanswered) == (True, case.case_id, False)
    told_of = f"办件{case.case_number}（申领居住证，已受理）应于2026-11-16前办结，已逾期4个工作日。"
    assert str(late.what) == told_of
    assert station.day.balance(TODAY, 3).balanced  # its papers are in order
    assert station.day.balance(TODAY, 4).exceptions == ()  # taken at another counter
    paper = station.day.close(clerk, "close-1", TODAY, {told_of: "申请人住址正在核实"})
    [printed] = document(paper).exceptions
    assert printed.what == f"{told_of}说明：申请人住址正在核实"
    assert printed.number == case.case_number
    with station.office.database.engine.connect() as connection:
        kept = connection.execute(text("select remarks from day_close")).scalar_one()
    assert "申请人住址正在核实" in kept


def test_a_case_that_waits_for_its_holder_or_for_materials_is_not_overdue(
    station: Counter, resident: Resident, apply: Apply, clock: Any, produce: Any
) -> None:
    first, second = resident(1, on=date(2026, 4, 1)), resident(2, on=date(2026, 4, 1))
    clock.moment -= timedelta(days=18)
    produce(apply(first).case)
    apply(second, missing=("photo",), photo=None)
    clock.moment += timedelta(days=18)
    assert not any(one.overdue for one in station.day.balance(TODAY, 0).exceptions)


def test_of_very_many_overdue_cases_the_longest_overdue_are_told_and_the_rest_counted(
    station: Counter, resident: Resident, apply: Apply, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [resident(serial, on=date(2026, 4, 1)) for serial in range(1, 5)]
    clock.moment -= timedelta(days=18)
    cases = [apply(person).case for person in people]
    clock.moment += timedelta(days=18)
    monkeypatch.setattr(day_overdue, "MOST", 2)
    overdue = [one for one in station.day.balance(TODAY, 3).exceptions if one.overdue]
    assert [one.case_id for one in overdue] == [cases[0].case_id, cases[1].case_id, None]
    assert str(overdue[2].what) == "另有2件逾期未办结，见待办。"
