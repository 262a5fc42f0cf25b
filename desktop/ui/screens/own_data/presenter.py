"""What the page of a resident's own data knows, and where its actions lead."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.errors import CounterError, NotPossible, Sentence
from desktop.domain.retention import DeletionGround
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.correcting import Correcting
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.own_data_rows import OwnDataPage
    from desktop.services.retention_rows import PurgeOrderRow
    from desktop.services.rows import Actor


class OwnDataPresenter(Presenter):
    """Everything stored of one person, read anew each time it is seen."""

    changed = Signal()
    """`page`, `missing` or what is possible is another one."""
    correction = Signal(object)
    """Go and correct what is known: `kit.correcting.Correcting`."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner, person_id: int) -> None:
        super().__init__()
        self._counter, self._actor, self._runner = counter, actor, runner
        self._latest = Latest(runner)
        self.person_id = person_id
        self.page: OwnDataPage | None = None
        self.missing: Sentence | None = None
        self.busy = False
        self._request = str(uuid.uuid4())
        self.refresh()

    def title(self) -> str:
        """The screen's name, and whose data it is."""
        matter = text("own_data", "本人信息")
        return f"{matter} · {self.page.person.name}" if self.page is not None else matter

    def about(self) -> tuple[int | None, int | None]:
        """The person who asks."""
        return self.person_id, None

    def done_with(self) -> bool:
        """See `Presenter.done_with`."""
        return True

    def refresh(self) -> None:
        """Read anew what is stored."""
        job = partial(self._counter.own_data.read, self._actor, self.person_id)
        self._latest.run(job, self._show, self._not_read)

    def print_sheet(self) -> None:
        """Make the paper out, once a press, and go to print it."""
        if self.page is not None and not self.busy:
            self._begin()
            job = partial(self._counter.own_data.issue, self._actor, self.person_id)
            self._runner.run(job, self._made, self._failed)

    def why_not_deleted(self) -> str:
        """Why no request to delete can be taken now; "" when it can."""
        if self.page is None:
            return text("own_data", "正在读取。")
        deletion = self.page.deletion
        if deletion.obstacles:
            return sentence_text(deletion.obstacles[0].why)
        return text("own_data", "删除申请已经提出，正待批准。") if deletion.waiting is not None else ""

    def ask_deletion(self, ground: DeletionGround) -> None:
        """Take the request to delete; sent twice it is one."""
        if self.page is not None and not self.busy and not self.why_not_deleted():
            self._begin()
            job = partial(self._counter.retention.ask, self._actor, self._request, self.person_id, ground)
            self._runner.run(job, self._asked, self._failed)

    def correct_person(self) -> None:
        """Propose a correction of what is stored."""
        if self.page is not None:
            self.correction.emit(Correcting(self.person_id))

    # -- answers ---------------------------------------------------------------------------------------
    def _begin(self) -> None:
        self.busy = True
        self.changed.emit()

    def _made(self, paper_id: int) -> None:
        self.busy = False
        self.changed.emit()
        self.paper.emit(paper_id)

    def _asked(self, _order: PurgeOrderRow) -> None:
        self.busy = False
        self.notice.emit(text("own_data", "删除申请已经收下，由安全管理员批准后办理。"))
        self.refresh()

    def _failed(self, error: CounterError) -> None:
        self.busy = False
        self.changed.emit()
        self.fail(error)
        if isinstance(error, NotPossible):
            self.refresh()

    def _show(self, page: OwnDataPage) -> None:
        self.page, self.missing = page, None
        self.changed.emit()
        self.retitled.emit()

    def _not_read(self, error: CounterError) -> None:
        if isinstance(error, NotPossible):
            self.page, self.missing = None, error.message
            self.changed.emit()
        else:
            self.fail(error)
