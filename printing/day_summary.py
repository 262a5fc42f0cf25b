"""当日办件汇总, drawn: the day's cases set against its papers."""

from __future__ import annotations

from printing.documents import DaySummary
from printing.layout import MM, Row, chinese_date, closing, gap, grouped
from printing.parts import Column, Parts

FIELDS = {
    "day": "日期",
    "counter_number": "窗口",
    "cases": "办件数",
    "clerk": "经办人",
}
WORDS = {
    "counts": "办件与单据",
    "balanced": "账实相符",
    "unbalanced": "账实不符",
    "exceptions": "异常情况",
    "no_exceptions": "当日没有异常情况。",
    "listed": "办件清单",
    "trail_head": "留痕日链首",
    "no_cases": "当日没有办件。",
    "sign": ("经办人签名", "复核人签名", "复核日期"),
}
LINES = (
    Column("办件种类", 62 * MM),
    Column("受理（件）", 27 * MM, "right"),
    Column("出具单据（张）", 27 * MM, "right"),
    Column("其中作废", 27 * MM, "right"),
    Column("其中补打", 27 * MM, "right"),
)

EXCEPTIONS = (
    Column("序号", 12 * MM, "center"),
    Column("编号", 52 * MM, size=8.5),
    Column("情况", 106 * MM),
)

CASES = (
    Column("时间", 11.5 * MM, "center", 9),
    Column("受理号", 40 * MM, size=8.5),
    Column("姓名", 21 * MM, size=9.5),
    Column("证件号码", 30.5 * MM, size=9),
    Column("事项", 22.5 * MM, size=9),
    Column("状态", 16 * MM, size=9),
    Column("单据", 10 * MM, "center", 9),
    Column("经办", 18.5 * MM, size=9),
)


def rows(document: DaySummary, parts: Parts) -> list[Row]:
    """Lay the summary out; the list of cases runs over as many pages as it needs."""
    it = document
    counts = [(line.kind, line.accepted, line.papers, line.spoiled, line.reprints) for line in it.lines]
    totals = [sum(line[place] for line in counts) for place in range(1, 5)]  # type: ignore[misc]
    cells = [[str(cell) for cell in line] for line in [*counts, ("合计", *totals)]]
    laid = [
        *parts.grid(
            [("day", chinese_date(it.day)), ("counter_number", f"{it.counter_number:02d}号")],
            [("cases", f"{len(it.cases)}件"), ("clerk", it.clerk)],
        ),
        *parts.section(parts.say("counts")),
        *parts.table(LINES, cells, total=True),
        gap(4 * MM),
        *parts.call(f"{parts.say('balanced' if it.balanced else 'unbalanced')}：{it.balance}"),
        *parts.section(f"{parts.say('exceptions')}（{len(it.exceptions)}项）"),
    ]
    if it.exceptions:
        found = [(str(place), grouped(one.number), one.what) for place, one in enumerate(it.exceptions, 1)]
        laid += parts.table(EXCEPTIONS, found)
    else:
        laid += parts.paragraph(parts.say("no_exceptions"), 10.5)
    laid += parts.section(f"{parts.say('listed')}（{len(it.cases)}件）")
    if it.cases:
        listed = [
            (
                one.at,
                grouped(one.case_number),
                one.name,
                one.masked_id,
                one.matter,
                one.state,
                str(one.papers),
                one.clerk,
            )
            for one in it.cases
        ]
        laid += parts.table(CASES, listed)
    else:
        laid += parts.paragraph(parts.say("no_cases"), 10.5)
    close = [gap(4 * MM), *parts.sign_line(parts.points("sign"))]
    if it.trail_head:
        close[:0] = [gap(3 * MM), *parts.bars(parts.say("trail_head"), it.trail_head)]
    return closing(laid, close)
