"""What the application screen has done in a worker: asking who applies, and handing in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind, CaseState
from desktop.domain.forms import ApplicationForm
from desktop.ui.screens.application.state import State

if TYPE_CHECKING:
    from desktop.services.application_rows import ApplicationDone, ResumedApplication
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor, PersonPage

Loaded = tuple["PersonPage", "ResumedApplication | None"]


def load(
    counter: Counter, actor: Actor, person_id: int | None, resumes: int | None, resuming: bool
) -> Loaded:
    """Give the person's page, writing the look down, and the application to go on with if it still waits.

    Without a `person_id` it is the person of the case that is resumed. Raises NotPossible when there is none.
    """
    if person_id is None:
        assert resumes is not None, "an application is for somebody, or resumes a case"
        person_id = counter.day.case(resumes).person_id
    page = counter.people.page(actor, person_id, str(label(CaseKind.PERMIT_APPLICATION)))
    waits = any(case.case_id == resumes and case.state is CaseState.AWAITING_MATERIALS for case in page.cases)
    return page, counter.applications.resume(resumes) if resuming and resumes is not None and waits else None


def accept(
    counter: Counter,
    actor: Actor,
    request_id: str,
    state: State,
    form: ApplicationForm,
    photo: Callable[[], bytes | None],
) -> ApplicationDone:
    """Store the application with the photo as it is framed now; see `Applications.accept`.

    Raises BadInput("photo") when too small a part of the picture is framed.
    """
    assert state.person_id is not None, "nothing is handed in before the person is known"
    return counter.applications.accept(
        actor, request_id, state.person_id, form, photo(), resumes=state.resumes
    )
