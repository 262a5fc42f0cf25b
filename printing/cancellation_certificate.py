"""注销证明, drawn: that a permit, a registration, or both ended, why, and since when."""

from __future__ import annotations

from printing.documents import CancellationCertificate
from printing.layout import MM, Row, chinese_date, closing, gap, grouped
from printing.parts import Parts, case_line

FIELDS = {
    "case_number": "受理号",
    "cancelled_on": "注销日期",
    "name": "姓名",
    "masked_id": "证件号码",
    "id_kind": "证件类型",
    "reason": "注销原因",
    "permit_number": "居住证编号",
    "permit_serial": "证件流水号",
    "permit_issued_on": "签发日期",
    "card": "证件去向",
    "residence_address": "居住地址",
    "registered_on": "登记日期",
    "ended_on": "居住至",
    "left_to": "去往",
}
WORDS = {
    "permit": "注销的居住证",
    "registration": "注销的居住登记",
    "basis": "依据",
    "about": "说明",
    "notes": (
        "居住证自注销之日起停止使用，不能再凭以享受公共服务和办理便利事项。",
        "再次到本地居住的，应当重新申报居住登记；符合条件的可以重新申领居住证。",
    ),
    "sign": ("申请人签名", "签名日期"),
}


def rows(document: CancellationCertificate, parts: Parts) -> list[Row]:
    """Lay the certificate out."""
    it = document
    laid = [
        *parts.grid(
            [case_line(it), ("cancelled_on", chinese_date(it.cancelled_on))],
            [("name", it.name), ("masked_id", it.masked_id)],
            [("id_kind", it.id_kind), ("reason", it.reason)],
        )
    ]
    if it.permit_number:
        issued = chinese_date(it.permit_issued_on) if it.permit_issued_on else ""
        laid += parts.section(parts.say("permit"))
        laid += parts.grid(
            [("permit_number", grouped(it.permit_number))],
            [("permit_serial", it.permit_serial), ("permit_issued_on", issued)],
            [("card", it.card)],
        )
    if it.residence_address:
        registered = chinese_date(it.registered_on) if it.registered_on else ""
        ended = chinese_date(it.ended_on) if it.ended_on else ""
        laid += parts.section(parts.say("registration"))
        laid += parts.grid(
            [("residence_address", it.residence_address)],
            [("registered_on", registered), ("ended_on", ended)],
        )
    if it.left_to:
        laid += [gap(3 * MM), *parts.grid([("left_to", it.left_to)])]
    if it.late:
        laid += [gap(3 * MM), *parts.paragraph(it.late, 10.5)]
    laid += [gap(2 * MM), *parts.paragraph(f"{parts.say('basis')}：{it.basis}", 9.5, ink=0.3)]
    close = [
        *parts.section(parts.say("about")),
        *parts.numbered((*parts.points("notes"), *it.notes)),
        gap(4 * MM),
    ]
    close += parts.signatures(document, parts.points("sign"), document.issued_on)
    return closing(laid, close)
