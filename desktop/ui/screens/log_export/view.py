"""The export screen's widgets: the span, the file, how far it is, and the seal of what was written."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from desktop.domain.errors import BadInput, CounterError, FieldProblem
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.dialog import ask
from desktop.ui.kit.fields import ChineseField, DateField, TickField
from desktop.ui.kit.form import Form
from desktop.ui.kit.messages import tell
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.text import text
from desktop.ui.screens.log_export.presenter import FORMATS

if TYPE_CHECKING:
    from desktop.ui.screens.log_export.presenter import LogExportPresenter


class LogExportView(QWidget):
    """Ctrl+Enter exports, Ctrl+. stops; the form stays usable meanwhile."""

    def __init__(self, presenter: LogExportPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        self._proposed = ""
        self._declare()
        self.form = Form()
        self._fields()
        title = QLabel(presenter.title())
        title.setProperty("role", "title")
        words = QLabel(
            text("log_export", "导出所选日期内的全部留痕。文件末尾写有行数和校验值，导出本身也会留痕。")
        )
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self._count, 1)
        buttons.addWidget(ActionButton(self._cancel))
        buttons.addWidget(ActionButton(self._export, "primary"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        for widget in (title, words):
            column.addWidget(widget)
        column.addWidget(self.form, 1)
        column.addWidget(self._seal())
        column.addWidget(self._progress)
        column.addLayout(buttons)
        presenter.counted.connect(self._show_count)
        presenter.moved.connect(self._show_progress)
        presenter.finished.connect(self._show_seal)
        presenter.refused.connect(self._refused)
        presenter.exists.connect(self._ask_to_replace)
        presenter.failed.connect(self._tell)
        self._edited()
        self._show_progress()
        self._show_seal()

    def _declare(self) -> None:
        it = self._presenter
        self._export = action(self, "export_log", "Ctrl+Return", text("log_export", "导出"), self._submit)
        self._cancel = action(self, "cancel_export", "Ctrl+.", text("log_export", "停止导出"), it.cancel)
        self._copy_hash = action(
            self, "copy_hash", "Ctrl+Shift+H", text("log_export", "复制校验值"), partial(self._copy, "sha256")
        )
        self._copy_path = action(
            self, "copy_path", "Ctrl+Shift+P", text("log_export", "复制文件名"), partial(self._copy, "path")
        )
        self._count = QLabel()
        self._count.setProperty("role", "heading")
        self._progress = QProgressBar()
        self._progress.setObjectName("progress")
        self._progress.setAccessibleName(text("log_export", "导出进度"))

    def _fields(self) -> None:
        it, form = self._presenter, self.form
        section = form.section(text("log_export", "导出范围"), columns=4)
        first = form.add(section, DateField("first_day", text("log_export", "起始日期"), required=True))
        last = form.add(section, DateField("last_day", text("log_export", "截止日期"), required=True))
        labels = {
            "csv": text("log_export", "CSV 文本"),
            "xlsx": text("log_export", "XLSX 工作簿"),
            "pdf": text("log_export", "PDF 文件（最多 20000 行）"),
        }
        form.add(
            section,
            Choice(
                "format",
                text("log_export", "格式"),
                [Option(kind, labels[kind], keys=kind) for kind in FORMATS],
                value=FORMATS[0],
            ),
        )
        whole = TickField(
            "whole_numbers",
            text("log_export", "导出完整证件号码"),
            text("log_export", "不勾选时只导出掩码后的号码"),
        )
        form.add(section, whole)
        form.add(
            section, ChineseField("path", text("log_export", "存成文件"), required=True), span=4, new_row=True
        )
        for field in (first, last):
            field.set_value(it.today.isoformat())
        self._propose()
        form.edited.connect(self._edited)
        form.submitted.connect(self._submit)

    def _seal(self) -> QFrame:
        self._card = QFrame()
        self._card.setObjectName("seal")
        self._card.setProperty("role", "card")
        heading = QLabel(text("log_export", "已导出"))
        heading.setProperty("role", "heading")
        self._written = QLabel()
        self._written.setWordWrap(True)
        self._hash = QLabel()
        self._hash.setWordWrap(True)
        self._hash.setProperty("role", "number")
        buttons = QHBoxLayout()
        buttons.addWidget(ActionButton(self._copy_hash, "quiet"))
        buttons.addWidget(ActionButton(self._copy_path, "quiet"))
        buttons.addStretch(1)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(16, 12, 16, 12)
        for widget in (heading, self._written, self._hash):
            column.addWidget(widget)
        column.addLayout(buttons)
        return self._card

    # -- showing ---------------------------------------------------------------------------------------
    def _show_count(self) -> None:
        rows = self._presenter.rows
        self._count.setText(
            "" if rows is None else text("log_export", "共 {rows} 行").format(rows=f"{rows:,}")
        )

    def _show_progress(self) -> None:
        it = self._presenter
        set_possible(self._export, not it.running, text("log_export", "正在导出，请稍候。"))
        set_possible(self._cancel, it.running, text("log_export", "没有正在进行的导出。"))
        self._progress.setVisible(it.running)
        self._progress.setMaximum(it.total)
        self._progress.setValue(it.written)

    def _show_seal(self) -> None:
        done = self._presenter.done
        self._card.setVisible(done is not None)
        possible = done is not None
        for each in (self._copy_hash, self._copy_path):
            set_possible(each, possible, text("log_export", "还没有导出文件。"))
        if done is not None:
            self._written.setText(
                text("log_export", "{path}　{rows} 行，{size} 字节").format(
                    path=done.path, rows=f"{done.rows:,}", size=f"{done.bytes:,}"
                )
            )
            self._hash.setText(f"SHA-256　{done.sha256}")

    def _tell(self, error: CounterError) -> None:
        if isinstance(error, BadInput):
            self.form.show_problems((FieldProblem(error.field, error.message),))
        else:
            tell(self, error)

    # -- the administrator -----------------------------------------------------------------------------
    def _edited(self) -> None:
        self._propose()
        self._presenter.count(self.form.values())

    def _propose(self) -> None:
        """Name the file after what will be in it, as long as nobody named it otherwise."""
        values = self.form.values()
        span, _ = self._presenter.span(values)
        if span is None or values.get("path", "") not in ("", self._proposed):
            return
        self._proposed = self._presenter.default_path(values.get("format") or FORMATS[0], *span)
        self.form.field("path").set_value(self._proposed)

    def _submit(self) -> None:
        self.form.flush()
        self._presenter.write_log(self.form.values())

    def _refused(self, problems: tuple[FieldProblem, ...]) -> None:
        self.form.show_problems(problems)

    def _ask_to_replace(self, path: str) -> None:
        ask(
            self,
            text("log_export", "替换已有的文件？"),
            text("log_export", "“{name}”已经存在。替换后，原来的内容不能找回。").format(name=Path(path).name),
            name="replace_file",
            yes=text("log_export", "替换"),
            then=partial(self._presenter.write_log, self.form.values(), replace=True),
            danger=True,
        )

    def _copy(self, what: str) -> None:
        done = self._presenter.done
        clipboard = QGuiApplication.clipboard()
        if done is not None and clipboard is not None:
            clipboard.setText(str(getattr(done, what)))
