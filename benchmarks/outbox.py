"""What an operation done without the server costs: sealing it, and doing it again on a real PostgreSQL.

What is wanted is 250 µs for sealing beyond the disk's own sync, and 4,000 operations a second when they are sent:
registrations alone, looks and registrations as they come, and a whole day, with applications, moves and each paper
printed in its five steps. Registrations alone are held beside the same rows poured bare in the same minute too, which
are themselves 2,400 to 6,400 a second on one machine within an hour.
A thousand registrations wait when they are sent, five times; of what a whole day has, as many as that makes.
Sealing is measured in processor time, beside a transaction that stores as many bytes as they are. Sending is measured
by the clock and, since a machine has much else to do, by the processor's time on both sides, beside the floor: the
same rows poured with COPY, as many operations in a transaction, nothing asked and nothing made of them (`outbox_bare`).
"""

from __future__ import annotations

import contextlib
import gc
import secrets
import shutil
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert

from benchmarks.kit import FOLDER, Finding, Ratio, median, readable
from benchmarks.outbox_bare import Cost, backend_of, costing, floor
from benchmarks.outbox_day import LOOKS, Day
from benchmarks.statistics_kept import analyze
from desktop.domain.codes import Role
from desktop.domain.errors import ServerAway
from desktop.models.database import Link
from desktop.models.opening import upgrade
from desktop.models.prepared import Prepared
from desktop.models.server import ServerDatabase
from desktop.models.server_faults import away
from desktop.models.server_settings import ServerSettings
from desktop.models.tables import OutboxOperation
from desktop.services.counter import Counter, build_counter
from desktop.services.line import Line
from desktop.services.ports import Folders
from desktop.services.rows import Actor, StationRow
from desktop.services.set_up import NewStaff
from desktop.services.taking_in import STORED_AT_ONCE
from desktop.services.window import open_window
from installer.scratch_server import OWNER, ScratchServer

TITLE = "Without the server: sealing, and sending afterwards"
SEALING_LIMIT_US, KEEPING_LIMIT_US, SENDING_LIMIT, A_SECOND = 250.0, 150.0, 0.6, 4_000.0
"""Microseconds of the processor, twice; times what the same takes while the server is there; operations."""
WORK_LIMIT, PACE_LIMIT = 2.5, 0.6
"""Times the floor by the processor at the most, of the floor's operations a second at the least."""
OPERATIONS, A_DAY = 10_000, 300
BEGIN = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
STAFF = (
    NewStaff("one", "测试一", Role.AUXILIARY, "test-pass-1"),
    NewStaff("boss", "测试管理员", Role.SYSTEM_ADMINISTRATOR, "test-pass-3"),
    NewStaff("safe", "测试安全员", Role.SECURITY_ADMINISTRATOR, "test-pass-6"),
    NewStaff("audit", "测试审计员", Role.AUDIT_ADMINISTRATOR, "test-pass-7"),
)
_BARE = Prepared(insert(OutboxOperation))


class StepClock:
    """A clock that goes on a millisecond at each look."""

    def __init__(self) -> None:
        self.moment = BEGIN

    def now(self) -> datetime:
        """Return the moment."""
        self.moment += timedelta(milliseconds=1)
        return self.moment


_ROUNDS, _AT_ONCE, _OF_A_DAY = 5, 200, 100


class _Undone(Exception):
    """Ends a transaction without its being stored."""


def measure(rows: int) -> Finding:
    """Seal some thousand registrations and looks, and send them."""
    count = min(OPERATIONS, rows) // (2 * _ROUNDS)
    with _window() as (window, actor, clock, way, folder):
        alone, there, floors = [], [], []
        whole_day = Day(window, actor, clock, BEGIN)
        whole_day.know(_ROUNDS * _OF_A_DAY // 2)
        first = 0
        for _ in range(_ROUNDS):
            way.cut = True
            here, size = _register(window, actor, clock, first, count)
            sealing, bare = _seal(window)
            way.cut = False
            floors.append(floor(line_of(window), folder, STORED_AT_ONCE))
            alone.append(_send(window))
            start = time.perf_counter()
            _register(window, actor, clock, first + count, count, away_from_server=False)
            there.append((time.perf_counter() - start) / count * 1e6)
            first += 2 * count
        keeping, beside = _keep(window, actor, clock, first, count)
        way.cut = True
        line_of(window).lost(clock.now())
        whole_day.look(count)
        way.cut = False
        bare_look = floor(line_of(window), folder, STORED_AT_ONCE)
        look = _send(window)
        day = _send_days(window, way, lambda serial: _look_and_register(whole_day, serial), first + count)
        whole = _send_days(window, way, whole_day.serve, first + count + _ROUNDS * _OF_A_DAY)
    sent, direct = median([it.clock for it in alone]), median(there)
    beside_floor = list(zip(alone, floors, strict=True))
    worked = median([it.worked / least.worked for it, least in beside_floor])
    pace = median([least.clock / it.clock for it, least in beside_floor])
    return Finding(
        TITLE,
        (
            Ratio("sealing a registration beyond its sync", sealing - bare, SEALING_LIMIT_US, "µs"),
            Ratio("keeping what one at the server was given", keeping, KEEPING_LIMIT_US, "µs"),
            Ratio("a registration sent / one done at the server", sent / direct, SENDING_LIMIT),
            Ratio("a registration sent / its rows poured bare (processor)", worked, WORK_LIMIT),
            Ratio("registrations alone, sent a second", 1e6 / sent, A_SECOND, "", at_least=True),
            Ratio("registrations alone sent, of their rows poured bare", pace, PACE_LIMIT, at_least=True),
            Ratio(
                "looks and registrations of a day, sent a second",
                1e6 / day.clock,
                A_SECOND,
                "",
                at_least=True,
            ),
            Ratio("operations of a whole day, sent a second", 1e6 / whole.clock, A_SECOND, "", at_least=True),
        ),
        {
            "one sealed registration": f"{size:,} bytes",
            "sealed, beside as many bare bytes (processor)": f"{readable(sealing)} beside {readable(bare)}",
            "keeping what one was given, beside the registration (processor)": (
                f"{readable(keeping)} beside {readable(beside)}"
            ),
            "a registration without the server, whole (p50)": readable(here),
            "looks alone, sent a second": f"{1e6 / look.clock:,.0f}",
            "of a whole day, with applications, moves and printing": _told(whole),
            "registrations alone sent a second, each time": _each(alone),
            "their rows poured bare": _each(floors),
            "a registration sent": _told(alone[-1]),
            "its rows poured bare": _told(floors[-1]),
            "a look sent": _told(look),
            "its rows poured bare (look)": _told(bare_look),
        },
    )


def _told(cost: Cost) -> str:
    return (
        f"{1e6 / cost.clock:,.0f} a second; processor {readable(cost.here)} at the window, "
        f"{readable(cost.there)} at the server"
    )


def _each(costs: list[Cost]) -> str:
    return ", ".join(f"{1e6 / cost.clock:,.0f}" for cost in costs)


class _Way:
    """The sign of life: none while cut."""

    cut = False

    def ping(self) -> None:
        """Raise ServerAway while cut."""
        if self.cut:
            raise away(BEGIN)


@contextmanager
def _window() -> Iterator[tuple[Counter, Actor, StepClock, _Way, Path]]:
    folder, cache = FOLDER / "outbox", FOLDER / "cache"
    shutil.rmtree(folder, ignore_errors=True)
    server = ScratchServer(Path("/tmp") / f"counter-bench-{uuid.uuid4().hex[:8]}")  # a socket's path is short
    clock, way = StepClock(), _Way()
    try:
        server.make()
        server.start()
        database = ServerDatabase(ServerSettings((str(server.folder),), "postgres", OWNER), clock.now)
        upgrade(database.engine)
        (folder / "first").mkdir(parents=True)
        (folder / "window").mkdir()
        counter = build_counter(database, Folders(folder / "first", cache), clock)
        station = StationRow("370102", "006", "测试派出所", "测试路1号", "0531-80000001", practice=False)
        counter.set_up.establish(station, STAFF, 1)
        window = open_window(Folders(folder / "window", cache), clock, database, way.ping)
        actor = window.sign_in.sign_in("one", "test-pass-1", 3)
        line_of(window).tend()
        yield window, actor, clock, way, server.folder
        window.close()
    finally:
        server.remove()
        shutil.rmtree(folder, ignore_errors=True)


def line_of(window: Counter) -> Line:
    """Return the line of a window."""
    line = window.office.line
    assert line is not None
    return line


def _register(
    window: Counter,
    actor: Actor,
    clock: StepClock,
    first: int,
    count: int,
    *,
    away_from_server: bool = True,
) -> tuple[float, int]:
    from tests.services.outage import home_of, person_of

    if away_from_server:
        line_of(window).lost(window.office.clock.now())
    home, taken, size = home_of(), [], 0
    for serial in range(first, first + count):
        clock.moment = max(clock.moment, BEGIN + timedelta(days=serial // A_DAY))
        person = person_of(serial)
        start = time.perf_counter()
        window.registrations.accept(actor, str(uuid.uuid4()), person, home)
        taken.append((time.perf_counter() - start) * 1e6)
    assert line_of(window).away is away_from_server
    if away_from_server:
        [one] = line_of(window).outbox.waiting(1)
        size = len(one.written)
    return median(taken), size


def _look_and_register(day: Day, serial: int) -> None:
    day.look(LOOKS)
    _register(day.window, day.actor, day.clock, serial, 1)


def _send_days(window: Counter, way: _Way, serve: Callable[[int], None], first: int) -> Cost:
    """Do what a window does, as it comes, and send it; the middle one of some rounds."""
    costs = []
    for turn in range(_ROUNDS):
        way.cut = True
        line_of(window).lost(window.office.clock.now())
        for serial in range(first + turn * _OF_A_DAY, first + (turn + 1) * _OF_A_DAY):
            serve(serial)
        way.cut = False
        costs.append(_send(window))
    return sorted(costs, key=lambda it: it.clock)[_ROUNDS // 2]


def _seal(window: Counter) -> tuple[float, float]:
    """Seal a registration, turn about with storing bare bytes of the same length; all of it undone."""
    outbox = line_of(window).outbox
    [one] = outbox.waiting(1)
    sealed, bare = [], []
    for _ in range(_ROUNDS * 3):
        with contextlib.suppress(_Undone), outbox.store.write() as link:
            start = time.thread_time()
            for _ in range(_AT_ONCE):
                place, previous = outbox.next_place(link)
                again = replace(one.operation, op_id=str(uuid.uuid4()), sequence=place, previous=previous)
                outbox.put(link, again)
            sealed.append((time.thread_time() - start) / _AT_ONCE * 1e6)
            raise _Undone
        content = [secrets.token_bytes(len(one.written) + 28) for _ in range(_AT_ONCE)]
        with contextlib.suppress(_Undone), outbox.store.write() as link:
            first, _ = outbox.next_place(link)
            start = time.thread_time()
            for place, each in enumerate(content, first):
                link.run(
                    _BARE,
                    sequence=place,
                    op_id=str(uuid.uuid4()),
                    made_at=one.operation.made_at,
                    sealed=each,
                )
            bare.append((time.thread_time() - start) / _AT_ONCE * 1e6)
            raise _Undone
    return median(sealed), median(bare)


def _keep(window: Counter, actor: Actor, clock: StepClock, first: int, count: int) -> tuple[float, float]:
    """Register at the server; return what keeping what each was given takes, and what the whole takes."""
    from tests.services.outage import home_of, person_of

    line, home = line_of(window), home_of()
    timed = _Timed(line)
    line.switch.watcher = timed
    whole = []
    for serial in range(first, first + count):
        clock.moment = max(clock.moment, BEGIN + timedelta(days=serial // A_DAY))
        person = person_of(serial)
        start = time.thread_time()
        window.registrations.accept(actor, str(uuid.uuid4()), person, home)
        whole.append((time.thread_time() - start) * 1e6)
    line.switch.watcher = line
    return median(timed.taken), median(whole)


class _Timed:
    """A line that is told of what is stored, and how long it takes over that before each commit."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self.taken: list[float] = []

    def storing(self, link: Link) -> None:
        """See `Watcher.storing`."""
        start = time.thread_time()
        self._line.storing(link)
        self.taken.append((time.thread_time() - start) * 1e6)

    def stored(self, link: Link) -> None:
        """See `Watcher.stored`."""
        self._line.stored(link)


def _send(window: Counter) -> Cost:
    """Send everything that waits; return what one took."""
    line = line_of(window)
    server = line.switch.server
    assert isinstance(server, ServerDatabase)
    analyze(server.settings.hosts[0], server.settings.database)
    gc.collect()
    gc.disable()  # as in the program, which collects when nobody waits
    with costing(backend_of(line), line.outbox.count()) as cost:
        ahead = line.reading_ahead()
        while line._send(ahead):
            line._say(sending=True)
    gc.enable()
    try:
        line.tend()
    except ServerAway as error:
        raise AssertionError("the server is there") from error
    assert not line.away
    state = line.state
    assert state.conflicts == 0
    return cost
