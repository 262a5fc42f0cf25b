"""Deciding: two pairs of eyes on every permit. Whoever took a case in never decides it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from desktop.domain.case_life import CaseEvent
from desktop.domain.codes import MaterialState
from desktop.domain.errors import BadInput, CounterError, EnvironmentTrouble, sentence
from desktop.domain.fields import read_line
from desktop.domain.rights import Right
from desktop.domain.times import local_date
from desktop.services import decision_queue
from desktop.services.attachments import PHOTO
from desktop.services.decision_pages import case_page
from desktop.services.decision_rows import (
    CasePage,
    DecisionDone,
    GrantOutcome,
    QueueCounts,
    QueueFilter,
    QueuePage,
)
from desktop.services.decision_steps import DecisionSteps
from desktop.services.journal import Happening
from desktop.services.rights import needs, needs_here
from desktop.services.sign_in_guard import is_password_of

if TYPE_CHECKING:
    from datetime import date

    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

_EVERYTHING = QueueFilter()
_REASON = (2, 200)  # characters of a reason
_DEFAULT_CLAUSE = "grounds"
"""The condition that a denial stands on when every one is met as far as the record goes."""


class Decisions:
    """The decider's desk; the law is read from the rule packs in force on the day."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal
        self._steps = DecisionSteps(office, journal)

    @needs(Right.DECIDE)
    def queue(
        self,
        actor: Actor,
        wanted: QueueFilter = _EVERYTHING,
        after: tuple[date | None, int] | None = None,
        limit: int = 100,
    ) -> QueuePage:
        """Return a page of the cases to decide, the earliest due first, in the same time however many there are."""
        office = self._office
        with office.database.faults():
            return decision_queue.page(
                office.database.link, office.calendar, office.today(), actor.staff_id, wanted, after, limit
            )

    @needs(Right.DECIDE)
    def queue_at(self, actor: Actor, wanted: QueueFilter, place: int, limit: int = 100) -> QueuePage:
        """Return a page of the queue from a place in it on, counted from 0; empty beyond its end."""
        office = self._office
        with office.database.faults():
            return decision_queue.page_at(
                office.database.link, office.calendar, office.today(), actor.staff_id, wanted, place, limit
            )

    @needs_here(Right.DECIDE)
    def counts(self, wanted: QueueFilter = _EVERYTHING) -> QueueCounts:
        """Return how many cases wait to be decided."""
        with self._office.database.faults():
            return decision_queue.counts(self._office.database.link, self._office.today(), wanted)

    @needs_here(Right.DECIDE)
    def clerks(self) -> tuple[str, ...]:
        """Return whose cases the queue can be narrowed to: the names of the station's staff."""
        with self._office.database.faults():
            return decision_queue.clerks(self._office.database.link)

    @needs(Right.ACCEPT)
    def page(self, actor: Actor, case_id: int, matter: str = "") -> CasePage:
        """Return everything about a case, judged anew today, and write down that it was looked at."""
        office = self._office
        at = office.clock.now()
        today = local_date(at)
        with office.database.faults():
            policy = office.policies.in_force(actor.station.division, today)
            page = case_page(office, office.database.link, actor, case_id, policy, today)
        self._journal.note(
            Happening(
                actor,
                "view_case",
                at,
                person_id=page.case.person_id,
                case_number=page.case.case_number,
                matter=matter,
            )
        )
        return page

    @needs(Right.DECIDE)
    def grant(self, actor: Actor, request_id: str, case_id: int, seen_version: int) -> DecisionDone:
        """Grant a case, durably: its permit can be made.

        Judged by the rules in force today; the findings and the rules' version stay with the step. The same
        `request_id` again gives the same answer. NotPossible for whoever took the case in and for anybody but
        an officer; when a condition is not met or a material is missing today, with the article; when
        somebody decided it since `seen_version`, with who and when.
        """
        return self._steps.take(actor, request_id, case_id, seen_version, CaseEvent.GRANT)

    @needs(Right.DECIDE)
    def deny(
        self,
        actor: Actor,
        request_id: str,
        case_id: int,
        seen_version: int,
        reason: str,
        clause: str = _DEFAULT_CLAUSE,
    ) -> DecisionDone:
        """Deny a case, durably, with its notice frozen in the same transaction.

        The notice gives the officer's reason and every condition not met today, each with its article.
        `clause` is the code of the condition that the reason stands on, one of those judged on the case's page.
        Otherwise as `grant`; BadInput without a reason.
        """
        words = _worded(reason)
        return self._steps.take(actor, request_id, case_id, seen_version, CaseEvent.DENY, words, clause)

    @needs(Right.DECIDE)
    def send_back(
        self, actor: Actor, request_id: str, case_id: int, seen_version: int, reason: str
    ) -> DecisionDone:
        """Send a case back to the counter with what is to be mended; otherwise as `deny`, without a notice."""
        words = _worded(reason)
        return self._steps.take(actor, request_id, case_id, seen_version, CaseEvent.SEND_BACK, words)

    @needs(Right.ACCEPT)
    def submit_again(
        self,
        actor: Actor,
        request_id: str,
        case_id: int,
        seen_version: int,
        note: str = "",
        *,
        materials: Mapping[str, MaterialState] | None = None,
        photo: bytes | None = None,
    ) -> DecisionDone:
        """Hand in a case again that was sent back, with what was brought since; anybody at the counter may.

        What was taken down at acceptance stays as it was; `materials` and the photo are added to it. Whoever
        hands it in cannot decide it. Its date stays that of acceptance. Otherwise as `grant`.
        """
        states = dict(materials or {})
        if photo:
            states[PHOTO] = MaterialState.PRESENT
        brought = {code: state.value for code, state in states.items()}
        return self._steps.take(
            actor,
            request_id,
            case_id,
            seen_version,
            CaseEvent.SUBMIT_AGAIN,
            " ".join(note.split()),
            brought=brought,
            photo=photo,
        )

    @needs(Right.DECIDE)
    def grant_many(
        self, actor: Actor, request_id: str, cases: Sequence[tuple[int, int]], password: str
    ) -> tuple[GrantOutcome, ...]:
        """Grant clean cases, each `(case_id, seen_version)`, after the officer's password was given once more.

        Each has its own transaction and its own outcome: what cannot be granted is left as it was, with why.
        The same `request_id` again grants nothing twice. When the disk or the server fails, the rest are left
        with that sentence. BadInput("password") before anything is done when the password is wrong.
        """
        office = self._office
        if not is_password_of(office, self._journal, actor, password):
            problem = sentence("errors", "密码不对，没有办理任何一件。请再试。")
            raise BadInput("password", problem)
        with office.database.write() as link:
            told = sentence("log", "批量审核{count}件").fill(count=len(cases))
            self._journal.write(
                link, Happening(actor, "confirm_password", office.clock.now(), detail=str(told))
            )
        outcomes: list[GrantOutcome] = []
        trouble: EnvironmentTrouble | None = None
        for case_id, seen_version in cases:
            if trouble is not None:
                outcomes.append(GrantOutcome(case_id, None, trouble.message))
                continue
            try:
                done = self.grant(actor, request_id, case_id, seen_version)
            except EnvironmentTrouble as error:
                trouble = error
                outcomes.append(GrantOutcome(case_id, None, error.message))
            except CounterError as error:
                outcomes.append(GrantOutcome(case_id, None, error.message))
            else:
                outcomes.append(GrantOutcome(case_id, done.case))
        return tuple(outcomes)


def _worded(reason: str) -> str:
    words = read_line("reason", reason)
    least, most = _REASON
    if not least <= len(words) <= most:
        problem = sentence("errors", "请填写理由（{least}至{most}个字）。")
        raise BadInput("reason", problem.fill(least=least, most=most))
    return words
