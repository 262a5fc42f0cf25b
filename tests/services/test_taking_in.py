"""Operations taken in together by a real PostgreSQL: as one by one, whatever one of them meets."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import cbor2
import pytest
from sqlalchemy import Select, insert, select
from sqlalchemy.exc import IntegrityError

from desktop.domain.codes import CopyOutcome
from desktop.domain.errors import ServerAway
from desktop.models.link import Link
from desktop.models.noting import Asked, Noting
from desktop.models.prepared import Prepared
from desktop.models.server_faults import away
from desktop.models.tables import OpInbox
from desktop.models.tables.schema import Schema
from desktop.services import (
    added,
    case_records,
    copy_records,
    inbox,
    people_records,
    reading_ahead,
    set_wise,
    taking_in,
)
from desktop.services.counter import Counter, build_counter
from desktop.services.journal import Happening
from desktop.services.operation_form import PRINTING, Operation, read
from desktop.services.outbox import Waiting
from desktop.services.ports import Folders
from desktop.services.window import open_window
from tests.conftest import FakeClock, Template
from tests.servers import Databases, reach, round_trips
from tests.services.outage import apply, chain_faults, home_of, line_of, person_of, register, rows

WRITTEN = Operation.written


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

    def noted(self: inbox.Inbox, link: object, waiting: Waiting, aliases: dict[int, int]) -> str:
        taken.append(waiting.operation.name)
        return take(self, link, waiting, aliases)  # type: ignore[arg-type]

    monkeypatch.setattr(inbox.Inbox, "take", noted)
    return taken


def test_operations_are_taken_in_together(
    window: Counter, way: Way, server_template: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = asked_one_by_one(monkeypatch)
    monkeypatch.setattr(taking_in, "STORED_AT_ONCE", 55)
    numbers = alone(window, way, server_template, 1, 60)
    back(window, way)
    server = line_of(window).switch.server
    assert taken == []
    assert [number for (number,) in rows(server, "select case_number from case_file order by id")] == numbers
    found = "select count(*), count(distinct op_id), min(outcome), max(outcome) from op_inbox"
    assert rows(server, found) == [(len(numbers), len(numbers), "applied", "applied")]


def test_all_that_is_asked_about_a_few_is_asked_in_one_round_trip_and_stored_in_another(
    window: Counter, way: Way, server_template: Template, tmp_path: Path
) -> None:
    alone(window, way, server_template, 1, 3)
    line, way.cut = line_of(window), False
    server = line.switch.server
    with round_trips(server, tmp_path / "trace") as told:
        line._send(line.reading_ahead())
    assert len(told) == 3  # with the end
    assert rows(server, "select count(*) from case_file") == [(3,)]
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
    assert rows(server, "select kind, state from op_conflict") == [("refused", "open")]
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


class Undone(Exception):
    """Ends a transaction without its being stored."""


def taken_in(window: Counter) -> dict[str, list[str]]:
    """Every row that the server would have, were what waits taken in now; nothing of it is stored."""
    line = line_of(window)
    waiting = line.outbox.waiting(taking_in.AT_ONCE)
    found: dict[str, list[str]] = {}
    with suppress(Undone), line.switch.on(line.switch.server) as server, server.write() as link:
        aliases: dict[int, int] = {}
        found["outcomes"] = taking_in.take_in(line.inbox, link, waiting, aliases)
        found["aliases"] = [repr(sorted(aliases.items()))]
        found["changes"] = sorted(map(repr, link.changes))
        for table in Schema.metadata.sorted_tables:
            columns = [it for it in table.columns if it.name != "taken_at"]
            found[table.name] = sorted(repr(row) for row in link.all(Prepared(select(*columns))))
        raise Undone
    return found


def by_services(window: Counter, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """The same, where every operation is done again by its service."""
    with monkeypatch.context() as patched:
        patched.setattr(set_wise, "only_adds", lambda *_: False)
        return taken_in(window)


def stored_set_wise(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Write down how many operations are stored at once as they were."""
    stored: list[int] = []
    store = set_wise.store

    def noted(link: Link, lot: set_wise.Lot) -> bool:
        done = store(link, lot)
        stored.append(len(lot) if done else 0)
        return done

    monkeypatch.setattr(set_wise, "store", noted)
    return stored


def done_by_services(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Write down the places of the operations that their services do again."""
    done: list[int] = []
    apply_one = inbox.Inbox.apply

    def noted(self: inbox.Inbox, link: Link, operation: Operation, *more: Any, **named: Any) -> Any:
        done.append(operation.sequence)
        return apply_one(self, link, operation, *more, **named)

    monkeypatch.setattr(inbox.Inbox, "apply", noted)
    return done


def look(window: Counter, template: Template, detail: str) -> None:
    window.journal.note(Happening(template.clerk, "look_up", window.office.clock.now(), detail=detail))
    window.journal.flush()


def test_what_is_stored_as_it_was_is_what_the_services_would_store(
    window: Counter, way: Way, server_template: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = stored_set_wise(monkeypatch)
    alone(window, way, server_template, 1, 3)
    look(window, server_template, "按姓名“演练”查到2人\\\n第二行")
    register(window, server_template.clerk, 7, name="欧阳小明", employer="甲\\乙“丙”")
    register(window, server_template.clerk, 8, name="单雄信")
    asked = by_services(window, monkeypatch)
    assert stored == []
    assert taken_in(window) == asked
    assert stored == [6]


def one_by_one(window: Counter, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """The same, where every operation is taken in by itself."""
    with monkeypatch.context() as patched:
        patched.setattr(taking_in, "_together", lambda *_: None)
        return taken_in(window)


def print_paper(window: Counter, template: Template, case_id: int) -> None:
    """Print a case's paper, as the service does."""
    copies, clerk = window.papers.copies, template.clerk
    paper = window.papers.of_case(case_id)[0].paper_id
    copy = copies.next(clerk, str(uuid.uuid4()), paper, reprint=False).copy_id
    copies.drawn(clerk, copy, b"a page", 1)
    copies.sent(clerk, copy, "printer")
    window.papers.jobs.sent(clerk, copy, f"printer-{copy}", "printer")
    copies.settled(clerk, copy, CopyOutcome.PRINTED, "")


def test_all_that_a_window_does_is_stored_alike_together_and_one_by_one(
    window: Counter,
    way: Way,
    server_template: Template,
    monkeypatch: pytest.MonkeyPatch,
    clock: FakeClock,
) -> None:
    today, clerk = clock.moment, server_template.clerk
    clock.moment = today - timedelta(days=200)
    known = register(window, clerk, 50, home=home_of(arrived_on="2026-05-01"))
    clock.moment = today
    line_of(window).tend()
    alone(window, way, server_template, 1, 1)
    look(window, server_template, "按姓名“演练”查到2人\\\n第二行")
    made = register(window, clerk, 7, name="欧阳小明", employer="甲\\乙“丙”")
    print_paper(window, server_template, made.case.case_id)
    look(window, server_template, "看了一眼")
    asked_for = apply(window, clerk, known.case.person_id)
    print_paper(window, server_template, asked_for.case.case_id)
    register(window, clerk, 8, name="单雄信")
    window.registrations.accept(
        clerk,
        str(uuid.uuid4()),
        person_of(7, name="欧阳小明"),
        home_of(house_number="9", arrived_on="2026-11-20"),
        move_from=made.registration.registration_id,
    )
    look(window, server_template, "又看了一眼")
    names = [one.operation.name for one in line_of(window).outbox.waiting(99)]
    assert len(set(names)) == 8
    printed = [
        one.operation.added is not None
        for one in line_of(window).outbox.waiting(99)
        if one.operation.name.startswith(PRINTING)
    ]
    assert printed == [True] * 10
    asked = one_by_one(window, monkeypatch)
    taken = asked_one_by_one(monkeypatch)
    assert taken_in(window) == asked
    assert by_services(window, monkeypatch) == asked
    assert taken == []
    assert set(asked["outcomes"]) == {"applied"}
    back(window, way)
    assert taken == []
    server = line_of(window).switch.server
    assert chain_faults(server) == []
    assert rows(server, "select distinct outcome from op_inbox") == [("applied",)]


def test_whom_the_server_knows_by_now_is_decided_by_the_service(
    window: Counter,
    way: Way,
    server_template: Template,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    shared_cache: Path,
    clock: FakeClock,
) -> None:
    done = done_by_services(monkeypatch)
    numbers = alone(window, way, server_template, 1, 4)
    server = line_of(window).switch.server
    (tmp_path / "other").mkdir()
    other = build_counter(server, Folders(tmp_path / "other", shared_cache), clock)
    other.office.rights.seat(server_template.other)
    known = register(other, server_template.other, 2)  # another window has the second one meanwhile
    assert known.case.counter_number == server_template.other.counter_number
    back(window, way)
    assert done == [2, 1, 2, 3, 4]  # the second could not be done, so each was taken in by itself
    assert rows(server, "select kind, state from op_conflict") == [("refused", "open")]
    there = [number for (number,) in rows(server, "select case_number from case_file")]
    assert sorted(there) == sorted([known.case.case_number, numbers[0], *numbers[2:]])
    assert chain_faults(server) == []


def test_under_other_rules_the_services_decide_again(
    window: Counter, way: Way, server_template: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = stored_set_wise(monkeypatch)
    numbers = alone(window, way, server_template, 1, 3)
    monkeypatch.setattr(added, "rules_of", lambda _: "others")
    back(window, way)
    assert stored == []
    server = line_of(window).switch.server
    assert [number for (number,) in rows(server, "select case_number from case_file order by id")] == numbers


def test_a_look_that_is_there_already_is_not_there_twice(
    window: Counter, way: Way, server_template: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = done_by_services(monkeypatch)
    alone(window, way, server_template, 1, 1)
    for number in range(3):
        look(window, server_template, f"第{number}次")
    line = line_of(window)
    second = line.outbox.waiting(9)[2].operation
    with line.switch.on(line.switch.server) as server, server.write() as link:
        window.journal.append(link, second.given.trail)
    back(window, way)
    assert done == [3]
    looks = "select detail, count(*) from journal_entry where action = 'look_up' group by detail order by 1"
    assert rows(line.switch.server, looks) == [(f"第{number}次", 1) for number in range(3)]
    assert chain_faults(line.switch.server) == []


def in_the_form_before(self: Operation) -> bytes:
    """Write an operation as earlier versions of the program did, with rows as values."""
    _, *parts, arguments, times, keys, numbers, documents, trail, found, subject, basis, before, added = (
        cbor2.loads(WRITTEN(self))
    )
    plain = cbor2.loads(arguments)
    rest = (times, keys, numbers, documents, trail, found, subject, basis, before)
    if added is None:
        return cbor2.dumps((1, *parts, plain, *rest))
    return cbor2.dumps((2, *parts, plain, *rest, *added[:3], {"person": [[1, "a"]]}))


def test_what_was_sealed_in_the_form_before_is_done_by_its_service(
    window: Counter, way: Way, server_template: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored, taken = stored_set_wise(monkeypatch), asked_one_by_one(monkeypatch)
    with monkeypatch.context() as patched:
        patched.setattr(Operation, "written", in_the_form_before)
        numbers = alone(window, way, server_template, 1, 2)
    look(window, server_template, "看了一眼")
    numbers += alone(window, way, server_template, 3, 1)
    waiting = line_of(window).outbox.waiting(9)
    assert [one.operation.added is None for one in waiting] == [True, True, True, False]
    assert [one.operation for one in waiting[:2]] == [read(one.written) for one in waiting[:2]]
    back(window, way)
    assert (stored, taken) == ([], [])
    server = line_of(window).switch.server
    there = [number for (number,) in rows(server, "select case_number from case_file order by id")]
    assert there == numbers
    assert chain_faults(server) == []


def test_what_was_taken_in_before_its_answer_was_lost_is_only_answered(
    window: Counter, way: Way, server_template: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = alone(window, way, server_template, 1, 3)
    look(window, server_template, "看了一眼")
    line, way.cut = line_of(window), False
    told = type(line.outbox).told

    def lost(*_: object) -> None:
        raise away(datetime(2026, 11, 20, 2, tzinfo=UTC))

    monkeypatch.setattr(type(line.outbox), "told", lost)
    line.tend()
    assert (line.away, line.outbox.count()) == (True, 4)
    monkeypatch.setattr(type(line.outbox), "told", told)
    done = done_by_services(monkeypatch)
    back(window, way)
    assert done == []
    server = line.switch.server
    assert [number for (number,) in rows(server, "select case_number from case_file order by id")] == numbers
    assert rows(server, "select count(*), min(outcome) from op_inbox") == [(4, "applied")]
    assert chain_faults(server) == []


@pytest.mark.parametrize(
    ("asked", "looked_for"),
    [
        (people_records.BY_KEY, {"key": "of somebody else"}),
        (case_records.BY_REQUEST, {"request": "of somebody else"}),
        (copy_records.COPY_OF_REQUEST, {"request": "of somebody else"}),
        (copy_records.NEWEST_COPY, {"paper": 1}),
    ],
)
def test_what_looked_for_anything_that_it_did_not_store_is_done_by_its_service(
    window: Counter,
    way: Way,
    server_template: Template,
    asked: Prepared,
    looked_for: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    of = added.of

    def looked_for_more(noted: Noting, *more: Any) -> added.Added | None:
        noted.asked.append(Asked(asked, looked_for, (), True, 0))
        return of(noted, *more)

    alone(window, way, server_template, 1, 1)
    made = register(window, server_template.clerk, 2)
    copies, clerk = window.papers.copies, server_template.clerk
    copies.next(clerk, str(uuid.uuid4()), made.paper_id, reprint=False)
    monkeypatch.setattr(added, "of", looked_for_more)
    again = register(window, clerk, 3)
    copies.next(clerk, str(uuid.uuid4()), again.paper_id, reprint=False)
    waiting = line_of(window).outbox.waiting(9)
    assert [one.operation.added is None for one in waiting] == [False, False, False, True, True]


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("person", "live_key", "current_id is not null"),
        ("case_file", "request_id", "true"),
        ("paper_copy", "request_id", "true"),
        ("paper_copy", "paper_id", "number = 0"),
    ],
)
def test_what_an_operation_looked_for_cannot_be_there_twice(
    window: Counter, server_template: Template, table: str, column: str, value: str
) -> None:
    made = register(window, server_template.clerk, 1)
    print_paper(window, server_template, made.case.case_id)
    server = line_of(window).switch.server
    columns = [it.name for it in Schema.metadata.tables[table].columns if it.name != column]
    fresh = {"id": "id + 1", "case_number": "case_number || '9'", "person_id": "person_id + 1"}
    fresh |= {"current_id": "current_id + 1"}
    if table == "paper_copy":
        fresh |= (
            {"number": "number + 1"}
            if column == "request_id"
            else {"request_id": "left(request_id, 35) || '-'"}
        )
    values = ", ".join(fresh.get(name, name) for name in columns)
    again = f"insert into {table} ({', '.join(columns)}, {column}) select {values}, {column} from {table}"
    with pytest.raises(IntegrityError, match=column), server.engine.begin() as connection:
        connection.exec_driver_sql(f"{again} where {value}")


def test_a_line_lost_between_portions_begins_again_with_what_waits(
    window: Counter, way: Way, server_template: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking_in, "STORED_AT_ONCE", 3)
    monkeypatch.setattr(reading_ahead, "STORED_AT_ONCE", 3)
    numbers = alone(window, way, server_template, 1, 8)
    line, way.cut = line_of(window), False
    store, portions = set_wise.store, []

    def lost_at_the_second(link: Link, lot: set_wise.Lot) -> bool:
        portions.append(len(lot))
        if len(portions) == 2:
            raise away(datetime(2026, 11, 20, 2, tzinfo=UTC))
        return store(link, lot)

    monkeypatch.setattr(set_wise, "store", lost_at_the_second)
    line.tend()
    assert line.away
    assert line.outbox.count() == 5
    back(window, way)
    assert portions == [3, 3, 3, 2]
    server = line.switch.server
    assert [number for (number,) in rows(server, "select case_number from case_file order by id")] == numbers
    assert rows(server, "select count(*), count(distinct op_id) from op_inbox") == [(8, 8)]
    assert chain_faults(server) == []


def test_what_was_altered_further_on_is_told_when_its_turn_comes(
    window: Counter, way: Way, server_template: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking_in, "STORED_AT_ONCE", 3)
    monkeypatch.setattr(reading_ahead, "STORED_AT_ONCE", 3)
    alone(window, way, server_template, 1, 8)
    line, way.cut = line_of(window), False
    with line.switch.store.engine.begin() as connection:
        connection.exec_driver_sql("update outbox_operation set sealed = zeroblob(99) where sequence = 5")
    line.tend()
    assert "第5项" in str(line.state.because)
    assert (line.away, line.outbox.count()) == (True, 5)
    assert rows(line.switch.server, "select count(*) from op_inbox") == [(3,)]


def test_what_found_anything_is_done_by_its_service(
    window: Counter, way: Way, server_template: Template
) -> None:
    way.cut = True
    line_of(window).tend()
    done = register(window, server_template.clerk, 1)
    print_paper(window, server_template, done.case.case_id)
    request, reason = "00000000-0000-4000-8000-000000000001", "第一份污损"
    window.papers.copies.next(server_template.clerk, request, done.paper_id, reprint=True, reason=reason)
    waiting = line_of(window).outbox.waiting(9)
    rules = added.rules_of(window.office)
    only_added = [set_wise.only_adds(one.operation, {}, rules) for one in waiting]
    assert only_added == [True] * 6 + [False]
    assert waiting[6].operation.name == waiting[1].operation.name
    assert len(taking_in.together(waiting[:6] * 99)) == taking_in.STORED_AT_ONCE
    assert len(taking_in.together(waiting * 99)) == taking_in.AT_ONCE


def test_what_nearly_always_finds_nothing_is_not_cut_to_one_row() -> None:
    asked = (taking_in._SEEN, taking_in._IN_THE_WAY, set_wise._THERE, *set_wise._KNOWN.values())
    for (
        prepared
    ) in asked:  # a server would read a table of a hundred thousand whole, hoping to meet a row soon
        assert isinstance(prepared.statement, Select)
        assert prepared.statement._limit_clause is None
