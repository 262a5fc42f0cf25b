"""What the sheets say that stay in the house: the day, the blanks, the cards to make, whom to call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from printing.documents.document import Document


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
    """当日办件汇总: the day of one counter, cases set against papers. `balance` is the finding in words.

    `trail_head` is the short form (40 digits) of the head of the station's trail, printed as a barcode; empty
    on a summary frozen before there were such heads.
    """

    KIND: ClassVar[str] = "day_summary"
    CODE: ClassVar[str] = "15"
    TITLE: ClassVar[str] = "当日办件汇总"

    day: date
    lines: tuple[DayLine, ...]
    exceptions: tuple[DayException, ...]
    cases: tuple[DayCase, ...]
    balanced: bool
    balance: str
    trail_head: str = ""


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
    """未领居住证通知清单: permits made `after_days` days ago or earlier and not collected."""

    KIND: ClassVar[str] = "call_list"
    CODE: ClassVar[str] = "23"
    TITLE: ClassVar[str] = "未领居住证通知清单"

    day: date
    after_days: int
    lines: tuple[CallLine, ...]
