"""The day: its cases as they come, and its end, where cases and papers must balance."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, insert, or_, select

from desktop.domain.case_numbers import paper_number
from desktop.domain.codes import CaseKind, CaseState, CopyOutcome, PaperKind, label
from desktop.domain.errors import NotPossible, Sentence, sentence
from desktop.domain.times import CHINA, local_date
from desktop.domain.working_days import working_days_left
from desktop.models.prepared import Prepared
from desktop.models.tables import CaseFile, DayClose, JournalEntry, Paper, PaperCopy
from desktop.services import case_records, paper_records
from desktop.services.journal import Happening
from desktop.services.numbering import SUMMARIES, next_case_number
from desktop.services.office import canonical
from desktop.services.rows import BalanceLine, CaseRow, DayBalance, DayException

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.domain.case_numbers import CaseNumber
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor
    from printing.documents import DaySummary

_PAPERS = Prepared(
    select(Paper.id, Paper.kind, Paper.case_id, Paper.paper_number)
    .where(
        Paper.issued_on == bindparam("day"),
        or_(bindparam("counter") == 0, Paper.counter_number == bindparam("counter")),
        Paper.kind != PaperKind.DAY_SUMMARY.value,
    )
    .order_by(Paper.id)
)
_COPIES = Prepared(
    select(
        PaperCopy.id,
        PaperCopy.paper_id,
        PaperCopy.number,
        PaperCopy.outcome,
        PaperCopy.outcome_reason,
        PaperCopy.counter_number,
        Paper.kind,
        Paper.case_id,
        Paper.paper_number,
        CaseFile.kind.label("case_kind"),
    )
    .join(Paper, Paper.id == PaperCopy.paper_id)
    .outerjoin(CaseFile, CaseFile.id == Paper.case_id)
    .where(PaperCopy.requested_on == bindparam("day"), Paper.kind != PaperKind.DAY_SUMMARY.value)
    .order_by(PaperCopy.id)
)
_PAPER_OF_ACTION = {
    "deny_case": PaperKind.DENIAL_NOTICE,
    "list_uncollected": PaperKind.CALL_LIST,
    "list_blanks": PaperKind.STOCK_BALANCE,
    "list_production": PaperKind.PRODUCTION_SHEET,
}
"""Papers that belong to no case of the day, by what the trail says of them."""
_TOLD = Prepared(
    select(JournalEntry.action, func.count().label("times"))
    .select_from(JournalEntry)
    .where(
        JournalEntry.on_date == bindparam("day"),
        or_(bindparam("counter") == 0, JournalEntry.counter_number == bindparam("counter")),
        or_(*(JournalEntry.action == action for action in _PAPER_OF_ACTION)),
    )
    .group_by(JournalEntry.action)
)
_CLOSED = Prepared(
    select(DayClose.closed_at, DayClose.paper_id)
    .where(DayClose.on_date == bindparam("day"), DayClose.counter_number == bindparam("counter"))
    .order_by(DayClose.id.desc())
    .limit(1)
)
_CLOSE_OF_REQUEST = Prepared(select(DayClose.paper_id).where(DayClose.request_id == bindparam("request")))
_ADD_CLOSE = Prepared(insert(DayClose))


_DAILY_CASES = frozenset((CaseKind.REGISTRATION, CaseKind.REGISTRATION_MOVE, CaseKind.PERMIT_APPLICATION))
_DAILY_PAPERS = frozenset(
    (
        PaperKind.REGISTRATION_CERTIFICATE,
        PaperKind.ACCEPTANCE_RECEIPT,
        PaperKind.MISSING_ITEMS_NOTICE,
        PaperKind.REFUSAL_NOTICE,
    )
)
"""Kinds that have a line every day; the others have one on days that have any."""
_PAPER_OF = {
    CaseKind.REGISTRATION: PaperKind.REGISTRATION_CERTIFICATE,
    CaseKind.REGISTRATION_MOVE: PaperKind.REGISTRATION_CERTIFICATE,
    CaseKind.ENTITLEMENTS: PaperKind.ENTITLEMENT_SHEET,
    CaseKind.HUKOU_ASSESSMENT: PaperKind.HUKOU_NOTICE,
    CaseKind.ENDORSEMENT: PaperKind.ENDORSEMENT_SLIP,
    CaseKind.REPLACE_DAMAGED: PaperKind.ACCEPTANCE_RECEIPT,
    CaseKind.REPLACE_CHANGED: PaperKind.ACCEPTANCE_RECEIPT,
    CaseKind.REPLACE_LOST: PaperKind.ACCEPTANCE_RECEIPT,
    CaseKind.CANCELLATION: PaperKind.CANCELLATION_CERTIFICATE,
    CaseKind.DEPARTURE: PaperKind.CANCELLATION_CERTIFICATE,
}
"""The paper of kinds that have always the same one. A kind that is in none calls for no paper."""


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

    def working_days_left(self, due: Iterable[date]) -> dict[date, int]:
        """Return for each date how many working days are left from today; negative when overdue."""
        today, calendar = self._office.today(), self._office.calendar
        return {day: working_days_left(today, day, calendar) for day in due}

    def balance(self, on: date, counter: int) -> DayBalance:
        """Set a counter's cases of a day against its papers; exceptions are told one by one."""
        with self._office.database.faults():
            return self._told(on, counter)[0]

    def _told(self, on: date, counter: int) -> tuple[DayBalance, tuple[CaseRow, ...], list[Any]]:
        link = self._office.database.link
        cases = case_records.of_day(link, on, counter)
        papers = link.all(_PAPERS, day=on, counter=counter)
        anywhere = link.all(_COPIES, day=on)
        copies = [copy for copy in anywhere if counter in (0, copy.counter_number)]
        told = {row.action: row.times for row in link.all(_TOLD, day=on, counter=counter)}
        closed = link.one(_CLOSED, day=on, counter=counter)
        balance = DayBalance(
            on=on,
            cases=len(cases),
            lines=_lines(cases, papers, copies, told),
            exceptions=_exceptions(cases, papers, copies, {copy.paper_id for copy in anywhere}),
            closed_at=closed.closed_at if closed else None,
            summary_paper_id=closed.paper_id if closed else None,
        )
        return balance, cases, copies

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
            balance, cases, copies = self._told(on, actor.counter_number)
            unsettled = sum(line.unsettled for line in balance.lines)
            if unsettled:
                raise NotPossible(
                    sentence(
                        "errors", "还有{count}份单据没有确认打印结果。请先逐份确认“已打印”或“作废”，再日结。"
                    ).fill(count=unsettled)
                )
            number = next_case_number(link, actor, on, SUMMARIES)
            paper_id = paper_records.freeze(
                office,
                link,
                actor,
                _summary(actor, number, balance, cases, copies, remarks, at),
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
                    detail=str(_TOTALS.fill(**_totals(balance))) + f"（{on.isoformat()}）",
                ),
            )
        return paper_id


def _paper_of(case: CaseRow) -> PaperKind | None:
    """Return the paper that a case calls for, whatever was issued; None where it calls for none."""
    if case.kind is not CaseKind.PERMIT_APPLICATION:
        return _PAPER_OF.get(case.kind)
    if case.state in (CaseState.AWAITING_MATERIALS, CaseState.RESUMED):
        return PaperKind.MISSING_ITEMS_NOTICE
    return PaperKind.REFUSAL_NOTICE if case.state is CaseState.REFUSED else PaperKind.ACCEPTANCE_RECEIPT


def _lines(
    cases: tuple[CaseRow, ...], papers: list[Any], copies: list[Any], told: dict[str, int]
) -> tuple[BalanceLine, ...]:
    called_for = Counter(_paper_of(case) for case in cases)
    called_for.update({kind: told.get(action, 0) for action, kind in _PAPER_OF_ACTION.items()})
    issued = Counter(paper.kind for paper in papers)
    here = {paper.id for paper in papers}
    outcomes = Counter((copy.kind, copy.outcome) for copy in copies)
    reprints = Counter(copy.kind for copy in copies if copy.number > 0)
    originals = [copy for copy in copies if copy.number == 0]
    brought = Counter(copy.kind for copy in originals if copy.paper_id not in here)
    printed_here = {copy.paper_id for copy in originals}
    unprinted = Counter(paper.kind for paper in papers if paper.id not in printed_here)
    lines = (
        BalanceLine(
            kind=kind,
            cases=called_for[kind],
            issued=issued[kind.value],
            printed=outcomes[kind.value, CopyOutcome.PRINTED.value],
            saved=outcomes[kind.value, CopyOutcome.SAVED.value],
            reprints=reprints[kind.value],
            spoiled=outcomes[kind.value, CopyOutcome.SPOILED.value],
            unsettled=outcomes[kind.value, CopyOutcome.PENDING.value],
            brought=brought[kind.value],
            unprinted=unprinted[kind.value],
        )
        for kind in PaperKind
        if kind is not PaperKind.DAY_SUMMARY
    )
    return tuple(line for line in lines if line.kind in _DAILY_PAPERS or line.expected or line.accounted)


def _exceptions(
    cases: tuple[CaseRow, ...], papers: list[Any], copies: list[Any], has_copy: set[int]
) -> tuple[DayException, ...]:
    found: list[DayException] = []
    for copy in copies:
        if copy.outcome == CopyOutcome.PENDING.value:
            told = sentence("day", "{kind}（{number}）打印结果待确认。")
            found.append(DayException(_named(told, copy), copy.case_id, copy.id, True, copy.paper_id))
        elif copy.outcome == CopyOutcome.SPOILED.value:
            told = sentence("day", "{kind}（{number}）作废一份：{reason}").fill(reason=copy.outcome_reason)
            found.append(DayException(_named(told, copy), copy.case_id, copy.id, paper_id=copy.paper_id))
    for paper in papers:
        if paper.id not in has_copy:
            told = sentence("day", "{kind}（{number}）已出具但没有打印或存档。")
            found.append(DayException(_named(told, paper), paper.case_id, None, True, paper.id))
    with_paper = {paper.case_id for paper in papers}
    found += [
        DayException(
            sentence("day", "办件{number}没有单据。").fill(number=case.case_number), case.case_id, None
        )
        for case in cases
        if case.case_id not in with_paper and _paper_of(case) is not None
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


_TOTALS = sentence("day", "办件{cases}件，出具单据{papers}份，例外{exceptions}项。")


def _totals(balance: DayBalance) -> dict[str, int]:
    return {
        "cases": balance.cases,
        "papers": sum(line.issued for line in balance.lines),
        "exceptions": len(balance.exceptions),
    }


def _summary(
    actor: Actor,
    number: CaseNumber,
    balance: DayBalance,
    cases: tuple[CaseRow, ...],
    copies: list[Any],
    remarks: dict[str, str],
    at: Any,
) -> DaySummary:
    from printing.documents import DayCase, DayLine, DaySummary
    from printing.documents import DayException as PrintedException

    kinds = Counter(case.kind for case in cases)
    papers: Counter[CaseKind] = Counter()
    for case in cases:
        papers[case.kind] += case.papers
    spoiled = Counter(copy.case_kind for copy in copies if copy.outcome == CopyOutcome.SPOILED.value)
    reprints = Counter(copy.case_kind for copy in copies if copy.number > 0)
    return DaySummary(
        **paper_records.standing(actor, number, PaperKind.DAY_SUMMARY, at),
        day=balance.on,
        lines=tuple(
            DayLine(
                kind=str(label(kind)),
                accepted=kinds[kind],
                papers=papers[kind],
                spoiled=spoiled[kind.value],
                reprints=reprints[kind.value],
            )
            for kind in CaseKind
            if kind in _DAILY_CASES or kinds[kind] or papers[kind] or reprints[kind.value]
        ),
        exceptions=tuple(
            PrintedException(number=str(one.what.facts.get("number", "")), what=_explained(one, remarks))
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
        balanced=balance.balanced,
        balance=str(_TOTALS.fill(**_totals(balance))),
    )


def _explained(one: DayException, remarks: dict[str, str]) -> str:
    remark = " ".join(remarks.get(str(one.what), "").split())
    return f"{one.what}说明：{remark}" if remark else str(one.what)
