"""What operations were given, on the disk: written over, forgotten, and read again by the next program."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.services.given import Asked, Given
from desktop.services.kept_given import KEPT, KeptGiven

NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)


class Turned:
    """A box that hides what it is given by turning it round."""

    name = "turned"

    def seal(self, content: bytes, purpose: str) -> bytes:
        return purpose.encode() + content[::-1]

    def open(self, sealed: bytes, purpose: str) -> bytes:
        if not sealed.startswith(purpose.encode()):
            raise ValueError("not sealed for this")
        return sealed[len(purpose.encode()) :][::-1]


def given(number: int) -> Given:
    made = Given([NOON + timedelta(minutes=number)], [number], [number])
    made.asked = asked(number)
    return made


def asked(number: int) -> Asked:
    return Asked("register", f"request {number}", 3)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "given"


def known(kept: KeptGiven) -> list[int]:
    return sorted(one.numbers[0] for one in kept.all())


def test_the_oldest_is_written_over_and_the_next_program_finds_the_rest(folder: Path) -> None:
    kept = KeptGiven(folder, Turned())
    for number in range(1, 3 * KEPT + 5):
        kept.keep(given(number))
    last = list(range(2 * KEPT + 5, 3 * KEPT + 5))
    assert known(kept) == last
    after = KeptGiven(folder, Turned())
    assert known(after) == last
    found = after.find(asked(3 * KEPT + 4))
    assert found is not None
    assert found.keys == [3 * KEPT + 4]
    assert after.find(asked(1)) is None
    assert len(list(folder.iterdir())) == KEPT


def test_what_is_shorter_than_what_was_there_is_read_as_it_is(folder: Path) -> None:
    kept = KeptGiven(folder, Turned())
    long = given(1)
    long.documents = ["页" * 2_000]
    kept.keep(long)
    for number in range(2, KEPT + 2):
        kept.keep(given(number))
    assert known(KeptGiven(folder, Turned())) == list(range(2, KEPT + 2))


def test_what_was_forgotten_is_gone_from_the_disk_and_its_place_is_used_again(folder: Path) -> None:
    kept = KeptGiven(folder, Turned())
    for number in range(1, 6):
        kept.keep(given(number))
    kept.forget(NOON + timedelta(minutes=4))
    assert known(kept) == known(KeptGiven(folder, Turned())) == [4, 5]
    for number in range(6, KEPT + 4):
        kept.keep(given(number))
    assert known(KeptGiven(folder, Turned())) == list(range(4, KEPT + 4))


def test_a_window_that_follows_goes_on_after_the_last_place(folder: Path) -> None:
    first = KeptGiven(folder, Turned())
    for number in range(1, 4):
        first.keep(given(number))
    del first
    second = KeptGiven(folder, Turned())
    second.keep(given(4))
    assert known(KeptGiven(folder, Turned())) == [1, 2, 3, 4]
