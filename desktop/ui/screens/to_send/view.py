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
from desktop.ui.kit.flow import FlowRow
from desktop.ui.kit.form import Form, Section
from desktop.ui.kit.messages import tell
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.to_send.lists import Holder, conflicts_list, queue_list, sides_list
from desktop.ui.screens.to_send.presenter import ToSendPresenter
from desktop.ui.screens.to_send.words import copy_words, head_words, papers_words, settled_words

if TYPE_CHECKING:
    from desktop.services.conflict_rows import ConflictRow

BESIDE = 60
"""The line looked at stands beside the lists where it is so many times as wide as a line is high."""
MOST_BESIDE, MOST_SIDES = 8, 12
"""So many facts are seen beside the lists, where both buttons are to be seen too, and in a page that scrolls."""
LEAST_LINES, MOST_LINES = 2, 4
"""How many lines of a list are seen in a page that scrolls; the sentence of an empty one has two."""
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
        self._copy.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._head, 3)
        top.addWidget(self._copy, 1)
        self._column.addLayout(top)
        self._column.addLayout(self._body, 1)
        self._lists = QVBoxLayout()
        self._lists.setSpacing(8)
        self._body.addLayout(self._lists, 4)

    def _build_conflicts(self) -> None:
        self._conflicts, self._conflicts_view = conflicts_list(self)
        self._review = Holder(text("to_send", "需要核对（全所）"), self._conflicts_view)
        self._lists.addWidget(self._review, CONFLICTS)

    def _build_queue(self) -> None:
        self._queue, self._queue_view = queue_list(self)
        self._own = Holder(text("to_send", "本窗口断网期间办理"), self._queue_view)
        self._lists.addWidget(self._own, QUEUE)

    def _build_line(self) -> None:
        self._form, self._about = Form(), Section("", 1)
        self._above, self._below = Holder(), Holder()
        self._who, self._papers = copied("title", name="conflict_whom"), copied("number", name="papers")
        self._reason = copied(name="reason")
        self._apply_as, self._settled = plain("hint", name="apply_as"), plain("hint", name="settled")
        self._sides, self._sides_view = sides_list(self)
        for widget in (self._who, self._papers, self._reason, self._sides_view, self._apply_as):
            self._about.place(widget)
        self._note = self._form.add(
            self._about,
            ChineseField(
                "note",
                text("to_send", "作废说明"),
                text("to_send", "怎样告知本人、凭证是否收回"),
                most=60,
            ),
        )
        self._about.place(self._settled)
        for each in (self._above, self._about, self._below):
            self._form.place(each)
        self._keys = QWidget()
        keys = FlowRow(10)
        keys.addWidget(ActionButton(self._apply, "primary"))
        keys.addWidget(ActionButton(self._void, "danger"))
        self._keys.setLayout(keys)
        beside = QVBoxLayout()
        beside.setSpacing(10)
        beside.addWidget(self._form, 1)
        beside.addWidget(self._keys)
        self._body.addLayout(beside, 5)

    def _begin(self) -> None:
        it = self._presenter
        self._whole = True
        self._conflicts_view.picked.connect(self._look)
        it.changed.connect(self._show)
        it.wrong.connect(self._wrong)
        it.failed.connect(self._tell)
        self._make_room()
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
        self._lists.setStretchFactor(self._review, CONFLICTS if it.rows else 1)
        self._about.setHidden(it.page is None)
        self._keys.setHidden(it.page is None)
        self._show_line()
        self._fit()

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

    def _look(self, row: ConflictRow | None) -> None:
        it = self._presenter
        if it.look(row, self._note.value()):
            self._note.set_value(it.note)
            self._note.show_problem("")

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
        """Have one page that scrolls where there is no room for the line beside the lists."""
        super().resizeEvent(event)
        if self._whole:
            self._make_room()

    def _make_room(self) -> None:
        wide = self.width() >= BESIDE * self.fontMetrics().height()
        if wide == self._wide:
            return
        self._wide = wide
        focused = self.focusWidget()
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # or it wanders to the facts, and the page after it
        for at, (lists, holder) in enumerate(((self._review, self._above), (self._own, self._below))):
            if wide:
                self._lists.insertWidget(at, lists, (CONFLICTS, QUEUE)[at])
            else:
                holder.take(lists)
            holder.setHidden(wide)
        self._body.setStretchFactor(self._lists, 4 if wide else 0)
        self._fit()
        if focused is not None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """Beside the line the lists share the height; in a page that scrolls they show whole lines."""
        for view in (self._conflicts_view, self._queue_view):
            if self._wide:
                view.unhug()
            else:
                view.hug(MOST_LINES, LEAST_LINES)
        self._sides_view.hug(MOST_BESIDE if self._wide else MOST_SIDES)
        self._form.setHidden(bool(self._wide) and self._presenter.page is None)
