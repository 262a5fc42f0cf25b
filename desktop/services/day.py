"""The day: its cases as they come, and its end, where cases and papers must balance."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, or_, select

from desktop.domain.case_numbers import paper_number
from desktop.domain.codes import CaseKind, CaseState, CopyOutcome, PaperKind, label
from desktop.domain.errors import NotPossible, Sentence, sentence
from desktop.domain.times import CHINA, local_date
from desktop.models.prepared import Prepared
from desktop.models.tables import DayClose, Paper, PaperCopy
from desktop.services import case_records, paper_records
from desktop.services.journal import Happening
from desktop.services.numbering import SUMMARIES, next_case_number
from desktop.services.office import canonical
from desktop.services.rows import BalanceLine, CaseRow, DayBalance, DayException

if TYPE_CHECKING:
    from desktop.domain.case_numbers import CaseNumber
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor
    from printing.documents import DaySummary

_PAPERS = Prepared(
    select(Paper.id, Paper.kind, Paper.case_id, Paper.paper_number).where(
        Paper.issued_on == bindparam("day"),
        or_(bindparam("counter") == 0, Paper.counter_number == bindparam("counter")),
        Paper.kind != PaperKind.DAY_SUMMARY.value,
    )
)
_COPIES = Prepared(
    select(
        PaperCopy.id,
        PaperCopy.paper_id,
        PaperCopy.number,
        PaperCopy.outcome,
        PaperCopy.outcome_reason,
        Paper.kind,
        Paper.case_id,
        Paper.paper_number,
    )
    .join(Paper, Paper.id == PaperCopy.paper_id)
    .where(
        PaperCopy.requested_on == bindparam("day"),
        or_(bindparam("counter") == 0, PaperCopy.counter_number == bindparam("counter")),
        Paper.kind != PaperKind.DAY_SUMMARY.value,
    )
)
_CLOSED = Prepared(
    select(DayClose.closed_at, DayClose.paper_id)
    .where(DayClose.on_date == bindparam("day"), DayClose.counter_number == bindparam("counter"))
    .order_by(DayClose.id.desc())
    .limit(1)
)
_CLOSE_OF_REQUEST = Prepared(select(DayClose.paper_id).where(DayClose.request_id == bindparam("request")))
_ADD_CLOSE = Prepared(insert(DayClose))


class Day:
    """Lists, balances and closes days."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    def today(self) -> date:
        """Return the local date."""
        return self._office.today()

    def cases(self, on: date, *, counter: int = 0, clerk: str = "", kind: str = "") -> tuple[CaseRow, ...]:
        """Return a day's cases, newest first; 0 and "" mean all."""
        with self._office.database.faults():
            return case_records.of_day(self._office.database.link, on, counter, clerk, kind)

    def case(self, case_id: int) -> CaseRow:
        """Return one case."""
        with self._office.database.faults():
            return case_records.find(self._office.database.link, case_id)

    def balance(self, on: date, counter: int) -> DayBalance:
        """Set a counter's cases of a day against its papers; exceptions are told one by one."""
        with self._office.database.faults():
            link = self._office.database.link
            cases = case_records.of_day(link, on, counter)
            papers = link.all(_PAPERS, day=on, counter=counter)
            copies = link.all(_COPIES, day=on, counter=counter)
            closed = link.one(_CLOSED, day=on, counter=counter)
        return DayBalance(
            on=on,
            cases=len(cases),
            lines=_lines(cases, papers, copies),
            exceptions=_exceptions(cases, papers, copies),
            closed_at=closed.closed_at if closed else None,
            summary_paper_id=closed.paper_id if closed else None,
        )

    def close(self, actor: Actor, request_id: str, on: date, remarks: dict[str, str]) -> int:
        """Close a counter's day: its summary is frozen and stored; return the paper to print.

        `remarks` explain exceptions by their sentence. A copy whose outcome nobody gave must be settled
        first (NotPossible). The day may be closed again after more cases; every summary is kept.
        """
        office = self._office
        at = office.clock.now()
        if on > local_date(at):
            raise NotPossible(sentence("errors", "这一天还没有到，不能日结。"))
        with office.database.write() as link:
            done = link.one(_CLOSE_OF_REQUEST, request=request_id)
            if done is not None and done.paper_id is not None:
                return int(done.paper_id)
            balance = self.balance(on, actor.counter_number)
            unsettled = sum(line.unsettled for line in balance.lines)
            if unsettled:
                raise NotPossible(
                    sentence(
                        "errors", "还有{count}份单据没有确认打印结果。请先逐份确认“已打印”或“作废”，再日结。"
                    ).fill(count=unsettled)
                )
            number = next_case_number(link, actor, on, SUMMARIES)
            cases = case_records.of_day(link, on, actor.counter_number)
            paper_id = paper_records.freeze(
                office,
                link,
                actor,
                _summary(actor, number, balance, cases, remarks, at),
                at,
                case_id=None,
                person_id=None,
            )
            link.run(
                _ADD_CLOSE,
                id=office.key(actor.counter_number, at),
                request_id=request_id,
                on_date=on,
                counter_number=actor.counter_number,
                staff_id=actor.staff_id,
                closed_at=at,
                remarks=canonical(remarks),
                paper_id=paper_id,
            )
            self._journal.write(
                link,
                Happening(
                    actor,
                    "end_day",
                    at,
                    paper_number=paper_number(PaperKind.DAY_SUMMARY, number),
                    detail=f"{on.isoformat()} {balance.cases}",
                ),
            )
        return paper_id


def _lines(cases: tuple[CaseRow, ...], papers: list[Any], copies: list[Any]) -> tuple[BalanceLine, ...]:
    issued = Counter(paper.kind for paper in papers)
    with_case = Counter(paper.kind for paper in papers if paper.case_id is not None)
    outcomes = Counter((copy.kind, copy.outcome) for copy in copies)
    reprints = Counter(copy.kind for copy in copies if copy.number > 0)
    kinds = [kind for kind in PaperKind if kind is not PaperKind.DAY_SUMMARY]
    return tuple(
        BalanceLine(
            kind=kind,
            cases=with_case[kind.value],
            issued=issued[kind.value],
            printed=outcomes[kind.value, CopyOutcome.PRINTED.value],
            saved=outcomes[kind.value, CopyOutcome.SAVED.value],
            reprints=reprints[kind.value],
            spoiled=outcomes[kind.value, CopyOutcome.SPOILED.value],
            unsettled=outcomes[kind.value, CopyOutcome.PENDING.value],
        )
        for kind in kinds
    )


def _exceptions(cases: tuple[CaseRow, ...], papers: list[Any], copies: list[Any]) -> tuple[DayException, ...]:
    found: list[DayException] = []
    numbers = {case.case_id: case.case_number for case in cases}
    has_copy = {copy.paper_id for copy in copies}
    for copy in copies:
        if copy.outcome == CopyOutcome.PENDING.value:
            told = sentence("day", "{kind}（{number}）打印结果待确认。")
            found.append(DayException(_named(told, copy), copy.case_id, copy.id, unanswered=True))
        elif copy.outcome == CopyOutcome.SPOILED.value:
            told = sentence("day", "{kind}（{number}）作废一份：{reason}").fill(reason=copy.outcome_reason)
            found.append(DayException(_named(told, copy), copy.case_id, copy.id))
    for paper in papers:
        if paper.id not in has_copy:
            told = sentence("day", "{kind}（{number}）已出具但没有打印或存档。")
            found.append(DayException(_named(told, paper), paper.case_id, None, unanswered=True))
    with_paper = {paper.case_id for paper in papers}
    found += [
        DayException(sentence("day", "办件{number}没有单据。").fill(number=number), case_id, None)
        for case_id, number in numbers.items()
        if case_id not in with_paper
    ]
    found += [
        DayException(
            sentence("day", "办件{number}待补材料。").fill(number=case.case_number), case.case_id, None
        )
        for case in cases
        if case.state is CaseState.AWAITING_MATERIALS
    ]
    return tuple(found)


def _named(told: Sentence, row: Any) -> Sentence:
    return told.fill(kind=label(PaperKind(row.kind)), number=row.paper_number)


def _summary(
    actor: Actor,
    number: CaseNumber,
    balance: DayBalance,
    cases: tuple[CaseRow, ...],
    remarks: dict[str, str],
    at: Any,
) -> DaySummary:
    from printing.documents import DayCase, DayLine, DaySummary
    from printing.documents import DayException as PrintedException

    kinds = Counter(case.kind for case in cases)
    papers: Counter[CaseKind] = Counter()
    for case in cases:
        papers[case.kind] += case.papers
    issued = sum(line.issued for line in balance.lines)
    out = {line.kind: line for line in balance.lines}
    by_kind = {
        CaseKind.REGISTRATION: (PaperKind.REGISTRATION_CERTIFICATE,),
        CaseKind.PERMIT_APPLICATION: (
            PaperKind.ACCEPTANCE_RECEIPT,
            PaperKind.MISSING_ITEMS_NOTICE,
            PaperKind.REFUSAL_NOTICE,
        ),
    }
    balanced = issued == len(cases)
    return DaySummary(
        **paper_records.standing(actor, number, PaperKind.DAY_SUMMARY, at),
        day=balance.on,
        lines=tuple(
            DayLine(
                kind=str(label(kind)),
                accepted=kinds[kind],
                papers=papers[kind],
                spoiled=sum(out[paper].spoiled for paper in by_kind.get(kind, ())),
                reprints=sum(out[paper].reprints for paper in by_kind.get(kind, ())),
            )
            for kind in CaseKind
        ),
        exceptions=tuple(
            PrintedException(
                number="",
                what=f"{one.what}{('说明：' + remarks[str(one.what)]) if remarks.get(str(one.what)) else ''}",
            )
            for one in balance.exceptions
        ),
        cases=tuple(
            DayCase(
                at=case.accepted_at.astimezone(CHINA).strftime("%H:%M"),
                case_number=case.case_number,
                name=case.person_name,
                masked_id=case.masked_id_number,
                matter=str(label(case.kind)),
                state=str(label(case.state)),
                papers=case.papers,
                clerk=case.clerk,
            )
            for case in reversed(cases)
        ),
        balanced=balanced,
        balance=str(
            sentence("day", "办件{cases}件，出具单据{papers}份，例外{exceptions}项。").fill(
                cases=len(cases), papers=issued, exceptions=len(balance.exceptions)
            )
        ),
    )
