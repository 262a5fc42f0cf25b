"""Whether the database on the server is the one that this program knows."""

from __future__ import annotations

from typing import Any

import psycopg

from desktop.domain.errors import EnvironmentTrouble, sentence

_NONE = sentence(
    "errors", "服务器上的数据库“{database}”还是空的。请管理员先运行安装脚本建立各表，再打开本程序。"
)
_OLDER = sentence(
    "errors",
    "服务器上的数据库是{found}版，本程序要{head}版。请管理员先升级服务器上的数据库，数据没有改动。",
)
_NEWER = sentence(
    "errors",
    "服务器上的数据库已由更新版本的程序升级（{found}版），本程序不能使用。请升级本程序，数据没有改动。",
)


def require(connection: psycopg.Connection[Any], database: str, head: str) -> None:
    """Pass over a database at the migration `head`; EnvironmentTrouble says what to do about any other."""
    found = revision(connection)
    if found == head:
        return
    if found is None:
        raise EnvironmentTrouble(_NONE.fill(database=database))
    from desktop.models.opening import known_revisions  # here for start-up time: it takes Alembic

    told = _OLDER if found in known_revisions() else _NEWER
    raise EnvironmentTrouble(told.fill(found=found, head=head))


def refuse_newer(connection: psycopg.Connection[Any]) -> None:
    """Pass over a database that this program may bring up to its own version; EnvironmentTrouble for a newer one."""
    from desktop.models.opening import HEAD, known_revisions  # here for start-up time: it takes Alembic

    found = revision(connection)
    if found is not None and found not in known_revisions():
        raise EnvironmentTrouble(_NEWER.fill(found=found, head=HEAD))


def revision(connection: psycopg.Connection[Any]) -> str | None:
    """Return the migration that a server's database is at, or None where nothing has been made yet."""
    try:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except psycopg.errors.UndefinedTable:
        return None
    return None if row is None else str(row[0])
