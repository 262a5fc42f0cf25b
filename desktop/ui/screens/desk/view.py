"""The desk's widgets: the day at a glance, and in its place what the one box found."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.errors import CounterError
from desktop.ui.kit.messages import tell
from desktop.ui.kit.shortcuts import action
from desktop.ui.kit.stages import Stages
from desktop.ui.kit.text import text
from desktop.ui.screens.desk.glance import GlanceView
from desktop.ui.screens.desk.presenter import DeskPresenter
from desktop.ui.screens.desk.results import Results


class DeskView(QWidget):
    """Shows the presenter's answer, or the day while nothing is asked."""

    def __init__(self, presenter: DeskPresenter) -> None:
        super().__init__()
        self.setObjectName("page")
        self.presenter = presenter
        # everywhere: the focus is mostly in the one box, which is not inside this view
        self._register = action(
            self,
            "register_residence",
            "F6",
            text("desk", "居住登记"),
            presenter.register_somebody,
            everywhere=True,
        )
        self._results: Results | None = None
        self._pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        presenter.found.connect(self._show_found)
        presenter.glanced.connect(self._show_day)
        presenter.listed.connect(self._offer_choice)
        presenter.failed.connect(self._tell)
        self._glance = GlanceView(presenter, self._register)
        self._pages.addWidget(self._glance)
        Stages(self, [*self._glance.builders(), self._build_results, self._place_results, self._show_found])

    def _build_results(self) -> None:
        self._unplaced = Results(self.presenter, self._register)

    def _place_results(self) -> None:
        """In a turn of its own, for all of it is dressed then; before it is wanted, or the first search would wait."""
        self._results = self._unplaced
        self._pages.addWidget(self._results)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves what was found for the day."""
        if event.key() == Qt.Key.Key_Escape and self.presenter.asked:
            self.presenter.clear()
            return
        super().keyPressEvent(event)

    def _show_day(self) -> None:
        self._glance.fill()

    def _show_found(self) -> None:
        offered = self.presenter.offer is not None
        self._register.setText(text("desk", "登记此人") if offered else text("desk", "居住登记"))
        if self._results is None:
            return
        self._results.fill()
        self.setProperty("begins_at", self._beginning())
        self._pages.setCurrentWidget(self._results if self.presenter.asked else self._glance)

    def _beginning(self) -> str:
        """Where the cursor belongs when the clerk comes back."""
        answer = self.presenter.answer
        if answer is None:
            return "cases"
        return "results" if answer.hits else "register_this_person" if self.presenter.offer else "open_found"

    def _offer_choice(self) -> None:
        if self._results is not None:
            offered = self.presenter.offer is not None
            place: QWidget = self._results.offer_button if offered else self._results.table
            place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, error: CounterError) -> None:
        tell(self, error)
