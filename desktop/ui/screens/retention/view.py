"""The page of retention: the terms above, what is due at the left, the orders at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.errors import CounterError, FieldProblem
from desktop.services.retention_rows import DueLine, PurgeOrderRow, TermRow
from desktop.ui.kit.cards import plain
from desktop.ui.kit.dialog import Dialog, ask
from desktop.ui.kit.fields import ChineseField, NumberField
from desktop.ui.kit.messages import tell
from desktop.ui.kit.scrolled import scrolled_page
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.retention.presenter import RetentionPresenter
from desktop.ui.screens.retention.words import (
    day_words,
    due_words,
    floor_words,
    kind_words,
    law_words,
    months_words,
    order_words,
    start_words,
    state_words,
    told_words,
)

BESIDE = 56
"""The two lists stand side by side where it is so many times as wide as a line is high."""
LOW = 9
"""Each list is so many lines high at least; where there is less room the page is scrolled."""
MOST_DIGITS = 3


class RetentionView(QWidget):
    """F6 previews, F7 prepares, F8 approves, F10 refuses, Ctrl+Return keeps the term that was typed."""

    def __init__(self, presenter: RetentionPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        self._look = action(self, "preview_purge", "F6", text("retention", "预览到期的"), presenter.look)
        self._prepare = action(
            self,
            "prepare_purge",
            "F7",
            text("retention", "编制清除单"),
            self._ask_prepare,
            waits=True,
        )
        self._approve = action(
            self,
            "approve_purge",
            "F8",
            text("retention", "批准并清除"),
            self._ask_approve,
            waits=True,
        )
        self._refuse = action(
            self, "refuse_purge", "F10", text("retention", "不批准"), self._ask_refuse, waits=True
        )
        self._go_on = action(
            self,
            "carry_on_purge",
            "Ctrl+Shift+Return",
            text("retention", "继续清除"),
            presenter.go_on,
            waits=True,
        )
        self._save = action(
            self,
            "set_retention",
            "Ctrl+Return",
            text("retention", "设定期限"),
            self._hand_in,
            waits=True,
        )
        self._column, _ = scrolled_page(self)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(16)
        Stages(
            self,
            [
                self._build_terms,
                self._build_term,
                self._build_due,
                self._build_orders,
                self._build_foot,
                self._begin,
            ],
        )

    # -- building ----------------------------------------------------------------------------------
    def _build_terms(self) -> None:
        columns: list[Column[TermRow]] = [
            Column(text("retention", "内容"), kind_words, stretch=True, least=8),
            Column(text("retention", "从何时起"), start_words, most=22, least=6, spare=2),
            Column(text("retention", "保存"), lambda row: months_words(row.months), right=True),
            Column(text("retention", "法定不少于"), floor_words, right=True, spare=1),
            Column(text("retention", "已到期"), due_words, right=True),
        ]
        self._column.addWidget(plain("title", self._presenter.title()))
        self._terms = Table(columns, self)
        self._terms_view = TableView(self._terms, "terms", text("retention", "各类个人信息的保存期限"))
        self._terms_view.picked.connect(self._choose)
        self._column.addWidget(self._terms_view)

    def _build_term(self) -> None:
        self._law = plain("muted", " ", "law")
        self._months = NumberField(
            "months", text("retention", "本所保存（月，不填为通常期限）"), most=MOST_DIGITS
        )
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self._months)
        row.addWidget(ActionButton(self._save), 0, Qt.AlignmentFlag.AlignVCenter)
        self._column.addWidget(self._law)
        self._column.addLayout(row)
        self._column.addLayout(self._sides, 1)

    def _build_due(self) -> None:
        columns: list[Column[DueLine]] = [
            Column(text("retention", "到期的"), lambda row: row.what, stretch=True, least=5),
            Column(text("retention", "证件号码"), lambda row: row.masked_id_number or "—", spare=1),
            Column(text("retention", "终结于"), lambda row: row.ended_on.isoformat()),
        ]
        self._due = Table(columns, self)
        self._due_view = TableView(self._due, "due", text("retention", "到期的内容"))
        self._count = plain("heading", " ", "due_count")
        self._sides.addWidget(self._side(self._count, self._due_view, (self._look, self._prepare)), 1)

    def _build_orders(self) -> None:
        columns: list[Column[PurgeOrderRow]] = [
            Column(text("retention", "日期"), day_words),
            Column(text("retention", "清除单"), order_words, stretch=True, least=5),
            Column(text("retention", "项"), lambda row: f"{row.done + row.kept}/{row.parts}", right=True),
            Column(text("retention", "状态"), state_words, most=12),
        ]
        self._orders = Table(columns, self)
        empty = text("retention", "还没有清除单。")
        self._orders_view = TableView(self._orders, "orders", text("retention", "清除单，新的在前"), empty)
        self._orders_view.picked.connect(self._choose_order)
        heading = plain("heading", text("retention", "清除单"))
        self._sides.addWidget(
            self._side(heading, self._orders_view, (self._refuse, self._go_on, self._approve)), 1
        )

    def _side(self, heading: QWidget, rows: TableView, deeds: tuple[object, ...]) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        rows.setMinimumHeight(round(self.fontMetrics().height() * LOW))
        column.addWidget(heading)
        column.addWidget(rows, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        for deed in deeds:
            role = {self._prepare: "primary", self._approve: "danger"}.get(deed, "plain")  # type: ignore[call-overload]
            buttons.addWidget(ActionButton(deed, role))  # type: ignore[arg-type]
        column.addLayout(buttons)
        return side

    def _build_foot(self) -> None:
        self._told = plain("muted", " ", "order_told")
        self._column.addWidget(self._told)

    def _begin(self) -> None:
        it = self._presenter
        it.changed.connect(self._show)
        it.problem.connect(self._show_problem)
        it.failed.connect(self._tell)
        self._show()
        self._terms_view.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the lists one under the other where they do not fit side by side."""
        super().resizeEvent(event)
        wide = event.size().width() >= self.fontMetrics().height() * BESIDE
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(across if wide else down)

    # -- showing -----------------------------------------------------------------------------------
    def _show(self) -> None:
        it = self._presenter
        for each, why in (
            (self._look, it.why_not_preview()),
            (self._prepare, it.why_not_prepare()),
            (self._approve, it.why_not_decide()),
            (self._refuse, it.why_not_decide()),
            (self._go_on, it.why_not_go_on()),
        ):
            set_possible(each, not why, why)
        mine = text("retention", "保存期限由系统管理员设定。") if not it.prepares else ""
        set_possible(self._save, it.prepares and not it.busy, mine or text("retention", "正在办理。"))
        self._months.hold(mine)
        if it.page is None:
            return
        if self._terms.rows != it.page.terms:
            self._terms.show(it.page.terms)
            self._terms_view.hug(len(it.page.terms))
            self._terms_view.choose(
                next(n for n, row in enumerate(it.page.terms) if row.retention.kind is it.kind)
            )
        if self._orders.rows != it.page.orders:
            self._orders.show(it.page.orders)
            self._orders_view.choose(
                next((n for n, row in enumerate(it.page.orders) if row.order_id == it.order_id), -1)
            )
        term, order, preview = it.term, it.order, it.preview
        self._law.setText(law_words(term) if term is not None else " ")
        self._due.show(preview.lines if preview is not None else ())
        empty = (
            text("retention", "按 F6 预览到今天已经到期的内容；预览不改动任何记录。")
            if it.prepares
            else text("retention", "到期的内容由系统管理员预览并编制清除单。")
        )
        self._due_view.set_empty(text("retention", "没有到期的内容。") if preview is not None else empty)
        self._count.setText(self._count_words())
        self._told.setText(it.progress or (told_words(order) if order is not None else " "))

    def _count_words(self) -> str:
        it = self._presenter
        if it.preview is None:
            return text("retention", "到期的内容")
        said = text("retention", "到期 {count} 项（截至 {day} 终结的）")
        more = text("retention", "，列出前 {shown} 项").format(shown=len(it.preview.lines))
        words = said.format(count=it.preview.count, day=it.preview.cutoff.isoformat())
        return words + (more if it.preview.count > len(it.preview.lines) else "")

    def _show_problem(self, problems: tuple[FieldProblem, ...]) -> None:
        self._months.show_problem(sentence_text(problems[0].message) if problems else "")
        if problems:
            self._months.box.setFocus()

    def _tell(self, error: CounterError) -> None:
        tell(self, error)

    # -- doing -------------------------------------------------------------------------------------
    def _choose(self, row: TermRow | None) -> None:
        if row is not None:
            self._presenter.choose(row.retention.kind)
            self._months.set_value(str(row.own) if row.own is not None else "")

    def _choose_order(self, row: PurgeOrderRow | None) -> None:
        if row is not None:
            self._presenter.choose_order(row.order_id)

    def _hand_in(self) -> None:
        self._presenter.save_months(self._months.value())

    def _ask_prepare(self) -> None:
        preview = self._presenter.preview
        if preview is not None:
            ask(
                self,
                text("retention", "编制清除单"),
                text("retention", "按预览的 {count} 项编制，交安全管理员批准。批准以前什么都不清除。").format(
                    count=preview.count
                ),
                name="confirm_prepare",
                yes=text("retention", "编制"),
                then=self._presenter.prepare,
            )

    def _ask_approve(self) -> None:
        order = self._presenter.order
        if order is not None:
            ask(
                self,
                text("retention", "批准并清除"),
                text(
                    "retention",
                    "{what}，共 {count} 项。清除后不能恢复；办件统计、单据和空白证的账、操作留痕都保留。",
                ).format(what=order_words(order), count=order.parts),
                name="confirm_approve",
                yes=text("retention", "批准并清除"),
                then=self._presenter.approve,
                danger=True,
            )

    def _ask_refuse(self) -> None:
        sheet = RefusalSheet(self)
        sheet.answered.connect(
            lambda button: self._presenter.refuse(sheet.reason()) if button == "refuse" else None
        )
        sheet.open()


class RefusalSheet(Dialog):
    """Asks why an order is not approved: the resident is told the reason."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, text("retention", "不批准清除"), "info")
        self.setObjectName("refusal_sheet")
        self.say(text("retention", "拒绝的，应当说明理由（《个人信息保护法》第五十条）。"))
        self._reason = ChineseField("reason", text("retention", "理由"), required=True, most=60)
        self.body.addWidget(self._reason)
        self.add_button("cancel", text("retention", "取消"))
        self.add_button("refuse", text("retention", "不批准"), "primary")
        self._reason.box.setFocus()

    def reason(self) -> str:
        """What was typed."""
        return self._reason.value()
