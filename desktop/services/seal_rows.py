"""What the screens see of keys and of papers checked; frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.errors import Sentence


@dataclass(frozen=True, slots=True)
class SealKeyRow:
    """A public key known here. `own` ones seal this station's papers, `current` is the one that does now."""

    key_id: str
    algorithm: str
    station: str
    station_name: str
    practice: bool
    own: bool
    current: bool
    made_on: date
    retired_on: date | None
    revoked_on: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class SealKeyRows:
    """Every key known here, this station's first, and the fingerprint of the file that it would give out."""

    rows: tuple[SealKeyRow, ...]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class KeysTold:
    """What came of writing or reading a file: how many keys or papers, and the fingerprint of the file."""

    count: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class CheckedField:
    """A field of the paper set against what was signed; `same` is None where it was not compared."""

    name: str
    label: str
    text: str
    same: bool | None


@dataclass(frozen=True, slots=True)
class CheckedPaper:
    """How a paper stands. `verdict` is one word of `printing.seal.findings.Verdict`.

    `words` are the verdict in short, `sentence` in full. `known` says what this station's own records say of
    the paper; `paper_id` is it, where it is ours. `text` is the code as it was read; the rest is what it says
    where its signature held.
    """

    verdict: str
    words: Sentence
    sentence: Sentence
    text: str = ""
    title: str = ""
    number: str = ""
    masked_name: str = ""
    station_name: str = ""
    issued_on: date | None = None
    valid_until: date | None = None
    key_id: str = ""
    fields: tuple[CheckedField, ...] = ()
    known: Sentence | None = None
    paper_id: int | None = None
    person_id: int | None = None
    list_as_of: date | None = None
