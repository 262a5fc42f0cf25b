"""A page that is scrolled where text at 200 % has no room, its keys always seen below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget


def scrolled_page(view: QWidget) -> tuple[QVBoxLayout, QHBoxLayout]:
    """Lay a view out; return the column that is scrolled, and the row below it that is not."""
    area, inside = QScrollArea(), QWidget()
    area.setObjectName("scrolled_page")
    area.setProperty("kept", False)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inside.setObjectName("scrolled")
    column = QVBoxLayout(inside)
    column.setContentsMargins(24, 16, 24, 10)
    column.setSpacing(10)
    area.setWidget(inside)
    keys = QHBoxLayout()
    keys.setContentsMargins(24, 0, 24, 12)
    keys.setSpacing(10)
    whole = QVBoxLayout(view)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(6)
    whole.addWidget(area, 1)
    whole.addLayout(keys)
    return column, keys
