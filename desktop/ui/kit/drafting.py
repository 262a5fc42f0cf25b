"""Keeping a form as a draft while it is typed: at most a second behind, gone when the form is done."""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import CounterError
from desktop.ui.kit.background import Runner

if TYPE_CHECKING:
    from desktop.services.drafts import Drafts
    from desktop.services.rows import Actor, DraftRow


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft taken up again: the view's `capture`, the presenter's own state, the draft's id."""

    draft_id: str
    view: dict[str, Any]
    state: dict[str, Any]


def read_draft(row: DraftRow) -> Kept:
    """Unpack a stored draft; one that cannot be read comes back empty rather than in the way."""
    try:
        payload = json.loads(row.payload)
        return Kept(row.draft_id, dict(payload["view"]), dict(payload["state"]))
    except (ValueError, KeyError, TypeError):
        return Kept(row.draft_id, {}, {})


class Drafting(QObject):
    """One form's draft. `request_id` is the form's too: saving twice by mistake makes one case.

    Writes go one after another on the background worker; of several waiting only the newest is written.
    """

    failed = Signal(object)
    """The draft could not be stored (CounterError): tell the clerk at once."""

    def __init__(self, drafts: Drafts, actor: Actor, runner: Runner, form: str, draft_id: str = "") -> None:
        super().__init__()
        self._drafts, self._actor, self._runner, self._form = drafts, actor, runner, form
        self.draft_id = draft_id or str(uuid.uuid4())
        self._stored = bool(draft_id)
        self._waiting: tuple[str, str] | None = None
        self._writing = False
        self._over = False

    @property
    def kept(self) -> bool:
        """Whether something of the form is stored and it is not done."""
        return self._stored and not self._over

    def save(self, subject: str, view: dict[str, Any], state: dict[str, Any]) -> None:
        """Store the form as it stands; `subject` names it in the list of unfinished forms."""
        if self._over:
            return
        self._waiting = (subject, json.dumps({"view": view, "state": state}, ensure_ascii=False))
        self._write()

    def finish(self) -> None:
        """Forget the draft: the form was stored, or given up."""
        self._over, self._waiting = True, None
        if self._stored:
            self._runner.run(
                partial(self._drafts.discard, self.draft_id), self._written, self._fail, lane="background"
            )

    def _write(self) -> None:
        if self._writing or self._waiting is None:
            return
        subject, payload = self._waiting
        self._waiting, self._writing, self._stored = None, True, True
        self._runner.run(
            partial(self._drafts.save, self._actor, self.draft_id, self._form, subject, payload),
            self._written,
            self._fail,
            lane="background",
        )

    def _written(self, _: None) -> None:
        self._writing = False
        self._write()

    def _fail(self, error: CounterError) -> None:
        self._writing = False
        self.failed.emit(error)
