"""The fields of a correction, each under what is registered now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from PySide6.QtWidgets import QLabel, QVBoxLayout

from desktop.domain.code_words import label
from desktop.domain.codes import Education, IdKind, MaritalStatus, PoliticalStatus, Sex
from desktop.domain.errors import Sentence
from desktop.domain.ethnicities import ETHNIC
from desktop.ui.kit.cards import copied
from desktop.ui.kit.choices import Choice, Option
from desktop.ui.kit.fields import ChineseField, DateField, Field, NumberField, TextField
from desktop.ui.kit.form import Form, Section
from desktop.ui.kit.leaving import read_person_name, tell_when_left
from desktop.ui.kit.pinyin import initials
from desktop.ui.kit.suggest import Suggest
from desktop.ui.kit.text import sentence_text, text
from desktop.ui.screens.correction.words import heading

Now = dict[str, QLabel]
"""By field, the line that says what is registered now."""


def option(code: str, words: Sentence) -> Option:
    """One entry of a choice, found by the initials of its Chinese label in every language."""
    return Option(code, sentence_text(words), initials(str(words)))


def options(codes: Iterable[StrEnum]) -> list[Option]:
    """The entries of a code table."""
    return [option(str(code), label(code)) for code in codes]


def _number(name: str, most: int = 30) -> Field:
    return NumberField(name, heading(name), most=most)


def _words(name: str, most: int = 140) -> Field:
    return ChineseField(name, heading(name), most=most)


def _choice(name: str, codes: Iterable[StrEnum]) -> Field:
    return Choice(name, heading(name), options(codes))


def _ethnicity() -> Field:
    entries = [option(code, name) for code, name in ETHNIC.items()]
    hint = text("correction", "键入拼音首字母或两位代码")
    return Choice("ethnicity", heading("ethnicity"), entries, hint)


def _place() -> Field:
    hint = text("correction", "县（市、区）的名称、拼音或代码，从列表中选择")
    return Suggest("hukou_division", heading("hukou_division"), hint)


def _reason() -> Field:
    return TextField(
        "reason",
        text("correction", "更正理由"),
        text("correction", "为什么登记的不对，2至200个字"),
        required=True,
        lines=2,
    )


def _evidence() -> Field:
    return TextField(
        "evidence",
        text("correction", "证明材料"),
        text("correction", "凭什么更正：居民身份证、居民户口簿、公安机关证明等，2至200个字"),
        required=True,
        lines=2,
    )


Part = tuple[str, tuple[Callable[[], Field], ...]]

PARTS: tuple[Part, ...] = (
    (
        "identity",
        (
            lambda: _number("id_number"),
            lambda: _choice("id_kind", IdKind),
            lambda: _words("name", 80),
        ),
    ),
    (
        "identity",
        (
            lambda: _choice("sex", Sex),
            lambda: DateField("birth_date", heading("birth_date")),
            _ethnicity,
        ),
    ),
    ("identity", (_place, lambda: _words("hukou_address"), lambda: _words("former_name", 80))),
    ("why", (_reason, _evidence)),
    (
        "others",
        (
            lambda: _number("phone"),
            lambda: _words("employer"),
            lambda: _choice("education", Education),
        ),
    ),
    (
        "others",
        (
            lambda: _choice("marital_status", MaritalStatus),
            lambda: _choice("political_status", PoliticalStatus),
        ),
    ),
)
"""The form in slices, each in its section: small enough to be built one a turn of the event loop."""


def build_part(form: Form, sections: dict[str, Section], now: Now, part: Part) -> None:
    """Build one of `PARTS`, and its section first if it is the first there."""
    name, made = part
    if name not in sections:
        titles = {
            "identity": text("correction", "身份内容"),
            "why": text("correction", "理由和证明"),
            "others": text("correction", "其他内容"),
        }
        sections[name] = form.section(titles[name], columns=2 if name == "why" else 3)
    for make in made:
        field = form.add(sections[name], make())
        if field.name == "name":
            tell_when_left(field, read_person_name)
        layout = field.layout()
        if name != "why" and isinstance(layout, QVBoxLayout):
            line = copied("hint")
            line.setObjectName(f"{field.name}_now")
            layout.insertWidget(1, line)
            now[field.name] = line
