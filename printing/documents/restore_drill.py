"""What the record of a restore drill says: which backup was read back, and what was found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from printing.documents.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillLine:
    """One kind of data: how much was written down when the backup was made, was found in it, is here now."""

    what: str
    written: int
    found: int
    now: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreDrill(Document):
    """备份恢复检验记录: a backup restored into a scratch database, counted, its trail walked.

    Times are as the station's clock showed them, `seconds` is how long it took. `remarks` are no faults: what is to
    be done after restoring it for real.
    """

    KIND: ClassVar[str] = "restore_drill"
    CODE: ClassVar[str] = "28"
    TITLE: ClassVar[str] = "备份恢复检验记录"

    backup: str
    made_at: str
    size: str
    tried_at: str
    seconds: int
    entries: int
    chains: int
    passed: bool
    lines: tuple[DrillLine, ...]
    faults: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
