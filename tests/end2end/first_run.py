"""The first run of a real station, in a process of its own: `python -m tests.end2end.first_run DATA CACHE`.

Sets a station up from the sign-in page by keyboard, signs its administrator in, and prints the window's title.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.app import Program
from desktop.services.ports import Folders, SystemClock
from desktop.ui.kit.scanner import Scanner
from tests.end2end.hand import Hand, KeyTimes

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
}


def words(window: QWidget) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


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
    hand.until(lambda: hand.sees("glance"), "the desk is built")
    print(program.window.windowTitle(), hand.sees("practice_mark"))
    program.window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
