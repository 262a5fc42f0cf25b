"""The verdict, large and calm: a sign, a few words, a sentence, and what our own records say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.ui.icons import Icon
from desktop.ui.kit.cards import copied
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.seal_rows import CheckedPaper

KINDS = {
    "genuine": "good",
    "superseded": "warning",
    "cancelled": "warning",
    "expired": "warning",
    "practice": "warning",
    "unreadable": "warning",
}
"""How each verdict is shown; any other is a problem. Told by sign and words, never by colour alone."""


class VerdictCard(QFrame):
    """Says how the paper stands; before there is one, what to do."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName("verdict_card")
        self._sign = Icon("info", lines=2.2)
        self._words, self._sentence, self._known = (
            copied("title", name="verdict"),
            copied("heading", name="verdict_sentence"),
            copied(name="verdict_known"),
        )
        column = QVBoxLayout()
        column.setSpacing(4)
        for label in (self._words, self._sentence, self._known):
            column.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(16)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def show_finding(self, found: CheckedPaper | None, *, busy: bool) -> None:
        """Show a finding, or that there is none yet."""
        if found is None:
            kind = "info"
            words = text("verify", "正在核验……") if busy else text("verify", "还没有核验")
            sentence = "" if busy else text("verify", "扫单据上的二维码，或者按 F6 选择照片、扫描件、PDF。")
            known = ""
        else:
            kind = KINDS.get(found.verdict, "problem")
            words, sentence = sentence_text(found.words), sentence_text(found.sentence)
            known = sentence_text(found.known) if found.known else ""
        self._sign.become(kind)
        self.setAccessibleName(f"{words} {sentence}".strip())
        for label, said in ((self._words, words), (self._sentence, sentence), (self._known, known)):
            label.setText(said)
            label.setHidden(not said)
