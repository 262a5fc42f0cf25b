"""Rows that are poured: by COPY into a server, one by one into a file, and the same in both."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import bindparam, func, insert, select

from desktop.domain.errors import ServerAway
from desktop.models import presence
from desktop.models.database import Database, sqlite_engine
from desktop.models.link import Link
from desktop.models.meanwhile import Meanwhile
from desktop.models.opening import upgrade
from desktop.models.pouring import FEW, Poured, line, pour
from desktop.models.prepared import Prepared
from desktop.models.server import ServerDatabase
from desktop.models.server_link import CALL_SECONDS
from desktop.models.server_settings import ServerSettings
from desktop.models.tables import CaseFile, Setting
from desktop.services.inbox import KEEP, SAVE, undo
from installer.scratch_server import OWNER, ScratchServer
from tests.patience import Steady
from tests.servers import Databases, reach, scratch

ADD = Prepared(insert(Setting))
VALUE = Prepared(select(Setting.value).where(Setting.name == bindparam("key")))
ALL = Prepared(select(Setting.name, Setting.value).order_by(Setting.name))
NAP = Prepared(select(func.pg_sleep(0.05).label("nap")))
NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)


class Undone(Exception):
    """Ends a transaction without its being stored."""


@pytest.fixture
def server_database(databases: Databases) -> Iterator[ServerDatabase]:
    name = databases.make()
    made = reach(databases.server, name)
    yield made
    made.close()
    databases.drop(name)


@pytest.fixture
def file_database(tmp_path: Path) -> Iterator[Database]:
    made = Database(sqlite_engine(tmp_path / "a.db", bytes(32)))
    upgrade(made.engine)
    yield made
    made.close()


@pytest.fixture(params=["file", "server"])
def either(request: pytest.FixtureRequest) -> Database:
    made: Database = request.getfixturevalue(f"{request.param}_database")
    return made


def settings_lines(*rows: tuple[str, str]) -> str:
    return "".join(line({"name": name, "value": value}, "setting") for name, value in rows)


def stored(link: Link) -> list[tuple[str, str]]:
    return [(row.name, row.value) for row in link.all(ALL)]


def poured_now(link: Link, *rows: tuple[str, str]) -> None:
    pour(link, {"setting": settings_lines(*rows)})
    link.settle()


TEXT = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=40)
HARD = st.text(st.sampled_from('\\\n\r\tNn.t"\x85\u2028字'), max_size=12)
LONG = st.tuples(HARD, HARD).map(lambda ends: ("字" * 90).join(ends))


@given(values=st.lists(TEXT | HARD | LONG, min_size=1, max_size=12))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_text_has_in_it_is_stored_as_it_is(either: Database, values: list[str]) -> None:
    rows = [(f"{place:02d}", value) for place, value in enumerate(values)]
    try:
        with either.write() as link:
            pour(link, {"setting": settings_lines(*rows)})
            assert [row for row in stored(link) if len(row[0]) == 2] == rows
            raise Undone
    except Undone:
        assert [row for row in stored(either.link) if len(row[0]) == 2] == []


def test_every_kind_of_value_comes_back(either: Database) -> None:
    table = "op_inbox"
    row = {
        **{"op_id": "x", "window_id": "w\\", "sequence": 5_000_000_000, "counter_number": 3, "digest": "d"},
        **{"outcome": "applied", "aliases": "", "made_at": NOON, "taken_at": NOON},
    }
    [told] = Poured(table, line(row, table)).rows()
    assert told == row
    with either.write() as link:
        pour(link, {table: line(row, table)})
    names = ", ".join(row)
    with either.engine.connect() as connection:
        [found] = connection.exec_driver_sql(f"select {names} from {table}").fetchall()
    assert (found.op_id, found.window_id, found.sequence) == ("x", "w\\", 5_000_000_000)
    assert datetime.fromisoformat(str(found.made_at)).replace(tzinfo=UTC) == NOON


def test_days_truths_and_nothing_come_back() -> None:
    row = {it.name: None for it in CaseFile.__table__.columns}
    row |= {
        "id": 7,
        "accepted_on": date(2026, 11, 20),
        "due_estimated": True,
        "summary": "\\N",
        "facts": "\\\tN",
    }
    [told] = Poured("case_file", line(row, "case_file")).rows()
    assert told == row


def test_what_is_no_plain_value_is_refused() -> None:
    with pytest.raises(TypeError):
        line({"name": "a", "value": b"bytes"}, "setting")
    with pytest.raises(KeyError):
        line({"name": "a"}, "setting")


def test_several_tables_are_poured_in_their_order(either: Database) -> None:
    with either.write() as link:
        link.run(ADD, name="before", value="")
        pour(link, {"setting": settings_lines(("one", "1"), ("two", "2")), "op_inbox": ""})
        assert [name for name, _ in stored(link) if name in ("before", "one", "two")] == [
            "before",
            "one",
            "two",
        ]
        link.run(ADD, name="after", value="")
    assert link.one(VALUE, key="after") is not None


def test_a_row_that_is_refused_takes_all_of_them_back_and_the_link_goes_on(either: Database) -> None:
    with either.write() as link:
        link.run(ADD, name="kept", value="")
        link.run(SAVE)
        with pytest.raises(either.engine.dialect.loaded_dbapi.IntegrityError):
            poured_now(link, ("one", "1"), ("kept", "again"))
        undo(link)
        link.run(SAVE)
        pour(link, {"setting": settings_lines(("two", "2"))})
        link.run(KEEP)
    found = dict(stored(either.link))
    assert "one" not in found
    assert (found["kept"], found["two"]) == ("", "2")


def test_what_comes_after_a_refused_row_is_not_poured(server_database: ServerDatabase) -> None:
    twice = Poured("setting", settings_lines(("one", "1"), ("one", "2")))
    after = Poured("setting", settings_lines(("three", "3")))
    with pytest.raises(psycopg.errors.UniqueViolation), server_database.write() as link:
        link.pour([twice, after])
    with server_database.write() as link:
        link.run(ADD, name="four", value="")
    assert [name for name, _ in stored(server_database.link)] == ["four"]


def test_what_was_foreseen_is_asked_anew_after_rows_were_poured(either: Database) -> None:
    with either.write() as link:
        link.foresee(VALUE, key="one")
        assert link.one(VALUE, key="other") is None
        pour(link, {"setting": settings_lines(("one", "1"))})
        row = link.one(VALUE, key="one")
        assert row is not None
        assert row.value == "1"


def test_a_text_with_a_nul_is_refused_by_a_server(server_database: ServerDatabase) -> None:
    with pytest.raises(psycopg.DataError), server_database.write() as link:
        pour(link, {"setting": settings_lines(("one", "a\0b"))})
    assert stored(server_database.link) == []


def test_lines_that_a_server_leaves_out_are_told_and_none_of_them_stays(
    server_database: ServerDatabase,
) -> None:
    filler = [(f"{place:03d}", "") for place in range(FEW)]
    one = settings_lines(("before", ""), *filler)
    with server_database.write() as link:
        link.run(SAVE)
        with pytest.raises(psycopg.Error):
            pour(link, {"setting": one + "\\.\n" + settings_lines(("after", ""))})
        undo(link)
        link.run(ADD, name="next", value="")
    assert [name for name, _ in stored(server_database.link)] == ["next"]


def test_a_lot_of_lines_goes_out_though_the_server_is_slow_to_take_it(
    server_database: ServerDatabase,
) -> None:
    rows = [(f"{place:05d}", "字" * 300) for place in range(3_000)]
    with server_database.write() as link:
        pour(link, {"setting": settings_lines(*rows)})
    assert stored(server_database.link) == rows


def test_while_a_server_is_waited_for_something_else_is_made(server_database: ServerDatabase) -> None:
    outer, inner = Meanwhile(iter(range(5))), Meanwhile(iter("abc"))
    with server_database.write() as link, link.meanwhile(outer.step):
        with link.meanwhile(inner.step):
            link.one(NAP)
        link.one(NAP)
    assert not outer.step()
    assert not inner.step()
    assert (outer.all(), inner.all()) == (list(range(5)), ["a", "b", "c"])


def test_what_goes_wrong_meanwhile_is_told_to_whoever_wants_it(server_database: ServerDatabase) -> None:
    def making() -> Iterator[int]:
        yield 1
        raise ValueError("broken")

    made = Meanwhile(making())
    with server_database.write() as link, link.meanwhile(made.step):
        link.one(NAP)
        link.run(ADD, name="one", value="")
    assert stored(server_database.link) == [("one", "")]
    for _ in range(2):
        with pytest.raises(ValueError, match="broken"):
            made.all()


def test_pouring_into_a_frozen_server_is_told_within_three_seconds(
    steady: Steady, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence, "RETRY_SECONDS", 0)
    with scratch() as own:
        made = ServerDatabase(ServerSettings((str(own.folder),), "postgres", OWNER), lambda: NOON)
        upgrade(made.engine)
        with pytest.raises(ServerAway):
            pour_into_frozen(own, made, steady)
        assert stored(made.link) == []
        with made.write() as link:
            pour(link, {"setting": settings_lines(("one", "1"))})
        assert stored(made.link) == [("one", "1")]
        made.close()


def pour_into_frozen(own: ScratchServer, database: Database, steady: Steady) -> None:
    lines = settings_lines(*((f"{place:05d}", "字" * 300) for place in range(3_000)))
    with database.write() as link:
        link.run(ADD, name="before", value="")
        link.settle()
        with own.frozen():
            begun, at = steady(), time.monotonic()
            try:
                pour(link, {"setting": lines})
            finally:
                assert time.monotonic() - at > CALL_SECONDS / 2
                assert steady() - begun < 3
