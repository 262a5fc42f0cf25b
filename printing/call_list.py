"""未领居住证通知清单, drawn: whom to call about a permit that lies ready, and room to write what was said."""

from __future__ import annotations

from printing.documents import CallList
from printing.layout import MM, Row, chinese_date, closing, gap, grouped
from printing.parts import Column, Parts

FIELDS = {
    "day": "统计日期",
    "lines": "未领",
    "after_days": "未领时间",
    "clerk": "制表人",
}
WORDS = {
    "to_call": "待通知",
    "nobody": "没有逾时未领的居住证。",
    "note": "逐人电话通知，记明时间和答复；电话无人接听、号码有误的，也要记明。用后按内部资料保管或者销毁。",
    "sign": ("通知人签名", "完成日期"),
}
LINES = (
    Column("序号", 11 * MM, "center", 9),
    Column("姓名", 28 * MM, size=10),
    Column("联系电话", 29 * MM, size=9.5),
    Column("居住证编号", 45 * MM, size=8.5),
    Column("制证日期", 26 * MM, size=9),
    Column("通知情况", 31 * MM),
)
ROOM_TO_WRITE = "　"


def rows(document: CallList, parts: Parts) -> list[Row]:
    """Lay the list out; it runs over as many pages as it needs."""
    it = document
    laid = [
        *parts.grid(
            [("day", chinese_date(it.day)), ("lines", f"{len(it.lines)}张")],
            [("after_days", f"制证后满{it.after_days}日"), ("clerk", it.clerk)],
        ),
        *parts.section(f"{parts.say('to_call')}（{len(it.lines)}人）"),
    ]
    if it.lines:
        listed = [
            (
                str(place),
                one.name,
                one.phone,
                grouped(one.permit_number),
                chinese_date(one.produced_on),
                ROOM_TO_WRITE,
            )
            for place, one in enumerate(it.lines, 1)
        ]
        laid += parts.table(LINES, listed)
    else:
        laid += parts.paragraph(parts.say("nobody"), 10.5)
    close = [
        gap(3 * MM),
        *parts.paragraph(parts.say("note"), 9.5, ink=0.2),
        *parts.sign_line(parts.points("sign")),
    ]
    return closing(laid, close)
