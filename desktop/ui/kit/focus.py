"""Where the cursor goes when a view is seen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

TAKES_TAB = frozenset((Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus))


def lead_in(view: QWidget, kept: QWidget | None = None) -> None:
    """Give the focus to `kept`, else to whoever had it in this view last, else to its first input."""
    last = kept or view.focusWidget()
    inside = last is not None and last is not view and view.isAncestorOf(last)
    target = last if inside else _first_input(view)
    if target is not None:
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def _first_input(view: QWidget) -> QWidget | None:
    following = view.nextInFocusChain()
    while following is not None and following is not view:
        if (
            following.focusPolicy() in TAKES_TAB
            and view.isAncestorOf(following)
            and following.isEnabled()
            and following.isVisibleTo(view)
        ):
            return following
        following = following.nextInFocusChain()
    return None
