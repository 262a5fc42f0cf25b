"""What the screen of production knows: who waits, what is reserved here, what is ticked, sent and looked at."""

from __future__ import annotations

import uuid
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.blanks import read_serial
from desktop.domain.errors import BadInput, CounterError, FieldProblem
from desktop.ui.kit.at_server import AtServer
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.one_at_a_time import OneAtATime
from desktop.ui.kit.page_look import PageLook
from desktop.ui.kit.photo_desk import PhotoDesk
from desktop.ui.kit.text import text
from desktop.ui.screens.produce import said
from desktop.ui.screens.produce.going import Going
from desktop.ui.screens.produce.jobs import Sent, Standing, add_photo, each_of, leave_nothing, stand
from desktop.ui.screens.produce.printers import CardPrinters

if TYPE_CHECKING:
    from desktop.domain.changes import Change
    from desktop.services.counter import Counter
    from desktop.services.production_rows import ProductionDone, ReservedCard, WaitingCard
    from desktop.services.rows import Actor


class ProducePresenter(OneAtATime):
    """Reserves, prints, and takes down what became of each card: exactly the ticked ones are made.

    What is not told of stays reserved and is here again when the page is opened, also after a power cut.
    """

    settled = Signal()
    """What a sheet asked for is done."""
    reason_wrong = Signal(object)
    """The reason breaks its rule (a FieldProblem)."""

    scanned = Signal(str)
    """A card that is not reserved here was scanned."""
    trouble_of = Signal(object)
    """Lines about the cards that could not be taken down."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner) -> None:
        super().__init__(runner)
        self._counter, self._production, self._prints = counter, counter.production, counter.card_prints
        self._actor = actor
        self._stock_papers, self._standing_asked = counter.stock_papers, Latest(runner)
        self.card = PageLook(counter.papers.pixels, runner)
        self.picked: WaitingCard | None = None
        self.photo: PhotoDesk | None = None
        self.counter_number = actor.counter_number
        self.waiting: tuple[WaitingCard, ...] = ()
        self.reserved: tuple[ReservedCard, ...] = ()
        self.left = 0
        self.wanted: set[int] = set()
        self.came_out: set[str] = set()
        self.going = Going(counter, actor, runner)
        self.going.changed.connect(self.changed)
        self.looked_at: ReservedCard | None = None
        self.printers = CardPrinters(counter, actor, runner)
        self.printers.changed.connect(self.changed)
        self.read = False
        self.at_server = AtServer(self._reread, self)
        self._request: tuple[object, str] = (None, "")
        self.refresh()

    def title(self) -> str:
        """The screen's name."""
        return text("produce", "制证")

    # -- looking ---------------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read anew who waits and what is reserved, and ask for the printers."""
        self._reread()
        self.printers.ask()

    def changed_elsewhere(self, changes: tuple[Change, ...]) -> None:
        """Other counters granted or reserved: read anew who waits."""
        self._reread()

    def look(self, card: ReservedCard | None) -> None:
        """Show the card of a reserved blank."""
        if card is None or (self.looked_at is not None and card.serial == self.looked_at.serial):
            return
        self.looked_at = card
        self.changed.emit()
        self.card.show(partial(self._prints.pdf, card.serial))

    def pick(self, row: WaitingCard | None) -> None:
        """The cursor is on a case that waits."""
        self.picked = row
        self.changed.emit()

    @property
    def lacks_card(self) -> WaitingCard | None:
        """The case under the cursor, as long as no card is frozen for it: its photo may still be another."""
        row = self.picked
        return row if row is not None and not row.serial else None

    def scan(self, code: str) -> bool:
        """A card scanned that is reserved here is ticked; another one is asked about: was it no good?"""
        try:
            serial = str(read_serial("serial", code))
        except BadInput:
            return False
        for card in self.reserved:
            if card.serial == serial:
                self.came_out.add(serial)
                self.look(card)
                self.changed.emit()
                return True
        self.scanned.emit(serial)
        return True

    # -- ticking ---------------------------------------------------------------------------------------
    def tick_waiting(self, row: WaitingCard) -> None:
        """Choose a case to be made, or leave it out; what cannot be printed yet is not chosen."""
        if row.ready and not row.serial:
            self.wanted ^= {row.case_id}
            self.changed.emit()

    def tick_all(self) -> None:
        """Choose as many as there are blanks here, the most urgent first."""
        free = [row.case_id for row in self.waiting if row.ready and not row.serial]
        self.wanted = set(free[: self.left])
        self.changed.emit()

    def tick_card(self, row: ReservedCard) -> None:
        """Tick a card that came out right, or take the tick away."""
        self.came_out ^= {row.serial}
        self.changed.emit()

    @property
    def to_send(self) -> tuple[str, ...]:
        """The reserved cards that neither went to the printer nor are said to have come out."""
        return self.going.to_send(self.reserved, self.came_out)

    @property
    def doubtful(self) -> int:
        """How many of those to send may have been printed before the page was opened."""
        return len(self.going.earlier.intersection(self.to_send))

    # -- doing -----------------------------------------------------------------------------------------
    def reserve(self) -> None:
        """Reserve a blank for each chosen case."""
        chosen = tuple(row.case_id for row in self.waiting if row.case_id in self.wanted)
        if chosen:
            job = partial(self._production.reserve, self._actor, self._key("reserve", chosen), chosen)
            self._do(job, self._reserved)

    def print(self) -> None:
        """Send the cards that were not sent yet, one after another; what stops one stops the rest."""
        self._send(self.to_send)

    def print_again(self) -> None:
        """Send the card looked at once more."""
        self._send((self.looked_at.serial,) if self.looked_at is not None else ())

    def cancel_print(self) -> None:
        """Take back the job of the card looked at."""
        card = self.looked_at
        if card is not None and self.going.running(card.serial):
            job = partial(self._prints.jobs.cancel_card, self._actor, card.serial)
            self._do(job, partial(self._cancelled, card.serial), lane="printing")

    def save(self, folder: str) -> None:
        """Write the cards that were not sent yet into a folder."""
        if folder and self.to_send:
            save = partial(self._prints.save, self._actor, folder=Path(folder))
            self._do(partial(each_of, self.to_send, save), self._went, lane="printing")

    def made(self) -> None:
        """Take down that exactly the ticked cards came out right."""
        serials = tuple(card.serial for card in self.reserved if card.serial in self.came_out)
        if serials:
            job = partial(self._production.printed, self._actor, self._key("made", serials), serials)
            self._do(job, self._made)

    def spoil(self, reason: str) -> None:
        """The card looked at is no good: its blank is written off, its case waits again."""
        if self.looked_at is not None:
            self.spoil_made(self.looked_at.serial, reason)

    def spoil_made(self, serial: str, reason: str) -> None:
        """A card that was made and lies ready is no good: its blank is written off, its case waits again."""
        request = self._key("spoil", (serial, reason))
        self._do(partial(self._production.spoiled, self._actor, request, serial, reason), self._gone)

    def release(self) -> None:
        """Nothing was printed on the blank looked at: it lies at the counter again."""
        if self.looked_at is not None:
            serial = self.looked_at.serial
            request = self._key("release", serial)
            self._do(partial(self._production.released, self._actor, request, serial), self._gone)

    def make_sheet(self) -> None:
        """Make out the sheet of what is reserved here, and see it."""
        serials = tuple(card.serial for card in self.reserved)
        if serials:
            job = partial(self._stock_papers.production_sheet, self._actor, serials, self.printers.chosen)
            self._do(job, self._sheet_made)

    def open_photo(self) -> PhotoDesk:
        """Begin with a photo for the case under the cursor."""
        self.photo = PhotoDesk(self._runner)
        return self.photo

    def add_photo(self, case_id: int) -> None:
        """Store the photo as it is framed now."""
        if self.photo is not None:
            give = self.photo.to_hand_in()
            self._do(partial(add_photo, self._production, self._actor, case_id, give), self._photo_added)

    # -- answers ---------------------------------------------------------------------------------------
    def _key(self, *deed: object) -> str:
        """One request a deed: tried again unchanged, it is the same one."""
        if self._request[0] != deed:
            self._request = (deed, str(uuid.uuid4()))
        return self._request[1]

    def _send(self, serials: tuple[str, ...]) -> None:
        if self.printers.chosen and serials:
            send = partial(self._prints.send, self._actor, printer=self.printers.chosen)
            self._do(partial(each_of, serials, send), self._went, lane="printing")

    def _failed(self, error: CounterError) -> None:
        self.busy = False
        self._reread()
        if isinstance(error, BadInput):
            self.reason_wrong.emit(FieldProblem(error.field, error.message))
        else:
            self.fail(error)

    def _done(self) -> None:
        self.busy, self._request = False, (None, "")
        self._reread()

    def _reserved(self, cards: tuple[ReservedCard, ...]) -> None:
        self.wanted.clear()
        self.notice.emit(said.reserved(len(cards)))
        self._done()

    def _went(self, sent: Sent) -> None:
        self.going.went(sent.serials)
        if sent.serials:
            self.notice.emit(said.went(len(sent.serials)))
        self._done()
        if sent.error is not None:
            self.fail(sent.error)

    def _cancelled(self, serial: str, unprinted: bool) -> None:
        if unprinted:
            self.going.gone(serial)
        self.notice.emit(said.cancelled(serial, unprinted))
        self._done()

    def _made(self, done: ProductionDone) -> None:
        self.came_out.clear()
        self.notice.emit(said.made(done))
        made = tuple(card.serial for card in done.produced)
        leave_nothing(self._runner, self._prints, self._actor, made)
        self._done()
        if done.problems:
            self.trouble_of.emit(said.problems(done))

    def _gone(self, card: ReservedCard) -> None:
        self.came_out.discard(card.serial)
        self.going.gone(card.serial)
        self.settled.emit()
        self.notice.emit(said.gone(card))
        leave_nothing(self._runner, self._prints, self._actor, (card.serial,))
        self._done()

    def _sheet_made(self, paper_id: int) -> None:
        self._done()
        self.paper.emit(paper_id)

    def _photo_added(self, _nothing: None) -> None:
        self.photo = None
        self.settled.emit()
        self.notice.emit(text("produce", "相片已存入。"))
        self._done()

    def _reread(self) -> None:
        self._standing_asked.run(
            partial(stand, self._counter, self.counter_number), self._show, self._not_read
        )

    def _not_read(self, error: CounterError) -> None:
        self.at_server.failed(error)
        self.changed.emit()
        self.fail(error)

    def _show(self, standing: Standing) -> None:
        self.at_server.read()
        self.waiting, self.reserved, self.left = standing
        serials = {card.serial for card in self.reserved}
        if self.picked is not None:
            at_cursor = self.picked.case_id
            self.picked = next((row for row in self.waiting if row.case_id == at_cursor), None)
        self.wanted &= {row.case_id for row in self.waiting if not row.serial}
        self.came_out &= serials
        if not self.read:
            self.going.earlier = set(serials)  # without a job nobody knows whether these were printed
        self.read = True
        self.going.follow(tuple(serials))
        at = self.looked_at
        if at is not None and at.serial not in serials:
            self.looked_at = None
            self.card.show(None)
        self.changed.emit()
        if self.looked_at is None and self.reserved:
            self.look(self.reserved[0])
