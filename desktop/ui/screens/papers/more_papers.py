"""Papers that are made out for a case when they are asked for: the privacy notice, the collection slip."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.codes import PaperKind
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.ui.screens.papers.presenter import PapersPresenter


class MorePapers(QWidget):
    """Seen while the case has not got them yet; its keys are the page's."""

    def __init__(self, page: QWidget, presenter: PapersPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("more_papers")
        self._presenter = presenter
        make = partial(partial, presenter.make_out)
        privacy, slip = PaperKind.PRIVACY_NOTICE, PaperKind.COLLECTION_SLIP
        self._actions = {
            privacy: action(
                page,
                "make_privacy_notice",
                "Ctrl+N",
                text("papers", "个人信息告知书"),
                make(privacy),
                waits=True,
            ),
            slip: action(
                page, "make_collection_slip", "Ctrl+D", text("papers", "领取凭证"), make(slip), waits=True
            ),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._buttons = {kind: ActionButton(one) for kind, one in self._actions.items()}
        for button in self._buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        self.follow()

    def follow(self) -> None:
        """Show what the case has not got."""
        lacking = self._presenter.lacking
        for kind, one in self._actions.items():
            set_possible(
                one, kind in lacking and not self._presenter.busy, text("papers", "此件不用另外出具。")
            )
            self._buttons[kind].setHidden(kind not in lacking)
        self.setHidden(not lacking)
