from __future__ import annotations

from datetime import date

import pytest

from desktop.domain.errors import sentence
from desktop.domain.rule import DayUnit, Deadline, Finding, Rule, Window, WindowUnit, finding
from desktop.policies import load_calendar


def test_what_would_change_a_finding_is_said_only_where_it_is_not_met() -> None:
    rule = Rule(6, "第二条", verified=False, note="条号为推定")
    fact, change = sentence("findings", "没有有效的居住证。"), sentence("findings", "本人申领。")
    assert finding("x", rule, True, fact, change) == Finding(
        "x", "第二条", True, fact, None, False, "条号为推定"
    )
    assert finding("x", rule, False, fact, change).change == change


@pytest.mark.parametrize(
    ("length", "unit", "last", "opens"),
    [
        (1, WindowUnit.MONTHS, "2026-03-31", "2026-02-28"),
        (1, WindowUnit.MONTHS, "2026-11-21", "2026-10-21"),
        (30, WindowUnit.CALENDAR_DAYS, "2026-03-31", "2026-03-01"),
    ],
)
def test_a_window_ends_on_its_day(length: int, unit: WindowUnit, last: str, opens: str) -> None:
    assert Window(length, unit).opens(date.fromisoformat(last)) == date.fromisoformat(opens)


@pytest.mark.parametrize("unit", DayUnit)
@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2026-11-20", "2026-11-20"),  # a Friday
        ("2026-11-21", "2026-11-23"),  # a Saturday: the next working day
        ("2026-10-10", "2026-10-10"),  # a Saturday that is worked
        ("2026-10-01", "2026-10-08"),
    ],
)
def test_the_same_day_is_a_working_day(unit: DayUnit, start: str, due: str) -> None:
    found = Deadline(0, unit).due(date.fromisoformat(start), load_calendar())
    assert (found.on, found.estimated) == (date.fromisoformat(due), False)
