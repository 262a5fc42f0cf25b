"""The station of the simulated day before its morning: who lives there, and what happened in the years before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from desktop.services.counter import build_counter
from desktop.services.ports import Folders
from tests.servers import Databases, reach
from tests.services.simulated_business import Business, years_before
from tests.services.simulated_window import DayClock, Desk, key

OFFICE, DESK, LONELY = 2, 3, 4
"""The counters: the officer's, one that keeps the server, one that loses it."""


class People:
    """Gives each group of residents its serials."""

    def __init__(self, scale: int) -> None:
        sizes = {"newcomers": 60, "families": 6, "residents": 20, "recent": 9, "waiting": 4, "holders": 18}
        self._next: dict[str, Iterator[int]] = {}
        self.ranges: dict[str, range] = {}
        first = 1
        for name, size in sizes.items():
            self.ranges[name] = range(first, first + size * scale)
            self._next[name] = iter(self.ranges[name])
            first += size * scale

    def some(self, group: str, number: int) -> list[int]:
        """The next of a group."""
        return [next(self._next[group]) for _ in range(number)]


def past(
    template: Any, databases: Databases, name: str, folder: Path, cache: Path, clock: DayClock, people: People
) -> None:
    """Bring blanks to every counter, and let the years pass."""
    folders = Folders(folder / "past", cache)
    folders.data.mkdir(parents=True)
    counter = build_counter(reach(databases.server, name), folders, clock)
    try:
        clock.go(date(2025, 5, 9), 9)
        officer = replace(template.officer, counter_number=OFFICE)
        counter.office.rights.seat(officer)
        for place in (OFFICE, DESK, LONELY):
            ends = f"S{place:02}0001", f"S{place:02}0400"
            counter.blanks.receive(officer, key(), *ends)
            counter.blanks.move_to_counter(officer, key(), *ends, place)
        desk = Desk(counter, clock, template.other)
        desk.prints = False
        years_before(Business(desk), officer, people.ranges)
    finally:
        counter.close()
