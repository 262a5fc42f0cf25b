"""What tests of backups look at."""

from __future__ import annotations

from collections.abc import Callable
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
