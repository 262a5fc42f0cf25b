"""What ends, and what of it is stored and told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import inspect, text

from desktop.domain.codes import CancelReason
from desktop.domain.retention import DataKind
from desktop.services.counter import Counter
from desktop.services.departures import DepartureForm
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor
from tests.services.asked import key

Issue = Callable[..., PermitRow]
Go = Callable[[date], None]
LEFT = DepartureForm(CancelReason.LEFT, date(2024, 9, 20), "370202", "香港中路1号")
LATER = date(2037, 3, 1)
NAME, FORMER, PHONE = "司徒演练", "司马样例", "13987650001"


def everything(station: Counter) -> dict[str, str]:
    """Every value of every table as text, decrypted; what is not text is read as such all the same."""
    found = {}
    with station.office.database.engine.connect() as connection:
        for table in inspect(connection).get_table_names():
            for row in connection.execute(text(f'select * from "{table}"')).mappings():
                for name, value in row.items():
                    words = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
                    place = f"{table}.{name}:{row.get('id', '')}"
                    found[place] = found.get(place, "") + words
    return found


def told_of(station: Counter, *words: str) -> list[str]:
    """Where in the whole database any of these words stand."""
    station.journal.flush()
    return [
        f"{place} {word}" for place, value in everything(station).items() for word in words if word in value
    ]


def entries(station: Counter, action: str) -> list[Any]:
    station.journal.flush()
    with station.office.database.engine.connect() as connection:
        return list(
            connection.execute(
                text("select * from journal_entry where action = :action order by id"), {"action": action}
            ).mappings()
        )


def order_for(station: Counter, boss: Actor, kind: DataKind = DataKind.PERSON) -> Any:
    found = station.retention.preview(boss, kind)
    return station.retention.prepare(boss, key(), kind, found.digest)


def clerk_time() -> datetime:
    return datetime(2024, 9, 1, 2, tzinfo=UTC)
