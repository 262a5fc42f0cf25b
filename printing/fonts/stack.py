"""The fonts of a station: the shipped ones and its own, in the order in which a character is looked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SUFFIXES = frozenset({".ttf", ".otf", ".ttc"})
"""What a font file is called; only TrueType outlines can be put on paper."""


@dataclass(frozen=True, slots=True)
class Fonts:
    """Where the unpacked fonts lie, and the station's own TrueType files that end the stack."""

    cache: Path
    own: tuple[Path, ...] = ()

    @classmethod
    def at_station(cls, cache: Path, folder: Path | None = None) -> Fonts:
        """Give the fonts with every font file of the station's own folder, in the order of their names.

        Files of other kinds than TrueType are among them, so that they can be told as unusable.
        """
        if folder is None or not folder.is_dir():
            return cls(cache)
        return cls(cache, tuple(sorted(it for it in folder.iterdir() if it.suffix.lower() in SUFFIXES)))
