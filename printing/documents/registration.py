"""What the papers of a registration say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from printing.documents.document import Document


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
