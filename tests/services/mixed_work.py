"""What sixteen counters do at once with the same few people: every step through the services, at random."""

from __future__ import annotations

import random
import threading
import uuid
from collections import Counter as Tally
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from desktop.domain.codes import CancelReason, Ground, MaterialState
from desktop.domain.errors import CounterError, EnvironmentTrouble
from desktop.domain.forms import ApplicationForm, read_person, read_registration
from desktop.domain.handing_over import HandOverForm, OldCard, ReceiptFate, SignedOn
from desktop.domain.permit_life import LIVE, PermitState
from desktop.domain.replacement import ReplacementKind
from desktop.models.database import Database
from desktop.models.server_faults import InTheWay
from desktop.services import permit_records
from desktop.services.counter import Counter, build_counter
from desktop.services.decision_rows import QueueFilter
from desktop.services.departures import DepartureForm
from desktop.services.ports import Folders
from desktop.services.practice_photo import sample_photo
from desktop.services.rows import Actor
from tests.conftest import FRIDAY_MORNING, FakeClock
from tests.services.conftest import numbered

TODAY = date(2026, 11, 20)
PEOPLE = 40
"""So few that counters meet one another all the time."""
BLANKS = 400
"""Blanks at each counter."""
PHOTO = sample_photo()
"""A real one: nothing is made with anything less."""
_ON_PAPER = HandOverForm(SignedOn.PAPER, ReceiptFate.RETURNED)


def key() -> str:
    return str(uuid.uuid4())


class Desk:
    """One counter of the station: services and connection of its own, and the dice that say what comes next."""

    def __init__(self, counter: Counter, actor: Actor, decider: Actor, seed: int, people: list[int]) -> None:
        self.counter, self.actor, self.dice = counter, actor, random.Random(seed)
        self.decider = decider  # whoever took a case does not decide it
        self.people = people  # shared by all desks; grows
        self.done: Tally[str] = Tally()
        self.told: Tally[str] = Tally()
        counter.office.rights.seat(actor)
        self._deeds: list[tuple[int, Callable[[], Any]]] = [
            (14, self.register),
            (16, self.apply),
            (16, self.decide),
            (12, self.reserve),
            (12, self.produce),
            (12, self.hand_over),
            (4, self.move),
            (3, self.lose_or_find),
            (3, self.replace),
            (2, self.leave),
            (8, self.look_up),
            (3, self.reprint),
        ]

    def work(self, times: int) -> None:
        """Do so many things; a refusal is an answer, anything else that goes wrong is a fault."""
        weights = [weight for weight, _ in self._deeds]
        for _ in range(times):
            [(_, deed)] = self.dice.choices(self._deeds, weights)
            try:
                deed()
            except InTheWay:
                self.told[f"{deed.__name__}: in the way"] += 1
            except EnvironmentTrouble:
                raise
            except CounterError as error:
                self.told[f"{deed.__name__}: {error}"[:60]] += 1
            else:
                self.done[deed.__name__] += 1

    # -- what is done ------------------------------------------------------------------------------
    def register(self) -> None:
        """Register one of a few, who may be standing at another counter too."""
        self._registered(self.dice.randrange(PEOPLE), str(self.dice.randrange(1, 9)), None)

    def move(self) -> None:
        person = self.dice.choice(self.people)
        spans = self.counter.people.page(self.actor, person).registrations
        here = next((span for span in spans if span.until is None), None)
        serial = int(self.counter.people.person(person).id_number[14:17])
        self._registered(
            serial, str(self.dice.randrange(10, 99)), here.registration_id if here is not None else None
        )

    def apply(self) -> None:
        person = self.dice.choice(self.people)
        applications = self.counter.applications
        needs = applications.checklist(self.actor, person, Ground.EMPLOYMENT, None).materials
        states = {need.code: MaterialState.PRESENT for need in needs}
        form = ApplicationForm(Ground.EMPLOYMENT, states, "", None, "")
        applications.accept(self.actor, key(), person, form, PHOTO)

    def decide(self) -> None:
        decisions = self.counter.decisions
        rows = decisions.queue_at(self.decider, QueueFilter(), 0, 20).rows
        if rows:
            case = self.dice.choice(rows).case
            if self.dice.random() < 0.8:
                decisions.grant(self.decider, key(), case.case_id, case.version)
            else:
                decisions.deny(self.decider, key(), case.case_id, case.version, "材料不实")

    def reserve(self) -> None:
        waiting = [row for row in self.counter.production.waiting() if not row.serial]
        cases = [row.case_id for row in self.dice.sample(waiting, min(len(waiting), 3))]
        if cases:
            self.counter.production.reserve(self.actor, key(), cases)

    def produce(self) -> None:
        cards = self.counter.production.unfinished(self.actor.counter_number)
        serials = [card.serial for card in cards][:3]
        if serials and self.dice.random() < 0.1:
            self.counter.production.spoiled(self.actor, key(), serials[0], "打坏了")
        elif serials:
            self.counter.production.printed(self.actor, key(), serials)

    def hand_over(self) -> None:
        permit = self._permit(PermitState.PRODUCED)
        if permit is not None:
            form = replace(_ON_PAPER, old_card=OldCard.RETURNED) if permit.replaces_id else _ON_PAPER
            self.counter.handing_over.hand_over(self.actor, key(), permit.case_id, form)

    def lose_or_find(self) -> None:
        changes = self.counter.permit_changes
        permit = self._permit(PermitState.VALID, PermitState.LOST)
        if permit is not None:
            deed = changes.declare_lost if permit.state is PermitState.VALID else changes.found_again
            deed(self.actor, key(), permit.permit_id, permit.version)

    def replace(self) -> None:
        permit = self._permit(PermitState.VALID, PermitState.LOST)
        if permit is not None:
            lost = permit.state is PermitState.LOST
            kind = ReplacementKind.LOST if lost else ReplacementKind.DAMAGED
            check = self.counter.replacements.replacement(self.actor, permit.permit_id, kind)
            states = {need.code: MaterialState.PRESENT for need in check.materials}
            self.counter.replacements.replace(
                self.actor, key(), permit.permit_id, permit.version, kind, PHOTO, states, "换证"
            )

    def leave(self) -> None:
        form = DepartureForm(CancelReason.LEFT, TODAY, "420100", "武汉路1号")
        self.counter.departures.leave(self.actor, key(), self.dice.choice(self.people), form)

    def look_up(self) -> None:
        self.counter.lookup.find(self.actor, self._number(self.dice.randrange(PEOPLE)))
        self.counter.journal.flush()

    def reprint(self) -> None:
        page = self.counter.people.page(self.actor, self.dice.choice(self.people))
        if page.cases:
            papers = self.counter.papers.of_case(self.dice.choice(page.cases).case_id)
            if papers:
                self.counter.papers.again(self.actor, key(), papers[0].paper_id, "污损")

    # -- inside ------------------------------------------------------------------------------------
    def _permit(self, *states: PermitState) -> Any | None:
        link = self.counter.office.database.link
        permits = permit_records.of_person(link, self.dice.choice(self.people))
        return next((permit for permit in permits if permit.state in states), None)

    def _number(self, serial: int) -> str:
        return numbered(f"37132119900214{serial:03d}")

    def _registered(self, serial: int, house: str, move_from: int | None) -> None:
        person = read_person(
            {
                "id_number": self._number(serial),
                "name": "演练甲",
                "ethnicity": "01",
                "hukou_division": "371321",
                "phone": f"139{self.dice.randrange(10**8):08d}",
            },
            TODAY,
        ).value
        home = {
            "division": "370102",
            "street": "370102001",
            "community": "370102001002",
            "road": "演练路",
            "house_number": house,
            "lodging": "rented",
            "reason": "work",
            "arrived_on": self.counter.office.clock.now().date().isoformat(),
        }
        residence = read_registration(home, (), TODAY).value
        assert person is not None
        assert residence is not None
        done = self.counter.registrations.accept(self.actor, key(), person, residence, move_from=move_from)
        if done.case.person_id not in self.people:
            self.people.append(done.case.person_id)


def desks(
    reach: Callable[[], Database], folder: Path, cache: Path, officers: tuple[Actor, Actor], number: int
) -> Iterator[Desk]:
    """Open counters 1 to `number`, half of the people registered half a year ago, blanks at every counter."""
    people: list[int] = []
    for place in range(1, number + 1):
        folders = Folders(folder / str(place), cache)
        folders.data.mkdir(parents=True)
        counter = build_counter(reach(), folders, FakeClock())
        actor, decider = (replace(officer, counter_number=place) for officer in officers)
        ends = f"M{place:02}0001", f"M{place:02}{BLANKS:04}"
        counter.blanks.receive(actor, key(), *ends)
        counter.blanks.move_to_counter(actor, key(), *ends, place)
        desk = Desk(counter, actor, decider, place, people)
        if place == 1:
            clock = counter.office.clock
            assert isinstance(clock, FakeClock)
            clock.moment = datetime(2026, 5, 18, 2, tzinfo=UTC)
            for serial in range(0, PEOPLE, 2):
                desk._registered(serial, str(serial + 100), None)
            clock.moment = FRIDAY_MORNING
        yield desk


def work_at_once(every: list[Desk], times: int) -> None:
    """Have all desks work at the same time, each as a program of its own."""
    gate = threading.Barrier(len(every))

    def work(desk: Desk) -> None:
        gate.wait()
        desk.work(times)

    with ThreadPoolExecutor(len(every)) as threads:
        for came in [threads.submit(work, desk) for desk in every]:
            came.result()


LIVE_STATES = ", ".join(f"'{state.value}'" for state in LIVE)
NEVER: dict[str, str] = {
    "a case number twice": "select case_number from case_file group by 1 having count(*) > 1",
    "a paper number twice": "select paper_number from paper group by 1 having count(*) > 1",
    "two current versions of a person": "select id_number from person where live_key is not null"
    " group by 1 having count(*) > 1",
    "two homes at once": "select person_id from registration where open_person_id is not null"
    " group by 1 having count(*) > 1",
    "two live permits": f"select person_id from permit where current_id is not null and state in ({LIVE_STATES})"
    " group by 1 having count(*) > 1",
    "two permits of one case": "select case_id from permit where current_id is not null"
    " group by 1 having count(*) > 1",
    "a serial on two permits": "select serial from permit where current_id is not null"
    " group by 1 having count(distinct permit_id) > 1",
    "two applications at once": "select person_id from case_file where kind = 'permit_application' and state in"
    " ('accepted', 'awaiting_materials', 'sent_back', 'granted', 'produced') group by 1 having count(*) > 1",
    "versions that are not 1 to n": "select person_id from person group by 1"
    " having max(version) <> count(*) or min(version) <> 1",
    "permit versions that are not 1 to n": "select permit_id from permit group by 1"
    " having max(version) <> count(*) or min(version) <> 1",
    "a chain with a hole": "select counter_number from journal_entry group by 1"
    " having max(sequence) <> count(*) or min(sequence) <> 1",
    "a used blank without a permit": "select serial from blank where state = 'used'"
    " and serial not in (select serial from permit)",
    "numbers that were not given": "select counter_number from counter_sequence where series = 'case' and last <>"
    " (select count(*) from case_file where case_file.counter_number = counter_sequence.counter_number"
    " and substr(case_number, 10, 8) = to_char(on_date, 'YYYYMMDD'))",
}
"""What must never be found, and how it is looked for."""
