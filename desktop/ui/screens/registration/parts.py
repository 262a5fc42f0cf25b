"""The sections of the registration form: which fields they have, in which order, with which rules."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.domain.codes import (
    ETHNIC,
    MINOR_RELATIONS,
    Education,
    IdKind,
    LodgingKind,
    MaritalStatus,
    PoliticalStatus,
    ReportedBy,
    ResidenceReason,
    Sex,
    label,
)
from desktop.domain.errors import Sentence
from desktop.domain.fields import rule
from desktop.ui.kit.choices import Choice, Option, Suggest
from desktop.ui.kit.fields import ChineseField, DateField, NumberField, TickField
from desktop.ui.kit.form import Form, Section
from desktop.ui.kit.pinyin import initials
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.registration.sheet import MOVE


def hint(name: str) -> str:
    """The rule of a field in the screen's language, in one short line where the whole of it takes two."""
    short = {
        "id_number": text("registration", "身份证18位；其他证件照录"),
        "name": text("registration", "汉字或外文；分隔用“·”"),
        "former_name": text("registration", "没有可以不填"),
        "birth_date": text("registration", "由身份号码带出，可改"),
        "hukou_division": text("registration", "按户口簿或身份证住址选"),
        "hukou_address": text("registration", "按户口簿或身份证照写"),
        "phone": text("registration", "11位手机号，或区号加号码"),
        "employer": text("registration", "写全称"),
        "division": text("registration", "键入名称、拼音或代码"),
        "community": text("registration", "选定后街道随之填好"),
        "road": text("registration", "数字写阿拉伯数字"),
        "house_number": text("registration", "“号”可以不写"),
        "building": text("registration", "“号楼”可以不写"),
        "unit": text("registration", "“单元”可以不写"),
        "room": text("registration", "“室”可以不写"),
        "address_remark": text("registration", "门牌说不清的写在这里"),
        "arrived_on": text("registration", "不晚于今天；6-2即6月2日"),
        "intended_until": text("registration", "没有打算可以不填"),
        "minor_birth_date": text("registration", "未满十八周岁"),
        "minor_id_number": text("registration", "没有可以不填"),
    }
    alike = {
        "landlord_name": "name",
        "landlord_phone": "phone",
        "reporter_phone": "phone",
        "minor_name": "name",
    }
    return short.get(alike.get(name, name)) or whole_rule(name)


def whole_rule(name: str) -> str:
    """The rule of a field in full, for its tooltip."""
    found = rule(name)
    return sentence_text(found) if found else ""


def option(code: str, words: Sentence) -> Option:
    """One entry of a choice, found by the initials of its Chinese label in every language."""
    return Option(code, sentence_text(words), initials(str(words)))


def options(codes: Iterable[StrEnum]) -> list[Option]:
    """The entries of a code table."""
    return [option(str(code), label(code)) for code in codes]


def build_person(form: Form) -> Section:
    """Who stands at the counter; the number is first."""
    part = form.section(text("registration", "本人"))
    form.add(
        part,
        NumberField("id_number", text("registration", "证件号码"), hint("id_number"), required=True, most=30),
    )
    form.add(part, Choice("id_kind", text("registration", "证件种类"), options(IdKind)))
    form.add(part, ChineseField("name", text("registration", "姓名"), hint("name"), required=True, most=80))
    form.add(part, Choice("sex", text("registration", "性别"), options(Sex), required=True))
    form.add(
        part, DateField("birth_date", text("registration", "出生日期"), hint("birth_date"), required=True)
    )
    form.add(
        part,
        Choice(
            "ethnicity",
            text("registration", "民族"),
            [option(code, name) for code, name in ETHNIC.items()],
            text("registration", "键入拼音首字母或两位代码"),
            required=True,
        ),
    )
    form.add(
        part,
        Suggest(
            "hukou_division",
            text("registration", "常住户口所在地（县级）"),
            hint("hukou_division"),
            required=True,
        ),
    )
    form.add(
        part,
        ChineseField("hukou_address", text("registration", "户口详细地址"), hint("hukou_address"), most=140),
    )
    form.add(part, NumberField("phone", text("registration", "联系电话"), hint("phone"), most=30))
    return part


def build_rare(form: Form, part: Section) -> None:
    """What is seldom asked: folded away below the person."""
    form.add(
        part,
        ChineseField("former_name", text("registration", "曾用名"), hint("former_name"), most=80),
        new_row=True,
    )
    form.add(part, Choice("education", text("registration", "文化程度"), options(Education)))
    form.add(part, Choice("marital_status", text("registration", "婚姻状况"), options(MaritalStatus)))
    form.add(part, Choice("political_status", text("registration", "政治面貌"), options(PoliticalStatus)))


def build_move(form: Form, part: Section) -> None:
    """The choice to end the present registration in favour of the new one."""
    form.add(
        part,
        TickField(
            MOVE,
            text("registration", "变更到新住址（原登记今日结束）"),
            text("registration", "空格键选择；两处登记都保留在案"),
        ),
        span=3,
    )


def build_address(form: Form) -> QLabel:
    """The standardised address; gives the line where it is written out."""
    part = form.section(text("registration", "现居住地址"))
    form.add(part, Suggest("division", text("registration", "县（市、区）"), hint("division"), required=True))
    form.add(
        part,
        Suggest(
            "street",
            text("registration", "街道（镇、乡）"),
            text("registration", "也可直接键入社区名称，街道随之填好"),
            required=True,
        ),
    )
    form.add(part, Suggest("community", text("registration", "社区（村）"), hint("community")))
    form.add(part, ChineseField("road", text("registration", "路、街、巷、小区"), hint("road"), most=80))
    form.add(
        part, ChineseField("house_number", text("registration", "门牌号"), hint("house_number"), most=80)
    )
    form.add(part, ChineseField("building", text("registration", "楼号"), hint("building"), most=80))
    form.add(part, ChineseField("unit", text("registration", "单元"), hint("unit"), most=80))
    form.add(part, ChineseField("room", text("registration", "室"), hint("room"), most=80))
    form.add(
        part,
        ChineseField("address_remark", text("registration", "地址备注"), hint("address_remark"), most=140),
    )
    line = QLabel()
    line.setObjectName("written_address")
    line.setWordWrap(True)
    line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    line.setContentsMargins(0, 0, 0, 8)
    part.place(line, span=3, new_row=True)
    return line


def build_stay(form: Form) -> None:
    """How, why and since when somebody lives there, and who says so."""
    part = form.section(text("registration", "居住情况"))
    form.add(
        part,
        Choice("lodging", text("registration", "住所类别"), options(LodgingKind), required=True),
        new_row=True,
    )
    form.add(
        part, ChineseField("landlord_name", text("registration", "房主姓名"), hint("landlord_name"), most=80)
    )
    form.add(
        part, NumberField("landlord_phone", text("registration", "房主电话"), hint("landlord_phone"), most=30)
    )
    form.add(
        part,
        Choice("reason", text("registration", "居住事由"), options(ResidenceReason), required=True),
        new_row=True,
    )
    form.add(
        part, DateField("arrived_on", text("registration", "到达日期"), hint("arrived_on"), required=True)
    )
    form.add(part, DateField("intended_until", text("registration", "拟居住至"), hint("intended_until")))
    form.add(part, Choice("reported_by", text("registration", "申报人"), options(ReportedBy)), new_row=True)
    form.add(
        part,
        ChineseField(
            "reporter_name", text("registration", "申报人姓名"), hint("reporter_name"), required=True, most=80
        ),
    )
    form.add(
        part,
        NumberField("reporter_phone", text("registration", "申报人电话"), hint("reporter_phone"), most=30),
    )
    form.add(
        part,
        ChineseField("employer", text("registration", "服务处所或就读学校"), hint("employer"), most=140),
        new_row=True,
    )
    form.add(part, ChineseField("remark", text("registration", "备注"), hint("remark"), most=260), span=2)


def build_minor(form: Form, row: int) -> Section:
    """A child who came along."""
    title = text("registration", "随行未成年人 {row}").format(row=row)
    part = form.section(title, columns=5)
    form.add(
        part,
        ChineseField(
            f"minor_name_{row}", text("registration", "姓名"), hint("minor_name"), required=True, most=80
        ),
    )
    form.add(
        part,
        NumberField(
            f"minor_id_number_{row}", text("registration", "身份号码"), hint("minor_id_number"), most=30
        ),
    )
    form.add(part, Choice(f"minor_sex_{row}", text("registration", "性别"), options(Sex), required=True))
    form.add(
        part,
        DateField(
            f"minor_birth_date_{row}",
            text("registration", "出生日期"),
            hint("minor_birth_date"),
            required=True,
        ),
    )
    form.add(
        part,
        Choice(
            f"minor_relation_{row}",
            text("registration", "与本人关系"),
            options(MINOR_RELATIONS),
            required=True,
        ),
    )
    return part
