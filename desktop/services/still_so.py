"""What an operation found before it stored anything: kept with it by digest, and asked again at the server.

Where all of it is found there still, its service would store the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.services import (
    case_records,
    paper_records,
    people_records,
    permit_records,
    registration_records,
    trail_words,
)

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.models.noting import Asked
    from desktop.models.prepared import Prepared

_QUESTIONS: tuple[Prepared, ...] = (
    *(people_records.BY_KEY, people_records.BY_ID, people_records.WAIT, trail_words.KNOWN),
    *(case_records.OF_PERSON, permit_records.OF_PERSON, permit_records.HELD_BY),
    *(registration_records.OPEN, registration_records.OF_PERSON, registration_records.MINORS),
)
_CHANGES: tuple[Prepared, ...] = (registration_records.CLOSE_VERSION,)
ANSWERS = frozenset(
    (
        *(case_records.BY_ID, paper_records.OF_CASE, paper_records.COPIES_OF_PAPER),
        *(registration_records.OF_PERSON, registration_records.MINORS),
    )
)
"""What is asked for the answer alone, when everything is stored: nothing that is stored comes of it."""
_PLAIN = (str, int, datetime, type(None))


class Found(NamedTuple):
    """A question by its place among those that are known, its values, whether for one row, and what was found."""

    question: int
    values: dict[str, Any]
    single: bool
    digest: bytes


class Change(NamedTuple):
    """What was changed in rows that were there: the statement by its place among those that are known, its values."""

    statement: int
    values: dict[str, Any]


def found(asked: Asked) -> Found | None:
    """Return what was asked and found; None where it cannot be asked again."""
    if asked.prepared not in _QUESTIONS or not _plain(asked.values):
        return None
    place = _QUESTIONS.index(asked.prepared)
    return Found(place, dict(asked.values), asked.single, _digest(asked.rows))


def change(prepared: Prepared, values: Mapping[str, Any]) -> Change | None:
    """Return what was changed; None for any other statement."""
    if prepared not in _CHANGES or not _plain(values):
        return None
    return Change(_CHANGES.index(prepared), dict(values))


def still_so(link: Link, those: Sequence[Found]) -> bool:
    """Whether all of it is found here, asked in the order in which it was asked, in one round trip."""
    for it in those:
        link.foresee(_QUESTIONS[it.question], **it.values)
    return [_digest(_rows(link, it)) for it in those] == [it.digest for it in those]  # all of it is heard


def do(link: Link, changes: Sequence[Change]) -> None:
    """Change what was changed."""
    for it in changes:
        link.run_later(_CHANGES[it.statement], **it.values)


# -- inside ----------------------------------------------------------------------------------------
def _rows(link: Link, it: Found) -> Sequence[Any]:
    prepared = _QUESTIONS[it.question]
    if not it.single:
        return link.all(prepared, **it.values)
    row = link.one(prepared, **it.values)
    return () if row is None else (row,)


def _digest(rows: Sequence[Any]) -> bytes:
    return hashlib.sha256(repr([tuple(row) for row in rows]).encode()).digest()


def _plain(values: Mapping[str, Any]) -> bool:
    return all(type(value) in _PLAIN for value in values.values())
