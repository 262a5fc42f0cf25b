"""A permit's life is a test: the real windows go through three years, and every date is the one reckoned by hand."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.end2end import life_dates
from tests.end2end.life_dates import Dated

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("life") / "out"
    done = subprocess.run(
        [sys.executable, "-m", "tests.end2end.life_tour", "--out", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=1800,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return folder


@pytest.fixture(scope="module")
def life(out: Path) -> dict[str, Any]:
    return dict(json.loads((out / "life.json").read_text("utf-8")))


def test_every_day_that_the_law_sets_was_met_with_its_article(life: dict[str, Any]) -> None:
    reckoned = {
        (one.day.isoformat(), one.basis) for one in vars(life_dates).values() if isinstance(one, Dated)
    }
    assert reckoned == {(one["day"], one["basis"]) for one in life["dates"]}


def test_it_takes_three_years_and_its_days_come_in_order(life: dict[str, Any]) -> None:
    days = [date.fromisoformat(one["today"]) for one in life["dates"]]
    assert days == sorted(days)
    assert (life_dates.LEFT - life_dates.REGISTERED).days > 3 * 365


def test_no_step_takes_the_mouse_and_an_endorsement_six_keys_at_most(life: dict[str, Any]) -> None:
    assert all(step["mouse_clicks"] == 0 for step in life["steps"])
    endorsed = [step for step in life["steps"] if step["name"].startswith("endorsed: ")]
    assert [step["scans"] for step in endorsed] == [1, 1]
    assert all(step["keystrokes"] <= 6 for step in endorsed)


def test_every_screen_and_every_paper_is_there(out: Path) -> None:
    assert {path.stem for path in (out / "screens").glob("*.png")} >= {
        "registration",
        "application",
        "decided",
        "first-card",
        "handed-over",
        "first-endorsement",
        "replacement",
        "replacement-decided",
        "second-card",
        "replacement-handed-over",
        "start-of-day",
        "suspended",
        "late-endorsement",
        "leaving",
        "person-at-the-end",
        "permit-at-the-end",
    }
    named = sorted(path.name for path in (out / "papers").glob("[1-8]-*.pdf"))
    assert [name[0] for name in named] == list("12345678")
