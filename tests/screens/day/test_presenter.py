"""The day is listed and filtered; its end balances, keeps what was said, and is closed once a press."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from desktop.domain.codes import CopyOutcome
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.screens.day.presenter import ALL, BALANCE, DayPresenter
from desktop.ui.screens.day.words import balance_rows, count_words, due_words


def unprinted(counter: Counter, actor: Actor, done: Any) -> int:
    """A copy stored and not settled: as it stands while the sheet is in the printer."""
    return counter.papers.prepare(actor, f"prepare {done.paper_id}", done.paper_id).copy_id


def test_the_list_has_every_counter_and_the_filters_leave_what_they_say(
    qapp: object, counter: Counter, actor: Actor, colleague: Actor, inline: Inline, take: Any
) -> None:
    mine, theirs = take(0, actor), take(1, colleague)
    presenter = DayPresenter(counter, actor, inline)
    assert [row.case_id for row in presenter.rows] == [theirs.case.case_id, mine.case.case_id]
    assert presenter.counters == (2, 3)
    assert presenter.clerks == ("演练 李强", "演练 王芳")
    presenter.filter("2", ALL, ALL)
    assert [row.case_id for row in presenter.rows] == [mine.case.case_id]
    presenter.filter(ALL, "演练 李强", ALL)
    assert [row.case_id for row in presenter.rows] == [theirs.case.case_id]
    presenter.filter(ALL, ALL, "permit_application")
    assert presenter.rows == ()
    assert presenter.everything is not None
    assert count_words(presenter.rows, presenter.everything) == "显示 0 件，当日共 2 件"


def test_a_look_in_the_background_brings_what_others_did(
    qapp: object, counter: Counter, actor: Actor, colleague: Actor, inline: Inline, take: Any
) -> None:
    presenter = DayPresenter(counter, actor, inline)
    before = len(presenter.rows)
    take(0, colleague)
    presenter.look_again()
    assert len(presenter.rows) == before + 1


def test_an_open_case_tells_the_working_days_left(
    qapp: object, counter: Counter, actor: Actor, inline: Inline
) -> None:
    presenter = DayPresenter(counter, actor, inline)
    for _ in range(30):
        if any(due_words(row, presenter.left) for row in presenter.rows):
            break
        presenter.step(-1)
    words = [due_words(row, presenter.left) for row in presenter.rows]
    assert any("个工作日" in each for each in words)


def test_the_balance_adds_up_and_exceptions_are_told_one_by_one(
    qapp: object, counter: Counter, actor: Actor, inline: Inline, take: Any
) -> None:
    first, second, third = (take(serial, actor) for serial in range(3))
    counter.papers.settle(actor, unprinted(counter, actor, first), CopyOutcome.PRINTED)
    counter.papers.settle(actor, unprinted(counter, actor, second), CopyOutcome.SPOILED, "卡纸")
    again = counter.papers.again(actor, "again", second.paper_id, "上一份作废")
    presenter = DayPresenter(counter, actor, inline)
    presenter.show_page(BALANCE)
    assert presenter.balance is not None
    row = balance_rows(presenter.balance)[0]
    #      cases, issued, others, reprints = due; printed, saved, spoiled, waiting, not printed = sum
    assert row.numbers == (3, 3, 0, 1, 4, 1, 0, 1, 1, 1, 4)
    assert row.verdict == "待确认"
    assert not presenter.can_end
    told = [str(one.what) for one in presenter.balance.exceptions]
    assert len(told) == 3
    assert any("作废一份：卡纸" in each for each in told)
    assert any("待确认" in each for each in told)
    assert any("没有打印或存档" in each for each in told)
    with_case = presenter.balance.exceptions[0]
    opened: list[int] = []
    presenter.papers.connect(opened.append)
    presenter.go_to_exception(with_case)
    assert opened == [with_case.case_id]
    counter.papers.settle(actor, again.copy_id, CopyOutcome.PRINTED)
    presenter.refresh()
    assert presenter.balance.balanced
    assert presenter.can_end
    assert third.case.case_id in {one.case_id for one in presenter.balance.exceptions}


def test_a_saved_paper_needs_no_explanation(
    qapp: object, counter: Counter, actor: Actor, inline: Inline, take: Any, tmp_path: Path
) -> None:
    counter.papers.save(actor, unprinted(counter, actor, take(0, actor)), tmp_path / "a.pdf")
    presenter = DayPresenter(counter, actor, inline)
    presenter.show_page(BALANCE)
    assert presenter.balance is not None
    assert presenter.balance.exceptions == ()


def test_closing_stores_the_explanations_and_leads_to_the_summary(
    qapp: object, counter: Counter, actor: Actor, inline: Inline, take: Any
) -> None:
    take(0, actor)
    presenter = DayPresenter(counter, actor, inline)
    papers: list[int] = []
    presenter.paper.connect(papers.append)
    presenter.end_day()
    assert papers == []  # the balance has not been seen yet
    presenter.show_page(BALANCE)
    presenter.explain("申报人明日来取")
    presenter.end_day()
    [paper_id] = papers
    assert counter.papers.paper(paper_id).paper_number.endswith("02001")
    assert "申报人明日来取" in str(counter.office.database.link._cursor.execute(
        "SELECT document FROM paper WHERE id = ?", [paper_id]
    ).fetchone()[0])  # fmt: skip
    assert presenter.balance is not None
    assert presenter.balance.closed_at is not None
    presenter.end_day()  # after more work the day may be closed again, under the next number
    assert counter.papers.paper(papers[1]).paper_number.endswith("02002")
    assert counter.drafts.open(actor) == ()


def test_what_was_typed_comes_back_after_a_crash(
    qapp: object, counter: Counter, actor: Actor, inline: Inline, take: Any
) -> None:
    take(0, actor)
    presenter = DayPresenter(counter, actor, inline)
    presenter.show_page(BALANCE)
    presenter.explain("申报人明日来取")
    presenter.keep()
    again = DayPresenter(counter, actor, inline)
    again.show_page(BALANCE)
    assert again.balance is not None
    assert again.remark(again.balance.exceptions[0]) == "申报人明日来取"
    again.end_day()
    assert counter.drafts.open(actor) == ()


def test_a_day_to_come_cannot_be_closed(qapp: object, counter: Counter, actor: Actor, inline: Inline) -> None:
    presenter = DayPresenter(counter, actor, inline)
    presenter.show_page(BALANCE)
    presenter.step(1)
    assert presenter.on == counter.day.today() + timedelta(days=1)
    assert not presenter.can_end
    presenter.go_to_today()
    assert presenter.can_end
