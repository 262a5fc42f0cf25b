"""What the look-up of rules hands to a screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.errors import Sentence
from desktop.domain.rule import Finding
from desktop.domain.rule_words import RuleSection


class PackLevel(StrEnum):
    """Whose rules a pack holds, from the largest to the smallest."""

    NATION = "nation"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"


class Standing(StrEnum):
    """How a rule stands: read in its source or not, the law silent, a statement only, or in force no more."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"
    SILENT = "silent"
    STATEMENT = "statement"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class PackRow:
    """One pack of a place: its title, document and dates; `name` is the place's own name, "" for the nation."""

    place: str
    level: PackLevel
    name: str
    title: str
    document: str
    effective_from: date
    effective_to: date | None


@dataclass(frozen=True, slots=True)
class LapsedPack:
    """A pack whose time was over, and the one above it that stands in."""

    pack: PackRow
    instead: PackRow


@dataclass(frozen=True, slots=True)
class HukouPack:
    """A notice on hukou transfer at the place, which is no layer of these rules, and whether it applies."""

    pack: PackRow
    in_force: bool


@dataclass(frozen=True, slots=True)
class RefusedPack:
    """One of the station's own packs that breaks the form: file, line where it can be told, key, reason."""

    file: str
    line: int | None
    key: str
    reason: Sentence


@dataclass(frozen=True, slots=True)
class EarlierRule:
    """What stood for a key from one day to another; `pack` None and `differs` where nothing did.

    `differs` tells a value other than the one in force from the same value under another article.
    """

    words: Sentence
    basis: str
    since: date
    until: date
    pack: PackRow | None
    differs: bool


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule in words, with its article, its pack, and what stood before, newest first.

    `since` is the first day from which this value stands without a break. `standing` says why a value is
    doubtful or absent, `note` the reason. A rule that is GONE has no article and no pack.
    """

    key: str
    section: RuleSection
    label: Sentence
    value: Sentence
    basis: str
    note: str
    standing: Standing
    pack: PackRow | None
    since: date
    earlier: tuple[EarlierRule, ...]

    @property
    def before(self) -> EarlierRule | None:
        """The value that stood before this one began to apply, if it was another one."""
        return next((each for each in self.earlier if each.differs), None)


@dataclass(frozen=True, slots=True)
class RulesInForce:
    """Every rule of a division on a day, and the packs it was put together from.

    `begins` and `ends` bound the days on which exactly these packs stand. `changes` are all days on which
    the packs of the division change. Where no rules are known on the day, `obstacle` says so.
    """

    division: str
    division_name: str
    on: date
    begins: date | None
    ends: date | None
    rows: tuple[RuleRow, ...]
    packs: tuple[PackRow, ...]
    lapsed: tuple[LapsedPack, ...]
    hukou: tuple[HukouPack, ...]
    refused: tuple[RefusedPack, ...]
    changes: tuple[date, ...]
    obstacle: Sentence | None = None

    @property
    def names_staff(self) -> bool:
        """Whether these rules say how many people look after so many newcomers."""
        return any(
            row.section is RuleSection.STAFFING and row.standing is not Standing.GONE for row in self.rows
        )

    @property
    def previous(self) -> date | None:
        """The day on which the rules before these began."""
        earlier = [day for day in self.changes if day < (self.begins or self.on)]
        return earlier[-1] if earlier else None

    @property
    def following(self) -> date | None:
        """The day on which the rules after these begin."""
        return next((day for day in self.changes if day > self.on), None)


@dataclass(frozen=True, slots=True)
class StaffingRow:
    """How many people look after so many newcomers of one community or employer, and by which articles."""

    residents: int
    words: Sentence
    findings: tuple[Finding, ...]
