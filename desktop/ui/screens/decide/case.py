"""A case with everything on one page, a card for each matter; what there is nothing of has no card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.codes import CaseKind
from desktop.ui.kit.chips import chip, dress
from desktop.ui.kit.clock_words import left_kind, left_words
from desktop.ui.kit.text import text
from desktop.ui.kit.turns import Slices
from desktop.ui.screens.decide.words import (
    Line,
    agent_lines,
    case_line,
    difference_lines,
    facts,
    finding_line,
    material_line,
    permit_line,
    registration_line,
    step_line,
)

if TYPE_CHECKING:
    from desktop.services.decision_rows import CasePage
    from desktop.ui.screens.decide.presenter import OpenCase

ROWS = 3
"""So many lines are shown a turn."""

PHOTO = 7.2
"""The photo is so many times as high as a line."""


class _Row(QWidget):
    """A chip, what is said, and the small print."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._chip, self._words, self._small = chip(), QLabel(), QLabel()
        self._small.setProperty("role", "hint")
        words = QVBoxLayout()
        words.setSpacing(1)
        for each in (self._words, self._small):
            each.setWordWrap(True)
            each.setTextFormat(Qt.TextFormat.PlainText)
            each.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.addWidget(each)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def say(self, line: Line) -> None:
        self._chip.setText(line.chip)
        self._chip.setVisible(bool(line.chip))
        dress(self._chip, line.kind)
        self._words.setText(line.words)
        self._small.setText(line.small)
        self._small.setVisible(bool(line.small))
        self.setAccessibleName("　".join(part for part in (line.chip, line.words, line.small) if part))


class LinesCard(QFrame):
    """A heading with lines below; it is not seen when it has none."""

    def __init__(self, name: str, heading: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "card")
        self._rows: list[_Row] = []
        title = QLabel(heading)
        title.setProperty("role", "heading")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(8)
        self._column.addWidget(title)
        self.hide()

    def steps(self, lines: Sequence[Line]) -> list[Callable[[], None]]:
        """Give the steps, one for a turn each, that show these lines."""
        some = [
            partial(self._say, first, lines[first : first + ROWS]) for first in range(0, len(lines), ROWS)
        ]
        return [*some, partial(self._end, len(lines))]

    def _say(self, first: int, lines: Sequence[Line]) -> None:
        for place, line in enumerate(lines, first):
            if place == len(self._rows):
                row = _Row(self)
                self._rows.append(row)
                self._column.addWidget(row)
            self._rows[place].say(line)
            self._rows[place].show()

    def _end(self, count: int) -> None:
        for row in self._rows[count:]:
            row.hide()
        self.setVisible(bool(count))


class Head(QFrame):
    """Who it is about, how long there is to go, the photo, what was taken down."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("case_head")
        self.setProperty("role", "card")
        self._name = QLabel()
        self._name.setObjectName("case_name")
        self._name.setProperty("role", "title")
        self._name.setWordWrap(True)
        self._left, self._clean = chip(), chip("good")
        self._left.setObjectName("case_left")
        self._clean.setObjectName("case_clean")
        self._photo = QLabel()
        self._photo.setObjectName("photo")
        self._photo.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._pairs: list[tuple[QLabel, QLabel]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._name, 1)
        top.addWidget(self._clean)
        top.addWidget(self._left)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addLayout(top)
        words.addLayout(self._grid)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self._photo, 0, Qt.AlignmentFlag.AlignTop)

    def say(self, case: OpenCase) -> None:
        """Show the head of this case."""
        page = case.page
        self._name.setText(page.person_now.name)
        self._left.setText(left_words(page.days_left, page.estimated))
        dress(self._left, left_kind(page.days_left))
        self._clean.setVisible(page.case.kind is not CaseKind.CORRECTION)
        clean = text("decide", "✓ 条件、材料齐全") if page.clean else text("decide", "✗ 条件或材料不全")
        self._clean.setText(clean)
        dress(self._clean, "good" if page.clean else "problem")
        if case.photo is None:
            self._photo.setPixmap(QPixmap())
            self._photo.setText(text("decide", "没有相片"))
        else:
            high = round(self.fontMetrics().height() * PHOTO)
            size = QSize(high, high)
            how = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self._photo.setPixmap(QPixmap.fromImage(case.photo.scaled(size, *how)))
        self._photo.setAccessibleName(text("decide", "相片"))

    def say_facts(self, pairs: list[tuple[str, str]]) -> None:
        """Show what was taken down."""
        while len(self._pairs) < len(pairs):
            name, value = QLabel(self), QLabel(self)
            name.setProperty("role", "label")
            value.setWordWrap(True)
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            row = len(self._pairs)
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, 1)
            self._pairs.append((name, value))
        for place, (name, value) in enumerate(self._pairs):
            shown = place < len(pairs)
            if shown:
                name.setText(pairs[place][0])
                value.setText(pairs[place][1])
            name.setVisible(shown)
            value.setVisible(shown)


class CaseSide(QScrollArea):
    """The cards of the case looked at; the arrows scroll them."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("case_page")
        self.setProperty("kept", False)
        self.setAccessibleName(text("decide", "办件全貌"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setObjectName("scrolled")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(10)
        self._head = Head()
        self._head.hide()
        self._nothing = QLabel(text("decide", "没有选中的办件。"))
        self._nothing.setObjectName("no_case")
        self._nothing.setProperty("role", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column.addWidget(self._nothing)
        self._column.addWidget(self._head)
        self._cards = [
            (LinesCard("differences", text("decide", "受理后本人信息有变化")), difference_lines),
            (LinesCard("findings", text("decide", "条件核对（今天与受理时）")), _findings),
            (LinesCard("materials", text("decide", "材料")), _materials),
            (LinesCard("agent", text("decide", "代办人")), agent_lines),
            (LinesCard("steps", text("decide", "办理经过")), _steps),
            (LinesCard("registrations", text("decide", "居住登记")), _registrations),
            (LinesCard("earlier", text("decide", "以前的办件和居住证")), _earlier),
        ]
        for card, _ in self._cards:
            self._column.addWidget(card)
        self._column.addStretch(1)
        self.setWidget(inside)
        self._filling: Slices | None = None
        self._shown: OpenCase | None = None

    def show_case(self, case: OpenCase | None, *, reading: bool) -> None:
        """Show a case from its beginning, a card a turn; while another is being read the last one stays."""
        if case is None and reading and self._shown is not None:
            return
        if case is self._shown and case is not None:
            return
        self._shown = case
        if self._filling is not None:
            self._filling.drop()
            self._filling.deleteLater()
            self._filling = None
        self._nothing.setVisible(case is None)
        self._nothing.setText(text("decide", "正在读取……") if reading else text("decide", "没有选中的办件。"))
        self.widget().setUpdatesEnabled(True)
        if case is None:
            self._head.hide()
            for card, _ in self._cards:
                card.hide()
            return
        self.verticalScrollBar().setValue(0)
        self.widget().setUpdatesEnabled(False)  # painted once, when it is whole
        steps: list[Callable[[], None]] = [
            partial(self._head.say, case),
            partial(self._head.say_facts, facts(case.page)),
            self._head.show,
        ]
        for card, lines in self._cards:
            steps += card.steps(lines(case.page))
        self._filling = Slices(self, [*steps, partial(self.widget().setUpdatesEnabled, True)])


def _findings(page: CasePage) -> list[Line]:
    ordered = sorted(page.findings, key=lambda pair: pair.now is None or pair.now.met)
    return [finding_line(pair) for pair in ordered]


def _materials(page: CasePage) -> list[Line]:
    return [material_line(row) for row in sorted(page.materials, key=lambda row: not row.missing)]


def _steps(page: CasePage) -> list[Line]:
    return [step_line(row) for row in page.steps]


def _registrations(page: CasePage) -> list[Line]:
    return [registration_line(row) for row in page.registrations]


def _earlier(page: CasePage) -> list[Line]:
    return [permit_line(row) for row in page.permits] + [case_line(row) for row in page.earlier]
