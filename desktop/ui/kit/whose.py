"""Whose record a screen is about: its own person or case, else the row that is chosen in one of its lists."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from desktop.ui.kit.screen import Screen
from desktop.ui.kit.table import TableView


class Whose(NamedTuple):
    """A person, or the person of a case, by key."""

    person_id: int | None
    case_id: int | None


def whose(screen: Screen) -> Whose | None:
    """Tell whom a screen is about now; None where nobody is chosen."""
    about = screen.presenter.about()
    if any(about):
        return Whose(*about)
    view = screen.view()
    lists = [each for each in view.findChildren(TableView) if each.isVisibleTo(view)]
    focus = view.window().focusWidget()
    for each in sorted(lists, key=lambda it: not _holds(it, focus)):
        found = _of_row(each.current())
        if found is not None:
            return found
    return None


def _holds(view: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (view is focus or view.isAncestorOf(focus))


def _of_row(row: Any) -> Whose | None:
    """A row names its person, or its case; or it holds the row of a case or of a permit that does."""
    for each in (row, getattr(row, "case", None), getattr(row, "permit", None)):
        person, case = getattr(each, "person_id", None), getattr(each, "case_id", None)
        if isinstance(person, int) or isinstance(case, int):
            return Whose(person, case)
    return None
