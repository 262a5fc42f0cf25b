"""The packs that the rules were put together from: those that stand, that lapsed, that were refused."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.services.rule_rows import RulesInForce
from desktop.ui.kit.text import text
from desktop.ui.screens.rules.detail import Lines
from desktop.ui.screens.rules.words import hukou_words, lapsed_words, pack_words, refused_words, titled

A_TURN = 5
"""So many new labels are made in one turn of the event loop: each takes a millisecond or two."""


class Packs(QFrame):
    """A card about the layers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("packs")
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(3)
        self._lines = Lines(self, column)

    def show_packs(self, rules: RulesInForce | None) -> bool:
        """Show the packs of these rules; hidden while there are none. False: a part of them, call again."""
        lines = _lines(rules) if rules is not None else []
        self.setVisible(bool(lines))
        return self._lines.show(lines, A_TURN)


def _lines(rules: RulesInForce) -> list[tuple[str, str, str]]:
    lines: list[tuple[str, str, str]] = []
    if rules.packs:
        lines.append(("heading", "", text("rules", "所依的规则包（下层优先）")))
    for pack in rules.packs:
        lines += [("", "pack_title", titled(pack)), ("hint", "", pack_words(pack))]
    if rules.lapsed:
        lines.append(("heading", "", text("rules", "已经失效")))
    for lapsed in rules.lapsed:
        lines.append(("", "pack_lapsed", lapsed_words(lapsed)))
    if rules.hukou:
        lines.append(("heading", "", text("rules", "落户的规定（另行测算）")))
    for hukou in rules.hukou:
        lines += [("", "pack_hukou", titled(hukou.pack)), ("hint", "", hukou_words(hukou, rules.on))]
    if rules.refused:
        lines.append(("heading", "", text("rules", "没有采用的本所规则包")))
    lines += [("problem", "pack_refused", refused_words(each)) for each in rules.refused]
    return lines
