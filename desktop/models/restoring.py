"""A database restored from a backup takes the place of the present one, at a start, before anything is open.

What is to come lies whole in a folder of its own (`station.restoring`), marked when it is complete; what it
replaces is moved to another (`station.before-…`) and never deleted. Cut short, the next start goes on.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from desktop.models.envelope import beside, sync_folder
from desktop.models.key_files import envelope_file, user_file

READY = "ready"
"""The mark: the name of the folder for what is replaced stands in it."""


def coming_folder(path: Path) -> Path:
    """Return where what is to replace the database is put together."""
    return path.with_suffix(".restoring")


def begin(path: Path) -> Path:
    """Return the folder for what is to replace the database at `path`, empty."""
    folder = coming_folder(path)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    return folder


def complete(path: Path, stamp: str) -> None:
    """Mark what is to come as whole: the next start puts it in place."""
    folder = coming_folder(path)
    sync_folder(folder)
    mark = folder / f"{READY}.part"
    with mark.open("w", encoding="ascii") as file:
        file.write(f"{path.stem}.before-{stamp}")
        file.flush()
        os.fsync(file.fileno())
    os.replace(mark, folder / READY)
    sync_folder(folder)


def give_up(path: Path) -> None:
    """Forget what was to come."""
    (coming_folder(path) / READY).unlink(missing_ok=True)
    shutil.rmtree(coming_folder(path), ignore_errors=True)


def waiting(path: Path) -> bool:
    """Whether the next start will replace the database."""
    return (coming_folder(path) / READY).exists()


def finish(path: Path) -> bool:
    """Put what is to come in place, if it is whole; say whether there was something. Raises OSError.

    Each step is a rename: done twice it is done once.
    """
    folder = coming_folder(path)
    if not (folder / READY).exists():
        return False
    before = path.parent / (folder / READY).read_text("ascii")
    before.mkdir(mode=0o700, exist_ok=True)
    if (folder / path.name).exists():
        for each in (path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm"), path):
            _aside(each, before)
        os.replace(folder / path.name, path)
    keys = envelope_file(path)
    if (folder / keys.name).exists():
        for each in (user_file(path), beside(keys), keys):
            _aside(each, before)
        for each in (
            user_file(path),
            beside(keys),
            keys,
        ):  # the first one last: it is what is asked for above
            if (folder / each.name).exists():
                os.replace(folder / each.name, each)
    sync_folder(path.parent)
    (folder / READY).unlink()
    shutil.rmtree(folder)
    return True


def _aside(path: Path, before: Path) -> None:
    if path.exists() and not (before / path.name).exists():
        os.replace(path, before / path.name)
