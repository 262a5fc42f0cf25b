"""The table of days off and of weekends worked, `calendar.csv`, and the station's own days laid over it.

Columns: `date` (2026-10-10), `kind` (`holiday` off, `workday` worked though a weekend, `statutory` off by
statute in a year whose notice is still to come) and `note`. A year counts as published once 1 January,
1 October and every statutory day of the table are stated for it, as they are in every yearly notice; the
statutory days that it does not state, days given back for a weekend, are then days like any other.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from desktop.domain.errors import CounterError, Sentence, sentence
from desktop.domain.working_days import Calendar, DayKind

FILE = Path(__file__).with_name("calendar.csv")
FIRST_YEAR, LAST_YEAR = 2004, 2099
"""The years in which days may be stated."""
GIVEN_BACK = "（补假）"
"""Ends the note of a statutory day that only gives back one on a weekend: a notice may give it otherwise."""
_COLUMNS = ["date", "kind", "note"]
_NO_DAYS: Mapping[date, DayKind] = MappingProxyType({})


class CalendarError(CounterError):
    """A row of a calendar table cannot be read; the sentence names file, line and reason."""


@dataclass(frozen=True, slots=True)
class TableDay:
    """What the shipped table says of a day."""

    kind: DayKind
    note: str


@cache
def shipped_days() -> Mapping[date, TableDay]:
    """Return the shipped table, read once."""
    return MappingProxyType(read_days(FILE))


def load_calendar(own: Mapping[date, DayKind] = _NO_DAYS) -> Calendar:
    """Return the shipped table with a station's own days over it."""
    kinds = {**_shipped_kinds(), **own}
    published = frozenset(
        year for year in {day.year for day in kinds} if not next(iter(_unstated(year, kinds)), None)
    )
    return Calendar(
        {
            day: kind
            for day, kind in kinds.items()
            if kind is not DayKind.STATUTORY or day.year not in published
        },
        published,
    )


def days_unstated(year: int, own: Mapping[date, DayKind]) -> tuple[date, ...]:
    """Return the days of a year that its notice must state and that neither the table nor `own` does.

    The year counts as published when there are none.
    """
    return tuple(sorted(_unstated(year, {**_shipped_kinds(), **own})))


def _unstated(year: int, kinds: Mapping[date, DayKind]) -> Iterable[date]:
    festivals = {date(year, 1, 1), date(year, 10, 1), *_festivals().get(year, ())}
    return (day for day in festivals if kinds.get(day) not in (DayKind.HOLIDAY, DayKind.WORKDAY))


@cache
def _shipped_kinds() -> dict[date, DayKind]:
    return {day: row.kind for day, row in shipped_days().items()}


@cache
def _festivals() -> Mapping[int, tuple[date, ...]]:
    found: dict[int, tuple[date, ...]] = {}
    for day, row in shipped_days().items():
        if row.kind is DayKind.STATUTORY and not row.note.endswith(GIVEN_BACK):
            found[day.year] = (*found.get(day.year, ()), day)
    return found


def read_days(path: Path) -> dict[date, TableDay]:
    """Read one table, with or without a byte order mark; CalendarError names file and line."""
    days: dict[date, TableDay] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file)
            if next(rows, None) != _COLUMNS:
                raise _wrong(path, 1, sentence("policies", "第一行应为date,kind,note"))
            for row in rows:
                if not row:
                    continue
                try:
                    day, kind, note = row
                    days[date.fromisoformat(day)] = TableDay(DayKind(kind), note)
                except ValueError:
                    reason = sentence("policies", "应为日期、holiday或workday、说明三列")
                    raise _wrong(path, rows.line_num, reason) from None
    except (OSError, UnicodeDecodeError, csv.Error) as trouble:
        reason = sentence("policies", "读不出来：{why}").fill(why=trouble)
        raise _wrong(path, 0, reason) from trouble
    return days


def _wrong(path: Path, line: int, reason: Sentence) -> CalendarError:
    problem = sentence("policies", "日历表 {file} 第{line}行：{reason}。")
    return CalendarError(problem.fill(file=path.name, line=line, reason=reason))
