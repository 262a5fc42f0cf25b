"""Which module draws which kind of paper; each is read in when its first paper is drawn."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from printing.layout import A4, A5, CR80, ROLL, Measure
from printing.wording import Words

if TYPE_CHECKING:
    from printing.layout import Row
    from printing.parts import Parts

_ELSEWHERE = {"denial_notice": "refusal_notice"}
"""Kinds that another kind's module draws."""

_SLIPS = frozenset({"acceptance_receipt", "collection_slip", "endorsement_slip"})
"""What a receipt printer at the counter may print."""

_HALF_SHEETS = frozenset({"registration_certificate", "cancellation_certificate"})
"""What may be drawn on A5."""


CARD = "permit_card"


class Template:
    """A kind's template: its neutral words, and how it lays a document out."""

    def __init__(self, kind: str) -> None:
        self._module: Any = import_module(f"printing.{_ELSEWHERE.get(kind, kind)}")

    @property
    def labels(self) -> dict[str, str]:
        """The label of every field in a grid."""
        return cast("dict[str, str]", self._module.FIELDS)

    @property
    def words(self) -> Words:
        """Every sentence and list that the template itself says."""
        return cast("Words", self._module.WORDS)

    @property
    def headings(self) -> tuple[str, ...]:
        """The heading of every table's every column."""
        from printing.parts import Column

        found = [
            column.label
            for value in vars(self._module).values()
            if isinstance(value, tuple)
            for column in value
            if isinstance(column, Column)
        ]
        return tuple(dict.fromkeys(found))

    @property
    def broken_labels(self) -> tuple[str, ...]:
        """The fields whose label may be broken by a "|"; all of a card's other labels are of one line."""
        return cast("tuple[str, ...]", getattr(self._module, "TWO_LINES", ()))

    @property
    def longest_labels(self) -> dict[str, int]:
        """How many characters a line of a field's label may have, where a field has a bound of its own."""
        return cast("dict[str, int]", getattr(self._module, "LINE_OF_LABEL", {}))

    @property
    def rows(self) -> Callable[[Any, Parts], list[Row]]:
        """What lays a document out."""
        return cast("Callable[[Any, Parts], list[Row]]", self._module.rows)


def measures_of(kind: str) -> tuple[Measure, ...]:
    """Give the kinds of paper that such a document may be printed on, the usual one first."""
    if kind == CARD:
        return (CR80,)
    if kind in _SLIPS:
        return (A4, A5, ROLL)
    return (A4, A5) if kind in _HALF_SHEETS else (A4,)
