"""The station's settings: who changes them, what they may be, what the trail says, and that they hold at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from desktop.domain.codes import PaperKind, Role
from desktop.domain.errors import BadInput, NotPossible
from desktop.domain.station_settings import StationSetting, read_setting
from desktop.services import cards
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from tests.services.asked import key, rows
from tests.services.producing import blanks, granted  # noqa: F401
from tests.services.rivals import at_once

AUTHORITY, DAYS, SLIP = StationSetting
POLICE = "济南市公安局历下区分局"


@pytest.fixture
def boss(template: Any) -> Actor:
    actor: Actor = template.administrator
    return actor


def trail(station: Counter) -> list[tuple[Any, ...]]:
    return rows(
        station, "select matter, detail, staff_name from journal_entry where action = 'set_station_setting'"
    )


def test_without_settings_the_usual_values_hold(station: Counter, clerk: Actor) -> None:
    found = station.station_settings.read(clerk)
    assert found.station == clerk.station
    assert [(one.setting, one.value, one.effective) for one in found.settings] == [
        (AUTHORITY, "", "山东省济南市历下区公安机关"),
        (DAYS, "", "30"),
        (SLIP, "", "按需"),
    ]


def test_a_change_is_stored_once_and_written_down_with_what_was_before(station: Counter, boss: Actor) -> None:
    settings, wanted = station.station_settings, {AUTHORITY: f" {POLICE} ", DAYS: "４５"}
    assert settings.change(boss, wanted, {}) == (AUTHORITY, DAYS)
    assert settings.change(boss, wanted, {}) == ()  # the same request again
    assert [one.value for one in settings.read(boss).settings] == [POLICE, "45", ""]
    assert settings.change(boss, {DAYS: "60"}, {DAYS: "45"}) == (DAYS,)
    assert settings.change(boss, {AUTHORITY: ""}, {AUTHORITY: POLICE}) == (AUTHORITY,)
    assert [one.value for one in settings.read(boss).settings] == ["", "60", ""]
    assert trail(station) == [
        ("签发机关", f"“（未设置）”改为“{POLICE}”", boss.name),
        ("制证后多少日未领即通知", "“（未设置）”改为“45”", boss.name),
        ("制证后多少日未领即通知", "“45”改为“60”", boss.name),
        ("签发机关", f"“{POLICE}”改为“（未设置）”", boss.name),
    ]


@pytest.mark.parametrize(
    ("setting", "typed", "why"),
    [
        (DAYS, "0", "1至365"),
        (DAYS, "366", "1至365"),
        (DAYS, "-3", "1至365"),
        (DAYS, "三十", "1至365"),
        (DAYS, "3.5", "1至365"),
        (SLIP, "每天", "只能是“按需”或者“制证时”"),
        (AUTHORITY, "公安局", "4至30个字"),
        (AUTHORITY, "济" * 31, "4至30个字"),
        (AUTHORITY, "济南\u202e市公安局", "202E"),
        (AUTHORITY, "济南市公安局\U0003134f分局", "印不出来"),
    ],
)
def test_a_bad_value_is_told_by_its_setting_and_nothing_is_stored(
    station: Counter, boss: Actor, setting: StationSetting, typed: str, why: str
) -> None:
    good = {AUTHORITY: POLICE, DAYS: "20"}
    with pytest.raises(BadInput, match=why) as caught:
        station.station_settings.change(boss, {**good, setting: typed}, {})
    assert caught.value.field == setting.value
    assert rows(station, "select * from setting") == trail(station) == []


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.NOBODY])
def test_only_system_administrators_change_and_everybody_reads(
    station: Counter, template: Any, role: Role
) -> None:
    somebody = template.in_role(role)
    assert station.station_settings.read(somebody).value(DAYS) == ""
    if role is Role.SYSTEM_ADMINISTRATOR:
        assert station.station_settings.change(somebody, {DAYS: "20"}, {}) == (DAYS,)
    else:
        with pytest.raises(NotPossible, match="没有“本所设置”的权限"):
            station.station_settings.change(somebody, {DAYS: "20"}, {})
        assert rows(station, "select * from setting") == []


def test_what_somebody_else_set_meanwhile_is_not_written_over(station: Counter, boss: Actor) -> None:
    station.station_settings.change(boss, {DAYS: "20"}, {})
    with pytest.raises(NotPossible, match="“制证后多少日未领即通知”刚刚改成了“20”"):
        station.station_settings.change(boss, {AUTHORITY: POLICE, DAYS: "40"}, {DAYS: ""})
    assert rows(station, "select name, value from setting") == [("uncollected_days", "20")]


def test_two_administrators_at_once_never_store_half_of_each(station: Counter, boss: Actor) -> None:
    wanted = [{DAYS: str(days), AUTHORITY: f"{POLICE}{days}号"} for days in (20, 40)]
    came = at_once([lambda each=each: station.station_settings.change(boss, each, {}) for each in wanted])
    assert sorted(isinstance(one, NotPossible) for one in came) == [False, True]
    stored = {StationSetting(name): value for name, value in rows(station, "select name, value from setting")}
    assert stored in wanted
    assert len(trail(station)) == 2


def test_the_authority_stands_on_the_next_card_and_the_last_one_stays_as_it_was(
    blanks: Counter,  # noqa: F811
    clerk: Actor,
    boss: Actor,
    granted: Callable[..., int],  # noqa: F811
) -> None:
    first, second = granted(1), granted(2)
    blanks.production.reserve(clerk, key(), [first])
    blanks.station_settings.change(boss, {AUTHORITY: POLICE}, {})
    blanks.production.reserve(clerk, key(), [second])
    assert blanks.production.card(first).issuing_authority == "山东省济南市历下区公安机关"
    assert blanks.production.card(second).issuing_authority == POLICE
    link = blanks.office.database.link
    assert cards.authority(blanks.office, link, clerk) == POLICE


def test_the_days_hold_for_the_next_list_of_whom_to_call(
    blanks: Counter,  # noqa: F811
    clerk: Actor,
    boss: Actor,
    clock: Any,
    granted: Callable[..., int],  # noqa: F811
) -> None:
    [card] = blanks.production.reserve(clerk, key(), [granted(1)])
    blanks.production.printed(clerk, key(), [card.serial])
    clock.moment += timedelta(days=10)
    by_rule = blanks.station_settings.read(clerk).days_by_rule
    assert blanks.handing_over.uncollected(clerk) == ()
    blanks.station_settings.change(boss, {DAYS: "10"}, {})
    assert len(blanks.handing_over.uncollected(clerk)) == (0 if by_rule else 1)
    assert not by_rule


def test_a_setting_reads_back_as_it_was_read() -> None:
    for setting, typed in ((DAYS, " 007 "), (AUTHORITY, f"　{POLICE}\n"), (DAYS, "")):
        read = read_setting(setting, typed)
        assert read_setting(setting, read) == read


def test_the_slip_to_collect_with_is_made_out_on_demand_or_with_the_permit(
    blanks: Counter,  # noqa: F811
    clerk: Actor,
    boss: Actor,
    granted: Callable[..., int],  # noqa: F811
) -> None:
    def made(serial: int) -> tuple[bool, list[str]]:
        case_id = granted(serial, name=f"演练{'甲乙丙丁'[serial - 1]}")
        [card] = blanks.production.reserve(clerk, key(), [case_id])
        request = key()
        [done] = blanks.production.printed(clerk, request, [card.serial]).produced
        assert blanks.production.printed(clerk, request, [card.serial]).produced == (done,)
        papers = [it for it in blanks.papers.of_case(case_id) if it.kind is PaperKind.COLLECTION_SLIP]
        return done.with_slip, [it.paper_number for it in papers]

    assert made(1) == (False, [])
    assert blanks.station_settings.change(boss, {SLIP: "制证时"}, {}) == (SLIP,)
    assert blanks.station_settings.change(boss, {SLIP: "制证时"}, {SLIP: "制证时"}) == ()
    with_slip, numbers = made(2)
    assert with_slip
    assert [number[:2] for number in numbers] == ["24"]
    waiting = blanks.papers.open_of_day(clerk, blanks.office.today())
    assert numbers[0] in [it.paper_number for it in waiting]  # printed with what else is not printed yet
    assert blanks.station_settings.change(boss, {SLIP: "按需"}, {SLIP: "制证时"}) == (SLIP,)
    assert made(3) == (False, [])
    assert [(what, told) for what, told, _ in trail(blanks)] == [
        ("领取凭证何时出具", "“（未设置）”改为“制证时”"),
        ("领取凭证何时出具", "“制证时”改为“（未设置）”"),
    ]
    assert blanks.station_settings.read(boss).untold == ()
