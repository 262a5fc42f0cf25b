"""The table of terms is whole: every kind, no usual term below its floor, a law behind every floor."""

from __future__ import annotations

import csv

from desktop.domain.retention import DATA_WORDS, START_WORDS, DataKind
from desktop.policies.retention import TABLE, retentions


def test_every_kind_is_there_once_with_words() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        assert [row["kind"] for row in csv.DictReader(file)] == [kind.value for kind in DataKind]
    assert set(DATA_WORDS) == set(START_WORDS) == set(DataKind)


def test_a_floor_has_its_law_and_a_usual_term_its_reason() -> None:
    for one in retentions().values():
        assert one.usual >= one.floor
        assert bool(one.law) is (one.floor > 0)
        assert one.why.startswith("《")
    assert retentions()[DataKind.TRAIL].floor == 6  # 网络安全法: no less than six months
    assert [kind for kind, one in retentions().items() if not one.purged] == [DataKind.TRAIL]
