"""Of somebody whose term is over nothing is left; nobody else is touched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import insert, text

from desktop.domain.errors import BadInput, NotPossible
from desktop.domain.retention import DataKind, PurgeState
from desktop.models.tables import OpConflict, OpPaper
from desktop.policies.retention import retentions
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from tests.services.asked import key
from tests.services.purges.ending import (
    FORMER,
    LATER,
    NAME,
    PHONE,
    Go,
    clerk_time,
    entries,
    everything,
    order_for,
    told_of,
)


def test_nothing_of_a_person_is_left_anywhere_after_a_purge(
    station: Counter, boss: Actor, security: Actor, clerk: Actor, gone: int, go: Go, words: tuple[str, ...]
) -> None:
    before = told_of(station, *words)
    for table in ("person", "registration", "paper.document", "draft", "name_bigram"):
        assert any(place.startswith(table) for place in before), f"the scan does not see {table}"
    go(LATER)
    with station.office.database.engine.connect() as connection:
        cases = connection.execute(text("select kind, state, accepted_on from case_file order by id")).all()
        blanks = connection.execute(text("select serial, state from blank order by serial")).all()
        trail = connection.execute(text("select hash from journal_entry order by counter_number, id")).all()
    order = order_for(station, boss)
    station.retention.approve(security, key(), order.order_id, order.version)
    done = station.retention.carry_out(security, order.order_id)
    assert (done.state, done.done, done.kept, done.parts) == (PurgeState.DONE, 1, 0, 1)
    assert told_of(station, *words) == []
    with station.office.database.engine.connect() as connection:
        assert (
            connection.execute(text("select kind, state, accepted_on from case_file order by id")).all()
            == cases
        )
        assert connection.execute(text("select serial, state from blank order by serial")).all() == blanks
        after = connection.execute(text("select hash from journal_entry order by counter_number, id")).all()
        assert set(trail) <= set(after)
        assert not connection.execute(
            text("select count(*) from paper_copy where pdf is not null")
        ).scalar_one()
    [entry] = entries(station, "purge_person")
    assert (entry["person_id"], entry["staff_id"]) == (gone, security.staff_id)
    assert "身份版本1" in entry["detail"]
    assert "居住证版本" in entry["detail"]
    [whole] = entries(station, "purge_done")
    assert "清除1、保留0、共1" in whole["detail"]
    assert station.lookup.find(clerk, NAME).hits == ()
    with pytest.raises(NotPossible, match="没有这个人的记录"):
        station.people.page(clerk, gone)


def test_a_preview_changes_nothing_and_names_nobody_in_full(
    station: Counter, boss: Actor, gone: int, go: Go, words: tuple[str, ...]
) -> None:
    go(LATER)
    station.journal.flush()
    before = everything(station)
    found = station.retention.preview(boss, DataKind.PERSON)
    assert everything(station) == before
    assert found.count == 1
    [line] = found.lines
    assert line.subject == str(gone)
    assert not any(word in line.what or word in line.masked_id_number for word in words)
    assert [entry["staff_id"] for entry in entries(station, "preview_purge")] == [boss.staff_id]


def test_nobody_is_due_before_the_term_is_over(station: Counter, boss: Actor, gone: int, go: Go) -> None:
    go(date(2034, 9, 25))  # ten years, less a day, after the last case
    assert station.retention.preview(boss, DataKind.PERSON).count == 0
    go(date(2034, 9, 26))
    assert station.retention.preview(boss, DataKind.PERSON).count == 1


def test_a_station_keeps_longer_but_never_shorter_than_the_law(
    station: Counter, boss: Actor, gone: int, go: Go
) -> None:
    kind, floor = DataKind.PERSON, retentions()[DataKind.PERSON].floor
    with pytest.raises(BadInput, match="行政诉讼法"):
        station.retention.set_months(boss, kind, str(floor - 1), None)
    station.retention.set_months(boss, kind, str(floor), None)
    assert station.retention.set_months(boss, kind, str(floor), None).own == floor  # sent twice
    go(date(2029, 9, 26))
    assert station.retention.preview(boss, kind).count == 1
    with pytest.raises(NotPossible, match="刚刚有了变动"):
        station.retention.set_months(boss, kind, "240", None)
    station.retention.set_months(boss, kind, "240", floor)
    assert station.retention.preview(boss, kind).count == 0
    station.retention.set_months(boss, kind, "", 240)
    assert [entry["detail"] for entry in entries(station, "set_retention")] == [
        "由120个月改为60个月",
        "由60个月改为240个月",
        "由240个月改为120个月",
    ]


def test_whoever_prepared_an_order_does_not_approve_it_and_nothing_goes_before(
    station: Counter, boss: Actor, security: Actor, clerk: Actor, gone: int, go: Go
) -> None:
    go(LATER)
    order = order_for(station, boss)
    with pytest.raises(NotPossible, match="还没有批准"):
        station.retention.carry_out(security, order.order_id)
    for actor in (boss, clerk):
        with pytest.raises(NotPossible, match="权限"):
            station.retention.approve(actor, key(), order.order_id, order.version)
    with pytest.raises(NotPossible, match="权限"):
        station.retention.preview(security, DataKind.PERSON)
    refused = station.retention.refuse(security, key(), order.order_id, order.version, "档案尚需查阅")
    assert refused.state is PurgeState.REFUSED
    with pytest.raises(NotPossible, match="还没有批准"):
        station.retention.carry_out(security, order.order_id)
    assert told_of(station, NAME)


def test_the_same_request_again_is_one_order_and_one_decision(
    station: Counter, boss: Actor, security: Actor, gone: int, go: Go
) -> None:
    go(LATER)
    found, request, decision = station.retention.preview(boss, DataKind.PERSON), key(), key()
    order = station.retention.prepare(boss, request, DataKind.PERSON, found.digest)
    assert station.retention.prepare(boss, request, DataKind.PERSON, found.digest) == order
    with pytest.raises(NotPossible, match="没有办完"):
        station.retention.prepare(boss, key(), DataKind.PERSON, found.digest)
    approved = station.retention.approve(security, decision, order.order_id, order.version)
    assert station.retention.approve(security, decision, order.order_id, order.version) == approved
    with pytest.raises(NotPossible, match="刚刚有了变动"):
        station.retention.refuse(security, key(), order.order_id, order.version, "太晚了")
    first = station.retention.carry_out(security, order.order_id)
    assert station.retention.carry_out(security, order.order_id) == first
    assert len(entries(station, "purge_person")) == len(entries(station, "purge_done")) == 1


def test_somebody_who_came_back_meanwhile_is_kept(
    station: Counter,
    boss: Actor,
    security: Actor,
    clerk: Actor,
    gone: int,
    go: Go,
    register: Callable[..., Any],
) -> None:
    go(LATER)
    order = order_for(station, boss)
    register(
        1,
        person={"name": NAME, "former_name": FORMER, "phone": PHONE},
        residence={"arrived_on": "2026-11-19"},
    )
    station.retention.approve(security, key(), order.order_id, order.version)
    done = station.retention.carry_out(security, order.order_id)
    assert (done.state, done.done, done.kept) == (PurgeState.DONE, 0, 1)
    assert station.people.page(clerk, gone).person.name == NAME
    assert [entry["person_id"] for entry in entries(station, "purge_kept")] == [gone]


def test_what_was_settled_of_an_outage_goes_and_what_was_not_keeps_the_person(
    station: Counter, boss: Actor, security: Actor, clerk: Actor, gone: int, go: Go, words: tuple[str, ...]
) -> None:
    number = next(word for word in words if word.startswith("371321"))
    conflict = {
        **{"id": 77, "op_id": key(), "digest": "d", "window_id": key(), "sequence": 1, "counter_number": 3},
        **{"kind": "differs", "state": "open", "version": 1, "subject": f"resident:{number}", "action": "x"},
        **{"reason": "[]", "operation": f"{NAME} {PHONE}".encode(), "staff_id": clerk.staff_id},
        **{"staff_name": "x", "made_at": clerk_time(), "taken_at": clerk_time(), "settled_at": None},
        **{"settled_by": None, "settled_name": "", "note": "", "request_id": None},
    }
    paper = {
        "id": 78,
        "conflict_id": 77,
        "paper_number": "1",
        "kind": "11",
        "document": NAME,
        "void_at": None,
    }
    with station.office.database.engine.begin() as connection:
        connection.execute(insert(OpConflict), conflict)
        connection.execute(insert(OpPaper), paper)
    go(LATER)
    order = order_for(station, boss)
    station.retention.approve(security, key(), order.order_id, order.version)
    assert station.retention.carry_out(security, order.order_id).kept == 1
    with station.office.database.engine.begin() as connection:
        connection.execute(text("update op_conflict set state = 'void'"))
    order = order_for(station, boss)
    station.retention.approve(security, key(), order.order_id, order.version)
    assert station.retention.carry_out(security, order.order_id).counts["op_conflict"] == 1
    assert told_of(station, *words) == []
