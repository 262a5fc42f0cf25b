"""Lengths, terms and copies in words that are right at the edges."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desktop.domain.codes import CopyOutcome, LodgingKind, PaperKind
from desktop.services.paper_rows import CopyRow, PaperRow
from desktop.ui.screens.person.words import code_words, copies_words, issued_words, length_words, term_words

COPY = CopyRow(
    1, 1, 0, "", CopyOutcome.PRINTED, "", datetime(2026, 11, 20, tzinfo=UTC), "演练 王芳", "", 1, ""
)
PAPER = PaperRow(
    1, 1, PaperKind.REGISTRATION_CERTIFICATE, "11", datetime(2026, 11, 19, 16, 30, tzinfo=UTC), ()
)


@pytest.mark.parametrize(
    ("start", "last", "words"),
    [
        ("2026-11-20", "2026-11-20", "1 天"),
        ("2026-11-01", "2026-11-30", "30 天"),
        ("2026-10-20", "2026-11-20", "1 个月"),
        ("2026-10-21", "2026-11-20", "31 天"),
        ("2025-11-20", "2026-11-20", "1 年"),
        ("2025-11-20", "2026-10-19", "10 个月"),
        ("2016-02-29", "2026-11-20", "10 年 8 个月"),
    ],
)
def test_a_length_is_told_in_the_largest_units_that_are_full(start: str, last: str, words: str) -> None:
    told = length_words(date.fromisoformat(start), date.fromisoformat(last))
    assert told == words


@pytest.mark.parametrize(
    ("days", "estimated", "words"),
    [
        (5, False, "还剩 5 个工作日"),
        (0, False, "今天到期"),
        (-2, False, "已超期 2 个工作日"),
        (9, True, "还剩 9 个工作日（暂估）"),
    ],
)
def test_a_term_is_told_in_working_days(days: int, estimated: bool, words: str) -> None:
    assert term_words(days, estimated) == words


def test_every_copy_is_told() -> None:
    again = replace(COPY, number=1, outcome=CopyOutcome.PENDING)
    assert copies_words(PAPER) == "还没有打印"
    assert copies_words(replace(PAPER, copies=(COPY, again))) == "已打印；补打第 1 份待确认"


def test_a_paper_of_after_midnight_has_the_local_date() -> None:
    assert issued_words(PAPER) == "2026-11-20"


def test_a_code_this_version_does_not_know_is_shown_as_it_is() -> None:
    assert code_words(LodgingKind, "rented") == "租赁住房"
    assert code_words(LodgingKind, "spaceship") == "spaceship"
    assert code_words(LodgingKind, "") == ""
