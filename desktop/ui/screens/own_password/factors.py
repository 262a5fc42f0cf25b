"""What the page knows of one's own second factors: which there are, what is being registered or given up."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import CounterError
from desktop.ui.kit.background import Runner
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.factor_rows import CodeSecret, FactorRow, OwnFactors
    from desktop.services.rows import Actor


class OwnFactorsPresenter(QObject):
    """Asks the service for one thing at a time; keeps no password, no PIN and no secret longer than its sheet."""

    changed = Signal()
    """The list is another one, or it is busy or no longer."""
    drives_found = Signal(object)
    """Where a new key can be put: ask for the rest."""
    code_made = Signal(object)
    """A telephone's secret to show (CodeSecret)."""
    done = Signal()
    """What was asked for is stored."""
    failed = Signal(object)
    notice = Signal(str)

    def __init__(self, counter: Counter, actor: Actor, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._factors, self._actor, self._runner = counter.second_factors, actor, runner
        self._request = str(uuid.uuid4())
        self._code: CodeSecret | None = None
        self.mine: OwnFactors | None = None
        self.busy = False
        self.refresh()

    @property
    def rows(self) -> tuple[FactorRow, ...]:
        """One's second factors, those in use first."""
        return () if self.mine is None else self.mine.rows

    def refresh(self) -> None:
        """Read the list anew."""
        self._runner.run(partial(self._factors.mine, self._actor), self._show, self.failed.emit)

    def look_for_drives(self) -> None:
        """Look where a new key can be put; the list is read anew with it."""
        self._do(partial(self._factors.mine, self._actor), self._drives)

    def make_token(self, values: dict[str, str]) -> None:
        """Make a key and register it."""
        job = partial(self._factors.make_token, self._actor, self._request, values)
        self._do(job, self._registered)

    def make_code(self, values: dict[str, str]) -> None:
        """Have a secret made for a telephone."""
        self._do(partial(self._factors.new_code, self._actor, values["old_password"]), self._code_is)

    def register_code(self, values: dict[str, str]) -> None:
        """Register the telephone that shows the code."""
        if self._code is not None:
            asked = (self._code, values["factor_name"], values["code"])
            job = partial(self._factors.register_code, self._actor, self._request, *asked)
            self._do(job, self._registered)

    def forget_code(self) -> None:
        """The sheet is closed: its secret is forgotten."""
        self._code = None

    def give_up(self, row: FactorRow, values: dict[str, str]) -> None:
        """End one of one's own."""
        job = partial(self._factors.give_up, self._actor, row.factor_id, values["old_password"])
        self._do(job, self._given_up)

    # -- answers ---------------------------------------------------------------------------------------
    def _do(self, job: Callable[[], object], done: Callable[..., None]) -> None:
        if not self.busy:
            self._set_busy(True)
            self._runner.run(job, done, self._failed)

    def _show(self, mine: OwnFactors) -> None:
        self.mine = mine
        self.changed.emit()

    def _drives(self, mine: OwnFactors) -> None:
        self.mine = mine
        self._set_busy(False)
        self.drives_found.emit(mine.drives)

    def _code_is(self, made: CodeSecret) -> None:
        self._code = made
        self._set_busy(False)
        self.done.emit()  # the sheet that asked for the password
        self.code_made.emit(made)

    def _registered(self, row: FactorRow) -> None:
        self._request = str(uuid.uuid4())
        self.notice.emit(text("own_password", "已登记：{name}。下次登录要用它。").format(name=row.name))
        self._settle()

    def _given_up(self, _nothing: None) -> None:
        self.notice.emit(text("own_password", "已停用，不能再用它登录。"))
        self._settle()

    def _settle(self) -> None:
        self._set_busy(False)
        self.done.emit()
        self.refresh()

    def _failed(self, error: CounterError) -> None:
        self._set_busy(False)
        self.failed.emit(error)

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.changed.emit()
