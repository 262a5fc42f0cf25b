"""Did it come out right? Asked beside the preview, so that sheet and page can be compared."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.icons import Icon
from desktop.ui.kit.shortcuts import ActionButton
from desktop.ui.kit.text import text
from desktop.ui.screens.papers.lines import Line, moment


class Question(QFrame):
    """The question and its three answers, each with its own key: Enter by mistake answers nothing."""

    def __init__(
        self, parent: QWidget, good: QAction, again: QAction, spoil: QAction, cancel: QAction
    ) -> None:
        super().__init__(parent)
        self.setObjectName("question")
        self.setProperty("role", "banner")
        self.setProperty("kind", "info")
        words = QLabel(text("papers", "打印出来了吗？"))
        words.setProperty("role", "heading")
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._job = QLabel()
        self._job.setObjectName("job_state")
        self._job.setProperty("role", "heading")
        self._job.setWordWrap(True)
        self._cancel = ActionButton(cancel)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(Icon("print"))
        top.addWidget(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._words)
        column.addWidget(self._job)
        column.addWidget(self._cancel)
        column.addWidget(ActionButton(good, "primary"))
        row = QHBoxLayout()
        row.addWidget(ActionButton(again), 3)
        row.addWidget(ActionButton(spoil, "danger"), 2)
        column.addLayout(row)
        self.hide()

    def ask(self, asking: bool, line: Line | None, unanswered: int, job: str, running: bool) -> None:
        """Show the question about this copy, with what is known of its job, or hide it."""
        self._job.setText(job)
        self._job.setVisible(bool(job))
        self._cancel.setVisible(running)
        if asking and line is not None and line.copy is not None:
            told = text("papers", "已在 {at} 发送到打印机“{printer}”。请看出纸是否清晰完整。").format(
                at=moment(line.copy.requested_at), printer=line.copy.printer
            )
            if unanswered > 1:
                told += text("papers", "另有 {count} 份等待确认。").format(count=unanswered - 1)
            self._words.setText(told)
            self.setAccessibleName(text("papers", "打印出来了吗？"))
            self.setAccessibleDescription(told)
        self.setVisible(asking)
