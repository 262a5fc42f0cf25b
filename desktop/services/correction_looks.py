"""Looking at a correction: what it begins with, what it would mean while it is typed, the case to decide."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.case_life import CaseEvent
from desktop.domain.codes import CaseState
from desktop.domain.errors import BadInput, FieldProblem, NotPossible, Sentence
from desktop.domain.rights import Right
from desktop.services import case_records, correction_effects, people_records
from desktop.services.correction_pages import CorrectionEffect, CorrectionForm, CorrectionPage
from desktop.services.correction_reading import (
    NO_CHANGE,
    NOBODY,
    corrected,
    known,
    problems_in,
    still_true,
    waiting,
)
from desktop.services.decision_pages import check_decider, moved_on
from desktop.services.person_versions import changes_between
from desktop.services.rows import ActionRow

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.office import Office
    from desktop.services.permit_pages import CorrectionRow
    from desktop.services.rows import Actor, CaseRow, CaseStepRow


def form(office: Office, link: Link, person_id: int) -> CorrectionForm:
    """Return the person as known now; NotPossible when there is none."""
    row = people_records.by_id(link, person_id)
    if row is None:
        raise NotPossible(NOBODY)
    facts = known(row)
    places = _places(office, facts["hukou_division"])
    return CorrectionForm(people_records.person_row(row), facts, places, waiting(link, person_id))


def effect(link: Link, person_id: int, changes: Mapping[str, str], today: date) -> CorrectionEffect:
    """Return what these changes would mean, or what is wrong with them."""
    row = people_records.by_id(link, person_id)
    if row is None:
        raise NotPossible(NOBODY)
    problems = problems_in(row, changes, today)
    if problems:
        return CorrectionEffect((), problems)
    try:
        values = corrected(link, row, changes, today)
    except BadInput as error:
        return CorrectionEffect((), (FieldProblem(error.field, error.message),))
    except NotPossible as error:
        return CorrectionEffect((), why_not=error.message)
    told = changes_between(row, values)
    if not told:
        return CorrectionEffect((), why_not=NO_CHANGE)
    return correction_effects.effect(link, person_id, values, told)


def page(office: Office, link: Link, actor: Actor, found: CorrectionRow, today: date) -> CorrectionPage:
    """Return everything about a proposed correction; what it would mean is said while it waits."""
    case = found.case
    steps = case_records.steps(link, case.case_id)
    row = people_records.by_id(link, case.person_id)
    assert row is not None
    means, why_not = CorrectionEffect(found.changes), None
    if case.state is CaseState.ACCEPTED:
        try:
            values = still_true(link, row, found.changes, today)
            means = correction_effects.effect(link, case.person_id, values, found.changes)
        except (NotPossible, BadInput) as error:
            why_not = error.message
    moved = [one for one in found.changes if one.field == "hukou_division"]
    places = _places(office, *(code for one in moved for code in (one.old, one.new)))
    person = people_records.person_row(row)
    return CorrectionPage(found, person, places, steps, means, _actions(office, actor, case, steps, why_not))


def _places(office: Office, *codes: str) -> dict[str, str]:
    return {code: office.divisions.full_name(code) or code for code in codes if code}


def _actions(
    office: Office,
    actor: Actor,
    case: CaseRow,
    steps: tuple[CaseStepRow, ...],
    why_not: Sentence | None,
) -> tuple[ActionRow, ...]:
    """Return what whoever asks may do with a correction, and why not."""
    no_right = office.rights.why_not(actor, Right.DECIDE)
    rows = []
    for event in (CaseEvent.GRANT, CaseEvent.DENY):
        try:
            if case.state is not CaseState.ACCEPTED:
                raise NotPossible(moved_on(case, steps))
            if no_right is not None:
                raise NotPossible(no_right)
            check_decider(actor, steps)
            if event is CaseEvent.GRANT and why_not is not None:
                raise NotPossible(why_not)
        except NotPossible as error:
            rows.append(ActionRow(event.value, False, error.message))
        else:
            rows.append(ActionRow(event.value, True))
    return tuple(rows)
