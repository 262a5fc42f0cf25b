from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.masking import (
    has_numbers,
    hide_numbers,
    hide_places,
    mask_address,
    mask_id,
    mask_name,
    mask_phone,
)


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


@pytest.mark.parametrize(
    ("address", "masked"),
    [
        ("济南市历下区泉城路180号2号楼1单元302室", "济南市历下区泉城路***号***号楼***单元***室"),
        ("泉城路1号A座3-302室", "泉城路***号***座***室"),
        ("三里屯五号院二单元", "三里屯***号院***单元"),
        ("北京市东城区东四十条3号", "北京市东城区东四十条***号"),
        ("王舍人村", "王舍***"),
        ("", ""),
    ],
)
def test_of_an_address_the_road_stays(address: str, masked: str) -> None:
    assert mask_address(address) == masked


@given(st.text(alphabet="路街号楼单元室村0123456789ABC-一二三十", max_size=30))
def test_no_digit_of_an_address_stays(address: str) -> None:
    assert not any(character.isascii() and character.isalnum() for character in mask_address(address))


@pytest.mark.parametrize(("name", "masked"), [("张三", "张*"), ("司徒演练", "司***"), ("", ""), ("李", "李")])
def test_of_a_name_the_first_character_stays(name: str, masked: str) -> None:
    assert mask_name(name) == masked


def test_numbers_in_words_are_hidden_and_case_numbers_are_not() -> None:
    words = (
        "张三 370102199001011234，电话13812345678；受理号3701020062026112003001，单据113701020062026112003001"
    )
    assert hide_numbers(words) == (
        "张三 370102********1234，电话138****5678；受理号3701020062026112003001，单据113701020062026112003001"
    )
    assert has_numbers(words)
    assert not has_numbers(hide_numbers(words))


def test_only_the_parts_that_are_places_are_hidden() -> None:
    words = "济南市历下区演练路1号楼1单元101室；租赁住房；2026-05-19到达"
    assert hide_places(words) == "济南市历下区演练路***号楼***单元***室；租赁住房；2026-05-19到达"


DIGEST = "9c1412646d0e5e2e0bcf67efd01c54080fd16818583836aca44eb618e60d816a"
SIGNATURE = DIGEST + "121054bcd72ba8a133fa86d0870c7b08881db41bd7788180c38beda61a4dda0f"


@pytest.mark.parametrize("proof", [DIGEST, SIGNATURE])
def test_digits_that_look_like_a_number_in_a_digest_or_a_signature_stay(proof: str) -> None:
    assert "16818583836" in proof
    words = f"末条{proof}，签名805c812d {proof}"
    assert hide_numbers(words) == words
    assert not has_numbers(words)
    assert hide_numbers(f"{words}，电话13812345678") == f"{words}，电话138****5678"
    assert has_numbers(f"{words}，电话13812345678")


def test_a_number_among_other_letters_is_hidden_however_many_they_are() -> None:
    assert hide_numbers("g" * 40 + "13812345678" + "g" * 40) == "g" * 40 + "138****5678" + "g" * 40
    assert hide_numbers("a" * 20 + "13812345678" + "b" * 20) == "a" * 20 + "138****5678" + "b" * 20
