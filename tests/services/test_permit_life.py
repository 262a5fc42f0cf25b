"""The permit's life walked at random over the services, beside a plain model of what should be so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test
from PIL import Image

from desktop.domain.codes import CancelReason, CaseState, Ground, MaterialState
from desktop.domain.permit_life import LIVE, PermitEvent, PermitState
from desktop.domain.replacement import ReplacementKind
from desktop.services.counter import Counter
from desktop.services.departures import DepartureForm
from desktop.services.permit_endings import CardFate
from desktop.services.rows import Actor
from tests.services.walk_checks import WRITTEN, check, check_blanks, stands
from tests.services.walk_making import ANYBODY, PEOPLE, SELDOM, Making, some
from tests.services.walk_model import (
    ENDED,
    NAMES,
    Somebody,
    Tools,
    corrects,
    has_card,
    key,
    known,
    months_on,
    to_correct,
    waits_uncorrected,
)

START = date(2017, 3, 1)
LAST = date(2026, 11, 20)  # what the forms of these tests take for today
OPENINGS = 10
TOOLS: list[Tools] = []


class Walk(Making):
    """One rule is one thing that somebody does at a counter; the model says whether it can be done."""

    opening = 0

    @initialize()
    def begin(self) -> None:
        self.tools = TOOLS[-1]
        self.today = START + timedelta(days=self.tools.people)  # a counter has 999 case numbers a day
        self.tools.go(self.today)
        self.people = []
        for _ in range(PEOPLE):
            self.tools.people += 1
            self.people.append(Somebody(self.tools.people))
        self.register(who=0)  # the first one has a permit to begin with
        self.go(months_on(self.today, 6))
        self.apply(who=0)
        self.open_with(self.opening)

    def open_with(self, opening: int) -> None:
        """Come by the first permit, or go on with it, on one of the ways that are seldom taken at random."""
        me = self.people[0]
        if opening == 1:
            self.decide(who=0, verdict="deny")
            self.apply(who=0)
            self.decide(who=0, verdict="send_back")
            self.submit_again(who=0)
        self.decide(who=0, verdict="grant")
        if opening == 2:
            self.reserve(who=0)
            self.release(who=0)
            self.reserve(who=0)
            self.spoil(who=0)
        self.make(me)
        if opening == 3:
            self.go(self.today + timedelta(days=370))  # it lies there until its endorsement is overdue
        elif opening == 4:
            self.the_face_changes_while_it_waits(who=0)
        if opening in (4, 5):
            self.spoil(who=0)
            self.make(me)
        self.takes(me, agent=opening == 5)
        if opening == 6:
            for day in (me.cards[0].opens, months_on(me.cards[0].due, 13)):  # in time, and too late
                self.go(day)
                self.endorse(who=0, ground=Ground.EMPLOYMENT)
        elif opening == 7:
            self.replace(who=0, kind=ReplacementKind.DAMAGED)
            self.decide(who=0, verdict="grant")
            self.make(me)
            self.takes(me, found=False)
        elif opening == 8:
            self.lose(who=0)
            self.find(who=0)
            self.register(who=0)
        elif opening == 9:
            self.proposes(me, face=True)
            self.settles(me, approves=True)
            self.cancel(really=True, who=0)

    def make(self, body: Somebody) -> None:
        self.reserve(who=0)
        self.print_card(who=0)
        assert body.case is CaseState.PRODUCED

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
        if day > self.today:  # a clock does not go back on one day
            self.today = day
            self.tools.go(day)
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
            person={"name": body.name, "phone": body.phone},
            residence={"house_number": str(body.house), "arrived_on": min(self.today, LAST).isoformat()},
            move_from=here.registration_id if here else None,
        )
        body.person_id = moved.case.person_id
        body.registered = body.registered or self.today
        card = body.held
        if card is not None:
            assert stands(self.tools, card).address == moved.registration.written_address

    @rule(really=SELDOM, who=ANYBODY, reason=st.sampled_from([CancelReason.LEFT, CancelReason.DEATH]))
    @some(known)
    def leave(self, really: bool, who: int, reason: CancelReason) -> None:
        if not really:
            return
        body = self.one(who, known)
        open_cards = [card for card in body.cards if card.state not in ENDED]
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
        if body.case is not None:
            body.ends(CaseState.WITHDRAWN)

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
                stands(self.tools, card).version,
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
                self.tools.clerk, key(), card.permit_id, stands(self.tools, card).version
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
            card.state is PermitState.LOST and body.wanted is None,
            lambda: self.tools.station.permit_changes.found_again(
                self.tools.clerk, key(), card.permit_id, stands(self.tools, card).version
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
        card = next((one for one in body.cards if one.state not in ENDED), body.cards[-1])
        done = self.attempt(
            card.state not in ENDED,
            lambda: self.tools.station.cancellations.cancel(
                self.tools.clerk,
                key(),
                card.permit_id,
                stands(self.tools, card).version,
                CancelReason.OWN_WISH,
                CardFate.RETURNED,
            ),
        )
        if done is None:
            return
        for one in body.cards:
            if one.state not in ENDED:
                one.state = PermitState.CANCELLED
        if body.case is not None:
            body.ends(CaseState.WITHDRAWN)

    # -- corrections ---------------------------------------------------------------------------------------

    @rule(who=ANYBODY, face=st.booleans())
    @some(to_correct)
    def propose(self, who: int, face: bool) -> None:
        self.proposes(self.one(who, to_correct), face)

    @rule(who=ANYBODY, approves=st.booleans())
    @some(corrects)
    def decide_correction(self, who: int, approves: bool) -> None:
        self.settles(self.one(who, corrects), approves)

    @rule(who=ANYBODY)
    @some(waits_uncorrected)
    def the_face_changes_while_it_waits(self, who: int) -> None:
        body = self.one(who, waits_uncorrected)
        self.proposes(body, face=True)
        self.settles(body, approves=True)
        self.takes(body)  # which is refused, unless the name is what it was again

    def proposes(self, body: Somebody, face: bool) -> None:
        other = next(name for name in NAMES if name != body.name)
        changes = {"name": other} if face else {"phone": f"139{self.tools.steps:08d}"}
        version = self.tools.station.people.person(body.person_id).version
        done = self.tools.station.corrections.propose(
            self.tools.clerk, key(), body.person_id, version, changes, "录入错误", "居民户口簿"
        )
        body.correction, body.corrected = done.case.case_id, changes
        body.cases[body.correction] = CaseState.ACCEPTED

    def settles(self, body: Somebody, approves: bool) -> None:
        corrections, officer = self.tools.station.corrections, self.tools.officer
        version = corrections.correction(body.correction).case.version
        act = corrections.approve if approves else corrections.refuse
        words = () if approves else ("户口簿看不清",)
        self.attempt(False, lambda: act(self.tools.clerk, key(), body.correction, version, *words))
        act(officer, key(), body.correction, version, *words)
        body.cases[body.correction] = CaseState.COMPLETED if approves else CaseState.DENIED
        if approves:
            body.name = body.corrected.get("name", body.name)
            body.phone = body.corrected.get("phone", body.phone)
        body.correction = 0

    # -- what must always be so ----------------------------------------------------------------------------

    @invariant()
    def it_is_as_the_model_says(self) -> None:
        if not hasattr(self, "people"):
            return
        self.tools.steps += 1
        for body in self.people:
            check(self.tools, body)

    def teardown(self) -> None:
        for body in getattr(self, "people", ()):
            self.tools.happened.update(body.told)
            if body.reserved:
                self.tools.station.production.released(self.tools.officer, key(), body.reserved)
                self.tools.released.add(body.reserved)
        for serial in sorted(self.tools.released):  # changed later than the next walk's beginning
            self.tools.station.blanks.spoil(self.tools.officer, key(), serial, "清点")
        self.tools.spent |= self.tools.released
        self.tools.released.clear()
        check_blanks(self.tools)


@pytest.fixture
def tools(
    station: Counter,
    clerk: Actor,
    officer: Actor,
    go: Callable[[date], None],
    register: Callable[..., Any],
    apply: Callable[..., Any],
    clock: Any,
) -> Tools:
    clock.moment = datetime(2017, 1, 4, 2, tzinfo=UTC)
    station.blanks.receive(officer, key(), "JN00001", "JN09999")
    station.blanks.move_to_counter(officer, key(), "JN00001", "JN09999", officer.counter_number)
    made = BytesIO()
    Image.new("RGB", (358, 441), (200, 200, 200)).save(made, "JPEG", quality=70)
    return Tools(station, clerk, officer, go, register, apply, made.getvalue())


def walk(tools: Tools, opening: int, times: int, steps: int) -> None:
    """Walk a number of times from one opening; from each opening another way."""
    TOOLS.append(tools)
    run_state_machine_as_test(
        seed(opening)(type("Walk", (Walk,), {"opening": opening})),
        settings=settings(
            max_examples=times,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            phases=(Phase.generate,),  # one station for all walks: none can be begun again
            suppress_health_check=list(HealthCheck),
        ),
    )


SEEN = (
    "grant",
    "deny",
    "send_back",
    "released",
    "spoiled before printing",
    "spoiled after printing",
    "to the holder",
    "to an agent",
    "suspended at hand-over",
    "face out of date at hand-over",
)
"""What the long walk must have met at least once, besides every event of a permit."""


def test_every_event_of_a_permit_has_its_entry_in_the_trail() -> None:
    assert set(WRITTEN) == {"produce", *(event.value for event in PermitEvent)}


def test_300_random_steps_keep_to_the_model(tools: Tools) -> None:
    for opening in (0, 4, 5):
        walk(tools, opening, times=2, steps=120)
    assert tools.steps >= 300
    assert set(tools.happened) >= {"produce", "hand_over"}  # the slow walk is long enough for every event


@pytest.mark.slow
def test_10_000_random_steps_keep_to_the_model(tools: Tools) -> None:
    for opening in range(OPENINGS):
        walk(tools, opening, times=9, steps=180)
    assert tools.steps >= 10_000
    assert set(tools.happened) >= {*WRITTEN, *SEEN}
