"""The fonts for screen and paper: unpacked once, asked which characters they can draw."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from printing.fonts.coverage import missing_glyphs
    from printing.fonts.files import default_cache, font_file, font_files
    from printing.fonts.stack import Fonts

__all__ = ["Fonts", "default_cache", "font_file", "font_files", "missing_glyphs"]

_WHERE = {
    "Fonts": "stack",
    "default_cache": "files",
    "font_file": "files",
    "font_files": "files",
    "missing_glyphs": "coverage",
}


def __getattr__(name: str) -> object:
    """Read a part in when it is asked for: the first window needs the files alone."""
    if name not in _WHERE:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
