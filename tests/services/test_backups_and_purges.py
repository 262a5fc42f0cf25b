"""What was deleted after a backup comes back with it, unless it is deleted again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from desktop.domain.retention import PurgeState
from desktop.services import purge_orders, purges_since
from desktop.services.counter import Counter, open_counter
from desktop.services.rows import Actor
from printing.freezing import content_of
from tests.services.conftest import on, silent
from tests.services.purged import NAME, left_long_ago, purge


def names(station: Counter) -> list[str]:
    with station.office.database.engine.connect() as connection:
        return list(connection.execute(text("select name from person")).scalars())


@pytest.fixture
def long_ago(station: Counter, clerk: Actor, register: Any, go: Any) -> int:
    return left_long_ago(station, clerk, register, go)


def test_a_drill_says_how_much_was_deleted_since(station: Counter, template: Any, long_ago: int) -> None:
    made = station.backups.make(template.administrator, silent, on)
    assert station.backups.drill(template.administrator, made.path, silent, on).remarks == ()
    purge(station, template.administrator, template.security)
    result = station.backups.drill(template.administrator, made.path, silent, on)
    assert result.passed
    [remark] = result.remarks
    assert "1份清除单" in str(remark)
    later = station.backups.make(template.administrator, silent, on)
    assert station.backups.drill(template.administrator, later.path, silent, on).remarks == ()


def test_what_was_deleted_since_is_not_there_after_the_restore(
    station: Counter, template: Any, long_ago: int, clock: Any
) -> None:
    made = station.backups.make(template.administrator, silent, on)
    order = purge(station, template.administrator, template.security)
    assert NAME not in names(station)
    station.backups.restore(template.administrator, made.path, silent, on)
    folders = station.office.folders
    station.close()
    again = open_counter(folders, clock, practice=False)
    try:
        assert NAME not in names(again)
        assert len(names(again)) == 1
        found = purge_orders.find(again.office.database.link, order)
        assert (found.state, found.done) == (PurgeState.DONE, 1)
        with again.office.database.engine.connect() as connection:
            told = list(
                connection.execute(
                    text(
                        "select action from journal_entry where action like 'purge%' or action = 'restored_backup'"
                        " order by id"
                    )
                ).scalars()
            )
        assert told == ["restored_backup", "purge_person", "purge_done"]
    finally:
        again.close()


def test_an_order_that_is_known_is_opened_again_and_nothing_is_there_twice(
    station: Counter, template: Any, long_ago: int
) -> None:
    order = purge(station, template.administrator, template.security)
    link = station.office.database.link
    since = purge_orders.find(link, order).prepared_at
    with station.office.database.write() as writing:
        assert purges_since.carry_over(link, since, writing) == (order,)
    found = purge_orders.find(link, order)
    assert (found.state, found.done, found.parts) == (PurgeState.APPROVED, 1, 1)
    assert station.retention.carry_out(template.security, order).state is PurgeState.DONE


def test_the_record_says_it_too_and_one_of_before_is_still_read(
    station: Counter, template: Any, long_ago: int, document: Any, clock: Any
) -> None:
    made = station.backups.make(template.administrator, silent, on)
    first = station.backups.drill(template.administrator, made.path, silent, on)
    before = document(station.backups.drill_paper(template.administrator, first))
    assert before.remarks == ()
    assert "remarks" not in content_of(before)
    purge(station, template.administrator, template.security)
    clock.moment += timedelta(minutes=1)
    result = station.backups.drill(template.administrator, made.path, silent, on)
    [said] = document(station.backups.drill_paper(template.administrator, result)).remarks
    assert "1份清除单" in said


def test_a_database_tells_which_orders_it_knows(station: Counter, template: Any, long_ago: int) -> None:
    link = station.office.database.link
    assert purges_since.told_in(link) == purges_since.Purged(0, None, 0)
    order = purge(station, template.administrator, template.security)
    assert purges_since.told_in(link) == purges_since.Purged(1, purge_orders.find(link, order).done_at, 0)
