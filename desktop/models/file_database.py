"""A counter's own database file: connections that can be laid aside for a moment, and its keys."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine

from desktop.domain.errors import NotPossible
from desktop.models.database import Database, Link, sqlite_engine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.domain.errors import Sentence
    from desktop.models.key_ring import KeyRing
    from desktop.models.prepared import Prepared


class InUse(Exception):
    """Somebody is at work on the file: another moment will do."""


STILL_WRITTEN = frozenset(("journal_entry", "trail_head", "trail_stretch", "trail_slice", "wrong_password"))
"""Tables that are written after a database was shut: what happens is written down until the program ends."""


class FileLink(Link):
    """A connection held by one thread, which another thread may close between two statements.

    It opens itself again at its next use, so that the file under it can be another one by then. `may_run` raises
    where a statement that changes something is refused.
    """

    def __init__(self, engine: Engine, may_run: Callable[[Prepared], None]) -> None:
        self._engine, self._at_work, self._away = engine, threading.RLock(), False
        self._may_run = may_run
        super().__init__(engine)

    def one(self, prepared: Prepared, **values: Any) -> Any | None:
        """See `Link.one`."""
        if self.in_transaction:  # until it ends nobody lays the connection aside
            return self._one(prepared, values)
        with self._at_work:
            self._come_back()
            return self._one(prepared, values)

    def all(self, prepared: Prepared, **values: Any) -> list[Any]:
        """See `Link.all`."""
        with self._at_work:
            self._come_back()
            return self._all(prepared, values)

    def run(self, prepared: Prepared, **values: Any) -> int:
        """See `Link.run`."""
        self._may_run(prepared)
        if self.in_transaction:  # as above
            return self._run(prepared, values)
        with self._at_work:
            self._come_back()
            return self._run(prepared, values)

    def run_many(self, prepared: Prepared, many: Iterable[Mapping[str, Any]]) -> None:
        """See `Link.run_many`."""
        self._may_run(prepared)
        with self._at_work:
            self._come_back()
            super().run_many(prepared, many)

    def run_later(self, prepared: Prepared, **values: Any) -> None:
        """See `Link.run_later`."""
        self._may_run(prepared)
        with self._at_work:
            self._come_back()
            super().run_later(prepared, **values)

    def begin(self) -> None:
        """Start a transaction; until it ends nobody lays the connection aside."""
        self._at_work.acquire()
        try:
            self._come_back()
            super().begin()
        except BaseException:
            self._at_work.release()
            raise

    def commit(self) -> None:
        """See `Link.commit`; one that fails is still to be rolled back."""
        super().commit()
        self._at_work.release()

    def rollback(self) -> None:
        """See `Link.rollback`."""
        began = self.in_transaction
        super().rollback()
        if began:
            self._at_work.release()

    def checkpoint(self) -> None:
        """See `Link.checkpoint`."""
        with self._at_work:
            self._come_back()
            super().checkpoint()

    def close(self) -> None:
        """Give the connection back, unless it is laid aside."""
        with self._at_work:
            if not self._away:
                super().close()

    def lay_aside(self) -> bool:
        """Close the connection and keep its thread waiting until `release`; False when it is at work."""
        if not self._at_work.acquire(blocking=False):
            return False
        if self.in_transaction:  # of this very thread
            self._at_work.release()
            return False
        if not self._away:
            super().close()
            self._away = True
        return True

    def release(self) -> None:
        """Let its thread use the connection again; it is opened then."""
        self._at_work.release()

    def _come_back(self) -> None:
        if self._away:
            super().__init__(self._engine)
            self._away = False


class FileDatabase(Database):
    """The database in an encrypted file; `ring` has its keys."""

    def __init__(self, path: Path, ring: KeyRing) -> None:
        self.ring = ring
        super().__init__(sqlite_engine(path, ring.current_key), path)
        self._files: list[FileLink] = []
        self._shut: Sentence | None = None

    def shut(self, why: Sentence | None) -> None:
        """Refuse every change but to the trail, with a sentence, from now on; None lifts it.

        What another thread began before may still be under way: who takes the write lock next has waited for it.
        """
        self._shut = why

    def _may_run(self, prepared: Prepared) -> None:
        if self._shut is not None:
            table = getattr(prepared.statement, "table", None)
            if table is not None and table.name not in STILL_WRITTEN:
                raise NotPossible(self._shut)

    def _new_link(self) -> Link:
        link = FileLink(self.engine, self._may_run)
        with self._guard:
            self._files.append(link)
        return link

    def for_a_child(self) -> dict[str, Any]:
        """See `Database.for_a_child`."""
        return {"database": str(self.path), "key": self.ring.current_key().hex()}

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Have every connection of this program closed inside; InUse when one is in the middle of something.

        Who wants to ask something meanwhile waits: what is done inside must take milliseconds.
        """
        aside: list[FileLink] = []
        with self._guard:
            try:
                for link in self._files:
                    if not link.lay_aside():
                        raise InUse
                    aside.append(link)
                yield
            finally:
                for link in aside:
                    link.release()

    def close(self) -> None:
        """Close every connection that any thread holds."""
        super().close()
        self._files = []
