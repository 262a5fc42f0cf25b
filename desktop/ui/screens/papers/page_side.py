"""The page at the right: the preview, turning it, its size."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.kit.page_preview import Preview
from desktop.ui.kit.shortcuts import action, set_possible
from desktop.ui.kit.sign_button import SignButton
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.ui.screens.papers.presenter import PapersPresenter


class PageSide(QWidget):
    """Shows what is looked at; its keys are the page's."""

    def __init__(self, page: QWidget, presenter: PapersPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        it = presenter.looking
        self._before = action(
            page, "previous_page", "Ctrl+PgUp", text("papers", "上一页"), partial(it.turn, -1)
        )
        self._after = action(page, "next_page", "Ctrl+PgDown", text("papers", "下一页"), partial(it.turn, 1))
        self._zoom = action(page, "zoom", "Ctrl+0", text("papers", "实际大小"), it.switch_zoom)
        self._preview = Preview(text("papers", "单据预览"))
        self._preview.wanted.connect(it.look_at)
        self._preview.turned.connect(it.turn)
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(SignButton(self._before, "‹"))
        bar.addWidget(self._count)
        bar.addWidget(SignButton(self._after, "›"))
        bar.addStretch(1)
        self._zoom_button = SignButton(self._zoom, "100 %")
        bar.addWidget(self._zoom_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(bar)
        column.addWidget(self._preview, 1)
        it.seen.connect(self._show_page)
        it.zoomed.connect(self._show_zoom)
        self._show_zoom()
        self._show_page()

    def _show_zoom(self) -> None:
        zoom, whole = self._presenter.looking.zoom, text("papers", "整页")
        self._preview.set_zoom(zoom)
        self._zoom.setText(text("papers", "实际大小") if zoom == "fit" else whole)
        self._zoom_button.set_sign("100 %" if zoom == "fit" else whole)

    def _show_page(self) -> None:
        it, found = self._presenter.looking, self._presenter
        if it.picture is not None:
            words = text("papers", "第 {page} 页，共 {pages} 页").format(page=it.page + 1, pages=it.pages)
        elif it.unseen is not None:
            words = sentence_text(it.unseen.message)
        else:
            preparing = found.line is not None or not found.read
            words = text("papers", "正在准备预览……") if preparing else ""
        self._preview.show_picture(it.picture, words, it.inches)
        self._count.setText(f"{it.page + 1} / {it.pages}" if it.picture is not None else "")
        self._count.setAccessibleName(words)
        set_possible(self._before, it.page > 0, text("papers", "这是第一页。"))
        set_possible(self._after, it.page + 1 < it.pages, text("papers", "这是最后一页。"))
