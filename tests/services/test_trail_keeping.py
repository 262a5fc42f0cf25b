"""The old trail goes into a file that is checked first; what is left still verifies, from the cut on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from desktop.domain.errors import EnvironmentTrouble, NotPossible
from desktop.domain.trail_report import joins
from desktop.journal import check_file
from desktop.services import journal, seal_keys, trail_checks, trail_keeping
from desktop.services.counter import Counter
from desktop.services.day_log import ExportCancelled, LogFormat, LogRequest
from desktop.services.journal import Happening
from desktop.services.rows import Actor
from desktop.services.trail_checks import CheckStopped
from desktop.services.trail_keeping import ArchiveDone, TrailKeeping
from tests.services.test_trail_checks import behind, checked, named

LONG_AGO, NOW = date(2020, 3, 2), date(2026, 11, 20)


@pytest.fixture
def boss(template: Any) -> Actor:
    return template.auditor


@pytest.fixture
def keeping(station: Counter) -> TrailKeeping:
    return TrailKeeping(station.office, station.journal)


def look(station: Counter, actor: Actor, times: int, on: date | None = None) -> None:
    for place in range(times):
        at = station.office.clock.now()
        at = at.replace(year=on.year, month=on.month, day=on.day) if on is not None else at
        station.journal.note(Happening(actor, "look_up", at, matter="核查", detail=f"第{place}次"))
    station.journal.flush()


@pytest.fixture
def old(station: Counter, clerk: Actor, monkeypatch: pytest.MonkeyPatch) -> Counter:
    """A station with entries of 2020 and of today at the counters 21 and 22, in stretches of ten."""
    monkeypatch.setattr(journal, "SIGNED_EVERY", 10)
    monkeypatch.setattr(trail_checks, "STRETCH", 10)
    monkeypatch.setattr(trail_keeping, "AT_ONCE", 7)
    for number in (21, 22):
        actor = replace(clerk, counter_number=number)
        look(station, actor, 25, LONG_AGO)
        look(station, actor, 8)
    return station


def archive(keeping: TrailKeeping, boss: Actor, path: Path) -> ArchiveDone:
    return keeping.archive(boss, path, lambda done, total: None, lambda: False)


def left(station: Counter, number: int = 21) -> list[int]:
    with station.office.database.engine.connect() as connection:
        found = connection.execute(
            text("select sequence from journal_entry where counter_number = :number order by sequence"),
            {"number": number},
        )
        return list(found.scalars())


def test_what_is_due_goes_into_a_file_and_the_chain_goes_on_from_there(
    old: Counter, keeping: TrailKeeping, boss: Actor, tmp_path: Path
) -> None:
    due = keeping.due(boss)
    assert (due.months, due.first_day, due.entries) == (36, LONG_AGO, 50)
    steps: list[tuple[int, int]] = []
    done = keeping.archive(
        boss, tmp_path / "a.jsonl", lambda one, all_: steps.append((one, all_)), lambda: False
    )
    assert (done.entries, done.first_day) == (50, LONG_AGO)
    assert steps == sorted(steps)
    assert steps[-1] == (100, 100)
    assert left(old) == left(old, 22) == list(range(26, 34))
    report = check_file(tmp_path / "a.jsonl", seal_keys.known(old.office.database.link))
    assert (report.faults, report.doubts, report.entries) == ((), (), 50)
    assert [(span.counter_number, span.after, span.last) for span in report.opening.counters] == [
        (21, 0, 25),
        (22, 0, 25),
    ]
    assert checked(old, boss).faults == ()
    look(old, boss, 2)
    assert checked(old, boss).faults == ()
    assert keeping.due(boss).entries == 0
    with pytest.raises(NotPossible, match="没有到期的留痕"):
        archive(keeping, boss, tmp_path / "b.jsonl")


def test_nothing_is_taken_away_before_it_is_archived_nor_before_six_months(
    old: Counter, keeping: TrailKeeping, boss: Actor, tmp_path: Path
) -> None:
    def refused(statement: str) -> None:
        with pytest.raises(DBAPIError), old.office.database.engine.begin() as connection:
            connection.execute(text(statement))

    refused("delete from journal_entry where counter_number = 21 and sequence = 1")
    archive(keeping, boss, tmp_path / "a.jsonl")
    refused("delete from journal_entry where counter_number = 21 and sequence = 26")
    refused("delete from trail_archive")
    refused("update trail_archive set sequence = 33")
    # a cut that somebody forges for what is of today: the six months hold it back
    with old.office.database.engine.begin() as connection:
        connection.execute(
            text(
                "insert into trail_archive (id, station, counter_number, sequence, hash, at, key_id, signature,"
                " first_day, last_day, file_name, file_sha256, staff_id) select 1, station, counter_number, 33,"
                " hash, at, key_id, signature, first_day, last_day, file_name, file_sha256, staff_id"
                " from trail_archive where counter_number = 21"
            )
        )
    refused("delete from journal_entry where counter_number = 21 and sequence = 26")
    assert (21, "签名不对，内容被改动") in {
        (it.counter_number, str(it.what)) for it in checked(old, boss).faults
    }


def test_the_term_is_the_stations_and_never_under_six_months(
    old: Counter, keeping: TrailKeeping, boss: Actor, clerk: Actor
) -> None:
    look(old, replace(clerk, counter_number=23), 5, date(2026, 7, 1))
    look(old, replace(clerk, counter_number=23), 1)
    for months, entries in (("6", 50), ("1", 50), ("100", 0)):
        with old.office.database.engine.begin() as connection:
            connection.execute(text("delete from setting where name = 'retention.trail'"))
            connection.execute(
                text("insert into setting (name, value) values ('retention.trail', :m)"), {"m": months}
            )
        due = keeping.due(boss)
        assert (due.months, due.entries) == (max(int(months), 6), entries)


@pytest.mark.file_only
def test_a_trail_that_was_altered_is_not_archived(
    old: Counter, keeping: TrailKeeping, boss: Actor, tmp_path: Path
) -> None:
    behind(old, "update journal_entry set detail = '没有看过' where counter_number = 21 and sequence = 4")
    with pytest.raises(NotPossible, match="没有通过核验"):
        archive(keeping, boss, tmp_path / "a.jsonl")
    assert list(tmp_path.glob("*.jsonl*")) == []
    assert len(left(old)) == 33
    assert (21, 4, 4, "内容被改动") in named(checked(old, boss))


def test_what_cannot_be_written_or_is_stopped_leaves_everything(
    old: Counter, keeping: TrailKeeping, boss: Actor, tmp_path: Path
) -> None:
    with pytest.raises(EnvironmentTrouble, match="文件没有存成"):
        archive(keeping, boss, tmp_path / "nowhere" / "a.jsonl")
    (tmp_path / "a.jsonl").write_text("mine")
    with pytest.raises(EnvironmentTrouble, match="文件没有存成"):
        archive(keeping, boss, tmp_path / "a.jsonl")
    with pytest.raises(CheckStopped):
        keeping.archive(boss, tmp_path / "b.jsonl", lambda done, total: None, lambda: True)
    assert (tmp_path / "a.jsonl").read_text() == "mine"
    assert [it.name for it in tmp_path.glob("*jsonl*")] == ["a.jsonl"]
    assert len(left(old)) == 33


def test_an_archive_that_was_broken_off_is_finished_by_the_next(
    old: Counter, keeping: TrailKeeping, boss: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = TrailKeeping._some_gone, []

    def dies(self: TrailKeeping, head: Any) -> int:
        calls.append(head)
        if len(calls) > 2:
            raise KeyboardInterrupt
        return real(self, head)

    monkeypatch.setattr(TrailKeeping, "_some_gone", dies)
    with pytest.raises(KeyboardInterrupt):
        archive(keeping, boss, tmp_path / "a.jsonl")
    assert 1 < len(left(old)) < 33
    assert checked(old, boss).faults == ()
    monkeypatch.setattr(TrailKeeping, "_some_gone", real)
    with pytest.raises(NotPossible):
        archive(keeping, boss, tmp_path / "b.jsonl")
    assert left(old) == list(range(26, 34))
    assert checked(old, boss).faults == ()


def test_an_export_after_it_joins_the_archive(
    old: Counter, keeping: TrailKeeping, boss: Actor, tmp_path: Path
) -> None:
    archive(keeping, boss, tmp_path / "a.jsonl")
    path = tmp_path / "today.jsonl"
    request = LogRequest(date(2020, 1, 1), NOW, LogFormat.TRAIL, path, False)
    old.day_log.export(boss, request, lambda done, total: None, lambda: False)
    keys = seal_keys.known(old.office.database.link)
    before, after = check_file(tmp_path / "a.jsonl", keys), check_file(path, keys)
    assert after.faults == ()
    assert joins(before, after) == ()


@pytest.mark.file_only
def test_an_entry_of_the_archive_taken_out_of_the_live_trail_is_missed(
    old: Counter, keeping: TrailKeeping, boss: Actor, tmp_path: Path
) -> None:
    archive(keeping, boss, tmp_path / "a.jsonl")
    behind(old, "delete from journal_entry where counter_number = 21 and sequence <= 27")
    assert (21, 26, 27, "缺失") in named(checked(old, boss))


def test_an_export_that_comes_to_nothing_is_in_the_trail(old: Counter, boss: Actor, tmp_path: Path) -> None:
    request = LogRequest(NOW, NOW, LogFormat.TRAIL, tmp_path / "today.jsonl", False)
    with pytest.raises(ExportCancelled):
        old.day_log.export(boss, request, lambda done, total: None, lambda: True)
    old.journal.flush()
    with old.office.database.engine.connect() as connection:
        detail = connection.execute(
            text("select detail from journal_entry where action = 'export_failed'")
        ).scalar_one()
    assert detail == "2026-11-20至2026-11-20 jsonl 已取消导出，没有留下文件。"
