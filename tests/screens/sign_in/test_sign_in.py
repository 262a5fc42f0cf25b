"""Signing in at the practice station and at a real one, by keyboard, with every mistake told in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.errors import EnvironmentTrouble, sentence
from desktop.services.counter import Counter
from desktop.services.practice_staff import PRACTICE_CLERKS
from desktop.services.rows import Actor
from desktop.services.sign_in import SignIn
from desktop.ui.kit.background import Background, Inline
from desktop.ui.kit.table import TableView
from desktop.ui.kit.theme import Look
from desktop.ui.screens.sign_in.presenter import SignInPresenter
from desktop.ui.screens.sign_in.view import SignInView


def page(presenter: SignInPresenter, qtbot: QtBot) -> SignInView:
    view = SignInView(presenter)
    qtbot.addWidget(view)
    view.resize(1200, 760)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


@pytest.fixture
def presenter(counter: Counter, inline: Inline) -> SignInPresenter:
    return SignInPresenter(lambda: counter.sign_in, inline)


@pytest.fixture
def view(presenter: SignInPresenter, look: Look, qtbot: QtBot) -> SignInView:
    shown = page(presenter, qtbot)
    presenter.start()
    qtbot.waitUntil(lambda: clerks_are_seen(shown))
    return shown


def clerks_are_seen(view: SignInView) -> bool:
    table = view.findChild(TableView, "practice_clerks")
    return isinstance(table, TableView) and table.isVisible()


def type_in(view: SignInView, **texts: str) -> None:
    view.form.set_values(texts)


def test_the_page_is_there_before_the_station_is_known(
    presenter: SignInPresenter, look: Look, qtbot: QtBot
) -> None:
    view = page(presenter, qtbot)
    assert view.form.field("sign_in_name").box.isVisible()
    assert view.findChild(TableView) is None


def test_practice_shows_who_may_sign_in_and_with_what(view: SignInView) -> None:
    table = view.findChild(TableView, "practice_clerks")
    assert isinstance(table, TableView)
    assert table.model().rowCount() == len(PRACTICE_CLERKS)
    assert view.form.values()["counter_number"] == "1"
    mark = view.findChild(QWidget, "practice_mark")
    assert mark is not None
    assert mark.isVisible()


def test_a_row_of_the_sample_clerks_signs_in_with_two_keys(
    view: SignInView, presenter: SignInPresenter, qtbot: QtBot
) -> None:
    table = view.findChild(TableView, "practice_clerks")
    assert isinstance(table, TableView)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert view.form.values()["sign_in_name"] in ("wangfang", "liqiang")
    with qtbot.waitSignal(presenter.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert isinstance(opened.args[0], Actor)


def test_name_password_and_enter_sign_in(view: SignInView, presenter: SignInPresenter, qtbot: QtBot) -> None:
    name, password = view.form.field("sign_in_name").box, view.form.field("password").box
    assert name.hasFocus()
    QTest.keyClicks(name, "wangfang")
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert password.hasFocus()
    QTest.keyClicks(password, "yanlian-01")
    with qtbot.waitSignal(presenter.opened) as opened:
        QTest.keyClick(password, Qt.Key.Key_Return)
    [actor] = opened.args
    assert isinstance(actor, Actor)
    assert (actor.sign_in_name, actor.counter_number) == ("wangfang", 1)


def test_a_wrong_password_is_told_at_the_field_and_the_name_stays(view: SignInView) -> None:
    type_in(view, sign_in_name="wangfang", password="falsch")
    QTest.keyClick(view.form.field("password").box, Qt.Key.Key_Return)
    assert "登录名或密码不对" in view.form.field("password").problem
    assert view.form.values()["sign_in_name"] == "wangfang"
    assert view.form.field("password").box.hasFocus()


@pytest.mark.parametrize(
    ("missing", "texts"),
    [
        ("sign_in_name", {"sign_in_name": "", "password": "a"}),
        ("password", {"sign_in_name": "a", "password": ""}),
        ("counter_number", {"sign_in_name": "a", "password": "a", "counter_number": ""}),
        ("counter_number", {"sign_in_name": "a", "password": "a", "counter_number": "0"}),
    ],
)
def test_what_is_missing_is_named(view: SignInView, missing: str, texts: dict[str, str]) -> None:
    type_in(view, **texts)
    button = view.findChild(QPushButton, "sign_in")
    assert isinstance(button, QPushButton)
    button.click()
    assert view.form.field(missing).problem


def test_practice_leads_to_a_real_station(view: SignInView, presenter: SignInPresenter, qtbot: QtBot) -> None:
    button = view.findChild(QPushButton, "set_up")
    assert isinstance(button, QPushButton)
    with qtbot.waitSignal(presenter.set_up_wanted):
        button.click()


def test_a_real_station_shows_no_names_and_cannot_be_set_up_again(
    station: Counter, look: Look, inline: Inline, qtbot: QtBot
) -> None:
    presenter = SignInPresenter(lambda: station.sign_in, inline)
    view = page(presenter, qtbot)
    presenter.start()
    button, mark = view.findChild(QPushButton, "set_up"), view.findChild(QWidget, "practice_mark")
    assert button is not None
    assert mark is not None
    assert not button.isVisible()
    assert not mark.isVisible()
    assert view.findChild(TableView) is None


def test_what_does_not_open_may_be_a_station_and_is_not_offered_to_be_set_up(
    look: Look, inline: Inline, qtbot: QtBot
) -> None:
    def shut() -> SignIn:
        raise EnvironmentTrouble(sentence("errors", "数据库打不开。"))

    presenter = SignInPresenter(shut, inline)
    view = page(presenter, qtbot)
    button = view.findChild(QPushButton, "set_up")
    assert button is not None
    assert not button.isVisible()
    presenter.start()
    assert presenter.error is not None
    assert not button.isVisible()


def test_a_page_built_anew_shows_the_same_station(
    view: SignInView, presenter: SignInPresenter, qtbot: QtBot
) -> None:
    again = page(presenter, qtbot)
    qtbot.waitUntil(lambda: clerks_are_seen(again))


def test_while_it_works_the_button_says_so_and_cannot_be_pressed(
    counter: Counter, look: Look, qtbot: QtBot
) -> None:
    runner = Background()
    presenter = SignInPresenter(lambda: counter.sign_in, runner)
    view = page(presenter, qtbot)
    button = view.findChild(QPushButton, "sign_in")
    assert isinstance(button, QPushButton)
    presenter.start()
    assert not button.isEnabled()
    qtbot.waitUntil(button.isEnabled)
    runner.close()


def test_enter_before_the_station_is_known_signs_in_once_it_is(
    counter: Counter, look: Look, qtbot: QtBot
) -> None:
    runner = Background()
    presenter = SignInPresenter(lambda: counter.sign_in, runner)
    view = page(presenter, qtbot)
    type_in(view, sign_in_name="wangfang", password="yanlian-01")
    presenter.start()
    with qtbot.waitSignal(presenter.opened):
        view.form.submitted.emit()
        view.form.submitted.emit()
        assert presenter.welcome is None
    runner.close()


def test_enter_pressed_early_is_forgotten_when_the_station_cannot_be_read(
    counter: Counter, look: Look, qtbot: QtBot
) -> None:
    troubles = [EnvironmentTrouble(sentence("errors", "打印机没有回应。"))]

    def sign_in() -> SignIn:
        if troubles:
            raise troubles.pop()
        return counter.sign_in

    runner = Background()
    presenter = SignInPresenter(sign_in, runner)
    view = page(presenter, qtbot)
    with qtbot.waitSignal(presenter.failed):
        presenter.start()
        view.form.submitted.emit()
    with qtbot.assertNotEmitted(presenter.ready), qtbot.waitSignal(presenter.welcomed):
        presenter.start()
    runner.close()


def test_the_sample_clerks_stand_on_a_card_in_either_language(
    view: SignInView, presenter: SignInPresenter, qtbot: QtBot
) -> None:
    """A page made anew for another language, and polished before its clerks are built, had none."""
    again = SignInView(presenter)
    qtbot.addWidget(again)
    for each in again.findChildren(QWidget):
        each.ensurePolished()
    again.show()
    for page in (view, again):
        qtbot.waitUntil(lambda it=page: it.findChild(TableView, "practice_clerks") is not None)
        rows = page.findChild(TableView, "practice_clerks")
        assert rows is not None
        card = rows.parentWidget()
        assert card is not None
        qtbot.waitUntil(card.isVisible)
        assert card.grab().toImage().pixelColor(40, 6) == card.palette().base().color()
