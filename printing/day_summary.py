"""当日办件汇总, drawn: the day's cases set against its papers."""

from __future__ import annotations

from printing.documents import DaySummary
from printing.layout import MM, Row, chinese_date, gap, glue, grouped
from printing.parts import Column, Parts

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
            [("日期", chinese_date(it.day)), ("窗口", f"{it.counter_number:02d}号")],
            [("办件数", f"{len(it.cases)}件"), ("经办人", it.clerk)],
        ),
        *parts.section("办件与单据"),
        *parts.table(LINES, cells, total=True),
        gap(4 * MM),
        *parts.call(f"{'账实相符' if it.balanced else '账实不符'}：{it.balance}"),
        *parts.section(f"异常情况（{len(it.exceptions)}项）"),
    ]
    if it.exceptions:
        found = [(str(place), grouped(one.number), one.what) for place, one in enumerate(it.exceptions, 1)]
        laid += parts.table(EXCEPTIONS, found)
    else:
        laid += parts.paragraph("当日没有异常情况。", 10.5)
    laid += parts.section(f"办件清单（{len(it.cases)}件）")
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
        laid += parts.paragraph("当日没有办件。", 10.5)
    close = [gap(4 * MM), *parts.sign_line(("经办人签名", "复核人签名", "复核日期"))]
    return [*laid[:-1], *glue([laid[-1], *close])]
