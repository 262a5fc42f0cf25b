"""What a correction will mean, beside the form and on the decider's page: the changes, the cards, the papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.icons import Icon
from desktop.ui.kit.cards import copied
from desktop.ui.kit.still import still
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.correction.words import fact, heading, paper_words

if TYPE_CHECKING:
    from desktop.services.correction_pages import CorrectionEffect
    from desktop.services.permit_pages import Change

MOST_PAPERS = 6
"""So many papers are named; of the others only how many there are is said."""


class SideBySide(QWidget):
    """Each fact that changes: as it is known, and as it is to be."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("side_by_side")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._rows: list[tuple[QLabel, QLabel, QLabel]] = []
        for column, words in ((1, text("correction", "现登记")), (2, text("correction", "更正为"))):
            self._grid.addWidget(copied("label", words), 0, column)
        rule = QFrame()
        rule.setProperty("role", "rule")
        self._grid.addWidget(rule, 1, 0, 1, 3)

    def show_changes(self, changes: Sequence[Change], places: Mapping[str, str]) -> None:
        """Show these."""
        with still(self):
            while len(self._rows) < len(changes):
                self._add()
            for row in self._rows[len(changes) :]:
                for each in row:
                    each.hide()
            for (what, old, new), one in zip(self._rows, changes, strict=False):
                what.setText(heading(one.field))
                old.setText(fact(one.field, one.old, places))
                new.setText(fact(one.field, one.new, places))
                told = text("correction", "{what}：现登记{old}，更正为{new}")
                new.setAccessibleName(told.format(what=what.text(), old=old.text(), new=new.text()))
                for each in (what, old, new):
                    each.show()

    def lines(self) -> list[tuple[str, str, str]]:
        """What is shown: which fact, old, new."""
        return [(what.text(), old.text(), new.text()) for what, old, new in self._rows if not what.isHidden()]

    def _add(self) -> None:
        at = len(self._rows) + 2
        row = copied("label"), copied(), copied()
        font = row[2].font()
        font.setBold(True)
        row[2].setFont(font)
        for column, each in enumerate(row):
            self._grid.addWidget(each, at, column, Qt.AlignmentFlag.AlignTop)
        self._rows.append(row)


class EffectCard(QFrame):
    """What follows once it is approved: a line for each card and for the papers, or that nothing does."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("effect")
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 14)
        self._column.setSpacing(8)
        self._column.addWidget(copied("heading", text("correction", "通过以后")))
        self._lines: list[tuple[QWidget, Icon, QLabel]] = []
        self._papers = copied("hint")
        self._papers.setObjectName("papers_out_of_date")
        self._column.addWidget(self._papers)

    def show_effect(self, effect: CorrectionEffect) -> None:
        """Show it."""
        lines = [("warning", sentence_text(one)) for one in effect.permits]
        if not effect.permits:
            lines.append(("good", text("correction", "居住证的证面不受影响。")))
        count = len(effect.papers)
        if count:
            words = text("correction", "{count}份打印过的单据将标明“已被更正取代”，照原样保存：")
            lines.append(("warning", words.format(count=count)))
        else:
            lines.append(("good", text("correction", "打印过的单据不受影响。")))
        self._say(lines)
        named = [paper_words(one) for one in effect.papers[:MOST_PAPERS]]
        if count > MOST_PAPERS:
            named.append(text("correction", "另有{count}份").format(count=count - MOST_PAPERS))
        self._papers.setText("\n".join(named))
        self._papers.setHidden(not named)

    def say_nothing(self, words: str) -> None:
        """Say why nothing is known yet."""
        self._say([("info", words)])
        self._papers.hide()

    def words(self) -> str:
        """Everything said, a line each."""
        said = [label.text() for line, _, label in self._lines if not line.isHidden()]
        return "\n".join([*said, "" if self._papers.isHidden() else self._papers.text()]).strip()

    def _say(self, lines: Sequence[tuple[str, str]]) -> None:
        while len(self._lines) < len(lines):
            line, icon, label = QWidget(self), Icon("info"), copied()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label, 1)
            self._column.insertWidget(self._column.count() - 1, line)
            self._lines.append((line, icon, label))
        for (line, icon, label), (kind, words) in zip(self._lines, lines, strict=False):
            if icon.property("kind") != kind:
                icon.become(kind)
            label.setText(words)
            line.show()
        for line, _, _ in self._lines[len(lines) :]:
            line.hide()
