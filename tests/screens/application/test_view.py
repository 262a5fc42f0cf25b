"""An application by keyboard: accepted, told what is missing, refused, resumed, and never lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.codes import CaseState
from desktop.services import registration_records
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.kit.background import Background
from desktop.ui.kit.case_words import grouped
from desktop.ui.kit.drafting import read_draft
from desktop.ui.kit.screen import Screen
from desktop.ui.kit.stages import finish_building
from desktop.ui.screens.application.view import ApplicationView

Desk = Any  # conftest's; test files import nothing from each other
OpenDesk = Callable[..., Desk]

Person = Callable[[str], int]
ELIGIBLE, TOO_EARLY, ACCEPTED = "解明月", "孙念慈", "单雨桐"
ENTER, SPACE, CONTROL = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier


def choose_photo(desk: Desk, picture: Path) -> None:
    desk.type("photo", str(picture))
    desk.key("photo", ENTER)


def states(counter: Counter, person_id: int, actor: Actor) -> list[CaseState]:
    page = counter.people.page(actor, person_id)
    return [case.state for case in page.cases if case.kind == "permit_application"]


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


# -- the photo -------------------------------------------------------------------------------------


def test_the_photo_is_exactly_358_by_441_at_350_dpi_and_is_stored_with_the_case(
    open_desk: OpenDesk, person: Person, counter: Counter, picture: Path
) -> None:
    desk = open_desk(person(ELIGIBLE))
    choose_photo(desk, picture)
    assert desk.find("material_photo").isChecked()
    desk.submit("remark")
    photo = counter.applications.resume(desk.papers[0]).photo
    assert photo is not None
    read = Image.open(BytesIO(photo))
    assert (read.size, read.format, read.info["dpi"]) == ((358, 441), "JPEG", (350, 350))


def test_the_arrows_and_the_signs_frame_the_photo(open_desk: OpenDesk, person: Person, picture: Path) -> None:
    desk = open_desk(person(ELIGIBLE))
    choose_photo(desk, picture)
    for _ in range(20):
        desk.key("photo_crop", Qt.Key.Key_Left)
    photo = desk.presenter.photo
    assert photo.crop.left == 0
    assert Image.open(BytesIO(photo.photo or b"")).getpixel((200, 220))[0] < 60
    before = photo.crop.width
    desk.key("photo_crop", "+")
    assert photo.crop.width < before
    desk.key("photo_crop", "-")
    desk.key("photo_crop", "-")
    assert photo.crop.height == pytest.approx(1.0)
    desk.key("photo_crop", ENTER)
    assert desk.focus() == "remove_photo"


def test_the_mouse_carries_the_frame(open_desk: OpenDesk, person: Person, picture: Path) -> None:
    desk = open_desk(person(ELIGIBLE))
    choose_photo(desk, picture)
    crop, before = desk.find("photo_crop"), desk.presenter.photo.crop.left
    middle = crop.rect().center()
    QTest.mousePress(crop, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(crop, middle + middle / 4)
    QTest.mouseRelease(crop, Qt.MouseButton.LeftButton, pos=middle + middle / 4)
    assert desk.presenter.photo.crop.left > before


def test_a_bad_file_gives_a_sentence_and_keeps_the_photo_before(
    open_desk: OpenDesk, person: Person, picture: Path, tmp_path: Path
) -> None:
    desk = open_desk(person(ELIGIBLE))
    choose_photo(desk, picture)
    before = desk.presenter.photo.photo
    (tmp_path / "notes.txt").write_text("no picture")
    line = desk.find("photo")
    assert isinstance(line, QLineEdit)
    line.selectAll()
    choose_photo(desk, tmp_path / "notes.txt")
    assert "不是可用的照片" in desk.said
    assert desk.presenter.photo.photo == before
    assert line.text() == str(tmp_path / "notes.txt")
    line.selectAll()
    choose_photo(desk, tmp_path / "gone.jpg")
    assert "没有这个照片文件" in desk.said


def test_a_picture_file_can_be_dropped(open_desk: OpenDesk, person: Person, picture: Path) -> None:
    desk = open_desk(person(ELIGIBLE))
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(picture))])
    card = desk.view._photo
    card.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            files,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert desk.presenter.photo.photo is not None


def test_a_photo_typed_but_not_opened_yet_is_not_told_as_missing(
    open_desk: OpenDesk, person: Person, counter: Counter, actor: Actor, picture: Path
) -> None:
    desk = open_desk(person(ELIGIBLE))
    desk.key("ground", Qt.Key.Key_F8)
    desk.type("photo", f'"{picture}"')
    desk.submit("photo")
    assert states(counter, person(ELIGIBLE), actor) == [CaseState.ACCEPTED]


def test_the_photo_row_leads_to_the_photo(open_desk: OpenDesk, person: Person) -> None:
    desk = open_desk(person(ELIGIBLE))
    desk.key("material_photo", SPACE)
    assert desk.focus() == "photo"
    assert not desk.find("material_photo").isChecked()


def test_a_key_opens_the_programs_own_file_dialog(open_desk: OpenDesk, person: Person, picture: Path) -> None:
    desk = open_desk(person(ELIGIBLE))
    desk.key("ground", Qt.Key.Key_F7)
    [dialog] = desk.view.window().findChildren(QFileDialog)
    dialog.fileSelected.emit(str(picture))
    dialog.close()
    assert desk.presenter.photo.photo is not None
    assert desk.find("photo").text() == str(picture)
    desk.key("remove_photo", SPACE)
    assert desk.presenter.photo.photo is None
    assert desk.find("photo").text() == ""


# -- the agent -------------------------------------------------------------------------------------


def test_a_child_is_told_of_an_agent_and_the_guardian_applies(
    open_desk: OpenDesk, child: int, counter: Counter, actor: Actor, picture: Path
) -> None:
    desk = open_desk(child)
    desk.key("ground", "2")
    assert "可以由监护人、近亲属代为申领" in desk.said
    desk.key("with_agent", SPACE)
    desk.type("agent_name", "申大树")
    desk.type("agent_id_number", "11010519491231002x")
    desk.key("agent_relation", "m")
    desk.key("agent_relation", "f")
    assert desk.find("agent_reason").currentData() == "minor"
    desk.key("ground", Qt.Key.Key_F8)
    choose_photo(desk, picture)
    assert desk.button.startswith("受理")
    desk.submit("agent_name")
    assert states(counter, child, actor) == [CaseState.ACCEPTED]


def test_an_agent_for_an_able_adult_is_refused_by_the_law_not_by_the_form(
    open_desk: OpenDesk, person: Person
) -> None:
    desk = open_desk(person(ELIGIBLE))
    desk.key("with_agent", SPACE)
    assert "缺4项" in desk.button
    desk.key("agent_reason", "m")
    assert desk.button.startswith("不予受理")
    desk.key("with_agent", SPACE)
    assert "缺3项" in desk.button


def test_an_agent_ticked_must_be_filled_in_and_is_not_the_applicant(
    open_desk: OpenDesk, person: Person, counter: Counter, actor: Actor
) -> None:
    desk = open_desk(person(ELIGIBLE))
    desk.key("with_agent", SPACE)
    desk.submit("ground")
    assert desk.focus() == "agent_name"
    assert states(counter, person(ELIGIBLE), actor) == []
    desk.type("agent_name", "王")
    desk.type("agent_id_number", counter.people.person(person(ELIGIBLE)).id_number)
    desk.key("agent_relation", "s")
    desk.key("agent_reason", "e")
    desk.submit("ground")
    assert desk.focus() == "agent_id_number"
    assert "另一个人" in desk.said
    assert desk.find("agent_name").text() == "王"


def test_the_agents_card_is_scanned_into_the_form_only_while_it_lacks_the_number(
    open_desk: OpenDesk, person: Person
) -> None:
    desk = open_desk(person(ELIGIBLE))
    assert not desk.presenter.scan("11010519491231002X")
    desk.key("with_agent", SPACE)
    assert desk.presenter.scan("11010519491231002X")
    assert desk.find("agent_id_number").text() == "11010519491231002X"
    assert not desk.presenter.scan("11010519491231002X")


# -- resuming, drafts, obstacles -------------------------------------------------------------------


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
    assert open_desk(person(ELIGIBLE)).presenter.leave()
    assert counter.drafts.open(actor) == ()
    desk = open_desk(person(ELIGIBLE))
    desk.type("remark", "明天再来")
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
