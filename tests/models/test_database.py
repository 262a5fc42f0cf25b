from __future__ import annotations

import resource
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import bindparam, func, insert, select, update

from desktop.domain.errors import EnvironmentTrouble, NotPossible, sentence
from desktop.models.cipher import opening_words
from desktop.models.database import BUSY_TIMEOUT_MS, Database
from desktop.models.opening import open_file
from desktop.models.prepared import Prepared
from desktop.models.ring_opening import key_of
from desktop.models.tables import Setting

NOW = datetime(2026, 11, 20, 2, tzinfo=UTC)
ADD = Prepared(insert(Setting))
COUNT = Prepared(select(func.count().label("rows")).select_from(Setting))
VALUE = Prepared(select(Setting.value).where(Setting.name == bindparam("key")))
CHANGE = Prepared(update(Setting).where(Setting.name == bindparam("key")).values(value=bindparam("new")))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "station.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    made = open_file(path, NOW)
    yield made
    made.close()


def add(database: Database, name: str, value: str = "") -> None:
    with database.write() as link:
        link.run(ADD, name=name, value=value)


def count(database: Database) -> int:
    row = database.link.one(COUNT)
    assert row is not None
    return int(row.rows)


class Broken(Exception):
    """Something of ours that goes wrong in the middle."""


# -- transactions --------------------------------------------------------------------------------------


def test_a_transaction_is_all_or_nothing(database: Database) -> None:
    def half() -> None:
        with database.write() as link:
            link.run(ADD, name="a", value="")
            link.run(ADD, name="b", value="")
            raise Broken

    with pytest.raises(Broken):
        half()
    assert count(database) == 0
    assert not database.link.in_transaction
    add(database, "a")
    assert count(database) == 1


def test_even_an_interruption_undoes_the_transaction(database: Database) -> None:
    def interrupted() -> None:
        with database.write() as link:
            link.run(ADD, name="a", value="")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert count(database) == 0
    add(database, "b")


def test_a_nested_call_joins_the_outer_transaction(database: Database) -> None:
    with database.write() as outer:
        add(database, "a")
        with database.write() as inner:
            assert inner is outer
            inner.run(ADD, name="b", value="")
        assert outer.in_transaction
        assert seen_elsewhere(database) == 0
    assert seen_elsewhere(database) == count(database) == 2


def test_what_goes_wrong_outside_undoes_what_was_done_inside(database: Database) -> None:
    def outer() -> None:
        with database.write():
            add(database, "a")
            raise Broken

    with pytest.raises(Broken):
        outer()
    assert count(database) == 0


def test_what_goes_wrong_inside_undoes_what_was_done_outside(database: Database) -> None:
    def outer() -> None:
        with database.write():
            add(database, "a")
            add(database, "a")

    with pytest.raises(database.engine.dialect.loaded_dbapi.IntegrityError):
        outer()
    assert count(database) == 0


def test_a_sentence_for_the_clerk_passes_through_and_undoes(database: Database) -> None:
    def refused() -> None:
        with database.write() as link:
            link.run(ADD, name="a", value="")
            raise NotPossible(sentence("errors", "不行。"))

    with pytest.raises(NotPossible, match="不行"):
        refused()
    assert count(database) == 0


def test_our_own_mistakes_are_not_told_as_the_environments(database: Database) -> None:
    driver = database.engine.dialect.loaded_dbapi
    add(database, "a")
    with pytest.raises(driver.IntegrityError):
        add(database, "a")
    with pytest.raises(KeyError):
        database.link.one(VALUE)


def test_a_change_says_how_many_rows_it_touched(database: Database) -> None:
    add(database, "a")
    with database.write() as link:
        assert link.run(CHANGE, key="a", new="1") == 1
        assert link.run(CHANGE, key="b", new="1") == 0
        link.run_many(ADD, ({"name": name, "value": ""} for name in "xyz"))
    assert count(database) == 4


# -- threads -------------------------------------------------------------------------------------------


def seen_elsewhere(database: Database) -> int:
    with ThreadPoolExecutor(1) as worker:
        return worker.submit(count, database).result()


def test_each_thread_has_a_link_of_its_own(database: Database) -> None:
    with ThreadPoolExecutor(1) as worker:
        other = worker.submit(lambda: database.link).result()
        assert worker.submit(lambda: database.link).result() is other
    assert other is not database.link
    assert database.link is database.link


def test_a_commit_is_seen_at_once_in_another_thread(database: Database) -> None:
    with ThreadPoolExecutor(1) as worker:
        for place in range(5):
            assert worker.submit(count, database).result() == place
            add(database, str(place))
        worker.submit(add, database, "theirs").result()
    assert count(database) == 6


def test_writers_take_turns_and_none_loses_a_change(database: Database) -> None:
    add(database, "sum", "0")

    def raise_it(_: int) -> None:
        with database.write() as link:
            row = link.one(VALUE, key="sum")
            assert row is not None
            link.run(CHANGE, key="sum", new=str(int(row.value) + 1))

    with ThreadPoolExecutor(4) as workers:
        list(workers.map(raise_it, range(100)))
    row = database.link.one(VALUE, key="sum")
    assert row is not None
    assert row.value == "100"


def test_closing_closes_the_links_of_every_thread(database: Database, path: Path) -> None:
    with ThreadPoolExecutor(1) as worker:
        theirs = worker.submit(lambda: database.link).result()
        mine = database.link
        add(database, "a")
        database.close()
    for link in (mine, theirs):
        with pytest.raises(database.engine.dialect.loaded_dbapi.ProgrammingError):
            link.one(COUNT)
    assert not path.with_name("station.db-wal").exists()  # the last to leave puts the log away


# -- what the environment does -----------------------------------------------------------------------------

HOLD = """
import sys
import sqlcipher3.dbapi2 as driver
connection = driver.connect(sys.argv[1], isolation_level=None)
for words in sys.argv[2:]:
    connection.execute(words)
connection.execute("begin immediate")
print("held", flush=True)
sys.stdin.readline()
connection.execute("rollback")
print("let go", flush=True)
"""


def test_a_file_that_another_program_holds_is_told_and_works_when_it_is_let_go(
    database: Database, path: Path
) -> None:
    database.link._cursor.execute("pragma busy_timeout = 60")
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path), *opening_words(key_of(path))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdin is not None
    assert holder.stdout is not None
    try:
        assert holder.stdout.readline() == "held\n"
        begun = time.monotonic()
        with pytest.raises(EnvironmentTrouble, match="正被另一个程序占用"):
            add(database, "a")
        assert 0.05 < time.monotonic() - begun < 2
        assert not database.link.in_transaction
        assert count(database) == 0  # reading goes on
        holder.stdin.write("\n")
        holder.stdin.flush()
        assert holder.stdout.readline() == "let go\n"
        add(database, "a")
    finally:
        holder.kill()
        holder.wait()
        holder.stdin.close()
        holder.stdout.close()
    assert count(database) == 1


def test_the_sentence_names_the_time_that_is_waited(database: Database) -> None:
    assert BUSY_TIMEOUT_MS == 5_000  # 等待5秒
    assert database.link._cursor.execute("pragma busy_timeout").fetchone() == (BUSY_TIMEOUT_MS,)


def test_a_writer_waits_for_one_that_is_quick(database: Database) -> None:
    begun, done = threading.Event(), threading.Event()

    def other() -> None:
        with database.write() as link:
            link.run(ADD, name="theirs", value="")
            begun.set()
            done.wait(5)

    with ThreadPoolExecutor(1) as worker:
        finished = worker.submit(other)
        assert begun.wait(5)
        threading.Timer(0.1, done.set).start()
        add(database, "mine")
        finished.result()
    assert count(database) == 2


def test_a_full_disk_is_told_and_stores_nothing(database: Database) -> None:
    add(database, "before")
    cursor = database.link._cursor
    [pages] = cursor.execute("pragma page_count").fetchone()
    cursor.execute(f"pragma max_page_count = {pages}")

    def fill() -> None:
        with database.write() as link:
            for place in range(1000):
                link.run(ADD, name=str(place), value="满" * 1000)

    with pytest.raises(EnvironmentTrouble, match=r"磁盘已满.*station\.db"):
        fill()
    assert not database.link.in_transaction
    assert count(database) == 1
    cursor.execute("pragma max_page_count = 1073741823")
    fill()
    assert count(database) == 1001


def test_a_write_that_the_disk_refuses_is_told_and_stores_nothing(database: Database, path: Path) -> None:
    add(database, "before")
    log = path.with_name("station.db-wal")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (max(log.stat().st_size, path.stat().st_size), hard))

    def go_on() -> None:
        for place in range(200):
            add(database, str(place), "满" * 2000)

    try:
        with pytest.raises(EnvironmentTrouble, match="磁盘"):
            go_on()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    kept = count(database)
    add(database, "after")
    assert count(database) == kept + 1
    assert database.link._cursor.execute("pragma integrity_check").fetchone() == ("ok",)


@pytest.mark.usefixtures("ordinary_user")
def test_a_read_only_file_is_told(path: Path) -> None:
    open_file(path, NOW).close()
    path.chmod(0o400)
    database = open_file(path, NOW)
    with pytest.raises(EnvironmentTrouble, match="只读"):
        add(database, "a")
    assert count(database) == 0  # what is stored can still be read
    database.close()
    path.chmod(0o600)
    database = open_file(path, NOW)
    add(database, "a")
    database.close()


@pytest.mark.usefixtures("ordinary_user")
def test_a_read_only_folder_is_told_before_anything_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "readonly"
    folder.mkdir(mode=0o500)
    with pytest.raises(EnvironmentTrouble, match=r"无法使用数据文件夹.*Permission denied"):
        open_file(folder / "station.db", NOW)
    assert list(folder.iterdir()) == []


@pytest.mark.usefixtures("ordinary_user")
def test_a_folder_that_became_read_only_is_told(path: Path) -> None:
    open_file(path, NOW).close()
    path.parent.chmod(0o500)
    with pytest.raises(EnvironmentTrouble, match="文件夹"):
        open_file(path, NOW)
    path.parent.chmod(0o700)
    database = open_file(path, NOW)
    add(database, "a")
    database.close()


def test_the_log_is_moved_into_the_file_at_idle(database: Database, path: Path) -> None:
    before = path.stat().st_size
    for place in range(50):
        add(database, str(place), "长" * 1000)
    assert path.stat().st_size == before
    database.link.checkpoint()
    assert path.stat().st_size > before
    assert count(database) == 50


def test_a_thread_that_is_forbidden_is_refused_and_the_others_are_served(database: Database) -> None:
    database.forbid(threading.get_ident())
    with pytest.raises(RuntimeError, match="screen's own thread"):
        database.link.one(COUNT)
    with ThreadPoolExecutor(1) as worker:
        assert worker.submit(lambda: database.link.one(COUNT)).result() is not None
    database.forbid(None)
    assert database.link.one(COUNT) is not None
