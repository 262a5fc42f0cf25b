"""What each of the main window's actions does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop.ui.kit.shortcuts import key_rows, keys_of
from desktop.ui.kit.window_actions import GOES_TO

if TYPE_CHECKING:
    from desktop.ui.kit.text import Languages
    from desktop.ui.kit.theme import Look
    from desktop.ui.main_window import MainWindow
    from desktop.ui.work import Work


def deeds_of(window: MainWindow, look: Look, languages: Languages) -> Mapping[str, Callable[[], object]]:
    """Return what each does, by its name and in the order in which F1 lists them."""

    def at_work(do: Callable[[Work], None]) -> Callable[[], None]:
        return lambda: do(window.work) if window.work is not None else None

    return {
        "search": window.focus_search,
        **{name: partial(window.go, route) for name, route in GOES_TO.items()},
        "desk": at_work(lambda work: work.home()),
        "hand_over": at_work(lambda work: work.hand_over()),
        "show_whole": at_work(lambda work: work.show_whole()),
        "to_send": partial(window.go, "to_send"),
        "back": window.back,
        "lock": window.lock,
        "sign_out": window.sign_out,
        "help": partial(_show_keys, window),
        "settings": at_work(lambda work: work.frame.open_settings(window.actions_by_name())),
        "switch_language": languages.switch,
        "switch_theme": partial(window.change_look, look.next_theme),
        "text_larger": partial(window.change_look, partial(look.larger, 1)),
        "text_smaller": partial(window.change_look, partial(look.larger, -1)),
    }


def _show_keys(window: MainWindow) -> None:
    from desktop.ui.kit.keys import KeyOverview  # for start-up time: seldom wanted

    if QApplication.activeModalWidget() is None:
        seen = window.seen
        here = keys_of(seen.view()) if seen is not None else ()
        KeyOverview(window, here, key_rows(window.actions_by_name().values())).open()
