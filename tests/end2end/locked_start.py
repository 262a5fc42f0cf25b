"""A start of the program where the machine alone does not open its data; the arguments are its folders."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.app import Program
from desktop.services.ports import Folders, SystemClock
from desktop.ui.kit.scanner import Scanner
from tests.end2end.first_run import words
from tests.end2end.hand import Hand, KeyTimes

SECRET = "four quiet words here"


def main(data: Path, cache: Path) -> None:
    """A wrong secret is told, the right one leads to the sign-in page, and the clerk gets in."""
    app = QApplication(["residence-counter"])
    times = KeyTimes()
    program = Program(app, Folders(data, cache), SystemClock(), scanner=Scanner(times))
    hand = Hand(program.window, data / "hand", times)
    program.open()
    program.window.resize(1280, 800)
    program.window.show()
    program.window.activateWindow()
    hand.until(lambda: hand.sees("unlock_data"), "the secret is asked for first")
    hand.fill("secret", "not the secret at all")
    hand.key(Qt.Key.Key_Return)
    hand.until(lambda: "口令不对" in words(program.window), "a wrong one is told")
    assert not hand.sees("sign_in_name")
    hand.chord("Ctrl+A")
    hand.type(SECRET)
    hand.key(Qt.Key.Key_Return)
    hand.until(lambda: hand.sees("sign_in_name") and not hand.sees("unlock_data"), "the sign-in page")
    hand.until(lambda: program.gates.greeter.welcome is not None, "the station is known")
    hand.fill("sign_in_name", "one")
    hand.fill("password", "test-pass-1")
    hand.key(Qt.Key.Key_Return)
    hand.until(lambda: program.window.at_work, "the clerk is in")
    print("in", flush=True)
    program.window.close()


def due(data: Path, cache: Path) -> None:
    """The system administrator signs in and is told at once that the recovery key is due."""
    app = QApplication(["residence-counter"])
    times = KeyTimes()
    program = Program(app, Folders(data, cache), SystemClock(), scanner=Scanner(times))
    hand = Hand(program.window, data / "hand", times)
    program.open()
    program.window.resize(1440, 900)
    program.window.show()
    program.window.activateWindow()
    hand.until(lambda: program.gates.greeter.welcome is not None, "the station is known")
    hand.fill("sign_in_name", "boss")
    hand.fill("password", "test-pass-3")
    hand.key(Qt.Key.Key_Return)
    hand.until(lambda: program.window.at_work, "the administrator is in")
    hand.until(lambda: hand.sees("banner") and "还没有恢复密钥" in words(program.window), "it is due")
    program.window.grab().save(str(data / "due.png"))
    print("due", flush=True)
    program.window.close()


if __name__ == "__main__":
    {"locked": main, "due": due}[sys.argv[3]](Path(sys.argv[1]), Path(sys.argv[2]))
