"""Operations that only add rows, taken in by a server many at once: asked about, chained and stored together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from desktop.domain.changes import Change
from desktop.domain.trail import FIRST_HASH, Entry
from desktop.models.meanwhile import Meanwhile
from desktop.models.pouring import pack, pour
from desktop.models.prepared import Prepared
from desktop.models.tables import CaseFile, JournalEntry, PaperCopy, Person
from desktop.services import added, journal, numbering
from desktop.services.added_rows import Copies, rows_of, together
from desktop.services.any_of import any_of, named
from desktop.services.inbox import TRANSLATED

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.operation_form import Operation

_LOOKS, _ENTRIES = "journal.store", "journal.take_over"
"""Operations whose only effect is the trail: looks, and entries that came with nothing else."""

# As in `taking_in`: nothing cuts what is asked to one row.
_THERE = Prepared(select(JournalEntry.id.label("known")).where(any_of(JournalEntry.id)))
_KNOWN = {
    added.PERSON: Prepared(select(Person.live_key.label("known")).where(any_of(Person.live_key))),
    added.REQUEST: Prepared(select(CaseFile.request_id.label("known")).where(any_of(CaseFile.request_id))),
    added.PRINTING: Prepared(select(PaperCopy.request_id.label("known")).where(any_of(PaperCopy.request_id))),
    added.PRINTED: Prepared(select(PaperCopy.paper_id.label("known")).where(any_of(PaperCopy.paper_id))),
}
"""What is asked by kind of what was looked for; no two rows have the same of any, so a server refuses a second."""

Fields = tuple[Any, ...]
"""An entry of the trail: its key, and what it says."""
Heads = dict[int, tuple[int, str]]
"""The ends of counters' chains: the last entry's place and hash."""


def may_only_add(operation: Operation) -> bool:
    """Whether it is worth while to look whether an operation may be stored as it was."""
    return operation.added is not None or operation.name in (_LOOKS, _ENTRIES)


def found_any(operation: Operation) -> bool:
    """Whether an operation found anything that must be found still, for it to be stored as it was."""
    return operation.added is not None and bool(operation.added.found)


def only_adds(operation: Operation, aliases: Mapping[int, int], rules: str) -> bool:
    """Whether an operation may be stored as it was, should nobody know here what it looked for."""
    if operation.name in (_LOOKS, _ENTRIES):
        return len(operation.given.trail) == len(
            operation.given.keys
        )  # fewer, where the first were there already
    if operation.added is None or operation.added.rules != rules:
        return False
    return not aliases or aliases.keys().isdisjoint(_known_by(operation))


def storable(operations: Iterable[Operation], aliases: Mapping[int, int], rules: str) -> list[Operation]:
    """Return those that may be stored together as they were, should nobody know here what they looked for."""
    return _together([it for it in operations if only_adds(it, aliases, rules)])


def joins(operation: Operation, copies: Copies) -> bool:
    """Whether an operation may be stored as it was with those before it, of which `copies` are."""
    return operation.added is None or copies.take(operation.added)


class Lot:
    """Operations that may be stored as they were, among `every` one that is taken in with them.

    Whether anybody knows what they looked for is not asked before: whatever is there already, the server refuses. What
    they add is made once, at the first look.
    """

    def __init__(self, adding: Sequence[Operation], every: Sequence[Operation]) -> None:
        self.adding, self.every = adding, every
        self._tables = Meanwhile(rows_of(adding))

    def __len__(self) -> int:
        return len(self.adding)

    @property
    def whole(self) -> bool:
        """Whether every one of them may be stored as it was."""
        return len(self.adding) == len(self.every) and not any(map(found_any, self.adding))

    @cached_property
    def trail(self) -> list[Fields]:
        """What every operation wrote into the trail."""
        return [entry for operation in self.every for entry in entries_of(operation)]

    @cached_property
    def counts(self) -> Counter[int]:
        """The number of these entries by counter."""
        return Counter([entry[1] for entry in self.trail])

    @cached_property
    def reached(self) -> dict[tuple[int, date, str], int]:
        """The last number that each series was given."""
        reached: dict[tuple[int, date, str], int] = {}
        for operation in self.adding:
            if operation.added is not None and operation.added.number is not None:
                counter, day, series, number = operation.added.number
                place = counter, date.fromisoformat(day), series
                reached[place] = max(number, reached.get(place, 0))
        return reached

    @property
    def rows(self) -> dict[str, list[bytes]]:
        """What they add, as packed rows of each table, without the trail."""
        return together(self._tables.each())

    @cached_property
    def changes(self) -> list[Change]:
        """What they tell other windows of."""
        return _changes_of(self.adding)

    def unknown(self, link: Link) -> Lot:
        """Return it without those that looked for what is known here by now, or whose entries are here."""
        sought: dict[Prepared, list[Any]] = {
            _THERE: [entry[0] for it in self.adding for entry in entries_of(it)]
        }
        for kind, values in (found for it in self.adding for found in _sought(it)):
            sought.setdefault(_KNOWN[kind], []).extend(values)
        known = {
            row.known
            for prepared, values in sought.items()
            for some in named(values)
            for row in link.all(prepared, **some)
        }
        return Lot(_together([it for it in self.adding if known.isdisjoint(_all_sought(it))]), self.every)

    def making_ready(self) -> Iterator[None]:
        """Make all of it, a step at a time."""
        for made in ("trail", "counts", "reached", "changes"):
            getattr(self, made)
            yield
        while self.whole and self._tables.step():
            yield


def store(link: Link, lot: Lot) -> bool:
    """Store what a lot adds, in the caller's transaction; False, and nothing is stored, where a head is due on the way.

    Where anything that they looked for is known here, the server refuses it: their services have to decide again.
    """
    heads = begin(link, lot)
    if heads is None:
        return False
    chained = Meanwhile(chain(lot.trail, heads))
    with link.meanwhile(chained.step):
        link.changes += lot.changes
        pour(link, lot.rows)
    pour(link, {"journal_entry": chained.all()})
    return True


def foresee(link: Link, lot: Lot) -> None:
    """Say what `begin` will ask for."""
    for counter in lot.counts:
        link.foresee(journal.HEAD, counter_number=counter)
    for place in lot.reached:
        numbering.foresee_reach(link, *place)


def begin(link: Link, lot: Lot) -> Heads | None:
    """Return the ends of the chains that every operation writes on; None where a head is to be signed on the way."""
    heads = _heads(link, lot.counts)
    if heads is not None:
        for place, number in lot.reached.items():
            numbering.reach(link, *place, number)
    return heads


def add(link: Link, operations: Sequence[Operation]) -> None:
    """Store the rows that operations added, without what they wrote into the trail."""
    link.changes += _changes_of(operations)
    pour(link, together(rows_of(operations)))


def entries_of(operation: Operation) -> Sequence[Fields]:
    """Return what an operation wrote into the trail."""
    return operation.arguments["entries"] if operation.name == _ENTRIES else operation.given.trail


def chain(entries: Iterable[Fields], ends: Heads) -> Iterator[bytes]:
    """Give entries as packed rows at the ends of their counters' chains."""
    for key, counter, _, *fields in entries:
        sequence, previous = ends[counter]
        entry = Entry(counter, sequence + 1, *fields)
        row = journal.row_of(key, entry, datetime.fromisoformat(entry.at), previous)
        ends[counter] = sequence + 1, row["hash"]
        yield pack(row, "journal_entry")


# -- inside ----------------------------------------------------------------------------------------
def _together(operations: Sequence[Operation]) -> list[Operation]:
    """Return them without those that change what none of them made."""
    copies = Copies()
    return [it for it in operations if joins(it, copies)]


def _known_by(operation: Operation) -> Iterator[Any]:
    """Give the keys by which an operation knows whom and what it is about."""
    yield from map(operation.arguments.get, TRANSLATED)
    for _, *written in operation.given.trail:
        entry = Entry(*written)
        yield entry.person_id
        yield entry.person_row


def _sought(operation: Operation) -> Iterable[tuple[str, list[Any]]]:
    """Return what an operation looked for, by kind."""
    return () if operation.added is None else operation.added.sought.items()


def _all_sought(operation: Operation) -> Iterator[Any]:
    """Give all of that, and the keys of its entries."""
    yield from (entry[0] for entry in entries_of(operation))
    for _, values in _sought(operation):
        yield from values


def _changes_of(operations: Sequence[Operation]) -> list[Change]:
    return [_change(entry) for it in operations if it.added is not None for entry in it.given.trail]


def _heads(link: Link, counts: Mapping[int, int]) -> Heads | None:
    heads: Heads = {}
    for counter, count in counts.items():
        head = link.one(journal.HEAD, counter_number=counter)
        sequence, digest = (head.sequence, head.hash) if head else (0, FIRST_HASH)
        if (sequence + count) // journal.SIGNED_EVERY != sequence // journal.SIGNED_EVERY:
            return None
        heads[counter] = sequence, digest
    return heads


def _change(fields: Fields) -> Change:
    entry = Entry(*fields[1:])
    return Change(entry.counter_number, entry.staff_name, entry.action, entry.person_id, entry.case_number)
