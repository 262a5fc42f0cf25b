"""What is asked before a decision: the reason, the password for a batch; and what became of the batch."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.fields import SecretField, TextField
from desktop.ui.kit.shortcuts import action
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.domain.errors import BadInput
    from desktop.services.decision_rows import CasePage
    from desktop.ui.screens.decide.ticks import Outcome

LEAST, MOST = 2, 200
"""Characters that a reason has."""


class ReasonSheet(Dialog):
    """Asks why; stays open until the reason is accepted. Ctrl+Enter hands it in."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        words: str,
        *,
        name: str,
        yes: str,
        then: Callable[[str, str], None],
        clauses: list[Option] | None = None,
        clause: str = "",
        reason: str = "",
    ) -> None:
        super().__init__(parent, title, "warning")
        self._then = then
        self.be_wide(64)
        self.say(words)
        self._clause: Choice | None = None
        if clauses:
            self._clause = Choice("clause", text("decide", "依据的条件"), clauses, value=clause)
            self.body.addWidget(self._clause)
        self._reason = TextField(
            "reason", text("decide", "理由"), text("decide", "2 至 200 个字"), required=True, lines=4
        )
        self._reason.set_value(reason)
        self.body.addWidget(self._reason)
        self.add_button("cancel", text("decide", "取消"))
        button = self.add_button(name, yes, "danger", closes=False)
        button.clicked.connect(self._hand_in)
        hand_in = action(self, "hand_in", "Ctrl+Return", yes, self._hand_in, waits=True)
        hand_in.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self._reason.box.setFocus()

    def wrong(self, error: BadInput) -> None:
        """Say what is wrong with the reason; it stays as typed."""
        self._reason.show_problem(sentence_text(error.message))
        self._reason.box.setFocus()

    def _hand_in(self) -> None:
        self._then(self._reason.value(), self._clause.value() if self._clause is not None else "")


def send_back(parent: QWidget, page: CasePage, then: Callable[[str, str], None]) -> ReasonSheet:
    """Ask what is to be mended; what is missing stands there already, in the words of the paper."""
    missing = "、".join(str(row.need.label) for row in page.materials if row.missing)
    return ReasonSheet(
        parent,
        text("decide", "退回补正：{name}").format(name=page.case.person_name),
        text("decide", "办件回到窗口，补正后重新提交。写明要补正什么。"),
        name="send_back_case",
        yes=text("decide", "退回补正"),
        then=then,
        reason=f"请补交：{missing}。" if missing else "",
    )


def deny(parent: QWidget, page: CasePage, then: Callable[[str, str], None]) -> ReasonSheet:
    """Ask why it is denied, and on which condition that stands."""
    now = [pair.now for pair in page.findings if pair.now is not None]
    clauses = [Option(one.code, f"{sentence_text(one.fact)}　{one.basis}") for one in now]
    unmet = next((one.code for one in now if not one.met), "")
    codes = [one.code for one in now]
    usual = unmet or ("grounds" if "grounds" in codes else next(iter(codes), ""))
    return ReasonSheet(
        parent,
        text("decide", "不予签发：{name}").format(name=page.case.person_name),
        text("decide", "决定后出具不予签发通知书，写明理由和依据的条文。决定后不能改。"),
        name="deny_case",
        yes=text("decide", "不予签发"),
        then=then,
        clauses=clauses,
        clause=usual,
    )


class BatchSheet(Dialog):
    """Asks for the password once more before many cases are granted; stays open until it is right."""

    def __init__(self, parent: QWidget, count: int, then: Callable[[str], None]) -> None:
        super().__init__(parent, text("decide", "批量通过"), "warning")
        self._then = then
        self.say(
            text(
                "decide",
                "将通过选中的 {count} 件。每一件都重新核对，条件或材料不全的留在队列里并说明原因。请输入您的登录密码。",
            ).format(count=count)
        )
        self._password = SecretField("password", text("decide", "登录密码"), required=True)
        self.body.addWidget(self._password)
        self.add_button("cancel", text("decide", "取消"))
        button = self.add_button("grant_batch", text("decide", "批量通过"), "primary", closes=False)
        button.clicked.connect(self._hand_in)
        self._password.box.returnPressed.connect(self._hand_in)
        self._password.box.setFocus()

    def wrong(self, error: BadInput) -> None:
        """Say that the password is wrong."""
        self._password.set_value("")
        self._password.show_problem(sentence_text(error.message))
        self._password.box.setFocus()

    def _hand_in(self) -> None:
        if not self._password.value():
            self._password.show_problem(text("decide", "请输入密码。"))
            return
        self._then(self._password.value())


class OutcomeSheet(Dialog):
    """What became of each case of a batch, those left behind first."""

    def __init__(self, parent: QWidget, outcomes: tuple[Outcome, ...]) -> None:
        left = sum(one.why_not is not None for one in outcomes)
        super().__init__(parent, text("decide", "批量通过的结果"), "warning" if left else "good")
        self.be_wide(80)
        said = text("decide", "通过 {count} 件，没有通过 {left} 件。")
        self.say(said.format(count=len(outcomes) - left, left=left)).setObjectName("batch_summary")
        columns: list[Column[Outcome]] = [
            Column(text("decide", "结果"), _result),
            Column(text("decide", "姓名"), lambda one: one.row.case.person_name),
            Column(text("decide", "证件号码"), lambda one: one.row.case.masked_id_number, spare=1),
            Column(text("decide", "原因"), _why, tip=_why, stretch=True, least=6),
        ]
        table = Table(columns, self)
        list_ = TableView(table, "outcomes", text("decide", "批量通过的结果"))
        table.show(sorted(outcomes, key=lambda one: one.why_not is None))
        list_.hug(10)
        self.body.addWidget(list_)
        self.add_button("close", text("decide", "知道了"))


def _result(one: Outcome) -> str:
    return text("decide", "✓ 已通过") if one.why_not is None else text("decide", "✗ 没有通过")


def _why(one: Outcome) -> str:
    return sentence_text(one.why_not) if one.why_not is not None else ""
