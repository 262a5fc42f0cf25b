"""What the screen of a move says of somebody shows no whole number and no house, and still that they differ."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from desktop.services.counter import Counter
from desktop.services.move_rows import SamePerson, StationKey
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.table import TableView
from desktop.ui.kit.theme import Look
from desktop.ui.screens.move.presenter import STATION, MovePresenter
from desktop.ui.screens.move.view import MoveView
from desktop.ui.screens.move.words import Line, consequence, lines_of
from tests.services.move.desk import Desk


@pytest.fixture
def entered(station: Counter, boss: Actor, key: StationKey, inline: Inline) -> Callable[[], MovePresenter]:
    def enter() -> MovePresenter:
        station.office.rights.seat(boss)
        presenter = MovePresenter(station, boss, inline, key.form)
        presenter.enter({"sign_in_name": "boss", "password": "test-pass-3"})
        return presenter

    return enter


def by_heading(one: SamePerson) -> dict[str, Line]:
    return {line.heading: line for line in lines_of(one)}


def test_numbers_and_houses_are_hidden_and_a_difference_is_still_seen(
    entered: Callable[[], MovePresenter], here: Desk, there: Desk, look: Look, qtbot: QtBot
) -> None:
    there.clock.moment += timedelta(minutes=7)
    here.register(1, phone="13911112222", hukou_address="演练镇1号", room="101")
    there.register(1, phone="13933332222", hukou_address="演练镇28号", room="102")
    here.register(2, phone="13911112222")
    there.register(2, phone="13811113333")
    presenter = entered()
    first, second = sorted(presenter.people, key=lambda one: one.person_id)
    lines = by_heading(first)
    assert (lines["联系电话"].station, lines["联系电话"].here) == ("139****2222（不同）",) * 2
    assert (lines["户口地详址"].station, lines["户口地详址"].here) == ("演练镇***号（不同）",) * 2
    home = lines["现居住登记"]
    assert "***室" in home.station
    assert home.station == home.here
    assert home.here.endswith("（不同）")
    phones = by_heading(second)["联系电话"]
    assert (phones.station, phones.here) == ("138****3333", "139****2222")

    view = MoveView(presenter)
    qtbot.addWidget(view)
    finish_building(view)
    table = view.findChild(TableView, "differences")
    assert table is not None
    seen = ""
    for one in (first, second):
        presenter.look_at(one)
        seen += str([column.show(row) for row in table._table.rows for column in table._table.columns])
    assert "（不同）" in seen
    for whole in ("13911112222", "13933332222", "13811113333", "镇1号", "镇28号", "101", "102"):
        assert whole not in seen
    presenter.leave()


def test_the_same_residence_is_not_called_another(
    entered: Callable[[], MovePresenter], here: Desk, there: Desk
) -> None:
    there.clock.moment += timedelta(minutes=7)
    here.register(1, name="演练窗口名")
    there.register(1, name="演练所里名")
    presenter = entered()
    [one] = presenter.people
    home = by_heading(one)["现居住登记"]
    assert home.station == home.here
    assert "（不同）" not in home.here
    presenter.leave()


def test_a_permit_that_will_end_is_named_without_its_house(
    entered: Callable[[], MovePresenter], here: Desk, there: Desk
) -> None:
    there.clock.moment += timedelta(minutes=7, seconds=5)
    here.issue(1)
    there.issue(1)
    presenter = entered()
    [one] = presenter.people
    line = by_heading(one)["有效居住证"]
    for words in (line.station, line.here, consequence(one, {"permit": STATION})):
        assert "***号" in words
        assert "101" not in words
    presenter.leave()
