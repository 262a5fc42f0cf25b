"""What the counter can do about a case that still wants something: hand it in again, take it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.times import local_date
from desktop.ui.kit.messages import Strip
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.ui.screens.papers.presenter import PapersPresenter


class UnderWay(QWidget):
    """Seen only for such a case; its keys are the page's."""

    def __init__(self, page: QWidget, presenter: PapersPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("under_way")
        self._presenter = presenter
        again = text("papers", "补正后重新提交")
        self._again = action(
            page, "submit_again", "Ctrl+B", again, partial(presenter.do, "submit_again"), waits=True
        )
        withdraw = text("papers", "撤回申请")
        self._withdraw = action(
            page,
            "withdraw_case",
            "Ctrl+W",
            withdraw,
            partial(presenter.do, "withdraw_case"),
            waits=True,
        )
        self._back = Strip("sent_back", self, closable=False)
        self._hand_in = ActionButton(self._again, "primary")
        buttons = QHBoxLayout()
        buttons.addWidget(self._hand_in)
        buttons.addWidget(ActionButton(self._withdraw, "quiet"))
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._back)
        column.addLayout(buttons)
        self.follow()

    def follow(self) -> None:
        """Show how the case stands now."""
        standing = self._presenter.standing
        self.setHidden(standing is None)
        back = standing.sent_back if standing is not None else None
        words = ""
        if back is not None:
            words = text("papers", "{on}由{who}退回补正：{note}").format(
                on=local_date(back.at).isoformat(), who=back.staff_name, note=back.note
            )
        self._back.say(words, "warning")
        self._hand_in.setHidden(back is None)
        set_possible(self._again, back is not None, text("papers", "这件没有退回补正。"))
        why = standing.why_kept if standing is not None else None
        kept = sentence_text(why) if why is not None else text("papers", "这件已经办结。")
        set_possible(self._withdraw, standing is not None and why is None, kept)
