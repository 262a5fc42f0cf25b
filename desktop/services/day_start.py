"""The start of a day: the rule suspends what is overdue, once a station and day; each clerk is told once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.errors import sentence
from desktop.domain.rights import Right
from desktop.services import setting_records
from desktop.services.in_turn import in_turn
from desktop.services.journal import Happening
from desktop.services.rights import needs, open_to

if TYPE_CHECKING:
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.permits import Permits
    from desktop.services.rows import Actor

BEGUN = "day_begun"
"""The setting that holds the last day on which the station's day was begun."""
SEEN = "day_seen.{staff}"
"""The setting that holds the last day on which somebody was shown the start of the day."""


class DayStart:
    """Begins the day; safe at two counters at once and when the program ends in the middle of it."""

    def __init__(self, office: Office, journal: Journal, permits: Permits) -> None:
        self._office = office
        self._journal = journal
        self._permits = permits

    @open_to("a date")
    def today(self) -> date:
        """Return the local date."""
        return self._office.today()

    @open_to("says of a day that it was begun, and of nobody anything")
    def wanted(self, on: date) -> bool:
        """Tell whether nobody at the station has begun this day to its end."""
        with self._office.database.faults():
            return setting_records.value_of(self._office.database.link, BEGUN) < on.isoformat()

    @needs(Right.WORK_DAY)
    def suspend_some(
        self, actor: Actor, on: date, after: tuple[date, int] = (date.min, 0)
    ) -> tuple[int, tuple[date, int] | None]:
        """Suspend some of the permits whose endorsement is overdue; see `Permits.suspend_some`."""
        return self._permits.suspend_some(actor, on, after)

    @needs(Right.WORK_DAY)
    def finish(self, actor: Actor, on: date, suspended: int) -> bool:
        """Write down that the day is begun; False when another counter did so before."""

        def job(link: Link) -> bool:
            seen = setting_records.value_of(link, BEGUN)
            if seen >= on.isoformat():
                return False
            setting_records.put(link, BEGUN, seen, on.isoformat())
            told = sentence("log", "{on}，中止使用功能{count}张").fill(on=on.isoformat(), count=suspended)
            self._journal.write(
                link, Happening(actor, "begin_day", self._office.clock.now(), detail=str(told))
            )
            return True

        return in_turn(self._office, job)

    @needs(Right.WORK_DAY)
    def begin(self, actor: Actor) -> int:
        """Begin today at one go, and return how many permits were suspended; none when it was begun before."""
        on = self.today()
        if not self.wanted(on):
            return 0
        suspended = self._permits.suspend_overdue(actor, on)
        self.finish(actor, on, suspended)
        return suspended

    @needs(Right.WORK_DAY)
    def first_today(self, actor: Actor) -> bool:
        """Tell whether somebody has not been shown the start of today, and remember that now they are."""
        key, on = SEEN.format(staff=actor.staff_id), self.today()

        def job(link: Link) -> bool:
            seen = setting_records.value_of(link, key)
            if seen >= on.isoformat():
                return False
            setting_records.put(link, key, seen, on.isoformat())
            return True

        return in_turn(self._office, job)
