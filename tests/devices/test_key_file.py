"""A key in a file: what its PIN opens, and everything that can be wrong with it, each in a sentence."""

from __future__ import annotations

import base64
import hashlib
import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from desktop.devices.token import key_file
from desktop.devices.token.key_file import KeyFiles
from desktop.domain.errors import BadInput, EnvironmentTrouble, NotPossible

PIN = "204080"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def reader(stick: Path) -> KeyFiles:
    return KeyFiles(lambda: [stick])


@pytest.fixture
def place(reader: KeyFiles, stick: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(key_file, "KIB", 64)  # what is asked of the machine is not what is tested here
    return reader.make(str(stick), "蓝色U盘", PIN)[0]


def test_a_key_signs_and_shows_its_public_part_only(reader: KeyFiles, place: str) -> None:
    token = reader.open(place, PIN)
    kind, public = token.public.split(":")
    assert (token.name, kind) == ("蓝色U盘", "Ed25519")
    Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(token.sign(b"asked"), b"asked")
    private = token._private.private_bytes_raw()
    written = Path(place).read_bytes()
    assert private not in written
    assert base64.b64encode(private) not in written
    assert private.hex().encode() not in written


def test_what_is_plugged_in_is_found_and_one_that_is_pulled_out_is_not(
    reader: KeyFiles, place: str, stick: Path
) -> None:
    (stick / "photo.jpg").write_bytes(b"")
    assert reader.drives() == (str(stick),)
    assert reader.present() == (place,)
    Path(place).unlink()
    (stick / "photo.jpg").unlink()
    stick.rmdir()
    assert reader.present() == ()


def test_a_wrong_pin_is_told_at_its_field(reader: KeyFiles, place: str) -> None:
    with pytest.raises(BadInput, match="PIN不对") as caught:
        reader.open(place, "204081")
    assert caught.value.field == "pin"


def test_a_stick_that_was_pulled_out_is_told(reader: KeyFiles, place: str) -> None:
    Path(place).unlink()
    with pytest.raises(EnvironmentTrouble, match="U盘可能已经拔出"):
        reader.open(place, PIN)


def test_every_byte_that_is_another_is_told_and_opens_nothing(reader: KeyFiles, place: str) -> None:
    whole = Path(place).read_bytes()
    for at in range(0, len(whole), 7):
        Path(place).write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        try:
            token = reader.open(place, PIN)
        except (NotPossible, BadInput):
            continue
        assert json.loads(Path(place).read_text()) == json.loads(whole), at  # white space only
        assert token.name == "蓝色U盘"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b"\xff\xfe", b"x" * 20_000, b'{"format": 1}'])
def test_half_a_file_is_told_as_damaged(reader: KeyFiles, place: str, content: bytes) -> None:
    Path(place).write_bytes(content)
    with pytest.raises(NotPossible, match="已损坏"):
        reader.open(place, PIN)


def test_another_file_is_told_as_no_key(reader: KeyFiles, stick: Path) -> None:
    (stick / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    with pytest.raises(NotPossible, match="不是密钥文件"):
        reader.open(str(stick / "photo.jpg"), PIN)


def again(place: str, change: Callable[[dict[str, Any]], None]) -> None:
    """Change a file as somebody would who knows how its check is made."""
    kept = json.loads(Path(place).read_text())
    change(kept)
    kept.pop("check")
    plain = json.dumps(kept, sort_keys=True, separators=(",", ":")).encode()
    Path(place).write_text(json.dumps({**kept, "check": hashlib.sha256(plain).hexdigest()}))


@pytest.mark.parametrize("part", ["name", "public"])
def test_what_stands_beside_the_key_cannot_be_exchanged(reader: KeyFiles, place: str, part: str) -> None:
    again(place, lambda kept: kept.update({part: "Ed25519:" + "00" * 32}))
    with pytest.raises(BadInput):
        reader.open(place, PIN)


@pytest.mark.parametrize(
    "part", [{"kib": 1 << 30}, {"passes": 10_000}, {"lanes": 0}, {"kib": "viel"}, {"salt": "é"}]
)
def test_a_file_asks_no_more_of_the_machine_than_it_may(
    reader: KeyFiles, place: str, part: dict[str, Any]
) -> None:
    again(place, lambda kept: kept.update(part))
    with pytest.raises(NotPossible, match="已损坏"):
        reader.open(place, PIN)


@pytest.mark.usefixtures("full_cost")
def test_the_pin_is_stretched_at_its_cost(reader: KeyFiles, stick: Path) -> None:
    kept = json.loads(Path(reader.make(str(stick), "蓝色U盘", PIN)[0]).read_bytes())
    assert (kept["passes"], kept["kib"], kept["lanes"]) == (3, 65_536, 4)


def test_nothing_on_the_stick_is_written_over(reader: KeyFiles, place: str, stick: Path) -> None:
    before = Path(place).read_bytes()
    with pytest.raises(NotPossible, match="已经存在"):
        reader.make(str(stick), "蓝色U盘", PIN)
    assert Path(place).read_bytes() == before


def test_a_name_is_never_a_way_out_of_the_stick(
    reader: KeyFiles, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_file, "KIB", 64)
    place, _ = reader.make(str(stick), "../../etc/passwd\x00", PIN)
    assert Path(place).parent == stick


def test_only_its_owner_reads_the_file(reader: KeyFiles, place: str) -> None:
    assert stat.S_IMODE(Path(place).stat().st_mode) == 0o600


def test_a_stick_that_is_gone_or_read_only_is_told(
    reader: KeyFiles, stick: Path, ordinary_user: None
) -> None:
    with pytest.raises(EnvironmentTrouble, match="没有写成"):
        reader.make(str(stick / "gone"), "a", PIN)
    stick.chmod(0o500)
    with pytest.raises(EnvironmentTrouble, match="没有写成"):
        reader.make(str(stick), "a", PIN)
    stick.chmod(0o700)
    assert reader.present() == ()
