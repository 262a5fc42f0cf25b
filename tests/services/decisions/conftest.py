"""Two officers who decide, and cases that a clerk took."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.services.counter import Counter
from desktop.services.rows import Actor, CaseRow
from tests.services.decisions.deciding import Apply, Resident, Take


@pytest.fixture(autouse=True)
def seated(station: Counter, officer: Actor) -> None:
    """An officer is signed in here."""
    station.office.rights.seat(officer)


@pytest.fixture
def second(template: Any) -> Actor:
    """The second officer, at counter 6."""
    return template.second_officer


@pytest.fixture
def taken(resident: Resident, apply: Apply) -> Take:
    """Take a complete application of a new resident."""

    def make(serial: int = 1, **how: Any) -> CaseRow:
        return apply(resident(serial), **how).case

    return make
