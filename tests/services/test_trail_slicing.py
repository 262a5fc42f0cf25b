"""Slices are signed of what is whole, plain and at rest; a stretch is covered by them only where every joint fits."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from desktop.domain.trail_entries import column_of
from desktop.domain.trail_file import Span
from desktop.models.keys import key_after
from desktop.services import trail_cover, trail_slices
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.services.trail_cover import Part, covered
from desktop.services.trail_slices import every, walked
from tests.services.test_trail_checks import behind, checked, named
from tests.services.test_trail_slices import AT, boss, grown, look, read, short, stored, without_slices
from tests.services.test_trail_stretches import test_a_chain_written_anew_from_there_on_is_found as anew

__all__ = ["boss", "grown", "short"]  # fixtures of a station that has slices


@pytest.fixture
def unsliced(station: Counter, clerk: Actor, short: None, monkeypatch: pytest.MonkeyPatch) -> Counter:
    """A station whose counters 3 and 5 have some fifty entries each, from before there were slices."""
    with monkeypatch.context() as before:
        before.setattr(trail_slices, "grow", lambda *asked, **more: 0)
        look(station, clerk, 47)
    return station


@pytest.mark.file_only
def test_the_trail_of_an_older_program_is_given_its_slices_by_a_check(unsliced: Counter, boss: Actor) -> None:
    assert every(unsliced.office.database.link) == []
    steps: list[tuple[int, int]] = []
    state = unsliced.trail.check(boss, lambda *step: steps.append(step), lambda: False)
    assert (state.faults, steps == sorted(steps)) == ((), True)
    assert len({total for _, total in steps}) == 1
    assert steps[-1][0] == steps[-1][1] > state.entries
    assert len(every(unsliced.office.database.link)) >= 10
    with read() as asked:
        assert checked(unsliced, boss).faults == ()
    assert asked == [(10, 7, 0), (0, 0, 0)]


@pytest.mark.file_only
def test_whoever_stops_the_slicing_has_the_check_all_the_same(unsliced: Counter, boss: Actor) -> None:
    found: list[tuple[int, int]] = []
    state = unsliced.trail.check(
        boss,
        lambda done, total: found.append((done, total)),
        lambda: len(every(unsliced.office.database.link)) >= 2,
    )
    assert state.faults == ()
    assert len(every(unsliced.office.database.link)) == 2


@pytest.mark.file_only
def test_what_is_not_whole_or_not_plain_is_never_signed(unsliced: Counter, clerk: Actor, boss: Actor) -> None:
    """Nothing and 0 are alike in a hash: no slice stands for what was changed between them."""
    behind(unsliced, f"update journal_entry set person_id = 0 where {AT}")
    [(key,)] = stored(unsliced, f"select id from journal_entry where {AT}")
    trail_slices.grow(unsliced.office, clerk)
    slices = every(unsliced.office.database.link)
    assert slices
    assert not any(it.after_key < key <= it.last_key for it in slices)
    assert any(fault[:3] == (3, 11, 20) for fault in named(checked(unsliced, boss)))


@pytest.mark.file_only
def test_a_chain_written_anew_and_sliced_then_is_still_found(
    unsliced: Counter, clerk: Actor, boss: Actor
) -> None:
    """By one who knows the form, before there were slices of it: they vouch for what no stretch ends as."""
    anew(unsliced, boss)
    trail_slices.grow(unsliced.office, clerk)
    assert len(every(unsliced.office.database.link)) >= 10
    faults = named(checked(unsliced, boss))
    assert faults == named(without_slices(unsliced, boss))
    assert {(3, 20), (3, 30), (3, 40), (3, 11)} <= {fault[:2] for fault in faults}


@pytest.mark.file_only
def test_keys_of_a_clock_set_far_ahead_are_in_no_slice_yet(
    station: Counter, clerk: Actor, boss: Actor, short: None
) -> None:
    look(station, clerk, 30)
    look(station, clerk, 1, ahead=timedelta(days=900))
    look(station, clerk, 30)
    trail_slices.grow(station.office, clerk)
    newest = every(station.office.database.link)[-1].last_key
    [(far,)] = stored(station, "select max(id) from journal_entry")
    assert newest < key_after(station.office.clock.now() + timedelta(days=1)) < far
    assert checked(station, boss).faults == ()


def test_a_part_is_covered_only_where_every_joint_fits(station: Counter) -> None:
    del station
    span = Span(3, 0, "a", 7, "b"), Span(3, 7, "b", 14, "c")
    part = Part(3, 0, "a", 10, "digest", ends=True)

    def cover(first: Span, second: Span, part: Part = part) -> dict[int, Any]:
        made = [
            trail_slices.Slice("", place, place + 1, 1, (it,), "", "", "", "")
            for place, it in enumerate((first, second))
        ]
        return covered(made, [part])

    assert cover(*span) == {0: {0: 7, 1: 3}}
    assert cover(*span[::-1]) == {0: {1: 7, 0: 3}}
    for first, second, other in (
        (span[0]._replace(after_hash="x"), span[1], part),
        (span[0]._replace(last_hash="x"), span[1], part),
        (span[0]._replace(last=6), span[1], part),
        (span[0]._replace(last=8), span[1], part),
        (span[0], span[1]._replace(last=9), part),
        (span[0], span[1]._replace(counter_number=4), part),
        (span[0], span[0], part),
        (*span, part._replace(ends=False)),
        (*span, part._replace(digest="")),
        (*span, part._replace(before="x")),
    ):
        assert cover(first, second, other) == {}
    assert trail_cover.covered([], [part]) == {}


def test_entries_that_do_not_follow_each_other_make_no_slice(grown: Counter) -> None:
    rows = [
        trail_slices.row_of(row)
        for row in grown.office.database.link.all(trail_slices._ENTRIES, after=0, last=1 << 62)
        if row.counter_number == 3
    ]
    assert walked(rows) is not None
    assert walked(rows[:4] + rows[5:]) is None
    assert walked([rows[1], rows[0], *rows[2:]]) is None
    entry, *others = rows[2]
    for changed in ("5", 0, True):
        altered = (*entry[:6], changed, *entry[7:])
        assert walked([*rows[:2], (altered, *others), *rows[3:]]) is None


@pytest.mark.file_only  # slices are for a file only
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), max_size=4))
def test_any_column_is_written_the_same_by_the_database(station: Counter, words: list[str]) -> None:
    values = " union all ".join(f"select {place} p, :w{place} w" for place in range(len(words))) or (
        "select 0 p, '' w where 0"
    )
    with station.office.database.engine.connect() as connection:
        written = connection.execute(
            text(f"select cast(json_group_array(w) as blob) from (select w from ({values}) order by p)"),  # noqa: S608
            {f"w{place}": word for place, word in enumerate(words)},
        ).scalar_one()
    assert bytes(written) == column_of(words)
