"""A server that can be cut off: an encrypted file that plays it, whose connections fail as a network does."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import text

from desktop.domain.codes import Ground, MaterialState
from desktop.domain.errors import ServerAway, sentence
from desktop.domain.forms import ApplicationForm, PersonForm, RegistrationForm, read_person, read_registration
from desktop.domain.trail import FIRST_HASH, Entry, entry_hash, moment
from desktop.models.database import Database, Link, sqlite_engine
from desktop.services.application_rows import ApplicationDone
from desktop.services.counter import Counter
from desktop.services.line import Line
from desktop.services.ports import Folders
from desktop.services.rows import Actor, RegistrationDone
from desktop.services.window import open_window
from tests.services.conftest import numbered

SINCE = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


def away(*, unsure: bool = False) -> ServerAway:
    return ServerAway(sentence("test", "the server is away"), SINCE, unsure=unsure)


class Killed(BaseException):
    """The program is killed here: nobody in it catches this."""


class CutLink(Link):
    """A connection that fails where the server says so."""

    def __init__(self, server: CutServer) -> None:
        super().__init__(server.engine)
        self.server = server

    def _check(self) -> None:
        if self.server.cut:
            raise away()
        if self.server.statements_left is not None:
            self.server.statements_left -= 1
            if self.server.statements_left < 0:
                self.server.statements_left, self.server.cut = None, True
                raise away()

    def one(self, prepared: Any, **values: Any) -> Any:
        self._check()
        return super().one(prepared, **values)

    def all(self, prepared: Any, **values: Any) -> list[Any]:
        self._check()
        return super().all(prepared, **values)

    def run(self, prepared: Any, **values: Any) -> int:
        self._check()
        return super().run(prepared, **values)

    def run_many(self, prepared: Any, many: Any) -> None:
        self._check()
        super().run_many(prepared, many)

    def run_later(self, prepared: Any, **values: Any) -> None:
        self._check()
        super().run_later(prepared, **values)

    def begin(self) -> None:
        self._check()
        super().begin()

    def commit(self) -> None:
        self._check()
        if self.server.cut_at_commit == "before":
            self.server.cut_at_commit, self.server.cut = "", True
            raise away(unsure=True)
        if self.server.killed_at_commit == "before":
            self.server.killed_at_commit = ""
            raise Killed
        super().commit()
        if self.server.killed_at_commit == "after":
            self.server.killed_at_commit = ""
            raise Killed
        if self.server.cut_at_commit == "after":
            self.server.cut_at_commit, self.server.cut = "", True
            raise away(unsure=True)


class CutServer(Database):
    """A database that is away while `cut`; `cut_at_commit` goes away in the middle of one, `killed_at_commit`
    kills whoever asked for it, "before" it or "after".
    """

    def __init__(self, path: Path, key: bytes) -> None:
        super().__init__(sqlite_engine(path, key))
        self.cut = False
        self.cut_at_commit = ""
        self.killed_at_commit = ""
        self.statements_left: int | None = None

    def _new_link(self) -> Link:
        return CutLink(self)

    def ping(self) -> None:
        if self.cut:
            raise away()


def make_window(data: Path, cache: Path, clock: Any, server: CutServer) -> Counter:
    return open_window(Folders(data, cache), clock, server, server.ping)


def line_of(window: Counter) -> Line:
    line = window.office.line
    assert line is not None
    return line


def person_of(serial: int, **changed: str) -> PersonForm:
    values = {
        "id_number": numbered(f"371321199002{1 + serial // 999 % 28:02d}{serial % 999:03d}"),
        "name": "演练甲",
        "ethnicity": "01",
        "hukou_division": "371321",
        "hukou_address": "演练镇1号",
        "phone": f"139{serial:08d}",
        **changed,
    }
    reading = read_person(values, date(2026, 11, 20))
    assert reading.value is not None, reading.problems
    return reading.value


def home_of(**changed: str) -> RegistrationForm:
    values = {
        "division": "370102",
        "street": "370102001",
        "community": "370102001002",
        "road": "演练路",
        "house_number": "1",
        "lodging": "rented",
        "reason": "work",
        "arrived_on": "2026-11-19",
        "reported_by": "self",
        **changed,
    }
    reading = read_registration(values, (), date(2026, 11, 20))
    assert reading.value is not None, reading.problems
    return reading.value


def register(
    window: Counter, actor: Actor, serial: int, *, request: str = "", home: Any = None, **person: str
) -> RegistrationDone:
    return window.registrations.accept(
        actor, request or str(uuid.uuid4()), person_of(serial, **person), home or home_of()
    )


def apply(window: Counter, actor: Actor, person_id: int, request: str = "") -> ApplicationDone:
    needs = window.applications.checklist(actor, person_id, Ground.EMPLOYMENT, None).materials
    states = {need.code: MaterialState.PRESENT for need in needs}
    form = ApplicationForm(Ground.EMPLOYMENT, states, "", None, "")
    return window.applications.accept(actor, request or str(uuid.uuid4()), person_id, form, b"a photo")


def rows(database: Database, sql: str, **values: Any) -> list[tuple[Any, ...]]:
    with database.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(sql), values)]


def chain_faults(database: Database) -> list[str]:
    """Walk every counter's chain: entries follow one another without a gap, each hash over the one before."""
    found, before = [], {}
    entries = rows(
        database,
        "select counter_number, sequence, at, staff_id, staff_name, action, person_id, person_row, case_number,"
        " paper_number, matter, detail, previous_hash, hash from journal_entry order by counter_number, sequence",
    )
    for *written, previous, digest in entries:
        counter, sequence = written[0], written[1]
        last, head = before.get(counter, (0, FIRST_HASH))
        at = datetime.fromisoformat(str(written[2]))
        written[2] = moment(at if at.tzinfo else at.replace(tzinfo=UTC))
        if sequence != last + 1 or previous != head or entry_hash(previous, Entry(*written)) != digest:
            found.append(f"counter {counter}, entry {sequence}")
        before[counter] = (sequence, digest)
    return found
