"""The day at a glance: cases of today, forms left unfinished, sheets to ask about, and samples to try."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.code_words import label
from desktop.ui.kit.dialog import ask
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.desk.presenter import DeskPresenter, Unanswered
from desktop.ui.screens.desk.words import age_words, clock_words, day_words, form_words, sample_words

if TYPE_CHECKING:
    from desktop.services.rows import CaseRow, DraftRow
    from desktop.ui.screens.desk.presenter import Sample

TWO_COLUMNS = 48
"""So many times the height of a line must fit across, for two columns side by side."""


class GlanceView(QScrollArea):
    """What stands on the desk while nothing is asked; calm when there is nothing to do."""

    def __init__(self, presenter: DeskPresenter, register: QAction) -> None:
        super().__init__()
        self.setObjectName("glance")
        self.setProperty("kept", False)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._presenter, self._register = presenter, register
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(16)
        self._built = False

    def builders(self) -> tuple[Callable[[], None], ...]:
        """What builds the cases and the cards beside them, one by one: each table takes its milliseconds."""
        beside = (self._begin_beside, self._add_drafts, self._add_samples)
        return (self._build_top, self._build_cases, *beside, self._begin)

    def _build_top(self) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(14)
        self._title, self._summary = QLabel(), _muted()
        self._title.setProperty("role", "title")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._summary)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addLayout(words, 1)
        top.addWidget(ActionButton(self._register, "primary"), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addLayout(self._sides, 1)
        self.setWidget(inside)

    def _begin_beside(self) -> None:
        self._beside = QWidget(self.widget())
        self._beside.hide()
        self._cards = QVBoxLayout(self._beside)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(16)
        self._cards.addWidget(self._unanswered_card())
        self._sides.addWidget(self._beside, 4)

    def _add_drafts(self) -> None:
        self._cards.addWidget(self._drafts_card())

    def _add_samples(self) -> None:
        self._cards.addWidget(self._samples_card())
        self._cards.addStretch(1)

    def _begin(self) -> None:
        self._built = True
        self.fill()

    def _build_cases(self) -> None:
        columns: list[Column[CaseRow]] = [
            Column(text("desk", "时间"), lambda case: clock_words(case.accepted_at), spare=1),
            Column(
                text("desk", "姓名"),
                lambda case: case.person_name,
                tip=lambda case: case.person_name,
                stretch=True,
                most=5,
                least=3,
            ),
            Column(text("desk", "证件号码"), lambda case: case.masked_id_number),
            Column(text("desk", "事项"), lambda case: sentence_text(label(case.kind)), least=6),
            Column(text("desk", "状态"), lambda case: sentence_text(label(case.state))),
        ]
        self._cases = Table(columns, self)
        self.cases = TableView(
            self._cases,
            "cases",
            text("desk", "今日办件"),
            text("desk", "今天还没有办件。\n在上方输入或扫描证件号码开始。"),
            self.widget(),  # from the start, or all of it is dressed once more when it comes there
        )
        self.cases.setMinimumHeight(round(self.fontMetrics().height() * 10))
        self.cases.opened.connect(self._open_case)
        self._sides.addWidget(self.cases, 6)

    def _unanswered_card(self) -> QFrame:
        columns: list[Column[Unanswered]] = [
            Column(text("desk", "姓名"), lambda row: row.case.person_name, stretch=True, most=4, least=3),
            Column(
                text("desk", "单据"),
                lambda row: text("desk", "打印结果待确认") if row.printed else text("desk", "还没有打印"),
                tip=lambda row: sentence_text(row.what),
            ),
        ]
        self._asking = _Card(
            text("desk", "待确认的单据"), text("desk", "日结前要逐份确认。Enter 打开。"), self._beside
        )
        self._unanswered = Table(columns, self)
        self.unanswered = self._asking.hold(self._unanswered, "unanswered")
        self.unanswered.opened.connect(self._open_papers)
        return self._asking

    def _drafts_card(self) -> QFrame:
        columns: list[Column[DraftRow]] = [
            Column(text("desk", "表单"), lambda draft: form_words(draft.form)),
            Column(
                text("desk", "内容"),
                lambda draft: draft.subject or text("desk", "未填姓名"),
                tip=lambda draft: draft.subject,
                stretch=True,
                most=4,
                least=3,
            ),
            Column(text("desk", "保存于"), self._age, sort=lambda draft: draft.saved_at),
        ]
        self._card = _Card(
            text("desk", "未完成的表单"), text("desk", "输入的内容都在，随时可以继续。"), self._beside
        )
        self._drafts = Table(columns, self)
        self.drafts = self._card.hold(self._drafts, "drafts")
        self.drafts.opened.connect(self._presenter.take_up)
        self.drafts.picked.connect(self._follow_draft)
        go_on = action(self._card, "continue_draft", "", text("desk", "继续"), self._continue)
        give_up = action(self._card, "discard_draft", "Del", text("desk", "放弃"), self._ask_discard)
        self._draft_actions = (go_on, give_up)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(ActionButton(give_up, "quiet"))
        row.addWidget(ActionButton(go_on))
        self._card.column.addLayout(row)
        return self._card

    def _samples_card(self) -> QFrame:
        samples = self._presenter.samples()
        columns: list[Column[Sample]] = [
            Column(text("desk", "试一试"), lambda sample: sample_words(sample.kind), stretch=True, least=5),
            Column(text("desk", "在上方输入"), lambda sample: sample.typed),
        ]
        card = _Card(
            text("desk", "演练样例"),
            text("desk", "人员和号码都是虚构的，可以放心试。选中后按 Enter 也能查。"),
            self._beside,
        )
        table = Table(columns, self)
        table.show(samples)
        self.samples = card.hold(table, "samples")
        self.samples.opened.connect(self._try)
        self.samples.hug(len(samples))
        self._has_samples = bool(samples)
        if not samples:
            card.hide()
        return card

    def fill(self) -> None:
        """Show what the presenter has."""
        glance = self._presenter.glance
        if glance is None or not self._built:
            return
        self._title.setText(day_words(glance.today))
        parts = [text("desk", "今日已办 {count} 件").format(count=len(glance.cases))]
        if glance.cases and not glance.unanswered:
            parts.append(text("desk", "单据都已确认"))
        self._summary.setText("　".join(parts))
        views = (self.cases, self.unanswered, self.drafts)
        chosen = [max(view.currentIndex().row(), 0) for view in views]
        self._cases.show(glance.cases)
        self._unanswered.show(glance.unanswered)
        self._drafts.show(glance.drafts)
        for view, at in zip(views, chosen, strict=True):
            view.choose(min(at, view.model().rowCount() - 1))
        self._asking.setVisible(bool(glance.unanswered))
        self._card.setVisible(bool(glance.drafts))
        self.unanswered.hug(5)
        self.drafts.hug(5)
        self._beside.setVisible(bool(glance.unanswered or glance.drafts or self._has_samples))
        self._follow_draft(self.drafts.current())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards below where they do not fit beside."""
        super().resizeEvent(event)
        wide = event.size().width() >= self.fontMetrics().height() * TWO_COLUMNS
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(across if wide else down)

    def _age(self, draft: DraftRow) -> str:
        glance = self._presenter.glance
        return age_words(draft.saved_at, glance.today) if glance else ""

    def _open_case(self, case: CaseRow) -> None:
        self._presenter.open_person.emit(case.person_id)

    def _open_papers(self, row: Unanswered) -> None:
        self._presenter.papers.emit(row.case.case_id)

    def _try(self, sample: Sample) -> None:
        self._presenter.enter(sample.typed)

    def _follow_draft(self, draft: DraftRow | None) -> None:
        for each in self._draft_actions:
            set_possible(each, draft is not None, text("desk", "先在列表中选一份表单。"))

    def _continue(self) -> None:
        draft = self.drafts.current()
        if draft is not None:
            self._presenter.take_up(draft)

    def _ask_discard(self) -> None:
        draft = self.drafts.current()
        if draft is None:
            return
        ask(
            self,
            text("desk", "放弃这份表单？"),
            text("desk", "{form}：{subject}。放弃后，已经输入的内容不能找回。").format(
                form=form_words(draft.form), subject=draft.subject or text("desk", "未填姓名")
            ),
            name="discard_draft_for_good",
            yes=text("desk", "放弃"),
            no=text("desk", "留着"),
            then=lambda: self._presenter.discard(draft.draft_id),
            danger=True,
        )


class _Card(QFrame):
    """A heading, a line that explains, and a list, each where it belongs from the start: it is dressed but once."""

    def __init__(self, heading: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._heading = heading
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 14)
        self.column.setSpacing(8)
        head = QLabel(heading)
        head.setProperty("role", "heading")
        head.setWordWrap(True)
        line = _muted()
        line.setText(words)
        for each in (head, line):
            self.column.addWidget(each)

    def hold(self, table: Table[Any], name: str) -> TableView:
        """Have the list of a table, called as the card is."""
        rows = TableView(table, name, self._heading, parent=self)
        self.column.addWidget(rows)
        return rows


def _muted() -> QLabel:
    words = QLabel()
    words.setProperty("role", "muted")
    words.setWordWrap(True)
    return words
