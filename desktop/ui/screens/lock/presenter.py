"""What the lock screen knows: who locked it, and how the attempt to unlock goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.errors import BadInput, CounterError, sentence
from desktop.ui.kit.background import Runner
from desktop.ui.kit.screen import Gate
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.services.rows import Actor
    from desktop.services.sign_in import SignIn


class LockPresenter(Gate):
    """Lets the same clerk back in: `opened` carries the Actor. `other` asks for somebody else's turn."""

    busy_changed = Signal()

    def __init__(self, sign_in: SignIn, actor: Actor, runner: Runner) -> None:
        super().__init__()
        self._sign_in, self._runner = sign_in, runner
        self.actor = actor
        self.busy = False

    def title(self) -> str:
        """The page's name."""
        return text("lock", "已锁屏")

    def unlock(self, password: str) -> None:
        """Try a password; one attempt at a time."""
        if self.busy:
            return
        if not password:
            self._fail(BadInput("password", sentence("errors", "请填写密码。")))
            return
        self._set_busy(True)
        self._runner.run(partial(self._sign_in.unlock, self.actor, password), self._done, self._fail)

    def let_other(self) -> None:
        """Somebody else wants the window; once, and not while a password is being judged."""
        if not self.busy:
            self.busy = True
            self.other.emit()

    def _done(self, _nothing: None) -> None:
        self._set_busy(False)
        self.opened.emit(self.actor)

    def _fail(self, error: CounterError) -> None:
        self._set_busy(False)
        self.failed.emit(error)

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit()
