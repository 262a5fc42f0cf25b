"""A window in a process of its own that registers people one after another until it is killed.

`python -m tests.services.chaos_window FOLDER HOST DATABASE CACHE [CA]`: reads lines, forks a window for each, writes
its process number and, when it ended, how. A line is `serve FIRST` (go on with these people) or `drain FIRST` (serve this
one and send what waits). Every answer that the clerk would have seen is a line of FOLDER/told: person, request, case number, digest of
the paper.
"""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import hashlib
import itertools
import os
import pickle
import signal
import sys
import threading
import time
import traceback
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import bindparam, create_engine, select
from sqlalchemy.exc import CompileError

from desktop.domain.errors import CounterError, EnvironmentTrouble, ServerAway
from desktop.models import presence, server, server_link
from desktop.models.database import sqlite_engine
from desktop.models.prepared import Prepared
from desktop.models.server import ServerDatabase
from desktop.models.server_settings import ServerSettings
from desktop.models.tables import Paper
from desktop.services import pinyin, working_copy
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


def open_here(folder: Path, settings: ServerSettings, cache: Path, clock: SerialClock) -> Counter:
    presence.RETRY_SECONDS, working_copy.MOST = 0.05, 40
    server.CALL_SECONDS = server_link.CALL_SECONDS = 0.7
    database = ServerDatabase(settings, clock.now)
    window = open_window(Folders(folder, cache), clock, database, database.check)
    actor: Actor = pickle.loads((folder / "actor").read_bytes())
    window.office.rights.seat(actor)
    with contextlib.suppress(ServerAway):  # it may go away in this very moment
        line_of(window).at_counter(actor.counter_number, actor)
    return window


def tend(window: Counter) -> None:
    while True:
        time.sleep(0.1)
        with contextlib.suppress(CounterError):
            line_of(window).tend()


def serve(window: Counter, folder: Path, clock: SerialClock, first: int, count: int | None = None) -> None:
    """Serve people from `first` on; while they are sent, the clerk stops now and then."""
    actor: Actor = pickle.loads((folder / "actor").read_bytes())
    line, told = line_of(window), os.open(folder / "told", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    while line.copy.as_of() is None:  # without a copy a window has nothing to go on with, and ends
        time.sleep(0.01)
    for serial in itertools.islice(itertools.count(first), count):
        clock.serial = serial
        request = request_of(serial)
        row = None
        while row is None:  # where the server went away before its paper was read, it is asked for again
            try:
                done = window.registrations.accept(actor, request, person_of(serial), home_of())
                row = window.office.database.link.one(_PAPER, number=f"11{done.case.case_number}")
            except EnvironmentTrouble:  # nothing else: what is not possible would be so for ever
                time.sleep(0.01)
        digest = hashlib.sha256(row.document.encode()).hexdigest()
        os.write(told, f"{serial} {request} {done.case.case_number} {digest}\n".encode())
        while line.state.sending and serial % 3 == 0:
            time.sleep(0.005)


def drain(window: Counter) -> None:
    line = line_of(window)
    while line.away or line.outbox.count():
        line.tend()
        time.sleep(0.01)


def work(words: list[str], folder: Path, settings: ServerSettings, cache: Path) -> None:
    """Do what a line says, as a program of its own."""
    what, first = words[0], int(words[1])
    clock = SerialClock(first)
    window = open_here(folder, settings, cache, clock)
    if what == "drain":
        serve(window, folder, clock, first, 1)
        drain(window)
        return
    threading.Thread(target=tend, args=(window,), daemon=True).start()
    serve(window, folder, clock, first)


def warm(folder: Path) -> None:
    """Do once what every program would do again: compile statements, and read the words that names are spelt by."""
    pinyin.readings("演练甲")
    dialects = sqlite_engine(folder / "none", b"").dialect, create_engine("postgresql+psycopg://").dialect
    for each in gc.get_objects():
        if isinstance(each, Prepared):
            for dialect in dialects:
                with contextlib.suppress(CompileError):
                    each.compiled(dialect)


def main(folder: Path, settings: ServerSettings, cache: Path) -> None:
    warm(folder)
    print("ready", flush=True)
    stacks = (folder / "stacks").open("w")
    for asked in sys.stdin:
        child = os.fork()
        if child:
            print(child, flush=True)
            print(os.waitpid(child, 0)[1], flush=True)
            continue
        try:
            faulthandler.register(signal.SIGUSR1, stacks)
            threading.excepthook = lambda told: end(folder, told.exc_value)
            work(asked.split(), folder, settings, cache)
            os._exit(0)
        except BaseException as error:
            end(folder, error)


def end(folder: Path, error: BaseException | None) -> None:
    """End this program with its error written down."""
    assert error is not None
    (folder / "crash").write_text("".join(traceback.format_exception(error)))
    os._exit(4)


if __name__ == "__main__":
    _, place, host, database, kept, *authority = sys.argv
    ca_file = Path(authority[0]) if authority else None
    main(Path(place), ServerSettings((host,), database, "counter", ca_file=ca_file), Path(kept))
