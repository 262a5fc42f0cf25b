"""Residence registration (居住登记): advise while it is typed, accept it, move it."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from desktop.domain.addresses import Address, written
from desktop.domain.case_numbers import paper_number
from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind, CaseState, LodgingKind, PaperKind
from desktop.domain.errors import NotPossible, Sentence, sentence
from desktop.domain.ethnicities import ETHNIC
from desktop.domain.rights import Right
from desktop.domain.times import local_date
from desktop.services import (
    about_whom,
    case_records,
    numbering,
    paper_records,
    people_records,
    permit_following,
    registration_answers,
    registration_records,
    seal_keys,
)
from desktop.services.in_turn import taking_turns
from desktop.services.journal import Happening
from desktop.services.law_notes import certificate_notes
from desktop.services.registration_rules import RegistrationRules
from desktop.services.rights import needs, needs_here
from desktop.services.rows import RegistrationAdvice, RegistrationDone, RegistrationRow
from desktop.services.without_server import without_server

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.case_numbers import CaseNumber
    from desktop.domain.forms import PersonForm, RegistrationForm
    from desktop.domain.policy import Policy
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor
    from printing.documents import RegistrationCertificate
    from printing.documents.registration import Minor

MOVED = "moved"


class Registrations:
    """Registers residence; one open registration a person, every span kept."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal
        self._rules = RegistrationRules(office)
        self._notes: tuple[Policy, tuple[str, ...]] | None = None  # the last policy's, and what it says

    @needs(Right.REGISTER_RESIDENCE)
    def advise(
        self,
        actor: Actor,
        arrived_on: date,
        hukou_division: str,
        division: str,
        lodging: LodgingKind,
        intended_until: date | None = None,
        printed: tuple[str, ...] = (),
        moved_from: str = "",
    ) -> RegistrationAdvice:
        """Say what the rules make of a registration that is being typed; nothing is stored.

        `moved_from` is the county (6 digits) of the registration that ends with a move. `printed` are the words
        that would go on paper: a character that no font has is told at once.
        """
        today = self._office.today()
        policy = self._policy(actor, today)
        rules = self._rules
        judged = rules.judge(arrived_on, today, hukou_division, division, lodging, intended_until, policy)
        if moved_from and division:
            judged = rules.moved(judged, moved_from, division, arrived_on, today, policy)
        found = judged.found
        return RegistrationAdvice(
            due_on=found.due_on,
            estimated=found.estimated,
            late_days=found.days_late,
            findings=judged.named,
            notes=self._glyph_notes(printed),
            policy=policy.version,
        )

    @needs_here(Right.LOOK_UP)
    def open_registration(self, person_id: int) -> RegistrationRow | None:
        """Return where a person is registered now, for showing both side by side."""
        with self._office.database.faults():
            link = self._office.database.link
            row = registration_records.open_of(link, person_id)
            return None if row is None else registration_records.frozen(link, row, self._station_name())

    @needs_here(Right.LOOK_UP)
    def previous_addresses(self, person_id: int) -> tuple[Address, ...]:
        """Return the addresses a person was registered at, newest first, each once."""
        with self._office.database.faults():
            rows = registration_records.of_person(self._office.database.link, person_id, "")
        return tuple(dict.fromkeys(row.address for row in rows))

    @needs(Right.REGISTER_RESIDENCE)
    def last_address(self, actor: Actor) -> Address | None:
        """Return the address of the last person registered at this counter today."""
        with self._office.database.faults():
            row = registration_records.last_at_counter(
                self._office.database.link, actor.counter_number, self._office.today()
            )
        return None if row is None else registration_records.address_of(row)

    @without_server("registrations.accept", about_whom.of_form)
    @needs(Right.REGISTER_RESIDENCE)
    @taking_turns
    def accept(
        self,
        actor: Actor,
        request_id: str,
        person: PersonForm,
        form: RegistrationForm,
        *,
        move_from: int | None = None,
    ) -> RegistrationDone:
        """Register a residence, durably, with its certificate frozen in the same transaction.

        The same `request_id` again gives the same answer and no second row. Whoever is registered already
        is moved only when `move_from` names that registration: its span ends, a new one begins, both are
        kept. A late arrival is recorded as late and never refused. Who somebody is, once known, is not
        written over: that takes a correction. Raises NotPossible otherwise.
        """
        office = self._office
        at = office.clock.now()
        today = local_date(at)
        policy = self._policy(actor, today)
        judged = self._rules.judge(
            form.arrived_on,
            today,
            person.hukou_division,
            form.address.division,
            form.lodging,
            form.intended_until,
            policy,
        )
        address = written(form.address, self._place_names(form.address))
        with office.database.write() as link:
            self._foresee(link, actor, person, today)
            done = case_records.by_request(link, request_id)
            if done is not None:
                return registration_answers.stored(link, actor, done.case_id)
            kept, person = people_records.keep(office, link, actor, person, at)
            current = None if kept.new else registration_records.open_of(link, kept.person_id)
            _check_move(current, move_from)
            if current is not None:
                permit_following.check_leaving(
                    office, link, kept.person_id, current.division, form, policy, today
                )
                judged = self._rules.moved(
                    judged,
                    current.division,
                    form.address.division,
                    form.arrived_on,
                    today,
                    policy,
                    current.registration_id,
                )
            found = judged.found
            new = case_records.NewCase(
                kind=CaseKind.REGISTRATION if current is None else CaseKind.REGISTRATION_MOVE,
                state=CaseState.COMPLETED,
                request_id=request_id,
                summary=address,
                policy=policy.version,
                facts=judged.facts,
            )
            case = case_records.take(office, link, actor, kept, new, at)
            if current is not None:
                registration_records.end_span(office, link, actor, current, today, MOVED, at)
            registration_id = registration_records.open_span(
                office,
                link,
                actor,
                kept,
                case.case_id,
                form,
                {
                    "written_address": address,
                    "employer": person.employer,
                    "registered_on": today,
                    "late_days": found.days_late,
                },
                at,
            )
            if current is not None:
                permit_following.follow_move(
                    office, self._journal, link, actor, request_id, kept.person_id, case, at
                )
            paper_id = paper_records.freeze(
                office,
                link,
                actor,
                self._certificate(actor, case.number, person, form, address, policy, at),
                at,
                case_id=case.case_id,
                person_id=kept.person_id,
            )
            self._journal.write(
                link,
                Happening(
                    actor,
                    "register_residence",
                    at,
                    person_id=kept.person_id,
                    person_row=kept.row,
                    case_number=str(case.number),
                    paper_number=paper_number(PaperKind.REGISTRATION_CERTIFICATE, case.number),
                    detail=str(label(form.lodging)),
                    known=(person.name, person.former_name, person.id_number),
                ),
            )
            if current is not None:
                return registration_answers.stored(link, actor, case.case_id)
            return registration_answers.told(
                actor, case, new, kept.person_id, registration_id, paper_id, found.days_late, person, form, at
            )

    def _foresee(self, link: Link, actor: Actor, person: PersonForm, today: date) -> None:
        """Have a server told in one go what storing a registration will ask it; a file is asked in time."""
        if link.dialect.name == "sqlite":
            return
        people_records.foresee(link, person)
        numbering.foresee(link, actor, today)
        seal_keys.foresee(self._office, link, actor)
        self._journal.foresee(link, actor)

    def _policy(self, actor: Actor, today: date) -> Policy:
        return self._office.policies.in_force(actor.station.division, today)

    def _notes_of(self, policy: Policy) -> tuple[str, ...]:
        if self._notes is None or self._notes[0] is not policy:
            self._notes = (policy, certificate_notes(policy))
        return self._notes[1]

    def _station_name(self) -> str:
        station = self._office.station()
        return station.name if station else ""

    def _place_names(self, address: Address) -> tuple[str, ...]:
        return self._office.divisions.path(address.community or address.street or address.division)

    def _glyph_notes(self, printed: tuple[str, ...]) -> tuple[Sentence, ...]:
        from printing.fonts import missing_glyphs

        fonts = self._office.fonts()
        missing = {
            one.character: one.code_point for words in printed for one in missing_glyphs(words, fonts.own)
        }
        return tuple(
            sentence(
                "advice",
                "“{character}”（{code_point}）没有可用字体：登记可以保存，凭证要等管理员装入字体后才能打印。",
            ).fill(character=character, code_point=code_point)
            for character, code_point in missing.items()
        )

    def _certificate(
        self,
        actor: Actor,
        number: CaseNumber,
        person: PersonForm,
        form: RegistrationForm,
        address: str,
        policy: Policy,
        at: datetime,
    ) -> RegistrationCertificate:
        certificate, of_minor = _papers()
        return certificate(
            **paper_records.standing(actor, number, PaperKind.REGISTRATION_CERTIFICATE, at),
            name=person.name,
            sex=str(label(person.sex)),
            ethnicity=str(ETHNIC[person.ethnicity]) if person.ethnicity else "",
            birth_date=person.birth_date,
            id_kind=str(label(person.id_kind)),
            id_number=person.id_number,
            hukou_division=self._office.divisions.full_name(person.hukou_division),
            hukou_address=person.hukou_address,
            residence_address=address,
            lodging=str(label(form.lodging)),
            reason=str(label(form.reason)),
            arrived_on=form.arrived_on,
            registered_on=local_date(at),
            intended_until=form.intended_until,
            employer=person.employer,
            minors=tuple(
                of_minor(
                    name=minor.name,
                    sex=str(label(minor.sex)),
                    birth_date=minor.birth_date,
                    id_number=minor.id_number,
                    relation=str(label(minor.relation)),
                )
                for minor in form.minors
            ),
            title=policy.registration.certificate.value,
            notes=self._notes_of(policy),
        )


def _check_move(current: object | None, move_from: int | None) -> None:
    registered_at = getattr(current, "registration_id", None)
    if current is not None and registered_at != move_from:
        raise NotPossible(
            sentence(
                "errors", "此人已在“{address}”登记（{on}）。迁居的按“变更到新住址”办理，原登记随之结束。"
            ).fill(address=getattr(current, "written_address", ""), on=getattr(current, "registered_on", ""))
        )
    if current is None and move_from is not None:
        raise NotPossible(sentence("errors", "原登记刚刚已经结束，请重新打开此人的页面后再办理。"))


@cache
def _papers() -> tuple[type[RegistrationCertificate], type[Minor]]:
    """Import them when the first is made, for start-up time, and once: with Qt each import in a function takes 13 µs."""
    from printing.documents.registration import Minor, RegistrationCertificate

    return RegistrationCertificate, Minor
