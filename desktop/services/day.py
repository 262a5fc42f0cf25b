"""The day: its cases as they come, and its end, where cases and papers must balance."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, select

from desktop.domain.case_numbers import paper_number
from desktop.domain.codes import PaperKind
from desktop.domain.errors import NotPossible, sentence
from desktop.domain.rights import Right
from desktop.domain.times import local_date
from desktop.domain.trail import short_root
from desktop.domain.working_days import working_days_left
from desktop.models.prepared import Prepared
from desktop.models.tables import DayClose
from desktop.services import case_records, day_balance, day_summary, paper_records, trail_heads
from desktop.services.day_rows import DayBalance
from desktop.services.in_turn import taking_turns
from desktop.services.journal import Happening
from desktop.services.numbering import SUMMARIES, next_case_number
from desktop.services.office import canonical
from desktop.services.rights import needs, needs_here, open_to
from desktop.services.rows import CaseRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.services.day_balance import Told
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

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

    @open_to("a date")
    def today(self) -> date:
        """Return the local date."""
        return self._office.today()

    @needs_here(Right.WORK_DAY)
    def cases(self, on: date, *, counter: int = 0, clerk: str = "", kind: str = "") -> tuple[CaseRow, ...]:
        """Return a day's cases, newest first; 0 and "" mean all."""
        with self._office.database.faults():
            return case_records.of_day(self._office.database.link, on, counter, clerk, kind)

    @needs_here(Right.WORK_DAY)
    def case(self, case_id: int) -> CaseRow:
        """Return one case."""
        with self._office.database.faults():
            return case_records.find(self._office.database.link, case_id)

    @open_to("working days are public")
    def working_days_left(self, due: Iterable[date]) -> dict[date, int]:
        """Return for each date how many working days are left from today; negative when overdue."""
        today, calendar = self._office.today(), self._office.calendar
        return {day: working_days_left(today, day, calendar) for day in due}

    @needs_here(Right.WORK_DAY)
    def balance(self, on: date, counter: int) -> DayBalance:
        """Set a counter's cases of a day against its papers; exceptions are told one by one."""
        with self._office.database.faults():
            return self._told(on, counter)[0]

    def _told(self, on: date, counter: int) -> tuple[DayBalance, Told]:
        link = self._office.database.link
        told = day_balance.told(link, self._office.calendar, on, counter)
        closed = link.one(_CLOSED, day=on, counter=counter)
        balance = DayBalance(
            on=on,
            cases=len(told.cases),
            lines=told.lines,
            exceptions=told.exceptions,
            closed_at=closed.closed_at if closed else None,
            summary_paper_id=closed.paper_id if closed else None,
        )
        return balance, told

    @needs(Right.WORK_DAY)
    @taking_turns
    def close(self, actor: Actor, request_id: str, on: date, remarks: dict[str, str]) -> int:
        """Close a counter's day: its summary is frozen and stored; return the paper to print.

        The heads of all counters' trails are signed with it; their root is on the summary and in the trail.
        `remarks` explain exceptions by their sentence. A copy whose outcome nobody gave must be settled
        first (NotPossible). The day may be closed again after more cases; every summary is kept.
        """
        office = self._office
        self._journal.flush()
        at = office.clock.now()
        if on > local_date(at):
            raise NotPossible(sentence("errors", "这一天还没有到，不能日结。"))
        with office.database.write() as link:
            done = link.one(_CLOSE_OF_REQUEST, request=request_id)
            if done is not None and done.paper_id is not None:
                return int(done.paper_id)
            balance, told = self._told(on, actor.counter_number)
            unsettled = sum(line.unsettled for line in balance.lines)
            if unsettled:
                raise NotPossible(
                    sentence(
                        "errors", "还有{count}份单据没有确认打印结果。请先逐份确认“已打印”或“作废”，再日结。"
                    ).fill(count=unsettled)
                )
            number = next_case_number(link, actor, on, SUMMARIES)
            close_id = office.key(actor.counter_number, at)
            trail_head = short_root(trail_heads.end_day(office, link, actor, at, on, close_id).root)
            paper_id = paper_records.freeze(
                office,
                link,
                actor,
                day_summary.summary(actor, number, balance, told.cases, told.copies, remarks, at, trail_head),
                at,
                case_id=None,
                person_id=None,
            )
            link.run(
                _ADD_CLOSE,
                id=close_id,
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
                    detail=f"{day_summary.totals(balance)}（{on.isoformat()}）留痕日链首{trail_head}",
                ),
            )
        return paper_id
