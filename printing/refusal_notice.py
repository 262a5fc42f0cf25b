"""不予受理告知书 and 不予签发告知书, drawn: each reason with its clause and what would change it."""

from __future__ import annotations

from printing.documents import DenialNotice, RefusalNotice
from printing.layout import MM, Row, closing, gap, glue
from printing.parts import Parts, case_line

FIELDS = {
    "case_number": "受理号",
    "matter": "申请事项",
    "name": "申请人",
    "masked_id": "证件号码",
    "id_kind": "证件类型",
    "agent": "代办人",
    "fact": "理由",
    "basis": "依据",
    "change": "如何符合条件",
}
WORDS = {
    "not_accepted": "您的申请经当场审查，目前不符合受理条件，不予受理。理由和依据如下：",
    "not_issued": "您的申请受理后经审核，不符合签发条件，不予签发。理由和依据如下：",
    "rights": "您的权利",
    "remedies": (
        "情况发生变化、符合条件后，可以再次申请。",
        "对上述理由有疑问的，可以当场询问经办人或者拨打本所电话，也可以向上级公安机关反映。",
        "您依法享有的陈述、申辩和寻求救济的权利，不因本告知书受到影响。",
    ),
    "appeal": "对不予签发的决定不服的，可以自收到本告知书之日起60日内，依法向有管辖权的人民政府申请行政复议"
    "（《行政复议法》第二十条、第二十四条），也可以自收到之日起6个月内，依法向有管辖权的人民法院提起行政诉讼"
    "（《行政诉讼法》第四十六条）。",
    "sign": ("申请人签收", "签收日期"),
}


def rows(document: RefusalNotice, parts: Parts) -> list[Row]:
    """Lay the notice out."""
    it = document
    lines = [
        [case_line(it), ("matter", it.matter)],
        [("name", it.name), ("masked_id", it.masked_id)],
        [("id_kind", it.id_kind), ("agent", it.agent)],
    ]
    laid = [*parts.grid(*lines), gap(4 * MM)]
    denied = isinstance(it, DenialNotice)
    laid += parts.paragraph(parts.say("not_issued" if denied else "not_accepted"))
    laid.append(gap(2 * MM))
    for place, reason in enumerate(it.reasons, 1):
        block = [(f"fact {place}" if len(it.reasons) > 1 else "fact", reason.fact), ("basis", reason.basis)]
        if reason.change:
            block.append(("change", reason.change))
        laid += [*glue(parts.grid(*([pair] for pair in block), size=10.5, floor=10.5)), gap(3 * MM)]
    close = [
        *parts.section(parts.say("rights"), space=1 * MM),
        *parts.numbered((*parts.points("remedies"), *((parts.say("appeal"),) if denied else ()))),
        gap(4 * MM),
    ]
    close += parts.signatures(document, parts.points("sign"), document.issued_on)
    return closing(laid, close)
