"""A permit that waits for its holder, in words, and what a call may come to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop.domain.errors import Sentence, sentence
from desktop.domain.times import CHINA
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.services.hand_over_rows import CallRow, UncollectedRow

DAYS = ("7", "15", "30", "60", "90")
"""So many days since it was made can be chosen, beside the station's own and all."""
RESULTS: Mapping[str, Sentence] = {
    "coming": sentence("uncollected", "已接通，会来领取"),
    "no_answer": sentence("uncollected", "无人接听"),
    "wrong_number": sentence("uncollected", "号码停机或者有误"),
    "told_another": sentence("uncollected", "请他人转告"),
    "left": sentence("uncollected", "已经离开本地"),
}
"""What a call mostly comes to; it is written down in Chinese, as every note."""


def note_of(result: str, words: str) -> str:
    """Put what is written down of a call together."""
    chosen = str(RESULTS[result]) if result in RESULTS else ""
    return "；".join(each for each in (chosen, " ".join(words.split())) if each)


def waiting_words(row: UncollectedRow) -> str:
    """How long it has waited, and the last day for collecting where the rules set one."""
    days = text("uncollected", "{days}天").format(days=row.waiting_days)
    if row.collect_by is None:
        return days
    return text("uncollected", "{days}，{day}前领取").format(days=days, day=row.collect_by.isoformat())


def calls_words(row: UncollectedRow) -> str:
    """How often somebody called."""
    if not row.calls:
        return text("uncollected", "没有")
    return text("uncollected", "{count}次").format(count=len(row.calls))


def at_words(call: CallRow) -> str:
    """When it was, by the clock on the wall."""
    return f"{call.at.astimezone(CHINA):%Y-%m-%d %H:%M}"


def count_words(rows: int, most: int) -> str:
    """How many wait; beyond the most only the oldest are listed."""
    if rows >= most:
        return text("uncollected", "列出最早的{count}张，办完后再看其余的").format(count=rows)
    return text("uncollected", "{count}张未领取，先制的在前").format(count=rows)
