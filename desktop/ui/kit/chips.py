"""Chips: a word or two in the colours of a kind, "good", "warning", "problem" or "quiet"."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from desktop.ui.kit.restyle import restyle


def chip(kind: str = "quiet") -> QLabel:
    """A chip that is as wide as its words."""
    made = QLabel()
    made.setProperty("role", "chip")
    made.setProperty("kind", kind)
    return made


def dress(label: QLabel, kind: str) -> None:
    """Give a chip its kind."""
    if label.property("kind") != kind:
        label.setProperty("kind", kind)
        restyle(label)


def set_chip(label: QLabel, words: str, kind: str = "") -> None:
    """Say something in a chip, in the colours of a kind; "" hides it."""
    label.setText(words)
    label.setHidden(not words)
    dress(label, kind)
