"""What the services say of numbered blanks, frozen: one blank, a batch, the balance of a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from desktop.domain.blanks import BlankState


@dataclass(frozen=True, slots=True)
class SerialRun:
    """Serials without a gap, from `first` to `last`, both within."""

    first: str
    last: str
    count: int


@dataclass(frozen=True, slots=True)
class BlanksMoved:
    """What was done with blanks: how many, in which runs; the same request gives the same."""

    count: int
    runs: tuple[SerialRun, ...]


@dataclass(frozen=True, slots=True)
class BlankPlace:
    """The blanks of a batch that are in one state, and at which counter."""

    state: BlankState
    counter_number: int | None
    count: int
    runs: tuple[SerialRun, ...]


@dataclass(frozen=True, slots=True)
class BlankBatch:
    """One batch on a day: what came in, and where each of its blanks is."""

    batch_id: int
    first: str
    last: str
    received: int
    received_on: date
    received_by: str
    note: str
    places: tuple[BlankPlace, ...]

    def count(self, state: BlankState) -> int:
        """How many of the batch are in a state."""
        return sum(place.count for place in self.places if place.state is state)

    @property
    def balanced(self) -> bool:
        """Whether each blank that came in is in one place."""
        return self.received == sum(place.count for place in self.places)


@dataclass(frozen=True, slots=True)
class BlankBalance:
    """Every batch at the end of a day, oldest first."""

    on: date
    batches: tuple[BlankBatch, ...]

    @property
    def received(self) -> int:
        """How many blanks ever came in."""
        return sum(batch.received for batch in self.batches)

    def count(self, state: BlankState, counter_number: int | None = None) -> int:
        """How many are in a state, at a counter or anywhere."""
        return sum(place.count for place in self.places(counter_number) if place.state is state)

    def places(self, counter_number: int | None = None) -> Iterable[BlankPlace]:
        """Give the places of all batches, or those at a counter."""
        for batch in self.batches:
            for place in batch.places:
                if counter_number is None or place.counter_number == counter_number:
                    yield place

    @property
    def balanced(self) -> bool:
        """Whether every batch balances."""
        return all(batch.balanced for batch in self.batches)


@dataclass(frozen=True, slots=True)
class BlankStepRow:
    """What happened to a blank; `was` is "" when it came in."""

    was: str
    state: BlankState
    counter_number: int | None
    case_id: int | None
    case_number: str
    at: datetime
    on_date: date
    staff_name: str
    reason: str


@dataclass(frozen=True, slots=True)
class BlankRow:
    """One blank, where it is, and all that happened to it, oldest first."""

    serial: str
    state: BlankState
    counter_number: int | None
    batch_id: int
    case_id: int | None
    case_number: str
    reason: str
    changed_at: datetime
    history: tuple[BlankStepRow, ...]
