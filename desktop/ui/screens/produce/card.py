"""The card looked at: its sides in the screen's own pixels, drawn from what was frozen with the blank."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import CounterError
from desktop.ui.kit.background import Latest, Runner

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.rows import PagePicture


class CardLook(QObject):
    """Asks for one card after another; only the latest is answered."""

    changed = Signal()
    """Picture, side, or what is in its way is another."""

    def __init__(self, counter: Counter, runner: Runner) -> None:
        super().__init__()
        self._prints, self._papers = counter.card_prints, counter.papers
        self._pdf_asked, self._picture_asked = Latest(runner), Latest(runner)
        self._pdf: bytes | None = None
        self._dpi = 0.0
        self.page, self.pages = 0, 0
        self.picture: PagePicture | None = None
        self.unseen: CounterError | None = None

    def show(self, serial: str) -> None:
        """Show the front of the card of a blank; "" for none."""
        self._pdf_asked.forget()
        self._picture_asked.forget()
        self._pdf, self.picture, self.unseen, self.page, self.pages = None, None, None, 0, 0
        self.changed.emit()
        if serial:
            job = partial(self._prints.pdf, serial)
            self._pdf_asked.run(job, self._got, self._unseen, lane="printing")

    def look_at(self, dpi: float) -> None:
        """Show the side at so many dots an inch, one dot a pixel of the screen."""
        if dpi != self._dpi:
            self._dpi = dpi
            self._draw()

    def turn(self, pages: int) -> None:
        """Show the other side."""
        page = max(0, min(self.page + pages, self.pages - 1))
        if page != self.page:
            self.page = page
            self._draw()

    def turn_over(self) -> None:
        """Show the side that is not seen."""
        self.turn(-1 if self.page else 1)

    def _got(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._draw()

    def _unseen(self, error: CounterError) -> None:
        self.unseen = error
        self.changed.emit()

    def _draw(self) -> None:
        if self._pdf is not None and self._dpi > 0:
            job = partial(self._papers.pixels, self._pdf, self.page, self._dpi)
            self._picture_asked.run(job, self._drawn, self._unseen, lane="printing")

    def _drawn(self, picture: PagePicture) -> None:
        self.picture, self.page, self.pages = picture, picture.page, picture.pages
        self.changed.emit()
