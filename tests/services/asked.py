"""What tests of the services ask of a station: what is stored, and what the trail says."""

from __future__ import annotations

import uuid
from typing import Any

from sqlalchemy import text

from desktop.services.counter import Counter


def key() -> str:
    """Return the key of a request of its own."""
    return str(uuid.uuid4())


def rows(station: Counter, question: str) -> list[Any]:
    """Return the rows that answer a question in SQL, asked beside the program."""
    with station.office.database.engine.connect() as connection:
        return list(connection.execute(text(question)))


def count(station: Counter, question: str) -> int:
    """Return the one number that answers a question."""
    return int(rows(station, question)[0][0])


def actions(station: Counter) -> list[str]:
    """Return what was done, from the trail, in its order."""
    return [row.action for row in rows(station, "select action from journal_entry order by id")]
