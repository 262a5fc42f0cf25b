"""Fixtures for everything with widgets: a themed program, and the runner that answers at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desktop.ui.kit.background import Inline
from desktop.ui.kit.theme import Look


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform remarks on what it leaves out (size hints, raising); no fault of ours."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    """The program's look, light and at 100 %."""
    made = Look(qapp)
    made.use("light", 100)
    yield made
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what is closed is not dressed anew first
    qapp.setStyleSheet("")


@pytest.fixture
def inline() -> Inline:
    """The runner that answers at once."""
    return Inline()
