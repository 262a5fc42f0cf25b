"""The screen of rules by keyboard: groups, the rule in full, search, changes, empty states."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.errors import sentence
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.services.rule_rows import RefusedPack
from desktop.ui.kit.background import Inline
from desktop.ui.kit.draft import capture, restore
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.theme import Look
from desktop.ui.screens.rules.presenter import RulesPresenter
from desktop.ui.screens.rules.view import RulesView

Build = Callable[..., RulesView]


@pytest.fixture
def presenter(qapp: object, counter: Counter, actor: Actor, inline: Inline) -> RulesPresenter:
    return RulesPresenter(counter, actor, inline)


@pytest.fixture
def build(qtbot: QtBot, look: Look, presenter: RulesPresenter) -> Build:
    def build(width: int = 1300, height: int = 760) -> RulesView:
        made = RulesView(presenter)
        qtbot.addWidget(made)
        made.resize(width, height)
        finish_building(made)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return build


def table(view: RulesView) -> QTableView:
    found = view.findChild(QTableView, "rules")
    assert found is not None
    return found


def cell(view: RulesView, row: int, column: int = 0) -> str:
    return str(table(view).model().index(row, column).data())


def said(view: QWidget, name: str = "") -> str:
    soon = view.findChild(QTimer, "soon")
    while soon is not None and soon.isActive():  # the cards follow the list, one a turn
        QTest.qWait(1)
    labels = view.findChildren(QLabel, name) if name else view.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def type_into(view: RulesView, name: str, words: str) -> None:
    line = view.findChild(QLineEdit, name)
    assert line is not None
    line.setFocus()
    line.selectAll()
    for letter in words:
        QApplication.sendEvent(
            line, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        )


def key(view: QWidget, which: Any) -> None:
    QTest.keyClick(view, which)


def test_rules_stand_in_groups_and_the_first_one_is_shown_in_full(build: Build) -> None:
    view = build()
    assert cell(view, 0).startswith("居住登记")
    assert cell(view, 1) == "登记的名称"
    lines = table(view).model()
    assert [bool(lines.heading(line)) for line in lines.rows[:2]] == [True, False]  # type: ignore[attr-defined]
    assert said(view, "rule_label") == "登记的名称"
    assert "第八条" in said(view, "rule_basis")


def test_the_cursor_passes_over_headings(build: Build, presenter: RulesPresenter) -> None:
    view = build()
    rows = table(view)
    rows.setFocus()
    count = rows.model().rowCount()
    seen = {rows.currentIndex().row()}
    for _ in range(count):
        key(rows, Qt.Key.Key_Down)
        seen.add(rows.currentIndex().row())
    assert len(seen) == len(presenter.rows)
    QTest.keyClick(rows, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    key(rows, Qt.Key.Key_Up)
    assert presenter.chosen
    assert said(view, "rule_label") == cell(view, rows.currentIndex().row())


def test_search_filters_as_typed_and_down_leads_into_the_list(
    build: Build, presenter: RulesPresenter
) -> None:
    view = build()
    QTest.keyClick(view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert view.focusWidget().objectName() == "find_rule"
    type_into(view, "find_rule", "期限")
    assert presenter.typed == "期限"
    assert f"找到 {len(presenter.rows)} 项" in said(view, "period")
    key(view.focusWidget(), Qt.Key.Key_Down)
    assert view.focusWidget() is table(view)
    assert "期限" in said(view, "rule_label")


def test_nothing_found_is_said(build: Build, presenter: RulesPresenter) -> None:
    view = build()
    type_into(view, "find_rule", "没有这样的")
    assert table(view).model().rowCount() == 0
    assert "没有这样的" in table(view)._empty  # type: ignore[attr-defined]
    assert said(view, "rule_label") == ""


def test_the_cursor_stays_on_its_rule_when_the_day_changes(build: Build, presenter: RulesPresenter) -> None:
    view = build()
    type_into(view, "find_rule", "制作发放")
    assert presenter.chosen == "permit.issue_within"
    presenter.go_to_previous()
    assert said(view, "rule_label") == "制作发放的期限"
    line = view.findChild(QLineEdit, "on_date")
    assert line.text() == presenter.on.isoformat()


def test_a_day_is_typed_and_steps_lead_from_change_to_change(build: Build, presenter: RulesPresenter) -> None:
    view = build()
    type_into(view, "on_date", "20180105")
    assert presenter.on == date(2018, 1, 5)
    QTest.keyClick(view, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert presenter.on == date(2016, 1, 1)
    QTest.keyClick(view, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert presenter.on == date(2017, 1, 1)
    QTest.keyClick(view, Qt.Key.Key_F8)
    assert presenter.on == presenter.today


def test_at_the_first_law_there_is_no_step_back(build: Build, presenter: RulesPresenter) -> None:
    presenter.go_to(date(1958, 1, 9))
    view = build()
    assert not view.findChild(QPushButton, "previous_change").isEnabled()
    assert view.findChild(QPushButton, "next_change").isEnabled()
    presenter.go_to(date(1949, 10, 1))
    assert "1949-10-01" in table(view)._empty  # type: ignore[attr-defined]
    assert said(view, "period") == ""


def test_a_place_is_picked_while_typing(build: Build, presenter: RulesPresenter, qtbot: QtBot) -> None:
    view = build()
    QTest.keyClick(view, Qt.Key.Key_F6)
    type_into(view, "division", "zichuan")
    key(view.focusWidget(), Qt.Key.Key_Return)
    assert presenter.division == "370302"
    presenter.go_to(date(2014, 5, 1))
    qtbot.waitUntil(lambda: "淄政发〔2012〕35号" in said(view))


def test_what_lapsed_and_what_stands_in_is_told(build: Build, presenter: RulesPresenter) -> None:
    presenter.pick_place("370302", "山东省淄博市淄川区")
    presenter.go_to(date(2019, 1, 1))
    view = build()
    assert "施行到 2017-12-31，已经失效" in said(view, "rules_notice_words")
    assert "山东省流动人口服务管理暂行办法" in said(view, "pack_lapsed")


def test_earlier_values_are_told_with_their_days(build: Build, presenter: RulesPresenter) -> None:
    presenter.choose("registration.report_within")
    view = build()
    assert said(view, "rule_value") == "3个工作日"
    assert "1958-01-09 至 2012-09-30　3日" in said(view, "earlier_rule")


def test_doubt_and_silence_are_told_with_their_reason(build: Build, presenter: RulesPresenter) -> None:
    assert presenter.rules is not None
    for standing in ("unverified", "silent"):
        row = next(each for each in presenter.rows if each.standing.value == standing)
        presenter.choose(row.key)
        view = build()
        assert row.note in said(view, "rule_doubt_words")


def test_a_refused_pack_is_told_with_its_place_and_reason(
    build: Build, presenter: RulesPresenter, qtbot: QtBot
) -> None:
    view = build()
    assert presenter.rules is not None
    why = RefusedPack(
        "here/2020-01-01.toml", 9, "registration.min_days", sentence("policies", "没有这个键。")
    )
    presenter.rules = replace(presenter.rules, refused=(why,))
    presenter.changed.emit()
    words = "here/2020-01-01.toml 第 9 行，registration.min_days：没有这个键。"
    qtbot.waitUntil(lambda: words in said(view, "pack_refused"))
    assert words in said(view, "rules_notice_words")


def test_enter_leads_to_the_whole_rule_beside_the_list_or_over_it(build: Build, look: Look) -> None:
    wide = build()
    table(wide).setFocus()
    key(table(wide), Qt.Key.Key_Return)
    assert wide.focusWidget().objectName() == "rule_side"
    narrow = build(700)
    assert not narrow.findChild(QWidget, "rule_side").isVisible()
    key(table(narrow), Qt.Key.Key_Return)
    [sheet] = [each for each in narrow.findChildren(QDialog) if each.isVisible()]
    assert "登记的名称" in said(sheet, "rule_label")
    sheet.close()


def test_a_view_built_anew_shows_the_same(build: Build, presenter: RulesPresenter) -> None:
    view = build()
    type_into(view, "find_rule", "签注")
    presenter.go_to(date(2017, 5, 1))
    again = build()
    assert again.findChild(QLineEdit, "find_rule").text() == "签注"
    assert again.findChild(QLineEdit, "on_date").text() == "2017-05-01"
    assert cell(again, 1) == cell(view, 1)


@pytest.fixture
def zibo(presenter: RulesPresenter) -> RulesPresenter:
    presenter.pick_place("370302", "山东省淄博市淄川区")
    presenter.go_to(date(2014, 5, 1))
    return presenter


def test_staff_is_counted_while_the_number_is_typed(build: Build, zibo: RulesPresenter) -> None:
    view = build()
    assert "人员配备测算" in said(view, "staffing_title")
    assert said(view, "staff_words") == ""
    QTest.keyClick(view, Qt.Key.Key_F10)
    assert view.focusWidget().objectName() == "residents"
    type_into(view, "residents", "29")
    assert said(view, "staff_words") == "兼职管理员至少1名"
    type_into(view, "residents", "501")
    assert said(view, "staff_words") == "协管员2名，专职管理员1至3名"
    assert "按500比1配备协管员2名。" in said(view, "staff_fact")
    assert "淄政发〔2012〕35号三（二）" in said(view, "staff_basis")
    again = build()
    said(again)
    assert again.findChild(QLineEdit, "residents").text() == "501"
    assert said(again, "staff_words") == "协管员2名，专职管理员1至3名"


def test_the_count_is_printed_by_a_key(build: Build, zibo: RulesPresenter, qtbot: QtBot) -> None:
    view = build()
    said(view)
    QTest.keyClick(view, Qt.Key.Key_F7)
    type_into(view, "residents", "501")
    with qtbot.waitSignal(zibo.paper) as made:
        QTest.keyClick(view, Qt.Key.Key_F7)
    assert isinstance(made.args[0], int)
    with qtbot.waitSignal(zibo.paper) as again:
        QTest.keyClick(view, Qt.Key.Key_F7)
    assert again.args == made.args


def test_a_number_that_cannot_be_is_told_at_its_field(build: Build, zibo: RulesPresenter) -> None:
    view = build()
    said(view)
    type_into(view, "residents", "1000001")
    assert "0至1000000" in said(view)
    assert said(view, "staff_words") == ""


def test_where_no_staff_is_named_there_is_no_card(build: Build, presenter: RulesPresenter) -> None:
    view = build()
    said(view)
    assert view.findChild(QWidget, "staffing") is None
    presenter.pick_place("370302", "山东省淄博市淄川区")
    presenter.go_to(date(2014, 5, 1))
    assert "人员配备测算" in said(view, "staffing_title")
    presenter.go_to(date(2018, 1, 1))
    assert said(view, "staffing_title") == ""


def test_staff_is_counted_over_the_list_where_there_is_no_room_beside(
    build: Build, zibo: RulesPresenter, qtbot: QtBot
) -> None:
    view = build(700)
    table(view).setFocus()
    QTest.keyClick(table(view), Qt.Key.Key_F10)
    [sheet] = [each for each in view.findChildren(QDialog) if each.isVisible()]
    line = sheet.findChild(QLineEdit, "residents")
    qtbot.waitUntil(line.hasFocus)
    assert said(sheet, "rule_label") == ""
    QTest.keyClicks(line, "30")
    assert said(sheet, "staff_words") == "协管员1名，专职管理员1至3名"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert sheet.isVisible()
    with qtbot.waitSignal(zibo.paper):
        QTest.keyClick(sheet, Qt.Key.Key_F7)
    assert not sheet.isVisible()


def test_the_number_of_newcomers_keeps_the_focus_through_a_switch_of_language(
    build: Build, zibo: RulesPresenter, qtbot: QtBot
) -> None:
    view = build()
    said(view)
    type_into(view, "residents", "501")
    kept = capture(view)
    again = RulesView(zibo)
    qtbot.addWidget(again)
    again.resize(1300, 760)
    finish_building(again)
    restore(again, kept)
    assert again.focusWidget().objectName() == "residents"
