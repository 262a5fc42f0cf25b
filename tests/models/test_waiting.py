"""What waits inside a transaction, the same in a file and at a server: rows to store, and answers kept from before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import bindparam, insert, select, text, update

from desktop.domain.errors import NotPossible, sentence
from desktop.models.database import Database
from desktop.models.link import MOST_ROWS, MOST_WAITING
from desktop.models.opening import open_file
from desktop.models.prepared import Prepared
from desktop.models.tables import NameReading, Setting
from desktop.services.ports import SystemClock
from tests.servers import Databases, reach

ADD = Prepared(insert(Setting))
VALUE = Prepared(select(Setting.value).where(Setting.name == bindparam("key")))
NAMES = Prepared(select(Setting.name).where(Setting.value == "made here").order_by(Setting.name))
CHANGE = Prepared(update(Setting).where(Setting.name == bindparam("key")).values(value=bindparam("to")))
READING = Prepared(insert(NameReading))
READINGS = Prepared(select(NameReading.reading).order_by(NameReading.reading))
SAVE, UNDO = (Prepared(text(f"{word}SAVEPOINT before")) for word in ("", "ROLLBACK TO "))


@pytest.fixture(params=["file", "server"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "file":
        made: Database = open_file(tmp_path / "station.db", SystemClock().now())
        yield made
        made.close()
        return
    databases: Databases = request.getfixturevalue("databases")
    name = databases.make()
    made = reach(databases.server, name)
    yield made
    made.close()
    databases.drop(name)


def waiting(link: Any) -> int:
    """How many statements wait, but for the beginning, which waits at a server too."""
    return len([one for one in link._waiting if getattr(one, "text", b"") != b"BEGIN"])


def names(database: Database) -> list[str]:
    return [row.name for row in database.link.all(NAMES)]


def add(link: Any, *made: str) -> None:
    for name in made:
        assert link.run(ADD, name=name, value="made here") == 1


def test_rows_wait_for_what_is_asked_next_or_for_the_end(database: Database) -> None:
    with database.write() as link:
        add(link, "one", "two")
        link.run_later(CHANGE, key="two", to="changed")
        assert waiting(link) == 3
        assert link.one(VALUE, key="two") == ("changed",)
        assert waiting(link) == 0
        add(link, "three")
        link.run_many(READING, [{"reading": "wang", "person_id": 1}])
        assert [row.name for row in link.all(NAMES)] == ["one", "three"]
        add(link, "four")
    assert waiting(database.link) == 0
    assert names(database) == ["four", "one", "three"]
    assert [row.reading for row in database.link.all(READINGS)] == ["wang"]


def test_a_row_given_as_it_is_kept_waits_and_is_stored_like_any(database: Database) -> None:
    row = {"name": "one", "value": "made here"}
    with database.write() as link:
        link.add(ADD, row)
        assert waiting(link) == 1
        link.add(ADD, {**row, "name": "two"})
    assert names(database) == ["one", "two"]
    with pytest.raises(database.engine.dialect.loaded_dbapi.IntegrityError), database.write() as link:
        link.add(ADD, row)


def test_a_change_whose_rows_are_counted_comes_after_what_waits(database: Database) -> None:
    with database.write() as link:
        add(link, "one")
        assert link.run(CHANGE, key="one", to="changed") == 1
        assert link.run(CHANGE, key="two", to="changed") == 0
    assert database.link.one(VALUE, key="one") == ("changed",)


def test_words_of_the_drivers_own_cursor_come_after_what_waits(database: Database) -> None:
    with database.write() as link:
        add(link, "one")
        link._cursor.execute("DELETE FROM setting WHERE name = 'one'")
        add(link, "two")
    assert names(database) == ["two"]


def test_nothing_waits_outside_a_transaction(database: Database) -> None:
    link = database.link
    assert link.run(ADD, name="one", value="made here") == 1
    link.run_later(CHANGE, key="one", to="changed")
    link.run_many(READING, [{"reading": "wang", "person_id": 1}])
    assert waiting(link) == 0
    assert link.one(VALUE, key="one") == ("changed",)


def test_no_more_wait_than_memory_should_hold(database: Database) -> None:
    made = [f"{place:03d}" for place in range(3 * MOST_WAITING)]
    with database.write() as link:
        for name in made:
            add(link, name)
            assert waiting(link) < MOST_WAITING
        link.run_many(READING, [{"reading": "wang", "person_id": place} for place in range(MOST_ROWS)])
        assert waiting(link) <= 1
    assert names(database) == made


@pytest.mark.parametrize("asks", [False, True])  # its fault comes with the end, or with what is asked next
def test_a_row_that_cannot_be_stored_undoes_all_and_nothing_after_it_is_done(
    database: Database, asks: bool
) -> None:
    def doubled() -> None:
        with database.write() as link:
            add(link, "first", "same", "same", "last")
            if asks:
                link.one(VALUE, key="last")

    with pytest.raises(database.engine.dialect.loaded_dbapi.IntegrityError):
        doubled()
    assert names(database) == []
    assert not database.link.in_transaction
    with database.write() as link:
        add(link, "after")
    assert names(database) == ["after"]


def test_a_fault_that_somebody_caught_is_not_stored_as_if_nothing_had_been(database: Database) -> None:
    faults = database.engine.dialect.loaded_dbapi.Error

    def caught() -> None:
        with database.write() as link:
            add(link, "same", "same", "lost")
            with pytest.raises(faults):
                link.settle()

    with pytest.raises(faults):
        caught()
    assert names(database) == []


def test_what_is_settled_can_be_taken_back_alone(database: Database) -> None:
    with database.write() as link:
        add(link, "kept")
        link.run(SAVE)
        add(link, "kept", "lost")
        with pytest.raises(database.engine.dialect.loaded_dbapi.IntegrityError):
            link.settle()
        link.run(UNDO)
        add(link, "after")
    assert names(database) == ["after", "kept"]


def test_what_waited_is_gone_with_a_transaction_that_is_undone(database: Database) -> None:
    def undone() -> None:
        with database.write() as link:
            add(link, "lost")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        undone()
    with database.write() as link:
        add(link, "kept")
    assert names(database) == ["kept"]


@pytest.mark.parametrize("way", ["run", "run_later", "run_many"])
def test_a_database_that_was_shut_refuses_a_row_when_it_is_given(tmp_path: Path, way: str) -> None:
    database = open_file(tmp_path / "station.db", SystemClock().now())
    row = {"name": "one", "value": ""}

    def give(link: Any) -> None:
        if way == "run_many":
            link.run_many(ADD, [row])
        else:
            getattr(link, way)(ADD, **row)

    database.shut(sentence("test", "shut"))
    with database.write() as link:
        with pytest.raises(NotPossible):
            give(link)
        assert waiting(link) == 0
    database.close()


# -- what was foreseen -----------------------------------------------------------------------------------------


def test_what_was_foreseen_is_told_as_it_was_asked(database: Database) -> None:
    with database.write() as link:
        add(link, "one")
    with database.write() as link:
        link.foresee(VALUE, key="one")
        link.foresee(VALUE, key="two")
        link.foresee(NAMES)
        link.foresee(READINGS)
        assert link.one(VALUE, key="none") is None
        link.run_many(READING, [{"reading": "wang", "person_id": 1}])
        assert [link.one(VALUE, key=key) for key in ("one", "two")] == [("made here",), None]
        assert [row.name for row in link.all(NAMES)] == ["one"]
        assert waiting(link) == 1  # what was asked before anything was stored has nothing stored
        assert [row.reading for row in link.all(READINGS)] == ["wang"]


@pytest.mark.parametrize("asked", [False, True])  # before anything else was asked, or after
@pytest.mark.parametrize("way", ["run", "later", "many", "words", "cursor"])
def test_an_answer_that_was_foreseen_ends_with_what_is_stored_in_its_table(
    database: Database, way: str, asked: bool
) -> None:
    with database.write() as link:
        link.foresee(VALUE, key="new")
        link.foresee(READINGS)
        if asked:
            assert link.one(VALUE, key="none") is None
        if way == "run":
            link.run(ADD, name="new", value="stored")
        elif way == "later":
            link.run_later(ADD, name="new", value="stored")
        elif way == "many":
            link.run_many(ADD, [{"name": "new", "value": "stored"}])
        elif way == "words":
            link.run(Prepared(text("INSERT INTO setting (name, value) VALUES ('new', 'stored')")))
        else:
            link._cursor.execute("INSERT INTO setting (name, value) VALUES ('new', 'stored')")
        assert link.one(VALUE, key="new") == ("stored",)
        assert link.all(READINGS) == []


def test_what_was_foreseen_ends_with_its_transaction(database: Database) -> None:
    with database.write() as link:
        link.foresee(VALUE, key="name")
        assert link.one(VALUE, key="other") is None
    with database.write() as link:
        link.run(ADD, name="name", value="later")
    assert database.link.one(VALUE, key="name") == ("later",)


def test_nothing_is_foreseen_outside_a_transaction(database: Database) -> None:
    database.link.foresee(VALUE, key="name")
    with database.write() as link:
        link.run(ADD, name="name", value="stored")
    assert database.link.one(VALUE, key="name") == ("stored",)
