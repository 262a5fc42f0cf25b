"""One rule in full with the packs behind it, and the staff they name: beside the list, or over it where there is no room beside."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.kit.dialog import Dialog
from desktop.ui.kit.text import text
from desktop.ui.kit.unveil import unveil_part
from desktop.ui.screens.rules.detail import RuleDetail
from desktop.ui.screens.rules.packs import Packs
from desktop.ui.screens.rules.staff import StaffCard

if TYPE_CHECKING:
    from desktop.services.rule_rows import RuleRow, RulesInForce
    from desktop.ui.screens.rules.presenter import RulesPresenter


class Side(QScrollArea):
    """Cards that scroll together; the arrows scroll them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rule_side")
        self.setAccessibleName(text("rules", "规定全文"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("scrolled")
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(10)
        self._staff: StaffCard | None = None
        self._detail, self._packs = RuleDetail(), Packs()
        column.addWidget(self._detail)
        column.addWidget(self._packs)
        column.addStretch(1)
        self.setWidget(inside)

    def show_rule(self, row: RuleRow | None) -> None:
        """Show a rule from its beginning; `show_earlier` follows."""
        self._detail.show_rule(row)
        self.verticalScrollBar().setValue(0)

    def show_earlier(self, row: RuleRow | None) -> None:
        """Show what the rule was before."""
        self._detail.show_earlier(row)

    def show_packs(self, rules: RulesInForce | None) -> bool:
        """Show the packs of these rules; False: a part of them, call again."""
        return self._packs.show_packs(rules)

    def show_staff(self, presenter: RulesPresenter) -> None:
        """Count staff where the rules name any: elsewhere there is no card for it."""
        if self._staff is not None:
            self._staff.show_staff()
        elif presenter.rules is not None and presenter.rules.names_staff:
            self._staff = StaffCard(presenter, self.widget())
            self._column.insertWidget(1, self._staff)
            presenter.staffed.connect(self.follow_staff)

    def go_to_staff(self) -> None:
        """Go to the number of newcomers."""
        if self._staff is not None and self._staff.isVisibleTo(self):
            unveil_part(self)  # it is scrolled to
            self._staff.residents.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._staff.residents.box.selectAll()
            self.follow_staff()

    def follow_staff(self) -> None:
        """Keep what is counted in sight while the number is typed."""
        if self._staff is not None and self._staff.residents.box.hasFocus():
            QTimer.singleShot(0, self._staff, partial(self.ensureWidgetVisible, self._staff, 0, 0))


class WholeRule(Dialog):
    """The same over the list, or without a rule the staff alone; the arrows scroll it, Esc closes it."""

    def __init__(self, parent: QWidget, row: RuleRow | None, presenter: RulesPresenter) -> None:
        super().__init__(parent, text("rules", "规定全文") if row else text("rules", "人员配备测算"))
        self._hugs = False  # what is said scrolls
        self.side = side = Side(self)
        side.setObjectName("whole_rule")
        side.show_rule(row)
        side.show_earlier(row)
        side.show_staff(presenter)
        while not side.show_packs(presenter.rules):
            pass
        self.body.addWidget(side, 1)
        self.add_button("close", text("kit", "知道了"))
        window = parent.window()
        self.resize(round(window.width() * 0.9), round(window.height() * 0.9))
        side.setFocus()
        presenter.paper.connect(self._leave)

    def _leave(self, _paper: object) -> None:
        self.close()
