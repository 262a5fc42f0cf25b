"""The files of three servers that stand in for each other."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from installer.cluster_settings import MEMORY, main

THREE = ("one=10.0.0.1", "two=10.0.0.2", "three=10.0.0.3")


def patroni(folder: Path, name: str) -> dict:
    return json.loads((folder / name / "patroni.yml").read_text())


def test_each_server_knows_the_others_and_they_share_their_passwords(tmp_path: Path, capsys):
    assert main([str(tmp_path / "files"), *THREE]) == 0
    folder = tmp_path / "files"
    told = {name: patroni(folder, name) for name in ("one", "two", "three")}
    assert {each["postgresql"]["connect_address"] for each in told.values()} == {
        "10.0.0.1:5432",
        "10.0.0.2:5432",
        "10.0.0.3:5432",
    }
    assert len({json.dumps(each["postgresql"]["authentication"]) for each in told.values()}) == 1
    assert told["two"]["etcd"]["hosts"] == ["10.0.0.1:2379", "10.0.0.2:2379", "10.0.0.3:2379"]
    assert "--initial-cluster=one=http://10.0.0.1:2380" in (folder / "one" / "etcd").read_text()
    password = told["one"]["postgresql"]["authentication"]["superuser"]["password"]
    assert password not in capsys.readouterr().out


def test_passwords_are_for_the_owners_eyes_and_others_each_time(tmp_path: Path):
    for name in ("first", "second"):
        main([str(tmp_path / name), *THREE])
    assert stat.S_IMODE((tmp_path / "first" / "one" / "patroni.yml").stat().st_mode) == 0o600
    assert patroni(tmp_path / "first", "one") != patroni(tmp_path / "second", "one")


def test_nothing_is_acknowledged_by_one_server_alone_and_nobody_gets_in_without_tls(tmp_path: Path):
    main([str(tmp_path / "files"), *THREE])
    told = patroni(tmp_path / "files", "one")["bootstrap"]
    assert told["dcs"]["synchronous_mode"] is True
    assert MEMORY["ttl"] >= MEMORY["loop_wait"] + 2 * MEMORY["retry_timeout"]  # Patroni's own rule
    assert not [line for line in told["pg_hba"] if line.startswith("host ") or "trust" in line]


@pytest.mark.parametrize("words", [(), ("one=10.0.0.1",), ("one", "two", "three"), THREE[:2] + THREE[:1]])
def test_fewer_than_three_servers_are_refused_with_the_way_to_ask(words: tuple[str, ...], tmp_path, capsys):
    assert main([str(tmp_path / "files"), *words]) == 2
    told = capsys.readouterr().err
    assert "python -m installer.cluster_settings" in told
    assert "unpack" not in told
    assert not (tmp_path / "files").exists()


def test_a_folder_that_is_there_is_not_written_over(tmp_path: Path, capsys):
    assert main([str(tmp_path), *THREE]) == 0
    assert main([str(tmp_path), *THREE]) == 1
    assert str(tmp_path / "one") in capsys.readouterr().err
