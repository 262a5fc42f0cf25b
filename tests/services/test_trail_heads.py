"""Heads of the trail are signed every so many entries and at the end of a day, with the station's key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select, text

from desktop.domain.errors import NotPossible, sentence
from desktop.domain.times import local_date
from desktop.domain.trail import Head, root_of, short_root
from desktop.domain.trail_file import DayHead, SignedHead, message_of
from desktop.models.tables import DayClose, JournalEntry, TrailDay, TrailHead
from desktop.services import journal, seal_keys, trail_heads
from desktop.services.counter import Counter
from desktop.services.journal import Happening
from desktop.services.rows import Actor, RegistrationDone
from printing.documents import DaySummary
from printing.seal.algorithms import algorithm

Register = Callable[..., RegistrationDone]


def rows(station: Counter, table: Any) -> list[Any]:
    with station.office.database.engine.connect() as connection:
        return list(connection.execute(select(table.__table__).order_by(table.id)))


def look(station: Counter, actor: Actor, times: int) -> None:
    for _ in range(times):
        station.journal.note(Happening(actor, "look_up", station.office.clock.now()))
    station.journal.flush()


def is_signed(station: Counter, record: SignedHead | DayHead) -> bool:
    with station.office.database.write() as link:
        key = seal_keys.known(link).find(record.key_id)
    assert key is not None
    verifier = algorithm(key.algorithm).verifier(key.public)
    return verifier.verify(message_of(record), bytes.fromhex(record.signature))


def test_every_so_many_entries_a_counters_head_is_signed(
    station: Counter, clerk: Actor, template: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "SIGNED_EVERY", 5)
    look(station, clerk, 12)
    look(station, template.other, 7)
    stored = rows(station, TrailHead)
    entries = {(row.counter_number, row.sequence): row for row in rows(station, JournalEntry)}
    due = {place for place in entries if place[1] % 5 == 0 and place[0] in (3, 4)}
    assert {(row.counter_number, row.sequence) for row in stored} == due
    assert len(due) >= 3
    for row in stored:
        record = trail_heads.head_of(row)
        entry = entries[row.counter_number, row.sequence]
        assert (record.hash, record.station) == (entry.hash, "370102006")
        assert is_signed(station, record)
        assert not is_signed(station, record._replace(hash="0" * 64))


def test_ten_thousand_is_the_number() -> None:
    assert journal.SIGNED_EVERY == 10_000


def test_a_head_is_stored_with_its_entry_or_not_at_all(
    station: Counter, clerk: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "SIGNED_EVERY", 1)
    database = station.office.database

    def half_done() -> None:
        with database.write() as link:
            station.journal.write(link, Happening(clerk, "look_up", station.office.clock.now()))
            raise NotPossible(sentence("errors", "试验"))

    with pytest.raises(NotPossible):
        half_done()
    assert rows(station, TrailHead) == []


def test_the_end_of_a_day_signs_where_every_counter_is(
    station: Counter, clerk: Actor, template: Any, register: Register, document: Callable[[int], Any]
) -> None:
    register()
    look(station, template.other, 2)
    station.journal.note(Happening(clerk, "look_up", station.office.clock.now()))
    before = station.journal.waiting
    paper = station.day.close(clerk, "c", local_date(station.office.clock.now()), {})
    assert (before, station.journal.waiting) == (1, 0)  # the look that waited is under the head
    [row] = rows(station, TrailDay)
    [close] = rows(station, DayClose)
    assert row.close_id == close.id
    record = trail_heads.day_of(row)
    newest: dict[int, Head] = {}
    for entry in rows(station, JournalEntry):
        if entry.action != "end_day":
            here = Head(entry.counter_number, entry.sequence, entry.hash)
            newest[entry.counter_number] = max(newest.get(entry.counter_number, here), here)
    assert set(record.heads) == set(newest.values())
    assert {3, 4} <= {head.counter_number for head in record.heads}
    assert record.root == root_of(record.heads)
    assert is_signed(station, record)
    assert not is_signed(station, record._replace(day="2026-11-19"))
    summary = document(paper)
    assert isinstance(summary, DaySummary)
    assert summary.trail_head == short_root(record.root)
    with station.office.database.engine.connect() as connection:
        told = connection.execute(
            text("select detail from journal_entry where action = 'end_day'")
        ).scalar_one()
    assert told.endswith(f"留痕日链首{summary.trail_head}")


def test_a_day_closed_again_has_another_head(station: Counter, clerk: Actor, register: Register) -> None:
    today = local_date(station.office.clock.now())
    station.day.close(clerk, "a", today, {})
    station.day.close(clerk, "a", today, {})
    station.day.close(clerk, "b", today, {})
    first, second = rows(station, TrailDay)
    assert first.root != second.root
