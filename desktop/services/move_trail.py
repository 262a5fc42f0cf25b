"""The trail of a database that gives way: its heads signed, the whole of it in a file, the station's checked after."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select

from desktop.domain.errors import EnvironmentTrouble, NotPossible, sentence
from desktop.domain.trail import FIRST_HASH, Head, root_of
from desktop.models.prepared import Prepared
from desktop.models.tables import JournalEntry, TrailHead
from desktop.services import seal_keys, trail_export, trail_heads
from desktop.services.journal import Happening
from desktop.services.trail_pouring import pour
from desktop.services.trail_rows import ENTRIES, row_of
from desktop.services.trail_walk import walk
from desktop.services.whole_files import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.trail_file import SignedHead
    from desktop.models.database import Link
    from desktop.services.journal import Journal
    from desktop.services.office import Office
    from desktop.services.rows import Actor

_STORED = Prepared(
    select(
        TrailHead.station,
        TrailHead.counter_number,
        TrailHead.sequence,
        TrailHead.hash,
        TrailHead.at,
        TrailHead.key_id,
        TrailHead.signature,
    ).where(TrailHead.counter_number == bindparam("counter"), TrailHead.sequence == bindparam("sequence"))
)
_DAYS = Prepared(
    select(func.min(JournalEntry.on_date).label("first"), func.max(JournalEntry.on_date).label("last"))
)
_HEAD = Prepared(
    select(JournalEntry.sequence, JournalEntry.hash)
    .where(JournalEntry.counter_number == bindparam("counter"))
    .order_by(JournalEntry.sequence.desc())
    .limit(1)
)

_NOT_WHOLE = sentence(
    "move", "本机的留痕核验不完整（{fault}），没有迁入任何内容。请先由审计管理员核验本机留痕。"
)
_NOT_WRITTEN = sentence(
    "move", "本机留痕的存档没有写成（{reason}）。没有迁入任何内容，请检查磁盘空间后再试。"
)
_STATION_NOT_WHOLE = sentence(
    "move", "迁入已经完成，但派出所服务器上{counter}号窗口的留痕核验不完整。请审计管理员立即核验。"
)


@dataclass(frozen=True, slots=True)
class KeptTrail:
    """The trail that stays: where its file is, with which keys it is checked, its heads and what they come to."""

    trail_file: Path
    keys_file: Path
    heads: tuple[SignedHead, ...]
    entries: int
    root: str


def end(office: Office, journal: Journal, actor: Actor, move_id: str) -> tuple[SignedHead, ...]:
    """Write down that the trail goes on elsewhere, and sign where every chain is, in one transaction."""
    with office.database.write() as link:
        at = office.clock.now()
        journal.write(link, Happening(actor, "move_begun", at, detail=move_id))
        heads = trail_heads.heads(link)
        new = [head for head in heads if _stored(link, head) is None]
        trail_heads.sign(office, link, actor, at, new)
        return tuple(found for head in heads if (found := _stored(link, head)) is not None)


def keep(
    office: Office,
    actor: Actor,
    heads: tuple[SignedHead, ...],
    trail_file: Path,
    keys_file: Path,
    tell: Callable[[int], None],
) -> KeptTrail:
    """Write all of the trail into a file that anybody can check, and check it from the disk.

    EnvironmentTrouble where it cannot be written, NotPossible where the trail is not whole; `tell` counts entries.
    """
    from desktop.journal import check_file
    from printing.seal.keys import written

    link = office.database.link
    days = link.one(_DAYS)
    assert days is not None
    asked = trail_export.of_days(office, actor, days.first, days.last)
    total = sum(span.last - span.after for span in asked.spans)
    try:
        with trail_file.open("xb") as file:
            os.chmod(trail_file, 0o600)
            pour(
                link,
                asked,
                lambda sm3: trail_export.ending(office, actor, total, asked.root, sm3),
                file,
                tell,
            )
            file.flush()
            os.fsync(file.fileno())
        report = check_file(trail_file, seal_keys.known(link))
    except OSError as error:
        raise EnvironmentTrouble(_NOT_WRITTEN.fill(reason=error.strerror or type(error).__name__)) from error
    if not (report.whole and report.entries == total):
        raise NotPossible(_NOT_WHOLE.fill(fault=str(report.faults[0].what) if report.faults else total))
    keys = [seal_keys.public_key(row) for row in link.all(seal_keys.ALL) if row.private_key]
    write_whole(keys_file, written(keys).encode())
    root = root_of([Head(head.counter_number, head.sequence, head.hash) for head in heads])
    return KeptTrail(trail_file, keys_file, heads, total, root)


def head_of(link: Link, counter: int) -> Head:
    """Return where a counter's chain is now."""
    row = link.one(_HEAD, counter=counter)
    return Head(counter, 0, FIRST_HASH) if row is None else Head(counter, row.sequence, row.hash)


def check_since(link: Link, before: Head) -> int:
    """Walk a counter's chain from a place to its end; return how many entries. NotPossible where it is not whole."""
    now = head_of(link, before.counter_number)
    rows = map(
        row_of, link.all(ENTRIES, counter=now.counter_number, after=before.sequence, last=now.sequence)
    )
    faults = list(walk(rows, now.counter_number, before.sequence, before.hash, now.sequence))
    if faults:
        raise NotPossible(_STATION_NOT_WHOLE.fill(counter=now.counter_number))
    return now.sequence - before.sequence


def _stored(link: Link, head: Head) -> SignedHead | None:
    row = link.one(_STORED, counter=head.counter_number, sequence=head.sequence)
    return None if row is None else trail_heads.head_of(row)
