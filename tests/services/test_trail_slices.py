"""What signed slices vouch for is looked at no further; whatever was done to it is named as if there were none."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from desktop.models.file_database import FileDatabase
from desktop.services import journal, trail_checks, trail_slices
from desktop.services.counter import Counter
from desktop.services.journal import Happening
from desktop.services.rows import Actor
from desktop.services.trail_checks import TrailState
from desktop.services.trail_crew import Crew
from desktop.services.trail_slices import every
from tests.servers import drop_guards
from tests.services.test_trail_checks import behind, checked, named

AT = "counter_number = 3 and sequence = 14"


@pytest.fixture
def boss(template: Any) -> Actor:
    return template.auditor


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretches and slices of ten entries."""
    monkeypatch.setattr(journal, "SIGNED_EVERY", 10)
    monkeypatch.setattr(trail_checks, "STRETCH", 10)
    monkeypatch.setattr(trail_slices, "SLICE", 10)
    monkeypatch.setattr(trail_slices, "LEFT", 2)


@pytest.fixture
def grown(station: Counter, clerk: Actor, short: None) -> Counter:
    """A station whose counters 3 and 5 have some fifty entries each, stored by turns, nearly all in slices."""
    look(station, clerk, 47)
    trail_slices.grow(station.office, clerk)
    return station


def look(station: Counter, clerk: Actor, times: int, *, ahead: timedelta = timedelta()) -> None:
    for place in range(times):
        for number in (3, 5):
            at = station.office.clock.now() + ahead
            who = replace(clerk, counter_number=number)
            station.journal.note(Happening(who, "look_up", at, detail=f'第{place}次\n"其他"\\\x01\x7f𠮷'))
    station.journal.flush()


@contextmanager
def read() -> Iterator[list[tuple[int, int, int]]]:
    """Give how many slices and parts the processes were asked to read, time after time, and how many to count."""
    seen: list[tuple[int, int, int]] = []
    real, real_count = Crew.read, Crew.count

    def read(crew: Crew, slices: Any, parts: Any, whole: int | None = None) -> Any:
        seen.append((len(slices), len(parts), 0))
        return real(crew, slices, parts, whole)

    def count(crew: Crew, parts: Any) -> Any:
        seen.append((0, 0, len(parts)))
        return real_count(crew, parts)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Crew, "read", read)
        patch.setattr(Crew, "count", count)
        yield seen


def without_slices(station: Counter, boss: Actor) -> TrailState:
    """Check as it was done before there were slices."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trail_checks, "covered", lambda slices, parts: {})
        return checked(station, boss)


def stored(station: Counter, statement: str) -> list[Any]:
    with station.office.database.engine.connect() as connection:
        return list(connection.execute(text(statement)).all())


def on_a_server(station: Counter) -> bool:
    return not isinstance(station.office.database, FileDatabase)


def test_what_slices_vouch_for_is_looked_at_no_further(grown: Counter, boss: Actor) -> None:
    slices = every(grown.office.database.link)
    with read() as asked:
        state = checked(grown, boss)
    assert (state.faults, state.doubts) == ((), ())
    if on_a_server(grown):
        assert (slices, asked) == ([], [])  # it is slow in a file only
        return
    assert len(slices) >= 10
    assert asked == [(len(slices), 7, 0), (0, 0, 0)]  # of fourteen parts, and nothing a second time


def test_it_is_told_how_far_it_is(grown: Counter, boss: Actor) -> None:
    steps: list[tuple[int, int]] = []
    state = grown.trail.check(boss, lambda *step: steps.append(step), lambda: False)
    assert steps == sorted(steps)
    assert steps[-1] == (state.entries, state.entries)


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
        ("update journal_entry set person_id = 0 where {at}", (3, 11, 20, None)),
        ("update journal_entry set hash = previous_hash where {at}", (3, 14, 14, "内容被改动")),
        ("delete from journal_entry where {at}", (3, 14, 14, "缺失")),
        ("delete from journal_entry where counter_number = 3 and sequence > 35", (3, 40, None, "缺失")),
    ],
)
def test_what_was_done_to_a_slice_is_named(
    grown: Counter, boss: Actor, statement: str, found: tuple[Any, ...]
) -> None:
    behind(grown, statement.format(at=AT))
    faults = named(checked(grown, boss))
    assert any(
        fault[: 3 if found[3] is None else 4] == found[: 3 if found[3] is None else 4] for fault in faults
    )
    assert faults == named(without_slices(grown, boss))


def test_two_entries_that_changed_places_are_named(grown: Counter, boss: Actor) -> None:
    behind(
        grown,
        f"update journal_entry set sequence = 99999 where {AT}",
        "update journal_entry set sequence = 14 where counter_number = 3 and sequence = 15",
        "update journal_entry set sequence = 15 where counter_number = 3 and sequence = 99999",
    )
    faults = named(checked(grown, boss))
    assert {(3, 14, 14, "内容被改动"), (3, 15, 15, "内容被改动")} <= faults
    assert faults == named(without_slices(grown, boss))


def test_an_entry_put_in_elsewhere_is_found(grown: Counter, boss: Actor) -> None:
    """A chain that nobody signed, its entry among those of a slice."""
    columns = [row[0] for row in stored(grown, "select * from journal_entry limit 0")] or [
        it.name for it in journal.JournalEntry.__table__.columns
    ]
    taken = ", ".join(
        {"id": "id + 1", "counter_number": "77", "sequence": "2"}.get(name, name) for name in columns
    )
    behind(
        grown,
        f"insert into journal_entry ({', '.join(columns)}) select {taken} from journal_entry where {AT}",
    )
    faults = named(checked(grown, boss))
    assert (77, 1, 1, "缺失") in faults
    assert faults == named(without_slices(grown, boss))


@pytest.mark.file_only  # a server has no table without its constraints
def test_an_entry_that_is_there_twice_is_found_whatever_its_key(grown: Counter, boss: Actor) -> None:
    """In a table that was made anew without what is unique in it; no slice has a key of so far away."""
    names = ", ".join(it.name for it in journal.JournalEntry.__table__.columns if it.name != "id")
    before = named(checked(grown, boss))
    drop_guards(grown.office.database)
    with grown.office.database.engine.begin() as connection:
        for statement in (
            "create table anew as select * from journal_entry order by id",
            f"insert into anew (id, {names}) select 9000000000000000000, {names} from anew where {AT}",
            "drop table journal_entry",
            "alter table anew rename to journal_entry",
            "create index places on journal_entry (counter_number, sequence)",
            "create index keys on journal_entry (id)",
        ):
            connection.execute(text(statement))
    faults = named(checked(grown, boss))
    assert (before, faults) == (set(), {(3, 14, 14, "出现两次，其中一条是插入的")})
    assert faults == named(without_slices(grown, boss))


@pytest.mark.file_only  # a server's columns have types
def test_bytes_where_words_should_be_are_named(grown: Counter, boss: Actor) -> None:
    """They would be the same in words joined together, and no JSON can be made of them."""
    behind(grown, f"update journal_entry set detail = cast(detail as blob) where {AT}")
    assert (3, 14, 14, "内容被改动") in named(checked(grown, boss))
    assert (3, 14, 14, "内容被改动") in named(without_slices(grown, boss))


@pytest.mark.file_only
@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("update trail_slice set digest = '" + "0" * 64 + "'", "签名不对，内容被改动"),
        ("update trail_slice set chains = '[]'", "签名不对，内容被改动"),
        ("update trail_slice set chains = 'x'", "签名不对，内容被改动"),
        ("update trail_slice set entries = entries - 1", "签名不对，内容被改动"),
        ("update trail_slice set last_key = last_key + 1", "签名不对，内容被改动"),
    ],
)
def test_a_slice_that_was_altered_is_named_and_vouches_for_nothing(
    grown: Counter, boss: Actor, statement: str, found: str
) -> None:
    behind(grown, statement, f"update journal_entry set detail = '没有看过' where {AT}")
    faults = named(checked(grown, boss))
    assert {found} <= {fault[3] for fault in faults}
    assert (3, 14, 14, "内容被改动") in faults


@pytest.mark.file_only
def test_slices_that_are_gone_cost_time_and_nothing_else(grown: Counter, boss: Actor) -> None:
    behind(grown, "delete from trail_slice where last_key in (select max(last_key) from trail_slice)")
    behind(grown, "delete from trail_slice where last_key in (select min(last_key) from trail_slice)")
    behind(grown, f"update journal_entry set detail = '没有看过' where {AT}")
    assert named(checked(grown, boss)) == named(without_slices(grown, boss))


@pytest.mark.file_only
def test_a_slice_repeated_from_before_a_cut_out_piece_is_no_way_round(grown: Counter, boss: Actor) -> None:
    """All of a stretch taken away, and the entries behind it moved up: each slice misses its own."""
    behind(
        grown,
        "delete from journal_entry where counter_number = 3 and sequence between 11 and 20",
        "update journal_entry set sequence = sequence - 10 where counter_number = 3 and sequence > 20",
    )
    faults = named(checked(grown, boss))
    assert faults
    assert faults == named(without_slices(grown, boss))


@pytest.mark.parametrize("seed", range(6))
def test_any_damage_is_named_as_it_was_before_there_were_slices(
    grown: Counter, boss: Actor, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 # nosec B311 - damage to a test's own file
    texts = [
        "detail",
        "matter",
        "staff_name",
        "action",
        "case_number",
        "paper_number",
        "hash",
        "previous_hash",
    ]
    for sequence in chance.sample(range(1, 41), chance.randint(1, 4)):
        place = f"counter_number = {chance.choice((3, 5))} and sequence = {sequence}"
        behind(
            grown,
            chance.choice(
                [
                    f"update journal_entry set {chance.choice(texts)} = 'x' where {place}",
                    f"update journal_entry set staff_id = staff_id + 1 where {place}",
                    f"update journal_entry set person_row = 7 where {place}",
                    f"update journal_entry set id = id + 100000000 where {place}",
                    f"update journal_entry set sequence = sequence + 100 where {place}",
                    "update journal_entry set detail = '' where counter_number = 5 and sequence > 38",
                ]
            ),
        )
    assert named(checked(grown, boss)) == named(without_slices(grown, boss))
