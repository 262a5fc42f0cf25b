"""A small timing kit: two ways of doing the same, run turn about, compared by their percentiles."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path
from time import perf_counter_ns, thread_time_ns
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "build" / "bench"


@dataclass(frozen=True, slots=True)
class Ratio:
    """One figure beside its limit; `at_least` turns the comparison round (so many times faster)."""

    name: str
    value: float
    limit: float
    unit: str = "×"
    at_least: bool = False

    @property
    def passed(self) -> bool:
        """Whether the limit is kept."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit


@dataclass(frozen=True, slots=True)
class Finding:
    """What one benchmark found: ratios that have a limit, and figures for information."""

    title: str
    ratios: tuple[Ratio, ...]
    figures: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Times:
    """Nanoseconds of single calls, in rounds, and the processor's nanoseconds of each round per call."""

    rounds: list[list[int]] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)

    def percentile(self, per_cent: float) -> float:
        """Give a percentile of all calls, in microseconds."""
        every = sorted(it for each in self.rounds for it in each)
        return percentile(every, per_cent) / 1000

    def written(self) -> str:
        """Give p50 and p99 in readable units."""
        return f"p50 {readable(self.percentile(50))}, p99 {readable(self.percentile(99))}"


def percentile(ordered: Sequence[float], per_cent: float) -> float:
    """Give a percentile of ordered numbers: the smallest that so many per cent do not exceed."""
    return ordered[max(0, ceil(len(ordered) * per_cent / 100) - 1)]


def median(numbers: Sequence[float]) -> float:
    """Give the middle one of some numbers."""
    return percentile(sorted(numbers), 50)


def readable(microseconds: float) -> str:
    """Write a time with three digits and its unit."""
    if microseconds >= 1_000_000:
        return f"{microseconds / 1_000_000:.2f} s"
    return f"{microseconds / 1000:.2f} ms" if microseconds >= 1000 else f"{microseconds:.1f} µs"


def turn_about(
    ours: Callable[[Any], object],
    bare: Callable[[Any], object],
    things: Sequence[Sequence[Any]],
    *,
    between: Callable[[], object] = lambda: None,
    often: int = 1,
) -> tuple[Times, Times]:
    """Time two calls on the same things, a round of each in turn, each going first in every other round.

    `things` has a list a round; ours does each of them `often` times, where it is very much the faster one.
    `between` runs, untimed, after every round of either. Garbage is not collected while a round runs.
    """
    first, second = Times(), Times()
    for number, these in enumerate(things):
        pair = [(ours, first, often), (bare, second, 1)]
        for call, times, repeated in pair if number % 2 == 0 else pair[::-1]:
            things_now = [thing for thing in these for _ in range(repeated)]
            gc.collect()
            worked = thread_time_ns()
            times.rounds.append(_round(call, things_now))
            times.worked.append((thread_time_ns() - worked) / len(things_now))
            between()
    return first, second


def processor(ours: Times, bare: Times) -> str:
    """Write how much processor time ours takes beside the bare way: what is left when nobody has to wait."""
    one, other = median(ours.worked), median(bare.worked)
    return f"{one / other:.2f} × ({readable(one / 1000)} beside {readable(other / 1000)})"


def _round(call: Callable[[Any], object], things: Sequence[Any]) -> list[int]:
    taken = []
    gc.disable()
    try:
        for thing in things:
            start = perf_counter_ns()
            call(thing)
            taken.append(perf_counter_ns() - start)
    finally:
        gc.enable()
    return taken


def ratio_of_rounds(ours: Times, bare: Times, per_cent: float) -> float:
    """Give the median, over rounds run side by side, of the ratio of their percentiles.

    A neighbour that takes the processor for a while spoils a round or two and not the figure.
    """
    return median(
        [
            percentile(sorted(one), per_cent) / percentile(sorted(other), per_cent)
            for one, other in zip(ours.rounds, bare.rounds, strict=True)
        ]
    )
