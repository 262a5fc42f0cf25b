"""One condition judged, as every screen shows it: met or not in words, the fact, the clause, what would change it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.rule import Finding
from desktop.ui.kit.chips import chip, dress
from desktop.ui.kit.text import sentence_text, text


def mark(label: QLabel, met: bool) -> None:
    """Say met or not met on a chip: sign and words, and colour only beside them."""
    label.setText(text("findings", "✓ 符合") if met else text("findings", "✗ 不符合"))
    dress(label, "good" if met else "problem")


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
            words = text("findings", "{basis}　［条文待核实］").format(basis=words)
        if finding.note and not finding.met:
            words = f"{words}　{finding.note}"
        self._basis.setText(words)
        self._basis.setToolTip(finding.note)
        said = (self._mark.text(), self._fact.text(), change, words)
        self.setAccessibleName("　".join(part for part in said if part))


def change_of(finding: Finding) -> str:
    """What would change a condition that is not met; "" when nothing is known to."""
    if finding.change is None:
        return ""
    return text("findings", "怎样可以办：{change}").format(change=sentence_text(finding.change))
