"""证件空白结存表, drawn: in = used + spoiled + returned + left, batch by batch, with every serial."""

from __future__ import annotations

from collections.abc import Sequence

from printing.documents import StockBalance, StockBatch, StockPlace, StockRun
from printing.layout import MM, Row, chinese_date, gap, glue
from printing.parts import Column, Parts

BATCHES = (
    Column("批次", 34 * MM, prose=True, size=9.5),
    Column("入库日期", 25 * MM, size=9),
    Column("起止号码", 41 * MM, size=9),
    Column("入库", 14 * MM, "right", 9.5),
    Column("已用", 14 * MM, "right", 9.5),
    Column("作废", 14 * MM, "right", 9.5),
    Column("退回", 14 * MM, "right", 9.5),
    Column("结存", 14 * MM, "right", 9.5),
)
PLACES = (
    Column("存放或去向", 36 * MM, prose=True),
    Column("张数", 18 * MM, "right"),
    Column("号码（括号内为张数）", 116 * MM, size=9, prose=True),
)
RUNS_A_ROW = 12
"""Runs of serials in one row, so that a long list flows over pages."""


def rows(document: StockBalance, parts: Parts) -> list[Row]:
    """Lay the balance out."""
    it = document
    laid = [
        *parts.grid(
            [("结存日期", chinese_date(it.day)), ("批次数", f"{len(it.batches)}批")],
            [("结存张数", f"{sum(batch.left for batch in it.batches)}张"), ("制表人", it.clerk)],
        ),
        gap(4 * MM),
        *parts.call(f"{'账实相符' if it.balanced else '账实不符'}：{it.balance}"),
        *parts.section("各批次结存（张）"),
    ]
    if it.batches:
        laid += parts.table(BATCHES, [*(_batch(batch) for batch in it.batches), _total(it)], total=True)
    else:
        laid += parts.paragraph("没有入库的证件空白。", 10.5)
    for batch in it.batches:
        laid += parts.section(f"{batch.label}：号码明细")
        cells = [line for place in batch.places for line in _place(place)]
        laid += parts.table(PLACES, cells) if cells else parts.paragraph("没有明细。", 10.5)
    close = [gap(4 * MM), *parts.sign_line(("盘点人签名", "监盘人签名", "盘点日期"))]
    return [*laid[:-1], *glue([laid[-1], *close])]


def _batch(batch: StockBatch) -> tuple[str, ...]:
    counts = (batch.received, batch.used, batch.spoiled, batch.returned, batch.left)
    return (
        batch.label,
        chinese_date(batch.received_on),
        _range(batch.first, batch.last),
        *(str(count) for count in counts),
    )


def _total(document: StockBalance) -> tuple[str, ...]:
    names = ("received", "used", "spoiled", "returned", "left")
    sums = (str(sum(getattr(batch, name) for batch in document.batches)) for name in names)
    return ("合计", "", "", *sums)


def _place(place: StockPlace) -> list[tuple[str, str, str]]:
    """Give a place's lines; its count stands in the first."""
    lines = [
        (
            place.place if first == 0 else f"{place.place}（续）",
            "",
            _runs(place.runs[first : first + RUNS_A_ROW]),
        )
        for first in range(0, max(1, len(place.runs)), RUNS_A_ROW)
    ]
    return [(lines[0][0], str(place.count), lines[0][2]), *lines[1:]]


def _runs(runs: Sequence[StockRun]) -> str:
    return "、".join(
        it.first if it.first == it.last else f"{_range(it.first, it.last)}（{it.count}）" for it in runs
    )


def _range(first: str, last: str) -> str:
    return f"{first} 至 {last}"
