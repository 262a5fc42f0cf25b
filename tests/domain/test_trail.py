"""The trail's form does not change: hashes stored long ago must come out the same."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.times import CHINA
from desktop.domain.trail import FIRST_HASH, Entry, Head, entry_hash, moment, root_of, short_root, sm3

ENTRY = Entry(
    3,
    12,
    "2026-11-20T02:00:00.001000+00:00",
    7,
    "测试一",
    "look_up",
    5,
    None,
    "3701020062026112003001",
    "",
    "核查",
    "id:370102********1234 -> 1",
)


def long_hand(previous: str, entry: Entry) -> str:
    """The form as it is described, without any short cut."""
    fields = [previous, *("" if field is None else str(field) for field in entry)]
    text = "\n".join(field.replace("\\", "\\\\").replace("\n", "\\n") for field in fields)
    return hashlib.new("sm3", text.encode()).hexdigest()


def test_an_entry_has_the_hash_that_it_always_had() -> None:
    assert entry_hash(FIRST_HASH, ENTRY) == long_hand(FIRST_HASH, ENTRY)
    known = "aa16facef0f641e7cc0db9836b7f73d8633adaf05cd74ff2f11d076c74bc0e94"
    assert entry_hash(FIRST_HASH, ENTRY) == known


words = st.text(st.sampled_from("甲a\\\n n\r\0𠮷"), max_size=6)


@given(words, words, words, st.none() | st.integers(1, 9))
def test_any_text_is_hashed_as_described(name: str, matter: str, detail: str, person: int | None) -> None:
    entry = ENTRY._replace(staff_name=name, matter=matter, detail=detail, person_id=person)
    assert entry_hash(FIRST_HASH, entry) == long_hand(FIRST_HASH, entry)


@pytest.mark.parametrize("field", Entry._fields)
def test_every_field_counts(field: str) -> None:
    value = getattr(ENTRY, field)
    other = value + 1 if isinstance(value, int) else 1 if value is None else f"{value}x"
    assert entry_hash(FIRST_HASH, ENTRY._replace(**{field: other})) != entry_hash(FIRST_HASH, ENTRY)
    assert entry_hash("1" * 64, ENTRY) != entry_hash(FIRST_HASH, ENTRY)


def test_no_two_entries_are_written_alike() -> None:
    split = ENTRY._replace(matter="a\nb", detail="")
    assert entry_hash(FIRST_HASH, split) != entry_hash(FIRST_HASH, ENTRY._replace(matter="a", detail="b"))
    assert entry_hash(FIRST_HASH, split) != entry_hash(FIRST_HASH, split._replace(matter="a\\nb"))


def test_a_moment_is_the_same_wherever_it_was_taken() -> None:
    at = datetime(2026, 11, 20, 2, 0, 0, 1000, tzinfo=UTC)
    assert moment(at) == moment(at.astimezone(CHINA)) == ENTRY.at


def heads(count: int) -> list[Head]:
    return [Head(number, number * 7, f"{number:064x}") for number in range(1, count + 1)]


def leaf(head: Head) -> bytes:
    return sm3(b"\0" + f"{head.counter_number}\n{head.sequence}\n{head.hash}".encode())


def test_the_root_is_a_tree_over_the_counters() -> None:
    one, two, three = heads(3)
    assert root_of([]) == sm3(b"").hex()
    assert root_of([one]) == leaf(one).hex()
    left = sm3(b"\1" + leaf(one) + leaf(two))
    assert root_of([three, one, two]) == sm3(b"\1" + left + leaf(three)).hex()


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8, 99])
def test_any_change_of_a_head_changes_the_root(count: int) -> None:
    before = root_of(heads(count))
    for place in range(count):
        for changed in ({"sequence": 999}, {"hash": "f" * 64}, {"counter_number": 100}):
            other = heads(count)
            other[place] = other[place]._replace(**changed)
            assert root_of(other) != before
    assert root_of(heads(count)[:-1]) != before


def test_a_root_is_forty_digits_on_paper() -> None:
    assert short_root("f" * 64) == f"0{2**128 - 1}"
    assert len(short_root("0" * 64)) == 40
