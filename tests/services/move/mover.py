"""A window in a process of its own that moves its database to the station, and says where it is, to be killed there.

`python -m tests.services.move.mover DATA CACHE SOCKET DATABASE`: a line for each stage: `trail`, `ready`, `row N`,
`storing`, `stored`, `done`; after each it goes on when it is told to by a line.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from desktop.models import moving_out
from desktop.models.server_link import ServerLink
from desktop.services import move_trail
from desktop.services.connections import ConnectionForm
from desktop.services.counter import open_counter
from desktop.services.move_rows import StationKey
from desktop.services.ports import Folders
from installer.scratch_server import OWNER
from tests.conftest import FakeClock


def say(word: str) -> None:
    """Say where it is, and wait."""
    print(word, flush=True)
    sys.stdin.readline()


def told(owner: Any, name: str, before: str, after: str = "") -> None:
    """Have a function say when it is called."""
    real = getattr(owner, name)

    def call(*args: Any, **kwargs: Any) -> Any:
        if before:
            say(before)
        found = real(*args, **kwargs)
        if after:
            say(after)
        return found

    setattr(owner, name, call)


def main() -> None:
    data, cache, socket, database = sys.argv[1:]
    clock = FakeClock(datetime(2026, 11, 20, 5, tzinfo=UTC))
    station = open_counter(Folders(Path(data), Path(cache)), clock, practice=False)
    boss = station.sign_in.sign_in("boss", "test-pass-3", 1)
    key = StationKey(ConnectionForm(socket, database, OWNER, "", "", "9"), "boss", "test-pass-3")
    there = station.move_to_station.enter(boss, key)
    looked = station.move_to_station.look(boss, there)
    told(move_trail, "keep", "trail")
    told(moving_out, "begin", "", "ready")
    told(moving_out, "mark_done", "", "done")
    real = ServerLink.commit

    def commit(link: ServerLink) -> None:
        say("storing")
        real(link)
        say("stored")

    ServerLink.commit = commit  # type: ignore[method-assign]
    station.move_to_station.move(
        boss, there, looked, {}, lambda done, _total: say(f"row {done}"), lambda: False
    )
    say("over")


if __name__ == "__main__":
    main()
