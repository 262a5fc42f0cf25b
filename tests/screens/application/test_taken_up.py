"""What was left is taken up as it stood; what stands in the way is told with the way on."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.codes import CaseState
from desktop.services import registration_records
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.kit.drafting import read_draft
from tests.screens.application.applying import (
    ACCEPTED,
    ELIGIBLE,
    SPACE,
    OpenDesk,
    Person,
    choose_photo,
    states,
)


def test_a_resumed_application_is_as_it_was_left_and_begins_at_what_was_missing(
    open_desk: OpenDesk, person: Person, counter: Counter, actor: Actor, picture: Path
) -> None:
    first = open_desk(person(ELIGIBLE))
    first.key("ground", "1")
    choose_photo(first, picture)
    first.key("material_identity", SPACE)
    first.type("remark", "下周补交")
    first.submit("remark")
    [waiting] = first.papers
    again = open_desk(None, resumes=waiting)
    assert again.presenter.photo.photo == first.presenter.photo.photo
    assert again.find("material_identity").isChecked()
    assert again.find("remark").toPlainText() == "下周补交"
    assert again.focus() == "material_employment_proof"
    QTest.keyClick(again.view.focusWidget(), SPACE)
    assert again.button.startswith("受理")
    again.submit("remark")
    assert sorted(states(counter, person(ELIGIBLE), actor)) == [CaseState.ACCEPTED, CaseState.RESUMED]
    third = open_desk(person(ELIGIBLE), resumes=waiting)
    assert not third.find("apply_for_permit").isEnabled()
    assert "已补齐转新件" in third.said


def test_a_draft_comes_back_with_photo_ticks_agent_and_focus(
    open_desk: OpenDesk, person: Person, counter: Counter, actor: Actor, picture: Path
) -> None:
    desk = open_desk(person(ELIGIBLE))
    desk.key("ground", "2")
    choose_photo(desk, picture)
    desk.key("material_dwelling_proof", SPACE)
    desk.key("share_identity", SPACE)
    desk.key("with_agent", SPACE)
    desk.type("agent_name", "解大")
    desk.qtbot.waitUntil(lambda: any("解大" in row.payload for row in counter.drafts.open(actor)))
    [row] = counter.drafts.open(actor)
    assert (row.form, row.subject) == ("application", f"申领居住证 · {ELIGIBLE}")
    kept = read_draft(row)
    assert (kept.state["person_id"], kept.state["resumes"]) == (person(ELIGIBLE), None)
    assert len(row.payload) < 60_000
    again = open_desk(person(ELIGIBLE), kept=kept)
    assert again.presenter.photo.photo == desk.presenter.photo.photo
    assert again.find("ground_dwelling").isChecked()
    assert again.find("material_dwelling_proof").isChecked()
    assert again.find("share_identity").isChecked()
    assert again.find("agent_name").text() == "解大"
    assert again.find("agent_name").isVisible()
    assert again.focus() == "agent_name"
    again.key("with_agent", SPACE)
    again.submit("remark")
    assert states(counter, person(ELIGIBLE), actor) == [CaseState.ACCEPTED]
    assert counter.drafts.open(actor) == ()


def test_a_draft_left_on_a_material_comes_back_to_it(
    open_desk: OpenDesk, person: Person, counter: Counter, actor: Actor
) -> None:
    desk = open_desk(person(ELIGIBLE))
    desk.key("material_employment_proof", SPACE)
    [row] = counter.drafts.open(actor)
    assert open_desk(person(ELIGIBLE), kept=read_draft(row)).focus() == "material_employment_proof"


def test_leaving_keeps_what_was_typed_a_moment_ago_and_merely_looking_keeps_nothing(
    open_desk: OpenDesk, person: Person, counter: Counter, actor: Actor
) -> None:
    desk = open_desk(person(ELIGIBLE))
    assert desk.presenter.done_with()
    assert desk.presenter.leave()
    assert counter.drafts.open(actor) == ()
    desk = open_desk(person(ELIGIBLE))
    desk.type("remark", "明天再来")
    assert not desk.presenter.done_with()
    assert desk.presenter.leave()
    [row] = counter.drafts.open(actor)
    assert "明天再来" in json.dumps(json.loads(row.payload), ensure_ascii=False)


def test_a_draft_that_cannot_be_read_opens_an_empty_form(open_desk: OpenDesk, person: Person) -> None:
    from desktop.ui.kit.drafting import Kept

    desk = open_desk(person(ELIGIBLE), kept=Kept("lost", {}, {"photo": "%%%"}))
    assert "缺3项" in desk.button
    desk = open_desk(person(ELIGIBLE), kept=Kept("lost", {}, {"photo": "aGVsbG8="}))
    assert desk.presenter.photo.photo is None


def test_somebody_no_longer_registered_is_told_so_with_the_way_on_and_may_still_ask_for_a_decision(
    open_desk: OpenDesk, child: int, counter: Counter, actor: Actor
) -> None:
    with counter.office.database.write() as link:
        row, at = registration_records.open_of(link, child), counter.office.clock.now()
        yesterday = counter.office.today() - timedelta(days=1)
        registration_records.end_span(counter.office, link, actor, row, yesterday, "left", at)
    desk = open_desk(child)
    assert "还没有居住登记。先办理居住登记" in desk.said
    assert not desk.find("apply_for_permit").isEnabled()
    assert "请先选择申领条件" in desk.outcome
    desk.key("ground", Qt.Key.Key_F6)
    assert desk.registers == [child]
    desk.key("ground", "2")
    assert desk.button.startswith("不予受理")


def test_coming_back_from_the_registration_asks_the_law_again(
    open_desk: OpenDesk, child: int, counter: Counter, actor: Actor
) -> None:
    desk = open_desk(child)
    desk.key("ground", "2")
    assert "缺3项" in desk.button
    with counter.office.database.write() as link:
        row, at = registration_records.open_of(link, child), counter.office.clock.now()
        yesterday = counter.office.today() - timedelta(days=1)
        registration_records.end_span(counter.office, link, actor, row, yesterday, "left", at)
    desk.presenter.refresh()
    assert "还没有居住登记" in desk.said
    assert desk.button.startswith("不予受理")


def test_an_application_already_accepted_cannot_be_made_again_and_leads_to_it(
    open_desk: OpenDesk, person: Person
) -> None:
    desk = open_desk(person(ACCEPTED))
    assert "一人一证" in desk.said
    assert not desk.find("apply_for_permit").isEnabled()
    assert desk.focus() == "open_case"
    QTest.keyClick(desk.view.focusWidget(), SPACE)
    assert len(desk.cases) == 1


def test_an_application_that_waits_for_materials_is_the_one_to_go_on_with(
    open_desk: OpenDesk, person: Person
) -> None:
    first = open_desk(person(ELIGIBLE))
    first.submit()
    desk = open_desk(person(ELIGIBLE))
    assert "待补材料" in desk.said
    desk.key("ground", Qt.Key.Key_F10)
    assert desk.resumes == first.papers
