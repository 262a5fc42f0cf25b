"""Tables show frozen rows and are walked with the keyboard."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from desktop.ui.kit.table import DISPLAY, ROW, SORT, Column, Table, TableView
from desktop.ui.kit.theme import Look


class Case(NamedTuple):
    number: str
    name: str
    count: int


ROWS = (Case("3701", "张三", 10), Case("3702", "李四", 9), Case("3703", "王五", 100))


@pytest.fixture
def table() -> Table[Case]:
    made = Table(
        [
            Column[Case]("受理号", lambda row: row.number, tip=lambda row: f"第 {row.number} 号"),
            Column[Case]("姓名", lambda row: row.name, stretch=True),
            Column[Case]("件数", lambda row: str(row.count), sort=lambda row: row.count, right=True),
        ]
    )
    made.show(ROWS)
    return made


def test_it_is_a_proper_qt_model(table: Table[Case]) -> None:
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Warning)
    table.show(ROWS[:1])
    table.sort(0)


def test_a_cell_shows_sorts_speaks_and_stands_for_its_row(table: Table[Case]) -> None:
    cell = table.index(1, 2)
    assert cell.data(DISPLAY) == "9"
    assert cell.data(SORT) == 9
    assert cell.data(ROW) is ROWS[1]
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == "件数 9"
    assert table.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "第 3701 号"
    assert cell.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert table.data(QModelIndex()) is None


def test_numbers_are_sorted_as_numbers(table: Table[Case]) -> None:
    table.sort(2)
    assert [row.count for row in table.rows] == [9, 10, 100]
    table.sort(2, Qt.SortOrder.DescendingOrder)
    assert [row.count for row in table.rows] == [100, 10, 9]


@pytest.fixture
def view(table: Table[Case], look: Look, qtbot: QtBot) -> TableView:
    made = TableView(table, "cases", "办件", "今天还没有办件。")
    table.setParent(made)
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def test_enter_opens_the_row_and_the_arrows_move(view: TableView, qtbot: QtBot) -> None:
    view.choose(0)
    with qtbot.waitSignal(view.picked) as picked:
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert picked.args == [ROWS[1]]
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [ROWS[1]]
    assert view.current() is ROWS[1]


def test_enter_opens_once(view: TableView) -> None:
    opened: list[object] = []
    view.opened.connect(opened.append)
    view.choose(0)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened == [ROWS[0]]


def test_new_rows_forget_the_old_choice(view: TableView, table: Table[Case]) -> None:
    view.choose(2)
    table.show(())
    assert view.current() is None
    view.choose(5)
    assert view.current() is None


def test_the_columns_fill_the_width_and_show_their_texts(view: TableView) -> None:
    widths = [view.columnWidth(number) for number in range(3)]
    assert abs(sum(widths) - view.viewport().width()) <= 3
    assert widths[0] >= view.fontMetrics().horizontalAdvance("受理号")


def test_a_short_name_does_not_push_the_rest_to_the_other_side(look: Look, qtbot: QtBot) -> None:
    table = Table(
        [
            Column[Wide]("经办人", lambda row: row.clerk, stretch=True),
            Column[Wide]("窗口", lambda row: row.counter),
            Column[Wide]("受理号", lambda row: row.number),
        ]
    )
    table.show([Wide("370102 001 20261121 02 001", "", "演练 王芳", "2")])
    view = TableView(table, "staff", "人员")
    qtbot.addWidget(view)
    view.resize(1200, 200)
    view.show()
    name, number, last = (view.columnWidth(each) for each in range(3))
    assert name < 1200 / 2
    assert number > 3 * view.fontMetrics().horizontalAdvance("窗口")
    assert abs(name + number + last - view.viewport().width()) <= 3


def test_rows_grow_with_the_text(view: TableView, look: Look) -> None:
    before = view.verticalHeader().defaultSectionSize()
    look.use("light", 200)
    assert view.verticalHeader().defaultSectionSize() >= 1.8 * before
    look.use("light", 100)


def test_a_hugging_list_is_as_tall_as_its_rows(view: TableView, table: Table[Case]) -> None:
    view.hug(8)
    three = view.height()
    table.show(ROWS[:1])
    view.hug(8)
    assert three - view.height() == 2 * view.verticalHeader().defaultSectionSize()


class Wide(NamedTuple):
    number: str
    address: str
    clerk: str
    counter: str


def test_where_it_is_narrow_columns_shrink_and_the_least_wanted_go(look: Look, qtbot: QtBot) -> None:
    table = Table(
        [
            Column[Wide]("受理号", lambda row: row.number),
            Column[Wide]("住址", lambda row: row.address, stretch=True, least=6),
            Column[Wide]("经办人", lambda row: row.clerk, spare=1),
            Column[Wide]("窗口", lambda row: row.counter, spare=2),
        ]
    )
    table.show([Wide("370102 001 20261121 02 001", "山东省济南市历下区演练路12号301室", "演练 王芳", "2")])
    view = TableView(table, "cases", "办件")
    qtbot.addWidget(view)
    view.resize(900, 200)
    view.show()
    first = table.index(0, 0)
    assert not any(view.isColumnHidden(number) for number in range(4))
    assert view.whole_words(first) == ""
    narrow = next(width for width in range(900, 200, -5) if _hidden_at(view, width))
    assert narrow < 600
    assert view.columnWidth(0) > view.fontMetrics().horizontalAdvance(table.rows[0].number)
    assert [view.isColumnHidden(number) for number in range(4)] == [False, False, False, True]
    assert sum(view.columnWidth(number) for number in range(4)) <= view.viewport().width()
    assert view.whole_words(first).splitlines() == ["住址  山东省济南市历下区演练路12号301室", "窗口  2"]
    view.resize(900, 200)
    assert not view.isColumnHidden(3)


def test_a_name_is_whole_while_anything_else_may_go_and_gives_way_before_the_last_column(
    look: Look, qtbot: QtBot
) -> None:
    name = "Entitlements and conveniences sheet"
    table = Table(
        [
            Column[Wide]("单据", lambda row: row.address, stretch=True, least=40),
            Column[Wide]("已打印", lambda row: row.clerk, spare=1),
            Column[Wide]("核对", lambda row: row.number),
        ]
    )
    table.show([Wide("370102 001 20261121 02 001", name, "演练 王芳", "2")])
    view = TableView(table, "balance", "平衡")
    qtbot.addWidget(view)
    view.resize(900, 200)
    view.show()
    whole = view.fontMetrics().horizontalAdvance(name)
    narrow = next(width for width in range(900, 200, -5) if _hidden_at(view, width, 1))
    assert view.columnWidth(0) > whole
    view.resize(narrow - 150, 200)
    assert view.columnWidth(0) < whole
    assert view.columnWidth(0) + view.columnWidth(2) <= view.viewport().width()


def test_two_columns_that_stand_side_by_side_share_what_room_there_is(look: Look, qtbot: QtBot) -> None:
    table = Table(
        [
            Column[Wide]("内容", lambda row: row.number),
            Column[Wide]("那时", lambda row: row.address, stretch=True, least=6),
            Column[Wide]("现在", lambda row: row.clerk, stretch=True, least=6),
        ]
    )
    long = "山东省济南市历下区解放路街道解放桥社区演练路12号301室"
    table.show([Wide("居住地址", long, long[:-3], "2")])
    view = TableView(table, "sides", "两边")
    qtbot.addWidget(view)
    view.resize(500, 200)
    view.show()
    assert abs(view.columnWidth(1) - view.columnWidth(2)) <= 1
    assert sum(view.columnWidth(number) for number in range(3)) <= view.viewport().width()


def _hidden_at(view: TableView, width: int, column: int = 3) -> bool:
    view.resize(width, 200)
    return view.isColumnHidden(column)


def test_the_sentence_of_an_empty_list_is_whole_in_a_list_one_row_high(qtbot: QtBot, look: Look) -> None:
    table: Table[str] = Table([Column("名", lambda row: row, stretch=True)])
    view = TableView(table, "list", "表", "还没有")
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.hug()
    view.show()
    qtbot.waitExposed(view)
    picture = view.viewport().grab().toImage()
    paper = picture.pixelColor(1, 1)
    rows = [
        y
        for y in range(picture.height())
        if any(picture.pixelColor(x, y) != paper for x in range(picture.width()))
    ]
    assert max(rows) - min(rows) > view.fontMetrics().ascent() * 0.7  # not a sliver of the letters
