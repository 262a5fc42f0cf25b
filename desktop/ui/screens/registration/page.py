"""How the registration form lies on the screen: the advice beside it, or below it where that is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.kit.form import Form
from desktop.ui.kit.messages import Strip
from desktop.ui.kit.text import text
from desktop.ui.screens.registration.advice import AdvicePanel

BESIDE = 50
"""The advice stands beside the form when the screen is wider than so many lines are high."""
BELOW = 5
"""Below the form the advice has so many lines, and scrolls."""
CRAMPED = 18
"""On a screen of fewer lines the form comes first: the advice has less, and the lesser keys have no buttons."""
BELOW_CRAMPED = 3
_ANY_HEIGHT = 16_777_215


class FormPage(QWidget):
    """The title, a line for what is said, the form and the advice; the keys go below (`column`).

    `cramped` tells that there are few lines, or no longer.
    """

    cramped = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("registration_form")
        self.is_cramped = False
        self.form = Form()
        self._advice: AdvicePanel | None = None
        self.said = Strip("said", self)
        self._title = _title_row()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(16)
        self._body.addWidget(self.form, 5)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        self.column.addWidget(self._title)
        self.column.addWidget(self.said)
        self.column.addLayout(self._body, 1)

    def build_advice(self) -> AdvicePanel:
        """Put the advice beside the form, in a turn of its own."""
        self._advice = AdvicePanel()
        self._body.addWidget(self._advice, 2)
        self._arrange()
        return self._advice

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The advice goes below the form when there is no room beside it; the title makes way for it."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        line = self.fontMetrics().height()
        beside = self.width() > BESIDE * line
        self._body.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        self.is_cramped = cramped = not beside and self.height() < CRAMPED * line
        below = (BELOW_CRAMPED if cramped else BELOW) * line
        if self._advice is not None:
            self._advice.setMaximumHeight(_ANY_HEIGHT if beside else below)
            # where it must be scrolled, it can be from the keyboard
            self._advice.setFocusPolicy(Qt.FocusPolicy.NoFocus if beside else Qt.FocusPolicy.TabFocus)
        self._title.setVisible(beside)
        self.cramped.emit(cramped)


def _title_row() -> QWidget:
    """What the screen is, and how to get through it."""
    whole = QWidget()
    title = QLabel(text("registration", "居住登记"))
    title.setProperty("role", "title")
    hint = QLabel(text("registration", "Enter 到下一个待填项　Tab 逐项　F1 全部按键"))
    hint.setProperty("role", "hint")
    hint.setWordWrap(True)
    hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    row.addWidget(title)
    row.addWidget(hint, 1)
    return whole
