"""Under the list of reserved blanks: where the job of the card looked at is, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.kit.messages import Strip
from desktop.ui.kit.shortcuts import ActionButton

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from desktop.ui.screens.produce.presenter import ProducePresenter


class CardJob(QWidget):
    """Seen only while the card looked at has a job."""

    def __init__(self, presenter: ProducePresenter, cancel: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card_job")
        self._presenter = presenter
        self._said = Strip("card_job_state", self, closable=False)
        self._button = ActionButton(cancel, "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._said, 1)
        row.addWidget(self._button)
        self.follow()

    def follow(self) -> None:
        """Show how it stands now."""
        it = self._presenter
        serial = it.looked_at.serial if it.looked_at is not None else ""
        row = it.going.rows.get(serial)
        self.setHidden(row is None)
        self._said.say(it.going.words(serial), "warning" if row is not None and row.alerts else "info")
        self._button.setHidden(not it.going.running(serial))
