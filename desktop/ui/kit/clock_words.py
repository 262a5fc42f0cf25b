"""A legal clock in words and in a kind: never by colour alone."""

from __future__ import annotations

from desktop.ui.kit.text import text


def left_words(days_left: int | None, estimated: bool) -> str:
    """How long there is to go, in working days, with a sign before what is due or overdue."""
    if days_left is None:
        return text("clock", "没有期限")
    if days_left < 0:
        words = text("clock", "✗ 逾期{days}个工作日").format(days=-days_left)
    elif days_left == 0:
        words = text("clock", "! 今天到期")
    else:
        words = text("clock", "还剩{days}个工作日").format(days=days_left)
    return words + (text("clock", "（暂估）") if estimated else "")


def left_kind(days_left: int | None) -> str:
    """The kind of the words: "problem" overdue, "warning" due today, "quiet" without a date, else ""."""
    if days_left is None:
        return "quiet"
    return "problem" if days_left < 0 else "warning" if days_left == 0 else ""
