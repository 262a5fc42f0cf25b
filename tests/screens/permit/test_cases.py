"""What was sent back is handed in again at the counter, and what is not wanted any more is taken back."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.codes import CaseState
from desktop.services.counter import Counter
from desktop.services.rows import Actor, CaseRow
from desktop.ui.kit.background import Inline
from desktop.ui.kit.stages import finish_building
from desktop.ui.screens.desk.presenter import DeskPresenter
from desktop.ui.screens.papers.presenter import PapersPresenter
from desktop.ui.screens.papers.view import PapersView
from desktop.ui.screens.permit.deeds.base import Wanted

See = Callable[..., Any]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def officer(counter: Counter) -> Actor:
    """The officer of the practice station."""
    return counter.sign_in.sign_in("chengang", "yanlian-03", 1)


def of_state(counter: Counter, state: CaseState) -> CaseRow:
    """A sample case in a state."""
    from desktop.services.work_rows import WorkFilter

    rows = counter.work_lists.page(WorkFilter(state=state.value)).rows
    return next(row.case for row in rows)


def hand_in(seen: Any) -> None:
    QTest.keyClick(seen.view.focusWidget(), Qt.Key.Key_Return, CTRL)
    seen.qtbot.rest()


def test_sent_back_and_handed_in_again(
    counter: Counter, actor: Actor, officer: Actor, see: See, photo: bytes, tmp_path: Path
) -> None:
    case = of_state(counter, CaseState.SENT_BACK)
    seen = see(Wanted("submit_again", case.case_id))
    said = seen.words()
    assert "退回：劳动合同没有单位盖章" in said
    assert case.due_on is not None
    assert case.due_on.isoformat() in said
    assert not seen.find("submit_again").isEnabled()
    (tmp_path / "new.jpg").write_bytes(photo)
    QTest.keyClicks(seen.find("photo"), str(tmp_path / "new.jpg"))
    seen.view._form.field("brought").set_value("劳动合同已补盖公章")
    QTest.keyClicks(seen.find("brought"), "1")
    seen.settle()
    assert seen.find("submit_again").isEnabled()
    hand_in(seen)
    hand_in(seen)  # once too often
    assert seen.closed == [True]
    assert seen.notices == ["已重新提交，等待民警审核。"]
    page = counter.decisions.page(officer, case.case_id)
    assert [one.state for one in page.steps] == ["accepted", "sent_back", "accepted"]
    assert page.steps[-1].note == "劳动合同已补盖公章1"
    assert page.photo != photo  # cut to a permit's proportions, or kept as it is
    assert counter.decisions.grant(officer, str(uuid.uuid4()), case.case_id, page.case.version)


def test_a_material_ticked_off_keeps_it_at_the_counter(counter: Counter, see: See) -> None:
    case = of_state(counter, CaseState.SENT_BACK)
    seen = see(Wanted("submit_again", case.case_id))
    QTest.keyClicks(seen.find("brought"), "stamped")
    seen.find("material_identity").click()
    seen.settle()
    assert not seen.find("submit_again").isEnabled()
    assert "还缺" in seen.words()


def test_a_case_that_is_not_sent_back_is_not_handed_in(counter: Counter, see: See) -> None:
    case = of_state(counter, CaseState.ACCEPTED)
    seen = see(Wanted("submit_again", case.case_id))
    assert "已经不在等待办理" in seen.words()
    assert not seen.find("submit_again").isEnabled()


def test_withdrawn_at_the_applicants_wish(counter: Counter, see: See) -> None:
    case = of_state(counter, CaseState.ACCEPTED)
    seen = see(Wanted("withdraw_case", case.case_id))
    assert seen.find("reason").text() == "申请人要求撤回"
    hand_in(seen)
    assert seen.notices == ["已按申请人的要求撤回。"]
    assert counter.day.case(case.case_id).state is CaseState.WITHDRAWN


def test_decided_meanwhile_it_says_by_whom(counter: Counter, officer: Actor, see: See, qtbot: QtBot) -> None:
    case = of_state(counter, CaseState.ACCEPTED)
    seen = see(Wanted("withdraw_case", case.case_id))
    counter.decisions.grant(officer, str(uuid.uuid4()), case.case_id, case.version)
    hand_in(seen)
    assert seen.closed == []
    qtbot.waitUntil(lambda: officer.name in seen.find("deed_line").words())


# -- from the papers ------------------------------------------------------------------------------------


def papers_of(
    counter: Counter, actor: Actor, inline: Inline, qtbot: QtBot, case: CaseRow
) -> tuple[PapersView, list[tuple[str, int]]]:
    presenter = PapersPresenter(counter, actor, inline, case.case_id)
    wanted: list[tuple[str, int]] = []
    presenter.case_deed.connect(lambda name, about: wanted.append((name, about)))
    view = PapersView(presenter)
    qtbot.addWidget(view)
    view.resize(1340, 800)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    finish_building(view)
    return view, wanted


def named(view: QWidget, name: str) -> Any:
    found = view.findChild(QWidget, name)
    assert found is not None, name
    return found


@pytest.mark.usefixtures("look")
def test_the_papers_lead_to_both(counter: Counter, actor: Actor, inline: Inline, qtbot: QtBot) -> None:
    case = of_state(counter, CaseState.SENT_BACK)
    view, wanted = papers_of(counter, actor, inline, qtbot, case)
    assert "退回补正：劳动合同没有单位盖章" in named(view, "sent_back").words()
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_B, CTRL)
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_W, CTRL)
    assert wanted == [("submit_again", case.case_id), ("withdraw_case", case.case_id)]


@pytest.mark.usefixtures("look")
def test_a_case_that_is_over_offers_neither(
    counter: Counter, actor: Actor, inline: Inline, qtbot: QtBot
) -> None:
    [person] = counter.lookup.find(actor, "贺新凉").hits
    case = next(
        row for row in counter.people.page(actor, person.person_id).cases if row.state is CaseState.COMPLETED
    )
    view, wanted = papers_of(counter, actor, inline, qtbot, case)
    assert not named(view, "under_way").isVisible()
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_W, CTRL)
    assert wanted == []


def test_the_number_of_a_case_sent_back_leads_to_its_papers(
    counter: Counter, actor: Actor, inline: Inline, qtbot: QtBot
) -> None:
    case = of_state(counter, CaseState.SENT_BACK)
    desk = DeskPresenter(counter, actor, inline)
    with qtbot.waitSignal(desk.papers) as led:
        desk.enter(case.case_number)
    assert led.args == [case.case_id]
