"""Stretches that are signed are hashed at once; one changed byte in them is named to the entry all the same."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.trail import FIRST_HASH
from desktop.domain.trail_entries import is_one
from desktop.domain.trail_file import Index, Stretch, line_of, record_of
from desktop.domain.trail_report import TrailReport
from desktop.journal import checking
from desktop.journal.checking import Stopped, check_file
from desktop.services import journal, trail_stretches
from desktop.services.counter import Counter
from desktop.services.rows import Actor
from printing.seal.keys import Keys, read
from tests.journal.conftest import Export

HERE = Path(__file__).parent


@pytest.fixture
def keys(key_file: Path) -> Keys:
    return read(key_file.read_text("utf-8"))


@pytest.fixture
def large(
    station: Counter, look: Callable[[int], None], export: Export, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Some eight hundred entries at two counters, in stretches of a hundred."""
    monkeypatch.setattr(journal, "SIGNED_EVERY", 100)
    look(400)
    return export()


def looked_at_singly(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count the lines that are taken one by one."""
    taken: list[int] = []
    real = checking.TrailCheck.take

    def take(self: Any, line: bytes) -> None:
        taken.append(len(line))
        real(self, line)

    monkeypatch.setattr(checking.TrailCheck, "take", take)
    return taken


def entry_of(content: bytes, at: int) -> tuple[int, int] | None:
    """Return the counter and the sequence of the entry whose line has a byte; None for another line."""
    start = content.rfind(b"\n", 0, at) + 1
    end = content.index(b"\n", at) + 1
    if not is_one(content[start:end]):
        return None
    stored: Any = record_of(content[start:end])
    return stored.entry.counter_number, stored.entry.sequence


def told(report: TrailReport) -> set[tuple[int | None, int | None]]:
    return {
        (fault.counter_number, place)
        for fault in report.faults
        for place in range(fault.sequence or 0, (fault.last or fault.sequence or 0) + 1)
    }


def test_whole_stretches_are_passed_over(large: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = looked_at_singly(monkeypatch)
    steps: list[tuple[int, int]] = []
    report = check_file(large, keys, lambda done, total: steps.append((done, total)))
    assert (report.faults, report.doubts) == ((), ())
    assert report.entries > 800
    assert len(taken) < 260  # the heads, and what is not yet a hundred
    assert steps == sorted(steps)
    assert steps[-1] == (large.stat().st_size, large.stat().st_size)
    assert len(steps) >= 8


def test_it_is_stopped_between_two_stretches(large: Path, keys: Keys) -> None:
    with pytest.raises(Stopped):
        check_file(large, keys, cancelled=lambda: True)


def test_a_byte_anywhere_in_a_large_file_is_named_to_its_entry(
    large: Path, keys: Keys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, other = large.read_bytes(), tmp_path / "changed.jsonl"
    chance = random.Random(20261121)
    seen = 0
    for _ in range(150):
        at = chance.randrange(len(content))
        changed = bytearray(content)
        changed[at] ^= 1 << chance.randrange(8)
        other.write_bytes(changed)
        report = check_file(other, keys)
        assert not (report.whole and report.signed), at
        start = content.rfind(b"\n", 0, at) + 1
        if (entry := entry_of(content, at)) is not None and at - start > len("[99,"):
            seen += 1
            assert entry in told(report), (at, entry, report.faults)
    assert seen > 100


def test_only_the_stretch_with_the_changed_byte_is_looked_at_line_by_line(
    large: Path, keys: Keys, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = record_of(large.read_bytes().splitlines(keepends=True)[-2])
    assert isinstance(index, Index)
    assert len(index.stretches) == 8
    place, length = index.stretches[3]
    content = bytearray(large.read_bytes())
    at = content.index("核".encode(), place + length // 2)
    content[at] ^= 1
    large.write_bytes(content)
    taken = looked_at_singly(monkeypatch)
    report = check_file(large, keys)
    assert not report.whole
    assert len(taken) < 360


def test_without_the_key_every_line_is_looked_at(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = looked_at_singly(monkeypatch)
    report = check_file(large, Keys())
    assert report.whole
    assert not report.signed
    assert len(taken) > 800


@pytest.mark.parametrize("change", ["swapped", "cut", "moved", "gone"])
def test_an_index_that_leads_elsewhere_leads_nobody_astray(large: Path, keys: Keys, change: str) -> None:
    lines = large.read_bytes().splitlines(keepends=True)
    index = record_of(lines[-2])
    assert isinstance(index, Index)
    places = {
        "swapped": (index.stretches[0], *index.stretches[:-1]),
        "cut": index.stretches[:3],
        "moved": tuple((place + 1, length) for place, length in index.stretches),
        "gone": (),
    }[change]
    lines[-2] = line_of(Index(places)) if change != "swapped" else lines[-2].replace(b"[[", b"[[1")
    large.write_bytes(b"".join(lines))
    report = check_file(large, keys)
    assert not report.whole
    assert all(fault.counter_number is None for fault in report.faults)


def test_two_stretches_that_changed_places_are_found(large: Path, keys: Keys) -> None:
    index = record_of(large.read_bytes().splitlines(keepends=True)[-2])
    assert isinstance(index, Index)
    content = large.read_bytes()
    (one, first), (two, second) = index.stretches[1:3]
    large.write_bytes(
        content[:one]
        + content[two : two + second]
        + content[one + first : two]
        + content[one : one + first]
        + content[two + second :]
    )
    assert not check_file(large, keys).whole


def test_a_stretch_of_another_trail_is_not_passed_over(
    large: Path, keys: Keys, station: Counter, clerk: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stretch signed with the station's own key over other entries: the chain does not go through it."""
    lines = large.read_bytes().splitlines(keepends=True)
    [first, *_] = [record for line in lines if isinstance(record := record_of(line), Stretch)]
    signer_of = trail_stretches.seal_keys.signer
    with station.office.database.write() as link:
        signer = signer_of(station.office, link, clerk, station.office.clock.now())
    forged = trail_stretches.trail_heads.signed(first._replace(after_hash=FIRST_HASH[:-1] + "1"), signer)
    whole = b"".join(line_of(forged) if line == line_of(first) else line for line in lines)
    large.write_bytes(whole)
    assert not check_file(large, keys).whole


def test_a_file_of_the_first_form_is_still_checked(tmp_path: Path) -> None:
    keys = read((HERE / "first_form_keys.json").read_text("utf-8"))
    content = (HERE / "first_form.jsonl").read_bytes()
    report = check_file(HERE / "first_form.jsonl", keys)
    assert (report.faults, report.doubts) == ((), ())
    assert report.entries == 19 == report.opening.entries  # type: ignore[union-attr]
    other = tmp_path / "changed.jsonl"
    for at in range(0, len(content), 7):
        other.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        found = check_file(other, keys)
        assert not (found.whole and found.signed), at
