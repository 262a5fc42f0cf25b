"""A way to a server that can be cut: a socket that passes everything on, falls silent, or hangs up."""

from __future__ import annotations

import contextlib
import selectors
import socket
import threading
from pathlib import Path

_PIECE = 65_536


class FlakyWay:
    """Listens in a folder as the server does; while `silent` nothing gets through and nobody is told.

    While `closed` nobody new is let in, and is told so.
    """

    def __init__(self, folder: Path, server: Path) -> None:
        self._server = str(server / ".s.PGSQL.5432")
        folder.mkdir(parents=True, exist_ok=True)
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(folder / ".s.PGSQL.5432"))
        self._listening.listen(64)
        self._listening.setblocking(False)
        self._other: dict[socket.socket, socket.socket] = {}
        self._watched = selectors.DefaultSelector()
        self._watched.register(self._listening, selectors.EVENT_READ)
        self._guard = threading.Lock()
        self.silent = self.closed = False
        self._ending = False
        self._thread = threading.Thread(target=self._pass_on, daemon=True)
        self._thread.start()

    def hang_up(self) -> None:
        """Close every connection there is."""
        with self._guard:
            for each in tuple(self._other):
                self._drop(each)

    def close(self) -> None:
        """End it."""
        self._ending = True
        self._thread.join()
        self.hang_up()
        self._watched.close()
        self._listening.close()

    def _pass_on(self) -> None:
        while not self._ending:
            ready = [key.fileobj for key, _ in self._watched.select(0.05)]
            if self.silent:
                self._listening_sleeps()
                continue
            for one in ready:
                assert isinstance(one, socket.socket)
                if one is self._listening:
                    self._accept()
                else:
                    self._move(one)

    def _listening_sleeps(self) -> None:
        threading.Event().wait(0.005)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            here, _ = self._listening.accept()
            if self.closed:
                here.close()
                return
            there = socket.socket(socket.AF_UNIX)
            try:
                there.connect(self._server)
            except OSError:
                here.close()
                there.close()
                return
            with self._guard:
                self._other[here], self._other[there] = there, here
                self._watched.register(here, selectors.EVENT_READ)
                self._watched.register(there, selectors.EVENT_READ)

    def _move(self, one: socket.socket) -> None:
        with self._guard:
            other = self._other.get(one)
            if other is None:
                return
            try:
                piece = one.recv(_PIECE)
                if piece:
                    other.sendall(piece)
                    return
            except OSError:
                pass
            self._drop(one)

    def _drop(self, one: socket.socket) -> None:
        other = self._other.pop(one, None)
        if other is not None:
            del self._other[other]
            for each in (one, other):
                self._watched.unregister(each)
                each.close()
