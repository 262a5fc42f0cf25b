"""注销证明, drawn: that a permit, a registration, or both ended, why, and since when."""

from __future__ import annotations

from printing.documents import CancellationCertificate
from printing.layout import MM, Row, chinese_date, gap, glue, grouped
from printing.parts import Parts, case_line

NOTES = (
    "居住证自注销之日起停止使用，不能再凭以享受公共服务和办理便利事项。",
    "再次到本地居住的，应当重新申报居住登记；符合条件的可以重新申领居住证。",
)


def rows(document: CancellationCertificate, parts: Parts) -> list[Row]:
    """Lay the certificate out."""
    it = document
    laid = [
        *parts.grid(
            [case_line(it), ("注销日期", chinese_date(it.cancelled_on))],
            [("姓名", it.name), ("证件号码", it.masked_id)],
            [("证件类型", it.id_kind), ("注销原因", it.reason)],
        )
    ]
    if it.permit_number:
        issued = chinese_date(it.permit_issued_on) if it.permit_issued_on else ""
        laid += parts.section("注销的居住证")
        laid += parts.grid(
            [("居住证编号", grouped(it.permit_number))],
            [("证件流水号", it.permit_serial), ("签发日期", issued)],
            [("证件去向", it.card)],
        )
    if it.residence_address:
        registered = chinese_date(it.registered_on) if it.registered_on else ""
        ended = chinese_date(it.ended_on) if it.ended_on else ""
        laid += parts.section("注销的居住登记")
        laid += parts.grid(
            [("居住地址", it.residence_address)],
            [("登记日期", registered), ("居住至", ended)],
        )
    if it.left_to:
        laid += [gap(3 * MM), *parts.grid([("去往", it.left_to)])]
    if it.late:
        laid += [gap(3 * MM), *parts.paragraph(it.late, 10.5)]
    laid += [gap(2 * MM), *parts.paragraph(f"依据：{it.basis}", 9.5, ink=0.3)]
    close = [*parts.section("说明"), *parts.numbered((*NOTES, *it.notes)), gap(4 * MM)]
    close += parts.signatures(document, ("申请人签名", "签名日期"), document.issued_on)
    return [*laid, *glue(close)]
