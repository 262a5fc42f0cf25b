"""One counter's chain as a file has it: every entry in its place, joined to the one before it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.errors import Sentence, sentence
from desktop.domain.trail import entry_hash
from desktop.domain.trail_entries import Stored
from desktop.domain.trail_file import Span

_WORDS = {
    "edited": sentence("trail", "内容被改动"),
    "broken": sentence("trail", "接不上前一条，这一条或它之前的被换过"),
    "missing": sentence("trail", "缺失"),
    "inserted": sentence("trail", "是插入的"),
    "twice": sentence("trail", "出现两次，其中一条是插入的"),
    "reordered": sentence("trail", "次序被调换"),
    "end": sentence("trail", "与文件开头所写的末条不符"),
}


def told(what: str) -> Sentence:
    """Give a fault's words by its name."""
    return _WORDS[what]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that was altered: what, and where: the counter, its entry (or entries up to `last`), the line.

    None and 0 where the place cannot be told.
    """

    what: Sentence
    counter_number: int | None = None
    sequence: int | None = None
    last: int | None = None
    line: int = 0


class Chain:
    """Takes a counter's entries as they come. `next` is the entry that should come next."""

    def __init__(self, span: Span) -> None:
        self.span = span
        self.next = span.after + 1
        self.faulty = False
        self._hash: str | None = span.after_hash
        self._missing: list[tuple[int, int]] = []
        self._skipped: set[int] = set()

    def take(self, stored: Stored) -> list[Fault]:
        """Take an entry; return what is wrong with it."""
        place, joined = stored.entry.sequence, stored.previous == self._hash
        if entry_hash(stored.previous, stored.entry) != stored.hash:
            if joined or not self.next <= place <= self.span.last:
                place = self.next
            self._go_on(place, None)
            return [self._fault("edited", place)]
        if place == self.next:
            broken = self._hash is not None and not joined
            self._go_on(place, stored.hash)
            return [self._fault("broken", place)] if broken else []
        if place > self.next:
            if place > self.span.last:
                return [self._fault("inserted", place)]
            self._go_on(place, stored.hash)
            return []
        if place in self._skipped:
            self._skipped.discard(place)
            self._hash = stored.hash if place == self.next - 1 else self._hash
            return []
        return [self._fault("reordered" if self._found(place) else "twice", place)]

    def stands_at(self, place: int, digest: str) -> bool:
        """Tell whether an entry of that hash was the last one taken."""
        return (self.next - 1, self._hash) == (place, digest)

    def pass_over(self, last: int, digest: str) -> None:
        """Go on after an entry of that hash: those before it were found whole in another way."""
        self._go_on(last, digest, passing=True)

    def skip(self) -> int:
        """Go on after a line that cannot be read; return which entry it should have been."""
        place = self.next
        self._skipped.add(place)
        self._go_on(place, None)
        self.faulty = True
        return place

    def end(self) -> list[Fault]:
        """Return what is wrong once every entry was taken: those that are missing, an end that is another."""
        if self.next <= self.span.last:
            self._missing.append((self.next, self.span.last))
        faults = [Fault(told("missing"), self.span.counter_number, *run) for run in self._missing]
        if not faults and self._hash not in (None, self.span.last_hash):
            faults.append(self._fault("end", self.span.last))
        return faults

    def _go_on(self, place: int, digest: str | None, *, passing: bool = False) -> None:
        if place > self.next and not passing:
            self._missing.append((self.next, place - 1))
        self.next, self._hash = place + 1, digest

    def _found(self, place: int) -> bool:
        """Strike an entry off the missing ones; False where it is none of them."""
        for at, (first, last) in enumerate(self._missing):
            if first <= place <= last:
                runs = [(first, place - 1), (place + 1, last)]
                self._missing[at : at + 1] = [run for run in runs if run[0] <= run[1]]
                return True
        return False

    def _fault(self, what: str, place: int) -> Fault:
        self.faulty = True
        return Fault(told(what), self.span.counter_number, place)
