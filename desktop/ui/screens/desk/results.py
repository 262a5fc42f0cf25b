"""What the one box found: people, a case, a number to register, or the rule that a number breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.code_words import label
from desktop.domain.codes import CaseState, PaperKind
from desktop.domain.id_numbers import IdNumber
from desktop.domain.masking import mask_address
from desktop.ui.kit.button import Button
from desktop.ui.kit.case_words import grouped
from desktop.ui.kit.chips import dress
from desktop.ui.kit.messages import Strip
from desktop.ui.kit.shortcuts import ActionButton
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.desk.presenter import DeskPresenter
from desktop.ui.screens.desk.words import permit_words, registration_words

if TYPE_CHECKING:
    from desktop.services.rows import PersonHit

_KINDS = {
    CaseState.AWAITING_MATERIALS: "warning",
    CaseState.COMPLETED: "good",
    CaseState.REFUSED: "problem",
    CaseState.RESUMED: "quiet",
}


class Results(QWidget):
    """The answer to what was asked; `register` is the action that registers whoever is on offer."""

    def __init__(self, presenter: DeskPresenter, register: QAction) -> None:
        super().__init__()
        self._presenter = presenter
        self._heading = QLabel()
        self._heading.setProperty("role", "heading")
        self._heading.setWordWrap(True)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._problem = Strip("search_problem", self, closable=False)
        self._advice = Strip("search_advice", self, closable=False)
        self._hint = _muted()
        self._build_table()
        self._build_offer(register)
        self._build_case()
        back = Button(text("desk", "回到今日  Esc"))
        back.setObjectName("clear_search")
        back.setAccessibleName(text("desk", "回到今日"))
        back.setProperty("role", "quiet")
        back.setAutoDefault(False)
        back.clicked.connect(presenter.clear)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(top)
        for each in (self._problem, self._advice, self._offer, self._case):
            column.addWidget(each)
        column.addWidget(self.table, 1)
        column.addWidget(self._hint)
        column.addStretch(0)

    def _build_table(self) -> None:
        columns: list[Column[PersonHit]] = [
            Column(text("desk", "姓名"), lambda hit: hit.name, tip=lambda hit: hit.name, most=10),
            Column(text("desk", "证件号码"), lambda hit: hit.masked_id_number),
            Column(text("desk", "出生年"), lambda hit: str(hit.birth_year or "—"), spare=2),
            Column(
                text("desk", "现居住地址"),
                lambda hit: mask_address(hit.address) or "—",
                tip=lambda hit: mask_address(hit.address),
                stretch=True,
                most=4,
                least=6,
            ),
            Column(text("desk", "居住登记"), lambda hit: registration_words(hit.registration), spare=1),
            Column(text("desk", "居住证"), lambda hit: permit_words(hit.permit)),
        ]
        self._rows = Table(columns, self)
        self.table = TableView(self._rows, "results", text("desk", "查询结果"))
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # an address differs at its end
        self.table.opened.connect(self._open)

    def _build_offer(self, register: QAction) -> None:
        self._offer = _card()
        self._number, self._says = QLabel(), _muted()
        self._number.setProperty("role", "number")
        button = ActionButton(register, "primary")
        button.setObjectName("register_this_person")
        self.offer_button = button
        row = QHBoxLayout(self._offer)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(20)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._number)
        words.addWidget(self._says)
        row.addLayout(words, 1)
        row.addWidget(button)

    def _build_case(self) -> None:
        self._case = _card()
        self._case_words = QLabel()
        self._case_words.setWordWrap(True)
        self._case_words.setTextFormat(Qt.TextFormat.PlainText)
        self._case_state = QLabel()
        self._case_state.setProperty("role", "chip")
        button = Button(text("desk", "打开  Enter"))
        button.setObjectName("open_found")
        button.setAccessibleName(text("desk", "打开"))
        button.setProperty("role", "primary")
        button.setAutoDefault(False)
        button.clicked.connect(self._presenter.open_found)
        self.case_button = button
        row = QHBoxLayout(self._case)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(16)
        row.addWidget(self._case_words, 1)
        row.addWidget(self._case_state, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(button)

    def fill(self) -> None:
        """Show what the presenter has."""
        presenter, answer = self._presenter, self._presenter.answer
        hits = answer.hits if answer else ()
        before = self.table.current()
        self._rows.show(hits)
        self.table.setVisible(bool(hits))
        if hits:
            same = [at for at, hit in enumerate(hits) if before and hit.person_id == before.person_id]
            self.table.choose(same[0] if same else 0)
        self._heading.setText(self._headline())
        problem = answer.problem if answer else None
        advice = answer.advice if answer else None
        self._problem.say(sentence_text(problem) if problem else "", "problem")
        self._advice.say(sentence_text(advice) if advice else "", "info")
        self._fill_offer(presenter.offer)
        self._fill_case()
        self._hint.setText(self._hint_words())
        self._hint.setVisible(bool(self._hint.text()))

    def _headline(self) -> str:
        presenter, answer = self._presenter, self._presenter.answer
        if answer is None:
            return text("desk", "已输入 {count} 位数字").format(count=presenter.digits)
        if answer.permit_id is not None:
            return text("desk", "找到一张居住证")
        if answer.case is not None or answer.paper_id is not None:
            return text("desk", "找到一件办件")
        if answer.hits:
            return text("desk", "查到 {count} 人").format(
                count=f"{len(answer.hits)}{'+' if answer.more else ''}"
            )
        if answer.of_outage:
            return text("desk", "断网时打印的单据")
        if answer.problem is not None:
            return text("desk", "请核对号码")
        if presenter.offer is not None:
            return text("desk", "本所没有此人的记录")
        return text("desk", "没有查到“{asked}”").format(asked=presenter.asked)

    def _hint_words(self) -> str:
        answer = self._presenter.answer
        if answer is None:
            return text(
                "desk",
                "身份证号 18 位，手机号 11 位，受理号 22 位，单据条码 24 位。输完自动查询，也可以按 Enter。",
            )
        if answer.more:
            return text("desk", "还有更多，请输入更多字。")
        if answer.hits:
            return text("desk", "↓ 进入列表，Enter 打开。")
        if answer.permit_id or answer.case or answer.paper_id or answer.problem or self._presenter.offer:
            return ""
        if answer.advice:
            return text("desk", "按 F6 登记新来的人。")
        return text("desk", "可以输入证件号码、姓名、拼音、拼音首字母、手机号、受理号，或直接扫描单据条码。")

    def _fill_offer(self, offer: IdNumber | None) -> None:
        self._offer.setVisible(offer is not None)
        if offer is None:
            return
        self._number.setText(_grouped(offer.number))
        parts = [sentence_text(label(offer.kind))]
        if offer.birth_date is not None:
            parts.append(text("desk", "{born} 出生").format(born=offer.birth_date.isoformat()))
        if offer.sex is not None:
            parts.append(sentence_text(label(offer.sex)))
        if self._presenter.begun:
            parts.append(text("desk", "如果是身份证号、手机号，还没有输完；确是其他证件的号码，按 F6 登记"))
        self._says.setText("　".join(parts))

    def _fill_case(self) -> None:
        answer = self._presenter.answer
        case = answer.case if answer else None
        self._case.setVisible(case is not None or bool(answer and (answer.paper_id or answer.permit_id)))
        self._case_state.setVisible(case is not None)
        if case is None:
            card = answer is not None and answer.permit_id is not None
            kind = PaperKind.PERMIT_CARD if card else PaperKind.DAY_SUMMARY
            self._case_words.setText(sentence_text(label(kind)))
            return
        self._case_words.setText(
            f"{case.person_name}　{sentence_text(label(case.kind))}　{case.accepted_on.isoformat()}\n{grouped(case.case_number)}"
        )
        self._case_state.setText(sentence_text(label(case.state)))
        dress(self._case_state, _KINDS.get(case.state, ""))

    def _open(self, hit: PersonHit) -> None:
        self._presenter.open_person.emit(hit.person_id)


def _grouped(number: str) -> str:
    return f"{number[:6]} {number[6:14]} {number[14:]}" if len(number) == 18 else number


def _muted() -> QLabel:
    words = QLabel()
    words.setProperty("role", "muted")
    words.setWordWrap(True)
    return words


def _card() -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    return card
