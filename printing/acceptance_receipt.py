"""居住证申领受理回执, drawn; the applicant brings it back to collect the permit."""

from __future__ import annotations

from printing.documents import AcceptanceReceipt
from printing.layout import MM, Row, chinese_date, closing, gap
from printing.parts import Parts, case_line

FIELDS = {
    "case_number": "受理号",
    "accepted_on": "受理日期",
    "name": "申请人",
    "masked_phone": "联系电话",
    "id_kind": "证件类型",
    "masked_id": "证件号码",
    "matter": "申请事项",
    "ground": "申领条件",
    "agent": "代办人",
}
WORDS = {
    "promised": "承诺办结日期",
    "estimated": "（暂估）",
    "promised_basis": "期限依据",
    "materials": "已收材料",
    "how_to_collect": "领取方式",
    "about": "说明",
    "notes": (
        "本回执同时作为居住证领取凭证。领取居住证时请携带本回执和有效身份证件，并交回本回执。",
        "查询办理进度，请持本回执到本所窗口扫描条码，或者拨打本所电话报受理号。",
        "本人不能到场领取的，请事先向受理派出所询问代领手续。",
    ),
    "estimated_note": "承诺日期涉及尚未公布的节假日安排，属于暂估；安排公布后如有变化，以派出所通知为准。",
    "sign": ("申请人签名", "领证人签名", "领证日期"),
}


def rows(document: AcceptanceReceipt, parts: Parts) -> list[Row]:
    """Lay the receipt out."""
    it = document
    promised = chinese_date(it.promised_on) + (parts.say("estimated") if it.promised_estimated else "")
    lines = [
        [case_line(it), ("accepted_on", chinese_date(it.accepted_on))],
        [("name", it.name), ("masked_phone", it.masked_phone)],
        [("id_kind", it.id_kind), ("masked_id", it.masked_id)],
        [("matter", it.matter)],
        [("ground", it.ground)],
    ]
    if it.agent:
        lines.append([("agent", it.agent)])
    laid = parts.grid(*lines)
    laid += [gap(4 * MM), *parts.call(f"{parts.say('promised')}：{promised}")]
    if it.promised_basis:
        laid += [
            gap(2 * MM),
            *parts.paragraph(f"{parts.say('promised_basis')}：{it.promised_basis}", 9.5, ink=0.3),
        ]
    laid += [*parts.section(parts.say("materials")), *parts.numbered(it.materials, 10.5, ink=0.08)]
    if it.how_to_collect:
        laid += [*parts.section(parts.say("how_to_collect")), *parts.paragraph(it.how_to_collect, 10.5)]
    notes = (
        *parts.points("notes"),
        *it.notes,
        *((parts.say("estimated_note"),) if it.promised_estimated else ()),
    )
    close = [*parts.section(parts.say("about")), *parts.numbered(notes), gap(4 * MM)]
    close += parts.signatures(document, parts.points("sign"), document.issued_on)
    return closing(laid, close)
