"""权益和便利告知单, drawn: what the resident may ask for here, with which paper, under which article."""

from __future__ import annotations

from printing.documents import EntitlementSheet
from printing.layout import MM, Row, closing, gap
from printing.parts import Column, Parts

FIELDS = {
    "name": "姓名",
    "holding": "现持有",
    "id_kind": "证件类型",
    "masked_id": "证件号码",
    "rules": "适用规定",
}
WORDS = {
    "about": "说明",
    "notes": (
        "本告知单按上列规定列明，供居住人查阅；具体事项由各主管部门按照规定办理。",
        "办事时请出示所列证件；证件与本人情况不符或者已经注销的，不能凭以办理。",
        "规定调整的，以调整后的规定为准。",
    ),
    "sign": ("领取人签名", "领取日期"),
}
COLUMNS = (
    Column("序号", 10 * MM, "center", 9),
    Column("内容", 58 * MM, prose=True),
    Column("所凭证件", 36 * MM, size=9),
    Column("依据", 66 * MM, size=9, prose=True),
)


def rows(document: EntitlementSheet, parts: Parts) -> list[Row]:
    """Lay the sheet out."""
    it = document
    laid = [
        *parts.grid(
            [("name", it.name), ("holding", it.holding)],
            [("id_kind", it.id_kind), ("masked_id", it.masked_id)],
        ),
        *parts.grid([("rules", "、".join(it.rules))], size=10, floor=10),
    ]
    place = 0
    for group in it.groups:
        laid += parts.section(group.title)
        lines = []
        for line in group.lines:
            place += 1
            lines.append((str(place), line.label, line.papers, line.basis))
        laid += parts.table(COLUMNS, lines)
    close = [*parts.section(parts.say("about")), *parts.numbered(parts.points("notes")), gap(4 * MM)]
    close += parts.signatures(document, parts.points("sign"), document.issued_on)
    return closing(laid, close)
