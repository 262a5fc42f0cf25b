from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.domain.errors import NotPossible
from desktop.policies import PolicyBook
from desktop.services.counter import Counter
from desktop.services.rule_rows import PackLevel, RuleRow, RulesInForce, Standing
from desktop.services.rules import Rules

CITY = "650102"
"""A district for which no pack but the nation's is published."""

HEAD = """
place = "here"
title = "本市办法"
document = "本市第1号"
division = "6501"
effective_from = {first}
{last}
[registration]
report_within = {{ value = {days}, unit = "working_days", basis = "第{article}条" }}
change_within = {{ silent = true, basis = "第二条", note = "没有写天数。" }}
min_days = {{ value = 5, basis = "第三条", verified = false, note = "没有见到原文。" }}
[entitlements.bus]
label = "公交优惠"
kind = "convenience"
holders = ["permit"]
basis = "第四条"
[history.fine]
value = "逾期不申报的，处以警告。"
basis = "第五条"
"""

Put = Callable[..., None]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    (folder / "here").mkdir(parents=True)
    return folder


@pytest.fixture
def put(own: Path) -> Put:
    def put(first: str, last: str = "", days: int = 4, article: str = "一") -> None:
        ends = f"effective_to = {last}" if last else ""
        text = HEAD.format(first=first, last=ends, days=days, article=article)
        (own / "here" / f"{first}.toml").write_text(text, encoding="utf-8")

    return put


@pytest.fixture
def read(station: Counter, own: Path) -> Callable[[str, str], RulesInForce]:
    def read(division: str, on: str) -> RulesInForce:
        office = replace(station.office, policies=PolicyBook.load(own))
        return Rules(office).in_force(division, date.fromisoformat(on))

    return read


Read = Callable[[str, str], RulesInForce]


def row(rules: RulesInForce, key: str) -> RuleRow:
    [found] = [each for each in rules.rows if each.key == key]
    return found


def test_the_counter_has_the_rules_of_its_own_place(station: Counter) -> None:
    rules = station.rules.in_force("370102", station.rules.today())
    assert rules.division_name == "山东省济南市历下区"
    assert [pack.level for pack in rules.packs][:2] == [PackLevel.NATION, PackLevel.PROVINCE]
    assert rules.packs[1].name == "山东省"
    assert len(rules.rows) > 80
    assert rules.obstacle is None
    assert rules.begins is not None
    assert rules.begins <= rules.on


def test_every_rule_is_listed_with_its_article_and_its_layer(read: Read, put: Put) -> None:
    put("2018-01-01", "2019-12-31")
    rules = read(CITY, "2018-06-01")
    ours, theirs = row(rules, "registration.report_within"), row(rules, "permit.issue_within")
    assert (str(ours.value), ours.basis) == ("4个工作日", "第一条")
    assert ours.pack is not None
    assert (ours.pack.level, ours.pack.name, ours.pack.title) == (PackLevel.CITY, "乌鲁木齐市", "本市办法")
    assert str(theirs.value) == "15日"
    assert theirs.pack is not None
    assert theirs.pack.level is PackLevel.NATION


def test_the_value_before_is_told_with_its_last_day(read: Read, put: Put) -> None:
    put("2018-01-01", "2019-12-31")
    now = row(read(CITY, "2019-12-31"), "registration.report_within")
    assert now.since == date(2018, 1, 1)
    assert now.before is not None
    assert (str(now.before.words), now.before.until) == ("3日", date(2017, 12, 31))
    later = row(read(CITY, "2020-01-01"), "registration.report_within")
    assert later.since == date(2020, 1, 1)
    assert later.before is not None
    assert (str(later.before.words), later.before.since, later.before.until) == (
        "4个工作日",
        date(2018, 1, 1),
        date(2019, 12, 31),
    )


def test_the_same_value_under_another_article_is_no_difference(read: Read, put: Put) -> None:
    put("2018-01-01", "2019-12-31", article="一")
    put("2020-01-01", article="九")
    now = row(read(CITY, "2020-06-01"), "registration.report_within")
    assert now.since == date(2018, 1, 1)
    same, other = now.earlier[:2]
    assert (same.basis, same.differs, same.until) == ("第一条", False, date(2019, 12, 31))
    assert now.before == other
    assert str(other.words) == "3日"


def test_a_rule_that_never_differed_has_nothing_before(read: Read, put: Put) -> None:
    put("2018-01-01")
    assert row(read(CITY, "2018-06-01"), "entitlements.bus").before is None
    assert row(read(CITY, "2018-06-01"), "registration.free").before is None


@pytest.mark.parametrize(
    ("key", "standing", "note"),
    [
        ("registration.change_within", Standing.SILENT, "没有写天数。"),
        ("registration.min_days", Standing.UNVERIFIED, "没有见到原文。"),
        ("registration.report_within", Standing.VERIFIED, ""),
        ("history.fine", Standing.STATEMENT, ""),
    ],
)
def test_silence_doubt_and_mere_statements_are_marked(
    read: Read, put: Put, key: str, standing: Standing, note: str
) -> None:
    put("2018-01-01")
    found = row(read(CITY, "2018-06-01"), key)
    assert (found.standing, found.note) == (standing, note)


def test_a_statement_of_history_is_never_a_rule(read: Read, put: Put) -> None:
    put("2018-01-01")
    fine = row(read(CITY, "2018-06-01"), "history.fine")
    assert str(fine.label) == "逾期不申报的，处以警告。"
    assert str(fine.value) == "仅供查阅，不据以办理"


def test_after_a_pack_has_lapsed_the_layer_above_stands_in_and_says_so(read: Read, put: Put) -> None:
    put("2018-01-01", "2019-12-31")
    rules = read(CITY, "2020-01-01")
    [lapsed] = rules.lapsed
    assert lapsed.pack.title == "本市办法"
    assert lapsed.instead.level is PackLevel.NATION
    assert rules.begins == date(2020, 1, 1)
    gone = row(rules, "entitlements.bus")
    assert (gone.standing, gone.pack, gone.since) == (Standing.GONE, None, date(2020, 1, 1))
    assert gone.before is not None
    assert gone.before.until == date(2019, 12, 31)
    assert rules.rows[-1].standing is Standing.GONE


def test_one_walks_from_change_to_change(read: Read, put: Put) -> None:
    put("2018-01-01", "2019-12-31")
    nation = read("65", "2018-06-01").changes
    assert read(CITY, "2018-06-01").changes == tuple(sorted({*nation, date(2018, 1, 1), date(2020, 1, 1)}))
    on, seen = date(2026, 11, 20), []
    while (previous := read(CITY, on.isoformat()).previous) is not None:
        rules = read(CITY, previous.isoformat())
        assert rules.following is not None
        assert read(CITY, rules.following.isoformat()).previous == previous
        on = previous
        seen.append(on)
    assert seen == sorted(seen, reverse=True)
    assert {date(2018, 1, 1), date(2020, 1, 1)} <= set(seen)
    assert read(CITY, "2018-06-01").previous == date(2016, 1, 1)


def test_a_day_before_all_rules_says_so_and_still_leads_on(read: Read) -> None:
    rules = read(CITY, "1949-10-01")
    assert rules.obstacle is not None
    assert rules.rows == ()
    assert rules.previous is None
    assert rules.following == date(1958, 1, 9)


@pytest.mark.parametrize(
    ("on", "applies"), [("2017-07-31", False), ("2017-08-01", True), ("2022-08-01", False)]
)
def test_notices_on_hukou_transfer_are_named_beside_the_rules(read: Read, on: str, applies: bool) -> None:
    [hukou] = read("370102", on).hukou
    assert (hukou.pack.name, hukou.in_force) == ("济南市", applies)
    assert read(CITY, on).hukou == ()


def test_a_pack_that_was_refused_is_named_with_file_line_and_reason(read: Read, own: Path) -> None:
    bad = own / "here" / "2020-01-01.toml"
    bad.write_text(HEAD.format(first="2020-01-01", last="", days=999, article="一"), encoding="utf-8")
    rules = read(CITY, "2020-06-01")
    [refused] = rules.refused
    assert (refused.file, refused.line, refused.key) == (
        "here/2020-01-01.toml",
        9,
        "registration.report_within",
    )
    assert "整数" in str(refused.reason)
    assert [pack.level for pack in rules.packs] == [PackLevel.NATION]


def test_staff_is_counted_where_the_rules_of_the_day_name_any(station: Counter) -> None:
    then = date(2014, 5, 1)
    assert station.rules.in_force("370302", then).names_staff
    found = station.rules.staffing("370302", then, 501)
    assert str(found.words) == "协管员2名，专职管理员1至3名"
    assert {each.basis for each in found.findings} == {"淄政发〔2012〕35号三（二）"}
    assert str(station.rules.staffing("370302", then, 29).words) == "兼职管理员至少1名"


@pytest.mark.parametrize(("division", "on"), [("370102", "2014-05-01"), ("370302", "2018-01-01")])
def test_elsewhere_and_later_no_staff_is_named(station: Counter, division: str, on: str) -> None:
    day = date.fromisoformat(on)
    assert not station.rules.in_force(division, day).names_staff
    with pytest.raises(NotPossible, match="没有规定协管员"):
        station.rules.staffing(division, day, 30)
