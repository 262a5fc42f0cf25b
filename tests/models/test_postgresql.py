"""The same schema and the same services on a real PostgreSQL, started here and stopped here."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.pool import NullPool

from desktop.domain.working_days import DayKind
from desktop.models.database import Database
from desktop.models.tables import Schema
from desktop.services import seal_ends
from desktop.services.counter import Counter, build_counter
from desktop.services.ports import Folders, SystemClock
from desktop.services.practice import fill
from installer.scratch_server import OWNER, ScratchServer
from printing.freezing import thaw
from tests.servers import Databases


@pytest.fixture(scope="module")
def engine(server: ScratchServer, databases: Databases) -> Iterator[Engine]:
    name = databases.make()
    yield create_engine(f"postgresql+psycopg://{OWNER}@/{name}?host={server.folder}", poolclass=NullPool)
    databases.drop(name)


@pytest.fixture(scope="module")
def practice(
    engine: Engine, shared_cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Counter]:
    folders = Folders(tmp_path_factory.mktemp("data"), shared_cache)
    counter = build_counter(Database(engine), folders, SystemClock())
    fill(counter)
    yield counter
    counter.close()


def test_models_are_what_the_migrations_make_on_postgresql(engine: Engine) -> None:
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), Schema.metadata)
    told: dict[str, set[str]] = {}
    for what, thing in found:
        if what == "add_constraint":
            columns = ", ".join(column.name for column in thing.columns)
        else:
            [column], [element] = thing.columns, thing.elements
            columns = f"{column.name} to {element.target_fullname}"
        told.setdefault(what, set()).add(f"{thing.table.name}: {columns}")
    of_cases = {
        f"{table}: case_id" for table in ("case_step", "attachment", "registration", "permit", "paper")
    }
    assert (
        told
        == {
            "add_constraint": {  # each year has it for itself, and what is beside them for ever: see test_case_years
                "journal_entry: counter_number, sequence",
                "case_file: case_number",
                "case_file: request_id",
                "paper: paper_number",
            },
            "add_fk": {f"{each} to case_file.id" for each in of_cases} | {"paper_copy: paper_id to paper.id"},
            "remove_fk": {f"{each} to years.case_file_once.id" for each in of_cases}
            | {"paper_copy: paper_id to years.paper_once.id"},
        }
    )


@pytest.mark.parametrize(("table", "column"), [("paper_copy", "pdf"), ("attachment", "content")])
def test_what_is_compressed_already_is_stored_as_it_is(engine: Engine, table: str, column: str) -> None:
    how = text(
        "SELECT attstorage FROM pg_attribute WHERE attrelid = CAST(:table AS regclass) AND attname = :name"
    )
    with engine.begin() as connection:
        assert connection.execute(how, {"table": table, "name": column}).scalar_one() == "e"


def test_a_whole_practice_station_is_made_by_the_same_services(practice: Counter, engine: Engine) -> None:
    with engine.connect() as connection:
        people = connection.execute(
            text("select count(*) from person where current_id is not null")
        ).scalar_one()
        papers = connection.execute(text("select count(*) from paper")).scalar_one()
        cases = connection.execute(text("select count(*) from case_file")).scalar_one()
    assert people == 50
    assert papers == cases > 40


@pytest.mark.parametrize("asked", ["单雨桐", "shanyutong", "syt", "雨桐", "桐", "13900000001"])
def test_the_one_box_answers_the_same_on_postgresql(practice: Counter, asked: str) -> None:
    actor = practice.sign_in.sign_in("wangfang", "yanlian-01", 2)
    assert practice.lookup.find(actor, asked).hits[0].name == "单雨桐"


def test_the_calendar_is_changed_the_same_on_postgresql(practice: Counter, tmp_path: Path) -> None:
    boss, snow = practice.sign_in.sign_in("zhoutao", "yanlian-07", 9), date(2026, 12, 30)
    asked = str(uuid.uuid4())
    for _ in range(2):
        practice.calendars.set_day(boss, asked, snow, DayKind.HOLIDAY, "雪灾停办")
    assert not practice.office.calendar.is_working(snow)
    cleared = practice.calendars.clear_day(boss, str(uuid.uuid4()), snow)
    assert (cleared.kind, cleared.working, cleared.changed_by) == (None, True, boss.name)
    path = tmp_path / "2050.csv"
    path.write_text("2050-01-01,2050-01-03,放假,元旦\n2050-10-01,2050-10-07,放假,国庆节\n", encoding="utf-8")
    preview = practice.calendars.read_notice(path)
    request = str(uuid.uuid4())
    done = practice.calendars.import_notice(boss, request, preview)
    assert (done.stored, done.published) == (10, (2050,))
    assert practice.calendars.import_notice(boss, request, preview) == done
    assert practice.calendars.year(2050).published


def test_papers_are_sealed_and_listed_as_ended_the_same_on_postgresql(
    practice: Counter, engine: Engine, tmp_path: Path
) -> None:
    boss = practice.sign_in.sign_in("sunjie", "yanlian-08", 9)
    clerk = practice.sign_in.sign_in("wangfang", "yanlian-01", 2)
    with engine.connect() as connection:
        stored = connection.execute(text("select document from paper where kind = '11' limit 1")).scalar_one()
    document = thaw(stored)
    assert document.seal is not None
    assert practice.verification.check_code(clerk, document.seal.text).verdict == "practice"
    listed = practice.seals.export_ended(boss, tmp_path / "ended.json")
    assert listed.count == len(list(seal_ends.every(practice.office.database.link)))
    [before] = [row for row in practice.seals.keys(boss).rows if row.current]
    assert [row.current for row in practice.seals.rotate(boss, str(uuid.uuid4())).rows] == [True, False]
    practice.seals.revoke(boss, str(uuid.uuid4()), before.key_id, "测试吊销")
    assert practice.verification.check_code(clerk, document.seal.text).verdict == "key_revoked"
