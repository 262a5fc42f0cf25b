"""What every paper carries, whoever it is for, and which print of it this is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import ClassVar

from printing.errors import BadDocument
from printing.seal.mark import Seal

LAYOUT = 1
"""The newest layout. A document keeps the layout it was frozen with."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Which print of a document this is: 0 the original, 1 and up a reprint (补打) with its reason."""

    number: int = 0
    reason: str = ""
    printed_on: date | None = None


ORIGINAL = Copy()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What every paper carries, whoever it is for.

    `number` is the paper number, 24 digits, and is what the barcode says; its first two digits are the
    kind's `CODE`. `case_number` is 22 digits. `practice` marks a paper of the practice station (演练).
    `KEPT` names the fields that are stored with the document and not printed on it. `seal` is the signed
    code of a sealed paper; one frozen before there were such codes has none.
    """

    KIND: ClassVar[str] = ""
    CODE: ClassVar[str] = ""
    TITLE: ClassVar[str] = ""
    KEPT: ClassVar[frozenset[str]] = frozenset()

    number: str
    case_number: str
    station_name: str
    station_phone: str
    station_address: str
    clerk: str
    counter_number: int
    issued_on: date
    practice: bool
    layout: int = LAYOUT
    seal: Seal | None = None

    def __post_init__(self) -> None:
        """Refuse a number that is not the form's own, or a layout that this program does not know."""
        if not (self.number.isascii() and self.number.isdecimal() and len(self.number) == 24):
            raise BadDocument("单据编号“{number}”不是24位数字，不能出具。", number=self.number)
        if self.CODE and not self.number.startswith(self.CODE):
            raise BadDocument(
                "单据编号“{number}”的类别不是{title}（应以{code}开头），不能出具。",
                number=self.number,
                title=self.TITLE,
                code=self.CODE,
            )
        if self.layout != LAYOUT:
            raise BadDocument("不认识的版式号{layout}，请升级程序后再打印。", layout=str(self.layout))

    @property
    def heading(self) -> str:
        """The title printed on the paper."""
        return self.TITLE


def texts(value: object) -> Iterator[str]:
    """Yield every text a document would put on paper, to be checked for glyphs before it is stored."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif is_dataclass(value):
        kept = value.KEPT if isinstance(value, Document) else ()
        for one in fields(value):
            if one.name not in kept and one.name != "seal":
                yield from texts(getattr(value, one.name))
