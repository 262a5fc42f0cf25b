"""The keys of the registration form, and the rows of buttons that show them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.kit.flow import FlowRow
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.text import text
from desktop.ui.screens.registration.presenter import RegistrationPresenter
from desktop.ui.screens.registration.sheet import MOST_MINORS, RARE


class Deeds(NamedTuple):
    """What the keys do."""

    hand_in: Callable[[], object]
    same_address: Callable[[], object]
    previous_addresses: Callable[[], object]
    add_minor: Callable[[], object]
    remove_minor: Callable[[], object]
    more_fields: Callable[[], object]
    choose_move: Callable[[], object]
    correct_person: Callable[[], object]


class KeyRow(QHBoxLayout):
    """Below the form: its lesser keys, and the button that hands it in."""

    def __init__(self, page: QWidget, do: Deeds) -> None:
        super().__init__()
        self.setSpacing(16)
        self._hand_in = action(
            page, "register_residence", "Ctrl+Return", text("registration", "办理登记"), do.hand_in
        )
        same = action(page, "same_address", "F7", text("registration", "同上一人住址"), do.same_address)
        self._previous = action(
            page, "previous_addresses", "F8", text("registration", "以往住址"), do.previous_addresses
        )
        self._add = action(page, "add_minor", "F10", text("registration", "随行未成年人"), do.add_minor)
        self._remove = action(
            page, "remove_minor", "Ctrl+D", text("registration", "减少一名未成年人"), do.remove_minor
        )
        self._more = action(page, "more_fields", "F11", text("registration", "更多项目"), do.more_fields)
        self._move = action(
            page, "choose_move", "Ctrl+M", text("registration", "变更到新住址"), do.choose_move
        )
        self._correct = action(
            page,
            "correct_person",
            "Ctrl+R",
            text("registration", "更正身份内容"),
            do.correct_person,
            waits=True,
        )
        lesser = FlowRow(4)
        self._remove_button = ActionButton(self._remove, "quiet")
        quiet = [ActionButton(each, "quiet") for each in (same, self._previous, self._add, self._more)]
        self._correct_button = ActionButton(self._correct, "quiet")
        for button in (*quiet, self._correct_button, self._remove_button):
            lesser.addWidget(button)
        for button in (self._remove_button, self._correct_button):
            button.hide()
        self.button = ActionButton(self._hand_in, "primary")
        self.buttons = (self.button, *quiet, self._correct_button, self._remove_button)
        self._cramped = False
        self.addLayout(lesser, 1)
        self.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)

    def be_cramped(self, cramped: bool) -> None:
        """Leave the room to the form: the lesser keys work, and F1 tells them, but they have no buttons."""
        self._cramped = cramped
        for button in self.buttons[1:-2]:
            button.setVisible(not cramped)
        for button, each in self._at_times():
            button.setVisible(each.isEnabled() and not cramped)

    def follow(self, presenter: RegistrationPresenter) -> None:
        """Enable what is possible now, and say why the rest is not."""
        known, values = presenter.identity.known, presenter.sheet.values
        set_possible(self._hand_in, not presenter.busy, text("registration", "正在保存，请稍候"))
        set_possible(
            self._previous,
            bool(known and known.registrations),
            text("registration", "此人没有以往登记的住址"),
        )
        set_possible(
            self._move, presenter.identity.current is not None, text("registration", "此人现在没有居住登记")
        )
        set_possible(
            self._add,
            presenter.minors < MOST_MINORS,
            text("registration", "最多登记{most}名随行未成年人").format(most=MOST_MINORS),
        )
        set_possible(self._remove, presenter.minors > 0, text("registration", "没有随行未成年人"))
        somebody = known is not None and known.person is not None
        set_possible(self._correct, somebody, text("registration", "此人还没有登记过，直接填写即可"))
        for button, each in self._at_times():
            button.setVisible(each.isEnabled() and not self._cramped)
        filled = sum(1 for name in RARE if values.get(name))
        self._more.setText(_more(presenter.more, filled))

    def _at_times(self) -> tuple[tuple[ActionButton, QAction], ...]:
        """The buttons that are seen only when they can be used."""
        return ((self._correct_button, self._correct), (self._remove_button, self._remove))


def _more(shown: bool, filled: int) -> str:
    if shown:
        return text("registration", "收起次要项目")
    if filled:
        return text("registration", "更多项目（已填{count}项）").format(count=filled)
    return text("registration", "更多项目")
