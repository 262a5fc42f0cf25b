"""The queue of what was done without the server, and the list of what needs a look, both versions side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.errors import CounterError, FieldProblem
from desktop.ui.kit.cards import copied, plain
from desktop.ui.kit.dialog import ask
from desktop.ui.kit.fields import ChineseField
from desktop.ui.kit.form import Form, Section
from desktop.ui.kit.messages import tell
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.table import Column, Table, TableView
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.to_send.presenter import ToSendPresenter
from desktop.ui.screens.to_send.words import (
    conflict_state,
    conflict_tone,
    copy_words,
    fact,
    head_words,
    local_minute,
    papers_words,
    queued_state,
    queued_tone,
    settled_words,
)

if TYPE_CHECKING:
    from desktop.services.conflict_rows import ConflictRow, QueuedRow, Side

BESIDE = 60
"""The line looked at stands beside the lists where it is so many times as wide as a line is high."""
MOST_SIDES = 12
CONFLICTS, QUEUE = 3, 2
"""How the two lists share their column; the queue has most of it while there is nothing to look at."""


class ToSendView(QWidget):
    """Down the list; F6 applies the line looked at after all, F8 makes its papers void, F7 goes to the note."""

    def __init__(self, presenter: ToSendPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        self._whole = False
        self._apply = action(
            self,
            "apply_conflict",
            "F6",
            text("to_send", "照断网时的内容补办"),
            self._ask_apply,
            waits=True,
        )
        self._to_note = action(self, "go_to_note", "F7", text("to_send", "填写作废说明"), self._go_to_note)
        self._void = action(
            self,
            "void_conflict",
            "F8",
            text("to_send", "以服务器为准，作废单据"),
            self._ask_void,
            waits=True,
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 16)
        self._column.setSpacing(10)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(14)
        self._wide: bool | None = None
        Stages(
            self, [self._build_head, self._build_conflicts, self._build_queue, self._build_line, self._begin]
        )

    # -- building ------------------------------------------------------------------------------------
    def _build_head(self) -> None:
        self._head, self._copy = plain("title", name="line_state"), plain("hint", name="copied_at")
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._head, 3)
        top.addWidget(self._copy, 1)
        self._column.addLayout(top)
        self._column.addLayout(self._body, 1)
        self._lists = QVBoxLayout()
        self._lists.setSpacing(8)
        self._body.addLayout(self._lists, 4)

    def _build_conflicts(self) -> None:
        columns: list[Column[ConflictRow]] = [
            Column(text("to_send", "状态"), conflict_state, tone=conflict_tone),
            Column(text("to_send", "业务"), lambda row: sentence_text(row.what), least=4),
            Column(text("to_send", "申报人"), lambda row: row.whom, stretch=True, least=4),
            Column(text("to_send", "窗口"), lambda row: str(row.counter_number), spare=2, right=True),
            Column(text("to_send", "经办人"), lambda row: row.clerk, spare=3),
            Column(text("to_send", "办理时间"), lambda row: local_minute(row.made_at), spare=1),
        ]
        self._conflicts = Table(columns, self)
        self._conflicts_view = TableView(
            self._conflicts,
            "conflicts",
            text("to_send", "需要核对的离线业务，没有处理的在前"),
            text("to_send", "没有需要核对的。断网期间办理的业务上传后，与服务器不一致的会列在这里。"),
        )
        self._lists.addWidget(plain("heading", text("to_send", "需要核对（全所）")))
        self._lists.addWidget(self._conflicts_view, CONFLICTS)

    def _build_queue(self) -> None:
        columns: list[Column[QueuedRow]] = [
            Column(text("to_send", "序号"), lambda row: str(row.sequence), right=True, spare=2),
            Column(text("to_send", "状态"), queued_state, tone=queued_tone),
            Column(text("to_send", "业务"), lambda row: sentence_text(row.what), least=4),
            Column(text("to_send", "申报人"), lambda row: row.whom, stretch=True, least=4),
            Column(text("to_send", "办理时间"), lambda row: local_minute(row.made_at), spare=1),
        ]
        self._queue = Table(columns, self)
        self._queue_view = TableView(
            self._queue,
            "queue",
            text("to_send", "本窗口断网期间办理的业务，新的在前"),
            text("to_send", "本窗口没有断网期间办理的业务。"),
        )
        self._lists.addWidget(plain("heading", text("to_send", "本窗口断网期间办理")))
        self._lists.addWidget(self._queue_view, QUEUE)

    def _build_line(self) -> None:
        self._form, self._about = Form(), Section("", 1)
        self._who, self._papers = copied("title", name="conflict_whom"), copied("number", name="papers")
        self._reason = copied(name="reason")
        self._apply_as, self._settled = plain("hint", name="apply_as"), plain("hint", name="settled")
        columns: list[Column[Side]] = [
            Column(text("to_send", "内容"), lambda row: sentence_text(row.label), most=8),
            Column(
                text("to_send", "断网时办理的"),
                lambda row: fact(row.then),
                tip=lambda row: fact(row.then),
                tone=lambda row: "problem" if row.differs else "",
                stretch=True,
                least=6,
                dots=Qt.TextElideMode.ElideMiddle,  # an address differs at its end
            ),
            Column(
                text("to_send", "服务器上现在的"),
                lambda row: fact(row.now),
                tip=lambda row: fact(row.now),
                tone=lambda row: "problem" if row.differs else "",
                stretch=True,
                least=6,
                dots=Qt.TextElideMode.ElideMiddle,  # an address differs at its end
            ),
        ]
        self._sides = Table(columns, self)
        self._sides_view = TableView(self._sides, "sides", text("to_send", "两边的内容，不同的在前"))
        for widget in (self._who, self._papers, self._reason, self._sides_view, self._apply_as):
            self._about.place(widget)
        self._about.place(ActionButton(self._apply, "primary"))
        self._note = self._form.add(
            self._about,
            ChineseField(
                "note",
                text("to_send", "作废说明"),
                text("to_send", "怎样告知本人、凭证是否收回"),
                most=60,
            ),
        )
        self._about.place(ActionButton(self._void, "danger"))
        self._about.place(self._settled)
        self._form.place(self._about)
        self._body.addWidget(self._form, 5)

    def _begin(self) -> None:
        it = self._presenter
        self._whole = True
        self._conflicts_view.picked.connect(it.look)
        it.changed.connect(self._show)
        it.wrong.connect(self._wrong)
        it.failed.connect(self._tell)
        self._show()
        self._conflicts_view.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- showing -------------------------------------------------------------------------------------
    def _show(self) -> None:
        if not self._whole:
            return
        it = self._presenter
        if it.queue is not None:
            self._head.setText(head_words(it.queue))
            self._copy.setText(copy_words(it.queue))
            if self._queue.rows != it.queue.rows:
                self._queue.show(it.queue.rows)
        if self._conflicts.rows != it.rows:
            with QSignalBlocker(self._conflicts_view):
                self._conflicts.show(it.rows)
                places = [row.conflict_id for row in it.rows]
                at = it.page.row.conflict_id if it.page is not None else None
                if places:  # the cursor stays on the line that is looked at, wherever it is by now
                    self._conflicts_view.choose(places.index(at) if at in places else 0)
        self._lists.setStretchFactor(self._conflicts_view, CONFLICTS if it.rows else 1)
        self._form.setHidden(it.page is None)
        self._show_line()

    def _show_line(self) -> None:
        it = self._presenter
        if it.page is None:
            return
        page, row = it.page, it.page.row
        self._who.setText(f"{sentence_text(row.what)}　{row.whom}")
        self._papers.setText(papers_words(row))
        self._reason.setText(sentence_text(row.reason))
        sides = tuple(sorted(page.sides, key=lambda side: not side.differs))
        if self._sides.rows != sides:
            self._sides.show(sides)
            self._sides_view.hug(MOST_SIDES)
        self._sides_view.setHidden(not sides)
        still = row.state == "open"
        self._apply_as.setText(sentence_text(page.apply_as))
        self._apply_as.setHidden(not still)
        self._note.setHidden(not still)
        self._settled.setText(settled_words(row))
        self._settled.setHidden(still)
        busy = text("to_send", "正在保存……")
        for each, cannot in ((self._apply, page.cannot_apply), (self._void, page.cannot_void)):
            why = busy if it.busy or cannot is None else sentence_text(cannot)
            set_possible(each, not it.busy and cannot is None, why)
        set_possible(self._to_note, still, settled_words(row))

    def _wrong(self, problem: FieldProblem) -> None:
        self._form.show_problems((problem,))

    def _tell(self, error: CounterError) -> None:
        tell(self, error)

    # -- the clerk -----------------------------------------------------------------------------------
    def _go_to_note(self) -> None:
        self._form.go_to("note")

    def _ask_apply(self) -> None:
        page = self._presenter.page
        if page is not None:
            ask(
                self,
                text("to_send", "照断网时的内容补办？"),
                sentence_text(page.apply_as),
                name="apply_conflict",
                yes=text("to_send", "补办"),
                then=self._presenter.apply_after_all,
            )

    def _ask_void(self) -> None:
        page = self._presenter.page
        if page is not None and not self._note.value().strip():
            self._say_void()  # nothing is asked before there is a note: it is told that one is missing
        elif page is not None:
            ask(
                self,
                text("to_send", "作废断网时打印的单据？"),
                papers_words(page.row),
                name="void_conflict",
                yes=text("to_send", "作废"),
                then=self._say_void,
                danger=True,
            )

    def _say_void(self) -> None:
        self._presenter.make_void(self._note.value())

    # -- room ----------------------------------------------------------------------------------------
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the line below the lists where there is no room beside."""
        super().resizeEvent(event)
        wide = self.width() >= BESIDE * self.fontMetrics().height()
        if wide != self._wide:
            self._wide = wide
            beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
            self._body.setDirection(beside if wide else below)
