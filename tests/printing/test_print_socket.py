"""A print service is asked within a deadline, whatever it answers and however slowly."""

from __future__ import annotations

import itertools
import re
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from printing import print_socket
from tests.patience import PATIENCE

WHOLE = b"HTTP/1.1 200 OK\r\n\r\n"
PPD = b'*InputSlot Tray1/Tray 1: ""\n*InputSlot Tray2: ""\n*Duplex None: ""\n'


class Service:
    """Somebody at a socket who gives each that asks the same answer, a part after another."""

    def __init__(self, at: Path, parts: Iterator[bytes], pause: float) -> None:
        self._parts, self._pause, self._over = parts, pause, threading.Event()
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.bind(str(at))
        self._socket.listen()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        with suppress(OSError):  # whoever asked has gone, or nobody came
            asking, _ = self._socket.accept()
            with asking:
                _take_whole(asking)
                for part in self._parts:
                    asking.sendall(part)
                    if self._over.wait(self._pause):
                        return

    def end(self) -> None:
        self._over.set()
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._socket.close()


def _take_whole(asking: socket.socket) -> None:
    """Take all that is asked: who closes with something unread cuts the other's answer off."""
    asked = b""
    while not _is_whole(asked):
        part = asking.recv(65_536)
        if not part:
            raise ConnectionError
        asked += part


def _is_whole(asked: bytes) -> bool:
    head, ends, body = asked.partition(b"\r\n\r\n")
    length = re.search(rb"content-length: (\d+)", head.lower())
    return bool(ends) and len(body) >= (int(length[1]) if length else 0)


def asked_of(
    folder: Path, parts: Iterator[bytes], monkeypatch: pytest.MonkeyPatch, deadline: float, pause: float
) -> tuple[dict[str, tuple[str, ...]], str]:
    """Return what a queue is told to offer, and how a job is answered."""
    at = folder / "cups.sock"
    monkeypatch.setenv("CUPS_SERVER", str(at))
    every = list(itertools.islice(parts, 200))
    service = Service(at, iter(every), pause)
    try:
        offered = print_socket.offered("queue", ("InputSlot",), deadline)
    finally:
        service.end()
    at.unlink()
    service = Service(at, iter(every), pause)
    try:
        answer = print_socket.post(at, "/jobs/", b"asked", "somebody", deadline)
    except OSError as error:
        return offered, type(error).__name__
    finally:
        service.end()
    return offered, answer.decode("latin-1")


def test_what_a_queue_offers_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    offered, answer = asked_of(tmp_path, iter([WHOLE, PPD[:20], PPD[20:]]), monkeypatch, PATIENCE, 0.001)
    assert offered == {"InputSlot": ("Tray1", "Tray2")}
    assert answer == PPD.decode()


@pytest.mark.parametrize("begin", [b"", WHOLE], ids=["head", "answer"])
def test_one_that_says_a_little_at_a_time_is_not_waited_for(
    begin: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = itertools.chain([begin], itertools.repeat(b"x")) if begin else itertools.repeat(b"H")
    assert asked_of(tmp_path, parts, monkeypatch, 0.2, 0.02) == ({}, "TimeoutError")
