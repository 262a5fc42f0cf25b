"""Read the table of days off and of weekends worked, `calendar.csv`, and the station's own over it.

Columns: `date` (2026-10-10), `kind` (`holiday` off, `workday` worked though a weekend, `statutory` off by
statute in a year whose notice is still to come) and `note`. A year counts as published once 1 January and
1 October are in the table as holidays, as they are in every yearly notice.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from desktop.domain.errors import CounterError, Sentence, sentence
from desktop.domain.working_days import Calendar, DayKind

FILE = Path(__file__).with_name("calendar.csv")
_COLUMNS = ["date", "kind", "note"]


class CalendarError(CounterError):
    """A row of a calendar table cannot be read; the sentence names file, line and reason."""


def load_calendar(extra: Path | None = None) -> Calendar:
    """Read the shipped table, and the rows of `extra` over it; CalendarError names file and line."""
    kinds = read_days(FILE)
    if extra is not None:
        kinds |= read_days(extra)
    years = {day.year for day in kinds}
    published = frozenset(
        year
        for year in years
        if kinds.get(date(year, 1, 1)) is DayKind.HOLIDAY and kinds.get(date(year, 10, 1)) is DayKind.HOLIDAY
    )
    return Calendar(kinds, published)


def read_days(path: Path) -> dict[date, DayKind]:
    """Read one table, with or without a byte order mark; CalendarError names file and line."""
    kinds: dict[date, DayKind] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file)
            if next(rows, None) != _COLUMNS:
                raise _wrong(path, 1, sentence("policies", "第一行应为date,kind,note"))
            for row in rows:
                if not row:
                    continue
                try:
                    day, kind, _ = row
                    kinds[date.fromisoformat(day)] = DayKind(kind)
                except ValueError:
                    reason = sentence("policies", "应为日期、holiday或workday、说明三列")
                    raise _wrong(path, rows.line_num, reason) from None
    except (OSError, UnicodeDecodeError, csv.Error) as trouble:
        reason = sentence("policies", "读不出来：{why}").fill(why=trouble)
        raise _wrong(path, 0, reason) from trouble
    return kinds


def _wrong(path: Path, line: int, reason: Sentence) -> CalendarError:
    problem = sentence("policies", "日历表 {file} 第{line}行：{reason}。")
    return CalendarError(problem.fill(file=path.name, line=line, reason=reason))
