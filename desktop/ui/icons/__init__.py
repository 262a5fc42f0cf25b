"""The program's icons as lines on a 24 × 24 grid, drawn in the colour of the text around them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.kit.restyle import restyle

# "x,y x,y …" is a line, "o cx,cy r" a circle, "a cx,cy r from span" an arc (degrees), "r x,y w,h" a rounded box, "." a dot
SHAPES: dict[str, tuple[str, ...]] = {
    "desk": ("o 12,8 4", "a 12,21 8 0 180"),
    "day": ("r 4,5 16,15", "4,10 20,10", "8,3 8,7", "16,3 16,7", "8,15 11,17.5 16,13"),
    "work_list": ("o 12,12.5 8.5", "12,7.5 12,12.5 15.5,15", "9.5,1.5 14.5,1.5"),
    "export": ("12,3 12,14", "8,10.5 12,14.5 16,10.5", "4,15 4,20 20,20 20,15"),
    "decide": ("r 5,4.5 14,16", "9,3 15,3", "8.5,13 11,15.5 15.5,10"),
    "hand_over": ("r 3,4 14,10", "6,7.5 9,7.5", "6,10.5 12.5,10.5", "8,19 20.5,19", "17,15.5 20.5,19 17,22.5"),
    "trail": ("4,5 20,5", "4,10 14,10", "4,15 11,15", "4,20 9,20", "o 16.5,15 3.5", "19,17.5 22,20.5"),
    "rules": ("r 5,3.5 14,17", "9,3.5 9,20.5", "12,8 16,8", "12,12 16,12"),
    "settings": ("4,7 20,7", "4,12 20,12", "4,17 20,17", "o 9,7 2", "o 15,12 2", "o 8,17 2"),
    "lock": ("r 5,11 14,9", "8,11 8,8", "a 12,8 4 180 -180", "16,8 16,11"),
    "sign_out": ("10,4 5,4 5,20 10,20", "10,12 20,12", "16,8 20,12 16,16"),
    "back": ("20,12 5,12", "11,6 5,12 11,18"),
    "search": ("o 10.5,10.5 6", "15,15 20.5,20.5"),
    "problem": ("o 12,12 9", "12,7 12,13", ". 12,16.5"),
    "warning": ("12,3.5 21.5,20 2.5,20 12,3.5", "12,10 12,14.5", ". 12,17.3"),
    "good": ("o 12,12 9", "7.5,12.3 10.8,15.5 16.5,9"),
    "info": ("o 12,12 9", "12,11 12,17", ". 12,7.5"),
    "close": ("6,6 18,18", "18,6 6,18"),
    "down": ("6,9.5 12,15.5 18,9.5",),
    "print": ("7,9 7,3.5 17,3.5 17,9", "7,17 4,17 4,9 20,9 20,17 17,17", "r 7,14 10,6.5"),
    "person": ("o 12,8 4", "a 12,21 8 0 180"),
    "staff": ("o 9,8.5 3.5", "a 9,20 6 0 180", "a 16.2,8.7 3 -100 200", "a 16.5,20 4.5 0 95"),
    "factor": ("r 7,2.5 10,19", "11,18.5 13,18.5", "9.7,10.3 11.5,12.1 14.5,8.7"),
    "rights": ("12,3 19.5,5.5 19.5,11.5 17.8,15.8 12,21 6.2,15.8 4.5,11.5 4.5,5.5 12,3", "8.5,11.7 11,14.2 15.5,9.5"),
    "backup": ("r 3,4 18,5", "4.7,9 4.7,20 19.3,20 19.3,9", "12,11.8 12,17", "9.2,14.4 12,17.2 14.8,14.4"),
    "plus": ("12,5 12,19", "5,12 19,12"),
    "home": ("3,12 12,4 21,12", "6,10 6,20 18,20 18,10"),
    "permit": ("r 3,5 18,14", "o 8.5,11 2", "5.5,16 6.5,14.5 10.5,14.5 11.5,16", "14,10 18,10", "14,14 18,14"),
    "server": ("r 4,4 16,6.5", "r 4,13.5 16,6.5", "7.5,7.2 9.5,7.2", "7.5,16.7 9.5,16.7"),
    "seal": ("o 8,8 4", "11,11 20,20", "16,16 18.5,13.5", "18.5,18.5 21,16"),
    "bin": ("4,7 20,7", "9,7 9,4 15,4 15,7", "6,7 7,20 17,20 18,7", "10,11 10,16", "14,11 14,16"),
    "help": ("o 12,12 9", "9.3,9.5 9.6,8.2 10.6,7.3 12,7 13.5,7.3 14.6,8.4 14.7,9.9 13.8,11.2 12,12.4 12,14", ". 12,16.7"),
    "language": ("o 12,12 9", "3,12 21,12", "12,3 9,7 8,12 9,17 12,21 15,17 16,12 15,7 12,3"),
    "theme": ("o 12,12 8.5", "12,4 12,20", "14.5,5.5 14.5,18.5", "17,7.5 17,16.5"),
}  # fmt: skip


def _point(pair: str) -> QPointF:
    x, y = pair.split(",")
    return QPointF(float(x), float(y))


def path_of(name: str) -> QPainterPath:
    """An icon's lines on the 24 × 24 grid."""
    path = QPainterPath()
    for shape in SHAPES[name]:
        kind, *rest = shape.split()
        if kind == "o":
            path.addEllipse(_point(rest[0]), float(rest[1]), float(rest[1]))
        elif kind == "a":
            middle, radius = _point(rest[0]), float(rest[1])
            room = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
            path.arcMoveTo(room, float(rest[2]))
            path.arcTo(room, float(rest[2]), float(rest[3]))
        elif kind == ".":
            path.moveTo(_point(rest[0]))  # the pen's round end makes the dot
            path.lineTo(_point(rest[0]) + QPointF(0, 0.02))
        elif kind == "r":
            size = _point(rest[1])
            path.addRoundedRect(QRectF(_point(rest[0]), _point(rest[0]) + size), 1.5, 1.5)
        else:
            path.moveTo(_point(kind))
            for corner in rest:
                path.lineTo(_point(corner))
    return path


def draw(painter: QPainter, name: str, room: QRect, colour: QColor) -> None:
    """Draw an icon as large as fits, in the middle of `room`."""
    side = min(room.width(), room.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(room.x() + (room.width() - side) / 2, room.y() + (room.height() - side) / 2)
    painter.scale(side / 24, side / 24)
    pen = QPen(colour, 1.9)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(path_of(name))
    painter.restore()


class _Engine(QIconEngine):
    def __init__(self, name: str, colour: QColor | None) -> None:
        super().__init__()
        self._name, self._colour = name, colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        group = QPalette.ColorGroup.Disabled if mode is QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        colour = self._colour or QGuiApplication.palette().color(group, QPalette.ColorRole.ButtonText)
        draw(painter, self._name, rect, colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colour)


def icon(name: str, colour: QColor | None = None) -> QIcon:
    """An icon for a button: drawn in the theme's text colour of the moment, or in `colour`."""
    return QIcon(_Engine(name, colour))


class Icon(QWidget):
    """An icon beside words, as tall as their line; its colour follows its `kind` (problem, warning, good, info).

    `lines` says how many lines of text it is high, where it stands alone.
    """

    def __init__(self, name: str, parent: QWidget | None = None, *, lines: float = 0.95) -> None:
        super().__init__(parent)
        self._name, self._lines = name, lines
        self.setProperty("kind", name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def become(self, name: str) -> None:
        """Be another icon, of another kind."""
        self._name = name
        self.setProperty("kind", name)
        restyle(self)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as it was told to be, which is a little more than the letters."""
        side = round(self.fontMetrics().height() * self._lines)
        return QSize(side, side)

    def paintEvent(self, event: object) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        draw(painter, self._name, self.rect(), self.palette().color(QPalette.ColorRole.WindowText))
