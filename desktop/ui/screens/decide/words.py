"""The decider's desk in words: how long there is to go, findings, materials, what is known of the person."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from desktop.domain.code_words import label
from desktop.domain.codes import Ground, IdKind, LodgingKind, MaterialState, Relation, Sex
from desktop.domain.ethnicities import ETHNIC
from desktop.domain.masking import mask_address, mask_fact, mask_id, mask_phone
from desktop.domain.permit_life import LIVE, STATE_WORDS
from desktop.domain.times import CHINA, age_on
from desktop.services.person_versions import FIELDS
from desktop.ui.kit.case_words import grouped, summary_words
from desktop.ui.kit.findings import change_of
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.services.decision_rows import CasePage, FindingPair, MaterialRow, QueueCounts
    from desktop.services.permit_rows import PermitRow
    from desktop.services.rows import CaseRow, CaseStepRow, RegistrationRow

_Code = TypeVar("_Code", bound=StrEnum)

_CODES: dict[str, type[StrEnum]] = {"id_kind": IdKind, "sex": Sex}
"""The fields of a person that hold a code."""


class Line(NamedTuple):
    """One line of a card: a chip with its kind, what is said, and the small print."""

    chip: str
    kind: str
    words: str
    small: str = ""


def count_words(counts: QueueCounts | None) -> str:
    """How many cases wait, and how many of them are pressing."""
    if counts is None:
        return text("decide", "正在读取……")
    words = [
        text("decide", "待审核 {count} 件").format(count=counts.cases),
        text("decide", "逾期 {count} 件").format(count=counts.overdue),
        text("decide", "今天到期 {count} 件").format(count=counts.due_today),
    ]
    if counts.undated:
        words.append(text("decide", "没有期限 {count} 件").format(count=counts.undated))
    return "　".join(words)


def moment(at: datetime) -> str:
    """A local day and time."""
    return f"{at.astimezone(CHINA):%Y-%m-%d %H:%M}"


def code_words(table: type[_Code], code: str) -> str:
    """The label of a code; the code itself when this version does not know it."""
    try:
        return sentence_text(label(table(code))) if code else ""
    except (ValueError, KeyError):
        return code


def facts(page: CasePage) -> list[tuple[str, str]]:
    """Who it is about and what was taken down."""
    person, case = page.person_now, page.case
    born = ""
    if person.birth_date is not None:
        born = text("decide", "{born}（{age} 岁）").format(
            born=person.birth_date.isoformat(), age=age_on(person.birth_date, page.today)
        )
    ethnicity = sentence_text(ETHNIC[person.ethnicity]) if person.ethnicity in ETHNIC else person.ethnicity
    pairs = [
        (text("decide", "事项"), f"{sentence_text(label(case.kind))}　{summary_words(case)}"),
        (text("decide", "受理号"), grouped(case.case_number)),
        (
            text("decide", "受理"),
            text("decide", "{at}　{who}　窗口 {number}").format(
                at=moment(page.accepted_at), who=page.accepted_by, number=case.counter_number
            ),
        ),
        (text("decide", "办理期限"), case.due_on.isoformat() if case.due_on else ""),
        (
            text("decide", "证件"),
            f"{sentence_text(label(person.id_kind))}　{person.masked_id_number}",
        ),
        (
            text("decide", "本人"),
            "　".join(part for part in (sentence_text(label(person.sex)), born, ethnicity) if part),
        ),
        (text("decide", "常住户口所在地"), mask_address(page.hukou_place)),
        (text("decide", "联系电话"), mask_phone(person.phone) if person.phone else ""),
        (text("decide", "服务处所"), person.employer),
        (text("decide", "原因"), page.reason),
        (text("decide", "备注"), page.remark),
    ]
    return [(name, value) for name, value in pairs if value.strip()]


def difference_lines(page: CasePage) -> list[Line]:
    """What has changed of the person since acceptance."""
    return [
        Line(
            sentence_text(FIELDS[one.field]),
            "warning",
            text("decide", "{old} → {new}").format(
                old=_field_words(one.field, one.old), new=_field_words(one.field, one.new)
            ),
        )
        for one in page.differences
    ]


def finding_line(pair: FindingPair) -> Line:
    """A condition as judged today, and beside it as at acceptance."""
    before = text("decide", "受理时没有判断。")
    if pair.then is not None:
        mark = text("decide", "✓ 符合") if pair.then.met else text("decide", "✗ 不符合")
        before = text("decide", "受理时：{mark}　{fact}").format(mark=mark, fact=pair.then.fact)
        if pair.now is not None and not pair.changed and pair.then.fact == str(pair.now.fact):
            before = text("decide", "受理时相同")
    if pair.now is None:
        basis = pair.then.basis if pair.then is not None else ""
        return Line(text("decide", "今天不再适用"), "quiet", before, basis)
    chip = text("decide", "✓ 符合") if pair.now.met else text("decide", "✗ 不符合")
    words = "\n".join(part for part in (sentence_text(pair.now.fact), change_of(pair.now)) if part)
    if pair.changed:
        before = text("decide", "与受理时不同。{before}").format(before=before)
    basis = pair.now.basis
    if not pair.now.verified:
        basis = text("decide", "{basis}　［条文待核实］").format(basis=basis)
    return Line(chip, "good" if pair.now.met else "problem", words, f"{basis}　·　{before}")


def material_line(row: MaterialRow) -> Line:
    """A material and how it stands."""
    words = sentence_text(row.need.label)
    if row.state is None:
        return Line(text("decide", "✗ 没有要过"), "problem", words, row.need.basis)
    kind = "problem" if row.missing else "good" if row.state is MaterialState.PRESENT else ""
    sign = "✗ " if row.missing else "✓ "
    return Line(sign + sentence_text(label(row.state)), kind, words, row.need.basis)


def agent_lines(page: CasePage) -> list[Line]:
    """Who applies for the person, if somebody does."""
    if not page.agent:
        return []
    agent = page.agent
    number, phone = agent.get("agent_id_number", ""), agent.get("agent_phone", "")
    about = (mask_id(number) if number else "", mask_phone(phone) if phone else "")
    return [
        Line(
            code_words(Relation, agent.get("agent_relation", "")),
            "quiet",
            agent.get("agent_name", ""),
            "　".join(part for part in about if part),
        )
    ]


def registration_line(row: RegistrationRow) -> Line:
    """A span of residence."""
    last = row.until.isoformat() if row.until else text("decide", "今")
    span = text("decide", "{start} 至 {last}").format(start=row.registered_on.isoformat(), last=last)
    small = "　".join(part for part in (span, code_words(LodgingKind, row.lodging)) if part)
    if row.until is None:
        return Line(text("decide", "在住"), "good", row.written_address, small)
    return Line(text("decide", "已结束"), "quiet", row.written_address, small)


def permit_line(row: PermitRow) -> Line:
    """An earlier permit."""
    dates = [text("decide", "签发 {on}").format(on=row.issued_on.isoformat())]
    if row.due_on is not None:
        dates.append(text("decide", "签注期限 {on}").format(on=row.due_on.isoformat()))
    if row.valid_until is not None:
        dates.append(text("decide", "有效期至 {on}").format(on=row.valid_until.isoformat()))
    words = text("decide", "居住证 {number}　{ground}").format(
        number=grouped(row.permit_number), ground=code_words(Ground, row.ground)
    )
    kind = "good" if row.state in LIVE else "quiet"
    return Line(sentence_text(STATE_WORDS[row.state]), kind, words, "　".join(dates))


def case_line(row: CaseRow) -> Line:
    """An earlier case."""
    words = f"{sentence_text(label(row.kind))}　{summary_words(row)}"
    small = f"{row.accepted_on.isoformat()}　{grouped(row.case_number)}　{row.clerk}"
    return Line(sentence_text(label(row.state)), "quiet", words, small)


def step_line(row: CaseStepRow) -> Line:
    """What somebody did with the case."""
    return Line(sentence_text(label(row.state)), "quiet", f"{moment(row.at)}　{row.staff_name}", row.note)


def _field_words(field: str, value: str) -> str:
    if not value:
        return text("decide", "（空）")
    if field == "ethnicity" and value in ETHNIC:
        return sentence_text(ETHNIC[value])
    return code_words(_CODES[field], value) if field in _CODES else mask_fact(field, value)
