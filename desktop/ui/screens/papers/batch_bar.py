"""The key that prints every paper not printed yet, and how far that is while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.ui.screens.papers.presenter import PapersPresenter


class BatchBar(QWidget):
    """Not seen while there is at most one paper to print."""

    def __init__(self, view: QWidget, presenter: PapersPresenter) -> None:
        super().__init__()
        it = self._presenter = presenter
        self._all = action(view, "print_all", "Shift+F10", text("papers", "打印全部未打印的"), it.print_all)
        self._stop = action(view, "stop_batch", "Ctrl+Y", text("papers", "停止发送"), it.batch.stop)
        self._progress = QLabel()
        self._progress.setObjectName("batch_progress")
        self._progress.setProperty("role", "heading")
        self._progress.setWordWrap(True)
        self._begin, self._end = ActionButton(self._all), ActionButton(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._progress, self._begin, self._end):
            column.addWidget(widget)

    def follow(self) -> None:
        """Show what there is to print, or how far it is."""
        it = self._presenter
        running, several = it.batch.running, len(it.to_print) > 1
        self.setVisible(running or several)
        self._begin.setVisible(several and not running)
        self._end.setVisible(running)
        words = text("papers", "正在发送：{sent} / {count}")
        self._progress.setText(words.format(sent=len(it.batch.sent), count=it.batch.count) if running else "")
        self._progress.setVisible(running)
        set_possible(self._all, several and not it.busy, text("papers", "没有几份未打印的单据。"))
        set_possible(self._stop, running, text("papers", "没有正在发送的单据。"))
