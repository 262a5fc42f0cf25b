"""The export's screen: a span, a format, a place; then progress and result."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.errors import CounterError
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.dialog import ask
from desktop.ui.kit.faults import ProgramFault
from desktop.ui.kit.fields import ChineseField, DateField, TickField
from desktop.ui.kit.form import Form, Section
from desktop.ui.kit.messages import Strip, tell
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.stages import Stages, when_built
from desktop.ui.kit.text import text
from desktop.ui.screens.log_export.presenter import FORMATS
from desktop.ui.screens.log_export.result import Progress, Result, say_failure

if TYPE_CHECKING:
    from desktop.ui.screens.log_export.presenter import LogExportPresenter

PDF_ROWS = 20_000
"""Over so many rows a PDF is refused: said before it is tried."""


class LogExportView(QWidget):
    """Usable while an export runs: it runs elsewhere."""

    def __init__(self, presenter: LogExportPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        self._suggested = ""
        self._in_sight: QWidget | None = None
        self._told: CounterError | None = presenter.failure
        self._export = action(
            self,
            "export_log",
            "F10",
            text("log_export", "导出"),
            partial(when_built, self, self._hand_in),
            waits=True,
        )
        self._cancel = action(self, "cancel_export", "F8", text("log_export", "取消导出"), presenter.cancel)
        self._browse = action(
            self,
            "choose_path",
            "Ctrl+O",
            text("log_export", "选择位置"),
            partial(when_built, self, self._ask_path),
        )
        title = QLabel(presenter.title())
        title.setProperty("role", "title")
        self._form = Form()
        self._form.submitted.connect(self._hand_in)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 16)
        self._column.setSpacing(12)
        self._column.addWidget(title)
        self._column.addWidget(self._form, 1)
        section = self._form.section("", 3)
        fields = (partial(self._build_span, section), partial(self._build_file, section))
        Stages(self, [*fields, self._build_progress, self._build_foot, self._begin])

    # -- building --------------------------------------------------------------------------------------
    def _build_progress(self) -> None:
        self._failure = Strip("failure", self, closable=False)
        self._progress = Progress(self._cancel)
        self._result = Result()
        for widget in (self._failure, self._progress, self._result):
            self._form.place(widget)

    def _build_foot(self) -> None:
        foot = QHBoxLayout()
        self._counted = QLabel()
        self._counted.setObjectName("count")
        self._counted.setProperty("role", "heading")
        self._counted.setWordWrap(True)
        foot.addWidget(self._counted, 1)
        foot.addWidget(ActionButton(self._browse))
        foot.addWidget(ActionButton(self._export, "primary"))
        self._column.addLayout(foot)

    def _begin(self) -> None:
        presenter = self._presenter
        presenter.counted.connect(self._show_count)
        presenter.changed.connect(self._show)
        presenter.problems.connect(self._form.show_problems)
        presenter.replace_asked.connect(self._ask_replace)
        presenter.failed.connect(self._tell)
        self._span("today")
        self._show()
        self._form.go_to("first_day")

    def _build_span(self, section: Section) -> None:
        first, last = text("log_export", "开始日期"), text("log_export", "结束日期")
        self._first = self._form.add(section, DateField("first_day", first, required=True))
        self._last = self._form.add(section, DateField("last_day", last, required=True))
        labels = (
            text("log_export", "CSV（电子表格、归档）"),
            text("log_export", "XLSX（Excel、WPS 表格）"),
            text("log_export", "PDF（打印，最多 20000 条）"),
            text("log_export", "JSONL（留痕原文，带签名，可脱网核验）"),
        )
        options = [Option(code, label) for code, label in zip(FORMATS, labels, strict=True)]
        kind = text("log_export", "格式")
        self._format = self._form.add(
            section, Choice("format", kind, options, value=FORMATS[0], required=True)
        )
        for field in (self._first, self._last):
            field.edited.connect(self._span_edited)
        for call in (self._suggest, self._show_count):
            self._format.edited.connect(call)

    def _build_file(self, section: Section) -> None:
        usual = QWidget()
        row = QHBoxLayout(usual)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for name, key, label, which in (
            ("span_today", "Ctrl+1", text("log_export", "今天"), "today"),
            ("span_month", "Ctrl+2", text("log_export", "本月"), "month"),
            ("span_last_month", "Ctrl+3", text("log_export", "上月"), "last_month"),
        ):
            row.addWidget(ActionButton(action(self, name, key, label, partial(self._span, which)), "quiet"))
        row.addStretch(1)
        section.place(usual, 2, new_row=True)
        words = text("log_export", "写完整证件号码")
        hint = text("log_export", "不选时遮盖中间位；选择会记入留痕")
        self._whole = self._form.add(section, TickField("whole_numbers", words, hint))
        path = ChineseField("path", text("log_export", "保存为"), required=True, most=1000)
        self._path = self._form.add(section, path, 3, new_row=True)

    # -- showing ---------------------------------------------------------------------------------------
    def _show(self) -> None:
        it = self._presenter
        self._progress.show_progress(it)
        self._result.show_result(it.finished)
        self._show_failure()
        self._bring_into_sight()
        set_possible(self._export, not it.running, text("log_export", "正在导出。"))
        set_possible(
            self._cancel, it.running and not it.cancelling, text("log_export", "没有正在进行的导出。")
        )

    def _bring_into_sight(self) -> None:
        """Scroll to what has just appeared, once it has its size."""
        for card in (self._progress, self._failure, self._result):
            if not card.isHidden() and card is not self._in_sight:
                self._in_sight = card
                QTimer.singleShot(0, card, partial(self._form.ensureWidgetVisible, card, 0, 12))
                return

    def _show_failure(self) -> None:
        it = self._presenter
        if isinstance(it.failure, ProgramFault):
            if it.failure is not self._told:
                tell(self, it.failure)
        else:
            say_failure(self._failure, it)
        self._told = it.failure

    def _show_count(self) -> None:
        count = self._presenter.count
        if count is None:
            self._counted.setText(text("log_export", "请填写起止日期。"))
            return
        words = text("log_export", "这段日期共 {count} 条记录").format(count=f"{count:,}")
        if self._format.value() == "pdf" and count > PDF_ROWS:
            words += text("log_export", "，超过 PDF 的上限：请缩短日期范围，或改用 CSV、XLSX")
        self._counted.setText(words)

    def _tell(self, error: CounterError) -> None:
        tell(self, error)

    # -- the clerk -------------------------------------------------------------------------------------
    def _span(self, which: str) -> None:
        first, last = self._presenter.span(which)
        self._first.set_value(first.isoformat())
        self._last.set_value(last.isoformat())
        self._span_edited()

    def _span_edited(self) -> None:
        self._presenter.ask(self._first.value(), self._last.value())
        self._suggest()
        self._show_count()

    def _suggest(self) -> None:
        """A name that follows span and format, as long as the clerk has typed none."""
        if self._path.value() in ("", self._suggested):
            it = self._presenter
            self._suggested = it.suggested_path(self._first.value(), self._last.value(), self._format.value())
            self._path.set_value(self._suggested)

    def _hand_in(self) -> None:
        self._presenter.begin(self._form.values())

    def _ask_replace(self, path: str) -> None:
        ask(
            self,
            text("log_export", "文件已经存在"),
            text("log_export", "{path} 已经存在。替换后原来的内容不能恢复。").format(path=path),
            name="replace_file",
            yes=text("log_export", "替换"),
            then=self._presenter.replace,
            otherwise=self._presenter.keep,
            danger=True,
        )

    def _ask_path(self) -> None:
        kind = self._format.value() or FORMATS[0]
        dialog = QFileDialog(self, text("log_export", "保存台账"), "", f"{kind.upper()} (*.{kind})")
        dialog.setObjectName("save_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # asked once, when the export begins
        dialog.setDefaultSuffix(kind)
        path = Path(self._path.value() or self._suggested)
        dialog.setDirectory(str(path.parent))
        dialog.selectFile(path.name)
        dialog.fileSelected.connect(self._path.set_value)
        dialog.open()
