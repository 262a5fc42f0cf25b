"""A window of a station on a real server whose roles and databases a test may change: closed and opened again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

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
from tests.servers import Databases, give_roles, reach, scratch
from tests.services.outage import line_of

PROGRAM = "counter_program"


def a_station(own: ScratchServer, data: Path, cache: Path) -> Template:
    """Make a station on a server, with the program's roles."""
    databases = Databases(own)
    name = databases.make()
    databases.close()
    counter = build_counter(reach(own, name), Folders(data, cache), FakeClock(BEFORE))
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

    def settings(self) -> ServerSettings:
        return ServerSettings((str(self.own.folder),), self.made.database, PROGRAM)

    def open(self) -> None:
        database = ServerDatabase(self.settings(), self.clock.now, HEAD)
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

    def older(self) -> Callable[[], None]:
        """Remember the database as it is; what is returned puts it in its place again, as from a backup."""
        name = self.made.database
        self._own(f"create database {name}_older template {name} strategy file_copy")

        def restore() -> None:
            self._own(
                f"alter database {name} rename to {name}_newer",
                f"alter database {name}_older rename to {name}",
            )

        return restore

    def _own(self, *deeds: str) -> None:
        """Do what nobody may be connected for."""
        name = self.made.database
        with psycopg.connect(
            host=str(self.own.folder), user=OWNER, dbname="postgres", autocommit=True
        ) as owner:
            owner.execute(f"alter database {name} allow_connections false")
            owner.execute(
                "select pg_terminate_backend(pid, 9000) from pg_stat_activity where datname = %s", [name]
            )
            for deed in deeds:
                owner.execute(deed)
            owner.execute(f"alter database {name} allow_connections true")


@pytest.fixture(scope="module")
def own() -> Iterator[ScratchServer]:
    """A server of a file of tests, which may stop it and change it."""
    with scratch() as made:
        yield made


@pytest.fixture(scope="module")
def made(own: ScratchServer, tmp_path_factory: pytest.TempPathFactory, shared_cache: Path) -> Template:
    """The station on that server."""
    return a_station(own, tmp_path_factory.mktemp("station"), shared_cache)


@pytest.fixture
def window(
    own: ScratchServer, made: Template, tmp_path: Path, shared_cache: Path, clock: FakeClock
) -> Iterator[Window]:
    """A window of that station, closed at the end."""
    opened = Window(own, made, Folders(tmp_path / "window", shared_cache), clock)
    yield opened
    opened.counter.close()
