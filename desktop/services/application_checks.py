"""Which of a person's cases stand in the way of an application, and which one it goes on with."""

from __future__ import annotations

from desktop.domain.case_life import OPEN
from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind, CaseState
from desktop.domain.errors import NotPossible, sentence
from desktop.services.rows import CaseRow


def check_waits(case: CaseRow) -> None:
    """Refuse a case that has no materials to come."""
    if case.kind is not CaseKind.PERMIT_APPLICATION or case.state is not CaseState.AWAITING_MATERIALS:
        raise NotPossible(
            sentence("errors", "办件{number}现在是“{state}”，没有待补的材料。").fill(
                number=case.case_number, state=label(case.state)
            )
        )


def check_resumes(case: CaseRow, person_id: int) -> None:
    """Refuse to go on with a case of somebody else, or one that does not wait."""
    if case.person_id != person_id:
        raise NotPossible(
            sentence("errors", "办件{number}是{name}的，不能接着办到另一个人名下。").fill(
                number=case.case_number, name=case.person_name
            )
        )
    check_waits(case)


def check_open(cases: tuple[CaseRow, ...], resumes: int | None) -> None:
    """Refuse a second application beside an open one; `resumes` is the case that goes on."""
    for case in cases:
        if case.kind is not CaseKind.PERMIT_APPLICATION or case.case_id == resumes:
            continue
        if case.state in OPEN and case.state is not CaseState.AWAITING_MATERIALS:
            raise NotPossible(
                sentence(
                    "errors", "此人的申领已由{clerk}于{on}受理（{number}），一人一证，不能重复申领。"
                ).fill(clerk=case.clerk, on=case.accepted_on.isoformat(), number=case.case_number)
            )
        if case.state is CaseState.AWAITING_MATERIALS:
            raise NotPossible(
                sentence("errors", "此人有一件待补材料的申领（{number}），请打开它继续办理。").fill(
                    number=case.case_number
                )
            )
