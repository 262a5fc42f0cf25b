"""The reason for writing a card off, asked over the screen; of a card that was made, which one it is too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import FieldProblem
from desktop.domain.fields import REMARK_LIMIT
from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.fields import ChineseField, NumberField
from desktop.ui.kit.text import sentence_text, text

LONGEST_SERIAL = 24


class ReasonSheet(Dialog):
    """Stays open until the reason is taken; a `fixed` serial is not asked for."""

    def __init__(
        self, parent: QWidget, serial: str, spoil: Callable[[str, str], None], *, fixed: bool = False
    ) -> None:
        title = text("produce", "作废 {serial}").format(serial=serial)
        super().__init__(parent, title if fixed else text("produce", "作废已制成的证卡"), "warning")
        self.setObjectName("reason_sheet")
        self._spoil = spoil
        words = text("produce", "这张空白作废后不能再用；这件业务回到待制证，另用一张空白重制。")
        more = "" if fixed else text("produce", "已经发放的证不能在这里作废。")
        self.say(words + more)
        self._serial = NumberField("serial", text("produce", "空白号"), required=True, most=LONGEST_SERIAL)
        self._serial.set_value(serial)
        self._reason = ChineseField("reason", text("produce", "作废原因"), required=True, most=REMARK_LIMIT)
        self.body.addWidget(self._serial)
        self.body.addWidget(self._reason)
        self._serial.setVisible(not fixed)
        self.add_button("cancel", text("produce", "取消"))
        button = self.add_button("spoil", text("produce", "作废"), "danger", closes=False)
        button.clicked.connect(self._hand_in)
        self._serial.box.returnPressed.connect(self._reason.box.setFocus)
        self._reason.box.returnPressed.connect(self._hand_in)
        (self._reason if serial else self._serial).box.setFocus()

    def wrong(self, problem: FieldProblem) -> None:
        """Say what is wrong, at its field."""
        field = self._serial if problem.field == "serial" else self._reason
        field.show_problem(sentence_text(problem.message))
        field.box.setFocus()

    def _hand_in(self) -> None:
        for field in (self._serial, self._reason):
            field.show_problem("")
        self._spoil(self._serial.value(), self._reason.value())
