"""The pieces a page is made of: a white card with its heading, labels that take their words as they are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout


def card(heading: str = "", name: str = "") -> tuple[QFrame, QVBoxLayout]:
    """A card with its heading, and the column to put things in."""
    frame = QFrame()
    frame.setObjectName(name)
    frame.setProperty("role", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(20, 14, 20, 16)
    column.setSpacing(8)
    if heading:
        column.addWidget(plain("heading", heading))
    return frame, column


def plain(role: str = "", words: str = "", name: str = "") -> QLabel:
    """A label in a role that wraps and takes its words as they are."""
    label = QLabel(words)
    label.setObjectName(name)
    if role:
        label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def copied(role: str = "", words: str = "", name: str = "") -> QLabel:
    """The same, of which a part can be taken along with the mouse."""
    label = plain(role, words, name)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
