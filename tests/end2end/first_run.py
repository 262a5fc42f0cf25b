"""The first run of a real station, in a process of its own: `python -m tests.end2end.first_run DATA CACHE`.

Sets a station up from the sign-in page by keyboard and signs its administrator in, who adds two people and appoints
the security administrator; that one makes the other an officer, who sets a password in place of the one-time one and
is let in. Prints the window's title, and who may decide.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.app import Program
from desktop.services.ports import Folders, SystemClock
from desktop.ui.kit.dialog import READ
from desktop.ui.kit.scanner import Scanner
from tests.end2end.hand import Hand, KeyTimes, breathe

if TYPE_CHECKING:
    from desktop.ui.main_window import MainWindow

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


def add(hand: Hand, name: str, sign_in_name: str) -> str:
    """Add somebody as the system administrator does; return the one-time password read from the screen."""
    hand.do("add_staff", "F6")
    hand.dialog("who is added")
    hand.fill("name", name)
    hand.fill("sign_in_name", sign_in_name)
    hand.key(Qt.Key.Key_Return)
    hand.until(lambda: hand.sees("one_time_password"), "the one-time password")
    breathe(READ + 200)
    label = hand.find("one_time_password")
    assert isinstance(label, QLabel)
    once = label.text()
    hand.key(Qt.Key.Key_Return)
    hand.until(lambda: not hand.sees("one_time_password"), "it is shown once")
    return once


def give(hand: Hand, sign_in_name: str, role: str) -> None:
    """Give somebody a role, typed by the initials of its name."""
    table: Any = hand.find("staff_list")
    hand.until(lambda: any(row.sign_in_name == sign_in_name for row in table.model().rows), "they are listed")
    hand.reach("staff_list")
    hand.key(Qt.Key.Key_Home)
    while table.current().sign_in_name != sign_in_name:
        hand.key(Qt.Key.Key_Down)
    hand.do("give_role", "Ctrl+R")
    hand.dialog("which role")
    hand.fill("role", role)
    hand.chord("Ctrl+Return")
    hand.until(lambda: not hand.sees("give_role_sheet"), "the role is given")


def sign_in_anew(hand: Hand, window: MainWindow, name: str, once: str, own: str) -> None:
    """Leave, and let somebody in who sets a password of their own in place of the one-time one."""
    hand.chord("Ctrl+Shift+Q")
    hand.until(lambda: hand.sees("sign_in_name"), "the sign-in page")
    breathe(300)
    for field, typed in (("sign_in_name", name), ("password", once)):
        hand.fill(field, typed)
    hand.key(Qt.Key.Key_Return)
    hand.dialog("another password is asked for")
    assert not window.at_work
    for field in ("new_password", "new_password_again"):
        hand.fill(field, own)
    hand.key(Qt.Key.Key_Return)
    hand.until(lambda: window.at_work, f"{name} is in")


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
    hand.until(lambda: hand.sees("staff_list"), "who begins with the accounts")
    print(program.window.windowTitle(), hand.sees("practice_mark"))
    hand.built()
    guard, officer = add(hand, "安测试", "an"), add(hand, "陈测试", "chen")
    give(hand, "an", "aqgly")
    sign_in_anew(hand, program.window, "an", guard, "maple-leaf-4")
    hand.until(lambda: hand.sees("staff_list"), "the security administrator sees the accounts")
    hand.built()
    give(hand, "chen", "mj")
    sign_in_anew(hand, program.window, "chen", officer, "plum-tree-7")
    hand.until(lambda: hand.sees("suspended"), "the first of the day sees what it begins with")
    hand.until(lambda: hand.sees("decide"), "and may decide")
    print(words(program.window).count("陈测试") > 0, hand.sees("export_log"))
    program.window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
