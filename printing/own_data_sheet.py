"""本人信息查阅单, drawn: kind by kind what is stored of the person who asks, and the rights that follow."""

from __future__ import annotations

from printing.documents import OwnDataSheet
from printing.layout import MM, Row, chinese_date, closing, gap, glue
from printing.parts import Column, Parts

FIELDS = {
    "name": "姓名",
    "id_number": "证件号码",
    "day": "截至日期",
    "clerk": "经办人",
}
WORDS = {
    "opening": "应您的请求，依照《中华人民共和国个人信息保护法》第四十五条，现将截至上列日期本所为履行居住登记和居住证"
    "管理职责存储的您的全部个人信息告知如下。",
    "nothing": "没有存储此类信息。",
    "deletion": "删除",
    "rights": "您的权利",
    "rights_notes": (
        "发现不准确、不完整的，可以在本所窗口请求更正、补充，由另一名工作人员核实批准（第四十六条）。",
        "处理目的已实现、无法实现或者不再必要，保存期限已届满，或者违法处理的，可以请求删除；法律、行政法规规定的保存"
        "期限未届满的，停止除存储和采取必要的安全保护措施之外的处理（第四十七条）。",
        "操作留痕、办件统计和证件空白账按规定保留，不能删除；删除后其中不再有姓名、号码和地址"
        "（《网络安全法》第二十三条）。",
        "拒绝请求的，本所说明理由；对此不服的，可以依法向人民法院提起诉讼（第五十条）。",
    ),
    "sign": ("本人签收", "签收日期"),
}
LINES = (
    Column("项目", 38 * MM, size=9, prose=True),
    Column("存储的内容", 86 * MM, size=9, prose=True),
    Column("时间和来源", 46 * MM, size=9, prose=True),
)


def rows(document: OwnDataSheet, parts: Parts) -> list[Row]:
    """Lay the sheet out."""
    it = document
    laid = [
        *parts.grid(
            [("name", it.name), ("id_number", f"{it.id_kind} {it.id_number}")],
            [("day", chinese_date(it.day)), ("clerk", it.clerk)],
        ),
        gap(3 * MM),
        *parts.paragraph(parts.say("opening"), 10),
    ]
    for group in it.groups:
        head = [*parts.section(group.title, space=2.4 * MM), *parts.paragraph(group.kept, 8.5, ink=0.3)]
        if group.lines:
            table = parts.table(LINES, [(one.what, one.says, one.since) for one in group.lines])
            laid += [*glue([*head, gap(1 * MM), table[0]]), *table[1:]]
        else:
            laid += glue([*head, *parts.paragraph(parts.say("nothing"), 9.5)])
    laid += [
        *parts.section(parts.say("deletion"), space=2.4 * MM),
        *parts.paragraph(it.deletion, 9.5),
        *(parts.numbered(it.obstacles, 9) if it.obstacles else []),
        *parts.section(parts.say("rights"), space=2.4 * MM),
        *parts.numbered(parts.points("rights_notes"), 9),
    ]
    close = [gap(3 * MM), *parts.signatures(document, parts.points("sign"), document.issued_on)]
    return closing(laid, close)
