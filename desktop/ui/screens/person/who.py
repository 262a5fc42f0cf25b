"""Who it is and where they live now: the two cards at the top of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind
from desktop.domain.masking import mask_address
from desktop.domain.permit_life import LIVE, STATE_WORDS
from desktop.ui.kit.cards import plain
from desktop.ui.kit.chips import chip, set_chip
from desktop.ui.kit.shortcuts import ActionButton
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.person.facts import Facts
from desktop.ui.screens.person.presenter import PersonPresenter
from desktop.ui.screens.person.words import person_facts, registration_facts

if TYPE_CHECKING:
    from desktop.services.rows import PersonPage


class WhoCard(QFrame):
    """The name large, the masked number with the key that shows it whole, and the facts."""

    def __init__(self, presenter: PersonPresenter, show_number: QAction) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._presenter, self._show_number = presenter, show_number
        self._name, self._registered, self._permit = plain("title"), chip(), chip()
        self._name.setObjectName("person_name")
        self._kind, self._number = plain("muted"), plain("number")
        self._number.setObjectName("person_number")
        for each in (self._kind, self._number):
            each.setWordWrap(False)
        self._facts = Facts()
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self._name, 1)
        for each in (self._registered, self._permit):
            first.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
        second = QHBoxLayout()
        second.setSpacing(12)
        second.addWidget(self._kind)
        second.addWidget(self._number)
        second.addWidget(ActionButton(show_number, "quiet"))
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(10)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self._facts)

    def fill(self, page: PersonPage) -> None:
        """Show this person."""
        self._name.setText(page.person.name)
        self._kind.setText(sentence_text(label(page.person.id_kind)))
        here = any(row.until is None for row in page.registrations)
        if here:
            set_chip(self._registered, text("person", "已登记"), "good")
        elif page.registrations:
            set_chip(self._registered, text("person", "登记已终止"), "quiet")
        else:
            set_chip(self._registered, text("person", "未登记"), "quiet")
        newest = next((case for case in page.cases if case.kind is CaseKind.PERMIT_APPLICATION), None)
        permit = ""
        if page.permits:
            held = next((each for each in page.permits if each.state in LIVE), page.permits[0])
            state = sentence_text(STATE_WORDS[held.state])
            permit = text("person", "居住证：{state}").format(state=state)
        elif newest is not None:
            permit = text("person", "居住证：{state}").format(state=sentence_text(label(newest.state)))
        set_chip(self._permit, permit)
        self._facts.show_facts(person_facts(page))
        self.show_number()

    def show_number(self) -> None:
        """Show the number as it may be seen now."""
        shown = self._presenter.number_shown
        self._number.setText(self._presenter.number())
        self._show_number.setText(text("person", "隐藏号码") if shown else text("person", "显示完整号码"))


class HomeCard(QFrame):
    """Where somebody is registered now, since when, and whether it was reported late."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._late = chip()
        self._address, self._none = plain("heading"), plain("muted")
        self._address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts = Facts()
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(plain("label", text("person", "现居住地址")), 1)
        top.addWidget(self._late)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(8)
        column.addLayout(top)
        for each in (self._address, self._none, self._facts):
            column.addWidget(each)

    def fill(self, page: PersonPage) -> None:
        """Show the registration that lasts, or when the last one ended."""
        here = next((row for row in page.registrations if row.until is None), None)
        late = ""
        if here is not None and here.late_days:
            late = text("person", "逾期 {days} 个工作日申报").format(days=here.late_days)
        set_chip(self._late, late, "warning")
        self._address.setText(mask_address(here.written_address) if here is not None else "")
        self._address.setHidden(here is None)
        self._facts.setHidden(here is None)
        self._none.setHidden(here is not None)
        if here is not None:
            self._facts.show_facts(registration_facts(here))
        elif page.registrations:
            last = page.registrations[0]
            self._none.setText(
                text("person", "现在没有居住登记。上一次登记于 {until} 终止：{address}").format(
                    until=last.until, address=mask_address(last.written_address)
                )
            )
        else:
            self._none.setText(text("person", "还没有居住登记。"))
