"""What was printed without the server is stored as it was, and it is what the services would store."""

from __future__ import annotations

import hashlib
import random
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktop.domain.codes import CopyOutcome
from desktop.services import reading_ahead, taking_in
from desktop.services.counter import Counter, build_counter
from desktop.services.ports import Folders
from desktop.services.rows import Actor
from tests.conftest import FakeClock, Template
from tests.services.outage import away, chain_faults, home_of, line_of, person_of, register, rows
from tests.services.test_taking_in import (
    Way,
    back,
    by_services,
    done_by_services,
    look,
    one_by_one,
    stored_set_wise,
    taken_in,
    way,
    window,
)

__all__ = ("way", "window")  # fixtures

SHEET = bytes(range(256)) * 400
"""A sheet of 100 kB with every value that a byte has."""
COPIES = (
    "select number, outcome, outcome_reason, printer, pages, sha256, pdf from paper_copy"
    " join paper on paper.id = paper_id order by paper_copy.id"
)
LINES = "select kind, action from op_conflict order by sequence"


@dataclass
class Printing:
    """A paper's printing at a window, step by step."""

    window: Counter
    actor: Actor
    paper: int
    copy: int = 0
    jobs: list[str] = field(default_factory=list)

    def next(self, reason: str = "") -> None:
        copies = self.window.papers.copies
        request, reprint = str(uuid.uuid4()), bool(reason)
        self.copy = copies.next(self.actor, request, self.paper, reprint=reprint, reason=reason).copy_id
        self.jobs.clear()

    def reprinted(self) -> None:
        self.settled()
        self.next("污损")

    def drawn(self, pdf: bytes = SHEET, pages: int = 1) -> None:
        self.window.papers.copies.drawn(self.actor, self.copy, pdf, pages)

    def sent(self, printer: str = "一楼\\打印机") -> None:
        self.window.papers.copies.sent(self.actor, self.copy, printer)

    def not_sent(self) -> None:
        self.window.papers.copies.not_sent(self.actor, self.copy, "")

    def job_sent(self) -> None:
        self.jobs.append(f"job-{len(self.jobs)}-{self.copy}")
        self.window.papers.jobs.sent(self.actor, self.copy, self.jobs[-1], "printer")

    def taken_back(self, unprinted: bool = True) -> None:
        self.window.papers.jobs.taken_back(self.actor, self.copy, self.jobs.pop(), unprinted)

    def saved(self) -> None:
        self.window.papers.copies.saved(self.actor, self.copy, "凭证.pdf")

    def settled(self, outcome: CopyOutcome = CopyOutcome.PRINTED, reason: str = "") -> None:
        self.window.papers.copies.settled(self.actor, self.copy, outcome, reason)


@pytest.fixture
def go_away(window: Counter, way: Way) -> Callable[[], None]:
    """Cut the way to the server."""

    def go() -> None:
        way.cut = True
        line_of(window).tend()
        assert line_of(window).away

    return go


@pytest.fixture
def newcomer(window: Counter, server_template: Template) -> Callable[[int], Printing]:
    """Register somebody, for the paper to be printed."""

    def make(serial: int) -> Printing:
        return Printing(
            window, server_template.clerk, register(window, server_template.clerk, serial).paper_id
        )

    return make


@pytest.fixture
def other(
    window: Counter,
    server_template: Template,
    tmp_path: Path,
    shared_cache: Path,
    clock: FakeClock,
) -> Counter:
    """Another window's services, at the server."""
    (tmp_path / "other").mkdir()
    made = build_counter(line_of(window).switch.server, Folders(tmp_path / "other", shared_cache), clock)
    made.office.rights.seat(server_template.other)
    return made


def small_lots(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have three operations taken in together."""
    monkeypatch.setattr(taking_in, "STORED_AT_ONCE", 3)
    monkeypatch.setattr(taking_in, "AT_ONCE", 3)
    monkeypatch.setattr(reading_ahead, "STORED_AT_ONCE", 3)


def alike(window: Counter, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """Return every row that the server would have, which is the same however what waits is taken in."""
    found = [_without_fresh_keys(taken_in(window))]
    found.append(_without_fresh_keys(by_services(window, monkeypatch)))
    found.append(_without_fresh_keys(one_by_one(window, monkeypatch)))
    for table in found[0]:
        assert found[0][table] == found[2][table], table
        assert found[1][table] == found[2][table], table
    return found[0]


def _without_fresh_keys(found: dict[str, list[str]]) -> dict[str, list[str]]:
    """Leave out what is drawn anew each time for the review list: its keys, which stand first."""
    for table, keys in (("op_conflict", 1), ("op_paper", 2)):
        found[table] = sorted(row.split(", ", keys)[keys] for row in found[table])
    return found


def sheets(counter: Counter) -> list[bytes | None]:
    """Return the copies' sheets at the server, each of which is what its digest says."""
    found = rows(line_of(counter).switch.server, COPIES)
    for *_, digest, pdf in found:
        assert digest == ("" if pdf is None else hashlib.sha256(pdf).hexdigest())
    return [pdf for *_, pdf in found]


@pytest.mark.parametrize(
    ("reason", "services"),
    [("", []), ("卡纸“两次”\\\n演练", [6])],  # what was typed is masked by whom the paper is about by now
)
def test_a_newcomer_whose_paper_was_printed_is_stored_as_it_was(
    window: Counter,
    way: Way,
    go_away: Callable[[], None],
    newcomer: Callable[[int], Printing],
    monkeypatch: pytest.MonkeyPatch,
    reason: str,
    services: list[int],
) -> None:
    go_away()
    one = newcomer(1)
    one.next()
    one.drawn(pages=3)
    one.sent()
    one.job_sent()
    one.settled(CopyOutcome.SPOILED, reason)
    asked = alike(window, monkeypatch)
    assert set(asked["outcomes"]) == {"applied"}
    stored, done = stored_set_wise(monkeypatch), done_by_services(monkeypatch)
    back(window, way)
    assert (stored, done) == ([] if services else [6], services)
    server = line_of(window).switch.server
    digest = hashlib.sha256(SHEET).hexdigest()
    copy = (0, "spoiled", reason, "一楼\\打印机", 3, digest, SHEET)
    assert rows(server, COPIES) == [copy]
    assert rows(server, "select copy_id, job from print_job") == [(one.copy, one.jobs[0])]
    assert chain_faults(server) == []


def test_the_steps_of_two_papers_mixed_give_each_its_own_sheet_and_outcome(
    window: Counter,
    way: Way,
    go_away: Callable[[], None],
    newcomer: Callable[[int], Printing],
    server_template: Template,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_away()
    one = newcomer(1)
    one.next()
    two = newcomer(2)
    two.next()
    two.drawn(SHEET[::-1])
    look(window, server_template, "看了一眼")
    one.drawn(SHEET)
    two.sent("二楼")
    one.sent("一楼")
    one.job_sent()
    two.job_sent()
    two.settled(CopyOutcome.SPOILED)
    one.settled()
    asked = alike(window, monkeypatch)
    assert set(asked["outcomes"]) == {"applied"}
    done = done_by_services(monkeypatch)
    back(window, way)
    assert done == []
    assert sheets(window) == [SHEET, SHEET[::-1]]
    told = "select outcome, outcome_reason, printer from paper_copy order by id"
    server = line_of(window).switch.server
    assert rows(server, told) == [("printed", "", "一楼"), ("spoiled", "", "二楼")]
    assert chain_faults(server) == []


def test_what_was_saved_struck_out_taken_back_or_reprinted_is_stored_alike(
    window: Counter,
    way: Way,
    go_away: Callable[[], None],
    newcomer: Callable[[int], Printing],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_away()
    saved, sent = newcomer(1), newcomer(2)
    saved.next()
    sent.next()
    saved.drawn(b"to be saved")
    sent.drawn(SHEET)
    sent.sent("一楼")
    saved.saved()
    sent.not_sent()
    sent.sent("二楼")
    sent.job_sent()
    sent.taken_back()
    saved.saved()
    sent.sent("三楼")
    sent.job_sent()
    sent.taken_back(unprinted=False)
    sent.saved()
    sent.settled()
    sent.next("第一份污损")
    sent.drawn(b"again")
    sent.settled()
    names = {one.operation.name for one in line_of(window).outbox.waiting(99)}
    assert names >= {"copies.saved", "copies.not_sent", "print_jobs.taken_back"}
    assert set(alike(window, monkeypatch)["outcomes"]) == {"applied"}
    done = done_by_services(monkeypatch)
    back(window, way)
    assert done
    assert sheets(window) == [b"to be saved", SHEET, b"again"]
    told = "select number, outcome, printer from paper_copy order by id"
    server = line_of(window).switch.server
    assert rows(server, told) == [(0, "saved", ""), (0, "printed", "三楼"), (1, "printed", "")]
    assert rows(server, "select count(*) from op_conflict") == [(0,)]
    assert chain_faults(server) == []


@pytest.mark.parametrize("between", [True, False])
def test_of_a_copy_drawn_twice_the_first_sheet_stays(
    window: Counter,
    way: Way,
    go_away: Callable[[], None],
    newcomer: Callable[[int], Printing],
    between: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_away()
    one = newcomer(1)
    one.next()
    one.drawn(SHEET, 1)
    if between:
        one.sent()
    one.drawn(b"what a second drawing would be", 2)
    one.settled()
    assert set(alike(window, monkeypatch)["outcomes"]) == {"applied"}
    back(window, way)
    assert sheets(window) == [SHEET]
    server = line_of(window).switch.server
    assert rows(server, "select pages, outcome from paper_copy") == [(1, "printed")]


def test_a_copy_that_the_server_has_already_is_settled_by_its_service(
    window: Counter,
    way: Way,
    go_away: Callable[[], None],
    newcomer: Callable[[int], Printing],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    there = newcomer(1)
    there.next()
    there.drawn()
    line_of(window).tend()
    go_away()
    there.sent()
    there.job_sent()
    one = newcomer(2)
    one.next()
    one.drawn(b"of another")
    there.settled()
    one.settled()
    assert set(alike(window, monkeypatch)["outcomes"]) == {"applied"}
    done = done_by_services(monkeypatch)
    back(window, way)
    assert {1, 6} <= set(done)
    assert not {3, 4, 5} & set(done)  # the newcomer's
    server = line_of(window).switch.server
    assert sheets(window) == [SHEET, b"of another"]
    assert rows(server, "select distinct outcome from paper_copy") == [("printed",)]
    assert rows(server, "select count(*) from op_conflict") == [(0,)]
    assert chain_faults(server) == []


def test_a_printing_that_two_lots_have_in_parts_arrives_whole(
    window: Counter,
    way: Way,
    go_away: Callable[[], None],
    newcomer: Callable[[int], Printing],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    small_lots(monkeypatch)
    go_away()
    every = [newcomer(serial) for serial in range(1, 5)]
    for place, one in enumerate(every):
        one.next()
        one.drawn(SHEET + bytes([place]))
        if place % 2:
            one.sent()
        one.job_sent()
        one.settled()
    done = done_by_services(monkeypatch)
    back(window, way)
    server = line_of(window).switch.server
    waited = 4 + 4 * 4 + 2
    assert 0 < len(done) < waited
    assert sheets(window) == [SHEET + bytes([place]) for place in range(4)]
    assert rows(server, "select outcome, count(*) from paper_copy group by 1") == [("printed", 4)]
    assert rows(server, "select outcome, count(*) from op_inbox group by 1") == [("applied", waited)]
    assert rows(server, LINES) == []
    assert chain_faults(server) == []


def test_what_another_counter_printed_meanwhile_makes_lines_of_what_was_printed_here(
    window: Counter,
    way: Way,
    go_away: Callable[[], None],
    newcomer: Callable[[int], Printing],
    other: Counter,
    server_template: Template,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = newcomer(1)
    line_of(window).tend()
    go_away()
    newcomer(2)
    one.next()
    one.drawn()
    one.job_sent()
    one.settled()
    last = newcomer(3)
    last.next()
    there = Printing(other, server_template.other, one.paper)
    there.next()
    there.drawn(b"there")
    there.settled()
    asked = alike(window, monkeypatch)
    assert asked["outcomes"] == ["applied", *["conflict"] * 4, "applied", "applied"]
    back(window, way)
    server = line_of(window).switch.server
    assert rows(server, LINES) == [
        *(("refused", "copies.next"), ("follows", "copies.drawn")),
        *(("follows", "print_jobs.sent"), ("follows", "copies.settled")),
    ]
    assert rows(server, "select count(*) from case_file") == [(3,)]
    found = rows(server, "select id, outcome, pdf from paper_copy order by paper_id, id")
    assert found == [(there.copy, "printed", b"there"), (last.copy, "pending", None)]
    happened = "select count(*) from journal_entry where action = 'settle_paper'"
    assert rows(server, happened) == [(2,)]
    assert chain_faults(server) == []


def test_what_another_counter_asked_for_and_did_not_print_is_printed_here(
    window: Counter,
    way: Way,
    go_away: Callable[[], None],
    newcomer: Callable[[int], Printing],
    other: Counter,
    server_template: Template,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The copy has the server's key then, and all that follows goes by that."""
    one = newcomer(1)
    line_of(window).tend()
    go_away()
    two = newcomer(2)
    two.next()
    one.next()
    one.drawn()
    two.drawn(b"of another")
    one.job_sent()
    one.settled()
    two.settled()
    there = Printing(other, server_template.other, one.paper)
    there.next()
    alike(window, monkeypatch)
    done = done_by_services(monkeypatch)
    back(window, way)
    assert 3 in done
    assert not {1, 2} & set(done)  # the newcomer's
    server = line_of(window).switch.server
    assert rows(server, LINES) == []
    found = rows(server, f"select id, outcome, pdf from paper_copy order by id = {there.copy}")
    assert found == [(two.copy, "printed", b"of another"), (there.copy, "printed", SHEET)]
    assert rows(server, "select copy_id from print_job") == [(there.copy,)]
    assert chain_faults(server) == []


def test_a_printing_whose_answer_was_lost_is_only_answered(
    window: Counter,
    way: Way,
    go_away: Callable[[], None],
    newcomer: Callable[[int], Printing],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_away()
    one = newcomer(1)
    one.next()
    one.drawn()
    one.job_sent()
    one.settled()
    line, way.cut = line_of(window), False
    told = type(line.outbox).told

    def lost(*_: object) -> None:
        raise away()

    with monkeypatch.context() as patched:
        patched.setattr(type(line.outbox), "told", lost)
        line.tend()
    assert (line.away, line.outbox.count()) == (True, 5)
    assert type(line.outbox).told is told
    done = done_by_services(monkeypatch)
    back(window, way)
    assert done == []
    assert sheets(window) == [SHEET]
    server = line.switch.server
    assert rows(server, "select count(*) from print_job") == [(1,)]
    assert rows(server, "select count(*), min(outcome), max(outcome) from op_inbox") == [
        (5, "applied", "applied")
    ]
    settled = "select count(*) from journal_entry where action in ('prepare_paper', 'settle_paper')"
    assert rows(server, settled) == [(2,)]
    assert chain_faults(server) == []


def test_the_printing_of_a_paper_that_the_server_does_not_have_makes_lines(
    window: Counter,
    way: Way,
    go_away: Callable[[], None],
    newcomer: Callable[[int], Printing],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = newcomer(1)
    line_of(window).tend()
    go_away()
    one.next()
    one.drawn()
    one.settled()
    two = newcomer(2)
    two.next()
    two.drawn()
    server = line_of(window).switch.server
    with server.engine.begin() as connection:
        connection.exec_driver_sql(f"delete from paper where id = {one.paper}")
    assert alike(window, monkeypatch)["outcomes"] == [*["conflict"] * 3, *["applied"] * 3]
    back(window, way)
    assert rows(server, LINES) == [
        *(("refused", "copies.next"), ("follows", "copies.drawn"), ("follows", "copies.settled")),
    ]
    assert rows(server, "select id, pdf from paper_copy") == [(two.copy, SHEET)]
    assert chain_faults(server) == []


@pytest.mark.parametrize("moved", [False, True])
@pytest.mark.parametrize("lots", ["one", "several"])
def test_the_trail_of_a_printing_names_whom_the_server_knows_by_another_key(
    window: Counter,
    way: Way,
    go_away: Callable[[], None],
    other: Counter,
    server_template: Template,
    lots: str,
    moved: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The second paper of somebody the window did not know has the same key at both."""
    go_away()
    clerk = server_template.clerk
    known = register(other, server_template.other, 1).case.person_id
    server = line_of(window).switch.server
    with server.engine.begin() as connection:
        connection.exec_driver_sql(
            "update registration set open_person_id = null, ended_on = date '2026-11-19'"
        )
    made = register(window, clerk, 1)
    if moved:
        again, there = person_of(1), home_of(house_number="9", arrived_on="2026-11-20")
        before = made.registration.registration_id
        made = window.registrations.accept(clerk, str(uuid.uuid4()), again, there, move_from=before)
    one = Printing(window, clerk, made.paper_id)
    one.next()
    one.drawn()
    one.sent()
    one.settled()
    if lots == "several":
        small_lots(monkeypatch)
    else:
        asked = alike(window, monkeypatch)
        assert set(asked["outcomes"]) == {"applied"}
    back(window, way)
    assert rows(server, LINES) == []
    assert rows(server, "select distinct person_id from paper") == [(known,)]
    trail = "select action, person_id from journal_entry where person_id is not null"
    assert {person for _, person in rows(server, trail)} == {known}, rows(server, trail)
    assert sheets(window) == [SHEET]
    assert chain_faults(server) == []


def a_step(one: Printing, draw: random.Random) -> None:
    """Do any one step that a printing may take next."""
    if not one.copy:
        one.next()
        return
    steps: list[Callable[[], None]] = [
        *(one.sent, one.job_sent, one.saved, one.not_sent, one.settled, one.reprinted),
        lambda: one.drawn(draw.randbytes(draw.choice((0, 1, 3000)))),
        lambda: one.drawn(draw.randbytes(50), 2),
        lambda: one.settled(CopyOutcome.SPOILED, "卡纸"),
    ]
    if one.jobs:
        steps.append(lambda: one.taken_back(draw.random() < 0.5))
    draw.choice(steps)()


@pytest.mark.parametrize("seed", range(4))
def test_however_the_steps_of_printings_are_mixed_they_are_stored_alike(
    window: Counter,
    way: Way,
    go_away: Callable[[], None],
    newcomer: Callable[[int], Printing],
    server_template: Template,
    seed: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    draw = random.Random(seed)
    for outage in range(4):
        go_away()
        every = [newcomer(10 * outage + serial) for serial in range(draw.randint(1, 3))]
        for _ in range(draw.randint(5, 25)):
            a_step(draw.choice(every), draw)
            if draw.random() < 0.2:
                look(window, server_template, "看了一眼")
        assert set(alike(window, monkeypatch)["outcomes"]) == {"applied"}
        back(window, way)
    server = line_of(window).switch.server
    assert rows(server, LINES) == []
    assert chain_faults(server) == []
    sheets(window)
