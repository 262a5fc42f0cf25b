"""Where the station's server is: `server.toml` in the data folder, read and checked, written sealed."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from desktop.domain.errors import BadInput, EnvironmentTrouble, Sentence, sentence

FILE = "server.toml"
PORT = 5432
SEALED_AS = "the server's password"
_HOST = re.compile(r"(?:/[^\s]*|\[[0-9A-Fa-f:]+\](?::\d{1,5})?|[A-Za-z0-9._-]+(?::\d{1,5})?)")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,62}")
_KNOWN = {"hosts", "database", "user", "ca_file", "sealed_password", "counter_number"}
COUNTERS = range(1, 100)

_UNREADABLE = sentence("errors", "连接设置 {path} 不能读取（{reason}）。请管理员在“连接”页重新填写。")
_HOSTS = sentence("errors", "服务器地址请写成“名称或IP:端口”，如 10.1.2.3:5432；有多台时用逗号分开。")
_DATABASE = sentence("errors", "数据库名称只能用字母、数字、下划线，如 residence。")
_USER = sentence("errors", "用户名只能用字母、数字、下划线，如 counter_program。")
_CA_WANTED = sentence(
    "errors", "请选择签发服务器证书的CA文件（.crt或.pem）：没有它不能确认连接的是本所服务器。"
)
_CA_MISSING = sentence("errors", "找不到CA证书文件 {path}。请选择文件，或从服务器复制过来。")
_COUNTER = sentence("errors", "窗口号应为1至99，每个窗口各不相同。")
_UNSEALED = sentence(
    "errors", "存下的服务器密码是在另一台电脑上封存的，这里打不开。请管理员在“连接”页重新填写密码。"
)


class Box(Protocol):
    """What seals the password: the key box of this counter."""

    def seal(self, secret: bytes, what: str) -> bytes:
        """Encrypt a secret for `what`."""
        ...

    def open(self, sealed: bytes, what: str) -> bytes:
        """Give the secret again; ValueError where this box did not seal it for that."""
        ...


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """How a counter reaches the station's database. A host is `name:port`, or a folder with a socket.

    `counter_number` is the number of this window, offered at sign-in; None where nobody has set it.
    """

    hosts: tuple[str, ...]
    database: str
    user: str
    password: str = field(default="", repr=False)
    ca_file: Path | None = None
    counter_number: int | None = None

    def parameters(self, place: int, options: Mapping[str, object], seconds: int) -> dict[str, Any]:
        """Return psycopg's parameters for one of the hosts; over a network TLS is checked to the name."""
        host, port = host_and_port(self.hosts[place])
        parameters: dict[str, Any] = {
            "host": host,
            "port": port,
            "dbname": self.database,
            "user": self.user,
            "connect_timeout": seconds,
            "target_session_attrs": "read-write",
            "application_name": "residence-counter",
            "client_encoding": "UTF8",
            "gssencmode": "disable",
            "options": " ".join(f"-c {name}={value}" for name, value in options.items()),
        }
        if self.password:
            parameters["password"] = self.password
        if is_socket(host):
            parameters["sslmode"] = "disable"
        else:
            parameters |= {
                "sslmode": "verify-full",
                "sslrootcert": str(self.ca_file),
                "ssl_min_protocol_version": "TLSv1.2",
                "keepalives_idle": 5,
                "keepalives_interval": 2,
                "keepalives_count": 2,
            }
        return parameters


def check(settings: ServerSettings) -> ServerSettings:
    """Return the settings when they can be used; BadInput names the field and says what is wrong."""
    if not settings.hosts or not all(_HOST.fullmatch(host) for host in settings.hosts):
        raise BadInput("hosts", _HOSTS)
    if not all(0 < host_and_port(host)[1] < 65536 for host in settings.hosts):
        raise BadInput("hosts", _HOSTS)
    for name, value, told in (("database", settings.database, _DATABASE), ("user", settings.user, _USER)):
        if not _NAME.fullmatch(value):
            raise BadInput(name, told)
    if settings.counter_number is not None and settings.counter_number not in COUNTERS:
        raise BadInput("counter_number", _COUNTER)
    if not all(is_socket(host_and_port(host)[0]) for host in settings.hosts):
        if settings.ca_file is None:
            raise BadInput("ca_file", _CA_WANTED)
        if not settings.ca_file.is_file():
            raise BadInput("ca_file", _CA_MISSING.fill(path=str(settings.ca_file)))
    return settings


def read(folder: Path, box: Box) -> ServerSettings | None:
    """Read the settings of a data folder, or None where there are none: the counter's data is its own.

    Raises EnvironmentTrouble with a sentence when the file cannot be used.
    """
    path = folder / FILE
    try:
        kept = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise _unreadable(path, str(error).splitlines()[0][:80]) from error
    try:
        settings = _settings(folder, kept, box)
        return check(settings)
    except BadInput as error:
        raise _unreadable(path, error.message) from error


def write(folder: Path, settings: ServerSettings, box: Box) -> None:
    """Keep the settings, the password sealed; all of the file or nothing. Raises OSError."""
    check(settings)
    lines = [
        "# 本所服务器的连接设置，由“连接”页写成；密码已封存，只有这台电脑能打开。",
        f"hosts = [{', '.join(_quoted(host) for host in settings.hosts)}]",
        f"database = {_quoted(settings.database)}",
        f"user = {_quoted(settings.user)}",
    ]
    if settings.ca_file is not None:
        ca_file = settings.ca_file
        inside = ca_file.parent == folder
        lines.append(f"ca_file = {_quoted(ca_file.name if inside else str(ca_file))}")
    if settings.counter_number is not None:
        lines.append(f"counter_number = {settings.counter_number}")
    if settings.password:
        sealed = box.seal(settings.password.encode(), SEALED_AS).hex()
        lines.append(f"sealed_password = {_quoted(sealed)}")
    part = folder / f"{FILE}.part"
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, folder / FILE)


def is_socket(host: str) -> bool:
    """Whether a host is a folder with the server's socket, on this very machine."""
    return host.startswith("/")


def _settings(folder: Path, kept: Mapping[str, Any], box: Box) -> ServerSettings:
    strange = sorted(set(kept) - _KNOWN)
    if strange:
        raise BadInput("", sentence("errors", "不认识的项目：{names}").fill(names="、".join(strange)))
    hosts, ca_file = kept.get("hosts", []), kept.get("ca_file", "")
    texts = (kept.get("database", ""), kept.get("user", ""), ca_file, kept.get("sealed_password", ""))
    if not isinstance(hosts, list) or not all(isinstance(each, str) for each in (*hosts, *texts)):
        raise BadInput("hosts", _HOSTS)
    counter_number = kept.get("counter_number")
    if counter_number is not None and type(counter_number) is not int:
        raise BadInput("counter_number", _COUNTER)
    password = ""
    if texts[3]:
        try:
            password = box.open(bytes.fromhex(texts[3]), SEALED_AS).decode()
        except ValueError as error:
            raise BadInput("password", _UNSEALED) from error
    ca = folder / ca_file if ca_file else None
    return ServerSettings(tuple(hosts), texts[0], texts[1], password, ca, counter_number)


def host_and_port(host: str) -> tuple[str, int]:
    """Take a host's name and its port apart."""
    if is_socket(host):
        folder, _, port = host.partition(":")
        return folder, int(port or PORT)
    if host.startswith("["):
        name, _, rest = host[1:].partition("]")
        return name, int(rest.lstrip(":") or PORT)
    name, _, port = host.partition(":")
    return name, int(port or PORT)


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _unreadable(path: Path, reason: str | Sentence) -> EnvironmentTrouble:
    return EnvironmentTrouble(_UNREADABLE.fill(path=str(path), reason=reason))
