"""Cases whose time has run out, as the end of a day must explain them: each with a reason to give."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, literal, or_, select

from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind, CaseState
from desktop.domain.errors import sentence
from desktop.domain.working_days import working_days_after
from desktop.models.prepared import Prepared
from desktop.models.tables import CaseFile
from desktop.services.day_rows import DayException
from desktop.services.work_lists import RUNNING

if TYPE_CHECKING:
    from desktop.domain.working_days import Calendar
    from desktop.models.database import Link

MOST = 100
"""So many are told one by one, the longest overdue first; of the others how many there are."""

_WHICH = (
    CaseFile.state.in_([literal(state.value) for state in RUNNING]),
    CaseFile.due_on <= bindparam("last"),
    or_(bindparam("counter") == 0, CaseFile.counter_number == bindparam("counter")),
)
_CASES = Prepared(
    select(CaseFile.id, CaseFile.case_number, CaseFile.kind, CaseFile.state, CaseFile.due_on)
    .where(*_WHICH)
    .order_by(CaseFile.due_on, CaseFile.id)
    .limit(bindparam("most"))
)
_COUNT = Prepared(select(func.count().label("cases")).select_from(CaseFile).where(*_WHICH))
_OVERDUE = sentence("day", "办件{number}（{kind}，{state}）应于{due}前办结，已逾期{days}个工作日。")
_MORE = sentence("day", "另有{count}件逾期未办结，见待办。")


def exceptions(link: Link, calendar: Calendar, on: date, counter: int) -> tuple[DayException, ...]:
    """Return the open cases taken at a counter (0: at any) that were to be done before a day."""
    asked = {"last": on - timedelta(days=1), "counter": counter}
    rows = link.all(_CASES, **asked, most=MOST + 1)
    found = [
        DayException(
            _OVERDUE.fill(
                number=row.case_number,
                kind=label(CaseKind(row.kind)),
                state=label(CaseState(row.state)),
                due=row.due_on.isoformat(),
                days=working_days_after(row.due_on, on, calendar),
            ),
            row.id,
            None,
            overdue=True,
        )
        for row in rows[:MOST]
    ]
    if len(rows) > MOST:
        counted = link.one(_COUNT, **asked)
        more = counted.cases - MOST if counted is not None else 0
        found.append(DayException(_MORE.fill(count=more), None, None, overdue=True))
    return tuple(found)
