"""Checking an exported trail line by line: what was changed, to the entry, with nothing but the file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.errors import Sentence, sentence
from desktop.domain.times import local_date
from desktop.domain.trail import FIRST_HASH, Head, root_of
from desktop.domain.trail_chain import Chain, Fault, told
from desktop.domain.trail_file import (
    BadLine,
    DayHead,
    Ending,
    Opening,
    Record,
    Signed,
    SignedHead,
    Span,
    Stored,
    record_of,
)

KEPT = 100
"""Faults told one by one; the others are counted."""
MOST_UNREADABLE = 1_000
"""Unreadable lines after which the rest is not looked at."""


class Signature(StrEnum):
    """What a signature comes to: with which key it was made is known, or why it does not count."""

    GOOD = "good"
    WRONG = "wrong"
    OTHER_STATION = "other_station"
    UNKNOWN_KEY = "unknown_key"
    REVOKED_KEY = "revoked_key"
    LATE = "late"


_ENTRY = b'{"is":"entry",'
Verify = Callable[[Signed], Signature]
"""Tells what the signature of a record comes to."""

DOUBTS = {
    Signature.UNKNOWN_KEY: sentence(
        "trail", "没有编号为{key}的公钥，签名没有核验。请用--keys给出本站的公钥文件。"
    ),
    Signature.REVOKED_KEY: sentence("trail", "密钥{key}已经吊销，它的签名不作数。"),
    Signature.LATE: sentence("trail", "密钥{key}在签名之前已经停用，它的签名不作数。"),
}
_NO_TRAIL = sentence("trail", "不是留痕文件，或由更新版本的程序导出。")
_UNREADABLE = sentence("trail", "内容被改动，读不出来")
_TOO_MANY = sentence("trail", "读不出来的行太多，后面的没有检查")
_OUT_OF_PLACE = sentence("trail", "行的位置被调换")
_AFTER_END = sentence("trail", "文件结尾之后还有内容")
_CUT_OFF = sentence("trail", "文件被截断，没有结尾")
_FORGED = sentence("trail", "签名不对，内容被改动")
_OTHER_STATION = sentence("trail", "不是本站的：签名的密钥属于别的派出所，或者站号不同")
_WRONG_ROOT = sentence("trail", "日链首的根与各窗口不符")
_WRONG_END = sentence("trail", "文件结尾与内容不符")
_CHANGED = sentence("trail", "文件内容被改动")
_NO_COUNTER = sentence("trail", "缺少整个窗口的留痕")
_OTHER_DAY = sentence("trail", "日期是{day}，不在文件所写的日期之内，可能换了一天")
_BEFORE_HEAD = sentence("trail", "与签名的链首不符，这一条或它之前的被改动")


WORDS = {"before": _BEFORE_HEAD, "forged": _FORGED, "root": _WRONG_ROOT}
"""What a check of the stored trail says of its signed heads."""


@dataclass(frozen=True, slots=True)
class TrailReport:
    """What a file came to: whose it is, what was read, every fault and doubt (the first hundred of each).

    `whole` tells that nothing was altered, `signed` that a known key of the station vouches for it.
    """

    opening: Opening | None
    entries: int
    heads: int
    days: tuple[DayHead, ...]
    faults: tuple[Fault, ...]
    fault_count: int
    doubts: tuple[Sentence, ...]
    key_ids: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing was altered."""
        return self.fault_count == 0

    @property
    def signed(self) -> bool:
        """Whether every signature counts."""
        return not self.doubts


class TrailCheck:
    """Takes the lines of one file in their order, each with its line end, and gives the report."""

    def __init__(self, verify: Verify) -> None:
        self._verify = verify
        self._digest = hashlib.new("sm3")
        self._line = self._entries = self._heads = self._count = self._unreadable = 0
        self._opening: Opening | None = None
        self._ending: Ending | None = None
        self._chains: dict[int, Chain] = {}
        self._current: Chain | None = None
        self._watched: dict[tuple[int, int], list[str]] = {}
        self._days: list[DayHead] = []
        self._faults: list[Fault] = []
        self._doubts: dict[Sentence | str, Sentence] = {}
        self._key_ids: dict[str, None] = {}

    @property
    def over(self) -> bool:
        """Whether looking further is of no use."""
        return self._unreadable > MOST_UNREADABLE or (self._line > 0 and self._opening is None)

    def take(self, line: bytes) -> None:
        """Take the next line."""
        if self.over:
            return
        self._line += 1
        try:
            record = record_of(line)
        except BadLine:
            self._take_unreadable(line)
            self._digest.update(line)
            return
        if self._ending is not None:
            self._fault(_AFTER_END)
            return
        if not isinstance(record, Ending):
            self._digest.update(line)
        self._take(record)

    def done(self) -> TrailReport:
        """Return what the file came to, once every line was taken."""
        if self._opening is not None:
            for chain in self._chains.values():
                for fault in chain.end():
                    self._fault(fault.what, fault.counter_number, fault.sequence, fault.last, line=0)
            self._end()
        elif not self._faults:
            self._fault(_NO_TRAIL)
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
                self._fault(_NO_TRAIL)
        elif isinstance(record, Opening):
            self._fault(_OUT_OF_PLACE)
        elif isinstance(record, Stored):
            self._take_entry(record)
        elif isinstance(record, Ending):
            self._ending = record
            self._see_signature(record)
        else:
            if self._entries:
                self._fault(_OUT_OF_PLACE)
            self._take_head(record)

    def _open(self, opening: Opening) -> None:
        self._opening = opening
        for span in opening.counters:
            chain = self._chains[span.counter_number] = Chain(span)
            if span.after == 0 and span.after_hash != FIRST_HASH:
                self._fault(_BEFORE_HEAD, span.counter_number, 1)
            self._current = self._current or chain

    def _take_head(self, record: SignedHead | DayHead) -> None:
        self._see_signature(record)
        if isinstance(record, SignedHead):
            self._heads += 1
            self._watch(Head(record.counter_number, record.sequence, record.hash))
            return
        self._days.append(record)
        assert self._opening is not None
        if root_of(record.heads) != record.root:
            self._fault(_WRONG_ROOT)
        day = local_date(datetime.fromisoformat(record.at)).isoformat()
        if not self._opening.first <= day <= self._opening.last:
            self._fault(_OTHER_DAY.fill(day=day))
        for head in record.heads:
            self._watch(head)

    def _watch(self, head: Head) -> None:
        chain = self._chains.get(head.counter_number)
        if chain is None:
            self._fault(_NO_COUNTER, head.counter_number)
        elif head.sequence == chain.span.after and head.hash != chain.span.after_hash:
            self._fault(_BEFORE_HEAD, head.counter_number, head.sequence)
        elif head.sequence > chain.span.last:
            self._fault(told("missing"), head.counter_number, chain.span.last + 1, head.sequence)
        else:
            self._watched.setdefault((head.counter_number, head.sequence), []).append(head.hash)

    def _take_entry(self, stored: Stored) -> None:
        self._entries += 1
        entry = stored.entry
        chain = self._chains.get(entry.counter_number)
        if chain is None:
            self._fault(told("inserted"), entry.counter_number, entry.sequence)
            return
        if self._current is not chain:
            if self._current is not None and self._current.span.counter_number > entry.counter_number:
                self._fault(told("reordered"), entry.counter_number, entry.sequence)
            else:
                self._current = chain
        for fault in chain.take(stored):
            self._fault(fault.what, fault.counter_number, fault.sequence, fault.last)
        assert self._opening is not None
        day = local_date(datetime.fromisoformat(entry.at)).isoformat()
        first = entry.sequence == chain.span.after + 1
        if first and not self._opening.first <= day <= self._opening.last:
            self._fault(_OTHER_DAY.fill(day=day), entry.counter_number, entry.sequence)
        expected = self._watched.get((entry.counter_number, entry.sequence), ())
        if any(digest != stored.hash for digest in expected) and not chain.faulty:
            self._fault(_BEFORE_HEAD, entry.counter_number, entry.sequence)

    def _take_unreadable(self, line: bytes) -> None:
        self._unreadable += 1
        if self._opening is None:
            self._fault(_NO_TRAIL)
        elif self._unreadable > MOST_UNREADABLE:
            self._fault(_TOO_MANY)
        elif self._ending is not None:
            self._fault(_AFTER_END)
        else:
            chain = self._next_chain() if self._entries or line.startswith(_ENTRY) else None
            if chain is None:
                self._fault(_UNREADABLE)
            else:
                self._fault(_UNREADABLE, chain.span.counter_number, chain.skip())

    def _next_chain(self) -> Chain | None:
        """Return the chain whose entry should come next; None after the last."""
        left = [chain for chain in self._chains.values() if chain.next <= chain.span.last]
        if self._current in left:
            return self._current
        return left[0] if left else None

    def _see_signature(self, record: Signed) -> None:
        self._key_ids[record.key_id] = None
        assert self._opening is not None
        if record.station != self._opening.station:
            self._fault(_OTHER_STATION)
            return
        found = self._verify(record)
        if found is Signature.WRONG:
            self._fault(_FORGED)
        elif found is Signature.OTHER_STATION:
            self._fault(_OTHER_STATION)
        elif found is not Signature.GOOD:
            self._doubts.setdefault(f"{found}{record.key_id}", DOUBTS[found].fill(key=record.key_id))

    def _end(self) -> None:
        opening, ending = self._opening, self._ending
        assert opening is not None
        if ending is None:
            self._fault(_CUT_OFF)
            return
        if self._faults:
            return  # what follows from them is not told again
        heads = [Head(span.counter_number, span.last, span.last_hash) for span in opening.counters]
        if root_of(heads) != ending.root or not self._entries == opening.entries == ending.entries:
            self._fault(_WRONG_END)
        if self._digest.hexdigest() != ending.sm3:
            self._fault(_CHANGED)

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
        if len(self._faults) < KEPT:
            self._faults.append(Fault(what, counter, sequence, last, self._line if line is None else line))


def joins(before: TrailReport, after: TrailReport) -> tuple[Fault, ...]:
    """Tell where the chains of one file do not go on in the next: entries, or a whole file, between them."""
    assert before.opening is not None
    assert after.opening is not None
    if before.opening.station != after.opening.station:
        return (Fault(_OTHER_STATION),)
    ends = {span.counter_number: span for span in before.opening.counters}
    return tuple(
        fault for span in after.opening.counters for fault in _join(ends.get(span.counter_number), span)
    )


def _join(end: Span | None, span: Span) -> tuple[Fault, ...]:
    last, digest = (end.last, end.last_hash) if end else (0, FIRST_HASH)
    if span.after > last:
        return (Fault(told("missing"), span.counter_number, last + 1, span.after),)
    if span.after < last:
        return (Fault(told("twice"), span.counter_number, span.after + 1, last),)
    return () if digest == span.after_hash else (Fault(_BEFORE_HEAD, span.counter_number, last),)
