"""The application on the screen: what the law says of it, what is missing, and what is handed in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.codes import CaseState
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.kit.background import Background
from desktop.ui.kit.case_words import grouped
from desktop.ui.kit.screen import Screen
from desktop.ui.kit.stages import finish_building
from desktop.ui.screens.application.view import ApplicationView
from tests.screens.application.applying import (
    ELIGIBLE,
    ENTER,
    SPACE,
    TOO_EARLY,
    OpenDesk,
    Person,
    choose_photo,
    states,
)


def test_everything_handed_in_is_accepted_with_the_promised_day(
    open_desk: OpenDesk, person: Person, counter: Counter, actor: Actor, picture: Path
) -> None:
    desk = open_desk(person(ELIGIBLE))
    desk.key("ground", "2")
    desk.key("ground", Qt.Key.Key_F8)
    choose_photo(desk, picture)
    assert desk.button.startswith("受理，承诺 2026-12-04 前办结")
    assert "2026-12-04" in desk.outcome
    desk.submit()
    [case_id] = desk.papers
    page = counter.people.page(actor, person(ELIGIBLE))
    [case] = [case for case in page.cases if case.case_id == case_id]
    assert (case.state, case.due_on and case.due_on.isoformat()) == (CaseState.ACCEPTED, "2026-12-04")
    assert case.summary == "合法稳定住所"
    assert "已受理" in desk.notices[0]
    assert grouped(case.case_number) in desk.notices[0]


def test_what_is_missing_is_named_on_the_screen_before_and_on_the_case_after(
    open_desk: OpenDesk, person: Person, counter: Counter, actor: Actor
) -> None:
    desk = open_desk(person(ELIGIBLE))
    desk.key("ground", "1")
    assert "缺3项" in desk.button
    desk.key("material_identity", SPACE)
    assert "缺2项" in desk.button
    assert "本人相片、就业证明" in desk.outcome
    desk.submit()
    assert states(counter, person(ELIGIBLE), actor) == [CaseState.AWAITING_MATERIALS]
    assert len(desk.papers) == 1


def test_a_refusal_is_asked_about_first_and_no_is_the_harmless_default(
    open_desk: OpenDesk, person: Person, counter: Counter, actor: Actor
) -> None:
    desk = open_desk(person(TOO_EARLY))
    assert desk.button.startswith("不予受理，出具告知书")
    assert "第九条" in desk.outcome
    desk.submit()
    dialog = desk.dialog()
    QTest.keyClick(dialog.focusWidget(), ENTER)
    assert states(counter, person(TOO_EARLY), actor) == []
    desk.qtbot.waitUntil(lambda: not desk.view.findChildren(type(dialog)))
    desk.submit()
    dialog = desk.dialog()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(dialog.focusWidget(), ENTER)
    assert states(counter, person(TOO_EARLY), actor) == [CaseState.REFUSED]
    assert len(desk.papers) == 1


def test_every_condition_is_told_in_words_with_its_clause_and_what_would_change_it(
    open_desk: OpenDesk, person: Person
) -> None:
    desk = open_desk(person(TOO_EARLY))
    desk.qtbot.waitUntil(lambda: "2023年1月14日通知一" in desk.said)
    said = desk.said
    for words in ("✗ 不符合", "✓ 符合", "满半年为", "怎样可以办：", "第九条", "［条文待核实］"):
        assert words in said


def test_another_ground_asks_for_other_papers_and_keeps_the_ticks(
    open_desk: OpenDesk, person: Person
) -> None:
    desk = open_desk(person(ELIGIBLE))
    desk.key("ground", "1")
    desk.key("material_employment_proof", SPACE)
    desk.key("ground", "3")
    assert desk.view.findChild(QCheckBox, "material_study_proof") is not None
    desk.key("ground", "1")
    assert desk.find("material_employment_proof").isChecked()


def test_data_sharing_stands_in_for_a_paper_and_is_offered_only_where_it_may(
    open_desk: OpenDesk, person: Person
) -> None:
    desk = open_desk(person(ELIGIBLE))
    desk.key("share_identity", SPACE)
    assert "数据共享取得" in desk.said
    assert "缺2项" in desk.button
    assert not desk.find("material_identity").isChecked()
    desk.key("ground", Qt.Key.Key_F8)
    assert desk.find("share_identity").isChecked()
    desk.key("with_agent", SPACE)
    assert desk.view.findChild(QCheckBox, "material_agent_identity") is not None
    assert desk.view.findChild(QCheckBox, "share_agent_identity") is None


def test_tab_leads_from_the_ground_through_materials_and_photo_to_the_button(
    open_desk: OpenDesk, person: Person
) -> None:
    desk = open_desk(person(ELIGIBLE))
    seen = [desk.focus()]
    for _ in range(12):
        QTest.keyClick(desk.view.focusWidget(), Qt.Key.Key_Tab)
        seen.append(desk.focus())
    assert seen == [
        "ground_employment", "material_identity", "share_identity", "material_photo", "share_photo",
        "material_employment_proof", "share_employment_proof", "all_present", "photo", "choose_photo",
        "with_agent", "remark", "apply_for_permit",
    ]  # fmt: skip


def test_enter_twice_makes_one_case(
    open_desk: OpenDesk, person: Person, counter: Counter, actor: Actor
) -> None:
    desk = open_desk(person(ELIGIBLE))
    desk.submit()
    desk.submit()
    assert len(desk.papers) == 1
    assert len(states(counter, person(ELIGIBLE), actor)) == 1


def test_every_button_and_input_has_a_name_for_those_who_cannot_see_it(
    open_desk: OpenDesk, person: Person
) -> None:
    desk = open_desk(person(ELIGIBLE))
    for kind in (QPushButton, QCheckBox, QLineEdit):
        for widget in desk.view.findChildren(kind):
            assert widget.accessibleName(), widget.objectName()


def test_the_view_built_anew_shows_everything_as_it_was(
    open_desk: OpenDesk, person: Person, picture: Path
) -> None:
    desk = open_desk(person(ELIGIBLE))
    choose_photo(desk, picture)
    desk.key("share_identity", SPACE)
    desk.key("with_agent", SPACE)
    desk.type("agent_phone", "1390000")
    screen = Screen(desk.presenter, ApplicationView)
    screen._view = desk.view
    rebuilt = screen.rebuild()
    desk.qtbot.addWidget(rebuilt)
    rebuilt.show()
    finish_building(rebuilt)
    again = type(desk)(desk.qtbot, desk.presenter, rebuilt)
    again.qtbot.waitUntil(again.find("remark").isVisible)
    assert again.find("share_identity").isChecked()
    assert again.find("agent_phone").text() == "1390000"
    assert again.find("agent_phone").isVisible()
    assert again.focus() == "agent_phone"
    assert again.find("remove_photo").isEnabled()


def test_a_disk_that_fails_says_so_and_keeps_the_form(
    open_desk: OpenDesk, person: Person, counter: Counter, actor: Actor
) -> None:
    desk = open_desk(person(ELIGIBLE))
    desk.type("remark", "留着")
    counter.office.database.link._cursor.execute("PRAGMA query_only = ON")
    desk.submit("remark")
    assert desk.find("apply_for_permit").isEnabled()
    assert desk.find("remark").toPlainText() == "留着"
    assert desk.find("application_line").isVisible()
    counter.office.database.link._cursor.execute("PRAGMA query_only = OFF")
    desk.submit("remark")
    assert states(counter, person(ELIGIBLE), actor) == [CaseState.AWAITING_MATERIALS]


def test_with_real_workers_what_was_on_the_screen_is_what_is_handed_in(
    qtbot: QtBot, open_desk: OpenDesk, counter: Counter, actor: Actor, person: Person, picture: Path
) -> None:
    runner = Background()
    desk = open_desk(person(ELIGIBLE), runner=runner)
    qtbot.waitUntil(lambda: desk.presenter.outcome is not None)
    desk.key("ground", Qt.Key.Key_F8)
    desk.key("ground", "3")
    desk.submit()  # the law has not answered for this ground: nothing may happen that was not on the screen
    assert not desk.papers
    qtbot.waitUntil(lambda: "就读证明" in desk.outcome)
    assert not desk.papers
    desk.key("ground", Qt.Key.Key_F8)
    desk.type("photo", str(picture))
    desk.key("photo", ENTER)
    qtbot.waitUntil(lambda: desk.button.startswith("受理"))
    desk.key("photo_crop", Qt.Key.Key_Left)
    desk.submit("photo_crop")
    desk.submit("photo_crop")
    qtbot.waitUntil(lambda: bool(desk.papers))
    runner.close()
    assert len(desk.papers) == 1
    assert states(counter, person(ELIGIBLE), actor) == [CaseState.ACCEPTED]
