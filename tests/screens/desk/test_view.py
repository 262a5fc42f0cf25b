"""The desk by keyboard, alone and under the one box of the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.id_numbers import check_digit
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.duties import duty
from desktop.ui.kit.background import Inline
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.table import TableView
from desktop.ui.kit.text import Languages
from desktop.ui.kit.theme import Look
from desktop.ui.main_window import MainWindow
from desktop.ui.screens.desk.presenter import DeskPresenter
from desktop.ui.screens.desk.view import DeskView
from tests.screens.pages import in_front

NEWCOMER = "37132519930618004" + check_digit("37132519930618004")


class Desk:
    """A desk that is seen, and its presenter."""

    def __init__(self, presenter: DeskPresenter, view: DeskView) -> None:
        self.presenter, self.view = presenter, view

    def table(self, name: str) -> TableView:
        found = self.view.findChild(TableView, name)
        assert found is not None
        return found

    def words(self) -> str:
        return "\n".join(label.text() for label in self.view.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def desk(qtbot: QtBot, look: Look, counter: Counter, actor: Actor, inline: Inline) -> Desk:
    presenter = DeskPresenter(counter, actor, inline)
    view = in_front(qtbot, DeskView(presenter), 1200, 700)
    return Desk(presenter, view)


@pytest.fixture
def window(qtbot: QtBot, look: Look, counter: Counter, actor: Actor, inline: Inline) -> MainWindow:
    made = MainWindow(look, Languages())
    qtbot.addWidget(made)
    made.enter(duty(counter, actor, inline, made.go))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(lambda: made.findChild(DeskView) is not None)  # it comes in a turn of its own
    finish_building(made)
    return made


def box(window: MainWindow) -> QWidget:
    found = window.findChild(QWidget, "search")
    assert found is not None
    return found


def test_the_day_is_seen_while_nothing_is_asked(desk: Desk) -> None:
    assert desk.table("cases").isVisible()
    assert desk.table("samples").isVisible()
    assert not desk.table("results").isVisible()
    assert "11月20日" in desk.words()


def test_cards_with_nothing_in_them_are_not_there(desk: Desk) -> None:
    assert not desk.table("drafts").isVisible()
    assert not desk.table("unanswered").isVisible()


def test_enter_opens_the_hit_the_cursor_is_on(desk: Desk, qtbot: QtBot) -> None:
    desk.presenter.enter("刘建国")
    results = desk.table("results")
    assert results.hasFocus()
    QTest.keyClick(results, Qt.Key.Key_Down)
    second = results.current()
    with qtbot.waitSignal(desk.presenter.open_person) as opened:
        QTest.keyClick(results, Qt.Key.Key_Return)
    assert opened.args == [second.person_id]


def test_hits_show_a_masked_number(desk: Desk) -> None:
    desk.presenter.search("单雨桐")
    model = desk.table("results").model()
    shown = [model.index(0, column).data() for column in range(model.columnCount())]
    assert shown[:3] == ["单雨桐", "371321********0028", "1990"]
    assert shown[4:] == ["已登记", "已受理"]


def test_more_hits_than_fit_are_said(desk: Desk) -> None:
    desk.presenter.search("演练")
    assert desk.presenter.answer is not None
    assert ("还有更多" in desk.words()) == desk.presenter.answer.more


def test_a_broken_rule_is_said_in_words(desk: Desk) -> None:
    desk.presenter.search(NEWCOMER[:17] + ("1" if NEWCOMER[-1] != "1" else "2"))
    assert "校验码" in desk.words()
    assert not desk.table("results").isVisible()


def test_a_number_nobody_has_is_registered_with_enter_and_with_f6(desk: Desk, qtbot: QtBot) -> None:
    desk.presenter.enter(NEWCOMER)
    button = desk.view.findChild(QPushButton, "register_this_person")
    assert button is not None
    assert button.hasFocus()
    assert "登记此人" in button.text()
    with qtbot.waitSignal(desk.presenter.register) as asked:
        QTest.keyClick(button, Qt.Key.Key_F6)
    assert asked.args == [NEWCOMER]
    with qtbot.waitSignal(desk.presenter.register) as asked:
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert asked.args == [NEWCOMER]


def test_esc_goes_back_to_the_day(desk: Desk) -> None:
    desk.presenter.enter("刘建国")
    QTest.keyClick(desk.table("results"), Qt.Key.Key_Escape)
    assert desk.table("cases").isVisible()
    assert desk.presenter.asked == ""


def test_a_sample_is_tried_with_enter(desk: Desk) -> None:
    samples = desk.table("samples")
    samples.choose(0)
    QTest.keyClick(samples, Qt.Key.Key_Return)
    assert desk.presenter.offer is not None


def test_a_draft_is_continued_with_enter(desk: Desk, counter: Counter, actor: Actor, qtbot: QtBot) -> None:
    counter.drafts.save(actor, "one", "registration", "演练甲", "{}")
    desk.presenter.refresh()
    drafts = desk.table("drafts")
    assert drafts.isVisible()
    with qtbot.waitSignal(desk.presenter.continue_draft) as taken:
        QTest.keyClick(drafts, Qt.Key.Key_Return)
    assert taken.args[0].draft_id == "one"


def test_a_draft_is_given_up_only_after_the_question(
    desk: Desk, counter: Counter, actor: Actor, qtbot: QtBot
) -> None:
    counter.drafts.save(actor, "one", "registration", "演练甲", "{}")
    desk.presenter.refresh()
    drafts = desk.table("drafts")
    drafts.setFocus()
    QTest.keyClick(drafts, Qt.Key.Key_Delete)
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, QDialog)
    asked.reject()
    assert len(counter.drafts.open(actor)) == 1
    QTest.keyClick(drafts, Qt.Key.Key_Delete)
    question = desk.view.findChildren(QDialog)[-1]
    yes = question.findChild(QPushButton, "discard_draft_for_good")
    assert yes is not None
    yes.click()
    qtbot.waitUntil(lambda: counter.drafts.open(actor) == ())
    assert not drafts.isVisible()


def test_in_a_narrow_window_the_cards_stand_below(desk: Desk, qtbot: QtBot) -> None:
    cases, samples = desk.table("cases"), desk.table("samples")
    wide = samples.mapTo(desk.view, samples.rect().topLeft())
    assert wide.x() > cases.width()
    desk.view.resize(700, 700)
    qtbot.waitUntil(lambda: samples.mapTo(desk.view, samples.rect().topLeft()).x() < cases.width())


def test_every_list_and_button_has_a_name_and_says_what_it_is(desk: Desk) -> None:
    desk.presenter.enter(NEWCOMER)
    for kind in (TableView, QPushButton):
        for each in desk.view.findChildren(kind):
            assert each.objectName(), each
            assert each.accessibleName(), each.objectName()


def test_the_view_built_anew_shows_the_same(desk: Desk, qtbot: QtBot, counter: Counter, actor: Actor) -> None:
    desk.presenter.search("刘建国")
    again = DeskView(desk.presenter)
    qtbot.addWidget(again)
    finish_building(again)
    results = again.findChild(TableView, "results")
    assert results is not None
    assert results.model().rowCount() == 2
    pages = again.findChild(QStackedWidget)
    assert pages is not None
    assert pages.currentWidget().isAncestorOf(results)


def test_from_the_one_box_digits_lead_to_the_person(
    window: MainWindow, counter: Counter, actor: Actor
) -> None:
    number = counter.people.person(counter.lookup.find(actor, "单雨桐").hits[0].person_id).id_number
    QTest.keyClicks(box(window), number)
    QTest.keyClick(box(window), Qt.Key.Key_Return)
    assert window.windowTitle().startswith("单雨桐")


def test_down_leaves_the_one_box_for_the_hits(window: MainWindow) -> None:
    QTest.keyClicks(box(window), "ljg")
    QTest.keyClick(box(window), Qt.Key.Key_Down)
    results = window.findChild(TableView, "results")
    assert results is not None
    assert results.hasFocus()
    assert results.current().name == "刘建国"


def test_f6_works_while_the_cursor_is_in_the_one_box(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.findChild(DeskView)
    assert desk is not None
    asked: list[object] = []
    presenter = desk.presenter
    presenter.register.disconnect()
    presenter.register.connect(asked.append)
    QTest.keyClicks(box(window), NEWCOMER)
    QTest.keyClick(box(window), Qt.Key.Key_F6)
    assert asked == [NEWCOMER]


def test_after_a_wrong_number_the_cursor_is_still_in_the_one_box(window: MainWindow) -> None:
    QTest.keyClicks(box(window), NEWCOMER)
    QTest.keyClick(box(window), Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "register_this_person"
    for wrong in (NEWCOMER[:-1] + "9", "没有此人"):
        QTest.keyClick(window, Qt.Key.Key_F3)
        window.focus_search()
        box(window).insert(wrong)
        QTest.keyClick(box(window), Qt.Key.Key_Return)
        assert box(window).hasFocus(), wrong


def test_digits_that_may_be_half_a_number_are_not_led_to_be_registered(window: MainWindow) -> None:
    QTest.keyClicks(box(window), NEWCOMER[:9])
    QTest.keyClick(box(window), Qt.Key.Key_Return)
    assert box(window).hasFocus()
    words = "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())
    assert "还没有输完" in words
