"""The trail: every look and every change is written down, each entry chained to the one before it."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select

from desktop.domain.changes import Change
from desktop.domain.characters import visible
from desktop.domain.errors import NO_SERVER
from desktop.domain.times import CHINA
from desktop.domain.trail import FIRST_HASH, LIMIT, Entry, Head, entry_hash, moment
from desktop.models.prepared import Prepared
from desktop.models.tables import JournalEntry
from desktop.services.given import CURRENT, Given
from desktop.services.trail_words import without_names
from desktop.services.without_server import without_server

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.rows import Actor

SIGNED_EVERY = 10_000
"""Entries of a counter after which its head is signed."""

_TO_THE_SECOND = len("2026-11-20 10:00:00")
HEAD = Prepared(
    select(JournalEntry.sequence, JournalEntry.hash)
    .where(JournalEntry.counter_number == bindparam("counter_number"))
    .order_by(JournalEntry.sequence.desc())
    .limit(1)
)
_THERE = Prepared(select(JournalEntry.id).where(JournalEntry.id == bindparam("key")))
ADD = Prepared(insert(JournalEntry))


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that somebody did or saw, before it has a place in the chain.

    `known` is the name, the former name and the number of its person, where the caller has them: they are
    looked up otherwise, to be masked.
    """

    actor: Actor
    action: str
    at: datetime
    person_id: int | None = None
    person_row: int | None = None
    case_number: str = ""
    paper_number: str = ""
    matter: str = ""
    detail: str = ""
    known: tuple[str, str, str] | None = None


def entry_of(happening: Happening, sequence: int) -> Entry:
    """Return a happening as the entry that it becomes at a place of its counter's chain."""
    return Entry(
        happening.actor.counter_number,
        sequence,
        moment(happening.at),
        happening.actor.staff_id,
        happening.actor.name,
        happening.action,
        happening.person_id,
        happening.person_row,
        happening.case_number,
        happening.paper_number,
        visible(happening.matter)[:LIMIT],
        visible(happening.detail)[:LIMIT],
    )


def change_of(happening: Happening) -> Change:
    """Return what other counters are told of a happening."""
    actor = happening.actor
    return Change(
        actor.counter_number, actor.name, happening.action, happening.person_id, happening.case_number
    )


class Journal:
    """Writes entries: with the transaction that changes something, or grouped for mere looks."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._waiting: list[Happening] = []
        self._ends: list[tuple[Actor, Head]] = []
        self._guard = threading.Lock()
        self._flushing = threading.Lock()

    def write(self, link: Link, *happenings: Happening) -> None:
        """Add entries in the caller's transaction; they are stored if and only if it commits."""
        counter = happenings[0].actor.counter_number
        given = CURRENT.get()
        if given is not None and given.apart is not None:
            self._write_apart(link, given, given.apart, happenings)
            return
        head = link.one(HEAD, counter_number=counter)
        sequence, previous = (head.sequence, head.hash) if head else (0, FIRST_HASH)
        reached: list[Head] = []
        for happening in happenings:
            key = self._office.key(counter, happening.at)
            if given is not None and given.told and link.one(_THERE, key=key) is not None:
                continue
            sequence += 1
            entry = entry_of(without_names(link, happening), sequence)
            previous = digest = _add(link, key, entry, happening.at, previous)
            if given is not None:
                given.trail.append((key, *entry))
            if sequence % SIGNED_EVERY == 0:
                reached.append(Head(counter, sequence, digest))
        link.changes += map(change_of, happenings)
        if reached:
            from desktop.services import trail_heads  # here for start-up time: once in ten thousand entries

            last = happenings[-1]
            trail_heads.sign(self._office, link, last.actor, last.at, reached)
            self._ends += ((last.actor, head) for head in reached)

    def foresee(self, link: Link, actor: Actor) -> None:
        """Say that something will be written in this transaction."""
        given = CURRENT.get()
        if given is None or given.apart is None:
            link.foresee(HEAD, counter_number=actor.counter_number)

    @without_server("journal.store")
    def store(self, happenings: tuple[Happening, ...]) -> None:
        """Write down what changed nothing but must be known, of one counter, in a transaction of its own."""
        given = CURRENT.get()
        with self._office.database.write() as link:
            told = len(link.changes)
            if given is None or not given.keys or link.one(_THERE, key=given.keys[0]) is None:
                self.write(link, *happenings)
            del link.changes[told:]  # nobody needs to look again for what changed nothing

    @without_server("journal.take_over", always=True)
    def take_over(self, entries: Sequence[tuple[Any, ...]]) -> None:
        """Add entries that a counter wrote elsewhere, in a transaction of its own."""
        with self._office.database.write() as link:
            self.append(link, entries)

    def append(self, link: Link, entries: Sequence[tuple[Any, ...]]) -> None:
        """Add entries that a counter wrote elsewhere, key and fields of each, to the end of its chain.

        In the caller's transaction; one that is here already stays as it is.
        """
        for key, *fields in entries:
            if link.one(_THERE, key=key) is None:
                given = CURRENT.get()
                if given is not None and given.apart is not None:
                    given.apart.append((key, *fields))
                    continue
                entry = Entry(*fields)
                head = link.one(HEAD, counter_number=entry.counter_number)
                sequence, previous = (head.sequence, head.hash) if head else (0, FIRST_HASH)
                entry = entry._replace(sequence=sequence + 1)
                _add(link, key, entry, datetime.fromisoformat(entry.at), previous)

    def note(self, happening: Happening) -> None:
        """Remember a look; `flush` makes it durable, at most a second later, so that a look never waits."""
        with self._guard:
            self._waiting.append(happening)

    @property
    def waiting(self) -> int:
        """How many looks are not yet stored."""
        return len(self._waiting)

    def flush(self) -> int:
        """Store the remembered looks, a transaction for each counter; return how many. None is lost if one fails."""
        with self._flushing:  # two at once would both store the same looks
            with self._guard:
                taken = list(self._waiting)
            by_counter: dict[int, list[Happening]] = {}
            for happening in taken:
                by_counter.setdefault(happening.actor.counter_number, []).append(happening)
            for happenings in by_counter.values():
                self.store(tuple(happenings))
                stored = {id(happening) for happening in happenings}
                with self._guard:
                    self._waiting = [it for it in self._waiting if id(it) not in stored]
            self._sign_stretches()
            return len(taken)

    def _write_apart(
        self,
        link: Link,
        given: Given,
        apart: list[tuple[Any, ...]],
        happenings: Sequence[Happening],
    ) -> None:
        """Give entries to whoever chains them, in the order written."""
        for happening in happenings:
            key = self._office.key(happening.actor.counter_number, happening.at)
            if not given.told or link.one(_THERE, key=key) is None:
                apart.append((key, *entry_of(without_names(link, happening), 0)))
        link.changes += map(change_of, happenings)

    def _sign_stretches(self) -> None:
        """Walk and sign the ten thousand entries that are full now, of a counter and of all: some tenths of a second.

        Without the server they wait for it: what is signed is the server's.
        """
        line = self._office.line
        while self._ends and (line is None or not line.away):
            from desktop.services import trail_slices, trail_stretches  # here for start-up time, as above

            actor, head = self._ends.pop(0)
            try:
                trail_stretches.finish(self._office, actor, [head], SIGNED_EVERY)
                trail_slices.grow(self._office, actor, most=2)
            except (
                NO_SERVER
            ):  # it went away just now; after any other fault the next check walks these entries
                self._ends.insert(0, (actor, head))
                return


def _add(link: Link, key: int, entry: Entry, at: datetime, previous: str) -> str:
    """Store an entry after the one whose hash is given; return its own."""
    values = row_of(key, entry, at, previous)
    link.add(ADD, values)
    return str(values["hash"])


def row_of(key: int, entry: Entry, at: datetime, previous: str) -> dict[str, Any]:
    """Return the row of an entry that comes after the one whose hash is given."""
    here = at.astimezone(CHINA)
    return {
        **entry._asdict(),
        "id": key,
        "at": at,
        "on_date": here.date(),
        "local_time": here.isoformat(" ", "seconds")[:_TO_THE_SECOND],
        "previous_hash": previous,
        "hash": entry_hash(previous, entry),
    }
