"""A counter session without a window, made to be killed: each step asked and each one done is a line of JSON.

    python session.py DATA CACHE '{"seed": 1, "run": 0, "begins": "2026-11-20T01:00:00+00:00", "repeat": []}'

A step is said before its service is called (`asked`) and again when the call has returned (`done`, with the
ids of what was stored). It goes on until it is killed. `repeat` holds the steps that the killed session
before it had asked and never got an answer to; they are asked again first, word for word.
"""

from __future__ import annotations

import json
import os
import queue
import random
import sys
import threading
import time
import uuid
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.domain.codes import AgentReason, CopyOutcome, Ground, IdKind, MaterialState, Relation
from desktop.domain.errors import CounterError
from desktop.domain.forms import AgentForm, ApplicationForm, read_person, read_registration
from desktop.domain.id_numbers import check_digit
from desktop.domain.times import local_date
from desktop.services.counter import Counter, open_counter
from desktop.services.ports import Folders
from desktop.services.rows import Actor

Step = dict[str, Any]

POOL_A_RUN = 12
"""How many people, registered long enough for a permit, a run has for itself."""
NAMES = ("演练甲", "单雨桐", "李𬍛", "尉迟若水", "买买提·吐尔逊", "仇长河", "SAMPLE MARIA")
OLD_RESIDENT = "演练老住户"
"""The name of everybody in the pool."""
SAVINGS = 3  # drafts saved between two other steps


def number_of(born: date, serial: int) -> str:
    """Return a valid made-up ID number."""
    first17 = f"371321{born:%Y%m%d}{serial:03d}"
    return first17 + check_digit(first17)


def pool_number(place: int) -> str:
    """Return the number of the n-th person of the pool that the session finds registered."""
    return number_of(date(1961, 1, 1) + timedelta(days=place // 900), 1 + place % 900)


def newcomer_number(run: int, place: int) -> str:
    """Return the number of the n-th newcomer of a run."""
    return number_of(date(1975, 1, 1) + timedelta(days=run), 1 + place)


class Elapsing:
    """A clock that begins at a given moment and runs as fast as the real one."""

    def __init__(self, begins: datetime) -> None:
        self._begins, self._started = begins, time.monotonic()

    def now(self) -> datetime:
        """Return the present moment of the session."""
        return self._begins + timedelta(seconds=time.monotonic() - self._started)


class Desk:
    """Performs steps: each a plain dictionary, so that it can be said, kept and asked again."""

    def __init__(self, counter: Counter, actor: Actor) -> None:
        self._counter, self._actor = counter, actor

    def perform(self, step: Step) -> Step:
        """Do a step and return what it stored."""
        duty: Callable[[Step], Step] = getattr(self, f"_{step['duty']}")
        return duty(step)

    def today(self) -> date:
        """Return the session's day."""
        return self._counter.day.today()

    def _draft(self, step: Step) -> Step:
        self._counter.drafts.save(self._actor, step["draft"], "registration", "演练", step["payload"])
        return {}

    def _drop_draft(self, step: Step) -> Step:
        self._counter.drafts.discard(step["draft"])
        return {}

    def _register(self, step: Step) -> Step:
        person = read_person(
            {
                "id_number": step["number"],
                "name": step["name"],
                "ethnicity": "01",
                "hukou_division": "371321",
                "hukou_address": "演练镇1号",
                "phone": step["phone"],
            },
            self.today(),
        )
        residence = read_registration(
            {
                "division": "370102",
                "street": "370102001",
                "community": "370102001002",
                "road": step["road"],
                "house_number": "1",
                "lodging": "rented",
                "reason": "work",
                "arrived_on": step["arrived_on"],
            },
            (),
            self.today(),
        )
        assert person.value is not None, person.problems
        assert residence.value is not None, residence.problems
        done = self._counter.registrations.accept(
            self._actor, step["request"], person.value, residence.value, move_from=step["move_from"]
        )
        return {**_case(done.case), "paper": done.paper_id, "span": done.registration.registration_id}

    def _apply(self, step: Step) -> Step:
        person = self._counter.people.by_number(IdKind.RESIDENT, step["number"])
        assert person is not None, step
        agent = None
        if step["agent"]:
            number = number_of(date(1950, 5, 5), 7)
            agent = AgentForm(
                "演练代办人", IdKind.RESIDENT, number, Relation.SON, "13900000000", AgentReason.ELDERLY
            )
        ground = Ground(step["ground"])
        needs = self._counter.applications.checklist(self._actor, person.person_id, ground, agent).materials
        states = {
            need.code: MaterialState.MISSING if need.code in step["missing"] else MaterialState.PRESENT
            for need in needs
        }
        photo = None if "photo" in step["missing"] else bytes.fromhex(step["photo"]) * 1000
        done = self._counter.applications.accept(
            self._actor,
            step["request"],
            person.person_id,
            ApplicationForm(ground, states, "", agent, ""),
            photo,
            resumes=step["resumes"],
        )
        return {**_case(done.case), "paper": done.paper_id}

    def _prepare(self, step: Step) -> Step:
        copy = self._counter.papers.prepare(self._actor, step["request"], step["paper"])
        return {"copy": copy.copy_id, "sha256": copy.sha256}

    def _again(self, step: Step) -> Step:
        copy = self._counter.papers.again(self._actor, step["request"], step["paper"], "卡纸，重新打印")
        return {"copy": copy.copy_id, "sha256": copy.sha256}

    def _settle(self, step: Step) -> Step:
        outcome = CopyOutcome(step["outcome"])
        reason = "卡纸撕破" if outcome is CopyOutcome.SPOILED else ""
        copy = self._counter.papers.settle(self._actor, step["copy"], outcome, reason)
        return {"outcome": copy.outcome.value}

    def _look(self, step: Step) -> Step:
        self._counter.lookup.find(self._actor, step["text"], matter=step["matter"])
        self._counter.journal.flush()
        return {}

    def _end_day(self, step: Step) -> Step:
        on = date.fromisoformat(step["on"])
        return {"paper": self._counter.day.close(self._actor, step["request"], on, {})}

    def open_span(self, number: str) -> int:
        """Return the open registration of somebody who has one."""
        person = self._counter.people.by_number(IdKind.RESIDENT, number)
        assert person is not None, number
        span = self._counter.registrations.open_registration(person.person_id)
        assert span is not None, number
        return span.registration_id

    def unanswered(self) -> list[int]:
        """Return the copies of the day whose outcome this counter has not told yet."""
        told = self._counter.day.balance(self.today(), self._actor.counter_number).exceptions
        return [one.copy_id for one in told if one.unanswered and one.copy_id is not None]

    def checkpoint(self) -> None:
        """Move the write-ahead log into the file, as the program does at idle."""
        self._counter.office.database.link.checkpoint()


def _case(case: Any) -> Step:
    return {
        "case": case.case_id,
        "number": case.case_number,
        "person": case.person_id,
        "state": case.state.value,
    }


class Session:
    """The day at the counter: a clerk at the screen, and a worker that draws and prints."""

    def __init__(self, desk: Desk, seed: int, run: int) -> None:
        self._desk, self._run = desk, run
        self._dice = random.Random(f"{seed} {run} clerk")  # noqa: S311 - for variety, not for secrecy
        self._printer_dice = random.Random(f"{seed} {run} printer")  # noqa: S311
        self._jobs: queue.Queue[int] = queue.Queue()
        self._newcomers = 0
        self._pool = [pool_number(run * POOL_A_RUN + place) for place in range(POOL_A_RUN)]
        self._waiting: list[tuple[str, int]] = []
        self._living: list[tuple[str, int]] = []

    def do(self, step: Step) -> Step:
        """Say a step, do it, say what came of it."""
        say({"asked": step})
        try:
            done = self._desk.perform(step)
        except CounterError as error:
            say({"sorry": step, "why": str(error)})
            raise
        say({"done": step, "with": done})
        return done

    def work(self) -> None:
        """Go on and on; another thread prints meanwhile."""
        threading.Thread(target=self._print, daemon=True).start()
        for turn in range(400):
            self._fill_in(turn)
            self._turn()
            if turn % 25 == 24:
                self._desk.checkpoint()
        say({"done": {"duty": "all"}, "with": {}})

    def _turn(self) -> None:
        dice = self._dice.random()
        if dice < 0.45:
            self._newcomer()
        elif dice < 0.60 and self._living:
            number, span = self._living.pop(self._dice.randrange(len(self._living)))
            self._registered(self._register(number, move_from=span))
        elif dice < 0.68 and self._pool:
            self._registered(self._apply(self._pool.pop(), agent=self._dice.random() < 0.3))
        elif dice < 0.76 and self._pool:
            number = self._pool.pop()
            done = self._apply(number, missing=["employment_proof", "photo"])
            self._waiting.append((number, done["case"]))
            self._registered(done)
        elif dice < 0.82 and self._waiting:
            number, case = self._waiting.pop()
            self._registered(self._apply(number, resumes=case))
        elif dice < 0.87:
            self._registered(self._apply(self._newcomer(), ground="dwelling"))
        elif dice < 0.89 and self._pool:
            number = self._pool.pop()
            span = self._desk.open_span(number)
            self._registered(self._register(number, move_from=span, name=OLD_RESIDENT))
        elif dice < 0.97:
            text = self._dice.choice(("演练", "yl", newcomer_number(self._run, 0), "13900000001"))
            self.do({"duty": "look", "text": text, "matter": f"核对 {self._key()}"})
        else:
            self._end_day()

    def _fill_in(self, turn: int) -> None:
        draft = f"draft-{self._run}-{turn}"
        for saving in range(SAVINGS):
            payload = json.dumps({"name": "演" * (saving + 1), "focus": "name", "cursor": saving})
            self.do({"duty": "draft", "draft": draft, "payload": payload})
        if turn % 4:
            self.do({"duty": "drop_draft", "draft": draft})

    def _newcomer(self) -> str:
        number = newcomer_number(self._run, self._newcomers)
        self._newcomers += 1
        done = self._register(number)
        self._living.append((number, done["span"]))
        self._registered(done)
        return number

    def _registered(self, done: Step) -> None:
        if self._dice.random() < 0.4:
            self._jobs.put(done["paper"])

    def _register(self, number: str, *, move_from: int | None = None, name: str = "") -> Step:
        return self.do(
            {
                "duty": "register",
                "request": self._key(),
                "number": number,
                "name": name or NAMES[int(number[14:17]) % len(NAMES)],
                "phone": f"139{self._dice.randrange(10**8):08d}",
                "road": f"演练{self._dice.randrange(1000)}路",
                "arrived_on": self._desk.today().isoformat(),
                "move_from": move_from,
            }
        )

    def _apply(self, number: str, **changed: Any) -> Step:
        step = {
            "duty": "apply",
            "request": self._key(),
            "number": number,
            "ground": "employment",
            "missing": [],
            "photo": self._dice.randbytes(20).hex(),
            "agent": False,
            "resumes": None,
        }
        return self.do({**step, **changed})

    def _end_day(self) -> None:
        self._jobs.join()
        for copy in self._desk.unanswered():
            self.do({"duty": "settle", "copy": copy, "outcome": CopyOutcome.PRINTED.value})
        self.do({"duty": "end_day", "request": self._key(), "on": self._desk.today().isoformat()})

    def _key(self) -> str:
        return str(uuid.UUID(int=self._dice.getrandbits(128), version=4))

    def _print(self) -> None:
        dice = self._printer_dice
        while True:
            paper = self._jobs.get()
            request = str(uuid.UUID(int=dice.getrandbits(128), version=4))
            made = self.do({"duty": "prepare", "request": request, "paper": paper})
            if dice.random() < 0.3:
                self.do({"duty": "settle", "copy": made["copy"], "outcome": CopyOutcome.SPOILED.value})
                request = str(uuid.UUID(int=dice.getrandbits(128), version=4))
                made = self.do({"duty": "again", "request": request, "paper": paper})
            if dice.random() < 0.9:
                self.do({"duty": "settle", "copy": made["copy"], "outcome": CopyOutcome.PRINTED.value})
            self._jobs.task_done()


def say(line: Step) -> None:
    """Write one line in one go, so that a kill leaves no half of it."""
    os.write(1, json.dumps(line, ensure_ascii=False).encode() + b"\n")


def main() -> None:
    """Open the station, sign in, ask again what had no answer, and work."""
    data, cache, orders = Path(sys.argv[1]), Path(sys.argv[2]), json.loads(sys.argv[3])
    clock = Elapsing(datetime.fromisoformat(orders["begins"]))
    counter = open_counter(Folders(data, cache), clock, practice=False)
    actor = counter.sign_in.sign_in("one", "test-pass-1", 3)
    session = Session(Desk(counter, actor), orders["seed"], orders["run"])
    say({"ready": local_date(clock.now()).isoformat()})
    for step in orders["repeat"]:
        session.do(step)
    session.work()


if __name__ == "__main__":
    main()
