"""What can be done and with which key: declared once, shown on buttons and in the overview on F1."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.ui.kit.button import Button
from desktop.ui.kit.outage import WaitingAction, become

EVERYWHERE = {
    "search": "Ctrl+K",
    "search_again": "F2",
    "desk": "F3",
    "day": "F4",
    "work_list": "Ctrl+T",
    "export_log": "F5",
    "trail": "Ctrl+Shift+J",
    "rules": "F12",
    "decide": "Ctrl+J",
    "hand_over": "Ctrl+G",
    "uncollected": "Ctrl+Shift+C",
    "verify": "Ctrl+Shift+V",
    "station_settings": "Ctrl+Shift+S",
    "retention": "Ctrl+Shift+W",
    "printers": "Ctrl+Shift+R",
    "staff": "Ctrl+Shift+Y",
    "second_factors": "Ctrl+Shift+F",
    "rights": "Ctrl+Shift+A",
    "seal_keys": "Ctrl+Shift+X",
    "backups": "Ctrl+Shift+K",
    "connection": "Ctrl+Shift+N",
    "own_password": "Ctrl+Shift+M",
    "calendar": "Ctrl+Shift+D",
    "blanks": "Ctrl+Shift+B",
    "produce": "Ctrl+Shift+P",
    "show_whole": "Ctrl+F11",
    "to_send": "Ctrl+Shift+U",
    "lock": "Ctrl+L",
    "sign_out": "Ctrl+Shift+Q",
    "help": "F1",
    "back": "Alt+Left",
    "switch_language": "Ctrl+Shift+L",
    "switch_theme": "Ctrl+Shift+T",
    "text_larger": "Ctrl++",
    "text_smaller": "Ctrl+-",
    "settings": "Ctrl+,",
}
"""The main window's keys."""


@cache
def reserved() -> frozenset[str]:
    """The main window's keys, and F9, the scanner's prefix: no screen may take them."""
    return frozenset(QKeySequence(key).toString() for key in (*EVERYWHERE.values(), "F9", "Esc"))


class KeyTaken(ValueError):  # noqa: N818 - a fact about the key, met while writing a screen only
    """Two actions of one screen want the same key, or a screen wants one of the main window's."""


class KeyRow(NamedTuple):
    """A line of the overview: the key in words, what it does, and whether it is possible now."""

    key: str
    does: str
    possible: bool


def action(
    view: QWidget,
    name: str,
    key: str,
    label: str,
    do: Callable[[], object],
    *,
    everywhere: bool = False,
    waits: bool = False,
) -> QAction:
    """Declare that `key` does `do` while `view` is the screen; the action lives and dies with the view.

    `name` is the action's name in the field's words (its objectName), `key` as "F6" or "Ctrl+Return"
    ("" for none), `label` in the screen's language. What `waits` is not possible while the station's server is
    away. Raises `KeyTaken` at a key given twice, and `ValueError` at a bare letter or digit, which typing and scanners need.
    """
    sequence = QKeySequence(key)
    if key and len(sequence.toString()) == 1:
        raise ValueError(f"{name}: {key} alone belongs to typing")
    if key and not everywhere and sequence.toString() in reserved():
        raise KeyTaken(f"{name}: {key} belongs to the main window")
    if key and any(other.shortcut() == sequence for other in view.actions()):
        raise KeyTaken(f"{name}: {key} is taken already")
    # `text=label`: the other way round Qt looks whether the label is an icon, which takes 1 ms
    made = WaitingAction(view, label) if waits else QAction(view, text=label)
    made.setObjectName(name)
    made.setShortcut(sequence)
    made.setAutoRepeat(False)
    made.setShortcutContext(
        Qt.ShortcutContext.WindowShortcut if everywhere else Qt.ShortcutContext.WidgetWithChildrenShortcut
    )
    made.triggered.connect(lambda: do())
    view.addAction(made)
    return made


def key_text(sequence: QKeySequence) -> str:
    """A key as it is written on the keyboards at the counters, whatever the screen's language: "Ctrl+Enter"."""
    words = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    for qt, printed in (("Return", "Enter"), ("Left", "←"), ("PgDown", "PgDn")):
        words = words.replace(qt, printed)
    return words


def keys_of(view: QWidget) -> tuple[KeyRow, ...]:
    """Every key of a view and of what is seen inside it, in the order declared.

    A page of the view that is not seen, such as what follows when a form is done, has keys that do nothing now.
    """
    inside = (child for child in view.findChildren(QWidget) if child.actions() and child.isVisibleTo(view))
    owners: list[QWidget] = [view, *inside]
    return key_rows(each for owner in owners for each in owner.actions())


def key_rows(actions: Iterable[QAction]) -> tuple[KeyRow, ...]:
    """The lines of the overview for these actions."""
    seen: dict[str, KeyRow] = {}
    for each in actions:
        keys = [key_text(one) for one in each.shortcuts()]
        if keys and each.objectName():
            seen.setdefault(keys[0], KeyRow(" / ".join(keys), each.text(), each.isEnabled()))
    return tuple(seen.values())


def set_possible(which: QAction, possible: bool, why_not: str = "") -> None:
    """Enable an action, or disable it and say why: the sentence is the tooltip and is read aloud."""
    if isinstance(which, WaitingAction):
        which.want(possible, why_not)
    else:
        become(which, possible, why_not)


class ActionButton(Button):
    """A button that shows an action's label and key and follows whether it is possible.

    `role`: "primary" for the one thing the screen is for, "plain", "quiet" (no frame) or "danger".
    """

    def __init__(self, action: QAction, role: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self.setObjectName(action.objectName())
        self.setProperty("role", role)
        self.setAutoDefault(False)
        self.clicked.connect(lambda: action.trigger())
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        key = key_text(self._action.shortcut())
        label = self._action.text()
        self.setText(f"{label}  {key}" if key else label)
        self.setAccessibleName(label)
        self.setToolTip(self._action.toolTip() if not self._action.isEnabled() else "")
        self.setAccessibleDescription(self._action.statusTip())
        self.setEnabled(self._action.isEnabled())
