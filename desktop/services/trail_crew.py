"""The processes that read a counter's own database for a check, and what they say."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.domain.errors import EnvironmentTrouble, sentence
from desktop.domain.trail_file import Slice
from desktop.services.export_child import Child
from desktop.services.trail_rows import ALL_OF_THEM, AT_ONCE, ENTRIES, HOW_MANY, SLICE_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Dialect

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
            "all_of_them": ALL_OF_THEM,
        }

    def read(
        self, slices: Sequence[Slice], parts: Sequence[Part], whole: int | None = None
    ) -> Iterator[tuple[Slice | Part | None, Said]]:
        """Have slices held against their digests and parts gone through; give what is said of each.

        Of a slice that is whether it `fits`; of a part how many entries were `done`, their `faults`, their `digest`.
        With `whole` first whether there are so many entries at all (`fits`, of None). None and nothing said again and
        again meanwhile. EnvironmentTrouble when one breaks off.
        """
        shares = zip(_halves(slices), _halves(parts), ([] if whole is None else [whole], []), strict=True)
        yield from self._heard(
            (
                self._request(
                    slices=list(map(_keys, some)), stretches=list(map(self._values, own)), all=all_
                ),
                [*([None] * len(all_)), *some, *own],
            )
            for some, own, all_ in shares
        )

    def count(self, parts: Sequence[Part]) -> Iterator[tuple[Part | None, Said]]:
        """Have the entries of parts counted; give of each whether as many as there should be are there (`fits`)."""
        requests = (
            (self._request(counted=[[[it.counter, it.after, it.last], it.entries] for it in own]), list(own))
            for own in _halves(parts)
        )
        for part, said in self._heard(requests):
            assert not isinstance(part, Slice)
            yield part, said

    def _values(self, part: Part) -> list[Any]:
        each, whole = self._each.values(part.asked), self._whole.values(part.asked)
        return [list(each), list(whole), part[:4], part.digest]

    def _request(self, **jobs: list[Any]) -> Said:
        return {**self._asked, "all": [], "slices": [], "counted": [], "stretches": [], **jobs}

    def _heard(self, shares: Iterable[tuple[Said, list[Any]]]) -> Iterator[tuple[Slice | Part | None, Said]]:
        crew = [
            (Child(request, "desktop.services.trail_walk"), iter(jobs)) for request, jobs in shares if jobs
        ]
        try:
            yield from _heard(crew)
        finally:
            for child, _ in crew:
                child.end()


def _keys(one: Slice) -> list[Any]:
    return [[one.after_key, one.last_key], one.entries, one.digest]


def _halves(things: Sequence[T]) -> list[Sequence[T]]:
    """Share things out in runs, so that a page of the file is decrypted by one process."""
    half = -(-len(things) // PROCESSES)
    return [things[place * half : (place + 1) * half] for place in range(PROCESSES)]


def _heard(
    crew: list[tuple[Child, Iterator[Slice | Part | None]]],
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
