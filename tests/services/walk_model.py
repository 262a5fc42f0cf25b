"""What the random walk of a permit's life takes to be so: people, their cards, the one case under way."""

from __future__ import annotations

import calendar
import uuid
from collections import Counter as Tally
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from desktop.domain.blanks import BlankState
from desktop.domain.codes import CaseState
from desktop.domain.permit_life import LIVE, PermitState
from desktop.domain.replacement import ReplacementKind
from desktop.services.counter import Counter
from desktop.services.rows import Actor

ENDED = (PermitState.REPLACED, PermitState.CANCELLED)
NAMES = ("演练甲", "演练乙")


def key() -> str:
    return str(uuid.uuid4())


def months_on(day: date, months: int) -> date:
    """Give the corresponding day of another month, or its last: the model's own arithmetic."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@dataclass
class Card:
    """What the model knows of a permit; `face` is the name that is printed on it."""

    permit_id: int
    state: PermitState
    years_from: date
    face: str
    turns: int = 1
    replaces: Card | None = None

    @property
    def due(self) -> date:
        return months_on(self.years_from, 12 * self.turns)

    @property
    def opens(self) -> date:
        return months_on(self.due, -1)

    def go_on_from(self, other: Card) -> None:
        """Take over the years and the endorsements of the card that this one replaces."""
        self.years_from, self.turns = other.years_from, other.turns


@dataclass
class Somebody:
    """What the model knows of a person: since when registered, the cards, the cases and their blanks."""

    serial: int
    person_id: int = 0
    name: str = NAMES[0]
    phone: str = "13900000000"
    registered: date | None = None
    house: int = 1
    cards: list[Card] = field(default_factory=list)
    case: CaseState | None = None
    case_id: int = 0
    wanted: ReplacementKind | None = None
    correction: int = 0
    corrected: dict[str, str] = field(default_factory=dict)
    cases: dict[int, CaseState] = field(default_factory=dict)
    reserved: str = ""
    reserved_case: int = 0
    reserved_on: date | None = None
    reserved_says: tuple[str, int] = ("", 0)
    blanks: dict[str, BlankState] = field(default_factory=dict)
    told: Tally[str] = field(default_factory=Tally)

    def card(self, *states: PermitState) -> Card | None:
        return next((card for card in reversed(self.cards) if card.state in states), None)

    @property
    def says(self) -> tuple[str, int]:
        """What a card made now says of its holder: the name, and where."""
        return self.name, self.house

    @property
    def held(self) -> Card | None:
        return self.card(*LIVE)

    def opens(self, case_id: int, wanted: ReplacementKind | None) -> None:
        """A case is taken for this person."""
        self.case_id, self.wanted = case_id, wanted
        self.case = self.cases[case_id] = CaseState.ACCEPTED

    def goes_on(self, state: CaseState) -> None:
        """The case under way comes into another state that is not its end."""
        self.case = self.cases[self.case_id] = state

    def ends(self, state: CaseState) -> None:
        """The case under way comes to its end."""
        self.cases[self.case_id] = state
        self.case, self.wanted = None, None


@dataclass
class Tools:
    """What the walk works with, and what it saw happen.

    `spent` are the blanks that may never be used again.

    `released` are those that were reserved once and lie at the counter again, as far as nobody took them.
    """

    station: Counter
    clerk: Actor
    officer: Actor
    go: Callable[[date], None]
    register: Callable[..., Any]
    apply: Callable[..., Any]
    photo: bytes
    people: int = 0
    steps: int = 0
    happened: Tally[str] = field(default_factory=Tally)
    spent: set[str] = field(default_factory=set)
    released: set[str] = field(default_factory=set)
    written: dict[int, Tally[tuple[str, datetime]]] = field(default_factory=dict)
    read_to: dict[int, int] = field(default_factory=dict)


def can_apply(body: Somebody, today: date) -> bool:
    full = body.registered is not None and today >= months_on(body.registered, 6)
    return full and body.case is None and all(card.state in ENDED for card in body.cards)


def has_card(body: Somebody, today: date) -> bool:
    return bool(body.cards)


def known(body: Somebody, today: date) -> bool:
    return bool(body.person_id)


def at(state: CaseState) -> Callable[[Somebody, date], bool]:
    return lambda body, today: body.case is state


def to_reserve(body: Somebody, today: date) -> bool:
    return body.case is CaseState.GRANTED and not body.reserved


def has_reserved(body: Somebody, today: date) -> bool:
    return bool(body.reserved)


def can_be_spoiled(body: Somebody, today: date) -> bool:
    return bool(body.reserved) or body.case is CaseState.PRODUCED


def corrects(body: Somebody, today: date) -> bool:
    return bool(body.correction)


def to_correct(body: Somebody, today: date) -> bool:
    return bool(body.person_id) and not body.correction


def waits_uncorrected(body: Somebody, today: date) -> bool:
    return body.case is CaseState.PRODUCED and not body.correction
