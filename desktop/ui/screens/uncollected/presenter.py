"""What the list of uncollected permits knows: who has not come, whose number is seen, what was said."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from desktop.domain.errors import BadInput, CounterError, FieldProblem
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.own_draft import OwnDraft
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import text
from desktop.ui.screens.uncollected.words import note_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.counter import Counter
    from desktop.services.hand_over_rows import UncollectedRow
    from desktop.services.rows import Actor

MOST = 500
"""So many are listed at most, the oldest."""
FORM = "call_note"
"""What its draft is called."""


class UncollectedPresenter(Presenter):
    """Lists permits that wait; a whole telephone number is seen one at a time, and each look is written down."""

    changed = Signal()
    """The list, the row looked at, the number seen, or what is possible are others."""
    noted = Signal()
    """A call was written down: its fields are empty again."""
    begun = Signal()
    """What was typed of calls before came back."""
    leaving = Signal()
    """The screen is about to be left: what is typed must be known."""
    wrong = Signal(object)
    """What was typed breaks its rule (FieldProblem)."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner) -> None:
        super().__init__()
        self._handing_over, self._lists = counter.handing_over, counter.call_lists
        self._actor, self._runner = actor, runner
        self._asking, self._ringing = Latest(runner), Latest(runner)
        self.rows: tuple[UncollectedRow, ...] = ()
        self.days = ""
        self.at: UncollectedRow | None = None
        self.phone: str | None = None
        self.read = self.busy = False
        self._request: tuple[object, str] = (None, "")
        self._typed: dict[int, tuple[str, str]] = {}
        self._draft = OwnDraft(counter.drafts, actor, runner, FORM)
        self._draft.found.connect(self._found)
        self._draft.failed.connect(self.fail)
        self._draft.look()
        self.refresh()

    def title(self) -> str:
        """See `Presenter.title`."""
        return text("uncollected", "未领取的居住证")

    def to_hand_over(self) -> str:
        """Whoever comes after a call: the case looked at."""
        return self.at.case_number if self.at is not None else ""

    def refresh(self) -> None:
        """Read the list anew."""
        days = int(self.days) if self.days else None
        job = partial(self._handing_over.uncollected, self._actor, days, MOST)
        self._asking.run(job, self._show, self.fail)

    def leave(self) -> bool:
        """What is typed of a call and not written down stays as a draft."""
        self.leaving.emit()
        return True

    # -- what the clerk does ---------------------------------------------------------------------------
    def typed(self) -> tuple[str, str]:
        """What is typed of a call to the row looked at: what it came to, and what else was said."""
        return self._typed.get(self.at.case_id, ("", "")) if self.at is not None else ("", "")

    def type(self, case_id: int, result: str, words: str) -> None:
        """Learn what is typed of a call to somebody: it stays theirs, whoever is looked at meanwhile."""
        if result or words:
            self._typed[case_id] = (result, words)
        else:
            self._typed.pop(case_id, None)
        names = [row.person_name for row in self.rows if row.case_id in self._typed]
        kept = {str(each): list(said) for each, said in self._typed.items()}
        self._draft.keep(text("uncollected", "、").join(names), kept)

    def choose_days(self, days: str) -> None:
        """List those made so many days ago or earlier; "" is the station's own term."""
        if days != self.days:
            self.days = days
            self.refresh()

    def look(self, row: UncollectedRow | None) -> None:
        """Look at another row; the number of the one before is masked again."""
        if row is None or (self.at is not None and row.case_id == self.at.case_id):
            return
        self.at, self.phone = row, None
        self._ringing.forget()
        self.changed.emit()

    def covered(self) -> None:
        """Nobody sees the whole number when the lock is lifted, nor one that was asked for before it."""
        self._ringing.forget()
        if self.phone is not None:
            self.phone = None
            self.changed.emit()

    def show_phone(self) -> None:
        """See the whole number of the row looked at; that is written down."""
        if self.at is not None and self.phone is None:
            case_id = self.at.case_id
            job = partial(self._handing_over.phone, self._actor, case_id)
            self._ringing.run(job, partial(self._seen, case_id), self.fail)

    def write_down(self, result: str, words: str) -> None:
        """Write a call down: what it came to, and what else was said."""
        if self.at is None or self.busy:
            return
        case_id, note = self.at.case_id, note_of(result, words)
        request = self._key("call", case_id, note)
        job = partial(self._handing_over.called, self._actor, request, case_id, note)
        self._do(job, partial(self._noted, case_id, self.at.person_name))

    def make_list(self) -> None:
        """Have the list made out as a paper, and go to print it."""
        if self.rows and not self.busy:
            days = int(self.days) if self.days else None
            self._do(partial(self._lists.make_out, self._actor, days), self._listed)

    def see_case(self) -> None:
        """Open the case of the row looked at."""
        if self.at is not None:
            self.open_case.emit(self.at.case_id)

    # -- inside ----------------------------------------------------------------------------------------
    def _key(self, *deed: object) -> str:
        """One request a deed: tried again unchanged, it is the same one."""
        if self._request[0] != deed:
            self._request = (deed, str(uuid.uuid4()))
        return self._request[1]

    def _do(self, job: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self.busy = True
        self.changed.emit()
        self._runner.run(job, done, self._failed)

    def _show(self, rows: tuple[UncollectedRow, ...]) -> None:
        self.rows, self.read = rows, True
        case_id = self.at.case_id if self.at is not None else None
        again = next((row for row in rows if row.case_id == case_id), None)
        if again is None:
            self.phone = None
        self.at = again or (rows[0] if rows else None)
        self.changed.emit()

    def _seen(self, case_id: int, phone: str) -> None:
        if self.at is not None and self.at.case_id == case_id:
            self.phone = phone
            self.changed.emit()

    def _found(self, kept: dict[str, list[str]]) -> None:
        self._typed = {int(each): (said[0], said[1]) for each, said in kept.items()}
        self.begun.emit()

    def _noted(self, case_id: int, name: str, _: None) -> None:
        self.busy, self._request = False, (None, "")
        self.type(case_id, "", "")
        self.notice.emit(text("uncollected", "已记下给{name}的通知。").format(name=name))
        self.noted.emit()
        self.refresh()

    def _listed(self, paper_id: int) -> None:
        self.busy = False
        self.changed.emit()
        self.paper.emit(paper_id)

    def _failed(self, error: CounterError) -> None:
        self.busy = False
        self.changed.emit()
        if isinstance(error, BadInput):
            self.wrong.emit(FieldProblem(error.field, error.message))
        else:
            self.fail(error)
            self.refresh()
