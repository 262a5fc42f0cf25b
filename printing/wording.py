"""The words of one paper: a template's own, with what a station's layout puts in their place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Words = Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Wording:
    """Labels by field, sentences and lists by name, table headings by what they say in the neutral layout.

    `order` puts fields of one grid in another order; a field that it does not name comes after those it does.
    """

    labels: Mapping[str, str] = field(default_factory=dict)
    words: Words = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)
    order: tuple[str, ...] = ()

    def label(self, name: str) -> str:
        """Give a field's label; `fact 2` is the label of `fact` with a 2 after it."""
        plain, _, place = name.partition(" ")
        return self.labels[plain] + place

    def sentence(self, name: str) -> str:
        """Give a sentence."""
        found = self.words[name]
        assert isinstance(found, str)
        return found

    def sentences(self, name: str) -> tuple[str, ...]:
        """Give a list of sentences."""
        found = self.words[name]
        assert isinstance(found, tuple)
        return found

    def heading(self, neutral: str) -> str:
        """Give a table's heading."""
        return self.headings.get(neutral, neutral)

    def ordered(self, lines: Sequence[Sequence[tuple[str, str]]]) -> list[Sequence[tuple[str, str]]]:
        """Give the lines of a grid in the layout's order; two narrow fields that meet share a line."""
        known = {name: place for place, name in enumerate(self.order)}
        if not any(name in known for line in lines for name, _ in line):
            return list(lines)
        pairs = [(pair, len(line) > 1) for line in lines for pair in line]
        pairs.sort(key=lambda it: known.get(it[0][0], len(known)))
        packed: list[list[tuple[str, str]]] = []
        open_line = False
        for pair, narrow in pairs:
            if narrow and open_line:
                packed[-1].append(pair)
                open_line = False
            else:
                packed.append([pair])
                open_line = narrow
        return list(packed)
