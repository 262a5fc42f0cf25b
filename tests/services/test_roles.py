"""Who gives which role to whom, and what a station takes away from a role."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desktop.domain.codes import Role
from desktop.domain.errors import BadInput, NotPossible
from desktop.domain.permit_life import PermitEvent
from desktop.domain.rights import RIGHTS, Right
from desktop.services.counter import Counter, open_counter
from desktop.services.ports import Folders
from desktop.services.rows import Actor, StationRow
from desktop.services.set_up import NewStaff
from desktop.services.staff_rows import NewAccount, StaffRow
from tests.services.asked import key, rows
from tests.services.rivals import at_once
from tests.services.test_staff import trail, who

GOOD = "kwarz-7-lampe"


@pytest.fixture
def fresh(folders: Folders, clock: Any) -> Any:
    """A station that was just set up: its first administrator, and nobody else."""
    counter = open_counter(folders, clock, practice=False)
    counter.set_up.establish(
        StationRow("370102", "006", "测试派出所", "测试路1号", "", practice=False),
        (NewStaff("chief", "首任", Role.SYSTEM_ADMINISTRATOR, GOOD),),
        1,
    )
    yield counter
    counter.close()


@pytest.fixture
def chief(fresh: Counter) -> Actor:
    return fresh.sign_in.sign_in("chief", GOOD, 1)


@pytest.fixture
def added(fresh: Counter, chief: Actor) -> Callable[[str], StaffRow]:
    def make(name: str) -> StaffRow:
        return fresh.staff.add(chief, key(), NewAccount(name, f"测试{name}")).row

    return make


def test_the_first_administrator_appoints_the_other_two_and_no_third(
    fresh: Counter, chief: Actor, added: Callable[[str], StaffRow]
) -> None:
    others = fresh.staff.list(chief).gives
    assert others == (Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR)
    guard, watch, more = added("guard"), added("watch"), added("more")
    for role in (Role.OFFICER, Role.AUXILIARY, Role.SYSTEM_ADMINISTRATOR):
        with pytest.raises(NotPossible, match="只能任命首位安全管理员和首位审计管理员"):
            fresh.roles.give(chief, more.staff_id, more.version, role)
    fresh.roles.give(chief, guard.staff_id, guard.version, Role.SECURITY_ADMINISTRATOR)
    assert fresh.staff.list(chief).gives == (Role.AUDIT_ADMINISTRATOR,)
    with pytest.raises(NotPossible, match="只能任命首位"):
        fresh.roles.give(chief, more.staff_id, more.version, Role.SECURITY_ADMINISTRATOR)
    fresh.roles.give(chief, watch.staff_id, watch.version, Role.AUDIT_ADMINISTRATOR)
    assert fresh.staff.list(chief).gives == ()
    guard = who(fresh, chief, "guard")
    with pytest.raises(NotPossible, match="只能任命首位"):  # nor is one that is there taken away again
        fresh.roles.give(chief, guard.staff_id, guard.version, Role.AUDIT_ADMINISTRATOR)


def test_nobody_appoints_themselves(fresh: Counter, chief: Actor) -> None:
    me = who(fresh, chief, "chief")
    for role in (Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR):
        with pytest.raises(NotPossible, match="也不能改自己的身份"):
            fresh.roles.give(chief, me.staff_id, me.version, role)
    assert who(fresh, chief, "chief").role is Role.SYSTEM_ADMINISTRATOR


def test_two_appointed_at_once_are_one(
    fresh: Counter, chief: Actor, added: Callable[[str], StaffRow]
) -> None:
    one, two = added("guard"), added("other")
    came = at_once(
        [
            lambda row=row: fresh.roles.give(  # type: ignore[misc]
                chief, row.staff_id, row.version, Role.SECURITY_ADMINISTRATOR
            )
            for row in (one, two)
        ]
    )
    assert sorted(type(each).__name__ for each in came) == ["NotPossible", "Role"]


def test_the_last_of_each_kind_stays(station: Counter, template: Any) -> None:
    boss, safe = template.administrator, template.security
    for name in ("safe", "audit"):
        row = who(station, boss, name)
        with pytest.raises(NotPossible, match="是最后一位"):
            station.staff.disable(boss, row.staff_id, row.version)
    for name in ("boss", "audit"):
        row = who(station, boss, name)
        with pytest.raises(NotPossible, match="是最后一位"):
            station.roles.give(safe, row.staff_id, row.version, Role.OFFICER)
    me = who(station, boss, "safe")
    with pytest.raises(NotPossible, match="也不能改自己的身份"):
        station.roles.give(safe, me.staff_id, me.version, Role.OFFICER)


def test_a_role_is_given_once_and_only_as_it_was_seen(station: Counter, template: Any) -> None:
    safe, one = template.security, who(station, template.administrator, "one")
    for _ in range(2):
        assert station.roles.give(safe, one.staff_id, one.version, Role.OFFICER) is Role.OFFICER
    assert trail(station, "give_role") == [("give_role", safe.name, "测试一（one）", "“辅警”改为“民警”")]
    with pytest.raises(NotPossible, match="刚刚改过"):
        station.roles.give(safe, one.staff_id, one.version, Role.AUXILIARY)
    out = who(station, template.administrator, "two")
    gone = station.staff.disable(template.administrator, out.staff_id, out.version)
    with pytest.raises(NotPossible, match="请先启用"):
        station.roles.give(safe, gone.staff_id, gone.version, Role.OFFICER)


def test_a_right_is_taken_from_a_role_with_a_reason_and_given_back(
    station: Counter, template: Any, clerk: Actor
) -> None:
    safe = template.security
    with pytest.raises(BadInput) as caught:
        station.roles.take_away(safe, key(), Role.AUXILIARY, Right.END_PERMIT, " ")
    assert caught.value.field == "reason"
    request = key()
    for _ in range(2):
        table = station.roles.take_away(safe, request, Role.AUXILIARY, Right.END_PERMIT, "注销改由民警办")
    assert not table.has(Role.AUXILIARY, Right.END_PERMIT)
    assert table.has(Role.OFFICER, Right.END_PERMIT)
    assert table.taken[Role.AUXILIARY, Right.END_PERMIT].reason == "注销改由民警办"
    with pytest.raises(NotPossible, match="本所已停用辅警的“注销和离开登记”权限"):
        station.cancellations.cancel(clerk, key(), 1, 1, None, None, "")  # type: ignore[arg-type]
    seated = station.sign_in.sign_in("one", "test-pass-1", 3)
    assert not seated.may(Right.END_PERMIT)
    assert seated.may(Right.ACCEPT)
    for _ in range(2):
        assert station.roles.give_back(safe, Role.AUXILIARY, Right.END_PERMIT).taken == {}
    assert station.sign_in.sign_in("one", "test-pass-1", 3).may(Right.END_PERMIT)
    assert trail(station, "take_right", "give_back_right") == [
        ("take_right", safe.name, "辅警：注销和离开登记", "注销改由民警办"),
        ("give_back_right", safe.name, "辅警：注销和离开登记", ""),
    ]


def test_what_was_taken_away_is_told_where_it_is_offered(
    station: Counter, template: Any, clerk: Actor, officer: Actor, issue: Callable[..., Any]
) -> None:
    permit = issue()
    for right in (Right.END_PERMIT, Right.ENDORSE):
        station.roles.take_away(template.security, key(), Role.AUXILIARY, right, "改由民警办")
    offered = {one.name: one for one in station.people.page(clerk, permit.person_id).actions}
    assert not offered["leave_residence"].possible
    assert "本所已停用辅警的“注销和离开登记”权限" in str(offered["leave_residence"].why_not)
    events = {one.event: one for one in station.permits.page(clerk, permit.permit_id).events}
    for event in (PermitEvent.CANCEL, PermitEvent.ENDORSE):
        assert not events[event].possible
        assert "本所已停用辅警的" in str(events[event].why_not)
    theirs = {one.name: one for one in station.people.page(officer, permit.person_id).actions}
    assert theirs["leave_residence"].possible


@pytest.mark.parametrize(
    ("role", "right"),
    [
        (Role.OFFICER, Right.DECIDE),
        (Role.SECURITY_ADMINISTRATOR, Right.LIMIT_RIGHTS),
        (Role.AUDIT_ADMINISTRATOR, Right.READ_TRAIL),
        (Role.SYSTEM_ADMINISTRATOR, Right.MANAGE_ACCOUNTS),
        (Role.AUXILIARY, Right.OWN_DESK),
        (Role.AUXILIARY, Right.DECIDE),
    ],
)
def test_what_nobody_else_could_do_is_not_taken_away(
    station: Counter, template: Any, role: Role, right: Right
) -> None:
    with pytest.raises(NotPossible, match="不能停用"):
        station.roles.take_away(template.security, key(), role, right, "试一试")
    assert rows(station, "select * from withheld_right") == []


def test_of_two_roles_with_a_right_one_keeps_it(station: Counter, template: Any) -> None:
    safe = template.security
    table = station.roles.take_away(safe, key(), Role.AUXILIARY, Right.PRODUCE, "制证由民警办")
    assert not table.may_take(Role.OFFICER, Right.PRODUCE)
    with pytest.raises(NotPossible, match="不能停用"):
        station.roles.take_away(safe, key(), Role.OFFICER, Right.PRODUCE, "都不办")


def test_what_is_stored_never_adds_a_right(station: Counter, template: Any) -> None:
    """Whatever lies in the table of taken rights, a role has at most what the program gives it."""
    with station.office.database.engine.begin() as connection:
        connection.exec_driver_sql(
            "insert into withheld_right values"
            " ('auxiliary', 'decide', 'r', '', '2026-11-20 02:00:00', 1, ''),"
            " ('auxiliary', 'no_such_right', 'r', '', '2026-11-20 02:00:00', 1, '')"
        )
    station.office.rights.forget()
    assert station.office.rights._account(template.clerk.staff_id)[1] == RIGHTS[Role.AUXILIARY]
    assert station.roles.table(template.security).taken == {}


def test_the_practice_station_of_an_older_program_gets_the_new_samples(folders: Folders, clock: Any) -> None:
    practice = open_counter(folders, clock, practice=True)
    with practice.office.database.engine.begin() as connection:
        connection.exec_driver_sql("delete from staff where sign_in_name in ('zhoutao', 'sunjie')")
    practice.close()
    for _ in range(2):
        practice = open_counter(folders, clock, practice=True)
        assert practice.sign_in.sign_in("sunjie", "yanlian-08", 1).role is Role.SECURITY_ADMINISTRATOR
        boss = practice.sign_in.sign_in("zhoutao", "yanlian-07", 1)
        assert len(practice.staff.list(boss).rows) == 6
        practice.close()
