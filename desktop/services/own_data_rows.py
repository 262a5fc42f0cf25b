"""What a resident is told of: the kinds of data, each with its lines, and whether they may go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.errors import Sentence, sentence

if TYPE_CHECKING:
    from desktop.services.retention_rows import DeletionStanding
    from desktop.services.rows import PersonRow


class OwnDataGroup(StrEnum):
    """A kind of data as a resident reads it."""

    IDENTITY = "identity"
    RESIDENCE = "residence"
    MINORS = "minors"
    CASES = "cases"
    PERMITS = "permits"
    FILES = "files"
    DRAFTS = "drafts"
    PAPERS = "papers"
    LOOKS = "looks"


GROUP_WORDS: Mapping[OwnDataGroup, Sentence] = {
    OwnDataGroup.IDENTITY: sentence("own_data", "身份信息"),
    OwnDataGroup.RESIDENCE: sentence("own_data", "居住登记"),
    OwnDataGroup.MINORS: sentence("own_data", "随同居住的未成年人"),
    OwnDataGroup.CASES: sentence("own_data", "办件"),
    OwnDataGroup.PERMITS: sentence("own_data", "居住证"),
    OwnDataGroup.FILES: sentence("own_data", "相片和签名"),
    OwnDataGroup.DRAFTS: sentence("own_data", "没有办完的表单"),
    OwnDataGroup.PAPERS: sentence("own_data", "单据和打印件"),
    OwnDataGroup.LOOKS: sentence("own_data", "查看和使用记录"),
}


@dataclass(frozen=True, slots=True)
class DataLineRow:
    """One thing that is stored: what it is, what it says, since when and where from; Chinese, as on the paper."""

    what: str
    says: str
    since: str


@dataclass(frozen=True, slots=True)
class DataGroupRow:
    """One kind of data, how long it is kept, and its lines."""

    group: OwnDataGroup
    title: str
    kept: str
    lines: tuple[DataLineRow, ...]


@dataclass(frozen=True, slots=True)
class OwnDataPage:
    """Everything that is stored of a person on a day, and whether it may be deleted."""

    person: PersonRow
    on: date
    groups: tuple[DataGroupRow, ...]
    deletion: DeletionStanding
