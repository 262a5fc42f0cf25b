"""The move on the screen: signed in at the station, people decided one by one, moved, and told what came of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.counter import Counter
from desktop.services.move_rows import StationKey
from desktop.services.rows import Actor
from desktop.ui.duties import duty
from desktop.ui.kit.background import Inline
from desktop.ui.kit.choices import ChoiceInput
from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.theme import Look
from desktop.ui.screens.connection.presenter import ConnectionPresenter
from desktop.ui.screens.move.presenter import MovePresenter, Stage
from desktop.ui.screens.move.view import MoveView
from tests.screens.pages import in_front
from tests.services.move.desk import Desk

Show = Callable[[], tuple[MovePresenter, MoveView]]


@pytest.fixture
def show(station: Counter, boss: Actor, key: StationKey, inline: Inline, look: Look, qtbot: QtBot) -> Any:
    made: list[MovePresenter] = []

    def make() -> tuple[MovePresenter, MoveView]:
        station.office.rights.seat(boss)
        presenter = MovePresenter(station, boss, inline, key.form)
        view = in_front(qtbot, MoveView(presenter), 1300, 860)
        made.append(presenter)
        return presenter, view

    yield make
    for each in made:
        each.leave()


def told(view: QWidget) -> str:
    strip: Any = view.findChild(QWidget, "move_told")
    return str(strip.words())


def button(view: QWidget, name: str) -> QPushButton:
    found = view.findChild(QPushButton, name)
    assert found is not None, name
    return found


def sign_in(view: MoveView, password: str = "test-pass-3") -> None:
    box = view.findChild(QLineEdit, "password")
    assert box is not None
    box.setText(password)
    QTest.keyClick(view, Qt.Key.Key_F6)


def test_a_wrong_password_stands_at_its_field(show: Show, there: Desk) -> None:
    presenter, view = show()
    name = view.findChild(QLineEdit, "sign_in_name")
    assert name is not None
    assert name.text() == "boss"
    sign_in(view, "not it at all")
    line = view.findChild(QLabel, "password_line")
    assert line is not None
    assert "不对" in line.text()
    assert presenter.stage is Stage.ENTER


def test_from_signing_in_to_the_result(show: Show, here: Desk, there: Desk, qtbot: QtBot) -> None:
    there.clock.moment += timedelta(minutes=7)
    here.register(1, name="演练窗口名")
    there.register(1, name="演练所里名")
    here.register(2)
    presenter, view = show()
    sign_in(view)
    assert presenter.stage is Stage.REVIEW
    assert "1人要选定" in told(view)
    assert not button(view, "move_to_station").isEnabled()
    choice = view.findChild(ChoiceInput, "keep_facts")
    assert choice is not None
    assert choice.isVisible()
    residence = view.findChild(ChoiceInput, "keep_residence")
    assert residence is not None
    assert "不用选" in residence.accessibleDescription()  # the same address since the same day
    QTest.keyClick(choice, Qt.Key.Key_B)
    assert presenter.open == ()
    assert button(view, "move_to_station").isEnabled()
    QTest.keyClick(view, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in view.findChildren(Dialog)))
    [dialog] = [each for each in view.findChildren(Dialog) if each.isVisible()]
    button(dialog, "confirm_move").click()
    qtbot.waitUntil(lambda: presenter.stage is Stage.DONE)
    assert "重新打开" in told(view)
    result = view.findChild(QLabel, "move_result")
    assert result is not None
    assert result.isVisible()
    assert "station-archive-" in result.text()
    assert there.counter.lookup.find(there.clerk, "窗口名").hits
    assert presenter.leave()


def test_the_rest_goes_to_the_station_but_for_two_permits(show: Show, here: Desk, there: Desk) -> None:
    there.clock.moment += timedelta(minutes=7, seconds=5)
    here.issue(1)
    there.issue(1)
    here.register(2, name="演练窗口名")
    there.register(2, name="演练所里名")
    presenter, view = show()
    sign_in(view)
    assert len(presenter.open) == 2
    QTest.keyClick(view, Qt.Key.Key_F8)
    [one] = presenter.open
    assert one.permit is not None
    presenter.look_at(one)
    permit = view.findChild(ChoiceInput, "keep_permit")
    assert permit is not None
    QTest.keyClick(permit, Qt.Key.Key_P)
    consequence = view.findChild(QLabel, "move_consequence")
    assert consequence is not None
    assert "收回" in consequence.text()
    assert presenter.open == ()


def test_what_is_remarked_stands_below_the_people_to_decide(
    show: Show, here: Desk, there: Desk, look: Look, qtbot: QtBot
) -> None:
    there.clock.moment += timedelta(minutes=7)
    here.register(1, name="演练窗口名")
    there.register(1, name="演练所里名")
    look.use("light", 200)
    _, view = show()
    sign_in(view)
    notes, people = view.findChild(QLabel, "move_notes"), view.findChild(QWidget, "same_people")
    choice = view.findChild(ChoiceInput, "keep_permit")
    assert notes is not None
    assert people is not None
    assert choice is not None
    assert notes.text().strip()
    qtbot.waitUntil(lambda: top(notes, view) > top(choice, view) > top(people, view))
    for name in ("move_to_station", "rest_to_station", "look_again", "stop_move"):
        key = button(view, name)
        qtbot.waitUntil(lambda it=key: it.visibleRegion().boundingRect() == it.rect())


def top(widget: QWidget, view: QWidget) -> int:
    return widget.mapTo(view, QPoint(0, 0)).y()


def test_what_hinders_it_is_said_and_nothing_can_be_moved(show: Show, here: Desk, there: Desk) -> None:
    here.register(1)
    with there.counter.office.database.engine.begin() as connection:
        connection.exec_driver_sql("update station set station_code = '007'")
    presenter, view = show()
    sign_in(view)
    assert "不是同一个派出所" in told(view)
    assert not button(view, "move_to_station").isEnabled()
    presenter.move()
    assert presenter.stage is Stage.REVIEW


def test_a_move_that_fails_leaves_the_lists_to_go_on_with(show: Show, here: Desk, there: Desk) -> None:
    here.register(1)
    presenter, view = show()
    sign_in(view)
    there.register(1)
    presenter.move()
    assert presenter.stage is Stage.REVIEW
    assert "有了变动" in told(view)
    presenter.look_again()
    assert presenter.why_not() == ""


def test_it_is_not_left_while_it_is_written(show: Show, here: Desk, qtbot: QtBot) -> None:
    presenter, _ = show()
    presenter.stage = Stage.MOVING
    with qtbot.waitSignal(presenter.notice):
        assert not presenter.leave()
    presenter.stage = Stage.REVIEW
    assert presenter.leave()


def test_the_connection_page_leads_there(
    station: Counter, boss: Actor, key: StationKey, inline: Inline, qtbot: QtBot
) -> None:
    station.office.rights.seat(boss)
    went: list[tuple[str, object]] = []
    made = duty(station, boss, inline, lambda *where: went.append(where))
    screen = made.screens["connection"]()
    presenter = screen.presenter
    assert isinstance(presenter, ConnectionPresenter)
    presenter.move({"hosts": key.form.hosts, "database": key.form.database})
    [(route, form)] = went
    assert route == "move_to_station"
    assert made.screens[route](form).presenter.title()
