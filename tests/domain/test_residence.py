from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.policy import SpanCounting
from desktop.domain.residence import Span, current, merged, reached_on

ON = date(2026, 11, 21)
starts = st.dates(date(2024, 1, 1), ON)


def span(start: str, last: str | None = None) -> Span:
    return date.fromisoformat(start), date.fromisoformat(last) if last else None


@st.composite
def residences(draw: st.DrawFn) -> list[Span]:
    """Some closed spans, and one that holds the day."""
    closed = [
        (start, start + timedelta(days=draw(st.integers(0, 200))))
        for start in draw(st.lists(starts, max_size=4))
    ]
    return [*closed, (draw(starts), None)]


@pytest.mark.parametrize(
    ("spans", "joined"),
    [
        ([], []),
        ([span("2026-06-02")], [span("2026-06-02")]),
        # a move: the old span ends on the day, or the day before, that the new one begins
        ([span("2026-06-02", "2026-07-01"), span("2026-07-01")], [span("2026-06-02")]),
        ([span("2026-06-02", "2026-06-30"), span("2026-07-01")], [span("2026-06-02")]),
        (
            [span("2026-07-02"), span("2026-06-02", "2026-06-30")],
            [span("2026-06-02", "2026-06-30"), span("2026-07-02")],
        ),
        ([span("2026-06-02"), span("2026-07-01", "2026-08-01")], [span("2026-06-02")]),
    ],
)
def test_spans_that_follow_on_are_one(spans: list[Span], joined: list[Span]) -> None:
    assert list(merged(spans)) == joined


def test_the_span_that_holds_the_day_is_current() -> None:
    spans = [span("2026-01-05", "2026-03-01"), span("2026-06-02", "2026-11-21")]
    assert current(spans, ON) == spans[1]
    assert current(spans, date(2026, 3, 1)) == spans[0]
    assert current(spans, date(2026, 3, 2)) is None
    assert current(spans, date(2026, 11, 22)) is None


@pytest.mark.parametrize(
    ("spans", "counting", "start", "full"),
    [
        ([span("2026-06-02")], "continuous", "2026-06-02", "2026-12-02"),
        ([span("2026-08-31")], "continuous", "2026-08-31", "2027-02-28"),
        # away in March to May (92 days): from anew, or put on top
        ([span("2026-01-05", "2026-02-28"), span("2026-06-01")], "continuous", "2026-06-01", "2026-12-01"),
        ([span("2026-01-05", "2026-02-28"), span("2026-06-01")], "sum", "2026-01-05", "2026-10-05"),
        # full before the gap
        ([span("2025-01-05", "2025-08-01"), span("2026-06-01")], "sum", "2025-01-05", "2025-07-05"),
    ],
)
def test_interrupted_residence_counts_as_the_pack_says(
    spans: list[Span], counting: str, start: str, full: str
) -> None:
    found = reached_on(spans, 6, SpanCounting(counting), ON)
    assert found == (date.fromisoformat(start), date.fromisoformat(full))


@given(residences(), residences(), st.sampled_from(SpanCounting))
def test_more_residence_never_makes_half_a_year_later(
    spans: list[Span], more: list[Span], counting: SpanCounting
) -> None:
    assert reached_on([*spans, *more], 6, counting, ON)[1] <= reached_on(spans, 6, counting, ON)[1]


@given(residences(), st.sampled_from(SpanCounting))
def test_the_order_of_the_spans_does_not_matter(spans: list[Span], counting: SpanCounting) -> None:
    assert reached_on(spans[::-1], 6, counting, ON) == reached_on(spans, 6, counting, ON)


@given(residences())
def test_the_sum_is_never_later_than_the_last_span_alone(spans: list[Span]) -> None:
    summed = reached_on(spans, 6, SpanCounting.SUM, ON)[1]
    assert summed <= reached_on(spans, 6, SpanCounting.CONTINUOUS, ON)[1]
