"""The time line draws any span, is walked with the arrows, and is read aloud."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.kit.theme import THEMES, Look
from desktop.ui.screens.person.timeline import Bar, Mark, Timeline

TODAY = Mark(date(2026, 11, 20), "今天")
HALF = Mark(date(2027, 2, 1), "满半年 2027-02-01")


def bar(start: str, end: str | None, arrived: str = "") -> Bar:
    first = date.fromisoformat(start)
    last = date.fromisoformat(end) if end else None
    came = date.fromisoformat(arrived) if arrived else first
    return Bar(came, first, last, "山东省济南市历下区演练路1号", f"{start} 至 {end or '今'}")


SPANS = {
    "one day": [bar("2026-11-20", "2026-11-20")],
    "today": [bar("2026-11-20", None)],
    "ten years": [bar("2016-05-01", None)],
    "a hundred years": [bar("1926-05-01", None)],
    "gaps": [bar("2020-01-01", "2020-06-01"), bar("2023-01-01", "2023-01-01"), bar("2026-08-01", None)],
    "late": [bar("2026-08-01", None, arrived="2025-01-01")],
    "moved the same day": [bar("2026-11-20", "2026-11-20"), bar("2026-11-20", None)],
    "all ended": [bar("2020-01-01", "2021-01-01")],
    "forty": [bar(f"{1980 + year}-01-01", f"{1980 + year}-12-31") for year in range(40)],
}


@pytest.fixture
def line(qtbot: QtBot, look: Look) -> Timeline:
    made = Timeline("居住经历")
    qtbot.addWidget(made)
    made.resize(760, made.sizeHint().height())
    made.show()
    return made


@pytest.mark.parametrize("spans", SPANS.values(), ids=SPANS)
@pytest.mark.parametrize("theme", THEMES)
def test_any_spans_are_drawn_within_the_widget(
    line: Timeline, look: Look, spans: list[Bar], theme: str
) -> None:
    look.use(theme, 100)
    line.show_spans(spans, TODAY, HALF)
    for width in (900, 300, 40):
        line.resize(width, line.height())
        assert not line.grab().isNull()
    line.resize(760, line.height())
    for each in spans:
        rect = line._bar_rect(each.start, each.end or TODAY.day)
        assert rect.width() >= 4
        assert 0 <= rect.left() <= rect.right() <= line.width()


def test_marks_of_the_axis_do_not_run_into_each_other(line: Timeline) -> None:
    for spans in SPANS.values():
        line.show_spans(spans, TODAY, HALF)
        ticks = [line._x(day) for day, _ in line._ticks()]
        widest = line.fontMetrics().horizontalAdvance("2026-06")
        assert all(after - before >= widest for before, after in zip(ticks, ticks[1:], strict=False))


def test_the_newest_span_is_chosen_and_the_arrows_go_through_all(line: Timeline) -> None:
    chosen: list[int] = []
    line.chosen.connect(chosen.append)
    line.show_spans(SPANS["gaps"], TODAY, None)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_End):
        QTest.keyClick(line, key)
    QTest.keyClick(line, Qt.Key.Key_Home)
    assert chosen == [2, 1, 0, 0, 1, 2, 0]


def test_the_chosen_span_is_read_aloud(line: Timeline) -> None:
    line.show_spans(SPANS["gaps"], TODAY, None)
    assert line.accessibleName() == "居住经历"
    assert line.accessibleDescription() == "2026-08-01 至 今"
    QTest.keyClick(line, Qt.Key.Key_Home)
    assert line.accessibleDescription() == "2020-01-01 至 2020-06-01"


def test_a_click_chooses_a_span(line: Timeline) -> None:
    line.show_spans(SPANS["gaps"], TODAY, None)
    middle = line._bar_rect(date(2020, 1, 1), date(2020, 6, 1)).center()
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(round(middle.x()), round(middle.y())))
    assert line.accessibleDescription() == "2020-01-01 至 2020-06-01"


def test_without_spans_nothing_breaks(line: Timeline) -> None:
    line.show_spans([], TODAY, HALF)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_End):
        QTest.keyClick(line, key)
    assert not line.grab().isNull()
