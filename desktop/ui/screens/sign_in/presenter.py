"""What the sign-in page knows: the station, its counters, the sample clerks, how the attempt goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.errors import BadInput, CounterError, FactorDue, PasswordDue, sentence
from desktop.ui.kit.background import Runner
from desktop.ui.kit.screen import Gate
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.services.factor_rows import CodeSecret
    from desktop.services.rows import Actor, Welcome
    from desktop.services.sign_in import SignIn

_NO_KEY = sentence("errors", "没有看到密钥。请插上U盘，或选择密钥文件。")


class SignInPresenter(Gate):
    """Signs a clerk in. `opened` carries the Actor; `set_up_wanted` asks for the first-run form.

    `sign_in` gives the service and is called in the worker only: it may open the database then, so that
    the page is seen before.
    """

    welcomed = Signal()
    busy_changed = Signal()
    set_up_wanted = Signal()
    back = Signal()
    """Nobody takes the window over after all: back to the lock."""
    ready = Signal()
    """The clerk pressed Enter before the station was known: hand in what stands there now."""
    due = Signal(object)
    """The password was right, and another must be set first (PasswordDue): `set_password` does both."""
    refused = Signal(object)
    """Why the new password was not taken (a CounterError)."""
    step = Signal(object)
    """The password was right, and a second factor comes next (FactorDue)."""
    step_refused = Signal(object)
    """Why the second factor was not taken (a CounterError)."""
    keys_found = Signal(object)
    """The keys that are plugged in: their places."""
    drives_found = Signal(object)
    """Where a new key can be put."""
    code_made = Signal(object)
    """A telephone's secret to show (CodeSecret)."""

    def __init__(self, sign_in: Callable[[], SignIn], runner: Runner, *, over: Actor | None = None) -> None:
        """`over` is who locked the window that somebody else is about to take over."""
        super().__init__()
        self.over = over
        self._sign_in, self._runner = sign_in, runner
        self.welcome: Welcome | None = None
        self.error: CounterError | None = None
        self.busy, self._pressed_early = False, False
        self._let_on: tuple[str, str, int] | None = None
        self._half, self._request, self._looking = "", "", False
        self._code: CodeSecret | None = None

    def title(self) -> str:
        """The page's name."""
        return text("sign_in", "登录") if self.over is None else text("sign_in", "换人登录")

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

    # -- the second step -----------------------------------------------------------------------------
    def look_for_keys(self) -> None:
        """Look which keys are plugged in; one look at a time."""
        if not self._looking:
            self._looking = True
            self._runner.run(
                lambda: self._sign_in().keys_present(), self._seen, self._not_seen, lane="background"
            )

    def use_token(self, place: str, pin: str) -> None:
        """Go on with the key at a place."""
        if not place:
            self.step_refused.emit(BadInput("place", _NO_KEY))
        else:
            self._go_on(lambda half: self._sign_in().sign_in_with_token(half, place, pin))

    def use_code(self, code: str) -> None:
        """Go on with a telephone's code."""
        self._go_on(lambda half: self._sign_in().sign_in_with_code(half, code))

    def look_for_drives(self) -> None:
        """Look where a new key can be put."""
        self._runner.run(lambda: self._sign_in().drives(), self.drives_found.emit, self.step_refused.emit)

    def register_token(self, values: dict[str, str]) -> None:
        """Make and register the first key, and go on with it."""
        self._go_on(lambda half: self._sign_in().register_token(half, self._request, values))

    def make_code(self) -> None:
        """Have a secret made for a telephone."""
        half = self._half
        self._runner.run(lambda: self._sign_in().new_code(half), self._code_is, self.step_refused.emit)

    def register_code(self, values: dict[str, str]) -> None:
        """Register the telephone that shows the code, and go on with it."""
        made = self._code
        if made is not None:
            self._go_on(
                lambda half: self._sign_in().register_code(
                    half, self._request, made, values["factor_name"], values["code"]
                )
            )

    def stop(self) -> None:
        """Give the attempt up: it begins with the password again."""
        half, self._half, self._code = self._half, "", None
        if half:
            self._runner.run(lambda: self._sign_in().give_up(half), self._nothing, self.step_refused.emit)

    # -- inside --------------------------------------------------------------------------------------
    def _go_on(self, attempt: Callable[[str], Actor]) -> None:
        if self.busy or not self._half:
            return
        self._begin()
        self._runner.run(partial(attempt, self._half), self._let_in, self._not_on)

    def _not_on(self, error: CounterError) -> None:
        self.busy = False
        self.busy_changed.emit()
        (self.due if isinstance(error, PasswordDue) else self.step_refused).emit(error)

    def _seen(self, places: tuple[str, ...]) -> None:
        self._looking = False
        self.keys_found.emit(places)

    def _not_seen(self, _error: CounterError) -> None:
        self._looking = False

    def _code_is(self, made: CodeSecret) -> None:
        self._code = made
        self.code_made.emit(made)

    def _nothing(self, _answer: object) -> None:
        """Take the answer of a job that has none."""

    def _attempt(self, name: str, password: str, counter_number: int) -> Actor:
        return self._sign_in().sign_in(name, password, counter_number)

    def _attempt_anew(self, name: str, password: str, new: str, again: str, counter_number: int) -> Actor:
        return self._sign_in().sign_in_anew(name, password, new, again, counter_number, self._half)

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
        self._half, self._code = "", None
        self.busy_changed.emit()
        self.opened.emit(actor)

    def _refuse(self, error: CounterError) -> None:
        self.busy = False
        self.busy_changed.emit()
        if isinstance(error, FactorDue):  # the clerk took too long over the new password
            self._half, self._request = error.half, self._request or _new_request()
            self.step.emit(error)
        else:
            self.refused.emit(error)

    def _fail(self, error: CounterError) -> None:
        if isinstance(error, FactorDue):
            self._half, self._request, self.busy = error.half, _new_request(), False
            self.busy_changed.emit()
            self.step.emit(error)
            return
        if isinstance(error, PasswordDue):
            self.busy = False
            self.busy_changed.emit()
            self.due.emit(error)
            return
        self._let_on = None
        self.busy, self.error, self._pressed_early = False, error, False
        self.busy_changed.emit()
        self.failed.emit(error)


def _new_request() -> str:
    import uuid  # for start-up time: it brings `platform` along, 2 ms

    return str(uuid.uuid4())
