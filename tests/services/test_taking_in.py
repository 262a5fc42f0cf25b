"""Operations taken in together by a real PostgreSQL: as one by one, whatever one of them meets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert

from desktop.domain.errors import ServerAway
from desktop.models.prepared import Prepared
from desktop.models.server_faults import away
from desktop.models.tables import OpInbox
from desktop.services import inbox, taking_in
from desktop.services.counter import Counter
from desktop.services.ports import Folders
from desktop.services.window import open_window
from tests.conftest import FakeClock, Template
from tests.servers import Databases, reach
from tests.services.outage import chain_faults, line_of, register, rows


class Way:
    """The sign of life: none while cut."""

    cut = False

    def ping(self) -> None:
        if self.cut:
            raise away(datetime(2026, 11, 20, 2, tzinfo=UTC))


@pytest.fixture
def way() -> Way:
    return Way()


@pytest.fixture
def window(
    server_template: Template,
    databases: Databases,
    tmp_path: Path,
    shared_cache: Path,
    clock: FakeClock,
    way: Way,
) -> Iterator[Counter]:
    name, clerk = databases.make(server_template.database), server_template.clerk
    (tmp_path / "window").mkdir()
    folders = Folders(tmp_path / "window", shared_cache)
    made = open_window(folders, clock, reach(databases.server, name), way.ping)
    made.office.rights.seat(clerk)
    line_of(made).at_counter(clerk.counter_number, clerk)
    line_of(made).tend()
    yield made
    made.close()
    databases.drop(name)


def alone(window: Counter, way: Way, template: Template, first: int, count: int) -> list[str]:
    """Register people without the server; return their numbers."""
    way.cut = True
    line_of(window).tend()
    return [
        register(window, template.clerk, serial).case.case_number for serial in range(first, first + count)
    ]


def back(window: Counter, way: Way) -> None:
    way.cut = False
    line_of(window).tend()
    assert not line_of(window).away


def asked_one_by_one(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Write down which operations are taken in by themselves."""
    taken: list[str] = []
    take = inbox.Inbox.take

    def noted(self: inbox.Inbox, link: object, waiting: inbox.Waiting, aliases: dict[int, int]) -> str:
        taken.append(waiting.operation.name)
        return take(self, link, waiting, aliases)  # type: ignore[arg-type]

    monkeypatch.setattr(inbox.Inbox, "take", noted)
    return taken


def test_operations_are_taken_in_together(
    window: Counter, way: Way, server_template: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = asked_one_by_one(monkeypatch)
    numbers = alone(window, way, server_template, 1, taking_in.AT_ONCE + 5)
    back(window, way)
    server = line_of(window).switch.server
    assert taken == []
    assert [number for (number,) in rows(server, "select case_number from case_file order by id")] == numbers
    found = "select count(*), count(distinct op_id), min(outcome), max(outcome) from op_inbox"
    assert rows(server, found) == [(len(numbers), len(numbers), "applied", "applied")]
    assert chain_faults(server) == []


def test_one_that_cannot_be_stored_is_a_line_and_the_others_are_stored(
    window: Counter, way: Way, server_template: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = asked_one_by_one(monkeypatch)
    known = register(window, server_template.clerk, 1)
    numbers = alone(window, way, server_template, 2, 6)
    server = line_of(window).switch.server
    with server.engine.begin() as connection:  # the third one's number belongs to somebody else by now
        connection.exec_driver_sql(
            f"update case_file set case_number = '{numbers[2]}' where id = {known.case.case_id}"
        )
    back(window, way)
    assert len(taken) == len(numbers)
    there = [number for (number,) in rows(server, "select case_number from case_file order by id")]
    assert there == [numbers[2], *numbers[:2], *numbers[3:]]
    assert rows(server, "select kind, state from op_conflict") == [("fault", "open")]
    [(paper,)] = rows(server, "select paper_number from op_paper")
    assert paper.endswith(numbers[2])
    outcomes = [outcome for (outcome,) in rows(server, "select outcome from op_inbox order by sequence")]
    assert outcomes == ["applied", "applied", "conflict", "applied", "applied", "applied"]
    assert chain_faults(server) == []
    window.journal.flush()
    for (changed,) in rows(server, "select count(*) from journal_entry where case_number <> ''"):
        assert changed == 1 + len(numbers)  # it happened, and is told once


def test_what_was_not_yet_sent_may_fail_and_is_undone_too(window: Counter) -> None:
    line = line_of(window)
    twice = Prepared(insert(OpInbox))
    row = {
        **{"op_id": "x", "window_id": "w", "sequence": 1, "counter_number": 3, "digest": "d"},
        **{"outcome": "applied", "aliases": ""},
        **{"made_at": datetime(2026, 11, 20, tzinfo=UTC), "taken_at": datetime(2026, 11, 20, tzinfo=UTC)},
    }
    with line.switch.on(line.switch.server) as server, server.write() as link:
        link.run(inbox.SAVE)
        link.run(twice, **row)
        link.run(twice, **row)
        inbox.undo(link)
        link.run(twice, **row)
    assert rows(server, "select op_id from op_inbox") == [("x",)]


def test_a_server_that_goes_away_leaves_nothing_of_them(
    window: Counter, way: Way, server_template: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone(window, way, server_template, 1, 4)
    way.cut = False

    def gone(*_: object) -> None:
        raise ServerAway(
            away(datetime(2026, 11, 20, 2, tzinfo=UTC)).message, datetime(2026, 11, 20, 2, tzinfo=UTC)
        )

    monkeypatch.setattr(inbox.Inbox, "row", gone)
    line_of(window).tend()
    assert line_of(window).away
    monkeypatch.undo()
    assert rows(line_of(window).switch.server, "select count(*) from case_file") == [(0,)]
    back(window, way)
    assert rows(line_of(window).switch.server, "select count(*) from case_file") == [(4,)]
