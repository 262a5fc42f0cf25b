"""The person's page in words: facts, terms, copies, spans."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from desktop.domain.code_words import label
from desktop.domain.codes import CaseKind, IdKind, LodgingKind, Relation, ReportedBy, ResidenceReason
from desktop.domain.ethnicities import ETHNIC
from desktop.domain.masking import mask_address, mask_fact, mask_phone
from desktop.domain.times import CHINA, age_on
from desktop.services.fact_words import fact_words
from desktop.services.person_versions import FIELDS
from desktop.ui.kit.text import sentence_text, text

if TYPE_CHECKING:
    from desktop.services.correction_pages import PersonVersionRow, SupersededRow
    from desktop.services.paper_rows import PaperRow
    from desktop.services.permit_pages import Change
    from desktop.services.rows import DueRow, MinorRow, PersonPage, RegistrationRow

Fact = tuple[str, str, bool]
"""What it is called, what it is, and whether it is long."""

_Code = TypeVar("_Code", bound=StrEnum)


def code_words(table: type[_Code], code: str) -> str:
    """The label of a code; the code itself when this version does not know it, nothing for nothing."""
    try:
        return sentence_text(label(table(code))) if code else ""
    except ValueError:
        return code


def person_facts(page: PersonPage) -> list[Fact]:
    """Who it is. What the kind of document has no room for is left out when empty."""
    person = page.person
    born = text("person", "未填")
    if person.birth_date is not None:
        born = text("person", "{born}（{age} 岁）").format(
            born=person.birth_date.isoformat(), age=age_on(person.birth_date, page.today)
        )
    facts = [
        (text("person", "性别"), sentence_text(label(person.sex)), False),
        (text("person", "出生日期"), born, False),
    ]
    if person.ethnicity:
        facts.append((text("person", "民族"), _ethnicity(person.ethnicity), False))
    facts.append(
        (
            text("person", "联系电话"),
            mask_phone(person.phone) if person.phone else text("person", "未填"),
            False,
        )
    )
    if person.former_name:
        facts.append((text("person", "曾用名"), person.former_name, False))
    if page.hukou_place or person.id_kind is IdKind.RESIDENT:
        hukou = mask_address(page.hukou_place) or text("person", "未填")
        facts.append((text("person", "常住户口所在地"), hukou, True))
    if person.employer:
        facts.append((text("person", "工作单位或就读学校"), person.employer, True))
    return facts


def registration_facts(row: RegistrationRow) -> list[Fact]:
    """Where and how somebody lives."""
    facts = [
        (text("person", "住所类别"), code_words(LodgingKind, row.lodging), False),
        (text("person", "居住事由"), code_words(ResidenceReason, row.reason), False),
        (text("person", "到达日期"), row.arrived_on.isoformat(), False),
        (text("person", "登记日期"), row.registered_on.isoformat(), False),
    ]
    if row.intended_until is not None:
        facts.append((text("person", "拟居住至"), row.intended_until.isoformat(), False))
    landlord = "　".join(part for part in (row.landlord_name, _phone(row.landlord_phone)) if part)
    if landlord:
        facts.append((text("person", "房主"), landlord, False))
    if row.reported_by:
        reporter = "　".join(part for part in (row.reporter_name, _phone(row.reporter_phone)) if part)
        by = code_words(ReportedBy, row.reported_by)
        facts.append((text("person", "申报人"), f"{by}　{reporter}" if reporter else by, False))
    if row.minors:
        minors = text("person", "、").join(_minor(minor) for minor in row.minors)
        facts.append((text("person", "随同未成年人"), minors, True))
    if row.remark:
        facts.append((text("person", "备注"), row.remark, True))
    return facts


def term_words(days_left: int, estimated: bool) -> str:
    """How long there is to go, in working days."""
    if days_left > 0:
        words = text("person", "还剩 {days} 个工作日").format(days=days_left)
    elif days_left == 0:
        words = text("person", "今天到期")
    else:
        words = text("person", "已超期 {days} 个工作日").format(days=-days_left)
    return words + (text("person", "（暂估）") if estimated else "")


def due_words(row: DueRow) -> str:
    """A term with its day."""
    return f"{row.on.isoformat()}　{term_words(row.days_left, row.estimated)}"


def copies_words(paper: PaperRow) -> str:
    """What became of each copy of a paper."""
    if not paper.copies:
        return text("person", "还没有打印")
    said = []
    for copy in paper.copies:
        outcome = sentence_text(label(copy.outcome))
        if copy.number == 0:
            said.append(outcome)
        else:
            said.append(
                text("person", "补打第 {number} 份{outcome}").format(number=copy.number, outcome=outcome)
            )
    return text("person", "；").join(said)


def fact_text(field: str, value: str, places: Mapping[str, str]) -> str:
    """A fact of a version as it is read out, numbers and addresses masked; a dash for nothing."""
    said = fact_words(field, mask_fact(field, value), places)
    return (said if isinstance(said, str) else sentence_text(said)) or "—"


def moment(at: datetime) -> str:
    """A local day and time."""
    return f"{at.astimezone(CHINA):%Y-%m-%d %H:%M}"


def changed_words(version: PersonVersionRow, places: Mapping[str, str]) -> str:
    """What changed with a version."""
    if not version.changes:
        return text("person", "初次登记") if version.version == 1 else "—"
    return text("person", "；").join(_change(one, places) for one in version.changes)


def _change(one: Change, places: Mapping[str, str]) -> str:
    what = sentence_text(FIELDS[one.field])
    old, new = (fact_text(one.field, value, places) for value in (one.old, one.new))
    if old == new:
        return text("person", "{what}：{new}（隐去的数字有改动）").format(what=what, new=new)
    return text("person", "{what}：{old} → {new}").format(what=what, old=old, new=new)


def superseded_words(row: SupersededRow | None) -> str:
    """Whether a paper says what is registered now."""
    if row is None:
        return text("person", "一致")
    if row.by is not None and row.by.case_kind is CaseKind.CORRECTION:
        return text("person", "✗ 已被更正取代")
    return text("person", "! 内容已有变动")


def superseded_tip(row: SupersededRow | None) -> str:
    """Since when a paper is out of date, and in what."""
    if row is None or row.by is None:
        return ""
    fields = text("person", "、").join(sentence_text(FIELDS[one.field]) for one in row.changes)
    return text("person", "自{at}起：{fields}").format(at=moment(row.by.known_from), fields=fields)


def issued_words(paper: PaperRow) -> str:
    """The local day on which a paper was issued."""
    return f"{paper.issued_at.astimezone(CHINA):%Y-%m-%d}"


def span_words(row: RegistrationRow, today: date) -> str:
    """A span of residence: from, until, how long, where."""
    last = row.until or today
    until = row.until.isoformat() if row.until else text("person", "今")
    return text("person", "{start} 至 {until}（{length}）　{address}").format(
        start=row.registered_on.isoformat(),
        until=until,
        length=length_words(row.registered_on, last),
        address=mask_address(row.written_address),
    )


def length_words(start: date, last: date) -> str:
    """So many years and months, or days when it is less than a month; both ends count."""
    months = (last.year - start.year) * 12 + last.month - start.month - (last.day < start.day)
    if months < 1:
        return text("person", "{days} 天").format(days=(last - start).days + 1)
    years, rest = divmod(months, 12)
    if years == 0:
        return text("person", "{months} 个月").format(months=rest)
    if rest == 0:
        return text("person", "{years} 年").format(years=years)
    return text("person", "{years} 年 {months} 个月").format(years=years, months=rest)


def full_words(page: PersonPage) -> str:
    """The name of the day on which a permit becomes possible."""
    if page.full_months == 6:
        return text("person", "满半年 {day}").format(day=page.full_on)
    return text("person", "满 {months} 个月 {day}").format(months=page.full_months, day=page.full_on)


def _phone(number: str) -> str:
    return mask_phone(number) if number else ""


def _ethnicity(code: str) -> str:
    return sentence_text(ETHNIC[code]) if code in ETHNIC else code


def _minor(minor: MinorRow) -> str:
    born = minor.birth_date.isoformat() if minor.birth_date else ""
    about = text("person", "，").join(part for part in (code_words(Relation, minor.relation), born) if part)
    if not about:
        return minor.name
    return text("person", "{name}（{about}）").format(name=minor.name, about=about)
