from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.keys import AHEAD, KeyMaker, beyond, moment_part
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


@pytest.mark.parametrize("back", [timedelta(0), timedelta(days=2), timedelta(days=400)])
def test_what_was_given_before_the_clock_was_set_back_is_not_beyond(back: timedelta) -> None:
    assert KeyMaker(3).next(NOW) < beyond(NOW, NOW - back)
    assert KeyMaker(3).next(NOW) < beyond(NOW - back, NOW)


@pytest.mark.parametrize("ahead", [timedelta(days=2), timedelta(days=30_000)])
def test_what_was_given_by_a_clock_that_was_days_ahead_is_beyond(ahead: timedelta) -> None:
    assert KeyMaker(127).next(NOW + AHEAD - timedelta(seconds=1)) < beyond(NOW, NOW)
    assert KeyMaker(1).next(NOW + ahead) > beyond(NOW, NOW)


def test_a_counter_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="128"):
        KeyMaker(128)
