"""The balance of a day and the sheet of a batch: frozen once, stored, written down, drawn with every serial."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from desktop.domain.codes import CopyOutcome, PaperKind
from desktop.domain.errors import BadInput, NotPossible
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from tests.services.asked import count, key
from tests.services.producing import TODAY, blanks, granted  # noqa: F401
from tests.services.rivals import at_once

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def worn(blanks: Counter, clerk: Actor, officer: Actor, granted: Callable[..., int]) -> Counter:  # noqa: F811
    """Thirty blanks of which one is used, one spoiled in printing, one reserved and one written off."""
    cases = [granted(serial) for serial in (1, 2, 3)]
    one, two, _ = blanks.production.reserve(clerk, key(), cases)
    blanks.production.printed(clerk, key(), [one.serial])
    blanks.production.spoiled(clerk, key(), two.serial, "打印歪斜")
    blanks.blanks.spoil(officer, key(), "JN0030", "缺角")
    return blanks


def test_the_balance_says_where_every_serial_is(
    worn: Counter, clerk: Actor, document: Callable[[int], Any]
) -> None:
    paper_id = worn.stock_papers.balance(clerk, TODAY)
    said = document(paper_id)
    assert (said.day, said.balanced, said.clerk, len(said.batches)) == (TODAY, True, clerk.name, 1)
    assert said.balance == "入库30张＝在库9张＋在窗口17张＋已预留1张＋已用1张＋作废2张＋退回0张。"
    [batch] = said.batches
    assert batch.label == "第1批"
    assert batch.received == batch.used + batch.spoiled + batch.returned + batch.left == 30
    places = {place.place: [(run.first, run.last) for run in place.runs] for place in batch.places}
    assert places == {
        "在库": [("JN0021", "JN0029")],
        "在窗口（3号窗口）": [("JN0004", "JN0010")],
        "在窗口（4号窗口）": [("JN0011", "JN0020")],
        "已预留（3号窗口）": [("JN0003", "JN0003")],
        "已使用（3号窗口）": [("JN0001", "JN0001")],
        "已作废": [("JN0030", "JN0030")],
        "已作废（3号窗口）": [("JN0002", "JN0002")],
    }
    assert sum(place.count for place in batch.places) == 30


def test_the_same_balance_made_out_twice_is_one_paper_and_another_one_is_another(
    worn: Counter, clerk: Actor, officer: Actor
) -> None:
    first = worn.stock_papers.balance(clerk, TODAY)
    assert worn.stock_papers.balance(clerk, TODAY) == first
    worn.blanks.take_back(officer, key(), "JN0010", "JN0010")
    second = worn.stock_papers.balance(clerk, TODAY)
    yesterday = worn.stock_papers.balance(clerk, TODAY - timedelta(days=1))
    papers = [worn.papers.paper(one) for one in (first, second, yesterday)]
    assert [one.kind for one in papers] == [PaperKind.STOCK_BALANCE] * 3
    assert [one.paper_number[-3:] for one in papers] == ["001", "002", "003"]
    assert all(one.paper_number.startswith("21") and one.case_id is None for one in papers)
    assert count(worn, "select count(*) from journal_entry where action = 'list_blanks'") == 3


def test_a_day_before_anything_came_in_is_empty_and_a_day_to_come_has_no_balance(
    worn: Counter, clerk: Actor, document: Callable[[int], Any]
) -> None:
    said = document(worn.stock_papers.balance(clerk, date(2026, 1, 1)))
    assert said.batches == ()
    assert said.balanced
    with pytest.raises(BadInput, match="2026-11-21还没有到") as caught:
        worn.stock_papers.balance(clerk, TOMORROW)
    assert caught.value.field == "on_date"


def test_a_batch_is_called_by_its_note_too(
    worn: Counter, officer: Actor, document: Callable[[int], Any]
) -> None:
    worn.blanks.receive(officer, key(), "JA0001", "JA0010", "市局第二批")
    said = document(worn.stock_papers.balance(officer, TODAY))
    assert [batch.label for batch in said.batches] == ["第1批", "第2批（市局第二批）"]


def test_the_sheet_of_a_batch_lists_each_card_with_its_blank(
    blanks: Counter,  # noqa: F811
    clerk: Actor,
    granted: Callable[..., int],  # noqa: F811
    document: Callable[[int], Any],
) -> None:
    cases = [granted(serial) for serial in (1, 2, 3)]
    cards = blanks.production.reserve(clerk, key(), cases)
    serials = [card.serial for card in reversed(cards)]
    paper_id = blanks.stock_papers.production_sheet(clerk, serials, "证卡机")
    said = document(paper_id)
    assert (said.batch, said.printer) == ("第1批", "证卡机")
    assert [line.serial for line in said.lines] == ["JN0001", "JN0002", "JN0003"]
    for line, card in zip(said.lines, cards, strict=True):
        assert (line.case_number, line.name) == (card.case_number, card.person_name)
        assert line.permit_number == blanks.production.card_on(card.serial).number
    assert blanks.stock_papers.production_sheet(clerk, serials, "证卡机") == paper_id
    blanks.production.printed(clerk, key(), ["JN0001"])
    assert blanks.stock_papers.production_sheet(clerk, serials, "证卡机") == paper_id  # the batch is the same
    fewer = document(blanks.stock_papers.production_sheet(clerk, serials[:1], "证卡机"))
    assert (fewer.batch, fewer.number[-3:]) == ("第2批", "002")
    assert count(blanks, "select count(*) from journal_entry where action = 'list_production'") == 2


def test_a_sheet_lists_only_cards_of_this_counter(
    blanks: Counter,  # noqa: F811
    clerk: Actor,
    granted: Callable[..., int],  # noqa: F811
) -> None:
    with pytest.raises(NotPossible, match="没有预留的空白证"):
        blanks.stock_papers.production_sheet(clerk, [])
    [card] = blanks.production.reserve(clerk, key(), [granted()])
    with pytest.raises(NotPossible, match="不在本窗口的制证中"):
        blanks.stock_papers.production_sheet(replace(clerk, counter_number=4), [card.serial])
    with pytest.raises(NotPossible, match="不在本窗口的制证中"):
        blanks.stock_papers.production_sheet(clerk, [card.serial, "JN0010"])
    with pytest.raises(NotPossible, match="没有ZZ01的入库记录"):
        blanks.stock_papers.production_sheet(clerk, ["ZZ01"])
    assert count(blanks, "select count(*) from paper where kind = '22'") == 0


def test_asked_for_twice_at_the_same_moment_it_is_one_paper(worn: Counter, clerk: Actor) -> None:
    came = at_once([lambda: worn.stock_papers.balance(clerk, TODAY)] * 4)
    assert len(set(came)) == 1
    assert count(worn, "select count(*) from paper where kind = '21'") == 1


def test_both_are_drawn_and_read_back(worn: Counter, clerk: Actor) -> None:
    for paper_id in (
        worn.stock_papers.balance(clerk, TODAY),
        worn.stock_papers.production_sheet(clerk, ["JN0001", "JN0003"]),
    ):
        copy = worn.papers.prepare(clerk, key(), paper_id)
        assert worn.papers.pdf(copy.copy_id).startswith(b"%PDF")
        assert copy.pages == 1


def test_the_day_balances_with_them(worn: Counter, clerk: Actor) -> None:
    for paper_id in (
        worn.stock_papers.balance(clerk, TODAY),
        worn.stock_papers.production_sheet(clerk, ["JN0001"]),
    ):
        copy = worn.papers.prepare(clerk, key(), paper_id)
        worn.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    lines = {line.kind: line for line in worn.day.balance(TODAY, clerk.counter_number).lines}
    for kind in (PaperKind.STOCK_BALANCE, PaperKind.PRODUCTION_SHEET):
        assert (lines[kind].issued, lines[kind].printed) == (1, 1)
        assert lines[kind].balanced
