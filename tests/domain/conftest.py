"""The published rules and calendar, read once."""

from __future__ import annotations

import pytest

from desktop.domain.working_days import Calendar
from desktop.policies import PolicyBook, load_calendar


@pytest.fixture(scope="session")
def book() -> PolicyBook:
    return PolicyBook.load()


@pytest.fixture(scope="session")
def calendar() -> Calendar:
    return load_calendar()
