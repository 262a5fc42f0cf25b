"""The photo's card: a file chosen, typed or dropped, its frame, and what comes of it."""

from __future__ import annotations

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.errors import CounterError
from desktop.domain.fields import rule
from desktop.services.photos import HEIGHT, SUFFIXES, WIDTH
from desktop.ui.kit.button import Button
from desktop.ui.kit.fields import ChineseField
from desktop.ui.kit.form import Form, Section
from desktop.ui.kit.photo_crop import CropInput, Result
from desktop.ui.kit.photo_desk import PhotoDesk
from desktop.ui.kit.shortcuts import ActionButton
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.kit.unveil import unveil_around


class PhotoCard(Section):
    """Shows a `PhotoDesk`; the path line is `photo`, the frame `photo_crop`."""

    def __init__(self, desk: PhotoDesk, form: Form, choose: QAction) -> None:
        super().__init__(text("application", "照片"), 1)
        self._desk, self._shown = desk, object()
        self.setAcceptDrops(True)
        hint = rule("photo")
        self.path = form.add(
            self,
            ChineseField(
                "photo", text("application", "照片文件"), sentence_text(hint) if hint else "", most=1000
            ),
        )
        self.path.box.setAcceptDrops(False)  # a dropped file is the card's, not a text for the line
        self.path.box.editingFinished.connect(self.commit)
        self.choose_button = ActionButton(choose)
        self.crop, self.result = CropInput(), Result()
        self.crop.installEventFilter(form)
        self.crop.moved.connect(desk.move)
        self.crop.scaled.connect(desk.scale)
        self._size = QLabel(
            text("application", "{width}×{height}像素\n26×32毫米").format(width=WIDTH, height=HEIGHT)
        )
        self._size.setProperty("role", "hint")
        self.remove = Button(text("application", "移除照片"))
        self.remove.setObjectName("remove_photo")
        self.remove.setAccessibleName(self.remove.text())
        self.remove.setProperty("role", "quiet")
        self.remove.clicked.connect(desk.remove)
        self._line = QLabel()
        self._line.setProperty("role", "hint")
        self._line.setWordWrap(True)
        self._line.setObjectName("photo_state")
        self.place(self._lower())
        desk.changed.connect(self._follow)
        desk.refused.connect(self._refuse)
        self._follow()

    def commit(self) -> None:
        """Open the path that stands in the line, unless it is the one that is open."""
        typed = self.path.value()
        if typed and typed != self._desk.source:
            self._desk.choose(typed)

    def stops(self) -> tuple[QWidget, ...]:
        """What the keyboard stops at, in order."""
        return self.path.box, self.choose_button, self.crop, self.remove

    def browse(self) -> None:
        """Choose a file in the program's own file dialog."""
        dialog = QFileDialog(self.window(), text("application", "选择照片"))
        dialog.setObjectName("photo_dialog")
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setOption(QFileDialog.Option.HideNameFilterDetails)
        wanted = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        dialog.setNameFilter(f"{text('application', '照片')} ({wanted})")
        dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
        dialog.fileSelected.connect(self._picked)
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the first file dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self._picked(paths[0])

    def _lower(self) -> QWidget:
        lower = QWidget()
        side = QVBoxLayout()
        side.setSpacing(4)
        side.addWidget(self.result)
        side.addWidget(self._size)
        side.addWidget(self.choose_button)
        side.addWidget(self.remove)
        side.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self.crop, 1)
        both.addLayout(side)
        column = QVBoxLayout(lower)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(6)
        column.addLayout(both)
        column.addWidget(self._line)
        return lower

    def _picked(self, path: str) -> None:
        self.path.set_value(path)
        self._desk.choose(path)

    def _follow(self) -> None:
        desk = self._desk
        if self._shown is not desk.preview:
            unveil_around(self)  # first: what is said below the photo moves the rest of the form
            self._shown = desk.preview
            self.crop.show_picture(desk.preview, desk.crop)
            self.result.show_picture(desk.preview, desk.crop)
            self.path.show_problem("")
            if desk.preview is None and not desk.source:
                self.path.set_value("")
        else:
            self.crop.show_crop(desk.crop)
            self.result.show_crop(desk.crop)
        self.remove.setEnabled(desk.photo is not None)
        self._line.setText(self._words())

    def _words(self) -> str:
        if self._desk.busy:
            return text("application", "正在打开照片……")
        if self._desk.preview is None:
            return ""
        width, height = self._desk.size()
        words = text(
            "application", "方向键移动，+ 放大，− 缩小，按住 Shift 微调。框内 {width}×{height} 像素。"
        )
        words = words.format(width=width, height=height)
        if width < WIDTH:
            words += text("application", "照片偏小，印出来会略模糊。")
        return words

    def _refuse(self, error: CounterError) -> None:
        self.path.show_problem(sentence_text(error.message))
