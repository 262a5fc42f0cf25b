"""Work lists: every open case with its legal clock, and what a day begins with; read by their indexes only."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select

from desktop.domain.codes import CaseState
from desktop.domain.permit_life import PermitEvent
from desktop.domain.rights import Right
from desktop.models.prepared import Prepared
from desktop.models.tables import PermitStep
from desktop.services import open_cases, permit_due
from desktop.services.case_records import case_row
from desktop.services.permit_pages import DueKind
from desktop.services.rights import needs_here
from desktop.services.work_rows import (
    Clock,
    StartList,
    StartOfDay,
    WorkAfter,
    WorkFilter,
    WorkKind,
    WorkPage,
    WorkRow,
)

if TYPE_CHECKING:
    from desktop.domain.working_days import Calendar
    from desktop.services.office import Office

RUNNING = (CaseState.ACCEPTED, CaseState.SENT_BACK, CaseState.GRANTED)
"""The states in which the time for a permit runs."""
_GROUPS = (RUNNING, (CaseState.PRODUCED,), (CaseState.AWAITING_MATERIALS,))
"""What presses comes first: where no time runs, the station waits for somebody else."""
_CLOCKS = {CaseState.AWAITING_MATERIALS: Clock.NOT_BEGUN, CaseState.PRODUCED: Clock.OVER}
_EVERYTHING = WorkFilter()
_NOBODYS = {"kind": "", "clerk": ""}
_DAY = timedelta(days=1)
WEEK = timedelta(days=7)
"""So far ahead the start of a day looks for endorsements that open."""
_SUSPENDED = Prepared(
    select(func.count().label("permits"))
    .select_from(PermitStep)
    .where(PermitStep.on_date == bindparam("day"), PermitStep.event == PermitEvent.SUSPEND.value)
)


class WorkLists:
    """What is to be done at the station, in the order in which it falls due."""

    def __init__(self, office: Office) -> None:
        self._office = office

    @needs_here(Right.WORK_DAY)
    def page(
        self, wanted: WorkFilter = _EVERYTHING, after: WorkAfter | None = None, limit: int = 100
    ) -> WorkPage:
        """Return a page of the open cases: those whose time runs first, each kind by its date.

        It takes the same time however many there are.
        """
        office, today = self._office, self._office.today()
        groups, first, until = _asked(wanted, today)
        group, last = after or (0, None)
        rows: list[Any] = []
        with office.database.faults():
            while group < len(groups) and len(rows) < limit:
                more, last = open_cases.page(
                    office.database.link, groups[group], first, until, _whose(wanted), last, limit - len(rows)
                )
                rows += more
                group += last is None
        following = (group, last) if group < len(groups) else None
        return WorkPage(tuple(_row(row, today, office.calendar) for row in rows), following, today)

    @needs_here(Right.WORK_DAY)
    def count(self, wanted: WorkFilter = _EVERYTHING) -> int:
        """Return how many cases such a list holds."""
        groups, first, until = _asked(wanted, self._office.today())
        with self._office.database.faults():
            link, whose = self._office.database.link, _whose(wanted)
            return sum(
                open_cases.count(link, states, first, until, whose)
                + (open_cases.count_undated(link, states, whose) if until == date.max else 0)
                for states in groups
            )

    @needs_here(Right.WORK_DAY)
    def clerks(self) -> tuple[str, ...]:
        """Return whose cases a list can be narrowed to: the names of the station's staff."""
        with self._office.database.faults():
            return open_cases.clerks(self._office.database.link)

    @needs_here(Right.WORK_DAY)
    def start_of_day(self, first: int = 3) -> StartOfDay:
        """Return what today begins with: how many there are of each list, and so many of its first rows."""
        office, today = self._office, self._office.today()
        with office.database.faults():
            link = office.database.link
            opening = permit_due.count_opening(link, today, WEEK)
            overdue = permit_due.count_overdue(link, today)
            done = link.one(_SUSPENDED, day=today)

            def cases(states: open_cases.States, from_day: date, until: date) -> StartList:
                count = open_cases.count(link, states, from_day, until, _NOBODYS)
                if until == date.max:
                    count += open_cases.count_undated(link, states, _NOBODYS)
                rows, _ = (
                    open_cases.page(link, states, from_day, until, _NOBODYS, None, first)
                    if count
                    else ((), None)
                )
                return StartList(count, tuple(_row(row, today, office.calendar) for row in rows))

            def endorsements(kind: DueKind, count: int) -> StartList:
                if not count:
                    return StartList(0, ())
                page = permit_due.page(link, office.calendar, kind, today, WEEK, None, first)
                return StartList(count, page.rows)

            return StartOfDay(
                on=today,
                due_today=cases(RUNNING, today, today),
                overdue=cases(RUNNING, date.min, today - _DAY),
                to_hand_over=cases((CaseState.PRODUCED,), date.min, date.max),
                waiting=cases((CaseState.AWAITING_MATERIALS,), date.min, date.max),
                opening=endorsements(DueKind.OPENING, opening),
                endorsement_overdue=endorsements(DueKind.OVERDUE, overdue),
                suspended=int(done.permits) if done is not None else 0,
            )


def _asked(wanted: WorkFilter, today: date) -> tuple[tuple[open_cases.States, ...], date, date]:
    """Return the states, in groups, and the span of days of a filter; a time that stands is never overdue."""
    groups = tuple(
        tuple(state for state in group if wanted.state in ("", state.value))
        for group in (_GROUPS if wanted.due is None else _GROUPS[:1])
    )
    if wanted.due is None:
        return groups, date.min, date.max
    return (groups, today, today) if wanted.due is WorkKind.DUE_TODAY else (groups, date.min, today - _DAY)


def _whose(wanted: WorkFilter) -> dict[str, str]:
    return {"kind": wanted.kind, "clerk": wanted.clerk}


def _row(row: Any, today: date, calendar: Calendar) -> WorkRow:
    case = case_row(row)
    clock = _CLOCKS.get(case.state, Clock.RUNS if case.due_on else Clock.NONE)
    if clock is not Clock.RUNS:
        return WorkRow(case, clock, None, False)
    return WorkRow(case, clock, *open_cases.days_left(case.due_on, today, calendar))
