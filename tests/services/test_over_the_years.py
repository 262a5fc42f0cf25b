"""The counter's questions about cases and papers, where a server has some thousands of them in several years."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
import pytest
from sqlalchemy.sql.dml import Insert

from desktop.services import case_records
from desktop.services.counter import Counter
from desktop.services.rows import RegistrationDone
from installer.scratch_server import OWNER, ScratchServer
from tests.conftest import FakeClock
from tests.models.test_prepared import DIALECTS, STATEMENTS
from tests.models.test_years import key
from tests.servers import Databases

Connection = psycopg.Connection[Any]
OF_YEARS = ("case_file", "case_step", "paper")
YEARS = (2024, 2025, 2026)
A_YEAR = 2_000
OF_A_YEAR = re.compile(r"(?:case_file|case_step|paper)_[0-9]{4}")
BIND = re.compile(r"%\((\w+)\)s")
ABOUT_CASES = [
    name
    for name, prepared in STATEMENTS.items()
    if not isinstance(prepared.statement, Insert)
    and re.search(r"\b(case_file|case_step|paper)\b", prepared.compiled(DIALECTS["psycopg"]).text)
]
WHOLE = {
    "day_overdue._CASES",
    "day_overdue._COUNT",
    "move_look._ANY_CASE",
    "own_data_uses._COPIES",
    "production_records._WAITING",
    "set_back._CASES",
    "uncollected._CALLS",
}
"""What reads so few cases as there are here whole, where they are one table as well, or is asked of a window's own copy."""
FILL = """
insert into staff (id, sign_in_name, name, role, password_hash, active, created_at, lookalike, one_time, version)
    values (1, 'one', '测试', 'officer', '', true, now(), 'one', false, 1) on conflict do nothing;
insert into person (id, person_id, version, known_from, current_id, id_kind, id_number, name, former_name, sex,
    ethnicity, hukou_division, hukou_address, phone, education, marital_status, political_status, employer, changed_by)
    select {first} + n * 8, {first} + n * 8, 1, now(), {first} + n * 8, 'resident', '', '测试', '', 'male', '', '', '',
        '', '', '', '', '', 1 from generate_series(1, {rows}) as n;
insert into case_file (id, case_number, request_id, kind, state, version, person_id, person_row, accepted_at,
    accepted_on, counter_number, staff_id, staff_name, due_on, due_estimated, policy, summary, facts, closed_at)
    select {first} + n * 8, '{year}' || n, '{year}' || n, 'application',
        case when n % 50 = 0 then 'accepted' else 'completed' end, 1, {first} + n * 8, {first} + n * 8,
        day, day, 1 + n % 5, 1, '测试', day + 15, false, '', '', '{{}}', case when n % 50 > 0 then day end
    from generate_series(1, {rows}) as n cross join lateral (select date '{year}-01-01' + n % 365 as day) as its;
insert into case_step (id, case_id, state, at, staff_id, note) select id + 1, id, state, accepted_at, 1, ''
    from case_file where accepted_on >= '{year}-01-01';
insert into paper (id, case_id, person_id, kind, paper_number, document, issued_at, issued_on, counter_number, staff_id)
    select id + 2, id, person_id, '11', '11' || case_number, '', accepted_at, accepted_on, counter_number, 1
    from case_file where accepted_on >= '{year}-01-01';
insert into paper_copy (id, paper_id, request_id, number, reason, outcome, outcome_reason, requested_at, requested_on,
    staff_id, staff_name, counter_number, printer, pages, sha256)
    select id + 1, id, paper_number, 0, '', 'printed', '', issued_at, issued_on, 1, '', counter_number, '', 1, ''
    from paper where issued_on >= '{year}-01-01';
"""


@pytest.fixture(scope="module")
def filled(databases: Databases, server: ScratchServer) -> Iterator[Connection]:
    name = databases.make()
    with psycopg.connect(host=str(server.folder), user=OWNER, dbname=name, autocommit=True) as connection:
        for whole in OF_YEARS:
            parts = "select inhrelid::regclass::text from pg_inherits where inhparent = %s::regclass"
            for (part,) in connection.execute(parts, [whole]).fetchall():
                if not part.endswith("_other"):
                    connection.execute(f"drop table {part}")
            for year in YEARS:
                connection.execute("select add_year(%s, %s)", [whole, year])
        for year in YEARS:
            connection.execute(FILL.format(year=year, first=key(year, 2, 1, 0), rows=A_YEAR))
        connection.prepare_threshold = None  # what is prepared here has names of ours
        connection.execute("vacuum analyze")
        connection.execute("set plan_cache_mode = force_generic_plan")
        yield connection
    databases.drop(name)


def read_whole(connection: Connection, name: str) -> set[str]:
    """Give the years' tables that a statement reads from one end to the other, whatever is asked for."""
    text = STATEMENTS[name].compiled(DIALECTS["psycopg"]).text
    places = {bind: place for place, bind in enumerate(dict.fromkeys(BIND.findall(text)), start=1)}
    words = BIND.sub(lambda found: f"${places[found[1]]}", text).replace("%%", "%")
    connection.execute(f"prepare asked as {words}".encode())
    values = f"({', '.join(['null'] * len(places))})" if places else ""
    [[[told]]] = connection.execute(f"explain (format json) execute asked{values}").fetchall()
    connection.execute("deallocate asked")
    return {
        node["Relation Name"]
        for node in nodes(told["Plan"])
        if node["Node Type"] == "Seq Scan" and OF_A_YEAR.fullmatch(node["Relation Name"])
    }


def nodes(plan: Any) -> Iterator[Any]:
    yield plan
    for child in plan.get("Plans", ()):
        yield from nodes(child)


def test_the_statements_about_cases_are_found() -> None:
    assert {"case_records.BY_ID", "case_records._OF_DAY", "paper_records._OF_PERSON"} <= set(
        ABOUT_CASES
    ) - WHOLE
    assert set(ABOUT_CASES) > WHOLE


@pytest.mark.parametrize("name", [name for name in ABOUT_CASES if name not in WHOLE])
def test_no_question_of_a_counter_reads_a_years_cases_whole(filled: Connection, name: str) -> None:
    assert read_whole(filled, name) == set()


@pytest.mark.parametrize("asked", ["case_number", "request_id", "id"])
def test_a_case_is_found_by_an_index_of_each_year(filled: Connection, asked: str) -> None:
    filled.execute(f"prepare one as select id from case_file where {asked} = $1")
    [[[told]]] = filled.execute("explain (format json) execute one(null)").fetchall()
    filled.execute("deallocate one")
    kinds = {
        node["Node Type"]
        for node in nodes(told["Plan"])
        if OF_A_YEAR.fullmatch(node.get("Relation Name", ""))
    }
    assert kinds <= {"Index Scan", "Index Only Scan"}


def test_a_request_is_the_same_after_new_year_and_its_case_is_found_in_either_year(
    station: Counter, register: Callable[..., RegistrationDone], clock: FakeClock
) -> None:
    clock.moment = datetime(2026, 12, 31, 15, 59, tzinfo=UTC)
    first = register(request_id="11111111-1111-1111-1111-111111111111")
    clock.moment += timedelta(minutes=2)
    assert register(request_id="11111111-1111-1111-1111-111111111111") == first
    second = register(2)
    assert (first.case.case_number[9:17], second.case.case_number[9:17]) == ("20261231", "20270101")
    link = station.office.database.link
    for one in (first, second):
        assert case_records.by_number(link, one.case.case_number) == one.case
        assert case_records.of_person(link, one.case.person_id) == (one.case,)
        assert len(station.papers.of_case(one.case.case_id)) == 1


def test_a_case_is_not_planned_for_anew_each_time_it_is_asked_for(
    station: Counter, register: Callable[..., RegistrationDone]
) -> None:
    done = register()
    link: Any = station.office.database.link
    for _ in range(20):
        assert case_records.find(link, done.case.case_id).case_id == done.case.case_id
    asked = link._cursor.execute(
        "select statement, custom_plans, generic_plans from pg_prepared_statements"
    ).fetchall()
    [(planned, again)] = [
        row[1:] for row in asked if "WHERE case_file.id = $" in row[0] and "JOIN person" in row[0]
    ]
    assert planned <= 5 < again
