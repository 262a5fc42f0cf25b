"""What the sign-in page knows: the station, its counters, the sample clerks, how the attempt goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.errors import BadInput, CounterError, PasswordDue, sentence
from desktop.ui.kit.background import Runner
from desktop.ui.kit.screen import Gate
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.services.rows import Actor, Welcome
    from desktop.services.sign_in import SignIn


class SignInPresenter(Gate):
    """Signs a clerk in. `opened` carries the Actor; `set_up_wanted` asks for the first-run form.

    `sign_in` gives the service and is called in the worker only: it may open the database then, so that
    the page is seen before.
    """

    welcomed = Signal()
    busy_changed = Signal()
    set_up_wanted = Signal()
    ready = Signal()
    """The clerk pressed Enter before the station was known: hand in what stands there now."""
    due = Signal(object)
    """The password was right, and another must be set first (PasswordDue): `set_password` does both."""
    refused = Signal(object)
    """Why the new password was not taken (a CounterError)."""

    def __init__(self, sign_in: Callable[[], SignIn], runner: Runner) -> None:
        super().__init__()
        self._sign_in, self._runner = sign_in, runner
        self.welcome: Welcome | None = None
        self.error: CounterError | None = None
        self.busy, self._pressed_early = False, False
        self._let_on: tuple[str, str, int] | None = None

    def title(self) -> str:
        """The page's name."""
        return text("sign_in", "登录")

    def start(self) -> None:
        """Ask who may sign in here; the page fills in when the answer comes."""
        self._begin()
        self._runner.run(lambda: self._sign_in().welcome(), self._greet, self._fail)

    def try_sign_in(self, values: dict[str, str]) -> None:
        """Sign in with `sign_in_name`, `password`, `counter_number` as typed; one attempt at a time.

        While the station is still being read in, the attempt waits: `ready` asks for it again.
        """
        if self.busy:
            self._pressed_early = self.welcome is None
            return
        number = values["counter_number"]
        if not values["sign_in_name"]:
            self._fail(BadInput("sign_in_name", sentence("errors", "请填写登录名。")))
        elif not values["password"]:
            self._fail(BadInput("password", sentence("errors", "请填写密码。")))
        elif not number.isascii() or not number.isdigit():
            self._fail(BadInput("counter_number", sentence("errors", "窗口号应为1至99。")))
        else:
            self._begin()
            self._let_on = values["sign_in_name"], values["password"], int(number)
            self._runner.run(partial(self._attempt, *self._let_on), self._let_in, self._fail)

    def set_password(self, new: str, again: str) -> None:
        """Set another password in place of the one that was right but due, and sign in with it."""
        if self.busy or self._let_on is None:
            return
        self._begin()
        name, password, number = self._let_on
        attempt = partial(self._attempt_anew, name, password, new, again, number)
        self._runner.run(attempt, self._let_in, self._refuse)

    def _attempt(self, name: str, password: str, counter_number: int) -> Actor:
        return self._sign_in().sign_in(name, password, counter_number)

    def _attempt_anew(self, name: str, password: str, new: str, again: str, counter_number: int) -> Actor:
        return self._sign_in().sign_in_anew(name, password, new, again, counter_number)

    def _begin(self) -> None:
        self.busy, self.error = True, None
        self.busy_changed.emit()

    def _greet(self, welcome: Welcome) -> None:
        self.welcome, self.busy = welcome, False
        self.busy_changed.emit()
        self.welcomed.emit()
        if self._pressed_early:
            self._pressed_early = False
            self.ready.emit()

    def _let_in(self, actor: Actor) -> None:
        self.busy, self._let_on = False, None
        self.busy_changed.emit()
        self.opened.emit(actor)

    def _refuse(self, error: CounterError) -> None:
        self.busy = False
        self.busy_changed.emit()
        self.refused.emit(error)

    def _fail(self, error: CounterError) -> None:
        if isinstance(error, PasswordDue):
            self.busy = False
            self.busy_changed.emit()
            self.due.emit(error)
            return
        self._let_on = None
        self.busy, self.error, self._pressed_early = False, error, False
        self.busy_changed.emit()
        self.failed.emit(error)
