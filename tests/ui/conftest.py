"""Fixtures for everything with widgets: a themed program without fonts to load, and tidy windows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.kit.background import Inline
from desktop.ui.kit.theme import Look


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    """The program's look, light and at 100 %."""
    made = Look(qapp)
    made.use("light", 100)
    yield made
    qapp.setStyleSheet("")


@pytest.fixture
def inline() -> Inline:
    """The runner that answers at once."""
    return Inline()
