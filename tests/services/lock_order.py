"""In which order the transactions at a server take hold of rows, and which of them could stand in a ring."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from desktop.models.server_link import ServerLink
from desktop.services import rights

_STATEMENT = re.compile(r'\s*(INSERT INTO|UPDATE|DELETE FROM|SELECT)\s+"?(\w+)')
_LOCKED = re.compile(r'FROM "?(\w+).* FOR UPDATE', re.DOTALL)
OF_A_PERSON = frozenset(("case_file", "permit", "registration"))
"""Tables whose rows belong to somebody and refer to the row of that person."""


def held(statement: str) -> tuple[str, str] | None:
    """Return how a statement takes hold of which table: "lock" for rows as they are, "refer" for new ones."""
    locked = _LOCKED.search(statement)
    if locked:
        return "lock", locked[1]
    found = _STATEMENT.match(statement)
    if found is None or found[1] == "SELECT":
        return None
    return ("refer" if found[1] == "INSERT INTO" else "lock"), found[2]


def in_order(taken: list[tuple[str, str]]) -> bool:
    """Whether a transaction held its person before it held anything of that person's, if it does both.

    New rows refer to the person: that waits as a lock does. Whoever stores a new person, or registers one
    first, holds that person by it.
    """
    of_person = ("lock", "person") in taken or any(
        how == "refer" and table in OF_A_PERSON for how, table in taken
    )
    first_own = next(
        (at for at, (how, table) in enumerate(taken) if how == "lock" and table in OF_A_PERSON), None
    )
    if not of_person or first_own is None:
        return True
    return any(table == "person" for _, table in taken[:first_own])


def out_of_order(transactions: Iterable[list[tuple[str, str]]]) -> list[str]:
    """Return those transactions that are not, each once, in words."""
    wrong = (taken for taken in transactions if not in_order(taken))
    return sorted({" > ".join(f"{how} {table}" for how, table in taken) for taken in wrong})


def of_a_service() -> bool:
    """Whether a service's method is under way: each goes through the check of its right."""
    frame = inspect.currentframe()
    while frame is not None and frame.f_code.co_filename != rights.__file__:
        frame = frame.f_back
    return frame is not None


@contextmanager
def watched(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[list[tuple[str, str]]]]:
    """Watch every transaction of a service at a server; what a test stores behind its back is nobody's."""
    under_way: dict[int, list[tuple[str, str]]] = {}
    told: list[list[tuple[str, str]]] = []
    ask = ServerLink._ask

    def watching(self: ServerLink, one: Any, *, again: bool = True) -> Any:
        for each in (*self._waiting, one):
            words = each.text.decode()
            if words.startswith("BEGIN") and of_a_service():
                told.append(under_way.setdefault(id(self), []))
            elif words.startswith(("COMMIT", "ROLLBACK")):
                under_way.pop(id(self), None)
            elif id(self) in under_way and (now := held(words)) is not None:
                under_way[id(self)].append(now)
        return ask(self, one, again=again)

    with monkeypatch.context() as patch:
        patch.setattr(ServerLink, "_ask", watching)
        yield told
