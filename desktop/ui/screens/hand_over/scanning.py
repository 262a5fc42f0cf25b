"""The box that waits for a scan, and the way to those who have not come."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.ui.kit.button import Button
from desktop.ui.kit.fields import NumberField
from desktop.ui.kit.text import text


class ScanBox(QWidget):
    """`entered(code)` on Enter; a scan itself never comes through here but through the window."""

    entered = Signal(str)
    uncollected = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._field = NumberField(
            "scanned_code",
            text("hand_over", "受理回执、新证、旧证的条码"),
            text("hand_over", "直接扫码，或者输入受理号、居住证编号后按 Enter"),
        )
        box = self._field.box
        assert isinstance(box, QLineEdit)
        self._box = box
        box.returnPressed.connect(self._enter)
        ways = QVBoxLayout()
        ways.setSpacing(2)
        above = QLabel(" ")  # the button stands beside the box, not beside its label
        above.setProperty("role", "label")
        ways.addWidget(above)
        button = Button(text("hand_over", "未领取的居住证  Ctrl+Shift+C"))
        button.setObjectName("uncollected")
        button.setAccessibleName(text("hand_over", "未领取的居住证"))
        button.setAutoDefault(False)
        button.clicked.connect(self.uncollected)
        ways.addWidget(button)
        ways.addStretch(1)
        top = QHBoxLayout(self)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(16)
        top.addWidget(self._field, 1)
        top.addLayout(ways)

    def show_code(self, code: str) -> None:
        """Show what was scanned."""
        self._field.set_value(code)

    def wait(self) -> None:
        """Have the cursor here: the next scan, or a number by hand."""
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._box.selectAll()

    def _enter(self) -> None:
        self.entered.emit(self._field.value())
