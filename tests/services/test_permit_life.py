"""The permit's life walked at random over the services, beside a plain model of what should be so."""

from __future__ import annotations

import calendar
import uuid
from collections import Counter as Tally
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PIL import Image

from desktop.domain.codes import CancelReason, CaseState, Ground, MaterialState
from desktop.domain.errors import NotPossible
from desktop.domain.permit_life import LIVE, PermitState
from desktop.domain.replacement import ReplacementKind
from desktop.services.counter import Counter
from desktop.services.departures import DepartureForm
from desktop.services.permit_endings import CardFate
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor

START = date(2017, 3, 1)
LAST = date(2026, 11, 20)  # what the forms of these tests take for today
PEOPLE = 2
WRITTEN = {
    "produce": "produce_permit",
    "endorse": "endorse_permit",
    "restore": "restore_permit",
    "suspend": "suspend_permit",
    "change_address": "change_permit_address",
    "declare_lost": "declare_permit_lost",
    "find": "find_permit",
    "cancel": "cancel_permit",
}
"""Events of a permit's steps and what the trail calls them."""


def key() -> str:
    return str(uuid.uuid4())


def months_on(day: date, months: int) -> date:
    """Give the corresponding day of another month, or its last: the model's own arithmetic."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@dataclass
class Card:
    """What the model knows of a permit."""

    permit_id: int
    state: PermitState
    years_from: date
    turns: int = 1
    replaces: Card | None = None

    @property
    def due(self) -> date:
        return months_on(self.years_from, 12 * self.turns)

    @property
    def opens(self) -> date:
        return months_on(self.due, -1)


@dataclass
class Somebody:
    """What the model knows of a person: since when registered, the cards, the one case under way."""

    serial: int
    person_id: int = 0
    registered: date | None = None
    house: int = 1
    cards: list[Card] = field(default_factory=list)
    case_id: int = 0
    wanted: ReplacementKind | None = None
    told: Tally[str] = field(default_factory=Tally)
    case: str = ""  # "accepted", "granted", "produced" or nothing

    def card(self, *states: PermitState) -> Card | None:
        return next((card for card in reversed(self.cards) if card.state in states), None)

    @property
    def held(self) -> Card | None:
        return self.card(*LIVE)


@dataclass
class Tools:
    """What the walk works with."""

    station: Counter
    clerk: Actor
    officer: Actor
    go: Callable[[date], None]
    register: Callable[..., Any]
    apply: Callable[..., Any]
    hand_over: Callable[[PermitRow], PermitRow]
    photo: bytes
    people: int = 0
    steps: int = 0
    happened: Tally[str] = field(default_factory=Tally)


def some(condition: Callable[[Somebody, date], bool]) -> Any:
    """Let a rule run only while somebody meets a condition; it takes one of those."""
    return precondition(lambda walk: any(condition(body, walk.today) for body in walk.people))


def can_apply(body: Somebody, today: date) -> bool:
    full = body.registered is not None and today >= months_on(body.registered, 6)
    return full and not body.case and all(card.state in _ENDED for card in body.cards)


def has_card(body: Somebody, today: date) -> bool:
    return bool(body.cards)


def known(body: Somebody, today: date) -> bool:
    return bool(body.person_id)


def at(state: str) -> Callable[[Somebody, date], bool]:
    return lambda body, today: body.case == state


TOOLS: list[Tools] = []
SELDOM = st.integers(0, 4).map(lambda drawn: drawn == 4)
ANYBODY = st.integers(0, PEOPLE - 1)


class Walk(RuleBasedStateMachine):
    """One rule is one thing that somebody does at a counter; the model says whether it can be done."""

    @initialize()
    def begin(self) -> None:
        self.tools = TOOLS[-1]
        self.today = START
        self.tools.go(START)
        self.people = []
        for _ in range(PEOPLE):
            self.tools.people += 1
            self.people.append(Somebody(self.tools.people))
        self.register(who=0)  # the first one has a permit to begin with
        self.go(months_on(START, 6))
        self.apply(who=0)
        self.decide(who=0)
        self.make(who=0)
        self.collect(who=0)

    def one(self, who: int, condition: Callable[[Somebody, date], bool]) -> Somebody:
        able = [body for body in self.people if condition(body, self.today)]
        return able[who % len(able)]

    # -- the days ------------------------------------------------------------------------------------------

    @rule(days=st.one_of(st.integers(1, 40), st.integers(150, 380)))
    def days_go_by(self, days: int) -> None:
        self.go(self.today + timedelta(days=days))

    @rule(who=ANYBODY, days=st.sampled_from([-1, 0, 14]), before=st.booleans(), endorses=st.booleans())
    @some(lambda body, today: body.held is not None and today < body.held.opens)
    def a_window_comes_near(self, who: int, days: int, before: bool, endorses: bool) -> None:
        card = self.one(who, lambda body, today: body.held is not None and today < body.held.opens).held
        assert card is not None
        day = (card.opens if before else card.due) + timedelta(days=days)
        self.go(max(day, self.today))
        if endorses:
            self.endorse(who=who, ground=Ground.EMPLOYMENT)

    def go(self, day: date) -> None:
        self.today = day
        self.tools.go(self.today)
        expected = [
            card
            for body in self.people
            for card in body.cards
            if card.state is PermitState.VALID and self.today > card.due
        ]
        self.tools.station.permits.suspend_overdue(self.tools.clerk, self.today)
        for card in expected:
            card.state = PermitState.SUSPENDED
        assert self.tools.station.permits.suspend_overdue(self.tools.clerk, self.today) == 0

    # -- residence -----------------------------------------------------------------------------------------

    @rule(who=ANYBODY)
    def register(self, who: int) -> None:
        body = self.people[who]
        here = self.tools.station.registrations.open_registration(body.person_id) if body.person_id else None
        assert (here is None) == (body.registered is None)
        body.house += 1
        moved = self.tools.register(
            body.serial,
            residence={"house_number": str(body.house), "arrived_on": min(self.today, LAST).isoformat()},
            move_from=here.registration_id if here else None,
        )
        body.person_id = moved.case.person_id
        body.registered = body.registered or self.today
        card = body.held
        if card is not None:
            assert self.stands(card).address == moved.registration.written_address

    @rule(really=SELDOM, who=ANYBODY, reason=st.sampled_from([CancelReason.LEFT, CancelReason.DEATH]))
    @some(known)
    def leave(self, really: bool, who: int, reason: CancelReason) -> None:
        if not really:
            return
        body = self.one(who, known)
        open_cards = [card for card in body.cards if card.state not in _ENDED]
        form = DepartureForm(reason, self.today, "110101" if reason is CancelReason.LEFT else "")
        done = self.attempt(
            body.registered is not None or bool(open_cards),
            lambda: self.tools.station.departures.leave(self.tools.clerk, key(), body.person_id, form),
        )
        if done is None:
            return
        for card in open_cards:
            card.state = PermitState.CANCELLED
        body.registered = None
        body.case, body.wanted = "", None

    # -- a permit and its replacements ---------------------------------------------------------------------

    @rule(who=ANYBODY)
    @some(can_apply)
    def apply(self, who: int) -> None:
        body = self.one(who, can_apply)
        case = self.tools.apply(body.person_id, photo=self.tools.photo).case
        assert case.state is CaseState.ACCEPTED
        body.case, body.case_id, body.wanted = "accepted", case.case_id, None

    @rule(who=ANYBODY, kind=st.sampled_from(list(ReplacementKind)))
    @some(has_card)
    def replace(self, who: int, kind: ReplacementKind) -> None:
        body = self.one(who, has_card)
        card = body.card(PermitState.VALID, PermitState.SUSPENDED, PermitState.LOST)
        card = card or body.cards[-1]
        lost = card.state is PermitState.LOST
        possible = (
            (card.state in LIVE or (lost and kind is ReplacementKind.LOST))
            and not body.case
            and body.registered is not None
        )
        replacements = self.tools.station.replacements
        needs = replacements.replacement(self.tools.clerk, card.permit_id, kind).materials
        done = self.attempt(
            possible,
            lambda: replacements.replace(
                self.tools.clerk,
                key(),
                card.permit_id,
                self.stands(card).version,
                kind,
                self.tools.photo,
                {need.code: MaterialState.PRESENT for need in needs},
                "换一张新的",
            ),
        )
        if done is None:
            return
        body.case, body.case_id, body.wanted = "accepted", done.case.case_id, kind
        if kind is ReplacementKind.LOST:
            card.state = PermitState.LOST

    @rule(who=ANYBODY)
    @some(at("accepted"))
    def decide(self, who: int) -> None:
        body = self.one(who, at("accepted"))
        decisions = self.tools.station.decisions
        version = decisions.page(self.tools.officer, body.case_id).case.version
        with pytest.raises(NotPossible):
            decisions.grant(self.tools.clerk, key(), body.case_id, version)
        decisions.grant(self.tools.officer, key(), body.case_id, version)
        body.case = "granted"

    @rule(who=ANYBODY)
    @some(at("granted"))
    def make(self, who: int) -> None:
        body = self.one(who, at("granted"))
        production = self.tools.station.production
        [reserved] = production.reserve(self.tools.officer, key(), [body.case_id])
        done = production.printed(self.tools.officer, key(), [reserved.serial])
        assert not done.problems, [str(one.sentence) for one in done.problems]
        old = body.card(PermitState.VALID, PermitState.SUSPENDED, PermitState.LOST)
        card = Card(done.produced[0].permit_id, PermitState.PRODUCED, self.today)
        if body.wanted is not None:
            assert old is not None
            card.years_from, card.turns, card.replaces = old.years_from, old.turns, old
        body.cards.append(card)
        body.case = "produced"

    @rule(who=ANYBODY)
    @some(at("produced"))
    def collect(self, who: int) -> None:
        body = self.one(who, at("produced"))
        card = body.card(PermitState.PRODUCED)
        assert card is not None
        self.tools.hand_over(self.stands(card))
        card.state = PermitState.VALID
        if card.replaces is not None:  # which may have been endorsed while this one waited
            card.replaces.state = PermitState.REPLACED
            card.years_from, card.turns = card.replaces.years_from, card.replaces.turns
        if self.today > card.due:  # it lay there for more than a year
            card.state = PermitState.SUSPENDED
        body.case, body.wanted = "", None

    # -- what happens to it --------------------------------------------------------------------------------

    @rule(who=ANYBODY, ground=st.sampled_from(list(Ground)))
    @some(has_card)
    def endorse(self, who: int, ground: Ground) -> None:
        body = self.one(who, has_card)
        card = body.held or body.cards[-1]
        possible = card.state in LIVE and self.today >= card.opens and body.registered is not None
        done = self.attempt(
            possible,
            lambda: self.tools.station.endorsements.endorse(
                self.tools.clerk,
                key(),
                card.permit_id,
                self.stands(card).version,
                ground,
                MaterialState.PRESENT,
            ),
        )
        if done is None:
            return
        if self.today > card.due:  # late: the years begin with it
            card.years_from, card.turns = self.today, 1
        else:
            card.turns += 1
        card.state = PermitState.VALID

    @rule(who=ANYBODY)
    @some(has_card)
    def lose(self, who: int) -> None:
        body = self.one(who, has_card)
        card = body.held or body.cards[-1]
        done = self.attempt(
            card.state in LIVE,
            lambda: self.tools.station.permit_changes.declare_lost(
                self.tools.clerk, key(), card.permit_id, self.stands(card).version
            ),
        )
        if done is not None:
            card.state = PermitState.LOST

    @rule(who=ANYBODY)
    @some(has_card)
    def find(self, who: int) -> None:
        body = self.one(who, has_card)
        card = body.card(PermitState.LOST) or body.cards[-1]
        done = self.attempt(
            card.state is PermitState.LOST and not (body.case and body.wanted),
            lambda: self.tools.station.permit_changes.found_again(
                self.tools.clerk, key(), card.permit_id, self.stands(card).version
            ),
        )
        if done is not None:
            card.state = PermitState.SUSPENDED if self.today > card.due else PermitState.VALID

    @rule(really=SELDOM, who=ANYBODY)
    @some(has_card)
    def cancel(self, really: bool, who: int) -> None:
        if not really:
            return
        body = self.one(who, has_card)
        card = next((one for one in body.cards if one.state not in _ENDED), body.cards[-1])
        done = self.attempt(
            card.state not in _ENDED,
            lambda: self.tools.station.cancellations.cancel(
                self.tools.clerk,
                key(),
                card.permit_id,
                self.stands(card).version,
                CancelReason.OWN_WISH,
                CardFate.RETURNED,
            ),
        )
        if done is None:
            return
        for one in body.cards:
            if one.state not in _ENDED:
                one.state = PermitState.CANCELLED
        body.case, body.wanted = "", None

    # -- what must always be so ----------------------------------------------------------------------------

    @invariant()
    def it_is_as_the_model_says(self) -> None:
        if not hasattr(self, "people"):
            return
        self.tools.steps += 1
        for body in self.people:
            self.check(body)

    def teardown(self) -> None:
        for body in getattr(self, "people", ()):
            self.tools.happened.update(body.told)

    def check(self, body: Somebody) -> None:
        link = self.tools.station.office.database.link
        asked = "select permit_id, version, state, current_id, holder_id from permit where person_id = ?"
        versions = link._cursor.execute(asked + " order by permit_id, version", (body.person_id,)).fetchall()
        current = {row[0]: row for row in versions if row[3] is not None}
        assert len(current) == sum(row[3] is not None for row in versions)  # no permit in two states
        assert {permit: row[2] for permit, row in current.items()} == {
            card.permit_id: card.state.value for card in body.cards
        }
        holders = [row for row in versions if row[4] is not None]
        live = [card for card in body.cards if card.state in LIVE]
        assert len(live) <= 1  # no person with two live permits
        assert [row[0] for row in holders] == [card.permit_id for card in live]
        told: Tally[str] = Tally()
        for card in body.cards:
            stands = self.stands(card)
            if card.state in LIVE:
                assert (stands.years_from, stands.opens_on, stands.due_on) == (
                    card.years_from,
                    card.opens,
                    card.due,
                )
            steps = link._cursor.execute(
                "select event, state from permit_step where permit_id = ? order by at, id", (card.permit_id,)
            ).fetchall()
            states = [row[2] for row in versions if row[0] == card.permit_id]
            assert [row[1] for row in steps] == states  # no state without its step
            told.update(row[0] for row in steps)
        body.told = told
        written = dict(
            link._cursor.execute(
                "select action, count(*) from journal_entry where person_id = ? group by action",
                (body.person_id,),
            ).fetchall()
        )
        for event, action in WRITTEN.items():  # no step without its journal entry
            assert told[event] == written.get(action, 0), (event, told, written)

    def stands(self, card: Card) -> PermitRow:
        from desktop.services import permit_records

        return permit_records.find(self.tools.station.office.database.link, card.permit_id)

    def attempt(self, possible: bool, act: Callable[[], Any]) -> Any:
        """Do something that the model says can or cannot be done; return what came of it."""
        if possible:
            return act()
        with pytest.raises(NotPossible) as refused:
            act()
        assert str(refused.value)
        return None


_ENDED = (PermitState.REPLACED, PermitState.CANCELLED)


@pytest.fixture
def tools(
    station: Counter,
    clerk: Actor,
    officer: Actor,
    go: Callable[[date], None],
    register: Callable[..., Any],
    apply: Callable[..., Any],
    hand_over: Callable[[PermitRow], PermitRow],
    clock: Any,
) -> Tools:
    clock.moment = datetime(2017, 1, 4, 2, tzinfo=UTC)
    station.blanks.receive(clerk, key(), "JN00001", "JN09999")
    station.blanks.move_to_counter(clerk, key(), "JN00001", "JN09999", officer.counter_number)
    made = BytesIO()
    Image.new("RGB", (358, 441), (200, 200, 200)).save(made, "JPEG", quality=70)
    return Tools(station, clerk, officer, go, register, apply, hand_over, made.getvalue())


def walk(tools: Tools, times: int, steps: int) -> None:
    TOOLS.append(tools)
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=times,
            stateful_step_count=steps,
            deadline=None,
            derandomize=True,
            database=None,
            phases=(Phase.generate,),  # one station for all walks: none can be begun again
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_300_random_steps_keep_to_the_model(tools: Tools) -> None:
    walk(tools, times=6, steps=120)
    assert tools.steps >= 300
    assert set(tools.happened) >= {"produce", "hand_over"}  # the slow walk is long enough for every event


@pytest.mark.slow
def test_10_000_random_steps_keep_to_the_model(tools: Tools) -> None:
    walk(tools, times=80, steps=180)
    assert tools.steps >= 10_000
    assert set(tools.happened) >= {*WRITTEN, "hand_over", "replace"}
