"""SQL in every field: no text that somebody types becomes part of a statement, and nothing is read or lost by it."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

import desktop
from desktop.domain.codes import Role
from desktop.models.database import Link
from desktop.models.file_database import FileDatabase
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from tests.attacks.walk import Ids, walk

MARK = "xyzzy"
HOSTILE = (f"{MARK}'; DROP TABLE person; --", f'{MARK}" OR ""=" %_\\')


class Listening:
    """A cursor that looks at the text of every statement before it goes on its way."""

    def __init__(self, cursor: Any, heard: list[str]) -> None:
        self._cursor, self._heard = cursor, heard

    def execute(self, words: Any, *values: Any) -> Any:
        self._heard.append(str(words))
        return self._cursor.execute(words, *values)

    def executemany(self, words: Any, values: Any) -> Any:
        self._heard.append(str(words))
        return self._cursor.executemany(words, values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cursor, name)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every statement's text from here on, on the counters' own connections."""
    said: list[str] = []
    begin = Link.__init__

    def listening(self: Link, *arguments: Any, **named: Any) -> None:
        begin(self, *arguments, **named)
        self._cursor = Listening(self._cursor, said)

    monkeypatch.setattr(Link, "__init__", listening)
    return said


def rows(station: Counter) -> dict[str, int]:
    engine = station.office.database.engine
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        return {
            name: int(connection.execute(text(f"select count(*) from {name}")).scalar_one())
            for name in tables
        }


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_text_becomes_part_of_a_statement_whatever_service_it_is_given_to(
    heard: list[str],
    station: Counter,
    ids: Ids,
    actors: dict[Role, Actor],
    hostile: str,
    tmp_path: Path,
) -> None:
    before = rows(station)
    calls = list(walk(station, actors, ids, hostile, tmp_path))
    assert len(calls) > 150
    assert sum(call.error is None for call in calls) > 50  # and not all of them were turned away at the door
    driver = station.office.database.engine.dialect.loaded_dbapi.Error
    assert [call for call in calls if isinstance(call.error, DBAPIError | driver)] == []
    if isinstance(station.office.database, FileDatabase):  # a server is not listened to, only counted
        assert heard
    assert [words for words in heard if MARK in words] == []
    after = rows(station)
    assert after.keys() == before.keys()
    assert {name: count for name, count in before.items() if after[name] < count} == {}


@pytest.mark.parametrize("hostile", [*HOSTILE, "%", "_", "演练_", "演练甲' OR name LIKE '%"])
def test_a_search_finds_nobody_by_a_piece_of_sql_or_a_wild_card(
    station: Counter, clerk: Actor, register: Callable[..., Any], hostile: str
) -> None:
    register(1)
    assert len(station.lookup.find(clerk, "演练甲", matter="核对登记").hits) == 1
    assert len(station.lookup.find(clerk, hostile, matter="核对登记").hits) == 0
    today = station.office.today()
    assert station.day.cases(today, clerk=hostile) == ()
    assert station.day.cases(today, kind=hostile) == ()


def test_what_is_stored_is_what_was_typed_to_the_letter(
    station: Counter, clerk: Actor, register: Callable[..., Any]
) -> None:
    words = "1栋'; DROP TABLE person; -- \"%_"
    done = register(1, person={"hukou_address": words}, residence={"remark": words})
    page = station.people.page(clerk, done.case.person_id, matter="核对登记")
    assert page.person.hukou_address == words
    assert len(station.lookup.find(clerk, "演练甲", matter="核对登记").hits) == 1


def test_no_service_puts_a_statement_together_from_words() -> None:
    """Only the models do, from names of their own: migrations, the roles of a server; a PRAGMA has its own words only."""
    found = []
    folder = Path(desktop.__file__).parent
    for path in sorted(set(folder.rglob("*.py")) - set((folder / "models").rglob("*.py"))):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            made_up = [
                one
                for one in node.args[:1]
                if isinstance(one, ast.JoinedStr | ast.BinOp) and not _of_our_own(ast.unparse(one))
            ]
            if name in ("execute", "executemany", "executescript", "text", "exec_driver_sql") and made_up:
                found.append(f"{path.name}:{node.lineno}")
    assert found == []


def _of_our_own(words: str) -> bool:
    return "PRAGMA" in words or "{table.name}" in words
