"""制证清单, drawn: which card goes on which blank, and a box to tick for what became of it."""

from __future__ import annotations

from printing.documents import ProductionSheet
from printing.layout import MM, Row, chinese_date, closing, gap, grouped
from printing.parts import Column, Parts

FIELDS = {
    "batch": "批次",
    "issued_on": "制证日期",
    "lines": "张数",
    "printer": "证卡打印机",
}
WORDS = {
    "cards": "本批证件",
    "none": "本批没有证件。",
    "note": "每张证件打印后逐一核对相片和文字，在“成”或者“废”前的方框内打勾；作废的空白另册保管，不得再用。",
    "sign": ("制证人签名", "核对人签名", "完成日期"),
}
LINES = (
    Column("序号", 11 * MM, "center", 9),
    Column("证件流水号", 25 * MM, size=9.5),
    Column("居住证编号", 45 * MM, size=8.5),
    Column("姓名", 29 * MM, size=10),
    Column("受理号", 41 * MM, size=8.5),
    Column("结果", 19 * MM, "center", 9),
)
BOXES = "□成　□废"


def rows(document: ProductionSheet, parts: Parts) -> list[Row]:
    """Lay the sheet out; the list runs over as many pages as it needs."""
    it = document
    laid = [
        *parts.grid(
            [("batch", it.batch), ("issued_on", chinese_date(it.issued_on))],
            [("lines", f"{len(it.lines)}张"), ("printer", it.printer)],
        ),
        *parts.section(f"{parts.say('cards')}（{len(it.lines)}张）"),
    ]
    if it.lines:
        listed = [
            (str(place), one.serial, grouped(one.permit_number), one.name, grouped(one.case_number), BOXES)
            for place, one in enumerate(it.lines, 1)
        ]
        laid += parts.table(LINES, listed)
    else:
        laid += parts.paragraph(parts.say("none"), 10.5)
    close = [
        gap(3 * MM),
        *parts.paragraph(parts.say("note"), 9.5, ink=0.2),
        *parts.sign_line(parts.points("sign")),
    ]
    return closing(laid, close)
