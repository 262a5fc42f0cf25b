"""Words of these tests: what is applied for, taken and granted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import text

from desktop.services.application_rows import ApplicationDone
from desktop.services.counter import Counter
from desktop.services.decision_rows import DecisionDone
from desktop.services.rows import Actor, CaseRow
from tests.services.asked import key, rows

Apply = Callable[..., ApplicationDone]
Resident = Callable[..., int]
Document = Callable[[int], Any]
Take = Callable[..., CaseRow]


def grant(station: Counter, actor: Actor, case: CaseRow, **how: Any) -> DecisionDone:
    request = how.get("request_id", key())
    return station.decisions.grant(actor, request, case.case_id, how.get("seen", case.version))


def steps_of(station: Counter, case_id: int) -> list[Any]:
    return rows(station, f"select state, note, facts from case_step where case_id = {case_id} order by id")


def put_cases(station: Counter, case: CaseRow, count: int, days: int = 30) -> None:
    """Copy a case `count` times with due dates spread from today on, straight into the table."""
    with station.office.database.engine.begin() as connection:
        connection.execute(
            text(
                "with recursive n(i) as (select 1 union all select i + 1 from n where i < :count)"
                " insert into case_file select :base + i, printf('99%020d', i), 'copy-' || i, kind, state,"
                " version, person_id, person_row, accepted_at, accepted_on, counter_number, staff_id, staff_name,"
                " date('2026-11-20', '+' || (i % :days) || ' days'), due_estimated, policy, summary, facts,"
                " resumes_case_id, closed_at from case_file, n where case_file.id = :case"
            ),
            {"count": count, "base": case.case_id, "days": days, "case": case.case_id},
        )
