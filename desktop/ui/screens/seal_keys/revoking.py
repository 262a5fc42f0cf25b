"""The sheet on which a key is revoked: what that means, and why it is done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.fields import ChineseField
from desktop.ui.kit.text import text

MOST = 60


class RevokeSheet(Dialog):
    """Asks for the reason; `revoked` carries it."""

    revoked = Signal(str)

    def __init__(self, parent: QWidget, key_id: str, problem: str = "") -> None:
        super().__init__(parent, text("seal_keys", "吊销密钥{key}").format(key=key_id), "warning")
        self.setObjectName("revoke_sheet")
        self.say(
            text(
                "seal_keys",
                "密钥遗失或者泄露时才吊销。吊销以后，用它签名的单据一律核验不过，不论何时出具，需要重新出具。",
            )
        )
        self._reason = ChineseField(
            "reason", text("seal_keys", "原因"), text("seal_keys", "2至60个字"), most=MOST
        )
        self._reason.show_problem(problem)
        self.body.addWidget(self._reason)
        self.add_button("cancel", text("seal_keys", "不吊销"))
        self.add_button("confirm_revoke", text("seal_keys", "吊销"), "danger")
        self.answered.connect(self._answered)

    def _answered(self, button: str) -> None:
        if button == "confirm_revoke":
            self.revoked.emit(self._reason.value())
