"""Whatever dies in between, everything that a clerk saw as done is at the server once, as it was printed."""

from __future__ import annotations

import contextlib
import os
import pickle
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.codes import Role
from desktop.services.counter import build_counter
from desktop.services.ports import Folders
from desktop.services.rows import Actor, StationRow
from desktop.services.set_up import NewStaff
from installer.scratch_server import ScratchServer
from tests.servers import Databases, reach, scratch
from tests.services.chaos_window import SerialClock
from tests.services.flaky_way import FlakyWay
from tests.services.outage import chain_faults, rows

STAFF = (
    NewStaff("one", "测试一", Role.AUXILIARY, "test-pass-1"),
    NewStaff("boss", "测试管理员", Role.SYSTEM_ADMINISTRATOR, "test-pass-3"),
    NewStaff("safe", "测试安全员", Role.SECURITY_ADMINISTRATOR, "test-pass-6"),
    NewStaff("audit", "测试审计员", Role.AUDIT_ADMINISTRATOR, "test-pass-7"),
)


class Chaos:
    """A window in a process, a server, and the way between them: all of which fail."""

    def __init__(self, folder: Path, cache: Path, own: ScratchServer, name: str, seed: int) -> None:
        self.folder, self._own, self._random = folder, own, random.Random(seed)
        self.way = FlakyWay(folder / "way", own.folder)
        self._zygote = subprocess.Popen(
            [
                *(sys.executable, "-m", "tests.services.chaos_window"),
                *(str(folder), str(folder / "way"), name, str(cache)),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        assert self._line() == "ready"

    def told(self) -> dict[int, tuple[str, str, str]]:
        """What the clerk saw as done: by person, the request, the number and the paper's digest."""
        found: dict[int, tuple[str, str, str]] = {}
        path = self.folder / "told"
        for line in path.read_text().splitlines() if path.exists() else ():
            serial, request, number, digest = line.split(" ")
            before = found.setdefault(int(serial), (request, number, digest))
            assert before == (request, number, digest)  # asked again, the answer is the same
        return found

    def next(self) -> int:
        """Whom the clerk serves next."""
        return max(self.told(), default=0) + 1

    def run(self, people: int, faults: int, pause: float = 0.0) -> dict[str, int]:
        """Serve people, `pause` seconds after each, while something fails every now and then; return how often what did."""
        happened: dict[str, int] = {}
        left = faults
        while self.next() <= people or left > 0:
            first = self.next()
            self._ask(f"{first} {max(people, first) + 1} {pause}")
            child = int(self._line())
            killed = False
            while left > 0 and not killed and self.next() <= people:
                time.sleep(self._random.uniform(0.02, 0.25))
                what = self._random.choices(
                    ("kill", "hang_up", "silence", "crash", "freeze"), (40, 20, 20, 14, 6)
                )[0]
                happened[what] = happened.get(what, 0) + 1
                left -= 1
                if what == "kill":
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(child, signal.SIGKILL)
                    killed = True
                else:
                    self._fail(what)
            if self.next() > people and left > 0:
                people += 1  # a fault more needs somebody more
            status = int(self._line())
            assert not (self.folder / "crash").exists(), (self.folder / "crash").read_text()
            assert status in (0, signal.SIGKILL, 3 << 8)
        self._ask(f"drain {people}")
        self._line()
        assert self._line() == "0", (self.folder / "crash").read_text()
        return happened

    def close(self) -> None:
        assert self._zygote.stdin is not None
        self._zygote.stdin.close()
        self._zygote.wait(10)
        assert self._zygote.stdout is not None
        self._zygote.stdout.close()
        self.way.close()

    def _fail(self, what: str) -> None:
        if what == "hang_up":
            self.way.hang_up()
        elif what == "silence":  # as a cable that is pulled: nobody is told
            self.way.silent = True
            time.sleep(self._random.uniform(0.5, 2))
            self.way.silent = False
        elif what == "crash":
            self._own.stop("immediate")
            time.sleep(self._random.uniform(0, 0.8))
            self._own.start()
        else:
            with self._own.frozen():
                time.sleep(self._random.uniform(0.5, 2))

    def _ask(self, words: str) -> None:
        assert self._zygote.stdin is not None
        self._zygote.stdin.write(words + "\n")
        self._zygote.stdin.flush()

    def _line(self) -> str:
        assert self._zygote.stdout is not None
        return self._zygote.stdout.readline().strip()


@pytest.fixture
def own() -> Iterator[ScratchServer]:
    with scratch() as made:
        yield made


@pytest.fixture
def chaos(own: ScratchServer, tmp_path: Path, shared_cache: Path) -> Iterator[tuple[Chaos, str]]:
    databases = Databases(own)
    name = databases.make()
    databases.close()
    folders = Folders(tmp_path / "first", shared_cache)
    folders.data.mkdir()
    counter = build_counter(reach(own, name), folders, SerialClock())
    station = StationRow("370102", "006", "测试派出所", "测试路1号", "0531-80000001", practice=False)
    counter.set_up.establish(station, STAFF, 1)
    actor: Actor = counter.sign_in.sign_in("one", "test-pass-1", 3)
    counter.close()
    window = tmp_path / "window"
    window.mkdir()
    (window / "actor").write_bytes(pickle.dumps(actor))
    made = Chaos(window, shared_cache, own, name, seed=20261120)
    yield made, name
    made.close()


def check(chaos: Chaos, own: ScratchServer, name: str) -> tuple[int, int]:
    """Everything that was told is there once, as it was printed; return how many, and how many were sent later."""
    database = reach(own, name)
    told = chaos.told()
    stored = {
        request: number for request, number in rows(database, "select request_id, case_number from case_file")
    }
    assert {request: number for request, number, _ in told.values()} == stored
    [(people, registrations, papers)] = rows(
        database,
        "select (select count(*) from person), (select count(*) from registration), (select count(*) from paper)",
    )
    assert people == registrations == papers == len(told)
    digests = dict(
        rows(
            database,
            "select substr(paper_number, 3), encode(sha256(convert_to(document, 'UTF8')), 'hex') from paper",
        )
    )
    assert {number: digest for _, number, digest in told.values()} == digests
    assert rows(database, "select kind, reason from op_conflict") == []
    [(sent, once)] = rows(database, "select count(*), count(distinct (window_id, sequence)) from op_inbox")
    assert sent == once
    assert chain_faults(database) == []
    database.close()
    return len(told), sent


def test_fifty_faults_lose_nothing_and_double_nothing(chaos: tuple[Chaos, str], own: ScratchServer) -> None:
    made, name = chaos
    happened = made.run(400, 50, pause=0.03)
    assert sum(happened.values()) == 50
    assert happened["kill"] > 10
    done, sent = check(made, own, name)
    assert done >= 400
    assert sent > 20, "the window did not go on by itself"


@pytest.mark.slow
def test_twenty_thousand_operations_under_a_thousand_faults(
    chaos: tuple[Chaos, str], own: ScratchServer
) -> None:
    made, name = chaos
    happened = made.run(20_000, 1_000)
    assert sum(happened.values()) == 1_000
    done, _ = check(made, own, name)
    assert done >= 20_000
