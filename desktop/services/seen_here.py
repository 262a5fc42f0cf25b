"""Who signed in at this window lately: they may do so while the station's server is away, and nobody else."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, update

from desktop.domain.errors import NotPossible, sentence
from desktop.models.prepared import Prepared
from desktop.models.tables import Staff
from desktop.services.factor_rows import FactorRule
from desktop.services.outbox import note, set_note

if TYPE_CHECKING:
    from desktop.models.database import Database
    from desktop.services.ports import SealedStore

NAME = "signed_in_here"
LONGEST = timedelta(days=30)
"""For so long at most somebody is remembered, whatever the rule says by then."""

_NOT_HERE = sentence(
    "errors",
    "服务器连不上，只有最近{days}天在本窗口登录过的人员可以登录。请改到登录过的窗口，或等服务器恢复。",
)
_NOBODY = sentence("errors", "服务器连不上。按本所规定，这时不能登录，请等服务器恢复。")


_KEEP = Prepared(
    update(Staff).where(Staff.id == bindparam("staff_id")).values(password_hash=bindparam("hashed"))
)


def keep_verifier(store: Database, row: Any) -> None:
    """Have a window's store know the password of somebody who just signed in, before the next copy does."""
    with store.write() as link:
        link.run(_KEEP, staff_id=row.id, hashed=row.password_hash)


class NoteStore:
    """A window's own store as a place for small things; see `services.ports.SealedStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, name: str) -> bytes | None:
        """Return what was put under a name, or None."""
        with self._database.faults():
            found = note(self._database.link, name)
        return None if found is None else found.encode()

    def put(self, name: str, content: bytes) -> None:
        """Store something, in place of what was there."""
        with self._database.write() as link:
            set_note(link, name, content.decode())


@dataclass(frozen=True, slots=True)
class SeenHere:
    """Remembers when each of them last signed in here with the server there.

    A clock set back makes nobody's days longer: days are counted from the latest moment seen since somebody
    last signed in with the server there. One that was ahead for a while does no harm after that either.
    """

    store: SealedStore

    def remember(self, staff_id: int, counter_number: int, at: datetime) -> None:
        """Somebody signed in at a counter of this window, and the server was there."""
        _, seen = self._read()
        seen[str(staff_id)] = {"at": at.isoformat(), "counter": counter_number}
        kept = {who: what for who, what in seen.items() if timedelta() <= at - _moment(what) <= LONGEST}
        self._write(at, kept)

    def check(self, staff_id: int | None, now: datetime, rule: FactorRule) -> datetime:
        """Return when somebody last signed in here; NotPossible when that is too long ago, or never was."""
        newest, seen = self._read()
        later = now if newest is None else max(newest, now)
        if newest is None or later > newest:
            self._write(later, seen)
        if not rule.offline_days:
            raise NotPossible(_NOBODY)
        found = seen.get(str(staff_id))
        if found is None or later - _moment(found) > min(timedelta(days=rule.offline_days), LONGEST):
            raise NotPossible(_NOT_HERE.fill(days=rule.offline_days))
        return _moment(found)

    def verifiers_of(self, rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return rows of staff as they may be copied: without the password's hash of who was never here."""
        _, seen = self._read()
        return [row if str(row["id"]) in seen else {**row, "password_hash": ""} for row in rows]

    def factors_of(self, rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return rows of second factors as they may be copied: of who was here only."""
        _, seen = self._read()
        return [row for row in rows if str(row["staff_id"]) in seen]

    # -- inside ------------------------------------------------------------------------------------
    def _read(self) -> tuple[datetime | None, dict[str, dict[str, Any]]]:
        kept = self.store.get(NAME)
        if kept is None:
            return None, {}
        said = json.loads(kept)
        return datetime.fromisoformat(said["newest"]), dict(said["staff"])

    def _write(self, newest: datetime, seen: dict[str, dict[str, Any]]) -> None:
        said = {"newest": newest.isoformat(), "staff": seen}
        self.store.put(NAME, json.dumps(said, sort_keys=True).encode())


def _moment(seen: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(seen["at"])
