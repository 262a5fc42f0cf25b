"""Handing permits over: what a scan is for, to whom it goes, the old card replaced with it, and who has not come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import case_life
from desktop.domain.case_life import CaseEvent
from desktop.domain.errors import BadInput, NotPossible, sentence
from desktop.domain.handing_over import OLD_CARD_WORDS, HandOverForm, check_form
from desktop.domain.permit_life import PermitEvent, PermitState
from desktop.domain.rights import Right
from desktop.domain.times import local_date
from desktop.services import case_records, people_records, permit_records, waits
from desktop.services.attachments import SIGNATURE, keep
from desktop.services.hand_over_rows import Collection, HandedOver, UncollectedRow
from desktop.services.hand_over_scan import meant
from desktop.services.hand_over_standing import case_problem, notes, problem_of, replaced_problem
from desktop.services.hand_over_words import RUN_OUT, SUSPENDED, in_words, to_keep
from desktop.services.in_turn import Overtaken, in_turn, taking_turns
from desktop.services.journal import Happening
from desktop.services.permit_standing import dates_at_hand_over
from desktop.services.permit_suspension import suspend_if_overdue
from desktop.services.rights import needs
from desktop.services.uncollected import CALL, uncollected

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.permit_rows import PermitRow
    from desktop.services.rows import Actor, CaseRow

_NOTE = (2, 200)  # characters of what was said on the telephone


class HandingOver:
    """The end of a permit's making: the card goes to its holder, and the one it replaces ends with it."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.HAND_OVER)
    def find(self, actor: Actor, code: str) -> Collection:
        """Return what a scan is for: a receipt, a case number, a permit's number or that of the card it replaces.

        It never fails for a bad scan: the answer's `problem` says what it is instead, or since when and to
        whom it was handed over. The look is written down.
        """
        office = self._office
        at = office.clock.now()
        with office.database.faults():
            found = meant(office, office.database.link, actor, code, local_date(at))
        self._journal.note(
            Happening(
                actor,
                "look_up",
                at,
                person_id=found.case.person_id if found.case else None,
                case_number=found.case.case_number if found.case else "",
                detail=str(sentence("log", "领证查询")),
            )
        )
        return found

    @needs(Right.HAND_OVER)
    def hand_over(self, actor: Actor, request_id: str, case_id: int, form: HandOverForm) -> HandedOver:
        """Hand a permit over, durably: the case is completed, the permit valid, the one it replaces at an end.

        All in one transaction. To whom, signed where, and what became of the receipt and of the old card stay
        with the case's step. A permit whose endorsement fell due meanwhile is suspended at once. The same
        `request_id` again gives the same answer. Raises BadInput for a field of the form, NotPossible with
        what stands in the way, or when and to whom it was handed over already.
        """
        office = self._office
        at = office.clock.now()
        today = local_date(at)
        policy = office.policies.in_force(actor.station.division, today)

        def job(link: Link) -> HandedOver:
            waits.for_cases(link, (case_id,))
            case = case_records.find(link, case_id)
            steps = case_records.steps(link, case_id)
            permit = permit_records.of_case(link, case_id)
            if any(one.request_id == request_id and "signed_on" in one.facts for one in steps):
                assert permit is not None
                return self._done(link, case, permit)
            problem = problem_of(link, case, permit, today)
            if problem is not None:
                raise NotPossible(problem)
            assert permit is not None
            checked = check_form(form, case.kind, today)
            to = case_life.step(case.kind, case.state, CaseEvent.HAND_OVER)
            words = in_words(checked)
            dates = dates_at_hand_over(link, permit, policy, today)
            try:
                case_records.move_on(
                    office,
                    link,
                    actor,
                    case_id,
                    to,
                    at,
                    words,
                    seen=case.version,
                    request_id=request_id,
                    facts=to_keep(checked, permit),
                )
            except NotPossible as error:
                raise Overtaken from error
            self._replace(link, actor, request_id, case, permit, checked, at)
            permit = permit_records.happen(
                office,
                link,
                actor,
                request_id,
                permit,
                PermitEvent.HAND_OVER,
                at,
                case_id=case_id,
                note=words,
                handed_over_on=today,
                **dates,
            )
            if checked.signature:
                keep(office, link, actor, case_id, SIGNATURE, checked.signature, at)
            told = in_words(checked, masked=True)
            self._write(link, actor, "hand_over_permit", case, at, f"{permit.permit_number}，{told}")
            permit = suspend_if_overdue(office, self._journal, link, actor, request_id, permit, policy, at)
            return self._done(link, case_records.find(link, case_id), permit)

        return in_turn(office, job, one_moment=True)

    @needs(Right.HAND_OVER)
    def uncollected(
        self, actor: Actor, days: int | None = None, limit: int = 500
    ) -> tuple[UncollectedRow, ...]:
        """Return the permits made `days` calendar days ago or earlier that nobody has come for, oldest first.

        Without `days`: those past the rules' own last day for collecting where they set one, else those older
        than the station's setting (30 days).
        """
        office = self._office
        today = office.today()
        policy = office.policies.in_force(actor.station.division, today)
        with office.database.faults():
            link = office.database.link
            return uncollected(link, office.calendar, policy, today, days, limit)

    @needs(Right.HAND_OVER)
    @taking_turns
    def called(self, actor: Actor, request_id: str, case_id: int, note: str) -> None:
        """Write down a call to whoever has not come for a permit, and what was said. Idempotent by `request_id`.

        Raises BadInput without a note, NotPossible when the permit does not wait to be collected any more.
        """
        office = self._office
        at = office.clock.now()
        words = " ".join(note.split())
        least, most = _NOTE
        if not least <= len(words) <= most:
            problem = sentence("errors", "请填写通知的情况（{least}至{most}个字）。")
            raise BadInput("note", problem.fill(least=least, most=most))
        with office.database.write() as link:
            case = case_records.find(link, case_id)
            if any(one.request_id == request_id for one in case_records.steps(link, case_id)):
                return
            problem_told = case_problem(link, case)
            if problem_told is not None:
                raise NotPossible(problem_told)
            case_records.add_step(
                office,
                link,
                actor,
                case_id,
                case.state,
                at,
                words,
                request_id=request_id,
                facts={"event": CALL},
            )
            self._write(link, actor, "call_holder", case, at, words)

    @needs(Right.HAND_OVER)
    def phone(self, actor: Actor, case_id: int) -> str:
        """Return the whole telephone number of a case's person for a call, and write down that it was shown."""
        office = self._office
        with office.database.faults():
            link = office.database.link
            case = case_records.find(link, case_id)
            row = people_records.by_id(link, case.person_id)
        self._journal.note(
            Happening(
                actor,
                "show_phone",
                office.clock.now(),
                person_id=case.person_id,
                case_number=case.case_number,
            )
        )
        return "" if row is None else str(row.phone)

    def _replace(
        self,
        link: Link,
        actor: Actor,
        request_id: str,
        case: CaseRow,
        permit: PermitRow,
        form: HandOverForm,
        at: datetime,
    ) -> None:
        """Let the old card end: the one that is replaced, and one that ran out by itself."""
        olds = []
        if permit.replaces_id is not None:
            olds.append(permit_records.find(link, permit.replaces_id))
            if (problem := replaced_problem(olds[0])) is not None:
                raise NotPossible(problem)
        held = permit_records.held_by(link, permit.person_id)
        if held is not None and held.permit_id != permit.replaces_id:
            olds.append(held)
        for old in olds:
            fate = str(OLD_CARD_WORDS[form.old_card]) if form.old_card else str(RUN_OUT)
            permit_records.happen(
                self._office,
                link,
                actor,
                request_id,
                old,
                PermitEvent.REPLACE,
                at,
                case_id=case.case_id,
                note=fate,
                replaced_by=permit.permit_id,
                end_reason=form.old_card.value if form.old_card else "",
            )
            self._write(link, actor, "permit_replaced", case, at, f"{old.permit_number}，{fate}")

    def _done(self, link: Link, case: CaseRow, permit: PermitRow) -> HandedOver:
        told = list(notes(link, permit))
        if permit.state is PermitState.SUSPENDED:
            told.append(SUSPENDED)
        old = permit_records.find(link, permit.replaces_id) if permit.replaces_id else None
        return HandedOver(case, permit, old, tuple(told))

    def _write(self, link: Link, actor: Actor, action: str, case: CaseRow, at: datetime, detail: str) -> None:
        self._journal.write(
            link,
            Happening(
                actor,
                action,
                at,
                person_id=case.person_id,
                case_number=case.case_number,
                detail=detail,
            ),
        )
