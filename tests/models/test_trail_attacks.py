"""What the windows' own role may not do to the trail on a real server, and the one thing that is done for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import psycopg
import pytest

from desktop.domain.codes import Role
from desktop.models import server_roles
from desktop.models.opening import HEAD
from desktop.models.server import ServerDatabase
from desktop.services.counter import Counter, build_counter
from desktop.services.journal import Happening
from desktop.services.ports import Folders, SystemClock
from desktop.services.rows import Actor, StationRow
from desktop.services.set_up import NewStaff
from tests.conftest import FakeClock
from tests.models.test_server_roles import Installed, installed

__all__ = ["installed"]  # the server with the roles, that the tests here use too

CUT = (
    "insert into trail_archive (id, station, counter_number, sequence, hash, at, key_id, signature, first_day,"
    " last_day, file_name, file_sha256, staff_id) values (%s, '', %s, %s, '', now(), '', '', now(), now(), '', '', 1)"
)


@pytest.fixture(scope="module")
def served(installed: Installed, shared_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Counter:
    database = ServerDatabase(installed.settings, SystemClock().now, HEAD)
    counter = build_counter(database, Folders(tmp_path_factory.mktemp("data"), shared_cache), FakeClock())
    counter.set_up.establish(
        StationRow("370102", "006", "测试派出所", "测试路1号", "0531-80000001", practice=False),
        (
            NewStaff("one", "测试一", Role.AUXILIARY, "test-pass-1"),
            NewStaff("audit", "测试审计员", Role.AUDIT_ADMINISTRATOR, "test-pass-7"),
        ),
        1,
    )
    yield counter  # type: ignore[misc]
    counter.close()


def entries(installed: Installed, counter: int) -> list[int]:
    with installed.connect(server_roles.PROGRAM) as connection:
        found = connection.execute(
            "select sequence from journal_entry where counter_number = %s order by sequence", [counter]
        )
        return [row[0] for row in found.fetchall()]  # type: ignore[index]


def look(served: Counter, actor: Actor, number: int, year: int, times: int) -> None:
    for _ in range(times):
        at = served.office.clock.now().replace(year=year)
        served.journal.note(Happening(replace(actor, counter_number=number), "look_up", at))
    served.journal.flush()


@pytest.mark.parametrize(
    "deed",
    [
        "alter table journal_entry disable trigger all",
        "drop trigger journal_entry_stays on journal_entry",
        "drop function refuse_taking_away()",
        "create or replace function refuse_change() returns trigger language plpgsql as $$ begin return null; end $$",
        "set session_replication_role = replica",
        "set role counter_migrations",
        "insert into journal_entry select * from journal_entry on conflict (id) do update set detail = ''",
    ],
)
def test_nothing_that_guards_the_trail_can_be_put_aside(
    installed: Installed, served: Counter, deed: str
) -> None:
    with installed.connect(server_roles.PROGRAM) as connection:
        with pytest.raises(psycopg.Error) as refused:
            connection.execute(deed)
        connection.rollback()
    assert "permission denied" in str(refused.value) or "must be owner" in str(refused.value)


def test_only_what_is_below_a_cut_and_old_is_taken_away_for_the_program(
    installed: Installed, served: Counter
) -> None:
    actor = served.sign_in.sign_in("one", "test-pass-1", 2)
    look(served, actor, 31, 2019, 5)
    look(served, actor, 31, 2026, 3)
    with installed.connect(server_roles.PROGRAM) as connection:
        connection.autocommit = True
        with pytest.raises(psycopg.Error, match="the trail is never changed"):
            connection.execute("select purge_trail(31, 5, 100)")
        connection.execute(CUT, [910, 31, 8])  # a cut forged over what is of this year
        with pytest.raises(psycopg.Error, match="the trail is never changed"):
            connection.execute("select purge_trail(31, 8, 100)")
        assert entries(installed, 31) == list(range(1, 9))
        assert connection.execute("select purge_trail(31, 5, 3)").fetchone() == (3,)
        assert connection.execute("select purge_trail(31, 5, 3)").fetchone() == (2,)
    assert entries(installed, 31) == [6, 7, 8]
    boss = served.sign_in.sign_in("audit", "test-pass-7", 1)
    state = served.trail.check(boss, lambda done, total: None, lambda: False)
    assert "签名不对，内容被改动" in {str(fault.what) for fault in state.faults}


def test_the_auditors_role_takes_nothing_away(installed: Installed, served: Counter) -> None:
    with installed.connect(server_roles.AUDIT) as connection:
        for deed in ("select purge_trail(31, 5, 3)", "delete from journal_entry", CUT.replace("%s", "1")):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(deed)
            connection.rollback()


def test_the_programs_role_is_enough_to_archive(
    installed: Installed, served: Counter, tmp_path: Path
) -> None:
    actor = served.sign_in.sign_in("one", "test-pass-1", 2)
    look(served, actor, 32, 2019, 5)
    look(served, actor, 32, 2026, 2)
    boss = served.sign_in.sign_in("audit", "test-pass-7", 1)
    with installed.connect(server_roles.PROGRAM) as connection:
        before = connection.execute("select count(*) from trail_archive").fetchone()
    done = served.trail_keeping.archive(boss, tmp_path / "a.jsonl", lambda done, total: None, lambda: False)
    assert done.entries == 5
    assert done.first_day == date(2019, done.first_day.month, done.first_day.day)
    assert entries(installed, 32) == [6, 7]
    assert before is not None
