"""The page of backups and keys, as somebody sees it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.kit.background import Inline
from desktop.ui.kit.theme import Look
from desktop.ui.screens.backups.presenter import BackupsPresenter
from desktop.ui.screens.backups.view import BackupsView
from tests.screens.pages import in_front

Show = Callable[[Actor], tuple[BackupsPresenter, BackupsView]]


@pytest.fixture
def show(station: Counter, inline: Inline, look: Look, qtbot: QtBot) -> Show:
    """Open the page as somebody who is signed in."""

    def make(actor: Actor) -> tuple[BackupsPresenter, BackupsView]:
        presenter = BackupsPresenter(station, actor, inline)
        return presenter, in_front(qtbot, BackupsView(presenter), 1200, 860)

    return make
