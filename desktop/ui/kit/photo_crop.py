"""Framing a photo: the picture with the permit's frame over it, and the result at its printed size."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.services.photos import HEIGHT, Crop, Preview
from desktop.ui.kit.text import text

STEP, FINE = 0.05, 0.01
"""How far a key moves the frame, in parts of it; with Shift."""
PRINTED = (26.0, 32.0)
"""Width and height of the photo on the permit, in millimetres (GA 461-2004)."""
HAIR, EYES = 21 / HEIGHT, (HEIGHT - 207) / HEIGHT
"""Guides, in parts of the height from the top: hair begins above the first, the eyes are above the second."""


class CropInput(QWidget):
    """The picture chosen; arrows or the mouse move the frame, + and − or the wheel scale what is in it."""

    moved = Signal(float, float)
    scaled = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("photo_crop")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(text("application", "照片裁剪"))
        self.setAccessibleDescription(
            text("application", "方向键移动，加号放大，减号缩小，按住 Shift 微调。")
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._image: QImage | None = None
        self._crop = Crop(0, 0, 1, 1)
        self._held: QPointF | None = None

    def show_picture(self, preview: Preview | None, crop: Crop) -> None:
        """Show a picture with its frame; None shows the empty place and takes no focus."""
        self._image = image_of(preview)
        self.setEnabled(preview is not None)
        self.show_crop(crop)

    def show_crop(self, crop: Crop) -> None:
        """Show the frame elsewhere."""
        self._crop = crop
        self.update()

    def sizeHint(self) -> QSize:
        """Twelve lines of text high."""
        line = self.fontMetrics().height()
        return QSize(line * 10, line * 12)

    def minimumSizeHint(self) -> QSize:
        """As narrow as a frame that can still be judged."""
        line = self.fontMetrics().height()
        return QSize(line * 6, line * 12)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and scale; everything else goes on to the form."""
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = FINE if fine else STEP
        across, down = {
            Qt.Key.Key_Left: (-step, 0.0),
            Qt.Key.Key_Right: (step, 0.0),
            Qt.Key.Key_Up: (0.0, -step),
            Qt.Key.Key_Down: (0.0, step),
        }.get(Qt.Key(event.key()), (0.0, 0.0))
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif across or down:
            self.moved.emit(across, down)
        elif event.text() in ("+", "="):
            self.scaled.emit(1 - step)
        elif event.text() in ("-", "_", "−"):
            self.scaled.emit(1 + step)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the frame."""
        if event.button() is Qt.MouseButton.LeftButton and self._image is not None:
            self._held = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the frame along."""
        frame = self._frame()
        if self._held is not None and frame.width() > 0:
            way = event.position() - self._held
            self._held = event.position()
            self.moved.emit(way.x() / frame.width(), way.y() / frame.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._held = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scale while the focus is here; else the form scrolls."""
        if not self.hasFocus() or not event.angleDelta().y():
            event.ignore()
            return
        self.scaled.emit(1 - STEP if event.angleDelta().y() > 0 else 1 + STEP)
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is drawn."""
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        self._held = None
        self.update()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, what is outside the frame faded, the frame with its guides."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        role, palette = QPalette.ColorRole, self.palette()
        painter.fillRect(self.rect(), palette.color(role.AlternateBase))
        if self._image is None:
            painter.setPen(palette.color(role.PlaceholderText))
            painter.drawText(
                self.rect().adjusted(12, 12, -12, -12),
                Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
                text("application", "还没有照片。选择文件，或把照片文件拖到这里。"),
            )
        else:
            painter.drawImage(self._room(), self._image)
            self._draw_frame(painter)
        width = 3 if self.hasFocus() else 1
        painter.setPen(QPen(palette.color(role.Accent if self.hasFocus() else role.Mid), width))
        painter.drawRect(QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2))

    def _draw_frame(self, painter: QPainter) -> None:
        frame, palette = self._frame(), self.palette()
        outside = QPainterPath()
        outside.addRect(self._room())
        outside.addRect(frame)
        shade = QColor(palette.color(QPalette.ColorRole.Window))
        shade.setAlpha(190)
        painter.fillPath(outside, shade)
        accent = palette.color(QPalette.ColorRole.Accent)
        painter.setPen(QPen(accent, 1, Qt.PenStyle.DashLine))
        for part in (HAIR, EYES):
            height = frame.top() + frame.height() * part
            painter.drawLine(QPointF(frame.left(), height), QPointF(frame.right(), height))
        painter.setPen(QPen(accent, 2))
        painter.drawRect(frame)

    def _room(self) -> QRectF:
        """Where the whole picture stands."""
        if self._image is None:
            return QRectF()
        room = QSize(self._image.size()).scaled(self.size() - QSize(8, 8), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(
            (self.width() - room.width()) / 2,
            (self.height() - room.height()) / 2,
            room.width(),
            room.height(),
        )

    def _frame(self) -> QRectF:
        return within(self._room(), self._crop)


class Result(QWidget):
    """The photo as large as it will be on the permit: 26 × 32 mm on this screen."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("photo_result")
        self.setAccessibleName(text("application", "证件照片"))
        wide, high = PRINTED
        self.setFixedSize(round(wide * self.logicalDpiX() / 25.4), round(high * self.logicalDpiY() / 25.4))
        self._image: QImage | None = None
        self._crop = Crop(0, 0, 1, 1)

    def show_picture(self, preview: Preview | None, crop: Crop) -> None:
        """Show the part of a picture that the frame holds."""
        self._image = image_of(preview)
        self.show_crop(crop)

    def show_crop(self, crop: Crop) -> None:
        """Show another part."""
        self._crop = crop
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The part within the frame, or the empty place."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._image is not None:
            whole = QRectF(0, 0, self._image.width(), self._image.height())
            painter.drawImage(QRectF(self.rect()), self._image, within(whole, self._crop))
        else:
            painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.AlternateBase))
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def image_of(preview: Preview | None) -> QImage | None:
    """The picture as Qt paints it."""
    if preview is None:
        return None
    return QImage(
        preview.rgb, preview.width, preview.height, preview.width * 3, QImage.Format.Format_RGB888
    ).copy()


def within(room: QRectF, crop: Crop) -> QRectF:
    """A crop's place in a rectangle that the whole picture fills."""
    return QRectF(
        room.x() + crop.left * room.width(),
        room.y() + crop.top * room.height(),
        crop.width * room.width(),
        crop.height * room.height(),
    )
