"""A real window in a process of its own, to be killed: signs in, takes up what comes back, goes on typing.

`python -m tests.end2end.window_session DATA CACHE`; every line it prints is JSON: first what came back after
the sign-in (`null` for nothing), then what stands in the field after each key, with the time it stood there.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.app import Program
from desktop.services.ports import Folders, SystemClock
from desktop.ui.kit.scanner import Scanner
from desktop.ui.kit.turns import at_rest
from tests.end2end.hand import Hand, KeyTimes, breathe
from tests.patience import Steady

FIELD = "road"


def say(what: object) -> None:
    print(json.dumps(what, ensure_ascii=False), flush=True)


def main(data: Path, cache: Path, kept: bool) -> None:
    app = QApplication(["residence-counter"])
    times = KeyTimes()
    program = Program(app, Folders(data, cache), SystemClock(), practice=True, scanner=Scanner(times))
    hand = Hand(program.window, data / "hand", times)
    program.open()
    program.window.resize(1280, 800)
    program.window.show()
    program.window.activateWindow()
    hand.until(lambda: hand.sees("practice_clerks"), "the sign-in page")
    hand.fill("sign_in_name", "wangfang")
    hand.fill("password", "yanlian-01")
    hand.key(Qt.Key.Key_Return)
    hand.until(lambda: program.window.at_work, "the desk")
    if kept:
        hand.until(lambda: hand.sees(FIELD) and bool(value(hand)), "the form that was being filled in")
        hand.until(at_rest, "the whole of it")
        hand.until(lambda: QApplication.focusWidget() is not None, "the focus is back")
        focus = QApplication.focusWidget()
        cursor = focus.cursorPosition() if isinstance(focus, QLineEdit) else -1
        say({"value": value(hand), "focus": focus.objectName() if focus else "", "cursor": cursor})
    else:
        hand.until(lambda: hand.sees("search") and at_rest(), "the one box")
        breathe(700)
        say(None)
        hand.chord("F6")
        hand.until(lambda: hand.sees(FIELD), "the form")
        hand.reach(FIELD)
    count, steady = 0, Steady()
    while True:
        if count % 40 == 0:  # a road's name has its limit; no two states of it are the same
            hand.chord("Ctrl+A")
            hand.type(chr(ord("A") + count // 40 % 26))
            say({"value": value(hand), "at": steady()})
        hand.type("abcdefghij"[count % 10])
        count += 1
        say({"value": value(hand), "at": steady()})
        breathe(25)


def value(hand: Hand) -> str:
    box = hand.find(FIELD)
    return box.text() if isinstance(box, QLineEdit) else ""


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), bool(sys.argv[3:]))
