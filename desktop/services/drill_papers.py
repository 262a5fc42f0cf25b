"""备份恢复检验记录: what a restore drill came to, as a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from desktop.domain.codes import PaperKind
from desktop.domain.errors import sentence
from desktop.domain.times import CHINA, local_date
from desktop.models.prepared import Prepared
from desktop.models.tables import Paper
from desktop.services import paper_records
from desktop.services.in_turn import in_turn
from desktop.services.journal import Happening
from desktop.services.numbering import next_case_number

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.models.database import Link
    from desktop.services.backup_rows import DrillResult
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

SERIES = "restore_drill"
_WHAT = {
    "person": "人员",
    "registration": "居住登记",
    "case_file": "办件",
    "permit": "居住证",
    "paper": "单据",
    "blank": "空白证",
    "staff": "工作人员",
    "journal_entry": "留痕",
}
_OTHERS = "其他"
_MADE_TODAY = Prepared(
    select(Paper.id, Paper.document)
    .where(
        Paper.issued_on == bindparam("day"),
        Paper.counter_number == bindparam("counter"),
        Paper.kind == PaperKind.RESTORE_DRILL.value,
    )
    .order_by(Paper.id)
)
_TOLD = sentence("log", "{name}，{faults}处问题，留痕{entries}条")


def make_out(office: Office, journal: Journal, actor: Actor, result: DrillResult) -> int:
    """Freeze what a drill came to and return the paper to print; the same drill made out twice is one paper."""
    at = office.clock.now()
    today = local_date(at)

    def job(link: Link) -> int:
        from printing.documents import DrillLine, RestoreDrill
        from printing.freezing import thaw

        tried_at = _clock(result.began_at)
        for row in link.all(_MADE_TODAY, day=today, counter=actor.counter_number):
            made = thaw(row.document)
            same = isinstance(made, RestoreDrill) and (made.tried_at, made.backup) == (tried_at, result.name)
            if same and made.clerk == actor.name:
                return int(row.id)
        number = next_case_number(link, actor, today, SERIES)
        document = RestoreDrill(
            **paper_records.standing(actor, number, PaperKind.RESTORE_DRILL, at),
            backup=result.name,
            made_at=_clock(result.made_at),
            size=f"{result.size / 1_000_000:.1f}MB",
            tried_at=tried_at,
            seconds=round(result.seconds),
            entries=result.entries,
            chains=result.chains,
            passed=result.passed,
            lines=tuple(DrillLine(what=what, written=a, found=b, now=c) for what, a, b, c in _lines(result)),
            faults=tuple(str(fault) for fault in result.faults),
            remarks=tuple(str(remark) for remark in result.remarks),
        )
        paper_id = paper_records.freeze(office, link, actor, document, at, case_id=None, person_id=None)
        told = _TOLD.fill(name=result.name, faults=len(result.faults), entries=result.entries)
        journal.write(
            link, Happening(actor, "list_drill", at, paper_number=document.number, detail=str(told))
        )
        return paper_id

    return in_turn(office, job)


def _lines(result: DrillResult) -> list[tuple[str, int, int, int]]:
    """Give the tables that the desk has words for, and the sum of all others."""
    found = {one.table: (one.written, one.found, one.now) for one in result.counts}
    lines = [(what, *found[table]) for table, what in _WHAT.items() if table in found]
    rest = [one for one in result.counts if one.table not in _WHAT]
    others = (sum(one.written for one in rest), sum(one.found for one in rest), sum(one.now for one in rest))
    return [*lines, (_OTHERS, *others)]


def _clock(at: datetime) -> str:
    return at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M:%S")
