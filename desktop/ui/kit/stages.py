"""Builds a large view in slices, one a turn of the event loop, so that the screen never stops."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.ui.kit.turns import Slices
from desktop.ui.kit.unveil import unveil


class Stages(Slices):
    """Runs builders one an event-loop turn; belongs to the view it builds and dies with it.

    In the view's constructor, last of all: `Stages(self, [self._build_person, self._build_address])`.
    Keep each builder to some four or five fields: with layout and style that is under 16 ms. The view is
    painted once, when it is whole. Tests call `finish_building(view)`.
    """

    def __init__(self, view: QWidget, builders: Iterable[Callable[[], None]]) -> None:
        super().__init__(view, builders)
        self.view = view
        _under_way.append(self)
        view.setUpdatesEnabled(False)  # painting half a form after every slice took longer than building it
        self.built.connect(self._show)

    def _show(self) -> None:
        unveil(self.view)
        self.view.setUpdatesEnabled(True)

    def inside(self, view: QWidget) -> bool:
        """Whether it builds this view or something in it."""
        at: QObject | None = self.view
        while at is not None and at is not view:
            at = at.parent()
        return at is view


_under_way: list[Stages] = []
"""Kept here because looking through a view for them means a Python object for every widget of it."""


def _building(view: QWidget) -> list[Stages]:
    _under_way[:] = [each for each in _under_way if isValid(each) and not each.done]
    return [each for each in _under_way if each.inside(view)]


def is_built(view: QWidget) -> bool:
    """Whether the view's stages are done, or it has none."""
    return not _building(view)


def when_built(view: QWidget, call: Callable[[], None]) -> None:
    """Call once the view's stages are done: at once if they are, or if it has none."""
    building = _building(view)
    if building:
        building[0].built.connect(lambda: when_built(view, call))
    else:
        call()


def finish_building(view: QWidget) -> None:
    """Build all that is left of a view at once: for tests, and before a draft is put back."""
    for stages in _building(view):
        stages.finish()
