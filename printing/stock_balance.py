"""证件空白结存表, drawn: in = used + spoiled + returned + left, batch by batch, with every serial."""

from __future__ import annotations

from printing.documents import StockBalance, StockBatch, StockPlace
from printing.layout import MM, Row, chinese_date, closing, gap
from printing.parts import Column, Parts

FIELDS = {
    "day": "结存日期",
    "batches": "批次数",
    "left": "结存张数",
    "clerk": "制表人",
}
WORDS = {
    "balanced": "账实相符",
    "unbalanced": "账实不符",
    "stock": "各批次结存（张）",
    "empty": "没有入库的证件空白。",
    "serials": "号码明细",
    "no_serials": "没有明细。",
    "sign": ("盘点人签名", "监盘人签名", "盘点日期"),
}
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
    Column("存放或去向", 46 * MM, prose=True),
    Column("合计（张）", 22 * MM, "right"),
    Column("起号", 41 * MM, size=9.5),
    Column("止号", 41 * MM, size=9.5),
    Column("张数", 20 * MM, "right"),
)
SAME = "〃"
"""What stands for a place's sum in the lines after its first."""


def rows(document: StockBalance, parts: Parts) -> list[Row]:
    """Lay the balance out."""
    it = document
    laid = [
        *parts.grid(
            [("day", chinese_date(it.day)), ("batches", f"{len(it.batches)}批")],
            [("left", f"{sum(batch.left for batch in it.batches)}张"), ("clerk", it.clerk)],
        ),
        gap(4 * MM),
        *parts.call(f"{parts.say('balanced' if it.balanced else 'unbalanced')}：{it.balance}"),
        *parts.section(parts.say("stock")),
    ]
    if it.batches:
        laid += parts.table(BATCHES, [*(_batch(batch) for batch in it.batches), _total(it)], total=True)
    else:
        laid += parts.paragraph(parts.say("empty"), 10.5)
    for batch in it.batches:
        laid += parts.section(f"{batch.label}：{parts.say('serials')}")
        cells = [line for place in batch.places for line in _place(place)]
        laid += parts.table(PLACES, cells) if cells else parts.paragraph(parts.say("no_serials"), 10.5)
    close = [gap(4 * MM), *parts.sign_line(parts.points("sign"))]
    return closing(laid, close)


def _batch(batch: StockBatch) -> tuple[str, ...]:
    counts = (batch.received, batch.used, batch.spoiled, batch.returned, batch.left)
    return (
        batch.label,
        chinese_date(batch.received_on),
        f"{batch.first} 至 {batch.last}",
        *(str(count) for count in counts),
    )


def _total(document: StockBalance) -> tuple[str, ...]:
    names = ("received", "used", "spoiled", "returned", "left")
    sums = (str(sum(getattr(batch, name) for batch in document.batches)) for name in names)
    return ("合计", "", "", *sums)


def _place(place: StockPlace) -> list[tuple[str, ...]]:
    """Give a line for each run of serials; the sum stands in the first."""
    if not place.runs:
        return [(place.place, str(place.count), "", "", "")]
    return [
        (place.place, SAME if position else str(place.count), run.first, run.last, str(run.count))
        for position, run in enumerate(place.runs)
    ]
