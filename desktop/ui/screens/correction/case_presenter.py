"""What the page of a proposed correction knows: what is asked for, by whom, and what may be decided."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.case_life import CaseEvent
from desktop.domain.errors import CounterError, NotPossible, Sentence
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.correction_pages import CorrectionPage
    from desktop.services.counter import Counter
    from desktop.services.permit_pages import CorrectionRow
    from desktop.services.rows import Actor


class CorrectionCasePresenter(Presenter):
    """One correction; whoever did not propose it and may decide approves or refuses it."""

    loaded = Signal()
    """`page` or `missing` has changed, or whether it is being stored."""
    decided = Signal()
    """A decision is stored: a sheet that asked for its reason can go."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner, case_id: int) -> None:
        super().__init__()
        self._corrections, self._actor, self._runner = counter.corrections, actor, runner
        self._latest = Latest(runner)
        self._requests: dict[tuple[CaseEvent, int], str] = {}
        self.case_id = case_id
        self.page: CorrectionPage | None = None
        self.missing: Sentence | None = None
        self.busy = False
        self._load()

    def about(self) -> tuple[int | None, int | None]:
        """The person that the correction is about."""
        return (self.page.person.person_id if self.page is not None else None), None

    def done_with(self) -> bool:
        """See `Presenter.done_with`."""
        return True

    def title(self) -> str:
        """Whose correction it is."""
        matter = text("correction", "更正审核")
        return f"{matter} · {self.page.person.name}" if self.page is not None else matter

    def refresh(self) -> None:
        """Shown again: others may have decided it meanwhile."""
        if not self.busy:
            self._load()

    def why_not(self, event: CaseEvent) -> str:
        """Why it cannot be granted or denied now; "" when it can."""
        if self.page is None:
            return text("correction", "正在读取……")
        if self.busy:
            return text("correction", "正在保存……")
        row = next(one for one in self.page.actions if one.name == event.value)
        return "" if row.why_not is None else sentence_text(row.why_not)

    def approve(self) -> None:
        """Approve it: it stands in the record from now on."""
        self._decide(CaseEvent.GRANT, "")

    def refuse(self, reason: str) -> None:
        """Refuse it with a reason."""
        self._decide(CaseEvent.DENY, reason)

    def open_the_person(self) -> None:
        """Go to the person's page."""
        if self.page is not None:
            self.open_person.emit(self.page.person.person_id)

    # -- inside --------------------------------------------------------------------------------------
    def _decide(self, event: CaseEvent, reason: str) -> None:
        if self.page is None or self.why_not(event):
            return
        case = self.page.correction.case
        request = self._requests.setdefault((event, case.version), str(uuid.uuid4()))
        asked = (self._actor, request, case.case_id, case.version)
        approve, refuse = self._corrections.approve, self._corrections.refuse
        job = partial(approve, *asked) if event is CaseEvent.GRANT else partial(refuse, *asked, reason)
        self._be_busy(True)
        self._runner.run(job, partial(self._stored, event), self._refused)

    def _stored(self, event: CaseEvent, done: CorrectionRow) -> None:
        self.busy = False
        self.decided.emit()
        if event is CaseEvent.GRANT:
            said = [text("correction", "{name}的更正已同意，登记的内容已经更新。")]
        else:
            said = [text("correction", "{name}的更正未予同意，登记的内容没有变。")]
        said += [sentence_text(note) for note in done.notes]
        self.notice.emit("　".join(said).format(name=done.case.person_name))
        self._load()

    def _refused(self, error: CounterError) -> None:
        """Somebody was faster, or it cannot stand any more: the sentence, and everything read again."""
        self._be_busy(False)
        if isinstance(error, NotPossible):
            self.decided.emit()
            self._load()
        self.fail(error)

    def _load(self) -> None:
        job = partial(self._corrections.page, self._actor, self.case_id)
        self._latest.run(job, self._show, self._not_read)

    def _show(self, page: CorrectionPage) -> None:
        self.page, self.missing = page, None
        self.loaded.emit()
        self.retitled.emit()

    def _not_read(self, error: CounterError) -> None:
        if isinstance(error, NotPossible):
            self.page, self.missing = None, error.message
            self.loaded.emit()
        else:
            self.fail(error)

    def _be_busy(self, busy: bool) -> None:
        self.busy = busy
        self.loaded.emit()
