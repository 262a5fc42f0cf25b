"""The pages that stand before the work: sign-in, the secret that opens this machine's data, a station set up."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.ui.kit.first_paint import FirstPaint
from desktop.ui.kit.screen import Screen
from desktop.ui.kit.turns import Slices
from desktop.ui.kit.warm import load_types
from desktop.ui.screens.sign_in.presenter import SignInPresenter
from desktop.ui.screens.sign_in.view import SignInView

if TYPE_CHECKING:
    from desktop.domain.errors import CounterError
    from desktop.services.division_rows import DivisionHit
    from desktop.services.ports import Folders
    from desktop.services.rows import Actor
    from desktop.station_data import StationData
    from desktop.ui.kit.background import Runner
    from desktop.ui.kit.screen import Presenter
    from desktop.ui.main_window import MainWindow


class Gates(QObject):
    """Shows them in the window, one leading to the next, until somebody has signed in."""

    opened = Signal(object)
    """Somebody signed in: their Actor."""
    welcomed = Signal()
    """The sign-in page knows the station, so its data is open."""
    greeter: SignInPresenter
    """The sign-in page that was shown last."""

    def __init__(
        self, window: MainWindow, runner: Runner, data: StationData, folders: Folders, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window, self._runner, self._data, self._folders = window, runner, data, folders
        self._types: Slices | None = None

    def open(self) -> None:
        """Show the sign-in page, and open the database behind it."""
        self._window.show_gate(self._sign_in())
        FirstPaint(self._window, lambda: self._with_types(self.greeter.start))

    def open_again(self) -> None:
        """The same later on, the page and its being shown a turn each."""
        gate = self._sign_in()
        Slices(self, [gate.prepare, gate.polish, partial(self._window.show_gate, gate)])
        self._with_types(self.greeter.start)

    def show_over(self, here: Actor, taken: Callable[[Presenter, Actor], None]) -> None:
        """Let somebody else sign in over the lock, or the lock come back; meanwhile everything stays as it is.

        `taken` is called with the page and who signed in.
        """
        presenter = SignInPresenter(lambda: self._data.counter().sign_in, self._runner, over=here)
        presenter.opened.connect(partial(taken, presenter))
        presenter.back.connect(self._window.lock_again)
        gate = Screen(presenter, SignInView)
        Slices(self, [gate.prepare, gate.polish, partial(self._window.show_over, gate), presenter.start])

    def _sign_in(self) -> Screen:
        self.greeter = presenter = SignInPresenter(lambda: self._data.counter().sign_in, self._runner)
        presenter.opened.connect(self.opened)
        presenter.set_up_wanted.connect(self._set_up)
        presenter.failed.connect(self._ask_for_secret)
        presenter.welcomed.connect(self.welcomed)
        return Screen(presenter, SignInView)

    def _with_types(self, then: Callable[[], None]) -> None:
        if self._types is None:
            self._types = load_types(self)
        if self._types.done:
            then()
        else:
            self._types.built.connect(then)

    def _ask_for_secret(self, error: CounterError) -> None:
        """This machine alone does not open its data: ask for what does, then let people sign in."""
        ways = getattr(error, "ways", None)
        if ways is None:
            return
        from desktop.ui.screens.unlock.presenter import UnlockPresenter
        from desktop.ui.screens.unlock.view import UnlockView

        presenter = UnlockPresenter(self._unlock, ways, self._runner)
        presenter.opened.connect(self.open_again)
        gate = Screen(presenter, UnlockView)
        Slices(self, [gate.prepare, partial(self._window.show_gate, gate)])

    def _unlock(self, secret: str, recovery: str, pin: str) -> None:
        from desktop.services.unlocking import unlock_by

        self._data.unlock(unlock_by(secret, recovery, pin))

    def _set_up(self) -> None:
        from desktop.services.division_rows import DivisionLevel
        from desktop.services.served import is_served
        from desktop.ui.screens.set_up.presenter import SetUpPresenter
        from desktop.ui.screens.set_up.view import SetUpView

        def find_county(typed: str) -> tuple[DivisionHit, ...]:
            return self._data.counter().divisions.search(typed, levels=(DivisionLevel.COUNTY,))

        presenter = SetUpPresenter(
            lambda: self._data.being_set_up().set_up,
            find_county,
            self._runner,
            asks_secret=not is_served(self._folders),
        )
        presenter.opened.connect(self._station_made)
        presenter.cancelled.connect(self.open_again)
        gate = Screen(presenter, SetUpView)
        Slices(self, [gate.prepare, partial(self._window.show_gate, gate)])

    def _station_made(self, _station: object) -> None:
        before = self._data.take_set_up()
        if before is not None:
            self._runner.run(before.close, _nothing, self._window.tell_trouble)
        self.open()


def _nothing(_: object) -> None:
    """Take the answer of a job that has none."""
