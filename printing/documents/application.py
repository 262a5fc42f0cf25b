"""What the papers of an application say: taken, incomplete, refused, denied."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from printing.documents.document import Document


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
class CollectionSlip(Document):
    """居住证领取凭证: that a permit lies ready, where, for whom, and what to bring.

    `collect_by` says who may come, `until` is the day from which a permit left lying is called for again.
    """

    KIND: ClassVar[str] = "collection_slip"
    CODE: ClassVar[str] = "24"
    TITLE: ClassVar[str] = "居住证领取凭证"

    name: str
    id_kind: str
    masked_id: str
    matter: str
    permit_number: str
    permit_serial: str
    ready_on: date
    collect_at: str
    collect_by: str
    bring: tuple[str, ...]
    hours: str = ""
    until: date | None = None
    notes: tuple[str, ...] = ()


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
