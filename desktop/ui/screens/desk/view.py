"""The desk's widgets: the day at a glance, and in its place what the one box found."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.errors import CounterError
from desktop.ui.kit.messages import tell
from desktop.ui.kit.shortcuts import action
from desktop.ui.kit.text import text
from desktop.ui.screens.desk.glance import GlanceView
from desktop.ui.screens.desk.presenter import DeskPresenter
from desktop.ui.screens.desk.results import Results


class DeskView(QWidget):
    """Shows the presenter's answer, or the day while nothing is asked."""

    def __init__(self, presenter: DeskPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._presenter = presenter
        # everywhere: the focus is mostly in the one box, which is not inside this view
        self._register = action(
            self,
            "register_residence",
            "F6",
            text("desk", "居住登记"),
            presenter.register_somebody,
            everywhere=True,
        )
        self._results = Results(presenter, self._register)
        self._glance = GlanceView(presenter, self._register)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._glance)
        self._pages.addWidget(self._results)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        presenter.found.connect(self._show_found)
        presenter.glanced.connect(self._glance.fill)
        presenter.listed.connect(self._offer_choice)
        presenter.failed.connect(self._tell)
        self._glance.fill()
        self._show_found()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves what was found for the day."""
        if event.key() == Qt.Key.Key_Escape and self._presenter.asked:
            self._presenter.clear()
            return
        super().keyPressEvent(event)

    def _show_found(self) -> None:
        offered = self._presenter.offer is not None
        self._register.setText(text("desk", "登记此人") if offered else text("desk", "居住登记"))
        self._results.fill()
        self._pages.setCurrentWidget(self._results if self._presenter.asked else self._glance)

    def _offer_choice(self) -> None:
        offered = self._presenter.offer is not None
        place = self._results.offer_button if offered else self._results.table
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, error: CounterError) -> None:
        tell(self, error)
