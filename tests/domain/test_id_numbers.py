from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.codes import Sex
from desktop.domain.errors import BadInput
from desktop.domain.id_numbers import IdKind, check_digit, read_id_number, region_advice, sex_conflict

TODAY = date(2026, 11, 21)


@st.composite
def numbers(draw: st.DrawFn, region: str | None = None) -> str:
    first = region or f"{draw(st.integers(110000, 659999))}"
    born = draw(st.dates(date(1900, 1, 1), TODAY))
    head = f"{first}{born:%Y%m%d}{draw(st.integers(0, 999)):03}"
    return head + check_digit(head)


@pytest.mark.parametrize(
    ("typed", "kind", "number", "born", "sex"),
    [
        ("370102199001011231", IdKind.RESIDENT, "370102199001011231", date(1990, 1, 1), Sex.MALE),
        ("11010519491231002x", IdKind.RESIDENT, "11010519491231002X", date(1949, 12, 31), Sex.FEMALE),
        (
            "公民身份号码：110105 19491231 002x",
            IdKind.RESIDENT,
            "11010519491231002X",
            date(1949, 12, 31),
            Sex.FEMALE,
        ),
        (
            "370102199001011231\r\n姓名：张三，电话13900001234",
            IdKind.RESIDENT,
            "370102199001011231",
            date(1990, 1, 1),
            Sex.MALE,
        ),
        ("110105 19491231 002X", IdKind.RESIDENT, "11010519491231002X", date(1949, 12, 31), Sex.FEMALE),
        (
            "１１０１０５１９４９１２３１００２Ｘ",
            IdKind.RESIDENT,
            "11010519491231002X",
            date(1949, 12, 31),
            Sex.FEMALE,
        ),
        ("810000199408230021", IdKind.HMT, "810000199408230021", date(1994, 8, 23), Sex.FEMALE),
        ("830000199201300022", IdKind.HMT, "830000199201300022", date(1992, 1, 30), Sex.FEMALE),
        ("CAN110181010115", IdKind.FOREIGN, "CAN110181010115", None, None),
        ("can 1101 8101 0115", IdKind.FOREIGN, "CAN110181010115", None, None),
        ("E12345678", IdKind.PASSPORT, "E12345678", None, None),
        ("ea 1234567", IdKind.PASSPORT, "EA1234567", None, None),
        ("123456789", IdKind.PASSPORT, "123456789", None, None),
    ],
)
def test_a_number_says_its_kind_birth_date_and_sex(
    typed: str, kind: IdKind, number: str, born: date | None, sex: Sex | None
) -> None:
    read = read_id_number(typed, today=TODAY)
    assert (read.kind, read.number, read.birth_date, read.sex) == (kind, number, born, sex)


def test_of_two_numbers_in_one_line_none_is_picked() -> None:
    with pytest.raises(BadInput):
        read_id_number("张三370102199001011231、李四11010519491231002X", today=TODAY)


def test_a_foreign_card_of_eighteen_digits_begins_with_nine() -> None:
    head = "91115619850711001"
    read = read_id_number(head + check_digit(head), today=TODAY)
    assert (read.kind, read.birth_date, read.sex) == (IdKind.FOREIGN, date(1985, 7, 11), Sex.MALE)


def test_the_leap_day_exists_in_leap_years_only() -> None:
    leap, common = "37010220000229001", "37010220010229001"
    assert read_id_number(leap + check_digit(leap), today=TODAY).birth_date == date(2000, 2, 29)
    with pytest.raises(BadInput, match="20010229"):
        read_id_number(common + check_digit(common), today=TODAY)


@pytest.mark.parametrize(
    ("typed", "kind", "says"),
    [
        ("", None, "请输入证件号码"),
        ("37010219900101123", None, "应为18位，现在是17位"),
        ("3701021990010112311", None, "应为18位，现在是19位"),
        ("370102199001011232", None, "校验码不对"),
        ("37010219900101123A", None, "最后一位是“A”"),
        ("37010219O001011231", None, "第9位是“O”"),
        ("370102199013011231", None, "第7至14位“19901301”"),
        ("370102900101123", None, "第一代身份证号码已停止使用。升位后应为370102199001011231，"),
        ("370102901301123", None, "第一代身份证号码已停止使用，请输入18位"),
        ("370102203001011239", None, "还没有到"),
        ("370102180001011231", None, "150年以前"),
        ("810000199408230021", IdKind.RESIDENT, "这是港澳台居民居住证的号码"),
        ("370102199001011231", IdKind.HMT, "应以810000、820000或830000开头"),
        ("370102199001011231", IdKind.FOREIGN, "应以9开头"),
        ("CAN1101810101", IdKind.FOREIGN, "应为18位数字（旧证为3个字母加12位数字）"),
        ("E123", None, "应为5至20位，现在是4位"),
        ("E1234_678", IdKind.PASSPORT, "不能有“_”"),
        ("护照E1234567", IdKind.PASSPORT, "不能有“护”"),
    ],
)
def test_a_wrong_number_names_the_rule_it_breaks(typed: str, kind: IdKind | None, says: str) -> None:
    with pytest.raises(BadInput, match=says) as caught:
        read_id_number(typed, kind, today=TODAY)
    assert caught.value.field == "id_number"


def test_the_problem_carries_the_fields_own_name() -> None:
    with pytest.raises(BadInput) as caught:
        read_id_number("1", today=TODAY, field="agent_id_number")
    assert caught.value.field == "agent_id_number"


def test_a_birth_today_is_possible_and_tomorrow_is_not() -> None:
    head = f"370102{TODAY:%Y%m%d}001"
    assert read_id_number(head + check_digit(head), today=TODAY).birth_date == TODAY
    with pytest.raises(BadInput, match="还没有到"):
        read_id_number(head + check_digit(head), today=date(2026, 11, 20))


@given(numbers())
def test_every_region_is_accepted(number: str) -> None:
    assert read_id_number(number, today=TODAY).number == number


@given(numbers(), st.integers(0, 17), st.sampled_from("0123456789X"))
def test_one_wrong_digit_is_always_found(number: str, at: int, digit: str) -> None:
    wrong = number[:at] + digit + number[at + 1 :]
    if wrong == number:
        return
    with pytest.raises(BadInput):
        read_id_number(wrong, IdKind.RESIDENT, today=TODAY)


@given(numbers(), st.integers(0, 16))
def test_two_neighbours_swapped_are_always_found(number: str, at: int) -> None:
    wrong = number[:at] + number[at + 1] + number[at] + number[at + 2 :]
    if wrong == number:
        return
    with pytest.raises(BadInput):
        read_id_number(wrong, IdKind.RESIDENT, today=TODAY)


@given(st.text(max_size=24), st.sampled_from([None, *IdKind]))
def test_anything_typed_is_read_or_refused_with_a_sentence(typed: str, kind: IdKind | None) -> None:
    try:
        said = read_id_number(typed, kind, today=TODAY).number
    except BadInput as trouble:
        said = str(trouble)
    assert said


def test_sex_against_the_chosen_sex_is_advice() -> None:
    number = read_id_number("370102199001011231", today=TODAY)
    assert sex_conflict(number, Sex.MALE) is None
    assert sex_conflict(number, Sex.UNSPECIFIED) is None
    assert str(sex_conflict(number, Sex.FEMALE)) == "号码第17位表示性别为男，所选性别为女，请核对。"


def test_a_doubtful_region_is_advice() -> None:
    number = read_id_number("370102199001011231", today=TODAY)
    assert region_advice(number, {"370102"}) is None
    assert "370102" in str(region_advice(number, {"370103"}))
    hmt = read_id_number("810000199408230021", today=TODAY)
    assert region_advice(hmt, set()) is None
