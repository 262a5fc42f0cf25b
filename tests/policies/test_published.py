"""Published packs are never edited: a change of law is a new file."""

from __future__ import annotations

import hashlib
from pathlib import Path

import desktop.policies

FOLDER = Path(desktop.policies.__file__).parent


def test_published_packs_are_what_they_were() -> None:
    listed = {}
    for line in (FOLDER / "PUBLISHED.sha256").read_text(encoding="utf-8").splitlines():
        digest, name = line.split("  ")
        listed[name] = digest
    found = {
        path.relative_to(FOLDER).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in FOLDER.glob("*/*.toml")
    }
    assert found == listed, "a published pack changed: write a new one, or add a new one to PUBLISHED.sha256"
