"""Papers: drawn after the commit, kept byte for byte, printed, and asked about."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from desktop.domain.codes import CopyOutcome, PaperKind
from desktop.domain.errors import BadInput, NotPossible, sentence
from desktop.domain.fields import read_line
from desktop.domain.rights import Right
from desktop.services import copy_records as copies
from desktop.services import paper_comparison, paper_ends, paper_records, print_settings, seal_keys, sending
from desktop.services.copy_book import CopyBook
from desktop.services.journal import Happening
from desktop.services.paper_faults import paper_faults
from desktop.services.paper_rows import CopyRow, PagePicture, PaperRow, PrinterRow
from desktop.services.print_jobs import PrintJobs
from desktop.services.rights import needs, needs_here, open_to
from desktop.services.whole_files import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.paper_comparison import ComparedPaper
    from desktop.services.paper_ends import EndedPaper
    from desktop.services.rows import Actor

_NO_PAPER = sentence("errors", "没有这份单据。")
_ERASED = sentence(
    "retention", "这份单据的个人信息已经依法删除，原样不再保存；单据编号、打印记录和文件摘要仍在。"
)
_REMEMBERED = timedelta(days=90)  # how long a counter's printer is remembered
_NOT_SENT = frozenset(("no_cups", "no_printer", "stopped", "rejected"))  # troubles after which no sheet comes


class Papers:
    """Draws, shows, prints, saves and accounts for papers. Slow: for the printing worker."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal
        self.copies = CopyBook(office, journal)
        self.jobs = PrintJobs(office, journal)

    @needs_here(Right.PRINT, Right.KEEP_BLANKS)
    def paper(self, paper_id: int) -> PaperRow:
        """Return a paper with its copies."""
        with self._office.database.faults():
            found = paper_records.paper(self._office.database.link, paper_id)
        if found is None:
            raise NotPossible(sentence("errors", "没有这份单据。"))
        self._check_kind(found.kind)
        return found

    @needs_here(Right.PRINT)
    def of_case(self, case_id: int) -> tuple[PaperRow, ...]:
        """Return the papers of a case."""
        with self._office.database.faults():
            return paper_records.of_case(self._office.database.link, case_id)

    @needs_here(Right.PRINT)
    def ended(self, paper_id: int) -> EndedPaper | None:
        """Tell since when a paper no longer counts and what superseded it; None while it counts."""
        with self._office.database.faults():
            return paper_ends.ended(self._office.database.link, paper_id)

    @needs(Right.PRINT)
    def open_of_day(self, actor: Actor, on: date) -> tuple[PaperRow, ...]:
        """Return the papers that this counter issued on a day and of which no copy is printed yet."""
        with self._office.database.faults():
            return paper_records.open_of_day(self._office.database.link, on, actor.counter_number)

    @needs(Right.PRINT, Right.KEEP_BLANKS)
    def viewed(self, actor: Actor, paper_id: int) -> None:
        """Write down that somebody looked at a paper."""
        with self._office.database.faults():
            row = self._office.database.link.one(copies.DOCUMENT, paper=paper_id)
        if row is not None:
            at = self._office.clock.now()
            self._journal.note(
                Happening(actor, "view_paper", at, person_id=row.person_id, paper_number=row.paper_number)
            )

    @needs(Right.PRINT)
    def compare(self, actor: Actor, paper_id: int) -> ComparedPaper:
        """Set a paper against what is stored today of its person; written down, for it shows both.

        NotPossible for a paper that is about nobody.
        """
        from printing.freezing import thaw

        office = self._office
        with office.database.faults():
            link = office.database.link
            row = link.one(copies.DOCUMENT, paper=paper_id)
            if row is None:
                raise NotPossible(sentence("errors", "没有这份单据。"))
            with paper_faults():
                document = thaw(row.document)
            found = paper_comparison.compare(office, link, paper_id, document, row.person_id)
        at = office.clock.now()
        self._journal.note(
            Happening(actor, "compare_paper", at, person_id=row.person_id, paper_number=row.paper_number)
        )
        return found

    @needs(Right.PRINT, Right.KEEP_BLANKS)
    def prepare(self, actor: Actor, request_id: str, paper_id: int) -> CopyRow:
        """Return the copy to print next: the unfinished one, or the original if there is none yet.

        Its PDF is drawn, read back and stored before it is returned. NotPossible when the original is out
        already: that takes `again` and a reason.
        """

        return self._next_copy(actor, request_id, paper_id)

    @needs(Right.PRINT, Right.KEEP_BLANKS)
    def again(self, actor: Actor, request_id: str, paper_id: int, reason: str) -> CopyRow:
        """Return a numbered reprint (补打); the reason goes on the paper and into the trail."""
        reason = read_line("reason", reason)
        if not 2 <= len(reason) <= 60:
            raise BadInput("reason", sentence("errors", "请填写补打原因（2至60个字）。"))

        return self._next_copy(actor, request_id, paper_id, reprint=True, reason=reason)

    @needs_here(Right.PRINT, Right.KEEP_BLANKS)
    def pdf(self, copy_id: int) -> bytes:
        """Return a copy's PDF, byte for byte as it was stored."""
        return bytes(self._copy(copy_id).pdf)

    @needs_here(Right.PRINT, Right.KEEP_BLANKS)
    def picture(self, copy_id: int, page: int, dpi: float) -> PagePicture:
        """Return a page (from 0) of the stored PDF as pixels, for the preview."""
        return self.pixels(self.pdf(copy_id), page, dpi)

    @open_to("draws what the caller already has")
    def pixels(self, pdf: bytes, page: int, dpi: float) -> PagePicture:
        """Return a page (from 0) of a PDF as pixels, exactly as a printer's own renderer would draw it."""
        from printing.preview import page_count, rasterise

        with paper_faults():
            picture = rasterise(pdf, page, dpi)
            pages = page_count(pdf)
        return PagePicture(picture.width, picture.height, picture.stride, picture.rgb, page, pages)

    @open_to("names of printers")
    def printers(self) -> tuple[PrinterRow, ...]:
        """Return the print queues; EnvironmentTrouble when there is no printing system."""
        from printing.cups import PrinterState, printers

        with paper_faults():
            found = printers()
        ready = (PrinterState.IDLE, PrinterState.PRINTING)
        return tuple(
            PrinterRow(one.name, one.state in ready, one.state_text, one.is_default) for one in found
        )

    @needs(Right.PRINT, Right.KEEP_BLANKS)
    def last_printer(self, actor: Actor, kind: PaperKind) -> str:
        """Return the queue this counter has for such a paper, else the one it last sent one to, or ""."""
        since = self._office.today() - _REMEMBERED
        with self._office.database.faults():
            own = print_settings.setting_of(self._office.database.link, actor.counter_number, kind).printer
            if own:
                return own
            row = self._office.database.link.one(
                copies.LAST_PRINTER, since=since, counter=actor.counter_number, kind=kind.value
            )
        return "" if row is None else str(row.printer)

    @needs(Right.PRINT, Right.KEEP_BLANKS)
    def send(self, actor: Actor, copy_id: int, printer: str) -> str:
        """Send the stored PDF to a queue and return the job's name; what came out is asked afterwards.

        The queue is written down before the job leaves, so that a sheet in the tray is never unknown, and
        struck out again when the print system says that it took nothing. NotPossible for a copy that is
        settled already: another sheet is another copy (`again`).
        """
        from printing.errors import PaperError

        copy = self._copy(copy_id)
        if copy.outcome != CopyOutcome.PENDING.value:
            raise NotPossible(sentence("errors", "这份单据已经有结果。需要再打一份请选择“补打”并填写原因。"))
        self.jobs.make_way(actor, copy_id)
        copy = self._copy(copy_id)  # a job taken back leaves it as not sent
        with self._office.database.faults():
            way = sending.way(self._office.database.link, actor, PaperKind(copy.kind), printer)
        self.copies.sent(actor, copy_id, printer)
        with paper_faults():
            try:
                job = sending.send(way, bytes(copy.pdf), copy.paper_number)
            except PaperError as error:
                if error.kind in _NOT_SENT:
                    self.copies.not_sent(actor, copy_id, copy.printer)
                raise
        self.jobs.sent(actor, copy_id, job, printer)
        return job

    @needs(Right.PRINT, Right.KEEP_BLANKS)
    def save(self, actor: Actor, copy_id: int, path: Path) -> None:
        """Write the stored PDF to a file, all of it or nothing.

        A copy that never went to a printer is settled as saved; one that did keeps its own outcome.
        """
        copy = self._copy(copy_id)
        write_whole(path, bytes(copy.pdf))
        self.copies.saved(actor, copy_id, path.name)

    @needs(Right.PRINT, Right.KEEP_BLANKS)
    def settle(self, actor: Actor, copy_id: int, outcome: CopyOutcome, reason: str = "") -> CopyRow:
        """Store what became of a copy: printed, or spoiled with its reason. Saying the same twice is fine.

        A copy that could never be drawn can be given up as spoiled too, so that the day can end.
        """
        reason = read_line("reason", reason)
        if outcome is CopyOutcome.SPOILED and not 2 <= len(reason) <= 60:
            raise BadInput("reason", sentence("errors", "请填写作废原因（2至60个字）。"))
        self._copy(copy_id, drawn=outcome is not CopyOutcome.SPOILED)
        self.copies.settled(actor, copy_id, outcome, reason)
        self.jobs.done_with(actor, copy_id)
        return self._row(copy_id)

    def _next_copy(
        self, actor: Actor, request_id: str, paper_id: int, *, reprint: bool = False, reason: str = ""
    ) -> CopyRow:
        self.paper(paper_id)
        kept = self.copies.next(actor, request_id, paper_id, reprint=reprint, reason=reason)
        return self._drawn(actor, kept.copy_id)

    def _drawn(self, actor: Actor, copy_id: int) -> CopyRow:
        copy = self._copy(copy_id, drawn=False)
        if not copy.sha256:
            from printing.preview import page_count

            pdf = self.draw(copy.paper_id, copy.number, copy.reason, copy.requested_on)
            self.copies.drawn(actor, copy_id, pdf, page_count(pdf))
        return self._row(copy_id)

    @needs_here(Right.PRINT, Right.KEEP_BLANKS)
    def draw(self, paper_id: int, number: int = 0, reason: str = "", printed_on: Any = None) -> bytes:
        """Return the PDF of a stored document, read back: barcode and glyphs are what was meant."""
        from printing.documents import Copy
        from printing.freezing import thaw
        from printing.read_back import check
        from printing.render import render

        self.paper(paper_id)
        with self._office.database.faults():
            row = self._office.database.link.one(copies.DOCUMENT, paper=paper_id)
            keys = seal_keys.known(self._office.database.link)
        if row is None or not row.document:
            raise NotPossible(_NO_PAPER if row is None else _ERASED)
        with paper_faults():
            document = thaw(row.document)
            fonts = self._office.fonts()
            copy = Copy(number, reason, printed_on) if number else Copy()
            layout = self._office.layout(document.KIND)
            pdf = render(document, copy, fonts, layout=layout)
            check(pdf, document, keys, title=layout.title)
        return pdf

    def _copy(self, copy_id: int, *, drawn: bool = True) -> Any:
        with self._office.database.faults():
            row = self._office.database.link.one(copies.COPY, copy=copy_id)
        if row is None or (drawn and row.pdf is None):
            raise NotPossible(_NO_PAPER if row is None or not row.sha256 else _ERASED)
        self._check_kind(PaperKind(row.kind))
        return row

    def _check_kind(self, kind: PaperKind) -> None:
        """Let whoever keeps the blanks, and nothing else, have the paper of the blanks, and nothing else."""
        if kind is not PaperKind.STOCK_BALANCE:
            self._office.rights.check_here(Right.PRINT)

    def _row(self, copy_id: int) -> CopyRow:
        paper_id = self._copy(copy_id, drawn=False).paper_id
        return next(copy for copy in self.paper(paper_id).copies if copy.copy_id == copy_id)
