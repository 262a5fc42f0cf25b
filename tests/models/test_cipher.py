from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

import pytest

from desktop.models.cipher import new_file_key, opening_words
from desktop.models.copying import copy, faults_of, fits, opened
from desktop.models.database import Database, sqlite_engine
from desktop.models.file_database import FileDatabase
from desktop.models.memory import LEAST_KIB, MOST_KIB, cache_kib, cache_kib_of
from desktop.models.opening import open_file
from desktop.models.rekeying import change_key
from desktop.models.ring_opening import key_of
from desktop.services.ports import SystemClock

NOW = SystemClock().now()
PAGE = 4_096
ROWS = 400


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "station.db"


def fill(connection: Any) -> None:
    connection.execute("create table kept (id integer primary key, word text)")
    connection.executemany("insert into kept values (?, ?)", ((at, f"第{at}行" * 20) for at in range(ROWS)))


def words_in(connection: Any) -> list[str]:
    return [str(row[0]) for row in connection.execute("select word from kept order by id")]


def sealed_by(connection: Any) -> str:
    return str(connection.execute("pragma cipher_hmac_algorithm").fetchone()[0])


def old_key() -> bytes:
    return secrets.token_bytes(32)


def test_a_new_file_has_its_pages_sealed_by_sha256(path: Path) -> None:
    open_file(path, NOW).close()
    with opened(path, key_of(path)) as connection:
        assert sealed_by(connection) == "HMAC_SHA256"
        assert connection.execute("pragma cipher_use_hmac").fetchone()[0] == "1"
    assert not fits(path, key_of(path)[:32])  # the same key and the other seal


def test_a_file_of_before_is_opened_as_it_is_and_becomes_new_with_its_key(path: Path) -> None:
    old = old_key()
    before = Database(sqlite_engine(path, old), path)
    fill(before.link._cursor)
    before.close()
    path.with_suffix(".key").write_text(old.hex())
    database: FileDatabase = open_file(path, NOW)
    with opened(path, database.ring.current_key()) as connection:
        assert sealed_by(connection) == "HMAC_SHA512"
        whole = words_in(connection)
    database.ring.come()
    assert change_key(database)
    database.close()
    with opened(path, key_of(path)) as connection:
        assert sealed_by(connection) == "HMAC_SHA256"
        assert words_in(connection) == whole
        assert len(whole) == ROWS
        assert faults_of(connection) == []


@pytest.mark.parametrize("there", [old_key, new_file_key])
@pytest.mark.parametrize("here", [old_key, new_file_key])
def test_a_copy_goes_from_either_to_either(path: Path, here: Any, there: Any) -> None:
    one, other, target = here(), there(), path.with_name("copy.db")
    with opened(path, one) as source:
        fill(source)
        copy(source, target, other)
        with opened(target, other) as made:
            assert words_in(made) == words_in(source)
            made.execute("update kept set word = word || word where id % 3 = 0")
            made.execute("pragma wal_checkpoint(truncate)").fetchall()
            made.execute("vacuum")
            made.execute("pragma wal_checkpoint(truncate)").fetchall()
            assert faults_of(made) == []


@pytest.mark.parametrize("key", [old_key(), new_file_key()], ids=["before", "now"])
def test_every_byte_at_a_pages_end_is_sealed(path: Path, key: bytes) -> None:
    with opened(path, key) as connection:
        fill(connection)
    whole = path.read_bytes()
    for place in range(2 * PAGE - 96, 2 * PAGE):  # where the page's salt and seal are
        changed = bytearray(whole)
        changed[place] ^= 1
        path.write_bytes(changed)
        with opened(path, key) as connection:
            assert connection.execute("pragma cipher_integrity_check").fetchall() != [], place


def test_a_mark_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="newer"):
        opening_words(old_key() + b"\x02")


def test_the_cache_grows_with_the_machine_between_two_bounds(path: Path) -> None:
    gib = 1 << 30
    assert [cache_kib_of(there * gib) for there in (0, 1, 2, 4, 8, 512)] == [
        LEAST_KIB,
        LEAST_KIB,
        LEAST_KIB,
        2 * LEAST_KIB,
        MOST_KIB,
        MOST_KIB,
    ]
    with opened(path, new_file_key()) as connection:
        assert connection.execute("pragma cache_size").fetchone()[0] == -cache_kib()
