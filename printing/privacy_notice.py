"""个人信息处理告知书, drawn: what 个人信息保护法 arts. 17, 30 and 35 ask to be told, before anything is taken down."""

from __future__ import annotations

from printing.documents import PrivacyNotice
from printing.layout import MM, Row, closing, gap
from printing.parts import Column, Parts, case_line

FIELDS = {
    "case_number": "受理号",
    "matter": "办理事项",
    "name": "被告知人",
    "masked_id": "证件号码",
    "handler": "处理者",
    "contact": "联系方式",
}
WORDS = {
    "opening": "为依法办理上列事项，本所需要处理您的个人信息。根据《中华人民共和国个人信息保护法》第十七条、第三十五条，"
    "现告知如下。处理为履行法定职责所必需，依照该法第十三条第一款第三项不需取得同意；本告知书不是同意书。",
    "uses": "处理目的、个人信息种类和保存期限",
    "sensitive": "敏感个人信息",
    "sensitive_notes": (
        "身份证件号码、相片、住址以及不满十四周岁未成年人的个人信息属于敏感个人信息，只用于上列事项；"
        "不提供的，该事项无法办理（《个人信息保护法》第二十八条、第三十条）。",
        "处理不满十四周岁未成年人个人信息的，由其父母或者其他监护人代为知悉和行使权利（第三十一条）。",
    ),
    "shared": "提供给其他单位的情形",
    "not_shared": "除法律、行政法规规定的情形外，不向其他单位和个人提供。",
    "stored": "个人信息在中华人民共和国境内存储（第三十六条），查询和使用均有记录。",
    "rights": "您的权利和行使方式",
    "rights_notes": (
        "有权查阅、复制您的个人信息（第四十五条）；发现不准确、不完整的，有权请求更正、补充（第四十六条）。",
        "处理目的已经实现、保存期限已经届满或者违法处理的，有权请求删除（第四十七条）；"
        "法律、行政法规规定的保存期限未届满的，停止除存储和采取必要的安全保护措施之外的处理。",
        "有权要求解释说明处理规则（第四十八条）。行使上述权利，请持身份证件到本所窗口提出或者按上列联系方式联系；"
        "拒绝的，本所说明理由（第五十条）。",
    ),
    "sign": ("被告知人签收", "签收日期"),
}
USES = (
    Column("处理目的", 44 * MM, prose=True),
    Column("个人信息种类", 56 * MM, size=9.5, prose=True),
    Column("依据", 42 * MM, size=9, prose=True),
    Column("保存期限", 28 * MM, size=9, prose=True),
)


def rows(document: PrivacyNotice, parts: Parts) -> list[Row]:
    """Lay the notice out."""
    it = document
    phone = f"电话：{it.station_phone}" if it.station_phone else ""
    contact = it.contact or "　".join(each for each in (it.station_address, phone) if each)
    laid = [
        *parts.grid(
            [case_line(it), ("matter", it.matter)],
            [("name", it.name), ("masked_id", f"{it.id_kind} {it.masked_id}")],
            [("handler", it.station_name)],
            [("contact", contact)],
        ),
        gap(3 * MM),
        *parts.paragraph(parts.say("opening"), 10),
        *parts.section(parts.say("uses"), space=2 * MM),
        *parts.table(USES, [(use.purpose, use.information, use.basis, use.kept) for use in it.uses]),
        *parts.section(parts.say("sensitive"), space=2 * MM),
        *parts.numbered(parts.points("sensitive_notes"), 9),
        *parts.section(parts.say("shared"), space=2 * MM),
        *parts.numbered((*(it.shared or (parts.say("not_shared"),)), parts.say("stored")), 9),
        *parts.section(parts.say("rights"), space=2 * MM),
        *parts.numbered(parts.points("rights_notes"), 9),
    ]
    close = [gap(3 * MM), *parts.signatures(document, parts.points("sign"), document.issued_on)]
    return closing(laid, close)
