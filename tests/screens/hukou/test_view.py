"""The assessment at the keyboard: prefilled, judged as it is typed, folded, printed, kept."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.domain.codes import CaseKind, PaperKind
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.kit.drafting import read_draft
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.text import Language, Languages
from desktop.ui.screens.hukou.view import HukouView

Open = Callable[..., Any]


def texts(view: QWidget) -> list[str]:
    labels = [each.text() for each in view.findChildren(QLabel) if each.isVisible()]
    return labels + [each.text() for each in view.findChildren(QPushButton) if each.isVisible()]


def test_it_begins_with_what_is_known(open_desk: Open) -> None:
    desk = open_desk()
    values = desk.view._form.values()
    assert values["division"].startswith("370102")
    assert len(values["division"]) == 9
    assert values["birth_date"] == "1985-09-30"
    assert values["hukou_division"] == "410102"
    assert values["assessed_on"] == desk.presenter.today.isoformat()
    assert desk.view.focusWidget().objectName() == "division"


def test_today_has_no_rules_and_the_last_day_is_one_key_away(open_desk: Open) -> None:
    desk = open_desk()
    said = desk.words()
    assert "2017-08-01" in said
    assert "2022-07-31" in said
    assert not desk.find("tell_hukou_assessment").isEnabled()
    desk.key("division", Qt.Key.Key_F7)
    desk.settle()
    assert desk.view._form.values()["assessed_on"] == "2022-07-31"
    assert "该规定已于2022年7月31日失效，按当时的规定测算，仅供了解" in desk.words()
    assert not desk.seen("judge_by_offered_day")
    assert "优化落户区域：21条途径" in desk.words()
    assert "只供了解，不是审批决定" in desk.words()


def test_routes_follow_what_is_typed_and_the_met_come_first(desk: Any) -> None:
    desk.type("dwelling", "titled")
    desk.type("employment", "unit")
    desk.type("degree", "ss")
    assert desk.view._routes.buttons[0].objectName() == "unfold_talent_2"
    assert "✓ 符合" in desk.card("talent_2")
    assert "济政发〔2017〕14号二（一）1（2）" in desk.card("talent_2")
    assert "可以随迁：配偶；未婚子女" in desk.card("talent_2")
    assert "符合1条途径" in desk.words()
    assert "✗ 不符合" in desk.card("residence_work")


def test_every_route_unfolds_by_keyboard_alone(desk: Any) -> None:
    desk.key("division", Qt.Key.Key_F8)
    first, second = desk.view._routes.buttons[:2]
    assert desk.view.focusWidget() is first
    assert first.text() == "收起"
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert desk.view.focusWidget() is second
    assert second.text() == "展开"
    code = second.objectName().removeprefix("unfold_")
    before = desk.card(code)
    QTest.keyClick(second, Qt.Key.Key_Return)
    desk.settle()
    assert second.text() == "收起"
    assert "✗ 不符合" in desk.card(code)
    assert len(desk.card(code)) > len(before)
    assert "怎样可以办" in desk.card(code)
    QTest.keyClick(second, Qt.Key.Key_Space)
    desk.settle()
    assert desk.card(code) == before
    QTest.keyClick(second, Qt.Key.Key_F8)
    assert desk.view.focusWidget().objectName() == "division"


def test_a_card_never_shows_the_findings_of_another_route(desk: Any) -> None:
    desk.settle()
    before = desk.view._routes.buttons[0].objectName()
    assert before == "unfold_residence_work"
    for degree in ("master", "", "master"):
        for name, value in (("dwelling", "titled"), ("employment", "unit"), ("degree", degree)):
            desk.view._form.field(name).set_value(value)
        desk.view._keep()
        for _ in range(12):
            desk.qtbot.wait(1)
            card = desk.view._routes._cards[0]
            inside = card.findChild(QWidget, "finding_pension")
            if card.objectName() == "route_talent_2" and inside is not None:
                assert not inside.isVisible()
    desk.settle()
    assert "具备条件：硕士学位" in desk.card("talent_2")


def test_what_waits_for_time_alone_names_the_day(desk: Any) -> None:
    desk.type("assessed_on", "2020-01-15")
    desk.type("dwelling", "titled")
    desk.type("employment", "unit")
    desk.view._form.field("insured").box.click()
    desk.type("pension_months", "10")
    assert "2020-03-15起条件具备" in desk.card("residence_work")


def test_sections_without_a_route_are_folded_and_named(desk: Any) -> None:
    assert desk.seen("degree")
    box = desk.find("division")
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "370126")
    desk.qtbot.rest()
    QTest.keyClick(box, Qt.Key.Key_Return)
    desk.settle()
    for name in ("degree", "joins", "group", "permit"):
        assert not desk.seen(name)
    assert desk.seen("home_bought_on")
    assert "人才条件、亲属投靠、其他" in desk.words()
    assert "放开落户区域" in desk.words()


def test_a_county_of_two_zones_asks_for_the_street(desk: Any) -> None:
    box = desk.find("division")
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "370112")
    desk.qtbot.rest()
    QTest.keyClick(box, Qt.Key.Key_Return)
    desk.settle()
    assert "请选到街道、镇" in desk.words()
    assert not desk.find("tell_hukou_assessment").isEnabled()


def test_what_is_wrong_is_said_when_the_field_is_left(desk: Any) -> None:
    desk.type("children_born", "2015-13-01")
    QTest.keyClick(desk.find("children_born"), Qt.Key.Key_Tab)
    desk.settle()
    assert "日历上没有2015年13月1日" in desk.words()
    desk.key("division", Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.papers == []
    assert desk.view.focusWidget().objectName() == "children_born"


def test_ctrl_enter_makes_the_notice_once_and_leads_to_it(desk: Any, counter: Counter) -> None:
    for _ in range(2):
        desk.key("birth_date", Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    [case_id] = desk.papers
    case = counter.day.case(case_id)
    assert case.kind is CaseKind.HUKOU_ASSESSMENT
    [paper] = counter.papers.of_case(case_id)
    assert paper.kind is PaperKind.HUKOU_NOTICE
    assert "仇长河" in desk.notices[0]


def test_what_is_typed_is_kept_and_comes_back(
    desk: Any, open_desk: Open, counter: Counter, actor: Actor
) -> None:
    desk.type("dwelling", "titled")
    desk.view._routes.buttons[1].click()
    desk.type("children_born", "2015-03-01")
    assert not desk.presenter.done_with()
    [row] = [each for each in counter.drafts.open(actor) if each.form == "hukou"]
    assert row.subject == "仇长河"
    again = open_desk(kept=read_draft(row))
    assert again.view._form.values() == desk.view._form.values()
    assert again.view.focusWidget().objectName() == "children_born"
    assert again.presenter.opened == desk.presenter.opened
    assert json.loads(row.payload)["state"]["person_id"] == desk.presenter.person_id


def test_an_untouched_form_leaves_no_draft(open_desk: Open, counter: Counter, actor: Actor) -> None:
    desk = open_desk()
    assert desk.presenter.done_with()
    assert desk.presenter.leave()
    assert not [each for each in counter.drafts.open(actor) if each.form == "hukou"]


def test_another_language_keeps_the_form(desk: Any, qtbot: Any) -> None:
    desk.type("dwelling", "titled")
    languages = Languages()
    languages.use(Language.ENGLISH)
    try:
        view = HukouView(desk.presenter)
        qtbot.addWidget(view)
        view.show()
        finish_building(view)
        qtbot.rest()
        assert view._form.values() == desk.view._form.values()
        mine = [each for each in texts(view) if any("一" <= letter <= "鿿" for letter in each)]
        assert all("济" in each or "省" in each or "演练" in each for each in mine), mine
    finally:
        languages.use(Language.CHINESE)


@pytest.mark.parametrize("width", [700, 1340])
def test_nothing_is_wider_than_the_page(open_desk: Open, width: int) -> None:
    desk = open_desk(width=width)
    desk.key("division", Qt.Key.Key_F7)
    desk.settle()
    for area in (desk.view._form, desk.view._routes):
        assert area.widget().width() <= area.viewport().width()
    assert desk.view.width() == width


def test_no_turn_of_the_event_loop_is_long(desk: Any) -> None:
    """Judging anew fills the cards in slices; generous here, since two cores are shared."""
    desk.view._form.field("degree").set_value("master")
    started = time.thread_time()
    desk.view._keep()
    assert time.thread_time() - started < 0.25
