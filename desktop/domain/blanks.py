"""The serials of numbered blanks: how they are read, what a range of them is, and the states of a blank."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.characters import half_width
from desktop.domain.errors import BadInput, Sentence, sentence

MOST_IN_A_BATCH = 20_000
_FORM = re.compile(r"((?:[A-Z0-9-]*[A-Z-])?)([0-9]{1,12})")
_LONGEST = 24


class BlankState(StrEnum):
    """Where a blank is. What was used, spoiled or returned never comes back to the stock."""

    STOCK = "stock"
    COUNTER = "counter"
    RESERVED = "reserved"
    USED = "used"
    SPOILED = "spoiled"
    RETURNED = "returned"


STATE_WORDS: Mapping[BlankState, Sentence] = {
    BlankState.STOCK: sentence("blanks", "在库"),
    BlankState.COUNTER: sentence("blanks", "在窗口"),
    BlankState.RESERVED: sentence("blanks", "已预留"),
    BlankState.USED: sentence("blanks", "已使用"),
    BlankState.SPOILED: sentence("blanks", "已作废"),
    BlankState.RETURNED: sentence("blanks", "已退回"),
}

NO_COUNTER = frozenset((BlankState.STOCK, BlankState.RETURNED))
"""States that no counter has a part in."""

NOT_A_KEEPER = sentence(
    "blanks", "空白证的入库、发放、收回、退回和作废由民警或系统管理员办理，当前登录的人员只能查看。"
)


@dataclass(frozen=True, slots=True)
class Serial:
    """A serial such as JN00001001: what stands before its last digits, and those digits."""

    prefix: str
    digits: str

    def __str__(self) -> str:
        """The serial as it is printed on the blank."""
        return self.prefix + self.digits

    @property
    def number(self) -> int:
        """What the digits count."""
        return int(self.digits)

    def at(self, number: int) -> Serial:
        """Give the serial of the same form that counts `number`."""
        return Serial(self.prefix, f"{number:0{len(self.digits)}}")

    def is_like(self, other: Serial) -> bool:
        """Tell whether both have one form: the same prefix and as many digits."""
        return (self.prefix, len(self.digits)) == (other.prefix, len(other.digits))


@dataclass(frozen=True, slots=True)
class SerialRange:
    """Serials of one form from `first` to `last`, both within."""

    first: Serial
    last: Serial

    def __len__(self) -> int:
        """How many serials there are."""
        return self.last.number - self.first.number + 1

    def __iter__(self) -> Iterator[str]:
        """Give every serial in order."""
        first = self.first
        width = len(first.digits)
        for number in range(first.number, self.last.number + 1):
            yield f"{first.prefix}{number:0{width}}"

    def __str__(self) -> str:
        """Both ends, or the only serial."""
        return str(self.first) if len(self) == 1 else f"{self.first}—{self.last}"


def read_serial(field: str, text: str) -> Serial:
    """Read a serial as it was typed or scanned; BadInput(field) when it is none."""
    bare = "".join(half_width(text).split()).upper()
    found = _FORM.fullmatch(bare)
    if found is None or len(bare) > _LONGEST:
        raise BadInput(
            field,
            sentence("blanks", "“{text}”不是空白证号码：应为字母或“-”加数字，如 JN00001001。").fill(
                text=text[:_LONGEST]
            ),
        )
    return Serial(found[1], found[2])


def read_range(first: str, last: str, most: int = MOST_IN_A_BATCH) -> SerialRange:
    """Read a range; BadInput("first") or ("last") when the ends do not fit or there are over `most`."""
    one, other = read_serial("first", first), read_serial("last", last)
    if not one.is_like(other):
        problem = sentence("blanks", "起号{first}和止号{last}的样式不同：字母部分和数字位数应当一样。")
        raise BadInput("last", problem.fill(first=one, last=other))
    found = one.number, other.number
    if found[0] > found[1]:
        problem = sentence("blanks", "起号{first}大于止号{last}，是不是填反了？")
        raise BadInput("last", problem.fill(first=one, last=other))
    if (count := found[1] - found[0] + 1) > most:
        problem = sentence("blanks", "{first}—{last}共{count}张，一次最多{most}张，请核对号码或分批办理。")
        raise BadInput("last", problem.fill(first=one, last=other, count=count, most=most))
    return SerialRange(one, other)


def parts(serial: str) -> Serial:
    """Give the parts of a serial that was stored."""
    found = _FORM.fullmatch(serial)
    assert found is not None, serial
    return Serial(found[1], found[2])


def runs(serials: Iterable[str]) -> tuple[SerialRange, ...]:
    """Put serials together to unbroken ranges, in order."""
    found: list[SerialRange] = []
    ordered = sorted(map(parts, serials), key=lambda one: (one.prefix, len(one.digits), one.number))
    for one in ordered:
        if found and found[-1].last.is_like(one) and found[-1].last.number + 1 == one.number:
            found[-1] = SerialRange(found[-1].first, one)
        else:
            found.append(SerialRange(one, one))
    return tuple(found)
