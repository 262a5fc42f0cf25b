"""Rows that are poured: packed, by COPY into a server, one by one into a file, and the same in both."""

from __future__ import annotations

import struct
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Integer,
    LargeBinary,
    bindparam,
    func,
    insert,
    select,
)

from desktop.domain.codes import CaseKind
from desktop.domain.errors import ServerAway
from desktop.models import presence, server_link
from desktop.models.database import Database, sqlite_engine
from desktop.models.link import Link
from desktop.models.meanwhile import Meanwhile
from desktop.models.opening import upgrade
from desktop.models.pouring import FEW, Poured, key_of, names_of, pack, pack_value, parts, pour, whole
from desktop.models.prepared import Prepared
from desktop.models.server import ServerDatabase
from desktop.models.server_link import CALL_SECONDS
from desktop.models.server_settings import ServerSettings
from desktop.models.tables import Setting
from desktop.models.tables.schema import Schema, UtcTime
from desktop.services.inbox import KEEP, SAVE, undo
from installer.scratch_server import OWNER, ScratchServer
from tests.patience import Steady
from tests.servers import Databases, reach, round_trips, scratch

ADD = Prepared(insert(Setting))
VALUE = Prepared(select(Setting.value).where(Setting.name == bindparam("key")))
ALL = Prepared(select(Setting.name, Setting.value).order_by(Setting.name))
NAP = Prepared(select(func.pg_sleep(0.05).label("nap")))
NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)
TABLES = Schema.metadata.tables
TRAILER = b"\xff\xff"


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


@pytest.fixture
def always_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server is given few rows as it is given many."""
    monkeypatch.setattr(server_link, "FEW", 0)


@pytest.fixture(params=["file", "server", "server by copy"])
def either(request: pytest.FixtureRequest) -> Database:
    if request.param == "server by copy":
        request.getfixturevalue("always_copied")
    made: Database = request.getfixturevalue(f"{request.param.split()[0]}_database")
    return made


@pytest.fixture
def unbound(server_database: ServerDatabase) -> ServerDatabase:
    """A server that asks neither foreign keys nor triggers."""
    link: Any = server_database.link
    link._cursor.execute("set session_replication_role = replica")
    return server_database


def settings_rows(*rows: tuple[str, str]) -> list[bytes]:
    return [pack({"name": name, "value": value}, "setting") for name, value in rows]


def many_settings(count: int, value: str = "") -> list[tuple[str, str]]:
    return [(f"{place:05d}", value) for place in range(count)]


def stored(link: Link) -> list[tuple[str, str]]:
    return [(row.name, row.value) for row in link.all(ALL)]


def poured_now(link: Link, *rows: tuple[str, str]) -> None:
    pour(link, {"setting": settings_rows(*rows)})
    link.settle()


def unpacked(row: bytes, table: str) -> dict[str, Any]:
    [told] = Poured(table, [row]).rows()
    return told


def rows_in(link: Link, table: str) -> list[dict[str, Any]]:
    return [row._asdict() for row in link.all(Prepared(select(*TABLES[table].columns)))]


def stays_while(database: Database, table: str, packed: Sequence[bytes]) -> list[dict[str, Any]]:
    """Return what a table has after rows were poured into it, which are then taken back."""
    found = []
    try:
        with database.write() as link:
            pour(link, {table: packed})
            found = rows_in(link, table)
            raise Undone
    except Undone:
        return found


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=36)
HARD = st.text(st.sampled_from('\\\n\r\tNn.t"\x85\u2028字𠮷\xff'), max_size=12)
LONG = st.tuples(HARD, HARD).map(lambda ends: ("字" * 90).join(ends))
MOMENTS = st.datetimes(timezones=st.just(UTC))
KINDS: tuple[tuple[type, st.SearchStrategy[Any]], ...] = (
    (UtcTime, MOMENTS),
    (Date, st.dates()),
    (Boolean, st.booleans()),
    (BigInteger, st.integers(-(1 << 63), (1 << 63) - 1)),
    (Integer, st.integers(-(1 << 31), (1 << 31) - 1)),
    (LargeBinary, st.binary(max_size=80)),
)


def values_of(column: Column[Any]) -> st.SearchStrategy[Any]:
    found = next((values for kind, values in KINDS if isinstance(column.type, kind)), TEXT | HARD)
    return st.none() | found if column.nullable else found


def rows_of(table: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({column.name: values_of(column) for column in TABLES[table].columns})


def plain_row(table: str) -> dict[str, Any]:
    """Return a row in which everything is filled, each kind of column with the same."""
    plain: tuple[tuple[type, Any], ...] = (
        (UtcTime, NOON + timedelta(microseconds=1)),
        (Date, NOON.date()),
        (Boolean, True),
        (BigInteger, 5_000_000_000),
        (Integer, 7),
        (LargeBinary, bytes(range(256))),
    )
    return {
        column.name: next((value for kind, value in plain if isinstance(column.type, kind)), "字")
        for column in TABLES[table].columns
    }


@given(values=st.lists(TEXT | HARD | LONG, min_size=1, max_size=12))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_text_has_in_it_is_stored_as_it_is(either: Database, values: list[str]) -> None:
    rows = [(f"{place:02d}", value) for place, value in enumerate(values)]
    told = stays_while(either, "setting", settings_rows(*rows))
    assert sorted((row["name"], row["value"]) for row in told if len(row["name"]) == 2) == rows
    assert [row for row in stored(either.link) if len(row[0]) == 2] == []


def test_a_packed_row_is_as_the_server_s_documentation_has_it() -> None:
    assert names_of("setting") == ("name", "value")
    row = pack({"name": "a", "value": "字"}, "setting")
    assert row == b"\0\2\0\0\0\1a\0\0\0\3\xe5\xad\x97"
    content = Poured("setting", [row, row]).content
    assert content == b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0" + row + row + TRAILER


@given(values=rows_of("paper_copy"))
@settings(max_examples=150, deadline=None)
def test_a_row_comes_back_from_its_packed_form_whole_and_in_parts(values: dict[str, Any]) -> None:
    row = pack(values, "paper_copy")
    assert unpacked(row, "paper_copy") == values
    assert key_of(row) == values["id"]
    assert parts(row) == [pack_value(values[name], "paper_copy", name) for name in names_of("paper_copy")]
    assert whole(parts(row)) == row


@pytest.mark.parametrize("table", ["paper_copy", "op_inbox"])
@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_copy_stores_what_an_insert_stores(unbound: ServerDatabase, table: str, data: st.DataObject) -> None:
    values = data.draw(rows_of(table))
    row = pack(values, table)
    inserted = stays_while(unbound, table, [row])
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(server_link, "FEW", 0)
        copied = stays_while(unbound, table, [row])
    assert inserted == copied == [values]


@pytest.mark.usefixtures("always_copied")
def test_a_server_takes_what_is_packed_for_any_table(unbound: ServerDatabase) -> None:
    rows = {table: plain_row(table) for table in TABLES}
    found = {table: stays_while(unbound, table, [pack(row, table)]) for table, row in rows.items()}
    assert found == {table: [row] for table, row in rows.items()}


def test_every_kind_of_value_comes_back(either: Database) -> None:
    table = "op_inbox"
    row = {
        **{"op_id": "x", "window_id": "w\\", "sequence": 5_000_000_000, "counter_number": 3, "digest": "d"},
        **{"outcome": "applied", "aliases": "", "made_at": NOON, "taken_at": NOON},
    }
    assert unpacked(pack(row, table), table) == row
    with either.write() as link:
        pour(link, {table: [pack(row, table)]})
    assert rows_in(either.link, table) == [row]
    names = ", ".join(row)
    with either.engine.connect() as connection:
        [found] = connection.exec_driver_sql(f"select {names} from {table}").fetchall()
    assert (found.op_id, found.window_id, found.sequence) == ("x", "w\\", 5_000_000_000)
    assert datetime.fromisoformat(str(found.made_at)).replace(tzinfo=UTC) == NOON


def test_days_truths_and_nothing_come_back() -> None:
    row: dict[str, Any] = dict.fromkeys(names_of("case_file"))
    row |= {
        "id": 7,
        "accepted_on": date(2026, 11, 20),
        "due_estimated": True,
        "summary": "\\N",
        "facts": "",
    }
    assert unpacked(pack(row, "case_file"), "case_file") == row
    row["due_estimated"] = False
    assert unpacked(pack(row, "case_file"), "case_file") == row


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("requested_at", (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))),
        ("requested_at", (datetime(1999, 12, 31, 23, 59, 59, 999_999, UTC), NOON.replace(microsecond=1))),
        ("requested_on", (date.min, date(1999, 12, 31), date(2000, 1, 1), date.max)),
        ("id", (-(1 << 63), -1, (1 << 63) - 1)),
        ("pages", (-(1 << 31), -1, (1 << 31) - 1)),
        ("pdf", (b"", bytes(range(256)) * 300, TRAILER * 2, None)),
    ],
)
@pytest.mark.usefixtures("always_copied")
def test_the_first_and_last_of_a_kind_come_back(
    unbound: ServerDatabase, column: str, values: Sequence[Any]
) -> None:
    for value in values:
        row = {**plain_row("paper_copy"), column: value}
        packed = pack(row, "paper_copy")
        assert unpacked(packed, "paper_copy") == row
        assert stays_while(unbound, "paper_copy", [packed]) == [row]


@given(moment=st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29), timezones=st.timezones()))  # noqa: DTZ001 - the zones are drawn
def test_a_moment_of_another_zone_is_the_same_moment(moment: datetime) -> None:
    row = pack({**plain_row("op_inbox"), "made_at": moment}, "op_inbox")
    told = unpacked(row, "op_inbox")["made_at"]
    assert (told, told.tzinfo) == (moment.astimezone(UTC), UTC)


def test_a_moment_of_another_zone_is_stored_as_the_same_moment(either: Database) -> None:
    there = datetime(2026, 11, 20, 12, 0, 0, 123_456, timezone(timedelta(hours=8)))
    packed = pack({**plain_row("op_inbox"), "made_at": there}, "op_inbox")
    [found] = stays_while(either, "op_inbox", [packed])
    assert found["made_at"] == NOON.replace(microsecond=123_456)


def test_a_text_of_a_kind_of_its_own_is_what_it_says() -> None:
    row = pack({"name": CaseKind.REGISTRATION, "value": ""}, "setting")
    assert unpacked(row, "setting")["name"] == CaseKind.REGISTRATION.value


@pytest.mark.parametrize(
    ("column", "value"),
    [
        *(("reason", value) for value in (b"bytes", 5, NOON)),
        *(("id", value) for value in (1 << 63, -(1 << 63) - 1, "5", 5.0)),
        *(("pages", value) for value in (1 << 31, -(1 << 31) - 1, "5", 5.0)),
        *(("requested_at", value) for value in (NOON.replace(tzinfo=None), NOON.date(), "2026-11-20", 5)),
        *(("requested_on", value) for value in ("2026-11-20", 5)),
        *(("pdf", value) for value in ("text", 5)),
    ],
)
def test_what_its_column_cannot_have_is_refused(column: str, value: Any) -> None:
    with pytest.raises(TypeError, match="paper_copy"):
        pack({**plain_row("paper_copy"), column: value}, "paper_copy")


@pytest.mark.parametrize("value", ["", "no", 2, NOON])
def test_what_is_neither_true_nor_false_is_refused(value: Any) -> None:
    with pytest.raises(TypeError, match="case_file"):
        pack({**plain_row("case_file"), "due_estimated": value}, "case_file")


def test_half_of_a_character_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        pack({"name": "a", "value": "\ud800"}, "setting")


def test_a_row_without_one_of_its_columns_is_refused() -> None:
    with pytest.raises(KeyError):
        pack({"name": "a"}, "setting")


def test_several_tables_are_poured_in_their_order(either: Database) -> None:
    with either.write() as link:
        link.run(ADD, name="before", value="")
        pour(link, {"setting": settings_rows(("one", "1"), ("two", "2")), "op_inbox": ()})
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
        pour(link, {"setting": settings_rows(("two", "2"))})
        link.run(KEEP)
    found = dict(stored(either.link))
    assert "one" not in found
    assert (found["kept"], found["two"]) == ("", "2")


@pytest.mark.parametrize("more", [0, FEW])
def test_what_comes_after_a_refused_row_is_not_poured(server_database: ServerDatabase, more: int) -> None:
    twice = Poured("setting", settings_rows(*many_settings(more), ("one", "1"), ("one", "2")))
    after = Poured("setting", settings_rows(("three", "3")))
    with pytest.raises(psycopg.errors.UniqueViolation), server_database.write() as link:
        link.pour([twice, after])
    with server_database.write() as link:
        link.run(ADD, name="four", value="")
    assert [name for name, _ in stored(server_database.link)] == ["four"]


def test_what_was_foreseen_is_asked_anew_after_rows_were_poured(either: Database) -> None:
    with either.write() as link:
        link.foresee(VALUE, key="one")
        assert link.one(VALUE, key="other") is None
        pour(link, {"setting": settings_rows(("one", "1"))})
        row = link.one(VALUE, key="one")
        assert row is not None
        assert row.value == "1"


@pytest.mark.parametrize("more", [0, FEW])
def test_a_text_with_a_nul_is_refused_by_a_server(server_database: ServerDatabase, more: int) -> None:
    with pytest.raises(psycopg.DataError), server_database.write() as link:
        pour(link, {"setting": settings_rows(*many_settings(more), ("one", "a\0b"))})
    assert stored(server_database.link) == []


ONE, TWO = settings_rows(("one", "of one"), ("two", "of two"))
BROKEN = {
    "nothing": b"",
    "two in one": ONE + TWO,
    "cut off": ONE[:-1],
    "cut off in a length": ONE[:7],
    "too long": ONE + b"x",
    "of another count": whole(parts(ONE)[:1]),
    "counted wrong": b"\0\3" + ONE[2:],
    "a length below none": ONE[:2] + b"\xff\xff\xff\xfe" + ONE[6:],
    "no text": whole([parts(ONE)[0], b"\0\0\0\1\xff"]),
    "the end": TRAILER,
    "the end after it": ONE + TRAILER,
}


@pytest.mark.parametrize("place", [0, FEW // 2, FEW])
@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_broken_row_is_told_and_none_of_them_stays(
    server_database: ServerDatabase, broken: bytes, place: int
) -> None:
    rows = settings_rows(*many_settings(FEW))
    rows.insert(place, broken)
    with server_database.write() as link, link.meanwhile(lambda: False):
        link.run(SAVE)
        with pytest.raises(psycopg.Error):
            pour(link, {"setting": rows})
        undo(link)
        link.run(ADD, name="next", value="")
    assert stored(server_database.link) == [("next", "")]


@pytest.mark.parametrize(
    "broken", ["two in one", "cut off", "cut off in a length", "too long", "the end after it"]
)
def test_a_broken_row_is_never_taken_apart(broken: str) -> None:
    with pytest.raises((ValueError, struct.error)):
        unpacked(BROKEN[broken], "setting")


@pytest.mark.parametrize(("count", "trips"), [(FEW, 2), (FEW + 1, 3)])
def test_few_rows_go_with_the_end_and_more_by_themselves(
    server_database: ServerDatabase, tmp_path: Path, count: int, trips: int
) -> None:
    rows = many_settings(count, "字\\\t")
    with round_trips(server_database, tmp_path / "trace") as told, server_database.write() as link:
        pour(link, {"setting": settings_rows(*rows)})
    assert len(told) == trips
    assert stored(server_database.link) == rows


def test_a_table_of_few_rows_goes_with_one_of_many(server_database: ServerDatabase) -> None:
    rows, taken = many_settings(FEW), plain_row("op_inbox")
    with server_database.write() as link:
        pour(link, {"op_inbox": [pack(taken, "op_inbox")], "setting": settings_rows(*rows)})
    assert stored(server_database.link) == rows
    assert rows_in(server_database.link, "op_inbox") == [taken]


def test_a_lot_of_rows_goes_out_though_the_server_is_slow_to_take_it(
    server_database: ServerDatabase,
) -> None:
    rows = many_settings(3_000, "字" * 300)
    with server_database.write() as link:
        pour(link, {"setting": settings_rows(*rows)})
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


def test_when_the_last_is_made_the_one_before_goes_on(server_database: ServerDatabase) -> None:
    outer, inner = Meanwhile(iter(range(5))), Meanwhile(iter("abc"))
    with server_database.write() as link, link.meanwhile(outer.step), link.meanwhile(inner.step):
        link.one(NAP)
        link.one(NAP)
    assert (len(outer._made), len(inner._made)) == (5, 3)


def test_the_answer_is_taken_though_there_is_always_more_to_make(server_database: ServerDatabase) -> None:
    rows = many_settings(FEW + 1)
    with server_database.write() as link, link.meanwhile(lambda: True):
        link.one(NAP)
        pour(link, {"setting": settings_rows(*rows)})
        assert stored(link) == rows


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
            pour(link, {"setting": settings_rows(("one", "1"))})
        assert stored(made.link) == [("one", "1")]
        made.close()


def pour_into_frozen(own: ScratchServer, database: Database, steady: Steady) -> None:
    rows = settings_rows(*many_settings(3_000, "字" * 300))
    with database.write() as link:
        link.run(ADD, name="before", value="")
        link.settle()
        with own.frozen():
            begun, at = steady(), time.monotonic()
            try:
                pour(link, {"setting": rows})
            finally:
                assert time.monotonic() - at > CALL_SECONDS / 2
                assert steady() - begun < 3
