"""Where to save a paper as a file: the path in one line, ready to be taken as it stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.domain.errors import BadInput
from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.fields import ChineseField
from desktop.ui.kit.text import sentence_text, text

LONGEST = 1_000


class SaveSheet(Dialog):
    """Asks for the path and stays open until the file is written; Enter is enough for the one proposed.

    `save(path, replace)` is called for each attempt; what is wrong with it comes back through `wrong`. A
    file that is there already is replaced when the same path is handed in a second time.
    """

    def __init__(self, parent: QWidget, folder: str, name: str, save: Callable[[str, bool], None]) -> None:
        super().__init__(parent, text("papers", "存为 PDF"))
        self.setObjectName("save_dialog")
        self._folder, self._save = folder, save
        self._warned = ""
        hint = text("papers", "回车保存。只写文件名的，存到“文稿”文件夹。")
        self._path = ChineseField("path", text("papers", "文件"), hint, required=True, most=LONGEST)
        self._path.set_value(str(Path(folder) / name))
        self.body.addWidget(self._path)
        self.add_button("cancel", text("papers", "取消"))
        browse = self.add_button("browse", text("papers", "选择文件夹…"), closes=False)
        button = self.add_button("save", text("papers", "保存"), "primary", closes=False)
        browse.clicked.connect(self._browse)
        button.clicked.connect(self._hand_in)
        self._path.box.returnPressed.connect(self._hand_in)
        self.be_wide(90)
        self._path.box.setFocus()
        self._path.box.selectAll()

    def wrong(self, error: BadInput) -> None:
        """Say what is wrong with the path; it stays as typed."""
        self._warned = self._full()
        self._path.show_problem(sentence_text(error.message))
        self._path.box.setFocus()

    def _full(self) -> str:
        typed = self._path.value()
        return str(Path(self._folder) / Path(typed).expanduser()) if typed else ""

    def _hand_in(self) -> None:
        path = self._full()
        self._save(path, path == self._warned)

    def _browse(self) -> None:
        asked = text("papers", "选择文件夹")
        dialog = QFileDialog(self, asked, str(Path(self._full() or self._folder).parent))
        dialog.setObjectName("browse_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._into)
        dialog.open()

    def _into(self, folder: str) -> None:
        self._path.set_value(str(Path(folder) / Path(self._full()).name))
        self._path.box.setFocus()
