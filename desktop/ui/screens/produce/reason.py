"""Why a card is no good: asked before its blank is written off."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import FieldProblem
from desktop.domain.fields import REMARK_LIMIT
from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.fields import ChineseField
from desktop.ui.kit.text import sentence_text, text


class ReasonSheet(Dialog):
    """Stays open until the reason is taken."""

    def __init__(self, parent: QWidget, serial: str, spoil: Callable[[str], None]) -> None:
        super().__init__(parent, text("produce", "作废 {serial}").format(serial=serial), "warning")
        self.setObjectName("reason_sheet")
        self._spoil = spoil
        self.say(text("produce", "这张空白作废后不能再用；这件业务回到待制证，另用一张空白重制。"))
        self._reason = ChineseField("reason", text("produce", "作废原因"), required=True, most=REMARK_LIMIT)
        self.body.addWidget(self._reason)
        self.add_button("cancel", text("produce", "取消"))
        button = self.add_button("spoil", text("produce", "作废"), "danger", closes=False)
        button.clicked.connect(self._hand_in)
        self._reason.box.returnPressed.connect(self._hand_in)
        self._reason.box.setFocus()

    def wrong(self, problem: FieldProblem) -> None:
        """Say what is wrong with the reason."""
        self._reason.show_problem(sentence_text(problem.message))
        self._reason.box.setFocus()

    def _hand_in(self) -> None:
        self._spoil(self._reason.value())
