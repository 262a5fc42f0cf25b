"""A backup that somebody altered, replaced or made up is refused, and does no harm."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.errors import CounterError, NotPossible
from desktop.models import (
    sealed_stream,
    station_file,
    station_ring,
)
from desktop.models.backup_file import BackupDamaged
from desktop.models.unlock import KeysLocked, Unlock
from desktop.models.wrapping import WrongKey
from desktop.services import station_backups, station_keys
from desktop.services.backup_rows import BackupRow, DrillResult
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from tests.services.backups.making import damaged
from tests.services.station_backups.making import QUICK, Register, left_behind, server_on


def test_whoever_has_the_file_and_the_server_but_no_key_opens_nothing(
    backed: Counter, administrator: Actor, back_up: Callable[[], BackupRow], drill: Callable[..., DrillResult]
) -> None:
    code = station_keys.ring(backed.office).new_recovery(QUICK)
    made = back_up()
    (backed.office.folders.data / station_keys.HELD).unlink()
    office = backed.office
    office.database.settings = replace(server_on(backed).settings, password="another")  # type: ignore[attr-defined]
    with pytest.raises(KeysLocked) as locked:
        drill(made.path)
    assert {way.value for way in locked.value.ways} == {"recovery"}
    with pytest.raises(CounterError):
        drill(made.path, Unlock(recovery="AAAAA-" * 6 + "AAAAA"))
    office.database.settings = replace(server_on(backed).settings, password="")  # type: ignore[attr-defined]
    key = station_backups.foreign_key(made.path, Unlock(recovery=code))
    assert b"".join(station_file.dump_of(made.path, key)).startswith(b"PGDMP")


def test_every_altered_byte_and_every_shortened_file_is_refused(
    backed: Counter, back_up: Callable[[], BackupRow], drill: Callable[..., DrillResult], tmp_path: Path
) -> None:
    made = back_up()
    whole, key = made.path.read_bytes(), station_backups.key_for(backed.office, made.path, None)
    body = whole.index(b"\n", len(station_file.MAGIC)) + 1
    altered = tmp_path / made.path.name
    for place in (3, body - 40, body, body + 50, len(whole) // 2, len(whole) - 1):
        wrong = bytearray(whole)
        wrong[place] ^= 1
        altered.write_bytes(wrong)
        with pytest.raises(NotPossible):
            list(station_file.dump_of(altered, key))
    for length in (body, body + 10, len(whole) - 1, 0):
        altered.write_bytes(whole[:length])
        with pytest.raises(NotPossible):
            list(station_file.dump_of(altered, key))
    altered.write_bytes(whole + b"x")
    with pytest.raises(BackupDamaged):
        drill(altered)
    assert left_behind(backed) == []


def test_another_file_under_the_name_of_a_backup_is_not_tried(
    backed: Counter,
    register: Register,
    clock: Any,
    back_up: Callable[[], BackupRow],
    drill: Callable[..., DrillResult],
) -> None:
    first = back_up()
    register(1)
    clock.moment += timedelta(minutes=1)
    second = back_up()
    shutil.copyfile(
        second.path, first.path
    )  # whole, sealed to the station's key, and not what was written down
    with pytest.raises(BackupDamaged, match="不是同一份"):
        drill(first.path)
    assert left_behind(backed) == []
    copied = second.path.with_name("from-elsewhere.rcstation")
    shutil.copyfile(second.path, copied)
    assert drill(copied).passed


def test_a_record_that_names_a_path_or_says_what_no_program_says_does_no_harm(
    backed: Counter, administrator: Actor, back_up: Callable[[], BackupRow]
) -> None:
    made = back_up()
    told = '{"context": "backups", "template": "{a.__class__}{b:>99999999999}", "facts": {"a": "x"}}'
    with backed.office.database.engine.begin() as connection:
        for number, name in enumerate(
            ("../../station.db", "/etc/passwd", "\\\\elsewhere\\share\\a.rcstation")
        ):
            connection.execute(
                text(
                    "insert into station_backup select :id, kind, at, 9, host, :name, size, sha256, passed, detail"
                    " from station_backup where file_name = :made"
                ),
                {"id": f"forged-{number}", "name": name, "made": made.path.name},
            )
        connection.execute(
            text(
                "insert into station_backup values ('told', 'backup', :at, 9, 'x', 'y', 0, '', false, :detail)"
            ),
            {"at": made.made_at + timedelta(seconds=1), "detail": told},
        )
    page = backed.backups.page(administrator)
    assert [row.path for row in page.rows] == [made.path]
    assert "__class__" in str(page.failed)


def test_a_public_key_that_was_put_in_place_of_the_stations_is_told_and_nothing_is_sealed_to_it(
    backed: Counter, administrator: Actor, back_up: Callable[[], BackupRow]
) -> None:
    with backed.office.database.engine.begin() as connection:
        connection.execute(
            text("update station_key set public = :other"), {"other": station_ring.public_of(bytes(32))}
        )
    with pytest.raises(NotPossible, match="公钥与本所的密钥不符"):
        back_up()
    assert "更换全部密钥" in str(backed.backups.page(administrator).failed)
    station_keys.ring(backed.office).renew(cost=QUICK)
    assert back_up().path.exists()
    assert backed.backups.page(administrator).failed is None


def test_parts_in_another_order_or_of_another_file_do_not_open(tmp_path: Path) -> None:
    key, path = bytes(32), tmp_path / "sealed"

    def stored(about: bytes) -> bytes:
        with path.open("wb") as file:
            sealer = sealed_stream.Sealer(file, key, about)
            for part in range(3):
                sealer.write(bytes([part]) * sealed_stream.PART)
            sealer.finish()
        return path.read_bytes()

    def read(content: bytes, about: bytes) -> bytes:
        path.write_bytes(content)
        with path.open("rb") as file:
            return b"".join(sealed_stream.opened(file, key, about))

    whole, size = stored(b"one"), sealed_stream.PART + 16
    assert len(read(whole, b"one")) == 3 * sealed_stream.PART
    parts = [whole[at : at + size] for at in range(0, len(whole), size)]
    for wrong in ([parts[1], parts[0], parts[2]], parts[:2], [parts[0], parts[2]], [*parts, parts[2]]):
        with pytest.raises(WrongKey):
            read(b"".join(wrong), b"one")
    with pytest.raises(WrongKey):
        read(whole, b"another")


def test_a_drill_of_a_damaged_or_shortened_file_of_elsewhere_says_why(
    backed: Counter, back_up: Callable[[], BackupRow], drill: Callable[..., DrillResult], tmp_path: Path
) -> None:
    made = back_up()
    whole = made.path.read_bytes()
    altered = tmp_path / "from-elsewhere.rcstation"  # nothing was written down of it
    for content in damaged(whole):
        altered.write_bytes(content)
        with pytest.raises(CounterError, match="不是本所服务器的备份文件|已损坏或没有复制完整"):
            drill(altered)
        assert left_behind(backed) == []
    altered.write_bytes(whole)
    assert drill(altered).passed
