"""One function a rule: what may stand in a field, and the sentence when it may not.

Every function takes the field's name and what was typed, gives the value in its one form, or raises
BadInput(field, sentence). `RULES` says the same rule beforehand, for the hint under the field.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import TypeVar

from desktop.domain.characters import code_point, half_width, is_han, is_hidden, is_private, tidy_name
from desktop.domain.dates import read_arrival, read_birth_date, read_date, read_intended_until
from desktop.domain.errors import BadInput, Sentence, sentence
from desktop.domain.ethnicities import ETHNIC

__all__ = [
    "NAME_LIMIT",
    "REMARK_LIMIT",
    "RULES",
    "TEXT_LIMIT",
    "Seen",
    "read_arrival",
    "read_birth_date",
    "read_code",
    "read_date",
    "read_division",
    "read_ethnicity",
    "read_intended_until",
    "read_line",
    "read_name",
    "read_phone",
    "read_text",
    "rule",
]

NAME_LIMIT = 50
TEXT_LIMIT = 100
REMARK_LIMIT = 200

_Code = TypeVar("_Code", bound=StrEnum)

_NAME = sentence("rules", "1至50个字，汉字或外文字母；少数民族和外国人姓名用“·”分隔。")
_ID = sentence("rules", "居民身份证、港澳台居民居住证18位；外国人永居证18位或3个字母加12位；护照5至20位。")
_PHONE = sentence("rules", "11位手机号，或区号加号码（0531-88888888）；境外号码以+开头。")
_CHOICE = sentence("rules", "从列表中选择。")
_DIVISION = sentence("rules", "输入区划名称、拼音或代码，从列表中选定。")
_PLACE = sentence("rules", "不超过50个字；数字写阿拉伯数字，“号、楼、单元、室”可以不写。")

RULES: Mapping[str, Sentence] = {
    "id_kind": _CHOICE,
    "id_number": _ID,
    "name": _NAME,
    "former_name": sentence("rules", "没有可以不填；写法与姓名相同。"),
    "sex": _CHOICE,
    "birth_date": sentence("rules", "身份号码里有出生日期的自动填写；不能晚于今天。"),
    "ethnicity": sentence("rules", "输入民族名称、拼音或两位代码，从列表中选定；居民身份证必填。"),
    "hukou_division": sentence(
        "rules", "按户口簿或身份证住址选定县级区划，不由身份号码推出；居民身份证必填。"
    ),
    "hukou_address": sentence("rules", "按户口簿或身份证照写，不超过100个字。"),
    "phone": _PHONE,
    "education": _CHOICE,
    "marital_status": _CHOICE,
    "political_status": _CHOICE,
    "employer": sentence("rules", "单位或学校的全称，不超过100个字。"),
    "division": _DIVISION,
    "street": _DIVISION,
    "community": _DIVISION,
    "road": _PLACE,
    "house_number": _PLACE,
    "building": _PLACE,
    "unit": _PLACE,
    "room": _PLACE,
    "address_remark": sentence("rules", "门牌说不清的写在这里，不超过100个字。"),
    "lodging": _CHOICE,
    "landlord_name": _NAME,
    "landlord_phone": _PHONE,
    "reason": _CHOICE,
    "arrived_on": sentence("rules", "到达居住地的日期，不能晚于今天；写6-2即今年6月2日。"),
    "intended_until": sentence("rules", "打算住到哪一天，晚于到达日期；没有打算可以不填。"),
    "reported_by": _CHOICE,
    "reporter_name": sentence("rules", "不是本人申报的，填申报人姓名。"),
    "reporter_phone": _PHONE,
    "remark": sentence("rules", "不超过200个字。"),
    "minor_name": _NAME,
    "minor_sex": _CHOICE,
    "minor_birth_date": sentence("rules", "未满十八周岁；有身份号码的可以不填。"),
    "minor_id_number": sentence("rules", "有身份号码的填18位号码；没有的填出生日期。"),
    "minor_relation": _CHOICE,
    "ground": _CHOICE,
    "photo": sentence("rules", "JPEG或PNG照片，裁成358×441像素；白底免冠，不着制式服装。"),
    "agent_name": _NAME,
    "agent_id_number": _ID,
    "agent_relation": _CHOICE,
    "agent_phone": _PHONE,
    "agent_reason": _CHOICE,
}
"""The rule of every field in one short sentence; for `minor_name_2` look up `minor_name` (see `rule`)."""

_NAMES_PUNCTUATION = "·-'’.,， "


def rule(field: str) -> Sentence | None:
    """Give the sentence that states a field's rule; the number at the end of a minor's field is dropped."""
    return RULES.get(field) or RULES.get(re.sub(r"_[0-9]+$", "", field))


def read_name(field: str, text: str) -> str:
    """Read a person's name: 1 to 50 characters, Han of any block, or letters; `·` U+00B7 between parts.

    Dots that look alike become `·` (公通字〔2021〕12号 art. 51), blanks between Han characters go, others
    collapse to one. A control, zero-width, direction or private-use character is refused by its code point.
    """
    name = tidy_name(text)
    if not name:
        raise BadInput(field, sentence("errors", "请填写姓名。"))
    _refuse_hidden(field, name)
    if len(name) > NAME_LIMIT:
        problem = sentence("errors", "姓名最多{limit}个字，现在是{found}个字。")
        raise BadInput(field, problem.fill(limit=NAME_LIMIT, found=len(name)))
    for position, character in enumerate(name, start=1):
        if is_han(character) or character.isalpha() or character in _NAMES_PUNCTUATION:
            continue
        if _marks_letter(name, position - 1):
            continue
        problem = sentence("errors", "姓名第{position}个字“{character}”（{code}）不是汉字或字母，请核对。")
        raise BadInput(
            field, problem.fill(position=position, character=character, code=code_point(character))
        )
    if not any(map(str.isalpha, name)) and not any(map(is_han, name)):
        raise BadInput(field, sentence("errors", "姓名里没有汉字或字母。"))
    if name[0] == "·" or name[-1] == "·" or "··" in name:
        raise BadInput(field, sentence("errors", "间隔号“·”应在两段姓名之间，且只用一个。"))
    return name


def read_phone(field: str, text: str) -> str:
    """Read a telephone number: mobile `13812345678`, fixed `0531-88888888`, abroad `+85221234567`.

    The country code 86 and all blanks go; a fixed line gets its hyphen, and may carry `-` and an extension.
    """
    typed = half_width(text).strip()
    number = re.sub(r"[\s()（）]", "", typed).replace("－", "-").replace("—", "-")
    if not number:
        raise BadInput(field, sentence("errors", "请填写电话号码。"))
    number = re.sub(r"^00(?=[1-9])", "+", number)
    bare = re.sub(r"^\+86(?:-)?(?=1)", "", number).replace("-", "")
    if mobile := re.fullmatch(r"(?:86)?(1[3-9][0-9]{9})", bare):
        return mobile[1]
    number = re.sub(r"^\+86-?0?(?=[1-9])", "0", number)
    area = r"(0(?:10|2[0-9])|0[3-9][0-9]{2})"
    if fixed := re.fullmatch(area + r"-?([1-9][0-9]{6,7})(?:[-转]([0-9]{1,6}))?", number):
        return "-".join(part for part in fixed.groups() if part)
    if re.fullmatch(r"\+[1-9][0-9-]{5,18}", number) and 6 <= len(number.replace("-", "")) - 1 <= 15:
        return number.replace("-", "")
    if re.fullmatch(r"1[0-9]*", bare):
        if len(bare) != 11:
            problem = sentence("errors", "手机号应为11位，现在是{found}位。").fill(found=len(bare))
        else:
            problem = sentence("errors", "手机号第2位应为3至9，现在是{found}。").fill(found=bare[1])
        raise BadInput(field, problem)
    if number.startswith("0"):
        raise BadInput(field, sentence("errors", "固定电话应为区号加7至8位号码，如0531-88888888。"))
    if number.startswith("+"):
        raise BadInput(field, sentence("errors", "境外号码应为+、国家或地区代码和号码，共6至15位数字。"))
    problem = sentence("errors", "“{typed}”不是电话号码：手机11位，固定电话带区号，境外号码以+开头。")
    raise BadInput(field, problem.fill(typed=typed))


def read_line(field: str, text: str) -> str:
    """Read a free line, which may be empty; blanks collapse to one, what nobody sees is refused as by `read_text`."""
    line = re.sub(r"\s+", " ", text).strip()
    _refuse_hidden(field, line)
    return line


def read_text(field: str, text: str, limit: int = TEXT_LIMIT) -> str:
    """Read a free line of at most `limit` characters, which may be empty; blanks collapse to one.

    A control, zero-width, direction or private-use character is refused by its code point.
    """
    line = read_line(field, text)
    if len(line) > limit:
        problem = sentence("errors", "最多{limit}个字，现在是{found}个字。")
        raise BadInput(field, problem.fill(limit=limit, found=len(line)))
    return line


def read_code(field: str, text: str, table: type[_Code], among: Collection[_Code] | None = None) -> _Code:
    """Read one value of a code table, or of the part of it named in `among`."""
    if not text.strip():
        raise BadInput(field, sentence("errors", "请选择一项。"))
    try:
        code = table(text.strip())
    except ValueError:
        code = None
    if code is None or (among is not None and code not in among):
        raise BadInput(field, sentence("errors", "“{typed}”不在可选范围内，请重新选择。").fill(typed=text))
    return code


def read_ethnicity(field: str, text: str) -> str:
    """Read a code of GB/T 3304 (`01`–`56`, `97`, `98`) or the group's name, with or without 族."""
    typed = half_width(text).strip()
    if not typed:
        raise BadInput(field, sentence("errors", "请选择民族。"))
    code = typed.zfill(2)
    if code in ETHNIC:
        return code
    for code, name in ETHNIC.items():
        if typed in (name.template, name.template.removesuffix("族")):
            return code
    raise BadInput(field, sentence("errors", "没有“{typed}”这个民族名称或代码。").fill(typed=typed))


def read_division(field: str, text: str, digits: int = 6) -> str:
    """Read a division's code of so many digits (6 county, 9 street, 12 community), known or not."""
    code = half_width(text).strip()
    if not code:
        raise BadInput(field, sentence("errors", "请选定区划。"))
    if not (len(code) == digits and code.isascii() and code.isdigit() and code[0] != "0"):
        problem = sentence("errors", "区划代码应为{digits}位数字，请从列表中选定。")
        raise BadInput(field, problem.fill(digits=digits))
    return code


class Seen:
    """A form every text of which can be seen, however it was made: BadInput names the first that cannot."""

    __slots__ = ()

    def __post_init__(self) -> None:
        """Look at every text of it."""
        names: tuple[str, ...] = type(self).__slots__
        for name in names:
            value = getattr(self, name)
            if isinstance(value, str):
                _refuse_hidden(name, value)


def _refuse_hidden(field: str, text: str) -> None:
    for position, character in enumerate(text, start=1):
        if is_hidden(character):
            problem = sentence("errors", "第{position}个字是看不见的字符{code}，请删去重新输入。")
        elif is_private(character):
            problem = sentence("errors", "第{position}个字是自造字{code}，换一台机器就变样，请改用标准字。")
        elif 0xD800 <= ord(character) <= 0xDFFF or character == "\ufffd":
            problem = sentence("errors", "第{position}个字没有读全（{code}），请重新输入。")
        else:
            continue
        raise BadInput(field, problem.fill(position=position, code=code_point(character)))


def _marks_letter(name: str, index: int) -> bool:
    """Tell whether it is an accent written after its letter, as some passports' names are typed."""
    before = name[index - 1 : index]
    return unicodedata.category(name[index]) == "Mn" and before.isalpha() and not is_han(before)
