"""The photo of an application: opened, framed and prepared off the screen's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal

from desktop.domain.errors import CounterError
from desktop.services.photos import (
    WHOLE,
    Crop,
    Picture,
    Preview,
    centred,
    moved,
    open_picture,
    read_picture,
    scaled,
)
from desktop.ui.kit.background import Latest, Runner


@dataclass(frozen=True, slots=True)
class _Opened:
    picture: Picture
    preview: Preview
    crop: Crop
    photo: bytes


class PhotoDesk(QObject):
    """Holds the picture chosen, the frame laid over it, and the permit photo made of both.

    A picture that cannot be used leaves the one before in place. While the frame moves only the screen
    follows; the photo is made again on the background worker, and handing in waits for the newest.
    """

    changed = Signal()
    """Picture, frame, photo or `busy` is another."""
    settled = Signal()
    """A photo stands, or was taken away, by the clerk's hand: worth keeping in the draft."""
    refused = Signal(object)
    """The file is no usable photo: a CounterError."""

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self._opening, self._cutting = Latest(runner), Latest(runner)
        self._picture: Picture | None = None
        self._stale = False
        self.busy = False
        self.preview: Preview | None = None
        self.crop = WHOLE
        self.photo: bytes | None = None
        self.source = ""
        """The path as chosen or typed; "" for none."""

    def choose(self, path: str) -> None:
        """Open the picture at a path as typed, dropped or picked, and frame it."""
        self.source = path
        self._start(partial(_open, readable_path(path)), self._opened, self._not_opened)

    def put_back(self, photo: bytes, source: str = "") -> None:
        """Take up a photo that was made before (a draft, or an application resumed)."""
        self.photo, self.source, self._stale = photo, source, False
        self._start(partial(_open_again, photo), self._show, self._not_taken_up)

    def remove(self) -> None:
        """Take the photo away."""
        self._opening.forget()
        self._cutting.forget()
        self._picture = self.preview = self.photo = None
        self.busy = self._stale = False
        self.source = ""
        self.changed.emit()
        self.settled.emit()

    def move(self, across: float, down: float) -> None:
        """Move the frame by parts of its own width and height."""
        if self._picture is not None:
            self._frame(moved(self.crop, across, down))

    def scale(self, factor: float) -> None:
        """Make the frame larger (over 1: the face becomes smaller) or smaller."""
        if self._picture is not None:
            self._frame(scaled(self.crop, factor, self._picture.width, self._picture.height))

    def size(self) -> tuple[int, int]:
        """How many pixels of the picture are within the frame."""
        return self._picture.size_of(self.crop) if self._picture is not None else (0, 0)

    def to_hand_in(self) -> Callable[[], bytes | None]:
        """What gives the photo as it is framed now; to be called in a worker."""
        if self._stale and self._picture is not None:
            return partial(self._picture.cropped, self.crop)
        photo = self.photo
        return lambda: photo

    def _start(
        self,
        job: Callable[[], _Opened],
        done: Callable[[_Opened], None],
        failed: Callable[[CounterError], None],
    ) -> None:
        self.busy = True
        self._cutting.forget()
        self.changed.emit()
        self._opening.run(job, done, failed, lane="background")

    def _opened(self, opened: _Opened) -> None:
        self._show(opened)
        self.settled.emit()

    def _show(self, opened: _Opened) -> None:
        self.busy = self._stale = False
        self._picture, self.preview = opened.picture, opened.preview
        self.crop, self.photo = opened.crop, opened.photo
        self.changed.emit()

    def _frame(self, crop: Crop) -> None:
        if crop == self.crop or self._picture is None:
            return
        self.crop, self._stale = crop, True
        self.changed.emit()
        self._cutting.run(
            partial(self._picture.cropped, crop), self._cut, self.refused.emit, lane="background"
        )

    def _cut(self, photo: bytes) -> None:
        self.photo, self._stale = photo, False
        self.changed.emit()
        self.settled.emit()

    def _not_opened(self, error: CounterError) -> None:
        self.busy = False
        self.source = ""
        self.changed.emit()
        self.refused.emit(error)

    def _not_taken_up(self, error: CounterError) -> None:
        self.photo = None
        self._not_opened(error)


def readable_path(typed: str) -> Path:
    """The file a text names: quotes, `file://` and `~` are understood."""
    tidy = typed.strip().strip("\"'“”‘’")
    if tidy.startswith("file:"):
        tidy = QUrl(tidy).toLocalFile()
    try:
        return Path(tidy).expanduser()
    except RuntimeError:  # there is no such user
        return Path(tidy)


def _open(path: Path) -> _Opened:
    picture = open_picture(read_picture(path))
    crop = centred(picture.width, picture.height)
    return _Opened(picture, picture.preview(), crop, picture.cropped(crop))


def _open_again(photo: bytes) -> _Opened:
    picture = open_picture(photo)
    return _Opened(picture, picture.preview(), WHOLE, photo)
