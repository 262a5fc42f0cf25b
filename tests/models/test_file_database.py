from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from desktop.models.file_database import FileDatabase, InUse
from desktop.models.opening import open_file
from desktop.models.prepared import Prepared
from desktop.models.tables import Setting
from desktop.services.ports import SystemClock
from tests.patience import PATIENCE

ADD = Prepared(insert(Setting))
ALL = Prepared(select(Setting.name))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[FileDatabase]:
    opened = open_file(tmp_path / "a.db", SystemClock().now())
    yield opened
    opened.close()


def add(database: FileDatabase, name: str) -> None:
    with database.write() as link:
        link.run(ADD, name=name, value="")


def names(database: FileDatabase) -> set[str]:
    return {row.name for row in database.link.all(ALL)}


def test_a_link_laid_aside_opens_itself_again(database: FileDatabase) -> None:
    add(database, "before")
    link = database.link
    with database.alone():
        pass
    assert database.link is link
    assert names(database) == {"before"}
    add(database, "after")
    assert names(database) == {"before", "after"}


def test_nobody_is_laid_aside_in_the_middle_of_a_transaction(database: FileDatabase) -> None:
    with database.write(), pytest.raises(InUse), database.alone():
        raise AssertionError
    begun, go_on = threading.Event(), threading.Event()

    def other() -> None:
        with database.write() as link:
            link.run(ADD, name="other", value="")
            begun.set()
            go_on.wait(PATIENCE)

    thread = threading.Thread(target=other)
    thread.start()
    begun.wait(PATIENCE)
    with pytest.raises(InUse), database.alone():
        raise AssertionError
    go_on.set()
    thread.join()
    with database.alone():
        pass
    assert names(database) == {"other"}


def test_a_failed_transaction_does_not_keep_the_link(database: FileDatabase) -> None:
    with pytest.raises(KeyError), database.write():
        raise KeyError
    database.link.one(ALL)

    def alone() -> None:
        with database.alone():
            done.append(True)

    done: list[bool] = []
    thread = threading.Thread(target=alone)  # the lock is a thread's own: another one must get it
    thread.start()
    thread.join()
    assert done == [True]


def test_who_asks_meanwhile_waits(database: FileDatabase) -> None:
    found: list[set[str]] = []
    ready, asked = threading.Event(), threading.Event()

    def other() -> None:
        assert names(database) == set()
        ready.set()
        asked.wait(PATIENCE)
        found.append(names(database))

    thread = threading.Thread(target=other)
    thread.start()
    ready.wait(PATIENCE)
    with database.alone():
        asked.set()
        thread.join(0.1)
        assert thread.is_alive()
    thread.join()
    assert found == [set()]
