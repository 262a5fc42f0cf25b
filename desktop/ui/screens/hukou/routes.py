"""The routes at the right: those that are met first, each unfolded to its findings at a key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.kit.button import Button
from desktop.ui.kit.chips import chip
from desktop.ui.kit.findings import FindingRow, mark
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.kit.turns import Slices
from desktop.ui.screens.hukou.words import family_words, source_words, zone_words

if TYPE_CHECKING:
    from desktop.domain.hukou import HukouAssessment, RouteAssessment
    from desktop.domain.rule import Finding

CARDS_A_TURN, ROWS_A_TURN = 2, 1
"""So many are built or filled in one turn of the event loop: a row is four labels."""


class RouteCard(QFrame):
    """One route: met or not, in one line what is missing; unfolded every finding, the family, the article."""

    toggled = Signal(str)
    """Fold or unfold the route of this code."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.route: RouteAssessment | None = None
        self.filling: list[Callable[[], None]] = []
        self._mark, self._title = chip(), _line()
        self.button = Button()
        self.button.setProperty("role", "quiet")
        self.button.setProperty("kept", False)
        self.button.clicked.connect(self._toggle)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._title, 1)
        head.addWidget(self.button)
        self._summary = _line("muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 8, 8)
        self._column.setSpacing(4)
        self._column.addLayout(head)
        self._column.addWidget(self._summary)
        self._inside: Inside | None = None
        self._open = False
        self._shown: RouteAssessment | None = None

    def show_route(self, route: RouteAssessment, is_open: bool) -> list[Callable[[], None]]:
        """Show the route's line; gives the steps that fill what is unfolded, to be done in later turns."""
        if route != self.route:
            self.route = route
            self.setObjectName(f"route_{route.route.code}")
            self.button.setObjectName(f"unfold_{route.route.code}")
            mark(self._mark, route.met)
            self._title.setText(sentence_text(route.title))
            self._summary.setText(sentence_text(route.summary))
        title = self._title.text()
        self.button.setText(text("hukou_form", "收起") if is_open else text("hukou_form", "展开"))
        self.button.setAccessibleName(f"{self._mark.text()}　{title}　{self.button.text()}")
        self.button.setAccessibleDescription(self._summary.text())
        self._open = is_open
        another = self._shown is not None and self._shown.route != route.route
        if self._inside is not None and (another or not is_open):
            self._inside.hide()
        return [*self._filling(route), self._unfold] if is_open else []

    def _filling(self, route: RouteAssessment) -> list[Callable[[], None]]:
        if route == self._shown:
            return []
        ordered = sorted(route.findings, key=lambda each: each.met)
        slices = range(0, len(ordered), ROWS_A_TURN)
        fill = [partial(self._fill, route, at, ordered[at : at + ROWS_A_TURN]) for at in slices]
        return [*fill, partial(self._finish, route, len(ordered))]

    def _unfold(self) -> None:
        if self._inside is not None and self._open:
            self._inside.show()

    def _fill(self, route: RouteAssessment, at: int, findings: Sequence[Finding]) -> None:
        if route != self.route:
            return
        self._shown = None  # until the last row is there
        if self._inside is None:
            self._inside = Inside()
            self._inside.hide()
            self._column.addWidget(self._inside)
        self._inside.show_findings(at, findings)

    def _finish(self, route: RouteAssessment, count: int) -> None:
        if self._inside is not None and route == self.route:
            self._inside.finish(route, count)
            self._shown = route

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the line folds and unfolds too."""
        if (
            event.button() is Qt.MouseButton.LeftButton
            and event.position().y() <= self._summary.geometry().bottom()
        ):
            self._toggle()
        super().mouseReleaseEvent(event)

    def _toggle(self) -> None:
        if self.route is not None:
            self.toggled.emit(self.route.route.code)


class Inside(QWidget):
    """What a card unfolds."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[FindingRow] = []
        self._family, self._source = _line(), _line("hint")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 4, 2)
        self._column.setSpacing(8)
        self._column.addWidget(self._family)
        self._column.addWidget(self._source)

    def show_findings(self, at: int, findings: Sequence[Finding]) -> None:
        """Show these from the row `at` on."""
        for number, finding in enumerate(findings, at):
            if number == len(self._rows):
                row = FindingRow()
                self._column.insertWidget(number, row)
                self._rows.append(row)
            self._rows[number].show_finding(finding)
            self._rows[number].show()

    def finish(self, route: RouteAssessment, count: int) -> None:
        """Say what belongs to the whole route, and hide the rows that are too many."""
        for row in self._rows[count:]:
            row.hide()
        self._family.setText(family_words(route))
        self._source.setText(source_words(route))


class Routes(QScrollArea):
    """Every route of the zone as a card; the wheel and the focus scroll them."""

    toggled = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("routes")
        self.setProperty("kept", False)
        self.setAccessibleName(text("hukou_form", "落户途径"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setObjectName("scrolled")
        self._heading, self._note = _line("heading"), _line("hint")
        self._heading.setObjectName("zone")
        self._note.setObjectName("disclaimer")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._note)
        self._column.addStretch(1)
        self.setWidget(inside)
        self._cards: list[RouteCard] = []
        self._showing: Slices | None = None

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The buttons of the cards that are seen, in order."""
        return tuple(card.button for card in self._cards if not card.isHidden())

    def show_nothing(self, why: str) -> None:
        """Say what is waited for while there is nothing to show."""
        self._stop()
        self._heading.setText(why)
        self._note.hide()
        for card in self._cards:
            card.hide()

    def show_routes(self, found: HukouAssessment, is_open: Callable[[str], bool]) -> None:
        """Show these, a few cards a turn."""
        self._stop()
        self._heading.setText(zone_words(found))
        self._note.setText(sentence_text(found.note))
        self._note.show()
        for card in self._cards[len(found.routes) :]:
            card.hide()
        numbered = list(enumerate(found.routes))
        cards = [
            partial(self._show_cards, numbered[at : at + CARDS_A_TURN], is_open)
            for at in range(0, len(numbered), CARDS_A_TURN)
        ]
        self._showing = Slices(self, [*cards, partial(self._unfold, len(numbered))])

    def fold(self, code: str, is_open: bool) -> None:
        """Fold or unfold one."""
        for card in self._cards:
            if card.route is not None and card.route.route.code == code and not card.isHidden():
                later = Slices(self, card.show_route(card.route, is_open))
                later.built.connect(later.deleteLater)

    def see(self, widget: QWidget) -> None:
        """Scroll to a card."""
        self.ensureWidgetVisible(widget, 0, 24)

    def _show_cards(
        self, numbered: Sequence[tuple[int, RouteAssessment]], is_open: Callable[[str], bool]
    ) -> None:
        for number, route in numbered:
            if number == len(self._cards):
                made = RouteCard()
                made.toggled.connect(self.toggled)
                self._column.insertWidget(self._column.count() - 1, made)
                self._cards.append(made)
            card = self._cards[number]
            card.filling = card.show_route(route, is_open(route.route.code))  # after all cards are there
            card.show()

    def _unfold(self, count: int) -> None:
        steps = [step for card in self._cards[:count] for step in card.filling]
        self._showing = Slices(self, steps)

    def _stop(self) -> None:
        if self._showing is not None:
            self._showing.drop()
            self._showing.deleteLater()
            self._showing = None


def _line(role: str = "") -> QLabel:
    made = QLabel()
    made.setWordWrap(True)
    if role:
        made.setProperty("role", role)
    return made
