"""The sections of the registration form: which fields they have, in which order, with which rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.domain.code_words import label
from desktop.domain.codes import (
    MINOR_RELATIONS,
    Education,
    IdKind,
    LodgingKind,
    MaritalStatus,
    PoliticalStatus,
    ReportedBy,
    ResidenceReason,
    Sex,
)
from desktop.domain.errors import Sentence
from desktop.domain.ethnicities import ETHNIC
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.fields import ChineseField, DateField, NumberField, TickField
from desktop.ui.kit.form import Form, Section
from desktop.ui.kit.pinyin import initials
from desktop.ui.kit.suggest import Suggest
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.registration.comparison import Comparison
from desktop.ui.screens.registration.hints import hint
from desktop.ui.screens.registration.sheet import LANDLORD, MOVE, RARE, REPORTER


def option(code: str, words: Sentence) -> Option:
    """One entry of a choice, found by the initials of its Chinese label in every language."""
    return Option(code, sentence_text(words), initials(str(words)))


def options(codes: Iterable[StrEnum]) -> list[Option]:
    """The entries of a code table."""
    return [option(str(code), label(code)) for code in codes]


def _words(name: str, label: str, most: int = 80, *, required: bool = False) -> ChineseField:
    """A line of words with its rule; `most` characters can be typed, more than the rule allows."""
    return ChineseField(name, label, hint(name), required=required, most=most)


def _identity(form: Form, part: Section) -> None:
    form.add(
        part,
        NumberField("id_number", text("registration", "证件号码"), hint("id_number"), required=True, most=30),
    )
    form.add(part, Choice("id_kind", text("registration", "证件种类"), options(IdKind)))
    form.add(part, _words("name", text("registration", "姓名"), required=True))


def _born(form: Form, part: Section) -> None:
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


def _hukou(form: Form, part: Section) -> None:
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
        _words("hukou_address", text("registration", "户口详细地址"), 140),
    )
    form.add(part, NumberField("phone", text("registration", "联系电话"), hint("phone"), most=30))


def _rare(form: Form, part: Section) -> None:
    form.add(
        part,
        _words("former_name", text("registration", "曾用名")),
        new_row=True,
    )
    form.add(part, Choice("education", text("registration", "文化程度"), options(Education)))


def _rarer(form: Form, part: Section) -> None:
    form.add(part, Choice("marital_status", text("registration", "婚姻状况"), options(MaritalStatus)))
    form.add(part, Choice("political_status", text("registration", "政治面貌"), options(PoliticalStatus)))


def _move(form: Form, part: Section) -> None:
    comparison = Comparison()
    part.place(comparison, span=3)
    form.add(
        part,
        TickField(
            MOVE,
            text("registration", "变更到新住址（原登记今日结束）"),
            text("registration", "空格键选择；两处登记都保留在案"),
        ),
        span=3,
    )


def _divisions(form: Form, part: Section) -> None:
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


def _road(form: Form, part: Section) -> None:
    form.add(part, _words("road", text("registration", "路、街、巷、小区")))
    form.add(part, _words("house_number", text("registration", "门牌号")))
    form.add(part, _words("building", text("registration", "楼号")))


def _room(form: Form, part: Section) -> None:
    form.add(part, _words("unit", text("registration", "单元")))
    form.add(part, _words("room", text("registration", "室")))
    form.add(
        part,
        _words("address_remark", text("registration", "地址备注"), 140),
    )
    line = QLabel()
    line.setObjectName("written_address")
    line.setWordWrap(True)
    line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    line.setContentsMargins(0, 0, 0, 8)
    part.place(line, span=3, new_row=True)


def _lodging(form: Form, part: Section) -> None:
    form.add(
        part,
        Choice("lodging", text("registration", "住所类别"), options(LodgingKind), required=True),
        new_row=True,
    )
    form.add(part, _words("landlord_name", text("registration", "房主姓名")))
    form.add(
        part, NumberField("landlord_phone", text("registration", "房主电话"), hint("landlord_phone"), most=30)
    )


def _reason(form: Form, part: Section) -> None:
    form.add(
        part,
        Choice("reason", text("registration", "居住事由"), options(ResidenceReason), required=True),
        new_row=True,
    )
    form.add(
        part, DateField("arrived_on", text("registration", "到达日期"), hint("arrived_on"), required=True)
    )
    form.add(part, DateField("intended_until", text("registration", "拟居住至"), hint("intended_until")))


def _reporter(form: Form, part: Section) -> None:
    form.add(part, Choice("reported_by", text("registration", "申报人"), options(ReportedBy)), new_row=True)
    form.add(
        part,
        _words("reporter_name", text("registration", "申报人姓名"), required=True),
    )
    form.add(
        part,
        NumberField("reporter_phone", text("registration", "申报人电话"), hint("reporter_phone"), most=30),
    )


def _work(form: Form, part: Section) -> None:
    form.add(
        part,
        _words("employer", text("registration", "服务处所或就读学校"), 140),
        new_row=True,
    )
    form.add(part, _words("remark", text("registration", "备注"), 260), span=2)


HIDDEN_AT_FIRST = (*RARE, *LANDLORD, *REPORTER)

ROWS: tuple[tuple[str, Callable[[Form, Section], None]], ...] = (
    ("person", _identity),
    ("person", _born),
    ("person", _hukou),
    ("person", _rare),
    ("person", _rarer),
    ("present", _move),
    ("address", _divisions),
    ("address", _road),
    ("address", _room),
    ("stay", _lodging),
    ("stay", _reason),
    ("stay", _reporter),
    ("stay", _work),
)
"""The form row by row, each in its section: small enough to be built one a turn of the event loop."""


def build_row(
    form: Form, sections: dict[str, Section], name: str, row: Callable[[Form, Section], None]
) -> None:
    """Build one of `ROWS`, and its section first if it is the first there."""
    if name not in sections:
        titles = {
            "person": text("registration", "本人"),
            "present": text("registration", "此人已有居住登记"),
            "address": text("registration", "现居住地址"),
            "stay": text("registration", "居住情况"),
        }
        sections[name] = form.section(titles[name])
        if name == "present":
            sections[name].hide()
    row(form, sections[name])
    for each in HIDDEN_AT_FIRST:
        if each in form.names():
            form.field(each).hide()


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
