"""What can be done now, each with its key or the reason why not, and what is due."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.ui.kit.cards import plain
from desktop.ui.kit.shortcuts import ActionButton, set_possible
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.kit.why_not import WhyNot
from desktop.ui.screens.person.presenter import PersonPresenter
from desktop.ui.screens.person.words import due_words

if TYPE_CHECKING:
    from desktop.services.rows import DueRow


class Deeds(QFrame):
    """The actions as buttons; under an impossible one stands why. All of them at once fill a turn."""

    def __init__(self, presenter: PersonPresenter) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._presenter = presenter
        self._deeds: tuple[QAction, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 14, 20, 16)
        self._column.setSpacing(6)
        self._column.addWidget(plain("heading", text("person", "现在可以办理")))

    def add(self, actions: Sequence[QAction]) -> None:
        """Add buttons; the first of all is the most important."""
        for each in actions:
            self._column.addWidget(ActionButton(each, "plain" if self._deeds else "primary"))
            self._column.addWidget(WhyNot(each, self))
            self._deeds += (each,)

    def fill(self) -> None:
        """Say what is possible."""
        for action in self._deeds:
            row = self._presenter.possible(action.objectName())
            reason = sentence_text(row.why_not) if row is not None and row.why_not is not None else ""
            set_possible(action, row is not None and row.possible, reason)


class DueList(QFrame):
    """Terms that run, the nearest first."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 14, 20, 16)
        self._column.setSpacing(8)
        self._column.addWidget(plain("heading", text("person", "期限")))
        self._lines: list[QWidget] = []

    def fill(self, due: Sequence[DueRow]) -> None:
        """Show these terms; nothing at all when none runs."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [_line(self, row) for row in due]
        for line in self._lines:
            self._column.addWidget(line)
        self.setHidden(not due)


def _line(parent: QWidget, row: DueRow) -> QWidget:
    line = QWidget(parent)
    column = QVBoxLayout(line)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addWidget(plain("label", sentence_text(row.what)))
    column.addWidget(plain("problem" if row.days_left < 0 else "", due_words(row)))
    line.show()
    return line
