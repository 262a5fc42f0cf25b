"""The pages before work: one column in the middle of the window, no wider than its lines are read well."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget


def in_the_middle(inside: QWidget, page: QWidget, heights: int) -> QHBoxLayout:
    """Lay a page's column out in its middle, at most as wide as so many lines of its letters are high."""
    inside.setMaximumWidth(round(page.fontMetrics().height() * heights))
    row = QHBoxLayout(page)
    row.addStretch(1)
    row.addWidget(inside, 100)
    row.addStretch(1)
    return row
