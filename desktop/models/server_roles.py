"""Roles on the station's server, each with the least it needs; `python -m desktop.models.server_roles --help`.

`counter_migrations` owns the tables and changes them; `counter_program` is what the windows connect as: it may
add to the trail and never change it; `counter_audit` reads the trail and nothing else. `counter_backup` reads
everything and changes nothing; for a restore drill it becomes `counter_drill`, which makes databases of its own
and cannot even connect to the station's.
"""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from desktop.domain.errors import CounterError, EnvironmentTrouble, sentence
from desktop.models.server_log import keep_quiet
from desktop.models.server_opening import refuse_newer
from desktop.models.server_order import empty_database, refuse_other_order

if TYPE_CHECKING:
    from collections.abc import Sequence

MIGRATIONS, PROGRAM, AUDIT = "counter_migrations", "counter_program", "counter_audit"
BACKUP, DRILL = "counter_backup", "counter_drill"
ROLES = (MIGRATIONS, PROGRAM, AUDIT, BACKUP)
"""Who signs in at the server; nobody does as DRILL."""

LOCK_SECONDS = 10.0
"""So long a migration waits for a table that somebody reads or changes; every window waits behind it meanwhile."""
_LOCKED = "55P03"
_IN_USE = sentence(
    "errors",
    "有人正在使用数据库的各表（例如正在备份，或窗口正在办理），等了{seconds}秒还没有完。什么都没有改动，各窗口照常办理；请等备份做完、窗口空闲时再运行一次。",
)
GROWS = ("journal_entry", "trail_head", "trail_day", "trail_stretch", "trail_slice", "trail_archive")
"""Tables that the program adds to and reads; a trigger refuses every other change, whoever asks."""
KEPT = ("alembic_version", "station_backup")
"""Tables that the program only reads; what was backed up is written down by who backs up."""
SHRINKS = (
    "draft",
    "name_bigram",
    "name_reading",
    "old_password",
    "op_conflict",
    "op_paper",
    "setting",
    "withheld_right",
    "wrong_password",
)
"""Tables whose rows the program also takes away; from the others nothing is ever deleted."""
AUDITED: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(GROWS, ()),
    "alembic_version": (),
    "station": (),
    "staff": ("id", "sign_in_name", "name", "role", "active", "created_at"),
    "seal_key": (
        "key_id",
        "algorithm",
        "public_key",
        "station",
        "station_name",
        "practice",
        "made_on",
        "retired_on",
        "revoked_on",
    ),
}
"""What the auditor reads: whole tables, or the named columns of one. No password, no private key, no person."""
BACKED_UP = "station_backup"
"""Where the backup's role writes down what it did; everything else it only reads."""
SETTINGS = {
    "statement_timeout": "2500",
    "lock_timeout": "2000",
    "idle_in_transaction_session_timeout": "15000",
    "TimeZone": "UTC",
    "DateStyle": "ISO, YMD",
    "synchronous_commit": "on",
    "jit": "off",
    "enable_partition_pruning": "off",
}
"""Of the program's sessions, also behind a pooler, which takes none from a window."""
_WITHOUT_LIMIT = ("idle_session_timeout", "transaction_timeout")
"""What would end a window that nobody uses for a while, or a backup; servers before 14 and 17 do not know them."""
_LONG = ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout", *_WITHOUT_LIMIT)
"""Limits that a backup and a migration have none of, whatever the server sets for everybody: they have their own."""


def make_roles(connection: psycopg.Connection[Any], passwords: Mapping[str, str]) -> None:
    """Make the roles that are missing, and set the passwords given; needs an administrator's connection."""
    for role in ROLES:
        there = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
        if there is None:
            connection.execute(
                sql.SQL("CREATE ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT").format(
                    sql.Identifier(role)
                )
            )
        if role in passwords:  # hashed here: the password itself never reaches the server or its log
            hashed = connection.pgconn.encrypt_password(
                passwords[role].encode(), role.encode(), b"scram-sha-256"
            )
            connection.execute(
                sql.SQL("ALTER ROLE {} PASSWORD {}").format(
                    sql.Identifier(role), sql.Literal(hashed.decode())
                )
            )
    keep_quiet(connection, ROLES)
    if connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [DRILL]).fetchone() is None:
        made = sql.SQL("CREATE ROLE {} NOLOGIN NOSUPERUSER CREATEDB NOCREATEROLE")
        connection.execute(made.format(sql.Identifier(DRILL)))
    connection.execute(sql.SQL("GRANT {} TO {}").format(sql.Identifier(DRILL), sql.Identifier(BACKUP)))
    known = _limits(connection)
    without = [name for name in _WITHOUT_LIMIT if name in known]
    for role, settings in (
        (PROGRAM, {**SETTINGS, **dict.fromkeys(without, "0")}),
        (BACKUP, {**dict.fromkeys(known, "0"), "DateStyle": SETTINGS["DateStyle"]}),
    ):
        for name, value in settings.items():
            connection.execute(
                sql.SQL("ALTER ROLE {} SET {} = {}").format(
                    sql.Identifier(role), sql.Identifier(name), sql.Literal(value)
                )
            )


def _limits(connection: psycopg.Connection[Any]) -> list[str]:
    """Return those limits that this server knows."""
    rows = connection.execute("SELECT name FROM pg_settings WHERE name = ANY(%s)", [list(_LONG)])
    return sorted(row[0] for row in rows.fetchall())


def make_database(connection: psycopg.Connection[Any], name: str) -> None:
    """Make the database unless it is there; it belongs to the migrations, and strangers do not get in."""
    database = sql.Identifier(name)
    if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is None:
        create_database(connection, name)
    connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))
    for role in ROLES:
        connection.execute(
            sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, sql.Identifier(role))
        )


def create_database(connection: psycopg.Connection[Any], name: str) -> None:
    """Make a database that is not there yet; psycopg.errors.DuplicateDatabase where it is."""
    owned = sql.SQL(" OWNER {}").format(sql.Identifier(MIGRATIONS))
    connection.execute(empty_database(connection, name) + owned)


def grant(connection: psycopg.Connection[Any]) -> None:
    """Give the roles their rights in the connection's database, anew after every migration, and take all others.

    In one transaction: windows work and backups read meanwhile.
    """
    connection.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
    rows = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
    tables = sorted(row[0] for row in rows)
    connection.execute(
        sql.SQL("GRANT USAGE, CREATE ON SCHEMA public TO {}").format(sql.Identifier(MIGRATIONS))
    )
    _let_backups_read(connection)
    for role in (PROGRAM, AUDIT, BACKUP):
        who = sql.Identifier(role)
        connection.execute(sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(who))
        connection.execute(sql.SQL("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {}").format(who))
    _keep_functions(connection)
    if "trail_archive" in tables:  # what may be taken away below an archived head, and nothing else
        connection.execute(
            sql.SQL("GRANT EXECUTE ON FUNCTION purge_trail(integer, integer, integer) TO {}").format(
                sql.Identifier(PROGRAM)
            )
        )
        connection.execute(
            sql.SQL("GRANT EXECUTE ON FUNCTION make_years() TO {}").format(sql.Identifier(PROGRAM))
        )
    for table in tables:
        _allow(connection, rights_of(table), table, PROGRAM)
        _allow(connection, ("SELECT", "INSERT") if table == BACKED_UP else ("SELECT",), table, BACKUP)
        if table in AUDITED:
            _allow(connection, ("SELECT",), table, AUDIT, AUDITED[table])


def _let_backups_read(connection: psycopg.Connection[Any]) -> None:
    """Let a backup read every schema, also what the migrations' role makes later: a year's table, an archive."""
    who, owner = sql.Identifier(BACKUP), sql.Identifier(MIGRATIONS)
    for (schema,) in connection.execute(
        "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'"
    ).fetchall():
        named = sql.Identifier(schema)
        connection.execute(sql.SQL("GRANT USAGE ON SCHEMA {} TO {}").format(named, who))
        connection.execute(sql.SQL("GRANT SELECT ON ALL TABLES IN SCHEMA {} TO {}").format(named, who))
    for whose in (sql.SQL("FOR ROLE {} ").format(owner), sql.SQL("")):  # and the administrator's own
        for words in ("GRANT SELECT ON TABLES TO {}", "GRANT USAGE ON SCHEMAS TO {}"):
            later = sql.SQL("ALTER DEFAULT PRIVILEGES ") + whose
            connection.execute(later + sql.SQL(words).format(who))


def _keep_functions(connection: psycopg.Connection[Any]) -> None:
    """Let nobody call what the tables' owner made: a restored database has its functions without their rights."""
    rows = connection.execute(
        "SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND NOT EXISTS"
        " (SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid AND deptype = 'e')"
    ).fetchall()
    others = sql.SQL(", ").join(map(sql.Identifier, (PROGRAM, AUDIT, BACKUP)))
    for (named,) in rows:  # as the server itself writes it
        connection.execute(
            sql.SQL("REVOKE ALL ON FUNCTION {} FROM PUBLIC, {}").format(sql.SQL(named), others)
        )


def rights_of(table: str) -> tuple[str, ...]:
    """Return what the program may do with a table."""
    if table in KEPT:
        return ("SELECT",)
    if table in GROWS:
        return ("SELECT", "INSERT")
    if table in SHRINKS:
        return ("SELECT", "INSERT", "UPDATE", "DELETE")
    return ("SELECT", "INSERT", "UPDATE")


def _allow(
    connection: psycopg.Connection[Any],
    rights: Iterable[str],
    table: str,
    role: str,
    columns: Sequence[str] = (),
) -> None:
    only: sql.Composable = sql.SQL("")
    if columns:
        only = sql.SQL("({})").format(sql.SQL(", ").join(map(sql.Identifier, columns)))
    connection.execute(
        sql.SQL("GRANT {} {} ON TABLE {} TO {}").format(
            sql.SQL(", ").join(sql.SQL(right) for right in rights),
            only,
            sql.Identifier(table),
            sql.Identifier(role),
        )
    )


def _unlimited(dsn: str, **more: Any) -> psycopg.Connection[Any]:
    """An administrator's connection in autocommit, without the limits that the server sets for everybody."""
    connection = psycopg.connect(dsn, **more, autocommit=True)
    for name in _limits(connection):
        connection.execute(sql.SQL("SET {} = 0").format(sql.Identifier(name)))
    return connection


def migrate(dsn: str, database: str) -> str:
    """Bring the database's tables up to this program's, as the migrations' role; return the revision.

    EnvironmentTrouble, and nothing is changed, where somebody uses a table for longer than the windows can wait.
    """
    from sqlalchemy import create_engine, text
    from sqlalchemy.pool import NullPool

    from desktop.models.opening import HEAD, upgrade

    def connect() -> psycopg.Connection[Any]:
        connection = _unlimited(dsn, dbname=database)
        connection.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(MIGRATIONS)))
        connection.execute(f"SET lock_timeout = {round(LOCK_SECONDS * 1000)}")
        connection.autocommit = False
        return connection

    engine = create_engine("postgresql+psycopg://", creator=connect, poolclass=NullPool)
    try:
        upgrade(engine)
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) != _LOCKED:
            raise
        raise EnvironmentTrouble(_IN_USE.fill(seconds=f"{LOCK_SECONDS:g}")) from error
    with engine.connect() as connection:
        found = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    engine.dispose()
    assert found == HEAD
    return found


def install(dsn: str, database: str, passwords: Mapping[str, str]) -> str:
    """Do all of it: roles, database, tables, rights. Run again after every new version of the program.

    EnvironmentTrouble where a newer program has been at the database, or where it sorts by a language: nothing is
    changed then, no right either.
    """
    if "dbname" not in conninfo_to_dict(dsn):  # libpq would look for one called as the user is
        dsn = make_conninfo(dsn, dbname="postgres")
    with _unlimited(dsn) as connection:
        if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone():
            with psycopg.connect(dsn, dbname=database, autocommit=True) as present:
                refuse_newer(present)
                refuse_other_order(present)
        make_roles(connection, passwords)
        make_database(connection, database)
    with _unlimited(dsn, dbname=database) as connection, connection.transaction():
        grant(connection)  # before the tables are there: the migrations' role must be let in
    found = migrate(dsn, database)
    with _unlimited(dsn, dbname=database) as connection, connection.transaction():
        grant(connection)
    return found


def main(arguments: Sequence[str]) -> int:
    """Run by the server's administrator; passwords are asked for and never shown."""
    asked = argparse.ArgumentParser(
        prog="python -m desktop.models.server_roles",
        description="建立或升级本所服务器上的数据库：四个用户（升级、窗口程序、审计、备份），各表，各自的权限。",
    )
    asked.add_argument(
        "--dsn", default="dbname=postgres", help="管理员的连接，如 'host=/var/run/postgresql user=postgres'"
    )
    asked.add_argument("--database", default="residence", help="数据库名称（默认 residence）")
    asked.add_argument("--keep-passwords", action="store_true", help="不改密码，例如升级时")
    given = asked.parse_args(arguments)
    passwords: dict[str, str] = {}
    if not given.keep_passwords:
        for role in ROLES:
            typed = _asked(f"{role} 的密码（直接回车则不改）：")
            if typed:
                passwords[role] = typed
    try:
        found = install(given.dsn, given.database, passwords)
    except (psycopg.Error, SQLAlchemyError, CounterError) as error:
        print(f"没有完成：{error}", file=sys.stderr)  # noqa: T201 - a command's words to who ran it
        return 1
    print(f"完成：数据库 {given.database} 为 {found} 版，四个用户的权限已重新设定。")  # noqa: T201
    return 0


def _asked(words: str) -> str:
    """Ask for a password without showing it; from a pipe or a file, a line each, nothing at its end."""
    return getpass.getpass(words) if sys.stdin.isatty() else sys.stdin.readline().strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
