from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select, text

from desktop.domain.errors import EnvironmentTrouble
from desktop.domain.trail import FIRST_HASH, entry_hash
from desktop.models.tables import JournalEntry
from desktop.services.counter import Counter
from desktop.services.journal import Happening, entry_of
from desktop.services.rows import Actor, RegistrationDone
from tests.servers import fill_disk, free_disk


def chain(station: Counter, counter_number: int) -> list:
    with station.office.database.engine.connect() as connection:
        return list(
            connection.execute(
                select(JournalEntry.__table__)
                .where(JournalEntry.counter_number == counter_number)
                .order_by(JournalEntry.sequence)
            )
        )


def test_each_entry_carries_the_hash_before_it_and_its_own(
    station: Counter, clerk: Actor, register: Callable[..., RegistrationDone]
) -> None:
    for serial in range(1, 5):
        register(serial)
    rows = chain(station, clerk.counter_number)
    previous = FIRST_HASH
    for place, row in enumerate(rows, start=1):
        assert row.sequence == place
        assert row.previous_hash == previous
        if row.staff_id == clerk.staff_id:
            happening = Happening(
                clerk,
                row.action,
                row.at,
                row.person_id,
                row.person_row,
                row.case_number,
                row.paper_number,
                row.matter,
                row.detail,
            )
            assert entry_hash(previous, entry_of(happening, place)) == row.hash
        previous = row.hash


def hash_of(happening: Happening) -> str:
    return entry_hash(FIRST_HASH, entry_of(happening, 1))


def test_a_changed_word_changes_the_hash(clerk: Actor, clock) -> None:
    at = clock.now()
    assert hash_of(Happening(clerk, "look_up", at, detail="甲")) != hash_of(
        Happening(clerk, "look_up", at, detail="乙")
    )
    assert hash_of(Happening(clerk, "look_up", at, matter="a\nb")) != hash_of(
        Happening(clerk, "look_up", at, matter="a", detail="b")
    )


def test_looks_that_could_not_be_stored_wait_for_the_next_time(station: Counter, clerk: Actor, clock) -> None:
    station.journal.note(Happening(clerk, "look_up", clock.now()))
    fill_disk(station.office.database)
    with pytest.raises(EnvironmentTrouble):
        station.journal.flush()
    assert station.journal.waiting == 1
    free_disk(station.office.database)
    assert station.journal.flush() == 1
    assert station.journal.waiting == 0


def test_looks_stored_by_two_threads_at_once_are_stored_once(station: Counter, clerk: Actor, clock) -> None:
    before = len(chain(station, clerk.counter_number))
    for _ in range(200):
        station.journal.note(Happening(clerk, "look_up", clock.now()))
    together = threading.Barrier(4)

    def flush(_: int) -> int:
        together.wait()
        return station.journal.flush()

    with ThreadPoolExecutor(4) as workers:
        assert sum(workers.map(flush, range(4))) == 200
    assert len(chain(station, clerk.counter_number)) == before + 200


def test_closing_stores_the_looks_that_still_wait(station: Counter, clerk: Actor, clock) -> None:
    before = len(chain(station, clerk.counter_number))
    station.journal.note(Happening(clerk, "look_up", clock.now()))
    station.journal.flush()
    assert len(chain(station, clerk.counter_number)) == before + 1


def test_a_full_disk_does_not_keep_the_program_from_its_end_and_the_log_has_it(
    station: Counter, clerk: Actor, clock, caplog: pytest.LogCaptureFixture
) -> None:
    station.journal.note(Happening(clerk, "look_up", clock.now()))
    fill_disk(station.office.database)
    station.close()
    assert "1 looks are not in the trail" in caplog.text


def test_a_case_that_was_not_stored_leaves_no_entry(
    station: Counter, register: Callable[..., RegistrationDone]
) -> None:
    register()
    with station.office.database.engine.connect() as connection:
        before = connection.execute(text("select count(*) from journal_entry")).scalar_one()
    with pytest.raises(Exception, match="登记"):
        register()
    with station.office.database.engine.connect() as connection:
        assert connection.execute(text("select count(*) from journal_entry")).scalar_one() == before
