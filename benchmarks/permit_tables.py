"""The tables of the station of permits, filled by SQL from what was worked out of each permit and each case.

`made` has a row a permit (its person has the same key), `year` the dates that a day of issue and a way of
keeping it up lead to, `endorsed` the days of the endorsements, `taken` a row an open case. Keys of other rows
are those keys with another sequence in their lowest bits.
"""

from __future__ import annotations

PERMIT, _CASE, _REGISTRATION, _STEP = 1, 2, 3, 8


def _insert(table: str, values: dict[str, str], source: str) -> str:
    return f"INSERT INTO {table} ({', '.join(values)}) SELECT {', '.join(values.values())} FROM {source}"  # noqa: S608 - no input


_BEFORE = "strftime('%Y-%m-%d %H:%M:%f000', m.at, '-9 days')"
_ADDRESS = "'山东省济南市历下区解放路街道解放桥社区历山路' || (m.place % 300 + 1) || '号' || (m.place % 30 + 1) || '01室'"
_HELD = "m.state = 'valid'"

_PEOPLE = _insert(
    "person",
    {
        "id": "m.key",
        "person_id": "m.key",
        "version": "1",
        "known_from": _BEFORE,
        "known_until": "NULL",
        "current_id": "m.key",
        "live_key": "'resident:' || m.number",
        "id_kind": "'resident'",
        "id_number": "m.number",
        "name": "m.name",
        "former_name": "''",
        "sex": "CASE substr(m.number, 17, 1) % 2 WHEN 1 THEN '1' ELSE '2' END",
        "birth_date": "substr(m.number, 7, 4) || '-' || substr(m.number, 11, 2) || '-' || substr(m.number, 13, 2)",
        "ethnicity": "'01'",
        "hukou_division": "CASE WHEN m.number LIKE '3701%' THEN '371321' ELSE substr(m.number, 1, 6) END",
        "hukou_address": "'测速镇测速路' || (m.place % 997 + 1) || '号'",
        "phone": "'139' || substr('00000000' || m.place, -8)",
        **dict.fromkeys(("education", "marital_status", "political_status", "employer"), "''"),
        "changed_by": ":staff",
    },
    "temp.made m",
)
_CASES = _insert(
    "case_file",
    {
        "id": f"m.key + {_CASE}",
        "case_number": ":office || strftime('%Y%m%d', m.at, '-9 days') || (11 + m.place % 4)"
        " || substr('000' || (m.sequence / 4 + 1), -3)",
        "request_id": "'00000000-0000-4000-0001-' || substr('000000000000' || m.place, -12)",
        "kind": "'permit_application'",
        "state": "CASE m.state WHEN 'produced' THEN 'produced' ELSE 'completed' END",
        "version": "4",
        "person_id": "m.key",
        "person_row": "m.key",
        "accepted_at": _BEFORE,
        "accepted_on": "date(m.issued_on, '-9 days')",
        "counter_number": "11 + m.place % 4",
        "staff_id": ":staff",
        "staff_name": ":staff_name",
        "due_on": "date(m.issued_on, '+5 days')",
        "due_estimated": "0",
        "policy": ":policy",
        "summary": "'合法稳定就业'",
        "facts": "'{}'",
        "resumes_case_id": "NULL",
        "closed_at": "CASE m.state WHEN 'produced' THEN NULL ELSE m.at END",
    },
    "temp.made m",
)
_OPEN = _insert(
    "case_file",
    {
        "id": "t.key",
        "case_number": "t.number",
        "request_id": "'00000000-0000-4000-0002-' || substr('000000000000' || t.place, -12)",
        "kind": "t.kind",
        "state": "t.state",
        "version": "1",
        "person_id": "t.person",
        "person_row": "t.person",
        "accepted_at": "t.at",
        "accepted_on": "t.accepted_on",
        "counter_number": "t.counter",
        "staff_id": "t.staff",
        "staff_name": "t.staff_name",
        "due_on": "t.due_on",
        "due_estimated": "t.estimated",
        "policy": ":policy",
        "summary": "'合法稳定就业'",
        "facts": "t.facts",
        "resumes_case_id": "NULL",
        "closed_at": "NULL",
    },
    "temp.taken t",
)


def _case_step(sequence: int, state: str, source: str) -> str:
    return _insert(
        "case_step",
        {
            "id": f"t.key + {_STEP + sequence} * 1024",
            "case_id": "t.key",
            "state": state,
            "at": "t.at",
            "staff_id": "t.staff",
            "note": "''",
            "request_id": "NULL",
            "facts": "''",
        },
        source,
    )


_REGISTRATIONS = _insert(
    "registration",
    {
        "id": f"m.key + {_REGISTRATION}",
        "registration_id": f"m.key + {_REGISTRATION}",
        "version": "1",
        "known_from": _BEFORE,
        "known_until": "NULL",
        "current_id": f"m.key + {_REGISTRATION}",
        "open_person_id": "m.key",
        "person_id": "m.key",
        "person_row": "m.key",
        "case_id": f"m.key + {_CASE}",
        "division": ":division",
        "street": "'370102001'",
        "community": "'370102001002'",
        "road": "'历山路'",
        "house_number": "m.place % 300 + 1",
        **dict.fromkeys(("building", "unit", "address_remark", "employer"), "''"),
        "room": "(m.place % 30 + 1) || '01'",
        "written_address": _ADDRESS,
        "lodging": "'rented'",
        "reason": "'work'",
        "landlord_name": "'测速房主'",
        "landlord_phone": "'13900009999'",
        "reported_by": "'self'",
        **dict.fromkeys(("reporter_name", "reporter_phone", "remark", "end_reason"), "''"),
        "arrived_on": "date(m.issued_on, '-400 days')",
        "registered_on": "date(m.issued_on, '-399 days')",
        "intended_until": "NULL",
        "ended_on": "NULL",
        "late_days": "0",
        "counter_number": "11 + m.place % 4",
        "changed_by": ":staff",
    },
    "temp.taken t JOIN temp.made m ON m.key = t.person GROUP BY m.key",
)
_NOW = f"CASE WHEN {_HELD} AND y.late THEN 'suspended' ELSE m.state END"
_PERMITS = _insert(
    "permit",
    {
        "id": f"m.key + {PERMIT}",
        "permit_id": f"m.key + {PERMIT}",
        "version": "1",
        "known_from": "m.at",
        "known_until": "NULL",
        "current_id": f"m.key + {PERMIT}",
        "holder_id": f"CASE WHEN {_HELD} THEN m.key END",
        "current_state": _NOW,
        "permit_number": "'31' || c.case_number",
        "person_id": "m.key",
        "person_row": "m.key",
        "case_id": "c.id",
        "state": _NOW,
        "ground": "'employment'",
        "division": ":division",
        "address": _ADDRESS,
        "serial": "'SD' || substr('00000000' || m.place, -8)",
        "produced_on": "m.issued_on",
        "issued_on": "m.issued_on",
        "handed_over_on": "CASE m.state WHEN 'produced' THEN NULL ELSE m.issued_on END",
        "years_from": "m.issued_on",
        "endorsed_on": "y.endorsed_on",
        "opens_on": "y.opens_on",
        "due_on": "y.due_on",
        "valid_until": "NULL",
        "replaces_id": "NULL",
        "replaced_by": "NULL",
        "end_reason": "CASE m.state WHEN 'cancelled' THEN 'left' ELSE '' END",
        "policy": ":policy",
        "changed_by": ":staff",
    },
    f"temp.made m JOIN temp.year y USING (issued_on, kept) JOIN case_file c ON c.id = m.key + {_CASE}",
)
_ENDORSEMENTS = _insert(
    "permit_step",
    {
        "id": f"m.key + {_STEP} + e.sequence",
        "request_id": "'00000000-0000-4000-000' || e.sequence || '-' || substr('000000000000' || m.place, -12)",
        "permit_id": f"m.key + {PERMIT}",
        "event": "'endorse'",
        "state": "'valid'",
        "at": "e.on_date || ' 02:00:00.000000'",
        "on_date": "e.on_date",
        "staff_id": ":staff",
        "staff_name": ":staff_name",
        "counter_number": "11 + m.place % 4",
        "case_id": "NULL",
        "note": "''",
        "facts": "'{}'",
    },
    f"temp.endorsed e JOIN temp.made m USING (issued_on, kept) WHERE {_HELD}",
)
FILLED = (
    _PEOPLE,
    _CASES,
    _OPEN,
    _case_step(0, "'accepted'", "temp.taken t"),
    _case_step(1, "t.state", "temp.taken t WHERE t.state != 'accepted'"),
    _REGISTRATIONS,
    _PERMITS,
    _ENDORSEMENTS,
)
"""Every statement that fills a table, in order; each takes the same named values."""
