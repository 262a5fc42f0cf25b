"""What a day must balance: the papers that its cases call for against those that there are; what does not fit."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, func, or_, select

from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind, CaseState, CopyOutcome, PaperKind
from desktop.domain.errors import Sentence, sentence
from desktop.models.prepared import Prepared
from desktop.models.tables import CaseFile, JournalEntry, Paper, PaperCopy
from desktop.services import case_records, day_overdue
from desktop.services.day_rows import BalanceLine, DayException
from desktop.services.rows import CaseRow

if TYPE_CHECKING:
    from desktop.domain.working_days import Calendar
    from desktop.models.database import Link

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
    "list_staff": PaperKind.STAFFING_SHEET,
    "tell_privacy": PaperKind.PRIVACY_NOTICE,
    "tell_collection": PaperKind.COLLECTION_SLIP,
    "tell_own_data": PaperKind.OWN_DATA_SHEET,
    "list_drill": PaperKind.RESTORE_DRILL,
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


class Told(NamedTuple):
    """What a day at a counter comes to: its cases and copies, a line a kind of paper, what must be explained."""

    cases: tuple[CaseRow, ...]
    copies: list[Any]
    lines: tuple[BalanceLine, ...]
    exceptions: tuple[DayException, ...]


def told(link: Link, calendar: Calendar, on: date, counter: int) -> Told:
    """Set a counter's cases of a day against its papers; 0 is every counter."""
    cases = case_records.of_day(link, on, counter)
    papers = link.all(_PAPERS, day=on, counter=counter)
    anywhere = link.all(_COPIES, day=on)
    copies = [copy for copy in anywhere if counter in (0, copy.counter_number)]
    actions = {row.action: row.times for row in link.all(_TOLD, day=on, counter=counter)}
    exceptions = _exceptions(cases, papers, copies, {copy.paper_id for copy in anywhere})
    overdue = day_overdue.exceptions(link, calendar, on, counter)
    return Told(cases, copies, _lines(cases, papers, copies, actions), (*exceptions, *overdue))


def _paper_of(case: CaseRow) -> PaperKind | None:
    """Return the paper that a case calls for, whatever was issued; None where it calls for none."""
    if case.kind is not CaseKind.PERMIT_APPLICATION:
        return _PAPER_OF.get(case.kind)
    if case.state in (CaseState.AWAITING_MATERIALS, CaseState.RESUMED):
        return PaperKind.MISSING_ITEMS_NOTICE
    return PaperKind.REFUSAL_NOTICE if case.state is CaseState.REFUSED else PaperKind.ACCEPTANCE_RECEIPT


def _lines(
    cases: tuple[CaseRow, ...], papers: list[Any], copies: list[Any], actions: dict[str, int]
) -> tuple[BalanceLine, ...]:
    called_for = Counter(_paper_of(case) for case in cases)
    called_for.update({kind: actions.get(action, 0) for action, kind in _PAPER_OF_ACTION.items()})
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
            words = sentence("day", "{kind}（{number}）打印结果待确认。")
            found.append(DayException(_named(words, copy), copy.case_id, copy.id, True, copy.paper_id))
        elif copy.outcome == CopyOutcome.SPOILED.value:
            words = sentence("day", "{kind}（{number}）作废一份：{reason}").fill(reason=copy.outcome_reason)
            found.append(DayException(_named(words, copy), copy.case_id, copy.id, paper_id=copy.paper_id))
    for paper in papers:
        if paper.id not in has_copy:
            words = sentence("day", "{kind}（{number}）已出具但没有打印或存档。")
            found.append(DayException(_named(words, paper), paper.case_id, None, True, paper.id))
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


def _named(words: Sentence, row: Any) -> Sentence:
    return words.fill(kind=label(PaperKind(row.kind)), number=row.paper_number)
