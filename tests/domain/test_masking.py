from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.masking import mask_id, mask_phone


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("370102199001011234", "370102********1234"),
        ("11010519491231002X", "110105********002X"),
        ("CAN110181010115", "CAN*********115"),
        ("E12345678", "E1*****78"),
        ("12345", "****5"),
        ("1", "*"),
        ("", ""),
    ],
)
def test_the_middle_of_an_id_number_is_hidden(number: str, masked: str) -> None:
    assert mask_id(number) == masked


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("13812345678", "138****5678"),
        ("0531-88881234", "0531-****1234"),
        ("0531-8888123", "0531-***8123"),
        ("+85221234567", "+85******567"),
        ("110", "*10"),
        ("", ""),
    ],
)
def test_the_middle_of_a_telephone_number_is_hidden(number: str, masked: str) -> None:
    assert mask_phone(number) == masked


@given(st.text(st.characters(codec="ascii", exclude_characters="*-+"), max_size=24))
def test_masking_keeps_the_length_and_hides_something(number: str) -> None:
    for masked in (mask_id(number), mask_phone(number)):
        assert len(masked) == len(number)
        assert not number or "*" in masked
