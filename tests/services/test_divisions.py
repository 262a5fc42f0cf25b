"""A division is found the way a clerk would type it, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.divisions import DivisionIndex, build
from desktop.services.division_rows import DivisionLevel
from desktop.services.divisions import Divisions

LIXIA = "370102"
COUNTY, STREET, COMMUNITY = DivisionLevel.COUNTY, DivisionLevel.STREET, DivisionLevel.COMMUNITY
EVERY = tuple(DivisionLevel)


@pytest.fixture(scope="module")
def divisions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Divisions]:
    index = DivisionIndex(build(tmp_path_factory.mktemp("divisions")))
    yield Divisions(index)
    index.close()


FIRST_HITS = [
    ("lixia", "370102"),
    ("lx", "370102"),
    ("LX", "370102"),
    ("li xia", "370102"),
    ("370102", "370102"),
    ("３７０１０２", "370102"),
    ("370102000000", "370102"),
    ("370100", "3701"),
    ("3701", "3701"),
    ("37", "37"),
    ("370000", "37"),
    ("历下", "370102"),
    ("历下区", "370102"),
    (" 历 下 ", "370102"),
    ("lixiaqu", "370102"),
    ("解放路", "370102001"),
    ("解放路街道办事处", "370102001"),
    ("放路街", "370102001"),
    ("jiefanglu", "370102001"),
    ("济南 历下", "370102"),
    ("历下 济南", "370102"),
    ("济南历下", "370102"),
    ("济南,历下", "370102"),
    ("山东省济南市历下区", "370102"),
    ("山东省 济南市 历下区 解放路街道", "370102001"),
    ("济南市历下区解放路街道", "370102001"),
    ("sd jn lx", "370102"),
    ("济南 lx jfl", "370102001"),
    ("jinan lixia", "370102"),
    ("jinanlixia", "370102"),
    ("bei jing dong cheng", "110101"),
    ("shanxian", "371722"),
    ("单县", "371722"),
    ("changqing", "370113"),
    ("laiwu", "370116"),
    ("dongexian", "371524"),
    ("laoling", "371481"),
    ("chongqing", "50"),
    ("luan", "3415"),
    ("lu an", "3415"),
    ("大明湖", "370102005"),
    ("长阳", "420528"),
    ("新疆", "65"),
    ("xinjiang", "65"),
    ("中牟", "410122"),
    ("郑州 zm", "410122"),
    ("370102001", "370102001"),
    ("孙村", "370176002"),
    ("东莞市", "4419"),
]


@pytest.mark.parametrize(("typed", "code"), FIRST_HITS)
def test_the_first_hit_is_the_one_meant(divisions: Divisions, typed: str, code: str) -> None:
    levels = EVERY if len(code) != 9 else (COUNTY, STREET, COMMUNITY)
    hits = divisions.search(typed, levels=levels, near=LIXIA)
    assert [hit.code for hit in hits[:1]] == [code], hits[:3]


def test_a_hit_has_its_names_and_level(divisions: Divisions) -> None:
    [hit] = divisions.search("历下", levels=[COUNTY])
    assert (hit.code, hit.name, hit.full_name, hit.level, hit.note) == (
        LIXIA,
        "历下区",
        "山东省济南市历下区",
        COUNTY,
        None,
    )


def test_a_division_is_found_by_its_own_full_name_and_by_its_pinyin(divisions: Divisions) -> None:
    for code in ("3701", LIXIA, "370102001", "370102008002", "410122", "410411001001", "659001", "441900003"):
        level = EVERY[(2, 4, 6, 9, 12).index(len(code))]
        assert divisions.search(divisions.full_name(code), levels=[level])[0].code == code
    assert divisions.search("济南市历下区建新街道解放路社区", levels=EVERY)[0].code == "370102008002"
    assert divisions.search("jinanlixiajianxinjiefanglu", levels=EVERY)[0].code == "370102008002"


def test_only_the_levels_asked_for_are_found(divisions: Divisions) -> None:
    assert {hit.level for hit in divisions.search("jn", levels=[COUNTY])} == {COUNTY}
    assert divisions.search("济南", levels=[COMMUNITY], within="410102") == ()
    assert divisions.search("济南", levels=[]) == ()


def test_hits_lie_within_what_was_chosen_before(divisions: Divisions) -> None:
    streets = divisions.search("j", levels=[STREET], within=LIXIA)
    assert "解放路街道" in {hit.name for hit in streets}
    assert all(hit.code.startswith(LIXIA) for hit in streets)
    assert [hit.name for hit in divisions.search("jfl", levels=[COMMUNITY], within="370102008")] == [
        "解放路社区居民委员会"
    ]
    assert divisions.search("历下", levels=[COUNTY], within="41") == ()
    assert divisions.search("历下", levels=[COUNTY], within="not a code") == ()


def test_an_empty_text_lists_what_lies_within(divisions: Divisions) -> None:
    streets = divisions.search("", levels=[STREET], within=LIXIA, limit=99)
    assert streets[0].name == "解放路街道"
    assert [hit.code for hit in streets] == sorted(hit.code for hit in streets)
    assert {hit.name for hit in divisions.search("", levels=[COUNTY], within="11")} >= {"东城区", "朝阳区"}
    assert divisions.search("", levels=EVERY) == ()


def test_the_near_one_comes_first_among_equals(divisions: Divisions) -> None:
    def first(near: str) -> str:
        return divisions.search("解放路", levels=[STREET], near=near)[0].code

    assert first("370102") == "370102001"
    assert first("340503") == "340503002"
    assert divisions.search("chaoyang", levels=[COUNTY], near="210203")[0].full_name.startswith("辽宁省")
    assert divisions.search("chaoyang", levels=[COUNTY], near="110101")[0].full_name == "北京市朝阳区"


def test_a_whole_name_comes_before_a_nearer_beginning(divisions: Divisions) -> None:
    assert divisions.search("东城", levels=[COUNTY], near=LIXIA)[0].full_name == "北京市东城区"
    assert divisions.search("sz", levels=[DivisionLevel.CITY], near="440300")[0].name == "深圳市"


def test_grouping_rows_are_never_offered(divisions: Divisions) -> None:
    for typed in ("市辖区", "shixiaqu", "省直辖", "1101", "110100", "5002", "县"):
        hits = divisions.search(typed, levels=EVERY, limit=200)
        assert not any(hit.name in ("市辖区", "县", "省直辖县级行政区划") for hit in hits)
    assert divisions.full_name("110101") == "北京市东城区"
    assert divisions.full_name("429004") == "湖北省仙桃市"


def test_a_street_of_a_statistical_zone_is_found_with_its_note(divisions: Divisions) -> None:
    hit = divisions.search("孙村", levels=[STREET], near=LIXIA)[0]
    assert hit.full_name == "山东省济南市济南高新技术产业开发区孙村街道"
    assert hit.note is not None
    assert "统计用区划" in str(hit.note)
    assert "370176" in str(hit.note)
    assert str(hit.note).isprintable()


def test_a_real_county_comes_before_a_statistical_zone(divisions: Divisions) -> None:
    hits = divisions.search("3713", levels=[COUNTY], limit=99)
    zones = [hit.note is not None for hit in hits]
    assert zones == sorted(zones)
    assert hits[-1].code == "371371"


def test_the_zones_of_the_city_are_looked_into_when_asked(divisions: Divisions) -> None:
    assert divisions.search("孙村", levels=[STREET], within="370112") == ()
    [hit] = divisions.search("孙村", levels=[STREET], within="370112", with_zones=True)
    assert hit.code == "370176002"
    mixed = divisions.search("l", levels=[STREET], within="370112", with_zones=True)
    assert [hit.code[:6] for hit in mixed] == sorted(hit.code[:6] for hit in mixed)


def test_names_and_paths_are_given_for_codes(divisions: Divisions) -> None:
    assert divisions.name("370102") == "历下区"
    assert divisions.name("370100") == divisions.name("3701") == "济南市"
    assert divisions.path("370102001") == ("山东省", "济南市", "历下区", "解放路街道")
    assert divisions.full_name("441900003") == "广东省东莞市东城街道"
    for unknown in ("", "371202", "99", "abc", "370102\n001", "9" * 40):
        assert divisions.name(unknown) == divisions.full_name(unknown) == ""
        assert divisions.path(unknown) == ()


def test_known_county_codes_are_the_real_counties(divisions: Divisions) -> None:
    known = divisions.known_county_codes()
    assert {"370102", "370116", "110101", "429004", "441900"} <= known
    assert not {"370176", "371371", "371202", "3701"} & known
    assert len(known) == 2854


typed = st.text(max_size=60) | st.text(
    st.sampled_from("历下济南山东省市区县街道解放路社区村xlzsjn０1237 ，·'\"%_\\\0\ud800-😀"), max_size=60
)


@settings(max_examples=60, deadline=None)
@given(text=typed, within=typed | st.sampled_from(["37", "370102", "3"]), near=typed | st.just(LIXIA))
def test_nothing_typed_makes_the_search_raise(
    divisions: Divisions, text: str, within: str, near: str
) -> None:
    for hits in (
        divisions.search(text, levels=EVERY, within=within, near=near, with_zones=True),
        divisions.search(text, levels=EVERY, near=near, limit=7),
    ):
        assert len({hit.code for hit in hits}) == len(hits) <= 20
    divisions.full_name(text)
