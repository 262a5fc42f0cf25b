"""Spans of residence drawn on a line of years, with today and the day on which half a year is full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

LEAST_DAYS = 60
"""The line shows no less, so that a span of one day is not as wide as the page."""
STEPS = (1, 3, 6, 12, 24, 60, 120)
"""Months between two marks of the axis, the finest that has room is taken."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One span: `arrived` to `start` was not registered yet; `end` is None while it lasts."""

    arrived: date
    start: date
    end: date | None
    label: str
    says: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A day that matters, and what it is called."""

    day: date
    label: str


class Timeline(QWidget):
    """The bars, oldest to newest; the arrows choose one, and `chosen` tells which (from 0)."""

    chosen = Signal(int)

    def __init__(self, spoken: str) -> None:
        super().__init__()
        self.setObjectName("timeline")
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._bars: tuple[Bar, ...] = ()
        self._today = self._full = Mark(date(2000, 1, 1), "")
        self._at = 0

    def show_spans(self, bars: Sequence[Bar], today: Mark, full: Mark | None) -> None:
        """Show these spans, oldest first, and choose the newest."""
        self._bars = tuple(bars)
        self._today, self._full = today, full or Mark(today.day, "")
        self.choose(len(self._bars) - 1)
        self.update()

    def choose(self, at: int) -> None:
        """Choose a span by its place, counted from 0; out of range goes to the nearest."""
        if not self._bars:
            return
        self._at = max(0, min(at, len(self._bars) - 1))
        self.setAccessibleDescription(self._bars[self._at].says)
        self.chosen.emit(self._at)
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines of marks, a bar, an axis with its years."""
        line = self.fontMetrics().height()
        return QSize(line * 20, round(line * 6.2))

    def minimumSizeHint(self) -> QSize:
        """As high as it is meant to be."""
        return QSize(self.fontMetrics().height() * 10, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go from span to span."""
        key, last = event.key(), len(self._bars) - 1
        to = {
            Qt.Key.Key_Left: self._at - 1,
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key in to:
            self.choose(to[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        at = self._bar_at(event.position())
        if at is not None:
            self.choose(at)

    def event(self, event: QEvent) -> bool:
        """Point at a span to read it whole."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._bar_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._bars[at].says if at is not None else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw axis, bars, marks and the ring of focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._bars:
            self._draw_axis(painter)
            self._draw_before(painter)
            for at, bar in enumerate(self._bars):
                self._draw_bar(painter, at, bar)
            line = self.fontMetrics().height()
            if self._full.label:
                self._draw_mark(painter, self._full, 0.15 * line, self._colour(QPalette.ColorRole.Link), True)
            self._draw_mark(painter, self._today, 1.25 * line, self._colour(QPalette.ColorRole.Text), False)
        if self.hasFocus():
            ring = QPen(self._colour(QPalette.ColorRole.Accent), 2)
            painter.setPen(ring)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    # -- drawing -----------------------------------------------------------------------------------
    def _draw_axis(self, painter: QPainter) -> None:
        metrics, below = self.fontMetrics(), self._bar_rect(self._today.day, self._today.day).bottom() + 6
        painter.setPen(QPen(self._colour(QPalette.ColorRole.Dark), 1))
        painter.drawLine(QPointF(self._left(), below), QPointF(self._right(), below))
        room_from = float("-inf")
        for day, label in self._ticks():
            x, width = self._x(day), metrics.horizontalAdvance(label)
            painter.setPen(QPen(self._colour(QPalette.ColorRole.Dark), 1))
            painter.drawLine(QPointF(x, below), QPointF(x, below + 5))
            left = min(max(x - width / 2, 2), self.width() - width - 2)
            if left > room_from:
                painter.setPen(self._colour(QPalette.ColorRole.PlaceholderText))
                painter.drawText(QPointF(left, below + 7 + metrics.ascent()), label)
                room_from = left + width + metrics.averageCharWidth()

    def _draw_before(self, painter: QPainter) -> None:
        """Days lived there before anybody reported it: an empty frame, under the bars."""
        painter.setPen(QPen(self._colour(QPalette.ColorRole.Dark), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for bar in self._bars:
            if bar.arrived < bar.start:
                painter.drawRect(self._bar_rect(bar.arrived, bar.start))

    def _draw_bar(self, painter: QPainter, at: int, bar: Bar) -> None:
        rect = self._bar_rect(bar.start, bar.end or self._today.day)
        lasting = bar.end is None
        edge = self._colour(QPalette.ColorRole.Dark)
        fill = QPalette.ColorRole.Highlight if lasting else QPalette.ColorRole.AlternateBase
        chosen = at == self._at and len(self._bars) > 1
        painter.setPen(QPen(self._colour(QPalette.ColorRole.Text) if chosen else edge, 3 if chosen else 1))
        painter.setBrush(self._colour(fill))
        painter.drawRoundedRect(rect, 3, 3)
        room = rect.adjusted(8, 0, -8, 0)
        if room.width() > self.fontMetrics().averageCharWidth() * 10:
            words = self.fontMetrics().elidedText(bar.label, Qt.TextElideMode.ElideLeft, round(room.width()))
            role = QPalette.ColorRole.HighlightedText if lasting else QPalette.ColorRole.Text
            painter.setPen(self._colour(role))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _draw_mark(self, painter: QPainter, mark: Mark, top: float, colour: QColor, dashed: bool) -> None:
        metrics, x = self.fontMetrics(), self._x(mark.day)
        width = metrics.horizontalAdvance(mark.label)
        bar = self._bar_rect(mark.day, mark.day)
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, 2, style))
        painter.drawLine(QPointF(x, top + metrics.height()), QPointF(x, bar.top()))
        painter.drawLine(QPointF(x, bar.bottom()), QPointF(x, bar.bottom() + 6))
        left = min(max(x - width / 2, 4), self.width() - width - 4)
        painter.drawText(QPointF(left, top + metrics.ascent()), mark.label)

    def _ticks(self) -> list[tuple[date, str]]:
        first, last = self._range()
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        width = self.fontMetrics().horizontalAdvance("2026-06") * 1.6
        room = (self._right() - self._left()) / width
        step = next((each for each in STEPS if months / each <= room), STEPS[-1])
        found = []
        for month in range(first.year * 12 + first.month, last.year * 12 + last.month):
            if month % step == 0:
                day = date(month // 12, month % 12 + 1, 1)
                found.append((day, f"{day:%Y}" if step >= 12 else f"{day:%Y-%m}"))
        return found

    # -- measure -----------------------------------------------------------------------------------
    def _range(self) -> tuple[date, date]:
        first = min(bar.arrived for bar in self._bars)
        last = max(self._today.day, self._full.day, *(bar.end or self._today.day for bar in self._bars))
        if (last - first).days < LEAST_DAYS:
            first = last - timedelta(days=LEAST_DAYS)
        return first, last

    def _left(self) -> float:
        return self.fontMetrics().averageCharWidth() * 3.0

    def _right(self) -> float:
        return self.width() - self._left()

    def _x(self, day: date) -> float:
        first, last = self._range()
        share = (day - first).days / (last - first).days
        return self._left() + share * (self._right() - self._left())

    def _bar_rect(self, start: date, end: date) -> QRectF:
        line = self.fontMetrics().height()
        left, right = self._x(start), self._x(end)
        return QRectF(left, 2.6 * line, max(right - left, 4.0), 1.6 * line)

    def _bar_at(self, where: QPointF) -> int | None:
        for at in reversed(range(len(self._bars))):
            bar = self._bars[at]
            if self._bar_rect(bar.arrived, bar.end or self._today.day).adjusted(-3, 0, 3, 0).contains(where):
                return at
        return None

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)
