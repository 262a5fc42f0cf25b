"""What a city has beside its people: permits, open cases, four more looks a person; filled by SQL on the server.

Rows a year are kept in the table of their year; indexes are made at the end, in one go.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from psycopg import sql

from benchmarks.people import BEGIN, STEP
from desktop.domain.times import CHINA

if TYPE_CHECKING:
    import psycopg

LOOKS = 4
"""So many looks at a person's page beside the one entry that is chained."""
_YEARLY = ("journal_entry", "case_step")
_IN_ANY_ORDER = ("name_bigram", "name_reading")
_INDEXES = """
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
WHERE indrelid = ANY (%s::regclass[]) AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
"""

# 4 in 10 people have a permit; it was issued within three years, a few endorsements are late, some permits ended
_PERMITS = """
INSERT INTO permit (id, permit_id, version, known_from, known_until, current_id, holder_id, current_state,
    permit_number, person_id, person_row, case_id, state, ground, division, address, serial, produced_on, issued_on,
    handed_over_on, years_from, endorsed_on, opens_on, due_on, valid_until, replaces_id, replaced_by, end_reason,
    policy, changed_by)
SELECT id + 10, id + 10, 1, known_from, NULL, id + 10, CASE WHEN state IN ('valid', 'suspended') THEN id END, state,
    '31' || case_number, id, id, case_id, state, 'employment', '370102', summary, 'SD' || lpad(place::text, 8, '0'),
    issued, issued, issued, issued, NULL, due - 30, due, NULL, NULL, NULL,
    CASE state WHEN 'cancelled' THEN 'left' ELSE '' END, policy, staff_id
FROM (SELECT *, CASE WHEN place %% 7 = 0 THEN 'cancelled' WHEN due < %(today)s - 1 THEN 'suspended' ELSE 'valid' END AS state
    FROM (SELECT *, (issued + make_interval(years =>
            1 + (%(today)s - issued) / 366 - (place %% 101 = 0)::int))::date AS due
        FROM (SELECT person.id, person.known_from, taken.case_number, taken.id AS case_id, taken.summary, taken.policy,
                taken.staff_id, row_number() OVER (ORDER BY person.id) AS place,
                %(today)s - (row_number() OVER (ORDER BY person.id) %% 1096)::int AS issued
            FROM person JOIN case_file AS taken ON taken.person_id = person.id AND taken.kind = 'registration'
            WHERE (person.id >> 14) %% 5 < 2) AS issued) AS due) AS theirs
"""
# every application that was taken in is open: one in ten people's
_OPEN = """
UPDATE case_file SET due_on = CASE place %% 20 WHEN 3 THEN NULL ELSE %(today)s + 18 - (place / 20 %% 20)::int END,
    state = CASE place %% 20 WHEN 0 THEN 'granted' WHEN 1 THEN 'produced' WHEN 2 THEN 'sent_back'
        WHEN 3 THEN 'awaiting_materials' ELSE 'accepted' END
FROM (SELECT id AS key, row_number() OVER (ORDER BY id) AS place FROM case_file WHERE state = 'accepted') AS every
WHERE id = key
"""
# their hashes are made up: nothing that is measured here walks these chains
_LOOKS = """
INSERT INTO journal_entry (id, counter_number, sequence, at, on_date, local_time, staff_id, staff_name, action,
    person_id, person_row, case_number, paper_number, matter, detail, previous_hash, hash)
SELECT ((extract(epoch FROM at - timestamptz '2020-01-01 00:00Z') * 1000)::bigint << 21) + (counter << 14) + 6 + look,
    counter, row_number() OVER (PARTITION BY counter ORDER BY place, look), at, (at AT TIME ZONE 'UTC-8')::date,
    to_char(at AT TIME ZONE 'UTC-8', 'YYYY-MM-DD HH24:MI:SS'), %(staff)s, %(name)s, 'view_person',
    person_id, NULL, '', '', '', '', md5(place::text) || md5(look::text), md5((place + 1)::text) || md5(look::text)
FROM (SELECT id AS person_id, place, look, known_from + look * interval '25 days' AS at, 31 + (place + look) %% 16 AS counter
    FROM (SELECT id, known_from, row_number() OVER (ORDER BY id) AS place FROM person) AS every,
        generate_series(1, %(looks)s) AS look) AS looks
"""
FILLED = {"permit": _PERMITS, "case_file, open": _OPEN, "journal_entry, looks": _LOOKS}
"""What is filled from what was poured in, in order."""


def years(connection: psycopg.Connection[Any], rows: int) -> None:
    """Give every year that such a city has rows of a table of its own, while there is none yet."""
    last = BEGIN + rows * STEP + timedelta(days=25 * LOOKS)
    for whole in _YEARLY:
        parts = connection.execute(
            "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = %s::regclass"
            " AND inhrelid::regclass::text NOT LIKE '%%_other'",
            [whole],
        ).fetchall()
        for (part,) in parts:
            connection.execute(sql.SQL("DROP TABLE {}").format(sql.Identifier(*part.split("."))))
        for year in range(BEGIN.year, max(2027, last.astimezone(CHINA).year) + 1):
            connection.execute("SELECT add_year(%s, %s)", [whole, year])


def drop_indexes(connection: psycopg.Connection[Any], tables: list[str]) -> list[str]:
    """Take away what a table can be filled without, and give what makes it again."""
    made = []
    for name, definition in connection.execute(_INDEXES, [tables]).fetchall():
        connection.execute(sql.SQL("DROP INDEX {}").format(sql.Identifier(*name.split("."))))
        made.append(definition)
    for table in _IN_ANY_ORDER:
        [(name, definition)] = connection.execute(
            "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = %s::regclass",
            [table],
        ).fetchall()
        connection.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        made.append(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")
    return made


def values(today: date, staff_id: int, name: str) -> dict[str, Any]:
    """Give what the statements that fill take."""
    return {"today": today, "staff": staff_id, "name": name, "looks": LOOKS}
