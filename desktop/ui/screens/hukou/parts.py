"""The sections of the form: which fields they have, in which order; some three fields a slice."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from desktop.domain.code_words import label
from desktop.domain.codes import Education, MaritalStatus, Sex
from desktop.domain.hukou_codes import (
    Degree,
    Dwelling,
    Employment,
    Honour,
    Kin,
    PolicyGroup,
    Skill,
    TalentClass,
    Title,
)
from desktop.domain.hukou_codes import label as hukou_label
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.fields import ChineseField, DateField, NumberField, TickField
from desktop.ui.kit.form import Form, Section
from desktop.ui.kit.pinyin import initials
from desktop.ui.kit.suggest import Suggest
from desktop.ui.kit.text import sentence_text, text

Part = Callable[[Form, Section], None]
"""Builds a slice of fields into a section."""


def build_part(form: Form, sections: dict[str, Section], part: str, build: Part) -> None:
    """Build a slice of fields; its section is begun by the first."""
    if part not in sections:
        sections[part] = form.section(title_of(part), 3)
    build(form, sections[part])


def title_of(part: str) -> str:
    """What a section is called."""
    return {
        "where": text("hukou_form", "拟落户地和日期"),
        "person": text("hukou_form", "落户人"),
        "dwelling": text("hukou_form", "住所"),
        "work": text("hukou_form", "就业和社保"),
        "talent": text("hukou_form", "人才条件"),
        "kin": text("hukou_form", "亲属投靠"),
        "other": text("hukou_form", "其他"),
    }[part]


def _codes(table: Iterable[StrEnum]) -> list[Option]:
    return [_option(each, str(label(each)), sentence_text(label(each))) for each in table]


def _hukou_codes(table: Iterable[StrEnum]) -> list[Option]:
    return [_option(each, str(hukou_label(each)), sentence_text(hukou_label(each))) for each in table]


def _option(code: StrEnum, chinese: str, shown: str) -> Option:
    """One entry, found by the initials of its Chinese label in every language."""
    return Option(str(code), shown, initials(chinese))


def _where(form: Form, part: Section) -> None:
    division = Suggest(
        "division",
        text("hukou_form", "拟落户的街道（镇）"),
        text("hukou_form", "键入名称、拼音或代码，选到街道、镇"),
        required=True,
    )
    form.add(part, division, span=2)
    form.add(
        part,
        DateField(
            "assessed_on",
            text("hukou_form", "按哪一天的规定"),
            text("hukou_form", "可以是以前的日期"),
            required=True,
        ),
    )


def _person(form: Form, part: Section) -> None:
    form.add(part, DateField("birth_date", text("hukou_form", "出生日期"), required=True))
    form.add(part, Choice("sex", text("hukou_form", "性别"), _codes(Sex)))
    form.add(
        part,
        Suggest(
            "hukou_division",
            text("hukou_form", "常住户口所在地"),
            text("hukou_form", "县级；无户口的不填"),
        ),
    )


def _family(form: Form, part: Section) -> None:
    form.add(part, Choice("marital_status", text("hukou_form", "婚姻状况"), _codes(MaritalStatus)))
    form.add(
        part,
        ChineseField(
            "children_born",
            text("hukou_form", "未婚子女的出生日期"),
            text("hukou_form", "几个子女用顿号或空格隔开"),
        ),
    )
    form.add(part, DateField("married_on", text("hukou_form", "登记结婚日期")))


def _moved(form: Form, part: Section) -> None:
    form.add(
        part,
        DateField(
            "hukou_since", text("hukou_form", "户口迁入该地的日期"), text("hukou_form", "原籍在该地的不填")
        ),
        new_row=True,
    )
    form.add(part, Suggest("previous_division", text("hukou_form", "此前的户口所在地")))
    form.add(
        part,
        DateField(
            "previous_since",
            text("hukou_form", "迁入此前所在地的日期"),
            text("hukou_form", "原籍在该地的不填"),
        ),
    )


def _dwelling(form: Form, part: Section) -> None:
    form.add(
        part,
        Choice("dwelling", text("hukou_form", "拟落户地的住所"), _hukou_codes(Dwelling)),
        span=2,
    )
    form.add(
        part,
        DateField(
            "home_bought_on",
            text("hukou_form", "购买商品住房日期"),
            text("hukou_form", "按原购房落户政策购买的才填"),
        ),
    )


def _work(form: Form, part: Section) -> None:
    form.add(part, Choice("employment", text("hukou_form", "就业情况"), _hukou_codes(Employment)), span=2)
    form.add(
        part,
        Suggest(
            "work_division",
            text("hukou_form", "就业地"),
            text("hukou_form", "与拟落户地在同一县（区）的不填"),
        ),
    )


def _work_ticks(form: Form, part: Section) -> None:
    form.add(part, TickField("insured", text("hukou_form", "参加本市城镇职工养老保险")), span=2, new_row=True)
    form.add(part, TickField("permit", text("hukou_form", "持有居住证")))
    form.add(part, TickField("contract", text("hukou_form", "签订劳动合同")), span=2, new_row=True)
    form.add(
        part,
        NumberField(
            "pension_months",
            text("hukou_form", "已缴养老保险月数"),
            text("hukou_form", "足额缴费的月数"),
            most=3,
        ),
    )


def _schooling(form: Form, part: Section) -> None:
    form.add(part, Choice("education", text("hukou_form", "文化程度"), _codes(Education)))
    form.add(part, Choice("degree", text("hukou_form", "学位"), _hukou_codes(Degree)))


def _skills(form: Form, part: Section) -> None:
    form.add(part, Choice("title", text("hukou_form", "专业技术职务"), _hukou_codes(Title)))
    form.add(part, Choice("skill", text("hukou_form", "职业资格"), _hukou_codes(Skill)), new_row=True)
    form.add(part, Choice("talent", text("hukou_form", "人才类别"), _hukou_codes(TalentClass)), span=2)


def _honours(form: Form, part: Section) -> None:
    form.add(
        part, Choice("honour", text("hukou_form", "表彰、竞赛"), _hukou_codes(Honour)), span=2, new_row=True
    )
    form.add(part, DateField("honoured_on", text("hukou_form", "获得日期")))


def _prize(form: Form, part: Section) -> None:
    form.add(
        part,
        NumberField("prize", text("hukou_form", "几等奖"), text("hukou_form", "一等奖写1"), most=1),
        new_row=True,
    )
    form.add(part, TickField("full_time", text("hukou_form", "全日制普通大专、中专")), span=2)


def _kin(form: Form, part: Section) -> None:
    form.add(part, Choice("joins", text("hukou_form", "投靠谁"), _hukou_codes(Kin)), span=2)
    form.add(part, Suggest("kin_division", text("hukou_form", "被投靠人户口所在地")))
    form.add(part, DateField("kin_birth_date", text("hukou_form", "子女的出生日期")), new_row=True)
    form.add(
        part,
        TickField("kin_joined_child", text("hukou_form", "父母自己是以投靠子女落户的")),
        span=3,
        new_row=True,
    )
    form.add(
        part,
        TickField("joined_spouse_before", text("hukou_form", "以前办理过在济夫妻投靠")),
        span=3,
        new_row=True,
    )


def _other(form: Form, part: Section) -> None:
    form.add(
        part,
        Choice("group", text("hukou_form", "国家、省政策安置的人员"), _hukou_codes(PolicyGroup)),
        span=2,
    )
    form.add(
        part,
        TickField("project", text("hukou_form", "经市政府同意成建制落户的引进项目单位的职工")),
        span=3,
        new_row=True,
    )


PARTS: tuple[tuple[str, Part], ...] = (
    ("where", _where),
    ("person", _person),
    ("person", _family),
    ("person", _moved),
    ("dwelling", _dwelling),
    ("work", _work),
    ("work", _work_ticks),
    ("talent", _schooling),
    ("talent", _skills),
    ("talent", _honours),
    ("talent", _prize),
    ("kin", _kin),
    ("other", _other),
)
"""The slices in which the form is built, with the section each belongs to."""
