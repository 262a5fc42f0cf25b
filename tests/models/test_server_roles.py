"""What the program may do on the server, and what it may not; over TLS, with passwords."""

from __future__ import annotations

import io
import socket
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.sql.dml import Delete, Update

from desktop.domain.backups import BackupPlan
from desktop.domain.codes import Role
from desktop.domain.errors import EnvironmentTrouble, ServerAway
from desktop.models import opening, server_roles
from desktop.models.opening import HEAD, upgrade
from desktop.models.server import ServerDatabase
from desktop.models.server_settings import ServerSettings
from desktop.services import station_backups, station_drill, station_keys, station_making
from desktop.services.counter import Counter, build_counter
from desktop.services.ports import Folders, SystemClock
from desktop.services.rows import StationRow
from desktop.services.set_up import NewStaff
from installer.scratch_server import OWNER, ScratchServer
from tests.conftest import FakeClock
from tests.models.certificates import Authority
from tests.models.test_prepared import STATEMENTS
from tests.servers import scratch_folder
from tests.services.test_at_once import a_case

ONLY_LOCAL = (
    "copied_rows.",
    "outbox.",
    "working_copy.",
    "trail_keeping._TAKE_AWAY",
)  # run on a window's own file, never on the server
PASSWORDS = {role: f"{role}-secret" for role in server_roles.ROLES}


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@dataclass(frozen=True)
class Installed:
    """A server with TLS and the roles on it."""

    server: ScratchServer
    settings: ServerSettings
    dsn: str

    def connect(self, role: str) -> psycopg.Connection[object]:
        return psycopg.connect(
            host=str(self.server.folder), port=self.server.port, user=role, dbname="station"
        )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installed]:
    keys = tmp_path_factory.mktemp("keys")
    authority = Authority("station")
    ca_file = keys / "ca.crt"
    ca_file.write_bytes(authority.certificate)
    certificate, key = authority.issue(keys, "127.0.0.1")
    server = ScratchServer(scratch_folder(), port=free_port(), certificate=certificate, key=key)
    try:
        server.make()
        server.start()
        dsn = f"host={server.folder} port={server.port} user={OWNER} dbname=postgres"
        assert server_roles.install(dsn, "station", PASSWORDS) == HEAD
        settings = ServerSettings(
            (f"127.0.0.1:{server.port}",), "station", "counter_program", PASSWORDS["counter_program"], ca_file
        )
        yield Installed(server, settings, dsn)
    finally:
        server.remove()


@pytest.fixture(scope="module")
def served(
    installed: Installed, shared_cache: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Counter]:
    """A station made by the program's own role, over TLS."""
    database = ServerDatabase(installed.settings, SystemClock().now, HEAD)
    counter = build_counter(database, Folders(tmp_path_factory.mktemp("data"), shared_cache), FakeClock())
    counter.set_up.establish(
        StationRow("370102", "006", "测试派出所", "测试路1号", "0531-80000001", practice=False),
        (NewStaff("one", "测试一", Role.AUXILIARY, "test-pass-1"),),
        1,
    )
    yield counter
    counter.close()


def test_the_programs_role_is_enough_for_the_counter(served: Counter) -> None:
    actor = served.sign_in.sign_in("one", "test-pass-1", 2)
    a_case(served, actor, 1)
    assert served.lookup.find(actor, "演练甲").hits
    served.drafts.save(actor, "one", "registration", "", "{}")
    served.drafts.discard("one")
    assert served.journal.flush() > 0


def test_the_way_is_encrypted(served: Counter) -> None:
    cursor = served.office.database.link._cursor
    [version] = cursor.execute(
        "select version from pg_stat_ssl where pid = pg_backend_pid() and ssl"
    ).fetchone()
    assert version == "TLSv1.3"


@pytest.mark.parametrize("table", server_roles.GROWS)
@pytest.mark.parametrize("deed", ["update {} set id = id", "delete from {}", "truncate {}", "drop table {}"])
def test_the_program_may_only_add_to_the_trail(
    installed: Installed, served: Counter, table: str, deed: str
) -> None:
    with installed.connect(server_roles.PROGRAM) as connection:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(deed.format(table))
        connection.rollback()
        assert connection.execute(f"select count(*) from {table}").fetchone() is not None


def test_the_programs_sessions_are_held_to_their_settings_whoever_opens_them(installed: Installed) -> None:
    with installed.connect(server_roles.PROGRAM) as connection:
        for name, value in server_roles.SETTINGS.items():
            found = connection.execute("SELECT setting FROM pg_settings WHERE name = %s", [name]).fetchone()
            assert found == (value,)


def test_every_table_that_only_grows_is_known(installed: Installed) -> None:
    with installed.connect(OWNER) as connection:
        found = connection.execute(
            "select distinct event_object_table from information_schema.triggers where trigger_name like '%_grows'"
        ).fetchall()
    assert {row[0] for row in found} == set(server_roles.GROWS)


def test_what_the_program_takes_away_or_changes_it_may() -> None:
    for name, prepared in STATEMENTS.items():
        statement = prepared.statement
        if isinstance(statement, Delete | Update) and not name.startswith(ONLY_LOCAL):
            right = "DELETE" if isinstance(statement, Delete) else "UPDATE"
            assert right in server_roles.rights_of(statement.table.name), name


@pytest.mark.parametrize(
    "deed",
    [
        "drop table person",
        "alter table person add column more text",
        "create table theirs (id int)",
        "delete from person",
        "update alembic_version set version_num = '0001'",
        "insert into station_backup select * from station_backup",
        "update station_backup set sha256 = ''",
        "create temporary table pretended (id int)",
        "create role another",
        "set role counter_migrations",
        "copy person to program 'cat'",
    ],
)
def test_the_program_changes_no_table_and_makes_nobody(installed: Installed, deed: str) -> None:
    with (
        installed.connect(server_roles.PROGRAM) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(deed)


def test_the_auditor_reads_the_trail_and_no_person(installed: Installed, served: Counter) -> None:
    served.sign_in.sign_in("one", "test-pass-1", 4)
    with installed.connect(server_roles.AUDIT) as connection:
        [entries] = connection.execute("select count(*) from journal_entry").fetchone()  # type: ignore[misc]
        assert entries > 1
        connection.execute("select name, role from staff")
        connection.execute("select key_id, public_key from seal_key")
        connection.commit()
        for deed in (
            "select name from person",
            "select password_hash from staff",
            "select private_key from seal_key",
            "insert into journal_entry select * from journal_entry limit 1",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(deed)
            connection.rollback()


def test_it_may_be_installed_again(installed: Installed) -> None:
    assert server_roles.install(installed.dsn, "station", {}) == HEAD


def told_by(settings: ServerSettings) -> EnvironmentTrouble:
    database = ServerDatabase(settings, SystemClock().now, HEAD)
    with pytest.raises(EnvironmentTrouble) as told:
        database.check()
    database.close()
    assert not isinstance(told.value, ServerAway)
    return told.value


def test_a_wrong_password_is_told(installed: Installed) -> None:
    assert "不接受用户“counter_program”的密码" in str(told_by(replace(installed.settings, password="wrong")))


def test_a_server_with_another_authoritys_certificate_is_not_spoken_to(
    installed: Installed, tmp_path: Path
) -> None:
    other = tmp_path / "other.crt"
    other.write_bytes(Authority("somebody else").certificate)
    assert "证书不能确认" in str(told_by(replace(installed.settings, ca_file=other)))


def test_a_server_under_a_name_that_is_not_its_own_is_not_spoken_to(installed: Installed) -> None:
    by_name = replace(installed.settings, hosts=(f"localhost:{installed.server.port}",))
    assert "证书不能确认" in str(told_by(by_name))


def test_a_database_that_is_not_there_is_told(installed: Installed) -> None:
    assert "没有数据库“elsewhere”" in str(told_by(replace(installed.settings, database="elsewhere")))


def test_a_database_of_another_version_is_not_used(installed: Installed) -> None:
    for found, told in (("0001", "请管理员先升级"), ("9999", "请升级本程序")):
        with installed.connect(OWNER) as connection:
            connection.execute("update alembic_version set version_num = %s", [found])
        try:
            assert told in str(told_by(installed.settings))
        finally:
            with installed.connect(OWNER) as connection:
                connection.execute("update alembic_version set version_num = %s", [HEAD])


def test_installing_changes_nothing_in_a_database_of_a_newer_program(
    installed: Installed, capsys: pytest.CaptureFixture[str]
) -> None:
    may = "select has_table_privilege('counter_program', 'draft', 'DELETE')"
    with installed.connect(OWNER) as connection:
        connection.execute("update alembic_version set version_num = '9999'")
        connection.execute("revoke delete on draft from counter_program")  # a right that the newer one took
    try:
        asked = ["--dsn", installed.dsn, "--database", "station", "--keep-passwords"]
        assert server_roles.main(asked) == 1
        assert "请升级本程序" in capsys.readouterr().err
        with installed.connect(OWNER) as connection:
            assert connection.execute(may).fetchone() == (False,)
    finally:
        with installed.connect(OWNER) as connection:
            connection.execute("update alembic_version set version_num = %s", [HEAD])
        server_roles.install(installed.dsn, "station", PASSWORDS)


def test_a_migration_does_not_keep_the_windows_waiting_behind_a_backup(
    installed: Installed, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(server_roles, "LOCK_SECONDS", 0.2)
    monkeypatch.setattr(opening, "upgrade", lambda engine: upgrade(engine, "0014"))
    with pytest.raises(AssertionError):  # as an older program made it
        server_roles.install(installed.dsn, "older", PASSWORDS)
    monkeypatch.setattr(opening, "upgrade", upgrade)
    asked = ["--dsn", installed.dsn, "--database", "older", "--keep-passwords"]
    way = {
        "host": str(installed.server.folder),
        "port": installed.server.port,
        "user": OWNER,
        "dbname": "older",
    }
    with psycopg.connect(**way) as backup:
        backup.execute("select count(*) from case_file")
        assert server_roles.main(asked) == 1
        assert "请等备份做完" in capsys.readouterr().err
        assert backup.execute("select version_num from alembic_version").fetchone() == ("0014",)
    assert server_roles.main(asked) == 0


def test_the_administrators_own_name_need_not_be_a_database(installed: Installed) -> None:
    assert server_roles.install(installed.dsn.replace(" dbname=postgres", ""), "station", {}) == HEAD


def test_passwords_are_taken_from_a_pipe_too(
    installed: Installed, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n\n"))  # the other two are never said
    assert server_roles.main(["--dsn", installed.dsn, "--database", "station"]) == 0
    assert HEAD in capsys.readouterr().out
    database = ServerDatabase(installed.settings, SystemClock().now, HEAD)
    database.check()  # the passwords are what they were
    database.close()


@pytest.mark.parametrize("role", ["counter_audit", "counter_backup"])
def test_a_user_who_may_not_do_a_counters_work_is_told(installed: Installed, role: str) -> None:
    settings = replace(installed.settings, user=role, password=PASSWORDS[role])
    database = ServerDatabase(settings, SystemClock().now, HEAD)
    try:
        with pytest.raises(EnvironmentTrouble, match=f"用户“{role}”不能办件"):
            database.describe()
    finally:
        database.close()


def test_an_empty_database_is_told(installed: Installed) -> None:
    with psycopg.connect(installed.dsn, autocommit=True) as connection:
        connection.execute("create database empty_one")
    assert "还是空的" in str(told_by(replace(installed.settings, database="empty_one")))


def test_a_backup_and_its_drill_go_over_tls_by_the_backups_own_password(
    served: Counter, tmp_path: Path
) -> None:
    office = served.office
    actor = served.sign_in.sign_in("one", "test-pass-1", 2)
    station_keys.ring(office)
    kept = station_backups.kept_duty(office, {}, duty=True, password=PASSWORDS["counter_backup"])
    way = station_backups.way_of(office, {"station": kept})
    assert way.parameters["sslmode"] == "verify-full"
    assert PASSWORDS["counter_backup"] not in way.words() + str(kept)
    made = station_making.make(
        way, tmp_path, BackupPlan(), office.clock.now, lambda _done, _total: None, lambda: False
    )
    assert made is not None
    result = station_drill.run(
        office, actor, way, made.path, made.key, lambda _done, _total: None, lambda: False
    )
    assert result.passed, result.faults
    wrong = station_backups.kept_duty(office, {}, duty=True, password="guessed")
    with pytest.raises(EnvironmentTrouble, match="counter_backup"):
        station_backups.try_way(office, {"station": wrong})


@pytest.mark.parametrize("maker", [server_roles.MIGRATIONS, OWNER])
def test_a_backup_reads_what_is_made_later_too(installed: Installed, maker: str) -> None:
    with psycopg.connect(installed.dsn, dbname="station") as connection:
        connection.execute(f"set role {maker}")
        connection.execute("create table public.later_one (id integer)")
        connection.execute("create schema later")
        connection.execute("create table later.another (id integer)")
        for table in ("public.later_one", "later.another"):
            [may] = connection.execute(
                "select has_table_privilege(%s, %s, 'select')", [server_roles.BACKUP, table]
            ).fetchone() or (False,)
            assert may
        [enters] = connection.execute(
            "select has_schema_privilege(%s, 'later', 'usage')", [server_roles.BACKUP]
        ).fetchone() or (False,)
        assert enters
        connection.rollback()
