"""The day's screen by keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.codes import CopyOutcome
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.services.work_rows import WorkFilter
from desktop.ui.kit.background import Inline
from desktop.ui.kit.draft import capture, restore
from desktop.ui.kit.theme import Look
from desktop.ui.screens.day.presenter import DayPresenter
from desktop.ui.screens.day.view import DayView
from tests.screens.pages import find, in_front


@pytest.fixture
def screen(qtbot: QtBot, look: Look, counter: Counter, actor: Actor, inline: Inline) -> Any:
    def build(presenter: DayPresenter | None = None) -> DayView:
        return in_front(qtbot, DayView(presenter or DayPresenter(counter, actor, inline)), 1200, 760)

    return build


def test_enter_on_a_case_goes_to_its_papers(screen: Any, take: Any, actor: Actor, qtbot: QtBot) -> None:
    done = take(0, actor)
    view = screen()
    assert find(view, "cases").hasFocus()
    with qtbot.waitSignal(view._presenter.papers) as opened:
        QTest.keyClick(find(view, "cases"), Qt.Key.Key_Return)
    assert opened.args == [done.case.case_id]


def test_filters_are_chosen_by_typing(screen: Any, take: Any, actor: Actor, colleague: Actor) -> None:
    take(0, actor)
    take(1, colleague)
    view = screen()
    assert view.findChild(QLabel, "count").text().startswith("共 2 件")
    QTest.keyClicks(find(view, "counter_number"), "3")
    assert [row.counter_number for row in view._presenter.rows] == [3]
    QTest.keyClicks(find(view, "counter_number"), "a")
    assert len(view._presenter.rows) == 2


def test_the_day_is_stepped_and_typed(screen: Any, counter: Counter) -> None:
    view = screen()
    QTest.keyClick(view, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert find(view, "on_date").text() == "2026-11-19"
    find(view, "on_date").clear()
    QTest.keyClicks(find(view, "on_date"), "20260102")
    assert view._presenter.on.isoformat() == "2026-01-02"
    assert find(view, "on_date").text() == "20260102"  # as typed, until it is left
    assert "没有办件" in find(view, "cases")._empty
    QTest.keyClick(view, Qt.Key.Key_F8)
    assert view._presenter.on == counter.day.today()


def test_a_half_typed_day_is_left_alone_by_the_live_list(screen: Any, take: Any, actor: Actor) -> None:
    view = screen()
    find(view, "on_date").clear()
    QTest.keyClicks(find(view, "on_date"), "202611")
    take(0, actor)
    view._presenter.look_again()
    assert find(view, "on_date").text() == "202611"


def test_the_end_of_the_day_by_keyboard(
    screen: Any, take: Any, actor: Actor, counter: Counter, qtbot: QtBot
) -> None:
    done = take(0, actor)
    copy = counter.papers.prepare(actor, "prepare", done.paper_id)
    view = screen()
    QTest.keyClick(view, Qt.Key.Key_F7)
    assert find(view, "exceptions").hasFocus()
    button = view.findChild(QPushButton, "end_day")
    assert not button.isEnabled()
    assert "没有确认打印结果" in button.toolTip()
    with qtbot.waitSignal(view._presenter.papers) as opened:
        QTest.keyClick(find(view, "exceptions"), Qt.Key.Key_Return)
    assert opened.args == [done.case.case_id]
    counter.papers.settle(actor, copy.copy_id, CopyOutcome.SPOILED, "卡纸")
    view._presenter.refresh()  # back from the papers
    find(view, "explanation").setFocus()
    find(view, "explanation").insert("换纸后重打")
    find(view, "explanation").textEdited.emit("换纸后重打")
    assert button.isEnabled()
    with qtbot.waitSignal(view._presenter.paper) as summary:
        QTest.keyClick(view, Qt.Key.Key_F10)
    assert counter.papers.paper(summary.args[0]).case_id is None
    assert "再次日结" in view.findChild(QLabel, "closed_words").text()
    with qtbot.waitSignal(view._presenter.paper) as again:
        QTest.keyClick(view, Qt.Key.Key_F11)
    assert again.args == summary.args


def test_an_explanation_belongs_to_its_exception(screen: Any, take: Any, actor: Actor) -> None:
    take(0, actor)
    take(1, actor)
    view = screen()
    QTest.keyClick(view, Qt.Key.Key_F7)
    QTest.keyClicks(find(view, "explanation"), "first")
    QTest.keyClick(find(view, "explanation"), Qt.Key.Key_Return)  # on to the next one
    assert find(view, "explanation").text() == ""
    QTest.keyClicks(find(view, "explanation"), "second")
    assert sorted(view._presenter.remarks.values()) == ["first", "second"]
    again = screen(view._presenter)  # built anew in another language
    restore(again, capture(view))
    assert find(again, "explanation").text() == "second"
    assert again._pages.currentIndex() == 1


def test_an_overdue_case_asks_for_its_reason_until_it_is_given(
    screen: Any, counter: Counter, actor: Actor, inline: Inline, clock: Any
) -> None:
    case = counter.work_lists.page(WorkFilter(state="accepted")).rows[0].case
    clock.moment += timedelta(days=60)
    view = screen(DayPresenter(counter, replace(actor, counter_number=case.counter_number), inline))
    QTest.keyClick(view, Qt.Key.Key_F7)
    model = find(view, "exceptions").model()
    overdue = [row for row, one in enumerate(model.rows) if one.overdue]
    assert overdue
    assert "个工作日" in model.index(overdue[0], 0).data()
    assert model.index(overdue[0], 1).data() == "请说明逾期原因"
    find(view, "exceptions").choose(overdue[0])
    QTest.keyClicks(find(view, "explanation"), "checking")
    assert model.index(overdue[0], 1).data() == "checking"
