"""What an operation did that found nothing of what it looked for, and only added rows.

A service is a function of what it is given, of what it asks and of the rules. Where it asked for somebody and for a
request that nobody knew, was given times, keys, numbers and papers, and the rules are the same, it stores the same
rows again: so they are kept with the operation, and stored as they are where nobody knows them still.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy.sql.dml import Insert

import desktop
import printing
from desktop.models.pouring import escaped, line, names_of
from desktop.services import case_records, journal, numbering, people_records, rights, seal_keys

if TYPE_CHECKING:
    from desktop.models.noting import Noting
    from desktop.models.prepared import Prepared
    from desktop.services.given import Given
    from desktop.services.office import Office

PERSON, REQUEST = "person", "request"
_LOOKED_FOR: Mapping[Prepared, tuple[str, str]] = {
    people_records.BY_KEY: (PERSON, "key"),
    case_records.BY_REQUEST: (REQUEST, "request"),
}
"""What is asked by what, of which nothing may be found, and the name of the value."""
_GIVEN = frozenset((numbering.LAST, journal.HEAD, seal_keys.SEALING, rights.ACCOUNT))
"""Questions for what an operation done again is given: its numbers, its places in the chain, its papers' seals.

Whether somebody may do it is asked before it is done, and not again.
"""
_NUMBERS = frozenset((numbering.RAISE, numbering.START))
PAPER, _DOCUMENT = "paper", "document"
_ONCE: Mapping[str, tuple[str, str]] = {"person": (PERSON, "live_key"), "case_file": (REQUEST, "request_id")}
"""Where what was looked for is stored, in a column that has no value twice: so a server refuses what it knows."""
TABLES = (
    *("person", "name_bigram", "name_reading", "case_file", "case_step"),
    *("registration", "accompanying_minor", "paper"),
)
"""What may be added, in the order in which the rows refer to each other."""


@dataclass(frozen=True, slots=True)
class Added:
    """What was looked for by kind, the last number of a series, the rows of each table as lines.

    A paper stands in its line by its place among the operation's papers. `rules` tells the program, its rules and
    the calendar from every other.
    """

    rules: str
    sought: dict[str, list[str]]
    number: tuple[int, str, str, int] | None
    rows: dict[str, str]


def of(noted: Noting, given: Given, rules: str) -> Added | None:
    """Return what an operation added, or None where it found or changed anything, or wrote into the trail alone.

    One that was begun elsewhere before may have left entries there that it did not write again. Nor is it there where
    it looked for anything that it did not store then: no constraint would tell whoever knows that.
    """
    if given.told or not given.keys:
        return None
    sought: dict[str, list[str]] = {}
    for prepared, values, found in noted.asked:
        if prepared in _GIVEN:
            continue
        known = _LOOKED_FOR.get(prepared)
        if found or known is None:
            return None
        kind, name = known
        sought.setdefault(kind, []).append(values[name])
    number: tuple[int, str, str, int] | None = None
    rows: dict[str, str] = {}
    documents: list[str] = []
    there: dict[str, set[str]] = {PERSON: set(), REQUEST: set()}
    for prepared, values in noted.stored:
        if prepared in _NUMBERS:
            if number is not None:
                return None
            number = _number(prepared, values)
            continue
        if prepared is journal.ADD:
            continue
        table = _table(prepared)
        if table is None:
            return None
        if table in _ONCE:
            kind, column = _ONCE[table]
            there[kind].add(values[column])
        if table == PAPER:
            documents.append(values[_DOCUMENT])
            values = {**values, _DOCUMENT: str(len(documents) - 1)}
        rows[table] = rows.get(table, "") + line(values, table)
    if not rows or len(given.numbers) != (number is not None) or documents != given.documents:
        return None
    if any(not there[kind].issuperset(values) for kind, values in sought.items()):
        return None
    return Added(rules, sought, number, rows)


def papers_of(added: Added, documents: Sequence[str]) -> str:
    """Return the lines of the papers, with what they say in its place."""
    lines = added.rows.get(PAPER)
    return _with(lines, documents) if lines else ""


def rules_of(office: Office) -> str:
    """Return what tells the program, its rules and the calendar from every other, in hex."""
    told = (_program(), _told_of(office.policies), sorted(office.own_days.items()))
    return hashlib.sha256(repr(told).encode()).hexdigest()


# -- inside ----------------------------------------------------------------------------------------
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
def _document_at() -> int:
    return names_of(PAPER).index(_DOCUMENT)


def _with(lines: str, documents: Sequence[str]) -> str:
    """Put the papers in their places."""
    at, found = _document_at(), []
    for each in lines.split("\n")[:-1]:
        values = each.split("\t")
        values[at] = escaped(documents[int(values[at])])
        found.append("\t".join(values) + "\n")
    return "".join(found)


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
