"""Withdrawing what was applied for: at the applicant's wish, as long as no card is made for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.case_life import OPEN, PRODUCED, CaseEvent, step
from desktop.domain.codes import CaseState
from desktop.domain.errors import BadInput, NotPossible, Sentence, sentence
from desktop.domain.fields import read_line
from desktop.domain.rights import Right
from desktop.services import blank_records, case_records, waits
from desktop.services.decision_pages import moved_on
from desktop.services.in_turn import in_turn
from desktop.services.journal import Happening
from desktop.services.rights import needs, needs_here

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor, CaseRow, CaseStepRow

_REASON = (2, 200)  # characters of a reason
_NO_SUCH = sentence("case", "只有申领、换领、补领居住证的办件可以由申请人撤回。")
_MADE = sentence("case", "居住证已经制好；不要了的，请在居住证页面注销，注销原因选“本人申请”。")
_RESERVED = sentence(
    "case", "已为这件预留证件空白{serial}（{counter}号窗口），请先在制证页作废或退回，再撤回。"
)


@dataclass(frozen=True, slots=True)
class CaseStanding:
    """What the counter can do about a case that still wants something.

    `sent_back` is the step by which its decider sent it back, None unless it waits for being handed in again.
    `why_kept` says why it cannot be withdrawn; None when it can.
    """

    sent_back: CaseStepRow | None
    why_kept: Sentence | None


class Withdrawals:
    """Takes applications back, at the applicant's wish; those that end with a permit go by themselves."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs_here(Right.WITHDRAW_CASE)
    def standing(self, case_id: int) -> CaseStanding | None:
        """Return what the counter can do about a case; None for one that is over or makes no card."""
        with self._office.database.faults():
            link = self._office.database.link
            case = case_records.find(link, case_id)
            if case.kind not in PRODUCED or case.state not in OPEN:
                return None
            back = None
            if case.state is CaseState.SENT_BACK:
                steps = case_records.steps(link, case_id)
                back = next(one for one in reversed(steps) if one.state is CaseState.SENT_BACK)
            return CaseStanding(back, _why_kept(link, case))

    @needs(Right.WITHDRAW_CASE)
    def withdraw(
        self, actor: Actor, request_id: str, case_id: int, seen_version: int, reason: str
    ) -> CaseRow:
        """Withdraw a case, durably; the permit that it was to replace stays as it is.

        The same `request_id` again gives the same answer. BadInput without a reason; NotPossible once a card
        is made or a blank is reserved for it, for a case that is over or makes no card, and when somebody
        took it further since `seen_version` (who and when).
        """
        office = self._office
        at = office.clock.now()
        reason = read_line("reason", reason)
        least, most = _REASON
        if not least <= len(reason) <= most:
            problem = sentence("errors", "请填写理由（{least}至{most}个字）。")
            raise BadInput("reason", problem.fill(least=least, most=most))

        def job(link: Link) -> CaseRow:
            waits.for_cases(link, (case_id,))
            case = case_records.find(link, case_id)
            steps = case_records.steps(link, case_id)
            if any(one.request_id == request_id for one in steps):
                return case
            if case.version != seen_version:
                raise NotPossible(moved_on(case, steps))
            if case.kind not in PRODUCED:
                raise NotPossible(_NO_SUCH)
            to = step(case.kind, case.state, CaseEvent.WITHDRAW)
            kept = _why_kept(link, case)
            if kept is not None:
                raise NotPossible(kept)
            case_records.move_on(
                office,
                link,
                actor,
                case_id,
                to,
                at,
                reason,
                seen=seen_version,
                request_id=request_id,
                facts={"event": CaseEvent.WITHDRAW.value},
            )
            self._journal.write(
                link,
                Happening(
                    actor,
                    "withdraw_application",
                    at,
                    person_id=case.person_id,
                    case_number=case.case_number,
                    detail=reason,
                ),
            )
            return case_records.find(link, case_id)

        return in_turn(office, job)


def _why_kept(link: Link, case: CaseRow) -> Sentence | None:
    """Say what stands in the way of taking a case back."""
    if case.state is CaseState.PRODUCED:
        return _MADE
    blank = blank_records.reserved_for(link, case.case_id)
    if blank is None:
        return None
    return _RESERVED.fill(serial=blank.serial, counter=blank.counter_number)
