"""The card at the right: whose it is, which side is seen, and the side itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from desktop.ui.kit.form import Section
from desktop.ui.kit.page_preview import CARD, Preview
from desktop.ui.kit.shortcuts import ActionButton
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from desktop.ui.screens.produce.presenter import ProducePresenter


class CardSide(Section):
    """Shows the card of the blank looked at."""

    def __init__(self, presenter: ProducePresenter, turn: QAction) -> None:
        super().__init__(text("produce", "卡面"), 2)
        self._presenter = presenter
        self._whose = QLabel()
        self._whose.setObjectName("card_shown")
        self._whose.setProperty("role", "muted")
        self._whose.setWordWrap(True)
        self._preview = Preview(text("produce", "卡面预览"), CARD)
        self._preview.setMinimumHeight(round(self.fontMetrics().height() * 18))
        self.place(self._whose)
        self.place(ActionButton(turn))
        self.place(self._preview, 2, new_row=True)

    def begin(self) -> None:
        """Show what is looked at, from now on."""
        look = self._presenter.card
        self._preview.wanted.connect(look.look_at)
        self._preview.turned.connect(look.turn)
        look.seen.connect(self._show)
        self._show()
        self._preview.ask()

    def _show(self) -> None:
        it, card = self._presenter, self._presenter.card
        if it.looked_at is None:
            words, whose = text("produce", "预留空白后在这里核对卡面"), ""
        else:
            unseen = card.unseen
            words = sentence_text(unseen.message) if unseen is not None else text("produce", "正在排版")
            side = text("produce", "正面") if card.page == 0 else text("produce", "背面")
            whose = text("produce", "{name}　{serial}　{side}").format(
                name=it.looked_at.person_name, serial=it.looked_at.serial, side=side
            )
        self._whose.setText(whose)
        self._preview.show_picture(card.picture, words, card.inches)
