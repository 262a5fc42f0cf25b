from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.codes import AGENT_RELATIONS, Relation, Sex
from desktop.domain.errors import BadInput
from desktop.domain.fields import (
    RULES,
    read_code,
    read_division,
    read_ethnicity,
    read_name,
    read_phone,
    read_text,
    rule,
)

PERSON = (
    "id_kind id_number name former_name sex birth_date ethnicity hukou_division hukou_address phone education "
    "marital_status political_status employer"
)
REGISTRATION = (
    "division street community road house_number building unit room address_remark lodging landlord_name "
    "landlord_phone reason arrived_on intended_until reported_by reporter_name reporter_phone remark "
    "minor_name_1 minor_sex_1 minor_birth_date_1 minor_id_number_1 minor_relation_12"
)
APPLICATION = "ground photo agent_name agent_id_number agent_relation agent_phone agent_reason remark"


@pytest.mark.parametrize("field", f"{PERSON} {REGISTRATION} {APPLICATION}".split())
def test_every_field_states_its_rule_in_one_short_sentence(field: str) -> None:
    stated = rule(field)
    assert stated is not None
    assert 3 < len(str(stated)) <= 60
    assert str(stated).endswith("。")


def test_an_unknown_field_has_no_rule() -> None:
    assert rule("shoe_size") is None
    assert "minor_name" in RULES


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("张三", "张三"),
        (" 张　三 ", "张三"),
        ("欧阳  修", "欧阳修"),
        ("𠮷野家", "𠮷野家"),
        ("㐂\U0002ebf0\U000323af", "㐂\U0002ebf0\U000323af"),
        ("李〇", "李〇"),
        ("⼦⽂", "子文"),
        ("阿卜杜拉·买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉•买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉・买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉‧买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉 · 买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉．买买提", "阿卜杜拉·买买提"),
        ("JOHN   SMITH", "JOHN SMITH"),
        ("ＪＯＨＮ ＳＭＩＴＨ", "JOHN SMITH"),
        ("O'Brien, Jean-Paul Jr.", "O'Brien, Jean-Paul Jr."),
        ("José Müller", "José Müller"),
        ("A" * 50, "A" * 50),
    ],
)
def test_a_name_is_kept_in_its_one_form(typed: str, name: str) -> None:
    assert read_name("name", typed) == name
    assert read_name("name", name) == name


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "请填写姓名"),
        ("  　 ", "请填写姓名"),
        ("张" * 51, "最多50个字，现在是51个字"),
        ("张\u200b三", "第2个字是看不见的字符U\\+200B"),
        ("张三\u202e", "第3个字是看不见的字符U\\+202E"),
        ("\u2066张三", "第1个字是看不见的字符U\\+2066"),
        ("张\x07三", "第2个字是看不见的字符U\\+0007"),
        ("张\t三", "看不见的字符U\\+0009"),
        ("葛\U000e0101", "看不见的字符U\\+E0101"),
        ("张\ue7c7", "第2个字是自造字U\\+E7C7"),
        ("张\ufffd", "没有读全（U\\+FFFD）"),
        ("张\ud842", "没有读全（U\\+D842）"),
        ("张3", "姓名第2个字“3”（U\\+0033）不是汉字或字母"),
        ("张三😀", "（U\\+1F600）不是汉字或字母"),
        ("张三（小）", "第3个字“\\(”"),
        ("·张三", "间隔号"),
        ("张··三", "间隔号"),
        ("-", "没有汉字或字母"),
    ],
)
def test_a_wrong_name_says_what_is_wrong(typed: str, says: str) -> None:
    with pytest.raises(BadInput, match=says) as caught:
        read_name("reporter_name", typed)
    assert caught.value.field == "reporter_name"


@given(st.text(max_size=60))
def test_a_name_that_is_read_reads_the_same_again(typed: str) -> None:
    try:
        name = read_name("name", typed)
    except BadInput:
        return
    assert read_name("name", name) == name
    assert 1 <= len(name) <= 50


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("13812345678", "13812345678"),
        ("138 1234 5678", "13812345678"),
        ("138-1234-5678", "13812345678"),
        ("１３８１２３４５６７８", "13812345678"),
        ("+8613812345678", "13812345678"),
        ("0086 138 1234 5678", "13812345678"),
        ("8613812345678", "13812345678"),
        ("86 138-1234-5678", "13812345678"),
        ("19912345678", "19912345678"),
        ("0531-88888888", "0531-88888888"),
        ("053188888888", "0531-88888888"),
        ("(0531) 8888 888", "0531-8888888"),
        ("010-88888888", "010-88888888"),
        ("02588888888", "025-88888888"),
        ("+86 531 88888888", "0531-88888888"),
        ("0531-88888888-8001", "0531-88888888-8001"),
        ("0531-88888888转8001", "0531-88888888-8001"),
        ("+852 2123 4567", "+85221234567"),
        ("00852 21234567", "+85221234567"),
        ("+886-2-2345-6789", "+886223456789"),
        ("+1 (212) 555-0123", "+12125550123"),
    ],
)
def test_a_telephone_number_is_kept_in_its_one_form(typed: str, number: str) -> None:
    assert read_phone("phone", typed) == number
    assert read_phone("phone", number) == number


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "请填写电话号码"),
        ("1381234567", "手机号应为11位，现在是10位"),
        ("138123456789", "手机号应为11位，现在是12位"),
        ("12812345678", "第2位应为3至9，现在是2"),
        ("0531-888", "区号加7至8位"),
        ("88888888", "不是电话号码"),
        ("+852", "共6至15位"),
        ("+1234567890123456", "共6至15位"),
        ("打家里", "“打家里”不是电话号码"),
    ],
)
def test_a_wrong_telephone_number_says_what_is_wrong(typed: str, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        read_phone("phone", typed)


@given(st.text(max_size=30))
def test_a_telephone_number_that_is_read_reads_the_same_again(typed: str) -> None:
    try:
        number = read_phone("phone", typed)
    except BadInput:
        return
    assert read_phone("phone", number) == number


@pytest.mark.parametrize(
    ("typed", "code"), [("01", "01"), ("1", "01"), ("汉", "01"), ("维吾尔族", "05"), ("９７", "97")]
)
def test_an_ethnic_group_is_read_by_code_or_name(typed: str, code: str) -> None:
    assert read_ethnicity("ethnicity", typed) == code


@pytest.mark.parametrize(("typed", "says"), [("", "请选择民族"), ("57", "没有“57”"), ("火星", "没有“火星”")])
def test_an_unknown_ethnic_group_is_refused(typed: str, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        read_ethnicity("ethnicity", typed)


def test_a_code_is_one_of_its_table_or_of_the_part_allowed() -> None:
    assert read_code("sex", "1", Sex) is Sex.MALE
    assert read_code("agent_relation", "mother", Relation, AGENT_RELATIONS) is Relation.MOTHER
    for typed, table, among, says in (
        ("", Sex, None, "请选择一项"),
        ("7", Sex, None, "“7”不在可选范围内"),
        ("other", Relation, AGENT_RELATIONS, "“other”不在可选范围内"),
    ):
        with pytest.raises(BadInput, match=says):
            read_code("x", typed, table, among)


@pytest.mark.parametrize("typed", ["", "3701", "37010a", "370102001", "070102", "历下区"])
def test_a_division_is_picked_from_the_list(typed: str) -> None:
    with pytest.raises(BadInput, match="区划"):
        read_division("division", typed)


def test_a_free_line_is_bounded_and_clean() -> None:
    assert read_text("employer", "  山东 \n 大学 ") == "山东 大学"
    assert read_text("employer", "") == ""
    with pytest.raises(BadInput, match="最多100个字，现在是101个字"):
        read_text("employer", "字" * 101)
    with pytest.raises(BadInput, match="看不见的字符U\\+200B"):
        read_text("employer", "山东\u200b大学")
