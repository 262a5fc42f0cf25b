"""Whatever is done on a page by a key has its button in sight, with text at 200 % too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.services.counter import Counter
from desktop.services.rows import Actor
from desktop.ui.duties import duty
from desktop.ui.kit.background import Inline
from desktop.ui.kit.theme import Look
from tests.screens.pages import find, in_front

ROOM = 1240, 740
"""What the frame leaves a page in a window of 1440 x 900 at 200 %, in pixels."""


@pytest.mark.parametrize(
    ("page", "keys"),
    [
        ("connection", ("save_connection", "try_connection", "move_to_station")),
        ("station_settings", ("save_settings", "undo_settings")),
        (
            "printers",
            ("save_printer", "undo_printer", "save_for_sheets", "print_test_page", "find_printers"),
        ),
        ("calendar", ("save_day", "clear_day", "choose_notice")),
        (
            "backups",
            ("make_backup", "try_backup", "set_backup_plan", "restore_backup", "restore_file", "stop_backup"),
        ),
    ],
)
def test_with_large_letters_no_key_is_scrolled_for(
    page: str, keys: tuple[str, ...], counter: Counter, inline: Inline, look: Look, qtbot: QtBot
) -> None:
    boss = counter.sign_in.sign_in("zhoutao", "yanlian-07", 2)
    look.use("light", 200)
    screen = duty(counter, boss, inline, lambda *_: None).screens[page]()
    view = in_front(qtbot, screen.view(), *ROOM)
    for name in keys:
        button = find(view, name)
        qtbot.waitUntil(lambda it=button: it.visibleRegion().boundingRect() == it.rect())


def test_with_large_letters_the_key_that_ends_the_day_is_in_sight(
    counter: Counter, actor: Actor, inline: Inline, look: Look, qtbot: QtBot
) -> None:
    look.use("light", 200)
    screen = duty(counter, actor, inline, lambda *_: None).screens["day"]()
    view = in_front(qtbot, screen.view(), *ROOM)
    QTest.keyClick(view, Qt.Key.Key_F7)
    button = find(view, "end_day")
    qtbot.waitUntil(lambda: button.visibleRegion().boundingRect() == button.rect())
