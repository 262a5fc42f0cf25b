"""落户条件测算告知书, drawn: every route of the zone with its conditions; it informs and does not decide."""

from __future__ import annotations

from printing.documents import HukouNotice, HukouRoute
from printing.layout import MM, Row, chinese_date, closing, gap
from printing.parts import Column, Parts

FIELDS = {
    "name": "姓名",
    "assessed_on": "测算日期",
    "id_kind": "证件类型",
    "masked_id": "证件号码",
    "place": "拟落户地",
    "zone": "所属区域",
    "rules": "适用规定",
}
WORDS = {
    "family": "可以随迁",
    "sign": ("领取人签名", "领取日期"),
}
COLUMNS = (
    Column("条件", 68 * MM, prose=True),
    Column("结果", 16 * MM, "center"),
    Column("怎样才能符合", 46 * MM, size=9, prose=True),
    Column("依据", 40 * MM, size=9, prose=True),
)
MET, UNMET = "符合", "不符合"


def rows(document: HukouNotice, parts: Parts) -> list[Row]:
    """Lay the notice out."""
    it = document
    laid = [
        *parts.grid(
            [("name", it.name), ("assessed_on", chinese_date(it.assessed_on))],
            [("id_kind", it.id_kind), ("masked_id", it.masked_id)],
            [("place", it.place), ("zone", it.zone)],
        ),
        *parts.grid([("rules", "、".join(it.rules))], size=10, floor=10),
        gap(4 * MM),
        *parts.call(it.disclaimer),
    ]
    for place, route in enumerate(it.routes, 1):
        laid += _route(place, route, parts)
    close = [gap(4 * MM), *parts.signatures(document, parts.points("sign"), document.issued_on)]
    return closing(laid, close)


def _route(place: int, route: HukouRoute, parts: Parts) -> list[Row]:
    laid = parts.section(f"{place}．{route.title}（{MET if route.met else UNMET}）")
    cells = [(it.fact, MET if it.met else UNMET, it.change, it.basis) for it in route.conditions]
    laid += parts.table(COLUMNS, cells)
    told = []
    if route.family:
        told.append(f"{parts.say('family')}：{route.family}。")
    if route.nearest:
        told.append(f"其他条件不变，{chinese_date(route.nearest)}起符合。")
    return [*laid, gap(1 * MM), *parts.paragraph("".join(told), 10)] if told else laid
