"""The person's page: everything known, what is due, and what can be done now."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.codes import CaseKind, CaseState, IdKind
from desktop.domain.errors import NotPossible, Sentence, sentence
from desktop.domain.permit_life import OPEN as NOT_ENDED
from desktop.domain.residence import reached_on
from desktop.domain.rights import Right
from desktop.domain.working_days import working_days_left
from desktop.services import (
    case_records,
    names_anew,
    paper_records,
    people_records,
    permit_records,
    person_versions,
    registration_records,
)
from desktop.services.correction_reading import WAITS, waiting_among
from desktop.services.journal import Happening
from desktop.services.offered import actions_for
from desktop.services.rights import needs, needs_here
from desktop.services.rows import ActionRow, DueRow, PersonPage, PersonRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.permit_rows import PermitRow
    from desktop.services.rows import Actor, CaseRow, RegistrationRow


class People:
    """Reads people; each look is written down with its matter."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs_here(Right.LOOK_UP)
    def by_number(self, kind: IdKind, number: str) -> PersonRow | None:
        """Return who has this ID number now, for filling a form; None for a newcomer."""
        with self._office.database.faults():
            row = people_records.by_number(self._office.database.link, kind, number)
        return None if row is None else people_records.person_row(row)

    @needs_here(Right.LOOK_UP)
    def person(self, person_id: int) -> PersonRow:
        """Return a person; NotPossible when there is none."""
        with self._office.database.faults():
            row = people_records.by_id(self._office.database.link, person_id)
        if row is None:
            raise NotPossible(sentence("errors", "没有这个人的记录。"))
        return people_records.person_row(row)

    @needs(Right.WORK_DAY)
    def index_names(self, actor: Actor, stopped: Callable[[], bool] = lambda: False) -> bool:
        """Have names stored by an earlier version found by each of their parts; see `names_anew.index_anew`."""
        return names_anew.index_anew(self._office, stopped)

    @needs(Right.LOOK_UP)
    def page(self, actor: Actor, person_id: int, matter: str = "") -> PersonPage:
        """Return everything the person's page shows, and write down that it was looked at."""
        office = self._office
        person = self.person(person_id)
        with office.database.faults():
            link = office.database.link
            registrations = registration_records.of_person(link, person_id, actor.station.name)
            cases = case_records.of_person(link, person_id)
            papers = paper_records.of_person(link, person_id)
            permits = permit_records.of_person(link, person_id)
            versions = person_versions.history(link, person_id)
            superseded = person_versions.superseded_of_person(link, person_id, versions)
        today = office.today()
        full_on, full_months = self._full(actor, person, registrations, today)
        self._note(actor, "view_person", person_id, matter)
        return PersonPage(
            person=person,
            hukou_place=office.divisions.full_name(person.hukou_division) + person.hukou_address,
            registrations=registrations,
            cases=cases,
            papers=papers,
            due=self._due(cases, registrations, today),
            actions=actions_for(office, actor, _actions(cases, registrations, permits)),
            today=today,
            full_on=full_on,
            full_months=full_months,
            permits=permits,
            versions=tuple(reversed(versions)),
            superseded=superseded,
            places={
                code: office.divisions.full_name(code) or code
                for code in {one.facts["hukou_division"] for one in versions}
                if code
            },
        )

    @needs(Right.SEE_WHOLE_NUMBERS)
    def whole_number_shown(self, actor: Actor, person_id: int, matter: str = "") -> None:
        """Write down that the whole ID number was shown."""
        self._note(actor, "show_number", person_id, matter)

    def _note(self, actor: Actor, action: str, person_id: int, matter: str) -> None:
        self._journal.note(
            Happening(actor, action, self._office.clock.now(), person_id=person_id, matter=matter)
        )

    def _full(
        self, actor: Actor, person: PersonRow, registrations: tuple[RegistrationRow, ...], today: date
    ) -> tuple[date | None, int]:
        """Return the day on which the present residence lasts long enough for a permit, and the months."""
        permit = self._office.policies.in_force(actor.station.division, today).permit
        here = next((row for row in registrations if row.until is None), None)
        mainland = person.id_kind is IdKind.RESIDENT
        months = permit.months_registered.value
        if here is None or here.registered_on > today or (permit.mainland_only.value and not mainland):
            return None, months
        _, full_on = reached_on(registration_records.spans(registrations), months, permit.spans.value, today)
        return full_on, months

    def _due(
        self, cases: tuple[CaseRow, ...], registrations: tuple[RegistrationRow, ...], today: date
    ) -> tuple[DueRow, ...]:
        calendar = self._office.calendar
        due = [
            DueRow(
                sentence("due", "居住证办理期限"),
                case.due_on,
                working_days_left(today, case.due_on, calendar),
                case.due_estimated,
                case.case_id,
            )
            for case in cases
            if case.kind is CaseKind.PERMIT_APPLICATION
            and case.state is CaseState.ACCEPTED
            and case.due_on is not None
        ]
        due += [
            DueRow(
                sentence("due", "拟居住期限届满"),
                row.intended_until,
                working_days_left(today, row.intended_until, calendar),
                False,
                row.case_id,
            )
            for row in registrations
            if row.until is None and row.intended_until is not None
        ]
        return tuple(sorted(due, key=lambda row: row.on))


def _actions(
    cases: tuple[CaseRow, ...],
    registrations: tuple[RegistrationRow, ...],
    permits: tuple[PermitRow, ...],
) -> tuple[ActionRow, ...]:
    registered = any(row.until is None for row in registrations)
    applications = [case for case in cases if case.kind is CaseKind.PERMIT_APPLICATION]
    accepted = next((case for case in applications if case.state is CaseState.ACCEPTED), None)
    waiting = next((case for case in applications if case.state is CaseState.AWAITING_MATERIALS), None)
    ends = registered or any(permit.state in NOT_ENDED for permit in permits)
    why_not: Sentence | None = None
    if not registered:
        why_not = sentence("actions", "还没有居住登记：先办理居住登记，登记满半年后可以申领。")
    elif accepted is not None:
        why_not = sentence("actions", "{on}已受理一件申领（{number}），一人一证，不能重复申领。").fill(
            on=accepted.accepted_on, number=accepted.case_number
        )
    elif waiting is not None:
        why_not = sentence("actions", "有一件待补材料的申领（{number}），请用“继续办理”。").fill(
            number=waiting.case_number
        )
    return (
        ActionRow("register_residence", True),
        ActionRow("apply_for_permit", why_not is None, why_not),
        ActionRow(
            "resume_application",
            waiting is not None,
            None if waiting else sentence("actions", "没有待补材料的申领。"),
        ),
        ActionRow(
            "print_paper",
            bool(cases),
            None if cases else sentence("actions", "还没有办件，没有可打印的单据。"),
        ),
        ActionRow(
            "print_entitlements",
            registered,
            None if registered else sentence("actions", "还没有居住登记，没有可以凭以办事的凭证。"),
        ),
        ActionRow("assess_hukou", True),
        ActionRow("see_own_data", True),
        ActionRow(
            "open_permit",
            bool(permits),
            None if permits else sentence("actions", "还没有居住证。"),
        ),
        _correcting(cases),
        ActionRow(
            "leave_residence",
            ends,
            None if ends else sentence("permit", "此人没有有效的居住登记和居住证，没有可以注销的。"),
        ),
    )


def _correcting(cases: tuple[CaseRow, ...]) -> ActionRow:
    waits = waiting_among(cases)
    if waits is None:
        return ActionRow("correct_person", True)
    return ActionRow("correct_person", False, WAITS.fill(number=waits.case_number))
