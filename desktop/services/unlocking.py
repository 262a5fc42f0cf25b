"""What screens hand over that opens keys: typed words, nothing else."""

from __future__ import annotations

from desktop.models.key_ring import Unlock


def unlock_by(secret: str, recovery: str) -> Unlock:
    """Return what was typed: the secret, or else the recovery key."""
    return Unlock(secret="" if recovery else secret, recovery=recovery)
