"""The card printers there are, and the one chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import CounterError
from desktop.ui.kit.background import Runner

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.rows import PrinterRow


class CardPrinters(QObject):
    """Asks for the queues; keeps the one chosen while there is one of its name."""

    changed = Signal()
    """Queues, choice or trouble are other ones."""

    def __init__(self, counter: Counter, runner: Runner) -> None:
        super().__init__()
        self._papers, self._runner = counter.papers, runner
        self.all: tuple[PrinterRow, ...] = ()
        self.chosen = ""
        self.trouble: CounterError | None = None

    def ask(self) -> None:
        """Ask for the queues anew."""
        self._runner.run(self._papers.printers, self._heard, self._unheard, lane="printing", deadline=15)

    def choose(self, name: str) -> None:
        """Print on this queue."""
        self.chosen = name
        self.changed.emit()

    def _heard(self, printers: tuple[PrinterRow, ...]) -> None:
        self.all, self.trouble = printers, None
        names = [each.name for each in printers]
        if self.chosen not in names:
            usual = [each.name for each in printers if each.is_default]
            self.chosen = next(iter([*usual, *names]), "")
        self.changed.emit()

    def _unheard(self, error: CounterError) -> None:
        self.all, self.chosen, self.trouble = (), "", error
        self.changed.emit()
