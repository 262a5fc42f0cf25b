"""The day's log as one statement: its columns, and its rows between two days.

Everything is done in SQL, so that an export is the driver's cursor poured into a file.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, bindparam, case, func, select
from sqlalchemy.orm import aliased

from desktop.models.prepared import Prepared
from desktop.models.tables import JournalEntry, Person
from desktop.services.log_actions import ACTIONS
from desktop.services.safe_cells import masked, safe_number, safe_text

HEADINGS = (
    "序号",
    "时间",
    "日期",
    "窗口",
    "经办人",
    "事项",
    "姓名",
    "证件号码",
    "受理号",
    "单据编号",
    "事由",
    "内容",
    "校验值",
)
"""The columns' headings; the log is a Chinese paper whatever the screen speaks. 序号 counts within a counter."""

_known = aliased(Person)
_current = aliased(Person)
_row = func.coalesce(
    JournalEntry.person_row,
    select(_current.id).where(_current.current_id == JournalEntry.person_id).scalar_subquery(),
)


def statement(*, whole_numbers: bool, cells_too: bool) -> Prepared:
    """Return the statement for a span: 13 columns safe for CSV, before them the plain ones if `cells_too`.

    Its values are `first` and `last`, both days included. Of a person the name and number are those of the
    version that the entry speaks of, or the present ones where it speaks of none.
    """
    return _STATEMENTS[whole_numbers, cells_too]


COUNT = Prepared(
    select(func.count().label("rows"))
    .select_from(JournalEntry)
    .where(JournalEntry.on_date.between(bindparam("first"), bindparam("last")))
)


def _select(*, whole_numbers: bool, cells_too: bool) -> Select[Any]:
    number = _known.id_number
    shown_number = number if whole_numbers else masked(number)
    plain: list[Any] = [
        JournalEntry.sequence,
        JournalEntry.local_time,
        JournalEntry.on_date,
        JournalEntry.counter_number,
        JournalEntry.staff_name,
        case(
            {action: str(name) for action, name in ACTIONS.items()},
            value=JournalEntry.action,
            else_=JournalEntry.action,
        ),
        _known.name,
        shown_number,
        JournalEntry.case_number,
        JournalEntry.paper_number,
        JournalEntry.matter,
        JournalEntry.detail,
        JournalEntry.hash,
    ]
    safe = list(plain)
    for place in (4, 6, 10, 11):
        safe[place] = safe_text(plain[place])
    safe[7] = safe_number(number, shown_number)
    for place in (8, 9):
        safe[place] = safe_number(plain[place])
    shown = [*plain, *safe] if cells_too else safe
    return (
        select(*(column.label(f"c{place}") for place, column in enumerate(shown)))
        .select_from(JournalEntry)
        .outerjoin(_known, _known.id == _row)
        .where(JournalEntry.on_date.between(bindparam("first"), bindparam("last")))
        .order_by(JournalEntry.on_date, JournalEntry.id)
    )


_STATEMENTS = {
    (whole, cells): Prepared(_select(whole_numbers=whole, cells_too=cells))
    for whole in (False, True)
    for cells in (False, True)
}
