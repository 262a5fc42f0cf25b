"""The codes that packs may name are those that the desk knows, and the ones abolished since 2000."""

from __future__ import annotations

import csv
import lzma
from collections import defaultdict

from desktop.models.divisions import DATA
from desktop.policies.division_codes import COUNTIES, begins_a_county, counties, streets


def test_they_are_the_codes_of_the_table_of_addresses() -> None:
    by_length: dict[int, set[str]] = defaultdict(set)
    with lzma.open(DATA, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            by_length[len(row["code"])].add(row["code"])
    with COUNTIES.open(encoding="ascii", newline="") as file:
        rows = list(csv.DictReader(file))
    now = {row["code"] for row in rows if row["standing"] == "now"}
    abolished = {row["code"] for row in rows if row["standing"] == "abolished"}
    assert len(rows) == len(now) + len(abolished), "a code is named once, as it stands"
    assert now == by_length[6]
    assert streets() == by_length[9]
    assert {"370125", "370181", "371202", "371203", "330103", "410322"} <= abolished
    assert {"370176", "371371", "370112"} <= now
    assert counties() == now | abolished


def test_a_province_a_city_and_a_county_are_known_by_their_digits() -> None:
    assert [begins_a_county(digits) for digits in ("", "37", "3701", "370112", "371202")] == [True] * 5
    assert [begins_a_county(digits) for digits in ("38", "3799", "370199")] == [False] * 3
