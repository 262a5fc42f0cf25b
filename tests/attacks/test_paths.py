"""Path tricks in exports and imports: `..`, whole paths, devices, pipes, links, names of Windows's devices."""

from __future__ import annotations

import json
import os
import stat
import uuid
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.codes import CopyOutcome
from desktop.domain.errors import BadInput, CounterError, EnvironmentTrouble, NotPossible
from desktop.services.counter import Counter
from desktop.services.day_log import LogFormat, LogRequest
from desktop.services.photos import read_picture
from desktop.services.rows import Actor
from desktop.services.whole_files import read_bounded, write_whole
from printing.fonts import Fonts
from printing.layouts import BadLayout, read
from printing.seal import ended, keys

DEVICES = ["CON", "nul.pdf", "COM1", "lpt9.csv", "Aux.tar.gz", "PRN ", "COM¹.txt"]


@pytest.mark.parametrize("name", [*DEVICES, "a\x1bb.pdf", "a\u202efdp.exe"])
def test_nothing_is_written_under_a_devices_name_or_one_that_nobody_sees(tmp_path: Path, name: str) -> None:
    with pytest.raises(EnvironmentTrouble, match="不能用作文件名"):
        write_whole(tmp_path / name, b"words")
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_over_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name in ("pipe", "folder"):
        with pytest.raises(EnvironmentTrouble, match="不是普通文件"):
            write_whole(tmp_path / name, b"words")
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "pipe"]


def test_a_link_is_replaced_and_what_it_leads_to_stays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(b"somebody else's")
    (tmp_path / "here.pdf").symlink_to(tmp_path / "there")
    write_whole(tmp_path / "here.pdf", b"ours")
    assert (tmp_path / "there").read_bytes() == b"somebody else's"
    assert (tmp_path / "here.pdf").read_bytes() == b"ours"
    assert not (tmp_path / "here.pdf").is_symlink()


def test_a_pipe_and_a_device_are_no_file_to_read_and_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero"), tmp_path):
        with pytest.raises(OSError, match="不是普通文件|Is a directory"):
            read_bounded(path, 100)
    (tmp_path / "long").write_bytes(bytes(1000))
    assert len(read_bounded(tmp_path / "long", 100)) == 101


def test_every_import_refuses_a_pipe_and_a_device(station: Counter, template: Any, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    safe, clerk = template.security, template.clerk
    imports: list[Callable[[Path], Any]] = [
        lambda path: station.seals.import_keys(safe, str(uuid.uuid4()), path),
        lambda path: station.seals.import_ended(safe, path),
        lambda path: station.verification.check_file(clerk, path),
        station.calendars.read_notice,
        read_picture,
    ]
    for one in imports:
        for path in (tmp_path / "pipe", Path("/dev/zero"), Path("/dev/null"), tmp_path):
            with pytest.raises(CounterError):
                one(path)


@pytest.mark.parametrize("serial", ["../../etc/passwd", "/etc/passwd", "JN0001/../x", "JN0001\x00", "C:\\x"])
def test_a_card_is_saved_under_a_serial_and_no_path(
    station: Counter, officer: Actor, serial: str, tmp_path: Path
) -> None:
    with pytest.raises(CounterError):
        station.card_prints.save(officer, serial, tmp_path)
    assert list(tmp_path.rglob("*")) == [] or all("data" in str(path) for path in tmp_path.rglob("*"))


@pytest.mark.parametrize("name", [*DEVICES, "pipe", "folder"])
@pytest.mark.parametrize("kind", [LogFormat.CSV, LogFormat.XLSX])
def test_a_log_goes_to_no_device(
    station: Counter, template: Any, name: str, kind: LogFormat, tmp_path: Path
) -> None:
    place = tmp_path / "out"
    place.mkdir()
    os.mkfifo(place / "pipe")
    (place / "folder").mkdir()
    today = station.office.today()
    with pytest.raises(EnvironmentTrouble):
        station.day_log.export(
            template.auditor,
            LogRequest(today, today, kind, place / name, whole_numbers=False),
            lambda *_: None,
            lambda: False,
        )
    assert sorted(path.name for path in place.iterdir()) == ["folder", "pipe"]


def test_a_paper_saved_over_a_pipe_is_not_settled(
    station: Counter, clerk: Actor, register: Callable[..., Any], tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    copy = station.papers.prepare(clerk, "a copy", register(1).paper_id)
    with pytest.raises(EnvironmentTrouble, match="不是普通文件"):
        station.papers.save(clerk, copy.copy_id, tmp_path / "pipe.pdf")
    assert station.papers.paper(copy.paper_id).copies[0].outcome is CopyOutcome.PENDING


@pytest.mark.parametrize(
    "logo", ["../logo.png", "/etc/hostname", "a/../logo.png", "..\\\\logo.png", "logo.png/"]
)
def test_a_layouts_logo_lies_beside_it(tmp_path: Path, logo: str) -> None:
    path = tmp_path / "layouts" / "call_list.toml"
    path.parent.mkdir()
    path.write_text(f'logo = "{logo}"\n', "utf-8")
    with pytest.raises(BadLayout, match="只写文件名"):
        read(path, Fonts.at_station(tmp_path / "cache", None))


@pytest.mark.parametrize(
    "station_number", ["../../evil", "/tmp/evil", "37010200", "37010200６", "３７０１０２００６"]
)
def test_a_station_is_nine_digits_before_a_file_is_named_after_it(station_number: str) -> None:
    row = {
        "key_id": keys.key_id_of("ed25519", bytes(32)),
        "algorithm": "ed25519",
        "public": bytes(32).hex(),
        "station": station_number,
        "station_name": "某所",
        "practice": False,
        "made_on": date(2026, 1, 1).isoformat(),
        "retired_on": "",
        "revoked_on": "",
        "reason": "",
    }
    with pytest.raises(keys.BadKeys):
        keys.read(json.dumps({"format": keys.FORMAT, "keys": [row]}))


def test_a_list_of_ended_papers_names_the_station_of_its_key(
    station: Counter, template: Any, tmp_path: Path
) -> None:
    path = tmp_path / "ended.json"
    station.seals.export_ended(template.security, path)
    told = json.loads(path.read_text("utf-8"))
    told["station"] = "../../evil"
    path.write_text(json.dumps(told), "utf-8")
    with pytest.raises(NotPossible):
        station.seals.import_ended(template.security, path)
    assert not (station.office.folders.data.parent.parent / "evil.json").exists()
    assert told["format"] == ended.FORMAT


@pytest.mark.parametrize("name", ["测试\u202e派出所", "测试\u200b派出所", "派" * 101])
def test_the_words_of_an_imported_key_are_read_by_the_same_rules(
    station: Counter, template: Any, name: str, tmp_path: Path
) -> None:
    from printing.seal.algorithms import algorithm

    private = algorithm("ed25519").new_private()
    public = algorithm("ed25519").signer(private).public
    key = keys.PublicKey(
        key_id=keys.key_id_of("ed25519", public),
        algorithm="ed25519",
        public=public,
        station="370103001",
        station_name=name,
        practice=False,
        made_on=date(2026, 1, 1),
        retired_on=None,
        revoked_on=None,
        reason="",
    )
    path = tmp_path / "keys.json"
    path.write_text(keys.written([key]), "utf-8")
    with pytest.raises(NotPossible):
        station.seals.import_keys(template.security, str(uuid.uuid4()), path)
    assert len(station.seals.keys(template.security).rows) <= 1


def test_what_a_link_leads_to_is_read_as_a_file_and_its_name_is_not_trusted(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").symlink_to("/dev/zero")
    with pytest.raises(BadInput):
        read_picture(tmp_path / "photo.jpg")
