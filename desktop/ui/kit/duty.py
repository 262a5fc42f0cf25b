"""What the main window must be told to begin work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from desktop.ui.kit.screen import Screen
from desktop.ui.kit.whole import Ask

ROUTES = (
    *("open_person", "open_case", "register", "apply", "resume", "papers", "paper", "day", "export"),
    "hand_over",
)
"""A presenter's navigation signals; a `Duty` says how to make the screen of each."""
TOLD_APART_BY: Mapping[str, int] = {"hand_over": 0, "verify": 0, "papers": 1}
"""Screens that are there once, or once for each case: how much of what somebody goes to them with tells them
apart. The rest is carried to the one that is open."""

SEALED = "RC1:"
"""What the signed code of a paper begins with: wherever it is scanned, the paper is checked."""


@dataclass(frozen=True, slots=True)
class Duty:
    """Who works at which counter, and how each screen is made for them.

    `screens` has what is open to them (`ways`), each called with what the signal carries:
    `screens["open_person"](person_id)`; `home` is the one under everything, at the counter "desk" (a `Finder`). Their modules are imported when first called. `lock` makes the lock
    screen, a `Gate`; `whole` asks for somebody's whole numbers.
    """

    station: str
    counter_number: int
    clerk: str
    practice: bool
    screens: Mapping[str, Callable[..., Screen]]
    lock: Callable[[], Screen]
    whole: Ask | None = None
    home: str = "desk"
