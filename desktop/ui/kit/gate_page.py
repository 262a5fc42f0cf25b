"""The plain page that a gate stands on: the first thing anybody sees."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.kit.shortcuts import ActionButton


class GatePage(QWidget):
    """A gate's view with the few things that are possible before it: language, theme, text size, keys."""

    def __init__(self, view: QWidget) -> None:
        super().__init__()
        self.setObjectName("page")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addWidget(view, 1)
        self._column = column
        view.show()

    def build_foot(self, actions: Mapping[str, QAction]) -> None:
        """Add the keys below: a turn later than all the rest, which nobody waits for."""
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.addStretch(1)
        for name in ("switch_language", "switch_theme", "text_smaller", "text_larger", "help"):
            row.addWidget(ActionButton(actions[name], "foot"))
        self._column.addLayout(row)
