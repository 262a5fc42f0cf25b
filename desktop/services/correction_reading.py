"""Reading a proposed correction: what is typed by the rules of the fields, what may be corrected at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.case_life import OPEN
from desktop.domain.codes import CaseKind
from desktop.domain.errors import BadInput, FieldProblem, NotPossible, sentence
from desktop.domain.fields import read_line
from desktop.domain.forms import read_person
from desktop.services import case_records, people_records
from desktop.services.person_versions import FIELDS, written

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.permit_pages import Change
    from desktop.services.rows import CaseRow

NOBODY = sentence("errors", "没有这个人的记录。")
NO_CHANGE = sentence("permit", "更正的内容与登记的相同，没有要更正的。")
WAITS = sentence("permit", "此人有一件更正（{number}）正在等待审核，审核后才能再提出。")
_WORDS = (2, 200)  # characters of a reason, and of what the evidence is


def waiting_among(cases: Sequence[CaseRow]) -> CaseRow | None:
    """Return the correction among a person's cases that waits for approval, or None."""
    return next((one for one in cases if one.kind is CaseKind.CORRECTION and one.state in OPEN), None)


def waiting(link: Link, person_id: int) -> CaseRow | None:
    """Return the correction of a person that waits for approval, or None."""
    return waiting_among(case_records.of_person(link, person_id))


def check_none_waits(link: Link, person_id: int) -> None:
    """Refuse a second correction while the first waits."""
    case = waiting(link, person_id)
    if case is not None:
        raise NotPossible(WAITS.fill(number=case.case_number))


def problems_in(row: Any, changes: Mapping[str, str], today: date) -> tuple[FieldProblem, ...]:
    """Return which of the changed fields break their rule."""
    reading = read_person({**known(row), **changes}, today)
    return tuple(one for one in reading.problems if one.field in changes)


def corrected(link: Link, row: Any, changes: Mapping[str, str], today: date) -> dict[str, Any]:
    """Return all the facts of a person with the changes in them, read by the rules of their fields.

    BadInput for a field that breaks its rule, NotPossible for a number that is somebody else's.
    """
    for name in changes:
        if name not in FIELDS:
            raise BadInput(name, sentence("errors", "不能更正这一项。"))
    reading = read_person({**known(row), **changes}, today)
    if reading.value is None:
        problem = next((one for one in reading.problems if one.field in changes), reading.problems[0])
        raise BadInput(problem.field, problem.message)
    values = people_records.facts_of(reading.value)
    other = people_records.by_number(link, values["id_kind"], values["id_number"])
    if other is not None and other.person_id != row.person_id:
        problem_told = sentence("permit", "这个证件号码已经登记在{name}名下，不能更正为别人的号码。")
        raise NotPossible(problem_told.fill(name=other.name))
    return values


def still_true(link: Link, row: Any, changes: tuple[Change, ...], today: date) -> dict[str, Any]:
    """Return the facts to store; NotPossible when a field has another old value by now."""
    for one in changes:
        if written(getattr(row, one.field)) != one.old:
            problem = sentence("permit", "“{field}”在提出更正以后又有变动，请退回重新提出。")
            raise NotPossible(problem.fill(field=FIELDS[one.field]))
    return corrected(link, row, {one.field: one.new for one in changes}, today)


def summary(changes: tuple[Change, ...]) -> str:
    """Return what a correction is about, in the words of the paper."""
    return "、".join(str(FIELDS[one.field]) for one in changes)


def worded(field: str, text: str) -> str:
    """Return a reason or the evidence tidied; BadInput when it says too little or too much."""
    words = read_line(field, text)
    least, most = _WORDS
    if not least <= len(words) <= most:
        problem = sentence("errors", "请填写这一项（{least}至{most}个字）。")
        raise BadInput(field, problem.fill(least=least, most=most))
    return words


def known(row: Any) -> dict[str, str]:
    """Return what a version says of a person, by field, as written."""
    return {name: written(getattr(row, name)) for name in FIELDS}
