from __future__ import annotations

import random
import time
from collections import Counter as Tally
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from desktop.domain.blanks import BlankState, read_range, read_serial, runs
from desktop.domain.codes import Role
from desktop.domain.errors import BadInput, EnvironmentTrouble, NotPossible
from desktop.services import blank_records, blank_steps
from desktop.services.counter import Counter
from desktop.services.in_turn import TRIES, Overtaken, in_turn
from desktop.services.rows import Actor
from tests.services.asked import key, rows
from tests.services.rivals import quarrel

TODAY = date(2026, 11, 20)


@pytest.fixture
def keeper(template: Any) -> Actor:
    """The administrator, at counter 3."""
    return replace(template.administrator, counter_number=3)


@pytest.fixture
def stock(station: Counter, keeper: Actor) -> Counter:
    """A station with JN00001001–JN00001100 in stock."""
    station.blanks.receive(keeper, key(), "JN00001001", "JN00001100", "第一批")
    return station


# -- serials -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("JN00001001", "JN00001001"),
        (" jn 0000 1001 ", "JN00001001"),
        ("ＪＮ００００１００１", "JN00001001"),
        ("31-A007", "31-A007"),
        ("000123", "000123"),
    ],
)
def test_a_serial_is_read_as_it_is_typed_or_scanned(typed: str, read: str) -> None:
    assert str(read_serial("serial", typed)) == read


@pytest.mark.parametrize(
    "typed", ["", "JN", "JN1234567890123", "JN00001001X", "证00001", "J_1", "A" * 23 + "12"]
)
def test_what_is_no_serial_is_refused(typed: str) -> None:
    with pytest.raises(BadInput, match="不是空白证号码"):
        read_serial("serial", typed)


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [
        ("JN00002000", "JN00001001", "填反了"),
        ("JN00001001", "JN2000", "样式不同"),
        ("JN00001001", "JA00002000", "样式不同"),
        ("JN00001001", "JN00021001", "共20001张，一次最多20000张"),
    ],
)
def test_a_range_that_makes_no_sense_is_told_at_the_last_serial(first: str, last: str, why: str) -> None:
    with pytest.raises(BadInput, match=why) as caught:
        read_range(first, last)
    assert caught.value.field == "last"


def test_serials_are_put_together_to_runs_by_their_numbers() -> None:
    found = runs(["A09", "A10", "A08", "B01", "A100", "A12"])
    assert [str(one) for one in found] == ["A08—A10", "A12", "A100", "B01"]
    assert list(read_range("A098", "A101")) == ["A098", "A099", "A100", "A101"]


# -- in --------------------------------------------------------------------------------------------------


def test_a_batch_comes_in_once_whatever_the_number_of_times_it_is_asked(
    station: Counter, keeper: Actor
) -> None:
    request = key()
    first = station.blanks.receive(keeper, request, "jn00001001", "JN00001100", "第一批")
    assert station.blanks.receive(keeper, request, "jn00001001", "JN00001100", "第一批") == first
    assert (first.count, first.runs[0].first, first.runs[0].last) == (100, "JN00001001", "JN00001100")
    [batch] = station.blanks.balance(TODAY).batches
    assert (batch.received, batch.note, batch.received_by) == (100, "第一批", keeper.name)
    assert rows(station, "select count(*) from blank") == [(100,)]
    assert rows(station, "select count(*) from journal_entry where action = 'receive_blanks'") == [(1,)]


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [("JN00001100", "JN00001200", 1), ("JN00000001", "JN00001001", 1), ("JN00001050", "JN00001050", 1)],
)
def test_a_batch_that_shares_a_serial_with_another_stays_out(
    stock: Counter, keeper: Actor, first: str, last: str, count: int
) -> None:
    with pytest.raises(NotPossible, match=f"JN00001001—JN00001100重号（{count}张）"):
        stock.blanks.receive(keeper, key(), first, last)
    assert rows(stock, "select count(*) from blank") == [(100,)]


def test_serials_of_another_form_are_other_blanks(stock: Counter, keeper: Actor) -> None:
    for first, last in (("JN1001", "JN1100"), ("JA00001001", "JA00001100"), ("1001", "1100")):
        stock.blanks.receive(keeper, key(), first, last)
    assert stock.blanks.balance(TODAY).received == 400


def test_ten_thousand_blanks_come_in_well_under_three_seconds(station: Counter, keeper: Actor) -> None:
    taken: list[tuple[float, float]] = []
    while not taken or (len(taken) < 3 and max(taken[-1]) >= 3):  # again, had the machine other things to do
        first, last = f"JN000{len(taken) + 1}0001", f"JN000{len(taken) + 2}0000"
        begun = time.perf_counter()
        station.blanks.receive(keeper, key(), first, last)
        received = time.perf_counter()
        station.blanks.move_to_counter(keeper, key(), first, last, 3)
        taken.append((received - begun, time.perf_counter() - received))
    assert max(taken[-1]) < 3, taken
    assert station.blanks.at_counter(3) == 10_000 * len(taken)


def test_nothing_of_a_batch_is_stored_when_nothing_can_be(
    station: Counter, keeper: Actor, read_only: Callable[..., Any]
) -> None:
    with read_only(station), pytest.raises(EnvironmentTrouble):
        station.blanks.receive(keeper, key(), "JN00001001", "JN00001100")
    assert station.blanks.balance(TODAY).batches == ()


# -- to counters and back ----------------------------------------------------------------------------------


def test_blanks_go_to_a_counter_and_back(stock: Counter, keeper: Actor) -> None:
    request = key()
    moved = stock.blanks.move_to_counter(keeper, request, "JN00001001", "JN00001020", 3)
    assert stock.blanks.move_to_counter(keeper, request, "JN00001001", "JN00001020", 3) == moved
    stock.blanks.move_to_counter(keeper, key(), "JN00001021", "JN00001030", 4)
    assert (stock.blanks.at_counter(3), stock.blanks.at_counter(4)) == (20, 10)
    back = stock.blanks.take_back(keeper, key(), "JN00001011", "JN00001025")
    assert back.count == 15
    [batch] = stock.blanks.balance(TODAY).batches
    told = [
        (one.state, one.counter_number, [(run.first, run.last) for run in one.runs]) for one in batch.places
    ]
    assert told == [
        (BlankState.STOCK, None, [("JN00001011", "JN00001025"), ("JN00001031", "JN00001100")]),
        (BlankState.COUNTER, 3, [("JN00001001", "JN00001010")]),
        (BlankState.COUNTER, 4, [("JN00001026", "JN00001030")]),
    ]


def test_a_range_over_two_batches_moves_as_one(stock: Counter, keeper: Actor) -> None:
    stock.blanks.receive(keeper, key(), "JN00001101", "JN00001200")
    request = key()
    moved = stock.blanks.move_to_counter(keeper, request, "JN00001091", "JN00001110", 3)
    assert stock.blanks.move_to_counter(keeper, request, "JN00001091", "JN00001110", 3) == moved
    assert moved.count == stock.blanks.at_counter(3) == 20


@pytest.mark.parametrize("counter_number", [0, 100, -1])
def test_there_is_no_such_counter(stock: Counter, keeper: Actor, counter_number: int) -> None:
    with pytest.raises(BadInput, match="1至99"):
        stock.blanks.move_to_counter(keeper, key(), "JN00001001", "JN00001001", counter_number)


def test_what_is_not_in_stock_cannot_be_moved_and_the_sentence_says_where_it_is(
    stock: Counter, keeper: Actor
) -> None:
    stock.blanks.move_to_counter(keeper, key(), "JN00001005", "JN00001006", 4)
    with pytest.raises(NotPossible, match="2张不能办理，例如JN00001005在4号窗口，现在是“在窗口”"):
        stock.blanks.move_to_counter(keeper, key(), "JN00001001", "JN00001010", 3)
    with pytest.raises(NotPossible, match="有10张没有入库记录（JN00001101—JN00001110）"):
        stock.blanks.move_to_counter(keeper, key(), "JN00001091", "JN00001110", 3)
    with pytest.raises(NotPossible, match="现在是“在库”"):
        stock.blanks.take_back(keeper, key(), "JN00001001", "JN00001001")
    assert stock.blanks.at_counter(3) == 0


def test_what_was_returned_or_spoiled_never_comes_back(stock: Counter, keeper: Actor) -> None:
    stock.blanks.return_batch(keeper, key(), "JN00001001", "JN00001010", "印制错误")
    request = key()
    spoiled = stock.blanks.spoil(keeper, request, "jn00001011", "缺角")
    assert stock.blanks.spoil(keeper, request, "JN00001011", "缺角") == spoiled
    assert (spoiled.state, spoiled.reason) == (BlankState.SPOILED, "缺角")
    for serial in ("JN00001001", "JN00001011"):
        for act in (stock.blanks.take_back, stock.blanks.return_batch):
            with pytest.raises(NotPossible, match="不能办理"):
                act(keeper, key(), serial, serial)
        with pytest.raises(NotPossible, match="不能作废"):
            stock.blanks.spoil(keeper, key(), serial, "缺角")
        with pytest.raises(NotPossible, match="重号"):
            stock.blanks.receive(keeper, key(), serial, serial)


def test_a_spoiled_blank_has_a_reason(stock: Counter, keeper: Actor) -> None:
    with pytest.raises(BadInput, match="原因") as caught:
        stock.blanks.spoil(keeper, key(), "JN00001001", "  ")
    assert caught.value.field == "reason"


def test_a_blank_tells_its_whole_history(stock: Counter, keeper: Actor) -> None:
    stock.blanks.move_to_counter(keeper, key(), "JN00001001", "JN00001020", 3)
    stock.blanks.spoil(keeper, key(), "JN00001007", "卡面划伤")
    found = stock.blanks.find("ＪＮ00001007")
    assert [(step.was, str(step.state), step.counter_number) for step in found.history] == [
        ("", "stock", None),
        ("stock", "counter", 3),
        ("counter", "spoiled", 3),
    ]
    assert found.history[-1].reason == "卡面划伤"
    with pytest.raises(NotPossible, match="没有JN00009999的入库记录"):
        stock.blanks.find("JN00009999")


# -- the balance ---------------------------------------------------------------------------------------------


def test_the_balance_of_a_past_day_is_what_it_was(station: Counter, keeper: Actor, clock: Any) -> None:
    def on(day: int, act: Callable[[], Any]) -> None:
        clock.moment = datetime(2026, 11, day, 2, tzinfo=UTC)
        act()

    blanks = station.blanks
    on(2, lambda: blanks.receive(keeper, key(), "JN00001001", "JN00001100"))
    on(3, lambda: blanks.move_to_counter(keeper, key(), "JN00001001", "JN00001050", 3))
    on(4, lambda: blanks.spoil(keeper, key(), "JN00001010", "折断"))
    on(5, lambda: blanks.take_back(keeper, key(), "JN00001041", "JN00001050"))
    on(6, lambda: blanks.return_batch(keeper, key(), "JN00001091", "JN00001100"))
    told = {
        day: [
            blanks.balance(date(2026, 11, day)).count(state)
            for state in (BlankState.STOCK, BlankState.COUNTER, BlankState.SPOILED, BlankState.RETURNED)
        ]
        for day in range(1, 8)
    }
    assert told == {
        1: [0, 0, 0, 0],
        2: [100, 0, 0, 0],
        3: [50, 50, 0, 0],
        4: [50, 49, 1, 0],
        5: [60, 39, 1, 0],
        6: [50, 39, 1, 10],
        7: [50, 39, 1, 10],
    }
    assert all(blanks.balance(date(2026, 11, day)).balanced for day in range(1, 8))


def test_a_clock_that_was_set_back_does_not_unbalance_a_day(
    station: Counter, keeper: Actor, clock: Any
) -> None:
    station.blanks.receive(keeper, key(), "JN00001001", "JN00001010")
    clock.moment -= timedelta(days=2)
    station.blanks.move_to_counter(keeper, key(), "JN00001001", "JN00001005", 3)
    for day in (TODAY - timedelta(days=2), TODAY):
        assert station.blanks.balance(day).balanced
    assert station.blanks.balance(TODAY).count(BlankState.COUNTER, 3) == 5
    steps = station.blanks.find("JN00001001").history
    assert [step.was for step in steps] == ["", "stock"]


def test_the_steps_always_balance_with_the_blanks_themselves(station: Counter, keeper: Actor) -> None:
    dice = random.Random(7)
    blanks, done = station.blanks, 0
    for batch in range(3):
        blanks.receive(keeper, key(), f"T{batch}-0001", f"T{batch}-0060")
    for _ in range(150):
        batch, first = dice.randrange(3), dice.randrange(1, 61)
        last = min(60, first + dice.randrange(6))
        ends = f"T{batch}-{first:04}", f"T{batch}-{last:04}"
        act = dice.choice(
            (
                lambda ends=ends: blanks.move_to_counter(keeper, key(), *ends, dice.randrange(1, 4)),
                lambda ends=ends: blanks.take_back(keeper, key(), *ends),
                lambda ends=ends: blanks.return_batch(keeper, key(), ends[0], ends[0]),
                lambda ends=ends: blanks.spoil(keeper, key(), ends[0], "试"),
            )
        )
        try:
            act()
            done += 1
        except NotPossible:
            continue
    assert done > 40
    balance = blanks.balance(TODAY)
    assert balance.balanced
    told: Tally[tuple[str, int | None]] = Tally()
    for place in balance.places():
        told[str(place.state), place.counter_number] += place.count
        for run in place.runs:
            inside = list(read_range(run.first, run.last))
            assert len(inside) == run.count
            for serial in (inside[0], inside[-1]):
                found = blanks.find(serial)
                assert (found.state, found.counter_number) == (place.state, place.counter_number)
    assert told == {
        (state, counter): count
        for state, counter, count in rows(
            station, "select state, counter_number, count(*) from blank group by 1, 2"
        )
    }


# -- two counters at once --------------------------------------------------------------------------------------


def test_two_counters_that_want_the_same_blanks(station: Counter, keeper: Actor) -> None:
    quarrel(station, keeper)


def test_a_job_that_is_overtaken_is_begun_again_and_gives_up_in_the_end(station: Counter) -> None:
    tried = []

    def overtaken(times: int) -> Callable[[Any], str]:
        tried.clear()

        def job(_: Any) -> str:
            tried.append(1)
            if len(tried) <= times:
                raise Overtaken
            return "done"

        return job

    assert in_turn(station.office, overtaken(3)) == "done"
    with pytest.raises(NotPossible, match="稍后再试"):
        in_turn(station.office, overtaken(TRIES))
    assert len(tried) == TRIES


def test_a_blank_that_changed_since_it_was_seen_is_not_changed(stock: Counter, keeper: Actor) -> None:
    link = stock.office.database.link
    seen = blank_records.by_serial(link, read_serial("serial", "JN00001001"))
    stock.blanks.move_to_counter(keeper, key(), "JN00001001", "JN00001001", 4)
    at = stock.office.clock.now()
    with stock.office.database.write() as writing, pytest.raises(Overtaken):
        blank_steps.change(stock.office, writing, keeper, key(), seen, BlankState.SPOILED, at)
    assert stock.blanks.find("JN00001001").state is BlankState.COUNTER


# -- who may ---------------------------------------------------------------------------------------------

DEEDS: dict[str, Callable[[Counter, Actor], object]] = {
    "receive": lambda it, by: it.blanks.receive(by, key(), "JN00002001", "JN00002010"),
    "move_to_counter": lambda it, by: it.blanks.move_to_counter(by, key(), "JN00001001", "JN00001010", 3),
    "take_back": lambda it, by: it.blanks.take_back(by, key(), "JN00001091", "JN00001095"),
    "return_batch": lambda it, by: it.blanks.return_batch(by, key(), "JN00001001", "JN00001010"),
    "spoil": lambda it, by: it.blanks.spoil(by, key(), "JN00001001", "缺角"),
}
LOOKS: dict[str, Callable[[Counter], object]] = {
    "balance": lambda it: it.blanks.balance(TODAY),
    "at_counter": lambda it: it.blanks.at_counter(3),
    "find": lambda it: it.blanks.find("JN00001001"),
}


@pytest.mark.parametrize("role", [Role.OFFICER, Role.AUXILIARY, Role.SYSTEM_ADMINISTRATOR])
@pytest.mark.parametrize("deed", DEEDS)
def test_officers_and_administrators_keep_the_stock_and_clerks_only_look(
    stock: Counter, keeper: Actor, template: Any, deed: str, role: Role
) -> None:
    stock.blanks.move_to_counter(keeper, key(), "JN00001091", "JN00001100", 4)
    before = rows(stock, "select count(*) from blank_step")
    somebody = replace(template.in_role(role), counter_number=3)
    if role is Role.AUXILIARY:
        with pytest.raises(NotPossible, match="没有“空白证收发和作废”的权限"):
            DEEDS[deed](stock, somebody)
        assert rows(stock, "select count(*) from blank_step") == before
    else:
        DEEDS[deed](stock, somebody)
        assert rows(stock, "select count(*) from blank_step") > before
    for look in LOOKS.values():
        look(stock)
