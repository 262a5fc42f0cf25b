from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.case_numbers import CaseNumber
from desktop.domain.errors import NotPossible
from desktop.services.counter import Counter
from desktop.services.numbering import SUMMARIES, next_case_number
from desktop.services.rows import Actor

TODAY = date(2026, 11, 20)


def give(station: Counter, actor: Actor, on: date = TODAY, **how: str) -> str:
    with station.office.database.write() as link:
        return str(next_case_number(link, actor, on, **how))


def test_the_first_number_of_a_day_is_001(station: Counter, clerk: Actor) -> None:
    assert give(station, clerk) == "3701020062026112003001"
    assert give(station, clerk) == "3701020062026112003002"


def test_every_day_every_counter_and_every_series_counts_by_itself(station: Counter, clerk: Actor) -> None:
    other = replace(clerk, counter_number=99)
    given = [
        give(station, clerk),
        give(station, other),
        give(station, clerk, date(2026, 11, 21)),
        give(station, clerk, series=SUMMARIES),
        give(station, clerk),
    ]
    assert [number[9:] for number in given] == [
        "2026112003001",
        "2026112099001",
        "2026112103001",
        "2026112003001",
        "2026112003002",
    ]


def test_the_number_reads_back(station: Counter, clerk: Actor) -> None:
    assert CaseNumber.parse(give(station, clerk)) == CaseNumber("370102", "006", TODAY, 3, 1)


@contextmanager
def undone(station: Counter) -> Iterator[None]:
    """Undo what is written inside."""

    class Undo(Exception):
        pass

    try:
        with station.office.database.write():
            yield
            raise Undo
    except Undo:
        pass


def test_a_number_of_an_undone_transaction_is_given_again(station: Counter, clerk: Actor) -> None:
    with undone(station):
        assert give(station, clerk).endswith("001")
    assert give(station, clerk).endswith("001")


def test_there_are_999_numbers_a_day_and_the_next_is_told(station: Counter, clerk: Actor) -> None:
    with station.office.database.write():
        numbers = {give(station, clerk) for _ in range(999)}
    assert len(numbers) == 999
    for _ in range(2):
        with pytest.raises(NotPossible, match="999个受理号已用完"):
            give(station, clerk)
    assert give(station, clerk, date(2026, 11, 21)).endswith("03001")
    assert give(station, replace(clerk, counter_number=4)).endswith("04001")


def test_two_threads_never_get_the_same_number(station: Counter, clerk: Actor) -> None:
    with ThreadPoolExecutor(4) as workers:
        numbers = list(workers.map(lambda _: give(station, clerk), range(60)))
    assert sorted(numbers) == [f"37010200620261120{3:02}{place:03}" for place in range(1, 61)]
