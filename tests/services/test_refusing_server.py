"""A server that is there and lets this window do nothing: the window goes on by itself, and says why."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.domain.errors import EnvironmentTrouble, ServerRefuses
from desktop.models.opening import HEAD
from desktop.services.connections import ConnectionForm
from desktop.services.ports import Folders
from installer.scratch_server import OWNER, ScratchServer
from tests.conftest import FakeClock, Template
from tests.patience import Steady
from tests.servers import fill_disk, free_disk, reach
from tests.services.outage import chain_faults, line_of, register, rows
from tests.services.served_window import PROGRAM, Window, made, own, window

__all__ = ["made", "own", "window"]  # a station on a server of its own

DAMAGES = ["garbage", "half", "empty", "gone"]
REFUSALS = {
    "the role may not sign in": (
        f"alter role {PROGRAM} nologin",
        f"alter role {PROGRAM} login",
        f"“{PROGRAM}”不能使用数据库",
    ),
    "no connection is left": (
        f"alter role {PROGRAM} connection limit 0",
        f"alter role {PROGRAM} connection limit -1",
        "服务器的连接数已满",
    ),
    "a newer program migrated it": (
        "update alembic_version set version_num = '9999'",
        f"update alembic_version set version_num = '{HEAD}'",
        "请升级本程序",
    ),
    "an older one made it": (
        "update alembic_version set version_num = '0014'",
        f"update alembic_version set version_num = '{HEAD}'",
        "请管理员先升级服务器上的数据库",
    ),
}


@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_window_that_is_not_let_in_goes_on_by_itself_and_says_why(
    refusal: str, window: Window, own: ScratchServer, steady: Steady
) -> None:
    shut, open_again, told = REFUSALS[refusal]
    serial = 10 * list(REFUSALS).index(refusal)
    register(window.counter, window.actor, serial + 1)
    window.ask(shut)
    own.stop("fast")
    own.start()  # whoever was let in before is let in no more
    done = register(window.counter, window.actor, serial + 2).case
    window.tended(steady, lambda: told in window.why())
    assert line_of(window.counter).away
    window.counter.close()
    window.open()  # nor is the next start stopped by it
    after = register(window.counter, window.actor, serial + 3).case
    window.tended(steady, lambda: told in window.why())
    window.ask(open_again)
    window.back(steady)
    assert not window.why()
    stored = {number for (number,) in window.ask("select case_number from case_file")}
    assert {done.case_number, after.case_number} <= stored
    assert window.ask("select kind from op_conflict") == []


def test_the_administrator_sets_the_connection_though_the_server_lets_nobody_in(
    window: Window, own: ScratchServer, steady: Steady
) -> None:
    shut, open_again, told = REFUSALS["the role may not sign in"]
    administrator = window.made.administrator
    register(window.counter, window.actor, 301)
    window.ask(shut)
    own.stop("fast")
    own.start()
    window.tended(steady, lambda: told in window.why())
    window.counter.office.rights.seat(administrator)
    form = ConnectionForm(str(own.folder), window.made.database, OWNER, "", "", "3")
    window.counter.connections.save(administrator, form)
    assert (window.folders.data / "server.toml").exists()
    window.ask(open_again)
    window.back(steady)
    [(who,)] = window.ask("select staff_name from journal_entry where action = 'set_connection'")
    assert who == administrator.name


def test_a_window_without_a_copy_is_told_why_it_is_not_let_in(
    own: ScratchServer, made: Template, tmp_path: Path, shared_cache: Path, clock: FakeClock, window: Window
) -> None:
    shut, open_again, told = REFUSALS["the role may not sign in"]
    window.ask(shut)
    try:
        with pytest.raises(ServerRefuses, match=told):
            Window(own, made, Folders(tmp_path / "new", shared_cache), clock)
    finally:
        window.ask(open_again)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_store_that_is_damaged_is_begun_anew_from_the_server_once_it_was_put_aside(
    damage: str, window: Window, tmp_path: Path, steady: Steady
) -> None:
    serial = 200 + 10 * DAMAGES.index(damage)
    register(window.counter, window.actor, serial)
    window.counter.close()
    folder = window.folders.data
    store = folder / "window.db"
    content = store.read_bytes()
    store.unlink()
    if damage != "gone":
        store.write_bytes(
            {"garbage": b"garbage" * 999, "half": content[: len(content) // 2], "empty": b""}[damage]
        )
    with pytest.raises(EnvironmentTrouble, match="一起移到别处保存") as told:
        window.open()
    assert "counter_backup" not in str(told.value)  # of it there is no backup
    (tmp_path / "aside").mkdir()
    for path in folder.glob("window.*"):
        path.rename(tmp_path / "aside" / path.name)
    window.open()
    line_of(window.counter).at_counter(window.actor.counter_number, window.actor)
    window.back(steady)
    register(window.counter, window.actor, serial + 1)


def test_a_server_that_may_store_nothing_makes_no_lines_of_what_is_sent(
    window: Window, own: ScratchServer, steady: Steady
) -> None:
    done = []
    own.stop("fast")
    done.append(register(window.counter, window.actor, 101).case.case_number)
    own.start()
    window.ask(f"revoke insert on case_file from {PROGRAM}")
    window.tended(steady, lambda: "权限不够" in window.why())
    done.append(register(window.counter, window.actor, 102).case.case_number)
    window.ask(f"grant insert on case_file to {PROGRAM}")
    database = reach(own, window.made.database)
    fill_disk(database)
    window.tended(steady, lambda: "服务器的磁盘已满" in window.why())
    assert line_of(window.counter).state.waiting
    free_disk(database)
    window.back(steady)
    stored = {number for (number,) in rows(database, "select case_number from case_file")}
    assert set(done) <= stored
    assert rows(database, "select kind, reason from op_conflict") == []
    assert chain_faults(database) == []
    database.close()
