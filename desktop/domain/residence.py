"""Spans of registered residence, and the day on which they add up to so many months."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from desktop.domain.policy import SpanCounting
from desktop.domain.times import add_months

Span = tuple[date, date | None]
"""From a day to a last day, both lived there; None while it lasts."""


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Give the spans in order, those that overlap or follow on the next day as one."""
    joined: list[Span] = []
    for start, last in sorted(spans, key=lambda span: (span[0], span[1] or date.max)):
        if joined:
            before, end = joined[-1]
            if end is None or start <= end + timedelta(days=1):
                joined[-1] = (before, None if end is None or last is None else max(end, last))
                continue
        joined.append((start, last))
    return tuple(joined)


def current(spans: Sequence[Span], on: date) -> Span | None:
    """Give the merged span that holds the day, if any."""
    for start, last in merged(spans):
        if start <= on and (last is None or on <= last):
            return start, last
    return None


def reached_on(spans: Sequence[Span], months: int, counting: SpanCounting, on: date) -> tuple[date, date]:
    """Give the day from which months are counted and the day on which they are full.

    `spans` must hold `on`. Continuously, it is the beginning of the span that holds `on`. By the sum, each
    span up to then is tried as the beginning, the days of the gaps after it put on top, and the earliest
    result taken: months differ in length, and residence before must never make anybody worse off.
    """
    joined = [span for span in merged(spans) if span[0] <= on]
    if counting is SpanCounting.CONTINUOUS:
        joined = joined[-1:]
    return min(
        ((joined[first][0], _full(joined[first:], months)) for first in range(len(joined))),
        key=lambda found: (found[1], -found[0].toordinal()),
    )


def _full(spans: Sequence[Span], months: int) -> date:
    full = add_months(spans[0][0], months)
    for (_, last), (start, _) in zip(spans, spans[1:], strict=False):
        if last is None or full <= last:
            break
        full += start - last - timedelta(days=1)
    return full
