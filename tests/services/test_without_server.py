"""What a window does while the station's server is away, and what the server has of it afterwards."""

from __future__ import annotations

import json
import shutil
import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.codes import CopyOutcome
from desktop.domain.errors import BadInput, EnvironmentTrouble, NotPossible, ServerAway
from desktop.domain.working_days import DayKind
from desktop.models import server_faults
from desktop.models.ring_opening import key_of
from desktop.services import seal_ends
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from tests.conftest import FakeClock, Template
from tests.servers import fill_disk, free_disk
from tests.services.outage import (
    CutServer,
    apply,
    chain_faults,
    home_of,
    line_of,
    make_window,
    person_of,
    register,
    rows,
)

MEANT = {
    "person": "version, id_number, name, phone, employer, changed_by",
    "registration": "version, written_address, arrived_on, registered_on, late_days, counter_number",
    "case_file": "request_id, kind, state, version, accepted_on, due_on, policy, summary, facts",
    "case_step": "state, staff_id, note",
    "paper": "kind, issued_on, counter_number, staff_id",
    "name_reading": "reading",
    "journal_entry": "counter_number, action, staff_name, matter, case action when 'make_seal_key' then '' else detail end",
}
FIRST, SECOND, THIRD = (f"{one * 8}-1111-4111-8111-111111111111" for one in "123")


@pytest.fixture
def server(template: Template, tmp_path: Path) -> Iterator[CutServer]:
    made = a_server(template, tmp_path / "server")
    yield made
    made.cut = False
    made.close()


@pytest.fixture
def window(
    server: CutServer, tmp_path: Path, shared_cache: Path, clock: FakeClock, clerk: Actor
) -> Iterator[Counter]:
    made = a_window(tmp_path / "window", shared_cache, clock, server, clerk)
    yield made
    made.office.line.switch.server.cut = False  # type: ignore[union-attr]
    made.close()


def a_server(template: Template, data: Path) -> CutServer:
    shutil.copytree(template.data, data)
    return CutServer(data / "station.db", key_of(data / "station.db"))


def a_window(data: Path, cache: Path, clock: Any, server: CutServer, actor: Actor) -> Counter:
    data.mkdir()
    made = make_window(data, cache, clock, server)
    made.office.rights.seat(actor)
    line_of(made).at_counter(actor.counter_number, actor)
    line_of(made).tend()
    return made


def back(window: Counter, server: CutServer) -> None:
    """Let the server come back, and everything be sent."""
    server.cut = False
    line_of(window).tend()
    assert not line_of(window).away


def cases(server: CutServer) -> list[tuple[Any, ...]]:
    return rows(server, "select request_id, case_number, state from case_file order by id")


def conflicts(server: CutServer) -> list[tuple[Any, ...]]:
    return rows(server, "select kind, action, state from op_conflict order by id")


def test_an_operation_gives_the_same_rows_with_and_without_the_server(
    template: Template, tmp_path: Path, shared_cache: Path, clerk: Actor
) -> None:
    found = []
    for cut in (False, True):
        clock, server = (
            FakeClock(datetime(2026, 5, 19, 2, tzinfo=UTC)),
            a_server(template, tmp_path / f"s{cut}"),
        )
        window = a_window(tmp_path / f"w{cut}", shared_cache, clock, server, clerk)
        known = register(window, clerk, 1, request=FIRST).case.person_id
        line_of(window).tend()
        clock.moment = datetime(2026, 11, 20, 3, tzinfo=UTC)
        server.cut = cut
        done = register(window, clerk, 2, request=SECOND)
        applied = apply(window, clerk, known, request=THIRD)
        window.lookup.find(clerk, "演练")
        window.journal.flush()
        assert line_of(window).away is cut
        back(window, server)
        numbers = {number for _, number, _ in cases(server)}
        assert {done.case.case_number, applied.case.case_number} < numbers
        assert chain_faults(server) == []
        assert conflicts(server) == []
        found.append(
            {
                table: sorted(map(repr, rows(server, f"select {columns} from {table}")))
                for table, columns in MEANT.items()
            }
        )
        window.close()
        server.close()
    for table in MEANT:
        assert found[0][table] == found[1][table]


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_case_whose_storing_was_in_doubt_is_one_case_with_one_number(
    window: Counter, server: CutServer, clerk: Actor, when: str
) -> None:
    server.cut_at_commit = when
    done = register(window, clerk, 1, request=FIRST)
    assert line_of(window).away
    printed = rows(line_of(window).switch.store, "select paper_number, document from paper")
    later = register(window, clerk, 2, request=SECOND)
    back(window, server)
    assert cases(server) == [
        (FIRST, done.case.case_number, "completed"),
        (SECOND, later.case.case_number, "completed"),
    ]
    assert printed[0] in rows(server, "select paper_number, document from paper")
    assert conflicts(server) == []
    assert chain_faults(server) == []


def test_wherever_the_server_goes_away_in_an_operation_it_is_done_once(
    window: Counter, server: CutServer, clerk: Actor
) -> None:
    for statement in range(0, 40, 3):
        server.statements_left = statement
        request = str(uuid.uuid4())
        done = register(window, clerk, statement, request=request)
        server.statements_left = None
        assert register(window, clerk, statement, request=request) == done  # the clerk presses again
        back(window, server)
        assert register(window, clerk, statement, request=request).case.case_number == done.case.case_number
    numbers = [number for _, number, _ in cases(server)]
    assert len(numbers) == len(set(numbers)) == 14
    assert conflicts(server) == []
    assert chain_faults(server) == []


def test_wherever_the_server_goes_away_in_the_sending_everything_arrives_once(
    window: Counter, server: CutServer, clerk: Actor
) -> None:
    server.cut = True
    done = [register(window, clerk, serial) for serial in range(6)]
    statement = 0
    while line_of(window).away:
        statement += 1
        server.cut, server.statements_left = False, statement
        line_of(window).tend()
    assert statement > 15
    server.statements_left = None
    assert [number for _, number, _ in cases(server)] == [it.case.case_number for it in done]
    assert rows(server, "select count(*), count(distinct op_id) from op_inbox") == [(6, 6)]
    assert conflicts(server) == []
    assert chain_faults(server) == []


def test_a_server_that_took_it_in_without_saying_so_takes_it_in_once(
    window: Counter, server: CutServer, clerk: Actor
) -> None:
    server.cut = True
    register(window, clerk, 1)
    server.cut, server.cut_at_commit = False, "after"
    line_of(window).tend()
    assert line_of(window).away
    assert line_of(window).state.waiting == 1
    back(window, server)
    assert len(cases(server)) == 1
    assert line_of(window).outbox.newest(9)[0].state == "applied"


def test_somebody_the_window_did_not_know_keeps_the_key_and_the_facts_that_the_server_has(
    window: Counter, server: CutServer, clerk: Actor, template: Template, tmp_path: Path, shared_cache: Path
) -> None:
    other = a_window(tmp_path / "other", shared_cache, FakeClock(), server, template.other)
    there = register(other, template.other, 1, education="20")
    known, at_home = there.case.person_id, there.registration
    with server.write() as link:
        link._cursor.execute("update registration set open_person_id = null, ended_on = '2026-11-19'")
    other.close()
    server.cut = True
    assert window.lookup.find(clerk, person_of(1).id_number).hits == ()
    here = register(window, clerk, 1)
    paper_id = window.papers.of_case(here.case.case_id)[0].paper_id
    copy = window.papers.prepare(clerk, FIRST, paper_id)
    window.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    assert here.case.person_id != known
    back(window, server)
    assert conflicts(server) == []
    assert {person for (person,) in rows(server, "select person_id from case_file")} == {known}
    assert rows(server, "select education, version from person where current_id is not null") == [("20", 1)]
    assert rows(server, "select outcome from paper_copy") == [("printed",)]
    assert [hit.person_id for hit in window.lookup.find(clerk, person_of(1).id_number).hits] == [known]
    assert at_home.person_id == known


def test_whoever_was_registered_elsewhere_meanwhile_is_a_line_and_what_follows_waits(
    window: Counter, server: CutServer, clerk: Actor, template: Template, tmp_path: Path, shared_cache: Path
) -> None:
    server.cut = True
    here = register(window, clerk, 1)
    other_one = register(window, clerk, 2)
    server.cut = False
    other = a_window(tmp_path / "other", shared_cache, FakeClock(), server, template.other)
    there = register(other, template.other, 1, home=home_of(house_number="77"))
    other.close()
    server.cut = True
    with pytest.raises(NotPossible):  # the window still believes its own registration
        register(window, clerk, 1)
    moved = window.registrations.accept(
        clerk, THIRD, person_of(1), home_of(house_number="5"), move_from=here.registration.registration_id
    )
    back(window, server)
    assert conflicts(server) == [
        ("refused", "registrations.accept", "open"),
        ("follows", "registrations.accept", "open"),
    ]
    numbers = {number for _, number, _ in cases(server)}  # in no order: each window has a clock of its own
    assert numbers == {other_one.case.case_number, there.case.case_number}
    papers = {number for (number,) in rows(server, "select paper_number from op_paper")}
    assert papers == {f"11{here.case.case_number}", f"11{moved.case.case_number}"}
    assert chain_faults(server) == []
    told = {
        number for (number,) in rows(server, "select case_number from journal_entry where case_number <> ''")
    }
    assert {here.case.case_number, moved.case.case_number} <= told  # it happened, and the trail says so


def test_a_disk_that_is_full_at_the_server_makes_no_lines_of_what_is_sent(
    window: Counter, server: CutServer, clerk: Actor
) -> None:
    server.cut = True
    done = register(window, clerk, 1, request=FIRST).case
    server.cut = False
    fill_disk(server)
    line_of(window).tend()
    assert line_of(window).away
    assert "只读" in str(line_of(window).state.because)
    free_disk(server)
    back(window, server)
    assert [(request, number) for request, number, _ in cases(server)] == [(FIRST, done.case_number)]
    assert conflicts(server) == []
    assert line_of(window).state.because is None


def test_a_number_that_two_windows_gave_is_a_line_that_says_so(
    window: Counter,
    server: CutServer,
    tmp_path: Path,
    shared_cache: Path,
    clock: FakeClock,
    clerk: Actor,
    officer: Actor,
) -> None:
    other = a_window(tmp_path / "other", shared_cache, clock, server, clerk)  # the same counter's number
    server.cut = True
    first, second = register(window, clerk, 1).case, register(other, clerk, 2).case
    assert first.case_number == second.case_number
    back(window, server)
    back(other, server)
    [line] = other.conflicts.list(officer)
    assert line.kind == "refused"
    assert f"单据号11{first.case_number}在服务器上已经给了别人" in str(line.reason)
    assert [number for _, number, _ in cases(server)] == [first.case_number]
    other.office.rights.seat(officer)
    other.conflicts.void(officer, SECOND, line.conflict_id, line.version, "已收回凭证重新办理")
    with server.faults():
        assert seal_ends.of_number(server.link, f"11{first.case_number}") is None  # the other's counts
    assert chain_faults(server) == []
    other.close()


def test_one_id_with_two_contents_is_an_alarm(window: Counter, server: CutServer, clerk: Actor) -> None:
    server.cut = True
    register(window, clerk, 1)
    line = line_of(window)
    server.cut = False
    with line.switch.on(server), server.write() as link:
        [first] = line.outbox.waiting(1)
        assert line.inbox.take(link, first, {}) == "applied"
        assert line.inbox.take(link, first, {}) == "applied"
        other = type(first)(first.operation, first.written, "0" * 64)
        for _ in range(2):
            assert line.inbox.take(link, other, {}) == "conflict"
    assert conflicts(server) == [("alarm", "registrations.accept", "open")]
    assert len(cases(server)) == 1


def test_nothing_in_the_outbox_can_be_read_or_altered_unnoticed(
    window: Counter, server: CutServer, clerk: Actor
) -> None:
    server.cut = True
    for serial in (1, 2):
        register(window, clerk, serial, name="单雨桐")
    store, line = line_of(window).switch.store, line_of(window)
    sealed = rows(store, "select sequence, op_id, sealed from outbox_operation order by sequence")
    for _, _, content in sealed:
        assert "单雨桐".encode() not in content
        assert person_of(1).id_number.encode() not in content
    altered = bytearray(sealed[0][2])
    altered[100] ^= 1
    for change in (
        f"update outbox_operation set sealed = x'{altered.hex()}' where sequence = 1",
        "delete from outbox_operation where sequence = 1",
        f"update outbox_operation set sealed = x'{sealed[1][2].hex()}', op_id = '{sealed[1][1]}x' where sequence = 1",
    ):
        with store.write() as link:
            link._cursor.execute(change)
            with pytest.raises(EnvironmentTrouble, match="读不出来"):
                line.outbox.waiting(9)
            link._cursor.execute("delete from outbox_operation")
            link._cursor.executemany(
                "insert into outbox_operation values (?, ?, '2026-11-20 02:00:00', ?)",
                sealed,
            )
    assert len(line.outbox.waiting(9)) == 2


def test_decisions_wait_and_say_so_and_a_refusal_waits_too(
    window: Counter, server: CutServer, clerk: Actor, officer: Actor
) -> None:
    line = line_of(window)
    server.cut = True
    known = register(window, clerk, 1).case.person_id
    with pytest.raises(ServerAway, match="要等恢复后再办"):
        window.calendars.set_day(officer, str(uuid.uuid4()), date(2026, 12, 30), DayKind.HOLIDAY, "雪灾")
    with pytest.raises(NotPossible, match="不予受理要等服务器恢复"):
        apply(window, clerk, known)
    assert line.outbox.count() == 1
    back(window, server)
    assert [state for _, _, state in cases(server)] == ["completed"]


def test_a_look_without_the_server_is_answered_from_the_copy_and_leaves_its_trace(
    window: Counter, server: CutServer, clerk: Actor
) -> None:
    known = register(window, clerk, 1, name="单雨桐").case.person_id
    line_of(window).tend()
    server.cut = True
    line_of(window).tend()
    assert line_of(window).away
    assert [hit.person_id for hit in window.lookup.find(clerk, "单雨桐").hits] == [known]
    assert window.people.page(clerk, known).person.name == "单雨桐"
    window.journal.flush()
    back(window, server)
    looks = rows(
        server, "select action from journal_entry where counter_number = 3 order by sequence desc limit 2"
    )
    assert ("look_up",) in looks
    assert chain_faults(server) == []


def test_who_is_served_again_while_the_copy_follows_is_followed_again(
    window: Counter, server: CutServer, clerk: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = register(window, clerk, 1)
    paper = window.papers.prepare(clerk, FIRST, done.paper_id)
    copy = line_of(window).copy
    follow = copy.people

    def meanwhile(people: Any) -> None:
        follow(people)
        monkeypatch.undo()
        window.papers.settle(clerk, paper.copy_id, CopyOutcome.PRINTED)

    monkeypatch.setattr(copy, "people", meanwhile)
    line_of(window).tend()
    line_of(window).tend()
    server.cut = True
    again = window.papers.again(clerk, SECOND, done.paper_id, "群众遗失")
    assert line_of(window).away
    assert (paper.number, again.number) == (0, 1)


def test_while_a_clerk_is_storing_something_the_copy_follows_later_and_no_trouble_is_told(
    window: Counter, server: CutServer, clerk: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = register(window, clerk, 1).case.person_id

    def busy() -> None:
        raise server_faults.occupied(2.6)

    monkeypatch.setattr(server, "write", busy)
    line_of(window).tend()
    assert not line_of(window).away
    monkeypatch.undo()
    line_of(window).tend()
    server.cut = True
    assert [hit.person_id for hit in window.lookup.find(clerk, person_of(1).id_number).hits] == [known]


def test_a_program_that_starts_without_the_server_goes_on_from_its_copy(
    server: CutServer, tmp_path: Path, shared_cache: Path, clock: FakeClock, clerk: Actor
) -> None:
    data = tmp_path / "window"
    data.mkdir()
    server.cut = True
    with pytest.raises(ServerAway):
        make_window(data, shared_cache, clock, server)
    server.cut = False
    window = make_window(data, shared_cache, clock, server)
    line_of(window).at_counter(clerk.counter_number, clerk)
    line_of(window).tend()
    before = register(window, clerk, 1).case.case_number
    server.cut = True
    window.office.line.tend()  # type: ignore[union-attr]
    offline = register(window, clerk, 2).case.case_number
    store = line_of(window).switch.store
    store.close()
    again = make_window(data, shared_cache, clock, server)
    assert line_of(again).away
    after = register(again, clerk, 3).case.case_number
    back(again, server)
    numbers = [number for _, number, _ in cases(server)]
    assert numbers == [before, offline, after] == sorted(numbers)
    assert json.dumps(conflicts(server)) == "[]"
    again.close()


def test_a_clerk_signs_in_and_locks_without_the_server_and_the_trail_has_it(
    window: Counter, server: CutServer
) -> None:
    window.sign_in.sign_in("one", "test-pass-1", 3)
    server.cut = True
    with pytest.raises(BadInput):
        window.sign_in.sign_in("one", "wrong-pass", 3)
    actor = window.sign_in.sign_in("one", "test-pass-1", 3)
    window.sign_in.locked(actor)
    window.sign_in.unlock(actor, "test-pass-1")
    register(window, actor, 1)
    window.sign_in.sign_out(actor)
    back(window, server)
    told = [
        action
        for (action,) in rows(
            server, "select action from journal_entry where counter_number = 3 order by sequence desc limit 6"
        )
    ]
    assert told == ["sign_out", "register_residence", "unlock", "lock", "sign_in_offline", "sign_in_failed"]
    assert chain_faults(server) == []


def test_a_window_without_a_copy_yet_does_not_go_on_by_itself(
    server: CutServer, tmp_path: Path, shared_cache: Path, clock: FakeClock, clerk: Actor
) -> None:
    (tmp_path / "window").mkdir()
    made = make_window(tmp_path / "window", shared_cache, clock, server)
    server.cut = True
    with pytest.raises(ServerAway):
        register(made, clerk, 1)
    with pytest.raises(ServerAway):
        made.lookup.find(clerk, "演练")
    assert not line_of(made).away
    server.cut = False
    assert register(made, clerk, 1).case.counter_number == clerk.counter_number
    made.close()


def test_what_was_sent_long_ago_is_taken_away_and_the_next_is_still_linked(
    window: Counter, server: CutServer, clerk: Actor, clock: FakeClock
) -> None:
    server.cut = True
    for serial in (1, 2):
        register(window, clerk, serial)
    back(window, server)
    clock.moment += timedelta(days=31)
    line_of(window).tend()
    assert [kept.operation.sequence for kept in line_of(window).outbox.newest(9)] == [2]
    server.cut = True
    register(window, clerk, 3)
    back(window, server)
    assert [kept.operation.sequence for kept in line_of(window).outbox.newest(9)] == [3, 2]
    assert len(cases(server)) == 3
