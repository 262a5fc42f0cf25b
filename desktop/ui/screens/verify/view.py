"""The screen on which a paper is checked: the verdict large, what the code says, and fields to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QStandardPaths, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.errors import CounterError, FieldProblem
from desktop.ui.kit.fields import ChineseField, NumberField
from desktop.ui.kit.form import Form
from desktop.ui.kit.messages import tell
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.text import text
from desktop.ui.screens.verify.facts import Facts
from desktop.ui.screens.verify.presenter import CODE, VerifyPresenter
from desktop.ui.screens.verify.verdict import VerdictCard

if TYPE_CHECKING:
    from desktop.services.seal_rows import CheckedPaper

FILES = "*.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.pdf"
MOST_SOURCE = 600
MOST_FIELD = 400
BESIDE_THE_BAR = 8
"""What a form leaves free at its right; the verdict over it ends where its cards end."""


class VerifyView(QWidget):
    """Scan, or F6 and a file; then, if it matters, the check code and fields, and Ctrl+Enter."""

    def __init__(self, presenter: VerifyPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        self._fields: tuple[str, ...] = ()
        self._number = ""
        self._choose = action(self, "choose_file", "F6", text("verify", "选择照片或文件"), self._browse)
        self._record = action(
            self, "open_record", "Ctrl+O", text("verify", "此人页面"), presenter.open_record
        )
        self._next = action(self, "next_paper", "F8", text("verify", "下一份"), self._begin_again)
        self._keys_way = action(
            self, "seal_keys", "F10", text("verify", "密钥和公钥"), presenter.seal_keys.emit
        )
        self._compare = action(
            self, "compare_fields", "Ctrl+Return", text("verify", "逐项核对"), self._hand_in
        )
        self._compare.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 16)
        self._column.setSpacing(10)
        self._form = Form()
        Stages(
            self,
            [self._build_head, self._build_finding, self._build_compare, self._begin, self._arrive],
        )

    # -- building --------------------------------------------------------------------------------------
    def _build_head(self) -> None:
        title = QLabel(self._presenter.title())
        title.setProperty("role", "title")
        self._column.addWidget(title)
        self._verdict = VerdictCard()
        beside = QHBoxLayout()
        beside.setContentsMargins(0, 0, BESIDE_THE_BAR, 0)
        beside.addWidget(self._verdict)
        self._column.addLayout(beside)
        self._column.addWidget(self._form, 1)
        section = self._form.section("", 1)
        self._source = self._form.add(
            section,
            ChineseField(
                "verify_source",
                text("verify", "二维码内容或文件"),
                text("verify", "用扫描枪扫单据上的二维码；也可以填文件的路径，按回车核验"),
                most=MOST_SOURCE,
            ),
        )
        self._source.watch_keys(self._enter, first=True)
        section.place(
            _row(ActionButton(self._choose), ActionButton(self._next), ActionButton(self._keys_way))
        )

    def _build_finding(self) -> None:
        self._facts = Facts(text("verify", "二维码里的内容"))
        self._form.place(self._facts)

    def _build_compare(self) -> None:
        self._section = self._form.section(text("verify", "逐项核对"), 2)
        self._hint = QLabel(
            text("verify", "照着纸面填写校验码和要核对的项目，不用全填；有一个字不同都会指出来。")
        )
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        self._section.place(self._hint, 2, new_row=True)
        self._code = self._form.add(
            self._section,
            NumberField(
                CODE, text("verify", "校验码"), text("verify", "二维码下面的12位字母和数字"), most=20
            ),
        )
        self._keys = _row(ActionButton(self._compare, "primary"), ActionButton(self._record))
        self._column.addWidget(self._keys)

    def _begin(self) -> None:
        it = self._presenter
        self._form.submitted.connect(self._hand_in)
        it.changed.connect(self._show)
        it.wrong.connect(self._wrong)
        it.failed.connect(self._tell)

    def _arrive(self) -> None:
        self._show()
        self._source.box.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- showing ---------------------------------------------------------------------------------------
    def _show(self) -> None:
        it = self._presenter
        if it.source and self._source.value() != it.source:
            self._source.set_value(it.source)
        self._verdict.show_finding(it.found, busy=it.busy)
        self._facts.show_paper(it.found)
        self._show_fields(it.found)
        ours = it.found is not None and it.found.person_id is not None
        set_possible(self._record, ours, text("verify", "本所没有这份单据的档案。"))
        comparable = it.found is not None and bool(it.found.number) and not it.busy
        set_possible(self._compare, comparable, text("verify", "先扫二维码或者选择文件。"))

    def _show_fields(self, found: CheckedPaper | None) -> None:
        """Have a field to type in for everything on this kind of paper that can be compared."""
        fields = found.fields if found is not None else ()
        for widget in (self._section, self._keys):
            widget.setHidden(not fields)
        names = tuple(field.name for field in fields)
        if names != self._fields:
            for name in self._fields:
                self._form.remove(name)
            for field in fields:
                self._form.add(self._section, ChineseField(field.name, field.label, most=MOST_FIELD))
            self._fields = names
        number = found.number if found is not None else ""
        if number != self._number:
            self._number = number
            for name in (CODE, *names):
                self._form.field(name).set_value("")
        for field in fields:
            box = self._form.field(field.name)
            if field.same is not None and not box.value():
                box.set_value(field.text)
            box.show_problem(text("verify", "与签发时不一致") if field.same is False else "")
            box.show_advice("")
            box.set_hint(text("verify", "一致") if field.same else "")

    def _wrong(self, problem: FieldProblem) -> None:
        self._form.show_problems((problem,))

    def _tell(self, error: CounterError) -> None:
        tell(self, error)

    # -- the clerk -------------------------------------------------------------------------------------
    def _enter(self, event: QEvent) -> bool:
        """Enter in the first line checks, where it goes to the next field elsewhere."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        alone = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not alone:
            return False
        self._presenter.check(self._source.value())
        return True

    def _hand_in(self) -> None:
        values = self._form.values()
        self._presenter.compare(values[CODE], {name: values[name] for name in self._fields})

    def _begin_again(self) -> None:
        self._source.set_value("")
        self._presenter.next_paper()
        self._source.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _browse(self) -> None:
        dialog = QFileDialog(self.window(), text("verify", "选择照片、扫描件或PDF"))
        dialog.setObjectName("verify_dialog")
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        kinds = text("verify", "照片、扫描件、PDF")
        dialog.setNameFilter(f"{kinds} ({FILES})")
        dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
        dialog.fileSelected.connect(self._presenter.check)
        dialog.open()


def _row(*widgets: QWidget) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return both
