"""One rule in full with the packs behind it: beside the list, or over it where there is no room beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.text import text
from desktop.ui.screens.rules.detail import RuleDetail
from desktop.ui.screens.rules.packs import Packs

if TYPE_CHECKING:
    from desktop.services.rule_rows import RuleRow, RulesInForce


class Side(QScrollArea):
    """Two cards that scroll together; the arrows scroll them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rule_side")
        self.setAccessibleName(text("rules", "规定全文"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(10)
        self._detail, self._packs = RuleDetail(), Packs()
        column.addWidget(self._detail)
        column.addWidget(self._packs)
        column.addStretch(1)
        self.setWidget(inside)

    def show_rule(self, row: RuleRow | None) -> None:
        """Show a rule from its beginning."""
        self._detail.show_rule(row)
        self.verticalScrollBar().setValue(0)

    def show_packs(self, rules: RulesInForce | None) -> bool:
        """Show the packs of these rules; False: a part of them, call again."""
        return self._packs.show_packs(rules)


class WholeRule(Dialog):
    """The same over the list; the arrows scroll it, Esc closes it."""

    def __init__(self, parent: QWidget, row: RuleRow, rules: RulesInForce | None) -> None:
        super().__init__(parent, text("rules", "规定全文"))
        self._hugs = False  # what is said scrolls
        side = Side(self)
        side.setObjectName("whole_rule")
        side.show_rule(row)
        while not side.show_packs(rules):
            pass
        self.body.addWidget(side, 1)
        self.add_button("close", text("kit", "知道了"))
        window = parent.window()
        self.resize(round(window.width() * 0.9), round(window.height() * 0.9))
        side.setFocus()
