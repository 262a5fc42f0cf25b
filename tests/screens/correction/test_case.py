"""The page of a correction: old and new side by side, decided by somebody else, told who and when."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.domain.codes import CaseState
from desktop.services import people_records
from desktop.services.counter import Counter
from desktop.services.person_versions import FIELDS
from desktop.services.rows import Actor, PersonRow

CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_officer_sees_both_and_who_and_why_and_approves_with_one_key(
    case: Any, propose: Any, counter: Counter, actor: Actor, person: PersonRow, qtbot: QtBot
) -> None:
    found = propose()
    hand = case(found)
    notices: list[str] = []
    hand.presenter.notice.connect(notices.append)
    assert hand.changes == [("姓名", person.name, "蒋小岚")]
    qtbot.waitUntil(lambda: actor.name in hand.words())
    words = hand.words()
    for said in (actor.name, "录入错误", "居民身份证", "窗口 2", "等待另一名民警审核", "2026-11-20"):
        assert said in words, said
    assert "将标明“已被更正取代”" in hand.effect
    hand.key(Qt.Key.Key_Return, CTRL)
    assert counter.people.person(person.person_id).name == "蒋小岚"
    assert "蒋晓岚的更正已同意" in notices[0]
    assert "同意更正，登记的内容已经更新" in hand.find("correction_standing").words()
    assert not hand.find("approve_correction").isEnabled()


def test_who_proposed_it_cannot_decide_and_is_told_why(case: Any, propose: Any, officer: Actor) -> None:
    hand = case(propose(by=officer))
    key = hand.find("approve_correction")
    assert not key.isEnabled()
    assert "受理人和审核人不能是同一人" in key.toolTip()
    assert "受理人和审核人不能是同一人" in hand.says("why_not")
    hand.key(Qt.Key.Key_Return, CTRL).key(Qt.Key.Key_F7)
    assert hand.presenter.page.correction.case.state is CaseState.ACCEPTED


def test_a_clerk_sees_it_and_is_told_that_an_officer_decides(case: Any, propose: Any, actor: Actor) -> None:
    hand = case(propose(), actor)
    assert "没有“审核签发”的权限" in hand.says("why_not")
    assert "等待另一名民警审核" in hand.find("correction_standing").words()


def test_refusing_asks_why_and_nothing_changes(
    case: Any, propose: Any, counter: Counter, person: PersonRow
) -> None:
    hand = case(propose())
    hand.key(Qt.Key.Key_F7)
    sheet = hand.view._sheet
    reason = sheet.findChild(QPlainTextEdit, "reason")
    sheet._hand_in()
    assert "请填写这一项" in sheet._reason.problem
    reason.setPlainText("户口簿看不清")
    sheet._hand_in()
    assert hand.presenter.page.correction.case.state is CaseState.DENIED
    assert "不予更正：户口簿看不清" in hand.find("correction_standing").words()
    assert counter.people.person(person.person_id) == person


def test_decided_at_two_counters_the_second_is_told_who_and_when(
    case: Any, propose: Any, counter: Counter, officer: Actor
) -> None:
    found = propose()
    hand = case(found)
    counter.corrections.refuse(officer, "elsewhere", found.case.case_id, found.case.version, "户口簿看不清")
    hand.key(Qt.Key.Key_Return, CTRL)
    told = hand.find("correction_line").words()
    assert f"已由{officer.name}于2026-11-20" in told
    assert "现在是“不予签发”" in told
    assert not hand.find("approve_correction").isEnabled()


def test_a_change_of_the_same_field_meanwhile_only_lets_it_be_refused(
    case: Any, propose: Any, counter: Counter, actor: Actor, person: PersonRow
) -> None:
    found = propose(phone="13900009999")
    with counter.office.database.write() as link:
        row = people_records.by_id(link, person.person_id)
        values = {name: getattr(row, name) for name in FIELDS}
        at = counter.office.clock.now()
        people_records.store(counter.office, link, actor, row, {**values, "phone": "13900008888"}, at)
    hand = case(found)
    assert "又有变动" in hand.says("why_not")
    assert not hand.find("approve_correction").isEnabled()
    assert hand.find("deny_correction").isEnabled()


def test_ctrl_o_leads_to_the_person(case: Any, propose: Any, person: PersonRow) -> None:
    hand = case(propose())
    people: list[int] = []
    hand.presenter.open_person.connect(people.append)
    hand.key(Qt.Key.Key_O, CTRL)
    assert people == [person.person_id]
