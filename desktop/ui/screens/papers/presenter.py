"""What the clerk does with the papers of a case: printing, saying what came out, copies, files, further papers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal

from desktop.domain.codes import CopyOutcome, PaperKind
from desktop.domain.errors import BadInput, CounterError
from desktop.ui.kit.background import Runner
from desktop.ui.kit.text import text
from desktop.ui.screens.papers.batch import Batch, ToSend
from desktop.ui.screens.papers.lines import Found, Line, Stage
from desktop.ui.screens.papers.pile import Pile

if TYPE_CHECKING:
    from datetime import date

    from desktop.services.counter import Counter
    from desktop.services.paper_comparison import ComparedPaper
    from desktop.services.paper_rows import CopyRow
    from desktop.services.rows import Actor

T = TypeVar("T")


class PapersPresenter(Pile):
    """Printing and saving store the bytes that were looked at first, and then send or write them."""

    compared = Signal(object)
    """How the copy looked at stands beside what is stored today (ComparedPaper)."""
    reason_taken = Signal()
    """What a sheet asked for is done: the reason stored, the file written."""
    reason_wrong = Signal(object)
    """What was typed into a sheet breaks its rule (BadInput)."""
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
        super().__init__(counter, actor, runner, case_id, paper_id=paper_id, open_on=open_on)
        self.batch = Batch(self._jobs, runner)
        self.batch.moved_on.connect(self.changed)
        self.batch.finished.connect(self._batch_over)
        self.refresh()

    # -- what the clerk does ---------------------------------------------------------------------------
    def do(self, deed: str) -> None:
        """Go and do something about the case."""
        if self.case is not None and self.standing is not None:
            self.case_deed.emit(deed, self.case.case_id)

    def choose_printer(self, name: str) -> None:
        """Print on this queue; remembered for this kind of paper."""
        if self.line is not None:
            self.printers.choose(self.line.paper.kind, name)
            self.changed.emit()

    def done_with(self) -> bool:
        """Somebody's papers, and of none it is still to be said what came out."""
        asking = any(line.stage is Stage.ASKING for line in self.lines)
        return (
            self._open_on is None and self.about_somebody and not (asking or self.busy or self.batch.running)
        )

    @property
    def about_somebody(self) -> bool:
        """Whether the paper looked at is made out for a person."""
        paper = None if self.line is None else self.line.paper
        return paper is not None and (paper.case_id is not None or paper.kind is PaperKind.OWN_DATA_SHEET)

    def compare(self) -> None:
        """Set the paper looked at against what is stored today."""
        if self.line is not None and self.about_somebody and not self.busy:
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

    def _compared(self, found: ComparedPaper) -> None:
        self.busy = False
        self.changed.emit()
        self.compared.emit(found)
