"""Sixteen windows that register at once on the server, beside what pgbench reaches with the same statements.

Ours are sixteen processes, as sixteen windows are: threads of one Python would take turns. pgbench has sixteen
connections. Every part of the way shares this machine's processors, which windows at their own desks do not.

They work on a copy of the city or, where the disk has no room for one, on the city itself: each time other newcomers,
on later days.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import psycopg

from benchmarks.city import DATABASE, city, made
from benchmarks.kit import Finding, Ratio, median, readable
from benchmarks.pgbench_script import SEED, TABLE, script
from benchmarks.registering_window import desk
from benchmarks.statistics_kept import analyze
from desktop.models.server import SESSION, ServerDatabase
from installer.scratch_server import OWNER, ScratchServer, programs

TITLE = "Registration by sixteen windows at once"
LIMIT = 0.5
WINDOWS = 16
MOST = 50_000
"""People poured into a server for this alone; more were poured in by `make bench-data` or not at all."""
COPY = "registered"
_FIRST_COUNTER, _SECONDS, _ROUNDS = 21, 6.0, 5
_TRANSACTIONS = 100_667
"""More than pgbench does in a round; the next begins with other names than this one did."""
_DAYS, _MOST_TIMES = 4, 10
"""From one time to the next on the same database, and how often: the year must not end, whose tables are empty."""


def measure(rows: int) -> Finding:
    """Let windows register for some seconds, then pgbench, and again; on a copy of the city."""
    rows = rows if made(rows) else min(rows, MOST)
    with city(rows) as counter:
        database = counter.office.database
        assert isinstance(database, ServerDatabase)
        counter.close()
        with _place(Path(database.settings.hosts[0])) as place:
            ours, theirs, sent = _compare(place)
    worked = median([other.worked / one.worked for one, other in zip(ours, theirs, strict=True)])
    ratios = [one.a_second / other.a_second for one, other in zip(ours, theirs, strict=True)]
    return Finding(
        f"{TITLE}, among {rows:,}",
        (Ratio("of pgbench's", median(ratios), LIMIT, at_least=True),),
        {
            "where": "on a copy" if place.database == COPY else "on the city itself",
            "registered a second": f"{median([one.a_second for one in ours]):.0f}",
            "by pgbench, the same statements": f"{median([other.a_second for other in theirs]):.0f}",
            "of pgbench's, by processor time": f"{worked:.2f} ×, window or pgbench and server together",
            "processor time of one": f"{_told(ours)}; by pgbench {_told(theirs)}",
            "a registration": sent,
        },
    )


class Place(NamedTuple):
    """Where windows register: the server's folder, the database, and how often that was done in it before."""

    folder: str
    database: str
    before: int


class Turn(NamedTuple):
    """What came of some seconds: transactions a second, the processor's seconds of each here and at the server."""

    a_second: float
    here: float
    at_server: float

    @property
    def worked(self) -> float:
        """All of it."""
        return self.here + self.at_server


def _told(turns: list[Turn]) -> str:
    here, there = median([turn.here for turn in turns]), median([turn.at_server for turn in turns])
    return f"{readable(here * 1e6)} and {readable(there * 1e6)} at the server"


def _servers(folder: str) -> float:
    """Give the processor's seconds that the server's processes took so far, those that ended too."""
    ticks = 0
    for place, process in enumerate(ScratchServer(Path(folder)).processes()):
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2].split()
        ticks += sum(map(int, fields[11:13] if place else fields[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def _compare(where: Place) -> tuple[list[Turn], list[Turn], str]:
    with tempfile.TemporaryDirectory(prefix="counter-bench-") as scratch:
        data = Path(scratch) / "data"
        data.mkdir()
        number, days = _FIRST_COUNTER + WINDOWS, where.before * _DAYS
        seed = SEED + where.before
        taken_down = desk(where.folder, where.database, number, seed, days, data)
        written, sent = script(taken_down, WINDOWS, Path(scratch), seed)
        windows: list[subprocess.Popen[str]] = []
        try:
            for place in range(WINDOWS):
                windows.append(_window(where, place))
                opened = windows[-1].stdout
                assert opened is not None
                assert opened.readline() == "ready\n", "a window did not come up"
            ours, theirs = [], []
            for turn in range(_ROUNDS):
                analyze(where.folder, where.database)
                ours.append(_registered(where.folder, windows))
                analyze(where.folder, where.database)
                theirs.append(_by_pgbench(where, written, where.before * _ROUNDS + turn))
        finally:
            for window in windows:
                window.communicate()
            with psycopg.connect(host=where.folder, user=OWNER, dbname=where.database) as connection:
                connection.execute(f"DROP TABLE IF EXISTS {TABLE}")
    return ours, theirs, sent


def _window(where: Place, place: int) -> subprocess.Popen[str]:
    """Start a window at a counter of its own."""
    words = [sys.executable, "-m", "benchmarks.registering_window"]
    numbers = _FIRST_COUNTER + place, where.before * WINDOWS + place + 1, where.before * _DAYS
    return subprocess.Popen(
        [*words, where.folder, where.database, *map(str, numbers)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _registered(folder: str, windows: list[subprocess.Popen[str]]) -> Turn:
    """Let them all register for some seconds."""
    before = _servers(folder)
    for told in (f"{_SECONDS}\n", "\n"):
        for window in windows:
            assert window.stdin is not None
            window.stdin.write(told)
            window.stdin.flush()
        answers = [window.stdout.readline().split() for window in windows if window.stdout is not None]
    done = sum(int(count) for count, _ in answers)
    here, there = sum(float(worked) for _, worked in answers), _servers(folder) - before
    return Turn(done / _SECONDS, here / done, there / done)


def _by_pgbench(where: Place, written: Path, turn: int) -> Turn:
    """Let pgbench run the scripts for as long."""
    words = [str(programs() / "pgbench"), "-h", where.folder, "-U", OWNER, "-n", "-M", "prepared"]
    words += ["-c", str(WINDOWS), "-j", "2", "-T", f"{_SECONDS:.0f}", "-D", f"n={turn * _TRANSACTIONS}"]
    words += ["-f", str(written)]
    before, mine = _servers(where.folder), _children()
    settings = " ".join(f"-c {name}={value}" for name, value in SESSION.items())
    env = {**os.environ, "PGOPTIONS": settings}  # as the program's sessions have them
    done = subprocess.run([*words, where.database], capture_output=True, text=True, env=env)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "number of failed transactions: 0 " in done.stdout, done.stdout
    [told] = [line for line in done.stdout.splitlines() if line.startswith("tps = ")]
    rate = float(told.split()[2])
    time.sleep(1)  # its sixteen processes at the server end
    count = rate * _SECONDS
    return Turn(rate, (_children() - mine) / count, (_servers(where.folder) - before) / count)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@contextmanager
def _place(folder: Path) -> Iterator[Place]:
    """Give a copy of the city to register in, or the city itself where the disk has no room for two."""
    with _administrator(folder) as connection:
        [size] = connection.execute("SELECT pg_database_size(%s)", [DATABASE]).fetchone() or [0]
    if size < shutil.disk_usage(folder).free / 2:
        _drop(folder)
        with _administrator(folder) as connection:
            connection.execute(f"CREATE DATABASE {COPY} TEMPLATE {DATABASE} STRATEGY file_copy")
        try:
            yield Place(str(folder), COPY, 0)
        finally:
            _drop(folder)
        return
    times = folder.parent / "times-registered-in"
    before = int(times.read_text()) if times.exists() else 0
    if before >= _MOST_TIMES:
        raise RuntimeError(f"{folder.parent} was registered in {before} times: take it away and make it anew")
    times.write_text(str(before + 1))
    yield Place(str(folder), DATABASE, before)


def _drop(folder: Path) -> None:
    with _administrator(folder) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {COPY} WITH (FORCE)")


def _administrator(folder: Path) -> psycopg.Connection[Any]:
    return psycopg.connect(host=str(folder), user=OWNER, dbname="postgres", autocommit=True)
