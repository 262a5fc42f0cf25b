"""Nobody waits for a person while holding what is that person's: so no two counters wait for each other."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from desktop.domain.codes import CancelReason, CaseState
from desktop.services import case_records, permit_endings
from desktop.services.counter import Counter
from desktop.services.departures import DepartureForm
from desktop.services.ports import Clock, Folders
from desktop.services.rows import Actor
from tests.servers import again
from tests.services.asked import key
from tests.services.lock_order import held, in_order, out_of_order, watched
from tests.services.producing import TODAY, blanks, granted  # noqa: F401

WAITING = "select count(*) from pg_locks where not granted"
DEADLOCKS = "select deadlocks from pg_stat_database where datname = current_database()"


def test_how_a_statement_takes_hold_is_read_from_its_words() -> None:
    assert held("SELECT person.id FROM person WHERE person.current_id = $1 FOR UPDATE") == ("lock", "person")
    assert held("UPDATE case_file SET state=$1") == ("lock", "case_file")
    assert held("INSERT INTO permit (id) VALUES ($1)") == ("refer", "permit")
    assert held("SELECT person.id FROM person") is None


def test_a_case_before_its_person_is_out_of_order() -> None:
    wrong = [("lock", "case_file"), ("refer", "permit")]
    assert not in_order(wrong)
    assert in_order([("lock", "person"), *wrong])
    assert in_order([("lock", "case_file"), ("refer", "case_step")])
    assert out_of_order([wrong, wrong]) == ["lock case_file > refer permit"]


def test_a_card_is_printed_while_its_holder_leaves(
    blanks: Counter,  # noqa: F811
    clerk: Actor,
    granted: Callable[..., int],  # noqa: F811
    folders: Folders,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case_id = granted()
    [card] = blanks.production.reserve(clerk, key(), [case_id])
    person = case_records.find(blanks.office.database.link, case_id).person_id
    other = again(blanks, folders, clock)
    leaving, go_on = threading.Event(), threading.Event()
    withdraw = permit_endings.withdraw

    def slowly(*asked: Any) -> Any:
        leaving.set()
        assert go_on.wait(60)
        return withdraw(*asked)

    monkeypatch.setattr(permit_endings, "withdraw", slowly)
    form = DepartureForm(CancelReason.LEFT, TODAY, "420100", "武汉路1号")
    link: Any = blanks.office.database.link
    with ThreadPoolExecutor(2) as threads:
        left = threads.submit(other.departures.leave, clerk, key(), person, form)
        assert leaving.wait(60)
        printed = threads.submit(blanks.production.printed, clerk, key(), [card.serial])
        while link._cursor.execute(WAITING).fetchone() == (0,) and not printed.done():
            pass
        go_on.set()
        left.result()
        done = printed.result()
    assert [one.serial for one in done.problems] == [card.serial]
    assert case_records.find(blanks.office.database.link, case_id).state is CaseState.WITHDRAWN
    assert link._cursor.execute(DEADLOCKS).fetchone() == (0,)
    other.close()


def test_what_is_watched_is_what_services_do(
    blanks: Counter,  # noqa: F811
    clerk: Actor,
    granted: Callable[..., int],  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case_id = granted()
    [card] = blanks.production.reserve(clerk, key(), [case_id])
    with watched(monkeypatch) as transactions:
        blanks.production.printed(clerk, key(), [card.serial])
    assert [("lock", "person"), ("lock", "case_file")] in [taken[:2] for taken in transactions]
    assert any(("refer", "permit") in taken for taken in transactions)
