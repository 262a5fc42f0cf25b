"""The first run of a real station, in a process of its own: `python -m tests.end2end.first_run DATA CACHE`.

Sets a station up from the sign-in page by keyboard and signs its administrator in, who adds an officer; the officer
sets a password in place of the one-time one and is let in. Prints the window's title, and who may decide.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.app import Program
from desktop.services.ports import Folders, SystemClock
from desktop.ui.kit.scanner import Scanner
from tests.end2end.hand import Hand, KeyTimes, breathe

STATION = {
    "station_code": "009",
    "name": "测试路派出所",
    "address": "测试路1号",
    "phone": "0531-81234567",
    "counter_number": "5",
    "administrator_name": "王测试",
    "sign_in_name": "wang",
    "password": "secret-12",
    "password_again": "secret-12",
    "secret": "four quiet words here",
    "secret_again": "four quiet words here",
}


def words(window: QWidget) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def add_an_officer(hand: Hand) -> str:
    """Add an officer as the administrator does; return the one-time password read from the screen."""
    hand.chord("Ctrl+Shift+Y")
    hand.until(lambda: hand.sees("staff") and hand.sees("add_staff"), "the list of staff")
    hand.built()
    hand.do("add_staff", "F6")
    hand.dialog("who is added")
    hand.fill("name", "陈测试")
    hand.fill("sign_in_name", "chen")
    hand.fill("role", "o")
    hand.key(Qt.Key.Key_Return)
    hand.until(lambda: hand.sees("one_time_password"), "the one-time password")
    breathe(200)
    label = hand.find("one_time_password")
    assert isinstance(label, QLabel)
    once = label.text()
    hand.key(Qt.Key.Key_Return)
    hand.until(lambda: not hand.sees("one_time_password"), "it is shown once")
    return once


def main(data: Path, cache: Path) -> None:
    app = QApplication(["residence-counter"])
    times = KeyTimes()
    program = Program(app, Folders(data, cache), SystemClock(), scanner=Scanner(times))
    hand = Hand(program.window, data / "hand", times)
    program.open()
    program.window.resize(1280, 800)
    program.window.show()
    program.window.activateWindow()
    hand.until(lambda: hand.sees("practice_clerks"), "the practice station is there first")
    hand.reach("set_up")
    hand.key(Qt.Key.Key_Space)
    hand.until(lambda: hand.sees("station_code"), "the form opens")
    hand.pick("division", "lixia")
    for field, typed in STATION.items():
        hand.fill(field, typed)
    hand.chord("F8")
    hand.until(
        lambda: hand.sees("sign_in_name") and not hand.sees("station_code"), "the sign-in page is back"
    )
    hand.until(lambda: STATION["name"] in words(program.window), "and it is the real station's")
    hand.reach("counter_number")
    hand.chord("Ctrl+A")
    hand.type("5")
    hand.fill("sign_in_name", "wang")
    hand.fill("password", "secret-12")
    hand.key(Qt.Key.Key_Return)
    hand.until(lambda: program.window.at_work, "the administrator is in")
    hand.until(lambda: hand.sees("suspended"), "the first of the day sees what it begins with")
    print(program.window.windowTitle(), hand.sees("practice_mark"))
    once = add_an_officer(hand)
    hand.chord("Ctrl+Shift+Q")
    hand.until(lambda: hand.sees("sign_in_name"), "the sign-in page")
    breathe(300)
    for field, typed in (("sign_in_name", "chen"), ("password", once)):
        hand.fill(field, typed)
    hand.key(Qt.Key.Key_Return)
    hand.dialog("another password is asked for")
    assert not program.window.at_work
    for field in ("new_password", "new_password_again"):
        hand.fill(field, "plum-tree-7")
    hand.key(Qt.Key.Key_Return)
    hand.until(lambda: program.window.at_work, "the officer is in")
    hand.until(lambda: hand.sees("decide"), "and may decide")
    print(words(program.window).count("陈测试") > 0, hand.sees("export_log"))
    program.window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
