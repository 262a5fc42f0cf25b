"""Who has not come is listed, and called after the days that the station set."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import text

from desktop.domain.errors import BadInput, NotPossible
from desktop.services.counter import Counter
from desktop.services.hand_over_rows import HandedOver
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor
from tests.services.asked import actions, key
from tests.services.handing_over.collecting import HOLDER, case_of


def test_permits_not_collected_are_listed_for_a_call(
    station: Counter,
    clerk: Actor,
    made: Callable[..., PermitRow],
    go: Callable[[date], None],
) -> None:
    first, second, third = made(1), made(2), made(3)
    station.handing_over.hand_over(clerk, key(), third.case_id, HOLDER)
    go(date(2026, 12, 19))
    assert station.handing_over.uncollected(clerk) == ()
    assert len(station.handing_over.uncollected(clerk, 29)) == 2
    go(date(2026, 12, 20))
    one, other = station.handing_over.uncollected(clerk)
    assert [one.permit_id, other.permit_id] == [first.permit_id, second.permit_id]
    assert (one.waiting_days, one.masked_phone, one.collect_by) == (30, "139****0001", None)
    assert one.calls == ()
    assert station.handing_over.phone(clerk, first.case_id) == "13900000001"
    request = key()
    for _ in range(2):
        station.handing_over.called(clerk, request, first.case_id, " 无人 接听 ")
    station.handing_over.called(clerk, key(), first.case_id, "明天来取")
    [called, *_] = station.handing_over.uncollected(clerk)
    assert [(one.staff_name, one.note) for one in called.calls] == [
        ("测试一", "无人 接听"),
        ("测试一", "明天来取"),
    ]
    station.journal.flush()
    done = actions(station)
    assert (done.count("call_holder"), done.count("show_phone")) == (2, 1)
    station.handing_over.hand_over(clerk, key(), first.case_id, HOLDER)
    assert len(station.handing_over.uncollected(clerk)) == 1
    with pytest.raises(NotPossible, match="不能再发"):
        station.handing_over.called(clerk, key(), first.case_id, "再次通知")


@pytest.mark.parametrize("note", ["", " ", "长" * 201])
def test_a_call_takes_a_note(
    station: Counter, clerk: Actor, made: Callable[..., PermitRow], note: str
) -> None:
    with pytest.raises(BadInput, match="请填写通知的情况"):
        station.handing_over.called(clerk, key(), made().case_id, note)


def test_the_station_sets_after_how_many_days_it_calls(
    station: Counter, clerk: Actor, made: Callable[..., PermitRow], go: Callable[[date], None]
) -> None:
    made()
    with station.office.database.engine.begin() as connection:
        connection.execute(text("insert into setting (name, value) values ('uncollected_days', '7')"))
    go(date(2026, 11, 26))
    assert station.handing_over.uncollected(clerk) == ()
    go(date(2026, 11, 27))
    assert len(station.handing_over.uncollected(clerk)) == 1


def test_a_call_does_not_change_the_case(
    station: Counter, clerk: Actor, made: Callable[..., PermitRow]
) -> None:
    permit = made()
    before = case_of(station, permit)
    station.handing_over.called(clerk, key(), permit.case_id, "明天来取")
    assert case_of(station, permit) == before
    done = station.handing_over.hand_over(clerk, key(), permit.case_id, HOLDER)
    assert isinstance(done, HandedOver)
