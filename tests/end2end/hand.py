"""A clerk's hand for the tour: keys into the real window, and a record of every step."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QPainter, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from shiboken6 import isValid

from desktop.ui.kit.idle import IdleWatch
from desktop.ui.kit.stages import is_built
from desktop.ui.kit.unveil import is_unveiled
from desktop.ui.kit.watch import GuiWatch

HAND_MS, SCANNER_MS = 120, 4
HANGS = 300.0
"""Seconds after which something is not late but will not come: making the practice station takes five on a free machine."""


@dataclass
class Step:
    """One thing the clerk did."""

    name: str
    seconds: float = 0.0
    keystrokes: int = 0
    mouse_clicks: int = 0
    scans: int = 0
    worst_gap_ms: float = 0.0
    heaviest_job_ms: float = 0.0
    gaps_over_16_ms: list[float] = field(default_factory=list)
    jobs_over_16_ms: list[float] = field(default_factory=list)
    files: list[str] = field(default_factory=list)


def breathe(milliseconds: int) -> None:
    """Let the program live for a while. `QTest.qWait` would keep Python's lock and starve the workers."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def strike(window: QWindow, key: Any, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key, or the key of a character, and let it go.

    `QTest.keyClick` lets it go in a window that may have closed at the press, and takes the program with it.
    """
    QTest.keyPress(window, key, modifier)
    if isValid(window):
        QTest.keyRelease(window, key, modifier)


class KeyTimes:
    """The time of each key as the scanner's filter sees it: a hand's keys are far apart, a scanner's close."""

    def __init__(self) -> None:
        self.now, self.apart = 0, HAND_MS

    def __call__(self, _event: QKeyEvent) -> int:
        self.now += self.apart
        return self.now


class Hand:
    """Types, presses and looks; counts what it does."""

    def __init__(self, window: QWidget, out: Path, times: KeyTimes) -> None:
        self.window, self.out, self._times = window, out, times
        self.steps: list[Step] = []
        self.watch = GuiWatch()
        self._step = Step("start")
        for folder in ("screens", "papers"):
            (out / folder).mkdir(parents=True, exist_ok=True)

    @contextmanager
    def step(self, name: str) -> Iterator[Step]:
        """Record what happens inside as one step."""
        self._step = Step(name)
        self.steps.append(self._step)
        self.watch.reset()
        self.watch.start()
        began = time.perf_counter()
        yield self._step
        self.watch.pause()
        self._step.seconds = round(time.perf_counter() - began, 3)
        self._step.worst_gap_ms = round(self.watch.worst, 1)
        self._step.heaviest_job_ms = round(self.watch.heaviest, 1)
        self._step.gaps_over_16_ms = [round(gap, 1) for gap in self.watch.gaps]
        self._step.jobs_over_16_ms = [round(job, 1) for job in self.watch.jobs]

    # -- hands ---------------------------------------------------------------------------------------
    def _window(self) -> QWindow:
        if QApplication.activeWindow() is None:
            # the offscreen platform has no window manager that gives the focus back when a page goes
            (QApplication.activeModalWidget() or self.window).activateWindow()
            self.until(lambda: QApplication.activeWindow() is not None, "a window is active")
        handle = (QApplication.activeWindow() or self.window).windowHandle()
        assert handle is not None
        return handle

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key."""
        self._step.keystrokes += 1
        strike(self._window(), key, modifier)
        breathe(1)

    def chord(self, keys: str) -> None:
        """Press a combination as the menus write it, such as `Ctrl+Return`; it counts as one keystroke."""
        combined = QKeySequence(keys)[0]
        self.key(combined.key(), combined.keyboardModifiers())

    def type(self, words: str) -> None:
        """Type words a key at a time; a Chinese character comes as an input method commits it."""
        for character in words:
            self._step.keystrokes += 1
            window = self._window()
            if ord(character) < 127:
                strike(window, character)
            else:
                focus = QApplication.focusWidget()
                assert focus is not None, "nothing has the focus"
                committed = QInputMethodEvent()
                committed.setCommitString(character)
                QApplication.sendEvent(focus, committed)
            breathe(1)

    def reach(self, name: str) -> None:
        """Press Tab until the focus is on the widget of that name; nothing when it is there already."""
        for _ in range(80):
            if self.focus_is(name):
                return
            self.key(Qt.Key.Key_Tab)
        self.picture(f"failed-reach-{name}")
        raise AssertionError(f"Tab never leads to {name}")

    def fill(self, name: str, words: str) -> None:
        """Go to a field by Tab and type."""
        self.reach(name)
        self.type(words)

    def pick(self, name: str, words: str) -> None:
        """Type into a field that suggests, wait for its list, and take the first with Tab."""
        self.fill(name, words)
        self.until(lambda: self.sees("offers"), f"suggestions for {name}")
        self.key(Qt.Key.Key_Tab)
        self.until(lambda: not self.focus_is(name), f"the first of {name} is taken")

    def scan(self, code: str) -> None:
        """Let the scanner send a code and Enter, faster than any hand."""
        self._step.scans += 1
        self._times.now, self._times.apart = self._times.now + 10_000, SCANNER_MS
        for character in code:
            strike(self._window(), character)
        strike(self._window(), Qt.Key.Key_Return)
        self._times.apart = HAND_MS
        self._times.now += 10_000

    def click(self, widget: QWidget) -> None:
        """Press the mouse: the tour counts it against itself."""
        self._step.mouse_clicks += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    # -- eyes ----------------------------------------------------------------------------------------
    def do(self, action: str, keys: str) -> None:
        """Press the keys of an action once its button says that it is possible."""
        self.until(lambda: self.sees(action) and self.find(action).isEnabled(), f"{action} is possible")
        self.chord(keys)

    def dialog(self, what: str) -> None:
        """Wait until a dialog is open and takes keys: for its first moment it takes none."""
        self.until(lambda: QApplication.activeModalWidget() is not None, what)
        breathe(200)

    def find(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """Return the visible widget of an object name."""
        for top in QApplication.topLevelWidgets():
            if top.isVisible():
                if top.objectName() == name:
                    return top
                for found in top.findChildren(kind, name):
                    if found.isVisible():
                        return found
        raise AssertionError(f"no visible widget is called {name}")

    def sees(self, name: str) -> bool:
        """Tell whether a widget of that name is visible."""
        try:
            self.find(name)
        except AssertionError:
            return False
        return True

    def focus_is(self, name: str) -> bool:
        """Tell whether the focus is on the widget of that name."""
        focus = QApplication.focusWidget()
        return focus is not None and focus.objectName() == name

    def until(self, true: Callable[[], bool], what: str) -> None:
        """Wait until something is so; fail with words when it does not come."""
        ends = time.monotonic() + HANGS
        while not self._is(true):
            if time.monotonic() > ends:
                self.picture(f"failed-{what}".replace(" ", "-").replace("/", "-")[:60])
                raise AssertionError(f"waited {HANGS:g} s in vain: {what}")
            breathe(5)

    def _is(self, true: Callable[[], bool]) -> bool:
        """Look without counting the look itself as a stand-still of the program."""
        running = self.watch.running
        self.watch.pause()
        found = true()
        if running:
            self.watch.start()
        return found

    def built(self) -> None:
        """Wait until no view is still being built, or shown a part a turn."""
        self.until(lambda: is_built(self.window), "every view is built")
        self.until(lambda: not self._follows() and is_unveiled(self.window), "every view is shown whole")

    def _here(self) -> None:
        """Count as a touch: eight pictures on a busy machine take longer than it waits before it locks."""
        for watch in self.window.findChildren(IdleWatch):
            watch.eventFilter(watch, QEvent(QEvent.Type.TouchBegin))

    def _follows(self) -> bool:
        """Whether a list waits for what is shown beside it."""
        lists = self.window.findChildren(QAbstractItemView)
        return any(each.isVisible() and not each.updatesEnabled() for each in lists)

    def picture(self, name: str) -> Path:
        """Keep a picture of the window, with the dialog or the menu over it."""
        self.watch.pause()
        self._here()
        self.built()
        breathe(30)
        self.built()  # a list may have been read again meanwhile
        path = self.out / "screens" / f"{name}.png"
        top = QApplication.activeModalWidget() or self.window
        picture = self.window.grab()
        menu = QApplication.activePopupWidget()
        if menu is not None:
            painter = QPainter(picture)
            painter.drawPixmap(self.window.mapFromGlobal(menu.pos()), menu.grab())
            painter.end()
        elif top is not self.window:
            painter = QPainter(picture)
            # where a window manager would put it: in the middle of its window
            place = self.window.rect().center() - top.rect().center()
            painter.drawPixmap(place, top.grab())
            painter.end()
        picture.save(str(path))
        self._step.files.append(str(path.relative_to(self.out)))
        self.watch.start()
        return path

    def keep(self, name: str, content: bytes) -> Path:
        """Keep a paper."""
        path = self.out / "papers" / name
        path.write_bytes(content)
        self._step.files.append(str(path.relative_to(self.out)))
        return path

    def record(self) -> None:
        """Write tour.json."""
        written = [asdict(step) for step in self.steps]
        (self.out / "tour.json").write_text(json.dumps(written, ensure_ascii=False, indent=1), "utf-8")
