"""The stored entries as a check reads them: row by row, or many as one text, the lines of an exported file."""

from __future__ import annotations

from typing import Any

from sqlalchemy import bindparam, func, literal_column, select

from desktop.domain.times import CHINA
from desktop.domain.trail import moment
from desktop.domain.trail_entries import FIELDS
from desktop.models.prepared import Prepared
from desktop.models.tables import JournalEntry
from desktop.services.trail_walk import Row

_FIELDS = ("counter_number", "sequence", "at", "staff_id", "staff_name", "action", "person_id", "person_row")
_TEXTS = ("case_number", "paper_number", "matter", "detail", "previous_hash", "hash", "on_date", "local_time")
ROW = tuple(getattr(JournalEntry, name) for name in (*_FIELDS, *_TEXTS))
"""What `row_of` takes."""
ENTRIES = Prepared(
    select(*ROW)
    .where(
        JournalEntry.counter_number == bindparam("counter"),
        JournalEntry.sequence > bindparam("after"),
        JournalEntry.sequence <= bindparam("last"),
    )
    .order_by(JournalEntry.sequence)
)
"""A part of a counter's chain, for `row_of`."""

_SQLITE_LINE = (
    "json_array(counter_number, sequence, at, local_time, staff_id, staff_name, action, person_id, person_row, "
    "case_number, paper_number, matter, detail, previous_hash, hash)"
)
_POSTGRESQL_LINE = (
    "concat('[', concat_ws(',', counter_number, sequence, "
    "to_json(to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')), to_json(local_time), staff_id, "
    "to_json(staff_name), to_json(action), coalesce(person_id::text, 'null'), coalesce(person_row::text, 'null'), "
    "to_json(case_number), to_json(paper_number), to_json(matter), to_json(detail), to_json(previous_hash), "
    "to_json(hash)), ']', chr(10))"
)
_PART = (
    JournalEntry.counter_number == bindparam("counter"),
    JournalEntry.sequence > bindparam("after"),
    JournalEntry.sequence <= bindparam("last"),
)
_LINES = (
    select(
        literal_column("on_date <> substr(local_time, 1, 10)").label("wrong"),
        literal_column(f"{_SQLITE_LINE} || char(10)").label("line"),
    )
    .select_from(JournalEntry)
    .where(*_PART)
    .order_by(JournalEntry.counter_number, JournalEntry.sequence)
    .subquery()
)
AT_ONCE = {
    "sqlite": Prepared(
        select(
            func.count().label("entries"),
            func.sum(_LINES.c.wrong).label("wrong"),
            literal_column("cast(group_concat(line, '') as blob)").label("lines"),
        ).select_from(_LINES)
    ),
    "postgresql": Prepared(
        select(
            func.count().label("entries"),
            literal_column("sum((to_char(on_date, 'YYYY-MM-DD') <> substr(local_time, 1, 10))::int)").label(
                "wrong"
            ),
            literal_column(f"convert_to(string_agg({_POSTGRESQL_LINE}, '' order by sequence), 'UTF8')").label(
                "lines"
            ),
        )
        .select_from(JournalEntry)
        .where(*_PART)
    ),
}
"""By engine: how many entries a part of a chain has, how many of the wrong day, and their lines as one text.

Other engines have their entries walked one by one.
"""


COLUMNS = (*FIELDS, "on_date")
"""What a slice's digest is of, each column by itself as a JSON array, which tells 1 and "1" and nothing apart."""
SLICE_COLUMNS = (
    f"SELECT count(*), {', '.join(f'CAST(json_group_array({name}) AS BLOB)' for name in COLUMNS)} "  # noqa: S608 # nosec B608 - names of ours
    "FROM journal_entry NOT INDEXED WHERE id > ? AND id <= ?"
)
"""For SQLite: how many entries there are between two keys and their columns, read as they lie in the file."""
ALL_OF_THEM = "SELECT count(*) FROM journal_entry WHERE counter_number >= 0"
"""For SQLite: how many entries there are, told by the index over counter and sequence, which chains are read by."""
HOW_MANY = "SELECT count(*) FROM journal_entry WHERE counter_number = ? AND sequence > ? AND sequence <= ?"
"""For SQLite: how many entries a part of a chain has, from the index alone."""


def row_of(row: Any) -> Row:
    """Give a row of `ENTRIES` as `walk` takes it."""
    here = row.at.astimezone(CHINA)
    fits = here.date() == row.on_date and here.strftime("%Y-%m-%d %H:%M:%S") == row.local_time
    return (*row[:2], moment(row.at), *row[3:12]), row.previous_hash, row.hash, fits
