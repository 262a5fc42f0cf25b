"""A real station is set up once, by a form that states each rule and keeps what was typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.services.counter import Counter, build_counter, open_counter
from desktop.services.division_rows import DivisionHit, DivisionLevel
from desktop.services.ports import Clock, Folders
from desktop.services.rows import StationRow
from desktop.ui.kit.background import Inline
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.suggest import Suggest
from desktop.ui.kit.theme import Look
from desktop.ui.screens.set_up.presenter import SetUpPresenter
from desktop.ui.screens.set_up.view import SetUpView
from tests.servers import Databases, reach

GOOD = {
    "station_code": "001",
    "name": "济南市公安局历下区分局解放路派出所",
    "address": "解放路1号",
    "phone": "0531-80000000",
    "counter_number": "3",
    "administrator_name": "赵敏",
    "sign_in_name": "zhaomin",
    "password": "geheim-77",
    "password_again": "geheim-77",
    "secret": "four quiet words here",
    "secret_again": "four quiet words here",
}


@pytest.fixture
def empty(folders: Folders, clock: Clock) -> Iterator[Counter]:
    """A program whose station is not yet set up."""
    counter = open_counter(folders, clock, practice=False)
    yield counter
    counter.close()


@pytest.fixture
def presenter(empty: Counter, inline: Inline) -> SetUpPresenter:
    def find(typed: str) -> tuple[DivisionHit, ...]:
        return empty.divisions.search(typed, levels=(DivisionLevel.COUNTY,))

    return SetUpPresenter(lambda: empty.set_up, find, inline)


@pytest.fixture
def view(presenter: SetUpPresenter, look: Look, qtbot: QtBot) -> SetUpView:
    shown = SetUpView(presenter)
    finish_building(shown)
    qtbot.addWidget(shown)
    shown.resize(1200, 800)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def pick_division(view: SetUpView) -> None:
    suggest = view.form.field("division")
    assert isinstance(suggest, Suggest)
    suggest.box.setFocus()
    QTest.keyClicks(suggest.box, "lixia")
    QTest.keyClick(suggest.box, Qt.Key.Key_Return)


def submit(view: SetUpView) -> None:
    QTest.keyClick(view.form.field("name").box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_full_form_makes_a_station_whose_administrator_can_sign_in(
    view: SetUpView, presenter: SetUpPresenter, empty: Counter, qtbot: QtBot
) -> None:
    pick_division(view)
    assert view.form.values()["division"] == "370102"
    view.form.set_values(GOOD)
    with qtbot.waitSignal(presenter.opened) as opened:
        submit(view)
    [made] = opened.args
    assert isinstance(made, StationRow)
    assert (made.division, made.station_code, made.practice) == ("370102", "001", False)
    actor = empty.sign_in.sign_in("zhaomin", "geheim-77", 3)
    assert actor.station == made


def test_a_station_on_a_server_is_asked_for_no_secret_of_this_machine(
    databases: Databases, folders: Folders, clock: Clock, inline: Inline, look: Look, qtbot: QtBot
) -> None:
    name = databases.make()
    folders.data.mkdir()
    served = build_counter(reach(databases.server, name), folders, clock)

    def find(typed: str) -> tuple[DivisionHit, ...]:
        return served.divisions.search(typed, levels=(DivisionLevel.COUNTY,))

    presenter = SetUpPresenter(lambda: served.set_up, find, inline, asks_secret=False)
    view = SetUpView(presenter)
    finish_building(view)
    qtbot.addWidget(view)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    try:
        assert not {"secret", "secret_again"} & set(view.form.names())
        pick_division(view)
        view.form.set_values({name: typed for name, typed in GOOD.items() if "secret" not in name})
        with qtbot.waitSignal(presenter.opened):
            submit(view)
        assert served.office.station() is not None
    finally:
        served.close()
        databases.drop(name)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("station_code", "1"),
        ("name", ""),
        ("counter_number", "0"),
        ("counter_number", ""),
        ("sign_in_name", "z"),
        ("password", "kurz1"),
        ("password", "nurbuchstaben"),
        ("password_again", "anders-77"),
        ("phone", "12"),
    ],
)
def test_a_broken_rule_is_told_at_its_field_and_the_rest_stays(
    view: SetUpView, field: str, typed: str
) -> None:
    pick_division(view)
    texts = GOOD | {field: typed}
    if field == "password":
        texts["password_again"] = typed
    view.form.set_values(texts)
    submit(view)
    assert view.form.field(field).problem
    assert view.form.values() == texts | {"division": "370102"}
    assert view.form.field(field).box.hasFocus()


def test_a_division_must_be_picked_from_the_list(view: SetUpView) -> None:
    QTest.keyClicks(view.form.field("division").box, "nirgendwo")
    view.form.set_values(GOOD)
    submit(view)
    assert "列表" in view.form.field("division").problem


def test_there_is_a_way_back(view: SetUpView, presenter: SetUpPresenter, qtbot: QtBot) -> None:
    button = view.findChild(QPushButton, "cancel")
    assert isinstance(button, QPushButton)
    with qtbot.waitSignal(presenter.cancelled):
        button.click()
