"""The stored trail checked: every chain walked by two processes, every signed head held against it."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from desktop.domain.codes import Role
from desktop.domain.errors import CounterError, EnvironmentTrouble, NotPossible, Sentence, sentence
from desktop.domain.times import CHINA
from desktop.domain.trail import FIRST_HASH, Head, moment, root_of
from desktop.domain.trail_chain import Fault, told
from desktop.domain.trail_check import DOUBTS, KEPT, WORDS, Signature
from desktop.models.opening import read_key
from desktop.models.prepared import Prepared
from desktop.models.tables import JournalEntry, TrailDay, TrailHead
from desktop.services import seal_keys, trail_heads
from desktop.services.export_child import Child
from desktop.services.journal import Happening
from desktop.services.trail_walk import Row, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.domain.trail_file import Signed
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

_log = logging.getLogger(__name__)
STRETCH = 10_000
"""Entries walked between two words about the progress."""
PROCESSES = 2

_FIELDS = ("counter_number", "sequence", "at", "staff_id", "staff_name", "action", "person_id", "person_row")
_TEXTS = ("case_number", "paper_number", "matter", "detail", "previous_hash", "hash", "on_date", "local_time")
ENTRIES = Prepared(
    select(*(getattr(JournalEntry, name) for name in (*_FIELDS, *_TEXTS)))
    .where(
        JournalEntry.counter_number == bindparam("counter"),
        JournalEntry.sequence > bindparam("after"),
        JournalEntry.sequence <= bindparam("last"),
    )
    .order_by(JournalEntry.sequence)
)
_HASH = Prepared(
    select(JournalEntry.id, JournalEntry.hash).where(
        JournalEntry.counter_number == bindparam("counter"), JournalEntry.sequence == bindparam("sequence")
    )
)
_HEADS = Prepared(select(*TrailHead.__table__.columns).order_by(TrailHead.id))
_DAYS = Prepared(select(*TrailDay.__table__.columns).order_by(TrailDay.id))
_NOT_YOURS = sentence("errors", "只有管理员可以核验留痕。请由管理员登录后核验。")
_STOPPED = sentence("errors", "已停止核验。")
_BROKEN_OFF = sentence("errors", "留痕核验中断，请再核验一次；仍不成功请联系管理员。")
_SUMMARY = sentence("log", "{entries}条，签名链首{heads}个，日链首{days}个，{faults}处问题")

Stretch = tuple[int, int, str, int]
"""A counter, the entry before the stretch and its hash, the stretch's last entry."""


class CheckStopped(CounterError):
    """Whoever asked for the check does not want it any more."""


@dataclass(frozen=True, slots=True)
class TrailState:
    """What the stored trail came to: what was read, the first hundred faults, signatures that do not count."""

    entries: int
    counters: int
    heads: int
    days: int
    faults: tuple[Fault, ...]
    fault_count: int
    doubts: tuple[Sentence, ...]


class TrailChecks:
    """Checks the trail in the database."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    def check(
        self, actor: Actor, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> TrailState:
        """Check every entry and every signed head; blocks until done, for the background worker.

        `progress(done, total)` counts entries; CheckStopped once `cancelled()`. NotPossible for anybody but an
        administrator. The outcome is an entry of the trail.
        """
        if actor.role is not Role.SYSTEM_ADMINISTRATOR:
            raise NotPossible(_NOT_YOURS)
        self._journal.flush()
        with self._office.database.faults():
            link = self._office.database.link
            heads = trail_heads.heads(link)
            # as they were stored, so that a page of the file is decrypted once and not for each counter again
            stretches = [it for _, it in sorted(pair for head in heads for pair in _stretches(link, head))]
            total = sum(head.sequence for head in heads)
            faults, done = [], 0
            for walked, found in self._walked(link, stretches):
                if cancelled():
                    raise CheckStopped(_STOPPED)
                done += walked
                faults += [Fault(told(what), counter, first, last) for what, counter, first, last in found]
                progress(done, total)
            signed = _Signed(link)
        faults = [*faults, *signed.faults]
        state = TrailState(
            total,
            len(heads),
            signed.heads,
            signed.days,
            tuple(faults[:KEPT]),
            len(faults),
            tuple(signed.doubts),
        )
        self._write(actor, state)
        return state

    def _walked(self, link: Link, stretches: list[Stretch]) -> Iterator[tuple[int, list[Any]]]:
        path = self._office.database.path
        if path is None:
            for counter, after, before, last in stretches:
                rows = map(_row, link.all(ENTRIES, counter=counter, after=after, last=last))
                yield last - after, list(walk(rows, counter, after, before, last))
            return
        compiled = ENTRIES.compiled(link.dialect)
        with_values = [
            [list(compiled.values({"counter": it[0], "after": it[1], "last": it[3]})), it] for it in stretches
        ]
        half = -(-len(stretches) // PROCESSES)
        parts = [with_values[place : place + half] for place in range(0, len(stretches), half or 1)]
        key = read_key(path.with_suffix(".key"), create=False).hex()
        asked = {"database": str(path), "key": key, "select": compiled.text}
        walkers = [Child({**asked, "stretches": part}, "desktop.services.trail_walk") for part in parts]
        try:
            yield from _heard(walkers)
        finally:
            for walker in walkers:
                walker.end()

    def _write(self, actor: Actor, state: TrailState) -> None:
        detail = _SUMMARY.fill(
            entries=state.entries, heads=state.heads, days=state.days, faults=state.fault_count
        )
        with self._office.database.write() as link:
            at = self._office.clock.now()
            self._journal.write(link, Happening(actor, "check_trail", at, detail=str(detail)))


class _Signed:
    """Every signed head: is the signature good, and is what it stands for still there."""

    def __init__(self, link: Link) -> None:
        from desktop.journal import verifier

        self._link, self._verify = link, verifier(seal_keys.known(link))
        self.faults: list[Fault] = []
        self._doubts: dict[str, Sentence] = {}
        heads, days = link.all(_HEADS), link.all(_DAYS)
        self.heads, self.days = len(heads), len(days)
        for row in heads:
            self._see(trail_heads.head_of(row), [Head(row.counter_number, row.sequence, row.hash)])
        for row in days:
            day = trail_heads.day_of(row)
            self._see(day, list(day.heads))
            if root_of(day.heads) != day.root:
                self.faults.append(Fault(WORDS["root"]))

    @property
    def doubts(self) -> list[Sentence]:
        """Why signatures do not count."""
        return list(self._doubts.values())

    def _see(self, record: Signed, heads: list[Head]) -> None:
        found = self._verify(record)
        if found in (Signature.WRONG, Signature.OTHER_STATION):
            self.faults.append(Fault(WORDS["forged"], heads[0].counter_number, heads[0].sequence))
            return
        if found is not Signature.GOOD:
            self._doubts[f"{found}{record.key_id}"] = DOUBTS[found].fill(key=record.key_id)
        for head in heads:
            stored = self._link.one(_HASH, counter=head.counter_number, sequence=head.sequence)
            if stored is None:
                self.faults.append(Fault(told("missing"), head.counter_number, head.sequence))
            elif stored.hash != head.hash:
                self.faults.append(Fault(WORDS["before"], head.counter_number, head.sequence))


def _stretches(link: Link, head: Head) -> Iterator[tuple[int, Stretch]]:
    """Give a chain's stretches, each with the key of the entry before it, which grows with time."""
    key, before = 0, FIRST_HASH
    for after in range(0, head.sequence, STRETCH):
        last = min(after + STRETCH, head.sequence)
        yield key, (head.counter_number, after, before, last)
        row = link.one(_HASH, counter=head.counter_number, sequence=last)
        key, before = (row.id, row.hash) if row is not None else (key, "")


def _heard(walkers: list[Child]) -> Iterator[tuple[int, list[Any]]]:
    """Give what the processes say, whichever speaks."""
    left = list(walkers)
    while left:
        for walker in list(left):
            said = walker.next(0.05)
            if said is None:
                yield 0, []
            elif "over" in said:
                left.remove(walker)
            elif "done" in said:
                yield said["done"], said["faults"]
            else:
                _log.error("a process of the trail's check failed: %s", said.get("trouble", "gone"))
                raise EnvironmentTrouble(_BROKEN_OFF)


def _row(row: Any) -> Row:
    here = row.at.astimezone(CHINA)
    fits = here.date() == row.on_date and here.strftime("%Y-%m-%d %H:%M:%S") == row.local_time
    return (*row[:2], moment(row.at), *row[3:12]), row.previous_hash, row.hash, fits
