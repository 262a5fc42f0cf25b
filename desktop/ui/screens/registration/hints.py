"""The fields' rules in one short line each, and in full for their tooltips."""

from __future__ import annotations

from desktop.domain.fields import rule
from desktop.ui.kit.text import sentence_text, text


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
