from __future__ import annotations

import json
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import insert, inspect, text

from desktop.domain.codes import CancelReason, CopyOutcome
from desktop.domain.errors import BadInput, NotPossible
from desktop.domain.retention import DataKind, DeletionGround, PartState, PurgeState
from desktop.models.tables import OpConflict, OpPaper
from desktop.policies.retention import retentions
from desktop.services import erasure, purge_orders
from desktop.services.counter import Counter, build_counter
from desktop.services.departures import DepartureForm
from desktop.services.erasure_elsewhere import ERASED_NAME
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor
from tests.patience import PATIENCE
from tests.services.asked import key

Issue = Callable[..., PermitRow]
Go = Callable[[date], None]

NAME, FORMER, PHONE = "司徒演练", "司马样例", "13987650001"
LEFT = DepartureForm(CancelReason.LEFT, date(2024, 9, 20), "370202", "香港中路1号")
LATER = date(2037, 3, 1)


def everything(station: Counter) -> dict[str, str]:
    """Every value of every table as text, decrypted; what is not text is read as such all the same."""
    found = {}
    with station.office.database.engine.connect() as connection:
        for table in inspect(connection).get_table_names():
            for row in connection.execute(text(f'select * from "{table}"')).mappings():
                for name, value in row.items():
                    words = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
                    place = f"{table}.{name}:{row.get('id', '')}"
                    found[place] = found.get(place, "") + words
    return found


def told_of(station: Counter, *words: str) -> list[str]:
    """Where in the whole database any of these words stand."""
    station.journal.flush()
    return [
        f"{place} {word}" for place, value in everything(station).items() for word in words if word in value
    ]


def entries(station: Counter, action: str) -> list[Any]:
    station.journal.flush()
    with station.office.database.engine.connect() as connection:
        return list(
            connection.execute(
                text("select * from journal_entry where action = :action order by id"), {"action": action}
            ).mappings()
        )


@pytest.fixture
def security(template: Any) -> Actor:
    actor: Actor = template.security
    return actor


@pytest.fixture
def boss(template: Any) -> Actor:
    actor: Actor = template.administrator
    return actor


@pytest.fixture
def words(person_form: Callable[..., Any]) -> tuple[str, ...]:
    return (
        NAME,
        FORMER,
        PHONE,
        str(person_form(1).id_number),
        "演练路",
        "演练镇",
        "演练厂",
        "样例房主",
        "司徒",
        "situ",
    )


@pytest.fixture
def gone(
    station: Counter,
    clerk: Actor,
    register: Callable[..., Any],
    apply: Callable[..., Any],
    produce: Callable[..., PermitRow],
    hand_over: Callable[[PermitRow], PermitRow],
    go: Go,
) -> int:
    """Somebody with every kind of data, who left in 2024: a permit, papers printed, a look, a draft, a list."""
    go(date(2023, 5, 10))
    done = register(
        1,
        person={"name": NAME, "former_name": FORMER, "phone": PHONE},
        residence={
            "arrived_on": "2023-05-10",
            "landlord_name": "样例房主",
            "landlord_phone": "13987650002",
            "remark": f"{NAME}自述",
        },
    )
    person = int(done.case.person_id)
    copy = station.papers.prepare(clerk, key(), done.paper_id)
    station.papers.settle(clerk, copy.copy_id, CopyOutcome.PRINTED)
    go(date(2023, 11, 20))
    permit = produce(apply(person).case)
    station.call_lists.make_out(clerk, 0)
    station.day.close(clerk, key(), date(2023, 11, 20), {})
    hand_over(permit)
    station.lookup.find(clerk, NAME)
    station.lookup.find(clerk, PHONE)
    station.people.page(clerk, person, matter=f"{NAME} {PHONE}")
    go(date(2024, 9, 26))
    station.departures.leave(clerk, key(), person, LEFT)
    station.drafts.save(clerk, "d1", "registration", NAME, json.dumps({"phone": PHONE}, ensure_ascii=False))
    return person


def order_for(station: Counter, boss: Actor, kind: DataKind = DataKind.PERSON) -> Any:
    found = station.retention.preview(boss, kind)
    return station.retention.prepare(boss, key(), kind, found.digest)


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


def clerk_time() -> datetime:
    return datetime(2024, 9, 1, 2, tzinfo=UTC)


@pytest.fixture
def several(station: Counter, clerk: Actor, register: Callable[..., Any], go: Go) -> list[int]:
    """Six people who came and left in 2023."""
    go(date(2023, 5, 10))
    people = [int(register(n, residence={"arrived_on": "2023-05-10"}).case.person_id) for n in range(1, 7)]
    go(date(2023, 9, 20))
    form = DepartureForm(CancelReason.LEFT, date(2023, 9, 20), "370202", "香港中路1号")
    for person in people:
        station.departures.leave(clerk, key(), person, form)
    go(LATER)
    return people


class _Cut(Exception):
    pass


def test_a_purge_cut_off_half_way_goes_on_where_it_was(
    station: Counter,
    boss: Actor,
    security: Actor,
    several: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    order = order_for(station, boss)
    station.retention.approve(security, key(), order.order_id, order.version)
    erase, calls = erasure.erase_person, []

    def cut(*how: Any) -> Any:
        calls.append(how)
        told = erase(*how)
        if len(calls) == 3:
            raise _Cut  # after the rows were emptied, before they are stored
        return told

    monkeypatch.setattr(erasure, "erase_person", cut)
    with pytest.raises(_Cut):
        station.retention.carry_out(security, order.order_id)
    link = station.office.database.link
    stands = [state for _, state in purge_orders.subjects(link, order.order_id)]
    assert stands.count(PartState.DONE) == 2
    assert len(entries(station, "purge_person")) == 2
    again = build_counter(station.office.database, station.office.folders, station.office.clock)
    heard: list[tuple[int, int]] = []
    done = again.retention.carry_out(security, order.order_id, lambda n, all_: heard.append((n, all_)))
    assert (done.state, done.done) == (PurgeState.DONE, 6)
    assert heard[-1] == (6, 6)
    assert len(entries(station, "purge_person")) == 6


def test_two_counters_at_once_share_the_parts_and_finish_once(
    station: Counter, boss: Actor, security: Actor, several: list[int]
) -> None:
    order = order_for(station, boss)
    station.retention.approve(security, key(), order.order_id, order.version)
    station.office.clock.now()
    start, faults = threading.Barrier(2), []

    def run() -> None:
        try:
            start.wait(PATIENCE)
            station.retention.carry_out(security, order.order_id)
        except Exception as error:
            faults.append(error)

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(5 * PATIENCE)
    assert faults == []
    done = station.retention.carry_out(security, order.order_id)
    assert (done.state, done.done, done.kept) == (PurgeState.DONE, 6, 0)
    people = sorted(entry["person_id"] for entry in entries(station, "purge_person"))
    assert people == sorted(several)
    assert len(entries(station, "purge_done")) == 1


def test_a_request_names_what_stands_against_it_with_the_article(
    station: Counter, clerk: Actor, register: Callable[..., Any], go: Go
) -> None:
    person = int(register(1).case.person_id)
    [obstacle] = station.retention.deletion(clerk, person).obstacles
    assert "还没有注销" in str(obstacle.why)
    assert obstacle.law == "《个人信息保护法》第四十七条第一款第一项"
    with pytest.raises(NotPossible, match="还没有注销"):
        station.retention.ask(clerk, key(), person, DeletionGround.PURPOSE_ENDED)


def test_a_request_waits_for_the_legal_term_and_says_until_when(
    station: Counter, clerk: Actor, gone: int, go: Go
) -> None:
    [obstacle] = station.retention.deletion(clerk, gone).obstacles
    assert "2029-09-26" in str(obstacle.why)
    assert obstacle.law == "《个人信息保护法》第四十七条第二款"


def test_a_request_is_approved_by_somebody_else_and_done(
    station: Counter, boss: Actor, clerk: Actor, security: Actor, gone: int, go: Go, words: tuple[str, ...]
) -> None:
    go(date(2029, 9, 26))  # the legal floor is over, the station's own term is not
    request = key()
    order = station.retention.ask(clerk, request, gone, DeletionGround.PURPOSE_ENDED)
    assert station.retention.ask(clerk, request, gone, DeletionGround.PURPOSE_ENDED) == order
    standing = station.retention.deletion(clerk, gone)
    assert (standing.possible, standing.waiting) == (False, order)
    station.retention.approve(security, key(), order.order_id, order.version)
    done = station.retention.carry_out(security, order.order_id)
    assert (done.state, done.done) == (PurgeState.DONE, 1)
    assert told_of(station, *words) == []
    assert [entry["person_id"] for entry in entries(station, "ask_deletion")] == [gone]


def test_sheets_keep_their_counts_and_lose_their_names(
    station: Counter, boss: Actor, security: Actor, gone: int, go: Go, document: Callable[[int], Any]
) -> None:
    with station.office.database.engine.connect() as connection:
        [paper] = connection.execute(text("select id from paper where kind = '15'")).scalars()
    copy = station.papers.prepare(boss_of(station), key(), paper)
    station.papers.settle(boss_of(station), copy.copy_id, CopyOutcome.PRINTED)
    before = document(paper)
    assert NAME in str(before)
    go(date(2027, 11, 20))
    order = order_for(station, boss, DataKind.SHEETS)
    station.retention.approve(security, key(), order.order_id, order.version)
    assert station.retention.carry_out(security, order.order_id).counts["sheet"] == 1
    after = document(paper)
    assert (after.lines, after.balance, len(after.cases)) == (before.lines, before.balance, len(before.cases))
    assert [one.case_number for one in after.cases] == [one.case_number for one in before.cases]
    assert {one.name for one in after.cases} == {ERASED_NAME}
    with pytest.raises(NotPossible, match="已经依法删除"):
        station.papers.pdf(copy.copy_id)


def boss_of(station: Counter) -> Actor:
    return station.sign_in.sign_in("one", "test-pass-1", 3)


def test_photos_of_a_refused_application_go_after_a_year_and_leave_their_digest(
    station: Counter,
    boss: Actor,
    security: Actor,
    resident: Callable[..., int],
    apply: Callable[..., Any],
    clerk: Actor,
    go: Go,
) -> None:
    case = apply(resident()).case
    station.withdrawals.withdraw(clerk, key(), case.case_id, case.version, "本人改变主意")
    go(date(2027, 11, 19))
    assert station.retention.preview(boss, DataKind.MATERIALS).count == 0
    go(date(2027, 11, 20))
    order = order_for(station, boss, DataKind.MATERIALS)
    station.retention.approve(security, key(), order.order_id, order.version)
    assert station.retention.carry_out(security, order.order_id).counts == {"attachment": 1}
    with station.office.database.engine.connect() as connection:
        [(content, digest)] = connection.execute(text("select content, sha256 from attachment")).all()
    assert (bytes(content), len(digest)) == (b"", 64)
    assert station.retention.preview(boss, DataKind.MATERIALS).count == 0


def test_a_draft_nobody_finished_goes_after_a_month(
    station: Counter, boss: Actor, security: Actor, clerk: Actor, go: Go
) -> None:
    station.drafts.save(clerk, "d1", "registration", NAME, "{}")
    go(date(2026, 12, 19))
    assert station.retention.preview(boss, DataKind.DRAFTS).count == 0
    go(date(2026, 12, 20))
    order = order_for(station, boss, DataKind.DRAFTS)
    station.retention.approve(security, key(), order.order_id, order.version)
    station.retention.carry_out(security, order.order_id)
    assert station.drafts.open(clerk) == ()
    assert told_of(station, NAME) == []


def test_the_trail_is_shown_with_its_term_and_not_purged(station: Counter, boss: Actor) -> None:
    [trail] = [row for row in station.retention.page(boss).terms if row.retention.kind is DataKind.TRAIL]
    assert (trail.retention.floor, trail.months, trail.retention.purged) == (6, 36, False)
    with pytest.raises(NotPossible, match="归档"):
        station.retention.preview(boss, DataKind.TRAIL)
