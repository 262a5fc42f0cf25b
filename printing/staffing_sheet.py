"""人员配备测算表, drawn: the number of newcomers, what the rules ask for, and step by step why."""

from __future__ import annotations

from printing.documents import StaffingSheet
from printing.layout import MM, Row, chinese_date, closing, gap
from printing.parts import Column, Parts

FIELDS = {
    "day": "测算日期",
    "residents": "流动人口",
    "place": "测算区域",
    "clerk": "制表人",
    "rules": "适用规定",
}
WORDS = {
    "result": "应配人员",
    "steps": "测算过程",
    "note": "本表按上列规定和填报的人数测算，供核定配备参考；人数以测算当日的登记数为准。",
    "sign": ("制表人签名", "审核人签名", "审核日期"),
}
STEPS = (
    Column("序号", 12 * MM, "center"),
    Column("测算", 98 * MM, prose=True),
    Column("依据", 60 * MM, size=9, prose=True),
)


def rows(document: StaffingSheet, parts: Parts) -> list[Row]:
    """Lay the sheet out."""
    it = document
    steps = [(str(place), one.fact, one.basis) for place, one in enumerate(it.findings, 1)]
    laid = [
        *parts.grid(
            [("day", chinese_date(it.day)), ("residents", f"{it.residents}人")],
            [("place", it.place), ("clerk", it.clerk)],
        ),
        *parts.grid([("rules", "、".join(it.rules))], size=10, floor=10),
        gap(4 * MM),
        *parts.call(f"{parts.say('result')}：{it.result}"),
        *parts.section(parts.say("steps")),
        *parts.table(STEPS, steps),
    ]
    close = [
        gap(3 * MM),
        *parts.paragraph(parts.say("note"), 9.5, ink=0.2),
        *parts.sign_line(parts.points("sign")),
    ]
    return closing(laid, close)
