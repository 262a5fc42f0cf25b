"""The packs that the rules were put together from: those that stand, that lapsed, that were refused."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.services.rule_rows import RulesInForce
from desktop.ui.kit.text import text
from desktop.ui.screens.rules.detail import words_of
from desktop.ui.screens.rules.words import from_words, hukou_words, lapsed_words, pack_words, refused_words


class Packs(QFrame):
    """A card about the layers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("packs")
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 14)
        self._column.setSpacing(2)

    def show_packs(self, rules: RulesInForce | None) -> None:
        """Show the packs of these rules; hidden while there are none."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.setVisible(rules is not None and bool(rules.packs or rules.hukou or rules.refused))
        if rules is None:
            return
        if rules.packs:
            self._head(text("rules", "所依的规则包（下层优先）"))
        for pack in rules.packs:
            self._say("label", from_words(pack))
            self._say("", pack.title, "pack_title")
            self._say("hint", pack_words(pack))
        if rules.lapsed:
            self._head(text("rules", "已经失效"))
        for lapsed in rules.lapsed:
            self._say("label", from_words(lapsed.pack))
            self._say("", lapsed_words(lapsed), "pack_lapsed")
        if rules.hukou:
            self._head(text("rules", "落户的规定（另行测算）"))
        for hukou in rules.hukou:
            self._say("label", from_words(hukou.pack))
            self._say("", hukou.pack.title, "pack_hukou")
            self._say("hint", hukou_words(hukou, rules.on))
        if rules.refused:
            self._head(text("rules", "没有采用的本所规则包"))
        for refused in rules.refused:
            self._say("problem", refused_words(refused), "pack_refused")

    def _head(self, words: str) -> None:
        if self._column.count():
            self._column.addSpacing(10)
        self._say("heading", words)

    def _say(self, role: str, words: str, name: str = "") -> None:
        label: QLabel = words_of(self, role, name)
        label.setText(words)
        self._column.addWidget(label)
