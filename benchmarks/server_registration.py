"""Sixteen windows that register at once on the server, beside what pgbench reaches with the same statements.

Ours are sixteen processes, as sixteen windows are: threads of one Python would take turns. pgbench has sixteen
connections. Every part of the way shares this machine's processors, which windows at their own desks do not.
"""

from __future__ import annotations

import gc
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import repeat
from pathlib import Path
from typing import Any, NamedTuple

import psycopg

from benchmarks.city import city, made
from benchmarks.kit import Finding, Ratio, median, readable
from benchmarks.registering_window import A_SEED, desk
from benchmarks.statistics_kept import analyze
from desktop.models.server import SESSION, ServerDatabase
from desktop.models.server_wire import Asked, Wired
from installer.scratch_server import OWNER, ScratchServer, programs

TITLE = "Registration by sixteen windows at once"
LIMIT = 0.5
WINDOWS = 16
MOST = 50_000
"""People poured into a server for this alone; more were poured in by `make bench-data` or not at all."""
COPY = "registered"
_FIRST_COUNTER, _THEIRS, _SECONDS, _ROUNDS, _SCRIPTS = 21, 61, 8.0, 3, 4
_KEYS = 230_000_000_000  # milliseconds since 2020, later than everybody else's
_PGBENCH_SEED = 150
Statements = list[tuple[bytes, list[str | None]]]


def measure(rows: int) -> Finding:
    """Let windows register for some seconds, then pgbench, and again; on a copy of the city."""
    rows = rows if made(rows) else min(rows, MOST)
    with city(rows) as counter:
        database = counter.office.database
        assert isinstance(database, ServerDatabase)
        folder = database.settings.hosts[0]
        counter.close()
        _copy(folder)
        try:
            ours, theirs, sent = _compare(folder)
        finally:
            _drop(folder)
    worked = median([other.worked / one.worked for one, other in zip(ours, theirs, strict=True)])
    ratios = [one.a_second / other.a_second for one, other in zip(ours, theirs, strict=True)]
    return Finding(
        f"{TITLE}, among {rows:,}",
        (Ratio("of pgbench's", median(ratios), LIMIT, at_least=True),),
        {
            "registered a second": f"{median([one.a_second for one in ours]):.0f}",
            "by pgbench, the same statements": f"{median([other.a_second for other in theirs]):.0f}",
            "of pgbench's, by processor time": f"{worked:.2f} ×, window or pgbench and server together",
            "processor time of one": f"{_told(ours)}; by pgbench {_told(theirs)}",
            "a registration": sent,
        },
    )


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


def _compare(folder: str) -> tuple[list[Turn], list[Turn], str]:
    with tempfile.TemporaryDirectory(prefix="counter-bench-") as scratch:
        scripts, sent = _scripts(folder, Path(scratch))
        windows: list[subprocess.Popen[str]] = []
        try:
            for place in range(WINDOWS):
                windows.append(_window(folder, place))
                opened = windows[-1].stdout
                assert opened is not None
                assert opened.readline() == "ready\n", "a window did not come up"
            ours, theirs = [], []
            for turn in range(_ROUNDS):
                analyze(folder, COPY)  # pgbench's keys lie in a year that was empty at first
                ours.append(_registered(folder, windows))
                analyze(folder, COPY)
                theirs.append(_by_pgbench(folder, scripts, turn))
        finally:
            for window in windows:
                window.communicate()
    return ours, theirs, sent


def _window(folder: str, place: int) -> subprocess.Popen[str]:
    """Start a window at a counter of its own."""
    words = [sys.executable, "-m", "benchmarks.registering_window"]
    return subprocess.Popen(
        [*words, folder, COPY, str(_FIRST_COUNTER + place), str(place + 1)],
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


def _by_pgbench(folder: str, scripts: list[Path], turn: int) -> Turn:
    """Let pgbench run the scripts for as long."""
    words = [str(programs() / "pgbench"), "-h", folder, "-U", OWNER, "-n", "-M", "prepared"]
    words += ["-c", str(WINDOWS), "-j", "2", "-T", f"{_SECONDS:.0f}", "-D", f"n={turn * 1_000_000}"]
    for script in scripts:
        words += ["-f", str(script)]
    before, mine = _servers(folder), _children()
    settings = " ".join(f"-c {name}={value}" for name, value in SESSION.items())
    env = {**os.environ, "PGOPTIONS": settings}  # as the program's sessions have them
    done = subprocess.run([*words, COPY], capture_output=True, text=True, env=env)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "number of failed transactions: 0 " in done.stdout, done.stdout
    [told] = [line for line in done.stdout.splitlines() if line.startswith("tps = ")]
    rate = float(told.split()[2])
    time.sleep(1)  # its sixteen processes at the server end
    count = rate * _SECONDS
    return Turn(rate, (_children() - mine) / count, (_servers(folder) - before) / count)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


# -- the script that pgbench runs: what a window sent, with keys and numbers that are new each time ------------


def _scripts(folder: str, scratch: Path) -> tuple[list[Path], str]:
    """Take down what some registrations send, and give a script for each."""
    data = scratch / "data"
    data.mkdir()
    window = desk(folder, COPY, _FIRST_COUNTER + WINDOWS, _PGBENCH_SEED, data)
    link: Any = window.counter.office.database.link
    for _ in range(10):
        window.register()
    here = window.actor
    for place in range(WINDOWS):  # a chain and a series of numbers for each of pgbench's clients
        window.actor = replace(here, counter_number=_THEIRS + place)
        window.register()
    window.actor = here
    taken = []
    real = link._wire
    for _ in range(_SCRIPTS + 1):
        link._wire = recorder = _Recorder(real)
        window.register()
        taken.append(recorder.sent)
        trips = recorder.trips
    link._wire = real
    window.counter.close()
    names = {each.text: each.names for each in gc.get_objects() if isinstance(each, Wired)}
    paths = []
    for place in range(_SCRIPTS):
        path = scratch / f"registration-{place}.sql"
        path.write_text(_script(taken[place], taken[place + 1], names), "utf-8")
        path.chmod(0o644)
        paths.append(path)
    scratch.chmod(0o755)
    return paths, f"{trips} round trips, {len(taken[0])} statements"


class _Recorder:
    """A wire that takes down what goes over it."""

    def __init__(self, wire: Any) -> None:
        self._wire = wire
        self.sent: Statements = []
        self.trips = 0

    def send(self, one: Asked) -> Any:
        self.trips += 1
        self._take(one)
        return self._wire.send(one)

    def send_all(self, many: Sequence[Asked]) -> Any:
        self.trips += 1
        for one in many:
            self._take(one)
        return self._wire.send_all(many)

    def _take(self, one: Asked) -> None:
        words = [None if each is None else bytes(each).decode() for each in one.values or ()]
        self.sent.append((one.text, words))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._wire, name)


def _script(sent: Statements, other: Statements, names: dict[bytes, list[str]]) -> str:
    """Write what one registration sent for pgbench; what another did not send is new in every transaction."""
    also = {value for _, values in other for value in values}
    fresh = {value: "" for _, values in sent for value in values if value is not None and value not in also}
    begin = [
        "\\set n :n + 1",
        f"\\set counter {_THEIRS} + :client_id",
        f"\\set place ({_PGBENCH_SEED} * {A_SEED} + :counter) * 10000000 + :n",
    ]
    for value in fresh:
        if value.isdigit() and 17 < len(value) < 20 and int(value) >> 57:
            fresh[value] = f":k{len(begin)}"
            begin.append(f"\\set k{len(begin)} (({_KEYS} + :n) << 21) | (:counter << 14) | {len(begin)}")
        elif _only_once(value):
            fresh[value] = f":u{len(begin)}"
            begin.append(f"\\set u{len(begin)} :place * 100 + {len(begin)}")
    lines = []
    for text, values in sent:
        written = [
            _written(name, value, fresh) for name, value in zip(_names(text, names), values, strict=False)
        ]
        words = re.sub(r"\$(\d+)", partial(_value, written), text.decode())
        if words.startswith("SELECT journal_entry.sequence"):
            lines += [f"{words} \\gset", "\\set sequence :sequence + 1"]
        else:
            lines.append(f"{words};")
    return "\n".join([*begin, *lines, ""])


def _value(written: list[str], found: re.Match[str]) -> str:
    return written[int(found[1]) - 1]


def _names(text: bytes, names: dict[bytes, list[str]]) -> Iterable[str]:
    """Give what the values of a statement are called; those of many rows at once do not matter here."""
    return names.get(text) or repeat("")


def _only_once(value: str) -> bool:
    """Whether no two rows may have it: a number, a request's name."""
    return len(value) <= 40 and sum(map(str.isdigit, value)) >= 12 and not value.startswith("20")


def _written(name: str, value: str | None, fresh: dict[str, str]) -> str:
    if name in ("counter", "counter_number"):
        return ":counter"
    if name == "sequence":
        return ":sequence"
    if name in ("previous_hash", "hash"):
        return ":hash"
    if value is None:
        return "NULL"
    if fresh.get(value):
        return fresh[value]
    words = value.replace("\\", "\\\\").replace("'", "''").replace(":", "\\x3a")
    return f"E'{words}'"


def _copy(folder: str) -> None:
    """Have the windows work on a copy of the city."""
    _drop(folder)
    with _administrator(folder) as connection:
        connection.execute(f"CREATE DATABASE {COPY} TEMPLATE city STRATEGY file_copy")


def _drop(folder: str) -> None:
    with _administrator(folder) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {COPY} WITH (FORCE)")


def _administrator(folder: str) -> psycopg.Connection[Any]:
    return psycopg.connect(host=folder, user=OWNER, dbname="postgres", autocommit=True)
