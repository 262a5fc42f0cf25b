"""A year painted as twelve months, gone about in by the arrows."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.services.calendar_rows import DaySource
from desktop.ui.kit.text import text
from desktop.ui.kit.unveil import unveil_part
from desktop.ui.screens.calendar.cells import Brushes, look_of
from desktop.ui.screens.calendar.plan import Plan, narrowest, plan_of
from desktop.ui.screens.calendar.words import date_words, day_words

if TYPE_CHECKING:
    from desktop.services.calendar_rows import CalendarDayRow, YearRow

BAND = 100
"""Pixels painted in one turn: four months side by side have 30 days in as many."""


class YearGrid(QWidget):
    """Twelve months in as many columns as fit; the arrows go from day to day.

    Left and right go a day, up and down a week, Page Up and Page Down a month, Home and End to the ends of
    the month; Enter opens the day.
    """

    picked = Signal(object)
    """Another day was chosen (a date, maybe of another year)."""
    opened = Signal()
    """Enter, or a double click: go and change the day."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("year_grid")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text("calendar", "全年日历"))
        self._year: YearRow | None = None
        self._day = self._today = date(2004, 1, 1)
        self._brushes: Brushes | None = None
        self._months = (
            text("calendar", "一月"), text("calendar", "二月"), text("calendar", "三月"),
            text("calendar", "四月"), text("calendar", "五月"), text("calendar", "六月"),
            text("calendar", "七月"), text("calendar", "八月"), text("calendar", "九月"),
            text("calendar", "十月"), text("calendar", "十一月"), text("calendar", "十二月"),
        )  # fmt: skip
        self._weekdays = (
            text("calendar", "一"), text("calendar", "二"), text("calendar", "三"), text("calendar", "四"),
            text("calendar", "五"), text("calendar", "六"), text("calendar", "日"),
        )  # fmt: skip

    def show_year(self, year: YearRow | None, day: date, today: date) -> None:
        """Show a year, or an empty one while it is read, with a day chosen."""
        if year is not self._year or today != self._today:
            self.update()  # all of it; told the same again, it is not painted again
            unveil_part(self, BAND)
        self._year, self._today = year, today
        self.show_day(day)

    def show_day(self, day: date) -> None:
        """Choose another day; only the two cells are painted anew."""
        if day.year != self._day.year:
            self.update()
            unveil_part(self, BAND)
        self.update(self.cell(self._day).adjusted(-3, -3, 3, 3))
        self._day = day
        self._grow()
        self.update(self.cell(day).adjusted(-3, -3, 3, 3))
        row = self._row(day)
        told = f"{date_words(day)} {day_words(row) if row else ''}".strip()
        if told != self.accessibleDescription():
            self.setAccessibleDescription(told)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    # -- sizes -----------------------------------------------------------------------------------------
    @property
    def plan(self) -> Plan:
        """Where the months are at the present width."""
        line = self.fontMetrics().height()
        return plan_of(self._day.year, self.width(), line)

    def cell(self, day: date) -> QRect:
        """Where a day of the year shown is drawn."""
        return self.plan.cell(day)

    def sizeHint(self) -> QSize:
        """Wide enough for three months."""
        return QSize(narrowest(self.fontMetrics().height()) * 3, self.height())

    def minimumSizeHint(self) -> QSize:
        """Never narrower than one month."""
        return QSize(narrowest(self.fontMetrics().height()), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as its months are."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        if self.plan.height != self.minimumHeight():  # not `height`, which follows in the next turn
            self.setFixedHeight(self.plan.height)

    # -- painting --------------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the months that are to be drawn."""
        if self._brushes is None:
            self._brushes = Brushes(self)
        painter, brushes, plan = QPainter(self), self._brushes, self.plan
        brushes.begin()
        for month, room in enumerate(plan.rooms, 1):
            if room.intersects(event.rect()):
                self._draw_month(painter, brushes, plan, month, event.rect())
        focus = self.hasFocus()
        painter.setPen(QPen(brushes.accent if focus else brushes.text, 3 if focus else 1))
        painter.drawRect(plan.cell(self._day).adjusted(0, 0, -1, -1))

    def _draw_month(self, painter: QPainter, brushes: Brushes, plan: Plan, month: int, dirty: QRect) -> None:
        room, line = plan.rooms[month - 1], plan.line
        painter.setPen(brushes.text)
        name = QRect(room.x() + 4, room.y(), room.width(), line)
        brushes.write(painter, "bold", self._months[month - 1], name, across=0.0)
        painter.setPen(brushes.muted)
        for column, word in enumerate(self._weekdays):
            head = QRect(room.x() + column * plan.width, room.y() + line, plan.width, line)
            brushes.write(painter, "small", word, head)
        for row in self._days_of(month):
            place = plan.cell(row.day)
            if place.intersects(dirty):
                own = row.source is DaySource.STATION
                brushes.cell(
                    painter, place, str(row.day.day), look_of(row), own=own, today=row.day == self._today
                )

    def _days_of(self, month: int) -> tuple[CalendarDayRow, ...]:
        if self._year is None or self._year.year != self._day.year:
            return ()
        first = date(self._day.year, month, 1)
        # by ordinals: `timetuple` imports a module at every call
        begin = first.toordinal() - date(first.year, 1, 1).toordinal()
        return self._year.days[begin : begin + monthrange(first.year, month)[1]]

    def _row(self, day: date) -> CalendarDayRow | None:
        days = self._days_of(day.month) if day.year == self._day.year else ()
        return days[day.day - 1] if days else None

    # -- the clerk -------------------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from day to day."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        key, day = Qt.Key(event.key()), self._day
        days = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}.get(key)
        if days is not None:
            self.picked.emit(day + timedelta(days=days))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.picked.emit(_month_on(day, -1 if key == Qt.Key.Key_PageUp else 1))
        elif key == Qt.Key.Key_Home:
            self.picked.emit(day.replace(day=1))
        elif key == Qt.Key.Key_End:
            self.picked.emit(day.replace(day=monthrange(day.year, day.month)[1]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the mouse."""
        day = self.plan.day_at(event.position().toPoint())
        if day is not None:
            self.picked.emit(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go and change the day."""
        self.opened.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Another font, or other colours."""
        self._brushes = None
        super().changeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is another one."""
        self.update(self.cell(self._day).adjusted(-3, -3, 3, 3))
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring is another one."""
        self.update(self.cell(self._day).adjusted(-3, -3, 3, 3))
        super().focusOutEvent(event)


def _month_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
