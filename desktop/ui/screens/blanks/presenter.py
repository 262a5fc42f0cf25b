"""What the screen of blanks knows: a day's balance, the batch looked at, a serial found, a deed under way."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from desktop.domain.blanks import read_serial
from desktop.domain.errors import BadInput, CounterError, FieldProblem, sentence
from desktop.domain.rights import Right
from desktop.ui.kit.at_server import AtServer
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.dates import read_day
from desktop.ui.kit.own_draft import OwnDraft
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from datetime import date

    from desktop.services.blank_rows import BlankBalance, BlankBatch, BlankRow, BlanksMoved
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor

_NO_DEED = sentence("blanks", "请选择办理事项。")
_NO_COUNTER = sentence("blanks", "窗口号应为1至99。")
FORM = "blanks"
"""What its draft is called."""
_TYPED = ("first", "last", "note")
_FIELDS = {"serial": "first", "reason": "note"}
"""What the service calls a field, and what the form does."""


class Deed(StrEnum):
    """What is done with blanks."""

    RECEIVE = "receive"
    TO_COUNTER = "to_counter"
    TAKE_BACK = "take_back"
    GIVE_BACK = "give_back"
    SPOIL = "spoil"


FOR_GOOD = (Deed.GIVE_BACK, Deed.SPOIL)
"""What cannot be undone is asked about first."""


class BlanksPresenter(Presenter):
    """Keeps the stock of blanks; every deed answers with the new balance."""

    changed = Signal()
    """The balance is another one, or a deed is under way."""
    found = Signal()
    """`blank` is another one."""
    problems = Signal(object)
    """What is wrong with the fields (a tuple of FieldProblem); empty takes earlier ones back."""
    done = Signal()
    """The deed is done: the form is for the next one."""
    begun = Signal()
    """What was typed before came back: `kept`."""
    leaving = Signal()
    """The screen is about to be left: what is typed must be known."""
    looking = Signal(str)
    """A serial was scanned and is looked for."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner) -> None:
        super().__init__()
        self._blanks, self._actor, self._runner = counter.blanks, actor, runner
        self._papers = counter.stock_papers
        self._clock = counter.day.today
        self._balance_asked, self._serial_asked = Latest(runner), Latest(runner)
        self.counter_number = actor.counter_number
        self.keeps = actor.may(Right.KEEP_BLANKS)
        self.on: date = self._clock()
        self.balance: BlankBalance | None = None
        self.batch_id: int | None = None
        self.blank: BlankRow | None = None
        self.deed = ""  # as chosen: the form shows the fields that it asks for
        self.busy = False
        self._asked: tuple[dict[str, str], str] = ({}, "")
        self.kept: dict[str, str] = {}
        """What is typed of a deed and not done."""
        self.at_server = AtServer(self.refresh, self)
        self._draft = OwnDraft(counter.drafts, actor, runner, FORM)
        self._draft.found.connect(self._found)
        self._draft.failed.connect(self.fail)
        if self.keeps:
            self._draft.look()
        self.refresh()

    def title(self) -> str:
        """The screen's name."""
        return text("blanks_page", "证件空白")

    def leave(self) -> bool:
        """What is typed and not done stays as a draft."""
        self.leaving.emit()
        return True

    def type(self, values: Mapping[str, str]) -> None:
        """Learn what stands in the form of a deed, and keep it."""
        worth = self.keeps and any(values.get(name) for name in _TYPED)
        self.kept = {name: values[name] for name in ("deed", "counter_number", *_TYPED)} if worth else {}
        self._draft.keep(self.kept.get("first", ""), self.kept)

    @property
    def batch(self) -> BlankBatch | None:
        """The batch whose serials are shown: the one chosen, else the newest."""
        batches = self.balance.batches if self.balance is not None else ()
        chosen = next((each for each in batches if each.batch_id == self.batch_id), None)
        return chosen or (batches[-1] if batches else None)

    # -- looking ---------------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Read the balance anew."""
        self._balance_asked.run(partial(self._blanks.balance, self.on), self._show_balance, self._not_read)

    def show_day(self, typed: str) -> None:
        """Show the balance of another day, once it is one."""
        day = read_day(typed)
        if day is not None and day != self.on:
            self.on = day
            self.refresh()

    def choose(self, batch: BlankBatch | None) -> None:
        """Show the serials of a batch."""
        if batch is not None and batch.batch_id != self.batch_id:
            self.batch_id = batch.batch_id
            self.changed.emit()

    def find(self, serial: str) -> None:
        """Look one serial up."""
        self.problems.emit(())
        self._serial_asked.run(partial(self._blanks.find, serial), self._show_blank, self._not_found)

    def scan(self, code: str) -> bool:
        """A scanned serial is looked up."""
        try:
            serial = str(read_serial("serial", code))
        except BadInput:
            return False
        self.looking.emit(serial)
        self.find(serial)
        return True

    # -- doing -----------------------------------------------------------------------------------------
    def do(self, values: Mapping[str, str]) -> None:
        """Do what the form says; handed in again unchanged, it is the same request."""
        if self.busy or not self.keeps:
            return
        self.problems.emit(())
        job = self._job(dict(values))
        if job is not None:
            self.busy = True
            self.changed.emit()
            self._runner.run(job, partial(self._done, Deed(values["deed"])), self._failed)

    def make_out(self) -> None:
        """Make out the balance of the day shown, and see it."""
        if not self.busy:
            self.busy = True
            self.problems.emit(())
            self.changed.emit()
            job = partial(self._papers.balance, self._actor, self.on)
            self._runner.run(job, self._made_out, self._failed)

    def _job(self, values: dict[str, str]) -> Callable[[], Any] | None:
        if values["deed"] not in list(Deed):
            self.problems.emit((FieldProblem("deed", _NO_DEED),))
            return None
        deed, first, last, note = Deed(values["deed"]), values["first"], values["last"], values["note"]
        last = last or first
        if values != self._asked[0]:
            self._asked = (values, str(uuid.uuid4()))
        by, request = self._actor, self._asked[1]
        if deed is Deed.RECEIVE:
            return partial(self._blanks.receive, by, request, first, last, note)
        if deed is Deed.TAKE_BACK:
            return partial(self._blanks.take_back, by, request, first, last)
        if deed is Deed.GIVE_BACK:
            return partial(self._blanks.return_batch, by, request, first, last, note)
        if deed is Deed.SPOIL:
            return partial(self._blanks.spoil, by, request, first, note)
        typed = values["counter_number"]
        if not (typed.isascii() and typed.isdigit()):
            self.problems.emit((FieldProblem("counter_number", _NO_COUNTER),))
            return None
        return partial(self._blanks.move_to_counter, by, request, first, last, int(typed))

    def _found(self, kept: dict[str, str]) -> None:
        self.kept = {str(name): str(value) for name, value in kept.items()}
        self.deed = self.kept.get("deed", "")
        self.begun.emit()

    # -- answers ---------------------------------------------------------------------------------------
    def _done(self, deed: Deed, made: BlanksMoved | BlankRow) -> None:
        self.busy = False
        self._asked = ({}, "")
        words = {
            Deed.RECEIVE: text("blanks_page", "已入库{count}张：{serials}"),
            Deed.TO_COUNTER: text("blanks_page", "已发给窗口{count}张：{serials}"),
            Deed.TAKE_BACK: text("blanks_page", "已收回入库{count}张：{serials}"),
            Deed.GIVE_BACK: text("blanks_page", "已退回{count}张：{serials}"),
            Deed.SPOIL: text("blanks_page", "已作废{count}张：{serials}"),
        }[deed]
        if deed is Deed.SPOIL:
            self.blank = made  # type: ignore[assignment]  # what `spoil` answers
            self.found.emit()
            count, serials = 1, made.serial  # type: ignore[union-attr]
        else:
            count = made.count  # type: ignore[union-attr]
            each = (run.first if run.count == 1 else f"{run.first}—{run.last}" for run in made.runs)  # type: ignore[union-attr]
            serials = text("blanks_page", "、").join(each)
        self.notice.emit(words.format(count=count, serials=serials))
        if deed is Deed.RECEIVE:
            self.batch_id = None  # the new one is the newest
        self.done.emit()
        self.changed.emit()
        self.refresh()

    def _made_out(self, paper_id: int) -> None:
        self.busy = False
        self.changed.emit()
        self.paper.emit(paper_id)

    def _failed(self, error: CounterError) -> None:
        self.busy = False
        self.changed.emit()
        if isinstance(error, BadInput):
            self.problems.emit((FieldProblem(_FIELDS.get(error.field, error.field), error.message),))
        else:
            self.fail(error)

    def _not_read(self, error: CounterError) -> None:
        self.at_server.failed(error)
        if self.balance is not None and self.balance.on != self.on:
            self.balance = None
        self.changed.emit()
        self.fail(error)

    def _show_balance(self, balance: BlankBalance) -> None:
        self.at_server.read()
        self.balance = balance
        self.changed.emit()

    def _show_blank(self, blank: BlankRow) -> None:
        self.blank = blank
        self.found.emit()

    def _not_found(self, error: CounterError) -> None:
        self.blank = None
        self.found.emit()
        self.problems.emit((FieldProblem("find_serial", error.message),))
