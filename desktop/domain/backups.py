"""Backups (备份): when one is due, which ones are kept, how old the last good one may be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.domain.errors import BadInput, sentence
from desktop.domain.times import CHINA

_NUMBER = sentence("backups", "请填写{least}至{most}的整数。")
_HOUR = sentence("backups", "请填写0至23的整数。")

MOST_DAILY, MOST_WEEKLY = 90, 104
ENOUGH = timedelta(hours=4)
OLD = timedelta(hours=36)
"""A last good backup that is older than this is told as trouble."""


@dataclass(frozen=True, slots=True)
class BackupPlan:
    """How a machine backs its data up: the hour after which it does so each day, and how many it keeps.

    `second` is a folder elsewhere, such as on a stick, where each one goes too; "" for none.
    """

    hour: int = 18
    daily: int = 14
    weekly: int = 8
    second: str = ""


def read_plan(hour: str, daily: str, weekly: str, second: str) -> BackupPlan:
    """Return the plan that was typed; BadInput names what is out of bounds."""
    found = {}
    for field, typed, least, most in (
        ("hour", hour, 0, 23),
        ("daily", daily, 1, MOST_DAILY),
        ("weekly", weekly, 0, MOST_WEEKLY),
    ):
        words = typed.strip()
        if not (words.isascii() and words.isdigit() and least <= int(words) <= most):
            raise BadInput(field, _HOUR if field == "hour" else _NUMBER.fill(least=least, most=most))
        found[field] = int(words)
    return BackupPlan(found["hour"], found["daily"], found["weekly"], second.strip())


def is_due(now: datetime, last: datetime | None, plan: BackupPlan, closed_at: datetime | None) -> bool:
    """Whether a backup should be made: when the plan's hour has come, or the day was closed, since the last one.

    One made in the four hours before the plan's hour will do for it. A day on which the program was not running
    at that hour is made up for as soon as it runs again.
    """
    if last is None:
        return True
    here = now.astimezone(CHINA)
    deadline = here.replace(hour=plan.hour, minute=0, second=0, microsecond=0)
    if deadline > here:
        deadline -= timedelta(days=1)
    return last < deadline - ENOUGH or (closed_at is not None and last < closed_at)


def kept(made: Iterable[datetime], plan: BackupPlan) -> frozenset[datetime]:
    """Return which of these backups are kept: the last one of each of so many days, and of so many weeks.

    Days and weeks without a backup do not count, so that after a long absence none is lost; the newest is kept.
    """
    newest_first = sorted(made, reverse=True)
    days: dict[object, datetime] = {}
    weeks: dict[object, datetime] = {}
    for each in newest_first:
        here = each.astimezone(CHINA)
        days.setdefault(here.date(), each)
        weeks.setdefault(here.isocalendar()[:2], each)
    return frozenset([*list(days.values())[: plan.daily], *list(weeks.values())[: plan.weekly]])
