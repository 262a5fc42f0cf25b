"""The photo of somebody whose permit cannot be made without: chosen, framed, stored."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.services.production_rows import WaitingCard
from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.form import Form
from desktop.ui.kit.photo_card import PhotoCard
from desktop.ui.kit.photo_desk import PhotoDesk
from desktop.ui.kit.shortcuts import action
from desktop.ui.kit.text import text

HIGH, SHARE = 22, 0.62
"""So many lines of text is the form high, but no more than this part of the window."""


class PhotoSheet(Dialog):
    """Stays open until the photo is stored."""

    def __init__(
        self, parent: QWidget, row: WaitingCard, desk: PhotoDesk, save: Callable[[], object]
    ) -> None:
        title = text("produce", "补充相片　{name}").format(name=row.person_name)
        super().__init__(parent, title, "info")
        self.setObjectName("photo_sheet")
        self._desk = desk
        self.be_wide(84)
        form = Form(self)
        choose = action(self, "choose_photo", "F7", text("application", "选择文件…"), self._browse)
        self._card = PhotoCard(desk, form, choose)
        form.place(self._card)
        most = round(SHARE * parent.window().height())
        form.setFixedHeight(min(HIGH * self.fontMetrics().height(), most))
        self.body.addWidget(form)
        self.add_button("cancel", text("produce", "取消"))
        self._save = self.add_button("save_photo", text("produce", "存入相片"), "primary", closes=False)
        self._save.clicked.connect(save)
        form.submitted.connect(self._save.click)  # Ctrl+Enter
        desk.changed.connect(self._follow)
        self._follow()
        self._card.path.box.setFocus()

    def _browse(self) -> None:
        self._card.browse()

    def _follow(self) -> None:
        self._save.setEnabled(self._desk.photo is not None and not self._desk.busy)
