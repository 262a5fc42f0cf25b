"""What became of a case, its permit and its card."""

from __future__ import annotations

from typing import Any

import pypdfium2

from desktop.services import case_records, permit_records
from desktop.services.counter import Counter


def case_of(station: Counter, case_id: int) -> Any:
    return case_records.find(station.office.database.link, case_id)


def permit_of(station: Counter, case_id: int) -> Any:
    return permit_records.of_case(station.office.database.link, case_id)


def printed_words(station: Counter, serial: str) -> str:
    """Return what stands on both sides of a card."""
    document = pypdfium2.PdfDocument(station.card_prints.pdf(serial))
    try:
        return "".join(document[page].get_textpage().get_text_range() for page in range(len(document)))
    finally:
        document.close()
