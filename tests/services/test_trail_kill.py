"""Looks are stored in groups: nobody waits for the disk, a kill loses at most the last second, the chain stays whole."""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from desktop.rounds import FLUSH_MS
from desktop.services.counter import Counter, open_counter
from desktop.services.ports import Folders, SystemClock
from desktop.services.rows import Actor, RegistrationDone

ROOT = Path(__file__).parents[2]

LOOKS = textwrap.dedent(
    """
    import os, sys, threading, time
    from pathlib import Path
    from desktop.rounds import FLUSH_MS
    from desktop.services.counter import open_counter
    from desktop.services.journal import Happening
    from desktop.services.ports import Folders, SystemClock

    clock = SystemClock()
    counter = open_counter(Folders(Path(sys.argv[1]), Path(sys.argv[2])), clock, practice=False)
    actor = counter.sign_in.sign_in("one", "test-pass-1", 3)

    def say(*words):  # a line at once: two threads say something
        os.write(1, (" ".join(map(str, words)) + "\\n").encode())

    def flush():
        while True:
            time.sleep(FLUSH_MS / 1000)
            say("begins")
            counter.journal.flush()
            say("stored")

    threading.Thread(target=flush, daemon=True).start()
    for number in range(100_000):
        counter.journal.note(Happening(actor, "look_up", clock.now(), matter="kill", detail=str(number)))
        say("noted", number)
        time.sleep(0.004)
    """
)


@pytest.mark.file_only
def test_a_kill_loses_at_most_the_last_second(station: Counter, folders: Folders, template: Any) -> None:
    station.close()
    noted, begun, safe, stored = -1, -1, -1, 0
    with subprocess.Popen(
        [sys.executable, "-c", LOOKS, str(folders.data), str(folders.cache)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as child:
        assert child.stdout is not None
        for line in child.stdout:
            if line == "begins\n":
                begun = noted
            elif line == "stored\n":
                safe, stored = begun, stored + 1
                if stored == 2:  # two groups are in; the third is killed while it waits
                    threading.Timer(0.6, child.send_signal, [signal.SIGKILL]).start()
            elif line.endswith("\n"):
                noted = int(line.split()[1])
    assert child.returncode == -signal.SIGKILL
    counter = open_counter(folders, SystemClock(), practice=False)
    with counter.office.database.engine.connect() as connection:
        words = text("select detail from journal_entry where matter = 'kill' order by sequence")
        found = [int(detail) for detail in connection.execute(words).scalars()]
    boss = counter.sign_in.sign_in("audit", "test-pass-7", 1)
    assert counter.trail.check(boss, lambda done, total: None, lambda: False).faults == ()
    counter.close()
    assert found == list(range(len(found)))  # in their order, none left out
    assert noted >= len(found), "the kill came too late to lose anything"
    # what is lost came after the last round of storing began, and there is a round a second
    assert len(found) > safe >= 0
    assert FLUSH_MS <= 1000


@pytest.mark.file_only
def test_a_look_does_not_wait_for_somebody_who_writes(
    station: Counter, clerk: Actor, register: Callable[..., RegistrationDone]
) -> None:
    """Another counter holds the database's only write lock all the while."""
    register()
    with station.office.database.engine.connect() as connection:
        number = connection.execute(text("select id_number from person")).scalar_one()
    station.journal.flush()
    other = station.office.database.engine.raw_connection()
    other.cursor().execute("BEGIN IMMEDIATE")
    before = station.journal.waiting
    assert len(station.lookup.find(clerk, number).hits) == 1
    assert station.journal.waiting == before + 1
    other.cursor().execute("ROLLBACK")
    other.close()
    assert station.journal.flush() >= 1
