"""A print service of this machine, asked by its socket: what a queue's description (PPD) offers, and in IPP.

`lpoptions -l` goes by the queue's address, which names a port; where the service has none, it tells nothing.
"""

from __future__ import annotations

import http
import http.client
import os
import re
import socket
import time
from collections.abc import Collection
from pathlib import Path
from typing import Any
from urllib.parse import quote

USUAL = (Path("/run/cups/cups.sock"), Path("/var/run/cups/cups.sock"))
SETTINGS = (Path("~/.cups/client.conf"), Path("/etc/cups/client.conf"))
MOST_BYTES = 4_000_000
_SERVER = re.compile(r"^\s*ServerName\s+(\S+)", re.IGNORECASE | re.MULTILINE)
_CHOICE = re.compile(r"^\*(\w+) ([\w.+-]+)(?:/[^:\n]*)?:", re.MULTILINE)


def place() -> Path | None:
    """Give the socket that CUPS's own programs would ask, or None where they ask a host, or there is none."""
    told = os.environ.get("CUPS_SERVER", "")
    for file in SETTINGS if not told else ():
        try:
            found = _SERVER.search(file.expanduser().read_text("utf-8", "replace"))
        except (OSError, RuntimeError):
            continue
        if found is not None:
            told = found[1]
            break
    if told:
        return Path(told) if told.startswith("/") else None
    return next((one for one in USUAL if one.is_socket()), None)


def offered(queue: str, wanted: Collection[str], deadline: float) -> dict[str, tuple[str, ...]]:
    """Give the choices of each option `wanted` that a queue has; nothing where no socket tells of it."""
    at = place()
    written = _description(at, queue, deadline) if at is not None else ""
    found: dict[str, tuple[str, ...]] = {}
    for name, choice in _CHOICE.findall(written):
        if name in wanted:
            found[name] = (*found.get(name, ()), choice)
    return found


def post(at: Path, where: str, asked: bytes, user: str, deadline: float) -> bytes:
    """Ask a service in IPP as a user of this machine; b"" where it refuses. Raises OSError or HTTPException."""
    if not hasattr(socket, "AF_UNIX"):
        return b""
    connection = _Local(at, deadline)
    try:
        told: dict[str, str | bytes] = {
            "Content-Type": "application/ipp",
            "Authorization": f"PeerCred {user}".encode(),
        }
        connection.request("POST", where, asked, told)
        answer = connection.getresponse()
        return answer.read(MOST_BYTES) if answer.status == http.HTTPStatus.OK else b""
    finally:
        connection.close()


class _Local(http.client.HTTPConnection):
    """HTTP through a socket of this machine."""

    def __init__(self, at: Path, deadline: float) -> None:
        super().__init__("localhost", timeout=deadline)
        self._at, self._deadline = at, deadline

    def connect(self) -> None:
        self.sock = _Hurried(self._deadline)
        self.sock.connect(str(self._at))


class _Hurried(socket.socket):
    """A socket of this machine that is done within a deadline, however little comes at a time."""

    def __init__(self, deadline: float) -> None:
        super().__init__(socket.AF_UNIX)
        self.settimeout(deadline)
        self._until = time.monotonic() + deadline

    def recv_into(self, *asked: Any) -> int:
        """Take what is there; TimeoutError when the time is over."""
        self.settimeout(max(self._until - time.monotonic(), 0.001))
        return super().recv_into(*asked)


def _description(at: Path, queue: str, deadline: float) -> str:
    if not hasattr(socket, "AF_UNIX"):
        return ""
    connection = _Local(at, deadline)
    try:
        connection.request("GET", f"/printers/{quote(queue, safe='')}.ppd")
        answer = connection.getresponse()
        return answer.read(MOST_BYTES).decode("latin-1") if answer.status == http.HTTPStatus.OK else ""
    except (OSError, http.client.HTTPException):
        return ""
    finally:
        connection.close()
