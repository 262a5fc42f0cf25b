"""A program that dies beside its answer, and the same request asked again: one case, one number, one paper."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.services import on_own_store
from desktop.services.counter import Counter
from desktop.services.kept_given import KEPT
from desktop.services.rows import Actor, RegistrationDone
from desktop.services.working_copy import WorkingCopy
from tests.conftest import FakeClock, Template
from tests.services.outage import (
    CutServer,
    Killed,
    apply,
    chain_faults,
    line_of,
    make_window,
    person_of,
    register,
    rows,
)
from tests.services.test_without_server import FIRST, SECOND, a_server, a_window, back, cases, conflicts

Start = Callable[[], Counter]


@pytest.fixture
def server(template: Template, tmp_path: Path) -> Iterator[CutServer]:
    made = a_server(template, tmp_path / "server")
    yield made
    made.cut = False
    made.close()


@pytest.fixture
def start(
    server: CutServer, tmp_path: Path, shared_cache: Path, clock: FakeClock, clerk: Actor
) -> Iterator[Start]:
    """Starts the window, each time as a new program on the same folder; the one before is gone without a word."""
    started: list[Counter] = []
    data = tmp_path / "window"

    def begin() -> Counter:
        if started:
            line_of(started[-1]).switch.store.close()
            made = make_window(data, shared_cache, clock, server)
            made.office.rights.seat(clerk)
        else:
            made = a_window(data, shared_cache, clock, server, clerk)
        started.append(made)
        return made

    yield begin
    line_of(started[-1]).switch.store.close()


def papers(window: Counter) -> list[tuple[str, str]]:
    """The papers that the database in use has, byte for byte."""
    return [
        (number, text)
        for number, text in rows(window.office.database, "select paper_number, document from paper")
    ]


def killed(window: Counter, server: CutServer, clerk: Actor, serial: int, *, when: str = "after") -> None:
    """Somebody is registered, and the program dies before the clerk sees it."""
    server.killed_at_commit = when
    with pytest.raises(Killed):
        register(window, clerk, serial, request=FIRST)


def once(server: CutServer, *done: RegistrationDone) -> None:
    """Every case is at the server once, and nobody has to look at anything."""
    assert conflicts(server) == []
    assert sorted(number for _, number, _ in cases(server)) == sorted(it.case.case_number for it in done)
    assert chain_faults(server) == []


@pytest.mark.parametrize("when", ["before", "after"])
def test_what_was_stored_when_the_program_died_has_its_number_and_paper_when_asked_without_the_server(
    start: Start, server: CutServer, clerk: Actor, when: str
) -> None:
    killed(start(), server, clerk, 1, when=when)
    there = rows(server, "select paper_number, document from paper")
    server.cut = True
    window = start()
    assert line_of(window).away
    other = register(window, clerk, 2, request=SECOND)
    done = register(window, clerk, 1, request=FIRST)
    assert done.case.case_number.endswith("001")
    assert done.case.case_number < other.case.case_number
    printed = papers(window)
    if when == "after":
        assert there == [paper for paper in printed if paper[0].endswith("001")]
    back(window, server)
    once(server, done, other)
    assert sorted(printed) == sorted(rows(server, "select paper_number, document from paper"))


def test_what_died_before_it_was_stored_gives_its_number_to_nobody_else(
    start: Start, server: CutServer, clerk: Actor
) -> None:
    killed(start(), server, clerk, 1, when="before")
    window = start()
    other = register(window, clerk, 2)  # at the server, which knows nothing of the first
    server.cut = True
    done = register(window, clerk, 1, request=FIRST)
    assert done.case.case_number != other.case.case_number
    back(window, server)
    once(server, done, other)


def test_it_is_so_for_every_operation_that_may_be_asked_again(
    start: Start, server: CutServer, clerk: Actor, clock: FakeClock
) -> None:
    clock.moment = datetime(2026, 5, 19, 2, tzinfo=UTC)
    window = start()
    known = register(window, clerk, 1)
    clock.moment = datetime(2026, 11, 20, 3, tzinfo=UTC)
    line_of(window).tend()
    server.killed_at_commit = "after"
    with pytest.raises(Killed):
        apply(window, clerk, known.case.person_id, request=SECOND)
    [paper] = rows(server, "select paper_number, document from paper where paper_number not like '11%'")
    server.cut = True
    window = start()
    done = apply(window, clerk, known.case.person_id, request=SECOND)
    assert paper in papers(window)
    copy_of = window.papers.of_case(done.case.case_id)[0].paper_id
    back(window, server)
    server.killed_at_commit = "after"
    with pytest.raises(Killed):
        window.papers.copies.next(clerk, FIRST, copy_of, reprint=False)
    [(there,)] = rows(server, "select id from paper_copy")
    server.cut = True
    window = start()
    assert window.papers.copies.next(clerk, FIRST, copy_of, reprint=False).copy_id == there
    back(window, server)
    assert rows(server, "select id from paper_copy") == [(there,)]
    assert conflicts(server) == []
    assert chain_faults(server) == []


def test_the_next_day_it_is_still_the_same_case(
    start: Start, server: CutServer, clerk: Actor, clock: FakeClock
) -> None:
    killed(start(), server, clerk, 1)
    there = rows(server, "select paper_number, document from paper")
    clock.moment += timedelta(days=1)
    server.cut = True
    window = start()
    today = register(window, clerk, 2)
    done = register(window, clerk, 1, request=FIRST)
    assert (done.case.case_number[9:17], today.case.case_number[9:17]) == ("20261120", "20261121")
    assert there[0] in papers(window)
    back(window, server)
    once(server, done, today)


@pytest.mark.parametrize("step", ["numbers", "people"])
def test_a_copy_that_followed_half_of_it_does_not_stand_in_its_way(
    start: Start, server: CutServer, clerk: Actor, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    killed(start(), server, clerk, 1)
    there = rows(server, "select paper_number, document from paper")
    window = start()
    line_of(window).at_counter(clerk.counter_number, clerk)

    def dies(*_: object) -> None:
        raise Killed

    if (
        step == "numbers"
    ):  # the counter's last number and the end of its chain are taken over, the case is not
        monkeypatch.setattr(WorkingCopy, "people", dies)
        with pytest.raises(Killed):
            line_of(window).tend()
        monkeypatch.undo()
    else:
        line_of(window).tend()
    server.cut = True
    window = start()
    done = register(window, clerk, 1, request=FIRST)
    other = register(window, clerk, 2)
    assert there[0] in papers(window)
    back(window, server)
    once(server, done, other)


def test_what_was_done_without_the_server_when_the_program_died_is_answered_from_the_store(
    start: Start, server: CutServer, clerk: Actor
) -> None:
    window = start()
    server.cut = True
    unseen = register(window, clerk, 1, request=FIRST)
    window = start()
    assert register(window, clerk, 1, request=FIRST) == unseen
    server.cut = False
    window = start()  # the server is back, and the outbox is not yet empty
    assert line_of(window).away
    assert register(window, clerk, 1, request=FIRST) == unseen
    assert line_of(window).outbox.count() == 1
    back(window, server)
    again = register(window, clerk, 1, request=FIRST)
    assert again.case == unseen.case
    once(server, unseen)


def test_whoever_died_while_sending_is_sent_once_and_answered_the_same(
    start: Start, server: CutServer, clerk: Actor
) -> None:
    window = start()
    server.cut = True
    done = register(window, clerk, 1, request=FIRST)
    server.cut, server.killed_at_commit = False, "after"
    with pytest.raises(Killed):
        line_of(window).tend()
    assert len(cases(server)) == 1
    window = start()
    assert register(window, clerk, 1, request=FIRST) == done
    back(window, server)
    once(server, done)


def test_a_request_that_went_over_to_the_store_in_its_middle_and_died_there_is_still_one(
    start: Start, server: CutServer, clerk: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    server.cut_at_commit = "after"

    def dies(*_: object) -> None:
        raise Killed

    monkeypatch.setattr(on_own_store.OnOwnStore, "do", dies)
    with pytest.raises(Killed):
        register(window, clerk, 1, request=FIRST)
    monkeypatch.undo()
    window = start()
    done = register(window, clerk, 1, request=FIRST)
    assert done.case.case_number.endswith("001")
    other = register(window, clerk, 2)
    back(window, server)
    once(server, done, other)


def test_numbers_that_were_given_while_the_copy_slept_are_not_given_again(
    start: Start, server: CutServer, clerk: Actor
) -> None:
    window = start()
    done = [register(window, clerk, serial) for serial in range(12)]  # nobody tends the line meanwhile
    server.cut = True
    done += [register(window, clerk, 12)]
    back(window, server)
    done += [register(window, clerk, serial) for serial in range(13, 25)]
    server.cut = True
    window = start()
    done += [register(window, clerk, 25)]
    back(window, server)
    once(server, *done)


def test_a_line_that_comes_and_goes_all_day_uses_up_no_numbers(
    start: Start, server: CutServer, clerk: Actor
) -> None:
    window, done = start(), []
    for serial in range(0, 20, 2):
        done.append(register(window, clerk, serial))
        if serial % 4:
            server.cut = True
        else:
            server.cut_at_commit = "after"
        done.append(register(window, clerk, serial + 1))
        back(window, server)
    assert [int(it.case.case_number[-3:]) for it in done] == list(range(1, 21))
    once(server, *done)


@pytest.mark.parametrize("what", ["gone", "empty", "damaged", "cut short", "another box"])
def test_what_was_kept_and_cannot_be_read_counts_as_not_there(
    start: Start, server: CutServer, clerk: Actor, tmp_path: Path, what: str
) -> None:
    killed(start(), server, clerk, 1)
    [kept] = (tmp_path / "window" / "given").iterdir()
    content = kept.read_bytes()
    for secret in (person_of(1).id_number, person_of(1).name):
        assert secret.encode() not in content
    if what == "gone":
        shutil.rmtree(kept.parent)
    else:
        damaged = bytes((*content[:40], content[40] ^ 1, *content[41:]))
        other = b"0" * len(content)
        kept.write_bytes(
            {"empty": b"", "damaged": damaged, "cut short": content[:50], "another box": other}[what]
        )
    server.cut = True
    window = start()
    done = register(window, clerk, 1, request=FIRST)
    assert not done.case.case_number.endswith("001")
    back(window, server)
    assert conflicts(server) == [("differs", "registrations.accept", "open")]  # told, not dropped


def test_a_disk_that_takes_nothing_more_stops_no_operation(
    start: Start, server: CutServer, clerk: Actor, tmp_path: Path
) -> None:
    window = start()
    shutil.rmtree(tmp_path / "window" / "given")
    done = register(window, clerk, 1, request=FIRST)
    server.cut_at_commit = "after"
    other = register(window, clerk, 2)
    back(window, server)
    once(server, done, other)


def test_only_the_last_operations_are_kept_and_none_for_longer_than_the_copy(
    start: Start, server: CutServer, clerk: Actor, clock: FakeClock, tmp_path: Path
) -> None:
    window, folder = start(), tmp_path / "window" / "given"
    for serial in range(KEPT + 3):
        register(window, clerk, serial)
    assert len(list(folder.iterdir())) == KEPT
    assert len(line_of(window).kept.all()) == KEPT
    window = start()
    assert len(line_of(window).kept.all()) == KEPT
    newest = str(uuid.uuid4())
    register(window, clerk, 99, request=newest)
    window = start()
    assert newest in {given.asked.request_id for given in line_of(window).kept.all() if given.asked}
    clock.moment += timedelta(days=31)
    line_of(window).tend()
    assert list(folder.iterdir()) == []


def test_another_counter_is_not_given_the_numbers_of_this_one(
    start: Start, server: CutServer, clerk: Actor, template: Template
) -> None:
    killed(start(), server, clerk, 1)
    server.cut = True
    window = start()
    window.office.rights.seat(template.other)
    done = register(window, template.other, 1, request=FIRST)
    assert done.case.counter_number == int(done.case.case_number[17:19]) == template.other.counter_number
    back(window, server)
    assert conflicts(server) == [("differs", "registrations.accept", "open")]


def test_whoever_died_between_the_sending_and_the_copying_has_nobody_twice(
    start: Start,
    server: CutServer,
    clerk: Actor,
    template: Template,
    tmp_path: Path,
    shared_cache: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = start()
    other = a_window(tmp_path / "other", shared_cache, FakeClock(), server, template.other)
    known = register(other, template.other, 1).case.person_id
    with server.write() as link:
        link._cursor.execute("update registration set open_person_id = null, ended_on = '2026-11-19'")
    other.close()
    server.cut = True
    here = register(window, clerk, 1, request=FIRST)
    assert here.case.person_id != known  # the window did not know them

    def dies(*_: object) -> None:
        raise Killed

    server.cut = False
    monkeypatch.setattr(WorkingCopy, "after_outage", dies)
    with pytest.raises(Killed):
        line_of(window).tend()
    monkeypatch.undo()
    window = start()
    assert not line_of(window).away
    line_of(window).tend()
    server.cut = True
    assert [hit.person_id for hit in window.lookup.find(clerk, person_of(1).id_number).hits] == [known]
    assert register(window, clerk, 1, request=FIRST).case.person_id == known
    back(window, server)
    assert len(cases(server)) == 2
    assert conflicts(server) == []
