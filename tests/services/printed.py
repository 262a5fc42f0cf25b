"""A paper of a registration and its first copy, for the tests that print."""

from __future__ import annotations

import pytest

from desktop.services.counter import Counter
from desktop.services.paper_rows import CopyRow
from desktop.services.rows import Actor
from tests.services.conftest import Register


@pytest.fixture
def paper(register: Register) -> int:
    """A certificate that was issued and not printed yet."""
    return register().paper_id


@pytest.fixture
def copy(station: Counter, clerk: Actor, paper: int) -> CopyRow:
    """Its original, drawn."""
    return station.papers.prepare(clerk, "request-0", paper)
