"""Reads pypinyin's dictionaries a slice at a time.

pypinyin reads each of its two dictionaries in one call that keeps Python's lock for 40 ms, in whatever
thread: the screen stands still for so long. In slices of a thousand lines others come in between.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Container, Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

SLICE = 20_000
"""Characters read in one go: well under a millisecond."""
_PHRASES, _CHARACTERS = "phrases_dict", "pinyin_dict"


def load() -> Any:
    """Return the pypinyin package, its dictionaries read; at once when it was loaded before."""
    if "pypinyin" not in sys.modules:
        found = find_spec("pypinyin")
        for folder in (found.submodule_search_locations or ()) if found is not None else ():
            _provide(_PHRASES, dict(_entries(Path(folder))))
            characters = _entries(Path(folder), _CHARACTERS)
            _provide(_CHARACTERS, {int(code): readings for code, readings in characters})
    return importlib.import_module("pypinyin")


@cache
def words() -> Container[str]:
    """Return the words in which characters may be read otherwise than by themselves."""
    found: Container[str] = load().constants.PHRASES_DICT
    return found


@cache
def characters() -> Mapping[int, str]:
    """Return the readings of each character by its code point, with tones, a comma between them."""
    found: Mapping[int, str] = load().constants.PINYIN_DICT
    return found


def _provide(name: str, entries: dict[Any, Any]) -> None:
    """Put in place what the module of that name would have made of its file."""
    module = ModuleType(f"pypinyin.{name}")
    setattr(module, name, entries)
    sys.modules.setdefault(module.__name__, module)


def _entries(folder: Path, name: str = _PHRASES) -> Iterator[tuple[str, Any]]:
    """Read one JSON object of `"key": value` entries, each beginning a line, piece by piece."""
    text = (folder / f"{name}.json").read_text(encoding="utf-8").strip()
    at, end = 1, len(text) - 1
    while at < end:
        cut = text.find(',\n"', min(at + SLICE, end))
        # inside an entry too a string may begin a line, but only an entry's key is followed by a colon
        while cut != -1 and not _is_key(text, cut + 2):
            cut = text.find(',\n"', cut + 1)
        piece = text[at : cut if cut != -1 else end]
        yield from json.loads("{" + piece + "}").items()
        at = cut + 1 if cut != -1 else end


def _is_key(text: str, quote: int) -> bool:
    return text.startswith('":', text.index('"', quote + 1))
