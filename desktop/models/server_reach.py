"""Why nobody at a server's address lets us in, as an administrator wants to know it who has just typed the address.

The socket is asked rather than libpq's words, which come in whatever language the machine speaks.
"""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

from desktop.domain.errors import Sentence, sentence
from desktop.models.server_settings import host_and_port, is_socket

if TYPE_CHECKING:
    from desktop.models.server_settings import ServerSettings

_SECONDS = 2.0
_UNKNOWN = sentence("errors", "找不到名称为“{host}”的服务器。请核对地址有没有写错，或请管理员检查域名解析。")
_REFUSED = sentence(
    "errors",
    "“{host}”在，但端口{port}没有程序应答（连接被拒绝）。请核对端口，或在服务器上启动PostgreSQL并让它监听网络。",
)
_SILENT = sentence(
    "errors", "“{host}”的端口{port}在{seconds}秒内没有应答。请核对地址，检查服务器是否开机、网线和防火墙。"
)
_NO_WAY = sentence("errors", "这台电脑到不了“{host}”（{reason}）。请检查本机的网线、网络设置，再核对地址。")
_NO_SOCKET = sentence(
    "errors",
    "文件夹“{host}”里没有端口{port}的PostgreSQL在应答。请核对路径和端口，或启动这台电脑上的PostgreSQL。",
)
_STARTING = sentence("errors", "“{host}”上的PostgreSQL正在启动或停止。请等一会儿再试。")
_STANDBY = sentence(
    "errors", "“{host}”上的PostgreSQL是只读的备机，不能办件。请填主机的地址，或几台都填，用逗号分开。"
)
_STRANGE = sentence(
    "errors",
    "“{host}”的端口{port}有程序应答，但没有完成PostgreSQL的连接（{reason}）。请核对端口，或检查服务器上的PostgreSQL。",
)
_EACH = sentence("errors", "{one}\n{others}")
_COMING = ("starting up", "shutting down", "启动中", "停止中", "正在启动", "正在停止")
_READ_ONLY = ("read-only", "read only", "只读")


def why_nobody(settings: ServerSettings, last: BaseException | None, seconds: float = _SECONDS) -> Sentence:
    """Say of each host what is wrong there; `last` is what libpq said at the end. Blocks, for a worker."""
    told = [_why(host, last, seconds) for host in settings.hosts]
    whole = told[-1]
    for each in reversed(told[:-1]):
        whole = _EACH.fill(one=each, others=whole)
    return whole


def _why(address: str, last: BaseException | None, seconds: float) -> Sentence:
    host, port = host_and_port(address)
    facts = {"host": host, "port": port}
    try:
        _knock(host, port, seconds)
    except (socket.gaierror, UnicodeError):  # a part too long for a name, or empty
        return _UNKNOWN.fill(**facts)
    except TimeoutError:
        return _SILENT.fill(seconds=f"{seconds:g}", **facts)
    except OSError as error:
        if is_socket(host):
            return _NO_SOCKET.fill(**facts)
        if isinstance(error, ConnectionRefusedError):
            return _REFUSED.fill(**facts)
        return _NO_WAY.fill(reason=error.strerror or type(error).__name__, **facts)
    words = str(last or "").lower()
    if any(each in words for each in _COMING):
        return _STARTING.fill(**facts)
    if any(each in words for each in _READ_ONLY):
        return _STANDBY.fill(**facts)
    return _STRANGE.fill(reason=_last_line(last), **facts)


def _knock(host: str, port: int, seconds: float) -> None:
    if is_socket(host):
        with socket.socket(socket.AF_UNIX) as way:
            way.settimeout(seconds)
            way.connect(f"{host}/.s.PGSQL.{port}")
    else:
        socket.create_connection((host, port), seconds).close()


def _last_line(error: BaseException | None) -> str:
    lines = str(error or "").strip().splitlines()
    return lines[-1].rsplit("failed: ", 1)[-1][:120] if lines else "—"
