"""Where the cursor goes when a view is seen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

_BEGINS = "begins_at"
TAKES_TAB = frozenset((Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus))


def begin_at(view: QWidget, place: QWidget) -> None:
    """Have the cursor begin at a place of a view that was built just now, once somebody leads it in.

    It goes there at once, unless the clerk went elsewhere while the view was being built, into the one box for
    instance: what is typed there must not land in a list.
    """
    view.setProperty(_BEGINS, place.objectName())
    focus = QApplication.focusWidget()
    elsewhere = focus is not None and focus is not view and not view.isAncestorOf(focus)
    if not elsewhere or focus is None or not focus.isVisible() or focus.window() is not view.window():
        place.setFocus(Qt.FocusReason.OtherFocusReason)


def lead_in(view: QWidget, kept: QWidget | None = None) -> None:
    """Give the focus to `kept`, else to whoever had it in this view last, else to where it begins.

    Whatever is not seen any more is passed over: keys would go where nobody sees them.
    """
    last = kept or view.focusWidget()
    inside = last is not None and last is not view and view.isAncestorOf(last) and last.isVisibleTo(view)
    target = last if inside else _beginning(view) or _first_input(view)
    if target is not None:
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def _beginning(view: QWidget) -> QWidget | None:
    name = view.property(_BEGINS)
    found = view.findChild(QWidget, name) if name else None
    return found if found is not None and found.isVisibleTo(view) else None


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
