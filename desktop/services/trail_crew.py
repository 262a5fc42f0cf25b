"""The processes that read a counter's own database for a check, and what they say."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.domain.errors import EnvironmentTrouble, sentence
from desktop.services.export_child import Child
from desktop.services.trail_rows import AT_ONCE, ENTRIES, HOW_MANY, SLICE_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Dialect

    from desktop.domain.trail_file import Slice
    from desktop.models.file_database import FileDatabase
    from desktop.services.trail_cover import Part

_log = logging.getLogger(__name__)
T = TypeVar("T")
PROCESSES = 2
_BROKEN_OFF = sentence("errors", "留痕核验中断，请再核验一次；仍不成功请联系管理员。")

Said = dict[str, Any]


class Crew:
    """Two processes that share what is to be read."""

    def __init__(self, database: FileDatabase, dialect: Dialect) -> None:
        self._each, self._whole = ENTRIES.compiled(dialect), AT_ONCE[dialect.name].compiled(dialect)
        self._asked = {
            "database": str(database.path),
            "key": database.ring.current_key().hex(),
            "select": self._each.text,
            "at_once": self._whole.text,
            "columns": SLICE_COLUMNS,
            "how_many": HOW_MANY,
        }

    def read(
        self, slices: Sequence[Slice], counted: Sequence[Part], parts: Sequence[Part]
    ) -> Iterator[tuple[Slice | Part | None, Said]]:
        """Have slices held against their digests, parts counted, parts gone through; give what is said of each.

        Of a slice or a counted part that is whether it `fits`, of the others how many entries were `done`, their
        `faults`, their `digest`. None again and again while nothing is said. EnvironmentTrouble when one breaks off.
        """
        shares = zip(_halves(slices), _halves(counted), _halves(parts), strict=True)
        crew = [
            (Child(self._request(*it), "desktop.services.trail_walk"), iter(_all(*it)))
            for it in shares
            if any(it)
        ]
        try:
            yield from _heard(crew)
        finally:
            for child, _ in crew:
                child.end()

    def _request(self, slices: Sequence[Slice], counted: Sequence[Part], parts: Sequence[Part]) -> Said:
        return self._asked | {
            "slices": [[[it.after_key, it.last_key], it.entries, it.digest] for it in slices],
            "counted": [[[it.counter, it.after, it.last], it.entries] for it in counted],
            "stretches": [
                [list(self._each.values(it.asked)), list(self._whole.values(it.asked)), it[:4], it.digest]
                for it in parts
            ],
        }


def _all(slices: Sequence[Slice], counted: Sequence[Part], parts: Sequence[Part]) -> list[Slice | Part]:
    return [*slices, *counted, *parts]


def _halves(things: Sequence[T]) -> list[Sequence[T]]:
    """Share things out in runs, so that a page of the file is decrypted by one process."""
    half = -(-len(things) // PROCESSES)
    return [things[place * half : (place + 1) * half] for place in range(PROCESSES)]


def _heard(
    crew: list[tuple[Child, Iterator[Slice | Part]]],
) -> Iterator[tuple[Slice | Part | None, Said]]:
    """Give what the processes say, whichever speaks."""
    left = list(crew)
    while left:
        for pair in list(left):
            child, jobs = pair
            said = child.next(0.05)
            if said is None:
                yield None, {}
            elif "over" in said:
                left.remove(pair)
            elif "trouble" in said or not said:
                _log.error("a process of the trail's check failed: %s", said.get("trouble", "gone"))
                raise EnvironmentTrouble(_BROKEN_OFF)
            else:
                yield next(jobs), said
