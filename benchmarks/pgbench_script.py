"""The script that pgbench runs: what a window sent, with keys and numbers that are new each time.

Newcomers have names and moments of their own, which pgbench reads from a table with the head of its chain: as many to
each of its clients as a window has, and one after another. With the same few each time it would write to a few pages
of the indexes, where windows write to as many as there are names.
"""

from __future__ import annotations

import gc
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import repeat
from random import Random
from typing import TYPE_CHECKING, Any

from benchmarks.made_up import made_up_names
from benchmarks.registering_window import A_SEED, NAMES
from desktop.models.server_wire import Asked, Wired
from desktop.services.people_records import bigrams, spoken

if TYPE_CHECKING:
    from pathlib import Path

    import psycopg

    from benchmarks.registering_window import Desk

SEED = 180
"""Of the newcomers whose registrations are taken down at first."""
FIRST_CLIENT, MOST_TRANSACTIONS = 61, 10_000_000
"""The counter that the first of pgbench's clients stands for; how far `n` may be counted, for ever, on a database."""
TABLE = "benchmark_newcomer"
_TAKEN_DOWN = 64
_SO_MANY_ALIKE = 3  # names among which there are enough of as many characters and readings
_KEYS = 220_838_400_000  # milliseconds since 2020: the last day of the year in which the windows register
Statements = list[tuple[bytes, list[str | None]]]


def script(window: Desk, clients: int, scratch: Path, seed: int = SEED) -> tuple[Path, str]:
    """Take down what registrations of a window send, and give a script of them; the window is closed."""
    link: Any = window.counter.office.database.link
    for _ in range(10):
        window.register()
    here = window.actor
    for place in range(clients):  # a chain and a series of numbers for each of pgbench's clients
        window.actor = replace(here, counter_number=FIRST_CLIENT + place)
        window.register()
    window.actor = here
    taken = []
    real = link._wire
    for _ in range(_TAKEN_DOWN):
        link._wire = recorder = _Recorder(real)
        window.register()
        taken.append(recorder.sent)
    link._wire = real
    names = {each.text: each.names for each in gc.get_objects() if isinstance(each, Wired)}
    shape, _ = Counter(map(_shape, taken)).most_common(1)[0]
    newcomers = _Newcomers(NAMES * clients)
    path = scratch / "registration.sql"
    path.write_text(
        _script([each for each in taken if _shape(each) == shape], names, newcomers, seed), "utf-8"
    )
    path.chmod(0o644)
    newcomers.store(link._connection)
    window.counter.close()
    scratch.chmod(0o755)
    return path, f"{recorder.trips} round trips, {len(shape)} statements"


def _shape(sent: Statements) -> tuple[bytes, ...]:
    """Give the statements alone: names of as many characters and readings are stored by the same."""
    return tuple(text for text, _ in sent)


class _Newcomers:
    """What differs between newcomers: a column of a table for each place of the statements where it stands."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._columns: list[Sequence[str]] = []

    def of_each(self, values: Sequence[str]) -> str:
        """Return what stands for one of the values in the script: of the first newcomer, of the second and so on."""
        self._columns.append(values)
        return f":v{len(self._columns)}"

    def store(self, connection: psycopg.Connection[Any]) -> None:
        """Make the table; those who have fewer values than there are newcomers begin again."""
        columns = "".join(f", v{place} text" for place in range(1, len(self._columns) + 1))
        connection.execute(
            f"DROP TABLE IF EXISTS {TABLE}; CREATE TABLE {TABLE} (who integer PRIMARY KEY{columns})"
        )
        with connection.cursor().copy(f"COPY {TABLE} FROM STDIN") as copy:
            for who in range(self.count):
                copy.write_row([who + 1, *(values[who % len(values)] for values in self._columns)])
        connection.execute(f"ANALYZE {TABLE}")


class _Recorder:
    """A wire that takes down what goes over it."""

    def __init__(self, wire: Any) -> None:
        self._wire = wire
        self.sent: Statements = []
        self.trips = 0

    def send(self, one: Asked) -> Any:
        self.trips += 1
        self._take(one)
        return self._wire.send(one)

    def send_all(self, many: Sequence[Asked]) -> Any:
        self.trips += 1
        for one in many:
            self._take(one)
        return self._wire.send_all(many)

    def _take(self, one: Asked) -> None:
        words = [None if each is None else bytes(each).decode() for each in one.values or ()]
        self.sent.append((one.text, words))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._wire, name)


def _script(
    taken: Sequence[Statements], names: dict[bytes, list[str]], newcomers: _Newcomers, seed: int
) -> str:
    """Write registrations that sent the same statements, so that pgbench sends one's values or another's each time.

    Keys, and what only one row may have, are new in every transaction.
    """
    begin = [
        "\\set n :n + 1",
        f"\\set counter {FIRST_CLIENT} + :client_id",
        f"\\set place ({SEED} * {A_SEED} + :counter) * {MOST_TRANSACTIONS} + :n",
        f"\\set who :client_id * {NAMES} + :n % {NAMES} + 1",
    ]
    fresh: dict[str, str] = {}
    called, found = _made_up(taken[0], newcomers.count, seed)
    first, head, rest = "", "", []
    for place, (text, values) in enumerate(taken[0]):
        others = list(zip(*(one[place][1] for one in taken), strict=True))
        for value, theirs in zip(values, others, strict=True):
            if value is not None and value not in fresh and len({*theirs}) > 1:
                _make_fresh(value, fresh, begin)
        of_names = found.get(_table_of(text), [])
        written = [
            newcomers.of_each(of_names[at // 2])
            if of_names and at % 2 == 0
            else newcomers.of_each(called)
            if name == "name" and text.startswith(b"INSERT INTO person ")
            else _written(name, theirs, fresh, newcomers)
            for at, (name, theirs) in enumerate(zip(_names(text, names), others, strict=False))
        ]
        words = re.sub(r"\$(\d+)", partial(_value, written), text.decode())
        if words.startswith("SELECT journal_entry.sequence"):
            head = f"SELECT head.*, {TABLE}.* FROM ({words}) AS head, {TABLE} WHERE who = :who \\gset"
        elif place:
            rest.append(f"{words};")
        else:
            first = f"{words};"
    return "\n".join([*begin, first, head, "\\set sequence :sequence + 1", *rest, ""])


def _table_of(text: bytes) -> str:
    return text.decode().split(maxsplit=3)[2] if text.startswith(b"INSERT INTO name_") else ""


def _made_up(sent: Statements, count: int, seed: int) -> tuple[list[str], dict[str, list[Sequence[str]]]]:
    """Give made-up people, who have names of as many characters and readings as one, and what they are found by.

    That is by table and place.
    """
    wanted = {_table_of(text): len(values) // 2 for text, values in sent}
    ways = {"name_bigram": bigrams, "name_reading": spoken}
    called: list[str] = []
    alike: list[dict[str, list[str]]] = []
    for name in made_up_names(Random(seed), _SO_MANY_ALIKE * count):  # noqa: S311 - made-up people
        words = {table: sorted(way(name)) for table, way in ways.items()}
        if all(len(words[table]) == wanted[table] for table in ways):
            called.append(name)
            alike.append(words)
        if len(called) == count:
            break
    return called, {
        table: [[each[table][place] for each in alike] for place in range(wanted[table])] for table in ways
    }


def _make_fresh(value: str, fresh: dict[str, str], begin: list[str]) -> None:
    """Have a key, or what only one row may have, made in every transaction."""
    made = len(begin)
    if value.isdigit() and 17 < len(value) < 20 and int(value) >> 57:
        fresh[value] = f":k{made}"
        begin.append(f"\\set k{made} (({_KEYS} + :n) << 21) | (:counter << 14) | {made}")
    elif _only_once(value):
        fresh[value] = f":u{made}"
        begin.append(f"\\set u{made} :place * 100 + {made}")


def _value(written: list[str], found: re.Match[str]) -> str:
    return written[int(found[1]) - 1]


def _names(text: bytes, names: dict[bytes, list[str]]) -> Iterable[str]:
    """Give what the values of a statement are called; those of many rows at once do not matter here."""
    return names.get(text) or repeat("")


def _only_once(value: str) -> bool:
    """Whether no two rows may have it: a number, a request's name."""
    return len(value) <= 40 and sum(map(str.isdigit, value)) >= 12 and not value.startswith("20")


def _written(name: str, values: Sequence[str | None], fresh: dict[str, str], newcomers: _Newcomers) -> str:
    """Give one place of a statement, where those that were taken down had these values."""
    if name in ("counter", "counter_number"):
        return ":counter"
    if name == "sequence":
        return ":sequence"
    if name in ("previous_hash", "hash"):
        return ":hash"
    if values[0] is not None and values[0] in fresh:
        return fresh[values[0]]
    told = [value for value in values if value is not None]
    if len({*values}) == 1 or len(told) < len(values):
        return _literal(values[0])
    return newcomers.of_each(told)


def _literal(value: str | None) -> str:
    if value is None:
        return "NULL"
    words = value.replace("\\", "\\\\").replace("'", "''").replace(":", "\\x3a")
    return f"E'{words}'"
