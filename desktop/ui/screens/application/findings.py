"""The conditions of a permit one by one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from desktop.domain.rule import Finding
from desktop.ui.kit.findings import FindingRow
from desktop.ui.kit.text import text
from desktop.ui.kit.turns import Slices
from desktop.ui.kit.unveil import unveil_around

USUAL = 6
"""So many conditions are there; their rows are built before they are asked for."""


class Findings(QFrame):
    """Every condition, those not met first."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("findings")
        self.setProperty("role", "card")
        heading = QLabel(text("application", "条件核对"))
        heading.setProperty("role", "heading")
        self._empty = QLabel(text("application", "选择申领条件后逐条核对。"))
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        self._policy = QLabel()
        self._policy.setProperty("role", "hint")
        self._policy.setWordWrap(True)
        self._rows: list[FindingRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(10)
        self._column.addWidget(heading)
        self._column.addWidget(self._empty)
        self._column.addWidget(self._policy)
        self._have(USUAL)
        self._showing: Slices | None = None

    def show_findings(self, findings: Sequence[Finding], policy: str) -> None:
        """Show these, with the pack that they come from."""
        self._have(len(findings))
        for each in self._rows[len(findings) :]:
            each.hide()
        ordered = sorted(findings, key=lambda one: one.met)
        rows = list(zip(self._rows, ordered, strict=False))
        if self._showing is not None:
            self._showing.drop()
            self._showing.deleteLater()
        # a row a turn of the event loop, for a row is many labels; all are laid out together, or the whole page
        # would be laid out after each of them
        each_row = [partial(self._show, row, finding) for row, finding in rows]
        self._showing = Slices(self, [self._hold, *each_row, partial(self._let_go, not findings, policy)])

    def _hold(self) -> None:
        self.setUpdatesEnabled(False)
        self._column.setEnabled(False)

    def _let_go(self, empty: bool, policy: str) -> None:
        unveil_around(self)  # first: a veil that is shown lays out whatever has changed around it
        self._empty.setVisible(empty)
        self._policy.setText(text("application", "规则包 {policy}").format(policy=policy) if policy else "")
        self._column.setEnabled(True)
        self._column.invalidate()
        self.updateGeometry()
        self.setUpdatesEnabled(True)

    def _show(self, row: FindingRow, finding: Finding) -> None:
        row.show_finding(finding)
        row.show()

    def _have(self, count: int) -> None:
        while len(self._rows) < count:
            row = FindingRow()
            row.hide()
            self._rows.append(row)
            self._column.insertWidget(self._column.count() - 1, row)
