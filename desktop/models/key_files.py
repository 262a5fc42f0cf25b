"""Where the keys of a database lie: beside it, under its name."""

from __future__ import annotations

from pathlib import Path


def envelope_file(path: Path) -> Path:
    """Return where the envelope of a database is."""
    return path.with_suffix(".keys")


def user_file(path: Path) -> Path:
    """Return where the key is that only the machine's user may read."""
    return path.with_suffix(".user")


def plain_file(path: Path) -> Path:
    """Return where an older program kept the file's key."""
    return path.with_suffix(".key")
