"""What the screens see of a move to the station's server: what was found, what is to be decided, what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.errors import Sentence

if TYPE_CHECKING:
    from desktop.services.connections import ConnectionForm


class Side(StrEnum):
    """Whose facts hold from now on: the station's, as they are on the server, or this window's."""

    STATION = "station"
    HERE = "here"


@dataclass(frozen=True, slots=True)
class StationKey:
    """With what somebody signs in at the station: its sign-in name and password there, a telephone's code.

    `again` is the password once more, where the server has no station yet and one is set up with it.
    """

    form: ConnectionForm
    sign_in_name: str
    password: str = field(repr=False)
    code: str = field(default="", repr=False)
    again: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class MoveCount:
    """Rows of one kind: how many there are here, and how many the server has before them."""

    table: str
    words: Sentence
    here: int
    there: int


@dataclass(frozen=True, slots=True)
class MoveDifference:
    """A fact on which the two databases do not agree, each as it is read out."""

    field: str
    heading: Sentence
    station: Sentence | str
    here: Sentence | str


@dataclass(frozen=True, slots=True)
class LivePair:
    """Something of which a person has one at most, and has one on each side: each in words."""

    station: Sentence
    here: Sentence

    @property
    def alike(self) -> bool:
        """Whether it is the same on both sides, so that either may stay."""
        return self.station == self.here


@dataclass(frozen=True, slots=True)
class SamePerson:
    """Somebody whom both databases know.

    `person_id` is the key here and `station_id` on the server; `seen` is the server's row that was looked at.
    `residence` and `permit` are there where both sides have one that lasts. `harmless` where nothing is to be
    decided.
    """

    person_id: int
    station_id: int
    seen: int
    name: str
    id_kind: str
    masked_id_number: str
    differences: tuple[MoveDifference, ...]
    residence: LivePair | None
    permit: LivePair | None

    @property
    def harmless(self) -> bool:
        """Whether both know the same, and nothing ends that the other side does not have just so."""
        lives_alike = self.residence is None or self.residence.alike
        return not self.differences and lives_alike and self.permit is None


@dataclass(frozen=True, slots=True)
class MoveChoice:
    """What was decided of somebody whom both know; what is not asked for them counts for nothing."""

    facts: Side = Side.STATION
    residence: Side = Side.STATION
    permit: Side = Side.STATION


@dataclass(frozen=True, slots=True)
class StaffMove:
    """An account here, and what becomes of it: known at the station by its name, or made there without a password."""

    staff_id: int
    sign_in_name: str
    name: str
    station_name: str
    """Under which sign-in name it is at the station."""
    known: bool


@dataclass(frozen=True, slots=True)
class MoveLook:
    """What was found on both sides before anything is written.

    `hindrances` say why nothing can be moved, each with what to do; `notes` what stays behind.
    """

    station: str
    host: str
    looked_at: datetime
    counts: tuple[MoveCount, ...]
    staff: tuple[StaffMove, ...]
    same: tuple[SamePerson, ...]
    hindrances: tuple[Sentence, ...]
    notes: tuple[Sentence, ...]
    entries: int

    @property
    def rows(self) -> int:
        """How many rows are to be moved."""
        return sum(one.here for one in self.counts)


@dataclass(frozen=True, slots=True)
class MoveDone:
    """What a move came to; the counts are of the server before, moved, and after.

    `archive` is the database's file from the next start on, `trail_file` its trail, which anybody can check with
    `keys_file`. `entries` and `root` are the trail's that stays there, `station_entries` those of this window at
    the station that were checked after it.
    """

    move_id: str
    at: datetime
    station: str
    counter_number: int
    counts: tuple[tuple[Sentence, int, int, int], ...]
    papers: int
    files: int
    same: int
    new_accounts: tuple[str, ...]
    entries: int
    root: str
    station_entries: int
    archive: Path
    trail_file: Path
    keys_file: Path
    ended: tuple[str, ...] = ()
