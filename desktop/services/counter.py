"""Everything a counter's screens may ask for, built once on the database's worker."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.devices.token.key_file import KeyFiles
from desktop.domain.errors import EnvironmentTrouble
from desktop.models.divisions import DivisionIndex, build
from desktop.models.file_database import FileDatabase
from desktop.models.key_box import FileKeyBox, RootKeyBox
from desktop.models.key_files import envelope_file
from desktop.models.opening import open_file
from desktop.policies import PolicyBook
from desktop.services.applications import Applications
from desktop.services.backups import Backups
from desktop.services.blanks import Blanks
from desktop.services.calendars import Calendars
from desktop.services.call_lists import CallLists
from desktop.services.cancellations import Cancellations
from desktop.services.card_prints import CardPrints
from desktop.services.clock_watch import ClockWatch
from desktop.services.conflicts import Conflicts
from desktop.services.connections import Connections
from desktop.services.corrections import Corrections
from desktop.services.day import Day
from desktop.services.day_log import DayLog
from desktop.services.day_start import DayStart
from desktop.services.decisions import Decisions
from desktop.services.departures import Departures
from desktop.services.divisions import Divisions
from desktop.services.drafts import Drafts
from desktop.services.endorsements import Endorsements
from desktop.services.handing_over import HandingOver
from desktop.services.hukou import HukouAssessments
from desktop.services.journal import Journal
from desktop.services.keys import Keys
from desktop.services.lookup import Lookup
from desktop.services.move_to_station import MoveToStation
from desktop.services.moved import Moved
from desktop.services.office import Office
from desktop.services.own_data import OwnData
from desktop.services.own_password import OwnPassword
from desktop.services.papers import Papers
from desktop.services.people import People
from desktop.services.permit_changes import PermitChanges
from desktop.services.permits import Permits
from desktop.services.print_settings import PrintSettings
from desktop.services.production import Production
from desktop.services.registrations import Registrations
from desktop.services.replacements import Replacements
from desktop.services.retention import Retention
from desktop.services.rights import Guard
from desktop.services.roles import Roles
from desktop.services.rules import Rules
from desktop.services.seals import Seals
from desktop.services.second_factors import SecondFactors
from desktop.services.set_up import SetUp
from desktop.services.sheets import Sheets
from desktop.services.sign_in import SignIn
from desktop.services.staff import StaffAccounts
from desktop.services.station_settings import StationSettings
from desktop.services.stock_papers import StockPapers
from desktop.services.trail_checks import TrailChecks
from desktop.services.trail_files import TrailFiles
from desktop.services.trail_keeping import TrailKeeping
from desktop.services.trail_pages import TrailPages
from desktop.services.verification import Verification
from desktop.services.whole_numbers import WholeNumbers
from desktop.services.withdrawals import Withdrawals
from desktop.services.work_lists import WorkLists

if TYPE_CHECKING:
    from desktop.models.database import Database
    from desktop.models.unlock import Unlock
    from desktop.services.ports import Clock, Folders

log = logging.getLogger(__name__)

STATION_FILE, PRACTICE_FILE = "station.db", "practice.db"


@dataclass(frozen=True)
class Counter:
    """The services of one program, on one database."""

    office: Office
    journal: Journal
    sign_in: SignIn
    own_password: OwnPassword
    second_factors: SecondFactors
    staff: StaffAccounts
    roles: Roles
    set_up: SetUp
    lookup: Lookup
    people: People
    registrations: Registrations
    applications: Applications
    permits: Permits
    endorsements: Endorsements
    permit_changes: PermitChanges
    replacements: Replacements
    cancellations: Cancellations
    departures: Departures
    corrections: Corrections
    conflicts: Conflicts
    decisions: Decisions
    withdrawals: Withdrawals
    handing_over: HandingOver
    call_lists: CallLists
    sheets: Sheets
    hukou: HukouAssessments
    papers: Papers
    day: Day
    day_start: DayStart
    work_lists: WorkLists
    day_log: DayLog
    calendars: Calendars
    blanks: Blanks
    production: Production
    card_prints: CardPrints
    print_settings: PrintSettings
    stock_papers: StockPapers
    station_settings: StationSettings
    connections: Connections
    move_to_station: MoveToStation
    drafts: Drafts
    divisions: Divisions
    rules: Rules
    seals: Seals
    verification: Verification
    trail: TrailChecks
    trail_pages: TrailPages
    trail_files: TrailFiles
    trail_keeping: TrailKeeping
    clock_watch: ClockWatch
    retention: Retention
    backups: Backups
    keys: Keys
    moved: Moved
    own_data: OwnData
    whole_numbers: WholeNumbers

    def close(self) -> None:
        """Store what waits and close the database; looks that it takes no more, of a full disk say, are counted in the log."""
        try:
            self.journal.flush()
        except EnvironmentTrouble as error:
            log.error("%d looks are not in the trail: %s", self.journal.waiting, error)
        finally:
            self.office.database.close()


def build_counter(database: Database, folders: Folders, clock: Clock) -> Counter:
    """Build every service on an open database."""
    divisions = Divisions(DivisionIndex(build(folders.cache)))
    office = Office(
        database=database,
        clock=clock,
        folders=folders,
        policies=PolicyBook.load(packs if (packs := folders.data / "policies").is_dir() else None),
        divisions=divisions,
        key_box=_key_box(database, folders),
    )
    office.refresh_calendar()
    journal = Journal(office)
    office.rights = Guard(office, journal)
    permits, tokens = Permits(office, journal), KeyFiles()
    return Counter(
        office=office,
        journal=journal,
        sign_in=SignIn(office, journal, tokens),
        own_password=OwnPassword(office, journal),
        second_factors=SecondFactors(office, journal, tokens),
        staff=StaffAccounts(office, journal),
        roles=Roles(office, journal),
        set_up=SetUp(office, journal),
        lookup=Lookup(office, journal),
        people=People(office, journal),
        registrations=Registrations(office, journal),
        applications=Applications(office, journal),
        permits=permits,
        endorsements=Endorsements(office, journal),
        permit_changes=PermitChanges(office, journal),
        replacements=Replacements(office, journal),
        cancellations=Cancellations(office, journal),
        departures=Departures(office, journal),
        corrections=Corrections(office, journal),
        conflicts=Conflicts(office, journal),
        decisions=Decisions(office, journal),
        withdrawals=Withdrawals(office, journal),
        handing_over=HandingOver(office, journal),
        call_lists=CallLists(office, journal),
        sheets=Sheets(office, journal),
        hukou=HukouAssessments(office, journal),
        papers=Papers(office, journal),
        day=Day(office, journal),
        day_start=DayStart(office, journal, permits),
        work_lists=WorkLists(office),
        day_log=DayLog(office, journal),
        calendars=Calendars(office, journal),
        blanks=Blanks(office, journal),
        production=Production(office, journal),
        card_prints=CardPrints(office, journal),
        print_settings=PrintSettings(office, journal),
        stock_papers=StockPapers(office, journal),
        station_settings=StationSettings(office, journal),
        connections=Connections(office, journal),
        move_to_station=MoveToStation(office, journal),
        drafts=Drafts(office),
        divisions=divisions,
        rules=Rules(office),
        seals=Seals(office, journal),
        verification=Verification(office, journal),
        trail=TrailChecks(office, journal),
        trail_pages=TrailPages(office, journal),
        trail_files=TrailFiles(office, journal),
        trail_keeping=TrailKeeping(office, journal),
        clock_watch=ClockWatch(office, journal),
        retention=Retention(office, journal),
        backups=Backups(office, journal),
        keys=Keys(office, journal, tokens),
        moved=Moved(office, journal),
        own_data=OwnData(office, journal),
        whole_numbers=WholeNumbers(office, journal),
    )


def has_station_file(folders: Folders) -> bool:
    """Whether there is, or was, a station's own database here: one that is gone must be told, not passed over."""
    path = folders.data / STATION_FILE
    return path.exists() or envelope_file(path).exists()


def _key_box(database: Database, folders: Folders) -> RootKeyBox:
    """Return the box of the database's own keys; of one of this machine for a server's database."""
    if isinstance(database, FileDatabase):
        return RootKeyBox(lambda: database.ring.box)
    return FileKeyBox(folders.data / "seals.key", create=True)


def open_counter(folders: Folders, clock: Clock, *, practice: bool, by: Unlock | None = None) -> Counter:
    """Open the station's database, or the practice station's, which is filled when it is new.

    Raises EnvironmentTrouble with a sentence when the folder or the file cannot be used, KeysLocked where the
    keys open to something typed only: `by`.
    """
    database = open_file(folders.data / (PRACTICE_FILE if practice else STATION_FILE), clock.now(), by)
    counter = build_counter(database, folders, clock)
    if practice:
        from desktop.services.practice import fill

        fill(counter)
    return counter
