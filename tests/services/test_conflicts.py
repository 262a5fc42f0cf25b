"""What could not be applied when the server came back: both versions, applied after all, or void."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

import cbor2
import pytest
from sqlalchemy import text

from desktop.domain.codes import CopyOutcome
from desktop.domain.errors import BadInput, NotPossible
from desktop.services.counter import Counter
from desktop.services.line_state import LineState
from desktop.services.outbox import Outbox
from desktop.services.rows import Actor, RegistrationDone
from printing.freezing import thaw
from tests.conftest import FakeClock, Template
from tests.services.outage import CutServer, chain_faults, home_of, line_of, person_of, register, rows
from tests.services.test_without_server import a_window, back, server, window

__all__ = ["server", "window"]
pytestmark = pytest.mark.file_only  # the server and the window are its own


@pytest.fixture
def elsewhere(
    server: CutServer,  # noqa: F811 - the fixtures of what goes on without the server
    window: Counter,  # noqa: F811
    clerk: Actor,
    template: Template,
    tmp_path: Path,
    shared_cache: Path,
) -> tuple[RegistrationDone, RegistrationDone, RegistrationDone]:
    """Somebody registered and moved here without the server, who was registered at another window meanwhile."""
    server.cut = True
    here = register(window, clerk, 1)
    moved = window.registrations.accept(
        clerk,
        str(uuid.uuid4()),
        person_of(1),
        home_of(house_number="5"),
        move_from=here.registration.registration_id,
    )
    server.cut = False
    other = a_window(tmp_path / "other", shared_cache, FakeClock(), server, template.other)
    there = register(other, template.other, 1, home=home_of(house_number="77"))
    other.close()
    back(window, server)
    return here, moved, there


Elsewhere = tuple[RegistrationDone, RegistrationDone, RegistrationDone]


def test_both_versions_stand_side_by_side(
    window: Counter,  # noqa: F811
    elsewhere: Elsewhere,
    officer: Actor,
) -> None:
    here, moved, there = elsewhere
    first, later = window.conflicts.list(officer)
    assert (first.kind, later.kind) == ("refused", "follows")
    assert first.papers == (f"11{here.case.case_number}",)
    assert "77" in str(first.reason)
    page = window.conflicts.page(officer, first.conflict_id)
    [address] = [side for side in page.sides if side.differs]
    assert address.then == here.registration.written_address
    assert address.now == there.registration.written_address
    assert page.cannot_apply is None
    assert "变更住址" in str(page.apply_as)
    assert window.conflicts.page(officer, later.conflict_id).cannot_apply is not None  # one after the other
    assert moved.case.case_number in later.papers[0]


def test_numbers_are_masked_and_so_is_an_address_that_nobody_compares(
    window: Counter,  # noqa: F811
    server: CutServer,  # noqa: F811
    clerk: Actor,
    officer: Actor,
    template: Template,
    tmp_path: Path,
    shared_cache: Path,
) -> None:
    server.cut = True
    register(window, clerk, 1, home=home_of(house_number="5"), phone="13911112222")
    server.cut = False
    other = a_window(tmp_path / "other", shared_cache, FakeClock(), server, template.other)
    register(other, template.other, 1, home=home_of(house_number="77"), phone="13933332222")
    other.close()
    back(window, server)
    [row] = window.conflicts.list(officer)
    sides = {
        str(side.label): (str(side.then), str(side.now), side.differs)
        for side in window.conflicts.page(officer, row.conflict_id).sides
    }
    assert sides["联系电话"] == ("139****2222", "139****2222（不同）", True)
    assert sides["户口地详址"] == ("演练镇***号", "演练镇***号", False)
    then, now, differs = sides["居住地址"]
    assert "5号" in then
    assert "77号" in now
    assert differs


@pytest.mark.parametrize(
    "altered", [b"", b"no cbor", cbor2.dumps((2, "newer")), cbor2.dumps([["#"]] * 17), b"\x81" * 5_000]
)
def test_a_line_that_cannot_be_read_hides_no_other(
    window: Counter,  # noqa: F811
    server: CutServer,  # noqa: F811
    elsewhere: Elsewhere,
    officer: Actor,
    altered: bytes,
) -> None:
    first, later = window.conflicts.list(officer)
    with server.engine.begin() as connection:
        connection.execute(
            text("update op_conflict set operation = :altered where id = :line"),
            {"altered": altered, "line": first.conflict_id},
        )
    unread, other = window.conflicts.list(officer)
    assert (unread.conflict_id, unread.whom) == (first.conflict_id, "")
    assert "读不出来" in str(unread.reason)
    assert other == later
    with pytest.raises(NotPossible, match="读不出来"):
        window.conflicts.page(officer, first.conflict_id)
    with pytest.raises(NotPossible, match="读不出来"):
        window.conflicts.apply(officer, str(uuid.uuid4()), first.conflict_id, unread.version)


def test_applied_after_all_everything_is_as_it_was_printed(
    window: Counter,  # noqa: F811
    server: CutServer,  # noqa: F811
    elsewhere: Elsewhere,
    officer: Actor,
) -> None:
    here, moved, there = elsewhere
    first, _ = window.conflicts.list(officer)
    request = str(uuid.uuid4())
    printed = rows(server, "select paper_number, document from op_paper order by id")
    for _ in range(2):  # a double click
        assert window.conflicts.apply(officer, request, first.conflict_id, first.version).state == "applied"
    assert [row.state for row in window.conflicts.list(officer)] == ["applied", "applied"]
    numbers = rows(server, "select case_number, kind from case_file order by id")
    assert sorted(numbers) == sorted(
        [
            (there.case.case_number, "registration"),
            (here.case.case_number, "registration_move"),
            (moved.case.case_number, "registration_move"),
        ]
    )
    assert set(printed) <= set(rows(server, "select paper_number, document from paper"))
    [home] = rows(server, "select written_address from registration where open_person_id is not null")
    assert home == (moved.registration.written_address,)
    assert chain_faults(server) == []
    told = rows(server, "select case_number from journal_entry where action = 'register_residence'")
    assert sorted(told) == sorted(
        (it.case.case_number,) for it in elsewhere
    )  # each once, applied late or not


def test_void_the_paper_counts_no_more_and_says_so(
    window: Counter,  # noqa: F811
    server: CutServer,  # noqa: F811
    elsewhere: Elsewhere,
    officer: Actor,
) -> None:
    here, _, there = elsewhere
    first, _ = window.conflicts.list(officer)
    number = first.papers[0]
    found = window.lookup.find(officer, number)
    assert "等待民警核对" in str(found.problem)
    assert found.of_outage
    with pytest.raises(BadInput):
        window.conflicts.void(officer, str(uuid.uuid4()), first.conflict_id, first.version, " ")
    done = window.conflicts.void(officer, str(uuid.uuid4()), first.conflict_id, first.version, "已收回凭证")
    assert (done.state, done.note, done.settled_by) == ("void", "已收回凭证", officer.name)
    assert "已作废" in str(window.lookup.find(officer, number).problem)
    with pytest.raises(NotPossible, match="刚刚已由"):
        window.conflicts.apply(officer, str(uuid.uuid4()), first.conflict_id, first.version)
    assert [state for (state,) in rows(server, "select state from op_conflict order by id")] == [
        "void",
        "open",
    ]
    assert rows(server, "select case_number from case_file") == [(there.case.case_number,)]
    said = rows(server, "select detail from journal_entry where action = 'void_conflict'")
    assert here.case.case_number in said[0][0]
    assert chain_faults(server) == []


def test_the_printing_of_a_paper_goes_with_what_made_it(
    window: Counter,  # noqa: F811
    server: CutServer,  # noqa: F811
    clerk: Actor,
    officer: Actor,
    template: Template,
    tmp_path: Path,
    shared_cache: Path,
) -> None:
    server.cut = True
    first, second = register(window, clerk, 1), register(window, clerk, 2)
    for done in (first, second):
        copy = window.papers.prepare(clerk, str(uuid.uuid4()), done.paper_id)
        window.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    window.lookup.find(clerk, "演练")
    window.journal.flush()
    state = line_of(window).state
    assert (state.waiting, state.matters) == (9, 2)
    assert Outbox(line_of(window).switch.store, window.office.key_box).matters() == 2  # after a new start too
    server.cut = False
    other = a_window(tmp_path / "other", shared_cache, FakeClock(), server, template.other)
    for serial in (1, 2):
        register(other, template.other, serial, home=home_of(house_number="77"))
    other.close()
    back(window, server)
    assert len(rows(server, "select id from op_conflict")) == 8
    state = line_of(window).state
    assert (state.conflicts, state.done, state.sent) == (2, 2, 9)
    one, two = window.conflicts.list(officer)
    assert [row.what for row in (one, two)] == [one.what, one.what]
    window.conflicts.void(officer, str(uuid.uuid4()), one.conflict_id, one.version, "已收回凭证")
    window.conflicts.apply(officer, str(uuid.uuid4()), two.conflict_id, two.version)
    assert [row.state for row in window.conflicts.list(officer)] == ["void", "applied"]
    assert {row.state for row in window.conflicts.queue(officer).rows} == {"void", "applied"}
    assert line_of(window).state == LineState(None)  # nothing is left to be told
    states = rows(server, "select state, count(*) from op_conflict group by state order by state")
    assert states == [("applied", 4), ("void", 4)]
    printed = rows(
        server,
        "select paper_number, outcome from paper_copy join paper on paper.id = paper_id where sha256 <> ''",
    )
    assert printed == [(f"11{second.case.case_number}", "printed")]
    assert chain_faults(server) == []


def test_a_paper_printed_without_the_server_is_verified_for_what_it_is(
    window: Counter,  # noqa: F811
    server: CutServer,  # noqa: F811
    elsewhere: Elsewhere,
    officer: Actor,
) -> None:
    assert elsewhere
    window.office.rights.seat(officer)
    first, _ = window.conflicts.list(officer)
    asked = "select document from op_paper where paper_number = :number"
    [(printed,)] = rows(server, asked, number=first.papers[0])
    code = thaw(printed).seal.text
    assert "等待民警核对" in str(window.verification.check_code(officer, code).known)
    window.conflicts.void(officer, str(uuid.uuid4()), first.conflict_id, first.version, "已收回凭证")
    found = window.verification.check_code(officer, code)
    assert (found.verdict, "已作废" in str(found.known)) == ("cancelled", True)
    line = line_of(window)
    with line.switch.store.write() as link:  # the copy does not have everything
        link._cursor.execute("delete from paper_copy")
        link._cursor.execute("delete from paper")
    server.cut = True
    line.tend()
    assert "本机副本里没有" in str(window.verification.check_code(officer, code).known)


def test_an_auxiliary_sees_the_list_and_settles_nothing(
    window: Counter,  # noqa: F811
    elsewhere: Elsewhere,
    clerk: Actor,
) -> None:
    first: Any = window.conflicts.list(clerk)[0]
    assert "民警" in str(window.conflicts.page(clerk, first.conflict_id).cannot_apply)
    with pytest.raises(NotPossible):
        window.conflicts.apply(clerk, str(uuid.uuid4()), first.conflict_id, first.version)
    assert elsewhere


def test_the_queue_says_what_was_done_and_what_became_of_it(
    window: Counter,  # noqa: F811
    server: CutServer,  # noqa: F811
    clerk: Actor,
) -> None:
    server.cut = True
    done = register(window, clerk, 1)
    waits = window.conflicts.queue(clerk)
    assert waits.away_since is not None
    assert (waits.waiting, [row.state for row in waits.rows]) == (1, ["waiting"])
    assert waits.rows[0].papers == (f"11{done.case.case_number}",)
    assert "演练甲" in waits.rows[0].whom
    assert window.conflicts.list(clerk) == ()
    back(window, server)
    sent = window.conflicts.queue(clerk)
    assert (sent.away_since, sent.waiting, [row.state for row in sent.rows]) == (None, 0, ["applied"])
