"""From what became of an operation in its own row to a row for many, and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Engine, text

from desktop.models import opening
from desktop.models.database import Database, sqlite_engine
from desktop.models.opening import upgrade
from desktop.models.ring_opening import key_of
from tests.models.test_postgresql import engine

__all__ = ["engine"]  # the server that the tests here use too

WORDS = {"a": "applied", "c": "conflict", "t": "there", "w": "waiting"}
PORTIONS = (("2026-11-20 02:00:00", "aaca"), ("2026-11-20 03:00:00", "aat"), (None, "ww"))
"""When what was taken in together was told of, and what became of each operation."""
RUNS = [(2, 3, "applied"), (4, 4, "conflict"), (5, 5, "applied"), (6, 7, "applied"), (8, 8, "there")]


@pytest.fixture(params=["sqlite", "postgresql"])
def before(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A store of the version before, whose first operation was forgotten long ago."""
    if request.param == "sqlite":
        path = tmp_path / "window.db"
        database = Database(sqlite_engine(path, key_of(path, create=True)), path)
        made = database.engine
    else:
        made = request.getfixturevalue("engine")
        downgrade(made)
    upgrade(made, "0016")
    place = 1
    with made.begin() as connection:
        for at, outcomes in PORTIONS:
            for outcome in outcomes:
                place += 1
                connection.execute(
                    text(
                        "insert into outbox_operation (sequence, op_id, made_at, sealed, state, told_at) "
                        "values (:place, :id, '2026-11-20 01:00:00', :sealed, :state, :at)"
                    ),
                    {"place": place, "id": str(place), "sealed": b"x", "state": WORDS[outcome], "at": at},
                )
    yield made
    made.dispose()


def downgrade(engine: Engine) -> None:
    config = opening._config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0016")


def told(engine: Engine) -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        found = connection.execute(
            text("select first_sequence, last_sequence, outcome from outbox_told order by 1")
        )
        return [tuple(row) for row in found]


def test_what_became_of_operations_is_a_row_for_those_that_follow_one_another(before: Engine) -> None:
    with before.connect() as connection:
        states = connection.execute(
            text("select sequence, state, told_at from outbox_operation order by 1")
        ).all()
    upgrade(before)
    assert told(before) == RUNS
    downgrade(before)
    with before.connect() as connection:
        again = connection.execute(
            text("select sequence, state, told_at from outbox_operation order by 1")
        ).all()
    assert again == states
