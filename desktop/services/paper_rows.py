"""The rows of papers: what was frozen, each copy of it, its pictures and printers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.codes import CopyOutcome, PaperKind


@dataclass(frozen=True, slots=True)
class CopyRow:
    """One printing of a paper: 0 is the original, 1 and up are reprints (补打)."""

    copy_id: int
    paper_id: int
    number: int
    reason: str
    outcome: CopyOutcome
    outcome_reason: str
    requested_at: datetime
    requested_by: str
    sha256: str  # of the PDF bytes; "" until drawn
    pages: int
    printer: str


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper frozen with its case; its number is also its barcode."""

    paper_id: int
    case_id: int | None
    kind: PaperKind
    paper_number: str
    issued_at: datetime
    copies: tuple[CopyRow, ...]


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page of a PDF as RGB pixels, `stride` bytes a line."""

    width: int
    height: int
    stride: int
    rgb: bytes
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class PrinterRow:
    """A print queue as the print service describes it."""

    name: str
    ready: bool
    state: str
    is_default: bool
