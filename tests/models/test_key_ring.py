from __future__ import annotations

import json
import os
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain import recovery_code
from desktop.domain.errors import BadInput, EnvironmentTrouble, NotPossible
from desktop.models import envelope
from desktop.models.database import Database, sqlite_engine
from desktop.models.key_files import user_file
from desktop.models.key_ring import KeyRing
from desktop.models.opening import open_file
from desktop.models.ring_opening import key_of, open_ring
from desktop.models.unlock import KeysLocked, Unlock
from desktop.models.wrapping import Cost, Way
from desktop.services.ports import SystemClock

NOW = SystemClock().now()
QUICK = Cost(1, 64, 1)
SECRET = "the station's secret"


class Stick:
    """A token: Ed25519 signs the same message in the same way."""

    def __init__(self, name: str = "stick", *, fickle: bool = False) -> None:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        self.name, self._fickle = name, fickle
        self._key = Ed25519PrivateKey.generate()

    def sign(self, message: bytes) -> bytes:
        return self._key.sign(message) + (secrets.token_bytes(4) if self._fickle else b"")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "station.db"


@pytest.fixture
def ring(path: Path) -> KeyRing:
    return open_ring(path, create=True)


@pytest.fixture
def locked(ring: KeyRing) -> str:
    """Keys that this machine alone does not open; gives the recovery key."""
    ring.set_secret(SECRET, QUICK)
    code = ring.new_recovery(QUICK)
    ring.open_by_user(wanted=False)
    return code


def files(path: Path) -> Iterator[Path]:
    return path.parent.iterdir()


def test_a_new_ring_opens_for_the_machines_user_alone(path: Path, ring: KeyRing) -> None:
    assert ring.ways == {Way.USER}
    assert open_ring(path, create=False).current_key() == ring.current_key()
    assert all(stat.S_IMODE(each.stat().st_mode) == 0o600 for each in files(path))
    assert not any(ring.current_key().hex() in each.read_text() for each in files(path))


def test_each_way_opens_it_and_a_wrong_one_is_told(path: Path, ring: KeyRing, locked: str) -> None:
    stick = Stick()
    ring.add_token(stick)
    with pytest.raises(KeysLocked) as told:
        open_ring(path, create=False)
    assert told.value.ways == {Way.SECRET, Way.RECOVERY, Way.TOKEN}
    for by in (Unlock(secret=SECRET), Unlock(recovery=locked.lower()), Unlock(token=stick)):
        assert open_ring(path, create=False, by=by).current_key() == ring.current_key()
    other = recovery_code.written(bytes(18))
    for field, by in (
        ("secret", Unlock(secret=SECRET + " ")),
        ("recovery", Unlock(recovery=other)),
        ("token", Unlock(token=Stick())),
    ):
        with pytest.raises(BadInput) as wrong:
            open_ring(path, create=False, by=by)
        assert wrong.value.field == field


def test_the_user_is_asked_for_nothing_until_it_is_ended_and_only_if_something_else_opens(
    path: Path, ring: KeyRing
) -> None:
    with pytest.raises(NotPossible, match="恢复密钥"):
        ring.open_by_user(wanted=False)
    ring.set_secret(SECRET, QUICK)
    with pytest.raises(NotPossible, match="恢复密钥"):
        ring.open_by_user(wanted=False)
    ring.new_recovery(QUICK)
    ring.open_by_user(wanted=False)
    assert not user_file(path).exists()
    with pytest.raises(KeysLocked):
        open_ring(path, create=False)
    ring.open_by_user(wanted=True)
    assert open_ring(path, create=False).current_key() == ring.current_key()


def test_another_secret_or_recovery_key_shuts_the_one_before_out(
    path: Path, ring: KeyRing, locked: str
) -> None:
    ring.set_secret("another secret", QUICK)
    newer = ring.new_recovery(QUICK)
    for by in (Unlock(secret=SECRET), Unlock(recovery=locked)):
        with pytest.raises(BadInput):
            open_ring(path, create=False, by=by)
    open_ring(path, create=False, by=Unlock(secret="another secret"))
    open_ring(path, create=False, by=Unlock(recovery=newer))


def test_a_lost_token_is_shut_out_and_the_other_one_is_not(path: Path, ring: KeyRing, locked: str) -> None:
    lost, kept = Stick("lost"), Stick("kept")
    ring.add_token(lost)
    ring.add_token(kept)
    assert set(ring.tokens) == {"lost", "kept"}
    ring.drop_token("lost")
    with pytest.raises(BadInput):
        open_ring(path, create=False, by=Unlock(token=lost))
    open_ring(path, create=False, by=Unlock(token=kept))


def test_a_token_that_never_signs_alike_is_refused(ring: KeyRing) -> None:
    with pytest.raises(NotPossible, match="每次签名都不同"):
        ring.add_token(Stick(fickle=True))
    assert ring.tokens == ()


def test_renewed_keys_open_to_what_was_given_and_to_nothing_before(
    path: Path, ring: KeyRing, locked: str
) -> None:
    before, old = ring.current_key(), ring.seal(b"a backup's key", "backup")
    code = ring.renew("another secret", cost=QUICK)
    for by in (Unlock(secret=SECRET), Unlock(recovery=locked)):
        with pytest.raises(BadInput):
            open_ring(path, create=False, by=by)
    again = open_ring(path, create=False, by=Unlock(recovery=code))
    assert again.current_key() == before  # the file is not encrypted anew yet
    assert again.coming_key not in (None, before)
    assert again.unseal(*old, "backup") == b"a backup's key"
    assert again.box == ring.box


@pytest.mark.usefixtures("full_cost")
def test_the_stretching_is_argon2id_at_its_cost(ring: KeyRing) -> None:
    ring.set_secret(SECRET)
    [told] = [each for each in envelope.packed(ring.envelope)["body"]["wrappings"] if each["way"] == "secret"]
    assert told["argon2id"] == [3, 65_536, 4]


def test_an_older_programs_key_is_taken_over_without_loss(path: Path) -> None:
    key = secrets.token_bytes(32)
    database = Database(sqlite_engine(path, key), path)
    with database.engine.begin() as connection:
        connection.exec_driver_sql("create table kept (word text)")
        connection.exec_driver_sql("insert into kept values ('老数据')")
    database.close()
    path.with_suffix(".key").write_text(key.hex())
    for _ in range(2):
        opened = open_file(path, NOW)
        with opened.engine.connect() as connection:
            assert connection.exec_driver_sql("select word from kept").scalar_one() == "老数据"
        assert opened.ring.current_key() == opened.ring.box == key
        opened.close()
        assert not path.with_suffix(".key").exists()


@pytest.mark.parametrize("killed_at", range(1, 8))
def test_taking_over_that_is_cut_short_goes_on_at_the_next_start(
    path: Path, monkeypatch: pytest.MonkeyPatch, killed_at: int
) -> None:
    key = secrets.token_bytes(32)
    path.with_suffix(".key").write_text(key.hex())
    calls, replace = [0], os.replace

    def cut(*names: object) -> None:
        calls[0] += 1
        if calls[0] * 2 - 1 == killed_at:
            raise KeyboardInterrupt
        replace(*names)  # type: ignore[arg-type]
        if calls[0] * 2 == killed_at:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", cut)
        try:
            open_ring(path, create=False)
        except KeyboardInterrupt:
            pass
        else:
            assert killed_at > 6
    assert key_of(path) == key
    assert not path.with_suffix(".key").exists()


def test_an_older_copy_beside_its_plain_key_still_opens(path: Path) -> None:
    open_file(path, NOW).close()
    for each in (path, *path.parent.glob("station.db-*")):
        each.unlink(missing_ok=True)
    key = secrets.token_bytes(32)
    Database(sqlite_engine(path, key), path).link.close()
    path.with_suffix(".key").write_text(key.hex())
    opened = open_file(path, NOW)
    assert opened.ring.current_key() == key
    opened.close()
    assert key_of(path) == key


# -- the envelope ----------------------------------------------------------------------------------------
def test_a_torn_envelope_is_read_from_the_other_one(path: Path, ring: KeyRing) -> None:
    for torn in ("station.keys", "station.keys2"):
        ring.set_secret(SECRET, QUICK)
        whole = (path.parent / torn).read_bytes()
        for length in (0, 1, len(whole) // 2, len(whole) - 2):
            (path.parent / torn).write_bytes(whole[:length])
            assert open_ring(path, create=False).current_key() == ring.current_key()


def test_the_newer_of_two_whole_ones_holds(
    path: Path, ring: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing = envelope.write_private

    def once(target: Path, content: bytes) -> None:
        writing(target, content)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(envelope, "write_private", once)
    with pytest.raises(OSError, match="No space"):
        ring.set_secret(SECRET, QUICK)
    monkeypatch.undo()
    assert open_ring(path, create=False).ways == {Way.USER, Way.SECRET}


@pytest.mark.parametrize(
    "damage", ["a bit", "no end", "rubbish", "not an envelope", "one who counts for ever"]
)
def test_damage_to_both_is_told_and_nothing_is_made_over_it(path: Path, ring: KeyRing, damage: str) -> None:
    whole = (path.parent / "station.keys").read_bytes()
    told = json.loads(whole)
    if damage == "one who counts for ever":
        told["body"]["wrappings"].append(
            {"way": "secret", "salt": "", "sealed": "", "argon2id": [1, 2**40, 1]}
        )
        told["sha256"] = envelope._digest(told["body"])
    made = {
        "a bit": whole.replace(b'"number": 1', b'"number": 3'),
        "no end": whole[:-20],
        "rubbish": os.urandom(500),
        "not an envelope": b"{}",
        "one who counts for ever": json.dumps(told).encode(),
    }[damage]
    for name in ("station.keys", "station.keys2"):
        (path.parent / name).write_bytes(made)
    with pytest.raises(EnvironmentTrouble, match="已损坏"):
        open_ring(path, create=True)
    assert (path.parent / "station.keys").read_bytes() == made


def test_an_envelope_of_a_newer_program_is_refused(path: Path, ring: KeyRing) -> None:
    told = json.loads((path.parent / "station.keys").read_bytes())
    told["body"]["version"] = 2
    told["sha256"] = envelope._digest(told["body"])
    (path.parent / "station.keys").write_text(json.dumps(told))
    with pytest.raises(EnvironmentTrouble, match="更新版本"):
        open_ring(path, create=False)


def test_a_copied_folder_without_the_users_key_opens_nothing(path: Path, ring: KeyRing) -> None:
    user_file(path).unlink()
    with pytest.raises(EnvironmentTrouble, match="密钥文件"):
        open_ring(path, create=False)
