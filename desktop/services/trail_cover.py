"""Which parts of the chains the signed slices have in them, entry for entry."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.trail_file import Slice, Span


class Part(NamedTuple):
    """A part of a counter's chain, after an entry of that hash.

    `digest` where it was signed as a stretch, `ends` where its last entry still is the one that was signed then.
    """

    counter: int
    after: int
    before: str
    last: int
    digest: str
    ends: bool = False

    @property
    def asked(self) -> dict[str, int]:
        """The values of the statements that read it."""
        return {"counter": self.counter, "after": self.after, "last": self.last}

    @property
    def entries(self) -> int:
        """How many it has."""
        return self.last - self.after


Cover = dict[int, int]
"""By a slice's place among the slices, how many entries of a part it has."""


def covered(slices: Sequence[Slice], parts: Sequence[Part]) -> dict[int, Cover]:
    """Return, by its place among them, what each part is covered by; those parts only that need no other look.

    Such a part was signed as a stretch, which joins what is before it and ends as it did then; every entry of it is in
    a slice, and each slice's piece of the chain joins the one before it.
    """
    pieces: dict[int, list[tuple[int, int, Span]]] = {}
    for place, one in enumerate(slices):
        for span in one.chains:
            pieces.setdefault(span.counter_number, []).append((span.after, place, span))
    for own in pieces.values():
        own.sort(key=lambda piece: piece[:2])
    found = {}
    for place, part in enumerate(parts):
        cover = _cover(pieces.get(part.counter, []), part) if part.digest and part.ends else None
        if cover:
            found[place] = cover
    return found


def _cover(pieces: list[tuple[int, int, Span]], part: Part) -> Cover | None:
    at = bisect_right(pieces, part.after, key=lambda piece: piece[0]) - 1
    if at < 0:
        return None
    cover: Cover = {}
    reached, joint = part.after, part.before
    for after, place, span in pieces[at:]:
        if after > reached or (after == reached and span.after_hash != joint):
            return None
        if after < reached and cover:
            return None  # two slices have the same entries: none that the program signs
        upto = min(span.last, part.last)
        if upto <= reached:
            return None
        cover[place] = upto - reached
        reached, joint = upto, span.last_hash
        if reached == part.last:
            return cover
    return None
