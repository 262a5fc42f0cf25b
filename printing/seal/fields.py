"""Which fields of which paper have a digest of their own, so that a verifier can say what was altered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from printing.documents import Document


@dataclass(frozen=True, slots=True)
class Field:
    """A printed field: its name, its label, its text in a document, and the words that stand before it on paper.

    Those words are its label where nothing else is said, and empty where it may stand after anything.
    """

    name: str
    label: str
    text: Callable[[Any], str]
    after: str | None = None

    @property
    def words_before(self) -> str:
        """The words after which it is looked for; empty for anywhere."""
        return self.label if self.after is None else self.after


def _of(name: str, label: str) -> Field:
    def text(document: Any) -> str:
        value = getattr(document, name)
        return value.isoformat() if isinstance(value, date) else value or ""

    return Field(name, label, text)


def _minors(document: Any) -> str:
    rows = (
        (
            str(place),
            it.name,
            it.sex,
            it.birth_date.isoformat() if it.birth_date else "",
            it.id_number,
            it.relation,
        )
        for place, it in enumerate(document.minors, 1)
    )
    return "".join(part or "—" for row in rows for part in row)


def _next(document: Any) -> str:
    opens, due = document.next_opens_on, document.next_due_on
    return f"{opens.isoformat()}至{due.isoformat()}" if opens and due else ""


_PERSON = (_of("name", "姓名"), _of("masked_id", "证件号码"))
_RULES = Field("rules", "适用规定", lambda it: "、".join(it.rules))

FIELDS: dict[str, tuple[Field, ...]] = {
    "registration_certificate": (
        _of("name", "姓名"),
        _of("id_number", "证件号码"),
        _of("birth_date", "出生日期"),
        _of("hukou_division", "常住户口所在地"),
        _of("residence_address", "居住地址"),
        _of("registered_on", "登记日期"),
        _of("intended_until", "拟居住至"),
        Field("minors", "随同居住的未成年人", _minors, after="与登记人关系"),
    ),
    "acceptance_receipt": (
        _of("name", "申请人"),
        _of("masked_id", "证件号码"),
        _of("matter", "申请事项"),
        _of("ground", "申领条件"),
        _of("accepted_on", "受理日期"),
        _of("promised_on", "承诺办结日期"),
        _of("agent", "代办人"),
    ),
    "denial_notice": (
        _of("name", "申请人"),
        _of("masked_id", "证件号码"),
        _of("matter", "申请事项"),
        Field("reason", "理由", lambda it: it.reasons[0].fact if it.reasons else "", after=""),
        Field("basis", "依据", lambda it: it.reasons[0].basis if it.reasons else ""),
    ),
    "entitlement_sheet": (*_PERSON, _of("holding", "现持有"), _RULES),
    "hukou_notice": (
        *_PERSON,
        _of("assessed_on", "测算日期"),
        _of("place", "拟落户地"),
        _of("zone", "所属区域"),
        _RULES,
    ),
    "endorsement_slip": (
        *_PERSON,
        _of("permit_number", "居住证编号"),
        _of("permit_serial", "证件流水号"),
        _of("residence_address", "居住地址"),
        _of("endorsed_on", "签注日期"),
        _of("years_from", "年限起算"),
        Field("next_endorsement", "下次签注", _next),
    ),
    "cancellation_certificate": (
        *_PERSON,
        _of("reason", "注销原因"),
        _of("cancelled_on", "注销日期"),
        _of("permit_number", "居住证编号"),
        _of("residence_address", "居住地址"),
        _of("ended_on", "居住至"),
        _of("left_to", "去往"),
    ),
    "permit_card": (
        _of("name", "姓名"),
        _of("id_number", "公民身份号码"),
        _of("birth_date", "出生日期"),
        _of("hukou_address", "常住户口所在地住址"),
        _of("residence_address", "居住地住址"),
        _of("issuing_authority", "签发机关"),
        _of("valid_until", "有效期限"),
        Field("serial", "证件流水号", lambda it: it.serial, after=""),
    ),
}
"""By the document's KIND. The order is that of the digests in the code: new fields only at the end."""

TITLES = {
    "11": ("registration_certificate", "居住登记凭证"),
    "12": ("acceptance_receipt", "居住证受理回执"),
    "16": ("entitlement_sheet", "权益和便利告知单"),
    "17": ("hukou_notice", "落户条件测算告知书"),
    "18": ("denial_notice", "不予签发告知书"),
    "19": ("endorsement_slip", "居住证签注回执"),
    "20": ("cancellation_certificate", "注销证明"),
    "31": ("permit_card", "居住证"),
}
"""Kind and title by the two digits that a paper's number begins with."""


def fields_of(kind: str) -> tuple[Field, ...]:
    """Give the fields of a kind by its two digits; none for a kind that is not sealed."""
    return FIELDS[TITLES[kind][0]] if kind in TITLES else ()


def title_of(kind: str) -> str:
    """Give the title of a kind by its two digits."""
    return TITLES[kind][1] if kind in TITLES else f"单据（类别{kind}）"


def is_sealed(document: Document) -> bool:
    """Tell whether papers of this kind carry a signed code."""
    return document.KIND in FIELDS


def valid_days(document: Document) -> int:
    """Give the days from issue to the last day that the paper itself states; 0 where it states none."""
    last: date | None = None
    if document.KIND == "permit_card":
        last = getattr(document, "valid_until")  # noqa: B009 - known by its kind, not by its class
    elif document.KIND == "endorsement_slip":
        last = getattr(document, "next_due_on")  # noqa: B009
    return max((last - document.issued_on).days, 1) if last else 0
