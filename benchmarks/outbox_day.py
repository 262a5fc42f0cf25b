"""A window's day without the server, as it comes: looks, newcomers, applications, moves, and their papers printed."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from desktop.domain.codes import CopyOutcome
from desktop.services.journal import Happening

if TYPE_CHECKING:
    from desktop.services.counter import Counter
    from desktop.services.rows import Actor, RegistrationDone

LOOKS = 18
"""To a registration: a window looks somebody up every ten seconds and registers somebody every three minutes."""
AN_APPLICATION, A_MOVE = 3, 5
"""So many newcomers to an application by somebody known, and to a move."""
_KNOWN, _A_DAY = 500_000, 200
_LONG_AGO, _LATELY = timedelta(days=200), timedelta(days=1)
_PRINTER = "HP-LaserJet"


class Setting(Protocol):
    """A clock that can be set."""

    moment: datetime


@dataclass
class Day:
    """What a clerk does at a window; each sheet printed is drawn once and kept, as bytes of the same length."""

    window: Counter
    actor: Actor
    clock: Setting
    begin: datetime
    _known: list[RegistrationDone] = field(default_factory=list)
    _served: list[tuple[int, RegistrationDone]] = field(default_factory=list)
    _sheet: bytes = b""

    def know(self, count: int) -> None:
        """Have people who came half a year ago and were served here lately; with the server there."""
        from tests.services.outage import home_of, person_of

        self.clock.moment, accept = self.begin - _LONG_AGO, self.window.registrations.accept
        for serial in range(count):
            self.clock.moment = max(
                self.clock.moment, self.begin - _LONG_AGO + timedelta(days=serial // _A_DAY)
            )
            home = home_of(arrived_on="2026-05-01")
            self._known.append(accept(self.actor, str(uuid.uuid4()), person_of(_KNOWN + serial), home))
        self.clock.moment = self.begin - _LATELY
        home = home_of(road="旧路", arrived_on="2026-11-18")
        for serial, one in enumerate(self._known):
            here = one.registration.registration_id
            accept(self.actor, str(uuid.uuid4()), person_of(_KNOWN + serial), home, move_from=here)
        self.clock.moment = self.begin
        line = self.window.office.line
        assert line is not None
        line.tend()

    def look(self, count: int) -> None:
        """Look somebody up, so many times."""
        for number in range(count):
            at = self.window.office.clock.now()
            detail = f"按姓名“演练”查到{number}人"
            self.window.journal.note(Happening(self.actor, "look_up", at, matter="登记", detail=detail))
            self.window.journal.flush()

    def serve(self, serial: int) -> None:
        """Serve a newcomer and, every now and then, somebody known."""
        from tests.services.outage import apply, home_of, person_of

        self.clock.moment = max(self.clock.moment, self.begin + timedelta(days=serial // _A_DAY))
        self.look(LOOKS)
        accept = self.window.registrations.accept
        done = accept(self.actor, str(uuid.uuid4()), person_of(serial), home_of())
        self._served.append((serial, done))
        self._print(done.case.case_id)
        if serial % AN_APPLICATION == 0:
            asked = apply(self.window, self.actor, self._known.pop().case.person_id)
            self._print(asked.case.case_id)
        if serial % A_MOVE == 0:
            who, before = self._served.pop(0)
            home = home_of(house_number=str(serial), road="新路", arrived_on="2026-11-20")
            here = before.registration.registration_id
            moved = accept(self.actor, str(uuid.uuid4()), person_of(who), home, move_from=here)
            self._print(moved.case.case_id)

    # -- inside ------------------------------------------------------------------------------------
    def _print(self, case_id: int) -> None:
        papers, actor = self.window.papers, self.actor
        paper = papers.of_case(case_id)[0].paper_id
        copy = papers.copies.next(actor, str(uuid.uuid4()), paper, reprint=False).copy_id
        self._sheet = self._sheet or papers.draw(paper)
        papers.copies.drawn(actor, copy, self._sheet, 1)
        papers.copies.sent(actor, copy, _PRINTER)
        papers.jobs.sent(actor, copy, f"{_PRINTER}-{copy}", _PRINTER)
        papers.copies.settled(actor, copy, CopyOutcome.PRINTED, "")
