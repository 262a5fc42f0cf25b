"""What has to be so after the simulated day, asked of the server and of the papers that were handed out."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path
from typing import Any

from desktop.models.database import Database
from desktop.services.day_log import LogFormat, LogRequest
from tests.services.mixed_work import NEVER
from tests.services.outage import chain_faults, rows
from tests.services.simulated_day import Day
from tests.services.simulated_station import LONELY
from tests.services.simulated_window import TODAY, Desk

LEFT_OUT = "numbers that were not given"
"""A window that goes on by itself leaves some out, on purpose."""


def everything(day: Day, database: Database, template: Any, folder: Path) -> None:
    """Ask all of it."""
    ended = ended_papers(database)
    never(database)
    numbers(day, database, ended)
    papers(day, database, ended)
    sent_once(day, database)
    for window in day.windows:
        balance(window, ended, day.printed_twice if window is day.windows[2] else set())
    stock(day)
    chains(day, database, template)
    log(day, template, folder)


def never(database: Database) -> None:
    """What must never be found is not found."""
    for what, question in NEVER.items():
        found = rows(database, question)
        assert found == [] or (what == LEFT_OUT and found == [(LONELY,)]), what


def ended_papers(database: Database) -> set[str]:
    """Papers that were printed without the server and count no more."""
    asked = "select paper_number from op_paper join op_conflict on op_conflict.id = conflict_id"
    ended = {number for (number,) in rows(database, asked + " where state = 'void'")}
    voided = {number for (number,) in rows(database, asked + " where void_at is not null")}
    assert ended == voided
    assert rows(database, "select kind, reason from op_conflict where state = 'open'") == []
    assert rows(database, "select kind, reason from op_conflict where kind in ('alarm', 'fault')") == []
    return ended


def numbers(day: Day, database: Database, ended: set[str]) -> None:
    """Every number that a clerk was told is that of the same request at the server; or its paper is ended."""
    stored = dict(rows(database, "select request_id, case_number from case_file"))
    gone = {number[2:] for number in ended}
    told: dict[str, str] = {}
    for window in day.windows:
        told |= window.told
    assert len(told) == sum(len(window.told) for window in day.windows)
    assert len(set(told.values())) == len(told)
    for request, number in told.items():
        assert stored.get(request) == number or (number in gone and request not in stored)


def papers(day: Day, database: Database, ended: set[str]) -> None:
    """Every sheet in somebody's hands is stored once, byte for byte and with its outcome, or it is ended."""
    asked = (
        "select paper_number, number, sha256, outcome, pdf from paper_copy join paper on paper.id = paper_id"
    )
    stored: dict[tuple[str, int], list[tuple[str, str, bytes]]] = {}
    for paper, number, digest, outcome, pdf in rows(database, asked + " where requested_on = :on", on=TODAY):
        stored.setdefault((paper, number), []).append((digest, outcome, bytes(pdf)))
    sheets = [sheet for window in day.windows for sheet in window.sheets]
    found = set()
    twice = [sheet for sheet in day.windows[2].sheets if (sheet.paper, sheet.number) in day.printed_twice]
    assert len(twice) == 1, [(sheet.paper, sheet.number) for sheet in day.windows[2].sheets]
    for sheet in sheets:
        there = stored.get((sheet.paper, sheet.number), [])
        mine = (hashlib.sha256(sheet.pdf).hexdigest(), sheet.outcome.value, sheet.pdf)
        if sheet in twice:
            assert there not in ([], [mine])
        elif sheet.paper in ended:
            assert there == []
        else:
            assert there == [mine], sheet.paper
            found.add((sheet.paper, sheet.number))
    assert found == set(stored)
    assert len(sheets) >= 90


def sent_once(day: Day, database: Database) -> None:
    """Everything that was done without the server is in its inbox once, in order, and nothing waits."""
    taken = rows(database, "select sequence, count(*), min(window_id) from op_inbox group by sequence")
    line = day.windows[2].line
    assert sorted(taken) == [(place, 1, line.outbox.window_id) for place in range(1, len(taken) + 1)]
    assert (len(taken), line.outbox.count()) == (line.state.sent, 0)
    assert all(window.line.outbox.count() == 0 for window in day.windows)


def balance(window: Desk, ended: set[str], elsewhere: set[tuple[str, int]]) -> None:
    """The day's balance of a counter says what was done at it."""
    found = window.counter.day.balance(TODAY, window.actor.counter_number)
    lines = {line.kind: line for line in found.lines if line.expected or line.cases}
    for kind, line in window.balance(ended, elsewhere).items():
        assert lines.pop(kind) == line
    assert lines == {}
    assert found.balanced
    assert found.closed_at is not None


def stock(day: Day) -> None:
    """Every blank is where it is said to be, and those that were spoiled are written off."""
    found = day.windows[0].counter.blanks.balance(TODAY)
    assert found.balanced


def chains(day: Day, database: Database, template: Any) -> None:
    """The trail is whole at every counter, and what happened without the server is in it."""
    assert chain_faults(database) == []
    checked = day.windows[0].counter.trail.check(template.auditor, lambda done, total: None, lambda: False)
    assert checked.fault_count == 0
    told = {
        number
        for (number,) in rows(database, "select case_number from journal_entry where counter_number = 4")
    }
    assert set(day.windows[2].told.values()) <= told


def log(day: Day, template: Any, folder: Path) -> None:
    """The day's log is verified by a program that has nothing but the file and the station's public keys."""
    counter, file, keys = day.windows[0].counter, folder / "day.jsonl", folder / "keys.json"
    request = LogRequest(TODAY, TODAY, LogFormat.TRAIL, file, False)
    counter.day_log.export(template.auditor, request, lambda done, total: None, lambda: False)
    counter.seals.export_keys(template.auditor, keys)
    done = subprocess.run(
        [sys.executable, "-m", "desktop.journal", "verify", str(file), "--keys", str(keys)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "窗口01、02、03、04" in done.stdout, done.stdout
    assert "日链首3个" in done.stdout, done.stdout  # each counter closed its day
