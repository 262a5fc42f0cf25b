"""居住证签注回执, drawn: what was endorsed, on what proof, and when the next endorsement is due."""

from __future__ import annotations

from printing.documents import EndorsementSlip
from printing.layout import MM, Row, chinese_date, closing, gap, grouped
from printing.parts import Parts, case_line

FIELDS = {
    "case_number": "受理号",
    "endorsed_on": "签注日期",
    "name": "姓名",
    "masked_id": "证件号码",
    "id_kind": "证件类型",
    "permit_serial": "证件流水号",
    "permit_number": "居住证编号",
    "residence_address": "居住地址",
    "ground": "签注条件",
    "proof": "证明材料",
    "years_from": "年限起算",
    "full_years": "已满年数",
}
WORDS = {
    "restored": "补办签注后，居住证使用功能自签注之日起恢复。",
    "next": "下次签注",
    "basis": "依据",
    "about": "说明",
    "notes": (
        "请核对居住证上的居住地址与上列地址一致；地址变动的，请办理居住变更登记。",
        "逾期未办理签注的，居住证使用功能中止；补办签注后恢复。",
    ),
    "sign": ("持证人签名", "签名日期"),
}


def rows(document: EndorsementSlip, parts: Parts) -> list[Row]:
    """Lay the slip out."""
    it = document
    laid = [
        *parts.grid(
            [case_line(it), ("endorsed_on", chinese_date(it.endorsed_on))],
            [("name", it.name), ("masked_id", it.masked_id)],
            [("id_kind", it.id_kind), ("permit_serial", it.permit_serial)],
            [("permit_number", grouped(it.permit_number))],
            [("residence_address", it.residence_address)],
            [("ground", it.ground), ("proof", it.proof)],
            [("years_from", chinese_date(it.years_from)), ("full_years", f"{it.full_years}年")],
        ),
    ]
    if it.restored:
        laid += [gap(4 * MM), *parts.call(parts.say("restored"))]
    if it.next_opens_on and it.next_due_on:
        span = f"{chinese_date(it.next_opens_on)}至{chinese_date(it.next_due_on)}"
        laid += [gap(4 * MM), *parts.call(f"{parts.say('next')}：{span}")]
    laid += [gap(2 * MM), *parts.paragraph(f"{parts.say('basis')}：{it.basis}", 9.5, ink=0.3)]
    close = [
        *parts.section(parts.say("about")),
        *parts.numbered((*parts.points("notes"), *it.notes)),
        gap(4 * MM),
    ]
    close += parts.signatures(document, parts.points("sign"), document.issued_on)
    return closing(laid, close)
