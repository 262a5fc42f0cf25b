"""Signed slices: ten thousand entries of all counters in the order of their keys, walked, found whole and signed.

They make the check of a counter's own database quick: its pages are read in the order in which they lie, each column
is put together by itself, and the SHA-256 of that is held against what was signed. Where it is another one, the
entries are looked at as if there were no slice.
"""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, insert, select

from desktop.domain.trail import Entry, moment
from desktop.domain.trail_entries import Stored, array_of, column_of
from desktop.domain.trail_file import Slice, Span
from desktop.models.file_database import FileDatabase
from desktop.models.keys import key_after
from desktop.models.prepared import Prepared
from desktop.models.tables import JournalEntry, TrailSlice
from desktop.services import seal_keys, trail_heads
from desktop.services.trail_rows import COLUMNS, ROW, row_of
from desktop.services.trail_walk import walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.rows import Actor
    from desktop.services.trail_walk import Row

SLICE = 10_000
"""Entries of a slice."""
LEFT = 1_000
"""So many entries stay behind the last slice: one that is stored now may have a key before one stored just then."""
AHEAD = timedelta(minutes=1)
"""Keys further ahead are of a clock that was set wrong: what comes after them would fall into their slice."""

_ALL = Prepared(select(*TrailSlice.__table__.columns).order_by(TrailSlice.last_key))
_LAST = Prepared(select(func.max(TrailSlice.last_key).label("key")))
_END = Prepared(
    select(JournalEntry.id)
    .where(JournalEntry.id > bindparam("after"), JournalEntry.id < bindparam("most"))
    .order_by(JournalEntry.id)
    .limit(1)
    .offset(bindparam("skipped"))
)
_ENTRIES = Prepared(
    select(*ROW)
    .where(JournalEntry.id > bindparam("after"), JournalEntry.id <= bindparam("last"))
    .order_by(JournalEntry.id)
)
_ADD = Prepared(insert(TrailSlice))

_ENTRY_TYPES = (int, int, str, int, str, str, None, None, str, str, str, str)
_PLACE_OF_KEYS = slice(6, 8)


def every(link: Link) -> list[Slice]:
    """Return every signed slice, in the order of their keys."""
    return [_of(row) for row in link.all(_ALL)]


def due(entries: int) -> int:
    """Return how many of so many entries, that are in no slice yet, slices can be made of."""
    return max(0, entries - LEFT) // SLICE * SLICE


def grow(
    office: Office,
    actor: Actor,
    *,
    most: int | None = None,
    tell: Callable[[int], None] = lambda entries: None,
    stopped: Callable[[], bool] = lambda: False,
) -> int:
    """Walk the slices that are full and sign those that are whole, `most` at most; return how many were signed.

    Only in a counter's own database. `tell` is told the entries of each. For the background worker.
    """
    if not isinstance(office.database, FileDatabase):
        return 0
    link, tried, signed = office.database.link, 0, 0
    newest = link.one(_LAST)
    after = (newest.key if newest is not None else None) or 0
    while (most is None or tried < most) and not stopped():
        asked = {"after": after, "most": key_after(office.clock.now() + AHEAD)}
        end = link.one(_END, **asked, skipped=SLICE - 1)
        if end is None or link.one(_END, **asked, skipped=SLICE + LEFT - 1) is None:
            break
        found = walked([row_of(row) for row in link.all(_ENTRIES, after=after, last=end.id)])
        if found is not None:
            _add(office, actor, (after, end.id, SLICE), *found)
            signed += 1
        tried, after = tried + 1, end.id
        tell(SLICE)
    return signed


def walked(rows: Sequence[Row]) -> tuple[tuple[Span, ...], str] | None:
    """Walk entries in the order of their keys; return what they have of each chain and the SHA-256 of their columns.

    None where anything is not as the program writes it.
    """
    if not all(_is_plain(entry) for entry, *_ in rows):
        return None
    chains: dict[int, list[Row]] = {}
    for row in rows:
        chains.setdefault(row[0][0], []).append(row)
    spans = []
    for counter, own in sorted(chains.items()):
        (first, before, *_), (last, _, digest, _) = own[0], own[-1]
        spans.append(Span(counter, first[1] - 1, before, last[1], digest))
        if any(walk(own, counter, first[1] - 1, before, last[1])):
            return None
    arrays = [array_of(Stored(Entry(*entry), before, digest)) for entry, before, digest, _ in rows]
    return tuple(spans), digest_of(arrays)


def digest_of(arrays: Iterable[list[Any]]) -> str:
    """Return the SHA-256, in hex, that a database's columns come to: the fields of a line each, and the day."""
    over = hashlib.sha256()
    day = COLUMNS.index("local_time")
    for column in zip(*((*fields, fields[day][:10]) for fields in arrays), strict=True):
        over.update(column_of(column))
    return over.hexdigest()


def _is_plain(entry: Sequence[Any]) -> bool:
    """Tell whether each field is of its type: two that are written alike in a hash are not alike in a column."""
    if any(type(value) is not kind for value, kind in zip(entry, _ENTRY_TYPES, strict=True) if kind):
        return False
    return all(key is None or (type(key) is int and key) for key in entry[_PLACE_OF_KEYS])


def _add(
    office: Office, actor: Actor, keys: tuple[int, int, int], chains: tuple[Span, ...], digest: str
) -> None:
    at = office.clock.now()
    with office.database.write() as link:
        signer = seal_keys.signer(office, link, actor, at)
        record = trail_heads.signed(
            Slice(
                seal_keys.station_number(actor.station),
                *keys,
                chains,
                digest,
                moment(at),
                trail_heads.key_id(signer),
                "",
            ),
            signer,
        )
        values = {
            **record._asdict(),
            "id": office.key(actor.counter_number, at),
            "at": at,
            "chains": json.dumps(chains, separators=(",", ":")),
        }
        link.run(_ADD, **values)


def _of(row: Any) -> Slice:
    try:
        chains = tuple(Span(*span) for span in json.loads(row.chains))
    except (ValueError, TypeError, RecursionError):  # none that was ever signed
        chains = ()
    return Slice(
        row.station,
        row.after_key,
        row.last_key,
        row.entries,
        chains,
        row.digest,
        moment(row.at),
        row.key_id,
        row.signature,
    )
