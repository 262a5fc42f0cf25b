"""What each paper says, as plain frozen data that can be stored, compared and drawn again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from typing import ClassVar

from printing import jpeg
from printing.errors import BadDocument

LAYOUT = 1
"""The newest layout. A document keeps the layout it was frozen with."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Which print of a document this is: 0 the original, 1 and up a reprint (补打) with its reason."""

    number: int = 0
    reason: str = ""
    printed_on: date | None = None


ORIGINAL = Copy()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What every paper carries, whoever it is for.

    `number` is the paper number, 24 digits, and is what the barcode says; its first two digits are the
    kind's `CODE`. `case_number` is 22 digits. `practice` marks a paper of the practice station (演练).
    `KEPT` names the fields that are stored with the document and not printed on it.
    """

    KIND: ClassVar[str] = ""
    CODE: ClassVar[str] = ""
    TITLE: ClassVar[str] = ""
    KEPT: ClassVar[frozenset[str]] = frozenset()

    number: str
    case_number: str
    station_name: str
    station_phone: str
    station_address: str
    clerk: str
    counter_number: int
    issued_on: date
    practice: bool
    layout: int = LAYOUT

    def __post_init__(self) -> None:
        """Refuse a number that is not the form's own, or a layout that this program does not know."""
        if not (self.number.isascii() and self.number.isdecimal() and len(self.number) == 24):
            raise BadDocument("单据编号“{number}”不是24位数字，不能出具。", number=self.number)
        if self.CODE and not self.number.startswith(self.CODE):
            raise BadDocument(
                "单据编号“{number}”的类别不是{title}（应以{code}开头），不能出具。",
                number=self.number,
                title=self.TITLE,
                code=self.CODE,
            )
        if self.layout != LAYOUT:
            raise BadDocument("不认识的版式号{layout}，请升级程序后再打印。", layout=str(self.layout))

    @property
    def heading(self) -> str:
        """The title printed on the paper."""
        return self.TITLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Minor:
    """A child registered together with the adult; `id_number` may be empty."""

    name: str
    sex: str
    birth_date: date | None
    id_number: str
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationCertificate(Document):
    """居住登记凭证: proof that a residence was registered. Codes are already written out as words.

    `hukou_division` is the place down to the county in words, `hukou_address` the rest of it. `title` is what
    the rules of the place call the paper, `notes` what they say to its holder.
    """

    KIND: ClassVar[str] = "registration_certificate"
    CODE: ClassVar[str] = "11"
    TITLE: ClassVar[str] = "居住登记凭证"

    name: str
    sex: str
    ethnicity: str
    birth_date: date | None
    id_kind: str
    id_number: str
    hukou_division: str
    hukou_address: str
    residence_address: str
    lodging: str
    reason: str
    arrived_on: date
    registered_on: date
    intended_until: date | None = None
    employer: str = ""
    minors: tuple[Minor, ...] = ()
    title: str = ""
    notes: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """The title by the rules of the place, 暂住登记凭证 where they say so."""
        return self.title or self.TITLE


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptanceReceipt(Document):
    """居住证申领受理回执, also the slip to collect the permit with (领取凭证).

    `promised_estimated` says that the date counts on a calendar not yet published (暂估);
    `promised_basis` is the clause of the term, `notes` what the rules of the place say of fees and the like.
    """

    KIND: ClassVar[str] = "acceptance_receipt"
    CODE: ClassVar[str] = "12"
    TITLE: ClassVar[str] = "居住证申领受理回执"

    name: str
    id_kind: str
    masked_id: str
    matter: str
    ground: str
    materials: tuple[str, ...]
    accepted_on: date
    promised_on: date
    promised_estimated: bool = False
    promised_basis: str = ""
    how_to_collect: str = ""
    notes: tuple[str, ...] = ()
    agent: str = ""
    masked_phone: str = ""

    @property
    def heading(self) -> str:
        """The title by the matter: 申领, 换领 or 补领."""
        for matter in ("换领", "补领"):
            if self.matter.startswith(f"居住证{matter}"):
                return self.TITLE.replace("申领", matter)
        return self.TITLE


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingItem:
    """One thing still to bring, what is taken in its stead, and the article that asks for it."""

    label: str
    accepted_instead: tuple[str, ...]
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingItemsNotice(Document):
    """一次性告知书: everything that is missing, said once."""

    KIND: ClassVar[str] = "missing_items_notice"
    CODE: ClassVar[str] = "13"
    TITLE: ClassVar[str] = "一次性告知书"

    name: str
    id_kind: str
    masked_id: str
    matter: str
    missing: tuple[MissingItem, ...]
    received: tuple[str, ...] = ()
    agent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalReason:
    """One finding that is not met: the fact, the clause, and what would change it (may be empty)."""

    fact: str
    basis: str
    change: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalNotice(Document):
    """不予受理告知书: why an application is not accepted, each reason with its clause."""

    KIND: ClassVar[str] = "refusal_notice"
    CODE: ClassVar[str] = "14"
    TITLE: ClassVar[str] = "不予受理告知书"

    name: str
    id_kind: str
    masked_id: str
    matter: str
    reasons: tuple[RefusalReason, ...]
    agent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialNotice(RefusalNotice):
    """不予签发告知书: why an application that was accepted is not granted, each reason with its clause."""

    KIND: ClassVar[str] = "denial_notice"
    CODE: ClassVar[str] = "18"
    TITLE: ClassVar[str] = "不予签发告知书"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLine:
    """One kind of matter on the day: cases accepted, papers printed, of them spoiled and reprinted."""

    kind: str
    accepted: int
    papers: int
    spoiled: int
    reprints: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayException:
    """Something of the day that does not add up; `number` is the case or paper, or empty."""

    number: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCase:
    """One case of the day in the list; `at` is the local time as `09:05`."""

    at: str
    case_number: str
    name: str
    masked_id: str
    matter: str
    state: str
    papers: int
    clerk: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySummary(Document):
    """当日办件汇总: the day of one counter, cases set against papers. `balance` is the finding in words."""

    KIND: ClassVar[str] = "day_summary"
    CODE: ClassVar[str] = "15"
    TITLE: ClassVar[str] = "当日办件汇总"

    day: date
    lines: tuple[DayLine, ...]
    exceptions: tuple[DayException, ...]
    cases: tuple[DayCase, ...]
    balanced: bool
    balance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitlementLine:
    """One thing its holder may ask for: the rules' words, the papers that it takes, and the article."""

    label: str
    papers: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitlementGroup:
    """Things of one sort, rights, services, conveniences …, in the rules' order."""

    title: str
    lines: tuple[EntitlementLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitlementSheet(Document):
    """权益和便利告知单: what the resident is entitled to here. `holding` is the paper held on the day."""

    KIND: ClassVar[str] = "entitlement_sheet"
    CODE: ClassVar[str] = "16"
    TITLE: ClassVar[str] = "权益和便利告知单"

    name: str
    id_kind: str
    masked_id: str
    holding: str
    groups: tuple[EntitlementGroup, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HukouCondition:
    """One condition of a route: the fact, its clause, whether it is met, what would change it."""

    fact: str
    basis: str
    met: bool
    change: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HukouRoute:
    """One way to move one's hukou, with every condition; `nearest` is the day on which time alone meets it."""

    title: str
    met: bool
    conditions: tuple[HukouCondition, ...]
    family: str
    nearest: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HukouNotice(Document):
    """落户条件测算告知书: every route of a zone. It informs and decides nothing (`disclaimer`)."""

    KIND: ClassVar[str] = "hukou_notice"
    CODE: ClassVar[str] = "17"
    TITLE: ClassVar[str] = "落户条件测算告知书"

    name: str
    id_kind: str
    masked_id: str
    assessed_on: date
    place: str
    zone: str
    routes: tuple[HukouRoute, ...]
    rules: tuple[str, ...]
    disclaimer: str


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
class StockRun:
    """Blanks without a gap between them, by serial; `first` and `last` are the same for one."""

    first: str
    last: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StockPlace:
    """Where blanks of a batch are, or what became of them, such as 库存, 窗口01, 已使用, 作废, 退回."""

    place: str
    count: int
    runs: tuple[StockRun, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StockBatch:
    """One batch of blanks; `received` should be `used` + `spoiled` + `returned` + `left`."""

    label: str
    received_on: date
    first: str
    last: str
    received: int
    used: int
    spoiled: int
    returned: int
    left: int
    places: tuple[StockPlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StockBalance(Document):
    """证件空白结存表: every blank of every batch on a day. `balance` is the finding in words."""

    KIND: ClassVar[str] = "stock_balance"
    CODE: ClassVar[str] = "21"
    TITLE: ClassVar[str] = "证件空白结存表"

    day: date
    batches: tuple[StockBatch, ...]
    balanced: bool
    balance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductionLine:
    """One card to make: the blank it goes on, the permit, and whose it is."""

    serial: str
    permit_number: str
    name: str
    case_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductionSheet(Document):
    """制证清单: the cards of one batch, with a box to tick for what became of each."""

    KIND: ClassVar[str] = "production_sheet"
    CODE: ClassVar[str] = "22"
    TITLE: ClassVar[str] = "制证清单"

    batch: str
    printer: str
    lines: tuple[ProductionLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallLine:
    """One holder to call: the number to call, the permit, and since when it lies ready."""

    name: str
    phone: str
    permit_number: str
    produced_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CallList(Document):
    """未领居住证通知清单: permits not collected for more than `after_days` days."""

    KIND: ClassVar[str] = "call_list"
    CODE: ClassVar[str] = "23"
    TITLE: ClassVar[str] = "未领居住证通知清单"

    day: date
    after_days: int
    lines: tuple[CallLine, ...]


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


KINDS: dict[str, type[Document]] = {
    kind.KIND: kind
    for kind in (
        RegistrationCertificate,
        AcceptanceReceipt,
        MissingItemsNotice,
        RefusalNotice,
        DenialNotice,
        DaySummary,
        EntitlementSheet,
        HukouNotice,
        EndorsementSlip,
        CancellationCertificate,
        StockBalance,
        ProductionSheet,
        CallList,
        PermitCard,
    )
}


def texts(value: object) -> Iterator[str]:
    """Yield every text a document would put on paper, to be checked for glyphs before it is stored."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif is_dataclass(value):
        kept = value.KEPT if isinstance(value, Document) else ()
        for one in fields(value):
            if one.name not in kept:
                yield from texts(getattr(value, one.name))
