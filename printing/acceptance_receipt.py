"""居住证申领受理回执, drawn; the applicant brings it back to collect the permit."""

from __future__ import annotations

from printing.documents import AcceptanceReceipt
from printing.layout import MM, Row, chinese_date, gap, glue
from printing.parts import Parts, case_line

ESTIMATED = "（暂估）"

NOTES = (
    "本回执同时作为居住证领取凭证。领取居住证时请携带本回执和有效身份证件，并交回本回执。",
    "扫描本页条码可以查询办理进度；电话查询请报受理号。",
    "本人不能到场领取的，请事先向受理派出所询问代领手续。",
)

ESTIMATED_NOTE = "承诺日期涉及尚未公布的节假日安排，属于暂估；安排公布后如有变化，以派出所通知为准。"


def rows(document: AcceptanceReceipt, parts: Parts) -> list[Row]:
    """Lay the receipt out."""
    it = document
    promised = chinese_date(it.promised_on) + (ESTIMATED if it.promised_estimated else "")
    lines = [
        [case_line(it), ("受理日期", chinese_date(it.accepted_on))],
        [("申请人", it.name), ("联系电话", it.masked_phone)],
        [("证件类型", it.id_kind), ("证件号码", it.masked_id)],
        [("申请事项", it.matter)],
        [("申领条件", it.ground)],
    ]
    if it.agent:
        lines.append([("代办人", it.agent)])
    laid = parts.grid(*lines)
    laid += [gap(4 * MM), *parts.call(f"承诺办结日期：{promised}")]
    if it.promised_basis:
        laid += [gap(2 * MM), *parts.paragraph(f"期限依据：{it.promised_basis}", 9.5, ink=0.3)]
    laid += [*parts.section("已收材料"), *parts.numbered(it.materials, 10.5, ink=0.08)]
    if it.how_to_collect:
        laid += [*parts.section("领取方式"), *parts.paragraph(it.how_to_collect, 10.5)]
    notes = (*NOTES, *it.notes, *((ESTIMATED_NOTE,) if it.promised_estimated else ()))
    close = [*parts.section("说明"), *parts.numbered(notes), gap(4 * MM)]
    close += parts.signatures(document, ("申请人签名", "领证人签名", "领证日期"), document.issued_on)
    return [*laid, *glue(close)]
