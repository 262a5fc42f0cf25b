"""The outbox: what was done without the server, sealed in the order made, until the server has taken it in."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.orm import aliased

from desktop.domain.errors import EnvironmentTrouble, sentence
from desktop.models.prepared import Prepared
from desktop.models.tables import OutboxOperation, OutboxTold, StoreNote
from desktop.models.tables.schema import UtcTime
from desktop.services.operation_form import Operation, WrittenByNewer, digest, is_matter, read

if TYPE_CHECKING:
    from desktop.models.database import Database, Link
    from desktop.services.ports import KeyBox

WAITING = "waiting"
"""What has become of an operation that nothing was told of."""
READ_AT_ONCE = 20
"""Sealed operations that are fetched at once."""

_LAST = Prepared(
    select(OutboxOperation.sequence, OutboxOperation.sealed)
    .order_by(OutboxOperation.sequence.desc())
    .limit(1)
)
_HIGHEST = Prepared(select(OutboxOperation.sequence).order_by(OutboxOperation.sequence.desc()).limit(1))
_BEFORE = Prepared(
    select(OutboxOperation.sealed).where(OutboxOperation.sequence == bindparam("place")).limit(1)
)
_ADD = Prepared(insert(OutboxOperation))
_FIRST = Prepared(
    select(OutboxOperation.sequence, OutboxOperation.op_id, OutboxOperation.sealed)
    .where(OutboxOperation.sequence > bindparam("after"))
    .order_by(OutboxOperation.sequence)
    .limit(bindparam("most"))
)
_ROWS = Prepared(
    select(
        OutboxOperation.sequence,
        OutboxOperation.op_id,
        OutboxOperation.made_at,
        OutboxOperation.sealed,
    )
    .order_by(OutboxOperation.sequence.desc())
    .limit(bindparam("most"))
)
_ONE = Prepared(
    select(OutboxOperation.op_id, OutboxOperation.sealed).where(
        OutboxOperation.sequence == bindparam("place")
    )
)
_TOLD_TO = Prepared(select(OutboxTold.last_sequence).order_by(OutboxTold.last_sequence.desc()).limit(1))
_TELL = Prepared(insert(OutboxTold))
_TOLD_FROM = Prepared(
    select(OutboxTold.first_sequence, OutboxTold.last_sequence, OutboxTold.outcome, OutboxTold.told_at)
    .where(OutboxTold.last_sequence >= bindparam("place"))
    .order_by(OutboxTold.first_sequence)
)
_LATER = aliased(OutboxOperation)
_FORGET = Prepared(
    delete(OutboxOperation).where(
        OutboxOperation.sequence
        <= select(func.max(OutboxTold.last_sequence))
        .where(OutboxTold.told_at < bindparam("moment", type_=UtcTime()))
        .scalar_subquery(),
        OutboxOperation.sequence < select(func.max(_LATER.sequence)).scalar_subquery(),
    )
)
_FORGET_TOLD = Prepared(
    delete(OutboxTold).where(
        OutboxTold.last_sequence < select(func.min(OutboxOperation.sequence)).scalar_subquery()
    )
)
_UNTELL = Prepared(delete(OutboxTold).where(OutboxTold.first_sequence >= bindparam("place")))
_TELL_LESS = Prepared(
    update(OutboxTold)
    .where(OutboxTold.last_sequence >= bindparam("place"))
    .values(last_sequence=bindparam("left"))
)
_NOTE = Prepared(select(StoreNote.value).where(StoreNote.name == bindparam("wanted")))
_SET_NOTE = Prepared(
    update(StoreNote).where(StoreNote.name == bindparam("wanted")).values(value=bindparam("words"))
)
_ADD_NOTE = Prepared(insert(StoreNote))
_BROKEN = sentence(
    "errors",
    "本窗口离线期间的第{sequence}项业务读不出来：待上传的文件被改动过，或者密钥不对。请不要删除任何文件，请管理员处理。",
)
_NEWER = sentence(
    "errors",
    "本窗口离线期间的第{sequence}项业务由更新版本的程序办理，本程序读不懂，上传停在这一项。请重新装上较新的版本；请不要删除任何文件。",
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """An operation that waits, unsealed, with its digest."""

    operation: Operation
    written: bytes
    digest: str


@dataclass(frozen=True, slots=True)
class Kept:
    """An operation in the outbox, with what the server made of it or `WAITING`."""

    operation: Operation
    made_at: datetime
    state: str
    told_at: datetime | None


class Outbox:
    """The operations of one window, in its own store."""

    def __init__(self, store: Database, box: KeyBox) -> None:
        self.store = store
        self._box = box
        self._window: str | None = None
        self._newest: tuple[int, str] | None = None
        self._names: dict[int, str] = {}
        self._matters: set[int] = set()

    @property
    def window_id(self) -> str:
        """Which window this is: an id of the store, made once."""
        if self._window is None:
            with self.store.write() as link:
                found = note(link, "window")
                if found is None:
                    found = str(uuid.uuid4())
                    set_note(link, "window", found)
            self._window = found
        return self._window

    def next_place(self, link: Link) -> tuple[int, str]:
        """Return the next operation's place, and the digest of what was sealed before it."""
        highest = link.one(_HIGHEST)
        if highest is None:
            return _told_to(link) + 1, ""
        if self._newest is None or self._newest[0] != highest.sequence:  # not put here, or undone
            last = link.one(_LAST)
            assert last is not None
            self._newest = (last.sequence, _link(last.sealed))
        return self._newest[0] + 1, self._newest[1]

    def put(self, link: Link, operation: Operation) -> None:
        """Seal an operation in the transaction that did it."""
        sealed = self._box.seal(operation.written(), self._what(operation.sequence, operation.op_id))
        link.run(
            _ADD,
            sequence=operation.sequence,
            op_id=operation.op_id,
            made_at=operation.made_at,
            sealed=sealed,
        )
        self._newest = (operation.sequence, _link(sealed))
        self._names[operation.sequence] = operation.name
        (self._matters.add if is_matter(operation.name) else self._matters.discard)(operation.sequence)

    def waiting(self, most: int) -> tuple[Waiting, ...]:
        """Return the first operations that the server has not taken in; EnvironmentTrouble where one was altered."""
        return tuple(self.reading(most))

    def reading(self, most: int, after: int = 0) -> Iterator[Waiting]:
        """Give what `waiting` returns one by one, of what comes after a place."""
        before: str | None = None
        while most > 0:
            wanted = min(most, READ_AT_ONCE)
            with self.store.faults():
                link = self.store.link
                rows = link.all(_FIRST, most=wanted, after=max(after, _told_to(link)))
                if rows and before is None:
                    first = link.one(_BEFORE, place=rows[0].sequence - 1)
                    before = "" if first is None else _link(first.sealed)
            for row in rows:
                written = self._open(row.sequence, row.op_id, row.sealed)
                operation = self._read(row.sequence, written)
                if operation.sequence != row.sequence or operation.previous != before:
                    raise EnvironmentTrouble(_BROKEN.fill(sequence=row.sequence))
                before, after = _link(row.sealed), row.sequence
                yield Waiting(operation, written, digest(written))
            most -= len(rows)
            if len(rows) < wanted:
                return

    def count(self) -> int:
        """Return how many wait."""
        with self.store.faults():
            return len(_places(self.store.link))

    def matters(self) -> int:
        """Return how many pieces of business wait, without the printing of their papers and what was looked at."""
        with self.store.faults():
            places = _places(self.store.link)
        if len(self._names) != len(places):  # not put here, or undone
            self._names = {place: self._names.get(place) or self._name(place) for place in places}
            self._matters = {place for place, name in self._names.items() if is_matter(name)}
        return len(self._matters)

    def told(self, outcomes: Sequence[tuple[int, str]], at: datetime) -> None:
        """Keep what the server made of the first operations that waited, by their places in the order made."""
        with self.store.write() as link:
            for outcome, alike in groupby(outcomes, itemgetter(1)):
                places = [place for place, _ in alike]
                link.run(
                    _TELL, first_sequence=places[0], last_sequence=places[-1], outcome=outcome, told_at=at
                )
        for place, _ in outcomes:
            self._names.pop(place, None)
            self._matters.discard(place)

    def wait_again(self, first: int) -> None:
        """Have an operation wait again, and everything after it."""
        with self.store.write() as link:
            link.run(_UNTELL, place=first)
            link.run(_TELL_LESS, place=first, left=first - 1)

    def forget(self, before: datetime) -> None:
        """Take away what the server took in before a moment; the last stays, for the next is linked to it."""
        with self.store.write() as link:
            link.run(_FORGET, moment=before)
            link.run(_FORGET_TOLD)

    def newest(self, most: int) -> tuple[Kept, ...]:
        """Return the newest operations, whatever became of them, without those that a newer program sealed."""
        with self.store.faults():
            rows = self.store.link.all(_ROWS, most=most)
            told = self.store.link.all(_TOLD_FROM, place=rows[-1].sequence) if rows else []
        became = {
            place: (it.outcome, it.told_at)
            for it in told
            for place in range(it.first_sequence, it.last_sequence + 1)
        }
        found = []
        for row in rows:
            with suppress(WrittenByNewer):
                operation = read(self._open(row.sequence, row.op_id, row.sealed))
                found.append(Kept(operation, row.made_at, *became.get(row.sequence, (WAITING, None))))
        return tuple(found)

    # -- inside ------------------------------------------------------------------------------------
    def _name(self, place: int) -> str:
        with self.store.faults():
            row = self.store.link.one(_ONE, place=place)
        with suppress(WrittenByNewer):
            return "" if row is None else read(self._open(place, row.op_id, row.sealed), whole=False).name
        return ""

    def _read(self, sequence: int, written: bytes) -> Operation:
        try:
            return read(written, whole=False)
        except WrittenByNewer as error:
            raise EnvironmentTrouble(_NEWER.fill(sequence=sequence)) from error
        except ValueError as error:
            raise EnvironmentTrouble(_BROKEN.fill(sequence=sequence)) from error

    def _open(self, sequence: int, op_id: str, sealed: bytes) -> bytes:
        try:
            return self._box.open(bytes(sealed), self._what(sequence, op_id))
        except ValueError as error:
            raise EnvironmentTrouble(_BROKEN.fill(sequence=sequence)) from error

    def _what(self, sequence: int, op_id: str) -> str:
        return f"outbox {self.window_id} {sequence} {op_id}"


def anything_waits(link: Link) -> bool:
    """Tell whether something was done that the server has not taken in, within the caller's transaction."""
    return bool(_places(link))


def note(link: Link, name: str) -> str | None:
    """Return what the store remembers under a name, or None."""
    row = link.one(_NOTE, wanted=name)
    return None if row is None else str(row.value)


def set_note(link: Link, name: str, words: str) -> None:
    """Have the store remember something, in the caller's transaction."""
    if not link.run(_SET_NOTE, wanted=name, words=words):
        link.run(_ADD_NOTE, name=name, value=words)


def _told_to(link: Link) -> int:
    """Return the last place that something was told of."""
    row = link.one(_TOLD_TO)
    return 0 if row is None else int(row.last_sequence)


def _places(link: Link) -> range:
    """Return the places of what waits: places follow one another."""
    highest = link.one(_HIGHEST)
    return range(_told_to(link) + 1, 1 if highest is None else int(highest.sequence) + 1)


def _link(sealed: bytes) -> str:
    return hashlib.sha256(bytes(sealed)).hexdigest()
