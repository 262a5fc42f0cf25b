"""The stored trail checked: every chain walked by two processes, every signed head held against it."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.domain.errors import CounterError, EnvironmentTrouble, Sentence, sentence
from desktop.domain.rights import Right
from desktop.domain.trail import FIRST_HASH, Head
from desktop.domain.trail_chain import Fault, told
from desktop.domain.trail_report import KEPT, WORDS
from desktop.models.file_database import FileDatabase
from desktop.services import trail_heads, trail_stretches
from desktop.services.export_child import Child
from desktop.services.journal import Happening
from desktop.services.rights import needs
from desktop.services.trail_rows import AT_ONCE, ENTRIES, row_of
from desktop.services.trail_signed import HASH, SignedRecords
from desktop.services.trail_walk import digest_of, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

_log = logging.getLogger(__name__)
STRETCH = 10_000
"""Entries of a part, between two words about the progress."""
PROCESSES = 2

_STOPPED = sentence("errors", "已停止核验。")
_BROKEN_OFF = sentence("errors", "留痕核验中断，请再核验一次；仍不成功请联系管理员。")
_SUMMARY = sentence("log", "{entries}条，签名链首{heads}个，日链首{days}个，{faults}处问题")


class Part(NamedTuple):
    """A part of a counter's chain, after an entry of that hash; `digest` where it was signed as a stretch."""

    counter: int
    after: int
    before: str
    last: int
    digest: str

    @property
    def asked(self) -> dict[str, int]:
        """The values of the statements that read it."""
        return {"counter": self.counter, "after": self.after, "last": self.last}


Walked = tuple[Part | None, int, list[Any], str]
"""A part, how many entries it has, its faults as `walk` gives them, the SM3 of its lines; None for nothing new."""


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

    @needs(Right.CHECK_TRAIL)
    def check(
        self, actor: Actor, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> TrailState:
        """Check every entry and every signed head; blocks until done, for the background worker.

        `progress(done, total)` counts entries; CheckStopped once `cancelled()`. The outcome is an entry of the trail.
        """
        self._journal.flush()
        with self._office.database.faults():
            link = self._office.database.link
            signed = SignedRecords(link)
            heads = trail_heads.heads(link)
            # as they were stored, so that a page of the file is decrypted once and not for each counter again
            parts = [part for _, part in sorted(pair for it in heads for pair in _parts(link, it, signed))]
            total = sum(part.last - part.after for part in parts)
            faults, done = list(signed.faults), 0
            for part, walked, found, digest in self._walked(link, parts):
                if cancelled():
                    raise CheckStopped(_STOPPED)
                done += walked
                faults += [Fault(told(what), counter, first, last) for what, counter, first, last in found]
                if part is not None and not found and digest != part.digest:
                    faults += self._other(actor, link, part, digest, signed)
                progress(done, total)
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

    def _other(
        self, actor: Actor, link: Link, part: Part, digest: str, signed: SignedRecords
    ) -> Iterator[Fault]:
        """Tell of a stretch that is whole and not what was signed; sign one that never was."""
        if part.digest:
            yield Fault(WORDS["before"], part.counter, part.after + 1, part.last)
        elif (part.counter, part.last) in signed.ends:
            row = link.one(HASH, counter=part.counter, sequence=part.last)
            head = Head(part.counter, part.last, str(row.hash) if row is not None else "")
            trail_stretches.add(self._office, actor, head, part.after, part.before, digest)

    def _walked(self, link: Link, parts: list[Part]) -> Iterator[Walked]:
        database = self._office.database
        if not isinstance(database, FileDatabase):
            yield from (_walked_here(link, part) for part in parts)
            return
        each, whole = ENTRIES.compiled(link.dialect), AT_ONCE[link.dialect.name].compiled(link.dialect)
        asked = {
            "database": str(database.path),
            "key": database.ring.current_key().hex(),
            "select": each.text,
            "at_once": whole.text,
        }
        half = -(-len(parts) // PROCESSES)
        shares = [parts[place : place + half] for place in range(0, len(parts), half or 1)]
        requests = [
            [[list(each.values(it.asked)), list(whole.values(it.asked)), it[:4], it.digest] for it in share]
            for share in shares
        ]
        walkers = [Child({**asked, "stretches": it}, "desktop.services.trail_walk") for it in requests]
        try:
            yield from _heard(walkers, shares)
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


def _parts(link: Link, head: Head, signed: SignedRecords) -> Iterator[tuple[int, Part]]:
    """Give a chain's parts, each with the key of the entry before it, which grows with time."""
    counter, cut = head.counter_number, signed.cuts.get(head.counter_number)
    after, before = (cut.sequence, cut.hash) if cut is not None else (0, FIRST_HASH)
    key = 0
    while after < head.sequence:
        last = min(after - after % STRETCH + STRETCH, head.sequence)
        stretch = signed.good.get((counter, after))
        fits = stretch is not None and (stretch.last, stretch.after_hash) == (last, before)
        yield key, Part(counter, after, before, last, stretch.digest if fits and stretch else "")
        row = link.one(HASH, counter=counter, sequence=last)
        key, before = (row.id, row.hash) if row is not None else (key, "")
        after = last


def _walked_here(link: Link, part: Part) -> Walked:
    whole = AT_ONCE.get(link.dialect.name)
    if part.digest and whole is not None:
        digest = digest_of(link.one(whole, **part.asked), part.last - part.after)
        if digest == part.digest:
            return part, part.last - part.after, [], digest
    over = hashlib.new("sm3")
    rows = map(row_of, link.all(ENTRIES, **part.asked))
    faults = list(walk(rows, part.counter, part.after, part.before, part.last, over.update))
    return part, part.last - part.after, faults, over.hexdigest()


def _heard(walkers: list[Child], shares: list[list[Part]]) -> Iterator[Walked]:
    """Give what the processes say, whichever speaks."""
    left = list(zip(walkers, map(iter, shares), strict=True))
    while left:
        for pair in list(left):
            walker, parts = pair
            said = walker.next(0.05)
            if said is None:
                yield None, 0, [], ""
            elif "over" in said:
                left.remove(pair)
            elif "done" in said:
                yield next(parts), said["done"], said["faults"], said["digest"]
            else:
                _log.error("a process of the trail's check failed: %s", said.get("trouble", "gone"))
                raise EnvironmentTrouble(_BROKEN_OFF)
