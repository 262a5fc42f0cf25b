from __future__ import annotations

from datetime import date

import pytest

from printing.errors import BadDocument
from printing.layout import Row, chinese_date, gap, glue, grouped, paginate


def row(height: float, header: Row | None = None) -> Row:
    return Row(height, lambda pen, top: None, header)


def heights(pages: list[list[Row]]) -> list[list[float]]:
    return [[it.height for it in page] for page in pages]


def test_rows_flow_over_pages_and_none_is_lost() -> None:
    assert heights(paginate([row(40) for _ in range(5)], 100, 120)) == [[40, 40], [40, 40, 40]]


def test_a_tables_header_comes_again_on_every_page() -> None:
    header = row(11)
    assert heights(paginate([row(30, header) for _ in range(5)], 70, 80)) == [
        [30, 30],
        [11, 30, 30],
        [11, 30],
    ]


def test_glued_rows_stay_on_one_page() -> None:
    assert heights(paginate([row(50), *glue([row(30), row(31)])], 100, 100)) == [[50], [30, 31]]


def test_glued_rows_that_fill_a_page_are_torn_all_the_same() -> None:
    assert heights(paginate(glue([row(30) for _ in range(5)]), 100, 100)) == [[30, 30, 30], [30, 30]]


def test_space_is_dropped_where_a_page_begins() -> None:
    assert heights(paginate([row(90), *glue([gap(5), row(20)])], 100, 100)) == [[90], [20]]


def test_a_row_higher_than_a_page_is_refused_and_not_cut() -> None:
    with pytest.raises(BadDocument, match="一页排不下"):
        paginate([row(101)], 100, 100)


def test_dates_and_numbers_are_written_as_on_forms() -> None:
    assert chinese_date(date(2026, 1, 5)) == "2026年1月5日"
    assert grouped("113701020012026112101001") == "11 370102 001 20261121 01 001"
    assert grouped("3701020012026112101001") == "370102 001 20261121 01 001"
    assert grouped("") == ""
    assert grouped("123") == "123"
