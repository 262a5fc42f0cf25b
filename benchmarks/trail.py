"""The trail checked, as a file and as it is stored, beside a bare SM3 of the same bytes in stretches.

What is wanted is 8 s for ten million entries on two processors, and 50 ms for a day. A file's signed stretches are
hashed at once, so that it costs little more than the bare SM3. The stored trail has to be decrypted and put together
first: that is what its check takes, in slices by columns, and as it was before there were any. What is given for ten
million is the measured processor time times what is missing (checking is linear in the entries), the parent's own too.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from benchmarks.kit import FOLDER, Finding, Ratio, median, readable
from benchmarks.stations import auditor, copied, kept_small, opened
from desktop.domain.times import CHINA, local_date
from desktop.domain.trail import FIRST_HASH, Entry, Head, entry_hash, moment
from desktop.domain.trail_file import Index, record_of
from desktop.journal import check_file
from desktop.models.file_database import FileDatabase
from desktop.models.prepared import Prepared
from desktop.models.tables import JournalEntry
from desktop.services import seal_keys, trail_checks, trail_heads, trail_slices, trail_stretches
from desktop.services.counter import Counter
from desktop.services.day_log import LogFormat, LogRequest
from desktop.services.journal import SIGNED_EVERY
from desktop.services.rows import Actor
from desktop.services.trail_crew import Crew
from desktop.services.trail_rows import ENTRIES
from desktop.services.trail_signed import SignedRecords
from desktop.services.trail_walk import rows_of, walk

TITLE = "Check of the trail"
FILE_LIMIT, STORED_LIMIT, GAIN = 1.6, 3.5, 1.3
"""Times the bare SM3's processor time: of a file, and of the stored trail, which is read and decrypted too."""
AIM, SECONDS = 10_000_000, 8.0
DAY, DAY_LIMIT_MS = 5_000, 50.0
"""Entries of a busy day at all counters, and how long checking them may take."""
COUNTERS = (11, 12, 13, 14)
BEGIN = datetime(2025, 1, 6, 1, 0, tzinfo=UTC)
_ROUNDS = 3


def measure(rows: int) -> Finding:
    """Check so many entries three times in either way, each in turn with the bare SM3."""
    folder = copied(kept_small(), FOLDER / "trail")
    try:
        counter = opened(folder)
        boss = auditor(counter, 9)
        _pour(counter, boss, rows)
        path, keys = folder / "trail.jsonl", seal_keys.known(counter.office.database.link)
        span = LogRequest(date(2025, 1, 1), date(2099, 1, 1), LogFormat.TRAIL, path, False)
        counter.day_log.export(boss, span, lambda done, total: None, lambda: False)
        ours, stored, lines, bare, waited, waited_stored = [], [], [], [], [], []
        for _ in range(_ROUNDS):
            start, before = time.perf_counter(), time.process_time()
            report = check_file(path, keys)
            waited.append(time.perf_counter() - start)
            ours.append(time.process_time() - before)
            assert report.whole
            assert report.signed
            assert report.entries >= rows
            start, before = time.perf_counter(), _all_processors()
            state = counter.trail.check(boss, lambda done, total: None, lambda: False)
            waited_stored.append(time.perf_counter() - start)
            stored.append(_all_processors() - before)
            assert state.fault_count == 0
            assert state.entries >= rows
            lines.append(_by_lines(counter))
            bare.append(_bare(path))
        day = median([_day(counter) for _ in range(9)])
        counter.close()
    finally:
        shutil.rmtree(folder)
    taken, kept, limit = median(ours), median(stored), median(bare)
    whole = AIM / rows / 2
    return Finding(
        TITLE,
        (
            Ratio("processor: a file's check / bare SM3", taken / limit, FILE_LIMIT),
            Ratio(f"a file of {AIM:,} on two free processors", taken * whole, SECONDS, "s"),
            Ratio("processor: the stored trail's check / bare SM3", kept / limit, STORED_LIMIT),
            Ratio("processor: the same by lines / by slices", median(lines) / kept, GAIN, at_least=True),
            Ratio(f"a day's {DAY:,} entries", day * 1000, DAY_LIMIT_MS, "ms"),
        ),
        {
            f"{rows:,} entries in a file": f"{readable(taken * 1e6)}, waited {readable(median(waited) * 1e6)}",
            f"{rows:,} entries stored": f"{readable(kept * 1e6)}, waited {readable(median(waited_stored) * 1e6)}",
            "the same by lines": readable(median(lines) * 1e6),
            "bare SM3": readable(limit * 1e6),
            f"the stored trail of {AIM:,} on two free processors": f"{kept * whole:.1f} s",
        },
    )


def _all_processors() -> float:
    """Give the processor time that this process and its ended child processes took."""
    it = os.times()
    return it.user + it.system + it.children_user + it.children_system


def _by_lines(counter: Counter) -> float:
    """Go through the stored trail as before there were slices, by the lines of its stretches; give the time."""
    link, before = counter.office.database.link, _all_processors()
    database = counter.office.database
    assert isinstance(database, FileDatabase)
    found = SignedRecords(link)
    heads = trail_heads.heads(link)
    parts = [
        part for _, part in sorted(pair for it in heads for pair in trail_checks.parts_of(link, it, found))
    ]
    said = [it for _, it in Crew(database, link.dialect).read([], parts) if it]
    assert len(said) == len(parts)
    assert not any(it["faults"] for it in said)
    return _all_processors() - before


def _pour(counter: Counter, actor: Actor, rows: int) -> None:
    """Store entries, and their heads and stretches signed as the counters would have."""
    add, office = Prepared(insert(JournalEntry)), counter.office
    reached: list[Head] = []
    with office.database.write() as link:
        link.run_many(add, _entries(rows, reached))
        trail_heads.sign(office, link, actor, office.clock.now(), reached)
    trail_stretches.finish(office, actor, reached, SIGNED_EVERY)
    trail_slices.grow(office, actor)


def _entries(rows: int, reached: list[Head]) -> Iterator[Mapping[str, Any]]:
    chains = dict.fromkeys(COUNTERS, FIRST_HASH)
    for place in range(rows):
        number, sequence = COUNTERS[place % len(COUNTERS)], place // len(COUNTERS) + 1
        at = BEGIN + timedelta(seconds=20 * place)
        entry = Entry(
            number,
            sequence,
            moment(at),
            7,
            "测试一",
            "look_up",
            5 + place,
            None,
            "",
            "",
            "核查",
            "id:370102********1234 -> 1",
        )
        previous = chains[number]
        chains[number] = entry_hash(previous, entry)
        if sequence % SIGNED_EVERY == 0:
            reached.append(Head(number, sequence, chains[number]))
        yield {
            **entry._asdict(),
            "id": 1_000_000_000 + place,
            "at": at,
            "on_date": local_date(at),
            "local_time": at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M:%S"),
            "previous_hash": previous,
            "hash": chains[number],
        }


def _bare(path: Path) -> float:
    """Hash the bytes of the file's stretches, one by one, and nothing else."""
    content = path.read_bytes()
    index = record_of(content.splitlines(keepends=True)[-2])
    assert isinstance(index, Index)
    parts = [content[place : place + length] for place, length in index.stretches]
    start = time.process_time()
    for part in parts:
        hashlib.new("sm3", part).hexdigest()
    return time.process_time() - start


def _day(counter: Counter) -> float:
    """Check the newest entries of all counters one by one, as many as a day has, as a checking process does."""
    database, each = counter.office.database, DAY // len(COUNTERS)
    compiled, connection = ENTRIES.compiled(database.link.dialect), database.engine.raw_connection()
    cursor = connection.cursor()
    newest = {head.counter_number: head.sequence for head in trail_heads.heads(database.link)}
    start = time.process_time()
    for number in COUNTERS:
        last = newest[number]
        values = compiled.values({"counter": number, "after": last - each - 1, "last": last})
        rows = rows_of(cursor.execute(compiled.text, values))
        before = next(rows)[2]
        assert list(walk(rows, number, last - each, before, last)) == []
    taken = time.process_time() - start
    connection.close()
    return taken
