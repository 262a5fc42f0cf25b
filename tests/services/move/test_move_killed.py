"""The program is killed while it moves: nothing is half there, and the next start knows which side it is on."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from desktop.models import moving_out
from desktop.services.counter import STATION_FILE, Counter, open_counter
from desktop.services.move_rows import StationKey
from desktop.services.rows import Actor
from desktop.services.served import is_served, settle_move
from tests.services.move.desk import Desk, everything, move

pytestmark = pytest.mark.file_only

ROOT = Path(__file__).parents[3]


class Mover:
    """The process, led from stage to stage."""

    def __init__(self, station: Counter, key: StationKey) -> None:
        folders = station.office.folders
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "tests.services.move.mover",
                str(folders.data),
                str(folders.cache),
                key.form.hosts,
                key.form.database,
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            cwd=ROOT,
        )

    def until(self, stage: str) -> str:
        """Let it go on to a stage; return the one that it came to."""
        assert self._process.stdout is not None
        assert self._process.stdin is not None
        for line in self._process.stdout:
            if line.startswith(stage) and line.strip():
                return line.strip()
            self._process.stdin.write("\n")
            self._process.stdin.flush()
        return "ended"

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()


def settled(station: Counter, here: Desk, there: Desk, before: dict[str, list[object]]) -> bool:
    """Start again as the program would; say whether everything is at the station. Half is never."""
    folders, clock = station.office.folders, station.office.clock
    path = folders.data / STATION_FILE
    settle_move(folders, clock, path)
    assert moving_out.under_way(folders.data) is None
    mine = len(here.rows("select id from case_file")) if path.exists() else 0
    now = everything(there)
    if is_served(folders):
        assert not path.exists()
        assert len(now["case_file"]) > len(before["case_file"])
        assert [row for row in before["paper"] if row not in now["paper"]] == []
        return True
    assert mine
    assert {**now, "op_inbox": []} == {**before, "op_inbox": []}
    return False


@pytest.mark.parametrize(
    "stage",
    [
        "row 1",
        "stored",
        *(pytest.param(one, marks=pytest.mark.slow) for one in ("trail", "ready", "storing", "done")),
    ],
)
def test_killed_at_any_stage_all_of_it_is_there_or_nothing(
    station: Counter, boss: Actor, here: Desk, there: Desk, key: StationKey, stage: str
) -> None:
    here.issue(1)
    here.register(2)
    before = everything(there)
    station.journal.flush()
    station.office.database.close()
    mover = Mover(station, key)
    assert mover.until(stage).startswith(stage)
    mover.kill()
    assert settled(station, here, there, before) is (stage in ("stored", "done"))
    if stage in ("stored", "done"):
        return
    again = open_counter(station.office.folders, station.office.clock, practice=False)
    again.office.rights.seat(boss)
    entered = again.move_to_station.enter(boss, key)
    try:
        move(again, boss, entered)
    finally:
        entered.counter.close()
        again.close()
    assert len(everything(there)["case_file"]) > len(before["case_file"])


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(60))
def test_killed_at_any_moment_all_of_it_is_there_or_nothing(
    station: Counter, boss: Actor, here: Desk, there: Desk, key: StationKey, seed: int
) -> None:
    chance = random.Random(seed)
    for serial in range(1, 1 + chance.randrange(1, 12)):
        here.issue(serial) if chance.random() < 0.3 else here.register(serial)
    before = everything(there)
    station.journal.flush()
    station.office.database.close()
    mover = Mover(station, key)
    assert mover.until("trail") == "trail"
    killer = threading.Timer(chance.random() * 0.6, mover.kill)
    killer.start()
    reached = mover.until("never")
    killer.join()
    assert reached == "ended"
    if not settled(station, here, there, before):
        again = open_counter(station.office.folders, station.office.clock, practice=False)
        again.office.rights.seat(boss)
        entered = again.move_to_station.enter(boss, key)
        try:
            move(again, boss, entered)
        finally:
            entered.counter.close()
            again.close()
    assert len(everything(there)["case_file"]) > len(before["case_file"])
