from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop.domain.errors import NotPossible
from desktop.domain.rule import DayUnit, Deadline
from desktop.policies import PackError, PolicyBook

BOOK = PolicyBook.load()

CITY = """place = "dezhou"
title = "德州"
document = "试"
division = "3714"
effective_from = 2023-02-01
effective_to = 2028-01-31

[registration]
min_days = { value = 5, basis = "一" }

[permit.materials.photo]
label = "两张本人相片"
needed_by = "everyone"
shareable = false
basis = "二"
"""


def pack(folder: Path, text: str, name: str = "dezhou/2023-02-01.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("division", "on", "version", "effective_from", "effective_to"),
    [
        (
            "370112",
            "2026-11-21",
            "national@2021-10-01+shandong@2017-01-01+jinan@2023-02-01",
            "2023-02-01",
            "2028-01-31",
        ),
        ("370112", "2028-02-01", "national@2021-10-01+shandong@2017-01-01", "2028-02-01", None),
        (
            "370112001002",
            "2021-10-01",
            "national@2021-10-01+shandong@2017-01-01",
            "2021-10-01",
            "2023-01-31",
        ),
        ("370202", "2026-11-21", "national@2021-10-01+shandong@2017-01-01", "2021-10-01", None),
        (
            "371302",
            "2026-11-21",
            "national@2021-10-01+shandong@2017-01-01+linyi@2017-10-16",
            "2021-10-01",
            None,
        ),
        ("371302", "2017-10-15", "national@2016-01-01+shandong@2017-01-01", "2017-01-01", "2017-10-15"),
        ("410102", "2011-10-20", "national@1958-01-09", "1958-01-09", "2011-10-20"),
        ("410102", "2011-10-21", "national@1958-01-09+zhengzhou@2011-10-21", "2011-10-21", "2013-10-31"),
        ("410106", "2011-10-21", "national@1958-01-09", "1958-01-09", "2013-10-31"),
        ("410106", "2013-11-01", "national@1958-01-09+zhengzhou@2013-11-01", "2013-11-01", "2015-12-31"),
        ("410106", "2016-01-01", "national@2016-01-01+zhengzhou@2016-01-01", "2016-01-01", "2021-09-30"),
        ("370112", "2021-09-30", "national@2016-01-01+shandong@2017-01-01", "2017-01-01", "2021-09-30"),
        ("370112", "2017-01-01", "national@2016-01-01+shandong@2017-01-01", "2017-01-01", "2021-09-30"),
        ("370112", "2012-09-30", "national@1958-01-09", "1958-01-09", "2012-09-30"),
        ("370112", "2012-10-01", "national@1958-01-09+shandong@2012-10-01", "2012-10-01", "2015-12-31"),
        ("370112", "2016-12-31", "national@2016-01-01+shandong@2012-10-01", "2016-01-01", "2016-12-31"),
        ("370303", "2013-01-09", "national@1958-01-09+shandong@2012-10-01", "2012-10-01", "2013-01-09"),
        (
            "370303",
            "2013-01-10",
            "national@1958-01-09+shandong@2012-10-01+zibo@2013-01-10",
            "2013-01-10",
            "2015-12-31",
        ),
        (
            "370303",
            "2017-12-31",
            "national@2016-01-01+shandong@2017-01-01+zibo@2013-01-10",
            "2017-01-01",
            "2017-12-31",
        ),
        ("370303", "2018-01-01", "national@2016-01-01+shandong@2017-01-01", "2018-01-01", "2021-09-30"),
        ("330106", "2026-11-21", "national@2021-10-01", "2021-10-01", None),
        ("330106", "2016-01-01", "national@2016-01-01", "2016-01-01", "2021-09-30"),
    ],
)
def test_the_rules_in_force_are_layered(
    division: str, on: str, version: str, effective_from: str, effective_to: str | None
) -> None:
    policy = BOOK.in_force(division, date.fromisoformat(on))
    assert policy.version == version
    assert policy.effective_from == date.fromisoformat(effective_from)
    assert policy.effective_to == (date.fromisoformat(effective_to) if effective_to else None)
    assert "+".join(f"{layer.place}@{layer.effective_from}" for layer in policy.layers) == version


def test_before_the_first_national_pack_nothing_can_be_judged() -> None:
    with pytest.raises(NotPossible, match="没有1958-01-08有效的全国规则包"):
        BOOK.in_force("370112", date(1958, 1, 8))


def test_each_value_says_which_layer_it_came_from() -> None:
    rules = dict(BOOK.in_force("370112", date(2026, 11, 21)).rules())
    assert rules["permit.issue_within"].value == Deadline(10, DayUnit.WORKING_DAYS)
    assert rules["permit.issue_within"].basis == "《山东省流动人口服务管理暂行办法》第十七条"
    assert rules["permit.issue_within"].place == "shandong"
    assert rules["permit.issue_at_most"].place == "national"
    assert rules["permit.materials.photo"].place == "national"


@pytest.mark.parametrize("division", ["370112", "330106"])
@pytest.mark.parametrize("on", [date(2016, 1, 1), date(2017, 1, 1), date(2026, 11, 21)])
def test_every_value_has_its_article_and_every_doubt_its_reason(division: str, on: date) -> None:
    for key, rule in BOOK.in_force(division, on).rules():
        assert rule.basis, key
        assert rule.verified or rule.note, key


def test_a_citys_own_pack_lies_over_the_province(tmp_path: Path) -> None:
    book = PolicyBook.load(pack(tmp_path, CITY))
    assert book.refused == ()
    policy = book.in_force("371402", date(2026, 11, 21))
    assert (policy.place, policy.title) == ("dezhou", "德州")
    assert policy.version == "national@2021-10-01+shandong@2017-01-01+dezhou@2023-02-01"
    assert (policy.effective_from, policy.effective_to) == (date(2023, 2, 1), date(2028, 1, 31))
    assert (policy.registration.min_days.value, policy.registration.min_days.place) == (5, "dezhou")
    assert [code for code, _ in policy.permit.materials][:2] == ["identity", "photo"]
    assert policy.permit.materials[1][1].value.label == "两张本人相片"


@pytest.mark.parametrize(
    ("division", "on"), [("371402", "2023-01-31"), ("371402", "2028-02-01"), ("370202", "2026-11-21")]
)
def test_outside_its_place_and_dates_the_layer_above_stands(tmp_path: Path, division: str, on: str) -> None:
    policy = PolicyBook.load(pack(tmp_path, CITY)).in_force(division, date.fromisoformat(on))
    assert policy.place == "shandong"


def test_what_stands_again_after_a_pack_lapsed_begins_on_the_next_day(tmp_path: Path) -> None:
    book = PolicyBook.load(pack(tmp_path, CITY))
    before, after = (book.in_force("371402", date.fromisoformat(on)) for on in ("2023-01-31", "2028-02-01"))
    assert before.version == after.version
    assert (before.effective_from, before.effective_to) == (date(2021, 10, 1), date(2023, 1, 31))
    assert (after.effective_from, after.effective_to) == (date(2028, 2, 1), None)


def test_a_newer_pack_of_a_place_replaces_the_older(tmp_path: Path) -> None:
    newer = CITY.replace("2023-02-01", "2025-01-01\nreplaces = 2023-02-01").replace("value = 5", "value = 7")
    book = PolicyBook.load(pack(pack(tmp_path, CITY), newer, "dezhou/2025-01-01.toml"))
    before, after = (book.in_force("371402", date.fromisoformat(on)) for on in ("2024-12-31", "2025-01-01"))
    assert (before.registration.min_days.value, before.effective_to) == (5, date(2024, 12, 31))
    assert after.registration.min_days.value == 7


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "says"),
    [
        ("min_days = {", "min_day = {", 9, "registration.min_day", "没有这个键"),
        ("[registration]", "[registrations]", 8, "registrations", "没有这个键"),
        (', basis = "一"', "", 9, "registration.min_days", "没有写明依据"),
        ('basis = "一"', 'basis = " "', 9, "registration.min_days", "没有写明依据"),
        ('basis = "一"', 'basis = "一", verified = false', 9, "registration.min_days", "应在note里说明原因"),
        ('basis = "一"', 'basis = "一", verified = "no"', 9, "registration.min_days", "应为true或false"),
        ("value = 5", 'value = "5"', 9, "registration.min_days", "1至366的整数"),
        ("value = 5", "value = 0", 9, "registration.min_days", "1至366的整数"),
        ("value = 5", "value = true", 9, "registration.min_days", "1至366的整数"),
        ("value = 5", "value = 5, unit = 3", 9, "registration.min_days", "没有“unit”这一项"),
        ("min_days = { value = 5,", 'scope = { value = "moon",', 9, "registration.scope", "counties、cities"),
        (
            "min_days = { value = 5,",
            "report_within = { value = 5,",
            9,
            "registration.report_within",
            "working_days",
        ),
        (
            "min_days = { value = 5,",
            'exempt_lodgings = { value = "hotel",',
            9,
            "registration.exempt_lodgings",
            "列表",
        ),
        ("min_days = { value = 5,", "free = { value = 1,", 9, "registration.free", "true或false"),
        ("min_days = { value = 5,", "term = { value = 1,", 9, "registration.term", "应为文字"),
        ('min_days = { value = 5, basis = "一" }', "min_days = 5", 9, "registration.min_days", "应为一节"),
        ('label = "两张本人相片"', "", 11, "permit.materials.photo", "label"),
        ("everyone", "nobody", 11, "permit.materials.photo", "“nobody”不对"),
        ("shareable = false", "", 11, "permit.materials.photo", "shareable"),
        (
            "shareable = false",
            "shareable = false\nalternatives = 3",
            11,
            "permit.materials.photo",
            "alternatives",
        ),
        ('division = "3714"', 'division = "370"', 4, "division", "2、4或6位数字"),
        ('title = "德州"', "", None, "title", "缺少这一项"),
        ('title = "德州"', "title = 3", 2, "title", "文字"),
        ("2028-01-31", "2022-01-31", 6, "effective_to", "早于生效日期"),
        ("from = 2023-02-01", 'from = "2023-02-01"', 5, "effective_from", "应为日期"),
        ("from = 2023-02-01", "from = 2023-02-02", 5, "effective_from", "文件名应为"),
        ('place = "dezhou"', 'place = "qingdao"', 1, "place", "qingdao的文件夹"),
        ('title = "德州"', "title = 德州", 2, "", "不是TOML"),
    ],
)
def test_a_pack_that_fails_is_refused_with_its_line_and_reason(
    tmp_path: Path, old: str, new: str, line: int | None, key: str, says: str
) -> None:
    assert old in CITY
    book = PolicyBook.load(pack(tmp_path, CITY.replace(old, new, 1)))
    [trouble] = book.refused
    assert (trouble.file, trouble.line, trouble.key) == ("dezhou/2023-02-01.toml", line, key)
    assert says in str(trouble.reason)
    assert "dezhou/2023-02-01.toml" in str(trouble)
    assert book.in_force("371402", date(2026, 11, 21)).place == "shandong"


def test_one_bad_pack_does_not_keep_out_a_good_one(tmp_path: Path) -> None:
    pack(tmp_path, CITY)
    (tmp_path / "dezhou" / "2024-01-01.toml").write_bytes(b"\xff\xfe")
    book = PolicyBook.load(tmp_path)
    assert [trouble.file for trouble in book.refused] == ["dezhou/2024-01-01.toml"]
    assert book.in_force("371402", date(2026, 11, 21)).place == "dezhou"


def test_a_published_pack_cannot_be_replaced_under_its_own_date(tmp_path: Path) -> None:
    text = 'place = "shandong"\ntitle = "x"\ndocument = "x"\ndivision = "37"\neffective_from = 2017-01-01\n'
    book = PolicyBook.load(pack(tmp_path, text, "shandong/2017-01-01.toml"))
    assert "已有规则包" in str(book.refused[0].reason)
    assert book.in_force("371402", date(2020, 1, 1)).title == "山东省流动人口服务管理暂行办法"


def test_a_place_keeps_its_division(tmp_path: Path) -> None:
    text = 'place = "shandong"\ntitle = "x"\ndocument = "x"\ndivision = "3714"\neffective_from = 2027-01-01\n'
    book = PolicyBook.load(pack(tmp_path, text, "shandong/2027-01-01.toml"))
    assert book.refused[0].key == "division"


def test_a_national_pack_states_everything(tmp_path: Path) -> None:
    text = 'place = "national"\ntitle = "x"\ndocument = "x"\ndivision = ""\neffective_from = 2027-01-01\n'
    [trouble] = PolicyBook.load(pack(tmp_path, text, "national/2027-01-01.toml")).refused
    assert (trouble.key, str(trouble.reason)) == (
        "registration.term",
        "2027-01-01与上层规则包合在一起，registration.term没有规定。",
    )


def test_packs_that_contradict_each_other_are_our_bug() -> None:
    with pytest.raises(PackError):
        PolicyBook([*BOOK.packs, BOOK.packs[0]])


def test_rules_of_a_place_do_not_overlap(tmp_path: Path) -> None:
    later = CITY.replace("2023-02-01", "2028-01-31").replace("effective_to = 2028-01-31", "")
    book = PolicyBook.load(pack(pack(tmp_path, CITY), later, "dezhou/2028-01-31.toml"))
    assert book.refused[0].key == "effective_from"
    assert "2028-01-31以前已有规则包" in str(book.refused[0].reason)


def test_a_pack_leaves_nothing_unsaid_on_any_of_its_days(tmp_path: Path) -> None:
    text = CITY.replace("2023-02-01", "2010-01-01").replace("2028-01-31", "2016-06-30")
    [trouble] = PolicyBook.load(pack(tmp_path, text, "dezhou/2010-01-01.toml")).refused
    assert (trouble.key, str(trouble.reason)) == (
        "permit.term",
        "2010-01-01与上层规则包合在一起，permit.term没有规定。",
    )


def test_a_pack_does_not_apply_to_the_counties_it_leaves_out(tmp_path: Path) -> None:
    text = CITY.replace('division = "3714"', 'division = "3714"\nexcept = ["371422", "371423"]')
    book = PolicyBook.load(pack(tmp_path, text))
    assert book.in_force("371402", date(2026, 11, 21)).place == "dezhou"
    assert book.in_force("371422001", date(2026, 11, 21)).place == "shandong"
    text = text.replace('"371423"', '"3701"')
    [trouble] = PolicyBook.load(pack(tmp_path, text)).refused
    assert (trouble.key, trouble.line) == ("except", 5)


def test_what_the_law_does_not_set_is_said_and_reasoned(tmp_path: Path) -> None:
    text = CITY.replace("min_days = { value = 5,", 'leave_within = { silent = true, note = "没有规定",')
    leave = (
        PolicyBook.load(pack(tmp_path, text)).in_force("371402", date(2026, 11, 21)).registration.leave_within
    )
    assert (leave.value, leave.verified, leave.note, leave.place) == (None, False, "没有规定", "dezhou")
    for old, says in (('note = "没有规定",', "note里说明原因"), ("leave_within", "不能写silent")):
        wrong = text.replace(old, "" if old.startswith("note") else "min_days", 1)
        [trouble] = PolicyBook.load(pack(tmp_path, wrong)).refused
        assert says in str(trouble.reason)


def test_a_lapsed_pack_is_named() -> None:
    assert "jinan" not in {layer.place for layer in BOOK.in_force("370112", date(2028, 1, 31)).lapsed}
    lapsed = BOOK.in_force("370112", date(2028, 2, 1)).lapsed
    assert "jinan" in {layer.place for layer in lapsed}


def test_a_folder_without_packs_changes_nothing(tmp_path: Path) -> None:
    assert PolicyBook.load(tmp_path).packs == PolicyBook.load(tmp_path / "none").packs
