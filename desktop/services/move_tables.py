"""Which rows move from a window's own database to the station's, in which order, and what in them is another key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, insert, select

from desktop.domain.errors import Sentence, sentence
from desktop.models.prepared import Prepared
from desktop.models.tables import (
    AccompanyingMinor,
    Attachment,
    Blank,
    BlankStep,
    CalendarDay,
    CaseFile,
    CaseStep,
    DayClose,
    Draft,
    Paper,
    PaperCopy,
    Permit,
    PermitStep,
    Person,
    PrintJob,
    PurgeOrder,
    PurgePart,
    Registration,
    Schema,
)

if TYPE_CHECKING:
    from desktop.models.database import Link

AT_ONCE = 200
"""Rows read, written and read back together."""
LARGE_AT_ONCE = 20
"""The same of rows with a file in them."""

MOVED: Mapping[type[Schema], Sentence] = {
    Person: sentence("move", "人员（各版本）"),
    CaseFile: sentence("move", "办件"),
    CaseStep: sentence("move", "办件经过"),
    Registration: sentence("move", "居住登记（各版本）"),
    AccompanyingMinor: sentence("move", "随行未成年人"),
    Attachment: sentence("move", "相片和附件"),
    Permit: sentence("move", "居住证（各版本）"),
    PermitStep: sentence("move", "居住证经过"),
    Blank: sentence("move", "空白证"),
    BlankStep: sentence("move", "空白证经过"),
    Paper: sentence("move", "单据"),
    PaperCopy: sentence("move", "打印记录"),
    PrintJob: sentence("move", "打印任务"),
    DayClose: sentence("move", "日结"),
    PurgeOrder: sentence("move", "清除单"),
    PurgePart: sentence("move", "清除单各项"),
    CalendarDay: sentence("move", "本所工作日历"),
    Draft: sentence("move", "没有办完的表单"),
}
"""The tables that move row by row, those that others stand on first."""

APART: Mapping[str, str] = {
    "name_bigram": "moved with its person's name",
    "name_reading": "moved with its person's name",
    "staff": "matched by the sign-in name, or made anew without a password",
    "seal_key": "moved, the private half sealed anew for where it is from then on",
    "counter_sequence": "goes on above both",
    "setting": "the window's own move; the station's hold",
    "station": "must be the same",
    "old_password": "stays: passwords do not move",  # nosec B105 - names of tables
    "wrong_password": "stays: passwords do not move",  # nosec B105 - names of tables
    "second_factor": "stays: who may sign in is proved at the station",
    "withheld_right": "stays: rights are the station's",
    "journal_entry": "stays whole in the archive; its heads are told to the station",
    "trail_head": "stays with the trail",
    "trail_day": "stays with the trail",
    "trail_stretch": "stays with the trail",
    "trail_slice": "stays with the trail",
    "trail_archive": "stays with the trail",
    "outbox_operation": "must be empty",
    "outbox_told": "must be empty",
    "op_inbox": "must be empty",
    "op_conflict": "must be empty",
    "op_paper": "must be empty",
    "store_note": "a window's store has it, not its own database",
    "copied_person": "a window's store has it, not its own database",
    "station_key": "the station's own",
    "station_backup": "the station's own",
}
"""What becomes of every other table."""

PERSON_KEYS = frozenset(("person_id", "open_person_id", "holder_id"))
STAFF_KEYS = frozenset(("staff_id", "changed_by", "prepared_by", "decided_by"))
WITH_KEYS = frozenset(("facts", "payload", "subject"))
"""Columns of words in which a key may stand."""
_KEY = re.compile(r"(?<![0-9A-Za-z])[0-9]{15,19}(?![0-9A-Za-z])")

UNIQUE: Mapping[type[Schema], Mapping[str, Sentence]] = {
    CaseFile: {
        "case_number": sentence("move", "受理号{value}"),
        "request_id": sentence("move", "办件的请求编号{value}"),
    },
    Paper: {"paper_number": sentence("move", "单据编号{value}")},
    PaperCopy: {"request_id": sentence("move", "打印的请求编号{value}")},
    Blank: {"serial": sentence("move", "空白证{value}")},
    DayClose: {"request_id": sentence("move", "日结的请求编号{value}")},
    PurgeOrder: {"request_id": sentence("move", "清除单的请求编号{value}")},
    PermitStep: {"request_id": sentence("move", "居住证业务的请求编号{value}")},
    BlankStep: {"request_id": sentence("move", "空白证业务的请求编号{value}")},
}
"""Numbers that are there once, beside every row's own key, and what each is called."""
ROW_KEY = sentence("move", "内部编号{value}（{table}）")


def columns_of(table: type[Schema]) -> list[Any]:
    """Return the columns of a table."""
    return list(table.__table__.columns)


def _among(column: Any) -> Any:
    return column.in_([bindparam(f"one_{place}", type_=column.type) for place in range(AT_ONCE)])


def _key_of(table: type[Schema]) -> Any:
    return table.__table__.c.id


@dataclass(frozen=True, slots=True)
class Statements:
    """What is asked of a table: a page after a key, rows by their keys, how many there are, adding one."""

    page: Prepared
    by_key: Prepared
    count: Prepared
    add: Prepared


STATEMENTS: Mapping[type[Schema], Statements] = {
    table: Statements(
        Prepared(
            select(*columns_of(table))
            .where(_key_of(table) > bindparam("after", type_=_key_of(table).type))
            .order_by(_key_of(table))
            .limit(LARGE_AT_ONCE if table in (Attachment, PaperCopy) else AT_ONCE)
        ),
        Prepared(select(*columns_of(table)).where(_among(_key_of(table)))),
        Prepared(select(func.count().label("n")).select_from(table)),
        Prepared(insert(table)),
    )
    for table in MOVED
}
_TAKEN: Mapping[tuple[type[Schema], str], tuple[Prepared, Prepared]] = {
    (table, name): (
        Prepared(
            select(_key_of(table).label("id"), getattr(table, name).label("value"))
            .where(_key_of(table) > bindparam("after", type_=_key_of(table).type))
            .order_by(_key_of(table))
            .limit(AT_ONCE)
        ),
        Prepared(select(getattr(table, name).label("value")).where(_among(getattr(table, name)))),
    )
    for table in MOVED
    for name in ("id", *UNIQUE.get(table, ()))
}


def pages(link: Link, table: type[Schema]) -> Iterator[list[dict[str, Any]]]:
    """Give a table's rows by their keys, a page at a time."""
    after: Any = "" if table is Draft else -1
    while rows := link.all(STATEMENTS[table].page, after=after):
        yield [row._asdict() for row in rows]
        after = rows[-1].id


def count(link: Link, table: type[Schema]) -> int:
    """Return how many rows a table has."""
    row = link.one(STATEMENTS[table].count)
    assert row is not None
    return int(row.n)


def among(values: Sequence[Any]) -> dict[str, Any]:
    """Name at most `AT_ONCE` values; places left over repeat the last."""
    return {f"one_{place}": values[min(place, len(values) - 1)] for place in range(AT_ONCE)}


def in_groups(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """Give values in groups that one statement takes."""
    for first in range(0, len(values), AT_ONCE):
        yield values[first : first + AT_ONCE]


def taken(here: Link, there: Link, most: int) -> tuple[tuple[type[Schema], str, str], ...]:
    """Return the numbers that both databases have given: table, column and value, at most so many."""
    found: list[tuple[type[Schema], str, str]] = []
    for (table, name), (page, known) in _TAKEN.items():
        after: Any = "" if table is Draft else -1
        while rows := here.all(page, after=after):
            after = rows[-1].id
            both = there.all(known, **among([row.value for row in rows]))
            found += sorted({(table, name, str(row.value)) for row in both}, key=lambda one: one[2])
            if len(found) >= most:
                return tuple(found[:most])
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys that are others at the station: of people and of accounts."""

    people: Mapping[int, int]
    staff: Mapping[int, int]

    def row(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """Return a row as the station has it."""
        made = dict(row)
        for name, value in row.items():
            if value is None:
                continue
            if name in PERSON_KEYS:
                made[name] = self.people.get(value, value)
            elif name in STAFF_KEYS:
                made[name] = self.staff.get(value, value)
            elif name in WITH_KEYS and isinstance(value, str):
                made[name] = _KEY.sub(self._word, value)
        return made

    def _word(self, found: re.Match[str]) -> str:
        key = int(found.group())
        return str(self.people.get(key, self.staff.get(key, key)))
