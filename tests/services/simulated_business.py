"""What the clerks of the simulated day do: every matter of the counter, with its papers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from desktop.domain.codes import CancelReason, CaseState, Ground, MaterialState
from desktop.domain.errors import ServerAway
from desktop.domain.forms import ApplicationForm, RegistrationForm, read_registration
from desktop.domain.handing_over import HandOverForm, OldCard, ReceiptFate, SignedOn
from desktop.domain.permit_life import OPEN, PermitState
from desktop.domain.replacement import ReplacementKind
from desktop.services import permit_records
from desktop.services.application_rows import ApplicationDone
from desktop.services.decision_rows import QueueFilter
from desktop.services.departures import DepartureForm
from desktop.services.permit_endings import CardFate
from desktop.services.permit_rows import PermitRow
from desktop.services.practice_photo import sample_photo
from desktop.services.rows import Actor, RegistrationDone
from tests.services.outage import home_of, person_of
from tests.services.simulated_window import TODAY, Desk, key

PHOTO = sample_photo()
MINOR = {
    "minor_name": "演练小甲",
    "minor_sex": "1",
    "minor_birth_date": "2019-06-01",
    "minor_id_number": "",
    "minor_relation": "son",
}
_ON_PAPER = HandOverForm(SignedOn.PAPER, ReceiptFate.RETURNED)


class Business:
    """A clerk at a window; residents go by a serial."""

    def __init__(self, window: Desk) -> None:
        self.window, self.counter = window, window.counter

    # -- registration --------------------------------------------------------------------------------
    def newcomer(
        self, serial: int, *, spoil: bool = False, home: RegistrationForm | None = None, **person: str
    ) -> RegistrationDone:
        """Look somebody up who is not known, register them, print the certificate."""
        number = person_of(serial).id_number
        self.counter.lookup.find(self.window.actor, number)
        done = self._registered(serial, home or home_of(house_number=str(serial)), None, **person)
        self.window.hand_out(done.paper_id, spoil=spoil)
        return done

    def family(self, serial: int) -> None:
        """A newcomer with a child, who came a month ago."""
        values = {
            **{"division": "370102", "street": "370102001", "community": "370102001002", "road": "演练路"},
            **{"house_number": str(serial), "lodging": "rented", "reason": "work", "reported_by": "self"},
            "arrived_on": "2026-10-20",
        }
        home = read_registration(values, (MINOR,), TODAY)
        assert home.value is not None, home.problems
        done = self.newcomer(serial, home=home.value)
        assert done.registration.late_days > 0
        assert [minor.name for minor in done.registration.minors] == [MINOR["minor_name"]]

    def move(self, serial: int, **person: str) -> RegistrationDone:
        """Somebody lives elsewhere in the county from today on."""
        known = self.person(serial)
        here = next(
            span
            for span in self.counter.people.page(self.window.actor, known).registrations
            if span.until is None
        )
        home = home_of(house_number=str(serial), road="新路", arrived_on=TODAY.isoformat())
        done = self._registered(serial, home, here.registration_id, **person)
        self.window.hand_out(done.paper_id)
        return done

    def leave(self, serial: int) -> None:
        """Somebody leaves the county: registration and permit end."""
        form = DepartureForm(CancelReason.LEFT, TODAY, "420100", "武汉路1号")
        known = self.person(serial)
        done = self.window.twice(
            lambda request: self.counter.departures.leave(self.window.actor, request, known, form),
            lambda answer: answer.case.case_number,
        )
        self.window.hand_out(done.paper_id)

    def reprint(self, serial: int, reason: str = "群众遗失") -> None:
        """The first paper of the newest case once more."""
        page = self.counter.people.page(self.window.actor, self.person(serial))
        [paper, *_] = self.counter.papers.of_case(page.cases[0].case_id)
        self.window.print_again(paper.paper_id, reason)

    # -- applications --------------------------------------------------------------------------------
    def apply(self, serial: int, *missing: str, resumes: int | None = None) -> ApplicationDone:
        """Take an application, or tell what is missing."""
        known, actor = self.person(serial), self.window.actor
        needs = self.counter.applications.checklist(actor, known, Ground.EMPLOYMENT, None).materials
        states = {need.code: MaterialState.PRESENT for need in needs}
        states |= dict.fromkeys(missing, MaterialState.MISSING)
        form = ApplicationForm(Ground.EMPLOYMENT, states, "", None, "")
        photo = None if "photo" in missing else PHOTO
        done = self.window.twice(
            lambda request: self.counter.applications.accept(
                actor, request, known, form, photo, resumes=resumes
            ),
            lambda answer: answer.case.case_number,
        )
        self.window.hand_out(done.paper_id)
        return done

    def resume(self, serial: int) -> ApplicationDone:
        """Somebody comes with the notice and what was missing."""
        page = self.counter.people.page(self.window.actor, self.person(serial))
        return self.apply(serial, resumes=page.cases[0].case_id)

    # -- decisions, production, hand-over --------------------------------------------------------------
    def decide(self, most: int = 100) -> None:
        """The officer goes through what waits: every seventh is denied."""
        decisions, actor = self.counter.decisions, self.window.actor
        for place, row in enumerate(decisions.queue_at(actor, QueueFilter(), 0, most).rows):
            page = decisions.page(actor, row.case.case_id)
            if place % 7 == 6:
                done = decisions.deny(actor, key(), page.case.case_id, page.case.version, "材料不实")
                assert done.paper_id is not None
                self.window.hand_out(done.paper_id)
            else:
                decisions.grant(actor, key(), page.case.case_id, page.case.version)
            self.window.clock.pass_by(30)

    def produce(self, *, spoil: bool = False) -> None:
        """Make what is granted, on blanks of this counter; one of them is spoiled, if told to."""
        production, actor = self.counter.production, self.window.actor
        for first in (True, False):
            waiting = [row.case_id for row in production.waiting() if not row.serial]
            if waiting:
                production.reserve(actor, key(), waiting)
            serials = [card.serial for card in production.unfinished(actor.counter_number)]
            if serials and spoil and first:
                production.spoiled(actor, key(), serials.pop(0), "打印歪斜")
            done = production.printed(actor, key(), serials)
            assert done.problems == ()

    def hand_over(self, permit: PermitRow) -> None:
        """The holder takes the card."""
        form = replace(_ON_PAPER, old_card=OldCard.RETURNED) if permit.replaces_id else _ON_PAPER
        self.counter.handing_over.hand_over(self.window.actor, key(), permit.case_id, form)

    def hand_over_some(self, places: slice) -> int:
        """Some of those whose permit was made come for it; return how many did."""
        actor, link = self.window.actor, self.counter.office.database.link
        made = [case for case in self.counter.day.cases(TODAY) if case.state is CaseState.PRODUCED][places]
        for case in made:
            assert self.counter.handing_over.find(actor, case.case_number).problem is None
            permit = permit_records.of_case(link, case.case_id)
            assert permit is not None
            self.hand_over(permit)
        return len(made)

    # -- a permit's life -------------------------------------------------------------------------------
    def endorse(self, serial: int) -> None:
        """A year has passed."""
        permit = self.permit(serial, PermitState.VALID)
        done = self.window.twice(
            lambda request: self.counter.endorsements.endorse(
                self.window.actor,
                request,
                permit.permit_id,
                permit.version,
                Ground.EMPLOYMENT,
                MaterialState.PRESENT,
            ),
            lambda answer: answer.case.case_number,
        )
        self.window.hand_out(done.paper_id)

    def cancel(self, serial: int) -> None:
        """The holder does not want it any more."""
        permit = self.permit(serial, PermitState.VALID)
        done = self.window.twice(
            lambda request: self.counter.cancellations.cancel(
                self.window.actor,
                request,
                permit.permit_id,
                permit.version,
                CancelReason.OWN_WISH,
                CardFate.RETURNED,
            ),
            lambda answer: answer.case.case_number,
        )
        self.window.hand_out(done.paper_id)

    def replace(self, serial: int) -> None:
        """The card broke."""
        permit, actor = self.permit(serial, PermitState.VALID), self.window.actor
        kind = ReplacementKind.DAMAGED
        check = self.counter.replacements.replacement(actor, permit.permit_id, kind)
        states = {need.code: MaterialState.PRESENT for need in check.materials}
        done = self.window.twice(
            lambda request: self.counter.replacements.replace(
                actor, request, permit.permit_id, permit.version, kind, PHOTO, states, "折断"
            ),
            lambda answer: answer.case.case_number,
        )
        self.window.hand_out(done.paper_id)

    def lose_and_find(self, serial: int) -> None:
        """The card is gone, and turns up again."""
        changes, actor = self.counter.permit_changes, self.window.actor
        for deed, state in (
            (changes.declare_lost, PermitState.VALID),
            (changes.found_again, PermitState.LOST),
        ):
            permit = self.permit(serial, state)
            deed(actor, key(), permit.permit_id, permit.version)

    # -- without the server ----------------------------------------------------------------------------
    def ask_what_waits(self, deed: Any, *args: Any) -> None:
        """Try what cannot be done without the server: the clerk is told, and nothing is done."""
        try:
            deed(*args)
        except ServerAway as error:
            self.window.waits.append(str(error))
        else:
            raise AssertionError("it was done without the server")

    # -- inside ----------------------------------------------------------------------------------------
    def person(self, serial: int) -> int:
        """Find somebody as a clerk does: by the number on their card."""
        [hit] = self.counter.lookup.find(self.window.actor, person_of(serial).id_number).hits
        return hit.person_id

    def permit(self, serial: int, *states: PermitState) -> PermitRow:
        with self.counter.office.database.faults():
            found = permit_records.of_person(self.counter.office.database.link, self.person(serial))
        return next(permit for permit in found if permit.state in (states or OPEN))

    def _registered(
        self, serial: int, home: RegistrationForm, move_from: int | None, **person: str
    ) -> RegistrationDone:
        form = person_of(serial, **person)
        return self.window.twice(
            lambda request: self.counter.registrations.accept(
                self.window.actor, request, form, home, move_from=move_from
            ),
            lambda answer: answer.case.case_number,
        )


def years_before(days: Business, decider: Actor, people: Mapping[str, range]) -> None:
    """What the station was before the day: residents of half a year, of whom `recent` moved two weeks ago.

    `waiting` were told two days ago what is missing; `holders` have a permit that is endorsed these days.
    """
    clock, counter = days.window.clock, days.counter
    clock.go(date(2025, 5, 12), 9)
    for serial in people["holders"]:
        days._registered(serial, home_of(arrived_on="2025-05-12"), None)
    clock.go(date(2025, 11, 25), 9)
    for serial in people["holders"]:
        case = days.apply(serial).case
        counter.decisions.grant(decider, key(), case.case_id, case.version)
    clock.go(date(2025, 12, 1), 9)
    days.produce()
    for serial in people["holders"]:
        days.hand_over(days.permit(serial, PermitState.PRODUCED))
    clock.go(date(2026, 5, 18), 9)
    for serial in (*people["residents"], *people["recent"], *people["waiting"]):
        days._registered(serial, home_of(arrived_on="2026-05-18", house_number=str(serial)), None)
    clock.go(date(2026, 11, 6), 9)
    for serial in people["recent"]:
        days.move(serial)
    clock.go(date(2026, 11, 18), 9)
    for serial in people["waiting"]:
        days.apply(serial, "photo")
