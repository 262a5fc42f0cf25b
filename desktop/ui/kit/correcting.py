"""Which correction is wanted: whose, and what is to be typed in already."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Correcting:
    """A person to correct, with new values by field where something else was read from their document."""

    person_id: int
    typed: tuple[tuple[str, str], ...] = ()
