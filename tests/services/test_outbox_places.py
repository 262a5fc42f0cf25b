"""What waits in the outbox and what was told of, by places that follow one another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, text

from desktop.models.database import Database
from desktop.models.opening import open_file
from desktop.models.tables import OutboxOperation
from desktop.services.outbox import Outbox, anything_waits
from desktop.services.ports import SystemClock
from tests.services.outage import rows

NOW = SystemClock().now()


class NoBox:
    """Seals nothing: no operation is read here."""

    name = "none"

    def seal(self, secret: bytes, what: str) -> bytes:
        raise AssertionError(what)

    open = seal


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Database]:
    made = open_file(tmp_path / "window.db", NOW)
    yield made
    made.close()


@pytest.fixture
def outbox(store: Database) -> Outbox:
    add(store, range(1, 11))
    return Outbox(store, NoBox())


def add(store: Database, places: range) -> None:
    with store.engine.begin() as connection:
        for place in places:
            values = {"sequence": place, "op_id": str(place), "made_at": NOW, "sealed": b"x"}
            connection.execute(insert(OutboxOperation).values(**values))


def tell(outbox: Outbox, first: int, outcomes: str, at: datetime = NOW) -> None:
    outbox.told([(place, outcome) for place, outcome in enumerate(outcomes, first)], at)


def ranges(store: Database) -> list[tuple[object, ...]]:
    return rows(store, "select first_sequence, last_sequence, outcome from outbox_told order by 1")


def waiting(store: Database) -> bool:
    with store.write() as link:
        return anything_waits(link)


def test_what_follows_one_another_is_told_of_in_one_row(store: Database, outbox: Outbox) -> None:
    assert (outbox.count(), waiting(store)) == (10, True)
    tell(outbox, 1, "aaacaa")
    assert ranges(store) == [(1, 3, "a"), (4, 4, "c"), (5, 6, "a")]
    assert (outbox.count(), waiting(store)) == (4, True)
    tell(outbox, 7, "aaaa")
    assert (outbox.count(), waiting(store)) == (0, False)


@pytest.mark.parametrize(
    ("first", "left"),
    [
        (1, []),
        (2, [(1, 1, "a")]),
        (5, [(1, 3, "a"), (4, 4, "c")]),
        (6, [(1, 3, "a"), (4, 4, "c"), (5, 5, "a")]),
    ],
)
def test_what_waits_again_waits_with_all_that_comes_after(
    store: Database, outbox: Outbox, first: int, left: list[tuple[object, ...]]
) -> None:
    tell(outbox, 1, "aaacaaaa")
    outbox.wait_again(first)
    assert ranges(store) == left
    assert outbox.count() == 11 - first
    tell(outbox, first, "t" * (11 - first))
    assert (outbox.count(), ranges(store)) == (0, [*left, (first, 10, "t")])


def test_what_was_told_of_long_ago_is_forgotten_with_its_row_but_never_the_last(
    store: Database, outbox: Outbox
) -> None:
    tell(outbox, 1, "aac", NOW - timedelta(days=40))
    tell(outbox, 4, "aaa")
    outbox.forget(NOW - timedelta(days=30))
    assert rows(store, "select min(sequence), max(sequence) from outbox_operation") == [(4, 10)]
    assert ranges(store) == [(4, 6, "a")]
    tell(outbox, 7, "aaaa")
    outbox.forget(NOW + timedelta(days=1))
    assert rows(store, "select min(sequence), max(sequence) from outbox_operation") == [(10, 10)]
    assert (ranges(store), outbox.count()) == ([(7, 10, "a")], 0)


def test_a_place_that_was_told_of_is_never_given_again(store: Database, outbox: Outbox) -> None:
    tell(outbox, 1, "a" * 10)
    with store.engine.begin() as connection:
        connection.execute(text("delete from outbox_operation"))
    with store.write() as link:
        assert outbox.next_place(link) == (11, "")


def test_the_keys_of_a_window_are_found_by_an_index_that_holds_few(store: Database) -> None:
    with store.engine.connect() as connection:
        plan = connection.exec_driver_sql(
            "explain query plan select aliases from op_inbox where window_id = 'w' and aliases != ''"
        ).all()
    assert "ix_op_inbox_aliases" in str(plan)
