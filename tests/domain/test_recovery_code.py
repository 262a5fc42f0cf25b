from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import BadInput
from desktop.domain.recovery_code import ALPHABET, GROUPS, read, written

CODE = written(bytes(range(18)))


def test_it_has_seven_groups_of_five() -> None:
    assert [len(group) for group in CODE.split("-")] == [5] * GROUPS


@given(st.binary(min_size=18, max_size=18))
def test_what_is_written_is_read(chance: bytes) -> None:
    assert read(written(chance)) == written(chance)


def test_it_is_read_however_it_is_typed() -> None:
    typed = CODE.lower().replace("-", "  ").replace("0", "o").replace("1", "l")
    assert read(typed) == CODE


def test_every_wrong_character_is_named_by_its_group() -> None:
    flat = CODE.replace("-", "")
    for place, right in enumerate(flat):
        for wrong in ALPHABET:
            if wrong != right:
                with pytest.raises(BadInput, match=f"第{place // 5 + 1}组") as told:
                    read(flat[:place] + wrong + flat[place + 1 :])
                assert told.value.field == "recovery"


def test_neighbours_that_changed_places_are_seen() -> None:
    flat = CODE.replace("-", "")
    for place in range(len(flat) - 1):
        one, two = flat[place : place + 2]
        if one != two and place % 5 != 4:  # within a group
            with pytest.raises(BadInput):
                read(flat[:place] + two + one + flat[place + 2 :])


@pytest.mark.parametrize("typed", ["", " - ", CODE[:-1], CODE + "0"])
def test_a_code_of_another_length_is_told(typed: str) -> None:
    with pytest.raises(BadInput, match=r"恢复密钥"):
        read(typed)
