"""`server.toml`: what is written is read, the password is sealed, what is wrong is told in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.domain.errors import BadInput, EnvironmentTrouble
from desktop.models.key_box import FileKeyBox
from desktop.models.server_settings import FILE, ServerSettings, check, read, write


@pytest.fixture
def box(tmp_path: Path) -> FileKeyBox:
    return FileKeyBox(tmp_path / "seals.key", create=True)


@pytest.fixture
def ca(tmp_path: Path) -> Path:
    path = tmp_path / "station-ca.crt"
    path.write_text("a certificate")
    return path


@pytest.fixture
def settings(ca: Path) -> ServerSettings:
    return ServerSettings(
        ("db1.station:5433", "10.1.2.3", "[fd00::2]:5432"),
        "residence",
        "counter_program",
        'pa"ss\\词',
        ca,
        12,
    )


def test_what_is_written_is_read(tmp_path: Path, settings: ServerSettings, box: FileKeyBox) -> None:
    write(tmp_path, settings, box)
    assert read(tmp_path, box) == settings
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600


def test_no_file_means_no_server(tmp_path: Path, box: FileKeyBox) -> None:
    assert read(tmp_path, box) is None


def test_the_password_is_nowhere_in_plain_text(
    tmp_path: Path, settings: ServerSettings, box: FileKeyBox
) -> None:
    write(tmp_path, settings, box)
    for path in tmp_path.iterdir():
        assert settings.password not in path.read_text()
    assert settings.password not in repr(settings)


def test_another_computers_password_is_not_opened(
    tmp_path: Path, settings: ServerSettings, box: FileKeyBox
) -> None:
    write(tmp_path, settings, box)
    other = FileKeyBox(tmp_path / "other.key", create=True)
    with pytest.raises(EnvironmentTrouble, match="在另一台电脑上封存"):
        read(tmp_path, other)


@pytest.mark.parametrize(
    ("hosts", "database", "user", "field"),
    [
        ((), "residence", "counter", "hosts"),
        (("a b",), "residence", "counter", "hosts"),
        (("db1:0",), "residence", "counter", "hosts"),
        (("db1:99999",), "residence", "counter", "hosts"),
        (("db1", "db2 options=-c x"), "residence", "counter", "hosts"),
        (("db1",), "", "counter", "database"),
        (("db1",), "residence;drop", "counter", "database"),
        (("db1",), "residence", "no body", "user"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(
    ca: Path, hosts: tuple[str, ...], database: str, user: str, field: str
) -> None:
    with pytest.raises(BadInput) as told:
        check(ServerSettings(hosts, database, user, "", ca))
    assert told.value.field == field


def test_over_the_network_a_certificate_is_a_must(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="CA文件"):
        check(ServerSettings(("db1",), "residence", "counter"))
    with pytest.raises(BadInput, match="找不到CA证书文件"):
        check(ServerSettings(("db1",), "residence", "counter", ca_file=tmp_path / "gone.crt"))
    check(ServerSettings(("/run/postgresql",), "residence", "counter"))


def test_over_the_network_the_servers_name_is_checked(settings: ServerSettings) -> None:
    asked = settings.parameters(0, {"lock_timeout": 2000}, 2)
    assert (asked["host"], asked["port"]) == ("db1.station", 5433)
    assert (asked["sslmode"], asked["sslrootcert"]) == ("verify-full", str(settings.ca_file))
    assert asked["options"] == "-c lock_timeout=2000"
    last = settings.parameters(2, {}, 2)
    assert (last["host"], last["port"]) == ("fd00::2", 5432)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("hosts = [", "不能读取"),
        ("hosts = ['/run']\ndatabase = 'd'\nuser = 'u'\nport = 1", "不认识的项目：port"),
        ("hosts = '/run'\ndatabase = 'd'\nuser = 'u'", "服务器地址请写成"),
        ("hosts = ['/run']\ndatabase = 7\nuser = 'u'", "服务器地址请写成"),
        ("hosts = ['/run']\nuser = 'u'", "数据库名称"),
        ("hosts = ['/run']\ndatabase = 'd'\nuser = 'u'\nsealed_password = 'zz'", "在另一台电脑上封存"),
        ("hosts = ['db1']\ndatabase = 'd'\nuser = 'u'", "CA文件"),
    ],
)
def test_a_file_that_is_wrong_is_told_in_a_sentence(
    tmp_path: Path, box: FileKeyBox, words: str, told: str
) -> None:
    (tmp_path / FILE).write_text(words, encoding="utf-8")
    with pytest.raises(EnvironmentTrouble, match=told):
        read(tmp_path, box)
