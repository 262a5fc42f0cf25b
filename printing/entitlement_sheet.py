"""权益和便利告知单, drawn: what the resident may ask for here, with which paper, under which article."""

from __future__ import annotations

from printing.documents import EntitlementSheet
from printing.layout import MM, Row, gap, glue
from printing.parts import Column, Parts

COLUMNS = (
    Column("序号", 10 * MM, "center", 9),
    Column("内容", 58 * MM, prose=True),
    Column("所凭证件", 36 * MM, size=9),
    Column("依据", 66 * MM, size=9, prose=True),
)

NOTES = (
    "本告知单按上列规定列明，供居住人查阅；具体事项由各主管部门按照规定办理。",
    "办事时请出示所列证件；证件与本人情况不符或者已经注销的，不能凭以办理。",
    "规定调整的，以调整后的规定为准。",
)


def rows(document: EntitlementSheet, parts: Parts) -> list[Row]:
    """Lay the sheet out."""
    it = document
    laid = [
        *parts.grid(
            [("姓名", it.name), ("现持有", it.holding)],
            [("证件类型", it.id_kind), ("证件号码", it.masked_id)],
        ),
        *parts.grid([("适用规定", "、".join(it.rules))], size=10, floor=10),
    ]
    place = 0
    for group in it.groups:
        laid += parts.section(group.title)
        lines = []
        for line in group.lines:
            place += 1
            lines.append((str(place), line.label, line.papers, line.basis))
        laid += parts.table(COLUMNS, lines)
    close = [*parts.section("说明"), *parts.numbered(NOTES), gap(4 * MM)]
    close += parts.signatures(document, ("领取人签名", "领取日期"), document.issued_on)
    return [*laid, *glue(close)]
