"""What is known of the papers of a case: its lines, which one is looked at, what may be done with it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind, CaseState, CopyOutcome, PaperKind
from desktop.domain.errors import CounterError
from desktop.ui.kit.background import Runner
from desktop.ui.kit.page_look import PageLook
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.kit.turns import later
from desktop.ui.screens.papers.following import Following
from desktop.ui.screens.papers.jobs import Jobs
from desktop.ui.screens.papers.lines import (
    Found,
    Line,
    Queues,
    Stage,
    Superseded,
    file_name,
    place_of,
)
from desktop.ui.screens.papers.printers import PrinterChoice

if TYPE_CHECKING:
    from datetime import date

    from desktop.services.counter import Counter
    from desktop.services.paper_ends import EndedPaper
    from desktop.services.paper_rows import CopyRow
    from desktop.services.rows import Actor, CaseRow
    from desktop.services.withdrawals import CaseStanding

_TAKING_DOWN = frozenset(
    (
        CaseKind.REGISTRATION,
        CaseKind.REGISTRATION_MOVE,
        CaseKind.PERMIT_APPLICATION,
        CaseKind.REPLACE_DAMAGED,
        CaseKind.REPLACE_CHANGED,
        CaseKind.REPLACE_LOST,
    )
)
"""Cases for which personal information is taken down."""


class Pile(Presenter):
    """The papers of one case, one without a case (`paper_id`), or all not printed of a day (`open_on`).

    Looking stores nothing: the preview is drawn from the frozen document, whose bytes are the same each time.
    """

    changed = Signal()
    """Papers, the line looked at, the printers, or what is possible are other ones."""
    correction_case = Signal(object)
    """The case is a correction, which has no papers but a page of its own: case id."""

    def __init__(
        self,
        counter: Counter,
        actor: Actor,
        runner: Runner,
        case_id: int | None = None,
        *,
        paper_id: int | None = None,
        open_on: date | None = None,
    ) -> None:
        super().__init__()
        self._jobs, self._runner = Jobs(counter, actor), runner
        self._read: Callable[[], Found] = partial(self._jobs.read, case_id, paper_id)
        if open_on is not None:
            self._read = partial(self._jobs.read_open, open_on)
        self._open_on = open_on
        self._whole = paper_id is None
        self._requests: dict[int, str] = {}
        self._queues_asked = False
        self.lines: tuple[Line, ...] = ()
        self.at = -1
        self.case: CaseRow | None = None
        self.superseded: Mapping[int, Superseded] = {}
        self.ended: Mapping[int, EndedPaper] = {}
        self._scanned: int | None = None
        self.standing: CaseStanding | None = None
        self.read = False
        self.busy = False
        self.looking = PageLook(self._jobs.pixels, runner)
        self.printers = PrinterChoice()
        self.following = Following(self._jobs, runner)
        self.following.changed.connect(self.changed)

    # -- what the view shows ---------------------------------------------------------------------------
    def about(self) -> tuple[int | None, int | None]:
        """The person of the case."""
        return None, (self.case.case_id if self.case is not None else None)

    def title(self) -> str:
        """Whose papers, or which one."""
        if self.case is not None:
            return text("papers", "单据　{name}").format(name=self.case.person_name)
        if self._open_on is not None:
            return text("papers", "{day} 未打印的单据").format(day=self._open_on.isoformat())
        if self.lines:
            return sentence_text(label(self.lines[0].paper.kind))
        return text("papers", "单据")

    def empty_words(self) -> str:
        """What is said where there are no papers."""
        if self._open_on is not None:
            return text("papers", "这一天的单据都已经打印，或还没有单据。")
        return text("papers", "这个办件没有单据。")

    @property
    def line(self) -> Line | None:
        """The copy looked at."""
        return self.lines[self.at] if 0 <= self.at < len(self.lines) else None

    @property
    def printer(self) -> str:
        """The queue that the copy looked at would go to, or ""."""
        return self.printers.for_kind(self.line.paper.kind) if self.line is not None else ""

    @property
    def asking(self) -> bool:
        """Whether the copy looked at went to a printer and nobody said what came out."""
        return self.line is not None and self.line.stage is Stage.ASKING

    @property
    def unanswered(self) -> int:
        """How many copies wait for an answer."""
        return sum(line.stage is Stage.ASKING for line in self.lines)

    @property
    def can_print(self) -> bool:
        """Whether the copy looked at may go to the printer now."""
        line = self.line
        return line is not None and line.stage is Stage.WAITING and bool(self.printer) and not self.busy

    @property
    def can_reprint(self) -> bool:
        """Whether a further numbered copy may be made."""
        line = self.line
        return line is not None and not self.busy and self._settled(line)

    @property
    def can_spoil(self) -> bool:
        """Whether the copy looked at may be given up."""
        line = self.line
        return line is not None and line.copy is not None and line.copy.outcome is CopyOutcome.PENDING

    @property
    def lacking(self) -> frozenset[PaperKind]:
        """The papers that can still be made out for the case; none where one paper of it is looked at."""
        if self.case is None or not self._whole or self.case.kind not in _TAKING_DOWN:
            return frozenset()
        ready = self.case.state is CaseState.PRODUCED
        possible = {PaperKind.PRIVACY_NOTICE, *((PaperKind.COLLECTION_SLIP,) if ready else ())}
        return frozenset(possible - {line.paper.kind for line in self.lines})

    def to_hand_over(self) -> str:
        """The case, when its permit lies ready."""
        ready = self.case is not None and self.case.state is CaseState.PRODUCED
        return self.case.case_number if ready and self.case is not None else ""

    def file_name(self) -> str:
        """A sensible name for the PDF: kind, number, whose."""
        return file_name(self.line, self.case) if self.line else "paper.pdf"

    # -- looking ---------------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the papers anew and ask for the printers again."""
        self._queues_asked = False
        self._runner.run(self._read, self._show_first, self.fail, lane="printing")

    def carry(self, what: object) -> None:
        """Look at the paper that was scanned, the newest of its copies."""
        if isinstance(what, int):
            self._scanned = what
            if self.read:
                self.choose(self._place_of_scanned())

    def choose(self, row: int) -> None:
        """Look at another line."""
        if row != self.at and 0 <= row < len(self.lines):
            self.at = row
            self._follow()
            self._look_at_line()

    def _place_of_scanned(self) -> int:
        """Give the line of the paper that was scanned, once; -1 where none was."""
        wanted, self._scanned = self._scanned, None
        return next((at for at, line in enumerate(self.lines) if line.paper.paper_id == wanted), -1)

    # -- reading ---------------------------------------------------------------------------------------
    def _request(self, paper_id: int) -> str:
        """One request a paper and deed: a deed tried twice makes one copy."""
        return self._requests.setdefault(paper_id, str(uuid.uuid4()))

    def _reread(self, copy: CopyRow | None = None) -> None:
        self._runner.run(self._read, partial(self._show_after, copy), self.fail, lane="printing")

    def _show_first(self, found: Found) -> None:
        first = next((line.copy for line in found.lines if line.stage is Stage.ASKING), None)
        self._show(found, first if not self.read else None)

    def _show_after(self, copy: CopyRow | None, found: Found) -> None:
        self._show(found, copy)

    def _show(self, found: Found, prefer: CopyRow | None) -> None:
        if found.case is not None and found.case.kind is CaseKind.CORRECTION:
            later(self, partial(self._lead_on, found.case.case_id))  # heard by whoever made this screen
            return
        before = self.line
        self.lines, self.case = found.lines, found.case
        self.superseded, self.ended, self.standing = found.superseded, found.ended, found.standing
        self.busy, self.read = False, True
        self.at = place_of(self.lines, prefer, before)
        scanned = self._place_of_scanned()
        if scanned >= 0:
            self.at = scanned
        self.retitled.emit()
        self._follow()
        line = self.line
        if line is None or before is None or line.shows != before.shows or not self.looking.ready:
            self._look_at_line()
        else:
            self.changed.emit()
        self._ask_for_queues()

    def _follow(self) -> None:
        copy = self.line.copy if self.asking and self.line is not None else None
        self.following.follow(copy.copy_id if copy is not None else None)

    def _lead_on(self, case_id: int) -> None:
        self.correction_case.emit(case_id)
        self.closed.emit()

    def _look_at_line(self) -> None:
        self.changed.emit()
        line = self.line
        pdf = None
        if line is not None:
            pdf = partial(self._jobs.pdf, line, self._request(line.paper.paper_id))
        self.looking.show(pdf)

    def _ask_for_queues(self) -> None:
        if self._queues_asked or not self.lines:
            return
        self._queues_asked = True
        kinds = frozenset(line.paper.kind for line in self.lines)
        job = partial(self._jobs.queues, kinds)
        self._runner.run(job, self._show_queues, self._no_queues, lane="printing", deadline=15)

    def _show_queues(self, queues: Queues) -> None:
        self.printers.heard(queues)
        self.changed.emit()

    def _no_queues(self, error: CounterError) -> None:
        self.printers.away(error)
        self.changed.emit()

    def _settled(self, line: Line) -> bool:
        copies = line.paper.copies
        return bool(copies) and all(copy.outcome is not CopyOutcome.PENDING for copy in copies)
