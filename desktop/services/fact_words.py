"""What is known of a person in words: codes by their labels, divisions by their names."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.code_words import label
from desktop.domain.codes import Education, IdKind, MaritalStatus, PoliticalStatus, Sex
from desktop.domain.ethnicities import ETHNIC

if TYPE_CHECKING:
    from desktop.domain.errors import Sentence

_CODES: Mapping[str, type[StrEnum]] = {
    "id_kind": IdKind,
    "sex": Sex,
    "education": Education,
    "marital_status": MaritalStatus,
    "political_status": PoliticalStatus,
}
"""The fields of a person that hold a code."""


def fact_words(field: str, value: str, places: Mapping[str, str] | None = None) -> Sentence | str:
    """Return a fact as it is read out; what this version has no word for stays as it is written.

    `places` are the names of divisions by code.
    """
    if field == "hukou_division":
        return (places or {}).get(value, value)
    if field == "ethnicity":
        return ETHNIC.get(value, value)
    table = _CODES.get(field)
    try:
        return label(table(value)) if table is not None and value else value
    except ValueError:
        return value
