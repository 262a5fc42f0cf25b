"""Every public method of every service, with every role: refused before anything else happens, or let through."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import inspect as inspect_database
from sqlalchemy import text

from desktop.domain.codes import Role
from desktop.domain.errors import CounterError, NotPossible
from desktop.domain.rights import RIGHT_WORDS, RIGHTS, Right
from desktop.services.counter import Counter
from desktop.services.rights import FRESH, Guard
from desktop.services.rows import Actor
from desktop.services.staff_rows import NewAccount
from tests import servers
from tests.services.asked import key

FLOOR = {"office": "what services stand on", "journal": "what services write into, in their own transactions"}
"""What a counter has beside services."""


@dataclasses.dataclass(frozen=True)
class Method:
    """One public method of a service."""

    name: str
    service: Any
    bare: Callable[..., Any]

    @property
    def rights(self) -> tuple[Right, ...]:
        found: tuple[Right, ...] = getattr(self.bare, "rights", ())
        return found

    @property
    def open_to(self) -> str:
        return str(getattr(self.bare, "open_to", ""))

    @property
    def takes_actor(self) -> bool:
        return "actor" in list(inspect.signature(self.bare).parameters)[:2]

    def call(self, actor: Actor) -> None:
        """Call it as a script would; who is let through fails for want of arguments, or simply does it."""
        self.service._office.rights.seat(actor)
        if self.takes_actor:
            self.bare(self.service, actor)
        else:
            self.bare(self.service)


def methods(station: Counter) -> Iterator[Method]:
    waiting = [
        (field.name, getattr(station, field.name))
        for field in dataclasses.fields(station)
        if field.name not in FLOOR
    ]
    for called, service in waiting:
        if service is None:
            continue
        for name, value in inspect.getmembers(type(service)):
            if not name.startswith("_"):
                bare = value.fget if isinstance(value, property) else value
                if inspect.isfunction(bare):
                    yield Method(f"{called}.{name}", service, bare)
        for name, value in vars(service).items():
            if not name.startswith("_") and type(value).__module__.startswith("desktop.services."):
                waiting.append((f"{called}.{name}", value))


def refused(method: Method, actor: Actor) -> bool:
    """Tell whether a call is refused for want of the right."""
    try:
        method.call(actor)
    except NotPossible as error:
        return str(error).split("“")[0] != "" and any(
            part in str(error) for part in ("的权限", "”权限", "还没有授予身份", "的账号已停用，不能再办理")
        )
    except (CounterError, TypeError, AttributeError):
        return False
    return False


def everything(station: Counter) -> dict[str, list[tuple[Any, ...]]]:
    """Return all that is stored, but for the trail."""
    engine = station.office.database.engine
    with engine.connect() as connection:
        tables = sorted(inspect_database(connection).get_table_names())
        return {
            name: sorted(map(tuple, connection.execute(text(f"select * from {name}"))), key=repr)  # noqa: S608
            for name in tables
            if not name.startswith("trail_") and name != "journal_entry"
        }


def trail(station: Counter) -> list[tuple[Any, ...]]:
    with station.office.database.engine.connect() as connection:
        found = connection.execute(text("select action, staff_id, detail from journal_entry order by id"))
        return [tuple(row) for row in found]


def test_every_method_says_which_right_it_needs_or_why_it_is_open(station: Counter) -> None:
    walked = list(methods(station))
    assert len(walked) > 170
    undeclared = [one.name for one in walked if bool(one.rights) is bool(one.open_to)]
    assert undeclared == []


def test_what_is_open_takes_no_actor_or_says_so(station: Counter) -> None:
    for one in methods(station):
        if one.open_to:
            assert len(one.open_to) > 4, one.name


ROLES = [role for role in Role if role is not Role.NOBODY]


@pytest.mark.parametrize("role", ROLES)
def test_whoever_has_not_the_right_is_refused_before_anything_happens(
    station: Counter, template: Any, role: Role
) -> None:
    actor = template.in_role(role)
    before, said = everything(station), trail(station)
    wrong = [one for one in methods(station) if one.rights and RIGHTS[role].isdisjoint(one.rights)]
    let_through = [one.name for one in wrong if not refused(one, actor)]
    assert let_through == []
    assert everything(station) == before
    told = [("right_refused", actor.staff_id, str(RIGHT_WORDS[one.rights[0]])) for one in wrong]
    assert trail(station)[len(said) :] == told


@pytest.mark.parametrize("role", ROLES)
def test_whoever_has_the_right_is_let_through(station: Counter, template: Any, role: Role) -> None:
    actor = template.in_role(role)
    right = [one for one in methods(station) if not RIGHTS[role].isdisjoint(one.rights)]
    assert len(right) > 3
    assert [one.name for one in right if refused(one, actor)] == []


def test_somebody_without_a_role_a_disabled_one_and_a_made_up_one_do_nothing(
    station: Counter, template: Any
) -> None:
    boss = template.administrator
    new = station.staff.add(boss, key(), NewAccount("newcomer", "新来的")).row
    out = next(row for row in station.staff.list(boss).rows if row.sign_in_name == "second")
    station.staff.disable(boss, out.staff_id, out.version)
    before = everything(station)
    for staff_id in (new.staff_id, out.staff_id, 4711):
        actor = dataclasses.replace(template.second_officer, staff_id=staff_id)
        assert [one.name for one in methods(station) if one.rights and not refused(one, actor)] == []
    assert everything(station) == before


def test_nobody_signed_in_means_that_nothing_is_shown(station: Counter) -> None:
    guard = station.office.rights
    guard._here = None
    with pytest.raises(NotPossible, match="还没有人登录"):
        station.people.person(1)


def test_a_refusal_names_the_right_and_who_may(station: Counter, clerk: Actor) -> None:
    with pytest.raises(NotPossible, match="辅警没有“审核签发”的权限，这一步没有办理"):
        station.decisions.queue(clerk)


def test_a_refusal_inside_a_transaction_is_written_down_though_that_is_undone(
    station: Counter, clerk: Actor
) -> None:
    with pytest.raises(NotPossible), station.office.database.write():
        station.decisions.queue(clerk)
    station.journal.flush()
    assert trail(station)[-1] == ("right_refused", clerk.staff_id, "审核签发")


@pytest.mark.file_only
def test_who_is_disabled_is_out_at_once_here_and_within_two_seconds_elsewhere(
    station: Counter, template: Any, folders: Any, clock: Any
) -> None:
    officer, boss = template.second_officer, template.administrator
    elsewhere = servers.again(station, folders, clock)
    seconds = [100.0]
    guard = elsewhere.office.rights = Guard(elsewhere.office, elsewhere.journal, lambda: seconds[0])
    guard.seat(officer)
    assert elsewhere.decisions.queue(officer).rows == ()
    row = next(one for one in station.staff.list(boss).rows if one.staff_id == officer.staff_id)
    assert station.decisions.queue(officer).rows == ()
    station.staff.disable(boss, row.staff_id, row.version)
    with pytest.raises(NotPossible, match="测试民警二的账号已停用"):
        station.decisions.queue(officer)
    seconds[0] += FRESH - 0.01
    assert elsewhere.decisions.queue(officer).rows == ()
    seconds[0] += 0.02
    with pytest.raises(NotPossible, match="测试民警二的账号已停用"):
        elsewhere.decisions.queue(officer)
    elsewhere.close()


def test_who_is_given_another_role_has_its_rights_and_not_the_old_ones(
    station: Counter, template: Any
) -> None:
    officer, boss = template.second_officer, template.administrator
    station.decisions.queue(officer)
    row = next(one for one in station.staff.list(boss).rows if one.staff_id == officer.staff_id)
    station.roles.give(template.security, row.staff_id, row.version, Role.AUDIT_ADMINISTRATOR)
    with pytest.raises(NotPossible, match="审计管理员没有“审核签发”的权限"):
        station.decisions.queue(officer)
    assert station.roles.table(officer).taken == {}
