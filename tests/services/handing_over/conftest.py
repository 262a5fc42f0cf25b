"""Permits that wait to be collected."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from desktop.domain.codes import (
    MaterialState,
)
from desktop.domain.replacement import ReplacementKind
from desktop.services import permit_records
from desktop.services.counter import Counter
from desktop.services.permit_rows import PermitRow
from desktop.services.rows import Actor
from tests.services.asked import key


@pytest.fixture
def made(
    resident: Callable[..., int], apply: Callable[..., Any], produce: Callable[..., PermitRow]
) -> Callable[..., PermitRow]:
    """Take, grant and produce a first permit today."""

    def make(serial: int = 1, on: date = date(2026, 5, 19), **how: Any) -> PermitRow:
        return produce(apply(resident(serial, on=on), **how).case)

    return make


@pytest.fixture
def renewed(
    station: Counter, clerk: Actor, issue: Callable[..., PermitRow], produce: Callable[..., PermitRow]
) -> Callable[..., tuple[PermitRow, PermitRow]]:
    """Issue a permit, take its replacement and produce the new one; return both, the old one first."""

    def make(kind: ReplacementKind = ReplacementKind.DAMAGED) -> tuple[PermitRow, PermitRow]:
        old = issue(on=date(2026, 11, 20), registered=date(2026, 5, 10))
        brought = ["identity", "photo"]
        if kind is not ReplacementKind.LOST:
            brought.append("old_permit")
        if kind is ReplacementKind.CHANGED:
            brought.append("change_proof")
        done = station.replacements.replace(
            clerk,
            key(),
            old.permit_id,
            old.version,
            kind,
            b"photo",
            dict.fromkeys(brought, MaterialState.PRESENT),
            "磨损无法识别",
        )
        assert done.case is not None
        old = permit_records.find(station.office.database.link, old.permit_id)
        return old, produce(done.case, replaces=old)

    return make
