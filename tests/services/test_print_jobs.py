"""A paper in the queue of a print service of our own: what is told of it, taking it back, sending it once."""

from __future__ import annotations

import subprocess
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.codes import CopyOutcome
from desktop.domain.errors import EnvironmentTrouble, NotPossible
from desktop.services.counter import Counter
from desktop.services.paper_rows import CopyRow
from desktop.services.ports import Folders
from desktop.services.print_jobs import JobRow, JobStanding
from desktop.services.rows import Actor
from tests import servers
from tests.printing.print_server import Server, add_queues, add_slow, run, started
from tests.services.asked import rows
from tests.services.printed import copy, paper  # noqa: F401
from tests.services.producing import Granted, blanks, granted  # noqa: F401


@pytest.fixture(scope="module")
def queues() -> Iterator[Server]:
    with started() as server:
        add_queues(server)
        add_slow(server)
        yield server


@pytest.fixture
def printing(queues: Server) -> Iterator[str]:
    """The queue `slow` has another job in hands, and is free again afterwards."""
    page = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj"
    given = subprocess.run(["lp", "-d", "slow", "-"], input=page, check=True, capture_output=True)
    job = given.stdout.decode().split()[3]
    yield job
    subprocess.run(["cancel", "-a", "slow"], check=False, capture_output=True)


def standing(station: Counter, clerk: Actor, copy_id: int) -> JobRow:
    row = station.papers.jobs.look(clerk, copy_id)
    assert row is not None
    return row


def copies(station: Counter, paper_id: int) -> list[tuple[int, CopyOutcome, str]]:
    return [(one.number, one.outcome, one.printer) for one in station.papers.paper(paper_id).copies]


def trail(station: Counter) -> list[tuple[Any, ...]]:
    return rows(station, "select detail from journal_entry where action = 'cancel_print'")


def waiting(queues: Server, queue: str) -> int:
    said = subprocess.run(["lpstat", "-o", queue], check=True, capture_output=True).stdout.decode()
    return len(said.splitlines())


def test_a_paper_that_went_through_is_told_so(
    station: Counter,
    clerk: Actor,
    copy: CopyRow,  # noqa: F811
    queues: Server,
) -> None:
    assert station.papers.jobs.look(clerk, copy.copy_id) is None
    job = station.papers.send(clerk, copy.copy_id, "office")
    queues.until(lambda: standing(station, clerk, copy.copy_id).standing is JobStanding.FINISHED)
    row = standing(station, clerk, copy.copy_id)
    assert (row.job, row.running, row.begun) == (job, False, True)
    assert not station.papers.jobs.cancel(clerk, copy.copy_id)  # it was over
    assert copies(station, copy.paper_id) == [(0, CopyOutcome.PENDING, "office")]


def test_out_of_paper_is_said_and_a_waiting_paper_taken_back_is_as_if_never_sent(
    station: Counter,
    clerk: Actor,
    copy: CopyRow,  # noqa: F811
    queues: Server,
    printing: str,
) -> None:
    station.papers.send(clerk, copy.copy_id, "slow")
    queues.until(lambda: bool(standing(station, clerk, copy.copy_id).alerts))
    row = standing(station, clerk, copy.copy_id)
    assert (row.standing, row.begun, row.running) == (JobStanding.WAITING, False, True)
    assert [str(one) for one in row.alerts] == ["缺纸"]
    assert station.papers.jobs.cancel(clerk, copy.copy_id)
    assert station.papers.jobs.look(clerk, copy.copy_id) is None
    assert copies(station, copy.paper_id) == [(0, CopyOutcome.PENDING, "")]
    assert trail(station) == [(f"{row.job} 未出纸",)]
    # the same copy under the same number, once
    station.papers.send(clerk, copy.copy_id, "office")
    queues.until(lambda: not standing(station, clerk, copy.copy_id).running)
    assert copies(station, copy.paper_id) == [(0, CopyOutcome.PENDING, "office")]
    station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    with pytest.raises(NotPossible, match="已经打印过"):
        station.papers.prepare(clerk, "another", copy.paper_id)


def test_what_still_waits_is_taken_back_before_it_is_sent_again(
    station: Counter,
    clerk: Actor,
    copy: CopyRow,  # noqa: F811
    queues: Server,
    printing: str,
) -> None:
    first = station.papers.send(clerk, copy.copy_id, "slow")
    second = station.papers.send(clerk, copy.copy_id, "slow")
    assert first != second
    assert waiting(queues, "slow") == 2  # the other's, and this one once
    assert standing(station, clerk, copy.copy_id).job == second
    assert trail(station) == [(f"{first} 未出纸",)]


def test_a_paper_in_the_printers_hands_is_not_sent_again_until_it_is_taken_back(
    station: Counter,
    clerk: Actor,
    copy: CopyRow,  # noqa: F811
    queues: Server,
) -> None:
    job = station.papers.send(clerk, copy.copy_id, "slow")
    queues.until(lambda: standing(station, clerk, copy.copy_id).begun)
    with pytest.raises(NotPossible, match="先取消打印"):
        station.papers.send(clerk, copy.copy_id, "office")
    assert not station.papers.jobs.cancel(clerk, copy.copy_id)
    assert trail(station) == [(f"{job} 可能已出纸",)]
    assert copies(station, copy.paper_id) == [(0, CopyOutcome.PENDING, "slow")]  # what came out is asked
    station.papers.send(clerk, copy.copy_id, "office")
    assert copies(station, copy.paper_id) == [(0, CopyOutcome.PENDING, "office")]


def test_a_queue_that_stops_holds_what_waits_in_it(
    station: Counter,
    clerk: Actor,
    copy: CopyRow,  # noqa: F811
    queues: Server,
    printing: str,
) -> None:
    station.papers.send(clerk, copy.copy_id, "slow")
    run("/usr/sbin/cupsdisable", "slow")
    try:
        assert standing(station, clerk, copy.copy_id).standing is JobStanding.STOPPED
        with pytest.raises(EnvironmentTrouble, match="停用"):
            station.papers.send(clerk, copy.copy_id, "slow")
        # the job was taken back for it, and nothing is in any queue
        assert copies(station, copy.paper_id) == [(0, CopyOutcome.PENDING, "")]
    finally:
        run("cancel", "-a", "slow")
        run("/usr/sbin/cupsenable", "slow")


@pytest.mark.parametrize("queue", ["stopped", "refusing"])
def test_a_queue_that_takes_nothing_leaves_the_paper_as_it_was(
    station: Counter,
    clerk: Actor,
    copy: CopyRow,  # noqa: F811
    queues: Server,
    queue: str,
) -> None:
    with pytest.raises(EnvironmentTrouble, match="停用或不接受"):
        station.papers.send(clerk, copy.copy_id, queue)
    assert station.papers.jobs.look(clerk, copy.copy_id) is None
    assert copies(station, copy.paper_id) == [(0, CopyOutcome.PENDING, "")]


def test_a_held_job_is_told(
    station: Counter,
    clerk: Actor,
    copy: CopyRow,  # noqa: F811
    queues: Server,
    printing: str,
) -> None:
    job = station.papers.send(clerk, copy.copy_id, "slow")
    run("lp", "-i", job, "-H", "hold")
    assert standing(station, clerk, copy.copy_id).standing is JobStanding.HELD
    assert station.papers.jobs.cancel(clerk, copy.copy_id)


def test_a_print_service_that_goes_away_is_told_and_nothing_is_guessed(
    station: Counter,
    clerk: Actor,
    copy: CopyRow,  # noqa: F811
    queues: Server,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    station.papers.send(clerk, copy.copy_id, "office")
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "none.sock"))
    row = standing(station, clerk, copy.copy_id)
    assert (row.standing, row.running) == (JobStanding.AWAY, True)
    acts: list[Callable[[], object]] = [
        lambda: station.papers.jobs.cancel(clerk, copy.copy_id),
        lambda: station.papers.send(clerk, copy.copy_id, "office"),
    ]
    for act in acts:
        with pytest.raises(EnvironmentTrouble, match="打印系统没有运行"):
            act()
    assert copies(station, copy.paper_id) == [(0, CopyOutcome.PENDING, "office")]


def test_nothing_is_taken_back_that_was_not_sent(
    station: Counter,
    clerk: Actor,
    copy: CopyRow,  # noqa: F811
) -> None:
    with pytest.raises(NotPossible, match="没有正在进行"):
        station.papers.jobs.cancel(clerk, copy.copy_id)


def restarted(station: Counter, folders: Folders, clock: Any, clerk: Actor) -> Counter:
    """The same station in another run of the program, with the same clerk."""
    station.close()
    again = servers.again(station, folders, clock)
    again.office.rights.seat(clerk)
    return again


def test_after_a_restart_the_queue_is_told_as_it_is_and_nothing_comes_out_twice(
    station: Counter,
    folders: Folders,
    clock: Any,
    clerk: Actor,
    copy: CopyRow,  # noqa: F811
    queues: Server,
    printing: str,
) -> None:
    first = station.papers.send(clerk, copy.copy_id, "slow")
    again = restarted(station, folders, clock, clerk)
    try:
        row = standing(again, clerk, copy.copy_id)
        assert (row.job, row.standing, row.begun) == (first, JobStanding.WAITING, False)
        assert [str(one) for one in row.alerts] == ["缺纸"]
        second = again.papers.send(clerk, copy.copy_id, "slow")
        assert second != first
        assert waiting(queues, "slow") == 2  # the other's, and this one once
        assert copies(again, copy.paper_id) == [(0, CopyOutcome.PENDING, "slow")]
        assert again.papers.jobs.cancel(clerk, copy.copy_id)
        assert waiting(queues, "slow") == 1
        assert copies(again, copy.paper_id) == [(0, CopyOutcome.PENDING, "")]
    finally:
        again.close()


def test_another_counter_neither_guesses_nor_sends_the_same_number(
    station: Counter,
    clerk: Actor,
    template: Any,
    copy: CopyRow,  # noqa: F811
    queues: Server,
) -> None:
    station.papers.send(clerk, copy.copy_id, "office")
    row = standing(station, template.other, copy.copy_id)
    assert (row.standing, row.counter, row.running) == (JobStanding.ELSEWHERE, 3, False)
    assert "3号窗口" in str(row.words)
    with pytest.raises(NotPossible, match="没有正在进行"):
        station.papers.jobs.cancel(template.other, copy.copy_id)
    with pytest.raises(NotPossible, match="由3号窗口发送过"):
        station.papers.send(template.other, copy.copy_id, "office")
    station.papers.settle(template.other, copy.copy_id, CopyOutcome.SPOILED, "没有出纸")
    further = station.papers.again(template.other, "by another", copy.paper_id, "前一份没有出纸")
    station.papers.send(template.other, further.copy_id, "office")
    assert [one[0] for one in copies(station, copy.paper_id)] == [0, 1]


@pytest.fixture
def serial(blanks: Counter, clerk: Actor, granted: Granted) -> str:  # noqa: F811
    return blanks.production.reserve(clerk, str(uuid.uuid4()), [granted(1)])[0].serial


def card(station: Counter, clerk: Actor, serial: str) -> JobRow:
    return station.card_prints.jobs.look_at_cards(clerk, (serial,))[serial]


def test_a_card_is_followed_taken_back_and_sent_once_also_after_a_restart(
    station: Counter,
    folders: Folders,
    clock: Any,
    clerk: Actor,
    serial: str,
    queues: Server,
    printing: str,
) -> None:
    assert station.card_prints.jobs.look_at_cards(clerk, (serial,)) == {}
    first = station.card_prints.send(clerk, serial, "slow")
    again = restarted(station, folders, clock, clerk)
    try:
        row = card(again, clerk, serial)
        assert (row.job, row.standing, row.begun) == (first, JobStanding.WAITING, False)
        second = again.card_prints.send(clerk, serial, "slow")
        assert waiting(queues, "slow") == 2
        assert card(again, clerk, serial).job == second
        assert again.card_prints.jobs.cancel_card(clerk, serial)
        assert again.card_prints.jobs.look_at_cards(clerk, (serial,)) == {}
        assert trail(again) == [(f"{first} 未出纸",), (f"{second} 未出纸",)]
    finally:
        again.close()


def test_a_card_in_the_printers_hands_is_not_sent_again(
    station: Counter, clerk: Actor, serial: str, queues: Server
) -> None:
    station.card_prints.send(clerk, serial, "slow")
    queues.until(lambda: card(station, clerk, serial).begun)
    with pytest.raises(NotPossible, match="先取消打印"):
        station.card_prints.send(clerk, serial, "office")
    assert not station.card_prints.jobs.cancel_card(clerk, serial)
    station.card_prints.send(clerk, serial, "office")
    queues.until(lambda: card(station, clerk, serial).standing is JobStanding.FINISHED)
    run("cancel", "-a", "slow")


def test_a_blank_that_was_given_back_unprinted_has_no_job_when_it_is_reserved_anew(
    station: Counter, clerk: Actor, serial: str, queues: Server
) -> None:
    station.card_prints.send(clerk, serial, "office")
    station.production.released(clerk, str(uuid.uuid4()), serial)
    assert station.card_prints.jobs.look_at_cards(clerk, (serial,)) == {}


def test_the_print_service_keeps_nothing_of_a_paper_whose_end_was_told(
    station: Counter,
    clerk: Actor,
    copy: CopyRow,  # noqa: F811
    queues: Server,
) -> None:
    job = station.papers.send(clerk, copy.copy_id, "office")
    kept = queues.folder / "spool" / f"d{int(job.rpartition('-')[2]):05}-001"
    queues.until(lambda: standing(station, clerk, copy.copy_id).standing is JobStanding.FINISHED)
    assert kept.exists()  # as a print service does by default, for a day
    station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    assert not kept.exists()
    assert copies(station, copy.paper_id) == [(0, CopyOutcome.PRINTED, "office")]


def test_the_print_service_keeps_nothing_of_a_card_that_was_told_of(
    station: Counter, clerk: Actor, serial: str, queues: Server
) -> None:
    job = station.card_prints.send(clerk, serial, "office")
    queues.until(lambda: card(station, clerk, serial).standing is JobStanding.FINISHED)
    kept = queues.folder / "spool" / f"d{int(job.rpartition('-')[2]):05}-001"
    assert kept.exists()
    station.card_prints.jobs.done_with(clerk, serials=(serial, "JN9999"))
    assert not kept.exists()
