"""What the permit's page knows, and where each deed leads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.endorsement import EndorsementState
from desktop.domain.errors import CounterError, NotPossible, Sentence
from desktop.domain.permit_life import PermitEvent, PermitState
from desktop.domain.replacement import ReplacementKind
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import text
from desktop.ui.screens.permit.deeds.base import Wanted
from desktop.ui.screens.permit.deeds.endings import Cancel
from desktop.ui.screens.permit.deeds.replacing import RENEWS

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.permit_pages import PermitPage
    from desktop.services.rows import Actor


@dataclass(frozen=True, slots=True)
class Known:
    """A permit's page, and why it cannot be replaced, by deed."""

    page: PermitPage
    why_not: dict[str, Sentence | None]


class PermitPresenter(Presenter):
    """One permit's page, read anew each time it is seen."""

    loaded = Signal()
    """`page` or `missing` has changed."""
    deed = Signal(object)
    """Go and do something with the permit: Wanted."""
    permit = Signal(object)
    """Go to another card of the line: permit id."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner, permit_id: int) -> None:
        super().__init__()
        self._counter, self._actor = counter, actor
        self._latest = Latest(runner)
        self.permit_id = permit_id
        self.known: Known | None = None
        self.missing: Sentence | None = None
        self._load()

    def about(self) -> tuple[int | None, int | None]:
        """The holder."""
        return (self.page.permit.person_id if self.page is not None else None), None

    def done_with(self) -> bool:
        """See `Presenter.done_with`."""
        return True

    def title(self) -> str:
        """Whose permit it is."""
        matter = text("permit_page", "居住证")
        return f"{matter} · {self.page.person.name}" if self.page else matter

    def refresh(self) -> None:
        """Something may have been done with it."""
        self._load()

    @property
    def page(self) -> PermitPage | None:
        """What the page shows; None before it is read."""
        return self.known.page if self.known is not None else None

    def to_hand_over(self) -> str:
        """Its number, while it lies ready."""
        permit = self.page.permit if self.page is not None else None
        return permit.permit_number if permit is not None and permit.state is PermitState.PRODUCED else ""

    def late(self) -> bool:
        """Whether an endorsement now would be one that is made up for."""
        page = self.page
        return page is not None and (
            page.permit.state is PermitState.SUSPENDED
            or page.standing.endorsement is EndorsementState.OVERDUE
        )

    def lost(self) -> bool:
        """Whether the permit is declared lost."""
        return self.page is not None and self.page.permit.state is PermitState.LOST

    def why_not(self, name: str) -> Sentence | None:
        """Why something cannot be done now; None when it can be, or while nothing is known."""
        if self.known is None:
            return None
        if name in RENEWS:
            return self.known.why_not[name]
        events = {row.event: row for row in self.known.page.events}
        state = self.known.page.permit.state
        event = {
            "endorse": PermitEvent.RESTORE if state is PermitState.SUSPENDED else PermitEvent.ENDORSE,
            "declare_lost": PermitEvent.DECLARE_LOST,
            "found_again": PermitEvent.FIND,
            "change_address": PermitEvent.CHANGE_ADDRESS,
            Cancel.name: PermitEvent.CANCEL,
        }[name]
        return events[event].why_not

    def possible(self, name: str) -> bool:
        """Whether something can be done now."""
        return self.known is not None and self.why_not(name) is None

    def do(self, name: str) -> None:
        """Go and do it, if it can be done."""
        if self.possible(name):
            self.deed.emit(Wanted(name, self.permit_id))

    def see_person(self) -> None:
        """Go to whoever holds it."""
        if self.page is not None:
            self.open_person.emit(self.page.permit.person_id)

    # -- reading -----------------------------------------------------------------------------------
    def _load(self) -> None:
        self._latest.run(partial(read, self._counter, self._actor, self.permit_id), self._show, self._failed)

    def _show(self, known: Known) -> None:
        self.known, self.missing = known, None
        self.loaded.emit()
        self.retitled.emit()

    def _failed(self, error: CounterError) -> None:
        if isinstance(error, NotPossible):
            self.known, self.missing = None, error.message
            self.loaded.emit()
        else:
            self.fail(error)


def read(counter: Counter, actor: Actor, permit_id: int) -> Known:
    """Read everything the page shows; for a worker."""
    page = counter.permits.page(actor, permit_id)
    why_not = {
        name: counter.replacements.replacement(actor, permit_id, ReplacementKind(kind)).why_not
        for name, kind in RENEWS.items()
    }
    return Known(page, why_not)
