"""A server that has less than it had, as after an older backup was restored: what this window sent is sent again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select

from desktop.domain.errors import sentence
from desktop.domain.times import CHINA
from desktop.models import copying
from desktop.models.prepared import Prepared
from desktop.models.tables import CaseFile, JournalEntry, OpInbox, OutboxOperation, OutboxTold, Station
from desktop.services.any_of import any_of, named
from desktop.services.journal import Happening
from desktop.services.outbox import note, set_note
from desktop.services.working_copy import HEAD_SEEN, LATELY

if TYPE_CHECKING:
    from desktop.models.database import Database
    from desktop.models.file_database import FileDatabase
    from desktop.services.journal import Journal
    from desktop.services.outbox import Outbox
    from desktop.services.ports import Clock
    from desktop.services.rows import Actor

_WRITTEN = 20
"""So many numbers stand in the trail's entry; all of them are in what is put aside."""
SAID_FOR = timedelta(days=1)
"""So long it is said which cases are gone."""
_GONE = "gone"

_FEWER = sentence("log", "服务器上少了{n}件：{numbers}")
_STATION = Prepared(select(Station.id, Station.created_at))
_OF_TOLD = (
    select(OutboxOperation.sequence, OutboxOperation.op_id)
    .where(OutboxOperation.sequence <= select(func.max(OutboxTold.last_sequence)).scalar_subquery())
    .order_by(OutboxOperation.sequence.desc())
)
_TOLD, _NEWEST = Prepared(_OF_TOLD), Prepared(_OF_TOLD.limit(1))
_KNOWN = Prepared(select(OpInbox.op_id).where(any_of(OpInbox.op_id)))
_ENTRY = Prepared(select(JournalEntry.id).where(JournalEntry.id == bindparam("key")))
_CASES = Prepared(
    select(CaseFile.case_number)
    .where(CaseFile.counter_number == bindparam("counter"))
    .order_by(CaseFile.case_number)
)
_THERE = Prepared(select(CaseFile.case_number).where(any_of(CaseFile.case_number)))


@dataclass
class SetBack:
    """Finds out after each silence whether the server still has what it had of this window.

    What was sent without it lies in the outbox for `LATELY` and waits again, in its order: what the server has all
    the same is only answered. Of what was done at the server itself the window has the rows of its copy, which it
    puts aside; nothing can do them again, so their numbers are told.
    """

    store: FileDatabase
    server: Database
    clock: Clock
    journal: Journal
    outbox: Outbox
    _found: bool = False
    _looked: bool = False

    def silence(self) -> None:
        """The server was away: who answers then may have less."""
        self._looked = False

    def look(self) -> bool:
        """Return whether the server was set back, once a silence; what it took in and does not know waits again then."""
        if self._looked:
            return False
        found = self._look()
        self._looked, self._found = True, self._found or found
        return found

    def gone(self, actor: Actor | None) -> tuple[str, ...]:
        """Return the cases of this window that the server has no more, after all else was sent; kept aside and noted.

        `actor` is who worked here last: the trail has it from them.
        """
        if not self._found:
            return ()
        with self.store.faults():
            counter = note(self.store.link, "counter") or "0"
            numbers = [row.case_number for row in self.store.link.all(_CASES, counter=int(counter))]
        there: set[str] = set()
        with self.server.faults():
            for some in named(numbers):
                there.update(row.case_number for row in self.server.link.all(_THERE, **some))
        lost = tuple(number for number in numbers if number not in there)
        at = self.clock.now()
        if lost:
            self._put_aside(at)
        with self.store.write() as link:
            set_note(link, HEAD_SEEN, "")
            if lost:
                set_note(link, _GONE, json.dumps([at.isoformat(), lost]))
        if lost and actor is not None:
            told = _FEWER.fill(n=len(lost), numbers="、".join(lost[:_WRITTEN]))
            self.journal.note(Happening(actor, "server_set_back", at, detail=str(told)))
        self._found = False
        return lost

    def said(self) -> tuple[str, ...]:
        """Return the cases that were found gone lately."""
        with self.store.faults():
            words = note(self.store.link, _GONE)
        if words is None:
            return ()
        at, lost = json.loads(words)
        return tuple(lost) if self.clock.now() - datetime.fromisoformat(at) < SAID_FOR else ()

    # -- inside ------------------------------------------------------------------------------------
    def _look(self) -> bool:
        with self.store.faults():
            link = self.store.link
            here, newest = link.one(_STATION), link.one(_NEWEST)
            head, as_of = note(link, HEAD_SEEN), note(link, "as_of")
        with self.server.faults():
            there = self.server.link
            station = there.one(_STATION)
            if (
                here is None
                or station is None
                or (here.id, here.created_at) != (station.id, station.created_at)
            ):
                return False  # another station's server: nothing of this is its
            known = newest is None or there.one(_KNOWN, **next(named([newest.op_id]))) is not None
            lately = as_of is not None and self.clock.now() - datetime.fromisoformat(as_of) < LATELY
            if known and (not head or not lately or there.one(_ENTRY, key=int(head)) is not None):
                return False
        if not known:
            self._send_again()
        return True

    def _send_again(self) -> None:
        with self.store.faults():
            told = {row.op_id: int(row.sequence) for row in self.store.link.all(_TOLD)}
        with self.server.faults():
            for some in named(list(told)):
                for row in self.server.link.all(_KNOWN, **some):
                    told.pop(row.op_id, None)
        if told:
            self.outbox.wait_again(min(told.values()))

    def _put_aside(self, at: datetime) -> None:
        """Keep the store as it is beside itself, under its own key: from now on it follows what the server has."""
        path = self.store.path
        assert path is not None
        aside = path.with_name(f"{path.stem}-{at.astimezone(CHINA):%Y%m%dT%H%M%S}.bak")
        key = self.store.ring.current_key()
        with copying.opened(path, key) as source:
            copying.copy(source, aside, key)
