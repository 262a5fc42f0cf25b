"""A page that is scrolled where text at 200 % has no room, its keys always seen below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget


def scrolled_area(name: str, layout: QLayout) -> QScrollArea:
    """Return an area that scrolls downwards only, with what is laid out in it."""
    area, inside = QScrollArea(), QWidget()
    area.setObjectName(name)
    area.setProperty("kept", False)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inside.setObjectName("scrolled")
    inside.setLayout(layout)
    area.setWidget(inside)
    return area


def scrolled_page(view: QWidget) -> tuple[QVBoxLayout, QHBoxLayout]:
    """Lay a view out; return the column that is scrolled, and the row below it that is not."""
    column = QVBoxLayout()
    column.setContentsMargins(24, 16, 24, 10)
    column.setSpacing(10)
    area = scrolled_area("scrolled_page", column)
    keys = QHBoxLayout()
    keys.setContentsMargins(24, 0, 24, 12)
    keys.setSpacing(10)
    whole = QVBoxLayout(view)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(6)
    whole.addWidget(area, 1)
    whole.addLayout(keys)
    return column, keys
