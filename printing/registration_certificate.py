"""居住登记凭证, drawn."""

from __future__ import annotations

from printing.documents import Minor, RegistrationCertificate
from printing.layout import MM, Row, chinese_date, closing, gap
from printing.parts import Column, Parts, case_line

FIELDS = {
    "case_number": "受理号",
    "registered_on": "登记日期",
    "name": "姓名",
    "sex": "性别",
    "ethnicity": "民族",
    "birth_date": "出生日期",
    "id_kind": "证件类型",
    "id_number": "证件号码",
    "hukou_division": "常住户口所在地",
    "hukou_address": "户口所在地详址",
    "residence_address": "居住地址",
    "lodging": "住所类别",
    "reason": "居住事由",
    "arrived_on": "到达日期",
    "intended_until": "拟居住至",
    "employer": "服务处所",
}
WORDS = {
    "person": "登记人",
    "residence": "居住情况",
    "minors": "随同居住的未成年人",
    "sign": ("领取人签名", "领取日期"),
}
MINORS = (
    Column("序号", 12 * MM, "center"),
    Column("姓名", 40 * MM),
    Column("性别", 14 * MM, "center"),
    Column("出生日期", 36 * MM),
    Column("证件号码", 44 * MM),
    Column("与登记人关系", 24 * MM),
)


def rows(document: RegistrationCertificate, parts: Parts) -> list[Row]:
    """Lay the certificate out."""
    it = document
    laid = [
        *parts.grid([case_line(it), ("registered_on", chinese_date(it.registered_on))]),
        *parts.section(parts.say("person")),
        *parts.grid(
            [("name", it.name), ("sex", it.sex)],
            [
                ("ethnicity", it.ethnicity),
                ("birth_date", chinese_date(it.birth_date) if it.birth_date else ""),
            ],
            [("id_kind", it.id_kind), ("id_number", it.id_number)],
            [("hukou_division", it.hukou_division)],
            [("hukou_address", it.hukou_address)],
        ),
        *parts.section(parts.say("residence")),
        *parts.grid(
            [("residence_address", it.residence_address)],
            [("lodging", it.lodging), ("reason", it.reason)],
            [
                ("arrived_on", chinese_date(it.arrived_on)),
                ("intended_until", chinese_date(it.intended_until) if it.intended_until else ""),
            ],
            [("employer", it.employer)],
        ),
    ]
    if it.minors:
        laid += parts.section(parts.say("minors"))
        laid += parts.table(MINORS, [_minor(place, minor) for place, minor in enumerate(it.minors, 1)])
    close = [gap(4 * MM), *parts.numbered(it.notes), gap(3 * MM)]
    close += parts.signatures(document, parts.points("sign"), document.issued_on)
    return closing(laid, close)


def _minor(place: int, minor: Minor) -> tuple[str, ...]:
    born = chinese_date(minor.birth_date) if minor.birth_date else ""
    return (str(place), minor.name, minor.sex, born, minor.id_number, minor.relation)
