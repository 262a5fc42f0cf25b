"""What the papers of a permit in hand say, and the card itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from printing import jpeg
from printing.documents.document import Document
from printing.errors import BadDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class EndorsementSlip(Document):
    """居住证签注回执: that a permit was endorsed, since when its years count, and when it is due again.

    `restored` says that the use had been suspended. `next_opens_on` and `next_due_on` bound the days for the
    next endorsement; both are None where the rules ask for none.
    """

    KIND: ClassVar[str] = "endorsement_slip"
    CODE: ClassVar[str] = "19"
    TITLE: ClassVar[str] = "居住证签注回执"

    name: str
    id_kind: str
    masked_id: str
    permit_number: str
    permit_serial: str
    residence_address: str
    ground: str
    proof: str
    endorsed_on: date
    restored: bool
    years_from: date
    full_years: int
    next_opens_on: date | None
    next_due_on: date | None
    basis: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CancellationCertificate(Document):
    """注销证明: that a permit ended, or a registration, or both with one act.

    `permit_number` is empty where there was no permit, `residence_address` where no registration ended.
    `card` says what became of the card, `left_to` where somebody went.
    """

    KIND: ClassVar[str] = "cancellation_certificate"
    CODE: ClassVar[str] = "20"
    TITLE: ClassVar[str] = "居住证注销证明"

    name: str
    id_kind: str
    masked_id: str
    reason: str
    cancelled_on: date
    basis: str
    permit_number: str = ""
    permit_serial: str = ""
    permit_issued_on: date | None = None
    card: str = ""
    residence_address: str = ""
    registered_on: date | None = None
    ended_on: date | None = None
    left_to: str = ""
    late: str = ""
    notes: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """The title by what ended."""
        if not self.residence_address:
            return self.TITLE
        return "居住登记、居住证注销证明" if self.permit_number else "居住登记注销证明"


@dataclass(frozen=True, slots=True, kw_only=True)
class PermitCard(Document):
    """居住证, front and back: what 居住证暂行条例 art. 4 puts on it. `number` is the permit's own number.

    What the rules of the place do not put on a card stays empty and is left off with its label. `photo` is a
    whole JPEG file, printed byte for byte; `issued_on` is 签发日期; `serial` is the blank that is printed on;
    `endorsed_on` are endorsements to carry over; `notes` is what the rules say to the holder. How often a
    card was printed is never shown: a spoiled blank is not the holder's matter.
    """

    KIND: ClassVar[str] = "permit_card"
    CODE: ClassVar[str] = "31"
    TITLE: ClassVar[str] = "居住证"
    KEPT: ClassVar[frozenset[str]] = frozenset({"case_number", "station_address", "clerk"})

    name: str
    photo: bytes = field(repr=False)
    sex: str = ""
    ethnicity: str = ""
    birth_date: date | None = None
    id_number: str = ""
    hukou_address: str = ""
    residence_address: str = ""
    issuing_authority: str = ""
    serial: str = ""
    valid_until: date | None = None
    endorsed_on: tuple[date, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a card without a name, or whose photo is missing, damaged or of an odd kind."""
        Document.__post_init__(self)
        if not self.name.strip():
            raise BadDocument("没有姓名，不能制作居住证。")
        if not self.photo:
            raise BadDocument("“{name}”没有相片，不能制作居住证。请先补采相片。", name=self.name)
        if jpeg.shape(self.photo) is None:
            raise BadDocument(
                "“{name}”的相片文件不是完整的JPEG彩色或灰度图像，不能制作居住证。请重新采集相片。",
                name=self.name,
            )
