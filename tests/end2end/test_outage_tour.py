"""An outage is a test: the real windows go through it, and what was printed meanwhile is read back."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.end2end.paper_check import words_of

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("outage") / "out"
    done = subprocess.run(
        [sys.executable, "-m", "tests.end2end.outage_tour", "--out", str(folder), "--few"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=1800,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return folder


@pytest.fixture(scope="module")
def steps(out: Path) -> list[dict[str, Any]]:
    return list(json.loads((out / "outage.json").read_text("utf-8")))


def test_it_takes_no_mouse(steps: list[dict[str, Any]]) -> None:
    assert len(steps) > 20
    assert all(step["mouse_clicks"] == 0 for step in steps)


def test_what_the_clerk_sees_before_during_and_after_has_its_picture(out: Path) -> None:
    assert {path.stem for path in (out / "screens").glob("*.png")} >= {
        "1-before",
        "2-away",
        "3-look-up",
        "3-person",
        "4-registration",
        "paper-4-certificate-0",
        "5-application",
        "paper-5-receipt",
        "6-decision-waits",
        "7-outbox",
        "8-sending",
        "8-sent",
        "9-review",
        "9-void-asked",
        "9-settled",
        "10-ended-paper",
        "10-ended-code",
        "11-after",
    }


def test_what_was_printed_without_the_server_is_a_paper_like_any_other(out: Path) -> None:
    for name, words in (
        ("certificate-0", "演练新来一"),
        ("certificate-1", "演练新来二"),
        ("receipt", "曾庆澜"),
    ):
        assert words in words_of(out / "papers" / f"{name}.pdf")
