"""Rows drawn without the style: the chosen row, shading, alignment, tones, dots where there is no room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from pytestqt.qtbot import QtBot

from desktop.ui.kit.row_painter import AIR, GAP
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.theme import Look

MIDDLE = Qt.TextElideMode.ElideMiddle
TONE = {"3": "problem"}


@pytest.fixture
def view(qtbot: QtBot, look: Look) -> TableView:
    table: Table[tuple[str, str]] = Table(
        [
            Column("名", lambda row: row[0], stretch=True, least=4),
            Column("很宽很宽的数", lambda row: row[1], right=True, tone=lambda row: TONE.get(row[1], "")),
        ]
    )
    made = TableView(table, "list", "表")
    qtbot.addWidget(made)
    made.resize(400, 300)
    table.show([("甲", "1"), ("乙", ""), ("很长" * 60, "3")])
    made.choose(0)
    made.show()
    qtbot.waitExposed(made)
    return made


def cell(view: TableView, row: int, column: int) -> QImage:
    rect = view.visualRect(view.model().index(row, column))
    return view.viewport().grab(rect).toImage()


def ink(picture: QImage, paper: QColor) -> list[int]:
    """The columns of pixels where something is drawn."""
    return [
        x
        for x in range(picture.width())
        if any(picture.pixelColor(x, y) != paper for y in range(picture.height()))
    ]


def test_the_chosen_row_has_the_themes_colour(view: TableView) -> None:
    chosen = view.palette().color(QPalette.ColorRole.Highlight)
    assert cell(view, 0, 0).pixelColor(1, 1) == chosen
    assert cell(view, 1, 0).pixelColor(1, 1) != chosen


def test_numbers_stand_at_the_right_and_words_at_the_left(view: TableView) -> None:
    words, number = cell(view, 0, 0), cell(view, 0, 1)
    paper = words.pixelColor(1, 1)
    assert max(ink(words, paper)) < words.width() / 2
    assert min(ink(number, paper)) > number.width() / 2


def test_nothing_is_drawn_of_nothing_and_what_is_too_long_stays_in_its_cell(view: TableView) -> None:
    empty, long = cell(view, 1, 1), cell(view, 2, 0)
    assert ink(empty, empty.pixelColor(1, 1)) == []
    drawn = ink(long, long.pixelColor(1, 1))
    assert 3 <= min(drawn) < max(drawn) <= long.width() - 3


def test_every_second_row_is_shaded_to_its_end(view: TableView) -> None:
    shade = view.palette().color(QPalette.ColorRole.AlternateBase)
    for column in (0, 1):
        assert cell(view, 1, column).pixelColor(1, 1) == shade
        assert cell(view, 2, column).pixelColor(1, 1) != shade


def test_a_tone_colours_the_words_and_the_chosen_rows_colour_goes_before_it(view: TableView) -> None:
    toned, plain = cell(view, 2, 1), cell(view, 2, 0)
    assert strongest(toned).red() > strongest(toned).green() + 60
    assert abs(strongest(plain).red() - strongest(plain).green()) < 40
    view.choose(2)
    assert strongest(cell(view, 2, 1)) != strongest(toned)


def test_a_hidden_column_and_a_band_of_the_list_draw_only_what_is_theirs(view: TableView) -> None:
    whole = view.viewport().grab().toImage()
    band = view.viewport().grab(view.visualRect(view.model().index(1, 0))).toImage()
    rect = view.visualRect(view.model().index(1, 0))
    assert band == whole.copy(rect)
    view.setColumnHidden(1, True)
    assert view.viewport().grab().toImage() != whole


def test_the_dots_stand_where_the_list_wants_them(qtbot: QtBot, look: Look) -> None:
    table: Table[str] = Table([Column("号码", lambda row: row, stretch=True, least=4)])
    made = TableView(table, "list", "表")
    qtbot.addWidget(made)
    made.resize(200, 300)
    table.show(["", "1" * 60 + "2", "", "1" * 60 + "3"])
    made.show()
    qtbot.waitExposed(made)
    assert cell(made, 1, 0) == cell(made, 3, 0)  # they differ at their end, which is not seen
    made.setTextElideMode(MIDDLE)
    assert cell(made, 1, 0) != cell(made, 3, 0)


def strongest(picture: QImage) -> QColor:
    """The colour farthest from the paper."""
    paper = picture.pixelColor(1, 1)
    every = (picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height()))
    return max(
        every,
        key=lambda one: sum(
            abs(a - b)
            for a, b in zip(one.getRgb(), paper.getRgb(), strict=True)  # type: ignore[call-overload]
        ),
    )


class Grouped(Table[str]):
    """Rows under a heading."""

    def heading(self, row: str) -> str:
        return row if row.startswith("组") else ""


def test_a_heading_runs_across_all_columns_and_dots_stand_where_the_column_says(
    qtbot: QtBot, look: Look
) -> None:
    table = Grouped(
        [
            Column("甲", lambda row: row if row.startswith("组") else "一", most=2),
            Column("乙", lambda _: "头" + "中" * 60 + "尾", stretch=True, least=4, dots=MIDDLE),
        ]
    )
    made = TableView(table, "list", "表")
    qtbot.addWidget(made)
    made.resize(400, 300)
    table.show(["组的名称很长很长很长", "行"])
    made.show()
    qtbot.waitExposed(made)
    room = made.columnWidth(0)
    heading = made.viewport().grab(made.visualRect(made.model().index(0, 1))).toImage()
    assert ink(heading, heading.pixelColor(heading.width() - 2, 1)), f"the heading ends within {room} pixels"
    line = made.viewport().grab(made.visualRect(made.model().index(1, 1))).toImage()
    drawn = ink(line, line.pixelColor(1, 1))
    assert (
        max(drawn) > line.width() - made.fontMetrics().height() * 1.5
    )  # the last character stands at the end


def test_numbers_and_their_heading_keep_off_what_begins_beside_them(view: TableView) -> None:
    metrics = view.fontMetrics()
    room = metrics.height() * AIR + metrics.horizontalAdvance(GAP)
    drawn = cell(view, 2, 1)
    right = drawn.width() - max(ink(drawn, drawn.pixelColor(0, 0))) - 1
    assert right >= room - 1
    header = view.horizontalHeader()
    at = header.sectionViewportPosition(1)
    heading = header.viewport().grab(QRect(at, 0, header.sectionSize(1), header.height() - 2)).toImage()
    left_over = heading.width() - max(ink(heading, heading.pixelColor(0, 0))) - 1
    assert abs(left_over - right) <= 3
