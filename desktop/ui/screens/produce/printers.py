"""The card printers there are, and the one chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.codes import PaperKind
from desktop.domain.errors import CounterError
from desktop.ui.kit.background import Runner

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.paper_rows import PrinterRow
    from desktop.services.rows import Actor


class CardPrinters(QObject):
    """Asks for the queues; keeps the one chosen while there is one of its name, at first the one set for cards."""

    changed = Signal()
    """Queues, choice or trouble are other ones."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner) -> None:
        super().__init__()
        self._papers, self._actor, self._runner = counter.papers, actor, runner
        self.all: tuple[PrinterRow, ...] = ()
        self.chosen = ""
        self.trouble: CounterError | None = None

    def ask(self) -> None:
        """Ask for the queues anew."""
        self._runner.run(self._look, self._heard, self._unheard, lane="printing", deadline=15)

    def choose(self, name: str) -> None:
        """Print on this queue."""
        self.chosen = name
        self.changed.emit()

    def _look(self) -> tuple[tuple[PrinterRow, ...], str]:
        return self._papers.printers(), self._papers.last_printer(self._actor, PaperKind.PERMIT_CARD)

    def _heard(self, told: tuple[tuple[PrinterRow, ...], str]) -> None:
        printers, own = told
        self.all, self.trouble = printers, None
        names = [each.name for each in printers]
        if self.chosen not in names:
            usual = [each.name for each in printers if each.is_default]
            set_for_cards = [own] if own in names else []
            self.chosen = next(iter([*set_for_cards, *usual, *names]), "")
        self.changed.emit()

    def _unheard(self, error: CounterError) -> None:
        self.all, self.chosen, self.trouble = (), "", error
        self.changed.emit()
