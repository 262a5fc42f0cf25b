from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.addresses import Address, normalise, read_address, written

PLACE = {"division": "370112", "street": "370112001", "community": "370112001002", "road": "经十路"}
NAMES = ("山东省", "济南市", "历城区", "山大路街道", "历山社区居民委员会")


@pytest.mark.parametrize(
    ("typed", "one_form"),
    [
        ("十二号楼三单元五〇二室", "12号楼3单元502室"),
        ("１２号楼", "12号楼"),
        ("一百零五号", "105号"),
        ("二十号", "20号"),
        ("两千零一十二号", "2012号"),
        ("甲三号", "甲3号"),
        ("二环东路二十号", "二环东路20号"),
        ("八一立交桥", "八一立交桥"),
        ("一号路5号", "一号路5号"),
        ("第一中学", "第一中学"),
        ("经十路 12号  A座", "经十路12号A座"),
        ("Ａ－１２＃", "A-12#"),
        ("(东门)", "（东门）"),
        ("Block A 2", "Block A 2"),
    ],
)
def test_one_form_is_given_to_an_address(typed: str, one_form: str) -> None:
    assert normalise(typed) == one_form


@given(st.text("十二三百零〇号楼单元室路A1 －", max_size=20))
def test_the_one_form_stays_as_it_is(typed: str) -> None:
    assert normalise(normalise(typed)) == normalise(typed)


@pytest.mark.parametrize(
    ("field", "typed", "kept", "line"),
    [
        ("house_number", "12", "12", "经十路12号"),
        ("house_number", "12号", "12", "经十路12号"),
        ("house_number", "十二号", "12", "经十路12号"),
        ("house_number", "十二", "12", "经十路12号"),
        ("house_number", "甲3号", "甲3", "经十路甲3号"),
        ("building", "3", "3", "经十路3号楼"),
        ("building", "三号楼", "3", "经十路3号楼"),
        ("building", "3栋", "3栋", "经十路3栋"),
        ("building", "A座", "A座", "经十路A座"),
        ("unit", "二单元", "2", "经十路2单元"),
        ("room", "五〇二", "502", "经十路502室"),
        ("room", "502室", "502", "经十路502室"),
        ("room", "东户", "东户", "经十路东户"),
        ("address_remark", "商店后院", "商店后院", "经十路（商店后院）"),
    ],
)
def test_a_part_is_kept_bare_and_written_with_its_word(field: str, typed: str, kept: str, line: str) -> None:
    address = read_address({**PLACE, field: typed}).value
    assert address is not None
    assert getattr(address, field.removeprefix("address_")) == kept
    assert written(address, ()) == line


def test_the_whole_address_is_written_in_the_standard_order() -> None:
    address = Address("370112", "370112001", "370112001002", "经十路", "12", "3", "2", "502", "北门进")
    assert (
        written(address, NAMES) == "山东省济南市历城区山大路街道历山社区经十路12号3号楼2单元502室（北门进）"
    )


@pytest.mark.parametrize(
    ("names", "line"),
    [
        (("北京市", "市辖区", "东城区", "东华门街道"), "北京市东城区东华门街道"),
        (("山东省", "聊城市", "莘县", "燕店镇", "前街村民委员会"), "山东省聊城市莘县燕店镇前街村"),
        (("山东省", "聊城市", "莘县", "燕店镇", "前街村村民委员会"), "山东省聊城市莘县燕店镇前街村"),
        (("重庆市", "县", "巫山县"), "重庆市巫山县"),
        (("河南省", "省直辖县级行政区划", "济源市"), "河南省济源市"),
    ],
)
def test_grouping_rows_are_left_out_and_committees_shortened(names: tuple[str, ...], line: str) -> None:
    assert written(Address("370112", "370112001"), names) == line


@pytest.mark.parametrize(
    ("changed", "field", "says"),
    [
        ({"division": ""}, "division", "请选定区划"),
        ({"street": "37011"}, "street", "应为9位数字"),
        ({"street": "370102001", "community": ""}, "street", "所选街道不在所选县区内"),
        ({"community": "370112002001"}, "community", "所选社区不在所选街道内"),
        ({"road": "", "community": ""}, "road", "道路和社区（村）至少填一项"),
        ({"house_number": ""}, "house_number", "不够具体"),
        ({"road": "路" * 51}, "road", "最多50个字"),
        ({"room": "5\u200b02"}, "room", "看不见的字符U\\+200B"),
    ],
)
def test_each_rule_of_an_address_has_its_sentence(changed: dict[str, str], field: str, says: str) -> None:
    reading = read_address({**PLACE, "house_number": "12", **changed})
    assert reading.value is None
    assert [problem.field for problem in reading.problems] == [field]
    assert says.replace("\\", "") in str(reading.problems[0].message)


def test_a_street_of_a_development_zone_lies_in_a_district_by_law() -> None:
    reading = read_address({**PLACE, "street": "370176002", "community": "", "house_number": "12"})
    assert reading.value is not None
    assert [advice.field for advice in reading.advice] == ["street"]
