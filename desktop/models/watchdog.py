"""A deadline for every call to a server: a frozen one keeps its sockets open and lets libpq wait for ever."""

from __future__ import annotations

import contextlib
import math
import socket
import threading
import time
import weakref

LOOK_SECONDS = 0.1
"""How often the watchdog looks; a call may overrun its deadline by so much."""


class Guarded:
    """One connection's socket, shut when a call overruns; `until` is the monotonic moment of its deadline."""

    __slots__ = ("__weakref__", "_socket", "shut", "until")

    def __init__(self, handle: int) -> None:
        # a duplicate of our own: the number of a closed one may already be somebody else's
        self._socket = socket.fromfd(handle, socket.AF_INET, socket.SOCK_STREAM)
        self.until = math.inf
        self.shut = False

    def bite(self) -> None:
        """Shut the connection: whoever waits for an answer on it is told at once that there is none."""
        self.shut = True
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Watch no longer."""
        self.until = math.inf
        self._socket.close()


class Watchdog:
    """One thread that watches over every connection of a program."""

    def __init__(self) -> None:
        self._guarded: weakref.WeakSet[Guarded] = weakref.WeakSet()
        self._changing = threading.Lock()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def guard(self, handle: int) -> Guarded:
        """Watch over a connected socket from now on."""
        guarded = Guarded(handle)
        with self._changing:
            self._guarded.add(guarded)
            if self._thread is None:
                self._thread = threading.Thread(target=self._watch, name="counter-watchdog", daemon=True)
                self._thread.start()
        return guarded

    def close(self) -> None:
        """End the thread."""
        with self._changing:
            thread, self._thread = self._thread, None
        self._stop.set()
        if thread is not None:
            thread.join()
        self._stop.clear()

    def _watch(self) -> None:
        while not self._stop.wait(LOOK_SECONDS):
            now = time.monotonic()
            with self._changing:
                late = [guarded for guarded in self._guarded if guarded.until < now]
            for guarded in late:
                guarded.until = math.inf
                guarded.bite()
