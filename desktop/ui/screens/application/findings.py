"""The conditions of a permit one by one: met or not in words, the fact, the clause, what would change it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.rule import Finding
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.kit.turns import Slices
from desktop.ui.screens.application.outcome import change_of


def mark(label: QLabel, met: bool) -> None:
    """Say met or not met on a chip: sign and words, and colour only beside them."""
    label.setText(text("application", "✓ 符合") if met else text("application", "✗ 不符合"))
    dress(label, "good" if met else "problem")


def dress(label: QLabel, kind: str) -> None:
    """Give a chip its kind."""
    if label.property("kind") != kind:
        label.setProperty("kind", kind)
        label.style().unpolish(label)
        label.style().polish(label)


def chip(kind: str = "quiet") -> QLabel:
    """A chip that is as wide as its words."""
    made = QLabel()
    made.setProperty("role", "chip")
    made.setProperty("kind", kind)
    return made


class FindingRow(QWidget):
    """One condition."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = chip()
        self._fact, self._change, self._basis = QLabel(), QLabel(), QLabel()
        self._change.setProperty("role", "problem")
        self._basis.setProperty("role", "hint")
        words = QVBoxLayout()
        words.setSpacing(1)
        for label in (self._fact, self._change, self._basis):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_finding(self, finding: Finding) -> None:
        """Say how this condition stands; what is not verified in its source is marked, with the reason."""
        self.setObjectName(f"finding_{finding.code}")
        mark(self._mark, finding.met)
        self._fact.setText(sentence_text(finding.fact))
        change = change_of(finding)
        self._change.setText(change)
        self._change.setVisible(bool(change))
        words = finding.basis
        if not finding.verified:
            words = text("application", "{basis}　［条文待核实］").format(basis=words)
        if finding.note and not finding.met:
            words = f"{words}　{finding.note}"
        self._basis.setText(words)
        self._basis.setToolTip(finding.note)
        said = (self._mark.text(), self._fact.text(), change, words)
        self.setAccessibleName("　".join(part for part in said if part))


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
        # two rows a turn of the event loop: a row is many labels
        self._showing = Slices(
            self, [partial(self._show, rows[at : at + 2]) for at in range(0, len(rows), 2)]
        )
        self._empty.setVisible(not findings)
        self._policy.setText(text("application", "规则包 {policy}").format(policy=policy) if policy else "")

    def _show(self, rows: Sequence[tuple[FindingRow, Finding]]) -> None:
        for row, finding in rows:
            row.show_finding(finding)
            row.show()

    def _have(self, count: int) -> None:
        while len(self._rows) < count:
            row = FindingRow()
            row.hide()
            self._rows.append(row)
            self._column.insertWidget(self._column.count() - 1, row)
