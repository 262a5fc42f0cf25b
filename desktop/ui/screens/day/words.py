"""How the day's rows are told on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind, CaseState
from desktop.domain.times import CHINA
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from desktop.services.day_rows import BalanceLine, DayBalance
    from desktop.services.rows import CaseRow


def clock(at: datetime) -> str:
    """The time of day at the counter."""
    return at.astimezone(CHINA).strftime("%H:%M")


def due_words(case: CaseRow, left: Mapping[date, int]) -> str:
    """When the case is due and how many working days are left, while it is open."""
    if case.due_on is None or case.state is not CaseState.ACCEPTED:
        return ""
    days = left.get(case.due_on, 0)
    if days < 0:
        words = text("day", "{on} 超期 {days} 个工作日").format(on=f"{case.due_on:%m-%d}", days=-days)
    else:
        words = text("day", "{on} 剩 {days} 个工作日").format(on=f"{case.due_on:%m-%d}", days=days)
    return words + (text("day", "（暂估）") if case.due_estimated else "")


def unsettled_words(case: CaseRow) -> str:
    """How many copies of the case wait for an answer."""
    return text("day", "{count} 份").format(count=case.unsettled) if case.unsettled else ""


def count_words(rows: Sequence[CaseRow], everything: Sequence[CaseRow]) -> str:
    """How many cases are shown, of each kind, and how many copies wait for an answer."""
    if len(rows) == len(everything):
        parts = [text("day", "共 {count} 件").format(count=len(rows))]
    else:
        parts = [
            text("day", "显示 {shown} 件，当日共 {count} 件").format(shown=len(rows), count=len(everything))
        ]
    for kind in CaseKind:
        count = sum(case.kind is kind for case in rows)
        if count:
            parts.append(f"{sentence_text(label(kind))} {count}")
    waiting = sum(case.unsettled for case in rows)
    if waiting:
        parts.append(text("day", "待确认打印 {count} 份").format(count=waiting))
    return "　".join(parts)


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """A line of the balance as shown, or their sum."""

    name: str
    numbers: tuple[int, ...]
    verdict: str


def balance_rows(balance: DayBalance) -> tuple[BalanceRow, ...]:
    """Give a row for each kind of paper, and the sum of them all."""
    rows = [
        BalanceRow(sentence_text(label(line.kind)), _numbers(line), _verdict(line.balanced, line.unsettled))
        for line in balance.lines
    ]
    sums = tuple(sum(column) for column in zip(*(row.numbers for row in rows), strict=True))
    verdict = _verdict(balance.balanced, sum(line.unsettled for line in balance.lines))
    return (*rows, BalanceRow(text("day", "合计"), sums, verdict))


def _verdict(balanced: bool, unsettled: int) -> str:
    if unsettled:
        return text("day", "待确认")
    return text("day", "相符") if balanced else text("day", "不符")


def _numbers(line: BalanceLine) -> tuple[int, ...]:
    return (
        line.cases,
        line.issued,
        line.brought,
        line.reprints,
        line.expected,
        line.printed,
        line.saved,
        line.spoiled,
        line.unsettled,
        line.unprinted,
        line.accounted,
    )


def balance_headings() -> tuple[str, ...]:
    """Give the headings of the numbers, in their order."""
    return (
        text("day", "办件"),
        text("day", "出具"),
        text("day", "其他原件"),
        text("day", "补打"),
        text("day", "应有"),
        text("day", "已打印"),
        text("day", "存为文件"),
        text("day", "作废"),
        text("day", "待确认"),
        text("day", "未打印"),
        text("day", "合计"),
    )
