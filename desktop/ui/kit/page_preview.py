"""The page as it will come out: the PDF's own pixels, one for one, never scaled by the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

if TYPE_CHECKING:
    from desktop.services.paper_rows import PagePicture

A4 = (210 / 25.4, 297 / 25.4)
"""Width and height of the paper in inches."""
CARD = (85.6 / 25.4, 53.98 / 25.4)
"""Those of a CR80 card."""
AIR = 12
"""Pixels around the page."""
STRIP = 1.8
"""A paper that is so many times as high as wide is a strip off a roll: it is seen as wide as it is, and scrolled."""
PAUSE = 60
"""Milliseconds after the last change of size before the page is drawn anew."""


class Page(QWidget):
    """Paints the picture, or the words that stand in for it."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._words = ""

    def show_picture(self, picture: PagePicture | None, words: str, ratio: float) -> None:
        """Show the page; without one, the words."""
        self._words = words
        self._image = None
        if picture is not None:
            form = QImage.Format.Format_RGB888
            self._image = QImage(picture.rgb, picture.width, picture.height, picture.stride, form)
            self._image.setDevicePixelRatio(ratio)
        self.updateGeometry()
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """The page and the air around it."""
        if self._image is None:
            return QSize(0, 0)
        size = self._image.deviceIndependentSize().toSize()
        return QSize(size.width() + 2 * AIR, size.height() + 2 * AIR)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page with a hairline around it, on the ground of the screen."""
        painter = QPainter(self)
        palette = QGuiApplication.palette()
        if self._image is None:
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            room: QRect = self.rect().adjusted(24, 24, -24, -24)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
            return
        size = self._image.deviceIndependentSize().toSize()
        left, top = max(0, self.width() - size.width()) // 2, max(0, self.height() - size.height()) // 2
        painter.drawImage(left, top, self._image)
        painter.setPen(palette.color(QPalette.ColorRole.Dark))
        painter.drawRect(left - 1, top - 1, size.width() + 1, size.height() + 1)


class Preview(QScrollArea):
    """The page in a frame that scrolls. `wanted(dpi)` asks for it anew when size or zoom change.

    PageUp and PageDown go through the page and then to the next one: `turned(+1)` or `turned(-1)`.
    """

    wanted = Signal(float)
    turned = Signal(int)

    def __init__(self, spoken: str, inches: tuple[float, float] = A4) -> None:
        super().__init__()
        self._inches = inches
        self.setObjectName("preview")
        self.setAccessibleName(spoken)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidgetResizable(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._page = Page()
        self.setWidget(self._page)
        self._zoom = "fit"
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.ask)

    def set_zoom(self, zoom: str) -> None:
        """ "fit" for the whole page, "actual" for its true size."""
        if zoom != self._zoom:
            self._zoom = zoom
            self.ask()

    def show_picture(
        self, picture: PagePicture | None, words: str = "", inches: tuple[float, float] | None = None
    ) -> None:
        """Show a page, or words in its place; a page of another size is asked for once more, to fit."""
        self._page.setMinimumSize(0, 0)
        self._page.show_picture(picture, words, self.devicePixelRatioF())
        if picture is not None:
            scrolled = self._zoom == "actual" or self._strip
            self._page.setMinimumSize(self._page.sizeHint() if scrolled else QSize(0, 0))
        if inches is not None and any(
            abs(side - was) > 0.1 for side, was in zip(inches, self._inches, strict=True)
        ):
            self._inches = inches
            self._timer.start()
        self.setAccessibleDescription(words)

    def ask(self) -> None:
        """Say at how many dots an inch the page should be drawn."""
        self._timer.stop()
        if self.viewport().width() > 4 * AIR:
            self.wanted.emit(self._dpi())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask anew when the window has settled."""
        super().resizeEvent(event)
        if self._zoom == "fit":
            self._timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys scroll, and turn the page at its end."""
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_PageDown and bar.value() >= bar.maximum():
            self.turned.emit(1)
        elif event.key() == Qt.Key.Key_PageUp and bar.value() <= bar.minimum():
            self.turned.emit(-1)
        else:
            super().keyPressEvent(event)

    def _dpi(self) -> float:
        ratio = self.devicePixelRatioF()
        if self._zoom == "actual":
            return self.logicalDpiX() * ratio
        room = self.contentsRect().size()
        wide, high = self._inches
        across, down = (room.width() - 2 * AIR) / wide, (room.height() - 2 * AIR) / high
        if self._strip:
            down = max(down, self.logicalDpiX())
        return max(30.0, min(across, down)) * ratio

    @property
    def _strip(self) -> bool:
        return self._inches[1] > STRIP * self._inches[0]
