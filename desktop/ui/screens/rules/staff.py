"""How many people look after so many newcomers, counted while the number is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.ui.kit.fields import NumberField
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.rules.detail import Lines, words_of
from desktop.ui.screens.rules.words import clause_words

if TYPE_CHECKING:
    from desktop.domain.rule import Finding
    from desktop.ui.screens.rules.presenter import RulesPresenter

MOST_DIGITS = 7


class StaffCard(QFrame):
    """A card about auxiliaries and managers."""

    def __init__(self, presenter: RulesPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("staffing")
        self.setProperty("role", "card")
        self._presenter = presenter
        title = words_of(self, "heading", "staffing_title")
        title.setText(text("rules", "人员配备测算"))
        self.residents = NumberField(
            "residents",
            text("rules", "流动人口（人）"),
            text("rules", "一个社区（村）、企业或者用工单位的人数"),
            most=MOST_DIGITS,
        )
        self.residents.edited.connect(self._count)
        self._words = words_of(self, "number", "staff_words")
        self._print = action(
            self,
            "print_staffing_sheet",
            "F7",
            text("rules", "打印测算表"),
            presenter.print_staff,
            waits=True,
        )
        self._button = ActionButton(self._print)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(4)
        for widget in (title, self.residents, self._words):
            column.addWidget(widget)
        reasons = QVBoxLayout()
        reasons.setSpacing(2)
        column.addLayout(reasons)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self._reasons = Lines(self, reasons)
        presenter.staffed.connect(self.show_staff)
        self.show_staff()

    def show_staff(self) -> None:
        """Show what the presenter has counted; hidden where the rules name no staff."""
        it = self._presenter
        self.setVisible(it.rules is not None and it.rules.names_staff)
        if self.residents.value() != it.residents:
            self.residents.set_value(it.residents)
        self.residents.show_problem(sentence_text(it.staff_problem) if it.staff_problem is not None else "")
        self._words.setText(sentence_text(it.staff.words) if it.staff is not None else "")
        self._words.setVisible(it.staff is not None)
        self._button.setVisible(it.staff is not None)
        why = text("rules", "正在出具。") if it.making else text("rules", "先填流动人口数量。")
        set_possible(self._print, it.staff is not None and not it.making, why)
        found = it.staff.findings if it.staff is not None else ()
        self._reasons.show([line for each in found for line in _lines(each)])

    def _count(self) -> None:
        self._presenter.count_staff(self.residents.value())


def _lines(finding: Finding) -> list[tuple[str, str, str]]:
    said = sentence_text(finding.fact)
    if finding.change is not None:
        said += sentence_text(finding.change)
    return [("", "staff_fact", said), ("hint", "staff_basis", clause_words(finding))]
