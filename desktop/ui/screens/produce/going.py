"""The cards on their way: which left in this session, which may have left before, and where their jobs are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.errors import CounterError
from desktop.services.print_jobs import JobStanding
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.print_jobs import JobRow
    from desktop.services.production_rows import ReservedCard
    from desktop.services.rows import Actor

EVERY = 2000
"""Milliseconds from one answer to the next question."""


class Going(QObject):
    """Asks how the jobs of the reserved cards stand, as long as one of them is still to come."""

    changed = Signal()
    """A job stands otherwise."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner) -> None:
        super().__init__()
        self._jobs, self._actor = counter.card_prints.jobs, actor
        self._asked = Latest(runner)
        self._serials: tuple[str, ...] = ()
        self.rows: dict[str, JobRow] = {}
        self.sent: set[str] = set()
        self.earlier: set[str] = set()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(EVERY)
        self._again.timeout.connect(self._ask)

    def follow(self, serials: Sequence[str]) -> None:
        """Follow the cards of these blanks; asked for at once."""
        self._serials = tuple(serials)
        self.rows = {serial: row for serial, row in self.rows.items() if serial in self._serials}
        self._again.stop()
        self._asked.forget()
        if self._serials:
            self._ask()

    def went(self, serials: Iterable[str]) -> None:
        """These left for the printer, or were saved."""
        self.sent.update(serials)

    def gone(self, serial: str) -> None:
        """This one is no longer on its way."""
        self.sent.discard(serial)
        self.earlier.discard(serial)
        self.rows.pop(serial, None)

    def to_send(self, reserved: Sequence[ReservedCard], came_out: set[str]) -> tuple[str, ...]:
        """Return the reserved cards that neither went to a printer nor are said to have come out."""
        gone = self.sent | came_out | self.rows.keys()
        return tuple(card.serial for card in reserved if card.serial not in gone)

    def running(self, serial: str) -> bool:
        """Tell whether a card has a job that may be taken back."""
        row = self.rows.get(serial)
        return row is not None and row.running

    def short_words(self, serial: str) -> str:
        """Say in a word or two where a card is."""
        row = self.rows.get(serial)
        if row is not None:
            return _short(row.standing)
        if serial in self.sent:
            return text("produce", "已送出")
        return text("produce", "待核对") if serial in self.earlier else text("produce", "未送出")

    def words(self, serial: str) -> str:
        """Say where a card's job is and what its printer complains of; "" where there is none."""
        row = self.rows.get(serial)
        if row is None:
            return ""
        said = sentence_text(row.words)
        alerts = text("produce", "、").join(sentence_text(one) for one in row.alerts)
        return text("produce", "{state}（{alerts}）").format(state=said, alerts=alerts) if alerts else said

    def _ask(self) -> None:
        job = partial(self._jobs.look_at_cards, self._actor, self._serials)
        self._asked.run(job, self._told, self._untold, lane="printing", deadline=15)

    def _told(self, rows: dict[str, JobRow]) -> None:
        was, self.rows = self.rows, rows
        if any(row.running for row in rows.values()):
            self._again.start()
        if rows != was:
            self.changed.emit()

    def _untold(self, _error: CounterError) -> None:
        self._again.start()  # what the look itself cannot tell is asked again


def _short(standing: JobStanding) -> str:
    return {
        JobStanding.WAITING: text("produce", "排队中"),
        JobStanding.HELD: text("produce", "被挂起"),
        JobStanding.PRINTING: text("produce", "正在打印"),
        JobStanding.STOPPED: text("produce", "打印机停用"),
        JobStanding.AWAY: text("produce", "无应答"),
    }.get(standing, text("produce", "待核对"))
