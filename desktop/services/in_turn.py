"""One transaction, tried again when another counter was in its way."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Protocol, TypeVar

from desktop.domain.errors import NotPossible, sentence
from desktop.services.given import CURRENT

if TYPE_CHECKING:
    from desktop.models.database import Database, Link
    from desktop.services.office import Office

P = ParamSpec("P")
T = TypeVar("T")

TRIES = 8
_RETRIED = frozenset(("40001", "40P01"))  # SQLSTATE: could not serialize, deadlock
_BUSY = sentence("errors", "其他窗口正在办理同样的内容，这一次没有保存。请稍后再试。")


class _Service(Protocol):
    _office: Office


S = TypeVar("S", bound=_Service)


class Overtaken(Exception):
    """Somebody else changed what was just read: the transaction is undone and begun again."""


def in_turn(office: Office, job: Callable[[Link], T], *, one_moment: bool = False) -> T:
    """Run a job in one transaction; from the beginning again when it met another counter's.

    The job reads anew what it decides on each time, with `one_moment` all of it as of one moment; a job that
    locks rows reads what the lock waited for and goes without. NotPossible when it was in somebody's way too
    often; inside a transaction of the caller's it is tried once.
    """
    database = office.database
    if database.link.in_transaction:
        return job(database.link)

    def turn() -> T:
        with database.write() as link:
            if one_moment:
                link.hold_still()
            return job(link)

    return _until_done(office, turn)


def taking_turns(method: Callable[Concatenate[S, P], T]) -> Callable[Concatenate[S, P], T]:
    """Have a service's method done from the beginning again when its transaction met another counter's.

    For one that does nothing but read, and change rows in one transaction.
    """

    @functools.wraps(method)
    def tried(self: S, /, *args: P.args, **kwargs: P.kwargs) -> T:
        if self._office.database.link.in_transaction:
            return method(self, *args, **kwargs)
        return _until_done(self._office, lambda: method(self, *args, **kwargs))

    return tried


def _until_done(office: Office, turn: Callable[[], T]) -> T:
    given = CURRENT.get()
    mark = None if given is None else given.mark()
    for left in reversed(range(TRIES)):
        if given is not None and mark is not None:
            given.back(mark)
        try:
            return turn()
        except Exception as error:
            if not _in_the_way(error, office.database):
                raise
            if not left:
                raise NotPossible(_BUSY) from error
    raise AssertionError("unreachable")


def _in_the_way(error: Exception, database: Database) -> bool:
    """Tell a row that another counter changed or stored first, or a lock that had to yield, from other faults."""
    driver = database.engine.dialect.loaded_dbapi
    if isinstance(error, Overtaken | driver.IntegrityError):
        return True
    return isinstance(error, driver.Error) and getattr(error, "sqlstate", None) in _RETRIED
