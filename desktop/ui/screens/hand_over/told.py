"""What stands above the form: why there is none, what was handed over, and where to go from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.kit.messages import Strip
from desktop.ui.kit.shortcuts import ActionButton, set_possible
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.hand_over.parts import Sentences
from desktop.ui.screens.hand_over.words import done_words, to_tell

if TYPE_CHECKING:
    from desktop.ui.screens.hand_over.presenter import HandOverPresenter


class Told(QWidget):
    """The service's sentence, or what to tell the holder; the actions are the view's."""

    def __init__(self, see_permit: QAction, see_case: QAction, give_up: QAction) -> None:
        super().__init__()
        self._problem = Strip("hand_over_problem", self, closable=False)
        self._done = Sentences("handed_over", "", "good")
        self._ways = [(each, ActionButton(each)) for each in (see_permit, see_case)]
        self._ways.append((give_up, ActionButton(give_up, "quiet")))
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for _, button in self._ways[:2]:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._ways[2][1])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for each in (self._problem, self._done, self._row):
            column.addWidget(each)
            each.hide()

    def tell(self, it: HandOverPresenter) -> None:
        """Say how it stands."""
        self._problem.say(sentence_text(it.problem) if it.problem is not None else "", "warning")
        self._done.setHidden(it.done is None)
        if it.done is not None:
            self._done.head(done_words(it.done))
            self._done.say(to_tell(it.done))
        found, nothing = it.collection, text("hand_over", "还没有扫码。")
        permit = (found is not None and found.permit is not None) or it.done is not None
        case = found is not None and found.case is not None
        for (each, button), possible in zip(self._ways, (permit, case, it.ready), strict=True):
            set_possible(each, possible, nothing)
            button.setHidden(not possible)
        self._row.setHidden(not (permit or case))
        self.setHidden(it.problem is None and it.done is None and not (permit or case))
