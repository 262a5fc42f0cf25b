"""What the rules make of the registration being typed: the date, and every finding with its clause."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.errors import Sentence
from desktop.ui.icons import Icon
from desktop.ui.kit.messages import Strip
from desktop.ui.kit.still import still
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.domain.rule import Finding
    from desktop.services.rows import RegistrationAdvice


class AdvicePanel(QScrollArea):
    """Stays in sight beside the form: whose number it is, the due date, findings, notes on rare characters."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("advice")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(text("registration", "登记期限与依据"))
        inner = QWidget()
        inner.setObjectName("scrolled")
        self.setWidget(inner)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(10)
        self._person = Strip("person_known", inner, closable=False)
        self._due = Strip("due", inner, closable=False)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(8)
        self._card = QFrame()
        self._card.setProperty("role", "card")
        self._lines = QGridLayout(self._card)
        self._lines.setContentsMargins(14, 12, 14, 12)
        self._lines.setHorizontalSpacing(10)
        self._lines.setVerticalSpacing(2)
        self._lines.setColumnStretch(1, 1)
        self._column.addWidget(self._person)
        self._column.addWidget(self._due)
        self._column.addLayout(self._notes)
        self._column.addWidget(self._card)
        self._column.addStretch(1)
        self._shown: object = None
        self._said: list[str] = []
        self._rows: list[tuple[Icon, QLabel, QLabel]] = []

    def show_person(self, words: str, kind: str) -> None:
        """Say whose number it is; "" says nothing."""
        self._person.say(words, kind)

    def show_advice(self, advice: RegistrationAdvice | None, judged: bool) -> None:
        """Show what the rules say; while `judged` is False only the notes mean anything."""
        if (advice, judged) == self._shown:
            return
        self._shown = (advice, judged)
        words, kind = _due(advice, judged)
        self._due.say(words, kind)
        self._show_notes(advice.notes if advice else ())
        self._show_findings(advice.findings if advice and judged else ())

    def words(self) -> str:
        """Everything said, a line each: for tests and for reading aloud."""
        notes = (self._notes.itemAt(at).widget() for at in range(self._notes.count()))
        strips = (self._person, self._due, *(each for each in notes if isinstance(each, Strip)))
        lines = (each.words() for each in strips)
        return "\n".join(line for line in (*lines, *self._said) if line)

    def _show_notes(self, notes: Iterable[Sentence]) -> None:
        _empty(self._notes)
        for at, note in enumerate(notes):
            strip = Strip(f"note_{at}", self.widget(), closable=False)
            self._notes.addWidget(strip)
            strip.say(sentence_text(note), "warning")

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        self._said = []
        if len(findings) > len(self._rows):
            self._card.hide()  # new lines are shown with it, and laid out once
        while len(self._rows) < len(findings):
            self._add_row()
        with still(self._card):
            for row in self._rows[len(findings) :]:
                for each in row:
                    each.hide()
            for row, finding in zip(self._rows, sorted(findings, key=lambda each: each.met), strict=False):
                self._show_finding(row, finding)
        self._card.setVisible(bool(findings))

    def _show_finding(self, row: tuple[Icon, QLabel, QLabel], finding: Finding) -> None:
        mark, fact, basis = row
        kind = "good" if finding.met else "warning"
        if mark.property("kind") != kind:
            mark.become(kind)
        words = sentence_text(finding.fact)
        if finding.change is not None:
            words = f"{words} {sentence_text(finding.change)}"
        fact.setText(words)
        basis.setText(finding.basis)
        self._said += [words, finding.basis]
        for each in row:
            each.setVisible(True)

    def _add_row(self) -> None:
        at, mark = len(self._rows) * 2, Icon("good")
        self._lines.addWidget(mark, at, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.append((mark, self._line("", at), self._line("hint", at + 1)))

    def _line(self, role: str, row: int) -> QLabel:
        line = QLabel()
        line.setWordWrap(True)
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if role:
            line.setProperty("role", role)
            line.setContentsMargins(0, 0, 0, 8)
        self._lines.addWidget(line, row, 1)
        return line


def _due(advice: RegistrationAdvice | None, judged: bool) -> tuple[str, str]:
    if advice is None or not judged:
        return text(
            "registration", "填好户口所在地、现住址、住所类别和到达日期后，这里显示登记期限。"
        ), "info"
    if advice.due_on is None:
        return text("registration", "不属于必须登记的情形；自愿登记，照常办理。"), "info"
    due = advice.due_on.isoformat()
    if advice.late_days:
        words = text("registration", "逾期{days}个工作日，照常登记。登记期限为 {due}。").format(
            days=advice.late_days, due=due
        )
        kind = "warning"
    else:
        words, kind = text("registration", "未逾期。登记期限为 {due}。").format(due=due), "good"
    if advice.estimated:
        words += text("registration", "（暂估：当年放假安排尚未公布）")
    return words, kind


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
