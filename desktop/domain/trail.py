"""The trail's form: an entry's fields and its hash, a head that stands for a chain, a root for every chain.

Whoever writes the trail, whoever checks it and whoever reads an exported file of it uses this and nothing
else. Everything is text, so that a file has the same as the database.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

FIRST_HASH = "0" * 64
"""What stands before a chain's first entry."""
LIMIT = 400
"""Characters of matter and detail that an entry keeps."""
SHORT_DIGITS = 40
"""Digits of a root's short form."""

_SM3 = hashlib.new("sm3")  # copied for each entry: finding the algorithm takes longer than hashing one
_ENDS = 11  # line ends in a written entry


class Entry(NamedTuple):
    """What an entry's hash covers, besides the hash before it. `at` is a `moment`."""

    counter_number: int
    sequence: int
    at: str
    staff_id: int
    staff_name: str
    action: str
    person_id: int | None
    person_row: int | None
    case_number: str
    paper_number: str
    matter: str
    detail: str


class Head(NamedTuple):
    """Where a counter's chain is: its last entry and that entry's hash; sequence 0 for an empty one."""

    counter_number: int
    sequence: int
    hash: str


def moment(at: datetime) -> str:
    """Give a moment as entries have it: UTC to the microsecond, `2026-11-20T02:00:00.000000+00:00`."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def entry_hash(previous: str, entry: Entry) -> str:
    """Return the SM3 of an entry in hex: the hash before it, then every field, each on its own line.

    A line end or backslash inside a field is written as two characters, so that no two entries are alike.
    """
    counter, sequence, at, staff, name, action, person, row, case, paper, matter, detail = entry
    written = (
        f"{counter}\n{sequence}\n{at}\n{staff}\n{name}\n{action}\n{person or ''}\n{row or ''}\n"
        f"{case}\n{paper}\n{matter}\n{detail}"
    )
    if "\\" in written or written.count("\n") != _ENDS:
        written = "\n".join(
            str("" if field is None else field).replace("\\", "\\\\").replace("\n", "\\n")
            for field in entry[:6] + (person or "", row or "") + entry[8:]
        )
    digest = _SM3.copy()
    digest.update(f"{previous}\n{written}".encode())
    return digest.hexdigest()


def root_of(heads: Sequence[Head]) -> str:
    """Return the root over the heads of all counters, in hex: a Merkle tree as in RFC 6962, 2.1, with SM3.

    A leaf is a head as text, its three fields each on its own line; the heads are taken by counter.
    """
    leaves = [f"{it.counter_number}\n{it.sequence}\n{it.hash}".encode() for it in sorted(heads)]
    return _root(leaves).hex()


def short_root(root: str) -> str:
    """Return the first 128 bits of a root as forty digits, as paper has them."""
    return str(int(root[:32], 16)).zfill(SHORT_DIGITS)


def sm3(content: bytes) -> bytes:
    """Return the SM3 of some bytes (GB/T 32905)."""
    digest = _SM3.copy()
    digest.update(content)
    return digest.digest()


def _root(leaves: Sequence[bytes]) -> bytes:
    if len(leaves) < 2:
        return sm3(b"\0" + leaves[0]) if leaves else sm3(b"")
    left = 1 << ((len(leaves) - 1).bit_length() - 1)  # the largest power of two below their number
    return sm3(b"\1" + _root(leaves[:left]) + _root(leaves[left:]))
