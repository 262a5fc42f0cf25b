"""What goes over the wire to the server: the values as they are, in as few round trips as there can be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.pq import Format
from sqlalchemy import bindparam, insert, select, update

from desktop.domain.codes import CaseKind
from desktop.models import server_wire
from desktop.models.prepared import Prepared
from desktop.models.server import ServerDatabase
from desktop.models.tables import CalendarDay, NameReading, OpConflict, Setting
from desktop.models.tables.schema import UtcTime
from desktop.services.ports import SystemClock
from tests.servers import Databases, reach, round_trips

ADD = Prepared(insert(Setting))
VALUE = Prepared(select(Setting.value).where(Setting.name == bindparam("key")))
READING = Prepared(insert(NameReading))
READINGS = Prepared(select(NameReading.reading).order_by(NameReading.reading))


@pytest.fixture
def database(databases: Databases) -> Iterator[ServerDatabase]:
    name = databases.make()
    made = reach(databases.server, name)
    yield made
    made.close()
    databases.drop(name)


def test_a_question_takes_one_round_trip_whether_it_was_asked_before_or_not(
    database: ServerDatabase, tmp_path: Path
) -> None:
    for time in range(server_wire.USES + 3):
        with round_trips(database, tmp_path / "trace") as told:
            assert database.link.one(VALUE, key="nobody") is None
        prepares = time == server_wire.USES  # once, and never again
        assert len(told) == (2 if prepares else 1), time


def test_many_rows_go_in_one_round_trip(database: ServerDatabase, tmp_path: Path) -> None:
    rows = [{"reading": f"reading {place:03d}", "person_id": place} for place in range(40)]
    with round_trips(database, tmp_path / "trace") as told, database.write() as link:
        link.run_many(READING, rows)
    assert len(told) == 2  # the beginning with the rows, the end
    assert [row.reading for row in database.link.all(READINGS)] == [row["reading"] for row in rows]


def test_rows_go_with_what_is_asked_next(database: ServerDatabase, tmp_path: Path) -> None:
    with round_trips(database, tmp_path / "trace") as told, database.write() as link:
        assert link.one(VALUE, key="one") is None
        for name in ("one", "two", "three"):
            assert link.run(ADD, name=name, value=f"of {name}") == 1
        row = link.one(VALUE, key="three")
        assert row is not None
        assert row.value == "of three"
        link.run(ADD, name="four", value="")
    assert len(told) == 3  # the beginning with the first, the rows with the second, the last row with the end
    assert database.link.one(VALUE, key="four") is not None


def test_what_was_foreseen_is_asked_with_the_first_question(database: ServerDatabase, tmp_path: Path) -> None:
    with database.write() as link:
        link.run(ADD, name="one", value="of one")
    with round_trips(database, tmp_path / "trace") as told, database.write() as link:
        link.foresee(VALUE, key="one")
        link.foresee(VALUE, key="two")
        link.foresee(READINGS)
        assert link.one(VALUE, key="none") is None
        assert [link.one(VALUE, key=key) for key in ("one", "two")] == [("of one",), None]
        assert link.all(READINGS) == []
    assert len(told) == 2  # the beginning with all the questions, the end


def test_an_answer_that_was_foreseen_is_told_once(database: ServerDatabase) -> None:
    other = ServerDatabase(database.settings, SystemClock().now)
    try:
        with database.write() as link:
            link.foresee(VALUE, key="theirs")
            assert link.one(VALUE, key="ours") is None
            with other.write() as theirs:
                theirs.run(ADD, name="theirs", value="now")
            assert link.one(VALUE, key="theirs") is None  # as it was when all was asked
            assert link.one(VALUE, key="theirs") == ("now",)
    finally:
        other.close()


@pytest.mark.parametrize("asked", [False, True])
def test_a_change_of_rows_that_nobody_counts_goes_with_what_is_asked_next(
    database: ServerDatabase, tmp_path: Path, asked: bool
) -> None:
    change = Prepared(update(Setting).where(Setting.name == bindparam("key")).values(value=bindparam("to")))
    with database.write() as link:
        link.run(ADD, name="one", value="before")
    with round_trips(database, tmp_path / "trace") as told, database.write() as link:
        link.run_later(change, key="one", to="after")
        if asked:
            assert link.one(VALUE, key="one") == ("after",)
    assert len(told) == 2  # the beginning goes by itself where nothing is asked
    assert database.link.one(VALUE, key="one") == ("after",)


def test_very_many_rows_one_by_one_do_not_wait_for_ever(database: ServerDatabase, tmp_path: Path) -> None:
    with round_trips(database, tmp_path / "trace") as told, database.write() as link:
        for place in range(100):
            link.run(ADD, name=f"{place}", value="")
    assert len(told) == 5


def test_a_beginning_that_nobody_used_leaves_nothing_behind(database: ServerDatabase) -> None:
    with pytest.raises(ZeroDivisionError), database.write():
        raise ZeroDivisionError
    with database.write():
        pass
    link: Any = database.link
    assert link._connection.pgconn.transaction_status == psycopg.pq.TransactionStatus.IDLE


def test_so_many_rows_that_they_take_several_statements_are_all_there(database: ServerDatabase) -> None:
    rows = [{"reading": f"{place:05d}", "person_id": place} for place in range(server_wire.MOST_ROWS * 2 + 7)]
    with database.write() as link:
        link.run_many(READING, rows)
        link.run_many(READING, [])
    assert [row.reading for row in database.link.all(READINGS)] == [row["reading"] for row in rows]


@pytest.mark.parametrize(
    "value",
    ["", "测试 %s $1 '; drop", "𠮷\\x00", CaseKind.REGISTRATION, "a\nb\t\x01"],
)
def test_words_come_back_as_they_went(database: ServerDatabase, value: str) -> None:
    with database.write() as link:
        link.run(ADD, name="told", value=value)
    for _ in range(server_wire.USES + 2):
        row = database.link.one(VALUE, key="told")
        assert row is not None
        assert row.value == str(value)


def test_a_zero_in_words_is_refused_and_never_ends_them(database: ServerDatabase) -> None:
    with pytest.raises(psycopg.DataError, match="NUL"), database.write() as link:
        link.run(ADD, name="told", value="seen\0hidden")
    assert database.link.one(VALUE, key="told") is None


def test_a_zero_in_words_is_refused_beside_bytes_that_may_have_one(database: ServerDatabase) -> None:
    wire = database.link._wire  # type: ignore[attr-defined]
    asked = wire.asked(b"SELECT $1, $2", ["seen", b"\0"])
    assert (asked.values, asked.formats) == ([b"seen", b"\0"], [Format.TEXT, Format.BINARY])
    with pytest.raises(psycopg.DataError, match="NUL"):
        wire.asked(b"SELECT $1, $2", ["seen\0hidden", b"\0"])


def test_more_moments_and_days_go_out_than_are_remembered(database: ServerDatabase) -> None:
    wire = database.link._wire  # type: ignore[attr-defined]
    first = datetime(2026, 11, 20, 2, tzinfo=UTC)
    moments = [first + timedelta(days=place, microseconds=place) for place in range(600)]
    for _ in range(2):
        for moment in moments:
            asked = wire.asked(b"SELECT $1, $2, $3", [moment, moment.date(), moment])
            words = str(moment).encode()
            assert asked.values == [words, str(moment.date()).encode(), words]


def test_a_type_that_nobody_thought_of_is_refused(database: ServerDatabase) -> None:
    with pytest.raises(psycopg.ProgrammingError, match="type list"), database.write() as link:
        link.run(ADD, name="told", value=["a list"])
    assert database.link.one(VALUE, key="told") is None


def test_every_kind_of_column_comes_back_as_it_went(database: ServerDatabase) -> None:
    for table in (OpConflict, CalendarDay):
        columns = table.__table__.columns
        filled = {column.key: None if column.nullable else _some(column) for column in columns}
        with database.write() as link:
            link.run(Prepared(insert(table)), **filled)
        row = database.link.one(Prepared(select(*columns)))
        assert row is not None
        assert row._asdict() == filled


def _some(column: Any) -> Any:
    if isinstance(column.type, UtcTime):
        return datetime(2026, 11, 20, 2, 0, 0, 1000, tzinfo=UTC)
    kind = column.type.python_type
    return {int: 1 << 30, str: "x", bool: True, date: date(2026, 1, 1), bytes: bytes(range(256))}[kind]


def test_a_server_behind_a_pooler_is_sent_nothing_to_prepare(database: ServerDatabase) -> None:
    link: Any = database.link
    link._connection.prepare_threshold = None
    link._wire = server_wire.Wire(link._connection)
    for _ in range(server_wire.USES + 3):
        link.one(VALUE, key="nobody")
    [(known,)] = link._cursor.execute("select count(*) from pg_prepared_statements").fetchall()
    assert known == 0


def test_no_more_statements_are_prepared_than_a_server_can_bear(
    database: ServerDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_wire, "MOST_PREPARED", 2)
    each = [Prepared(select(Setting.value, bindparam("at", at).label(f"x{at}"))) for at in range(4)]
    for _ in range(server_wire.USES + 2):
        for prepared in each:
            database.link.all(prepared)
    link: Any = database.link
    [(known,)] = link._cursor.execute("select count(*) from pg_prepared_statements").fetchall()
    assert known == 2
