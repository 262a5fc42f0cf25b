"""The draft of a screen that is always the same one: it finds by itself what was typed there and not handed in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.ui.kit.background import Runner
from desktop.ui.kit.drafting import Drafting, read_draft

if TYPE_CHECKING:
    from desktop.domain.errors import CounterError
    from desktop.services.drafts import Drafts
    from desktop.services.rows import Actor, DraftRow


class OwnDraft(QObject):
    """Keeps what is typed, a second behind at most; gone once it is handed in or emptied again."""

    found = Signal(object)
    """What was typed before, as it was kept (a dictionary); not when something is typed already."""
    failed = Signal(object)
    """It could not be read or stored (CounterError)."""

    def __init__(self, drafts: Drafts, actor: Actor, runner: Runner, form: str) -> None:
        super().__init__()
        self._drafts, self._actor, self._runner, self._form = drafts, actor, runner, form
        self._kept: dict[str, Any] = {}
        self._touched = False
        self._begin()

    def look(self) -> None:
        """Read what was left; the answer is `found`."""
        self._runner.run(
            partial(self._drafts.open, self._actor), self._find, self.failed.emit, lane="background"
        )

    def keep(self, subject: str, state: Mapping[str, Any]) -> None:
        """Keep what is typed; nothing typed is nothing to keep."""
        if dict(state) == self._kept:
            return
        self._kept, self._touched = dict(state), True
        if state:
            self._drafting.save(subject, {}, self._kept)
        else:
            self._end()

    # -- inside --------------------------------------------------------------------------------------
    def _begin(self, draft_id: str = "") -> None:
        self._drafting = Drafting(self._drafts, self._actor, self._runner, self._form, draft_id)
        self._drafting.failed.connect(self._fail)

    def _end(self) -> None:
        self._drafting.finish()
        self._begin()

    def _find(self, rows: tuple[DraftRow, ...]) -> None:
        row = next((each for each in rows if each.form == self._form), None)
        if row is None or self._touched:
            return
        kept = read_draft(row)
        self._begin(kept.draft_id)
        self._kept = kept.state
        self.found.emit(kept.state)

    def _fail(self, error: CounterError) -> None:
        self.failed.emit(error)
