"""`make station`: a practice station on a PostgreSQL of its own, with two windows side by side.

The server runs from a scratch folder, listens on a socket there and nowhere else, and is swept away with all it
holds when both windows are closed. Each window has a data folder and a counter number of its own.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.models.opening import HEAD
from desktop.models.server import ServerDatabase
from desktop.models.server_roles import PROGRAM, install
from desktop.models.server_settings import ServerSettings, write
from desktop.services.counter import build_counter
from desktop.services.ports import Clock, Folders, SystemClock
from desktop.services.practice import fill
from desktop.services.served import box_of
from installer.scratch_server import OWNER, NoServer, ScratchServer

COUNTERS = (2, 3)
DATABASE = "residence"
NO_DISPLAY = """\
There is no display here, so no window can be shown. With one, type:
    make station
Without one, on a screen that nobody looks at:
    xvfb-run -a make station"""


def prepare(server: ScratchServer, folder: Path, clock: Clock) -> dict[int, Folders]:
    """Make the practice station on a running server; return each counter's folders, set to connect to it."""
    install(f"host={server.folder} user={OWNER} dbname=postgres", DATABASE, {})
    windows = {number: Folders(folder / f"window-{number}", folder / "cache") for number in COUNTERS}
    for number, folders in windows.items():
        folders.data.mkdir(mode=0o700)
        connect(folders, server.folder, number)
    first = windows[COUNTERS[0]]
    settings = ServerSettings((str(server.folder),), DATABASE, PROGRAM)
    counter = build_counter(ServerDatabase(settings, clock.now, HEAD), first, clock)
    try:
        fill(counter)
    finally:
        counter.close()
    return windows


def connect(folders: Folders, socket: Path, number: int) -> None:
    """Have a window use the server whose socket is in a folder."""
    settings = ServerSettings((str(socket),), DATABASE, PROGRAM, counter_number=number)
    write(folders.data, settings, box_of(folders))


@contextmanager
def station(folder: Path) -> Iterator[dict[int, Folders]]:
    """Make the server and the practice station on it; give each counter's folders, set to connect to it."""
    server = ScratchServer(folder / "pg")
    try:
        server.make()
        server.start()
        yield prepare(server, folder, SystemClock())
    finally:
        server.remove()


def open_window(folders: Folders) -> subprocess.Popen[bytes]:
    """Start the program as a counter of the station."""
    return subprocess.Popen(
        [sys.executable, "-m", "desktop"],
        env={
            **os.environ,
            "RESIDENCE_COUNTER_DATA": str(folders.data),
            "RESIDENCE_COUNTER_CACHE": str(folders.cache),
        },
    )


def end_in_order() -> None:
    """Have a closed terminal, or who ends the program, end it as an error does: what it began is swept away."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):  # Windows has no SIGHUP
            signal.signal(getattr(signal, name), lambda number, _: sys.exit(128 + number))


def main() -> int:
    """Open the station's windows and wait until they are closed; return the exit code."""
    if not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform in ("win32", "darwin")
    ):
        print(NO_DISPLAY)
        return 0
    end_in_order()
    try:
        with tempfile.TemporaryDirectory(prefix="station-") as scratch:
            Path(scratch).chmod(0o711)  # the server's own user must reach its folder in it
            print("Starting PostgreSQL and making the practice station, half a minute …", flush=True)
            with station(Path(scratch)) as windows:
                print(
                    "Two windows open, counters 2 and 3. Sign in with the sample clerks named there; what one does the"
                    " other sees.\nClose both to end the station; nothing of it is kept."
                )
                running = [open_window(folders) for folders in windows.values()]
                try:
                    return max(each.wait() for each in running)
                finally:
                    for each in running:
                        each.terminate()
                        each.wait()
    except NoServer as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
