"""一次性告知书, drawn: everything missing, and a barcode to go on with."""

from __future__ import annotations

from printing.documents import MissingItem, MissingItemsNotice
from printing.layout import MM, Row, closing, gap
from printing.parts import Column, Parts, case_line

FIELDS = {
    "case_number": "受理号",
    "matter": "申请事项",
    "name": "申请人",
    "masked_id": "证件号码",
    "id_kind": "证件类型",
    "agent": "代办人",
}
WORDS = {
    "resume": "下次来时扫描本页条码即可继续办理，已收材料不必重复提交。",
    "opening": "您提交的申请材料不齐全。现将需要补正的全部内容一次性告知如下：",
    "received": "本次已收材料",
    "about": "说明",
    "notes": (
        "以上为本次办理需要补正的全部内容；材料补齐并符合条件的，当场受理。",
        "能够通过部门间信息共享取得的材料，不要求申请人提供。",
        "对所列材料有疑问的，可以当场询问经办人或者拨打本所电话。",
    ),
    "sign": ("申请人签收", "签收日期"),
}
MISSING = (
    Column("序号", 12 * MM, "center"),
    Column("需要补正的材料", 58 * MM),
    Column("也可以提供（任选其一）", 58 * MM),
    Column("依据", 42 * MM, size=9),
)


def rows(document: MissingItemsNotice, parts: Parts) -> list[Row]:
    """Lay the notice out."""
    it = document
    lines = [
        [case_line(it), ("matter", it.matter)],
        [("name", it.name), ("masked_id", it.masked_id)],
        [("id_kind", it.id_kind), ("agent", it.agent)],
    ]
    laid = [*parts.grid(*lines), gap(4 * MM), *parts.call(parts.say("resume")), gap(3 * MM)]
    laid += parts.paragraph(parts.say("opening"))
    laid += [
        gap(2 * MM),
        *parts.table(MISSING, [_item(place, item) for place, item in enumerate(it.missing, 1)]),
    ]
    if it.received:
        laid += [*parts.section(parts.say("received")), *parts.numbered(it.received, 10.5, ink=0.08)]
    close = [*parts.section(parts.say("about")), *parts.numbered(parts.points("notes")), gap(4 * MM)]
    close += parts.signatures(document, parts.points("sign"), document.issued_on)
    return closing(laid, close)


def _item(place: int, item: MissingItem) -> tuple[str, ...]:
    return (str(place), item.label, "；".join(item.accepted_instead), item.basis)
