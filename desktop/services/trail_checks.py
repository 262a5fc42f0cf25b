"""The stored trail checked: every chain walked by two processes, every signed head held against it.

In a counter's own database what signed slices vouch for is read as they were signed, and nothing else of it is
looked at; where a slice comes to something else, its entries are gone through as everywhere.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.domain.errors import CounterError, Sentence, sentence
from desktop.domain.rights import Right
from desktop.domain.trail import FIRST_HASH, Head
from desktop.domain.trail_chain import Fault, told
from desktop.domain.trail_report import KEPT, WORDS
from desktop.models.file_database import FileDatabase
from desktop.services import trail_heads, trail_slices, trail_stretches
from desktop.services.journal import Happening
from desktop.services.rights import needs
from desktop.services.trail_cover import Part, covered
from desktop.services.trail_crew import Crew
from desktop.services.trail_rows import AT_ONCE, ENTRIES, row_of
from desktop.services.trail_signed import HASH, SignedRecords
from desktop.services.trail_walk import digest_of, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.domain.trail_file import Slice
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

STRETCH = 10_000
"""Entries of a part, between two words about the progress."""

_STOPPED = sentence("errors", "已停止核验。")
_SUMMARY = sentence("log", "{entries}条，签名链首{heads}个，日链首{days}个，{faults}处问题")


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
        database = self._office.database
        with database.faults():
            link = database.link
            signed = SignedRecords(link)
            heads = trail_heads.heads(link)
            # as they were stored, so that a page of the file is decrypted once and not for each counter again
            parts = [part for _, part in sorted(pair for it in heads for pair in parts_of(link, it, signed))]
            total = sum(part.entries for part in parts)
            # what slices can be made of yet, once, where an older program wrote it
            more = trail_slices.due(total - _sliced(signed)) if isinstance(database, FileDatabase) else 0
            faults, done = list(signed.faults), 0
            for part, walked, found, digest in self._walked(link, parts, signed.slices):
                if cancelled():
                    raise CheckStopped(_STOPPED)
                done += walked
                faults += [Fault(told(what), counter, first, last) for what, counter, first, last in found]
                if part is not None and not found and digest != part.digest:
                    faults += self._other(actor, link, part, digest, signed)
                progress(done, total + more)
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
        if more and not faults:
            self._slice(actor, lambda sliced: progress(total + min(sliced, more), total + more), cancelled)
        progress(total + more, total + more)
        return state

    def _slice(self, actor: Actor, progress: Callable[[int], None], cancelled: Callable[[], bool]) -> None:
        """Sign slices of what was found whole; whoever stops that has the check's outcome all the same."""
        sliced = 0

        def tell(entries: int) -> None:
            nonlocal sliced
            sliced += entries
            progress(sliced)

        with self._office.database.faults():
            trail_slices.grow(self._office, actor, tell=tell, stopped=cancelled)

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

    def _walked(self, link: Link, parts: list[Part], slices: list[Slice]) -> Iterator[Walked]:
        database = self._office.database
        if isinstance(database, FileDatabase):
            yield from _read(Crew(database, link.dialect), parts, slices)
        else:
            yield from (_walked_here(link, part) for part in parts)

    def _write(self, actor: Actor, state: TrailState) -> None:
        detail = _SUMMARY.fill(
            entries=state.entries, heads=state.heads, days=state.days, faults=state.fault_count
        )
        with self._office.database.write() as link:
            at = self._office.clock.now()
            self._journal.write(link, Happening(actor, "check_trail", at, detail=str(detail)))


def parts_of(link: Link, head: Head, signed: SignedRecords) -> Iterator[tuple[int, Part]]:
    """Give a chain's parts, each with the key of the entry before it, which grows with time."""
    counter, cut = head.counter_number, signed.cuts.get(head.counter_number)
    after, before = (cut.sequence, cut.hash) if cut is not None else (0, FIRST_HASH)
    key = 0
    while after < head.sequence:
        last = min(after - after % STRETCH + STRETCH, head.sequence)
        stretch = signed.good.get((counter, after))
        fits = stretch is not None and (stretch.last, stretch.after_hash) == (last, before)
        row = link.one(HASH, counter=counter, sequence=last)
        ends = stretch is not None and row is not None and row.hash == stretch.last_hash
        yield key, Part(counter, after, before, last, stretch.digest if fits and stretch else "", ends)
        key, before = (row.id, row.hash) if row is not None else (key, "")
        after = last


def _sliced(signed: SignedRecords) -> int:
    """Tell how many entries are in slices, those of before a cut left out."""
    cuts = {counter: head.sequence for counter, head in signed.cuts.items()}
    return sum(
        max(0, span.last - max(span.after, cuts.get(span.counter_number, 0)))
        for it in signed.slices
        for span in it.chains
    )


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


def _read(crew: Crew, parts: list[Part], slices: list[Slice]) -> Iterator[Walked]:
    """Go through what no slice vouches for: parts that none covers, then those whose slices came to something else.

    That nothing was put in behind the slices' backs, such as an entry a second time under another key, is told by how
    many entries there are; where that is another number, or anything else is wrong, by how many each part has.
    """
    covers = covered(slices, parts)
    needed = sorted({place for cover in covers.values() for place in cover})
    held = {slices[place].last_key: place for place in needed}
    place_of = {part: place for place, part in enumerate(parts)}
    entries = Counter[int]()
    for cover in covers.values():
        entries.update(cover)
    fit, faultless = set[int](), True
    others = [part for place, part in enumerate(parts) if place not in covers]
    whole = sum(part.entries for part in parts) if covers else None
    for job, said in crew.read([slices[place] for place in needed], others, whole):
        if isinstance(job, Part):
            faultless = faultless and not said["faults"]
            yield job, said["done"], said["faults"], said["digest"]
        elif job is not None and said["fits"]:
            fit.add(held[job.last_key])
            yield None, entries[held[job.last_key]], [], ""
        else:
            faultless = faultless and said.get("fits", True)
            yield None, 0, [], ""
    again = {place for place, cover in covers.items() if not cover.keys() <= fit}
    for part, said in crew.count([parts[it] for it in covers if it not in again]) if not faultless else ():
        again |= {place_of[part]} if part is not None and not said["fits"] else set()
        yield None, 0, [], ""
    for job, said in crew.read([], [parts[it] for it in sorted(again)]):
        if isinstance(job, Part):
            told = sum(many for place, many in covers[place_of[job]].items() if place in fit)
            yield job, said["done"] - told, said["faults"], said["digest"]
        else:
            yield None, 0, [], ""
