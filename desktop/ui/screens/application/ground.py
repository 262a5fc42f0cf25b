"""The three grounds of a permit as three large choices: 1, 2, 3, or the arrows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from desktop.domain.code_words import label
from desktop.domain.codes import Ground
from desktop.ui.kit.button import Button
from desktop.ui.kit.text import sentence_text, text

CHOSEN, NOT_CHOSEN = "●", "○"


class GroundInput(QWidget):
    """One of three; `chosen` tells a choice by hand. The input is `ground`, its buttons `ground_<code>`."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setAccessibleName(text("application", "申领条件"))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self.buttons: dict[str, Button] = {}
        for ground in Ground:
            button = Button()
            button.setObjectName(f"ground_{ground.value}")
            button.setAccessibleName(sentence_text(label(ground)))
            button.setProperty("kept", False)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setMinimumHeight(round(button.fontMetrics().height() * 2.4))
            button.clicked.connect(lambda _, code=ground.value: self._choose(code))
            self.buttons[ground.value] = button
            self._row.addWidget(button, 1)
        self.show_ground("")

    def show_ground(self, ground: str) -> None:
        """Show which one is chosen; emits nothing."""
        for number, (code, button) in enumerate(self.buttons.items(), start=1):
            if code == ground:
                button.setChecked(True)
            name = sentence_text(label(Ground(code)))
            button.setText(f"{CHOSEN if code == ground else NOT_CHOSEN}  {number}  {name}")
        self.setFocusProxy(self.buttons.get(ground) or next(iter(self.buttons.values())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the choices one under another where the room is narrow."""
        super().resizeEvent(event)
        widest = max(each.sizeHint().width() for each in self.buttons.values())  # all get the same
        wanted = len(self.buttons) * widest + (len(self.buttons) - 1) * self._row.spacing()
        upright = wanted > self.width()
        direction = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != direction:
            self._row.setDirection(direction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1, 2 and 3 choose."""
        codes = tuple(self.buttons)
        if event.text() in ("1", "2", "3") and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            code = codes[int(event.text()) - 1]
            self.buttons[code].setFocus(Qt.FocusReason.OtherFocusReason)
            self._choose(code)
            return
        super().keyPressEvent(event)

    def _choose(self, code: str) -> None:
        self.show_ground(code)
        self.chosen.emit(code)
