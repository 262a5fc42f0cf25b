"""The decider's desk by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.codes import CaseState
from desktop.services.counter import Counter
from desktop.services.rows import Actor, CaseRow
from desktop.ui.duties import duty
from desktop.ui.kit.background import Inline
from desktop.ui.kit.dialog import GUARD
from desktop.ui.kit.text import Languages
from desktop.ui.kit.theme import Look
from desktop.ui.main_window import MainWindow
from desktop.ui.screens.decide import view
from tests.services.decisions.deciding import put_cases

CONTROL = Qt.KeyboardModifier.ControlModifier
Open = Callable[..., Any]
Take = Callable[..., CaseRow]


def sheet(qtbot: QtBot) -> QDialog:
    """The sheet that is open, once its first moment is over."""
    found = QApplication.activeModalWidget()
    assert isinstance(found, QDialog)
    qtbot.wait(GUARD + 20)
    return found


def part(sheet: QWidget, name: str) -> Any:
    """What is called so in the sheet."""
    found = sheet.findChild(QWidget, name)
    assert found is not None, name
    return found


def type_in(widget: QWidget, words: str) -> None:
    committed = QInputMethodEvent()
    committed.setCommitString(words)
    QApplication.sendEvent(widget, committed)


def test_the_queue_is_by_due_date_and_the_first_case_is_shown_whole(
    desk: Open, take: Take, clock: Any
) -> None:
    take(1)
    clock.moment += timedelta(days=3)
    take(2)
    it = desk()
    assert it.names.index("申甲乙丙"[0] + "乙") < it.names.index("申丙")
    it.presenter.open(next(row.case.case_id for row in it.presenter.rows if row.case.person_name == "申乙"))
    it.settle()
    words = it.words()
    assert it.name == "申乙"
    assert "演练 王芳" in words
    assert "✓ 符合" in words
    assert "受理时相同" in words
    assert "演练路" in words
    assert "已受理" in words
    assert "还剩" in it.find("case_left").text()
    assert not it.find("photo").pixmap().isNull()
    assert it.find("count").text().startswith(f"待审核 {len(it.names)} 件")


@pytest.mark.parametrize(("days", "said"), [(0, "还剩"), (21, "今天到期"), (40, "✗ 逾期")])
def test_how_long_there_is_to_go_is_told_in_words(
    desk: Open, take: Take, clock: Any, days: int, said: str
) -> None:
    due = take(1).due_on
    assert due is not None
    if days == 21:
        clock.moment = clock.moment.replace(year=due.year, month=due.month, day=due.day)
    else:
        clock.moment += timedelta(days=days)
    it = desk()
    place = it.names.index("申乙")
    table = it.find("queue").model()
    assert table.index(place, 1).data().startswith(said) or said in table.index(place, 1).data()


def test_control_enter_grants_and_the_next_case_is_there(
    desk: Open, take: Take, counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view, "LOOK_MS", 0)
    first, second = take(1), take(2)
    it = desk()
    it.presenter.filter("permit_application", "演练 王芳", overdue=False)
    it.presenter.open(first.case_id)
    it.settle()
    place = it.presenter.place
    it.key(Qt.Key.Key_Return, CONTROL)
    assert counter.day.case(first.case_id).state is CaseState.GRANTED
    assert "申乙 的办件已审核通过" in it.notices[-1]
    assert it.presenter.place == place
    assert it.name == "申丙"
    it.key(Qt.Key.Key_Return, CONTROL)
    assert counter.day.case(second.case_id).state is CaseState.GRANTED


def test_a_key_pressed_twice_grants_no_case_that_nobody_looked_at(
    desk: Open, take: Take, counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view, "LOOK_MS", 600_000)
    first, second = take(1), take(2)
    it = desk()
    it.presenter.open(first.case_id)
    it.settle()
    it.key(Qt.Key.Key_Return, CONTROL)
    it.key(Qt.Key.Key_Return, CONTROL)
    assert it.name == "申丙"
    assert counter.day.case(second.case_id).state is CaseState.ACCEPTED
    assert "现在是申丙的办件，还没有通过" in it.words()


def test_sending_back_asks_for_a_reason(desk: Open, take: Take, counter: Counter, qtbot: QtBot) -> None:
    case = take(1)
    it = desk()
    it.presenter.open(case.case_id)
    it.key(Qt.Key.Key_F6)
    asked = sheet(qtbot)
    QTest.keyClick(part(asked, "reason"), Qt.Key.Key_Return, CONTROL)
    assert any("请填写理由" in each.text() for each in asked.findChildren(QLabel))
    type_in(part(asked, "reason"), "相片不清晰")
    QTest.keyClick(part(asked, "reason"), Qt.Key.Key_Return, CONTROL)
    assert not asked.isVisible()
    assert counter.day.case(case.case_id).state is CaseState.SENT_BACK
    assert case.case_id not in [row.case.case_id for row in it.presenter.rows]


def test_a_denial_has_its_notice_to_print(desk: Open, take: Take, counter: Counter, qtbot: QtBot) -> None:
    case = take(1)
    it = desk()
    it.presenter.open(case.case_id)
    it.key(Qt.Key.Key_F7)
    asked = sheet(qtbot)
    type_in(part(asked, "reason"), "劳动合同不实")
    QTest.mouseClick(part(asked, "deny_case"), Qt.MouseButton.LeftButton)
    assert counter.day.case(case.case_id).state is CaseState.DENIED
    with qtbot.waitSignal(it.presenter.paper) as gone:
        it.key(Qt.Key.Key_F10)
    assert gone.args == [it.presenter.notice_paper]


def test_ones_own_case_says_why_the_buttons_are_off(desk: Open, take: Take, officer: Actor) -> None:
    case = take(1, officer)
    it = desk()
    it.presenter.open(case.case_id)
    it.settle()
    assert "受理人和审核人不能是同一人" in it.find("why_not").text()
    for name in ("grant_case", "send_back_case", "deny_case"):
        assert not it.view.findChild(QPushButton, name).isEnabled()
    it.presenter.tick(it.presenter.rows[it.presenter.place])
    assert not it.presenter.ticked


def test_a_faster_officer_is_named_and_the_queue_read_again(
    desk: Open, take: Take, counter: Counter, actor: Actor, officer: Actor
) -> None:
    case, other = take(1), take(2)
    it = desk()
    it.presenter.open(case.case_id)
    it.settle()
    from dataclasses import replace

    colleague = replace(officer, counter_number=6)
    counter.decisions.grant(colleague, "other", case.case_id, case.version)
    it.key(Qt.Key.Key_Return, CONTROL)
    told = it.find("decide_told").words()
    assert "已由演练 陈刚于2026-11-20 10:00办理" in told
    ids = [row.case.case_id for row in it.presenter.rows]
    assert case.case_id not in ids
    assert other.case_id in ids
    assert it.presenter.case is not None
    assert it.presenter.case.case_id in ids


def test_a_batch_asks_for_the_password_once_and_tells_each_outcome(
    desk: Open, take: Take, counter: Counter, qtbot: QtBot, officer: Actor
) -> None:
    cases = [take(serial) for serial in (1, 2, 3)]
    it = desk()
    it.presenter.filter("", "演练 王芳", overdue=False)
    ids = [row.case.case_id for row in it.presenter.rows]
    for case in cases:
        it.find("queue").choose(ids.index(case.case_id))
        it.key(Qt.Key.Key_Space)
    assert it.find("ticked").text() == "已选 3 件"
    counter.decisions.send_back(officer, "other", cases[1].case_id, 1, "相片不清晰")
    it.key(Qt.Key.Key_F8)
    asked = sheet(qtbot)
    password = part(asked, "password")
    QTest.keyClicks(password, "wrong")
    QTest.keyClick(password, Qt.Key.Key_Return)
    assert asked.isVisible()
    assert any("密码不对" in each.text() for each in asked.findChildren(QLabel))
    QTest.keyClicks(password, "yanlian-03")
    QTest.keyClick(password, Qt.Key.Key_Return)
    assert not asked.isVisible()
    told = QApplication.activeModalWidget()
    assert told is not None
    assert part(told, "batch_summary").text() == "通过 2 件，没有通过 1 件。"
    first = part(told, "outcomes").model().rows[0]
    assert "已由演练 陈刚于" in str(first.why_not)
    assert counter.day.case(cases[0].case_id).state is CaseState.GRANTED
    assert not {one.case_id for one in cases} & {row.case.case_id for row in it.presenter.rows}
    told.close()


def test_the_list_is_narrowed_by_kind_clerk_and_overdue(desk: Open, take: Take) -> None:
    take(1)
    it = desk()
    it.presenter.filter("replace_lost", "", overdue=False)
    assert it.find("no_case").isVisible()
    assert it.find("queue")._empty == "没有符合筛选条件的办件。"
    it.presenter.filter("", "", overdue=True)
    assert all(row.days_left is not None and row.days_left < 0 for row in it.presenter.rows)


def test_the_whole_queue_is_there_to_scroll_and_its_rows_are_read_where_they_are_seen(
    desk: Open, take: Take, counter: Counter, qtbot: QtBot
) -> None:
    put_cases(counter, take(1), 450)
    it = desk()
    every = counter.decisions.counts().cases
    queue = it.find("queue")
    assert queue.model().rowCount() == every > 450
    assert len(it.names) == 100
    it.find("queue").verticalScrollBar().setValue(every // 2)
    assert 100 < len(it.names) < every
    top = queue.model().rows[queue.verticalScrollBar().value()]
    assert top is not None
    assert queue.model().rows[-1] is None


def test_the_end_key_leads_to_the_last_case_and_home_back(
    desk: Open, take: Take, counter: Counter, qtbot: QtBot
) -> None:
    put_cases(counter, take(1), 450)
    it = desk()
    it.key(Qt.Key.Key_End)
    last = it.find("queue").model().rows[-1]
    assert last is not None
    assert it.find("queue").currentIndex().row() == len(it.presenter.queue.places.rows) - 1
    qtbot.waitUntil(lambda: it.presenter.case is not None)
    assert it.presenter.case.case_id == last.case.case_id
    assert it.presenter.place == len(it.presenter.queue.places.rows) - 1
    it.presenter.refresh()
    assert it.find("queue").currentIndex().row() == len(it.presenter.queue.places.rows) - 1
    it.key(Qt.Key.Key_Home)
    assert it.presenter.case_id == it.presenter.queue.places.rows[0].case.case_id


def test_nothing_can_be_done_while_the_row_under_the_cursor_is_not_read(
    desk: Open, take: Take, counter: Counter, officer: Actor
) -> None:
    put_cases(counter, take(1), 450)
    it = desk()
    seen = it.presenter.case_id
    it.presenter.aim(400, None)
    assert it.presenter.case is None
    assert not it.view.findChild(QPushButton, "grant_case").isEnabled()
    it.presenter.grant()
    assert not it.notices
    it.presenter.open(seen)
    assert it.presenter.case is not None


def test_all_that_are_ticked_at_once_are_two_hundred_at_most(
    desk: Open, take: Take, counter: Counter
) -> None:
    put_cases(counter, take(1), 450)
    it = desk()
    for place in (100, 200, 300):
        it.presenter.want(place, place)
    it.key(Qt.Key.Key_A, CONTROL)
    assert it.find("ticked").text() == "已选 200 件"
    it.key(Qt.Key.Key_A, CONTROL)
    assert not it.presenter.ticked


def test_where_it_is_narrow_enter_opens_the_case_and_f11_leads_back(desk: Open, take: Take) -> None:
    take(1)
    it = desk(wide=900)
    assert it.find("queue").isVisible()
    assert not it.find("case_page").isVisible()
    it.key(Qt.Key.Key_Return, CONTROL)  # not granted unseen
    assert not it.notices
    assert it.find("case_page").isVisible()
    QTest.keyClick(it.view, Qt.Key.Key_F11)
    it.key(Qt.Key.Key_Return)
    assert it.find("case_page").isVisible()
    QTest.keyClick(it.view, Qt.Key.Key_F11)
    assert it.find("queue").hasFocus()


def test_nothing_is_decided_before_the_case_under_the_cursor_is_shown(
    desk: Open, take: Take, counter: Counter, qtbot: QtBot
) -> None:
    cases = [take(1), take(2)]
    it = desk()
    it.presenter.open(cases[0].case_id)
    it.settle()
    it.find("queue").setFocus()
    assert it.names[it.presenter.place + 1] == "申丙"
    QTest.keyClick(it.find("queue"), Qt.Key.Key_Down)
    assert it.presenter.case_id == cases[1].case_id
    assert not it.view.findChild(QPushButton, "grant_case").isEnabled()
    QTest.keyClick(it.find("queue"), Qt.Key.Key_Return, CONTROL)
    assert not it.notices
    qtbot.waitUntil(lambda: it.presenter.case is not None)
    assert it.presenter.case.case_id != cases[0].case_id
    assert it.view.findChild(QPushButton, "grant_case").isEnabled()


def test_the_space_bar_ticks_and_unticks_and_all_are_ticked_at_once(desk: Open, take: Take) -> None:
    take(1)
    it = desk()
    it.key(Qt.Key.Key_Space)
    assert len(it.presenter.ticked) == 1
    it.key(Qt.Key.Key_Space)
    assert not it.presenter.ticked
    it.key(Qt.Key.Key_A, CONTROL)
    assert len(it.presenter.ticked) == len(it.names)


def test_an_empty_queue_says_so(desk: Open, counter: Counter, officer: Actor) -> None:
    it = desk()
    for row in list(it.presenter.rows):
        counter.decisions.send_back(
            officer, str(row.case.case_id), row.case.case_id, row.case.version, "相片"
        )
    it.presenter.refresh()
    assert it.names == []
    assert it.find("queue")._empty == "没有待审核的办件。"
    assert "没有选中的办件" in it.find("no_case").text()
    assert not it.view.findChild(QPushButton, "grant_case").isEnabled()


def test_only_an_officer_has_the_desk_and_it_is_in_the_rail(
    qtbot: QtBot, look: Look, counter: Counter, officer: Actor, actor: Actor, inline: Inline
) -> None:
    for who, has in ((officer, True), (actor, False)):
        window = MainWindow(look, Languages())
        qtbot.addWidget(window)
        begun = duty(counter, who, inline, window.go)
        window.enter(begun)
        assert ("decide" in begun.screens) is has
        rail = window.findChild(QWidget, "rail")
        assert rail is not None
        assert (rail.findChild(QWidget, "decide") is not None) is has
        way = window.findChild(QAction, "decide")
        assert way is not None
        assert way.isEnabled() is has


def test_the_queue_can_be_narrowed_to_everybody_of_the_station(counter: Counter, officer: Actor) -> None:
    counter.office.rights.seat(officer)
    assert {"演练 王芳", "演练 陈刚"} <= set(counter.decisions.clerks())


def test_what_changed_since_acceptance_stands_beside_it_and_says_why_it_cannot_be_granted(
    desk: Open, take: Take, counter: Counter, actor: Actor, clock: Any
) -> None:
    from desktop.services import registration_records

    case = take(1)
    with counter.office.database.write() as link:
        here = registration_records.open_of(link, case.person_id)
        assert here is not None
        ended_on = counter.day.today()
        registration_records.end_span(
            counter.office, link, actor, here, ended_on, "left", counter.office.clock.now()
        )
    clock.moment += timedelta(days=1)
    it = desk()
    it.presenter.open(case.case_id)
    it.settle()
    words = it.words()
    assert "与受理时不同。受理时：✓ 符合" in words
    assert it.find("case_clean").text() == "✗ 条件或材料不全"
    assert "今天不符合条件，不能签发" in it.find("why_not").text()
    assert not it.view.findChild(QPushButton, "grant_case").isEnabled()
    assert it.view.findChild(QPushButton, "deny_case").isEnabled()


def test_what_is_known_of_the_person_since_acceptance_is_told_as_a_difference() -> None:
    from types import SimpleNamespace

    from desktop.services.permit_pages import Change
    from desktop.ui.screens.decide.words import difference_lines

    page: Any = SimpleNamespace(
        differences=(
            Change("phone", "", "13900009999"),
            Change("sex", "1", "2"),
            Change("ethnicity", "01", "02"),
        )
    )
    assert [(one.chip, one.words) for one in difference_lines(page)] == [
        ("联系电话", "（空） → 139****9999"),
        ("性别", "男 → 女"),
        ("民族", "汉族 → 蒙古族"),
    ]
