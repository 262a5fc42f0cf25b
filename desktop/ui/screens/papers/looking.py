"""The page looked at: the bytes of one copy, and one of its pages in the screen's own pixels."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import CounterError
from desktop.ui.kit.background import Latest, Runner

if TYPE_CHECKING:
    from desktop.services.rows import PagePicture
    from desktop.ui.screens.papers.jobs import Jobs
    from desktop.ui.screens.papers.lines import Line


class Looking(QObject):
    """Draws what a copy is or will be; only the latest question is answered."""

    seen = Signal()
    """`picture` is another one."""
    zoomed = Signal()
    """The page is to be seen whole, or at its true size."""

    def __init__(self, jobs: Jobs, runner: Runner) -> None:
        super().__init__()
        self._jobs, self._runner = jobs, runner
        self._bytes_asked, self._picture_asked = Latest(runner), Latest(runner)
        self._dpi = 0.0
        self._pdf: bytes | None = None
        self.zoom = "fit"
        self.page, self.pages = 0, 0
        self.picture: PagePicture | None = None
        self.unseen: CounterError | None = None

    @property
    def ready(self) -> bool:
        """Whether the bytes of the copy are there."""
        return self._pdf is not None

    def show(self, line: Line | None, request: str) -> None:
        """Look at another copy, or none."""
        self._pdf, self.picture, self.unseen = None, None, None
        self.page, self.pages = 0, 0
        self.seen.emit()
        if line is not None:
            job = partial(self._jobs.pdf, line, request)
            self._bytes_asked.run(job, self._got, self._not_got, lane="printing")

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
            job = partial(self._jobs.pixels, self._pdf, self.page, self._dpi)
            self._picture_asked.run(job, self._drawn, self._not_got, lane="printing")

    def _drawn(self, picture: PagePicture) -> None:
        self.picture, self.page, self.pages = picture, picture.page, picture.pages
        self.seen.emit()
