"""On a server that sorts by a language, as most machines have it, the station's database is in the order of codes."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from desktop.domain.errors import EnvironmentTrouble
from desktop.models import server_roles
from desktop.models.server_order import refuse_other_order
from installer.scratch_server import OWNER, ScratchServer
from tests.servers import scratch

PINYIN = ("--locale=C", "--locale-provider=icu", "--icu-locale=zh")
ROLES = "select rolname from pg_roles where rolname like 'counter_%' order by 1"


@pytest.fixture(scope="module")
def server() -> Iterator[ScratchServer]:
    with scratch(order=PINYIN) as made:
        yield made


def connect(server: ScratchServer, name: str) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(host=str(server.folder), user=OWNER, dbname=name, autocommit=True)


def test_a_database_that_somebody_made_in_another_order_is_refused_and_nothing_is_changed(
    server: ScratchServer, capsys: pytest.CaptureFixture[str]
) -> None:
    with connect(server, "postgres") as owner:
        owner.execute("create database by_pinyin")
        assert owner.execute(ROLES).fetchall() == []
        asked = ["--dsn", f"host={server.folder} user={OWNER}", "--database", "by_pinyin", "--keep-passwords"]
        assert server_roles.main(asked) == 1
        assert "数据库“by_pinyin”按语言的习惯排序" in capsys.readouterr().err
        assert owner.execute(ROLES).fetchall() == []
    with connect(server, "by_pinyin") as there, pytest.raises(EnvironmentTrouble, match="查不到人"):
        refuse_other_order(there)


def test_a_database_of_the_programs_own_is_in_the_order_of_codes_on_any_server(server: ScratchServer) -> None:
    with connect(server, "postgres") as owner:
        server_roles.make_roles(owner, {})
        server_roles.make_database(owner, "residence")
    with connect(server, "residence") as there:
        refuse_other_order(there)
        sorted_there = "select x from unnest(array['b', '章', 'B', '张', 'a', ' ']) x order by x"
        found = [word for (word,) in there.execute(sorted_there)]
    assert found == [" ", "B", "a", "b", "张", "章"]
