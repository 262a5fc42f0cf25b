"""Ten thousand entries are signed as they are once they were walked; later checks look at none of them again."""

from __future__ import annotations

from collections.abc import Iterator
from json import JSONEncoder
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select, text

from desktop.domain.trail import Entry, entry_hash, sm3
from desktop.domain.trail_entries import Stored, line_of
from desktop.models.database import Database
from desktop.models.tables import TrailStretch
from desktop.services import journal, trail_checks, trail_rows, trail_stretches
from desktop.services.counter import Counter, build_counter
from desktop.services.journal import Happening
from desktop.services.ports import Folders, SystemClock
from desktop.services.practice import fill
from desktop.services.rows import Actor
from desktop.services.trail_rows import AT_ONCE, ENTRIES, row_of
from desktop.services.trail_walk import digest_of
from tests.models.test_postgresql import engine
from tests.services.test_trail_checks import behind, checked, named

__all__ = ["engine"]  # the server that a test here uses too


@pytest.fixture
def boss(template: Any) -> Actor:
    return template.auditor


@pytest.fixture
def grown(station: Counter, clerk: Actor, monkeypatch: pytest.MonkeyPatch) -> Counter:
    """A station whose counter 3 has some forty entries, the first ones in four signed stretches."""
    monkeypatch.setattr(journal, "SIGNED_EVERY", 10)
    monkeypatch.setattr(trail_checks, "STRETCH", 10)
    look(station, clerk, 40)
    return station


def look(station: Counter, clerk: Actor, times: int) -> None:
    for place in range(times):
        at = station.office.clock.now()
        station.journal.note(Happening(clerk, "look_up", at, detail=f'第{place}次\n"其他"\\\x01\x7f𠮷'))
    station.journal.flush()


def signed(station: Counter) -> list[tuple[int, int, int]]:
    with station.office.database.engine.connect() as connection:
        columns = (TrailStretch.counter_number, TrailStretch.after, TrailStretch.last)
        found = connection.execute(select(*columns).order_by(TrailStretch.counter_number, TrailStretch.last))
        return [tuple(row) for row in found]


def test_what_is_full_is_signed_as_it_is_stored(grown: Counter, boss: Actor) -> None:
    assert [it[1:] for it in signed(grown) if it[0] == 3] == [(0, 10), (10, 20), (20, 30), (30, 40)]
    assert (checked(grown, boss).faults, len(signed(grown))) == ((), len(signed(grown)))


def test_a_stretch_is_one_text_and_none_of_its_entries_is_looked_at(grown: Counter) -> None:
    """Both ways give the same bytes, whatever is written in the entries."""
    link = grown.office.database.link
    for counter, after, last in signed(grown):
        [stretch] = trail_stretches.within(link, counter, after, last)
        asked = {"counter": counter, "after": after, "last": last}
        assert digest_of(link.one(AT_ONCE[link.dialect.name], **asked), last - after) == stretch.digest
        lines = b"".join(
            line_of(Stored(Entry(*entry), before, digest))
            for entry, before, digest, _ in map(row_of, link.all(ENTRIES, **asked))
        )
        assert sm3(lines).hex() == stretch.digest


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("update journal_entry set detail = '没有看过' where {at}", (3, 14, 14, "内容被改动")),
        ("update journal_entry set at = '2026-11-20 02:00:59.000000' where {at}", (3, 14, 14, "内容被改动")),
        ("update journal_entry set on_date = '2026-11-19' where {at}", (3, 14, 14, "内容被改动")),
        ("update journal_entry set local_time = '2026-11-20 09:00:00' where {at}", (3, 14, 14, "内容被改动")),
        (
            "update journal_entry set previous_hash = hash where {at}",
            (3, 14, 14, "接不上前一条，这一条或它之前的被换过"),
        ),
        ("delete from journal_entry where {at}", (3, 14, 14, "缺失")),
    ],
)
def test_what_was_done_to_a_signed_stretch_is_named(
    grown: Counter, boss: Actor, statement: str, found: tuple[Any, ...]
) -> None:
    behind(grown, statement.format(at="counter_number = 3 and sequence = 14"))
    assert found in named(checked(grown, boss))


@pytest.mark.file_only  # a server refuses such a time
def test_a_time_that_is_none_is_named(grown: Counter, boss: Actor) -> None:
    behind(grown, "update journal_entry set at = 'never' where counter_number = 3 and sequence = 14")
    assert (3, 14, 14, "内容被改动") in named(checked(grown, boss))


def test_a_chain_written_anew_from_there_on_is_found(grown: Counter, boss: Actor) -> None:
    """By one who knows the form: every hash fits, and not what was signed."""
    link = grown.office.database.link
    rows = link.all(ENTRIES, counter=3, after=10, last=10**9)
    changes, previous = [], rows[0].previous_hash
    for place, row in enumerate(rows):
        entry = Entry(*row_of(row)[0])
        entry = entry._replace(detail="没有看过") if place == 3 else entry
        digest = entry_hash(previous, entry)
        changes.append(
            f"update journal_entry set previous_hash = '{previous}', hash = '{digest}'"
            f"{', detail = ' + repr('没有看过') if place == 3 else ''} "
            f"where counter_number = 3 and sequence = {entry.sequence}"
        )
        previous = digest
    behind(grown, *changes)
    places = {(it.counter_number, it.sequence) for it in checked(grown, boss).faults}
    assert {(3, 20), (3, 30), (3, 40), (3, 11)} <= places


def test_what_is_not_whole_is_never_signed(
    station: Counter, clerk: Actor, boss: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "SIGNED_EVERY", 10)
    monkeypatch.setattr(trail_checks, "STRETCH", 10)
    look(station, clerk, 5)
    behind(station, "update journal_entry set detail = '没有看过' where counter_number = 3 and sequence = 3")
    look(station, clerk, 10)
    assert (3, 0, 10) not in signed(station)
    assert (3, 3, 3, "内容被改动") in named(checked(station, boss))
    assert (3, 0, 10) not in signed(station)


def test_heads_of_an_older_program_are_given_their_stretches_by_a_check(
    station: Counter, clerk: Actor, boss: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "SIGNED_EVERY", 10)
    monkeypatch.setattr(trail_checks, "STRETCH", 10)
    monkeypatch.setattr(trail_stretches, "finish", lambda *asked: 0)
    look(station, clerk, 20)
    assert signed(station) == []
    assert checked(station, boss).faults == ()
    assert {(3, 0, 10), (3, 10, 20)} <= set(signed(station))
    assert checked(station, boss).faults == ()


@pytest.fixture
def served(
    engine: Engine,  # noqa: F811 - the fixture of the server's own tests
    shared_cache: Any,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Counter]:
    counter = build_counter(
        Database(engine), Folders(tmp_path_factory.mktemp("data"), shared_cache), SystemClock()
    )
    fill(counter)
    yield counter
    counter.close()


def test_postgresql_gives_the_same_text(served: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "SIGNED_EVERY", 10)
    monkeypatch.setattr(trail_checks, "STRETCH", 10)
    boss = served.sign_in.sign_in("zhaomin", "yanlian-09", 9)
    look(served, boss, 25)
    assert checked(served, boss).faults == ()
    link = served.office.database.link
    mine = [it for it in signed(served) if it[0] == 9]
    assert len(mine) >= 2
    for counter, after, last in mine:
        [stretch] = trail_stretches.within(link, counter, after, last)
        asked = {"counter": counter, "after": after, "last": last}
        assert digest_of(link.one(AT_ONCE["postgresql"], **asked), last - after) == stretch.digest
    seen: list[Any] = []
    real = trail_rows.row_of
    monkeypatch.setattr(trail_checks, "row_of", lambda row: seen.append(row.sequence) or real(row))
    assert checked(served, boss).faults == ()
    signed_now = {(counter, place) for counter, after, last in signed(served) for place in range(after, last)}
    assert len(seen) < checked(served, boss).entries - len(signed_now) + 40


@pytest.mark.file_only  # PostgreSQL has its own way, tried above
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_words_are_written_the_same_by_the_database(station: Counter, words: str) -> None:
    with station.office.database.engine.connect() as connection:
        written = connection.execute(text("select json_array(:words)"), {"words": words}).scalar_one()
    assert written == JSONEncoder(ensure_ascii=False).encode([words])
