"""What every service stands on: the database, the clock, the keys, the trail, the law, the divisions."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select

from desktop.domain.times import local_date
from desktop.domain.working_days import Calendar, DayKind
from desktop.models.database import Database
from desktop.models.keys import KeyMaker, beyond
from desktop.models.prepared import Prepared
from desktop.models.tables import CalendarDay, JournalEntry, Station
from desktop.policies import load_calendar
from desktop.services.given import CURRENT
from desktop.services.rows import StationRow

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.policies import PolicyBook
    from desktop.services.divisions import Divisions
    from desktop.services.line import Line
    from desktop.services.ports import Clock, Folders, KeyBox
    from desktop.services.rights import Guard
    from printing.fonts import Fonts
    from printing.layouts import Layout
    from printing.seal.algorithms import Signer

_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_LAST_TOLD = Prepared(
    select(JournalEntry.at)
    .where(JournalEntry.counter_number == bindparam("counter"))
    .order_by(JournalEntry.sequence.desc())
    .limit(1)
)
_NEWEST_KEY = Prepared(
    select(func.max(JournalEntry.id).label("id")).where(JournalEntry.id < bindparam("most"))
)
_STATION = Prepared(
    select(
        Station.division,
        Station.station_code,
        Station.name,
        Station.address,
        Station.phone,
        Station.practice,
    ).where(Station.id == 1)
)
_OWN_DAYS = Prepared(
    select(CalendarDay.day, CalendarDay.kind).where(
        CalendarDay.current_day.is_not(None), CalendarDay.kind != ""
    )
)


@dataclass
class Office:
    """Shared by the services of one program; holds no state of a screen.

    `signers` are the sealing keys opened so far, by the text that is stored of them. `rights` is there once
    there is a trail to write refusals into. `line` is the line to the station's server, where there is one;
    `own_counter` is the number that this window was given with it, `keys_above` the highest key that it may
    have given there.
    """

    database: Database
    clock: Clock
    folders: Folders
    policies: PolicyBook
    divisions: Divisions
    key_box: KeyBox
    calendar: Calendar = field(default_factory=load_calendar)
    own_days: dict[date, DayKind] = field(default_factory=dict)
    signers: dict[str, Signer] = field(default_factory=dict)
    rights: Guard = field(init=False)
    line: Line | None = None
    own_counter: int | None = None
    _keys: dict[int, KeyMaker] = field(default_factory=dict)
    keys_above: int = 0

    def key(self, counter_number: int, now: datetime) -> int:
        """Return a new row key of this counter; an operation done again is given the keys it had."""
        given = CURRENT.get()
        if given is not None:
            return given.key(lambda: self._new_key(counter_number, now))
        maker = self._keys.get(counter_number)
        return self._new_key(counter_number, now) if maker is None else maker.next(now)

    def _new_key(self, counter_number: int, now: datetime) -> int:
        maker = self._keys.get(counter_number)
        if maker is None:
            last = self.database.link.one(_LAST_TOLD, counter=counter_number)
            most = beyond(now if last is None else last.at, now)
            row = self.database.link.one(_NEWEST_KEY, most=most)
            floor = max(int(row.id or 0) if row else 0, self.keys_above)
            # setdefault: two threads that ask for the first key must not get two makers
            maker = self._keys.setdefault(counter_number, KeyMaker(counter_number, floor))
        return maker.next(now)

    def highest_number(self, counter_number: int, on: date) -> int:
        """Return the highest case number of a day that this window may have given at the server, 0 for none."""
        return 0 if self.line is None else self.line.numbers.highest(counter_number, on)

    def today(self) -> date:
        """Return the local date."""
        return local_date(self.clock.now())

    def station(self) -> StationRow | None:
        """Return the station of this database, or None before it is set up."""
        with self.database.faults():
            row = self.database.link.one(_STATION)
        return None if row is None else StationRow(*row)

    def refresh_calendar(self) -> Calendar:
        """Take up the station's own days as any counter has set them by now; cheap when nothing changed."""
        with self.database.faults():
            own = {row.day: DayKind(row.kind) for row in self.database.link.all(_OWN_DAYS)}
        if own != self.own_days:
            self.own_days, self.calendar = own, load_calendar(own)
        return self.calendar

    def fonts(self) -> Fonts:
        """Return the fonts of screen and paper, the station's own at the end."""
        from printing.fonts import Fonts

        return Fonts.at_station(self.folders.cache / "fonts", self.folders.data / "fonts")

    def layout(self, kind: str) -> Layout:
        """Return the station's own layout of a kind of paper; a file that is wrong counts as not there."""
        from printing.layouts import of_station

        return of_station(self.layouts, kind, self.fonts())

    @property
    def layouts(self) -> Path:
        """Where the station's own layouts are."""
        return self.folders.data / "layouts"


def canonical(value: Any) -> str:
    """Return JSON that is the same for the same value: sorted, compact, Chinese kept."""
    return _JSON.encode(value)
