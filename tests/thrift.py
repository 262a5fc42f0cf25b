"""What tests need not pay for each time: published rules are read once, and secrets are stretched little."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import argon2
import pytest

from desktop.devices.token import key_file
from desktop.models.wrapping import Cost
from desktop.policies import book, packs
from desktop.policies.packs import Pack
from desktop.services import sign_in_guard

LITTLE = (1, 64, 1)
"""Rounds, KiB and lanes: nobody guesses the secrets of a test."""
_NOBODY = "$argon2id$v=19$m=64,t=1,p=1$56ye1jKFeWVChtZIR/T5qQ$amLDIjXcTHIAaV/v9uUaxUty53/MuHNiCk/BWfa55mc"
_HASHER = argon2.PasswordHasher.__init__
_IN_FULL = (
    (_HASHER, "__defaults__", _HASHER.__defaults__),
    (Cost.__init__, "__defaults__", Cost.__init__.__defaults__),
    (key_file, "KIB", key_file.KIB),
    (sign_in_guard, "_NOBODY", sign_in_guard._NOBODY),
)


@contextmanager
def thrifty() -> Iterator[None]:
    """Spend little inside."""
    known: dict[tuple[Path, str, int, int, int], Pack] = {}

    def read_once(path: Path, name: str) -> Pack:
        state = path.stat()
        key = (path, name, state.st_ino, state.st_size, state.st_mtime_ns)
        if key not in known:
            known[key] = packs.read_pack(path, name)
        return known[key]

    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(_HASHER, "__defaults__", LITTLE + (_HASHER.__defaults__ or ())[len(LITTLE) :])
        changed.setattr(Cost.__init__, "__defaults__", LITTLE)
        changed.setattr(key_file, "KIB", LITTLE[1])
        changed.setattr(sign_in_guard, "_NOBODY", _NOBODY)
        changed.setattr(book, "read_pack", read_once)
        yield


@contextmanager
def in_full() -> Iterator[None]:
    """Stretch secrets inside as the program does, some 0.2 s each: for what is about that."""
    with pytest.MonkeyPatch.context() as changed:
        for place, name, value in _IN_FULL:
            changed.setattr(place, name, value)
        yield
