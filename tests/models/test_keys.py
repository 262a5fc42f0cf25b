from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.keys import AHEAD, KeyMaker, floor_of, moment_part
from desktop.services.ports import SystemClock

NOW = SystemClock().now()


@given(st.lists(st.integers(-10_000, 10_000), min_size=2, max_size=200), st.integers(1, 99))
def test_keys_only_rise_whatever_the_clock_does(steps: list[int], counter: int) -> None:
    maker = KeyMaker(counter)
    keys = [maker.next(NOW + timedelta(milliseconds=step)) for step in steps]
    assert keys == sorted(set(keys))
    assert all(0 < key < 1 << 63 for key in keys)


@given(st.integers(1, 99), st.integers(1, 99))
def test_two_counters_never_give_the_same_key(one: int, other: int) -> None:
    if one != other:
        assert KeyMaker(one).next(NOW) != KeyMaker(other).next(NOW)


def test_more_keys_than_a_millisecond_holds_run_on_into_the_next() -> None:
    maker = KeyMaker(7)
    keys = [maker.next(NOW) for _ in range(40_000)]
    assert len(set(keys)) == 40_000
    assert moment_part(keys[-1]) > moment_part(keys[0])


def test_a_clock_set_back_before_the_newest_stored_key_goes_on_above_it() -> None:
    stored = KeyMaker(3).next(NOW)
    assert KeyMaker(3, floor=stored).next(NOW - timedelta(days=400)) > stored


def keys_at(*moments: timedelta) -> list[int]:
    return [KeyMaker(3).next(NOW + moment) for moment in moments]


def test_the_floor_is_the_highest_key_that_was_given() -> None:
    given = keys_at(timedelta(0), timedelta(seconds=-1), timedelta(hours=3))
    assert floor_of(given, NOW, NOW) == given[2]
    assert floor_of([], NOW, NOW) == 0


@pytest.mark.parametrize("back", [timedelta(days=2), timedelta(days=400)])
def test_a_clock_set_back_further_than_a_day_repeats_nothing_either(back: timedelta) -> None:
    given = keys_at(timedelta(0))
    assert floor_of(given, NOW, NOW - back) == given[0]


@pytest.mark.parametrize("ahead", [timedelta(days=2), timedelta(days=30_000)])
def test_a_clock_that_was_far_ahead_lifts_the_floor_by_a_day_at_most(ahead: timedelta) -> None:
    usual, far = keys_at(timedelta(0), ahead)
    floor = floor_of([far, usual], NOW, NOW)
    assert usual < floor < far
    assert floor < KeyMaker(3).next(NOW + AHEAD + timedelta(milliseconds=1))
    next_day = NOW + AHEAD + timedelta(seconds=1)
    assert moment_part(KeyMaker(3, floor).next(next_day)) == moment_part(KeyMaker(3).next(next_day))


def test_a_counter_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="128"):
        KeyMaker(128)
