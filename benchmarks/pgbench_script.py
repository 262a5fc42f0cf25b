"""The script that pgbench runs: what a window sent, with keys and numbers that are new each time."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import repeat
from typing import TYPE_CHECKING, Any

from benchmarks.registering_window import A_SEED
from desktop.models.server_wire import Asked, Wired

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.registering_window import Desk

SEED = 150
"""Of the newcomers whose registrations are taken down."""
FIRST_CLIENT, MOST_TRANSACTIONS = 61, 10_000_000
"""The counter that the first of pgbench's clients stands for; how far `n` may be counted, for ever, on a database."""
_SCRIPTS = 4
_KEYS = 230_000_000_000  # milliseconds since 2020, later than everybody else's
Statements = list[tuple[bytes, list[str | None]]]


def scripts(window: Desk, clients: int, scratch: Path) -> tuple[list[Path], str]:
    """Take down what some registrations of a window send, and give a script for each; the window is closed."""
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
    for _ in range(_SCRIPTS + 1):
        link._wire = recorder = _Recorder(real)
        window.register()
        taken.append(recorder.sent)
        trips = recorder.trips
    link._wire = real
    window.counter.close()
    names = {each.text: each.names for each in gc.get_objects() if isinstance(each, Wired)}
    paths = []
    for place in range(_SCRIPTS):
        path = scratch / f"registration-{place}.sql"
        path.write_text(_script(taken[place], taken[place + 1], names), "utf-8")
        path.chmod(0o644)
        paths.append(path)
    scratch.chmod(0o755)
    return paths, f"{trips} round trips, {len(taken[0])} statements"


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


def _script(sent: Statements, other: Statements, names: dict[bytes, list[str]]) -> str:
    """Write what one registration sent for pgbench; what another did not send is new in every transaction."""
    also = {value for _, values in other for value in values}
    fresh = {value: "" for _, values in sent for value in values if value is not None and value not in also}
    begin = [
        "\\set n :n + 1",
        f"\\set counter {FIRST_CLIENT} + :client_id",
        f"\\set place ({SEED} * {A_SEED} + :counter) * {MOST_TRANSACTIONS} + :n",
    ]
    for value in fresh:
        if value.isdigit() and 17 < len(value) < 20 and int(value) >> 57:
            fresh[value] = f":k{len(begin)}"
            begin.append(f"\\set k{len(begin)} (({_KEYS} + :n) << 21) | (:counter << 14) | {len(begin)}")
        elif _only_once(value):
            fresh[value] = f":u{len(begin)}"
            begin.append(f"\\set u{len(begin)} :place * 100 + {len(begin)}")
    lines = []
    for text, values in sent:
        written = [
            _written(name, value, fresh) for name, value in zip(_names(text, names), values, strict=False)
        ]
        words = re.sub(r"\$(\d+)", partial(_value, written), text.decode())
        if words.startswith("SELECT journal_entry.sequence"):
            lines += [f"{words} \\gset", "\\set sequence :sequence + 1"]
        else:
            lines.append(f"{words};")
    return "\n".join([*begin, *lines, ""])


def _value(written: list[str], found: re.Match[str]) -> str:
    return written[int(found[1]) - 1]


def _names(text: bytes, names: dict[bytes, list[str]]) -> Iterable[str]:
    """Give what the values of a statement are called; those of many rows at once do not matter here."""
    return names.get(text) or repeat("")


def _only_once(value: str) -> bool:
    """Whether no two rows may have it: a number, a request's name."""
    return len(value) <= 40 and sum(map(str.isdigit, value)) >= 12 and not value.startswith("20")


def _written(name: str, value: str | None, fresh: dict[str, str]) -> str:
    if name in ("counter", "counter_number"):
        return ":counter"
    if name == "sequence":
        return ":sequence"
    if name in ("previous_hash", "hash"):
        return ":hash"
    if value is None:
        return "NULL"
    if fresh.get(value):
        return fresh[value]
    words = value.replace("\\", "\\\\").replace("'", "''").replace(":", "\\x3a")
    return f"E'{words}'"
