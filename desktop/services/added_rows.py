"""The rows of what operations added, with what each operation has of it put in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from desktop.models.pouring import key_of, pack_value, replaced
from desktop.services.added import ATTACHMENT, CONTENT, COPY, DOCUMENT, PAPER, PHOTO, TABLES, Added

if TYPE_CHECKING:
    from desktop.services.operation_form import Operation


_LONG_ONES = 10
"""Operations whose long rows are made in one step."""


class Copies:
    """Copies that some operations add, as they are when all that these operations change in them is done."""

    def __init__(self) -> None:
        self._rows: dict[int, bytes] = {}
        self._drawn: set[int] = set()

    def take(self, added: Added) -> bool:
        """Whether an operation may be stored with those before; where its copy is not one of theirs, it may not."""
        if not added.changed and COPY not in added.rows:
            return True
        ids = [copy for copy, _ in added.changed]
        if not self._rows.keys() >= set(ids) or (added.draws and not self._drawn.isdisjoint(ids)):
            return False
        if added.draws:
            self._drawn.update(ids)
        self._rows.update((key_of(row), row) for row in added.rows.get(COPY, ()))
        return True

    def change(self, added: Added, arguments: Mapping[str, Any]) -> None:
        """Change them as an operation that was taken did."""
        for copy, values in added.changed:
            given = {name: value or pack_value(arguments[name], COPY, name) for name, value in values.items()}
            self._rows[copy] = replaced(self._rows[copy], COPY, given)

    @property
    def rows(self) -> list[bytes]:
        """The packed rows of them all."""
        return [*self._rows.values()]


def rows_of(operations: Sequence[Operation]) -> Iterator[tuple[str, list[bytes]]]:
    """Give packed rows of tables, in an order in which they can be stored; of tables with long rows some at a time."""
    adding = [(it, it.added) for it in operations if it.added is not None]
    copies = Copies()
    for operation, its in adding:
        if not copies.take(its):
            raise RuntimeError("a copy is changed that is not made here")
        if its.changed:
            copies.change(its, operation.arguments)
    for table in TABLES:
        if table == COPY:
            yield table, copies.rows
        elif table in _ELSEWHERE:
            some = [(it, its) for it, its in adding if table in its.rows]
            for place in range(0, len(some), _LONG_ONES):
                part = some[place : place + _LONG_ONES]
                yield table, [row for it, its in part for row in _ELSEWHERE[table](it, its)]
        else:
            yield table, [row for _, its in adding for row in its.rows.get(table, ())]


def together(parts: Iterable[tuple[str, list[bytes]]]) -> dict[str, list[bytes]]:
    """Return all rows of each table."""
    found: dict[str, list[bytes]] = {}
    for table, rows in parts:
        found.setdefault(table, []).extend(rows)
    return found


# -- inside ----------------------------------------------------------------------------------------
def _papers(operation: Operation, added: Added) -> list[bytes]:
    documents = zip(added.rows[PAPER], operation.given.documents, strict=True)
    return [_with(row, PAPER, DOCUMENT, document) for row, document in documents]


def _attachments(operation: Operation, added: Added) -> list[bytes]:
    photo = operation.arguments[PHOTO]
    return [_with(row, ATTACHMENT, CONTENT, photo) for row in added.rows[ATTACHMENT]]


_ELSEWHERE = {PAPER: _papers, ATTACHMENT: _attachments}
"""Tables of which an operation has something elsewhere, and what puts it in its place."""


def _with(row: bytes, table: str, column: str, value: Any) -> bytes:
    return replaced(row, table, {column: pack_value(value, table, column)})
