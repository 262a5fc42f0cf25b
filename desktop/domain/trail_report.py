"""What a check of a trail's file comes to: the words, the worth of signatures, the report, how files join."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.errors import Sentence, sentence
from desktop.domain.trail import FIRST_HASH
from desktop.domain.trail_chain import Fault, told
from desktop.domain.trail_file import DayHead, Opening, Signed, Span

KEPT = 100
"""Faults told one by one; the others are counted."""


class Signature(StrEnum):
    """What a signature comes to: with which key it was made is known, or why it does not count."""

    GOOD = "good"
    WRONG = "wrong"
    OTHER_STATION = "other_station"
    UNKNOWN_KEY = "unknown_key"
    REVOKED_KEY = "revoked_key"
    LATE = "late"


Verify = Callable[[Signed], Signature]
"""Tells what the signature of a record comes to."""

DOUBTS = {
    Signature.UNKNOWN_KEY: sentence(
        "trail", "没有编号为{key}的公钥，签名没有核验。请用--keys给出本所的公钥文件。"
    ),
    Signature.REVOKED_KEY: sentence("trail", "密钥{key}已经吊销，它的签名不作数。"),
    Signature.LATE: sentence("trail", "密钥{key}在签名之前已经停用，它的签名不作数。"),
}
NO_TRAIL = sentence("trail", "不是留痕文件，或由更新版本的程序导出。")
UNREADABLE = sentence("trail", "内容被改动，读不出来")
TOO_MANY = sentence("trail", "读不出来的行太多，后面的没有检查")
OUT_OF_PLACE = sentence("trail", "行的位置被调换")
AFTER_END = sentence("trail", "文件结尾之后还有内容")
CUT_OFF = sentence("trail", "文件被截断，没有结尾")
FORGED = sentence("trail", "签名不对，内容被改动")
OTHER_STATION = sentence("trail", "不是本所的：签名的密钥属于别的派出所，或者站号不同")
WRONG_ROOT = sentence("trail", "日链首的根与各窗口不符")
WRONG_END = sentence("trail", "文件结尾与内容不符")
CHANGED = sentence("trail", "文件内容被改动")
NO_COUNTER = sentence("trail", "缺少整个窗口的留痕")
OTHER_DAY = sentence("trail", "日期是{day}，不在文件所写的日期之内，可能换了一天")
BEFORE_HEAD = sentence("trail", "与签名的链首不符，这一条或它之前的被改动")


WORDS = {"before": BEFORE_HEAD, "forged": FORGED, "root": WRONG_ROOT}
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


def joins(before: TrailReport, after: TrailReport) -> tuple[Fault, ...]:
    """Tell where the chains of one file do not go on in the next: entries, or a whole file, between them."""
    assert before.opening is not None
    assert after.opening is not None
    if before.opening.station != after.opening.station:
        return (Fault(OTHER_STATION),)
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
    return () if digest == span.after_hash else (Fault(BEFORE_HEAD, span.counter_number, last),)
