"""居住证签注回执, drawn: what was endorsed, on what proof, and when the next endorsement is due."""

from __future__ import annotations

from printing.documents import EndorsementSlip
from printing.layout import MM, Row, chinese_date, gap, glue, grouped
from printing.parts import Parts, case_line

RESTORED = "补办签注后，居住证使用功能自签注之日起恢复。"
NOTES = (
    "请核对居住证上的居住地址与上列地址一致；地址变动的，请办理居住变更登记。",
    "逾期未办理签注的，居住证使用功能中止；补办签注后恢复。",
)


def rows(document: EndorsementSlip, parts: Parts) -> list[Row]:
    """Lay the slip out."""
    it = document
    laid = [
        *parts.grid(
            [case_line(it), ("签注日期", chinese_date(it.endorsed_on))],
            [("姓名", it.name), ("证件号码", it.masked_id)],
            [("证件类型", it.id_kind), ("证件流水号", it.permit_serial)],
            [("居住证编号", grouped(it.permit_number))],
            [("居住地址", it.residence_address)],
            [("签注条件", it.ground), ("证明材料", it.proof)],
            [("年限起算", chinese_date(it.years_from)), ("已满年数", f"{it.full_years}年")],
        ),
    ]
    if it.restored:
        laid += [gap(4 * MM), *parts.call(RESTORED)]
    if it.next_opens_on and it.next_due_on:
        span = f"{chinese_date(it.next_opens_on)}至{chinese_date(it.next_due_on)}"
        laid += [gap(4 * MM), *parts.call(f"下次签注：{span}")]
    laid += [gap(2 * MM), *parts.paragraph(f"依据：{it.basis}", 9.5, ink=0.3)]
    close = [*parts.section("说明"), *parts.numbered((*NOTES, *it.notes)), gap(4 * MM)]
    close += parts.signatures(document, ("持证人签名", "签名日期"), document.issued_on)
    return [*laid, *glue(close)]
