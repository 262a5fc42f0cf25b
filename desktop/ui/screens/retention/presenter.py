"""What the page of retention knows: the terms, a preview, the orders, and who may do what with them."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.errors import BadInput, CounterError, FieldProblem, NotPossible
from desktop.domain.retention import DATA_WORDS, DataKind, PurgeState
from desktop.domain.rights import Right
from desktop.ui.kit.background import Latest, Runner
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.retention_rows import PurgeOrderRow, PurgePreview, RetentionPage, TermRow
    from desktop.services.rows import Actor


class RetentionPresenter(Presenter):
    """The system administrator previews and prepares, the security administrator approves and has it done."""

    changed = Signal()
    """Anything that is shown is another one."""
    problem = Signal(object)
    """What is wrong with the months typed (a tuple of FieldProblem); empty takes it back."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner) -> None:
        super().__init__()
        self._retention, self._actor, self._runner = counter.retention, actor, runner
        self._reading = Latest(runner)
        self._previewing = Latest(runner)
        self.prepares = actor.may(Right.PREPARE_PURGE)
        self.approves = actor.may(Right.APPROVE_PURGE)
        self.page: RetentionPage | None = None
        self.kind = DataKind.PERSON
        self.preview: PurgePreview | None = None
        self.order_id: int | None = None
        self.busy = False
        self.progress = ""
        self._request = str(uuid.uuid4())
        self.refresh()

    def title(self) -> str:
        """The screen's name."""
        return text("retention", "保存期限与清除")

    def refresh(self) -> None:
        """Read the terms and the orders anew."""
        self._reading.run(partial(self._retention.page, self._actor), self._show, self.fail)

    @property
    def term(self) -> TermRow | None:
        """The kind that is chosen, with its term."""
        rows = self.page.terms if self.page is not None else ()
        return next((row for row in rows if row.retention.kind is self.kind), None)

    @property
    def order(self) -> PurgeOrderRow | None:
        """The order that is chosen."""
        rows = self.page.orders if self.page is not None else ()
        return next((row for row in rows if row.order_id == self.order_id), None)

    # -- choosing --------------------------------------------------------------------------------------
    def choose(self, kind: DataKind) -> None:
        """See another kind; an earlier preview goes."""
        if kind is not self.kind:
            self.kind, self.preview = kind, None
            self.problem.emit(())
            self.changed.emit()

    def choose_order(self, order_id: int) -> None:
        """See another order."""
        if order_id != self.order_id:
            self.order_id = order_id
            self.changed.emit()

    # -- why not ---------------------------------------------------------------------------------------
    def why_not_preview(self) -> str:
        """Why nothing can be previewed; "" when it can."""
        term = self.term
        if not self.prepares:
            return text("retention", "清除单由系统管理员编制。")
        if self.busy or term is None:
            return text("retention", "正在办理。")
        if not term.retention.purged:
            return text("retention", "留痕不在这里清除：满期的连同链首归档。")
        return ""

    def why_not_prepare(self) -> str:
        """Why no order can be prepared; "" when it can."""
        why = self.why_not_preview()
        if why:
            return why
        if self.preview is None:
            return text("retention", "先预览，再按预览的内容编制。")
        return "" if self.preview.count else text("retention", "没有到期的内容。")

    def why_not_decide(self) -> str:
        """Why the chosen order cannot be approved or refused; "" when it can."""
        order = self.order
        if not self.approves:
            return text("retention", "清除单由安全管理员批准。")
        if self.busy:
            return text("retention", "正在办理。")
        if order is None or order.state is not PurgeState.PREPARED:
            return text("retention", "先选一份待批准的清除单。")
        if order.prepared_by == self._actor.staff_id:
            return text("retention", "编制人和批准人不能是同一人。")
        return ""

    def why_not_go_on(self) -> str:
        """Why the chosen order cannot be gone on with; "" when it was cut off half way."""
        order = self.order
        if not self.approves:
            return text("retention", "清除单由安全管理员批准后办理。")
        if self.busy:
            return text("retention", "正在办理。")
        if order is None or order.state is not PurgeState.APPROVED:
            return text("retention", "没有办到一半的清除单。")
        return ""

    # -- doing -----------------------------------------------------------------------------------------
    def save_months(self, typed: str) -> None:
        """Keep the chosen kind for so many months; "" for the usual term."""
        term = self.term
        if term is None or self.busy or not self.prepares:
            return
        self.problem.emit(())
        self._begin()
        job = partial(self._retention.set_months, self._actor, self.kind, typed, term.own)
        self._runner.run(job, self._saved, self._failed)

    def look(self) -> None:
        """Preview what would go today; nothing is changed."""
        if not self.why_not_preview():
            job = partial(self._retention.preview, self._actor, self.kind)
            self._previewing.run(job, self._previewed, self._failed)

    def prepare(self) -> None:
        """Make an order of exactly what was previewed."""
        preview = self.preview
        if not self.why_not_prepare() and preview is not None:
            self._begin()
            job = partial(self._retention.prepare, self._actor, self._request, preview.kind, preview.digest)
            self._runner.run(job, self._prepared, self._failed)

    def approve(self) -> None:
        """Approve the chosen order and have it done."""
        order = self.order
        if order is not None and not self.why_not_decide():
            self._begin()
            request = str(uuid.uuid4())
            job = partial(self._retention.approve, self._actor, request, order.order_id, order.version)
            self._runner.run(job, self._carry_out, self._failed)

    def refuse(self, reason: str) -> None:
        """Refuse the chosen order."""
        order = self.order
        if order is not None and not self.why_not_decide():
            self._begin()
            request = str(uuid.uuid4())
            job = partial(self._retention.refuse, self._actor, request, order.order_id, order.version, reason)
            self._runner.run(job, self._refused, self._failed)

    def go_on(self) -> None:
        """Go on with an order that was cut off half way."""
        order = self.order
        if order is not None and not self.why_not_go_on():
            self._begin()
            self._carry_out(order)

    # -- answers ---------------------------------------------------------------------------------------
    def _begin(self) -> None:
        self.busy = True
        self.changed.emit()

    def _end(self) -> None:
        self.busy, self.progress = False, ""
        self._request = str(uuid.uuid4())
        self.refresh()

    def _show(self, page: RetentionPage) -> None:
        self.page = page
        if self.order is None:
            waiting = (row for row in page.orders if row.state in (PurgeState.PREPARED, PurgeState.APPROVED))
            chosen = next(waiting, page.orders[0] if page.orders else None)
            self.order_id = chosen.order_id if chosen is not None else None
        self.changed.emit()

    def _saved(self, _term: TermRow) -> None:
        self.preview = None
        self.notice.emit(
            text("retention", "“{kind}”的保存期限已保存。").format(kind=sentence_text(DATA_WORDS[self.kind]))
        )
        self._end()

    def _previewed(self, preview: PurgePreview) -> None:
        if preview.kind is self.kind:
            self.preview = preview
            self.changed.emit()

    def _prepared(self, order: PurgeOrderRow) -> None:
        self.order_id, self.preview = order.order_id, None
        self.notice.emit(
            text("retention", "清除单已编制，共 {count} 项，待安全管理员批准。").format(count=order.parts)
        )
        self._end()

    def _refused(self, _order: PurgeOrderRow) -> None:
        self.notice.emit(text("retention", "没有批准，什么都没有清除。"))
        self._end()

    def _carry_out(self, order: PurgeOrderRow) -> None:
        job = partial(self._retention.carry_out, self._actor, order.order_id, self._report)
        self._runner.run(job, self._done, self._failed, lane="background")

    def _report(self, done: int, parts: int) -> None:
        """Heard in the worker."""
        self._runner.post(partial(self._tell_progress, done, parts))

    def _tell_progress(self, done: int, parts: int) -> None:
        self.progress = text("retention", "已清除 {done} / {parts}").format(done=done, parts=parts)
        self.changed.emit()

    def _done(self, order: PurgeOrderRow) -> None:
        said = text("retention", "清除完成：清除 {done} 项，保留 {kept} 项，已留痕。")
        self.notice.emit(said.format(done=order.done, kept=order.kept))
        self._end()

    def _failed(self, error: CounterError) -> None:
        self.busy, self.progress = False, ""
        self.changed.emit()
        if isinstance(error, BadInput):
            self.problem.emit((FieldProblem(error.field, error.message),))
            return
        self.fail(error)
        if isinstance(error, NotPossible):
            self.preview = None
            self.refresh()
