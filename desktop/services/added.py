"""What an operation did that only added rows, or that can be told apart from what it found.

A service is a function of what it is given, of what it asks and of the rules. Where it asked for somebody and for a
request that nobody knew, was given times, keys, numbers and papers, and the rules are the same, it stores the same
rows again: so they are kept with the operation, and stored as they are where nobody knows them still. What it found
besides is kept too, and asked again before (`still_so`).
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy.sql.dml import Insert

import desktop
import printing
from desktop.models.pouring import pack, pack_value
from desktop.services import (
    case_records,
    copy_records,
    journal,
    numbering,
    people_records,
    rights,
    seal_keys,
    still_so,
)
from desktop.services.still_so import Change, Found

if TYPE_CHECKING:
    from desktop.models.noting import Asked, Noting
    from desktop.models.prepared import Prepared
    from desktop.services.given import Given
    from desktop.services.office import Office

PERSON, REQUEST, PRINTING, PRINTED = "person", "request", "printing", "printed"
_LOOKED_FOR: Mapping[Prepared, tuple[str, str]] = {
    people_records.BY_KEY: (PERSON, "key"),
    case_records.BY_REQUEST: (REQUEST, "request"),
    copy_records.COPY_OF_REQUEST: (PRINTING, "request"),
    copy_records.NEWEST_COPY: (PRINTED, "paper"),
}
"""What is asked by what, of which nothing may be found, and the name of the value."""
_GIVEN = frozenset(
    (
        *(numbering.LAST, journal.HEAD, seal_keys.SEALING, rights.ACCOUNT),
        *(copy_records.WHOSE, copy_records.WHOSE_COPY),
    )
)
"""Questions for what an operation done again is given: its numbers, its places in the chain, its papers' seals.

Whether somebody may do it is asked before it is done, and not again. Whose a paper is masks what was typed, and that
alone: see `_TYPED`.
"""
_TYPED = ("name", "reason")
"""What was typed about a printing: in the trail it is masked by whom the paper is about at the time."""
_NUMBERS = frozenset((numbering.RAISE, numbering.START))
PAPER, DOCUMENT = "paper", "document"
COPY, SHEET = "paper_copy", "pdf"
ATTACHMENT, CONTENT, PHOTO = "attachment", "content", "photo"
_ONCE: Mapping[str, Mapping[str, str]] = {
    "person": {PERSON: "live_key"},
    "case_file": {REQUEST: "request_id"},
    COPY: {PRINTING: "request_id", PRINTED: "paper_id"},
}
"""Where what was looked for is stored, in a column that has no value twice: so a server refuses what it knows.

A paper has copies of several numbers; one of which there was none before has the first.
"""
TABLES = (
    *("person", "name_bigram", "name_reading", "case_file", "case_step", ATTACHMENT),
    *("registration", "accompanying_minor", "paper", COPY, "print_job"),
)
"""What may be added, in the order in which the rows refer to each other."""


@dataclass(frozen=True, slots=True)
class Added:
    """What was looked for by kind, the last number of a series, the packed rows of each table.

    `changed` has copies that were made before, each with its packed values by column. `found` is what must be found
    still, `closed` what it changed of that. `rules` tells the program, its rules and the calendar from every other.
    What the operation has anyhow is left empty: papers, a photo that was handed in, a sheet that was drawn.
    """

    rules: str
    sought: dict[str, list[Any]]
    number: tuple[int, str, str, int] | None
    rows: dict[str, list[bytes]]
    changed: list[tuple[int, dict[str, bytes]]]
    found: list[Found]
    closed: list[Change]

    def plain(self) -> tuple[Any, ...]:
        """Give it as plain values."""
        return tuple(getattr(self, one.name) for one in fields(self))

    @property
    def draws(self) -> bool:
        """Whether it draws a sheet, which is done once."""
        return any(SHEET in values for _, values in self.changed)


def of(noted: Noting, given: Given, arguments: Mapping[str, Any], rules: str) -> Added | None:
    """Return what an operation added, or None where it found or changed anything, or wrote into the trail alone.

    What it changed in copies is told, for whoever stores the operation that made them.

    One that was begun elsewhere before may have left entries there that it did not write again. Nor is it there where
    it looked for anything that it did not store then: no constraint would tell whoever knows that.
    """
    if given.told or any(arguments.get(name) for name in _TYPED):
        return None
    looks, stored = _Looks(len(noted.stored)), _Stored(arguments)
    if not (all(map(looks.take, noted.asked)) and all(stored.take(*one) for one in noted.stored)):
        return None
    rows, numbers = stored.rows, (stored.number is not None) + len(stored.rows.get(COPY, ()))
    if not (rows or stored.changed) or len(given.numbers) != numbers or stored.documents != given.documents:
        return None
    if any(not stored.there[kind].issuperset(values) for kind, values in looks.sought.items()):
        return None
    return Added(rules, looks.sought, stored.number, rows, stored.changed, looks.found, stored.closed)


def added_of(plain: Sequence[Any]) -> Added:
    """Give what was added again, from its plain values."""
    rules, sought, number, rows, changed, found, closed = plain
    return Added(
        rules,
        sought,
        None if number is None else tuple(number),
        rows,
        changed,
        [Found(*one) for one in found],
        [Change(*one) for one in closed],
    )


def rules_of(office: Office) -> str:
    """Return what tells the program, its rules and the calendar from every other, in hex."""
    told = (_program(), _told_of(office.policies), sorted(office.own_days.items()))
    return hashlib.sha256(repr(told).encode()).hexdigest()


# -- inside ----------------------------------------------------------------------------------------
class _Looks:
    """What an operation looked for and did not find, by kind, and what it found; the rest is `_GIVEN` or an answer."""

    def __init__(self, over: int) -> None:
        self._over = over
        self.sought: dict[str, list[Any]] = {}
        self.found: list[Found] = []

    def take(self, asked: Asked) -> bool:
        """Take a question down; False where nobody can say at a server whether it is answered alike."""
        known = _LOOKED_FOR.get(asked.prepared)
        if asked.prepared in _GIVEN:
            return True
        if known is not None and not asked.rows:
            kind, name = known
            self.sought.setdefault(kind, []).append(asked.values[name])
            return True
        if asked.before == self._over:
            return asked.prepared in still_so.ANSWERS
        one = still_so.found(asked)
        if one is not None and one not in self.found:
            self.found.append(one)
        return one is not None


class _Stored:
    """What an operation stored, as `Added` has it; `there` is what is in the columns that have nothing twice."""

    def __init__(self, arguments: Mapping[str, Any]) -> None:
        self._arguments = arguments
        self.number: tuple[int, str, str, int] | None = None
        self.rows: dict[str, list[bytes]] = {}
        self.documents: list[str] = []
        self.changed: list[tuple[int, dict[str, bytes]]] = []
        self.closed: list[Change] = []
        self.there: defaultdict[str, set[Any]] = defaultdict(set)

    def take(self, prepared: Prepared, values: Mapping[str, Any]) -> bool:
        """Take a statement down; False for one that cannot be told apart from its service."""
        if prepared is journal.ADD:
            return True
        if prepared in _NUMBERS:
            first, self.number = self.number is None, _number(prepared, values)
            return first
        if prepared in copy_records.CHANGES:
            return self._change_copy(prepared, values)
        table = _table(prepared)
        if table is not None:
            return self._add(table, values)
        change = still_so.change(prepared, values)
        if change is not None:
            self.closed.append(change)
        return change is not None

    def _add(self, table: str, values: Mapping[str, Any]) -> bool:
        for kind, column in _ONCE.get(table, {}).items():
            self.there[kind].add(values[column])
        if table == PAPER:
            self.documents.append(values[DOCUMENT])
            values = {**values, DOCUMENT: ""}
        elif table == ATTACHMENT:
            if self._arguments.get(PHOTO) is not values[CONTENT]:
                return False
            values = {**values, CONTENT: b""}
        self.rows.setdefault(table, []).append(pack(values, table))
        return True

    def _change_copy(self, prepared: Prepared, values: Mapping[str, Any]) -> bool:
        changed = {}
        for name, column in copy_records.CHANGES[prepared].items():
            value = values[name]
            if column == SHEET and self._arguments.get(column) is not value:
                return False
            changed[column] = b"" if column == SHEET else pack_value(value, COPY, column)
        self.changed.append((values[copy_records.COPY_KEY], changed))
        return True


def _number(prepared: Prepared, values: Mapping[str, Any]) -> tuple[int, str, str, int]:
    if prepared is numbering.RAISE:
        return values["counter"], values["day"].isoformat(), values["kind"], values["number"]
    return values["counter_number"], values["on_date"].isoformat(), values["series"], values["last"]


@cache
def _table(prepared: Prepared) -> str | None:
    """Return the table that a statement adds a row to; None for any other statement, and any other table."""
    statement = prepared.statement
    name = statement.table.name if isinstance(statement, Insert) else ""
    return name if name in TABLES else None


@cache
def _program() -> str:
    """Tell the program's files from those of every other version, once: by name, size and time."""
    found = hashlib.sha256()
    for package in (desktop, printing):
        folder = Path(str(package.__file__)).parent
        for path in sorted(folder.rglob("*")):
            if "__pycache__" not in path.parts and path.is_file():
                about = path.stat()
                found.update(f"{path.relative_to(folder)} {about.st_size} {about.st_mtime_ns}\n".encode())
    return found.hexdigest()


@lru_cache(maxsize=1)
def _told_of(policies: Any) -> str:
    return hashlib.sha256(repr(_told(policies.packs)).encode()).hexdigest()


def _told(value: Any) -> Any:
    """Say a value in an order that is the same in every process."""
    if is_dataclass(value):
        return [type(value).__name__, *(_told(getattr(value, one.name)) for one in fields(value))]
    if isinstance(value, Mapping):
        return sorted((repr(_told(key)), repr(_told(inner))) for key, inner in value.items())
    if isinstance(value, frozenset | set):
        return sorted(repr(_told(inner)) for inner in value)
    if isinstance(value, tuple | list):
        return [_told(inner) for inner in value]
    return repr(value)
