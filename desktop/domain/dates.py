"""Dates as people type them."""

from __future__ import annotations

import re
from datetime import date

from desktop.domain.characters import half_width
from desktop.domain.errors import BadInput, sentence
from desktop.domain.times import add_months

EARLIEST = date(1850, 1, 1)
LATEST = date(2199, 12, 31)

_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_FULL = re.compile(r"([0-9]{4})([-./年])([0-9]{1,2})([-./月])([0-9]{1,2})日?")
_SHORT = re.compile(r"([0-9]{1,2})[-./月]([0-9]{1,2})日?")


def read_date(field: str, text: str, today: date, *, ahead: bool = False) -> date:
    """Read a day: 20260602, 2026-06-02, 2026.6.2, 2026/6/2, 2026年6月2日, or without the year 6-2.

    Without a year it is the latest such day up to `today` (this year's, or last year's when this year's is
    still to come); with `ahead` the first such day from `today` on. BadInput(field) when it is no day.
    """
    typed = re.sub(r"\s+", "", half_width(text))
    if not typed:
        raise BadInput(field, sentence("errors", "请填写日期。"))
    if found := _COMPACT.fullmatch(typed):
        return _day(field, *map(int, found.groups()))
    if found := _FULL.fullmatch(typed):
        return _day(field, int(found[1]), int(found[3]), int(found[5]))
    if found := _SHORT.fullmatch(typed):
        month, day = int(found[1]), int(found[2])
        this_year = _day(field, today.year, month, day)
        if ahead and this_year < today:
            return _day(field, today.year + 1, month, day)
        if not ahead and this_year > today:
            return _day(field, today.year - 1, month, day)
        return this_year
    problem = sentence("errors", "“{typed}”不是日期，请写成2026-06-02、20260602或6-2。")
    raise BadInput(field, problem.fill(typed=text.strip()))


def read_birth_date(field: str, text: str, today: date) -> date:
    """Read a birth date: a day up to today, and no more than 150 years ago."""
    born = read_date(field, text, today)
    if born > today:
        problem = sentence("errors", "出生日期{day}还没有到。")
        raise BadInput(field, problem.fill(day=born.isoformat()))
    if born < add_months(today, -12 * 150):
        problem = sentence("errors", "出生日期{born}在150年以前，请核对。")
        raise BadInput(field, problem.fill(born=born.isoformat()))
    return born


def read_arrival(field: str, text: str, today: date, born: date | None = None) -> date:
    """Read a day of arrival: not after today, and not before birth."""
    arrived = read_date(field, text, today)
    if arrived > today:
        problem = sentence("errors", "到达日期{day}还没有到，到达后才能登记。")
        raise BadInput(field, problem.fill(day=arrived.isoformat()))
    if born is not None and arrived < born:
        problem = sentence("errors", "到达日期{day}早于出生日期{born}。")
        raise BadInput(field, problem.fill(day=arrived.isoformat(), born=born.isoformat()))
    return arrived


def read_intended_until(field: str, text: str, today: date, arrived: date | None = None) -> date:
    """Read the day until which somebody means to stay: after arrival, and at most 50 years ahead."""
    until = read_date(field, text, today, ahead=True)
    if arrived is not None and until <= arrived:
        problem = sentence("errors", "拟居住到{until}，应晚于到达日期{arrived}。")
        raise BadInput(field, problem.fill(until=until.isoformat(), arrived=arrived.isoformat()))
    if until > add_months(today, 12 * 50):
        problem = sentence("errors", "拟居住到{until}，已超过50年，请核对。")
        raise BadInput(field, problem.fill(until=until.isoformat()))
    return until


def _day(field: str, year: int, month: int, day: int) -> date:
    try:
        read = date(year, month, day)
    except ValueError:
        problem = sentence("errors", "日历上没有{year}年{month}月{day}日。")
        raise BadInput(field, problem.fill(year=year, month=month, day=day)) from None
    if not EARLIEST <= read <= LATEST:
        problem = sentence("errors", "年份{year}不对，应在{first}与{last}之间。")
        raise BadInput(field, problem.fill(year=year, first=EARLIEST.year, last=LATEST.year))
    return read
