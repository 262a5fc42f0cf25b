"""In which order the station's database has its texts: that of their characters' codes, as a file has them.

Whoever begins with some letters is looked for between two ends. In the order of a language, which a server takes from
its machine unless it is told otherwise, nobody lies between them, or others do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from psycopg import sql

from desktop.domain.errors import EnvironmentTrouble, sentence

if TYPE_CHECKING:
    import psycopg

_HAS_PROVIDERS = 150_000
"""The first version in which somebody else than the system may say what comes before what."""
_BY_CODES = "SELECT 'B' < 'a' AND 'zhangsan' < 'zhang' || chr(1114111) AND '张三' < '张' || chr(1114111)"
_OTHER_ORDER = sentence(
    "errors",
    "数据库“{database}”按语言的习惯排序，按姓名和拼音会查不到人。没有升级，什么都没有改动。请先备份，再恢复成新的数据库：恢复时新建的按编码排序。",
)


def empty_database(connection: psycopg.Connection[Any], name: str) -> sql.Composed:
    """Return the words that make a database with nothing in it, in the order of codes."""
    words = "CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"
    if connection.info.server_version >= _HAS_PROVIDERS:
        words += " LOCALE_PROVIDER libc"
    return sql.SQL(words).format(sql.Identifier(name))


def refuse_other_order(connection: psycopg.Connection[Any]) -> None:
    """Pass over a database in the order of codes; EnvironmentTrouble for one in the order of a language."""
    if connection.execute(_BY_CODES).fetchone() != (True,):
        raise EnvironmentTrouble(_OTHER_ORDER.fill(database=connection.info.dbname))
