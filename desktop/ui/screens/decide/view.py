"""The decider's desk: the queue at the left, the case at the right, the decisions below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.case_life import CaseEvent
from desktop.domain.errors import BadInput, CounterError
from desktop.ui.kit.focus import begin_at
from desktop.ui.kit.messages import Strip, tell
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.decide.case import CaseSide
from desktop.ui.screens.decide.queue import Queue
from desktop.ui.screens.decide.sheets import BatchSheet, OutcomeSheet, ReasonSheet, deny, send_back

if TYPE_CHECKING:
    from desktop.ui.screens.decide.presenter import DecidePresenter
    from desktop.ui.screens.decide.ticks import Outcome

BESIDE = 56
"""There is room for both where the screen is so many times as wide as a line is high."""
LOOK_MS = 800
"""A key pressed again so soon after a decision was meant for the case before: nobody has looked at the next."""


class DecideView(QWidget):
    """Up and down walk through the queue; Ctrl+Enter grants and the next case is there."""

    def __init__(self, presenter: DecidePresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        self._sheet: ReasonSheet | BatchSheet | None = None
        self._since, self._decided = QElapsedTimer(), -1
        self._grant = action(
            self, "grant_case", "Ctrl+Return", text("decide", "审核通过"), self._grant_case, waits=True
        )
        self._grant.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self._back = action(
            self, "send_back_case", "F6", text("decide", "退回补正"), self._ask_back, waits=True
        )
        self._deny = action(self, "deny_case", "F7", text("decide", "不予签发"), self._ask_deny, waits=True)
        self._batch = action(
            self, "grant_batch", "F8", text("decide", "批量通过"), self._ask_batch, waits=True
        )
        self._notice = action(
            self, "print_notice", "F10", text("decide", "打印通知书"), presenter.print_notice
        )
        self._queue_key = action(self, "go_to_queue", "F11", text("decide", "回到队列"), self._go_to_queue)
        self._correction = action(
            self,
            "open_correction",
            "Ctrl+R",
            text("decide", "到更正页面审核"),
            presenter.open_correction,
        )
        self._every = action(self, "tick_all", "Ctrl+A", text("decide", "全选"), presenter.tick_all)
        self._told = Strip("decide_told", self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 10, 24, 16)
        self._column.setSpacing(8)
        self._column.addWidget(self._told)
        self._body = QHBoxLayout()
        self._body.setSpacing(14)
        self._column.addLayout(self._body, 1)
        self._queue = Queue(presenter, (self._every, self._batch))
        self._queue.entered.connect(self._enter)
        self._body.addWidget(self._queue, 6)
        Stages(
            self,
            [
                *self._queue.steps,
                self._build_case,
                self._build_deeds,
                self._queue.fill_filters,
                self._begin,
                self._end,
            ],
        )

    def _build_case(self) -> None:
        self._right = QWidget()
        self._right_column = QVBoxLayout(self._right)
        self._right_column.setContentsMargins(0, 0, 0, 0)
        self._right_column.setSpacing(8)
        self._case = CaseSide()
        self._right_column.addWidget(self._case, 1)
        self._body.addWidget(self._right, 7)

    def _build_deeds(self) -> None:
        self._why = QLabel()
        self._why.setObjectName("why_not")
        self._why.setProperty("role", "warning")
        self._why.setWordWrap(True)
        self._right_column.addWidget(self._why)
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        self._to_queue = ActionButton(self._queue_key, "quiet")
        self._print = ActionButton(self._notice, "plain")
        self._to_correction = ActionButton(self._correction, "primary")
        deeds.addWidget(self._to_correction)
        deeds.addWidget(ActionButton(self._grant, "primary"))
        deeds.addWidget(ActionButton(self._back))
        deeds.addWidget(ActionButton(self._deny, "danger"))
        deeds.addWidget(self._print)
        deeds.addStretch(1)
        deeds.addWidget(self._to_queue)
        self._right_column.addLayout(deeds)

    def _begin(self) -> None:
        it = self._presenter
        it.changed.connect(self._fill)
        it.grown.connect(self._queue.add)
        it.opened.connect(self._show_case)
        it.ticks_changed.connect(self._show_ticks)
        it.decided.connect(self._close_sheet)
        it.decided.connect(self._remember)
        it.batch_done.connect(self._tell_batch)
        it.failed.connect(self._tell)
        self._make_room()
        self._fill()

    def _end(self) -> None:
        self._show_case()
        begin_at(self, self._queue.cases)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the case beside the queue where there is room; else Enter opens it in its place."""
        super().resizeEvent(event)
        if hasattr(self, "_to_queue"):
            self._make_room()

    # -- showing ---------------------------------------------------------------------------------------
    @property
    def _wide(self) -> bool:
        return self.width() >= self.fontMetrics().height() * BESIDE

    def _make_room(self) -> None:
        self._queue.setVisible(self._wide or not self._presenter.at_case)
        self._right.setVisible(self._wide or self._presenter.at_case)
        self._to_queue.setHidden(self._wide)

    def _fill(self) -> None:
        self._queue.fill()
        self._show_ticks()

    def _show_case(self) -> None:
        it = self._presenter
        if self._decided not in (-1, it.case_id) and it.case is not None:
            self._since.start()
            self._decided = -1
        self._case.show_case(it.case, reading=it.case_id is not None)
        self._queue.follow()
        reasons = []
        for each, event in (
            (self._grant, CaseEvent.GRANT),
            (self._back, CaseEvent.SEND_BACK),
            (self._deny, CaseEvent.DENY),
        ):
            row = it.possible(event)
            if row is None:
                set_possible(each, False, text("decide", "没有选中的办件，或者正在办理。"))
                continue
            why = sentence_text(row.why_not) if row.why_not is not None else ""
            set_possible(each, row.possible, why)
            if why and why not in reasons:
                reasons.append(why)
        self._why.setText("\n".join(reasons))
        self._why.setVisible(bool(reasons))
        set_possible(self._notice, it.notice_paper is not None, text("decide", "没有刚决定的通知书。"))
        self._print.setVisible(it.notice_paper is not None)
        corrects = it.correction is not None
        set_possible(self._correction, corrects, text("decide", "选中的办件不是登记内容更正。"))
        self._to_correction.setVisible(corrects)
        self._show_batch()

    def _show_ticks(self) -> None:
        self._queue.show_ticks()
        self._show_batch()

    def _show_batch(self) -> None:
        it = self._presenter
        set_possible(self._batch, bool(it.ticked) and not it.busy, text("decide", "先用空格键选中办件。"))
        set_possible(self._every, bool(it.rows), text("decide", "没有待审核的办件。"))

    def _tell_batch(self, outcomes: tuple[Outcome, ...]) -> None:
        OutcomeSheet(self, outcomes).open()

    def _tell(self, error: CounterError) -> None:
        if self._sheet is not None and isinstance(error, BadInput):
            self._sheet.wrong(error)
        else:
            tell(self, error, self._told)

    # -- by hand -----------------------------------------------------------------------------------------
    def _enter(self) -> None:
        """Enter on a row: its case; a correction has a page of its own."""
        if self._presenter.correction is not None:
            self._presenter.open_correction()
        else:
            self._go_to_case()

    def _go_to_case(self) -> None:
        self._presenter.at_case = True
        self._make_room()
        self._case.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_queue(self) -> None:
        self._presenter.at_case = False
        self._make_room()
        self._queue.cases.setFocus(Qt.FocusReason.OtherFocusReason)

    def _grant_case(self) -> None:
        if not self._seen():
            return
        case = self._presenter.case
        if case is not None and self._since.isValid() and self._since.elapsed() < LOOK_MS:
            words = text("decide", "现在是{name}的办件，还没有通过。看过后请再按一次。")
            self._told.say(words.format(name=case.page.case.person_name), "info")
            return
        self._told.clear()
        self._presenter.grant()

    def _remember(self) -> None:
        """The case just decided: the next one is to be looked at first."""
        self._decided = self._presenter.case_id or 0

    def _seen(self) -> bool:
        """Whether the case is seen: else it is opened first, for nobody decides what was not looked at."""
        seen = self._right.isVisible()
        if not seen:
            self._go_to_case()
        return seen

    def _ask_back(self) -> None:
        if self._presenter.case is not None and self._seen():
            self._open(
                send_back(
                    self, self._presenter.case.page, lambda reason, _: self._presenter.send_back(reason)
                )
            )

    def _ask_deny(self) -> None:
        if self._presenter.case is not None and self._seen():
            self._open(deny(self, self._presenter.case.page, self._presenter.deny))

    def _ask_batch(self) -> None:
        self._open(BatchSheet(self, len(self._presenter.ticked), self._presenter.grant_ticked))

    def _open(self, sheet: ReasonSheet | BatchSheet) -> None:
        self._told.clear()
        self._sheet = sheet
        sheet.answered.connect(self._forget_sheet)
        sheet.open()

    def _forget_sheet(self) -> None:
        self._sheet = None

    def _close_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.accept()
