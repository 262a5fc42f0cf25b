"""The fonts of a station: the shipped ones and its own, in the order in which a character is looked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fonts:
    """Where the unpacked fonts lie, and the station's own TrueType files that end the stack."""

    cache: Path
    own: tuple[Path, ...] = ()

    @classmethod
    def at_station(cls, cache: Path, folder: Path | None = None) -> Fonts:
        """Give the fonts with every `*.ttf` of the station's own folder, in the order of their names."""
        own = sorted(folder.glob("*.ttf")) if folder is not None and folder.is_dir() else []
        return cls(cache, tuple(own))
