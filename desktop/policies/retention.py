"""The table of how long personal data is kept, read from the file shipped beside it."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from desktop.domain.retention import DataKind, Retention

TABLE = Path(__file__).with_name("retention.csv")
"""A line a kind: months that the law asks for and its article, the usual months and what speaks for them,
whether this program deletes it, whether the article was read in its own text (docs/decisions/013)."""


@cache
def retentions() -> Mapping[DataKind, Retention]:
    """Return the terms of every kind; a kind that is missing or usually kept below its floor is our bug."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = {DataKind(row["kind"]): row for row in csv.DictReader(file)}
    found = {
        kind: Retention(
            kind=kind,
            floor=int(rows[kind]["floor_months"]),
            law=rows[kind]["law"],
            usual=int(rows[kind]["usual_months"]),
            why=rows[kind]["why"],
            purged=rows[kind]["purged"] == "yes",
            read=rows[kind]["read"] == "yes",
        )
        for kind in DataKind
    }
    if any(one.usual < one.floor for one in found.values()):
        raise ValueError("a usual term is below its floor")
    return found
