"""Every table of the program, by subject; importing this package completes the metadata."""

from desktop.models.tables.away import (
    CopiedPerson,
    OpConflict,
    OpInbox,
    OpPaper,
    OutboxOperation,
    OutboxTold,
    StoreNote,
)
from desktop.models.tables.calendar import CalendarDay
from desktop.models.tables.cases import Attachment, CaseFile, CaseStep
from desktop.models.tables.desk import CounterSequence, DayClose, Draft, Setting, Staff, Station
from desktop.models.tables.journal import JournalEntry
from desktop.models.tables.papers import Paper, PaperCopy, PrintJob
from desktop.models.tables.passwords import OldPassword, WrongPassword
from desktop.models.tables.people import (
    AccompanyingMinor,
    NameBigram,
    NameReading,
    Person,
    Registration,
)
from desktop.models.tables.permits import Blank, BlankStep, Permit, PermitStep
from desktop.models.tables.purges import PurgeOrder, PurgePart
from desktop.models.tables.rights import WithheldRight
from desktop.models.tables.schema import Schema
from desktop.models.tables.seals import SealKey
from desktop.models.tables.second_factors import SecondFactor
from desktop.models.tables.station_backups import StationBackup, StationKey
from desktop.models.tables.trail import TrailArchive, TrailDay, TrailHead, TrailSlice, TrailStretch

__all__ = [
    "AccompanyingMinor",
    "Attachment",
    "Blank",
    "BlankStep",
    "CalendarDay",
    "CaseFile",
    "CaseStep",
    "CopiedPerson",
    "CounterSequence",
    "DayClose",
    "Draft",
    "JournalEntry",
    "NameBigram",
    "NameReading",
    "OldPassword",
    "OpConflict",
    "OpInbox",
    "OpPaper",
    "OutboxOperation",
    "OutboxTold",
    "Paper",
    "PaperCopy",
    "Permit",
    "PermitStep",
    "Person",
    "PrintJob",
    "PurgeOrder",
    "PurgePart",
    "Registration",
    "Schema",
    "SealKey",
    "SecondFactor",
    "Setting",
    "Staff",
    "Station",
    "StationBackup",
    "StationKey",
    "StoreNote",
    "TrailArchive",
    "TrailDay",
    "TrailHead",
    "TrailSlice",
    "TrailStretch",
    "WithheldRight",
    "WrongPassword",
]
