"""Somebody else takes a locked window over: no word and no pixel of the first clerk's form is ever seen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.services.counter import open_counter
from desktop.services.ports import Folders, SystemClock


@pytest.mark.usefixtures("full_cost")  # signing in takes its time: a second Enter comes while it is under way
def test_nothing_of_the_first_clerks_form_is_seen_and_he_finds_it_again(
    tmp_path: Path, shared_cache: Path
) -> None:
    open_counter(Folders(tmp_path, shared_cache), SystemClock(), practice=True).close()
    told = [sys.executable, "-X", "utf8", "-m", "tests.end2end.take_over", str(tmp_path), str(shared_cache)]
    done = subprocess.run(
        told, cwd=Path(__file__).parents[2], capture_output=True, encoding="utf-8", timeout=1200
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.splitlines() == [
        "after a scan: ''",
        "the second clerk sees: True False ",
        "blank at once: True",
        "looked: True True seen: []",
        "the form is back: True",
        "sign_in 演练 王芳 ",
        "lock 演练 王芳 ",
        "sign_in_failed 演练 李强 ",
        "sign_in 演练 李强 ",
        "taken_over 演练 王芳 由演练 李强接用窗口",
        "sign_out 演练 李强 ",
        "sign_in 演练 王芳 ",
    ]
