"""What is done to an exported trail is found, and named to the entry."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from desktop.domain import trail_chain, trail_check, trail_file
from desktop.domain.trail import Entry, entry_hash
from desktop.domain.trail_check import TrailCheck
from desktop.domain.trail_entries import FIELDS, is_one
from desktop.domain.trail_file import Stored, line_of, record_of
from desktop.domain.trail_report import TrailReport
from desktop.journal.checking import check_file, verifier
from printing.seal.keys import Keys, read


@pytest.fixture
def keys(small: Path, key_file: Path) -> Keys:
    return read(key_file.read_text("utf-8"))


@pytest.fixture
def lines(small: Path) -> list[bytes]:
    return small.read_bytes().splitlines(keepends=True)


Check = Callable[[list[bytes]], TrailReport]


@pytest.fixture
def check(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Check lines; what is worked out of a line or a record is remembered, for the many thousand files here."""
    monkeypatch.setattr(trail_check, "record_of", cache(trail_file.record_of))
    monkeypatch.setattr(trail_chain, "entry_hash", cache(entry_hash))
    verify = cache(verifier(keys))

    def make(lines: list[bytes]) -> TrailReport:
        found = TrailCheck(verify)
        for line in b"".join(lines).splitlines(keepends=True):
            found.take(line)
        return found.done()

    return make


def entries_of(lines: list[bytes], counter: int = 3) -> list[int]:
    """Where the lines of a counter's entries are."""
    return [place for place, line in enumerate(lines) if is_one(line) and json.loads(line)[0] == counter]


def named(report: TrailReport) -> set[tuple[int | None, int | None, str]]:
    return {(fault.counter_number, fault.sequence, str(fault.what)) for fault in report.faults}


def entry_at(line: bytes) -> Stored:
    stored = record_of(line)
    assert isinstance(stored, Stored)
    return stored


def test_a_whole_file_is_whole(small: Path, keys: Keys) -> None:
    report = check_file(small, keys)
    assert (report.faults, report.doubts) == ((), ())
    assert report.whole
    assert report.signed
    assert report.opening is not None
    assert report.entries == report.opening.entries > 14
    assert report.heads >= 2
    assert len(report.days) == 1


def test_every_record_is_written_as_it_was_read(lines: list[bytes]) -> None:
    assert [line_of(record_of(line)) for line in lines] == lines
    kinds = {it["is"] if isinstance(it := json.loads(line), dict) else "entry" for line in lines}
    assert kinds == {"trail", "head", "stretch", "day", "entry", "index", "end"}


@pytest.mark.parametrize("step", [7, pytest.param(1, marks=pytest.mark.slow)])
def test_every_single_byte_that_is_changed_is_found(lines: list[bytes], check: Check, step: int) -> None:
    """Each byte of the file in turn, or each seventh, has one bit turned; in an entry, it is the entry that is named."""
    for place, line in enumerate(lines):
        counter = sequence = None
        if is_one(line):
            entry = entry_at(line).entry
            counter, sequence = entry.counter_number, entry.sequence
        for at in range(place % step, len(line), step):
            changed = line[:at] + bytes([line[at] ^ 1]) + line[at + 1 :]
            report = check([*lines[:place], changed, *lines[place + 1 :]])
            assert not (report.whole and report.signed), (place, at)
            if counter is not None and at > len("[99,"):
                told = {(fault.counter_number, fault.sequence) for fault in report.faults}
                assert (counter, sequence) in told, (place, at, told)


@pytest.mark.parametrize("change", [b"", b"\n", b" ", b"9", b"\xff", b"\x00"])
def test_bytes_put_in_or_taken_out_are_found(lines: list[bytes], check: Check, change: bytes) -> None:
    whole = b"".join(lines)
    for at in range(0, len(whole), 23):
        others = [whole[:at] + change + whole[at + 1 :], whole[:at] + change + whole[at:]]
        for other in others:
            report = check([other])
            assert other == whole or not (report.whole and report.signed), at


def test_a_file_that_is_cut_off_anywhere_is_found(lines: list[bytes], check: Check) -> None:
    for count in range(1, len(lines)):
        told = [str(fault.what) for fault in check(lines[:count]).faults]
        assert "文件被截断，没有结尾" in told
    place = entries_of(lines)[2]
    cut = entry_at(lines[place]).entry.sequence
    report = check(lines[:place])
    assert (3, cut, "缺失") in named(report)


def test_a_changed_entry_is_named(lines: list[bytes], check: Check) -> None:
    place = entries_of(lines)[1]
    stored = entry_at(lines[place])
    lines[place] = line_of(stored._replace(entry=stored.entry._replace(detail="没有看过")))
    assert named(check(lines)) == {(3, stored.entry.sequence, "内容被改动")}


def test_an_entry_left_out_is_named(lines: list[bytes], check: Check) -> None:
    place = entries_of(lines)[1]
    sequence = entry_at(lines.pop(place)).entry.sequence
    assert named(check(lines)) == {(3, sequence, "缺失")}


def test_entries_that_changed_places_are_named(lines: list[bytes], check: Check) -> None:
    one, two = entries_of(lines)[1:3]
    lines[one], lines[two] = lines[two], lines[one]
    assert named(check(lines)) == {(3, entry_at(lines[two]).entry.sequence, "次序被调换")}


def test_an_entry_moved_to_another_counters_is_named(lines: list[bytes], check: Check) -> None:
    one, last = entries_of(lines)[1], entries_of(lines, 4)[-1]
    line = lines.pop(one)
    lines.insert(last, line)
    assert (3, entry_at(line).entry.sequence, "次序被调换") in named(check(lines))


def test_an_entry_put_in_is_named(lines: list[bytes], check: Check) -> None:
    """Well made, joined to the one before it: the true one comes after it."""
    place = entries_of(lines)[1]
    true = entry_at(lines[place])
    entry = true.entry._replace(detail="假的")
    lines.insert(place, line_of(Stored(entry, true.previous, entry_hash(true.previous, entry))))
    assert (3, entry.sequence, "出现两次，其中一条是插入的") in named(check(lines))
    lines.insert(place, lines[place + 1])


def test_the_same_entry_twice_is_named(lines: list[bytes], check: Check) -> None:
    place = entries_of(lines)[1]
    lines.insert(place, lines[place])
    sequence = entry_at(lines[place]).entry.sequence
    assert named(check(lines)) == {(3, sequence, "出现两次，其中一条是插入的")}


def rewritten(lines: list[bytes], counter: int, first: int, **changed: Any) -> list[bytes]:
    """Change an entry and hash it and all after it anew, as one would who knows the form."""
    previous, made = "", list(lines)
    for place in entries_of(lines, counter)[first:]:
        stored = entry_at(lines[place])
        entry: Entry = stored.entry._replace(**changed)
        changed = {}
        digest = entry_hash(previous or stored.previous, entry)
        made[place] = line_of(Stored(entry, previous or stored.previous, digest))
        previous = digest
    return made


def test_a_chain_hashed_anew_is_given_away_by_a_signed_head(lines: list[bytes], check: Check) -> None:
    heads = [json.loads(line) for line in lines if line.startswith(b'{"is":"head"')]
    head = next(head for head in heads if head["counter_number"] == 4)
    report = check(rewritten(lines, 4, 0, detail="没有看过"))
    assert any(
        (fault.counter_number, str(fault.what)[:7]) == (4, "与签名的链首不")
        and (fault.sequence or 0) <= head["sequence"]
        for fault in report.faults
    )


def test_a_counter_left_out_is_named(lines: list[bytes], check: Check) -> None:
    gone = set(entries_of(lines, 4))
    entries = [line for place, line in enumerate(lines) if place not in gone]
    sequences = [entry_at(lines[place]).entry.sequence for place in sorted(gone)]
    [fault] = check(entries).faults
    assert (fault.counter_number, fault.sequence, fault.last) == (4, sequences[0], sequences[-1])
    opening = record_of(lines[0])
    fewer = opening._replace(  # type: ignore[union-attr, call-arg]
        counters=tuple(span for span in opening.counters if span.counter_number != 4)  # type: ignore[union-attr]
    )
    assert (4, None, "缺少整个窗口的留痕") in named(check([line_of(fewer), *entries[1:]]))


def test_two_lines_that_are_heads_are_not_taken_away_unnoticed(lines: list[bytes], check: Check) -> None:
    for place, line in enumerate(lines):
        if line.startswith((b'{"is":"head"', b'{"is":"day"')):
            assert not check([*lines[:place], *lines[place + 1 :]]).whole


def test_what_comes_after_the_end_is_found(lines: list[bytes], check: Check) -> None:
    assert "文件结尾之后还有内容" in {what for _, _, what in named(check([*lines, lines[1]]))}
    assert "文件结尾之后还有内容" in {what for _, _, what in named(check([*lines, b"\n"]))}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"\xff\xfe",
        b"{}",
        b"[]\n",
        b"null\n",
        b'{"is":[]}\n',
        b"[" * 100_000,
        b'{"is":"entry"}\n',
        b'{"is":"end"}\n',
        b"a,b\n1,2\n" * 5000,
        b"\0" * 3_000_000,
    ],
)
def test_whatever_is_no_trail_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other"
    path.write_bytes(content)
    report = check_file(path, Keys())
    assert not report.whole
    assert report.opening is None


@pytest.mark.parametrize(
    "value", ["NaN", "1e5", "true", '"1"', "-1", "1" * 5000, "[[[]]]", '"\\ud800"', "null"]
)
@pytest.mark.parametrize("field", ["sequence", "at", "staff_name", "hash", "counter_number"])
def test_fields_of_another_kind_are_found(lines: list[bytes], check: Check, field: str, value: str) -> None:
    place = entries_of(lines)[0]
    content = dict(zip(FIELDS, json.loads(lines[place]), strict=True))
    text = ",".join(
        value if name == field else json.dumps(given, ensure_ascii=False) for name, given in content.items()
    )
    lines[place] = f"[{text}]\n".encode()
    assert not check(lines).whole
