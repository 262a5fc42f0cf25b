"""The walk's rules from an application to a card in somebody's hands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from desktop.domain.blanks import BlankState
from desktop.domain.codes import CaseState, IdKind, MaterialState, Relation
from desktop.domain.errors import NotPossible
from desktop.domain.handing_over import Collector, HandOverForm, OldCard, ReceiptFate, SignedOn
from desktop.domain.permit_life import LIVE, PermitState
from desktop.domain.replacement import ReplacementKind
from tests.services.conftest import numbered
from tests.services.walk_checks import stands
from tests.services.walk_model import (
    Card,
    Somebody,
    Tools,
    at,
    can_apply,
    can_be_spoiled,
    has_card,
    has_reserved,
    key,
    to_reserve,
)

PEOPLE = 2
SELDOM = st.integers(0, 4).map(lambda drawn: drawn == 4)
ANYBODY = st.integers(0, PEOPLE - 1)
WIFE = Collector("演练妻", IdKind.RESIDENT, numbered("37132119910305002"), Relation.SPOUSE)
Condition = Callable[[Somebody, date], bool]


def some(condition: Condition) -> Any:
    """Let a rule run only while somebody meets a condition; it takes one of those."""
    return precondition(lambda walk: any(condition(body, walk.today) for body in walk.people))


class Making(RuleBasedStateMachine):
    """Applying, replacing, deciding, making and handing over."""

    tools: Tools
    people: list[Somebody]
    today: date
    go: Callable[[date], None]
    """Lets the days go by until a day; the walk itself knows what happens then."""

    def one(self, who: int, condition: Condition) -> Somebody:
        able = [body for body in self.people if condition(body, self.today)]
        return able[who % len(able)]

    def attempt(self, possible: bool, act: Callable[[], Any]) -> Any:
        """Do something that the model says can or cannot be done; return what came of it."""
        if possible:
            return act()
        with pytest.raises(NotPossible) as refused:
            act()
        assert str(refused.value)
        return None

    @rule(who=ANYBODY)
    @some(can_apply)
    def apply(self, who: int) -> None:
        body = self.one(who, can_apply)
        case = self.tools.apply(body.person_id, photo=self.tools.photo).case
        assert case.state is CaseState.ACCEPTED
        body.opens(case.case_id, None)

    @rule(who=ANYBODY, kind=st.sampled_from(list(ReplacementKind)))
    @some(has_card)
    def replace(self, who: int, kind: ReplacementKind) -> None:
        body = self.one(who, has_card)
        card = body.card(PermitState.VALID, PermitState.SUSPENDED, PermitState.LOST)
        card = card or body.cards[-1]
        lost = card.state is PermitState.LOST
        possible = (
            (card.state in LIVE or (lost and kind is ReplacementKind.LOST))
            and body.case is None
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
                stands(self.tools, card).version,
                kind,
                self.tools.photo,
                {need.code: MaterialState.PRESENT for need in needs},
                "换一张新的",
            ),
        )
        if done is None:
            return
        body.opens(done.case.case_id, kind)
        if kind is ReplacementKind.LOST:
            card.state = PermitState.LOST

    @rule(who=ANYBODY, verdict=st.sampled_from(["grant", "grant", "grant", "deny", "send_back"]))
    @some(at(CaseState.ACCEPTED))
    def decide(self, who: int, verdict: str) -> None:
        body = self.one(who, at(CaseState.ACCEPTED))
        decisions, officer = self.tools.station.decisions, self.tools.officer
        version = decisions.page(officer, body.case_id).case.version
        with pytest.raises(NotPossible):
            decisions.grant(self.tools.clerk, key(), body.case_id, version)
        if verdict == "grant":
            decisions.grant(officer, key(), body.case_id, version)
            body.goes_on(CaseState.GRANTED)
        elif verdict == "deny":
            decisions.deny(officer, key(), body.case_id, version, "材料不实")
            body.ends(CaseState.DENIED)
        else:
            decisions.send_back(officer, key(), body.case_id, version, "相片不清楚")
            body.goes_on(CaseState.SENT_BACK)
        self.tools.happened[verdict] += 1

    @rule(who=ANYBODY)
    @some(at(CaseState.SENT_BACK))
    def submit_again(self, who: int) -> None:
        body = self.one(who, at(CaseState.SENT_BACK))
        decisions = self.tools.station.decisions
        version = decisions.page(self.tools.officer, body.case_id).case.version
        decisions.submit_again(self.tools.clerk, key(), body.case_id, version, "补了相片")
        body.goes_on(CaseState.ACCEPTED)

    @rule(who=ANYBODY)
    @some(to_reserve)
    def reserve(self, who: int) -> None:
        body = self.one(who, to_reserve)
        [row] = self.tools.station.production.reserve(self.tools.officer, key(), [body.case_id])
        assert row.serial not in self.tools.spent  # no blank is used again
        body.reserved, body.reserved_case = row.serial, body.case_id
        body.reserved_on, body.reserved_says = self.today, body.says
        body.blanks[row.serial] = BlankState.RESERVED
        self.tools.released.discard(row.serial)

    @rule(who=ANYBODY)
    @some(has_reserved)
    def print_card(self, who: int) -> None:
        body = self.one(who, has_reserved)
        serial = body.reserved
        done = self.tools.station.production.printed(self.tools.officer, key(), [serial])
        possible = (
            body.case is CaseState.GRANTED
            and body.reserved_case == body.case_id
            and body.reserved_says == body.says
        )
        assert bool(done.produced) is possible, [str(one.why) for one in done.problems]
        assert bool(done.problems) is not possible
        if not possible:
            return
        old = body.card(PermitState.VALID, PermitState.SUSPENDED, PermitState.LOST)
        card = body.card(PermitState.PRODUCED)
        assert body.reserved_on is not None
        if card is None:
            card = Card(done.produced[0].permit_id, PermitState.PRODUCED, body.reserved_on, body.name)
            body.cards.append(card)
        assert done.produced[0].permit_id == card.permit_id
        card.years_from, card.face, card.turns = body.reserved_on, body.name, 1
        if body.wanted is not None:
            assert old is not None
            card.replaces = old
            card.go_on_from(old)
        self.tools.spent.add(serial)
        body.blanks[serial], body.reserved = BlankState.USED, ""
        body.goes_on(CaseState.PRODUCED)

    @rule(who=ANYBODY)
    @some(has_reserved)
    def release(self, who: int) -> None:
        body = self.one(who, has_reserved)
        self.tools.station.production.released(self.tools.officer, key(), body.reserved)
        del body.blanks[body.reserved]
        self.tools.released.add(body.reserved)
        body.reserved = ""
        self.tools.happened["released"] += 1

    @rule(who=ANYBODY)
    @some(can_be_spoiled)
    def spoil(self, who: int) -> None:
        body = self.one(who, can_be_spoiled)
        card = body.card(PermitState.PRODUCED)
        if body.reserved:
            serial, what = body.reserved, "spoiled before printing"
        else:
            assert card is not None
            serial, what = stands(self.tools, card).serial, "spoiled after printing"
            body.goes_on(CaseState.GRANTED)
        self.tools.station.production.spoiled(self.tools.officer, key(), serial, "打印偏位")
        self.tools.spent.add(serial)
        body.blanks[serial], body.reserved = BlankState.SPOILED, ""
        self.tools.happened[what] += 1

    @rule(who=ANYBODY, days=st.sampled_from([1, 20, 370]))
    @some(at(CaseState.PRODUCED))
    def a_card_lies_there(self, who: int, days: int) -> None:
        self.go(self.today + timedelta(days=days))
        self.takes(self.one(who, at(CaseState.PRODUCED)))

    @rule(who=ANYBODY, agent=st.booleans(), on_screen=st.booleans(), found=st.booleans())
    @some(at(CaseState.PRODUCED))
    def collect(self, who: int, agent: bool, on_screen: bool, found: bool) -> None:
        self.takes(self.one(who, at(CaseState.PRODUCED)), agent=agent, on_screen=on_screen, found=found)

    def takes(
        self, body: Somebody, *, agent: bool = False, on_screen: bool = False, found: bool = True
    ) -> None:
        """Somebody comes for a card that is made."""
        card = body.card(PermitState.PRODUCED)
        assert card is not None
        old = OldCard.RETURNED if found else OldCard.LOST
        form = HandOverForm(
            SignedOn.SCREEN if on_screen else SignedOn.PAPER,
            ReceiptFate.RETURNED,
            WIFE if agent else None,
            old if card.replaces is not None else None,
            self.tools.photo if on_screen else None,
        )
        handing_over, request = self.tools.station.handing_over, key()
        case_id = body.case_id
        possible = card.face == body.name and body.registered is not None
        found_now = handing_over.find(self.tools.clerk, stands(self.tools, card).permit_number)
        assert found_now.ready is possible, str(found_now.problem)
        done = self.attempt(
            possible, lambda: handing_over.hand_over(self.tools.clerk, request, case_id, form)
        )
        if done is None:
            self.tools.happened["face out of date at hand-over"] += 1
            return
        assert handing_over.hand_over(self.tools.clerk, request, case_id, form) == done
        card.state = PermitState.VALID
        if card.replaces is not None:  # which may have been endorsed while this one waited
            card.replaces.state = PermitState.REPLACED
            card.go_on_from(card.replaces)
        if self.today > card.due:  # it lay there for too long, or the old one was overdue
            card.state = PermitState.SUSPENDED
            self.tools.happened["suspended at hand-over"] += 1
        body.ends(CaseState.COMPLETED)
        self.tools.happened["to an agent" if agent else "to the holder"] += 1
