"""The line that says what stands in the way, with the button that leads on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.kit.messages import Strip
from desktop.ui.kit.shortcuts import ActionButton, action, set_possible
from desktop.ui.kit.text import text
from desktop.ui.screens.application.presenter import ApplicationPresenter


class ObstacleRow(QWidget):
    """Hidden while nothing stands in the way; the ways on are actions of the `screen`."""

    def __init__(self, screen: QWidget, presenter: ApplicationPresenter) -> None:
        super().__init__(screen)
        self._presenter = presenter
        self._strip = Strip("obstacle", self, closable=False)
        self._ways = {
            name: action(screen, name, key, words, lead)
            for name, key, words, lead in (
                ("register_residence", "F6", text("application", "办理居住登记"), self._register),
                ("resume_application", "F10", text("application", "继续办理那一件"), self._resume),
                ("open_case", "F11", text("application", "打开办件"), self._open_case),
            )
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._strip, 1)
        self._buttons = {name: ActionButton(each, "primary", self) for name, each in self._ways.items()}
        for button in self._buttons.values():
            button.hide()
            row.addWidget(button)
        self.hide()

    def follow(self) -> None:
        """Show what the presenter found; where nothing else can be done, the way on has the focus."""
        obstacle = self._presenter.obstacle
        self._strip.say(obstacle.words() if obstacle else "", "warning")
        for name, each in self._ways.items():
            leads = obstacle is not None and obstacle.way_on == name
            set_possible(each, leads)
            self._buttons[name].setVisible(leads)
        appears = obstacle is not None and self.isHidden()
        self.setVisible(obstacle is not None)
        if obstacle is not None and obstacle.stops and appears:
            self._buttons[obstacle.way_on].setFocus(Qt.FocusReason.OtherFocusReason)

    def _register(self) -> None:
        self._presenter.register.emit(self._presenter.state.person_id)

    def _resume(self) -> None:
        if self._presenter.obstacle is not None:
            self._presenter.resume.emit(self._presenter.obstacle.case_id)

    def _open_case(self) -> None:
        if self._presenter.obstacle is not None:
            self._presenter.open_case.emit(self._presenter.obstacle.case_id)
