from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from printing.lines import SMALLEST, fit, fit_name, tidy, wrap


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


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("登记于2026年11月21日", 95, ("登记于", "2026年11月21日")),
        ("依照该法第三十五条办理", 60, ("依照该法", "第三十五条", "办理")),
        ("济政办字〔2023〕12号", 70, ("济政办字", "〔2023〕12号")),
        ("周一至周五8:30—17:00", 80, ("周一至周五", "8:30—17:00")),
        ("努尔买买提江·阿卜杜热西提·吐尔洪", 130, ("努尔买买提江·", "阿卜杜热西提·吐尔洪")),
        ("努尔买买提江·阿卜杜热西提·吐尔洪", 80, ("努尔买买提江·阿", "卜杜热西提·", "吐尔洪")),
    ],
)
def test_days_articles_numbers_and_parts_of_names_stay_whole(
    text: str, width: float, lines: tuple[str, ...]
) -> None:
    assert wrap(text, width, 10, FACE) == lines


def test_no_word_stands_alone_in_the_last_line() -> None:
    assert wrap("请携带有效身份证件并交回本回执。", 140, 10, FACE) == ("请携带有效身份证件并交回", "本回执。")
    assert wrap("本所一号窗口领取", 70, 10, FACE) == ("本所一号窗", "口领取")
    assert wrap("领取凭", 20, 10, FACE) == ("领取", "凭")  # nothing is left to bring


@given(texts, st.floats(20, 400), st.floats(SMALLEST, 14))
def test_the_name_of_an_authority_is_whole_and_within_its_place(text: str, width: float, size: float) -> None:
    setting = fit_name(text, width, size, FACE)
    assert len(setting.lines) == len(fit(text, width, size, FACE).lines)
    assert SMALLEST <= setting.size <= max(size, SMALLEST)
    assert all(FACE.width(line, setting.size) <= width + 1e-6 for line in setting.lines)
    assert bare("".join(setting.lines)) == bare(text)


def test_the_name_of_an_authority_ends_its_lines_where_its_parts_end() -> None:
    station = "济南市公安局历下区分局解放路派出所"
    assert fit_name(station, 130, 11, FACE) == (11, ("济南市公安局历下区分局", "解放路派出所"))
    far = "新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县公安局察布查尔镇派出所"
    assert fit_name(far, 200, 11, FACE).lines == (
        "新疆维吾尔自治区伊犁哈萨克自治州",
        "察布查尔锡伯自治县公安局察布查尔镇派出所",
    )
