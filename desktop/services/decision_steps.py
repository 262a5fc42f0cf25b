"""The steps of a case that lead to a decision, each one transaction: judged, checked, noticed and written down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.domain.case_life import CaseEvent, step
from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind, CaseState, PaperKind
from desktop.domain.errors import NotPossible
from desktop.domain.times import local_date
from desktop.services import case_records, paper_records, people_records
from desktop.services.attachments import keep_photo
from desktop.services.decision_pages import ELSEWHERE, check_decider, check_grantable, moved_on
from desktop.services.decision_rows import DecisionDone
from desktop.services.denials import denial_notice, denial_reasons
from desktop.services.findings import kept
from desktop.services.in_turn import Overtaken, in_turn
from desktop.services.journal import Happening
from desktop.services.judging import judge

if TYPE_CHECKING:
    from datetime import date, datetime

    from desktop.domain.policy import Policy
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.judging import Judgement
    from desktop.services.office import Office
    from desktop.services.rows import Actor, CaseRow, CaseStepRow
    from printing.documents import RefusalReason

_ACTIONS = {
    CaseEvent.GRANT: "grant_case",
    CaseEvent.DENY: "deny_case",
    CaseEvent.SEND_BACK: "send_back_case",
    CaseEvent.SUBMIT_AGAIN: "submit_case_again",
}


class DecisionSteps:
    """Takes a case a step on by the rules in force today; who may ask for it is said by `Decisions`."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    def take(
        self,
        actor: Actor,
        request_id: str,
        case_id: int,
        seen_version: int,
        event: CaseEvent,
        note: str = "",
        clause: str = "",
        *,
        brought: dict[str, str] | None = None,
        photo: bytes | None = None,
    ) -> DecisionDone:
        """Take a step of a case's life that nobody has overtaken, durably; asked again it answers the same."""
        office = self._office
        at = office.clock.now()
        today = local_date(at)
        policy = office.policies.in_force(actor.station.division, today)
        decides = event is not CaseEvent.SUBMIT_AGAIN

        def job(link: Link) -> DecisionDone:
            case = case_records.find(link, case_id)
            steps = case_records.steps(link, case_id)
            if any(one.request_id == request_id for one in steps):
                return self._done(link, case)
            if case.version != seen_version:
                raise NotPossible(moved_on(case, steps))
            to = step(case.kind, case.state, event)
            if case.kind is CaseKind.CORRECTION:
                raise NotPossible(ELSEWHERE)
            facts: dict[str, Any] = {"event": event.value}
            if brought:
                facts["materials"] = brought
            reasons: tuple[RefusalReason, ...] = ()
            if decides:
                check_decider(actor, steps)
                judged = self._judged(link, actor, case, policy, today, steps)
                facts |= {"policy": judged.policy.version, "findings": kept(judged.findings)}
                if event is CaseEvent.GRANT:
                    check_grantable(case, judged)
                elif event is CaseEvent.DENY:
                    reasons = denial_reasons(judged, note, clause)
            try:
                case_records.move_on(
                    office,
                    link,
                    actor,
                    case_id,
                    to,
                    at,
                    note,
                    seen=seen_version,
                    request_id=request_id,
                    facts=facts,
                )
            except NotPossible as error:
                raise Overtaken from error
            if photo:
                keep_photo(office, link, actor, case_id, photo, at)
            paper_number = self._notice(link, actor, case, reasons, at) if reasons else ""
            self._journal.write(
                link,
                Happening(
                    actor,
                    _ACTIONS[event],
                    at,
                    person_id=case.person_id,
                    case_number=case.case_number,
                    paper_number=paper_number,
                    detail=note or str(label(case.kind)),
                ),
            )
            return self._done(link, case_records.find(link, case_id))

        return in_turn(office, job, one_moment=True)

    def _judged(
        self,
        link: Link,
        actor: Actor,
        case: CaseRow,
        policy: Policy,
        today: date,
        steps: tuple[CaseStepRow, ...],
    ) -> Judgement:
        row = people_records.by_id(link, case.person_id)
        assert row is not None
        person = people_records.person_row(row)
        return judge(self._office, link, actor.station, case, person, policy, today, steps)

    def _notice(
        self, link: Link, actor: Actor, case: CaseRow, reasons: tuple[RefusalReason, ...], at: datetime
    ) -> str:
        document = denial_notice(link, actor, case, reasons, at)
        paper_records.freeze(
            self._office, link, actor, document, at, case_id=case.case_id, person_id=case.person_id
        )
        return document.number

    def _done(self, link: Link, case: CaseRow) -> DecisionDone:
        notice = (
            next(
                (
                    paper.paper_id
                    for paper in paper_records.of_case(link, case.case_id)
                    if paper.kind is PaperKind.DENIAL_NOTICE
                ),
                None,
            )
            if case.state is CaseState.DENIED
            else None
        )
        return DecisionDone(case, notice)
