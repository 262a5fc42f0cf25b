"""人员配备测算表: how many people the rules ask for at a place, as a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from desktop.domain.codes import PaperKind
from desktop.domain.errors import sentence
from desktop.domain.staffing import staff_for
from desktop.domain.times import local_date
from desktop.models.prepared import Prepared
from desktop.models.tables import Paper
from desktop.services import paper_records
from desktop.services.in_turn import in_turn
from desktop.services.journal import Happening
from desktop.services.numbering import next_case_number

if TYPE_CHECKING:
    from datetime import date

    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

SERIES = "staffing_sheet"
"""The series its numbers are taken from."""
_MADE_TODAY = Prepared(
    select(Paper.id, Paper.document)
    .where(
        Paper.issued_on == bindparam("day"),
        Paper.counter_number == bindparam("counter"),
        Paper.kind == PaperKind.STAFFING_SHEET.value,
    )
    .order_by(Paper.id)
)


def make_out(office: Office, journal: Journal, actor: Actor, division: str, on: date, residents: int) -> int:
    """Freeze the count for so many newcomers of a division by the rules of a day; return the paper to print.

    The same count made out twice at one counter on one day is one paper. Raises BadInput for a negative
    number, NotPossible where the rules of the day name no staff.
    """
    at = office.clock.now()
    today = local_date(at)
    policy = office.policies.in_force(division, on)
    found = staff_for(residents, policy)

    def job(link: Link) -> int:
        from printing.documents import StaffingFinding, StaffingSheet
        from printing.freezing import thaw

        told: dict[str, Any] = {
            "day": on,
            "place": "".join(office.divisions.path(division)),
            "residents": residents,
            "result": str(found.words),
            "findings": tuple(
                StaffingFinding(fact=f"{each.fact}{each.change or ''}", basis=each.basis)
                for each in found.findings
            ),
            "rules": tuple(f"{layer.title}（{layer.document}）" for layer in policy.layers),
        }
        for row in link.all(_MADE_TODAY, day=today, counter=actor.counter_number):
            made = thaw(row.document)
            if made.clerk == actor.name and all(getattr(made, name) == told[name] for name in told):
                return int(row.id)
        number = next_case_number(link, actor, today, SERIES)
        document = StaffingSheet(
            **paper_records.standing(actor, number, PaperKind.STAFFING_SHEET, at), **told
        )
        paper_id = paper_records.freeze(office, link, actor, document, at, case_id=None, person_id=None)
        detail = sentence("log", "流动人口{count}人").fill(count=residents)
        happening = Happening(actor, "list_staff", at, paper_number=document.number, detail=str(detail))
        journal.write(link, happening)
        return paper_id

    return in_turn(office, job)
