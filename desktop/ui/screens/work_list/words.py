"""The work lists in words: clocks, the names of the lists, where a row leads."""

from __future__ import annotations

from datetime import date

from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind, CaseState
from desktop.domain.permit_life import STATE_WORDS
from desktop.services.permit_pages import EndorsementDue
from desktop.services.work_rows import Clock, WorkKind, WorkRow
from desktop.ui.kit.case_words import grouped
from desktop.ui.kit.clock_words import left_kind, left_words
from desktop.ui.kit.text import sentence_text, text

Row = WorkRow | EndorsementDue
"""One row of a list: a case with its clock, or a permit to endorse."""


def key_of(row: Row) -> int:
    """What a row is known by when the list is read again."""
    return row.case.case_id if isinstance(row, WorkRow) else row.permit.permit_id


def way(row: Row, *, decides: bool) -> tuple[str, object]:
    """Where a row leads, and with what; `decides` says that whoever looks decides cases."""
    if not isinstance(row, WorkRow):
        return "permit", row.permit.permit_id
    case = row.case
    if case.state is CaseState.PRODUCED:
        return "hand_over", case.case_number
    if case.kind is CaseKind.CORRECTION:
        return "correction_case", case.case_id
    if decides and case.state is CaseState.ACCEPTED:
        return "decide", case.case_id
    return "open_case", case.case_id


def clock_words(row: Row, shown: WorkKind | None) -> str:
    """The clock of a row in the list that is shown."""
    if isinstance(row, WorkRow) and row.clock is Clock.NOT_BEGUN:
        return text("work_list", "补齐材料后起算")
    if isinstance(row, WorkRow) and row.clock is Clock.OVER:
        return text("work_list", "已制证，等本人领取")
    if not isinstance(row, WorkRow) and shown is WorkKind.OPENING:
        return text("work_list", "{on}起可以签注").format(on=row.opens_on.isoformat())
    return left_words(row.days_left, row.estimated)


def clock_kind(row: Row) -> str:
    """The kind of a row's clock: "problem", "warning", "muted" or ""."""
    kind = left_kind(row.days_left)
    return "muted" if kind == "quiet" else kind


def due_words(row: Row) -> str:
    """The last day."""
    due = row.case.due_on if isinstance(row, WorkRow) else row.due_on
    return due.isoformat() if due else ""


def matter_words(row: Row) -> str:
    """What it is about."""
    return sentence_text(label(row.case.kind if isinstance(row, WorkRow) else CaseKind.ENDORSEMENT))


def state_words(row: Row) -> str:
    """Where it stands."""
    if isinstance(row, WorkRow):
        return sentence_text(label(row.case.state))
    return sentence_text(STATE_WORDS[row.permit.state])


def name_of(row: Row) -> str:
    """Whom it is about."""
    return row.case.person_name if isinstance(row, WorkRow) else row.permit.person_name


def masked_id(row: Row) -> str:
    """Their ID number, masked."""
    return row.case.masked_id_number if isinstance(row, WorkRow) else row.permit.masked_id_number


def number_words(row: Row) -> str:
    """The number of the case, or of the permit."""
    return grouped(row.case.case_number if isinstance(row, WorkRow) else row.permit.permit_number)


def clerk_of(row: Row) -> str:
    """Who took it in."""
    return row.case.clerk if isinstance(row, WorkRow) else ""


def counter_of(row: Row) -> str:
    """At which counter."""
    return str(row.case.counter_number) if isinstance(row, WorkRow) else ""


def kind_words(kind: WorkKind) -> str:
    """The name of a list, as its tile has it."""
    return {
        WorkKind.DUE_TODAY: text("work_list", "今天到期"),
        WorkKind.OVERDUE: text("work_list", "已经逾期"),
        WorkKind.TO_HAND_OVER: text("work_list", "待发证"),
        WorkKind.WAITING: text("work_list", "待补材料"),
        WorkKind.OPENING: text("work_list", "一周内可签注"),
        WorkKind.ENDORSEMENT_OVERDUE: text("work_list", "签注逾期"),
    }[kind]


def day_words(day: date) -> str:
    """A day with its weekday."""
    names = (
        text("work_list", "星期一"),
        text("work_list", "星期二"),
        text("work_list", "星期三"),
        text("work_list", "星期四"),
        text("work_list", "星期五"),
        text("work_list", "星期六"),
        text("work_list", "星期日"),
    )
    return f"{day.isoformat()}　{names[day.weekday()]}"


def first_words(row: Row | None) -> str:
    """Whom a list begins with, below its count."""
    if row is None:
        return text("work_list", "没有")
    return text("work_list", "最早 {name}　{on}").format(name=name_of(row), on=due_words(row)).strip()
