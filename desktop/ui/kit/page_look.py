"""A paper looked at: its bytes, and one of its pages in the screen's own pixels; beside it the frame it is seen in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import CounterError
from desktop.ui.kit.background import Latest, Runner

if TYPE_CHECKING:
    from desktop.services.paper_rows import PagePicture

Pixels = Callable[[bytes, int, float], "PagePicture"]
"""Draws a page of a PDF, counted from 0, at so many dots an inch."""


class PageLook(QObject):
    """Shows one paper after another; only the latest question is answered."""

    seen = Signal()
    """Picture, page, or what is in its way is another."""
    zoomed = Signal()
    """The page is to be seen whole, or at its true size."""

    def __init__(self, pixels: Pixels, runner: Runner) -> None:
        super().__init__()
        self._pixels = pixels
        self._bytes_asked, self._picture_asked = Latest(runner), Latest(runner)
        self._dpi = 0.0
        self._pdf: bytes | None = None
        self.zoom = "fit"
        self.page, self.pages = 0, 0
        self.picture: PagePicture | None = None
        self.inches: tuple[float, float] | None = None
        self.unseen: CounterError | None = None

    @property
    def ready(self) -> bool:
        """Whether the bytes are there."""
        return self._pdf is not None

    def show(self, pdf: Callable[[], bytes] | None) -> None:
        """Look at the first page of another paper, or at none; its bytes are asked for off the screen's thread."""
        self._bytes_asked.forget()
        self._picture_asked.forget()
        self._pdf, self.picture, self.unseen, self.inches = None, None, None, None
        self.page, self.pages = 0, 0
        self.seen.emit()
        if pdf is not None:
            self._bytes_asked.run(pdf, self._got, self._not_got, lane="printing")

    def look_at(self, dpi: float) -> None:
        """Show the page at so many dots an inch, one dot a pixel of the screen."""
        if dpi != self._dpi:
            self._dpi = dpi
            self._draw()

    def turn(self, pages: int) -> None:
        """Go forward or back."""
        page = max(0, min(self.page + pages, self.pages - 1))
        if page != self.page:
            self.page = page
            self._draw()

    def turn_over(self) -> None:
        """Show the other side of a card."""
        self.turn(-1 if self.page else 1)

    def switch_zoom(self) -> None:
        """Change between the whole page and its true size."""
        self.zoom = "actual" if self.zoom == "fit" else "fit"
        self.zoomed.emit()

    def _got(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._draw()

    def _not_got(self, error: CounterError) -> None:
        self.unseen = error
        self.seen.emit()

    def _draw(self) -> None:
        if self._pdf is not None and self._dpi > 0:
            job = partial(self._pixels, self._pdf, self.page, self._dpi)
            self._picture_asked.run(job, partial(self._drawn, self._dpi), self._not_got, lane="printing")

    def _drawn(self, dpi: float, picture: PagePicture) -> None:
        self.picture, self.page, self.pages = picture, picture.page, picture.pages
        self.inches = picture.width / dpi, picture.height / dpi
        self.seen.emit()
