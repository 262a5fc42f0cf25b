"""Looking at both databases before one moves into the other: what hinders it, who is on both sides, what stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from desktop.domain.accounts import lookalike
from desktop.domain.codes import CopyOutcome
from desktop.domain.errors import Sentence, sentence
from desktop.models import restoring
from desktop.models.opening import open_file
from desktop.models.prepared import Prepared
from desktop.models.tables import (
    CalendarDay,
    CaseFile,
    JournalEntry,
    OpConflict,
    OpInbox,
    OutboxOperation,
    PaperCopy,
    Schema,
    Setting,
    Staff,
    WithheldRight,
)
from desktop.services import move_pairs, move_tables
from desktop.services.move_rows import (
    MoveCount,
    MoveLook,
    SamePerson,
    StaffMove,
)
from desktop.services.outbox import anything_waits

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.counter import Counter
    from desktop.services.office import Office
    from desktop.services.rows import StationRow

PRINTERS = "printer/"
"""What the names of a window's own settings begin with."""
NAMED_AT_MOST = 20
WINDOW_STORE = "window.db"

STAFF = Prepared(
    select(
        Staff.id,
        Staff.sign_in_name,
        Staff.name,
        Staff.role,
        Staff.active,
        Staff.created_at,
        Staff.lookalike,
    ).order_by(Staff.id)
)
SETTINGS = Prepared(select(Setting.name, Setting.value).order_by(Setting.name))
_ENTRIES = Prepared(select(func.count().label("n")).select_from(JournalEntry))
_ANY_CASE = Prepared(select(CaseFile.id).limit(1))
_FROM_A_SERVER = tuple(
    Prepared(select(column).limit(1)) for column in (OutboxOperation.sequence, OpInbox.op_id, OpConflict.id)
)
_WITHHELD = Prepared(select(func.count().label("n")).select_from(WithheldRight))
_PENDING = Prepared(
    select(func.count().label("n"))
    .select_from(PaperCopy)
    .where(PaperCopy.outcome == CopyOutcome.PENDING.value)
)

_OTHER_STATION = sentence(
    "move", "服务器上是“{there}”（{there_code}），本机是“{here}”（{here_code}），不是同一个派出所，不能迁入。"
)
_PRACTICE_HERE = sentence("move", "本机打开的是演练派出所。演练数据不能迁入正式的派出所。")
_PRACTICE_THERE = sentence("move", "服务器上的是演练派出所，正式的办件不能迁入。请换一个数据库。")
_WAITING = sentence(
    "move", "本机还有离线时办理、没有上传的业务。请先连上原来的服务器，上传并核对完，再来迁入。"
)
_SERVED_BEFORE = sentence("move", "这个数据库里有收自其他窗口的业务，是服务器用过的，不能作为窗口数据迁入。")
_RESTORING = sentence("move", "有一份备份正等待恢复。请先重新打开程序完成恢复，或放弃恢复。")
_TAKEN = sentence(
    "move",
    "有{count}个号码两边都有：{named}。同一个号码不能有两份；多半是两个窗口用过同一个窗口号，或者这些数据已经迁入过。请先查明。",
)
_MORE = sentence("move", "{named}等")
_NOTE_PASSWORDS = sentence(
    "move", "密码和第二要素不迁入：在派出所没有账号的人员，迁入后由管理员重置密码、授予身份。"
)
_NOTE_TRAIL = sentence(
    "move", "本机留痕{entries}条整体留在存档里，不改号、不并入；链首签名后写进派出所的留痕。"
)
_NOTE_SETTINGS = sentence("move", "有{count}项本所设置与派出所的不同，以派出所的为准。")
_NOTE_RIGHTS = sentence("move", "本机停用过{count}项权限；权限以派出所的为准。")
_NOTE_PENDING = sentence("move", "有{count}份打印还没有确认结果，迁入后在原窗口号的“当日”里确认。")


def look(office: Office, there: Counter, station: StationRow) -> MoveLook:
    """Look at both sides; nothing is written. `station` is the one here.

    Inside a transaction on the server everything there is seen as of it.
    """
    here, other = office.database.link, there.office.database.link
    known = there.office.station()
    assert known is not None
    hindrances = list(_hindrances(office, here, station, known))
    staff = staff_moves(here, other)
    counts = tuple(
        MoveCount(
            table.__tablename__,
            move_tables.MOVED[table],
            move_tables.count(here, table),
            move_tables.count(other, table),
        )
        for table in tables_to_move(other)
    )
    same: tuple[SamePerson, ...] = ()
    if not hindrances:
        same = tuple(move_pairs.same_people(office, here, other))
        hindrances += _taken(here, other)
    entries = _n(here, _ENTRIES)
    return MoveLook(
        known.name,
        _host(there),
        office.clock.now(),
        counts,
        staff,
        same,
        tuple(hindrances),
        tuple(_notes(here, other, entries)),
        entries,
    )


def is_fresh(there: Link) -> bool:
    """Whether the station on the server has not served anybody yet: the first window brings its settings."""
    return there.one(_ANY_CASE) is None


def tables_to_move(there: Link) -> tuple[type[Schema], ...]:
    """Return the tables that go along, in their order: the calendar only to a station that has not begun."""
    fresh = is_fresh(there)
    return tuple(table for table in move_tables.MOVED if fresh or table is not CalendarDay)


def settings_to_move(here: Link, there: Link) -> tuple[tuple[tuple[str, str], ...], int]:
    """Return the settings that go along, and how many others the station has otherwise."""
    known = {row.name: row.value for row in there.all(SETTINGS)}
    fresh = is_fresh(there)
    moved: list[tuple[str, str]] = []
    others = 0
    for row in here.all(SETTINGS):
        if row.name.startswith(("day_begun", "day_seen", "names_indexed")):
            continue
        if row.name not in known and (fresh or row.name.startswith(PRINTERS)):
            moved.append((row.name, row.value))
        elif known.get(row.name) != row.value:
            others += 1
    return tuple(moved), others


def staff_moves(here: Link, there: Link) -> tuple[StaffMove, ...]:
    """Match the accounts here with the station's, by sign-in name and name; the others get one of their own there."""
    known = {row.sign_in_name: row for row in there.all(STAFF)}
    alike = {row.lookalike for row in known.values()}
    found = []
    for row in here.all(STAFF):
        other = known.get(row.sign_in_name)
        if other is not None and other.name == row.name:
            found.append(StaffMove(row.id, row.sign_in_name, row.name, row.sign_in_name, True))
            continue
        name, number = row.sign_in_name, 1
        while lookalike(name) in alike:
            number += 1
            name = f"{row.sign_in_name[:26]}w{number}"
        alike.add(lookalike(name))
        found.append(StaffMove(row.id, row.sign_in_name, row.name, name, False))
    return tuple(found)


def _hindrances(office: Office, here: Link, station: StationRow, known: StationRow) -> list[Sentence]:
    found = []
    if station.practice:
        found.append(_PRACTICE_HERE)
    elif known.practice:
        found.append(_PRACTICE_THERE)
    codes = station.division + station.station_code, known.division + known.station_code
    if codes[0] != codes[1]:
        told = _OTHER_STATION.fill(
            there=known.name, there_code=codes[1], here=station.name, here_code=codes[0]
        )
        found.append(told)
    if any(here.one(statement) is not None for statement in _FROM_A_SERVER):
        found.append(_SERVED_BEFORE)
    store = office.folders.data / WINDOW_STORE
    if store.exists():
        database = open_file(store, office.clock.now())
        try:
            if anything_waits(database.link):
                found.append(_WAITING)
        finally:
            database.close()
    path = office.database.path
    if path is not None and restoring.waiting(path):
        found.append(_RESTORING)
    return found


def _taken(here: Link, there: Link) -> list[Sentence]:
    both = move_tables.taken(here, there, 10 * NAMED_AT_MOST)
    if not both:
        return []
    named = "、".join(_called(*one) for one in both[:NAMED_AT_MOST])
    told: Sentence | str = _MORE.fill(named=named) if len(both) > NAMED_AT_MOST else named
    return [_TAKEN.fill(count=len(both), named=told)]


def _called(table: Any, name: str, value: str) -> str:
    if name == "id":
        return str(move_tables.ROW_KEY.fill(value=value, table=move_tables.MOVED[table]))
    return str(move_tables.UNIQUE[table][name].fill(value=value))


def _notes(here: Link, there: Link, entries: int) -> list[Sentence]:
    found = [_NOTE_TRAIL.fill(entries=entries), _NOTE_PASSWORDS]
    for note, count in (
        (_NOTE_SETTINGS, settings_to_move(here, there)[1]),
        (_NOTE_RIGHTS, _n(here, _WITHHELD)),
        (_NOTE_PENDING, _n(here, _PENDING)),
    ):
        if count:
            found.append(note.fill(count=count))
    return found


def _n(link: Link, statement: Prepared) -> int:
    row = link.one(statement)
    return 0 if row is None else int(row.n)


def _host(there: Counter) -> str:
    presence = getattr(there.office.database, "presence", None)
    return "" if presence is None else str(presence.seen.host)
