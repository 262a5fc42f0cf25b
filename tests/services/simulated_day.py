"""A whole day of a station with three windows, of which one loses the server from ten to three."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.errors import NotPossible
from tests.servers import Databases
from tests.services.flaky_way import FlakyWay
from tests.services.outage import home_of, person_of, rows
from tests.services.simulated_business import Business
from tests.services.simulated_station import DESK, LONELY, OFFICE, People, past
from tests.services.simulated_window import TODAY, DayClock, Window, key

Turn = Callable[[], Any]


class Day:
    """The three windows, their clerks, and the hours of the day."""

    def __init__(
        self, windows: list[Window], way: FlakyWay, clock: DayClock, people: People, scale: int
    ) -> None:
        self.office, self.desk, self.lonely = (Business(window) for window in windows)
        self.windows, self.way, self.clock = windows, way, clock
        self.people, self.scale = people, scale
        [self.known_at_both] = people.some("recent", 1)
        """Somebody whose certificate both windows print again: the second sheet is a line of the review list."""
        self.printed_twice: set[tuple[str, int]] = set()
        """What the window without the server printed with a number that another had given by then."""
        self.apply_after_all: set[str] = set()
        """Numbers of the people whose business the officer applies after all; the others' is made void."""

    def run(self) -> None:
        self.morning()
        self.outage()
        self.afternoon()
        self.evening()

    # -- the hours -------------------------------------------------------------------------------------
    def morning(self) -> None:
        """Half past eight to ten: all three have the server."""
        self.clock.go(TODAY, 8, 30)
        staff = (("officer", 4, OFFICE), ("one", 1, DESK), ("two", 2, LONELY))
        for window, (name, word, number) in zip(self.windows, staff, strict=True):
            window.sign_in(name, f"test-pass-{word}", number)
        self.at_once([[lambda w=w: w.counter.day_start.begin(w.actor)] for w in self.windows])
        self.at_once(
            [
                [
                    *self.turns(self.office.newcomer, "newcomers", 4),
                    *self.turns(self.office.endorse, "holders", 2),
                    self.office.decide,
                    *self.turns(self.office.lose_and_find, "holders", 1),
                ],
                [
                    *self.turns(self.desk.newcomer, "newcomers", 4),
                    *self.turns(self.desk.family, "families", 1),
                    *self.turns(self.desk.apply, "residents", 3),
                    *self.turns(self.desk.move, "residents", 1),
                    *self.turns(self.desk.endorse, "holders", 2),
                ],
                [
                    *self.turns(self.lonely.newcomer, "newcomers", 3),
                    *self.turns(self.lonely.newcomer, "newcomers", 1, spoil=True),
                    *self.turns(self.lonely.apply, "residents", 2),
                    *self.turns(self.lonely.endorse, "holders", 1),
                    *self.turns(self.lonely.replace, "holders", 1),
                    *self.turns(self.lonely.lose_and_find, "holders", 1),
                    lambda: self.lonely.reprint(self.known_at_both),
                ],
            ]
        )

    def outage(self) -> None:
        """Ten to three: the third window has no server, and some people go to two windows."""
        window = self.windows[2]
        window.line.tend()  # the copy has everybody of the morning
        self.clock.go(TODAY, 10)
        self.way.silent = True
        here, there = self.meet()
        self.at_once(
            [
                [
                    self.office.decide,
                    lambda: self.office.produce(spoil=True),
                    *self.turns(self.office.newcomer, "newcomers", 6),
                    *self.turns(self.office.cancel, "holders", 2),
                ],
                [
                    *there,
                    *self.turns(self.desk.newcomer, "newcomers", 6),
                    *self.turns(self.desk.newcomer, "newcomers", 1, spoil=True),
                    *self.turns(self.desk.family, "families", 2),
                    *self.turns(self.desk.apply, "residents", 4),
                    *self.turns(self.desk.endorse, "holders", 2),
                    *self.turns(self.desk.leave, "holders", 2),
                    *self.turns(self.desk.replace, "holders", 1),
                ],
                [
                    *here,
                    *self.turns(self.lonely.newcomer, "newcomers", 12),
                    *self.turns(self.lonely.newcomer, "newcomers", 1, spoil=True),
                    *self.turns(self.lonely.family, "families", 2),
                    *self.turns(self.lonely.apply, "recent", 4),
                    *self.turns(self.lonely.resume, "waiting", 2),
                    *self.turns(self.lonely.move, "recent", 1),
                    self.ask_what_waits,
                    self.lock,
                ],
            ]
        )
        assert window.line.away
        assert window.line.outbox.count() > 30

    def afternoon(self) -> None:
        """From three: the server is back, what waited is sent while the clerk goes on, the officer settles."""
        window = self.windows[2]
        self.clock.go(TODAY, 15)
        self.way.silent = False
        self.at_once(
            [
                [*self.turns(self.office.newcomer, "newcomers", 1), self.office.decide],
                [
                    *self.turns(self.desk.apply, "residents", 2),
                    *self.turns(self.desk.resume, "waiting", 1),
                ],
                [*self.turns(self.lonely.newcomer, "newcomers", 3)],
            ]
        )
        window.until(lambda: not window.line.away)
        self.settle()
        self.office.decide()
        self.office.produce()
        self.at_once(
            [
                [lambda: self.office.hand_over_some(slice(0, None, 4))],
                [
                    lambda: self.desk.hand_over_some(slice(1, None, 4)),
                    *self.turns(self.desk.move, "residents", 1),
                ],
                [
                    lambda: self.lonely.hand_over_some(slice(2, None, 4)),
                    *self.turns(self.lonely.cancel, "holders", 1),
                    *self.turns(self.lonely.apply, "residents", 2),
                    *self.turns(self.lonely.leave, "holders", 1),
                ],
            ]
        )

    def evening(self) -> None:
        """Half past five: every counter's day is closed."""
        self.clock.go(TODAY, 17, 30)
        self.at_once([[lambda w=w: w.counter.day.close(w.actor, key(), TODAY, {})] for w in self.windows])

    # -- those who go to two windows -------------------------------------------------------------------
    def meet(self) -> tuple[list[Turn], list[Turn]]:
        """What the same people do at the window without the server, and at the one with it."""
        here, there = self.lonely, self.desk
        first, second = self.people.some("newcomers", 2)
        known, ended = self.people.some("residents", 2)
        both, gone = self.people.some("recent", 2)
        elsewhere = home_of(house_number="7", road="别处路")
        for serial in (first, known):
            self.apply_after_all.add(person_of(serial).id_number)
        return (
            [
                lambda: here.newcomer(first),
                lambda: here.newcomer(second, spoil=True),
                lambda: here.newcomer(known),
                lambda: here.newcomer(ended),
                lambda: here.apply(both),
                lambda: here.move(gone),
                self.print_again_here,
            ],
            [
                lambda: there.newcomer(first, home=elsewhere),
                lambda: there.newcomer(second, home=elsewhere),
                lambda: there.apply(both),
                lambda: there.leave(gone),
                lambda: there.leave(ended),
                lambda: there.reprint(self.known_at_both),
            ],
        )

    def print_again_here(self) -> None:
        """The second reprint with one number."""
        self.lonely.reprint(self.known_at_both, "群众污损")
        sheet = self.lonely.window.sheets[-1]
        self.printed_twice.add((sheet.paper, sheet.number))

    def ask_what_waits(self) -> None:
        """The clerk is told of what has to wait."""
        window, here = self.lonely.window, self.lonely
        [stranger] = self.people.some("newcomers", 1)
        done = here.newcomer(stranger)
        here.ask_what_waits(here.leave, stranger)
        here.ask_what_waits(window.counter.production.reserve, window.actor, key(), [done.case.case_id])
        here.ask_what_waits(window.counter.day.close, window.actor, key(), TODAY, {})
        with pytest.raises(NotPossible, match="不予受理要等服务器恢复"):
            here.apply(stranger)
        assert done.case.counter_number == LONELY

    def lock(self) -> None:
        """Lunch."""
        window = self.lonely.window
        window.counter.sign_in.locked(window.actor)
        window.counter.sign_in.unlock(window.actor, "test-pass-2")

    # -- the officer -----------------------------------------------------------------------------------
    def settle(self) -> None:
        """Go down the review list: apply after all, or make void; what hangs on a line goes with it."""
        conflicts, actor = self.office.counter.conflicts, self.office.window.actor
        database = self.office.counter.office.database
        while True:
            row = next((row for row in conflicts.list(actor) if row.state == "open"), None)
            if row is None:
                return
            page = conflicts.page(actor, row.conflict_id)
            assert page.cannot_void is None, page.cannot_void
            [(whose,)] = rows(database, "select subject from op_conflict where id = :it", it=row.conflict_id)
            if whose.rpartition(":")[2] in self.apply_after_all:
                assert page.cannot_apply is None, page.cannot_apply
                conflicts.apply(actor, key(), row.conflict_id, row.version)
            else:
                conflicts.void(actor, key(), row.conflict_id, row.version, "已通知本人交回凭证")

    # -- inside ----------------------------------------------------------------------------------------
    def turns(self, deed: Callable[..., Any], group: str, number: int, **how: Any) -> list[Turn]:
        return [
            lambda serial=serial: deed(serial, **how)
            for serial in self.people.some(group, number * self.scale)
        ]

    def at_once(self, turns: list[list[Turn]]) -> None:
        """Have the windows work at the same time, each its own turns."""
        with ThreadPoolExecutor(len(turns)) as threads:
            for came in [threads.submit(_work, one) for one in turns]:
                came.result()


def _work(turns: list[Turn]) -> None:
    for turn in turns:
        turn()


@contextmanager
def a_day(
    template: Any, databases: Databases, folder: Path, cache: Path, scale: int
) -> Iterator[tuple[Day, str]]:
    """Three windows on a database of their own, the past behind them, before anybody signs in."""
    name, clock, people = databases.make(template.database), DayClock(), People(scale)
    way = FlakyWay(folder / "way", databases.server.folder)
    past(template, databases, name, folder, cache, clock, people)
    windows: list[Window] = []
    try:
        for socket, number in (
            (databases.server.folder, OFFICE),
            (databases.server.folder, DESK),
            (folder / "way", LONELY),
        ):
            windows.append(Window(folder / str(number), cache, clock, socket, name))
        day = Day(windows, way, clock, people, scale)
        yield day, name
    finally:
        for window in windows:
            window.close()
        way.close()
        databases.drop(name)
