"""Packs on hukou transfer: in force apart from the rules on residence, and refused with line and reason."""

from __future__ import annotations

import csv
import lzma
from datetime import date
from pathlib import Path

import pytest

import desktop.models
from desktop.domain.errors import NotPossible
from desktop.domain.hukou_codes import HukouZone
from desktop.policies import PolicyBook

BOOK = PolicyBook.load()
TABLE = Path(desktop.models.__file__).parent / "data" / "divisions.csv.xz"
FORMER = {
    "370123": "长清县",
    "370125": "济阳县",
    "370181": "章丘市",
    "371202": "莱芜市莱城区",
    "371203": "莱芜市钢城区",
}

CITY = """place = "linyi-hukou"
title = "临沂落户"
document = "试"
division = "3713"
effective_from = 2018-01-01
effective_to = 2020-12-31

[hukou.zones.optimised]
places = [{ code = "371302", name = "兰山区" }, { code = "371311001", name = "罗庄街道" }]
basis = "一"

[hukou.zones.encouraged]
places = [{ code = "371311", name = "罗庄区", note = "罗庄街道除外" }]
basis = "二"

[hukou.base]
outside     = { value = ["371302"], basis = "一" }
job         = { value = "zone", basis = "一" }
dwellings   = { value = ["titled"], basis = "一" }
waived      = { value = ["kin"], basis = "一" }
onward      = { counties = ["371311"], into = ["371302"], months = 24, basis = "三" }
native_like = { counties = ["371312"], into = ["371311"], months = 24, basis = "四" }
adult_age   = { value = 18, basis = "一" }
no_chain    = { value = true, basis = "一" }

[hukou.routes.work]
kind = "residence_work"
label = "居住就业落户"
zones = ["optimised"]
family = ["spouse"]
base = ["outside", "job"]
dwellings = ["rented"]
pension_months = 6
basis = "五"

[hukou.history]
old = { value = "旧", basis = "六" }
"""


def pack(folder: Path, text: str = CITY, name: str = "linyi-hukou/2018-01-01.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


def divisions() -> dict[str, str]:
    with lzma.open(TABLE, "rt", encoding="utf-8", newline="") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file) if row["code"].startswith("37")}


@pytest.mark.parametrize("division", ["37", "3701", "370112", "370112009001"])
@pytest.mark.parametrize("on", [date(2017, 8, 1), date(2020, 1, 1), date(2026, 11, 21)])
def test_it_is_no_layer_of_the_rules_on_residence(division: str, on: date) -> None:
    policy = BOOK.in_force(division, on)
    assert "hukou" not in policy.version
    assert all("hukou" not in layer.place for layer in (*policy.layers, *policy.lapsed))


def test_it_changes_no_span_of_the_rules_on_residence() -> None:
    others = PolicyBook(pack for pack in BOOK.packs if pack.hukou is None)
    for on in (date(2017, 7, 31), date(2017, 8, 1), date(2022, 7, 31), date(2022, 8, 1)):
        assert BOOK.in_force("370112", on) == others.in_force("370112", on)


@pytest.mark.parametrize("on", [date(2017, 8, 1), date(2022, 7, 31)])
@pytest.mark.parametrize("division", ["3701", "370112", "370176002001"])
def test_it_is_in_force_at_its_place_and_time(division: str, on: date) -> None:
    assert BOOK.hukou(division, on).version == "jinan-hukou@2017-08-01"


@pytest.mark.parametrize(
    ("division", "on", "says"),
    [
        (
            "370112",
            date(2017, 7, 31),
            "济政发〔2017〕14号自2017-08-01起施行，2017-07-31还没有施行，不能判断。",
        ),
        (
            "370112",
            date(2022, 8, 1),
            "济政发〔2017〕14号自2017-08-01起施行，有效期至2022-07-31，2022-08-01已经失效，不能判断。",
        ),
        ("370202", date(2018, 1, 1), "没有370202的落户规则包，不能判断。"),
    ],
)
def test_where_none_is_in_force_its_dates_are_said(division: str, on: date, says: str) -> None:
    with pytest.raises(NotPossible) as trouble:
        BOOK.hukou(division, on)
    assert str(trouble.value) == says


def test_every_division_it_names_is_in_the_shipped_table() -> None:
    known = divisions()
    codes = {code for _, code in BOOK.hukou("3701", date(2018, 1, 1)).division_codes()}
    assert codes - set(known) == set(FORMER)


def test_every_street_has_the_name_that_the_notice_gives_it() -> None:
    known = divisions()
    renamed = []
    for place in BOOK.hukou("3701", date(2018, 1, 1)).places():
        if place.code in FORMER:
            assert place.note
        elif known[place.code] not in place.name:
            renamed.append((place.name, known[place.code]))
            assert place.note
    assert renamed == [("历城区唐王镇", "唐王街道"), ("济阳县", "济阳区")]


def test_every_place_of_the_city_in_the_notice_has_one_zone() -> None:
    policy = BOOK.hukou("3701", date(2018, 1, 1))
    streets = [code for code in divisions() if len(code) == 9 and code.startswith("3701")]
    without = {code[:6] for code in streets if policy.zone_if_known(code) is None}
    assert without == {"370116", "370117"}  # 莱芜 joined the city after the notice
    encouraged = [code for code in streets if policy.zone_if_known(code) is HukouZone.ENCOURAGED]
    assert len(encouraged) == 14  # two of 天桥, eleven streets and a town of 历城


def test_every_value_has_its_article_and_every_doubt_its_reason() -> None:
    policy = BOOK.hukou("3701", date(2018, 1, 1))
    rules = list(policy.rules())
    assert len({key for key, _ in rules}) == len(rules)
    for key, rule in rules:
        assert rule.basis.startswith("济政发〔2017〕14号"), key
        assert rule.verified or rule.note, key


def test_a_city_may_add_its_own(tmp_path: Path) -> None:
    book = PolicyBook.load(pack(tmp_path))
    assert book.refused == ()
    policy = book.hukou("371302", date(2020, 12, 31))
    assert policy.version == "linyi-hukou@2018-01-01"
    assert policy.zone_of("371311001") is HukouZone.OPTIMISED
    assert policy.zone_of("371311002") is HukouZone.ENCOURAGED
    assert policy.zone_if_known("371311") is None
    [route] = policy.routes
    assert (route.pension_months, route.basis) == (6, "五")
    assert route.dwellings is not None
    assert (route.dwellings.basis, route.outside) == ("五", policy.outside)
    assert dict(policy.history)["old"].value == "旧"
    assert book.hukou("370102", date(2020, 12, 31)).place == "jinan-hukou"


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "says"),
    [
        ("pension_months", "pension_month", 33, "hukou.routes.work.pension_month", "没有这个键"),
        ("pension_months = 6", "pension_months = -1", 33, "hukou.routes.work.pension_months", "整数"),
        ('kind = "residence_work"\n', "", None, "hukou.routes.work.kind", "缺少这一项"),
        ('kind = "residence_work"', 'kind = "walk"', 27, "hukou.routes.work.kind", "“walk”不对"),
        ('zones = ["optimised"]', 'zones = ["open_counties"]', 29, "hukou.routes.work.zones", "没有定义"),
        ('base = ["outside", "job"]', 'base = ["adult_age"]', 31, "hukou.routes.work.base", "应为列表"),
        ('base = ["outside", "job"]', "parent_ages = 60", 31, "hukou.routes.work.parent_ages", "应为一节"),
        (
            'base = ["outside", "job"]',
            "parent_ages = { male = 60, female = 55, other = 1 }",
            31,
            "hukou.routes.work.parent_ages",
            "没有“other”",
        ),
        (
            'base = ["outside", "job"]',
            'purchase = { before = "2017", months = 1 }',
            31,
            "hukou.routes.work.purchase",
            "日期",
        ),
        (
            'base = ["outside", "job"]',
            "qualification = {}",
            31,
            "hukou.routes.work.qualification",
            "缺少这一项",
        ),
        (
            'base = ["outside", "job"]',
            "qualification = { educations = { bachelor = 0 } }",
            31,
            "hukou.routes.work.qualification",
            "“bachelor”不对",
        ),
        (
            'base = ["outside", "job"]',
            'qualification = { prizes = [{ honour = "oscar" }] }',
            31,
            "hukou.routes.work.qualification",
            "“oscar”不对",
        ),
        ('basis = "五"', "", 26, "hukou.routes.work", "没有写明依据"),
        ('basis = "五"', 'basis = "五"\nverified = false', 26, "hukou.routes.work", "note里说明原因"),
        ('basis = "五"', 'basis = "五"\nverified = "x"', 26, "hukou.routes.work", "true或false"),
        ("[hukou.routes.work]", "[hukou.ways.work]", None, "hukou.ways", "没有这个键"),
        ("no_chain    = { value = true, basis", "# no_chain basis", None, "hukou.base.no_chain", "缺少"),
        ("no_chain  ", "new_chain ", 24, "hukou.base.new_chain", "没有这个键"),
        ("value = 18,", 'value = 18, unit = "years",', 23, "hukou.base.adult_age", "没有“unit”"),
        ('months = 24, basis = "三"', 'basis = "三"', 21, "hukou.base.onward", "整数"),
        ("[hukou.zones.optimised]", "[hukou.zones.best]", 8, "hukou.zones.best", "“best”不对"),
        ('code = "371302", name', 'code = "3713", name', 8, "hukou.zones.optimised", "6位（县级）或9位"),
        ('name = "兰山区"', 'name = ""', 8, "hukou.zones.optimised", "name"),
        ('name = "兰山区"', 'name = "兰山区", old = 1', 8, "hukou.zones.optimised", "没有“old”"),
        ('code = "371311", name', 'code = "371302", name', 12, "hukou.zones.encouraged", "371302重复"),
        ('places = [{ code = "371311"', 'places = [3] # {"', 12, "hukou.zones.encouraged", "表的列表"),
        ("[hukou.history]", '[history]\nx = { value = "x", basis = "x" }', 36, "history", "只写[hukou]"),
    ],
)
def test_a_pack_that_fails_is_refused_with_its_line_and_reason(
    tmp_path: Path, old: str, new: str, line: int | None, key: str, says: str
) -> None:
    assert old in CITY
    [trouble] = PolicyBook.load(pack(tmp_path, CITY.replace(old, new, 1))).refused
    assert (trouble.key, trouble.line, says in str(trouble.reason)) == (key, line, True), trouble


def test_two_of_one_place_do_not_overlap(tmp_path: Path) -> None:
    later = CITY.replace("2018-01-01", "2020-06-01")
    [trouble] = PolicyBook.load(pack(pack(tmp_path), later, "linyi-hukou/2020-06-01.toml")).refused
    assert "以前已有规则包" in str(trouble.reason)


def test_a_newer_one_replaces_the_older(tmp_path: Path) -> None:
    later = CITY.replace("2018-01-01", "2020-06-01\nreplaces = 2018-01-01").replace(
        "2020-12-31", "2025-12-31"
    )
    book = PolicyBook.load(pack(pack(tmp_path), later, "linyi-hukou/2020-06-01.toml"))
    assert book.refused == ()
    for on, start in ((date(2020, 5, 31), date(2018, 1, 1)), (date(2020, 6, 1), date(2020, 6, 1))):
        assert book.hukou("371302", on).effective_from == start
