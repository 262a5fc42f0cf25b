"""The trail: every look and every change is written down, each entry chained to the one before it."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, select

from desktop.domain.changes import Change
from desktop.domain.times import CHINA
from desktop.domain.trail import FIRST_HASH, LIMIT, Entry, Head, entry_hash, moment
from desktop.models.prepared import Prepared
from desktop.models.tables import JournalEntry
from desktop.services.trail_words import without_names

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.rows import Actor

SIGNED_EVERY = 10_000
"""Entries of a counter after which its head is signed."""

_HEAD = Prepared(
    select(JournalEntry.sequence, JournalEntry.hash)
    .where(JournalEntry.counter_number == bindparam("counter_number"))
    .order_by(JournalEntry.sequence.desc())
    .limit(1)
)
_ADD = Prepared(insert(JournalEntry))


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that somebody did or saw, before it has a place in the chain."""

    actor: Actor
    action: str
    at: datetime
    person_id: int | None = None
    person_row: int | None = None
    case_number: str = ""
    paper_number: str = ""
    matter: str = ""
    detail: str = ""


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
        happening.matter[:LIMIT],
        happening.detail[:LIMIT],
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
        head = link.one(_HEAD, counter_number=counter)
        sequence, previous = (head.sequence, head.hash) if head else (0, FIRST_HASH)
        reached: list[Head] = []
        for happening in happenings:
            sequence += 1
            entry = entry_of(without_names(link, happening), sequence)
            digest = entry_hash(previous, entry)
            here = happening.at.astimezone(CHINA)
            link.run(
                _ADD,
                **{
                    **entry._asdict(),
                    "id": self._office.key(counter, happening.at),
                    "at": happening.at,
                    "on_date": here.date(),
                    "local_time": here.replace(tzinfo=None).isoformat(" ", "seconds"),
                    "previous_hash": previous,
                    "hash": digest,
                },
            )
            previous = digest
            if sequence % SIGNED_EVERY == 0:
                reached.append(Head(counter, sequence, digest))
        link.changes += map(change_of, happenings)
        if reached:
            from desktop.services import trail_heads  # here for start-up time: once in ten thousand entries

            last = happenings[-1]
            trail_heads.sign(self._office, link, last.actor, last.at, reached)
            self._ends += ((last.actor, head) for head in reached)

    def note(self, happening: Happening) -> None:
        """Remember a look; `flush` makes it durable, at most a second later, so that a look never waits."""
        with self._guard:
            self._waiting.append(happening)

    @property
    def waiting(self) -> int:
        """How many looks are not yet stored."""
        return len(self._waiting)

    def flush(self) -> int:
        """Store the remembered looks in one transaction; return how many. Nothing is lost if it fails."""
        with self._flushing:  # two at once would both store the same looks
            with self._guard:
                taken = list(self._waiting)
            if not taken:
                return 0
            with self._office.database.write() as link:
                by_counter: dict[int, list[Happening]] = {}
                for happening in taken:
                    by_counter.setdefault(happening.actor.counter_number, []).append(happening)
                for happenings in by_counter.values():
                    self.write(link, *happenings)
                link.changes.clear()  # nobody needs to look again for what changed nothing
            with self._guard:
                del self._waiting[: len(taken)]
            self._sign_stretches()
            return len(taken)

    def _sign_stretches(self) -> None:
        """Walk and sign the ten thousand entries that are full now, a tenth of a second each."""
        ends, self._ends = self._ends, []
        for actor, head in ends:
            from desktop.services import trail_stretches  # here for start-up time, as above

            trail_stretches.finish(self._office, actor, [head], SIGNED_EVERY)
