"""Accounts: who manages them, what a name may be, one-time passwords, and that an administrator always remains."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from desktop.domain.accounts import PasswordRule
from desktop.domain.codes import Role
from desktop.domain.errors import BadInput, EnvironmentTrouble, NotPossible, PasswordDue
from desktop.services.counter import Counter, open_counter
from desktop.services.ports import Folders
from desktop.services.rows import Actor
from desktop.services.staff_rows import AccountMade, NewAccount, StaffRow
from tests.services.asked import key, rows
from tests.services.rivals import at_once

MEI = NewAccount("zhoumei", "周梅")
TYPED = {
    "password_shortest": "10",
    "password_kinds": "3",
    "password_days": "30",
    "password_remembered": "2",
    "password_tries": "3",
}


@pytest.fixture
def boss(template: Any) -> Actor:
    actor: Actor = template.administrator
    return actor


def who(station: Counter, boss: Actor, name: str) -> StaffRow:
    return next(row for row in station.staff.list(boss).rows if row.sign_in_name == name)


def trail(station: Counter, *actions: str) -> list[tuple[Any, ...]]:
    found = rows(station, "select action, staff_name, matter, detail from journal_entry order by id")
    return [each for each in found if each[0] in actions]


@pytest.fixture
def safe(template: Any) -> Actor:
    """The security administrator."""
    actor: Actor = template.security
    return actor


def give(station: Counter, giver: Actor, row: StaffRow, role: Role) -> Role:
    return station.roles.give(giver, row.staff_id, row.version, role)


def second(station: Counter, boss: Actor, safe: Actor) -> Actor:
    """A second system administrator, at work at counter 2."""
    made = station.staff.add(boss, key(), NewAccount("deputy", "副手"))
    give(station, safe, made.row, Role.SYSTEM_ADMINISTRATOR)
    return station.sign_in.sign_in_anew(
        "deputy", made.one_time_password, "deputy's 1st"[::-1], "deputy's 1st"[::-1], 2
    )


Call = Callable[[Counter, Actor, StaffRow], object]
CALLS: dict[str, Call] = {
    "list": lambda station, actor, _: station.staff.list(actor),
    "add": lambda station, actor, _: station.staff.add(actor, key(), MEI),
    "change": lambda station, actor, row: station.staff.change(actor, row.staff_id, row.version, "测试壹"),
    "disable": lambda station, actor, row: station.staff.disable(actor, row.staff_id, row.version),
    "enable": lambda station, actor, row: station.staff.enable(actor, row.staff_id, row.version),
    "reset_password": lambda station, actor, row: station.staff.reset_password(
        actor, row.staff_id, row.version
    ),
    "set_rule": lambda station, actor, _: station.staff.set_rule(actor, TYPED, PasswordRule()),
}


def test_every_method_of_the_service_is_walked(station: Counter) -> None:
    public = {name for name in dir(station.staff) if not name.startswith("_")}
    assert public == set(CALLS)


ADMINISTRATORS = {name: {Role.SYSTEM_ADMINISTRATOR} for name in ("add", "change", "disable", "enable")} | {
    "list": {Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR},
    "reset_password": {Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR},
    "set_rule": {Role.SECURITY_ADMINISTRATOR},
}


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.NOBODY])
@pytest.mark.parametrize("name", list(CALLS))
def test_nobody_but_an_administrator_does_any_of_it(
    station: Counter, template: Any, boss: Actor, name: str, role: Role
) -> None:
    if role in ADMINISTRATORS[name]:
        return
    before = rows(station, "select * from staff order by id"), rows(station, "select * from setting")
    with pytest.raises(NotPossible, match="的权限"):
        CALLS[name](station, template.in_role(role), who(station, boss, "one"))
    assert (
        rows(station, "select * from staff order by id"),
        rows(station, "select * from setting"),
    ) == before


@pytest.mark.parametrize("name", list(CALLS))
def test_who_is_no_administrator_any_more_does_none_of_it_though_still_at_work(
    station: Counter, boss: Actor, name: str
) -> None:
    """The role is read anew: a screen that was opened before is of no use."""
    one = who(station, boss, "one")
    pretender = replace(boss, staff_id=one.staff_id)
    with pytest.raises(NotPossible, match="的权限"):
        CALLS[name](station, pretender, one)


def test_somebody_added_sets_an_own_password_at_the_first_sign_in(
    station: Counter, boss: Actor, safe: Actor
) -> None:
    made = station.staff.add(boss, key(), NewAccount(" ＺｈｏｕMei ", " 周　梅 "))
    once = made.one_time_password
    assert (made.row.sign_in_name, made.row.name, made.row.role) == ("zhoumei", "周梅", Role.NOBODY)
    assert re.fullmatch(r"[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){2}", once)
    for attempt in (
        lambda: station.sign_in.sign_in("zhoumei", once, 3),
        lambda: station.sign_in.sign_in_anew("zhoumei", once, "plum-tree-7", "plum-tree-7", 3),
    ):
        with pytest.raises(NotPossible, match="周梅的账号还没有授予身份"):
            attempt()
    assert give(station, safe, made.row, Role.OFFICER) is Role.OFFICER
    with pytest.raises(PasswordDue, match="一次性密码") as due:
        station.sign_in.sign_in("zhoumei", once, 3)
    assert "至少8个字符" in str(due.value.rule)
    assert trail(station, "sign_in")[-1][1] != "周梅"
    for new, again, field in (
        ("short1", "short1", "new_password"),
        ("my-zhoumei-1", "my-zhoumei-1", "new_password"),
        (once, once, "new_password"),
        ("plum-tree-7", "plum-tree-8", "new_password_again"),
    ):
        with pytest.raises(BadInput) as caught:
            station.sign_in.sign_in_anew("zhoumei", once, new, again, 3)
        assert caught.value.field == field
    actor = station.sign_in.sign_in_anew("ZhouMei", once, "plum-tree-7", "plum-tree-7", 3)
    assert (actor.name, actor.role, actor.counter_number) == ("周梅", Role.OFFICER, 3)
    assert station.sign_in.sign_in("zhoumei", "plum-tree-7", 4).staff_id == actor.staff_id
    with pytest.raises(BadInput, match="登录名或密码不对"):
        station.sign_in.sign_in("zhoumei", once, 3)
    assert trail(station, "add_staff", "give_role", "change_own_password") == [
        ("add_staff", boss.name, "周梅（zhoumei）", ""),
        ("give_role", safe.name, "周梅（zhoumei）", "“未授予身份”改为“民警”"),
        ("change_own_password", "周梅", "", ""),
    ]
    everything = str(rows(station, "select * from staff")) + str(rows(station, "select * from journal_entry"))
    assert once not in everything
    assert "plum-tree-7" not in everything


def test_the_same_request_adds_one_and_shows_its_password_once(station: Counter, boss: Actor) -> None:
    request = key()
    first, again = (station.staff.add(boss, request, MEI) for _ in range(2))
    assert first.one_time_password
    assert again == AccountMade(first.row, "")
    assert len(trail(station, "add_staff")) == 1


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("one", "已经有人用（测试一）"),
        ("ＯＮＥ", "已经有人用"),
        ("0NE", "容易看错"),
        ("b0ss", "容易看错"),
        ("оne", "2至30个字母或数字"),
        ("", "2至30个字母或数字"),
    ],
)
def test_a_name_that_could_be_taken_for_another_is_refused(
    station: Counter, boss: Actor, typed: str, why: str
) -> None:
    with pytest.raises(BadInput, match=why) as caught:
        station.staff.add(boss, key(), replace(MEI, sign_in_name=typed))
    assert caught.value.field == "sign_in_name"
    assert len(station.staff.list(boss).rows) == 7


def test_two_counters_add_the_same_name_at_once_and_one_is_told(
    station: Counter, boss: Actor, safe: Actor
) -> None:
    other = second(station, boss, safe)
    wanted = [(boss, MEI), (other, replace(MEI, sign_in_name="zhoumeI"[:-1] + "l"))]
    came = at_once([lambda a=a, n=n: station.staff.add(a, key(), n) for a, n in wanted])
    assert sorted(type(one).__name__ for one in came) == ["AccountMade", "BadInput"]
    assert len(rows(station, "select id from staff where name = '周梅'")) == 1


def test_a_name_is_changed_once_with_what_was_before(station: Counter, boss: Actor) -> None:
    one = who(station, boss, "one")
    for _ in range(2):  # the same request again
        changed = station.staff.change(boss, one.staff_id, one.version, "测试壹")
        assert (changed.name, changed.role, changed.version) == ("测试壹", Role.AUXILIARY, 2)
    assert trail(station, "change_staff") == [
        ("change_staff", boss.name, "测试一（one）", "“测试一”改为“测试壹”")
    ]
    with pytest.raises(NotPossible, match="测试壹的账号刚刚改过"):
        station.staff.change(boss, one.staff_id, one.version, "又一个")
    with pytest.raises(BadInput) as caught:
        station.staff.change(boss, one.staff_id, changed.version, " ")
    assert caught.value.field == "name"


def test_who_is_disabled_is_out_until_enabled_and_keeps_the_password(station: Counter, boss: Actor) -> None:
    one = who(station, boss, "one")
    out = [station.staff.disable(boss, one.staff_id, one.version) for _ in range(2)]
    assert out[0] == out[1]
    assert not out[0].active
    assert station.staff.list(boss).rows[-1].sign_in_name == "one"
    with pytest.raises(BadInput, match="登录名或密码不对"):
        station.sign_in.sign_in("one", "test-pass-1", 3)
    with pytest.raises(NotPossible, match="先启用"):
        station.staff.reset_password(boss, one.staff_id, out[0].version)
    back = station.staff.enable(boss, one.staff_id, out[0].version)
    assert back.active
    assert station.sign_in.sign_in("one", "test-pass-1", 3).staff_id == one.staff_id
    assert [each[0] for each in trail(station, "disable_staff", "enable_staff")] == [
        "disable_staff",
        "enable_staff",
    ]


def test_nobody_takes_away_the_own_account_nor_resets_the_own_password(
    station: Counter, boss: Actor, safe: Actor
) -> None:
    second(station, boss, safe)
    me = who(station, boss, "boss")
    with pytest.raises(NotPossible, match="不能停用自己的账号"):
        station.staff.disable(boss, me.staff_id, me.version)
    with pytest.raises(NotPossible, match="修改密码"):
        station.staff.reset_password(boss, me.staff_id, me.version)
    assert station.staff.change(boss, me.staff_id, me.version, "老管理员").name == "老管理员"


def test_two_administrators_who_put_each_other_out_at_once_leave_one(
    station: Counter, boss: Actor, safe: Actor
) -> None:
    other = second(station, boss, safe)
    mine, theirs = who(station, boss, "boss"), who(station, boss, "deputy")
    came = at_once(
        [
            lambda: station.staff.disable(boss, theirs.staff_id, theirs.version),
            lambda: station.staff.disable(other, mine.staff_id, mine.version),
        ]
    )
    assert sorted(type(one).__name__ for one in came) == ["NotPossible", "StaffRow"]
    left = rows(station, "select id from staff where role = 'system_administrator' and active")
    assert len(left) == 1


def test_an_administrators_password_is_the_security_administrators_to_reset(
    station: Counter, boss: Actor, safe: Actor
) -> None:
    mine, watch, guard = (who(station, boss, name) for name in ("boss", "audit", "safe"))
    with pytest.raises(NotPossible, match="测试审计员是管理员，密码由安全管理员重置"):
        station.staff.reset_password(boss, watch.staff_id, watch.version)
    for row in (mine, watch):
        assert station.staff.reset_password(safe, row.staff_id, row.version).one_time_password
    one = who(station, boss, "one")
    with pytest.raises(NotPossible, match="测试一的密码由系统管理员重置"):
        station.staff.reset_password(safe, one.staff_id, one.version)
    assert station.staff.reset_password(boss, guard.staff_id, guard.version).one_time_password  # the only one
    added = station.staff.add(boss, key(), MEI).row
    give(station, safe, added, Role.SECURITY_ADMINISTRATOR)
    guard = who(station, boss, "safe")
    with pytest.raises(NotPossible, match="由安全管理员重置"):
        station.staff.reset_password(boss, guard.staff_id, guard.version)


def test_a_reset_password_replaces_the_forgotten_one_and_lasts_a_week(
    station: Counter, boss: Actor, clock: Any
) -> None:
    one = who(station, boss, "one")
    made = station.staff.reset_password(boss, one.staff_id, one.version)
    assert made.row.one_time
    with pytest.raises(NotPossible, match="刚刚改过"):  # the same click twice makes no second password
        station.staff.reset_password(boss, one.staff_id, one.version)
    with pytest.raises(BadInput):
        station.sign_in.sign_in("one", "test-pass-1", 3)
    clock.moment += timedelta(days=7, seconds=1)
    for attempt in (
        lambda: station.sign_in.sign_in("one", made.one_time_password, 3),
        lambda: station.sign_in.sign_in_anew("one", made.one_time_password, "peach-42x", "peach-42x", 3),
    ):
        with pytest.raises(NotPossible, match="一次性密码已过期"):
            attempt()
    made = station.staff.reset_password(boss, one.staff_id, made.row.version)
    with pytest.raises(BadInput, match="最近3次"):  # the own one from before the reset
        station.sign_in.sign_in_anew("one", made.one_time_password, "test-pass-1", "test-pass-1", 3)
    station.sign_in.sign_in_anew("one", made.one_time_password, "peach-42x", "peach-42x", 3)
    assert trail(station, "reset_password")[0] == ("reset_password", boss.name, "测试一（one）", "")


def test_the_rule_is_set_as_a_whole_and_holds_from_then_on(station: Counter, safe: Actor, clock: Any) -> None:
    boss = safe
    with pytest.raises(BadInput) as caught:
        station.staff.set_rule(boss, {**TYPED, "password_shortest": "7"}, PasswordRule())
    assert caught.value.field == "password_shortest"
    assert station.staff.list(boss).rule == PasswordRule()
    wanted = PasswordRule(10, 3, 30, 2, 3)
    assert [station.staff.set_rule(boss, TYPED, PasswordRule()) for _ in range(2)] == [wanted, wanted]
    [entry] = trail(station, "set_password_rule")
    assert "至少8个字符，2种字符，90天" in entry[3]
    assert "”改为“至少10个字符，3种字符，30天" in entry[3]
    with pytest.raises(NotPossible, match="密码规定刚刚改过"):
        station.staff.set_rule(boss, {**TYPED, "password_days": "0"}, PasswordRule())
    clock.moment += timedelta(days=31)
    with pytest.raises(PasswordDue, match="用满30天") as due:
        station.sign_in.sign_in("one", "test-pass-1", 3)
    assert "至少10个字符，字母、数字、符号都要有" in str(due.value.rule)
    station.sign_in.sign_in_anew("one", "test-pass-1", "river!boat7", "river!boat7", 3)
    station.staff.set_rule(boss, {**TYPED, "password_days": "0"}, wanted)
    clock.moment += timedelta(days=3000)
    assert station.sign_in.sign_in("one", "river!boat7", 3)


def test_when_nothing_can_be_written_nobody_is_added_and_no_password_shown(
    station: Counter, boss: Actor, read_only: Any
) -> None:
    with read_only(station), pytest.raises(EnvironmentTrouble):
        station.staff.add(boss, key(), MEI)
    assert rows(station, "select * from staff where sign_in_name = 'zhoumei'") == []
    assert trail(station, "add_staff") == []


def test_sample_clerks_stay_as_the_sign_in_page_shows_them(folders: Folders, clock: Any) -> None:
    practice = open_counter(folders, clock, practice=True)
    try:
        chief = practice.sign_in.sign_in("zhoutao", "yanlian-07", 1)
        fang = who(practice, chief, "wangfang")
        assert fang.sample
        for name in ("change", "disable", "reset_password"):
            with pytest.raises(NotPossible, match="演练人员是样例"):
                CALLS[name](practice, chief, fang)
        with pytest.raises(NotPossible, match="演练人员是样例"):
            practice.own_password.change(chief, "yanlian-07", "another-12", "another-12")
        clock.moment += timedelta(days=900)
        assert practice.sign_in.sign_in("wangfang", "yanlian-01", 1)
        made = practice.staff.add(chief, key(), MEI)
        safe = practice.sign_in.sign_in("sunjie", "yanlian-08", 1)
        with pytest.raises(NotPossible, match="演练人员是样例"):
            give(practice, safe, fang, Role.OFFICER)
        give(practice, safe, made.row, Role.OFFICER)
        with pytest.raises(PasswordDue):
            practice.sign_in.sign_in("zhoumei", made.one_time_password, 1)
    finally:
        practice.close()
