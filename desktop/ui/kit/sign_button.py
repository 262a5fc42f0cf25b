"""A button as narrow as a sign, for what is always at hand: turn the page, go a day back."""

from __future__ import annotations

from PySide6.QtGui import QAction

from desktop.ui.kit.shortcuts import ActionButton


class SignButton(ActionButton):
    """Shows a sign in place of its action's label; label and key are its tooltip and are read aloud."""

    def __init__(self, action: QAction, sign: str, role: str = "quiet") -> None:
        self._sign = sign
        super().__init__(action, role)

    def set_sign(self, sign: str) -> None:
        """Show another sign."""
        self._sign = sign
        self._follow()

    def _follow(self) -> None:
        super()._follow()
        self.setToolTip(self.text() if self.isEnabled() else f"{self.text()}　{self.toolTip()}".strip())
        self.setText(self._sign)
