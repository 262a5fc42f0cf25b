"""What the papers screen knows: the papers of a case, which copy is looked at, what is asked of the clerk."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal

from desktop.domain.codes import CaseKind, CaseState, CopyOutcome, PaperKind, label
from desktop.domain.errors import BadInput, CounterError
from desktop.ui.kit.background import Runner
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.kit.turns import later
from desktop.ui.screens.papers.batch import Batch, ToSend
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
from desktop.ui.screens.papers.looking import Looking
from desktop.ui.screens.papers.printers import PrinterChoice

if TYPE_CHECKING:
    from datetime import date

    from desktop.services.counter import Counter
    from desktop.services.paper_comparison import ComparedPaper
    from desktop.services.rows import Actor, CaseRow, CopyRow
    from desktop.services.withdrawals import CaseStanding

T = TypeVar("T")

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


class PapersPresenter(Presenter):
    """The papers of one case, one without a case (`paper_id`), or all not printed of a day (`open_on`).

    Looking stores nothing: the preview is drawn from the frozen document, whose bytes are the same each
    time; printing and saving store those bytes first.
    """

    changed = Signal()
    """Papers, the line looked at, the printers, or what is possible are other ones."""
    compared = Signal(object)
    """How the copy looked at stands beside what is stored today (ComparedPaper)."""
    reason_taken = Signal()
    """What a sheet asked for is done: the reason stored, the file written."""
    reason_wrong = Signal(object)
    """What was typed into a sheet breaks its rule (BadInput)."""
    correction_case = Signal(object)
    """The case is a correction, which has no papers but a page of its own: case id."""
    case_deed = Signal(object, object)
    """Do something about the case: the deed's name, case id."""

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
        self.standing: CaseStanding | None = None
        self.read = False
        self.busy = False
        self.looking = Looking(self._jobs, runner)
        self.printers = PrinterChoice()
        self.following = Following(self._jobs, runner)
        self.following.changed.connect(self.changed)
        self.batch = Batch(self._jobs, runner)
        self.batch.moved_on.connect(self.changed)
        self.batch.finished.connect(self._batch_over)
        self.refresh()

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

    def do(self, deed: str) -> None:
        """Go and do something about the case."""
        if self.case is not None and self.standing is not None:
            self.case_deed.emit(deed, self.case.case_id)

    def file_name(self) -> str:
        """A sensible name for the PDF: kind, number, whose."""
        return file_name(self.line, self.case) if self.line else "paper.pdf"

    # -- what the clerk does ---------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the papers anew and ask for the printers again."""
        self._queues_asked = False
        self._runner.run(self._read, self._show_first, self.fail, lane="printing")

    def choose(self, row: int) -> None:
        """Look at another line."""
        if row != self.at and 0 <= row < len(self.lines):
            self.at = row
            self._follow()
            self._look_at_line()

    def choose_printer(self, name: str) -> None:
        """Print on this queue; remembered for this kind of paper."""
        if self.line is not None:
            self.printers.choose(self.line.paper.kind, name)
            self.changed.emit()

    def compare(self) -> None:
        """Set the paper looked at against what is stored today."""
        if self.line is not None and not self.busy:
            self._do(partial(self._jobs.compare, self.line.paper.paper_id), self._compared)

    def print(self) -> None:
        """Store the copy and send it; what came out is asked afterwards."""
        if self.can_print and self.line is not None:
            self._send(self.line)

    @property
    def to_print(self) -> tuple[ToSend, ...]:
        """Every paper that is not printed yet, with the printer of its kind."""
        waiting = (line for line in self.lines if line.stage is Stage.WAITING)
        every = (ToSend(one, "", self.printers.for_kind(one.paper.kind)) for one in waiting)
        return tuple(one for one in every if one.printer)

    def print_all(self) -> None:
        """Send every paper that is not printed yet, one after the other, until one cannot be."""
        papers = [one._replace(request=self._request(one.line.paper.paper_id)) for one in self.to_print]
        if papers and not self.busy:
            self.busy = True
            self.changed.emit()
            self.batch.begin(papers)

    def print_again(self) -> None:
        """Send the same copy once more: nothing came out."""
        if self.asking and self.printer and not self.busy and self.line is not None:
            self._send(self.line)

    def cancel_print(self) -> None:
        """Take the copy's job back; where nothing was printed, it waits again under its own number."""
        line = self.line
        if line is not None and line.copy is not None and self.following.can_cancel and not self.busy:
            self._do(partial(self._jobs.cancel, line.copy.copy_id), partial(self._cancelled, line.copy))

    def confirm(self) -> None:
        """The sheet came out right."""
        if self.asking and not self.busy:
            self._settle(CopyOutcome.PRINTED, "")

    def spoil(self, reason: str) -> None:
        """The sheet is no good, or the copy is given up; the reason is kept."""
        if self.can_spoil and not self.busy:
            self._settle(CopyOutcome.SPOILED, reason)

    def make_out(self, kind: PaperKind) -> None:
        """Have a further paper of the case made out, and look at it."""
        if kind in self.lacking and not self.busy and self.case is not None:
            self._do(partial(self._jobs.make_out, kind, self.case.case_id), self._made_out)

    def reprint(self, reason: str) -> None:
        """Make a further numbered copy and print it."""
        if self.can_reprint and self.line is not None:
            paper_id = self.line.paper.paper_id
            job = partial(self._jobs.again, paper_id, self._request(paper_id), reason)
            self._do(job, partial(self._reprinted, paper_id))

    def save(self, path: str, replace: bool = False) -> None:
        """Write the PDF to a file; one that is there already only with `replace`."""
        if self.line is not None and not self.busy:
            request = self._request(self.line.paper.paper_id)
            self._do(
                partial(self._jobs.save, self.line, request, path, replace),
                partial(self._saved, self.line.paper.paper_id),
            )

    # -- answers ---------------------------------------------------------------------------------------
    def _do(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        self.busy = True
        self.changed.emit()
        self._runner.run(job, done, self._failed, lane="printing")

    def _request(self, paper_id: int) -> str:
        """One request a paper and deed: a deed tried twice makes one copy."""
        return self._requests.setdefault(paper_id, str(uuid.uuid4()))

    def _send(self, line: Line) -> None:
        paper_id = line.paper.paper_id
        job = partial(self._jobs.send, line, self._request(paper_id), self.printer)
        self._do(job, partial(self._sent, paper_id))

    def _settle(self, outcome: CopyOutcome, reason: str) -> None:
        if self.line is not None and self.line.copy is not None:
            copy_id = self.line.copy.copy_id
            job = partial(self._jobs.settle, copy_id, outcome, reason)
            self._do(job, self._settled_copy)

    def _failed(self, error: CounterError) -> None:
        self.busy = False
        self.changed.emit()
        if isinstance(error, BadInput):
            self.reason_wrong.emit(error)
            return
        self._reread()
        self.fail(error)

    def _sent(self, paper_id: int, copy: CopyRow) -> None:
        self._requests.pop(paper_id, None)
        self._reread(copy)

    def _reprinted(self, paper_id: int, copy: CopyRow) -> None:
        self._requests.pop(paper_id, None)
        self.reason_taken.emit()
        self._runner.run(self._read, partial(self._show_reprint, copy), self._failed, lane="printing")

    def _show_reprint(self, copy: CopyRow, found: Found) -> None:
        self._show(found, copy)
        self.print()

    def _made_out(self, paper_id: int) -> None:
        show = partial(self._show_paper, paper_id)
        self._runner.run(self._read, show, self._failed, lane="printing")

    def _show_paper(self, paper_id: int, found: Found) -> None:
        self._show(found, None)
        places = [place for place, line in enumerate(self.lines) if line.paper.paper_id == paper_id]
        self.choose(places[0] if places else -1)

    def _batch_over(self, error: CounterError | None) -> None:
        for line in self.batch.sent:
            self._requests.pop(line.paper.paper_id, None)
        sent, count = len(self.batch.sent), self.batch.count
        if sent == count:
            self.notice.emit(text("papers", "已发送{count}份，请逐份确认打印结果。").format(count=count))
        else:
            words = text("papers", "已发送{sent}份，其余{left}份没有发送，仍是未打印。")
            self.notice.emit(words.format(sent=sent, left=count - sent))
        self._reread()
        if error is not None:
            self.fail(error)

    def _cancelled(self, copy: CopyRow, unprinted: bool) -> None:
        if unprinted:
            self.notice.emit(text("papers", "已取消打印，没有出纸。可以重新打印，编号不变。"))
        else:
            self.notice.emit(text("papers", "打印已停止。可能已经出纸，请看打印机后再选结果。"))
        self._reread(copy)

    def _settled_copy(self, copy: CopyRow) -> None:
        if copy.outcome is CopyOutcome.PRINTED:
            self.notice.emit(text("papers", "已记录：打印成功。"))
        else:
            self.reason_taken.emit()
            self.notice.emit(text("papers", "已记录：作废一份。需要重新出具请选择补打。"))
        self._reread(copy)

    def _saved(self, paper_id: int, saved: tuple[CopyRow, Path]) -> None:
        copy, path = saved
        self._requests.pop(paper_id, None)
        self.reason_taken.emit()
        self.notice.emit(text("papers", "已存为 {path}").format(path=path))
        self._reread(copy)

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
        self.superseded, self.standing = found.superseded, found.standing
        self.busy, self.read = False, True
        self.at = place_of(self.lines, prefer, before)
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
        self.looking.show(line, self._request(line.paper.paper_id) if line is not None else "")

    def _compared(self, found: ComparedPaper) -> None:
        self.busy = False
        self.changed.emit()
        self.compared.emit(found)

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
