"""Each way in which nobody lets us in at an address has a sentence of its own."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop.models.server_reach import why_nobody
from desktop.models.server_settings import ServerSettings


def said(hosts: tuple[str, ...], last: str = "") -> str:
    settings = ServerSettings(hosts, "residence", "counter_program")
    return str(why_nobody(settings, OSError(last) if last else None, 0.3))


@pytest.fixture
def deaf() -> Iterator[int]:
    """A port at which somebody takes connections who is no PostgreSQL."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        yield server.getsockname()[1]


@pytest.fixture
def shut() -> int:
    """A port at which nobody listens."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        port: int = server.getsockname()[1]
    return port


def test_a_refused_port_is_told_with_its_number(shut: int) -> None:
    told = said((f"127.0.0.1:{shut}",))
    assert told.startswith(f"“127.0.0.1”在，但端口{shut}没有程序应答（连接被拒绝）")


@pytest.mark.parametrize("name", ["db1.station.invalid", "db1..station", ".", "db" * 40])
def test_a_name_that_nobody_knows_is_told(name: str) -> None:
    assert said((name,)).startswith(f"找不到名称为“{name}”的服务器。")


def test_a_host_that_says_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def silence(_where: object, _seconds: float) -> None:
        raise TimeoutError

    monkeypatch.setattr(socket, "create_connection", silence)
    assert said(("10.1.2.3:5433",)).startswith("“10.1.2.3”的端口5433在0.3秒内没有应答。")


def test_a_network_that_is_not_reached_is_told_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(_where: object, _seconds: float) -> None:
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr(socket, "create_connection", lost)
    assert "到不了“10.1.2.3”（Network is unreachable）" in said(("10.1.2.3",))


def test_a_folder_without_a_socket_is_told(tmp_path: Path) -> None:
    assert said((f"{tmp_path}:5433",)).startswith(f"文件夹“{tmp_path}”里没有端口5433的PostgreSQL")


@pytest.mark.parametrize(
    ("last", "told"),
    [
        ("connection failed: FATAL:  the database system is starting up", "正在启动或停止"),
        ("致命错误:  数据库系统停止中", "正在启动或停止"),
        ("connection failed: session is read-only", "只读的备机"),
        ("connection failed: received invalid response", "有程序应答，但没有完成PostgreSQL的连接（received"),
    ],
)
def test_somebody_who_answers_and_does_not_let_us_in_is_told_apart(deaf: int, last: str, told: str) -> None:
    assert told in said((f"127.0.0.1:{deaf}",), last)


def test_of_several_hosts_each_is_told_in_a_line(shut: int) -> None:
    first, second = said((f"127.0.0.1:{shut}", "db2.station.invalid")).split("\n")
    assert first.startswith("“127.0.0.1”在")
    assert second.startswith("找不到名称为“db2.station.invalid”")
