"""A link that notes what is asked and what is stored through it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.models.database import Link

if TYPE_CHECKING:
    from desktop.models.database import Database
    from desktop.models.prepared import Prepared


class Asked(NamedTuple):
    """A question with the rows that were found; `single` where it was for one, `before` what had been stored by then."""

    prepared: Prepared
    values: Mapping[str, Any]
    rows: Sequence[Any]
    single: bool
    before: int


class Noting(Link):
    """Another link, inside a transaction; `asked` has each question with what was found.

    `stored` has what was run, with its values.
    """

    def __init__(self, link: Link) -> None:
        self._link = link
        self.dialect = link.dialect
        self.in_transaction = link.in_transaction
        self.changes = link.changes
        self.asked: list[Asked] = []
        self.stored: list[tuple[Prepared, Mapping[str, Any]]] = []

    def one(self, prepared: Prepared, **values: Any) -> Any | None:
        """Return the first row, or None."""
        row = self._link.one(prepared, **values)
        found = () if row is None else (row,)
        self.asked.append(Asked(prepared, values, found, True, len(self.stored)))
        return row

    def all(self, prepared: Prepared, **values: Any) -> list[Any]:
        """Return every row."""
        rows = self._link.all(prepared, **values)
        self.asked.append(Asked(prepared, values, rows, False, len(self.stored)))
        return rows

    def run(self, prepared: Prepared, **values: Any) -> int:
        """Run a statement that changes something; return how many rows it touched."""
        self.stored.append((prepared, values))
        return self._link.run(prepared, **values)

    def run_many(self, prepared: Prepared, many: Iterable[Mapping[str, Any]]) -> None:
        """Run a statement once for each set of values."""
        sets = list(many)
        self.stored += ((prepared, values) for values in sets)
        self._link.run_many(prepared, sets)

    def run_later(self, prepared: Prepared, **values: Any) -> None:
        """See `Link.run_later`."""
        self.stored.append((prepared, values))
        self._link.run_later(prepared, **values)

    def foresee(self, prepared: Prepared, **values: Any) -> None:
        """See `Link.foresee`."""
        self._link.foresee(prepared, **values)

    def settle(self) -> None:
        """See `Link.settle`."""
        self._link.settle()


@contextmanager
def noting(database: Database) -> Iterator[Noting]:
    """Note what this thread asks and stores inside, within a transaction of the caller's."""
    noted = Noting(database.link)
    with database.through(noted):
        yield noted
