"""What one counter does is heard at the others within a second, and a server that froze is noticed by itself."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from desktop.domain.changes import ANYTHING, Change, Seen, read
from desktop.domain.errors import ServerAway
from desktop.models.prepared import Prepared
from desktop.models.server import ServerDatabase
from desktop.models.server_settings import ServerSettings
from installer.scratch_server import OWNER, ScratchServer
from tests.patience import PATIENCE, Steady
from tests.servers import scratch

NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
PROCESS = Prepared(select(func.pg_backend_pid().label("process")))
DONE = Change(3, "测试一", "registered", 17, "3701020062026112003001")


class Ear:
    """Remembers what is heard, and waits for it."""

    def __init__(self) -> None:
        self.heard: list[object] = []
        self._more = threading.Condition()

    def __call__(self, what: object) -> None:
        with self._more:
            self.heard += what if isinstance(what, Sequence) else (what,)
            self._more.notify_all()

    def wait(self, fits: Callable[[list[object]], bool], seconds: float) -> bool:
        with self._more:
            return self._more.wait_for(lambda: fits(self.heard), seconds)


@pytest.fixture(scope="module")
def own() -> Iterator[ScratchServer]:
    with scratch() as made:
        yield made


def counter(server: ScratchServer) -> tuple[ServerDatabase, Ear, Ear]:
    """A counter that listens: what it hears, and how it sees the server."""
    settings = ServerSettings((str(server.folder),), "postgres", OWNER)
    database, changes, seen = ServerDatabase(settings, lambda: NOON), Ear(), Ear()
    database.presence.tell = seen
    assert database.listen(changes).ready.wait(PATIENCE)
    return database, changes, seen


def test_what_one_counter_does_is_heard_at_the_other_within_a_second_and_not_at_its_own(
    own: ScratchServer, steady: Steady
) -> None:
    (one, at_one, _), (other, at_other, _) = counter(own), counter(own)
    try:
        for number in range(20):
            begun = steady()
            change = Change(3, "测试一", "registered", number)
            one.tell_others([change, change])
            assert at_other.wait(lambda heard, change=change: change in heard, PATIENCE)
            assert steady() - begun < 1
        assert len(at_other.heard) == 20
        assert at_one.heard == []
    finally:
        one.close()
        other.close()


def test_a_frozen_server_is_noticed_within_three_seconds_though_nobody_asks_and_found_again(
    own: ScratchServer, steady: Steady
) -> None:
    database, changes, seen = counter(own)
    try:
        with own.frozen():
            begun = steady()
            assert seen.wait(lambda said: Seen(NOON, str(own.folder)) in said, PATIENCE)
            assert steady() - begun < 3
        assert seen.wait(lambda said: said[-1] == Seen(None, str(own.folder)), PATIENCE)
        assert changes.wait(lambda heard: heard == [ANYTHING], PATIENCE)  # something may have been missed
    finally:
        database.close()


def test_one_connection_that_stalls_does_not_keep_the_server_away(own: ScratchServer, steady: Steady) -> None:
    database, _, seen = counter(own)
    try:
        row = database.link.one(PROCESS)
        assert row is not None
        os.kill(row.process, signal.SIGSTOP)  # as a way that loses one connection; the pulse has another
        try:
            with pytest.raises(ServerAway):
                database.link.one(PROCESS)
            assert seen.wait(lambda told: told[-1] == Seen(None, database.settings.hosts[0]), PATIENCE)
        finally:
            os.kill(row.process, signal.SIGCONT)
        database.ping()
        assert database.link.one(PROCESS) is not None
    finally:
        database.close()


def test_a_counters_number_is_held_by_one_program_and_left_when_it_ends(own: ScratchServer) -> None:
    (one, _, _), (other, _, _) = counter(own), counter(own)
    try:
        assert one.occupy(3)
        assert one.occupy(3)
        assert not other.occupy(3)
        assert other.occupy(4)
        assert one.occupy(5)  # and leaves 3
        assert other.occupy(3)
        assert not one.occupy(3)
        other.close()
        assert one.occupy(3)
        assert one.occupy(None)
    finally:
        one.close()
        other.close()


def test_a_number_is_held_again_after_the_server_was_restarted(own: ScratchServer) -> None:
    (one, at_one, _), (other, at_other, _) = counter(own), counter(own)
    try:
        assert one.occupy(3)
        own.stop("fast")
        own.start()
        for ear in (at_one, at_other):
            assert ear.wait(lambda heard: ANYTHING in heard, PATIENCE)
        assert not other.occupy(3)
    finally:
        one.close()
        other.close()


def test_what_is_told_while_the_server_is_away_is_heard_when_it_is_back(own: ScratchServer) -> None:
    (one, _, seen), (other, at_other, _) = counter(own), counter(own)
    try:
        own.stop("immediate")
        assert seen.wait(lambda said: Seen(NOON, str(own.folder)) in said, PATIENCE)
        one.tell_others([DONE])
        own.start()
        assert at_other.wait(lambda heard: ANYTHING in heard or DONE in heard, PATIENCE)
    finally:
        one.close()
        other.close()


@pytest.mark.parametrize("change", [DONE, ANYTHING, Change(99, '引号"与\\和\n换行', "x")])
def test_a_change_is_read_as_it_was_written(change: Change) -> None:
    assert "\n" not in change.written()
    assert read(change.written()) == change


@pytest.mark.parametrize("words", ["", "{}", "[1]", '["x","y","z",null,""]', "[1,2,3,[],5]"])
def test_another_programs_words_stand_for_anything(words: str) -> None:
    assert read(words) == ANYTHING
