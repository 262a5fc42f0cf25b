"""A server that is there and lets this window do nothing: the window goes on by itself, and says why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from desktop.domain.errors import ServerRefuses
from desktop.models.opening import HEAD
from desktop.models.server import ServerDatabase
from desktop.models.server_settings import ServerSettings
from desktop.services.counter import Counter, build_counter
from desktop.services.ports import Folders
from desktop.services.rows import Actor
from desktop.services.window import open_window
from installer.scratch_server import OWNER, ScratchServer
from tests.conftest import BEFORE, FakeClock, Template, establish
from tests.patience import PATIENCE, Steady
from tests.servers import Databases, fill_disk, free_disk, give_roles, reach, scratch
from tests.services.outage import chain_faults, line_of, register, rows

PROGRAM = "counter_program"


@pytest.fixture(scope="module")
def own() -> Iterator[ScratchServer]:
    with scratch() as made:
        yield made


@pytest.fixture(scope="module")
def made(own: ScratchServer, tmp_path_factory: pytest.TempPathFactory, shared_cache: Path) -> Template:
    """A station on a server of its own, whose roles may be changed."""
    data, databases = tmp_path_factory.mktemp("station"), Databases(own)
    name = databases.make()
    databases.close()
    counter = build_counter(reach(own, name), Folders(data, shared_cache), FakeClock(BEFORE))
    template = establish(counter, data, name)
    give_roles(str(own.folder), name)
    return template


class Window:
    """A window of that station, which may be closed and opened again."""

    def __init__(self, own: ScratchServer, made: Template, folders: Folders, clock: FakeClock) -> None:
        self.own, self.made, self.folders, self.clock = own, made, folders, clock
        self.counter: Counter
        folders.data.mkdir(exist_ok=True)
        self.open()
        line_of(self.counter).at_counter(made.clerk.counter_number, made.clerk)
        line_of(self.counter).tend()

    @property
    def actor(self) -> Actor:
        return self.made.clerk

    def open(self) -> None:
        settings = ServerSettings((str(self.own.folder),), self.made.database, PROGRAM)
        database = ServerDatabase(settings, self.clock.now, HEAD)
        try:
            self.counter = open_window(self.folders, self.clock, database, database.ping)
        except BaseException:
            database.close()
            raise
        self.counter.office.rights.seat(self.actor)
        self.counter.office.database.attend(lambda _: None, lambda _: None)

    def tended(self, steady: Steady, until: Callable[[], bool]) -> None:
        """Look after the line until something holds."""
        begun = steady()
        while not until():
            assert steady() - begun < PATIENCE
            line_of(self.counter).tend()

    def back(self, steady: Steady) -> None:
        """Wait until everything is sent."""
        self.tended(steady, lambda: not line_of(self.counter).away)

    def why(self) -> str:
        return str(line_of(self.counter).state.because or "")

    def ask(self, words: str) -> list[tuple[object, ...]]:
        with psycopg.connect(
            host=str(self.own.folder), user=OWNER, dbname=self.made.database, autocommit=True
        ) as owner:
            found = owner.execute(words)
            return found.fetchall() if found.description else []


@pytest.fixture
def window(
    own: ScratchServer, made: Template, tmp_path: Path, shared_cache: Path, clock: FakeClock
) -> Iterator[Window]:
    opened = Window(own, made, Folders(tmp_path / "window", shared_cache), clock)
    yield opened
    opened.counter.close()


REFUSALS = {
    "the role may not sign in": (
        f"alter role {PROGRAM} nologin",
        f"alter role {PROGRAM} login",
        f"“{PROGRAM}”不能使用数据库",
    ),
    "no connection is left": (
        f"alter role {PROGRAM} connection limit 0",
        f"alter role {PROGRAM} connection limit -1",
        "服务器的连接数已满",
    ),
    "a newer program migrated it": (
        "update alembic_version set version_num = '9999'",
        f"update alembic_version set version_num = '{HEAD}'",
        "请升级本程序",
    ),
    "an older one made it": (
        "update alembic_version set version_num = '0014'",
        f"update alembic_version set version_num = '{HEAD}'",
        "请管理员先升级服务器上的数据库",
    ),
}


@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_window_that_is_not_let_in_goes_on_by_itself_and_says_why(
    refusal: str, window: Window, own: ScratchServer, steady: Steady
) -> None:
    shut, open_again, told = REFUSALS[refusal]
    serial = 10 * list(REFUSALS).index(refusal)
    register(window.counter, window.actor, serial + 1)
    window.ask(shut)
    own.stop("fast")
    own.start()  # whoever was let in before is let in no more
    done = register(window.counter, window.actor, serial + 2).case
    window.tended(steady, lambda: told in window.why())
    assert line_of(window.counter).away
    window.counter.close()
    window.open()  # nor is the next start stopped by it
    after = register(window.counter, window.actor, serial + 3).case
    window.tended(steady, lambda: told in window.why())
    window.ask(open_again)
    window.back(steady)
    assert not window.why()
    stored = {number for (number,) in window.ask("select case_number from case_file")}
    assert {done.case_number, after.case_number} <= stored
    assert window.ask("select kind from op_conflict") == []


def test_a_window_without_a_copy_is_told_why_it_is_not_let_in(
    own: ScratchServer, made: Template, tmp_path: Path, shared_cache: Path, clock: FakeClock, window: Window
) -> None:
    shut, open_again, told = REFUSALS["the role may not sign in"]
    window.ask(shut)
    try:
        with pytest.raises(ServerRefuses, match=told):
            Window(own, made, Folders(tmp_path / "new", shared_cache), clock)
    finally:
        window.ask(open_again)


def test_a_server_that_may_store_nothing_makes_no_lines_of_what_is_sent(
    window: Window, own: ScratchServer, steady: Steady
) -> None:
    done = []
    own.stop("fast")
    done.append(register(window.counter, window.actor, 101).case.case_number)
    own.start()
    window.ask(f"revoke insert on case_file from {PROGRAM}")
    window.tended(steady, lambda: "权限不够" in window.why())
    done.append(register(window.counter, window.actor, 102).case.case_number)
    window.ask(f"grant insert on case_file to {PROGRAM}")
    database = reach(own, window.made.database)
    fill_disk(database)
    window.tended(steady, lambda: "服务器的磁盘已满" in window.why())
    assert line_of(window.counter).state.waiting
    free_disk(database)
    window.back(steady)
    stored = {number for (number,) in rows(database, "select case_number from case_file")}
    assert set(done) <= stored
    assert rows(database, "select kind, reason from op_conflict") == []
    assert chain_faults(database) == []
    database.close()
