"""Checking an exported trail line by line: what was changed, to the entry, with nothing but the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import datetime

from desktop.domain import trail_report as words
from desktop.domain.errors import Sentence
from desktop.domain.times import local_date
from desktop.domain.trail import FIRST_HASH, Head, root_of
from desktop.domain.trail_chain import Chain, Fault, told
from desktop.domain.trail_digests import Digests
from desktop.domain.trail_entries import is_first_form, is_one
from desktop.domain.trail_file import (
    FIRST_FORM,
    BadLine,
    DayHead,
    Ending,
    Opening,
    Record,
    Signed,
    SignedHead,
    Stored,
    Stretch,
    record_of,
)
from desktop.domain.trail_report import DOUBTS, KEPT, Signature, TrailReport, Verify

MOST_UNREADABLE = 1_000
"""Unreadable lines after which the rest is not looked at."""


class TrailCheck:
    """Takes the lines of one file in their order, each with its line end, and gives the report."""

    def __init__(self, verify: Verify) -> None:
        self._verify = verify
        self._digests = Digests()
        self._line = self._entries = self._heads = self._count = self._unreadable = 0
        self._opening: Opening | None = None
        self._ending: Ending | None = None
        self._chains: dict[int, Chain] = {}
        self._current: Chain | None = None
        self._watched: dict[tuple[int, int], list[str]] = {}
        self._altered: set[int | None] = set()
        self._days: list[DayHead] = []
        self._faults: list[Fault] = []
        self._doubts: dict[Sentence | str, Sentence] = {}
        self._key_ids: dict[str, None] = {}

    @property
    def over(self) -> bool:
        """Whether looking further is of no use."""
        return self._unreadable > MOST_UNREADABLE or (self._line > 0 and self._opening is None)

    def stretches(self) -> Iterator[tuple[Stretch, bool, list[int]]]:
        """Give the stretches in their order: may each be passed over, the hashes of which entries matter."""
        places: dict[int, list[int]] = {}
        for counter, sequence in self._watched:
            places.setdefault(counter, []).append(sequence)
        for found in places.values():
            found.sort()
        for stretch, good in self._digests.stretches.values():
            wanted = places.get(stretch.counter_number, [])
            yield (
                stretch,
                good,
                wanted[bisect_right(wanted, stretch.after) : bisect_right(wanted, stretch.last)],
            )

    def take(self, line: bytes) -> None:
        """Take the next line."""
        if self.over:
            return
        self._line += 1
        try:
            record = record_of(line)
            first_form = self._opening is not None and self._opening.format == FIRST_FORM
            if isinstance(record, Stored) and is_first_form(line) is not first_form:
                raise BadLine("an entry of another form")
        except BadLine:
            self._take_unreadable(line)
            self._digests.add(line)
            return
        if self._ending is not None:
            self._fault(words.AFTER_END)
            return
        if isinstance(record, Stored) and self._opening is not None:
            self._take_entry(record, line)
            return
        if not isinstance(record, Ending):
            self._digests.add(line)
        self._take(record)

    def pass_over(self, stretch: Stretch, first: bytes, hashes: Mapping[int, str]) -> bool:
        """Take a stretch whose lines have its digest in one step; False where it does not come next.

        `first` is its first line, `hashes` are those of the entries that matter in it.
        """
        chain = self._chains.get(stretch.counter_number)
        if (
            chain is None
            or self._ending is not None
            or not chain.stands_at(stretch.after, stretch.after_hash)
        ):
            return False
        if not self._come_to(chain, stretch.counter_number):
            return False
        stored = record_of(first)
        assert isinstance(stored, Stored)
        self._see_day(chain, stored)
        chain.pass_over(stretch.last, stretch.last_hash)
        self._entries += stretch.last - stretch.after
        self._line += stretch.last - stretch.after
        for sequence, digest in hashes.items():
            self._see_watched(chain, sequence, digest)
        return True

    def done(self) -> TrailReport:
        """Return what the file came to, once every line was taken."""
        if self._opening is not None:
            for chain in self._chains.values():
                for fault in chain.end():
                    self._fault(fault.what, fault.counter_number, fault.sequence, fault.last, line=0)
            for it in self._digests.unlike:
                if it.counter_number not in self._altered:  # nothing in it was named
                    self._fault(words.BEFORE_HEAD, it.counter_number, it.after + 1, it.last, line=0)
            self._end()
        elif not self._faults:
            self._fault(words.NO_TRAIL)
        return TrailReport(
            self._opening,
            self._entries,
            self._heads,
            tuple(self._days),
            tuple(self._faults),
            self._count,
            tuple(self._doubts.values()),
            tuple(self._key_ids),
        )

    def _take(self, record: Record) -> None:
        if self._opening is None:
            if isinstance(record, Opening):
                self._open(record)
            else:
                self._fault(words.NO_TRAIL)
        elif isinstance(record, Opening):
            self._fault(words.OUT_OF_PLACE)
        elif isinstance(record, Ending):
            self._ending = record
            self._see_signature(record)
        elif isinstance(record, SignedHead | Stretch | DayHead):
            if self._entries:
                self._fault(words.OUT_OF_PLACE)
            self._take_head(record)

    def _open(self, opening: Opening) -> None:
        self._opening = opening
        for span in opening.counters:
            chain = self._chains[span.counter_number] = Chain(span)
            if span.after == 0 and span.after_hash != FIRST_HASH:
                self._fault(words.BEFORE_HEAD, span.counter_number, 1)
            self._current = self._current or chain

    def _take_head(self, record: SignedHead | Stretch | DayHead) -> None:
        good = self._see_signature(record)
        if isinstance(record, SignedHead):
            self._heads += 1
            self._watch(Head(record.counter_number, record.sequence, record.hash))
            return
        if isinstance(record, Stretch):
            if not self._digests.expect(record, good=good):
                self._fault(words.OUT_OF_PLACE)
            self._watch(Head(record.counter_number, record.last, record.last_hash))
            return
        self._days.append(record)
        assert self._opening is not None
        if root_of(record.heads) != record.root:
            self._fault(words.WRONG_ROOT)
        day = local_date(datetime.fromisoformat(record.at)).isoformat()
        if not self._opening.first <= day <= self._opening.last:
            self._fault(words.OTHER_DAY.fill(day=day))
        for head in record.heads:
            self._watch(head)

    def _watch(self, head: Head) -> None:
        chain = self._chains.get(head.counter_number)
        if chain is None:
            self._fault(words.NO_COUNTER, head.counter_number)
        elif head.sequence == chain.span.after and head.hash != chain.span.after_hash:
            self._fault(words.BEFORE_HEAD, head.counter_number, head.sequence)
        elif head.sequence > chain.span.last:
            self._fault(told("missing"), head.counter_number, chain.span.last + 1, head.sequence)
        else:
            self._watched.setdefault((head.counter_number, head.sequence), []).append(head.hash)

    def _take_entry(self, stored: Stored, line: bytes) -> None:
        self._entries += 1
        entry = stored.entry
        chain = self._chains.get(entry.counter_number)
        if chain is None:
            self._fault(told("inserted"), entry.counter_number, entry.sequence)
            return
        if not self._come_to(chain, entry.counter_number):
            self._fault(told("reordered"), entry.counter_number, entry.sequence)
        for fault in chain.take(stored):
            self._fault(fault.what, fault.counter_number, fault.sequence, fault.last)
        self._see_day(chain, stored)
        self._see_watched(chain, entry.sequence, stored.hash)
        self._digests.add_entry(entry.counter_number, entry.sequence, line)

    def _come_to(self, chain: Chain, counter: int) -> bool:
        if self._current is not chain:
            if self._current is not None and self._current.span.counter_number > counter:
                return False
            self._current = chain
        return True

    def _see_day(self, chain: Chain, stored: Stored) -> None:
        if stored.entry.sequence != chain.span.after + 1:
            return
        assert self._opening is not None
        day = local_date(datetime.fromisoformat(stored.entry.at)).isoformat()
        if not self._opening.first <= day <= self._opening.last:
            self._fault(words.OTHER_DAY.fill(day=day), chain.span.counter_number, stored.entry.sequence)

    def _see_watched(self, chain: Chain, sequence: int, found: str) -> None:
        expected = self._watched.get((chain.span.counter_number, sequence), ())
        if any(digest != found for digest in expected) and not chain.faulty:
            self._fault(words.BEFORE_HEAD, chain.span.counter_number, sequence)

    def _take_unreadable(self, line: bytes) -> None:
        self._unreadable += 1
        if self._opening is None:
            self._fault(words.NO_TRAIL)
        elif self._unreadable > MOST_UNREADABLE:
            self._fault(words.TOO_MANY)
        elif self._ending is not None:
            self._fault(words.AFTER_END)
        else:
            chain = self._next_chain() if self._entries or is_one(line) else None
            if chain is None:
                self._fault(words.UNREADABLE)
            else:
                self._fault(words.UNREADABLE, chain.span.counter_number, chain.skip())

    def _next_chain(self) -> Chain | None:
        """Return the chain whose entry should come next; None after the last."""
        left = [chain for chain in self._chains.values() if chain.next <= chain.span.last]
        if self._current in left:
            return self._current
        return left[0] if left else None

    def _see_signature(self, record: Signed) -> bool:
        """Tell whether a record's signature counts."""
        self._key_ids[record.key_id] = None
        assert self._opening is not None
        if record.station != self._opening.station:
            self._fault(words.OTHER_STATION)
            return False
        found = self._verify(record)
        if found is Signature.WRONG:
            self._fault(words.FORGED)
        elif found is Signature.OTHER_STATION:
            self._fault(words.OTHER_STATION)
        elif found is not Signature.GOOD:
            self._doubts.setdefault(f"{found}{record.key_id}", DOUBTS[found].fill(key=record.key_id))
        return found is Signature.GOOD

    def _end(self) -> None:
        opening, ending = self._opening, self._ending
        assert opening is not None
        if ending is None:
            self._fault(words.CUT_OFF)
            return
        if self._faults:
            return  # what follows from them is not told again
        heads = [Head(span.counter_number, span.last, span.last_hash) for span in opening.counters]
        if root_of(heads) != ending.root or not self._entries == opening.entries == ending.entries:
            self._fault(words.WRONG_END)
        if self._digests.sm3 != ending.sm3:
            self._fault(words.CHANGED)

    def _fault(
        self,
        what: Sentence,
        counter: int | None = None,
        sequence: int | None = None,
        last: int | None = None,
        *,
        line: int | None = None,
    ) -> None:
        self._count += 1
        self._altered.add(counter)
        if len(self._faults) < KEPT:
            self._faults.append(Fault(what, counter, sequence, last, self._line if line is None else line))
