"""The old trail is put away: into a file that anybody can check, its chains cut at signed heads, then removed.

First the file is written and checked from the disk, then the cuts are stored, and only then are entries taken
away, a few at a time: whenever it is broken off, every entry is here or in a file that was found whole.
"""

from __future__ import annotations

import contextlib
import os
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, func, select

from desktop.domain.errors import EnvironmentTrouble, NotPossible, sentence
from desktop.domain.retention import DataKind, cutoff
from desktop.domain.rights import Right
from desktop.domain.trail import FIRST_HASH, Head, moment
from desktop.domain.trail_file import SignedHead, Span
from desktop.models.prepared import Prepared
from desktop.models.tables import JournalEntry, Setting
from desktop.policies.retention import retentions
from desktop.services import seal_keys, trail_archives, trail_export, trail_heads
from desktop.services.journal import Happening
from desktop.services.rights import needs
from desktop.services.trail_checks import CheckStopped
from desktop.services.trail_pouring import pour

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

AT_ONCE = 2_000
"""Entries taken away in one transaction, so that nobody waits for it."""

_MONTHS = Prepared(select(Setting.value).where(Setting.name == f"retention.{DataKind.TRAIL.value}"))
_FIRST_KEPT = Prepared(
    select(func.min(JournalEntry.sequence).label("sequence")).where(
        JournalEntry.counter_number == bindparam("counter"), JournalEntry.on_date > bindparam("last_day")
    )
)
_FIRST = Prepared(
    select(
        func.min(JournalEntry.sequence).label("sequence"), func.min(JournalEntry.on_date).label("day")
    ).where(JournalEntry.counter_number == bindparam("counter"), JournalEntry.sequence > bindparam("after"))
)
_HASH = Prepared(
    select(JournalEntry.hash).where(
        JournalEntry.counter_number == bindparam("counter"), JournalEntry.sequence == bindparam("sequence")
    )
)
_SOME = (
    select(JournalEntry.id)
    .where(JournalEntry.counter_number == bindparam("counter"), JournalEntry.sequence <= bindparam("last"))
    .order_by(JournalEntry.sequence)
    .limit(AT_ONCE)
)
_TAKE_AWAY = Prepared(delete(JournalEntry).where(JournalEntry.id.in_(_SOME)))
_TAKE_AWAY_THERE = Prepared(
    select(func.purge_trail(bindparam("counter"), bindparam("last"), bindparam("most")).label("gone"))
)

_NOTHING = sentence("errors", "没有到期的留痕，不用归档。留痕保存到{day}以前的才归档。")
_NOT_WHOLE = sentence("errors", "归档文件没有通过核验，留痕一条也没有移走。请先核验留痕，查明被改动之处。")
_NOT_WRITTEN = sentence("errors", "文件没有存成：{path}（{reason}）。原有文件没有改动，请换一个位置再存。")
_STOPPED = sentence("errors", "已停止归档，留痕一条也没有移走。")
_DONE = sentence("log", "{first}至{last} {entries}条，文件{name}，SHA-256 {digest}")


@dataclass(frozen=True, slots=True)
class ArchiveDue:
    """What may be archived now: entries up to a day, both of its ends, how many months are kept."""

    months: int
    first_day: date | None
    last_day: date
    entries: int


@dataclass(frozen=True, slots=True)
class ArchiveDone:
    """An archive: its file, the days in it, how many entries, the file's SHA-256."""

    path: str
    first_day: date
    last_day: date
    entries: int
    sha256: str


class TrailKeeping:
    """Archives what has been kept long enough."""

    def __init__(self, office: Office, journal: Journal) -> None:
        self._office = office
        self._journal = journal

    @needs(Right.READ_TRAIL)
    def due(self, actor: Actor) -> ArchiveDue:
        """Tell what may be archived today."""
        with self._office.database.faults():
            link = self._office.database.link
            months, last_day = self._term(link)
            spans, first = _spans(link, last_day)
        return ArchiveDue(months, first, last_day, sum(span.last - span.after for span in spans))

    @needs(Right.CHECK_TRAIL)
    def archive(
        self, actor: Actor, path: Path, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> ArchiveDone:
        """Archive what is due into a file that is not there yet, and take it away; blocks, for the background.

        `progress(done, total)` counts entries written and taken away. NotPossible where nothing is due or the
        file does not pass its check, CheckStopped once `cancelled()`, EnvironmentTrouble for the disk: in each
        case everything is still here. What an archive broken off left behind is taken away first.
        """
        self._journal.flush()
        with self._office.database.faults():
            link = self._office.database.link
            _, last_day = self._term(link)
            self._take_away(trail_archives.cuts(link), lambda gone: None)
            spans, first_day = _spans(link, last_day)
        if not spans or first_day is None:
            raise NotPossible(_NOTHING.fill(day=last_day.isoformat()))
        total = sum(span.last - span.after for span in spans)
        digest = self._written(actor, path, (first_day, last_day), spans, progress, cancelled)
        done = ArchiveDone(str(path), first_day, last_day, total, digest)
        self._cut(actor, spans, done)
        gone = 0

        def tell(count: int) -> None:
            nonlocal gone
            gone += count
            progress(total + gone, 2 * total)

        self._take_away(
            {it.counter_number: Head(it.counter_number, it.last, it.last_hash) for it in spans}, tell
        )
        return done

    # -- inside ------------------------------------------------------------------------------------
    def _term(self, link: Link) -> tuple[int, date]:
        term, own = retentions()[DataKind.TRAIL], link.one(_MONTHS)
        months = max(int(own.value) if own is not None else term.usual, term.floor)
        return months, cutoff(term, months, self._office.today())

    def _written(
        self,
        actor: Actor,
        path: Path,
        days: tuple[date, date],
        spans: tuple[Span, ...],
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> str:
        """Write the file under another name, check it from the disk, give it its own; return its SHA-256."""
        from desktop.journal import check_file

        part = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.part")
        total = sum(span.last - span.after for span in spans)

        def tell(done: int) -> None:
            if cancelled():
                raise CheckStopped(_STOPPED)
            progress(done, 2 * total)

        link = self._office.database.link
        try:
            if path.exists():
                raise FileExistsError(17, "已有同名文件")
            with part.open("xb") as file:
                with self._office.database.faults():
                    asked = trail_export.archived(link, actor, *days, spans)
                    digest = pour(
                        link,
                        asked,
                        lambda sm3: trail_export.ending(self._office, actor, total, asked.root, sm3),
                        file,
                        tell,
                    )
                file.flush()
                os.fsync(file.fileno())
            report = check_file(part, seal_keys.known(link))
            if not (report.whole and report.signed and report.entries == total):
                raise NotPossible(_NOT_WHOLE)
            os.link(part, path)  # unlike a renaming it never replaces a file
            _sync_folder(path.parent)
        except OSError as error:
            raise EnvironmentTrouble(
                _NOT_WRITTEN.fill(path=str(path), reason=error.strerror or type(error).__name__)
            ) from error
        finally:
            part.unlink(missing_ok=True)
        return digest

    def _cut(self, actor: Actor, spans: tuple[Span, ...], done: ArchiveDone) -> None:
        """Sign and store where the chains are cut; from here on they begin there."""
        office = self._office
        name = os.path.basename(done.path)
        with office.database.write() as link:
            at = office.clock.now()
            signer = seal_keys.signer(office, link, actor, at)
            station = seal_keys.station_number(actor.station)
            for span in spans:
                head = SignedHead(
                    station,
                    span.counter_number,
                    span.last,
                    span.last_hash,
                    moment(at),
                    trail_heads.key_id(signer),
                    "",
                )
                record = trail_heads.signed(head, signer)
                link.run(
                    trail_archives.ADD,
                    **{**record._asdict(), "at": at},
                    id=office.key(actor.counter_number, at),
                    first_day=done.first_day,
                    last_day=done.last_day,
                    file_name=name,
                    file_sha256=done.sha256,
                    staff_id=actor.staff_id,
                )
            told = _DONE.fill(
                first=done.first_day.isoformat(),
                last=done.last_day.isoformat(),
                entries=done.entries,
                name=name,
                digest=done.sha256,
            )
            self._journal.write(link, Happening(actor, "archive_trail", at, detail=str(told)))

    def _take_away(self, cuts: dict[int, Head], tell: Callable[[int], None]) -> None:
        for head in cuts.values():
            while gone := self._some_gone(head):
                tell(gone)

    def _some_gone(self, head: Head) -> int:
        asked: dict[str, Any] = {"counter": head.counter_number, "last": head.sequence}
        with self._office.database.write() as link:
            if link.dialect.name == "postgresql":
                row = link.one(_TAKE_AWAY_THERE, **asked, most=AT_ONCE)
                return int(row.gone) if row is not None else 0
            return link.run(_TAKE_AWAY, **asked)


def _spans(link: Link, last_day: date) -> tuple[tuple[Span, ...], date | None]:
    """Return of each chain what is older than a day, but its last entry, which the next one joins; its first day."""
    cuts, found, days = trail_archives.cuts(link), [], []
    for head in trail_heads.heads(link):
        counter = head.counter_number
        cut = cuts.get(counter)
        after, before = (cut.sequence, cut.hash) if cut is not None else (0, FIRST_HASH)
        kept = link.one(_FIRST_KEPT, counter=counter, last_day=last_day)
        last = (kept.sequence if kept is not None and kept.sequence is not None else head.sequence) - 1
        row = link.one(_HASH, counter=counter, sequence=last) if last > after else None
        if row is not None:
            found.append(Span(counter, after, before, last, str(row.hash)))
            first = link.one(_FIRST, counter=counter, after=after)
            days.append(first.day)  # type: ignore[union-attr]
    return tuple(found), min(days, default=None)


def _sync_folder(folder: Path) -> None:
    """Bring a folder's new name to the disk, where the system can do that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
