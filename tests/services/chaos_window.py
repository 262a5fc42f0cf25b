"""A window in a process of its own that registers people one after another until it is killed.

`python -m tests.services.chaos_window FOLDER SOCKET DATABASE CACHE`: reads lines, forks a window for each. A line
is `FIRST LAST PAUSE` (go on with these people) or `drain` (send what waits). Every answer that the clerk would have
seen is a line of FOLDER/told: person, request, case number, digest of the paper.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import sys
import threading
import time
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import bindparam, select

from desktop.domain.errors import CounterError, ServerAway
from desktop.models import presence, server
from desktop.models.prepared import Prepared
from desktop.models.server import ServerDatabase
from desktop.models.server_settings import ServerSettings
from desktop.models.tables import Paper
from desktop.services.counter import Counter
from desktop.services.ports import Folders, SystemClock
from desktop.services.rows import Actor
from desktop.services.window import open_window
from tests.services.outage import home_of, line_of, person_of

A_DAY = 400
"""People a day: a counter has 999 numbers of one."""
_PAPER = Prepared(select(Paper.document).where(Paper.paper_number == bindparam("number")))


@dataclass
class SerialClock:
    """A clock whose day follows from how many people were served."""

    serial: int = 0
    began: datetime = field(default_factory=SystemClock().now)

    def now(self) -> datetime:
        morning = datetime(2026, 11, 20, 0, tzinfo=UTC) + timedelta(days=self.serial // A_DAY)
        return morning + (SystemClock().now() - self.began)


def request_of(serial: int) -> str:
    """The clerk presses again with the same request until there is an answer."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, str(serial)))


def open_here(folder: Path, socket: str, name: str, cache: Path, clock: SerialClock) -> Counter:
    presence.RETRY_SECONDS, server.CALL_SECONDS = 0.05, 0.7
    database = ServerDatabase(ServerSettings((socket,), name, "counter"), clock.now)
    window = open_window(Folders(folder, cache), clock, database, database.check)
    actor: Actor = pickle.loads((folder / "actor").read_bytes())
    window.office.rights.seat(actor)
    with contextlib.suppress(ServerAway):  # it may go away in this very moment
        line_of(window).at_counter(actor.counter_number, actor)
    return window


def tend(window: Counter, stop: threading.Event) -> None:
    while not stop.wait(0.02):
        try:
            line_of(window).tend()
        except CounterError:
            continue


def serve(window: Counter, folder: Path, clock: SerialClock, first: int, last: int, pause: float) -> None:
    actor: Actor = pickle.loads((folder / "actor").read_bytes())
    told = os.open(folder / "told", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    for serial in range(first, last):
        clock.serial = serial
        request = request_of(serial)
        while True:
            try:
                done = window.registrations.accept(actor, request, person_of(serial), home_of())
                row = window.office.database.link.one(_PAPER, number=f"11{done.case.case_number}")
                break
            except CounterError:
                time.sleep(0.01)
        digest = hashlib.sha256(row.document.encode()).hexdigest() if row is not None else ""
        time.sleep(pause)
        os.write(told, f"{serial} {request} {done.case.case_number} {digest}\n".encode())


def drain(window: Counter) -> None:
    line = line_of(window)
    while line.away or line.outbox.count():
        line.tend()
        time.sleep(0.01)


def main(folder: Path, socket: str, name: str, cache: Path) -> None:
    clock = SerialClock()
    print("ready", flush=True)
    for asked in sys.stdin:
        child = os.fork()
        if child:
            print(child, flush=True)
            print(os.waitpid(child, 0)[1], flush=True)
            continue
        try:
            words = asked.split()
            clock.serial = int(words[1] if words[0] == "drain" else words[0])
            window = open_here(folder, socket, name, cache, clock)
            if words[0] == "drain":
                drain(window)
            else:
                stop = threading.Event()
                tending = threading.Thread(target=tend, args=(window, stop), daemon=True)
                tending.start()
                serve(window, folder, clock, int(words[0]), int(words[1]), float(words[2]))
            os._exit(0)
        except CounterError:
            os._exit(3)  # no copy yet, and no server
        except BaseException:
            import traceback

            (folder / "crash").write_text(traceback.format_exc())
            os._exit(4)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], Path(sys.argv[4]))
