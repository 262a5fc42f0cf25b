"""Which lines of the review list are steps of another: the printing of a paper goes with what made the paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from desktop.services import operation_form

if TYPE_CHECKING:
    from desktop.services.operation_form import Operation


class Steps:
    """Told of operations in the order made, knows of each to which one it belongs."""

    def __init__(self) -> None:
        self._made: dict[int, int] = {}

    def head(self, line: int, operation: Operation) -> int:
        """Return the line whose step this one is: that which made the paper or the copy, or itself."""
        asked = operation.arguments
        head = line
        if operation.name.startswith(operation_form.PRINTING):
            made = asked.get("copy_id") or asked.get("paper_id")
            head = self._made.get(made, line) if type(made) is int else line
        self._made.update(dict.fromkeys(operation.keys.values(), head))
        return head


def heads_of(operations: Mapping[int, Operation]) -> set[int]:
    """Return the lines that are no step of another, of lines whose keys grow in the order made."""
    steps = Steps()
    return {line for line in sorted(operations) if steps.head(line, operations[line]) == line}


def steps_of(row: Any, operation: Operation, later: Iterable[Any]) -> list[Any]:
    """Return the rows, of those made later in their order, that are steps of an operation."""
    steps = Steps()
    steps.head(row.id, operation)
    return [it for it in later if steps.head(it.id, operation_form.read(bytes(it.operation))) == row.id]
