"""Two databases as one: the station's server while it answers, the window's own store while it does not."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

from desktop.domain.errors import NO_SERVER
from desktop.models.database import Database, Link

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Engine

    from desktop.domain.changes import Change, Seen
    from desktop.domain.errors import ServerAway, ServerRefuses
    from desktop.models.prepared import Prepared


class Watcher(Protocol):
    """Whoever has to know of each transaction on the server that changes something."""

    def storing(self, link: Link) -> None:
        """It is about to be committed."""
        ...

    def stored(self, link: Link) -> None:
        """It is committed."""
        ...


class _Falling(Link):
    """A connection to the server for reading; what it is away for is read from the store."""

    def __init__(self, switch: Switch, link: Link) -> None:
        self._switch = switch
        self._link = link
        self.dialect = link.dialect
        self.in_transaction = link.in_transaction
        self._forget()

    def one(self, prepared: Prepared, **values: Any) -> Any | None:
        """Return the first row, or None."""
        try:
            return self._link.one(prepared, **values)
        except NO_SERVER as error:
            return self._switch.fall(error).link.one(prepared, **values)

    def all(self, prepared: Prepared, **values: Any) -> list[Any]:
        """Return every row."""
        try:
            return self._link.all(prepared, **values)
        except NO_SERVER as error:
            return self._switch.fall(error).link.all(prepared, **values)

    def run(self, prepared: Prepared, **values: Any) -> int:
        """Run a statement that changes something, on the server alone."""
        return self._link.run(prepared, **values)

    def run_many(self, prepared: Prepared, many: Iterable[Mapping[str, Any]]) -> None:
        """Run a statement once for each set of values, on the server alone."""
        self._link.run_many(prepared, many)

    def run_later(self, prepared: Prepared, **values: Any) -> None:
        """See `Link.run_later`, on the server alone."""
        self._link.run_later(prepared, **values)

    @contextmanager
    def patiently(self, seconds: float) -> Iterator[None]:
        """See `Link.patiently`."""
        with self._link.patiently(seconds):
            yield

    def checkpoint(self) -> None:
        """Keep the store small: the server looks after itself."""
        self._switch.store.link.checkpoint()


class Switch(Database):
    """What services ask is asked of the server, or of the store while `away`.

    A thread stays with one of the two as long as it is inside `on` or a transaction. The store is read by
    whoever asks while the server is away, and written inside `on(store)` only: `refuse` makes the error for
    everybody else. `lost` is told since when the server is away, `watcher` what services store at it.
    """

    watcher: Watcher | None = None

    def __init__(
        self,
        server: Database,
        store: Database,
        refuse: Callable[[], Exception],
        lost: Callable[[datetime], None],
    ) -> None:
        self.server, self.store = server, store
        self.lost = lost
        self.path = None
        self.away = False
        self.refuse = refuse
        self._held = threading.local()

    @property
    def current(self) -> Database:
        """The database that this thread asks now."""
        held: Database | None = getattr(self._held, "database", None)
        if held is not None:
            return held
        return self.store if self.away else self.server

    @property
    def engine(self) -> Engine:  # type: ignore[override]
        """The engine of the database in use."""
        return self.current.engine

    @property
    def link(self) -> Link:
        """This thread's connection to the database in use; what is read is read from the store from the moment
        that the server goes away.
        """
        held: Database | None = getattr(self._held, "database", None)
        if held is not None:
            return held.link
        if self.away:
            return self.store.link
        try:
            return _Falling(self, self.server.link)
        except NO_SERVER as error:  # it lets nobody in
            return self.fall(error).link

    def fall(self, error: ServerAway | ServerRefuses) -> Database:
        """Go over to the store, and return it; the error itself where there is nothing in it to go on with."""
        self.lost(error.since)
        if not self.away:
            raise error
        return self.store

    @contextmanager
    def on(self, database: Database) -> Iterator[Database]:
        """Keep this thread to one of the two inside."""
        before = getattr(self._held, "database", None)
        self._held.database = database
        try:
            yield database
        finally:
            self._held.database = before

    @contextmanager
    def faults(self) -> Iterator[None]:
        """Turn what the environment did to the database in use into a sentence."""
        with self.current.faults():
            yield

    @contextmanager
    def write(self) -> Iterator[Link]:
        """One durable transaction on the database in use; a nested call joins the outer one."""
        held: Database | None = getattr(self._held, "database", None)
        if held is None and self.away:
            raise self.refuse()
        with self.on(held or self.server) as database:
            watcher = None if database is self.store or database.link.in_transaction else self.watcher
            with database.write() as link:
                yield link
                if watcher is not None:
                    watcher.storing(link)
            if watcher is not None:
                watcher.stored(link)

    def attend(self, heard: Callable[[Sequence[Change]], None], seen: Callable[[Seen], None]) -> None:
        """See `Database.attend`: the server is attended to, and its going away is noticed here first."""

        def told(now: Seen) -> None:
            if now.away_since is not None:
                self.lost(now.away_since)
            seen(now)

        self.server.attend(heard, told)

    def for_a_child(self) -> dict[str, Any]:
        """See `Database.for_a_child`: the server is read, for what the store has is not all."""
        if self.away:
            raise self.refuse()
        return self.server.for_a_child()

    def occupy(self, counter_number: int | None) -> bool:
        """See `Database.occupy`."""
        return self.server.occupy(counter_number)

    def tell_others(self, changes: Sequence[Change]) -> None:
        """See `Database.tell_others`."""
        self.server.tell_others(changes)

    def forbid(self, thread: int | None) -> None:
        """Refuse a thread at both; see `Database.forbid`."""
        self.server.forbid(thread)
        self.store.forbid(thread)

    def close(self) -> None:
        """Close both."""
        self.server.close()
        self.store.close()
