"""Writing a window's rows into the station's database: one transaction, each page read back before the next."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select, update

from desktop.domain.accounts import lookalike
from desktop.domain.codes import Role
from desktop.domain.errors import CounterError, NotPossible, Sentence, sentence
from desktop.models.prepared import Prepared
from desktop.models.tables import (
    Attachment,
    CounterSequence,
    OpInbox,
    PaperCopy,
    Permit,
    PermitStep,
    Person,
    Schema,
    SealKey,
    Setting,
    Staff,
)
from desktop.services import move_look, move_tables
from desktop.services.inbox import APPLIED
from desktop.services.journal import Happening
from desktop.services.move_people import People

if TYPE_CHECKING:
    from desktop.domain.trail_file import SignedHead
    from desktop.models.database import Link
    from desktop.services.counter import Counter
    from desktop.services.move_rows import MoveChoice, MoveLook
    from desktop.services.office import Office
    from desktop.services.rows import Actor

NO_PASSWORD = "!"  # noqa: S105 - no hash at all: nothing that is typed is it
_ADD_STAFF = Prepared(insert(Staff))
_STAFF_THERE = Prepared(select(Staff.id).where(Staff.sign_in_name == bindparam("called")))
_STAFF_KEY = Prepared(select(Staff.id).where(Staff.id == bindparam("key")))
_SEQUENCES = Prepared(select(*CounterSequence.__table__.columns))
_PLACE = (
    CounterSequence.counter_number == bindparam("counter"),
    CounterSequence.on_date == bindparam("day"),
    CounterSequence.series == bindparam("kind"),
)
_LAST = Prepared(select(CounterSequence.last).where(*_PLACE))
_RAISE = Prepared(update(CounterSequence).where(*_PLACE).values(last=bindparam("number")))
_START = Prepared(insert(CounterSequence))
_ADD_SETTING = Prepared(insert(Setting))
_SEAL_KEYS = Prepared(select(*SealKey.__table__.columns).order_by(SealKey.id))
_SEAL_KEY_THERE = Prepared(select(SealKey.id).where(SealKey.key_id == bindparam("named")))
_SEAL_ROW = Prepared(select(SealKey.id).where(SealKey.id == bindparam("key")))
_ADD_SEAL_KEY = Prepared(insert(SealKey))
_MARK = Prepared(insert(OpInbox))

_STOPPED = sentence("move", "已停止，没有迁入任何内容。")
_DIFFERS = sentence(
    "move",
    "写入服务器的内容与本机的不一致（{table}：本机{here}条，服务器{there}条）。没有迁入任何内容，请联系管理员检查服务器。",
)
_FILE_DIFFERS = sentence(
    "move", "有一份文件与它的摘要不符（{table} {key}），没有迁入任何内容。请先用备份核对本机数据。"
)
_HEAD = sentence("move", "迁入{move}：{counter}号窗口留痕{entries}条，末条{hash}，签名{key} {signature}")
_WHOLE = sentence(
    "move", "迁入{move}：{rows}条，其中{same}人两边都有；留痕{entries}条留在{archive}，根{root}"
)


class Stopped(CounterError):
    """Whoever asked for it does not want it any more; nothing was written."""

    def __init__(self) -> None:
        super().__init__(_STOPPED)


@dataclass
class Writing:
    """One move, in one transaction of the caller's on the server."""

    office: Office
    there: Counter
    actor: Actor
    link: Link
    at: datetime
    move_id: str
    looked: MoveLook
    choices: Mapping[int, MoveChoice]
    progress: Callable[[int, int], None]
    stopped: Callable[[], bool]
    counts: dict[type[Schema], tuple[int, int, int]] = field(default_factory=dict)
    """Of each table the rows at the station before, moved, and after."""
    new_accounts: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    papers: int = 0
    files: int = 0
    _done: int = 0

    def write(self) -> None:
        """Write everything but the mark; Stopped, or NotPossible where what is there is not what was written."""
        here = self.office.database.link
        tables = move_look.tables_to_move(self.link)
        before = {table: move_tables.count(self.link, table) for table in tables}
        settings, _ = move_look.settings_to_move(here, self.link)
        same = {one.person_id: one for one in self.looked.same}
        people = People(self.there, self.actor, here, self.link, self.at, same, self.choices)
        keys = move_tables.Keys(people.keys(), self._staff(here))
        people.prepare()
        moved = {table: self._table(here, table, keys, people) for table in tables}
        people.settle()
        self._seal_keys(here, keys)
        self._sequences(here)
        if settings:
            self.link.run_many(_ADD_SETTING, [{"name": name, "value": value} for name, value in settings])
        added: dict[type[Schema], int] = {**people.added, PermitStep: people.added.get(Permit, 0)}
        for table in tables:
            after = move_tables.count(self.link, table)
            known = move_tables.count(here, table)
            if moved[table] != known or after != before[table] + moved[table] + added.get(table, 0):
                there = after - before[table] - added.get(table, 0)
                raise NotPossible(_DIFFERS.fill(table=move_tables.MOVED[table], here=known, there=there))
            self.counts[table] = before[table], moved[table], after
        self.ended = people.ended

    def mark(
        self, heads: tuple[SignedHead, ...], root: str, archive: str, aliases: Mapping[int, int]
    ) -> None:
        """Write into the station's trail what came, with the heads of the trail that stays; once for ever."""
        journal, link = self.there.journal, self.link
        for head in heads:
            told = _HEAD.fill(
                move=self.move_id[:8],
                counter=head.counter_number,
                entries=head.sequence,
                hash=head.hash,
                key=head.key_id,
                signature=head.signature,
            )
            journal.write(link, Happening(self.actor, "move_trail_head", self.at, detail=str(told)))
        told = _WHOLE.fill(
            move=self.move_id,
            rows=sum(one[1] for one in self.counts.values()),
            same=len(self.looked.same),
            entries=sum(head.sequence for head in heads),
            archive=archive,
            root=root,
        )
        journal.write(link, Happening(self.actor, "move_to_station", self.at, detail=str(told)))
        link.run(
            _MARK,
            op_id=self.move_id,
            window_id=self.move_id,
            sequence=0,
            counter_number=self.actor.counter_number,
            digest=root,
            outcome=APPLIED,
            made_at=self.at,
            taken_at=self.at,
            aliases=json.dumps(dict(aliases)) if aliases else "",
        )

    # -- inside ------------------------------------------------------------------------------------
    def _table(self, here: Link, table: type[Schema], keys: move_tables.Keys, people: People) -> int:
        statements, count = move_tables.STATEMENTS[table], 0
        for page in move_tables.pages(here, table):
            if self.stopped():
                raise Stopped
            rows = [people.row(table, row, keys.row(row)) for row in page]
            self.link.run_many(statements.add, rows)
            self._read_back(table, statements.by_key, rows)
            if table is Person:
                people.names([row["person_id"] for row in page if row["current_id"] is not None])
            count += len(rows)
            self._done += len(rows)
            self.progress(self._done, self.looked.rows)
        return count

    def _read_back(self, table: type[Schema], by_key: Prepared, rows: list[dict[str, Any]]) -> None:
        """Hold what the server has against what was to be written, byte for byte."""
        found = {
            row.id: row._asdict()
            for row in self.link.all(by_key, **move_tables.among([row["id"] for row in rows]))
        }
        for row in rows:
            if found.get(row["id"]) != row:
                raise NotPossible(
                    _DIFFERS.fill(table=move_tables.MOVED[table], here=len(rows), there=len(found))
                )
        content = {Attachment: "content", PaperCopy: "pdf"}.get(table)
        if content is None:
            return
        for row in found.values():
            if row[content] and row["sha256"]:
                if hashlib.sha256(row[content]).hexdigest() != row["sha256"]:
                    raise NotPossible(_FILE_DIFFERS.fill(table=move_tables.MOVED[table], key=row["id"]))
                if table is PaperCopy:
                    self.papers += 1
                else:
                    self.files += 1

    def _staff(self, here: Link) -> dict[int, int]:
        """Return the accounts here by their keys at the station; who is missing gets one without a password."""
        rows = {row.id: row for row in here.all(move_look.STAFF)}
        keys: dict[int, int] = {}
        for one in self.looked.staff:
            known = self.link.one(_STAFF_THERE, called=one.station_name)
            if known is None:
                row = rows[one.staff_id]
                key = one.staff_id
                if self.link.one(_STAFF_KEY, key=key) is not None:
                    key = self.there.office.key(self.actor.counter_number, self.at)
                self._add_account(row, key, one.station_name)
                keys[one.staff_id] = key
            else:
                keys[one.staff_id] = int(known.id)
        return keys

    def _add_account(self, row: Any, key: int, called: str) -> None:
        self.link.run(
            _ADD_STAFF,
            id=key,
            sign_in_name=called,
            name=row.name,
            role=Role.NOBODY.value,
            password_hash=NO_PASSWORD,
            active=row.active,
            created_at=row.created_at,
            request_id=None,
            lookalike=lookalike(called),
            one_time=False,
            password_set_at=None,
            version=1,
        )
        self.new_accounts.append(f"{row.name}（{called}）")
        told = Happening(self.actor, "move_account", self.at, detail=f"{called} {row.name}")
        self.there.journal.write(self.link, told)

    def _seal_keys(self, here: Link, keys: move_tables.Keys) -> None:
        """Let the station know the keys that papers here were sealed with; the one in use seals on."""
        ours, theirs = self.office.key_box, self.there.office.key_box
        for row in here.all(_SEAL_KEYS):
            if self.link.one(_SEAL_KEY_THERE, named=row.key_id) is not None:
                continue
            made = {**row._asdict(), "private_key": "", "box": ""}
            if row.private_key and row.box == ours.name and row.retired_on is None and row.revoked_on is None:
                private = ours.open(bytes.fromhex(row.private_key), row.key_id)
                made.update(private_key=theirs.seal(private, row.key_id).hex(), box=theirs.name)
            if made["staff_id"] is not None:
                made["staff_id"] = keys.staff.get(made["staff_id"], made["staff_id"])
            if self.link.one(_SEAL_ROW, key=row.id) is not None:
                made["id"] = self.there.office.key(self.actor.counter_number, self.at)
            self.link.run(_ADD_SEAL_KEY, **made)

    def _sequences(self, here: Link) -> None:
        """Let each series of numbers go on above both."""
        for row in here.all(_SEQUENCES):
            place = {"counter": row.counter_number, "day": row.on_date, "kind": row.series}
            there = self.link.one(_LAST, **place)
            if there is None:
                self.link.run(_START, **row._asdict())
            elif there.last < row.last:
                self.link.run(_RAISE, **place, number=row.last)


def told_counts(writing: Writing) -> tuple[tuple[Sentence, int, int, int], ...]:
    """Return the rows of each kind: at the station before, moved, and after."""
    return tuple((move_tables.MOVED[table], *numbers) for table, numbers in writing.counts.items())
