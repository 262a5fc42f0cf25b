"""What stands beside inputs that have a label above and a hint below."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget


def beside_inputs(button: QWidget) -> QWidget:
    """Put a button beside the inputs rather than beside their labels."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for role, widget in (("label", QLabel(" ")), ("", button), ("hint", QLabel(" "))):
        if role:
            widget.setProperty("role", role)
        column.addWidget(widget)
    column.addStretch(1)
    return holder
