"""The script that pgbench runs: what a window sent, with keys and numbers that are new each time.

Newcomers have names, streets and days of their own: with the same few each time, pgbench would write to a few pages
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
from typing import TYPE_CHECKING, Any

import psycopg

from benchmarks.registering_window import A_SEED
from desktop.models.server_wire import Asked, Wired

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.registering_window import Desk

SEED = 180
"""Of the newcomers whose registrations are taken down at first."""
FIRST_CLIENT, MOST_TRANSACTIONS = 61, 10_000_000
"""The counter that the first of pgbench's clients stands for; how far `n` may be counted, for ever, on a database."""
_TAKEN_DOWN = 64
_KEYS = 220_838_400_000  # milliseconds since 2020: the last day of the year in which the windows register
Statements = list[tuple[bytes, list[str | None]]]


def script(window: Desk, clients: int, scratch: Path) -> tuple[Path, str]:
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
    path = scratch / "registration.sql"
    alike = [each for each in taken if _shape(each) == shape]
    path.write_text(_script(alike, names, _Types(link._connection)), "utf-8")
    path.chmod(0o644)
    window.counter.close()
    scratch.chmod(0o755)
    return (
        path,
        f"{recorder.trips} round trips, {len(shape)} statements; of {len(alike)} newcomers by pgbench",
    )


def _shape(sent: Statements) -> tuple[bytes, ...]:
    """Give the statements alone: names of as many characters and readings are stored by the same."""
    return tuple(text for text, _ in sent)


class _Types:
    """Tells what types a server takes a statement's values for."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection
        self._known: dict[bytes, list[str]] = {}

    def of(self, text: bytes) -> list[str]:
        if text not in self._known:
            name = f"types_{len(self._known)}"
            self._connection.execute(b"PREPARE %s AS %s" % (name.encode(), text))
            asked = "SELECT parameter_types::text[] FROM pg_prepared_statements WHERE name = %s"
            [self._known[text]] = self._connection.execute(asked, [name]).fetchone() or [[]]
        return self._known[text]


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


def _script(taken: Sequence[Statements], names: dict[bytes, list[str]], types: _Types) -> str:
    """Write registrations that sent the same statements, so that pgbench sends one's values or another's each time.

    Keys, and what only one row may have, are new in every transaction.
    """
    begin = [
        "\\set n :n + 1",
        f"\\set counter {FIRST_CLIENT} + :client_id",
        f"\\set place ({SEED} * {A_SEED} + :counter) * {MOST_TRANSACTIONS} + :n",
        f"\\set who random(1, {len(taken)})",
    ]
    fresh: dict[str, str] = {}
    lines = []
    for place, (text, values) in enumerate(taken[0]):
        others = list(zip(*(one[place][1] for one in taken), strict=True))
        for value, theirs in zip(values, others, strict=True):
            if value is not None and value not in fresh and len({*theirs}) > 1:
                _make_fresh(value, fresh, begin)
        kinds = types.of(text) if values else ()
        written = [
            _written(name, theirs, fresh, kind)
            for name, theirs, kind in zip(_names(text, names), others, kinds, strict=False)
        ]
        words = re.sub(r"\$(\d+)", partial(_value, written), text.decode())
        if words.startswith("SELECT journal_entry.sequence"):
            lines += [f"{words} \\gset", "\\set sequence :sequence + 1"]
        else:
            lines.append(f"{words};")
    return "\n".join([*begin, *lines, ""])


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


def _written(name: str, values: Sequence[str | None], fresh: dict[str, str], kind: str) -> str:
    """Give one place of a statement, where those that were taken down had these values."""
    if name in ("counter", "counter_number"):
        return ":counter"
    if name == "sequence":
        return ":sequence"
    if name in ("previous_hash", "hash"):
        return ":hash"
    if values[0] is not None and values[0] in fresh:
        return fresh[values[0]]
    if len({*values}) == 1:
        return _literal(values[0])
    return f"CAST((ARRAY[{', '.join(map(_literal, values))}])[:who] AS {kind})"


def _literal(value: str | None) -> str:
    if value is None:
        return "NULL"
    words = value.replace("\\", "\\\\").replace("'", "''").replace(":", "\\x3a")
    return f"E'{words}'"
