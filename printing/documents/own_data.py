"""What the paper says on which a resident reads everything that is stored of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from printing.documents.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class DataLine:
    """One thing that is stored: what it is, what it says, since when and where from."""

    what: str
    says: str
    since: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataGroup:
    """One kind of data: its title, how long it is kept and why, and its lines; none where nothing is stored."""

    title: str
    kept: str
    lines: tuple[DataLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDataSheet(Document):
    """本人信息查阅单: every kind of data stored of a person, and who looked at it when.

    `deletion` says whether it may be deleted now; `obstacles` with their articles, where it may not.
    """

    KIND: ClassVar[str] = "own_data_sheet"
    CODE: ClassVar[str] = "27"
    TITLE: ClassVar[str] = "本人信息查阅单"

    day: date
    name: str
    id_kind: str
    id_number: str
    groups: tuple[DataGroup, ...]
    deletion: str
    obstacles: tuple[str, ...] = ()
