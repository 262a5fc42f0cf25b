"""What a permit's life is walked with: a clock that is moved from day to day, dates with their articles, lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.domain.codes import CaseKind, IdKind
from desktop.services.counter import Counter
from desktop.services.permit_rows import PermitRow
from desktop.services.ports import Folders
from desktop.services.practice import id_number
from desktop.services.practice_people import NEWCOMERS
from desktop.services.rows import CaseRow
from tests.end2end.life_dates import Dated
from tests.end2end.tour_applying import Applying
from tests.end2end.tour_gates import Gates
from tests.end2end.tour_papers import Papers

NAME, NUMBER = NEWCOMERS[0][0], id_number(NEWCOMERS[0][1])
CLERK = ("wangfang", "yanlian-01", "2")
OFFICER = ("chengang", "yanlian-03", "1")


@dataclass
class Days:
    """A clock that is moved from day to day; within one it goes on by a millisecond a reading."""

    moment: datetime

    def now(self) -> datetime:
        self.moment += timedelta(milliseconds=1)
        return self.moment

    def go(self, day: date) -> None:
        """Half past nine in the morning of a day."""
        self.moment = datetime(day.year, day.month, day.day, 1, 30, tzinfo=UTC)


class LifeStage(Gates, Applying, Papers):
    """The practice station over the years, and one newcomer in it."""

    def __init__(self, app: QApplication, folders: Folders, out: Path) -> None:
        self.days = Days(datetime(2023, 3, 24, 1, 30, tzinfo=UTC))
        super().__init__(app, folders, self.days, out, gallery=False)
        self.dates: list[dict[str, str]] = []

    def day(self, day: date, who: tuple[str, str, str], *, first: bool = False) -> None:
        """The next morning that matters: whoever is there goes, the clock moves, somebody signs in."""
        if not first:
            self.sign_out()
        self.days.go(day)
        if not first:
            self.time_passes()
        self.sign_in(*who, first=first)
        if not first:
            self.day_begins()
        assert self.read(lambda counter: counter.day.today()) == day

    def dated(self, what: str, found: date | None, wanted: Dated) -> None:
        """Check a date against the one that was reckoned by hand, and write both down with the article."""
        self.dates.append(
            {
                "today": self.days.moment.date().isoformat(),
                "what": what,
                "day": wanted.day.isoformat(),
                "basis": wanted.basis,
                "why": wanted.why,
            }
        )
        assert found == wanted.day, f"{what}: {found}, not {wanted.day} ({wanted.basis}: {wanted.why})"

    def on_screen(self, wanted: Dated) -> date:
        """Wait until the screen says a day."""
        self.told(wanted.day.isoformat())
        return wanted.day

    def told(self, *words: str) -> None:
        """Wait until the screen says something."""
        for each in words:
            self.hand.until(lambda each=each: each in self.words_on_screen(), f"the screen says {each}")  # type: ignore[misc]

    def person(self) -> int:
        """The newcomer."""

        def ask(counter: Counter) -> int:
            found = counter.people.by_number(IdKind.RESIDENT, NUMBER)
            assert found is not None
            return found.person_id

        return self.read(ask)

    def permits(self) -> tuple[PermitRow, ...]:
        """The newcomer's permits, newest first."""
        person = self.person()

        def ask(counter: Counter) -> tuple[PermitRow, ...]:
            from desktop.services import permit_records

            with counter.office.database.faults():
                return permit_records.of_person(counter.office.database.link, person)

        return self.read(ask)

    def case(self, kind: CaseKind) -> CaseRow:
        """The newcomer's newest case of a kind."""
        person = self.person()

        def ask(counter: Counter) -> CaseRow:
            from desktop.services import case_records

            with counter.office.database.faults():
                cases = case_records.of_person(counter.office.database.link, person)
            return next(one for one in cases if one.kind is kind)

        return self.read(ask)
