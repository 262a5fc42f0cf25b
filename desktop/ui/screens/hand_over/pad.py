"""The pad that somebody signs on: with a mouse, a pen or a finger; what is written becomes a small PNG."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit.text import text

Strokes = tuple[tuple[tuple[float, float], ...], ...]
"""What was written: lines of points on a sheet of WIDE × HIGH."""
WIDE, HIGH = 900, 300
INK = 5.0
"""How thick the pen writes on that sheet."""
LINES = 9
"""The pad is so many times as high as a line of text."""
MOST = 0.3
"""The part of the window's height that it takes at most."""
LEAST = 4
"""Points that a signature has at least: a slip of the hand is none."""


class SignaturePad(QWidget):
    """A white sheet; `signed` follows every stroke. `clear` begins anew, `redo` brings back what was cleared."""

    signed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("signature")
        self.setAccessibleName(text("hand_over", "签名板"))
        told = text("hand_over", "用鼠标、触控笔或手指签名；不便时请改在回执上签名。")
        self.setAccessibleDescription(told)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._strokes: list[list[QPointF]] = []
        self._cleared: list[list[QPointF]] = []
        self._down = False

    def strokes(self) -> Strokes:
        """Give what is written."""
        return tuple(tuple((point.x(), point.y()) for point in stroke) for stroke in self._strokes)

    def show_strokes(self, strokes: Strokes) -> None:
        """Show what was written before."""
        self._strokes = [[QPointF(*point) for point in stroke] for stroke in strokes]
        self._cleared = []
        self.update()

    @property
    def can_redo(self) -> bool:
        """Whether something was cleared that can come back."""
        return bool(self._cleared)

    def clear(self) -> None:
        """Begin anew."""
        if self._strokes:
            self._cleared, self._strokes = self._strokes, []
            self.update()
            self.signed.emit()

    def redo(self) -> None:
        """Bring back what was cleared last."""
        if self._cleared:
            self._strokes, self._cleared = self._cleared, []
            self.update()
            self.signed.emit()

    def png(self) -> bytes | None:
        """Give the signature as a PNG, black on white; None where nothing is written."""
        if sum(len(stroke) for stroke in self._strokes) < LEAST:
            return None
        sheet = QImage(WIDE, HIGH, QImage.Format.Format_Grayscale8)
        sheet.fill(Qt.GlobalColor.white)
        painter = QPainter(sheet)
        self._write(painter, QColor(Qt.GlobalColor.black))
        painter.end()
        kept = QByteArray()
        buffer = QBuffer(kept)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        sheet.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(kept.data())

    # -- the hand ------------------------------------------------------------------------------------
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the pen down."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Write."""
        self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lift the pen."""
        self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Write with a pen."""
        kind = event.type()
        if kind == QEvent.Type.TabletPress:
            self._begin(event.position())
        elif kind == QEvent.Type.TabletMove:
            self._go_on(event.position())
        elif kind == QEvent.Type.TabletRelease:
            self._end()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Write with one finger; the palm that lies on the glass writes nothing."""
        if not isinstance(event, QTouchEvent):
            return super().event(event)
        points = event.points()
        if event.type() == QEvent.Type.TouchBegin and points:
            self._begin(points[0].position())
        elif event.type() == QEvent.Type.TouchUpdate and points:
            self._go_on(points[0].position())
        else:
            self._end()
        event.accept()
        return True

    # -- the sheet -----------------------------------------------------------------------------------
    def sizeHint(self) -> QSize:
        """High enough for a name, in the shape of the sheet."""
        lines = round(self.fontMetrics().height() * LINES)
        high = min(lines, round(self.window().height() * MOST))  # so that it is seen whole at 200 %
        return QSize(high * WIDE // HIGH, high)

    def minimumSizeHint(self) -> QSize:
        """The same height where it is narrow: the sheet is smaller then."""
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet, the line to sign on, and the ink."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet, palette = self._sheet(), self.palette()
        painter.fillRect(sheet, palette.color(QPalette.ColorRole.Base))
        painter.setPen(palette.color(QPalette.ColorRole.Dark))
        painter.drawRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5))
        line = sheet.top() + sheet.height() * 0.78
        painter.drawLine(QPointF(sheet.left() + 16, line), QPointF(sheet.right() - 16, line))
        if not self._strokes:
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(sheet, Qt.AlignmentFlag.AlignCenter, text("hand_over", "请在这里签名"))
        painter.translate(sheet.topLeft())
        painter.scale(sheet.width() / WIDE, sheet.height() / HIGH)
        self._write(painter, palette.color(QPalette.ColorRole.Text))

    def _sheet(self) -> QRectF:
        """The sheet in the widget: as large as its shape fits, at the left."""
        scale = min(self.width() / WIDE, self.height() / HIGH)
        return QRectF(0, 0, WIDE * scale, HIGH * scale)

    def _write(self, painter: QPainter, ink: QColor) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(ink, INK)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for stroke in self._strokes:
            path = QPainterPath(stroke[0])
            for point in stroke[1:] or stroke:
                path.lineTo(point + QPointF(0, 0.02))  # the pen's round end makes a dot of a single point
            painter.drawPath(path)

    def _begin(self, at: QPointF) -> None:
        if not self._sheet().contains(at):
            return
        self._down = True
        self._cleared = []
        self._strokes.append([self._on_sheet(at)])
        self.update()

    def _go_on(self, at: QPointF) -> None:
        if self._down:
            self._strokes[-1].append(self._on_sheet(at))
            self.update()

    def _end(self) -> None:
        if self._down:
            self._down = False
            self.signed.emit()

    def _on_sheet(self, at: QPointF) -> QPointF:
        sheet = self._sheet()
        x = min(max(at.x() / sheet.width(), 0.0), 1.0) * WIDE
        y = min(max(at.y() / sheet.height(), 0.0), 1.0) * HIGH
        return QPointF(x, y)
