"""Whatever goes wrong, nothing is half there: the station as before, and the window at work as before."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.errors import BadInput, CounterError, EnvironmentTrouble, NotPossible, ServerAway
from desktop.models import moving_out
from desktop.models.server_link import ServerLink
from desktop.services import move_trail, served
from desktop.services.counter import STATION_FILE, Counter, open_counter
from desktop.services.move_entering import StationThere
from desktop.services.move_rows import StationKey
from desktop.services.move_writing import Stopped
from desktop.services.rows import Actor
from tests.conftest import Template
from tests.servers import Databases, drop_guards, fill_disk, free_disk
from tests.services.move.desk import Desk, everything, move

pytestmark = pytest.mark.file_only


@contextmanager
def as_before(station: Counter, here: Desk, there: Desk) -> Iterator[None]:
    """Nothing was moved, nothing is left over, and the window works."""
    before = everything(there)
    yield
    assert everything(there) == before
    data = station.office.folders.data
    assert moving_out.under_way(data) is None
    assert list(data.glob("station-archive*")) == []
    assert not served.is_served(station.office.folders)
    here.register(77)
    assert here.one("select count(*) from journal_entry where action = 'move_given_up'") == 1


def change(desk: Desk, statement: str) -> None:
    """Change the database behind the program's back."""
    with desk.counter.office.database.engine.begin() as connection:
        connection.exec_driver_sql(statement)


def test_stopped_in_the_middle(
    station: Counter, boss: Actor, here: Desk, there: Desk, entered: StationThere
) -> None:
    here.issue(1)
    seen: list[int] = []
    with as_before(station, here, there), pytest.raises(Stopped):
        move(
            station,
            boss,
            entered,
            progress=lambda done, _total: seen.append(done),
            stopped=lambda: bool(seen),
        )
    assert seen


@pytest.mark.parametrize(
    ("table", "does"),
    [
        pytest.param("case_step", "return null", id="drops a row without a word"),
        pytest.param("paper", "new.document := new.document || ' '; return new", id="stores it otherwise"),
    ],
)
def test_a_server_that_does_not_store_what_it_is_given(
    station: Counter, boss: Actor, here: Desk, there: Desk, entered: StationThere, table: str, does: str
) -> None:
    here.register(1)
    change(
        there,
        f"create function unfaithful() returns trigger language plpgsql as $$ begin {does}; end $$;"
        f"create trigger unfaithful before insert on {table} for each row execute function unfaithful()",
    )
    with as_before(station, here, there), pytest.raises(NotPossible, match="与本机的不一致"):
        move(station, boss, entered)


def test_the_server_goes_away_in_the_middle(
    station: Counter,
    boss: Actor,
    here: Desk,
    there: Desk,
    entered: StationThere,
    databases: Databases,
) -> None:
    here.issue(1)
    name = entered.settings.database

    def cut(_done: int, _total: int) -> None:
        databases._administrator.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = %s and xact_start is not null",
            [name],
        )

    with as_before(station, here, there), pytest.raises(ServerAway):
        move(station, boss, entered, progress=cut)


@pytest.mark.parametrize("stored", [True, False])
def test_the_server_goes_away_as_it_stores_everything_and_is_asked(
    station: Counter,
    boss: Actor,
    here: Desk,
    there: Desk,
    entered: StationThere,
    monkeypatch: pytest.MonkeyPatch,
    stored: bool,
) -> None:
    done = here.register(1)
    before = everything(there)
    monkeypatch.setattr(ServerLink, "commit", cut_at_commit(ServerLink.commit, stored))
    if stored:
        result = move(station, boss, entered)
        assert there.one("select count(*) from case_file where id = :key", key=done.case.case_id) == 1
        assert moving_out.is_done(station.office.folders.data)
        assert result.entries
        return
    with pytest.raises(ServerAway) as told:
        move(station, boss, entered)
    assert not told.value.unsure
    after = everything(there)
    voided = [row for row in after["op_inbox"] if row not in before["op_inbox"]]
    assert [served.VOID in row for row in voided] == [True]
    after["op_inbox"] = before["op_inbox"]
    assert after == before
    here.register(77)


def cut_at_commit(commit: Callable[[ServerLink], None], stored: bool) -> Callable[[ServerLink], None]:
    """Have the first transaction's end answered by nobody, after it was stored or before."""
    cuts = [True]

    def cut(link: ServerLink) -> None:
        if not cuts:
            commit(link)
            return
        cuts.clear()
        if stored:
            commit(link)
        else:
            link.rollback()
        told = link._server.presence.lost()
        from desktop.models import server_faults

        raise server_faults.away(told, unsure=True)

    return cut


@pytest.mark.parametrize("stored", [True, False])
def test_what_nobody_could_answer_is_found_out_at_the_next_start(
    station: Counter,
    boss: Actor,
    here: Desk,
    there: Desk,
    entered: StationThere,
    monkeypatch: pytest.MonkeyPatch,
    stored: bool,
) -> None:
    done = here.register(1)
    folders, clock = station.office.folders, station.office.clock
    with monkeypatch.context() as patched:
        patched.setattr(ServerLink, "commit", cut_at_commit(ServerLink.commit, stored))
        patched.setattr(served, "is_taken", nobody_answers)
        patched.setattr("desktop.services.move_to_station.PAUSE", 0)
        with pytest.raises(ServerAway) as told:
            move(station, boss, entered)
        assert told.value.unsure
        with pytest.raises(NotPossible, match="不能确认"):  # nobody works on until it is known
            here.register(2)
    station.close()
    path = folders.data / STATION_FILE
    with monkeypatch.context() as patched:
        patched.setattr(served, "is_taken", nobody_answers)
        with pytest.raises(EnvironmentTrouble, match="问清"):
            served.settle_move(folders, clock, path)
    served.settle_move(folders, clock, path)
    assert served.is_served(folders) is stored
    assert path.exists() is not stored
    assert there.one("select count(*) from case_file where id = :key", key=done.case.case_id) == int(stored)
    if not stored:
        again = open_counter(folders, clock, practice=False)
        replace(here, counter=again).register(2)
        again.close()


def nobody_answers(*_args: Any) -> bool:
    from tests.services.outage import away

    raise away()


def test_a_full_disk_at_the_archive(
    station: Counter,
    boss: Actor,
    here: Desk,
    there: Desk,
    entered: StationThere,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here.register(1)

    def full(*_args: Any) -> str:
        raise OSError(28, "No space left on device")

    with as_before(station, here, there), monkeypatch.context() as patched:
        patched.setattr(move_trail, "pour", full)
        with pytest.raises(EnvironmentTrouble, match="No space left"):
            move(station, boss, entered)


def test_twice_at_once_is_once(
    station: Counter, boss: Actor, here: Desk, there: Desk, entered: StationThere
) -> None:
    here.register(1)
    looked = station.move_to_station.look(boss, entered)
    refused: list[str] = []

    def press_again(_done: int, _total: int) -> None:
        if not refused:
            thread = threading.Thread(target=second)
            thread.start()
            thread.join()

    def second() -> None:
        with suppress(NotPossible):
            move(station, boss, entered, {}, looked)
            refused.append("moved twice")
            return
        refused.append("")

    move(station, boss, entered, {}, looked, progress=press_again)
    assert refused == [""]
    with pytest.raises(NotPossible, match="已经迁入"):
        move(station, boss, entered, {}, looked)


def test_what_was_moved_before_is_not_moved_again(
    station: Counter,
    boss: Actor,
    here: Desk,
    there: Desk,
    entered: StationThere,
    key: StationKey,
    tmp_path: Path,
) -> None:
    """The file is copied back, as from a backup: every number is at the station already."""
    done = here.register(1)
    move(station, boss, entered)
    folders, clock = station.office.folders, station.office.clock
    station.move_to_station.leave(boss, entered)
    station.close()
    moving_out.give_up(folders.data)
    before = everything(there)
    again = open_counter(folders, clock, practice=False)
    again.office.rights.seat(boss)
    second = again.move_to_station.enter(boss, key)
    try:
        [why] = again.move_to_station.look(boss, second).hindrances
        assert "两边都有" in str(why)
        assert done.case.case_number in str(why)
        with pytest.raises(NotPossible, match="没有解决"):
            move(again, boss, second)
    finally:
        second.counter.close()
        again.close()
    assert {**everything(there), "op_inbox": []} == {**before, "op_inbox": []}


def test_another_station_and_a_practice_station_are_refused(
    station: Counter, boss: Actor, here: Desk, there: Desk, entered: StationThere
) -> None:
    here.register(1)
    change(there, "update station set station_code = '007', name = '别的派出所'")
    [why] = station.move_to_station.look(boss, entered).hindrances
    assert "不是同一个派出所" in str(why)
    assert "别的派出所" in str(why)
    with pytest.raises(NotPossible, match="没有解决"):
        move(station, boss, entered)
    change(there, "update station set station_code = '006', practice = true")
    [why] = station.move_to_station.look(boss, entered).hindrances
    assert "演练" in str(why)
    practising = replace(boss, station=replace(boss.station, practice=True))
    with pytest.raises(NotPossible, match="演练数据"):
        station.move_to_station.enter(practising, StationKey(None, "", ""))  # type: ignore[arg-type]


@pytest.mark.parametrize(("version", "words"), [("0004", "先升级服务器"), ("9999", "升级本程序")])
def test_an_older_and_a_newer_database_are_refused(
    station: Counter, boss: Actor, there: Desk, key: StationKey, version: str, words: str
) -> None:
    change(there, f"update alembic_version set version_num = '{version}'")
    with pytest.raises(EnvironmentTrouble, match=words):
        station.move_to_station.enter(boss, key)


def test_who_has_not_the_right_at_the_station_does_not_get_in(
    station: Counter, boss: Actor, key: StationKey
) -> None:
    with pytest.raises(BadInput):
        station.move_to_station.enter(boss, replace(key, password="wrong"))
    with pytest.raises(NotPossible, match="权限"):
        station.move_to_station.enter(boss, replace(key, sign_in_name="one", password="test-pass-1"))


def test_a_number_that_another_window_has_is_refused(
    station: Counter, boss: Actor, there: Desk, key: StationKey
) -> None:
    database = there.counter.office.database
    database.attend(lambda _: None, lambda _: None)
    assert database.occupy(9)
    with pytest.raises(NotPossible, match="9"):
        station.move_to_station.enter(boss, key)


def test_an_empty_server_becomes_the_same_station_with_one_account(
    station: Counter, boss: Actor, here: Desk, databases: Databases, key: StationKey
) -> None:
    name = databases.make()
    empty = replace(key, form=replace(key.form, database=name), password="a-new-pass-9")
    done = here.register(1)
    with pytest.raises(BadInput, match="还没有设立") as asked:
        station.move_to_station.enter(boss, empty)
    assert asked.value.field == "again"
    with pytest.raises(BadInput, match="不一样"):
        station.move_to_station.enter(boss, replace(empty, again="another-pass-9"))
    made = station.move_to_station.enter(boss, replace(empty, again="a-new-pass-9"))
    try:
        result = move(station, boss, made)
        assert len(result.new_accounts) == 6
        database = made.counter.office.database
        there = replace(here, counter=made.counter)
        assert there.one("select count(*) from case_file where id = :key", key=done.case.case_id) == 1
        with_password = there.rows("select sign_in_name from staff where password_hash <> '!'")
        assert [row[0] for row in with_password] == ["boss"]
        assert database is not None
    finally:
        made.counter.close()
        databases.drop(name)


def test_a_counter_on_the_server_has_nothing_to_move(
    there: Desk, server_template: Template, key: StationKey
) -> None:
    there.counter.office.rights.seat(server_template.administrator)
    with pytest.raises(NotPossible, match="没有本机数据"):
        there.counter.move_to_station.enter(server_template.administrator, key)


def test_nothing_waits_and_nothing_is_restored_while_it_moves(
    station: Counter, boss: Actor, here: Desk, there: Desk, entered: StationThere
) -> None:
    from desktop.models import restoring

    path = station.office.database.path
    assert path is not None
    restoring.begin(path)
    restoring.complete(path, "20261120T100000")
    [why] = station.move_to_station.look(boss, entered).hindrances
    assert "备份" in str(why)
    restoring.give_up(path)
    assert station.move_to_station.look(boss, entered).hindrances == ()


def test_a_trail_that_is_not_whole_is_not_put_away(
    station: Counter, boss: Actor, here: Desk, there: Desk, entered: StationThere
) -> None:
    here.register(1)
    drop_guards(station.office.database)
    change(here, "update journal_entry set detail = 'something else' where action = 'register_residence'")
    with as_before(station, here, there), pytest.raises(CounterError, match="不完整"):
        move(station, boss, entered)


def test_a_full_disk_at_the_server(
    station: Counter, boss: Actor, here: Desk, there: Desk, entered: StationThere
) -> None:
    here.register(1)
    looked = station.move_to_station.look(boss, entered)
    with as_before(station, here, there):
        fill_disk(there.counter.office.database)
        with pytest.raises(EnvironmentTrouble):
            move(station, boss, entered, {}, looked)
        free_disk(there.counter.office.database)


def test_somebody_who_comes_to_both_in_the_same_moment_is_served_once(
    station: Counter, boss: Actor, here: Desk, there: Desk, entered: StationThere
) -> None:
    """Another window registers a person whom the move has written and not stored yet: one of the two gives way."""
    here.register(1)
    told: list[str] = []

    def serve(_done: int, _total: int) -> None:
        if not told:
            try:
                there.register(1)
                told.append("served")
            except CounterError as error:
                told.append(str(error))

    move(station, boss, entered, progress=serve)
    assert told != ["served"]
    assert there.one("select count(*) from person where live_key is not null") == 1
