from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from desktop.devices.token.key_file import KeyFiles
from desktop.domain.errors import BadInput, EnvironmentTrouble, NotPossible
from desktop.models import envelope
from desktop.models.file_database import FileDatabase
from desktop.models.unlock import KeysLocked, Unlock
from desktop.services.counter import Counter, open_counter
from desktop.services.ports import Folders
from desktop.services.rows import Actor
from desktop.services.unlocking import unlock_by
from tests.printing.print_server import add_queues, run, started
from tests.services.backups.making import SECRET, actions


@pytest.fixture
def security(template: Any) -> Actor:
    """The security administrator."""
    found: Actor = template.security
    return found


@pytest.fixture
def database(station: Counter) -> FileDatabase:
    found = station.office.database
    assert isinstance(found, FileDatabase)
    return found


@pytest.mark.parametrize(
    ("field", "secret", "again"),
    [
        ("secret", "short", "short"),
        ("secret", " four quiet words here", " four quiet words here"),
        ("secret_again", SECRET, SECRET + "!"),
    ],
)
def test_a_secret_that_breaks_a_rule_is_told(
    station: Counter, security: Actor, field: str, secret: str, again: str
) -> None:
    with pytest.raises(BadInput) as wrong:
        station.keys.set_secret(security, secret, again)
    assert wrong.value.field == field
    assert not station.keys.page(security).secret


def test_with_secret_and_recovery_key_the_machine_may_be_made_to_ask(
    station: Counter, security: Actor, folders: Folders, clock: Any
) -> None:
    assert station.keys.page(security).by_user
    with pytest.raises(NotPossible, match="恢复密钥"):
        station.keys.open_by_user(security, wanted=False)
    station.keys.set_secret(security, SECRET, SECRET)
    code = station.keys.new_recovery(security)
    page = station.keys.open_by_user(security, wanted=False)
    assert (page.secret, page.recovery, page.by_user) == (True, True, False)
    assert actions(station)[-3:] == ["set_station_secret", "make_recovery_key", "start_asked"]
    station.close()
    with pytest.raises(KeysLocked):
        open_counter(folders, clock, practice=False)
    for by in (Unlock(secret=SECRET), Unlock(recovery=code)):
        open_counter(folders, clock, practice=False, by=by).close()


def test_a_token_made_here_opens_the_data_at_the_start_by_its_pin_and_by_no_other(
    station: Counter, security: Actor, folders: Folders, clock: Any, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    keys = KeyFiles(lambda: [stick])
    station.keys._tokens = keys
    typed = {"drive": str(stick), "factor_name": "one", "new_pin": "246810", "new_pin_again": "246810"}
    assert station.keys.make_token(security, typed).tokens == ("one",)
    with pytest.raises(BadInput) as wrong:
        station.keys.make_token(security, typed)
    assert wrong.value.field == "factor_name"
    station.keys.new_recovery(security)
    station.keys.open_by_user(security, wanted=False)
    station.close()
    with pytest.raises(KeysLocked) as locked:
        open_counter(folders, clock, practice=False)
    assert {way.value for way in locked.value.ways} == {"token", "recovery"}
    with pytest.raises(BadInput) as wrong:
        unlock_by("", "", "135790", keys)
    assert wrong.value.field == "pin"
    open_counter(folders, clock, practice=False, by=unlock_by("", "", "246810", keys)).close()
    for each in stick.iterdir():
        each.unlink()
    with pytest.raises(NotPossible, match="没有看到密钥盘"):
        unlock_by("", "", "246810", keys)


def test_a_token_that_cannot_be_used_is_taken_off_the_drive_again(
    station: Counter, security: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    station.keys._tokens = KeyFiles(lambda: [stick])
    typed = {"drive": str(stick), "factor_name": "one", "new_pin": "246810", "new_pin_again": "246810"}

    def full(_path: Path, _content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(envelope, "write_private", full)
    with pytest.raises(EnvironmentTrouble):
        station.keys.make_token(security, typed)
    assert list(stick.iterdir()) == []
    assert station.keys.page(security).tokens == ()


def test_every_key_is_changed_while_the_station_works(
    station: Counter,
    security: Actor,
    clerk: Actor,
    database: FileDatabase,
    register: Callable[..., Any],
    folders: Folders,
    clock: Any,
) -> None:
    station.keys.set_secret(security, SECRET, SECRET)
    register(1)
    before, box, id_before = (
        database.ring.current_key(),
        station.office.key_box.name,
        database.ring.current_id,
    )
    with pytest.raises(BadInput) as wrong:
        station.keys.renew(security, "not the secret at all")
    assert wrong.value.field == "secret"
    code = station.keys.renew(security, SECRET)
    assert station.keys.changing()
    register(2)
    assert station.keys.go_on(clerk, lambda: False)
    assert not station.keys.changing()
    register(3)
    assert database.ring.current_key() != before
    assert station.keys.page(security).key_id != id_before
    assert station.office.key_box.name == box
    assert actions(station)[-1] == "renew_keys"
    station.close()
    again = open_counter(folders, clock, practice=False, by=Unlock(recovery=code))
    with again.office.database.engine.connect() as connection:
        assert connection.execute(text("select count(*) from person")).scalar_one() == 3
    again.close()


def test_what_was_copied_before_opens_nothing_of_what_is_written_after(
    station: Counter, security: Actor, clerk: Actor, folders: Folders, tmp_path: Path
) -> None:
    stolen = tmp_path / "stolen"
    shutil.copytree(folders.data, stolen)
    station.keys.renew(security)
    assert station.keys.go_on(clerk, lambda: False)
    station.close()
    for name in ("station.db", "station.keys"):
        mixed = tmp_path / f"with the new {name}"
        shutil.copytree(stolen, mixed)
        for each in mixed.glob("station.db-*"):
            each.unlink()
        shutil.copy2(folders.data / name, mixed / name)
        if name == "station.keys":
            shutil.copy2(folders.data / "station.keys2", mixed / "station.keys2")
            (mixed / "station.user").unlink()
        with pytest.raises(EnvironmentTrouble):
            open_counter(Folders(mixed, folders.cache), station.office.clock, practice=False)


def test_a_full_disk_leaves_the_keys_as_they_were(
    station: Counter, security: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(envelope, "write_private", full)
    with pytest.raises(EnvironmentTrouble, match="密钥没有改动"):
        station.keys.set_secret(security, SECRET, SECRET)
    with pytest.raises(EnvironmentTrouble, match="密钥没有改动"):
        station.keys.renew(security)
    page = station.keys.page(security)
    assert not page.secret
    assert not page.changing


@pytest.mark.parametrize("who", ["clerk", "officer"])
def test_only_the_security_administrator_keeps_the_keys(
    station: Counter, template: Any, who: str, request: pytest.FixtureRequest
) -> None:
    for actor in (request.getfixturevalue(who), template.administrator):
        with pytest.raises(NotPossible):
            station.keys.page(actor)
        with pytest.raises(NotPossible):
            station.keys.renew(actor)


def test_the_print_service_keeps_nothing_of_the_recovery_keys_sheet(
    station: Counter, security: Actor
) -> None:
    code = station.keys.new_recovery(security)
    with started() as queues:
        add_queues(queues)
        run("/usr/sbin/lpadmin", "-d", "office")
        station.keys.print_recovery(security, code)
        assert b"%PDF" in queues.printed("office")
        assert not list((queues.folder / "spool").glob("d*"))
