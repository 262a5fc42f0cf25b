from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printing.lines import SMALLEST, fit, tidy, wrap


class Square:
    """Every character as wide as the type is high; ASCII half of it."""

    def width(self, text: str, size: float) -> float:
        return sum(size / 2 if it.isascii() else size for it in text)


FACE = Square()
texts = st.text("居住登记，。（）《》·、A1-*. ：", max_size=120)


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(texts, st.floats(20, 400), st.floats(SMALLEST, 14))
def test_nothing_is_lost_in_wrapping(text: str, width: float, size: float) -> None:
    assert bare("".join(wrap(text, width, size, FACE))) == bare(text)


@given(texts, st.floats(20, 400), st.floats(SMALLEST, 14))
def test_no_line_is_wider_than_its_place(text: str, width: float, size: float) -> None:
    for line in wrap(text, width, size, FACE):
        assert FACE.width(line, size) <= width + 1e-6


@given(texts, st.floats(20, 400), st.floats(SMALLEST, 14))
def test_type_is_never_smaller_than_the_floor_nor_larger_than_asked(
    text: str, width: float, size: float
) -> None:
    setting = fit(text, width, size, FACE)
    assert SMALLEST <= setting.size <= max(size, SMALLEST)
    assert all(FACE.width(line, setting.size) <= width + 1e-6 for line in setting.lines)
    assert bare("".join(setting.lines)) == bare(text)


def test_what_fits_keeps_its_size() -> None:
    assert fit("居住登记", 44, 11, FACE) == (11, ("居住登记",))


def test_what_is_a_little_long_is_set_smaller_on_one_line() -> None:
    assert fit("居住登记", 40, 11, FACE) == (10, ("居住登记",))


def test_what_is_longer_is_wrapped_at_the_largest_size_with_as_few_lines() -> None:
    assert fit("居住登记居住登记", 44, 11, FACE) == (11, ("居住登记", "居住登记"))


def test_a_floor_equal_to_the_size_only_wraps() -> None:
    assert fit("居住登记", 40, 11, FACE, floor=11) == (11, ("居住登", "记"))


@pytest.mark.parametrize("mark", "，。、；：》）·")
def test_a_closing_mark_never_begins_a_line(mark: str) -> None:
    lines = wrap(f"居住登{mark}记", 30, 10, FACE)
    assert not any(line.startswith(mark) for line in lines)


def test_an_opening_mark_never_ends_a_line() -> None:
    assert wrap("居住（登记）", 30, 10, FACE) == ("居住", "（登", "记）")


def test_numbers_are_not_torn() -> None:
    assert wrap("电话0531-81234567号", 70, 10, FACE) == ("电话", "0531-81234567", "号")


def test_a_word_longer_than_the_line_is_torn_and_not_cut() -> None:
    assert wrap("A" * 25, 50, 10, FACE) == ("A" * 10, "A" * 10, "A" * 5)


def test_blanks_and_line_ends_become_one_blank_but_the_wide_space_stays() -> None:
    assert tidy("  一 \n\t 二　三 ") == "一 二　三"
