"""Cards on their way to the card printer: drawn from what was frozen with the blank, sent one by one, or saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.codes import PaperKind
from desktop.domain.rights import Right
from desktop.services import seal_keys, sending
from desktop.services.journal import Happening
from desktop.services.paper_faults import paper_faults
from desktop.services.print_jobs import PrintJobs
from desktop.services.production import Production
from desktop.services.rights import needs, needs_here
from desktop.services.whole_files import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor


class CardPrints:
    """Prints the cards of reserved blanks; what came out is told to `Production` afterwards."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal
        self._production = Production(office, journal)
        self.jobs = PrintJobs(office, journal)

    @needs_here(Right.PRODUCE)
    def pdf(self, serial: str) -> bytes:
        """Return the two pages of a card, read back: barcode and glyphs are what was meant."""
        from printing.documents import Copy
        from printing.read_back import check
        from printing.render import render

        card = self._production.card_on(serial)
        with self._office.database.faults():
            keys = seal_keys.known(self._office.database.link)
        with paper_faults():
            layout = self._office.layout(card.KIND)
            pdf = render(card, Copy(), self._office.fonts(), layout=layout)
            check(pdf, card, keys, title=layout.title)
        return pdf

    @needs(Right.PRODUCE)
    def send(self, actor: Actor, serial: str, printer: str) -> str:
        """Send a card to a queue at its true size and return the job's name; written down before it leaves.

        What still waits for it in a queue is taken back first; NotPossible while a printer has it in hands.
        """
        pdf = self.pdf(serial)
        self.jobs.make_way_for_card(actor, serial)
        with self._office.database.faults():
            way = sending.way(self._office.database.link, actor, PaperKind.PERMIT_CARD, printer)
        self._write(actor, "print_card", serial, printer)
        with paper_faults():
            job = sending.send(way, pdf, serial)
        self.jobs.card_sent(actor, serial, job, printer)
        return job

    @needs(Right.PRODUCE)
    def save(self, actor: Actor, serial: str, folder: Path) -> Path:
        """Write a card to a folder as a file named after its blank, all of it or nothing."""
        path = folder / f"{serial}.pdf"
        write_whole(path, self.pdf(serial))
        self._write(actor, "save_card", serial, path.name)
        return path

    def _write(self, actor: Actor, action: str, serial: str, detail: str) -> None:
        with self._office.database.write() as link:
            at = self._office.clock.now()
            self._journal.write(link, Happening(actor, action, at, matter=serial, detail=detail))
