"""Steps that build or show a view, known by the view, so that others can wait for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.ui.kit.turns import Slices


class Building(Slices):
    """Slices that a view, or something in it, is not whole without."""

    def __init__(self, view: QWidget, steps: Iterable[Callable[[], None]]) -> None:
        super().__init__(view, steps)
        self.view = view
        _under_way.append(self)

    def inside(self, view: QWidget) -> bool:
        """Whether it builds this view or something in it."""
        at: QObject | None = self.view
        while at is not None and at is not view:
            at = at.parent()
        return at is view


_under_way: list[Building] = []
"""Kept here because looking through a view for them means a Python object for every widget of it."""


def under_way(view: QWidget) -> list[Building]:
    """What is being built or shown of this view, the first begun first."""
    _under_way[:] = [each for each in _under_way if isValid(each) and not each.done]
    return [each for each in _under_way if each.inside(view)]
