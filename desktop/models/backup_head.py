"""What stands in front of a backup of either kind: one line of JSON that carries the digest of itself."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from desktop.models import envelope as envelopes
from desktop.models.envelope import Envelope


@dataclass(frozen=True, slots=True)
class Head:
    """What both kinds say: whose it is, and what opens it, sealed for the key `key_id` that `envelope` wraps."""

    made_at: datetime
    station: str
    practice: bool
    revision: str
    envelope: Envelope
    key_id: str
    key: bytes
    facts: bytes


def new_part(path: Path) -> IO[bytes]:
    """Open a file to be written that only this user reads; one that is there, or a link, is taken away first."""
    path.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o600), "wb")


def line_of(head: Head, **own: str | int) -> bytes:
    """Return the line of a head, with what only its kind says, its end included."""
    told: dict[str, Any] = {
        "made_at": head.made_at.isoformat(),
        "station": head.station,
        "practice": head.practice,
        "revision": head.revision,
        **own,
        "envelope": envelopes.packed(head.envelope),
        "key_id": head.key_id,
        "key": head.key.hex(),
        "facts": head.facts.hex(),
        "sha256_of_this": "",
    }
    return json.dumps({**told, "sha256_of_this": _digest(told)}).encode() + b"\n"


def check(told: dict[str, Any]) -> None:
    """Raise ValueError, KeyError or TypeError where a line is not as it was written."""
    if told["sha256_of_this"] != _digest({**told, "sha256_of_this": ""}):
        raise ValueError("not whole")


def common(told: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of `Head`; ValueError, KeyError or TypeError where one is not what it should be.

    NewerEnvelope where a newer program wrote the envelope.
    """
    made_at = datetime.fromisoformat(told["made_at"])
    if made_at.tzinfo is None:
        raise ValueError("a time of nowhere")
    return {
        "made_at": made_at,
        "station": str(told["station"]),
        "practice": bool(told["practice"]),
        "revision": str(told["revision"]),
        "envelope": envelopes.unpacked(told["envelope"]),
        "key_id": str(told["key_id"]),
        "key": bytes.fromhex(told["key"]),
        "facts": bytes.fromhex(told["facts"]),
    }


def _digest(told: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
