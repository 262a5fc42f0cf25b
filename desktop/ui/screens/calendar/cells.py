"""How a day is drawn: what is off and worked by fill, letter and frame, never by colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
    QStaticText,
)
from PySide6.QtWidgets import QWidget

from desktop.domain.working_days import DayKind
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.services.calendar_rows import CalendarDayRow


class Look(StrEnum):
    """How a cell is drawn."""

    PLAIN = "plain"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    WORKDAY = "workday"
    STATUTORY = "statutory"


def look_of(row: CalendarDayRow) -> Look:
    """How a day is drawn."""
    if row.kind is not None:
        return {
            DayKind.HOLIDAY: Look.HOLIDAY,
            DayKind.WORKDAY: Look.WORKDAY,
            DayKind.STATUTORY: Look.STATUTORY,
        }[row.kind]
    return Look.PLAIN if row.working else Look.WEEKEND


class Brushes:
    """What days are drawn with; words are laid out once, not once a day."""

    def __init__(self, widget: QWidget) -> None:
        # the style sheet makes a widget's own placeholder colour half transparent
        palette, role = QGuiApplication.palette(), QPalette.ColorRole
        self.text, self.muted = palette.color(role.Text), palette.color(role.PlaceholderText)
        self.accent, self.edge = palette.color(role.Accent), palette.color(role.Dark)
        self.soft = QColor(self.accent)
        self.soft.setAlphaF(0.16)
        plain, bold, small = QFont(widget.font()), QFont(widget.font()), QFont(widget.font())
        bold.setBold(True)
        small.setPixelSize(max(8, round(widget.fontInfo().pixelSize() * 0.66)))
        small.setBold(True)
        self._fonts = {"plain": plain, "bold": bold, "small": small}
        self._used = ""
        self._marks: Mapping[Look, str] = {
            Look.HOLIDAY: text("calendar", "休"),
            Look.WORKDAY: text("calendar", "班"),
            Look.STATUTORY: text("calendar", "估"),
        }
        self._laid: dict[tuple[str, str], tuple[QStaticText, float, float]] = {}

    def begin(self) -> None:
        """Begin with a painter that has no font of these yet."""
        self._used = ""

    def write(
        self, painter: QPainter, which: str, words: str, room: QRect, across: float = 0.5, down: float = 0.5
    ) -> None:
        """Write `words` in the font `which` ("plain", "bold", "small"), so far across and down in `room`."""
        laid = self._laid.get((which, words))
        if laid is None:
            made = QStaticText(words)
            made.setTextFormat(Qt.TextFormat.PlainText)
            made.prepare(font=self._fonts[which])
            laid = self._laid[which, words] = (made, made.size().width(), made.size().height())
        if which != self._used:
            self._used = which
            painter.setFont(self._fonts[which])
        drawn, width, height = laid
        x = room.x() + (room.width() - width) * across
        painter.drawStaticText(QPointF(x, room.y() + (room.height() - height) * down), drawn)

    def cell(
        self, painter: QPainter, room: QRect, words: str, look: Look, *, own: bool, today: bool = False
    ) -> None:
        """Draw one day."""
        painter.setPen(self.muted if look is Look.WEEKEND else self.text)
        if look in (Look.PLAIN, Look.WEEKEND) and not own and not today:
            self.write(painter, "plain", words, room)
            return
        box = room.adjusted(1, 1, -2, -2)
        if look in (Look.HOLIDAY, Look.STATUTORY):
            painter.fillRect(box, self.soft)
        mark = self._marks.get(look, "")
        left = box.adjusted(0, 0, -round(box.width() * 0.34), 0) if mark else box
        bold = look in (Look.HOLIDAY, Look.WORKDAY) or today
        self.write(painter, "bold" if bold else "plain", words, left)
        if today:
            painter.fillRect(left.x() + 3, left.bottom() - 1, left.width() - 6, 2, painter.pen().color())
        if mark:
            self.write(painter, "small", mark, box.adjusted(0, 0, -1, 0), across=1.0, down=0.0)
        if own:
            side = box.height() * 0.34
            corner = QPointF(box.right() + 1, box.bottom() + 1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.text)
            painter.drawPolygon(QPolygonF([corner, corner - QPointF(side, 0), corner - QPointF(0, side)]))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if look in (Look.WORKDAY, Look.STATUTORY):
            line = Qt.PenStyle.SolidLine if look is Look.WORKDAY else Qt.PenStyle.DashLine
            painter.setPen(QPen(self.edge if look is Look.WORKDAY else self.accent, 1, line))
            painter.drawRect(box)


class Sample(QWidget):
    """A cell beside its meaning."""

    def __init__(self, look: Look, *, own: bool = False) -> None:
        super().__init__()
        self._look, self._own = look, own
        side = round(self.fontMetrics().height() * 1.5)
        self.setFixedSize(round(side * 1.3), side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it as the year does."""
        Brushes(self).cell(QPainter(self), self.rect(), "8", self._look, own=self._own)
