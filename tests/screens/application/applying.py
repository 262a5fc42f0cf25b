"""Who applies in these tests, and hands that choose a photo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from desktop.domain.codes import CaseState
from desktop.services.counter import Counter
from desktop.services.rows import Actor

Desk = Any  # conftest's
OpenDesk = Callable[..., Desk]
Person = Callable[[str], int]
ELIGIBLE, TOO_EARLY, ACCEPTED = "解明月", "孙念慈", "单雨桐"
ENTER, SPACE, CONTROL = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier


def choose_photo(desk: Desk, picture: Path) -> None:
    desk.type("photo", str(picture))
    desk.key("photo", ENTER)


def states(counter: Counter, person_id: int, actor: Actor) -> list[CaseState]:
    page = counter.people.page(actor, person_id)
    return [case.state for case in page.cases if case.kind == "permit_application"]
