"""What a notice would change, shown before anything is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from desktop.ui.kit.dates import weekday
from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.kit.turns import Slices
from desktop.ui.screens.calendar.words import day_words, kind_words, standing_words

if TYPE_CHECKING:
    from desktop.services.calendar_rows import NoticePreview

MOST_ROWS = 8


class ImportSheet(Dialog):
    """The problems with their lines, or the days that change, what is worth a look, and the years' standing.

    It opens by itself once it is built, a part a turn.
    """

    def __init__(self, parent: QWidget, preview: NoticePreview) -> None:
        title = text("calendar", "导入 {name}").format(name=preview.name)
        super().__init__(parent, title, "problem" if preview.problems else "info")
        self.setObjectName("import_sheet")
        self._preview = preview
        self.be_wide(96)
        found = self._problems if preview.problems else self._years
        Slices(
            self, [found, self._changes, self._advice, self._buttons_below, self.ensurePolished, self.open]
        )

    def _problems(self) -> None:
        words = text("calendar", "有 {count} 处读不出来，没有导入。请在文件中改正后再选一次。")
        self.say(words.format(count=len(self._preview.problems)))
        self._remarks("problems", text("calendar", "读不出来的地方"), self._preview.problems)

    def _years(self) -> None:
        words = text("calendar", "文件写明 {days} 天，其中 {count} 天与现在不同。")
        self.say(words.format(days=len(self._preview.days), count=len(self._preview.changes)))
        for year in self._preview.years:
            self.say(standing_words(year))

    def _advice(self) -> None:
        if self._preview.advice:
            self._remarks("advice", text("calendar", "请看一眼"), self._preview.advice, most=4)

    def _buttons_below(self) -> None:
        possible = bool(self._preview.changes) and not self._preview.problems
        harmless = self.add_button(
            "cancel", text("calendar", "不导入") if possible else text("calendar", "关闭")
        )
        if possible:
            self.add_button("import_notice", text("calendar", "导入"), "primary")
        harmless.setFocus()

    def _changes(self) -> None:
        preview = self._preview
        if preview.problems or not preview.changes:
            return
        columns: list[Column[Any]] = [
            Column(text("calendar", "行"), lambda row: str(row.line), right=True),
            Column(text("calendar", "日期"), lambda row: row.before.day.isoformat()),
            Column(text("calendar", "星期"), lambda row: weekday(row.before.day.isoformat())),
            Column(text("calendar", "现在"), lambda row: day_words(row.before), most=16),
            Column(text("calendar", "改为"), lambda row: kind_words(row.kind, working=True)),
            Column(text("calendar", "说明"), lambda row: row.note, stretch=True),
        ]
        self._table("changes", text("calendar", "要改的日子"), columns, preview.changes, MOST_ROWS)

    def _remarks(self, name: str, spoken: str, remarks: tuple[Any, ...], most: int = MOST_ROWS) -> None:
        columns: list[Column[Any]] = [
            Column(text("calendar", "行"), lambda row: str(row.line) if row.line else "—", right=True),
            Column(
                spoken,
                lambda row: sentence_text(row.reason),
                tip=lambda row: sentence_text(row.reason),
                stretch=True,
                most=60,
            ),
        ]
        self._table(name, spoken, columns, remarks, most)

    def _table(
        self, name: str, spoken: str, columns: list[Column[Any]], rows: tuple[Any, ...], most: int
    ) -> None:
        table = Table(columns, self)
        view = TableView(table, name, spoken)
        table.show(rows)
        view.hug(most)
        self.body.addWidget(view)
