"""A counter that makes permits, without a window, made to be killed: each step asked and done is a line of JSON.

    python production_session.py DATA CACHE '{"seed": 1, "run": 0, "begins": "…", "repeat": [], "out": [], "made": []}'

The card printer is part of it: `paper` is said when a card comes out, before anybody is told. `out` are the
serials that came out of the printer before the session began, as the clerk sees them lie there; `made` those
of permits that wait to be handed over. `repeat` as in session.py.
"""

from __future__ import annotations

import json
import random
import sys
import uuid
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from desktop.domain.codes import CaseState
from desktop.domain.errors import CounterError
from desktop.domain.times import local_date
from desktop.services.counter import Counter, open_counter
from desktop.services.ports import Folders
from desktop.services.rows import Actor
from tests.end2end.session import Elapsing, Step, say

A_BATCH = 40
FEW = 12  # blanks left at the counter when more are fetched


class Desk:
    """Performs steps: each a plain dictionary, so that it can be said, kept and asked again."""

    def __init__(self, counter: Counter, actor: Actor, keeper: Actor) -> None:
        self._counter, self._actor, self._keeper = counter, actor, keeper

    def perform(self, step: Step) -> Step:
        """Do a step and return what it stored."""
        duty: Callable[[Step], Step] = getattr(self, f"_{step['duty']}")
        return duty(step)

    def _receive(self, step: Step) -> Step:
        done = self._counter.blanks.receive(self._keeper, step["request"], step["first"], step["last"])
        return {"count": done.count}

    def _move(self, step: Step) -> Step:
        done = self._counter.blanks.move_to_counter(
            self._keeper, step["request"], step["first"], step["last"], self._actor.counter_number
        )
        return {"count": done.count}

    def _spoil_blank(self, step: Step) -> Step:
        done = self._counter.blanks.spoil(self._keeper, step["request"], step["serial"], "划伤")
        return {"state": done.state.value}

    def _reserve(self, step: Step) -> Step:
        done = self._counter.production.reserve(self._actor, step["request"], step["cases"])
        return {"cards": [[row.case_id, row.serial] for row in done]}

    def _printed(self, step: Step) -> Step:
        done = self._counter.production.printed(self._actor, step["request"], step["serials"])
        return {
            "cards": [[row.case_id, row.serial, row.permit_id] for row in done.produced],
            "problems": [[one.serial, str(one.why)] for one in done.problems],
        }

    def _spoiled(self, step: Step) -> Step:
        done = self._counter.production.spoiled(self._actor, step["request"], step["serial"], "打印歪斜")
        return {"case": done.case_id}

    def _released(self, step: Step) -> Step:
        done = self._counter.production.released(self._actor, step["request"], step["serial"])
        return {"case": done.case_id}

    def card(self, case: int) -> str:
        """Return the serial on the card of a case, as the printer gets it."""
        return self._counter.production.card(case).serial

    def waiting(self) -> list[tuple[int, str]]:
        """Return the cases that wait and the serials reserved for them."""
        return [(row.case_id, row.serial) for row in self._counter.production.waiting()]

    def unfinished(self) -> list[tuple[int, str]]:
        """Return what this counter has reserved and not told of."""
        rows = self._counter.production.unfinished(self._actor.counter_number)
        assert all(row.case_state is CaseState.GRANTED for row in rows), rows
        return [(row.case_id, row.serial) for row in rows]

    def left(self) -> int:
        """Return how many blanks lie at this counter."""
        return self._counter.blanks.at_counter(self._actor.counter_number)


class Session:
    """A day of making permits, with a printer that fails now and then."""

    def __init__(self, desk: Desk, seed: int, run: int, out: list[str], made: list[str]) -> None:
        self._desk, self._run, self._out, self._made = desk, run, set(out), made
        self._dice = random.Random(f"{seed} {run} production")  # noqa: S311 - for variety, not for secrecy
        self._batches = 0

    def do(self, step: Step) -> Step:
        """Say a step, do it, say what came of it."""
        step = {"request": self._key(), **step}
        say({"asked": step})
        try:
            done = self._desk.perform(step)
        except CounterError as error:
            say({"sorry": step, "why": str(error)})
            raise
        say({"done": step, "with": done})
        return done

    def work(self) -> None:
        """Tell of what the session before left, and go on and on."""
        self._settle()
        for _ in range(400):
            self._fetch()
            waiting = [case for case, _ in self._desk.waiting()]
            self._dice.shuffle(waiting)
            if waiting:
                self._batch(waiting[: self._dice.randrange(1, 9)])
            for _ in range(len(self._made) // 2 if len(waiting) < 10 else 0):
                serial = self._made.pop(self._dice.randrange(len(self._made)))
                self.do({"duty": "spoiled", "serial": serial})
        say({"done": {"duty": "all"}, "with": {}})

    def _settle(self) -> None:
        """After a power cut: what came out is told; the rest is printed, given back or written off."""
        for case, serial in self._desk.unfinished():
            if serial in self._out:
                self.do({"duty": "printed", "serials": [serial]})
            else:
                self._one(case, serial)

    def _fetch(self) -> None:
        if self._desk.left() >= FEW:
            return
        self._batches += 1
        mark = f"R{self._run:03}B{self._batches:03}-"
        self.do({"duty": "receive", "first": f"{mark}01", "last": f"{mark}{A_BATCH:02}"})
        self.do({"duty": "move", "first": f"{mark}01", "last": f"{mark}{A_BATCH:02}"})
        self.do({"duty": "spoil_blank", "serial": f"{mark}{self._dice.randrange(1, A_BATCH):02}"})

    def _batch(self, cases: list[int]) -> None:
        cards = self.do({"duty": "reserve", "cases": cases})["cards"]
        ends = self._dice.randrange(len(cards) + 1) if self._dice.random() < 0.3 else len(cards)
        out: list[str] = []
        for place, (case, serial) in enumerate(cards):
            if place >= ends:  # the printer is out of cards
                if self._dice.random() < 0.5:
                    self.do({"duty": "released", "serial": serial})
                continue
            if self._dice.random() < 0.5:
                self._one(case, serial)
            else:
                self._paper(case, serial)
                out.append(serial)
        if out:
            self.do({"duty": "printed", "serials": out})
            self._made += out

    def _one(self, case: int, serial: str) -> None:
        dice = self._dice.random()
        if dice < 0.1:
            self.do({"duty": "released", "serial": serial})
            return
        self._paper(case, serial)
        if dice < 0.25:
            self.do({"duty": "spoiled", "serial": serial})
            return
        self.do({"duty": "printed", "serials": [serial]})
        self._made.append(serial)

    def _paper(self, case: int, serial: str) -> None:
        assert self._desk.card(case) == serial
        say({"paper": serial, "case": case})

    def _key(self) -> str:
        return str(uuid.UUID(int=self._dice.getrandbits(128), version=4))


def main() -> None:
    """Open the station, sign in, ask again what had no answer, and work."""
    data, cache, orders = Path(sys.argv[1]), Path(sys.argv[2]), json.loads(sys.argv[3])
    clock = Elapsing(datetime.fromisoformat(orders["begins"]))
    counter = open_counter(Folders(data, cache), clock, practice=False)
    keeper = counter.sign_in.sign_in("boss", "test-pass-3", 3)
    actor = counter.sign_in.sign_in("one", "test-pass-1", 3)
    session = Session(
        Desk(counter, actor, keeper), orders["seed"], orders["run"], orders["out"], orders["made"]
    )
    say({"ready": local_date(clock.now()).isoformat()})
    for step in orders["repeat"]:
        session.do(step)
    session.work()


if __name__ == "__main__":
    main()
