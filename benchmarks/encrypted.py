"""The look-up by ID number on the encrypted file, beside the same query on a plain copy of it."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

from benchmarks.kit import Finding, Ratio, processor, ratio_of_rounds, turn_about
from benchmarks.look_up import numbers_at
from benchmarks.people import station_of
from benchmarks.stations import database_file, warm
from desktop.models.database import file_connection
from desktop.models.memory import cache_kib
from desktop.models.ring_opening import key_of
from desktop.services.people_found import BY_KEY

TITLE = "Encrypted look-up by ID number, beside a plain file"
LIMIT = 1.6
_ROUNDS, _EACH = 25, 1_000


def measure(rows: int) -> Finding:
    """Look up random people by the same prepared query, both files in the cache of their own connection."""
    from sqlalchemy.dialects import sqlite

    folder = station_of(rows)
    warm(folder)
    file = database_file(folder)
    encrypted, plain = file_connection(file, key_of(file)), _plain(file)
    compiled = BY_KEY.compiled(sqlite.dialect())
    text, values = compiled.text, compiled.values({"key": "the key"})
    place = values.index("the key")
    before, after = tuple(values[:place]), tuple(values[place + 1 :])
    chance = Random(7)  # noqa: S311 - which people are looked up is no secret
    numbers = numbers_at(encrypted.cursor(), [chance.randrange(rows) for _ in range(_ROUNDS * _EACH)])
    rounds = [numbers[start : start + _EACH] for start in range(0, len(numbers), _EACH)]
    one, other = encrypted.cursor(), plain.cursor()

    def ours(number: str) -> object:
        return one.execute(text, (*before, "resident:" + number, *after)).fetchone()

    def bare(number: str) -> object:
        return other.execute(text, (*before, "resident:" + number, *after)).fetchone()

    assert ours(numbers[0]) == bare(numbers[0]) is not None
    for number in numbers:  # both caches warm
        ours(number), bare(number)
    first, second = turn_about(ours, bare, rounds)
    encrypted.close()
    plain.close()
    return Finding(
        f"{TITLE}, among {rows:,}",
        (
            Ratio("p50", ratio_of_rounds(first, second, 50), LIMIT),
            Ratio("p99", ratio_of_rounds(first, second, 99), LIMIT),
        ),
        {
            "encrypted": first.written(),
            "plain": second.written(),
            "processor time": processor(first, second),
            "file": f"{file.stat().st_size / 1e6:.0f} MB, cache {cache_kib() // 1024} MB each",
        },
    )


def _plain(file: Path) -> Any:
    """Open a copy without encryption, made once; by the same library with the same settings."""
    import sqlcipher3.dbapi2 as driver

    copy = file.with_suffix(".plain")
    if not copy.exists() or copy.stat().st_mtime < file.stat().st_mtime:
        copy.unlink(missing_ok=True)
        part = copy.with_suffix(".part")
        part.unlink(missing_ok=True)
        source = file_connection(file, key_of(file))
        source.execute("ATTACH DATABASE ? AS plain KEY ''", (str(part),))
        source.execute("SELECT sqlcipher_export('plain')").fetchone()
        source.execute("DETACH DATABASE plain")
        source.close()
        part.rename(copy)
    connection = driver.connect(str(copy), isolation_level=None)
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        f"cache_size = -{cache_kib()}",
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    return connection
