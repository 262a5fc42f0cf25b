"""A permit at the keyboard: seen, endorsed, lost and found, replaced, cancelled, left with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.domain.codes import CancelReason, CaseKind, CaseState
from desktop.domain.permit_life import PermitState
from desktop.services.counter import Counter
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.kit.case_words import grouped
from desktop.ui.kit.stages import finish_building
from desktop.ui.screens.desk.presenter import DeskPresenter
from desktop.ui.screens.permit.deed import DeedPresenter
from desktop.ui.screens.permit.deed_view import DeedView
from desktop.ui.screens.permit.deeds.base import Wanted
from desktop.ui.screens.person.presenter import PersonPresenter

See = Callable[..., Any]
Go = Callable[[date], None]
CTRL = Qt.KeyboardModifier.ControlModifier


def now(counter: Counter, actor: Actor, permit: PermitRow) -> PermitRow:
    return counter.permits.page(actor, permit.permit_id).permit


def hand_in(seen: Any) -> None:
    QTest.keyClick(seen.view.focusWidget(), Qt.Key.Key_Return, CTRL)
    seen.qtbot.rest()


def test_the_page_says_how_it_stands_and_what_can_be_done(permit: PermitRow, go: Go, see: See) -> None:
    go(date(2024, 10, 18))
    seen = see(permit.permit_id)
    assert seen.find("permit_state").text() == "✓ 有效"
    assert seen.find("permit_term").text() == "还剩 33 天（23 个工作日）"
    said = seen.words()
    for words in ("2023-11-20", "2024-10-20", "2024-11-20", "T0000000000001", "就业"):
        assert words in said, words
    assert "还没有到签注期：2024-10-20起可以签注" in seen.find("endorse_why_not").text()
    assert not seen.find("endorse").isEnabled()
    assert seen.find("replace_damaged").isEnabled()
    assert not seen.find("found_again").isVisible()
    assert seen.find("permit_steps").model().rowCount() == 2
    QTest.keyClick(seen.view, Qt.Key.Key_F6)
    assert seen.deeds == []


def test_scanned_and_endorsed_in_six_keys(
    permit: PermitRow, go: Go, see: See, counter: Counter, actor: Actor, inline: Inline
) -> None:
    go(date(2024, 11, 1))
    desk = DeskPresenter(counter, actor, inline)
    led: list[int] = []
    desk.permit.connect(led.append)
    desk.enter(permit.permit_number)  # the scanner's Enter
    assert led == [permit.permit_id]
    page = see(permit.permit_id)
    assert "正在签注期" in page.find("permit_term").text()
    QTest.keyClick(page.view, Qt.Key.Key_F6)
    assert page.deeds == [Wanted("endorse", permit.permit_id)]
    sheet = see(page.deeds[0])
    assert sheet.view.focusWidget().objectName() == "proof"
    assert not sheet.find("endorse").isEnabled()
    QTest.keyClick(sheet.view.focusWidget(), Qt.Key.Key_Space)
    hand_in(sheet)  # at once: what was ticked is judged with it
    after = now(counter, actor, permit)
    assert after.endorsed_on == date(2024, 11, 1)
    assert after.due_on == date(2025, 11, 20)
    assert sheet.closed == [True]
    [case] = sheet.papers
    assert counter.day.case(case).kind is CaseKind.ENDORSEMENT
    assert sheet.notices == ["已签注，签注有效至2025-11-20。"]


def test_without_proof_nothing_is_endorsed_and_the_sheet_says_why(
    permit: PermitRow, go: Go, see: See, counter: Counter, actor: Actor
) -> None:
    go(date(2024, 11, 1))
    sheet = see(Wanted("endorse", permit.permit_id))
    hand_in(sheet)
    assert now(counter, actor, permit).endorsed_on is None
    assert "三项证明之一" in sheet.words()
    QTest.keyClick(sheet.find("proof"), Qt.Key.Key_Space)
    sheet.settle()
    assert "下一签注期2025-10-20至2025-11-20" in sheet.find("outcome").text()
    assert sheet.find("endorse").isEnabled()


def test_a_suspended_permit_is_restored_by_a_late_endorsement(
    permit: PermitRow, go: Go, see: See, counter: Counter, actor: Actor
) -> None:
    go(date(2024, 12, 2))
    assert counter.permits.suspend_overdue(actor, date(2024, 12, 2)) >= 1
    page = see(permit.permit_id)
    assert page.find("permit_state").text() == "‖ 使用功能中止"
    assert page.find("permit_term").text().startswith("✗ 已逾期 12 天")
    assert page.find("endorse").text().startswith("补办签注")
    QTest.keyClick(page.view, Qt.Key.Key_F6)
    sheet = see(page.deeds[0])
    QTest.keyClick(sheet.find("proof"), Qt.Key.Key_Space)
    sheet.settle()
    assert "恢复使用功能" in sheet.find("outcome").text()
    hand_in(sheet)
    assert now(counter, actor, permit).state is PermitState.VALID
    assert now(counter, actor, permit).years_from == date(2024, 12, 2)


def test_lost_and_found(permit: PermitRow, see: See, counter: Counter, actor: Actor) -> None:
    sheet = see(Wanted("declare_lost", permit.permit_id))
    sheet.view._form.field("note").set_value("在车上丢失")
    sheet.settle()
    hand_in(sheet)
    assert now(counter, actor, permit).state is PermitState.LOST
    assert (sheet.papers, sheet.closed) == ([], [True])
    page = see(permit.permit_id)
    assert page.find("permit_state").text() == "? 已挂失"
    assert page.find("found_again").isVisible()
    assert not page.find("declare_lost").isVisible()
    assert "先撤销挂失" in page.find("replace_damaged_why_not").text()
    QTest.keyClick(page.view, Qt.Key.Key_F, CTRL)
    found = see(page.deeds[0])
    hand_in(found)
    assert now(counter, actor, permit).state is PermitState.VALID


@pytest.mark.parametrize(
    ("name", "kind", "state"),
    [
        ("replace_lost", CaseKind.REPLACE_LOST, PermitState.LOST),
        ("replace_damaged", CaseKind.REPLACE_DAMAGED, PermitState.VALID),
        ("replace_changed", CaseKind.REPLACE_CHANGED, PermitState.VALID),
    ],
)
def test_a_new_card_with_the_photo_kept(
    permit: PermitRow,
    see: See,
    counter: Counter,
    actor: Actor,
    name: str,
    kind: CaseKind,
    state: PermitState,
) -> None:
    sheet = see(Wanted(name, permit.permit_id))
    assert not sheet.find("kept_photo").pixmap().isNull()
    assert sheet.find("keep_photo").isChecked()
    assert "还缺：" in sheet.find("outcome").text()
    assert not sheet.find(name).isEnabled()
    for box in [each for each in sheet.view._form.names() if each.startswith("material_")]:
        QTest.keyClick(sheet.find(box), Qt.Key.Key_Space)
    sheet.settle()
    assert "制证" in sheet.find("outcome").text()
    hand_in(sheet)
    [case_id] = sheet.papers
    assert counter.day.case(case_id).kind is kind
    assert counter.day.case(case_id).state is CaseState.ACCEPTED
    assert now(counter, actor, permit).state is state
    page = see(permit.permit_id)
    assert "正在换补新证" in page.words()
    assert "一张居住证只能有一件换补" in page.find("replace_lost_why_not").text()


def test_a_photo_that_is_none_is_told_at_its_field(permit: PermitRow, see: See) -> None:
    sheet = see(Wanted("replace_lost", permit.permit_id))
    for box in [each for each in sheet.view._form.names() if each.startswith("material_")]:
        QTest.keyClick(sheet.find(box), Qt.Key.Key_Space)
    QTest.keyClicks(sheet.find("photo"), "/nowhere/photo.jpg")
    sheet.settle()
    hand_in(sheet)
    assert sheet.papers == []
    assert sheet.view._form.field("photo").problem


def test_cancelled_with_its_reason_and_card(
    permit: PermitRow, see: See, counter: Counter, actor: Actor
) -> None:
    sheet = see(Wanted("cancel_permit", permit.permit_id))
    reasons = [sheet.find("reason").itemData(at) for at in range(sheet.find("reason").count())]
    assert reasons == [
        CancelReason.NOT_ELIGIBLE,
        CancelReason.OWN_WISH,
    ]  # the others end the registration too
    assert "请选择注销原因" in sheet.find("outcome").text()
    QTest.keyClick(sheet.find("reason"), Qt.Key.Key_2)
    QTest.keyClick(sheet.find("card"), Qt.Key.Key_1)
    sheet.settle()
    hand_in(sheet)
    after = now(counter, actor, permit)
    assert (after.state, after.end_reason) == (PermitState.CANCELLED, CancelReason.OWN_WISH.value)
    assert len(sheet.papers) == 1
    page = see(permit.permit_id)
    assert page.find("permit_state").text() == "✗ 已注销"
    assert not page.find("cancel_permit").isEnabled()


def test_leaving_ends_both_in_one_sheet_told_before(
    permit: PermitRow, go: Go, see: See, counter: Counter, actor: Actor, inline: Inline
) -> None:
    go(date(2024, 3, 4))
    person = PersonPresenter(counter, actor, inline, permit.person_id)
    led: list[int] = []
    person.leaving.connect(led.append)
    person.leave_residence()
    assert led == [permit.person_id]
    sheet = see(Wanted("leave_residence", permit.person_id))
    told = sheet.words()
    assert "居住登记终止：" in told
    assert "一并撤回" not in told  # nothing is under way
    assert grouped(permit.permit_number) in told
    assert "请选择证件的去向" in sheet.find("outcome").text()
    QTest.keyClick(sheet.find("card"), Qt.Key.Key_2)
    sheet.view._form.field("to_place").set_value("和平路2号")
    sheet.settle()
    hand_in(sheet)
    assert now(counter, actor, permit).end_reason == CancelReason.LEFT.value
    page = counter.people.page(actor, permit.person_id)
    assert all(row.until is not None for row in page.registrations)
    assert len(sheet.papers) == 1


def test_a_day_that_cannot_be_is_told_at_its_field(permit: PermitRow, see: See) -> None:
    sheet = see(Wanted("leave_residence", permit.person_id))
    sheet.find("left_on").clear()
    QTest.keyClicks(sheet.find("left_on"), "20990101")
    QTest.keyClick(sheet.find("card"), Qt.Key.Key_1)
    sheet.settle()
    assert "不能晚于今天" in sheet.words()
    hand_in(sheet)
    assert sheet.papers == []


def test_the_person_leads_to_the_permit(
    permit: PermitRow, counter: Counter, actor: Actor, inline: Inline
) -> None:
    person = PersonPresenter(counter, actor, inline, permit.person_id)
    led: list[int] = []
    person.permit.connect(led.append)
    person.open_permit()
    assert led == [permit.permit_id]


def test_a_permit_of_elsewhere_is_a_sentence(counter: Counter, actor: Actor, inline: Inline) -> None:
    desk = DeskPresenter(counter, actor, inline)
    led: list[int] = []
    desk.permit.connect(led.append)
    desk.enter("31" + "3702020062026112001001")
    assert led == []
    assert desk.answer is not None
    assert "可能是其他派出所" in str(desk.answer.problem)


def test_a_permit_that_is_not_there_says_so(see: See) -> None:
    seen = see(4711)
    assert "没有这张居住证的记录" in seen.find("permit_missing").words()


def test_the_head_stands_over_the_fields_however_soon_it_is_known_what_is_asked(
    permit: PermitRow, qtbot: Any, look: Any, counter: Counter, actor: Actor, inline: Inline
) -> None:
    deed = DeedPresenter(counter, actor, inline, Wanted("replace_damaged", permit.permit_id))
    view = DeedView(deed)
    qtbot.addWidget(view)
    deed.loaded.emit()  # the answer came before the view's first stage
    finish_building(view)
    view.resize(1340, 800)
    view.show()
    qtbot.waitUntil(lambda: view._whole)
    finish_building(view)

    def top(name: str) -> int:
        found = view.findChild(QWidget, name)
        assert found is not None, name
        return found.mapTo(view, QPoint(0, 0)).y()

    assert top("deed_title") < top("material_identity") < top("deed_told")


def test_a_card_at_its_end_tells_its_end_and_no_term(permit: PermitRow) -> None:
    from types import SimpleNamespace

    from desktop.domain.endorsement import EndorsementState
    from desktop.ui.screens.permit.words import by_words, facts

    standing = SimpleNamespace(
        years_from=date(2023, 11, 20),
        endorsement=EndorsementState.NOT_YET,
        opens_on=date(2024, 10, 20),
        due_on=date(2024, 11, 20),
        valid_until=None,
        renewal_opens=None,
    )

    def told(**changed: Any) -> dict[str, str]:
        page: Any = SimpleNamespace(permit=replace(permit, **changed), standing=standing)
        return dict(facts(page))

    assert told()["签注有效至"] == "2024-11-20"
    replaced = told(state=PermitState.REPLACED, end_reason="returned")
    assert replaced["旧证去向"] == "收回旧证"
    cancelled = told(state=PermitState.CANCELLED, end_reason=CancelReason.LEFT.value)
    assert cancelled["注销原因"] == "离开居住地"
    assert not {"签注有效至", "签注期开始"} & {*replaced, *cancelled}
    step: Any = SimpleNamespace(event="suspend", staff_name="测试", counter_number=1)
    assert by_words(step) == "按规定自动办理"
