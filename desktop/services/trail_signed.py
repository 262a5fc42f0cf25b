"""What is signed of the stored trail held against it: every head, day, stretch and cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from desktop.domain.trail import Head, root_of
from desktop.domain.trail_chain import Fault, told
from desktop.domain.trail_report import DOUBTS, WORDS, Signature
from desktop.journal import verifier
from desktop.models.prepared import Prepared
from desktop.models.tables import JournalEntry, TrailDay, TrailHead
from desktop.services import seal_keys, trail_archives, trail_heads, trail_slices, trail_stretches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.errors import Sentence
    from desktop.domain.trail_file import Signed, Slice, Span, Stretch
    from desktop.models.database import Link

HASH = Prepared(
    select(JournalEntry.id, JournalEntry.hash).where(
        JournalEntry.counter_number == bindparam("counter"), JournalEntry.sequence == bindparam("sequence")
    )
)
_HEADS = Prepared(select(*TrailHead.__table__.columns).order_by(TrailHead.id))
_DAYS = Prepared(select(*TrailDay.__table__.columns).order_by(TrailDay.id))


class SignedRecords:
    """Every signed record: is the signature good, and is what it stands for still there.

    `good` has the stretches whose signatures count, by counter and the entry before them, `slices` the slices; `cuts`
    where the chains begin that were archived.
    """

    def __init__(self, link: Link) -> None:
        self._link, self._verify = link, verifier(seal_keys.known(link))
        self.faults: list[Fault] = []
        self._doubts: dict[str, Sentence] = {}
        self.good: dict[tuple[int, int], Stretch] = {}
        self.ends: set[tuple[int, int]] = set()
        self.cuts = trail_archives.cuts(link)
        heads, days = link.all(_HEADS), link.all(_DAYS)
        self.heads, self.days = len(heads), len(days)
        for row in trail_archives.every(link):
            cut = trail_archives.head_of(row)
            if self._verify(cut) in trail_archives.NO_CUT:
                self.faults.append(Fault(WORDS["forged"], cut.counter_number, cut.sequence))
            else:
                self._see(cut, [])
        for row in heads:
            record = trail_heads.head_of(row)
            if self._see(record, [Head(row.counter_number, row.sequence, row.hash)]):
                self.ends.add((row.counter_number, row.sequence))
        for row in days:
            day = trail_heads.day_of(row)
            self._see(day, list(day.heads))
            if root_of(day.heads) != day.root:
                self.faults.append(Fault(WORDS["root"]))
        for stretch in trail_stretches.every(link):
            head = Head(stretch.counter_number, stretch.last, stretch.last_hash)
            if self._see(stretch, [head]):
                self.good[stretch.counter_number, stretch.after] = stretch
        # what a slice stands for is held against it by its digest
        self.slices: list[Slice] = [it for it in trail_slices.every(link) if self._counts(it, it.chains[:1])]

    @property
    def doubts(self) -> list[Sentence]:
        """Why signatures do not count."""
        return list(self._doubts.values())

    def _see(self, record: Signed, heads: list[Head]) -> bool:
        """Hold a record against the trail; tell whether its signature counts."""
        told_of = len(self.faults)
        good = self._counts(record, heads[:1])
        if len(self.faults) > told_of:
            return False
        for head in heads:
            stored = self._hash(head)
            if stored is None:
                self.faults.append(Fault(told("missing"), head.counter_number, head.sequence))
            elif stored != head.hash:
                self.faults.append(Fault(WORDS["before"], head.counter_number, head.sequence))
        return good

    def _counts(self, record: Signed, place: Sequence[Head | Span]) -> bool:
        """Tell whether a record's signature counts; one that is wrong is a fault at a place."""
        found = self._verify(record)
        if found in (Signature.WRONG, Signature.OTHER_STATION):
            where = [(it.counter_number, it.sequence if isinstance(it, Head) else it.last) for it in place]
            self.faults.append(Fault(WORDS["forged"], *where[0]) if where else Fault(WORDS["forged"]))
        elif found is not Signature.GOOD:
            self._doubts[f"{found}{record.key_id}"] = DOUBTS[found].fill(key=record.key_id)
        return found is Signature.GOOD

    def _hash(self, head: Head) -> str | None:
        cut = self.cuts.get(head.counter_number)
        if cut is not None and head.sequence < cut.sequence:
            return head.hash  # it is in an archive's file, which is checked by itself
        if cut is not None and head.sequence == cut.sequence:
            return cut.hash
        row = self._link.one(HASH, counter=head.counter_number, sequence=head.sequence)
        return None if row is None else str(row.hash)
