"""The list of whom to call about permits that nobody has come for: frozen like every other paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from desktop.domain.codes import PaperKind
from desktop.domain.errors import NotPossible, sentence
from desktop.domain.rights import Right
from desktop.domain.times import local_date
from desktop.models.prepared import Prepared
from desktop.models.tables import Paper
from desktop.services import paper_records, people_records
from desktop.services.in_turn import in_turn
from desktop.services.journal import Happening
from desktop.services.numbering import next_case_number
from desktop.services.rights import needs
from desktop.services.uncollected import station_days, uncollected

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.models.database import Link
    from desktop.services.hand_over_rows import UncollectedRow
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor
    from printing.documents import CallLine

CALL_LISTS = "call_list"
"""The series its numbers are taken from."""
MOST = 500
_MADE_TODAY = Prepared(
    select(Paper.id, Paper.document)
    .where(
        Paper.issued_on == bindparam("day"),
        Paper.counter_number == bindparam("counter"),
        Paper.kind == PaperKind.CALL_LIST.value,
    )
    .order_by(Paper.id)
)


class CallLists:
    """Makes out 未领居住证通知清单 with whole telephone numbers; each number shown is written down."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.HAND_OVER)
    def make_out(self, actor: Actor, days: int | None = None) -> int:
        """Freeze the list of permits made `days` calendar days ago or earlier; return the paper to print.

        Without `days` it lists what `HandingOver.uncollected` does. The same list made out twice at one counter
        on one day is one paper: a further sheet of it is a numbered copy. Raises NotPossible when there is
        nobody to call.
        """
        office = self._office
        at = office.clock.now()
        today = local_date(at)
        policy = office.policies.in_force(actor.station.division, today)

        def job(link: Link) -> int:
            rows = uncollected(link, office.calendar, policy, today, days, MOST)
            if not rows:
                raise NotPossible(sentence("errors", "没有逾时未领的居住证，不用出具清单。"))
            limit = days
            if limit is None:
                by_rule = policy.permit.collect_within.value is not None
                limit = min(row.waiting_days for row in rows) if by_rule else station_days(link)
            lines = _lines(link, rows)
            from printing.documents import CallList
            from printing.freezing import thaw

            for row in link.all(_MADE_TODAY, day=today, counter=actor.counter_number):
                made = thaw(row.document)
                assert isinstance(made, CallList)
                if (made.clerk, made.after_days, made.lines) == (actor.name, limit, lines):
                    return int(row.id)
            number = next_case_number(link, actor, today, CALL_LISTS)
            document = CallList(
                **paper_records.standing(actor, number, PaperKind.CALL_LIST, at),
                day=today,
                after_days=limit,
                lines=lines,
            )
            paper_id = paper_records.freeze(office, link, actor, document, at, case_id=None, person_id=None)
            self._write(link, actor, rows, document.number, limit, at)
            return paper_id

        return in_turn(office, job, one_moment=True)

    def _write(
        self,
        link: Link,
        actor: Actor,
        rows: tuple[UncollectedRow, ...],
        number: str,
        days: int,
        at: datetime,
    ) -> None:
        detail = sentence("log", "{count}人，制证后满{days}日").fill(count=len(rows), days=days)
        shown = (
            Happening(
                actor,
                "show_phone",
                at,
                person_id=row.person_id,
                case_number=row.case_number,
                paper_number=number,
            )
            for row in rows
        )
        made = Happening(actor, "list_uncollected", at, paper_number=number, detail=str(detail))
        self._journal.write(link, made, *shown)


def _lines(link: Link, rows: tuple[UncollectedRow, ...]) -> tuple[CallLine, ...]:
    from printing.documents import CallLine

    people = {row.person_id: people_records.by_id(link, row.person_id) for row in rows}
    return tuple(
        CallLine(
            name=row.person_name,
            phone=str(person.phone) if (person := people[row.person_id]) is not None else "",
            permit_number=row.permit_number,
            produced_on=row.produced_on,
        )
        for row in rows
    )
