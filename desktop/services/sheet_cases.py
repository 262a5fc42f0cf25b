"""A sheet that tells a resident something: its case, its frozen paper and its line in the trail, in one go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.case_numbers import paper_number
from desktop.domain.errors import NotPossible, sentence
from desktop.services import case_records, paper_records, people_records, registration_records
from desktop.services.application_rows import SheetDone
from desktop.services.in_turn import in_turn
from desktop.services.journal import Happening

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.case_numbers import CaseNumber
    from desktop.domain.codes import PaperKind
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor, PersonRow
    from printing.documents import Document


@dataclass(frozen=True, slots=True)
class NewSheet:
    """What is told: the case to take, the paper that `draw` makes of its number and the person, the action."""

    case: case_records.NewCase
    paper: PaperKind
    action: str
    draw: Callable[[CaseNumber, PersonRow], Document]
    residents_only: bool = False


def make_out(
    office: Office, journal: Journal, actor: Actor, person_id: int, sheet: NewSheet, at: datetime
) -> SheetDone:
    """Store the sheet once for its request; the same request again gives the same answer.

    Raises NotPossible when there is no such person, or none registered here where `residents_only`.
    """

    def job(link: Link) -> SheetDone:
        done = case_records.by_request(link, sheet.case.request_id)
        case_id = done.case_id if done else _take(office, journal, link, actor, person_id, sheet, at)
        [paper] = paper_records.of_case(link, case_id)
        return SheetDone(case_records.find(link, case_id), paper.paper_id)

    return in_turn(office, job)


def _take(
    office: Office,
    journal: Journal,
    link: Link,
    actor: Actor,
    person_id: int,
    sheet: NewSheet,
    at: datetime,
) -> int:
    row = people_records.by_id(link, person_id)
    if row is None:
        raise NotPossible(sentence("errors", "没有这个人的记录。"))
    if sheet.residents_only and registration_records.open_of(link, person_id) is None:
        raise NotPossible(sentence("errors", "还没有居住登记，没有可以凭以办事的凭证。请先办理居住登记。"))
    kept = people_records.KeptPerson(person_id, row.id)
    case = case_records.take(office, link, actor, kept, sheet.case, at)
    document = sheet.draw(case.number, people_records.person_row(row))
    paper_records.freeze(office, link, actor, document, at, case_id=case.case_id, person_id=person_id)
    journal.write(
        link,
        Happening(
            actor,
            sheet.action,
            at,
            person_id=person_id,
            person_row=row.id,
            case_number=str(case.number),
            paper_number=paper_number(sheet.paper, case.number),
        ),
    )
    return case.case_id
