from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.codes import CaseState
from desktop.services.counter import Counter
from desktop.services.rows import Actor, CaseRow
from desktop.services.work_rows import WorkFilter, WorkKind
from desktop.ui.kit.day_begin import DayBegin
from desktop.ui.kit.stages import finish_building
from desktop.ui.kit.text import Language, Languages
from desktop.ui.screens.work_list import presenter as presenting
from desktop.ui.screens.work_list.presenter import WorkListPresenter
from desktop.ui.screens.work_list.view import WorkListView
from desktop.ui.screens.work_list.words import clerk_of, clock_kind, clock_words, name_of, state_words
from tests.screens.work_list.conftest import Show, named

Take = Callable[..., CaseRow]
Move = Callable[[CaseRow, CaseState], None]


@pytest.fixture
def cases(take: Take, move: Move, clock: Any) -> dict[str, CaseRow]:
    """Taken today: one accepted, one sent back, one granted, one produced."""
    taken = {
        name: take(serial) for serial, name in enumerate(("accepted", "sent_back", "granted", "produced"))
    }
    move(taken["sent_back"], CaseState.SENT_BACK)
    move(taken["granted"], CaseState.GRANTED)
    move(taken["produced"], CaseState.PRODUCED)
    clock.moment += timedelta(minutes=1)
    return taken


def shown(view: WorkListView, column: int = 0) -> list[str]:
    model = view.lines.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def press(view: WorkListView, key: Qt.Key) -> None:
    QTest.keyClick(view.lines, key, Qt.KeyboardModifier.ControlModifier)


def test_every_open_case_is_listed_with_its_clock_in_words(
    show: Show, cases: dict[str, CaseRow], clock: Any
) -> None:
    practised = len(show()[0].rows) - len(cases)
    presenter, view = show()
    names = [name_of(line) for line in presenter.rows]
    for case in cases.values():
        assert case.person_name in names
    assert "还剩10个工作日" in shown(view)
    assert "已制证，等本人领取" in shown(view)
    clock.moment += timedelta(days=14)  # 2026-12-04, ten working days later
    presenter, view = show()
    mine = {name_of(line): line for line in presenter.rows}
    assert clock_words(mine[cases["accepted"].person_name], None) == "! 今天到期"
    assert clock_kind(mine[cases["accepted"].person_name]) == "warning"
    clock.moment += timedelta(days=5)
    presenter, view = show()
    mine = {name_of(line): line for line in presenter.rows}
    assert clock_words(mine[cases["accepted"].person_name], None) == "✗ 逾期3个工作日"
    assert clock_kind(mine[cases["accepted"].person_name]) == "problem"
    assert clock_kind(mine[cases["produced"].person_name]) == "muted"
    assert len(presenter.rows) == practised + len(cases)


def test_the_clock_has_the_colour_of_what_its_words_say(
    show: Show, cases: dict[str, CaseRow], clock: Any
) -> None:
    clock.moment += timedelta(days=19)
    _, view = show()
    view.lines.clearSelection()
    colours = {}
    for row, line in enumerate(view.lines.model().rows):  # type: ignore[attr-defined]
        view.lines.scrollTo(view.lines.model().index(row, 0))
        rect = view.lines.visualRect(view.lines.model().index(row, 0))
        drawn = view.lines.viewport().grab(rect).toImage()
        colours[clock_kind(line)] = {
            drawn.pixelColor(x, y).name() for x in range(drawn.width()) for y in range(drawn.height())
        }
    assert "#b3261e" in colours["problem"]
    assert len(colours["muted"]) > 10
    assert not colours["muted"] & colours["problem"] - {view.lines.palette().base().color().name()}


def test_each_tile_is_a_key_that_shows_its_list_and_the_same_again_shows_all(
    show: Show, cases: dict[str, CaseRow], clock: Any
) -> None:
    clock.moment += timedelta(days=14)
    presenter, view = show()
    everything = presenter.rows
    press(view, Qt.Key.Key_1)
    assert presenter.shown is WorkKind.DUE_TODAY
    assert named(view, "list_due_today").isChecked()
    assert {name_of(line) for line in presenter.rows} >= {
        cases[name].person_name for name in ("accepted", "sent_back", "granted")
    }
    assert named(view, "due").currentData() == "due_today"
    press(view, Qt.Key.Key_3)
    assert cases["produced"].person_name in [name_of(line) for line in presenter.rows]
    assert all(state_words(line) == "已制证，待领取" for line in presenter.rows)
    press(view, Qt.Key.Key_3)
    assert presenter.rows == everything
    press(view, Qt.Key.Key_2)
    press(view, Qt.Key.Key_0)
    assert presenter.rows == everything
    assert not any(named(view, f"list_{kind.value}").isChecked() for kind in WorkKind)


def test_the_tiles_count_and_name_whom_each_list_begins_with(
    show: Show, counter: Counter, cases: dict[str, CaseRow], clock: Any
) -> None:
    clock.moment += timedelta(days=14)
    _, view = show()
    start = counter.work_lists.start_of_day()
    for kind in WorkKind:
        assert f" {start.of(kind).count} 件" in named(view, f"list_{kind.value}").accessibleName()
    assert named(view, "day").text() == "2026-12-04　星期五"


def test_the_filters_narrow_the_list(show: Show, cases: dict[str, CaseRow], actor: Actor) -> None:
    presenter, view = show()
    state = named(view, "case_state")
    QTest.keyClicks(state, "sent")
    assert cases["sent_back"].person_name in [name_of(line) for line in presenter.rows]
    assert {state_words(line) for line in presenter.rows} == {"退回补正"}
    presenter.filter(WorkFilter(clerk=actor.name, state="granted"))
    assert cases["granted"].person_name in [name_of(line) for line in presenter.rows]
    assert {(clerk_of(line), state_words(line)) for line in presenter.rows} == {
        (actor.name, "审核通过，待制证")
    }
    presenter.filter(WorkFilter(clerk="没有这个人"))
    assert presenter.rows == ()
    assert view.lines._empty.startswith("这里没有要办的")


def test_enter_leads_to_where_a_case_is_gone_on_with(
    qtbot: QtBot, show: Show, cases: dict[str, CaseRow], officer: Actor
) -> None:
    def went(who: Actor | None, name: str) -> tuple[str, object]:
        presenter, view = show(who)
        gone: list[tuple[str, object]] = []
        presenter.open_case.connect(lambda what: gone.append(("open_case", what)))
        presenter.go_to.connect(lambda route, what: gone.append((route, what)))
        view.lines.choose([name_of(line) for line in presenter.rows].index(cases[name].person_name))
        QTest.keyClick(view.lines, Qt.Key.Key_Return)
        assert len(gone) == 1
        return gone[0]

    assert went(None, "accepted") == ("open_case", cases["accepted"].case_id)
    assert went(officer, "accepted") == ("decide", cases["accepted"].case_id)
    assert went(officer, "sent_back") == ("open_case", cases["sent_back"].case_id)
    assert went(None, "produced") == ("hand_over", cases["produced"].case_number)


def test_endorsements_lead_to_the_permit(show: Show, counter: Counter, clock: Any) -> None:
    presenter, view = show()
    clock.moment += timedelta(days=420)  # every endorsement of the practice station is overdue by then
    presenter, view = show()
    press(view, Qt.Key.Key_6)
    due = counter.work_lists.start_of_day().endorsement_overdue
    assert due.count == len(presenter.rows) > 0
    gone: list[tuple[str, object]] = []
    presenter.go_to.connect(lambda route, what: gone.append((route, what)))
    QTest.keyClick(view.lines, Qt.Key.Key_Return)
    assert gone == [("permit", presenter.rows[0].permit.permit_id)]
    assert clock_words(presenter.rows[0], None).startswith("✗ 逾期")


def test_the_next_rows_are_read_when_the_list_is_scrolled_near_its_end(
    show: Show, take: Take, monkeypatch: Any
) -> None:
    for serial in range(8):
        take(serial)
    whole = show()[0].rows
    monkeypatch.setattr(presenting, "PAGE", 3)
    presenter, view = show()
    for _ in range(len(whole)):
        view.lines.verticalScrollBar().valueChanged.emit(0)
    assert presenter.rows == whole
    assert shown(view, 4) == [name_of(line) for line in whole]


def test_the_page_tells_how_many_were_suspended_once_the_day_is_begun(
    qtbot: QtBot, show: Show, counter: Counter, actor: Actor, inline: Any, clock: Any
) -> None:
    clock.moment += timedelta(days=420)
    presenter, view = show()
    assert named(view, "suspended").text() == "正在核对逾期未签注的居住证……"
    begin = DayBegin(inline)
    with qtbot.waitSignal(begin.begun) as begun:
        begin.look(counter.day_start, actor)
    count = begun.args[0]
    assert count > 0
    presenter.refresh()
    assert named(view, "suspended").text() == f"今天按规定中止使用功能的居住证 {count} 张（逾期未签注）。"
    begin.look(counter.day_start, actor)  # the same day: nothing is asked again
    clock.moment += timedelta(days=1)  # over midnight the next look begins the new day
    with qtbot.waitSignal(begin.begun) as begun:
        begin.look(counter.day_start, actor)
    presenter.refresh()
    if not begun.args[0]:
        assert named(view, "suspended").text() == "今天没有需要中止使用功能的居住证。"


def test_a_day_that_could_not_be_begun_is_begun_at_the_next_look(
    qtbot: QtBot, counter: Counter, actor: Actor, inline: Any
) -> None:
    begin = DayBegin(inline)
    counter.office.database.link._cursor.execute("pragma query_only = on")
    with qtbot.waitSignal(begin.trouble):
        begin.look(counter.day_start, actor)
    counter.office.database.link._cursor.execute("pragma query_only = off")
    with qtbot.waitSignal(begin.begun), qtbot.waitSignal(begin.trouble) as told:
        begin.look(counter.day_start, actor)
    assert told.args == [None]  # the banner goes
    assert not counter.day_start.wanted(counter.day_start.today())


@pytest.mark.parametrize("size", [(1300, 780), (900, 520)])
def test_the_list_has_room_at_any_size(show: Show, size: tuple[int, int], look: Any) -> None:
    look.use("light", 200)
    _, view = show(size=size)
    assert view.minimumSizeHint().width() <= 900
    assert view.lines.height() >= view.fontMetrics().height() * 2


def test_rows_read_in_one_language_are_shown_in_the_other(
    qtbot: QtBot, show: Show, cases: dict[str, CaseRow]
) -> None:
    presenter, view = show()
    assert "还剩10个工作日" in shown(view)
    languages = Languages()
    languages.use(Language.ENGLISH)
    try:
        again = WorkListView(presenter)
        qtbot.addWidget(again)
        finish_building(again)
        assert "10 working days left" in shown(again)
        assert not any("工作日" in words for words in shown(again))
        assert named(again, "list_due_today").accessibleName().startswith("Due today: 0")
    finally:
        languages.use(Language.CHINESE)


def test_the_list_that_nobody_asked_for_is_not_shown(show: Show, cases: dict[str, CaseRow]) -> None:
    presenter: WorkListPresenter = show()[0]
    before = presenter.rows
    presenter._show(presenting._Asked(permits=WorkKind.OPENING), presenter._find(presenter._asked, 1))
    assert presenter.rows == before
