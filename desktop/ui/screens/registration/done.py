"""After a registration is stored: its number, and what usually comes next, each with its key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.icons import Icon
from desktop.ui.kit.case_words import grouped
from desktop.ui.kit.flow import FlowRow
from desktop.ui.kit.shortcuts import ActionButton, action
from desktop.ui.kit.text import text
from desktop.ui.screens.registration.presenter import RegistrationPresenter


class DonePage(QWidget):
    """Shown in place of the form once the case is stored."""

    def __init__(self, presenter: RegistrationPresenter) -> None:
        super().__init__()
        self.setObjectName("done")
        self._presenter = presenter
        card = QFrame()
        card.setProperty("role", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(24, 20, 24, 20)
        inner.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(10)
        mark = Icon("good")
        self._title = self._label("title")
        head.addWidget(mark)
        head.addWidget(self._title, 1)
        inner.addLayout(head)
        self._number = self._label("number")
        self._number.setObjectName("case_number")
        self._address, self._before = self._label(""), self._label("muted")
        for each in (self._number, self._address, self._before):
            inner.addWidget(each)
        inner.addSpacing(8)
        again = action(self, "print_paper", "Ctrl+P", text("registration", "打印凭证"), presenter.show_papers)
        household = action(
            self, "next_of_household", "F6", text("registration", "同户下一人"), presenter.next_of_household
        )
        other = action(
            self, "next_registration", "Ctrl+N", text("registration", "新的登记"), presenter.restart
        )
        person = action(self, "open_person", "Ctrl+O", text("registration", "此人页面"), self._open_person)
        row = FlowRow(10)
        self.first = ActionButton(again, "primary")
        for button in (
            self.first,
            ActionButton(household),
            ActionButton(other),
            ActionButton(person),
        ):
            row.addWidget(button)
        inner.addLayout(row)
        hint = self._label("hint")
        hint.setText(text("registration", "“同户下一人”沿用住址、住所、房主和到达日期。"))
        inner.addWidget(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        presenter.accepted.connect(self._show)
        self._show()

    def _show(self) -> None:
        done = self._presenter.done
        if done is None:
            return
        self._title.setText(text("registration", "{name}的居住登记已办结").format(name=done.case.person_name))
        self._number.setText(
            text("registration", "受理号 {number}").format(number=grouped(done.case.case_number))
        )
        self._address.setText(done.registration.written_address)
        before = done.moved_from
        self._before.setText(
            text("registration", "原登记今日结束：{address}").format(address=before.written_address)
            if before
            else ""
        )
        self._before.setVisible(before is not None)

    def _open_person(self) -> None:
        if self._presenter.done is not None:
            self._presenter.open_person.emit(self._presenter.done.case.person_id)

    def _label(self, role: str) -> QLabel:
        made = QLabel(self)
        made.setWordWrap(True)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if role:
            made.setProperty("role", role)
        return made
