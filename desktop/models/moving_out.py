"""A counter's own database gives way to the station's server, at a start, before anything is open.

What is to come lies in a folder of its own (`moving`): which move it is, and the way to the server. It is made
before the server is written, and marked once the server has everything: from then on the next start takes the
way to the server up and lays the database aside under a name with its date, read-only, with its keys. Not
marked, somebody must ask the server whether it has that move. Each step is a rename: done twice it is done once.
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.models.envelope import beside, sync_folder, write_private
from desktop.models.key_files import envelope_file, user_file
from desktop.models.server_settings import FILE, write

if TYPE_CHECKING:
    from desktop.models.server_settings import Box, ServerSettings

FOLDER, MOVE, DONE = "moving", "move.json", "done"


@dataclass(frozen=True, slots=True)
class Move:
    """Which move is under way: its id, and what the laid-aside database will be called (without an ending)."""

    move_id: str
    archive: str


def moving_folder(data: Path) -> Path:
    """Return where it lies that a database is about to give way."""
    return data / FOLDER


def begin(data: Path, move: Move, settings: ServerSettings, box: Box) -> None:
    """Write down what is to come, durably, before the server is written. Raises OSError."""
    folder = moving_folder(data)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    write(folder, settings, box)
    write_private(folder / MOVE, json.dumps(asdict(move)).encode())
    sync_folder(data)


def under_way(data: Path) -> Move | None:
    """Return the move that is under way, or None; one whose paper is not whole never reached the server."""
    try:
        told = json.loads((moving_folder(data) / MOVE).read_text("utf-8"))
        return Move(str(told["move_id"]), str(told["archive"]))
    except (FileNotFoundError, NotADirectoryError):
        return None


def mark_done(data: Path) -> None:
    """Write down that the server has everything: the next start is on the server. Raises OSError."""
    write_private(moving_folder(data) / DONE, b"")


def is_done(data: Path) -> bool:
    """Whether the next start is on the server, without asking anybody."""
    return (moving_folder(data) / DONE).exists()


def give_up(data: Path) -> None:
    """Forget the move: the counter stays on its own database."""
    folder = moving_folder(data)
    (folder / MOVE).unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)


def finish(path: Path, move: Move) -> None:
    """Take up the way to the server, and lay the database at `path` aside. Raises OSError."""
    folder = moving_folder(path.parent)
    if (folder / FILE).exists():
        os.replace(folder / FILE, path.parent / FILE)
        sync_folder(path.parent)
    target = archive_file(path, move)
    for ending in ("-wal", "-shm", ""):
        _aside(path.with_name(path.name + ending), target.with_name(target.name + ending))
    keys, kept = envelope_file(path), envelope_file(target)
    for source, place in ((beside(keys), beside(kept)), (user_file(path), user_file(target)), (keys, kept)):
        _aside(source, place)
    target.chmod(0o400)
    sync_folder(path.parent)
    give_up(path.parent)


def archive_file(path: Path, move: Move) -> Path:
    """Return what the database at `path` is called once it is laid aside."""
    return path.with_name(f"{move.archive}{path.suffix}")


def _aside(source: Path, place: Path) -> None:
    if source.exists() and not place.exists():
        os.replace(source, place)
