"""The two questions for a reason: why a sheet is spoiled, why another copy is made."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import BadInput
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.fields import ChineseField
from desktop.ui.kit.text import sentence_text, text

MOST = 60
"""Characters that a reason may have."""


class ReasonSheet(Dialog):
    """Asks for a reason, from the common ones or typed; stays open until it is accepted."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        words: str,
        *,
        name: str,
        yes: str,
        reasons: tuple[str, ...],
        then: Callable[[str], None],
        danger: bool = False,
    ) -> None:
        super().__init__(parent, title, "warning" if danger else "info")
        self._then = then
        self.say(words)
        options = [Option(str(place), f"{place} {reason}") for place, reason in enumerate(reasons, 1)]
        self._reasons = dict(zip((option.code for option in options), reasons, strict=True))
        self._common = Choice("common_reason", text("papers", "常用原因"), options)
        self._reason = ChineseField(
            "reason", text("papers", "原因"), text("papers", "2 至 60 个字"), required=True, most=MOST
        )
        self.body.addWidget(self._common)
        self.body.addWidget(self._reason)
        self.add_button("cancel", text("papers", "取消"))
        button = self.add_button(name, yes, "danger" if danger else "primary", closes=False)
        button.clicked.connect(self._hand_in)
        self._common.edited.connect(self._take)
        self._reason.box.returnPressed.connect(self._hand_in)
        self._common.box.setFocus()

    def wrong(self, error: BadInput) -> None:
        """Say what is wrong with the reason; it stays as typed."""
        self._reason.show_problem(sentence_text(error.message))
        self._reason.box.setFocus()

    def _take(self) -> None:
        reason = self._reasons.get(self._common.value(), "")
        if reason:
            self._reason.set_value(reason)

    def _hand_in(self) -> None:
        self._then(self._reason.value())


def spoiled(parent: QWidget, then: Callable[[str], None]) -> ReasonSheet:
    """Ask why the sheet is no good."""
    return ReasonSheet(
        parent,
        text("papers", "作废这一份"),
        text("papers", "作废的份数和原因记入当日汇总。作废的纸张请收回，不要交给申报人。"),
        name="spoil_copy",
        yes=text("papers", "作废"),
        reasons=(
            text("papers", "卡纸"),
            text("papers", "打印不清晰"),
            text("papers", "纸张放错或污损"),
            text("papers", "内容有误，另行更正"),
            text("papers", "申报人不需要"),
        ),
        then=then,
        danger=True,
    )


def another(parent: QWidget, then: Callable[[str], None]) -> ReasonSheet:
    """Ask why another copy is made."""
    return ReasonSheet(
        parent,
        text("papers", "补打一份"),
        text("papers", "补打件标明“补打”、次数和原因，内容与原件相同。"),
        name="make_reprint",
        yes=text("papers", "补打"),
        reasons=(
            text("papers", "原件遗失"),
            text("papers", "原件污损"),
            text("papers", "上一份作废"),
            text("papers", "申报人另需一份"),
            text("papers", "存档用"),
        ),
        then=then,
    )
