"""Issued permits: finding one by its number, its page, and what falls due."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop.domain.code_words import label
from desktop.domain.errors import BadInput, CounterError, NotPossible, sentence
from desktop.domain.id_numbers import read_id_number
from desktop.domain.permit_life import LIVE
from desktop.domain.rights import Right
from desktop.services import (
    case_records,
    people_records,
    permit_due,
    permit_records,
    permit_standing,
    registration_records,
    waits,
)
from desktop.services.in_turn import Overtaken, in_turn
from desktop.services.journal import Happening
from desktop.services.offered import events_for
from desktop.services.permit_facts import events, open_replacement, to_replace
from desktop.services.permit_pages import DueKind, DuePage, PermitPage
from desktop.services.permit_suspension import suspend
from desktop.services.rights import needs, needs_here

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.policy import Policy
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.permit_rows import PermitRow
    from desktop.services.rows import Actor

PERMIT_NUMBER = "31"
_ROUND = 50  # permits suspended in one transaction, so that nobody waits for the lock


class Permits:
    """Shows permits, and suspends by the rule those whose endorsement is overdue."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.LOOK_UP)
    def find(self, actor: Actor, code: str) -> PermitRow:
        """Return the permit that a scan means: its own number, its case or receipt, or a person's ID number.

        Of a person it is the permit held, or else the newest. Raises NotPossible or BadInput with what the code
        is instead; the look is written down.
        """
        digits = "".join(code.split())
        with self._office.database.faults():
            found = self._meant(self._office.database.link, digits)
        at = self._office.clock.now()
        self._journal.note(
            Happening(
                actor, "look_up", at, person_id=found.person_id, detail=f"查到居住证{found.permit_number}"
            )
        )
        return found

    @needs(Right.LOOK_UP)
    def page(self, actor: Actor, permit_id: int, matter: str = "") -> PermitPage:
        """Return everything a permit's page shows, and write down that it was looked at."""
        office, today = self._office, self._office.today()
        policy = office.policies.in_force(actor.station.division, today)
        with office.database.faults():
            link = office.database.link
            permit = permit_records.find(link, permit_id)
            row = people_records.by_id(link, permit.person_id)
            assert row is not None
            here = registration_records.open_of(link, permit.person_id)
            standing = permit_standing.standing(link, permit, policy, office.calendar, today)
            steps = permit_records.steps(link, permit_id)
            pending = open_replacement(link, permit.person_id)
            page = PermitPage(
                permit=permit,
                person=people_records.person_row(row),
                registration=registration_records.frozen(link, here, actor.station.name) if here else None,
                standing=standing,
                events=events_for(
                    office,
                    actor,
                    events(permit, standing, here.written_address if here else None, pending),
                ),
                versions=permit_records.versions(link, permit_id),
                steps=steps,
                chain=_chain(link, permit),
                open_replacement=pending,
                to_replace=to_replace(steps),
            )
        at = office.clock.now()
        self._journal.note(
            Happening(
                actor,
                "view_permit",
                at,
                person_id=permit.person_id,
                matter=matter,
                detail=permit.permit_number,
            )
        )
        return page

    @needs(Right.WORK_DAY)
    def suspend_overdue(self, actor: Actor, on: date) -> int:
        """Suspend the use of every valid permit whose last day has passed, and return how many there were.

        Called at the start of a day; again the same day, or at two counters at once, it suspends nothing
        twice. Where the rules suspend nothing, nothing happens (居住证暂行条例 第十条第三款).
        """
        suspended, after = self.suspend_some(actor, on)
        while after is not None:
            more, after = self.suspend_some(actor, on, after)
            suspended += more
        return suspended

    @needs(Right.WORK_DAY)
    def suspend_some(
        self, actor: Actor, on: date, after: tuple[date, int] = (date.min, 0)
    ) -> tuple[int, tuple[date, int] | None]:
        """Suspend the next few of them, after those already looked at, in one short transaction.

        Returns how many there were and what to ask with for the next few; None when there are no more.
        """
        office = self._office
        policy = office.policies.in_force(actor.station.division, on)
        if policy.permits is None or not policy.permits.suspended_when_overdue.value:
            return 0, None

        def job(link: Link) -> tuple[int, tuple[date, int] | None]:
            at = office.clock.now()
            whose = {row.person_id for row in permit_due.late(link, on, after, _ROUND)}
            waits.for_people(link, whose)
            rows = permit_due.late(link, on, after, _ROUND)  # as it is after the wait
            if not {row.person_id for row in rows} <= whose:
                raise Overtaken
            permits = [permit_records.permit_row(row) for row in rows]
            suspended = sum(self._suspend(link, actor, permit, policy, on, at) for permit in permits)
            return suspended, (rows[-1].due_on, rows[-1].id) if len(rows) == _ROUND else None

        return in_turn(office, job)

    @needs_here(Right.WORK_DAY)
    def due(
        self,
        kind: DueKind,
        on: date,
        within: timedelta = timedelta(days=7),
        after: tuple[date, int] | None = None,
        limit: int = 100,
    ) -> DuePage:
        """Return a page of the permits whose endorsement opens `within` a time, is open, or is overdue."""
        with self._office.database.faults():
            link = self._office.database.link
            return permit_due.page(link, self._office.calendar, kind, on, within, after, limit)

    @needs_here(Right.WORK_DAY)
    def due_counts(self, on: date, within: timedelta = timedelta(days=7)) -> dict[DueKind, int]:
        """Return how many permits each list of endorsements holds."""
        with self._office.database.faults():
            return permit_due.counts(self._office.database.link, on, within)

    def _meant(self, link: Link, digits: str) -> PermitRow:
        if digits.isascii() and digits.isdigit() and len(digits) in (22, 24):
            permit = permit_records.by_number(link, digits) if digits.startswith(PERMIT_NUMBER) else None
            if permit is None:
                case = case_records.by_number(link, digits[-22:])
                permit = permit_records.of_case(link, case.case_id) if case else None
                if case is not None and permit is None:
                    problem = sentence("permit", "办件{number}（{kind}，{state}）没有对应的居住证。")
                    raise NotPossible(
                        problem.fill(number=case.case_number, kind=label(case.kind), state=label(case.state))
                    )
            if permit is None:
                raise NotPossible(_NOT_OURS.fill(number=digits))
            return permit
        try:
            number = read_id_number(digits, None, today=self._office.today())
        except CounterError as error:
            problem = sentence("permit", "这不是居住证编号、受理号，也不是证件号码：{why}")
            raise BadInput("code", problem.fill(why=error.message)) from error
        person = people_records.by_number(link, number.kind, number.number)
        if person is None:
            raise NotPossible(sentence("permit", "没有这个证件号码的记录，请先办理居住登记。"))
        permits = permit_records.of_person(link, person.person_id)
        if not permits:
            raise NotPossible(sentence("permit", "{name}还没有居住证。").fill(name=person.name))
        return next((one for one in permits if one.state in LIVE), permits[0])

    def _suspend(
        self, link: Link, actor: Actor, permit: PermitRow, policy: Policy, on: date, at: datetime
    ) -> int:
        standing = permit_standing.legal_standing(link, permit, policy, on)
        if standing is None or not standing.suspended:
            return 0
        request = uuid.uuid5(uuid.NAMESPACE_OID, f"suspend:{permit.permit_id}:{permit.due_on}")
        try:
            suspend(self._office, self._journal, link, actor, str(request), permit, at)
        except NotPossible:  # another counter was quicker
            return 0
        return 1


_NOT_OURS = sentence("errors", "没有号码{number}的记录，可能是其他派出所的单据。")


def _chain(link: Link, permit: PermitRow) -> tuple[PermitRow, ...]:
    """Return every card of the line a permit stands in, oldest first."""
    cards = [permit]
    while cards[0].replaces_id is not None:
        cards.insert(0, permit_records.find(link, cards[0].replaces_id))
    while cards[-1].replaced_by is not None:
        cards.append(permit_records.find(link, cards[-1].replaced_by))
    return tuple(cards)
