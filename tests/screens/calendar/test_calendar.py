"""The calendar: a year at a glance, a day changed by keyboard, a notice shown before it is stored, a term."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.working_days import DayKind
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.duties import duty
from desktop.ui.kit.background import Inline
from desktop.ui.kit.draft import capture, restore
from desktop.ui.kit.shortcuts import EVERYWHERE
from desktop.ui.kit.theme import Look
from desktop.ui.screens.calendar.presenter import CalendarPresenter
from desktop.ui.screens.calendar.view import CalendarView
from tests.screens.pages import find, in_front, words

NOTICE = """2027-01-01,2027-01-03,放假,元旦
2027-02-05,2027-02-12,放假,春节
2027-02-20,上班,春节调休
2027-04-03,2027-04-05,放假,清明节
2027-05-01,2027-05-05,放假,劳动节
2027-06-09,放假,端午节
2027-09-15,放假,中秋节
2027-10-01,2027-10-07,放假,国庆节
"""


@pytest.fixture
def boss(counter: Counter) -> Actor:
    """System administrator 演练 周涛 at counter 9."""
    return counter.sign_in.sign_in("zhoutao", "yanlian-07", 9)


@pytest.fixture
def presenter(qapp: object, counter: Counter, boss: Actor, inline: Inline) -> CalendarPresenter:
    return CalendarPresenter(counter, boss, inline)


@pytest.fixture
def show(qtbot: QtBot, look: Look) -> Callable[..., CalendarView]:
    def build(presenter: CalendarPresenter, width: int = 1300) -> CalendarView:
        return in_front(qtbot, CalendarView(presenter), width, 760)

    return build


@pytest.fixture
def screen(show: Any, presenter: CalendarPresenter) -> CalendarView:
    made: CalendarView = show(presenter)
    return made


@pytest.fixture
def notice(tmp_path: Path) -> Callable[[str], str]:
    def write(words: str = NOTICE) -> str:
        path = tmp_path / "2027.csv"
        path.write_text(words, encoding="gb18030")
        return str(path)

    return write


def press(view: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(find(view, "year_grid"), key)


def opened(view: QWidget, qtbot: QtBot) -> Any:
    sheet = find(view, "import_sheet")
    qtbot.waitUntil(sheet.isVisible)
    return sheet


def test_everybody_finds_the_calendar_among_the_duties(
    counter: Counter, boss: Actor, actor: Actor, inline: Inline, qapp: object
) -> None:
    for who in (boss, actor):
        screen = duty(counter, who, inline, lambda *_: None).screens["calendar"]()
        assert screen.title() == "工作日历"
    assert EVERYWHERE["calendar"] == "Ctrl+Shift+D"


def test_the_year_begins_with_today_and_says_that_it_is_published(screen: CalendarView) -> None:
    assert (words(screen, "year"), words(screen, "published")) == ("2026", "已公布")
    assert words(screen, "chosen_day").startswith("2026-11-20")
    assert words(screen, "day_words") == "工作日"
    assert find(screen, "year_grid").hasFocus()


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ([Qt.Key.Key_Left], "2026-11-19"),
        ([Qt.Key.Key_Down], "2026-11-27"),
        ([Qt.Key.Key_Up], "2026-11-13"),
        ([Qt.Key.Key_Home], "2026-11-01"),
        ([Qt.Key.Key_End], "2026-11-30"),
        ([Qt.Key.Key_PageUp], "2026-10-20"),
        ([Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Right], "2027-01-01"),
        ([Qt.Key.Key_PageDown] * 3, "2027-02-20"),
    ],
)
def test_the_arrows_go_from_day_to_day_and_from_year_to_year(
    screen: CalendarView, presenter: CalendarPresenter, keys: list[Qt.Key], day: str
) -> None:
    press(screen, *keys)
    assert presenter.chosen.isoformat() == day
    assert words(screen, "year") == day[:4]
    assert find(screen, "year_grid").accessibleDescription().startswith(day)


def test_a_year_without_its_notice_is_marked(screen: CalendarView, presenter: CalendarPresenter) -> None:
    presenter.pick(date(2027, 2, 5))
    assert words(screen, "published") == "暂估"
    assert "还没有导入" in words(screen, "year_words")
    assert words(screen, "day_words") == "法定休息（暂估）：农历除夕"
    assert words(screen, "source_words") == "来自随程序提供的表"


def test_the_ends_of_the_calendar_are_not_passed(screen: CalendarView, presenter: CalendarPresenter) -> None:
    presenter.pick(date(2099, 12, 31))
    press(screen, Qt.Key.Key_Right, Qt.Key.Key_PageDown)
    presenter.step(1)
    assert presenter.chosen == date(2099, 12, 31)
    assert not find(screen, "next_year").isEnabled()
    presenter.pick(date(2004, 2, 29))
    presenter.step(-1)
    assert presenter.chosen == date(2004, 2, 28)
    assert not find(screen, "previous_year").isEnabled()


def test_the_mouse_chooses_the_day_under_it(screen: CalendarView, presenter: CalendarPresenter) -> None:
    grid = find(screen, "year_grid")
    for day in (date(2026, 1, 1), date(2026, 5, 31), date(2026, 12, 31)):
        QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=grid.cell(day).center())
        assert presenter.chosen == day


def test_a_day_is_changed_and_taken_back_by_keys_alone(
    screen: CalendarView, presenter: CalendarPresenter, counter: Counter, qtbot: QtBot
) -> None:
    presenter.pick(date(2026, 12, 30))
    press(screen, Qt.Key.Key_Return)
    assert find(screen, "kind").hasFocus()
    QTest.keyClicks(find(screen, "kind"), "1")
    find(screen, "note").setText("雪灾停办")
    with qtbot.waitSignal(presenter.notice):
        QTest.keyClick(find(screen, "note"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert words(screen, "day_words") == "放假：雪灾停办"
    assert words(screen, "source_words").startswith("本所修改：演练 周涛，2026-11-20 10:00，窗口 9")
    assert not counter.office.calendar.is_working(date(2026, 12, 30))
    QTest.keyClick(find(screen, "note"), Qt.Key.Key_F7)
    assert words(screen, "day_words") == "工作日"
    assert words(screen, "source_words").startswith("本所的修改已撤销")
    assert counter.office.calendar.is_working(date(2026, 12, 30))
    assert not find(screen, "clear_day").isEnabled()


def test_a_day_without_a_kind_is_not_saved(screen: CalendarView, presenter: CalendarPresenter) -> None:
    QTest.keyClick(screen, Qt.Key.Key_F6)
    assert words(screen, "kind_line") == "请选择放假或上班。"
    assert find(screen, "kind").hasFocus()
    press(screen, Qt.Key.Key_Left)
    assert "请选择" not in words(screen, "kind_line")


def test_a_clerk_looks_and_changes_nothing(
    show: Any, counter: Counter, actor: Actor, inline: Inline, qapp: object
) -> None:
    presenter = CalendarPresenter(counter, actor, inline)
    view = show(presenter)
    assert not view.findChildren(QPushButton, "save_day")
    for key in (Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F10):
        QTest.keyClick(view, key)
    presenter.save({"kind": "holiday", "note": ""})
    presenter.clear()
    assert counter.office.own_days == {}
    assert view.findChild(QFileDialog) is None
    press(view, Qt.Key.Key_Return)
    assert find(view, "start").hasFocus()


def test_a_notice_is_shown_before_it_is_stored(
    screen: CalendarView, presenter: CalendarPresenter, counter: Counter, notice: Any, qtbot: QtBot
) -> None:
    presenter.read_notice(notice())
    sheet = opened(screen, qtbot)
    said = " ".join(label.text() for label in sheet.findChildren(QLabel))
    assert "文件写明 29 天，其中 29 天与现在不同。" in said
    assert "2027 年：导入后算作已公布" in said
    assert find(sheet, "changes").model().rowCount() == 29
    qtbot.waitUntil(find(sheet, "cancel").hasFocus)
    assert counter.office.own_days == {}
    with qtbot.waitSignal(presenter.notice):
        find(sheet, "import_notice").click()
    assert (words(screen, "year"), words(screen, "published")) == ("2027", "已公布")
    assert len(counter.office.own_days) == 29


def test_a_notice_that_is_turned_down_is_not_stored(
    screen: CalendarView, presenter: CalendarPresenter, counter: Counter, notice: Any, qtbot: QtBot
) -> None:
    presenter.read_notice(notice())
    opened(screen, qtbot).reject()
    assert counter.office.own_days == {}


def test_problems_are_shown_with_their_lines_and_nothing_can_be_imported(
    screen: CalendarView, presenter: CalendarPresenter, notice: Any, qtbot: QtBot
) -> None:
    presenter.read_notice(notice(NOTICE + "1月1日,放假\n"))
    sheet = opened(screen, qtbot)
    model = find(sheet, "problems").model()
    assert (model.index(0, 0).data(), model.index(0, 1).data()[:6]) == ("9", "“1月1日”")
    assert sheet.findChild(QWidget, "import_notice") is None


def test_a_file_that_cannot_be_read_is_told(
    screen: CalendarView, presenter: CalendarPresenter, tmp_path: Path
) -> None:
    presenter.read_notice(str(tmp_path / "gone.csv"))
    said = " ".join(label.text() for label in find(screen, "dialog").findChildren(QLabel))
    assert "gone.csv" in said
    find(screen, "close").click()


def test_the_file_is_chosen_in_a_dialog_that_never_blocks(screen: CalendarView) -> None:
    QTest.keyClick(screen, Qt.Key.Key_F10)
    dialog = screen.findChild(QFileDialog, "open_dialog")
    assert dialog is not None
    dialog.reject()


def ask(view: QWidget, start: str, count: str) -> str:
    for name, typed in (("start", start), ("count", count)):
        find(view, name).clear()
        QTest.keyClicks(find(view, name), typed)
    return words(view, "due")


def test_the_end_of_a_term_is_told_while_it_is_typed(screen: CalendarView) -> None:
    assert ask(screen, "20261228", "10") == "2027-01-12　星期二（暂估）"
    assert find(screen, "due_estimated").isVisible()
    assert ask(screen, "2026-11-21", "3") == "2026-11-25　星期三"
    assert not find(screen, "due_estimated").isVisible()
    find(screen, "count").clear()
    QTest.keyClicks(find(screen, "count"), "15")
    QTest.keyClicks(find(screen, "unit"), "2")
    assert words(screen, "due") == "2026-12-07　星期一"  # the fifteenth day is a Sunday
    ask(screen, "2026-11-21", "x")
    assert not find(screen, "due").isVisible()
    assert words(screen, "count_line") == "请填写天数，如 10。"
    ask(screen, "2026-11-21", "9999")
    assert not find(screen, "due").isVisible()
    assert "1至3660" in words(screen, "count_line")


def test_the_end_of_a_term_follows_what_is_changed_in_the_calendar(
    screen: CalendarView, presenter: CalendarPresenter, notice: Any, qtbot: QtBot
) -> None:
    assert ask(screen, "20261228", "10") == "2027-01-12　星期二（暂估）"
    presenter.read_notice(notice())
    find(opened(screen, qtbot), "import_notice").click()
    assert words(screen, "due") == "2027-01-12　星期二"
    presenter.pick(date(2027, 1, 8))
    presenter.save({"kind": "holiday", "note": ""})
    assert words(screen, "due") == "2027-01-13　星期三"


def test_the_end_of_a_term_is_still_told_in_another_language(show: Any, presenter: CalendarPresenter) -> None:
    view = show(presenter)
    told = ask(view, "20261228", "10")
    kept = capture(view)
    again = show(presenter)
    restore(again, kept)
    assert (words(again, "due"), find(again, "count").text()) == (told, "10")
    assert find(again, "due").isVisible()


def test_another_language_or_size_keeps_the_day_and_what_is_typed(
    show: Any, presenter: CalendarPresenter
) -> None:
    view = show(presenter)
    presenter.pick(date(2026, 12, 30))
    QTest.keyClicks(find(view, "kind"), "1")
    QTest.keyClicks(find(view, "note"), "xue")
    kept = capture(view)
    again = show(presenter)
    restore(again, kept)
    assert words(again, "chosen_day").startswith("2026-12-30")
    assert (find(again, "kind").currentData(), find(again, "note").text()) == ("holiday", "xue")


def test_every_day_has_a_cell_of_its_own_at_every_width(show: Any, presenter: CalendarPresenter) -> None:
    for width in (420, 760, 1000, 1500):
        grid = find(show(presenter, width), "year_grid")
        cells = [grid.cell(date.fromordinal(date(2026, 1, 1).toordinal() + ahead)) for ahead in range(365)]
        assert len({(cell.x(), cell.y()) for cell in cells}) == 365
        assert all(grid.rect().contains(cell) for cell in cells), width
        assert all(cell.width() >= grid.fontMetrics().horizontalAdvance("28") for cell in cells)


def test_days_differ_in_shape_and_not_in_colour_alone(
    screen: CalendarView, presenter: CalendarPresenter, counter: Counter, boss: Actor
) -> None:
    """In black and white, too, days off, worked weekends, estimates and the station's own are told apart."""
    counter.calendars.set_day(boss, "r", date(2027, 3, 3), DayKind.HOLIDAY, "")
    presenter.pick(date(2027, 6, 1))
    presenter.refresh()
    grid = find(screen, "year_grid")
    seen = grid.grab().toImage().convertToFormat(QImage.Format.Format_Mono)

    def ink(day: date) -> int:
        cell = grid.cell(day).adjusted(2, 2, -2, -2)
        return sum(
            seen.pixelIndex(x, y)
            for x in range(cell.right() - cell.width() // 3, cell.right())
            for y in range(cell.top(), cell.top() + cell.height() // 2)
        )

    marked, plain = ink(date(2027, 3, 3)), ink(date(2027, 3, 4))
    assert marked != plain


def test_painting_the_year_is_done_within_a_turn(screen: CalendarView) -> None:
    grid = find(screen, "year_grid")
    grid.grab()
    took = []
    for _ in range(5):
        began = time.thread_time()
        grid.grab()
        took.append(time.thread_time() - began)
    assert min(took) < 0.016
