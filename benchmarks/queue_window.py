"""The program itself at the decider's desk: pages through the queue, narrows it, jumps to its end; told and telling as JSON."""

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication

from benchmarks.stations import CACHE, StandingClock
from desktop.app import Program
from desktop.services.ports import Folders
from desktop.ui.kit.scanner import Scanner
from tests.end2end.hand import Hand, KeyTimes, breathe

REST_EVERY = 500
"""After so many pages the hand rests, and the case under the cursor is shown."""
Key = Qt.Key

asked = json.load(sys.stdin)
told: dict[str, Any] = {"jobs": {}, "gaps": {}, "seconds": {}}
app = QApplication(["residence-counter", "-style", "fusion"])
times = KeyTimes()
program = Program(
    app, Folders(Path(asked["folder"]), CACHE), StandingClock(), scanner=Scanner(times), fusion=True
)
window = program.window
hand = Hand(window, Path(tempfile.mkdtemp(prefix="queue-")), times)


@contextmanager
def measured(name: str) -> Iterator[None]:
    """Tell how long the screen's thread worked in one go, and stood still, while this was done."""
    hand.watch.reset()
    hand.watch.start()
    start = time.monotonic()
    yield
    hand.watch.pause()
    told["seconds"][name] = time.monotonic() - start
    told["jobs"][name] = hand.watch.heaviest
    told["gaps"][name] = hand.watch.worst


def queue() -> QAbstractItemView:
    """Give the list."""
    found = hand.find("queue", QAbstractItemView)
    assert isinstance(found, QAbstractItemView)
    return found


def row_is_read() -> bool:
    """Whether the row under the cursor is read."""
    return bool(queue().current() is not None)  # type: ignore[attr-defined]


def case_is_shown() -> bool:
    """Whether the case under the cursor is shown."""
    row = queue().current()  # type: ignore[attr-defined]
    if row is None or not hand.sees("case_name"):
        return False
    return getattr(hand.find("case_name"), "text", str)() == row.case.person_name


def settled() -> None:
    """Wait for the case under the cursor."""
    hand.until(case_is_shown, "the case under the cursor is shown")
    hand.built()


def count() -> int:
    """Give how many cases the list has."""
    return queue().model().rowCount()


def narrowed(name: str, words: str) -> None:
    """Choose in a filter, and wait for the list."""
    before = count()
    hand.reach(name)
    hand.chord("Ctrl+A")
    hand.type(words)
    hand.key(Key.Key_Tab)
    hand.until(lambda: count() != before and (not count() or case_is_shown()), f"{name} narrows the list")
    told.setdefault("narrowed", []).append(count())


program.open()
window.resize(1440, 900)
window.show()
window.activateWindow()
hand.until(lambda: hand.sees("sign_in_name"), "the sign-in page")
breathe(3_000)  # what is read in after the first paint is measured elsewhere
hand.fill("sign_in_name", asked["name"])
hand.fill("password", asked["password"])
hand.key(Key.Key_Return)
hand.until(lambda: window.at_work, "the desk")
breathe(3_000)
with measured("opened"):
    hand.chord("Ctrl+J")
    hand.until(lambda: hand.sees("queue") and count() > 0, "the queue")
    settled()
told["cases"] = count()
told["pages"] = 0
with measured("paged"):
    while queue().currentIndex().row() < count() - 1:
        hand.key(Key.Key_PageDown)
        hand.until(row_is_read, "the rows are read")
        told["pages"] += 1
        if told["pages"] % REST_EVERY == 0:
            settled()
    settled()
with measured("jumped"):
    for key in (Key.Key_Home, Key.Key_End, Key.Key_Home, Key.Key_End):
        hand.key(key)
        settled()
with measured("narrowed"):
    narrowed("clerk", asked["clerk"])
    narrowed("case_kind", asked["kind"])
    narrowed("overdue", " ")
window.close()
print(json.dumps(told))
