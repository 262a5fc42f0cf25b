"""What is stored at one counter is heard at the other within a second, and nothing is asked of any table for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.changes import ANYTHING, Change
from desktop.domain.errors import NotPossible
from desktop.models.server import ServerDatabase
from desktop.services.counter import Counter, build_counter
from desktop.services.ports import Folders
from desktop.services.rows import Actor
from tests.conftest import FakeClock
from tests.patience import PATIENCE, Steady
from tests.servers import Databases, reach
from tests.services.mixed_work import Desk

NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)


class Ear:
    """Remembers what is heard."""

    def __init__(self) -> None:
        self.heard: list[Change] = []
        self._more = threading.Condition()

    def __call__(self, changes: Sequence[Change]) -> None:
        with self._more:
            self.heard += changes
            self._more.notify_all()

    def wait(self, fits: Callable[[Change], bool]) -> bool:
        with self._more:
            return self._more.wait_for(lambda: any(map(fits, self.heard)), PATIENCE)


Two = tuple[tuple[Counter, Ear], tuple[Counter, Ear]]


@pytest.fixture
def two(databases: Databases, server_template: Any, tmp_path: Path, shared_cache: Path) -> Iterator[Two]:
    """Two programs at one server, both listening."""
    name, made = databases.make(server_template.database), []
    for number in (1, 2):
        folders, ear = Folders(tmp_path / str(number), shared_cache), Ear()
        folders.data.mkdir()
        database = reach(databases.server, name)
        made.append((build_counter(database, folders, FakeClock()), ear))
        assert database.listen(ear).ready.wait(PATIENCE)
    yield made[0], made[1]
    for counter, _ in made:
        counter.close()
    databases.drop(name)


def desk(counter: Counter, actor: Actor) -> Desk:
    return Desk(counter, actor, actor, 1, [])


def test_a_registration_is_heard_at_the_other_counter_within_a_second(
    two: Two, server_template: Any, steady: Steady
) -> None:
    (one, at_one), (_, at_other) = two
    actor = replace(server_template.officer, counter_number=1)
    here = desk(one, actor)
    for serial in range(5):
        here._registered(serial, "1", None)
        stored = steady()
        person = here.people[-1]
        assert at_other.wait(lambda change, person=person: change.person_id == person)
        assert steady() - stored < 1
    assert {(change.counter_number, change.staff_name) for change in at_other.heard} == {(1, actor.name)}
    assert at_one.heard == []


def test_looks_and_what_was_undone_are_told_to_nobody(two: Two, server_template: Any) -> None:
    (one, _), (_, at_other) = two
    here = desk(one, replace(server_template.officer, counter_number=1))
    here._registered(1, "1", None)
    assert at_other.wait(lambda change: change.person_id == here.people[0])
    at_other.heard.clear()
    here.look_up()
    with pytest.raises(NotPossible):
        here._registered(1, "2", None)
    here._registered(2, "1", None)  # what comes after is heard, so what came before would have been
    assert at_other.wait(lambda change: change.person_id == here.people[1])
    assert {change.person_id for change in at_other.heard} == {here.people[1]}
    assert ANYTHING not in at_other.heard


def test_a_counter_without_a_listener_goes_on(two: Two, server_template: Any) -> None:
    (one, _), _ = two
    database = one.office.database
    assert isinstance(database, ServerDatabase)
    alone = build_counter(ServerDatabase(database.settings, lambda: NOON), one.office.folders, FakeClock())
    try:
        desk(alone, replace(server_template.officer, counter_number=3))._registered(7, "1", None)
    finally:
        alone.close()
