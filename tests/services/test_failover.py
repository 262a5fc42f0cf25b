"""A station on three servers loses the one that leads: the clerk waits a moment, and nothing acknowledged is lost."""

from __future__ import annotations

import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from desktop.domain.errors import ServerAway
from desktop.domain.forms import PersonForm, RegistrationForm
from desktop.models.opening import upgrade
from desktop.models.server import ServerDatabase
from desktop.models.server_settings import ServerSettings
from desktop.models.tables import CaseFile
from desktop.services.counter import Counter, build_counter
from desktop.services.ports import Folders, SystemClock
from desktop.services.rows import Actor
from installer.cluster import PASSWORDS, Cluster
from installer.cluster_settings import OWNER
from tests.conftest import establish
from tests.models.certificates import Authority

pytestmark = [pytest.mark.slow, pytest.mark.file_only]

MOST_WAITED, MOST_AWAY = 3.0, 10.0
"""Seconds that a clerk waits at a key press at the most, and seconds without a server."""
AFTER = 30
"""Registrations that must follow a fault before the day goes on."""


@dataclass
class Morning:
    """One clerk who registers one newcomer after the other, and presses the key again where nobody answered."""

    counter: Counter
    clerk: Actor
    person: Callable[..., PersonForm]
    residence: RegistrationForm
    done: dict[str, str] = field(default_factory=dict)
    waited: list[float] = field(default_factory=list)
    away: list[float] = field(default_factory=list)

    def register(self, many: int) -> None:
        """Register so many more; each answer is noted with its request."""
        for serial in range(len(self.done) + 1, len(self.done) + many + 1):
            request, begun = str(uuid.uuid4()), time.monotonic()
            while request not in self.done:
                pressed = time.monotonic()
                try:
                    answer = self.counter.registrations.accept(
                        self.clerk, request, self.person(serial), self.residence
                    )
                    self.done[request] = answer.case.case_number
                except ServerAway:
                    time.sleep(0.2)
                finally:
                    self.waited.append(time.monotonic() - pressed)
                assert time.monotonic() - begun < 120, "no server came back"
            self.away.append(time.monotonic() - begun)


@pytest.fixture(scope="module")
def cluster() -> Iterator[tuple[Cluster, Path]]:
    """Three servers, and the certificate of who vouches for them."""
    folder = Path(tempfile.mkdtemp(prefix="counter-three-"))
    folder.chmod(0o755)
    authority = Authority("three servers")
    (folder / "ca.crt").write_bytes(authority.certificate)
    made = Cluster(folder / "servers", *authority.issue(folder, "127.0.0.1"))
    try:
        made.start()
        yield made, folder / "ca.crt"
    finally:
        made.remove()


@pytest.fixture(scope="module")
def morning(
    cluster: tuple[Cluster, Path], tmp_path_factory: pytest.TempPathFactory, shared_cache: Path
) -> Iterator[Callable[..., Morning]]:
    """A station on these servers."""
    servers, authority = cluster
    settings = ServerSettings(servers.hosts, "postgres", OWNER, PASSWORDS[OWNER], authority)
    folders = Folders(tmp_path_factory.mktemp("station"), shared_cache)

    def opened() -> Counter:
        return build_counter(ServerDatabase(settings, SystemClock().now), folders, SystemClock())

    database = ServerDatabase(settings, SystemClock().now)
    upgrade(database.engine)
    database.close()
    template = establish(opened(), folders.data)
    counter = opened()
    made: list[Morning] = []

    def make(person: Callable[..., PersonForm], residence: RegistrationForm) -> Morning:
        if not made:
            made.append(Morning(counter, template.clerk, person, residence))
        made[0].person, made[0].residence = person, residence
        made[0].waited.clear()
        made[0].away.clear()
        return made[0]

    yield make
    counter.close()


def settle(servers: Cluster) -> None:
    servers.until(lambda: servers.leader() is not None and servers.standby() is not None)


def check(day: Morning) -> None:
    """Nothing is lost and nothing is doubled; nobody waited too long."""
    with day.counter.office.database.engine.connect() as connection:
        rows = connection.execute(select(CaseFile.request_id, CaseFile.case_number)).all()
    assert sorted(map(tuple, rows)) == sorted(day.done.items())
    assert len({number for _, number in rows}) == len(rows)
    told = f"the longest wait at a key press {max(day.waited):.1f} s, without a server {max(day.away):.1f} s"
    print(f"{len(rows)} registrations, none lost; {told}")
    assert max(day.waited) <= MOST_WAITED
    assert max(day.away) <= MOST_AWAY


def test_the_leader_dies(
    cluster: tuple[Cluster, Path], morning: Any, person_form: Any, residence_form: Any
) -> None:
    servers, _ = cluster
    day = morning(person_form, residence_form())
    day.register(AFTER)
    leader = servers.leader()
    assert leader is not None
    leader.kill()
    day.register(AFTER)
    assert servers.leader() is not leader
    servers.wake(leader)
    settle(servers)
    check(day)


def test_the_leader_hangs_and_comes_back_too_late(
    cluster: tuple[Cluster, Path], morning: Any, person_form: Any, residence_form: Any
) -> None:
    servers, _ = cluster
    day = morning(person_form, residence_form())
    leader = servers.leader()
    assert leader is not None
    with leader.frozen():
        day.register(AFTER)
    time.sleep(3)  # it wakes as one who believes that it leads
    day.register(AFTER)
    settle(servers)
    assert servers.leader() is not leader
    check(day)


def test_a_copy_dies_and_the_day_goes_on(
    cluster: tuple[Cluster, Path], morning: Any, person_form: Any, residence_form: Any
) -> None:
    servers, _ = cluster
    day = morning(person_form, residence_form())
    copy = servers.standby()
    assert copy is not None
    copy.kill()
    day.register(AFTER)
    servers.wake(copy)
    settle(servers)
    check(day)
