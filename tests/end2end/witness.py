"""What a killed session said it had stored, and what must hold in the database that it left."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select, text
from sqlalchemy.exc import DBAPIError

from desktop.domain.trail import FIRST_HASH, Entry, entry_hash, moment
from desktop.models.database import Database, sqlite_engine
from desktop.models.ring_opening import key_of
from desktop.models.tables import JournalEntry
from printing.documents import Copy
from printing.fonts import Fonts
from printing.freezing import thaw
from printing.render import render

Step = dict[str, Any]
FILE = "station.db"

# What must never be found, and the query that would find it.
NEVER = {
    "a case number is given twice": "select case_number from case_file group by 1 having count(*) > 1",
    "a request made two cases": "select request_id from case_file group by 1 having count(*) > 1",
    "a paper number is given twice": "select paper_number from paper group by 1 having count(*) > 1",
    "a paper has no case": """
        select paper_number from paper
        where kind <> '15' and (case_id is null or case_id not in (select id from case_file))""",
    "a case has not exactly one paper": """
        select case_number from case_file
        where (select count(*) from paper where paper.case_id = case_file.id) <> 1""",
    "a paper has another case's number": """
        select paper_number from paper join case_file on case_file.id = paper.case_id
        where paper_number <> paper.kind || case_number""",
    "a case has no step that says its state": """
        select case_number from case_file where not exists
        (select 1 from case_step where case_id = case_file.id and case_step.state = case_file.state)""",
    "a case is not in the trail": """
        select case_number from case_file
        where case_number not in (select case_number from journal_entry)""",
    "a case is resumed by none": """
        select case_number from case_file where state = 'resumed' and not exists
        (select 1 from case_file later where later.resumes_case_id = case_file.id)""",
    "a case resumes one that still waits": """
        select later.case_number from case_file later join case_file on case_file.id = later.resumes_case_id
        where case_file.state <> 'resumed'""",
    "a series of numbers is not where its last case is": """
        select counter_number, on_date, last from counter_sequence here where series = 'case' and last <>
        (select max(substr(case_number, -3) + 0) from case_file
         where case_file.counter_number = here.counter_number and accepted_on = on_date)""",
    "a registration has not exactly one span": """
        select case_number from case_file where kind like 'registration%' and
        (select count(*) from registration where case_id = case_file.id and current_id is not null) <> 1""",
    "a person is registered at two places": """
        select person_id from registration where current_id is not null and ended_on is null
        group by 1 having count(*) > 1""",
    "a move left the person nowhere": """
        select person_id from registration where current_id is not null group by 1
        having sum(ended_on is null) = 0""",
    "a person is not known in exactly one way": """
        select person_id from person group by 1 having sum(current_id is not null) <> 1""",
    "a person cannot be found by name": """
        select name from person where current_id is not null and not exists
        (select 1 from name_bigram where name_bigram.person_id = person.person_id)""",
    "an ID number has two people": """
        select live_key from person where live_key is not null group by 1 having count(*) > 1""",
    "a sheet is out whose page is not kept": """
        select id from paper_copy where outcome in ('printed', 'saved') and (pdf is null or sha256 = '')""",
    "a copy number is given twice": """
        select paper_id from paper_copy group by paper_id, number having count(*) > 1""",
    "a day is closed without its summary": """
        select id from day_close
        where not exists (select 1 from paper where paper.id = paper_id and kind = '15')""",
}


@dataclass
class Witness:
    """Hears every line of every session, and remembers what was promised."""

    waiting: dict[str, Step] = field(default_factory=dict)
    asked: dict[str, Step] = field(default_factory=dict)
    cases: dict[str, Step] = field(default_factory=dict)
    stored: dict[str, int] = field(default_factory=dict)
    copies: dict[int, Step] = field(default_factory=dict)
    drafts: dict[str, str | None] = field(default_factory=dict)
    looks: list[str] = field(default_factory=list)
    closed: dict[str, int] = field(default_factory=dict)
    sorry: list[str] = field(default_factory=list)
    answered: list[Step] = field(default_factory=list)
    repeated: int = 0
    already_stored: int = 0
    _chain: dict[int, tuple[int, str]] = field(default_factory=dict)
    _hashed: set[int] = field(default_factory=set)
    _drawn_again: set[int] = field(default_factory=set)

    def hear(self, line: bytes) -> None:
        """Take in one line of a session."""
        said = json.loads(line)
        if "ready" in said:
            return
        if "sorry" in said:
            self.sorry.append(f"{said['sorry']}: {said['why']}")
        elif "asked" in said:
            step = said["asked"]
            self.waiting[_key(step)] = step
            if "request" in step:
                self.asked[step["request"]] = step
        else:
            self.waiting.pop(_key(said["done"]), None)
            self.answered.append(said["done"])
            self._answer(said["done"], said["with"])

    def to_repeat(self) -> list[Step]:
        """Return the steps that never got an answer; the next session asks them again."""
        steps = list(self.waiting.values())
        self.repeated += len(steps)
        self.already_stored += sum(step.get("request") in self.stored for step in steps)
        return steps

    def forget_the_trail(self) -> None:
        """Read every trail from its beginning the next time."""
        self._chain.clear()

    @property
    def done(self) -> int:
        """How many steps were answered."""
        return len(self.answered)

    def _answer(self, step: Step, done: Step) -> None:
        duty = step["duty"]
        if duty in ("register", "apply"):
            self._same(step["request"], done["case"])
            self.cases[step["request"]] = done
        elif duty in ("prepare", "again"):
            self._same(step["request"], done["copy"])
            self.copies[done["copy"]] = {"sha256": done["sha256"], "outcome": "pending"}
        elif duty == "settle":
            self.copies.setdefault(step["copy"], {})["outcome"] = done["outcome"]
        elif duty == "draft":
            self.drafts[step["draft"]] = step["payload"]
        elif duty == "drop_draft":
            self.drafts[step["draft"]] = None
        elif duty == "look":
            self.looks.append(step["matter"])
        elif duty == "end_day":
            self._same(step["request"], done["paper"])
            self.closed[step["request"]] = done["paper"]

    def _same(self, request: str, made: int) -> None:
        before = self.stored.setdefault(request, made)
        if before != made:
            self.sorry.append(f"request {request} made {before}, and {made} when it was asked again")

    def complaints(self, data: Path, cache: Path, *, redraw: int = 0, thorough: bool = True) -> list[str]:
        """Return all that is wrong with the database in a folder; `redraw` pages are drawn once more."""
        path = data / FILE
        database = Database(sqlite_engine(path, key_of(path)), path)
        try:
            _whole(database)
            with database.engine.connect() as connection:
                found = list(self._damage(connection)) if thorough else []
                found += list(self._never(connection))
                found += list(self._promised(connection))
                found += list(self._kept_drafts(connection))
                found += list(self._trail(connection))
                if thorough:
                    self._hashed.clear()
                found += list(self._pages(connection, cache, data, redraw))
                self._note_stored(connection)
        except DBAPIError as error:
            return [f"the file cannot be read: {error}"]
        finally:
            database.close()
        return found

    def _damage(self, connection: Connection) -> Iterator[str]:
        for check in ("integrity_check", "cipher_integrity_check", "foreign_key_check"):
            for row in connection.exec_driver_sql(f"pragma {check}").all():
                if tuple(row) != ("ok",):
                    yield f"{check}: {tuple(row)}"

    def _never(self, connection: Connection) -> Iterator[str]:
        for what, query in NEVER.items():
            for row in connection.execute(text(query)).all():
                yield f"{what}: {tuple(row)}"

    def _promised(self, connection: Connection) -> Iterator[str]:
        kept = {
            row.request_id: row
            for row in connection.execute(
                text("select id, case_number, request_id, person_id, state from case_file")
            )
        }
        for request, done in self.cases.items():
            row = kept.get(request)
            states = (done["state"], "resumed") if done["state"] == "awaiting_materials" else (done["state"],)
            if row is None:
                yield f"a case that was acknowledged is lost: {done}"
            elif (row.id, row.case_number, row.person_id) != (done["case"], done["number"], done["person"]):
                yield f"a case is not what was acknowledged: {done}, {tuple(row)}"
            elif row.state not in states:
                yield f"a case is not in the state that was acknowledged: {done}, {tuple(row)}"
        for request in kept.keys() - self.asked.keys():
            if not request.startswith("pool"):
                yield f"a case was asked for by nobody: {tuple(kept[request])}"
        papers = set(connection.execute(text("select id from paper")).scalars())
        for done in self.cases.values():
            if done["paper"] not in papers:
                yield f"a paper that was acknowledged is lost: {done}"
        closed = {
            row.request_id: row.paper_id
            for row in connection.execute(text("select request_id, paper_id from day_close"))
        }
        for request, paper in self.closed.items():
            if closed.get(request) != paper:
                yield f"a closed day is lost: {request}"
        looked = set(
            connection.execute(text("select matter from journal_entry where action = 'look_up'")).scalars()
        )
        for matter in self.looks:
            if matter not in looked:
                yield f"a look is lost: {matter}"
        photos = {
            (row.request_id): row
            for row in connection.execute(
                text(
                    "select request_id, sha256, content from attachment "
                    "join case_file on case_file.id = case_id where attachment.kind = 'photo'"
                )
            )
        }
        for request in self.cases:
            step = self.asked[request]
            if step["duty"] == "apply" and "photo" not in step["missing"]:
                photo = bytes.fromhex(step["photo"]) * 1000
                row = photos.get(request)
                if row is None or bytes(row.content) != photo:
                    yield f"a photo is lost: {request}"
                elif row.sha256 != hashlib.sha256(photo).hexdigest():
                    yield f"a photo has another's hash: {request}"

    def _kept_drafts(self, connection: Connection) -> Iterator[str]:
        kept = {row.id: row.payload for row in connection.execute(text("select id, payload from draft"))}
        for draft, payload in self.drafts.items():
            fine = {payload}
            for step in self.waiting.values():
                if step.get("draft") == draft:
                    fine.add(step.get("payload"))
            if kept.get(draft) not in fine:
                yield f"a draft is not as it was acknowledged: {draft}: {kept.get(draft)}, not {fine}"

    def _trail(self, connection: Connection) -> Iterator[str]:
        table = JournalEntry.__table__
        counters = connection.execute(select(table.c.counter_number).distinct()).scalars().all()
        for counter in sorted({*counters, *self._chain}):
            last, previous = self._chain.get(counter, (0, FIRST_HASH))
            if last:
                head = connection.execute(
                    select(table.c.hash).where(table.c.counter_number == counter, table.c.sequence == last)
                ).scalar()
                if head != previous:
                    yield f"the trail of counter {counter} was changed at {last}"
            for row in connection.execute(
                select(table)
                .where(table.c.counter_number == counter, table.c.sequence > last)
                .order_by(table.c.sequence)
            ):
                if row.sequence != last + 1 or row.previous_hash != previous:
                    yield f"the trail of counter {counter} is broken after {last}"
                if _hash(row) != row.hash:
                    yield f"entry {row.sequence} of counter {counter} is not what was written"
                last, previous = row.sequence, row.hash
            self._chain[counter] = (last, previous)

    def _pages(self, connection: Connection, cache: Path, data: Path, redraw: int) -> Iterator[str]:
        fonts = Fonts.at_station(cache / "fonts", data / "fonts")
        found = set()
        for row in connection.execute(
            text(
                "select id, number, reason, requested_on, outcome, sha256, paper_id from paper_copy order by id desc"
            )
        ):
            found.add(row.id)
            promised = self.copies.get(row.id, {})
            if promised.get("sha256", row.sha256) != row.sha256:
                yield f"copy {row.id} is not the page that was acknowledged"
            settling = {
                step["outcome"]
                for step in self.waiting.values()
                if step["duty"] == "settle" and step["copy"] == row.id
            }
            if row.outcome not in {promised.get("outcome", row.outcome), *settling}:
                yield f"copy {row.id} is {row.outcome}, not {promised['outcome']} as acknowledged"
            if not row.sha256:
                continue
            again = redraw > 0 and row.id not in self._drawn_again
            if row.id in self._hashed and not again:
                continue
            kept = connection.execute(
                text(
                    "select pdf, document from paper_copy join paper on paper.id = paper_id where paper_copy.id = :id"
                ),
                {"id": row.id},
            ).one()
            self._hashed.add(row.id)
            if hashlib.sha256(kept.pdf or b"").hexdigest() != row.sha256:
                yield f"copy {row.id} is not the page that was drawn"
            if again:
                redraw -= 1
                self._drawn_again.add(row.id)
                copy = Copy(row.number, row.reason, date.fromisoformat(row.requested_on))
                if render(thaw(kept.document), copy if row.number else Copy(), fonts) != kept.pdf:
                    yield f"copy {row.id} is drawn otherwise a second time"
        for copy in self.copies.keys() - found:
            yield f"a copy that was acknowledged is lost: {copy}"

    def _note_stored(self, connection: Connection) -> None:
        """Remember what was stored for steps that got no answer: asked again, they must give the same."""
        for table, made in (("case_file", "id"), ("paper_copy", "id"), ("day_close", "paper_id")):
            for step in self.waiting.values():
                if "request" in step:
                    key = connection.execute(
                        text(f"select {made} from {table} where request_id = :request"),
                        {"request": step["request"]},
                    ).scalar()
                    if key is not None:
                        self._same(step["request"], key)


def laid_aside(data: Path, to: Path) -> Path:
    """Copy a station as a kill left it, so that looking at it does not mend it: its next session must."""
    shutil.rmtree(to, ignore_errors=True)
    to.mkdir(parents=True)
    for name in (FILE, f"{FILE}-wal", "station.keys", "station.keys2", "station.user"):
        if (data / name).exists():
            shutil.copy2(data / name, to / name)
    return to


def _whole(database: Database) -> None:
    """Bring what is in the WAL into the file: `cipher_integrity_check` reads the file alone.

    A kill within a checkpoint leaves pages in it that are nothing but zeros, and whole in the WAL.
    """
    connection = database.engine.raw_connection()
    connection.cursor().execute("pragma wal_checkpoint(truncate)").fetchall()
    connection.close()


def unguard(cursor: Any) -> None:
    """Take the triggers away that keep the trail from being changed: whoever damages it would."""
    cursor.execute("select name from sqlite_master where type = 'trigger'")
    for (name,) in cursor.fetchall():
        cursor.execute(f"drop trigger {name}")


def _key(step: Step) -> str:
    return json.dumps(step, sort_keys=True)


def _hash(row: Any) -> str:
    fields = {name: getattr(row, name) for name in Entry._fields}
    return entry_hash(row.previous_hash, Entry(**{**fields, "at": moment(row.at)}))
