"""The work lists in words: clocks, the names of the lists, where a row leads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.codes import CaseKind, CaseState, label
from desktop.domain.permit_life import STATE_WORDS
from desktop.services.work_rows import Clock, WorkKind, WorkRow
from desktop.ui.kit.case_words import grouped
from desktop.ui.kit.clock_words import left_kind, left_words
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.permit_pages import EndorsementDue


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a list as it is shown: a case, or a permit to endorse; `route` and `what` are where it leads.

    `kind` is that of its clock: "problem", "warning", "muted" or "".
    """

    key: int
    clock: str
    kind: str
    due_on: str
    matter: str
    state: str
    name: str
    masked_id: str
    number: str
    clerk: str
    counter: str
    route: str
    what: object


def line_of(row: WorkRow | EndorsementDue, kind: WorkKind | None, *, decides: bool) -> Line:
    """Show a row of a list; `decides` says that whoever looks decides cases."""
    return _case_line(row, decides=decides) if isinstance(row, WorkRow) else _permit_line(row, kind)


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


def first_words(row: WorkRow | EndorsementDue | None) -> str:
    """Whom a list begins with, below its count."""
    if row is None:
        return text("work_list", "没有")
    due = row.case.due_on if isinstance(row, WorkRow) else row.due_on
    name = row.case.person_name if isinstance(row, WorkRow) else row.permit.person_name
    return text("work_list", "最早 {name}　{on}").format(name=name, on=due.isoformat() if due else "").strip()


def _case_line(row: WorkRow, *, decides: bool) -> Line:
    case = row.case
    words, kind = left_words(row.days_left, row.estimated), left_kind(row.days_left)
    if row.clock is Clock.NOT_BEGUN:
        words, kind = text("work_list", "补齐材料后起算"), "muted"
    elif row.clock is Clock.OVER:
        words, kind = text("work_list", "已制证，等本人领取"), "muted"
    route, what = _way(row, decides=decides)
    return Line(
        key=case.case_id,
        clock=words,
        kind="muted" if kind == "quiet" else kind,
        due_on=case.due_on.isoformat() if case.due_on else "",
        matter=sentence_text(label(case.kind)),
        state=sentence_text(label(case.state)),
        name=case.person_name,
        masked_id=case.masked_id_number,
        number=grouped(case.case_number),
        clerk=case.clerk,
        counter=str(case.counter_number),
        route=route,
        what=what,
    )


def _way(row: WorkRow, *, decides: bool) -> tuple[str, object]:
    case = row.case
    if case.state is CaseState.PRODUCED:
        return "hand_over", case.case_number
    if case.kind is CaseKind.CORRECTION:
        return "correction_case", case.case_id
    if decides and case.state is CaseState.ACCEPTED:
        return "decide", case.case_id
    return "open_case", case.case_id


def _permit_line(row: EndorsementDue, kind: WorkKind | None) -> Line:
    permit = row.permit
    words, tone = left_words(row.days_left, row.estimated), left_kind(row.days_left)
    if kind is WorkKind.OPENING:
        words, tone = text("work_list", "{on}起可以签注").format(on=row.opens_on.isoformat()), ""
    return Line(
        key=permit.permit_id,
        clock=words,
        kind=tone,
        due_on=row.due_on.isoformat(),
        matter=sentence_text(label(CaseKind.ENDORSEMENT)),
        state=sentence_text(STATE_WORDS[permit.state]),
        name=permit.person_name,
        masked_id=permit.masked_id_number,
        number=grouped(permit.permit_number),
        clerk="",
        counter="",
        route="permit",
        what=permit.permit_id,
    )
