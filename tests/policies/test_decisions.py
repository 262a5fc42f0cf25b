"""Run the table of cases: decisions.csv, or another file of its form by `--decisions FILE`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from desktop.domain.errors import CounterError
from desktop.policies import PolicyBook, load_calendar
from desktop.policies.decide import Answer, decide
from tests.policies import decision_table
from tests.policies.decision_table import Row

if TYPE_CHECKING:
    from desktop.domain.working_days import Calendar


LEAST = 25


@pytest.fixture(scope="module")
def book() -> PolicyBook:
    return PolicyBook.load()


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return load_calendar()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "row" in metafunc.fixturenames:
        rows = decision_table.read(decision_table.chosen(metafunc.config))
        metafunc.parametrize("row", rows, ids=[row.name for row in rows])


def test_the_case_is_decided_as_the_table_says(row: Row, book: PolicyBook, calendar: Calendar) -> None:
    if row.problem:
        pytest.fail(f"第{row.line}行读不出来：{row.problem}", pytrace=False)
    answer = decided(row, book, calendar)
    if isinstance(answer, CounterError):
        pytest.fail(f"第{row.line}行 {row.name} 不能判断：{answer}\n{told(row)}", pytrace=False)
    if found := row.differences(answer):
        pytest.fail(
            f"第{row.line}行 {row.name}：{'；'.join(found)}\n{told(row)}\n{explained(answer)}", pytrace=False
        )


def test_every_published_pack_has_its_cases(book: PolicyBook) -> None:
    rows = decision_table.read(decision_table.SHIPPED)
    counted = Counter(row.cells.get("pack") for row in rows)
    packs = {f"{pack.layer.place}@{pack.layer.effective_from}" for pack in book.packs}
    assert set(counted) - packs == set(), "rows of packs that there are not"
    assert {pack: counted[pack] for pack in packs if counted[pack] < LEAST} == {}


def decided(row: Row, book: PolicyBook, calendar: Calendar) -> Answer | CounterError:
    try:
        return decide(book, calendar, row.cells["place"], row.day, row.cells["matter"], row.facts)
    except CounterError as trouble:
        return trouble


def told(row: Row) -> str:
    return "\n".join(f"  {name}: {cell}" for name, cell in row.cells.items() if cell)


def explained(answer: Answer) -> str:
    got = decision_table.in_words(answer.date, answer.estimated)
    lines = [f"得到：{answer.words}（{answer.outcome}） {got}，按 {answer.version}"]
    lines += [
        f"  {'是' if each.met else '否'} {each.code} {each.fact} ——{each.basis}" for each in answer.findings
    ]
    return "\n".join(lines)
