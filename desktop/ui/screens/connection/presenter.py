"""What the screen of the connection knows: what is set, what is typed, what the server answered."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.domain.errors import BadInput, CounterError, FieldProblem
from desktop.domain.rights import Right
from desktop.ui.kit.background import Runner
from desktop.ui.kit.screen import Presenter
from desktop.ui.kit.text import text

if TYPE_CHECKING:
    from desktop.services.connections import ConnectionForm, ConnectionRow, ConnectionTried
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor

FIELDS = ("hosts", "database", "user", "password", "ca_file", "counter_number")


class ConnectionPresenter(Presenter):
    """Tries a connection as typed, and stores one that works."""

    changed = Signal()
    """What is set, what was answered or what is possible is another one."""
    problems = Signal(object)
    """What is wrong with the fields (a tuple of FieldProblem); empty takes earlier ones back."""
    refill = Signal()
    """The fields show what is set."""
    move_to_station = Signal(object)
    """Go and move this window's database to the server that is typed (a ConnectionForm)."""

    def __init__(self, counter: Counter, actor: Actor, runner: Runner) -> None:
        super().__init__()
        self._connections, self._actor, self._runner = counter.connections, actor, runner
        self.row: ConnectionRow | None = None
        self.tried: ConnectionTried | None = None
        self.refused: CounterError | None = None
        self.saved = self.busy = False
        self.local = not counter.backups.served
        """Whether this window has a database of its own, which could be moved."""
        self.practice = actor.station.practice
        self.may_move = self.local and actor.may(Right.KEEP_DATABASE)
        self._runner.run(partial(self._connections.read, actor), self._read, self.fail)

    def title(self) -> str:
        """The screen's name."""
        return text("connection", "连接")

    def try_out(self, values: Mapping[str, str]) -> None:
        """Connect as typed, and show who answers."""
        self._ask(partial(self._connections.try_out, self._actor, _form(values)), saves=False)

    def save(self, values: Mapping[str, str]) -> None:
        """Connect as typed, and store it if that works."""
        self._ask(partial(self._connections.save, self._actor, _form(values)), saves=True)

    def move(self, values: Mapping[str, str]) -> None:
        """Go on to the move, to the server as typed."""
        if not self.busy:
            self.move_to_station.emit(_form(values))

    def _ask(self, job: partial[ConnectionTried], *, saves: bool) -> None:
        if self.busy:
            return
        self.busy, self.saved = True, False
        self.tried = self.refused = None
        self.problems.emit(())
        self.changed.emit()
        self._runner.run(job, partial(self._answered, saves), self._failed, lane="background")

    def _read(self, row: ConnectionRow) -> None:
        self.row, self.refused = row, row.trouble
        self.refill.emit()
        self.changed.emit()

    def _answered(self, saves: bool, tried: ConnectionTried) -> None:
        self.busy, self.saved, self.tried = False, saves, tried
        self.changed.emit()

    def _failed(self, error: CounterError) -> None:
        self.busy = False
        if isinstance(error, BadInput) and error.field in FIELDS:
            self.problems.emit((FieldProblem(error.field, error.message),))
        else:
            self.refused = error
        self.changed.emit()


def _form(values: Mapping[str, str]) -> ConnectionForm:
    from desktop.services.connections import ConnectionForm

    return ConnectionForm(**{name: values.get(name, "") for name in FIELDS})
