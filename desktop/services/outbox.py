"""The outbox: what was done without the server, sealed in the order made, until the server has taken it in."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.orm import aliased

from desktop.domain.errors import EnvironmentTrouble, sentence
from desktop.models.prepared import Prepared
from desktop.models.tables import OutboxOperation, StoreNote
from desktop.models.tables.schema import UtcTime
from desktop.services.operation_form import Operation, digest, is_matter, read

if TYPE_CHECKING:
    from desktop.models.database import Database, Link
    from desktop.services.ports import KeyBox

WAITING = "waiting"

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
    .where(OutboxOperation.state == WAITING, OutboxOperation.sequence > bindparam("after"))
    .order_by(OutboxOperation.sequence)
    .limit(bindparam("most"))
)
_FIRST_PLACE = Prepared(select(OutboxOperation.sequence).where(OutboxOperation.state == WAITING).limit(1))
_ROWS = Prepared(
    select(
        OutboxOperation.sequence,
        OutboxOperation.op_id,
        OutboxOperation.made_at,
        OutboxOperation.state,
        OutboxOperation.told_at,
        OutboxOperation.sealed,
    )
    .order_by(OutboxOperation.sequence.desc())
    .limit(bindparam("most"))
)
_PLACES = Prepared(select(OutboxOperation.sequence).where(OutboxOperation.state == WAITING))
_ONE = Prepared(
    select(OutboxOperation.op_id, OutboxOperation.sealed).where(
        OutboxOperation.sequence == bindparam("place")
    )
)
_COUNT = Prepared(select(func.count().label("n")).where(OutboxOperation.state == WAITING))
_TOLD = Prepared(
    update(OutboxOperation)
    .where(
        OutboxOperation.sequence >= bindparam("first"),
        OutboxOperation.sequence <= bindparam("last"),
        OutboxOperation.state == WAITING,
    )
    .values(state=bindparam("outcome"), told_at=bindparam("at"))
)
_LATER = aliased(OutboxOperation)
_FORGET = Prepared(
    delete(OutboxOperation).where(
        OutboxOperation.state != WAITING,
        OutboxOperation.told_at < bindparam("moment", type_=UtcTime()),
        OutboxOperation.sequence < select(func.max(_LATER.sequence)).scalar_subquery(),
    )
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


@dataclass(frozen=True, slots=True)
class Waiting:
    """An operation that waits, unsealed, with its digest."""

    operation: Operation
    written: bytes
    digest: str


@dataclass(frozen=True, slots=True)
class Kept:
    """An operation in the outbox, sent or not, with its state."""

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
            return 1, ""
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
            state=WAITING,
            told_at=None,
        )
        self._newest = (operation.sequence, _link(sealed))
        self._names[operation.sequence] = operation.name

    def waiting(self, most: int) -> tuple[Waiting, ...]:
        """Return the first operations that the server has not taken in; EnvironmentTrouble where one was altered."""
        return tuple(self.reading(most))

    def reading(self, most: int, after: int = 0) -> Iterator[Waiting]:
        """Give what `waiting` returns one by one, of what comes after a place."""
        with self.store.faults():
            link = self.store.link
            rows = link.all(_FIRST, most=most, after=after)
            if not rows:
                return
            first = link.one(_BEFORE, place=rows[0].sequence - 1)
        before = "" if first is None else _link(first.sealed)
        for row in rows:
            written = self._open(row.sequence, row.op_id, row.sealed)
            operation = read(written, whole=False)
            if operation.sequence != row.sequence or operation.previous != before:
                raise EnvironmentTrouble(_BROKEN.fill(sequence=row.sequence))
            before = _link(row.sealed)
            yield Waiting(operation, written, digest(written))

    def count(self) -> int:
        """Return how many wait."""
        with self.store.faults():
            row = self.store.link.one(_COUNT)
        return 0 if row is None else int(row.n)

    def matters(self) -> int:
        """Return how many pieces of business wait, without the printing of their papers and what was looked at."""
        if len(self._names) != self.count():  # not put here, or undone
            with self.store.faults():
                places = [row.sequence for row in self.store.link.all(_PLACES)]
            self._names = {place: self._names.get(place) or self._name(place) for place in places}
        return sum(is_matter(name) for name in self._names.values())

    def told(self, outcomes: Sequence[tuple[int, str]], at: datetime) -> None:
        """Keep what the server made of the first operations that waited, by their places in the order made."""
        with self.store.write() as link:
            for outcome, alike in groupby(outcomes, itemgetter(1)):
                places = [place for place, _ in alike]
                link.run(_TOLD, first=places[0], last=places[-1], outcome=outcome, at=at)
        for place, _ in outcomes:
            self._names.pop(place, None)

    def forget(self, before: datetime) -> None:
        """Take away what the server took in before a moment; the last stays, for the next is linked to it."""
        with self.store.write() as link:
            link.run(_FORGET, moment=before)

    def newest(self, most: int) -> tuple[Kept, ...]:
        """Return the newest operations, whatever became of them."""
        with self.store.faults():
            rows = self.store.link.all(_ROWS, most=most)
        return tuple(
            Kept(operation, row.made_at, row.state, row.told_at)
            for row in rows
            for operation in (read(self._open(row.sequence, row.op_id, row.sealed)),)
        )

    # -- inside ------------------------------------------------------------------------------------
    def _name(self, place: int) -> str:
        with self.store.faults():
            row = self.store.link.one(_ONE, place=place)
        return "" if row is None else read(self._open(place, row.op_id, row.sealed), whole=False).name

    def _open(self, sequence: int, op_id: str, sealed: bytes) -> bytes:
        try:
            return self._box.open(bytes(sealed), self._what(sequence, op_id))
        except ValueError as error:
            raise EnvironmentTrouble(_BROKEN.fill(sequence=sequence)) from error

    def _what(self, sequence: int, op_id: str) -> str:
        return f"outbox {self.window_id} {sequence} {op_id}"


def anything_waits(link: Link) -> bool:
    """Tell whether something was done that the server has not taken in, within the caller's transaction."""
    return bool(link.all(_FIRST_PLACE))


def note(link: Link, name: str) -> str | None:
    """Return what the store remembers under a name, or None."""
    row = link.one(_NOTE, wanted=name)
    return None if row is None else str(row.value)


def set_note(link: Link, name: str, words: str) -> None:
    """Have the store remember something, in the caller's transaction."""
    if not link.run(_SET_NOTE, wanted=name, words=words):
        link.run(_ADD_NOTE, name=name, value=words)


def _link(sealed: bytes) -> str:
    return hashlib.sha256(bytes(sealed)).hexdigest()
