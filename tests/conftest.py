"""Shared by every test: a clock that stands still, folders, a station on a real encrypted file."""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from PySide6.QtWidgets import QApplication

from desktop.domain.codes import Role
from desktop.services.counter import Counter, build_counter, open_counter
from desktop.services.ports import Folders
from desktop.services.rows import Actor, StationRow
from desktop.services.set_up import NewStaff
from installer.scratch_server import ScratchServer
from tests.patience import PatientBot, Steady
from tests.servers import Databases, give_roles, reach, scratch
from tests.thrift import in_full, thrifty

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # Qt reads it when its application is made

settings.register_profile("the same on every run", deadline=None, derandomize=True, database=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "the same on every run"))

FRIDAY_MORNING = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)  # 10:00 at the station
BEFORE = FRIDAY_MORNING - timedelta(minutes=1)
"""When the station was set up that tests copy: what a test does comes after it at every counter, also by its keys."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the option of tests/policies; here, since pytest asks no deeper conftest for options."""
    parser.addoption("--decisions", metavar="FILE", help="run this table of cases instead of decisions.csv")


@dataclass
class FakeClock:
    """A clock that moves only when told; every reading is a millisecond after the last."""

    moment: datetime = FRIDAY_MORNING

    def now(self) -> datetime:
        self.moment += timedelta(milliseconds=1)
        return self.moment


@pytest.fixture(scope="session", autouse=True)
def _thrift() -> Iterator[None]:
    """Rules are read once a test process, and secrets stretched little; `full_cost` has it as in earnest."""
    with thrifty():
        yield


@pytest.fixture
def full_cost() -> Iterator[None]:
    """Secrets cost what they cost in the program."""
    with in_full():
        yield


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[PatientBot]:
    """Pytest-qt's bot, whose limits only end what hangs; no window is left to the next test."""
    yield PatientBot(request)
    for window in qapp.topLevelWidgets():
        if window.isVisible():  # a sheet outlives the view it stood on, and what is modal takes every scan
            window.hide()
            window.deleteLater()


@pytest.fixture
def steady() -> Iterator[Steady]:
    """A clock for what has to come within so many seconds on a machine that may stand still itself."""
    made = Steady()
    yield made
    made.close()


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache a test process: the division index and the fonts are made once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def folders(tmp_path: Path, shared_cache: Path) -> Folders:
    return Folders(tmp_path / "data", shared_cache)


@dataclass(frozen=True)
class Template:
    """A station's data folder to copy, and who works there: hashing passwords is slow on purpose."""

    data: Path
    clerk: Actor
    other: Actor
    administrator: Actor
    officer: Actor
    second_officer: Actor
    security: Actor
    auditor: Actor
    database: str = ""
    """The database to copy, when it is on a server."""

    def in_role(self, role: Role) -> Actor:
        """Return somebody who has a role."""
        return {
            Role.OFFICER: self.officer,
            Role.AUXILIARY: self.clerk,
            Role.SYSTEM_ADMINISTRATOR: self.administrator,
            Role.SECURITY_ADMINISTRATOR: self.security,
            Role.AUDIT_ADMINISTRATOR: self.auditor,
        }[role]


@pytest.fixture(scope="session")
def server() -> Iterator[ScratchServer]:
    """A PostgreSQL for everybody: not to be stopped or frozen (`tests.servers.scratch` makes one for that)."""
    with scratch() as made:
        yield made


@pytest.fixture(scope="session")
def databases(server: ScratchServer) -> Iterator[Databases]:
    """Makes databases on that server."""
    made = Databases(server)
    yield made
    made.close()


def establish(counter: Counter, data: Path, database: str = "") -> Template:
    """A real station without people: two clerks, two officers and the three administrators."""
    counter.set_up.establish(
        StationRow("370102", "006", "测试派出所", "测试路1号", "0531-80000001", practice=False),
        (
            NewStaff("one", "测试一", Role.AUXILIARY, "test-pass-1"),
            NewStaff("two", "测试二", Role.AUXILIARY, "test-pass-2"),
            NewStaff("boss", "测试管理员", Role.SYSTEM_ADMINISTRATOR, "test-pass-3"),
            NewStaff("officer", "测试民警", Role.OFFICER, "test-pass-4"),
            NewStaff("second", "测试民警二", Role.OFFICER, "test-pass-5"),
            NewStaff("safe", "测试安全员", Role.SECURITY_ADMINISTRATOR, "test-pass-6"),
            NewStaff("audit", "测试审计员", Role.AUDIT_ADMINISTRATOR, "test-pass-7"),
        ),
        1,
    )
    actors = [
        counter.sign_in.sign_in(name, password, number)
        for name, password, number in (
            ("one", "test-pass-1", 3),
            ("two", "test-pass-2", 4),
            ("boss", "test-pass-3", 1),
            ("officer", "test-pass-4", 5),
            ("second", "test-pass-5", 6),
            ("safe", "test-pass-6", 1),
            ("audit", "test-pass-7", 1),
        )
    ]
    counter.close()
    return Template(data, *actors, database)


@pytest.fixture(scope="session")
def file_template(tmp_path_factory: pytest.TempPathFactory, shared_cache: Path) -> Template:
    """The station on an encrypted file."""
    data = tmp_path_factory.mktemp("station")
    return establish(open_counter(Folders(data, shared_cache), FakeClock(BEFORE), practice=False), data)


@pytest.fixture(scope="session")
def server_template(
    tmp_path_factory: pytest.TempPathFactory, shared_cache: Path, databases: Databases
) -> Template:
    """The same station on PostgreSQL."""
    data, name = tmp_path_factory.mktemp("station"), databases.make()
    database = reach(databases.server, name)
    return establish(build_counter(database, Folders(data, shared_cache), FakeClock(BEFORE)), data, name)


@pytest.fixture(scope="session")
def roles_given(server_template: Template, databases: Databases) -> None:
    """The program's roles at the server, with their rights in the station that tests copy."""
    give_roles(str(databases.server.folder), server_template.database)


@pytest.fixture
def stored_on(request: pytest.FixtureRequest) -> str:
    """On what the station's data lies: "file" unless parametrised, or "server" (tests/services/conftest.py)."""
    return getattr(request, "param", "file")


@pytest.fixture
def template(stored_on: str, request: pytest.FixtureRequest) -> Template:
    """Who works at the station, and what a test's own station is copied from."""
    made: Template = request.getfixturevalue(f"{stored_on}_template")
    return made


@pytest.fixture
def station(
    template: Template, folders: Folders, clock: FakeClock, request: pytest.FixtureRequest
) -> Iterator[Counter]:
    """A station of its own for one test, on a real encrypted file or on a real server."""
    shutil.copytree(template.data, folders.data)
    if not template.database:
        counter = open_counter(folders, clock, practice=False)
        counter.office.rights.seat(template.clerk)
        yield counter
        counter.close()
        return
    databases: Databases = request.getfixturevalue("databases")
    name = databases.make(template.database)
    counter = build_counter(reach(databases.server, name), folders, clock)
    counter.office.rights.seat(template.clerk)
    yield counter
    counter.close()
    databases.drop(name)


@pytest.fixture
def clerk(template: Template) -> Actor:
    """The first clerk, at counter 3."""
    return template.clerk


@pytest.fixture
def officer(template: Template) -> Actor:
    """The first officer, at counter 5."""
    return template.officer


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Powers(ctypes.Structure):
    _fields_ = (
        ("effective", ctypes.c_uint32),
        ("permitted", ctypes.c_uint32),
        ("inheritable", ctypes.c_uint32),
    )


@pytest.fixture
def ordinary_user() -> Iterator[None]:
    """Make permissions bind root too, in this thread: otherwise nothing is read-only to root (capset(2))."""
    if os.geteuid() != 0:
        yield
        return
    system, header, powers = ctypes.CDLL(None, use_errno=True), _Header(0x20080522, 0), (_Powers * 2)()

    def call(name: str) -> None:
        if getattr(system, name)(ctypes.byref(header), powers) != 0:
            raise OSError(ctypes.get_errno(), f"{name} failed")

    call("capget")
    whole = powers[0].effective
    powers[0].effective = whole & ~0b110  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
    call("capset")
    yield
    powers[0].effective = whole
    call("capset")
