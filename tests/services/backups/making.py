"""What tests of backups look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import text

from desktop.models.wrapping import Cost
from desktop.services.counter import Counter

QUICK = Cost(1, 64, 1)
SECRET = "four quiet words here"
Register = Callable[..., Any]


def actions(station: Counter) -> list[str]:
    with station.office.database.engine.connect() as connection:
        return list(
            connection.execute(
                text("select action from journal_entry where counter_number = 1 order by sequence")
            ).scalars()
        )


def people(station: Counter) -> int:
    with station.office.database.engine.connect() as connection:
        return int(connection.execute(text("select count(*) from person")).scalar_one())


def damaged(whole: bytes) -> Iterator[bytes]:
    """Give a file's content cut short, with a bit flipped, and with a byte too many."""
    yield from (whole[:length] for length in (0, 10, 300, len(whole) // 2, len(whole) - 1))
    for place in (3, 60, 400, len(whole) // 2, len(whole) - 1):
        wrong = bytearray(whole)
        wrong[place] ^= 1
        yield bytes(wrong)
    yield whole + b"x"
