"""Which printer a paper goes to: the one chosen, else the last one for its kind, else the usual one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.errors import CounterError, EnvironmentTrouble, sentence
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.domain.codes import PaperKind
    from desktop.services.paper_rows import PrinterRow
    from desktop.ui.screens.papers.lines import Queues


class PrinterChoice:
    """The print queues as last heard of, and what the clerk chose for each kind of paper."""

    def __init__(self) -> None:
        self.printers: tuple[PrinterRow, ...] = ()
        self.trouble: CounterError | None = None
        self._remembered: dict[PaperKind, str] = {}
        self._chosen: dict[PaperKind, str] = {}

    def heard(self, queues: Queues) -> None:
        """Take the print system's answer."""
        self.printers, self._remembered = queues.printers, queues.remembered
        self.trouble = None
        if not self.printers:
            self.trouble = EnvironmentTrouble(
                sentence("papers", "这台电脑还没有设置打印机。可以先存为PDF，或请管理员添加打印机。")
            )

    def away(self, error: CounterError) -> None:
        """There is no print system."""
        self.printers, self.trouble = (), error

    def choose(self, kind: PaperKind, name: str) -> None:
        """Use this queue for this kind of paper."""
        self._chosen[kind] = name

    def for_kind(self, kind: PaperKind) -> str:
        """Give the queue for a kind of paper, or "" when there is none."""
        names = [queue.name for queue in self.printers]
        wished = [self._chosen.get(kind, ""), self._remembered.get(kind, "")]
        wished += [queue.name for queue in self.printers if queue.is_default]
        wished += [queue.name for queue in self.printers if queue.ready]
        return next((name for name in [*wished, *names] if name in names), "")


def queue_name(queue: PrinterRow) -> str:
    """Give a queue's name, and what keeps it from printing."""
    if queue.ready:
        return queue.name
    return text("papers", "{printer}（{state}）").format(printer=queue.name, state=queue.state)
