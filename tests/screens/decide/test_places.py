"""Rows by their places: read here and there, forgotten, taken out."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from desktop.ui.screens.decide import places as module
from desktop.ui.screens.decide.places import Places


def row(case_id: int) -> Any:
    return SimpleNamespace(case=SimpleNamespace(case_id=case_id))


def ids(places: Places) -> list[int]:
    return [one.case.case_id for one in places.read()]


def test_rows_are_missing_until_they_are_put() -> None:
    places = Places(10, 2)
    assert places.missing(0, 3) == 0
    places.put(0, [row(0), row(1)])
    places.put(6, [row(6), row(7)])
    assert places.missing(0, 3) == 2
    assert places.missing(6, 7) is None
    assert places.missing(8, 99) == 8
    assert places.missing(-5, 1) is None
    assert ids(places) == [0, 1, 6, 7]
    assert (places.place_of(7, 0), places.place_of(7, 7), places.place_of(5, 5)) == (7, 7, -1)


def test_what_comes_after_a_case_taken_out_moves_up_and_is_found() -> None:
    places = Places(6, 2)
    for start in (0, 2, 4):
        places.put(start, [row(start), row(start + 1)])
    assert places.drop({1, 4, 99}) == [1, 4]
    assert ids(places) == [0, 2, 3, 5]
    assert [places.place_of(case, -1) for case in (0, 2, 3, 5)] == [0, 1, 2, 3]


def test_a_row_that_moved_into_a_page_not_read_is_found() -> None:
    places = Places(8, 2)
    places.put(0, [row(0), row(1)])
    places.put(4, [row(4), row(5)])
    places.drop({0})
    assert ids(places) == [1, 4, 5]
    assert places.place_of(4, -1) == 3


def test_the_queue_may_be_longer_or_shorter_than_it_was() -> None:
    places = Places(2, 2)
    places.put(2, [row(2), row(3)])
    assert len(places.rows) == 4
    places.end(3)
    assert len(places.rows) == 3
    assert ids(places) == [2]


def test_rows_read_long_ago_are_forgotten_but_for_the_first_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_READ", 6)
    places = Places(20, 2)
    for start in range(0, 20, 2):
        places.put(start, [row(start), row(start + 1)])
    assert ids(places) == [0, 1, 16, 17, 18, 19]
    assert places.missing(4, 5) == 4
    assert len(places.rows) == 20
