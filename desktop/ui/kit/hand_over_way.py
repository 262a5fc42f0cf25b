"""The way from a case or a permit to handing it over, on every screen that shows one that waits."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.ui.kit.button import Button
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import text


class HandOverWay(Button):
    """Seen only while the screen is about a permit that lies ready; Ctrl+G is the window's and does the same."""

    def __init__(self, presenter: Presenter, parent: QWidget, role: str = "primary") -> None:
        super().__init__(parent)
        self._presenter = presenter
        words = text("shell", "发证")
        self.setText(f"{words}  Ctrl+G")
        self.setObjectName("hand_over_here")
        self.setAccessibleName(words)
        self.setProperty("role", role)
        self.setAutoDefault(False)
        self.clicked.connect(self._go)
        presenter.retitled.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Be seen, or not."""
        self.setHidden(not self._presenter.to_hand_over())

    def _go(self) -> None:
        code = self._presenter.to_hand_over()
        if code:
            self._presenter.hand_over.emit(code)
