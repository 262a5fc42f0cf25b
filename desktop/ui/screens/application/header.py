"""Who applies: name, masked number, where registered, and whether half a year has passed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from desktop.domain.code_words import label
from desktop.domain.rule import Finding
from desktop.domain.times import age_on
from desktop.ui.kit.case_words import grouped
from desktop.ui.kit.chips import chip
from desktop.ui.kit.findings import mark
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.rows import PersonPage, RegistrationRow


class Header(QFrame):
    """The applicant in two lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("applicant")
        self.setProperty("role", "card")
        self._name, self._number, self._about = QLabel(" "), QLabel(), QLabel()
        self._name.setProperty("role", "title")
        self._number.setProperty("role", "number")
        self._about.setProperty("role", "muted")
        self._resumes = chip("warning")
        self._home, self._fact, self._mark = QLabel(), QLabel(), chip()
        self._home.setWordWrap(True)
        self._fact.setWordWrap(True)
        top = QHBoxLayout()
        top.setSpacing(14)
        for part in (self._name, self._number, self._about):
            top.addWidget(part, 0, Qt.AlignmentFlag.AlignBaseline)
        top.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._fact, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._resumes, 0, Qt.AlignmentFlag.AlignLeft)  # too long to stand beside the name
        column.addWidget(self._home)
        column.addLayout(below)
        for each in (self._resumes, self._mark, self._fact):
            each.hide()

    def show_person(self, page: PersonPage, resumes: int | None) -> None:
        """Show who applies, and the case that is being resumed."""
        person = page.person
        self._name.setText(person.name)
        self._number.setText(person.masked_id_number)
        about = [sentence_text(label(person.id_kind)), sentence_text(label(person.sex))]
        if person.birth_date is not None:
            about.append(text("application", "{age}周岁").format(age=age_on(person.birth_date, page.today)))
        self._about.setText("　".join(about))
        self._home.setText(_home(next((row for row in page.registrations if row.until is None), None)))
        case = next((case for case in page.cases if case.case_id == resumes), None)
        if case is not None:
            self._resumes.setText(
                text("application", "补齐材料：{number}").format(number=grouped(case.case_number))
            )
        self._resumes.setVisible(case is not None)

    def show_half_a_year(self, findings: Sequence[Finding]) -> None:
        """Show when half a year of registration is reached."""
        found = next((one for one in findings if one.code == "months_registered"), None)
        self._mark.setVisible(found is not None)
        self._fact.setVisible(found is not None)
        if found is not None:
            mark(self._mark, found.met)
            self._fact.setText(sentence_text(found.fact))


def _home(here: RegistrationRow | None) -> str:
    if here is None:
        return text("application", "现在没有有效的居住登记")
    return text("application", "现居住登记：{address}（{day}登记）").format(
        address=here.written_address, day=here.registered_on.isoformat()
    )
