"""Builds a large view in slices, one a turn of the event loop, so that the screen never stops."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from desktop.ui.kit.building import Building, under_way
from desktop.ui.kit.unveil import unveil


class Stages(Building):
    """Runs builders one an event-loop turn; belongs to the view it builds and dies with it.

    In the view's constructor, last of all: `Stages(self, [self._build_person, self._build_address])`.
    Keep each builder to some four or five fields: with layout and style that is under 16 ms. The view is
    painted once, when it is whole. Tests call `finish_building(view)`.
    """

    def __init__(self, view: QWidget, builders: Iterable[Callable[[], None]]) -> None:
        super().__init__(view, builders)
        view.setUpdatesEnabled(False)  # painting half a form after every slice took longer than building it
        self.built.connect(self._show)

    def _show(self) -> None:
        unveil(self.view)
        self.view.setUpdatesEnabled(True)


def is_built(view: QWidget) -> bool:
    """Whether the view's stages are done, or it has none."""
    return not under_way(view)


def when_built(view: QWidget, call: Callable[[], None]) -> None:
    """Call once the view's stages are done: at once if they are, or if it has none."""
    building = under_way(view)
    if building:
        building[0].built.connect(lambda: when_built(view, call))
    else:
        call()


def finish_building(view: QWidget) -> None:
    """Build all that is left of a view at once: for tests, and before a draft is put back."""
    for each in under_way(view):
        each.finish()
