"""Somebody whom both know becomes one at the station; what a person has one of stays one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.domain.codes import Role
from desktop.domain.errors import BadInput, NotPossible
from desktop.services.counter import Counter
from desktop.services.move_entering import StationThere
from desktop.services.move_people import readable
from desktop.services.move_rows import MoveChoice, Side
from desktop.services.permit_records import of_person
from desktop.services.rows import Actor
from tests.services.move.desk import Desk, everything, move

pytestmark = pytest.mark.file_only


@pytest.fixture(autouse=True)
def later(there: Desk) -> None:
    """The two never do something in the same millisecond."""
    there.clock.moment += timedelta(minutes=7)


def test_the_same_facts_are_harmless_and_become_one_person(
    station: Counter, boss: Actor, here: Desk, there: Desk, entered: StationThere
) -> None:
    mine = here.register(1).case.person_id
    theirs = there.register(1).case.person_id
    look = station.move_to_station.look(boss, entered)
    [one] = look.same
    assert (one.person_id, one.station_id, one.differences) == (mine, theirs, ())
    assert one.residence is not None  # at the same address since the same day
    assert one.harmless
    move(station, boss, entered)
    assert there.one("select count(*) from registration where open_person_id = :key", key=theirs) == 1
    versions = there.rows(
        "select version, current_id, live_key from person where person_id = :key order by version", key=theirs
    )
    assert [row[0] for row in versions] == [1, 2, 3]
    assert [row[1] for row in versions] == [None, None, theirs]
    assert there.one("select count(*) from person where person_id = :key", key=mine) == 0
    cases = there.one("select count(*) from case_file where person_id = :key", key=theirs)
    assert cases == 2


@pytest.mark.parametrize("side", Side)
def test_whose_facts_hold_is_chosen_and_stands_in_the_trail(
    station: Counter, boss: Actor, here: Desk, there: Desk, entered: StationThere, side: Side
) -> None:
    mine = here.register(1, name="演练窗口名", phone="13900000001").case.person_id
    theirs = there.register(1, name="演练所里名", phone="13900000002").case.person_id
    [one] = station.move_to_station.look(boss, entered).same
    assert {each.field: (each.station, each.here) for each in one.differences} == {
        "name": ("演练所里名", "演练窗口名"),
        "phone": ("13900000002", "13900000001"),
    }
    with pytest.raises(NotPossible, match="1人没有选定"):
        move(station, boss, entered)
    move(station, boss, entered, {mine: MoveChoice(facts=side, residence=side)})
    name = {Side.STATION: "演练所里名", Side.HERE: "演练窗口名"}
    other = name[Side.HERE if side is Side.STATION else Side.STATION]
    found = there.counter.lookup.find(there.clerk, name[side][2:]).hits
    assert [hit.person_id for hit in found] == [theirs]
    assert there.counter.lookup.find(there.clerk, other[2:]).hits == ()
    [(detail, row)] = there.rows(
        "select detail, person_row from journal_entry where action = 'move_same_person' and person_id = :key",
        key=theirs,
    )
    assert readable(mine) in detail
    assert ("派出所" if side is Side.STATION else "本窗口") in detail
    assert there.one("select name from person where id = :row", row=row) == name[side]
    lives = there.rows("select ended_on from registration where current_id is not null order by id")
    assert sorted(row[0] is None for row in lives) == [False, True]


@pytest.mark.parametrize("side", Side)
def test_of_two_live_permits_the_chosen_one_stays_and_the_other_is_cancelled(
    station: Counter, boss: Actor, here: Desk, there: Desk, entered: StationThere, side: Side
) -> None:
    there.clock.moment += timedelta(seconds=5)
    mine, theirs = here.issue(1), there.issue(1)
    [one] = station.move_to_station.look(boss, entered).same
    assert one.permit is not None
    assert theirs.permit_number in str(one.permit.station)
    assert mine.permit_number in str(one.permit.here)
    result = move(station, boss, entered, {mine.person_id: MoveChoice(side, side, side)})
    kept, ended = (mine, theirs) if side is Side.HERE else (theirs, mine)
    permits = {
        each.permit_number: each.state.value
        for each in of_person(there.counter.office.database.link, theirs.person_id)
    }
    assert permits == {kept.permit_number: "valid", ended.permit_number: "cancelled"}
    assert result.ended == (ended.permit_number,)
    steps = there.rows(
        "select event, note from permit_step where permit_id = :key and event = 'cancel'", key=ended.permit_id
    )
    assert len(steps) == 1
    assert "一人两证" in steps[0][1]
    told = there.one(
        "select count(*) from journal_entry where action = 'cancel_permit' and person_id = :key",
        key=theirs.person_id,
    )
    assert told == 1


def test_two_addresses_are_never_harmless(
    station: Counter, boss: Actor, here: Desk, there: Desk, entered: StationThere
) -> None:
    here.register(1, room="303")
    there.register(1)
    [one] = station.move_to_station.look(boss, entered).same
    assert one.differences == ()
    assert not one.harmless


def test_what_was_changed_after_the_look_is_looked_at_again(
    station: Counter, boss: Actor, here: Desk, there: Desk, entered: StationThere
) -> None:
    mine = here.register(1).case.person_id
    lives = there.register(1).registration.registration_id
    looked = station.move_to_station.look(boss, entered)
    there.register(1, room="202", move_from=lives, phone="13911112222")
    before = everything(there)
    with pytest.raises(NotPossible, match="有了变动"):
        move(station, boss, entered, {mine: MoveChoice()}, looked)
    assert everything(there) == before
    here.register(2)  # the window goes on as before


def test_somebody_who_came_to_the_station_after_the_look_is_seen(
    station: Counter, boss: Actor, here: Desk, there: Desk, entered: StationThere
) -> None:
    here.register(1)
    looked = station.move_to_station.look(boss, entered)
    assert looked.same == ()
    there.register(1)
    with pytest.raises(NotPossible, match="有了变动"):
        move(station, boss, entered, {}, looked)


def test_accounts_are_matched_by_name_and_the_others_made_without_a_password(
    station: Counter, boss: Actor, here: Desk, there: Desk, entered: StationThere
) -> None:
    with station.office.database.engine.begin() as connection:
        connection.exec_driver_sql("update staff set name = '另一个人' where sign_in_name = 'two'")
        connection.exec_driver_sql(
            "update staff set sign_in_name = 'wang', lookalike = 'wang' where sign_in_name = 'second'"
        )
    done = here.register(1)
    looked = {one.sign_in_name: one for one in station.move_to_station.look(boss, entered).staff}
    assert looked["one"].known
    assert (looked["two"].known, looked["two"].station_name) == (False, "twow2")
    assert (looked["wang"].known, looked["wang"].station_name) == (False, "wang")
    before = there.one("select count(*) from staff")
    result = move(station, boss, entered)
    assert len(result.new_accounts) == 2
    assert there.one("select count(*) from staff") == before + 2
    made = there.rows("select role, password_hash from staff where sign_in_name in ('wang', 'twow2')")
    assert {tuple(row) for row in made} == {(Role.NOBODY.value, "!")}
    with pytest.raises(BadInput):
        there.counter.sign_in.sign_in("wang", "!", 7)
    staff_id = there.one("select staff_id from case_file where id = :key", key=done.case.case_id)
    assert there.one("select sign_in_name from staff where id = :key", key=staff_id) == "one"
