"""居住登记凭证, drawn."""

from __future__ import annotations

from printing.documents import Minor, RegistrationCertificate
from printing.layout import MM, Row, chinese_date, gap, glue
from printing.parts import Column, Parts, case_line

MINORS = (
    Column("序号", 12 * MM, "center"),
    Column("姓名", 44 * MM),
    Column("性别", 14 * MM, "center"),
    Column("出生日期", 32 * MM),
    Column("证件号码", 44 * MM),
    Column("与登记人关系", 24 * MM),
)


def rows(document: RegistrationCertificate, parts: Parts) -> list[Row]:
    """Lay the certificate out."""
    it = document
    laid = [
        *parts.grid([case_line(it), ("登记日期", chinese_date(it.registered_on))]),
        *parts.section("登记人"),
        *parts.grid(
            [("姓名", it.name), ("性别", it.sex)],
            [("民族", it.ethnicity), ("出生日期", chinese_date(it.birth_date) if it.birth_date else "")],
            [("证件类型", it.id_kind), ("证件号码", it.id_number)],
            [("常住户口地", it.hukou_division)],
            [("户口地详址", it.hukou_address)],
        ),
        *parts.section("居住情况"),
        *parts.grid(
            [("居住地址", it.residence_address)],
            [("住所类别", it.lodging), ("居住事由", it.reason)],
            [
                ("到达日期", chinese_date(it.arrived_on)),
                ("拟居住至", chinese_date(it.intended_until) if it.intended_until else ""),
            ],
            [("服务处所", it.employer)],
        ),
    ]
    if it.minors:
        laid += parts.section("随同居住的未成年人")
        laid += parts.table(MINORS, [_minor(place, minor) for place, minor in enumerate(it.minors, 1)])
    close = [gap(4 * MM), *parts.numbered(it.notes), gap(3 * MM)]
    close += parts.signatures(document, ("领取人签名", "领取日期"), document.issued_on)
    return [*laid, *glue(close)]


def _minor(place: int, minor: Minor) -> tuple[str, ...]:
    born = chinese_date(minor.birth_date) if minor.birth_date else ""
    return (str(place), minor.name, minor.sex, born, minor.id_number, minor.relation)
