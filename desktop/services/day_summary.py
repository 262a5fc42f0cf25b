"""The summary of a day at a counter, as it is frozen when the day is closed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind, CopyOutcome, PaperKind
from desktop.domain.errors import Sentence, sentence
from desktop.domain.times import CHINA
from desktop.services import paper_records
from desktop.services.day_rows import DayBalance, DayException
from desktop.services.rows import CaseRow

if TYPE_CHECKING:
    from desktop.domain.case_numbers import CaseNumber
    from desktop.services.rows import Actor
    from printing.documents import DaySummary

_DAILY_CASES = frozenset((CaseKind.REGISTRATION, CaseKind.REGISTRATION_MOVE, CaseKind.PERMIT_APPLICATION))
_TOTALS = sentence("day", "办件{cases}件，出具单据{papers}份，例外{exceptions}项。")


def totals(balance: DayBalance) -> Sentence:
    """Say how many cases, papers and exceptions a day had."""
    papers = sum(line.issued for line in balance.lines)
    return _TOTALS.fill(cases=balance.cases, papers=papers, exceptions=len(balance.exceptions))


def summary(
    actor: Actor,
    number: CaseNumber,
    balance: DayBalance,
    cases: tuple[CaseRow, ...],
    copies: list[Any],
    remarks: dict[str, str],
    at: Any,
    trail_head: str,
) -> DaySummary:
    """Return the summary of a day; `remarks` explain its exceptions by their sentence.

    `trail_head` is the short form of the root over the heads of the trail.
    """
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
        balance=str(totals(balance)),
        trail_head=trail_head,
    )


def _explained(one: DayException, remarks: dict[str, str]) -> str:
    remark = " ".join(remarks.get(str(one.what), "").split())
    return f"{one.what}说明：{remark}" if remark else str(one.what)
