"""The calendar's screen: the year, the day chosen in it, the yearly notice, and the end of a term."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.errors import CounterError
from desktop.domain.rule import DayUnit
from desktop.domain.working_days import DayKind
from desktop.services.calendar_rows import DaySource
from desktop.ui.kit.chips import dress
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.fields import ChineseField, DateField, NumberField
from desktop.ui.kit.flow import FlowRow
from desktop.ui.kit.form import Form, Section
from desktop.ui.kit.messages import tell
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.stages import Stages, when_built
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.calendar.cells import Look, Sample
from desktop.ui.screens.calendar.sheet import ImportSheet
from desktop.ui.screens.calendar.sides import Flow, Sides
from desktop.ui.screens.calendar.words import date_words, day_words, source_words, year_words
from desktop.ui.screens.calendar.year_grid import YearGrid

if TYPE_CHECKING:
    from datetime import date

    from desktop.services.calendar_rows import NoticePreview
    from desktop.ui.screens.calendar.presenter import CalendarPresenter

MOST_NOTE = 100


class CalendarView(QWidget):
    """The year is chosen from by arrows; what is done with a day stands beside it."""

    def __init__(self, presenter: CalendarPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        self._shown: date | None = None
        built = partial(partial, when_built, self)
        self._save = action(
            self, "save_day", "F6", text("calendar", "保存这一天"), built(self._hand_in), waits=True
        )
        self._clear = action(
            self, "clear_day", "F7", text("calendar", "撤销本所修改"), presenter.clear, waits=True
        )
        self._today = action(self, "go_to_today", "F8", text("calendar", "今天"), presenter.go_to_today)
        self._import = action(
            self,
            "choose_notice",
            "F10",
            text("calendar", "导入放假安排"),
            built(self._ask_path),
            waits=True,
        )
        self._back = action(
            self, "previous_year", "Ctrl+PgUp", text("calendar", "上一年"), partial(presenter.step, -1)
        )
        self._on = action(
            self, "next_year", "Ctrl+PgDown", text("calendar", "下一年"), partial(presenter.step, 1)
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 16)
        self._column.setSpacing(10)
        self._form = Form()
        self._form.submitted.connect(self._hand_in)
        self._grid = YearGrid()
        stages = [self._build_head, self._build_day, self._build_term, self._build_rest, self._begin]
        Stages(self, stages)

    # -- building --------------------------------------------------------------------------------------
    def _build_head(self) -> None:
        title = QLabel(self._presenter.title())
        title.setProperty("role", "title")
        self._year = QLabel()
        self._year.setObjectName("year")
        self._year.setProperty("role", "title")
        self._published = QLabel()
        self._published.setObjectName("published")
        self._published.setProperty("role", "chip")
        keys = [ActionButton(each) for each in (self._back, self._today, self._on)]
        self._column.addWidget(Flow([title, self._year, self._published, *keys]))
        self._told = QLabel()
        self._told.setObjectName("year_words")
        self._told.setProperty("role", "muted")
        self._told.setWordWrap(True)
        self._form.place(self._told)
        self._column.addWidget(self._form, 1)

    def _build_day(self) -> None:
        self._about = Section("", 1)
        self._heading, self._what, self._source = QLabel(), QLabel(), QLabel()
        for label, name, role in (
            (self._heading, "chosen_day", "heading"),
            (self._what, "day_words", ""),
            (self._source, "source_words", "muted"),
        ):
            label.setObjectName(name)
            label.setProperty("role", role)
            label.setWordWrap(True)
            self._about.place(label)
        if not self._presenter.can_change:
            return
        options = [
            Option(DayKind.HOLIDAY.value, text("calendar", "放假"), "1 x"),
            Option(DayKind.WORKDAY.value, text("calendar", "上班"), "2 b"),
        ]
        self._kind = Choice("kind", text("calendar", "改为"), options)
        self._note = ChineseField("note", text("calendar", "说明"), most=MOST_NOTE)
        self._form.add(self._about, self._kind)
        self._form.add(self._about, self._note)

    def _build_term(self) -> None:
        self._term = Section(text("calendar", "算期限"), 1)
        self._due = QLabel()
        self._due.setObjectName("due")
        self._due.setProperty("role", "number")
        self._due.setWordWrap(True)
        self._estimated = QLabel(text("calendar", "暂估：当年的放假安排还没有公布或导入"))
        self._estimated.setObjectName("due_estimated")
        self._estimated.setProperty("role", "warning")
        self._estimated.setWordWrap(True)
        self._term.place(self._due)
        self._term.place(self._estimated)
        self._start = DateField("start", text("calendar", "自某日起（当日不算）"))
        self._count = NumberField("count", text("calendar", "天数"), most=4)
        units = [
            Option(DayUnit.WORKING_DAYS.value, text("calendar", "个工作日"), "1 g"),
            Option(DayUnit.CALENDAR_DAYS.value, text("calendar", "日（末日休息的顺延）"), "2 r"),
        ]
        unit = text("calendar", "单位")
        self._unit = Choice("unit", unit, units, value=DayUnit.WORKING_DAYS.value)
        for field in (self._start, self._count, self._unit):
            self._form.add(self._term, field)
            field.edited.connect(self._ask_term)

    def _build_rest(self) -> None:
        meanings = [
            _row([Sample(look, own=own), QLabel(words)])
            for look, own, words in (
                (Look.HOLIDAY, False, text("calendar", "放假（休）")),
                (Look.WORKDAY, False, text("calendar", "调休上班（班）")),
                (Look.STATUTORY, False, text("calendar", "法定休息，推算（估）")),
                (Look.WEEKEND, False, text("calendar", "周末")),
                (Look.PLAIN, True, text("calendar", "本所改过（三角）")),
            )
        ]
        legend = Flow(meanings, across=18)
        cards: list[QWidget] = [self._about, self._term]
        if self._presenter.can_change:
            cards.append(self._build_import())
        self._form.place(Sides([self._grid, legend], cards))
        if self._presenter.can_change:
            keys = FlowRow(10)
            keys.addWidget(ActionButton(self._save, "primary"))
            for each in (self._clear, self._import):
                keys.addWidget(ActionButton(each))
            self._column.addLayout(keys)

    def _build_import(self) -> Section:
        card = Section(text("calendar", "放假安排"), 1)
        how = QLabel(
            text(
                "calendar",
                "每年通知公布后，录成 CSV 导入。每行一天：2027-01-01,放假,元旦；"
                "或一段：2027-01-01,2027-01-03,放假,元旦。调休上班的日子写“上班”。",
            )
        )
        how.setProperty("role", "muted")
        how.setWordWrap(True)
        card.place(how)
        return card

    def _begin(self) -> None:
        presenter = self._presenter
        self._grid.picked.connect(presenter.pick)
        self._grid.opened.connect(self._go_to_day)
        presenter.changed.connect(self._show)
        presenter.picked.connect(self._show_day)
        presenter.counted.connect(self._show_term)
        presenter.previewed.connect(self._show_preview)
        presenter.problems.connect(self._form.show_problems)
        presenter.failed.connect(self._tell)
        self._start.set_value(presenter.today.isoformat())
        self._show()
        self._show_day()
        self._show_term()
        self._grid.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- showing ---------------------------------------------------------------------------------------
    def _show(self) -> None:
        it = self._presenter
        year = it.year if it.year is not None and it.year.year == it.chosen.year else None
        self._year.setText(str(it.chosen.year))
        self._grid.show_year(year, it.chosen, it.today)
        self._published.setVisible(year is not None)
        if year is not None:
            published = text("calendar", "已公布") if year.published else text("calendar", "暂估")
            self._published.setText(published)
            dress(self._published, "good" if year.published else "warning")
            told = year_words(year)
            if it.can_change and not year.published:
                told += text("calendar", "通知公布后，按 F10 导入。")
            self._told.setText(told)
        self._enable()

    def _show_day(self) -> None:
        it = self._presenter
        row = it.row
        self._grid.show_day(it.chosen)
        self._heading.setText(date_words(it.chosen))
        self._what.setText(day_words(row) if row is not None else "")
        self._source.setText(source_words(row) if row is not None else "")
        if it.can_change and row is not None:
            self._kind.set_value(row.kind.value if row.kind in (DayKind.HOLIDAY, DayKind.WORKDAY) else "")
            self._note.set_value(row.note if row.kind is not None else "")
        self._enable()
        place = self._grid.cell(it.chosen).center()
        at = self._grid.mapTo(self._form.widget(), place) if self._grid.isVisible() else None
        if at is not None and self._grid.hasFocus():
            margin = self._grid.cell(it.chosen).height() * 2
            QTimer.singleShot(0, self._form, partial(self._form.ensureVisible, at.x(), at.y(), 0, margin))

    def _enable(self) -> None:
        it = self._presenter
        why = (
            text("calendar", "工作日历由系统管理员修改。")
            if not it.can_change
            else text("calendar", "正在保存。")
        )
        possible = it.can_change and not it.busy
        set_possible(self._save, possible, why)
        set_possible(self._import, possible, why)
        own = it.row is not None and it.row.source is DaySource.STATION
        set_possible(
            self._clear, possible and own, why if not possible else text("calendar", "这一天本所没有改过。")
        )
        set_possible(self._back, it.chosen.year > 2004, text("calendar", "日历从 2004 年开始。"))
        set_possible(self._on, it.chosen.year < 2099, text("calendar", "日历到 2099 年为止。"))

    def _show_term(self) -> None:
        it = self._presenter
        self._estimated.setVisible(it.due is not None and it.due.estimated)
        if it.due is not None:
            words = date_words(it.due.on)
            self._due.setText(
                text("calendar", "{day}（暂估）").format(day=words) if it.due.estimated else words
            )
        self._due.setVisible(it.due is not None)
        problem = sentence_text(it.due_problem) if it.due_problem is not None else ""
        self._count.show_advice(problem if self._count.value() else "")

    def _show_preview(self, preview: NoticePreview) -> None:
        sheet = ImportSheet(self, preview)
        sheet.answered.connect(partial(self._answered, preview))

    def _tell(self, error: CounterError) -> None:
        tell(self, error)

    # -- the clerk -------------------------------------------------------------------------------------
    def _answered(self, preview: NoticePreview, button: str) -> None:
        if button == "import_notice":
            self._presenter.import_notice(preview)

    def _hand_in(self) -> None:
        if self._presenter.can_change:
            self._presenter.save(self._form.values())

    def _go_to_day(self) -> None:
        self._form.go_to("kind" if self._presenter.can_change else "start")

    def _ask_term(self) -> None:
        self._presenter.ask_term(self._start.value(), self._count.value(), self._unit.value())

    def _ask_path(self) -> None:
        dialog = QFileDialog(
            self,
            text("calendar", "选择放假安排"),
            "",
            "CSV (*.csv *.txt);;" + text("calendar", "所有文件") + " (*)",
        )
        dialog.setObjectName("open_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._presenter.read_notice)
        dialog.open()


def _row(widgets: list[QWidget]) -> QWidget:
    """Widgets side by side."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    for widget in widgets:
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    return made
