"""How far the export is, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout

from desktop.ui.kit.button import Button
from desktop.ui.kit.messages import Strip
from desktop.ui.kit.shortcuts import ActionButton
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.day_rows import ExportDone
    from desktop.ui.screens.log_export.presenter import LogExportPresenter


class Progress(QFrame):
    """A bar, the count, and the way to stop."""

    def __init__(self, cancel: QAction) -> None:
        super().__init__()
        self.setObjectName("progress_card")
        self.setProperty("role", "card")
        self._words = QLabel()
        self._words.setObjectName("progress_words")
        self._bar = QProgressBar()
        self._bar.setObjectName("progress")
        self._bar.setAccessibleName(text("log_export", "导出进度"))
        self._bar.setTextVisible(False)
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(ActionButton(cancel))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self._bar)
        self.hide()

    def show_progress(self, it: LogExportPresenter) -> None:
        """Show where the export is; hidden while there is none."""
        self.setVisible(it.running)
        if not it.running:
            return
        if it.cancelling:
            words = text("log_export", "正在取消……")
        elif not it.total:
            words = text("log_export", "正在准备……")
        elif it.done >= it.total:
            words = text("log_export", "已写 {total} 条，正在存盘……").format(total=f"{it.total:,}")
        else:
            words = text("log_export", "已写 {done} / {total} 条").format(
                done=f"{it.done:,}", total=f"{it.total:,}"
            )
        self._words.setText(words)
        self._bar.setRange(0, it.total)
        self._bar.setValue(it.done)


class Result(QFrame):
    """Where the file is, how many rows it has and its hash, each to be copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("result")
        self.setProperty("role", "card")
        heading = QLabel(text("log_export", "已导出"))
        heading.setProperty("role", "heading")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._values: dict[str, QLabel] = {}
        self._add("path", text("log_export", "文件"), text("log_export", "复制路径"))
        self._add("rows", text("log_export", "记录数"), text("log_export", "复制记录数"))
        self._add("sha256", text("log_export", "校验值 SHA-256"), text("log_export", "复制校验值"))
        note = QLabel(text("log_export", "记录数和校验值也写在文件末尾；本次导出已记入留痕。"))
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(10)
        column.addWidget(heading)
        column.addLayout(self._grid)
        column.addWidget(note)
        self.hide()

    def show_result(self, done: ExportDone | None) -> None:
        """Show what was exported; hidden while nothing was."""
        if done is not None:
            self._say("path", done.path, done.path)
            size = f"{done.bytes / 1_000_000:.1f} MB" if done.bytes >= 100_000 else f"{done.bytes:,} B"
            words = text("log_export", "{rows}（{size}）").format(rows=f"{done.rows:,}", size=size)
            self._say("rows", words, str(done.rows))
            self._say("sha256", done.sha256, done.sha256)
        self.setVisible(done is not None)

    def _say(self, name: str, words: str, plain: str) -> None:
        # a blank of no width lets a long path or hash break where the line ends
        broken = (
            words if name == "rows" else "\u200b".join(words[at : at + 8] for at in range(0, len(words), 8))
        )
        self._values[name].setText(broken)
        self._values[name].setProperty("plain", plain)
        self._values[name].setAccessibleName(words)

    def _add(self, name: str, label: str, copy: str) -> None:
        row = self._grid.rowCount()
        told = QLabel(label)
        told.setProperty("role", "label")
        value = QLabel()
        value.setObjectName(f"result_{name}")
        value.setWordWrap(True)
        value.setTextFormat(Qt.TextFormat.PlainText)
        button = Button(copy)
        button.setObjectName(f"copy_{name}")
        button.setAccessibleName(copy)
        button.setProperty("role", "quiet")
        button.setAutoDefault(False)
        button.clicked.connect(lambda: QGuiApplication.clipboard().setText(str(value.property("plain"))))
        self._values[name] = value
        self._grid.addWidget(told, row, 0)
        self._grid.addWidget(value, row, 1)
        self._grid.addWidget(button, row, 2)


def say_failure(strip: Strip, it: LogExportPresenter) -> None:
    """Say why there is no file; nothing while all is well."""
    strip.say(sentence_text(it.failure.message) if it.failure is not None else "", "warning")
