"""居住证领取凭证, drawn: small, to be kept until the permit is collected and handed back then."""

from __future__ import annotations

from printing.documents import CollectionSlip
from printing.layout import MM, Row, chinese_date, closing, gap, grouped
from printing.parts import Parts, case_line

FIELDS = {
    "case_number": "受理号",
    "name": "持证人",
    "id_kind": "证件类型",
    "masked_id": "证件号码",
    "matter": "办理事项",
    "ready_on": "制证日期",
    "permit_number": "居住证编号",
    "permit_serial": "证件流水号",
    "collect_by": "领取人",
    "collect_at": "领取地点",
    "hours": "领取时间",
}
WORDS = {
    "ready": "您的居住证已经制作完成，请持本凭证领取",
    "until": "请在此日前领取",
    "bring": "领取时请携带",
    "about": "说明",
    "notes": (
        "领取时请当面核对证件上的姓名、公民身份号码、住址和相片；有误的当场提出。",
        "领取后请在下方签名，并交回本凭证。",
    ),
    "sign": ("领证人签名", "领证日期"),
}


def rows(document: CollectionSlip, parts: Parts) -> list[Row]:
    """Lay the slip out."""
    it = document
    call = parts.say("ready")
    if it.until:
        call += f"（{parts.say('until')}：{chinese_date(it.until)}）"
    laid = [
        *parts.grid(
            [case_line(it)],
            [("name", it.name)],
            [("id_kind", it.id_kind), ("masked_id", it.masked_id)],
            [("matter", it.matter), ("ready_on", chinese_date(it.ready_on))],
            [("permit_number", grouped(it.permit_number))],
            [("permit_serial", it.permit_serial), ("collect_by", it.collect_by)],
            [("collect_at", it.collect_at)],
            [("hours", it.hours)],
        ),
        gap(3 * MM),
        *parts.call(call),
        *parts.section(parts.say("bring")),
        *parts.numbered(it.bring, 10.5, ink=0.08),
    ]
    close = [*parts.section(parts.say("about")), *parts.numbered((*parts.points("notes"), *it.notes))]
    close += [gap(3 * MM), *parts.signatures(document, parts.points("sign"), document.issued_on)]
    return closing(laid, close)
