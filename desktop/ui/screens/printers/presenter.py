"""What the screen of the counter's printers knows: what is set, what is typed, what the queues offer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.code_words import label
from desktop.domain.codes import PaperKind
from desktop.domain.errors import BadInput, CounterError, FieldProblem
from desktop.domain.print_settings import PrintSetting, Sides, offset_words, read_offset
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.one_at_a_time import OneAtATime
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.printers.words import AS_QUEUE

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.paper_rows import PrinterRow
    from desktop.services.print_settings import QueueOffers
    from desktop.services.rows import Actor


class PrintersPresenter(OneAtATime):
    """Sets how this counter prints; what is typed holds when it is saved."""

    refill = Signal()
    """The fields show what holds for the kind looked at."""
    problems = Signal(object)
    """What is wrong with the fields (a tuple of FieldProblem); empty takes earlier ones back."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner) -> None:
        super().__init__(runner)
        self._settings, self._papers = counter.print_settings, counter.papers
        self._actor = actor
        self._reading, self._asking, self._offering = Latest(runner), Latest(runner), Latest(runner)
        self.counter_number = actor.counter_number
        self.rows: tuple[PrintSetting, ...] = ()
        self.at = 0
        self.printers: tuple[PrinterRow, ...] = ()
        self.printer_trouble: CounterError | None = None
        self.offers: QueueOffers | None = None
        self.typed: dict[str, str] = {}
        self.refresh()

    def title(self) -> str:
        """The screen's name."""
        return text("printers", "打印机设置")

    @property
    def row(self) -> PrintSetting | None:
        """What holds for the kind looked at."""
        return self.rows[self.at] if self.at < len(self.rows) else None

    @property
    def touched(self) -> bool:
        """Whether something is typed that does not hold yet."""
        return self.row is not None and bool(self.typed) and self.typed != values_of(self.row)

    @property
    def printer(self) -> str:
        """The queue chosen in the fields, or ""."""
        chosen = self.typed.get("printer", self.row.printer if self.row is not None else "")
        return "" if chosen == AS_QUEUE else chosen

    # -- what the clerk does ---------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the settings anew and ask for the printers."""
        self._reading.run(partial(self._settings.read, self._actor), self._show, self.fail)
        self._asking.run(self._papers.printers, self._heard, self._unheard, lane="printing", deadline=15)

    def look(self, row: PrintSetting | None) -> None:
        """Look at another kind; what was typed for the one before is dropped unless it was saved."""
        if row is None or row not in self.rows or self.rows.index(row) == self.at:
            return
        self.at = self.rows.index(row)
        self.discard()

    def discard(self) -> None:
        """Forget what was typed."""
        self.typed = {}
        self.problems.emit(())
        self.refill.emit()
        self._ask_offers()
        self.changed.emit()

    def type(self, values: Mapping[str, str]) -> None:
        """Take what stands in the fields; another printer has other trays."""
        before = self.printer
        self.typed = dict(values)
        if self.printer != before:
            self.typed["tray"] = self.typed["sides"] = AS_QUEUE
            self._ask_offers()
        self.changed.emit()

    def save(self) -> None:
        """Store what is typed for the kind looked at."""
        wanted = self._read()
        if wanted is not None and self.row is not None:
            self._do(partial(self._settings.change, self._actor, (wanted,), (self.row,)), self._saved)

    def save_for_sheets(self) -> None:
        """Store what is typed for every kind of paper; cards have a printer of their own."""
        one = self._read()
        if one is not None:
            seen = tuple(row for row in self.rows if row.kind is not PaperKind.PERMIT_CARD)
            wanted = tuple(replace(one, kind=row.kind) for row in seen)
            self._do(partial(self._settings.change, self._actor, wanted, seen), self._saved)

    def print_test_page(self) -> None:
        """Print the page to measure by as it is typed; that stores nothing."""
        wanted = self._read()
        if wanted is not None and wanted.printer:
            job = partial(self._settings.print_test_page, self._actor, wanted)
            self._do(job, partial(self._tested, wanted.printer), lane="printing")

    # -- inside ----------------------------------------------------------------------------------------
    def _read(self) -> PrintSetting | None:
        row = self.row
        if row is None or self.busy:
            return None
        values = self.typed or values_of(row)
        self.problems.emit(())
        try:
            return PrintSetting(
                row.kind,
                printer=self.printer,
                tray=_own(values["tray"]),
                sides=Sides(_own(values["sides"])),
                right=read_offset("right", values["right"], row.kind),
                down=read_offset("down", values["down"], row.kind),
            )
        except BadInput as error:
            self.problems.emit((FieldProblem(error.field, error.message),))
            return None

    def _failed(self, error: CounterError) -> None:
        self.busy = False
        self.changed.emit()
        if isinstance(error, BadInput):
            self.problems.emit((FieldProblem(error.field, error.message),))
        else:
            self.fail(error)

    def _saved(self, kinds: tuple[PaperKind, ...]) -> None:
        self.busy, self.typed = False, {}
        if len(kinds) == 1:
            words = text("printers", "已保存：{paper}。")
            self.notice.emit(words.format(paper=sentence_text(label(kinds[0]))))
        elif kinds:
            self.notice.emit(text("printers", "已保存{count}种单据。").format(count=len(kinds)))
        else:
            self.notice.emit(text("printers", "没有改动。"))
        self.refresh()

    def _tested(self, printer: str, _job: str) -> None:
        self.busy = False
        words = text("printers", "测试页已送到“{printer}”。照纸上说明量好，填入偏移后再打一张核对。")
        self.notice.emit(words.format(printer=printer))
        self.changed.emit()

    def _show(self, rows: tuple[PrintSetting, ...]) -> None:
        self.rows = rows
        if not self.touched:
            self.typed = {}
            self.refill.emit()
        self.changed.emit()
        self._ask_offers()

    def _heard(self, printers: tuple[PrinterRow, ...]) -> None:
        self.printers, self.printer_trouble = printers, None
        self.changed.emit()
        self._ask_offers()

    def _unheard(self, error: CounterError) -> None:
        self.printers, self.printer_trouble = (), error
        self.changed.emit()

    def _ask_offers(self) -> None:
        printer = self.printer
        if self.offers is not None and self.offers.printer == printer:
            return
        self.offers = None
        self._offering.forget()
        if printer and any(one.name == printer for one in self.printers):
            job = partial(self._settings.offers, printer)
            self._offering.run(job, self._offered, self._unoffered, lane="printing", deadline=15)

    def _offered(self, offers: QueueOffers) -> None:
        self.offers = offers
        self.changed.emit()

    def _unoffered(self, error: CounterError) -> None:
        self.printer_trouble = error
        self.changed.emit()


def values_of(setting: PrintSetting) -> dict[str, str]:
    """Give a setting as it stands in the fields."""
    return {
        "printer": setting.printer or AS_QUEUE,
        "tray": setting.tray or AS_QUEUE,
        "sides": setting.sides.value or AS_QUEUE,
        "right": offset_words(setting.right),
        "down": offset_words(setting.down),
    }


def _own(code: str) -> str:
    return "" if code == AS_QUEUE else code
