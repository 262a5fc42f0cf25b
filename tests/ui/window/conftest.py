"""A window at work."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.kit.text import Language, Languages
from desktop.ui.kit.theme import Look
from desktop.ui.main_window import MainWindow
from tests.ui.window.made import Made


@pytest.fixture
def made() -> Made:
    return Made()


@pytest.fixture
def window(look: Look, qtbot: QtBot, made: Made) -> Iterator[MainWindow]:
    languages = Languages()
    shown = MainWindow(look, languages)
    qtbot.addWidget(shown)
    shown.enter(made.duty("export"))
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown
    languages.use(Language.CHINESE)
