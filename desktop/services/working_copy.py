"""The window's working copy: who was served here lately, the station's open cases, today's settings, who may sign in."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, or_, select

from desktop.domain.times import local_date
from desktop.models.prepared import Prepared
from desktop.models.tables import (
    CalendarDay,
    CaseFile,
    CounterSequence,
    JournalEntry,
    Paper,
    PaperCopy,
    Person,
    Schema,
    SealKey,
    SecondFactor,
    Setting,
    Staff,
    Station,
)
from desktop.services.copied_rows import DEFERRED, fetch, in_groups, keep
from desktop.services.outbox import anything_waits, note, set_note
from desktop.services.seen_here import NoteStore, SeenHere

if TYPE_CHECKING:
    from desktop.models.database import Database, Link
    from desktop.services.ports import Clock

LATELY = timedelta(days=30)
"""How long somebody who was served at this window stays in its copy."""
HEAD_SEEN = "head_seen"
"""Under which the store remembers the newest entry of its counter's chain that it saw at the server."""
MOST = 5_000
"""People that a copy holds at most, the newest cases first."""

_SMALL = (Station, Staff, Setting, CalendarDay, SealKey, SecondFactor)
_READ = {table: Prepared(select(*table.__table__.columns)) for table in _SMALL}
_EMPTY = {table: Prepared(delete(table)) for table in _SMALL}
_ADD = {table: Prepared(insert(table)) for table in (*_SMALL, CounterSequence, JournalEntry)}
_WANTED = Prepared(
    select(CaseFile.person_id)
    .where(
        CaseFile.case_number >= bindparam("first"),
        CaseFile.case_number < bindparam("last"),
        or_(
            CaseFile.closed_at.is_(None),
            (CaseFile.counter_number == bindparam("counter")) & (CaseFile.accepted_on >= bindparam("since")),
        ),
    )
    .order_by(CaseFile.id.desc())
    .limit(MOST)
)
_NUMBERS = Prepared(
    select(
        CounterSequence.counter_number, CounterSequence.on_date, CounterSequence.series, CounterSequence.last
    ).where(
        CounterSequence.counter_number == bindparam("counter"), CounterSequence.on_date >= bindparam("since")
    )
)
_DROP_NUMBERS = Prepared(
    delete(CounterSequence).where(
        CounterSequence.counter_number == bindparam("counter"), CounterSequence.on_date >= bindparam("since")
    )
)
_HEAD = Prepared(
    select(*JournalEntry.__table__.columns)
    .where(JournalEntry.counter_number == bindparam("counter"))
    .order_by(JournalEntry.sequence.desc())
    .limit(1)
)
_HAS = Prepared(
    select(JournalEntry.id).where(
        or_(
            JournalEntry.id == bindparam("key"),
            (JournalEntry.counter_number == bindparam("counter"))
            & (JournalEntry.sequence == bindparam("place")),
        )
    )
)
_OF_PAPER = Prepared(select(Paper.person_id).where(Paper.id == bindparam("paper")))
_OF_COPY = Prepared(
    select(Paper.person_id)
    .join(PaperCopy, PaperCopy.paper_id == Paper.id)
    .where(PaperCopy.id == bindparam("copy"))
)
_OF_NUMBER = Prepared(select(Person.person_id).where(Person.live_key == bindparam("number")))
_HERE = Prepared(select(Person.person_id).distinct())


class Busy(Exception):
    """Something was done without the server meanwhile: the store is ahead of it, and nothing is taken over."""


@dataclass
class WorkingCopy:
    """Keeps a window's store like the server, in the background.

    Only while nothing waits in the outbox: Busy is raised as soon as something does.
    """

    server: Database
    store: Database
    clock: Clock
    _served: set[tuple[str, int]] = field(default_factory=set)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def as_of(self) -> datetime | None:
        """Return as of when the whole copy is, or None before there is one."""
        with self.store.faults():
            found = note(self.store.link, "as_of")
        return None if found is None else datetime.fromisoformat(found)

    def counter(self) -> int | None:
        """Return the counter that this window was last."""
        with self.store.faults():
            found = note(self.store.link, "counter")
        return None if found is None else int(found)

    def at_counter(self, counter_number: int) -> None:
        """Remember which counter this window is; its numbers and its chain are kept up with from then on."""
        with self.store.write() as link:
            set_note(link, "counter", str(counter_number))

    def served(self, keys: dict[str, int]) -> None:
        """Remember to take over what was just done, from the keys of its answer."""
        for place, key in keys.items():
            name = place.rpartition(".")[2]
            if name in ("person_id", "paper_id", "copy_id"):
                with self._guard:
                    self._served.add((name, key))

    def follow(self) -> int:
        """Take over the people served since the last time; return how many."""
        with self._guard:  # whoever is served again from now on is taken over again
            taken, self._served = self._served, set()
        if not taken:
            return 0
        try:
            with self.server.faults():
                link = self.server.link
                people = {found for name, key in taken if (found := _person(link, name, key)) is not None}
            self._numbers()
            self.people(people)
        except BaseException:
            with self._guard:
                self._served |= taken
            raise
        return len(people)

    def everything(self) -> int:
        """Take over all that belongs here; return how many people."""
        as_of = self.clock.now()
        self._small()
        self._numbers()
        if self.as_of() is None:  # who may sign in, the settings and the numbers are enough to go on with
            with self._behind() as link:
                set_note(link, "as_of", as_of.isoformat())
        with self.server.faults():
            link = self.server.link
            [station] = link.all(_READ[Station])
            first = f"{station.division}{station.station_code}"
            rows = link.all(
                _WANTED,
                first=first,
                last=f"{first}:",
                counter=self.counter() or 0,
                since=local_date(as_of) - LATELY,
            )
        people = list(dict.fromkeys(row.person_id for row in rows))
        with self.store.faults():  # first: somebody may be here by another key than the server's
            gone = {row.person_id for row in self.store.link.all(_HERE)} - set(people)
        for group in in_groups(sorted(gone)):
            with self._behind() as link:
                keep(link, group, {}, as_of)
        self.people(people)
        with self._behind() as link:
            set_note(link, "as_of", as_of.isoformat())
        return len(people)

    def people(self, people: Iterable[int]) -> None:
        """Take over some people; whoever the server does not know is forgotten here too."""
        for group in in_groups(people):
            as_of = self.clock.now()
            with self.server.write() as link:
                link.hold_still()
                rows = fetch(link, group)
            with self._behind() as link:
                keep(link, group, rows, as_of)

    def after_outage(self, subjects: Iterable[str]) -> None:
        """Take over the people that were served without the server, whatever became of it there."""
        here: set[int] = set()
        there: set[int] = set()
        for subject in subjects:
            for database, found in ((self.store, here), (self.server, there)):
                with database.faults():
                    row = database.link.one(_OF_NUMBER, number=subject)
                if row is not None:
                    found.add(row.person_id)
        for group in in_groups(sorted(here - there)):
            with self._behind() as link:
                keep(link, group, {}, self.clock.now())
        self.people(sorted(there))

    # -- inside ------------------------------------------------------------------------------------
    @contextmanager
    def _behind(self) -> Iterator[Link]:
        """Write to the store as long as it is not ahead of the server."""
        with self.store.write() as link:
            if anything_waits(link):
                raise Busy
            yield link

    def _small(self) -> None:
        with self.server.faults():
            found = {table: self.server.link.all(statement) for table, statement in _READ.items()}
        with self._behind() as link:
            link.run(DEFERRED)
            for table, rows in found.items():
                link.run(_EMPTY[table])
                link.run_many(_ADD[table], self._allowed(table, [row._asdict() for row in rows]))

    def _allowed(self, table: type[Schema], rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return what of a table may lie in this window's store: nobody's verifiers but of who signed in here."""
        seen = SeenHere(NoteStore(self.store))
        if table is Staff:
            return seen.verifiers_of(rows)
        return seen.factors_of(rows) if table is SecondFactor else rows

    def _numbers(self) -> None:
        """Take over this counter's numbers of today and the end of its chain."""
        counter = self.counter()
        if counter is None:
            return
        since: date = local_date(self.clock.now())
        with self.server.faults():
            numbers = self.server.link.all(_NUMBERS, counter=counter, since=since)
            head: Any = self.server.link.one(_HEAD, counter=counter)
        with self._behind() as link:
            link.run(_DROP_NUMBERS, counter=counter, since=since)
            link.run_many(_ADD[CounterSequence], [row._asdict() for row in numbers])
            if head is not None:
                set_note(link, HEAD_SEEN, str(head.id))
            if head is not None and not link.one(_HAS, key=head.id, counter=counter, place=head.sequence):
                link.run(_ADD[JournalEntry], **head._asdict())


def _person(link: Link, name: str, key: int) -> int | None:
    if name == "person_id":
        return key
    row = link.one(_OF_PAPER, paper=key) if name == "paper_id" else link.one(_OF_COPY, copy=key)
    return None if row is None else row.person_id
