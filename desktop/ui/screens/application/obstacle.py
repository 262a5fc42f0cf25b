"""What stands in the way of an application from the start, and where the clerk goes instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind, CaseState
from desktop.domain.errors import Sentence, sentence
from desktop.ui.kit.text import sentence_text

if TYPE_CHECKING:
    from desktop.services.rows import CaseRow, PersonPage


@dataclass(frozen=True, slots=True)
class Obstacle:
    """`way_on` is the action that leads on: register_residence, resume_application or open_case.

    `stops` tells that nothing can be handed in at all; somebody who is not registered may still ask for a
    decision, which is then a refusal with its reason.
    """

    why: Sentence
    way_on: str
    case_id: int
    stops: bool

    def words(self) -> str:
        """The sentence in the screen's language."""
        return sentence_text(self.why)


def obstacle_of(page: PersonPage, resumes: int | None) -> Obstacle | None:
    """Find what stands in the way of this person's application, if anything does."""
    applications = [case for case in page.cases if case.kind is CaseKind.PERMIT_APPLICATION]
    if resumes is not None:
        resumed = next((case for case in applications if case.case_id == resumes), None)
        if resumed is not None and resumed.state is not CaseState.AWAITING_MATERIALS:
            return _settled(resumed)
    for case in applications:
        if case.state is CaseState.ACCEPTED:
            return Obstacle(_accepted(case), "open_case", case.case_id, True)
        if case.state is CaseState.AWAITING_MATERIALS and case.case_id != resumes:
            return Obstacle(_waiting(case), "resume_application", case.case_id, True)
    if all(row.until is not None for row in page.registrations):
        why = sentence("application", "还没有居住登记。先办理居住登记，登记满半年后再申领。")
        return Obstacle(why, "register_residence", 0, False)
    return None


def _settled(case: CaseRow) -> Obstacle:
    why = sentence("application", "办件{number}现在是“{state}”，没有待补的材料。")
    why = why.fill(number=case.case_number, state=label(case.state))
    return Obstacle(why, "open_case", case.case_id, True)


def _accepted(case: CaseRow) -> Sentence:
    why = sentence("application", "{clerk}已于{on}受理此人的申领（{number}），一人一证，不能重复申领。")
    return why.fill(clerk=case.clerk, on=case.accepted_on.isoformat(), number=case.case_number)


def _waiting(case: CaseRow) -> Sentence:
    why = sentence("application", "此人有一件待补材料的申领（{number}），请继续办理那一件。")
    return why.fill(number=case.case_number)
