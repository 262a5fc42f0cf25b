"""A locked window is taken over, in a process of its own: `python -m tests.end2end.take_over DATA CACHE [PICTURES]`.

Somebody fills a form in and locks; scans and keys go nowhere; somebody else gives up, then signs in and finds an
empty desk; the first finds the form again at another counter. In every turn of the event loop it is looked whether
a word or a pixel of the first clerk's form is on the screen. Prints what was counted.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QAbstractEventDispatcher, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from sqlalchemy import select

from desktop.models.prepared import Prepared
from desktop.models.tables import JournalEntry
from desktop.services.ports import Folders, SystemClock
from desktop.services.practice import id_number
from desktop.services.practice_people import NEWCOMERS
from desktop.ui.kit.dialog import ask
from tests.end2end.hand import breathe
from tests.end2end.tour_gates import Gates

NAME, NUMBER, ASKED = "演练写到一半", id_number(NEWCOMERS[2][1]), "演练问到一半"
AT_ONCE = 2
"""Turns of the event loop, seen from both its ends: the one in which the lock comes, and its painting."""
TRAIL = Prepared(
    select(JournalEntry.action, JournalEntry.staff_name, JournalEntry.detail).order_by(JournalEntry.at)
)
COLOUR = 0xFFD000D0
"""Of the marks that are put over the form: whatever is seen of the form shows some of it."""


class Eyes:
    """Looks at the whole screen in every turn, from when it is told to."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.turns = self.pictures = self.marked = 0
        self.seen: list[str] = []
        self._blank = self._looking = False
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(self._look)
        dispatcher.aboutToBlock.connect(self._look)

    def watch(self) -> None:
        """Begin: the lock has been told to come."""
        self._looking, self._blank = True, False

    def rest(self) -> None:
        """Look no longer."""
        self._looking = False

    def _look(self) -> None:
        if not self._looking:
            return
        self.turns += 1
        said = words_on_screen()
        self.seen += [secret for secret in (NAME, NUMBER, ASKED) if secret in said]
        if self.marks():
            self.marked += 1
            if self._blank:
                self.seen.append("pixels of the form after the window was blank")
        else:
            self._blank = True

    def marks(self) -> bool:
        """Tell whether the picture that the window system was given shows any of the form."""
        self.pictures += 1
        grabbed = QGuiApplication.primaryScreen().grabWindow(self._window.winId())
        picture = grabbed.toImage().convertToFormat(QImage.Format.Format_RGB32)
        return COLOUR.to_bytes(4, "little") in bytes(picture.constBits())


def words_on_screen() -> str:
    """Everything that any visible widget says, in whatever way."""
    said = [window.title() for window in QGuiApplication.topLevelWindows() if window.isVisible()]
    for widget in QApplication.allWidgets():
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel | QLineEdit):
            said.append(widget.text())
        elif isinstance(widget, QPlainTextEdit):
            said.append(widget.toPlainText())
        elif isinstance(widget, QComboBox):
            said.append(widget.currentText())
        said += [widget.accessibleName(), widget.toolTip()]
    return "\n".join(said)


class TakeOver(Gates):
    """The first clerk, the lock, the second clerk, and the first again."""

    def run(self) -> None:
        hand, window = self.hand, self.window
        eyes = Eyes(window)
        self.sign_in("wangfang", "yanlian-01", "2", first=True)
        hand.chord("F6")
        hand.until(lambda: hand.sees("registration_form") and hand.sees("arrived_on"), "the form opens")
        hand.built()
        hand.fill("id_number", NUMBER)
        hand.fill("name", NAME)
        dialog = ask(window, ASKED, ASKED, name="anything", yes="是", then=lambda: None)
        breathe(50)
        dialog.close()
        breathe(300)
        self.mark()
        hand.until(eyes.marks, "the form is marked")
        window.setFocus()
        hand.find("name").setFocus()
        ask(
            window, ASKED, ASKED, name="anything", yes="是", then=lambda: None
        )  # the lock comes over a question
        breathe(100)
        eyes.watch()
        window.lock()
        hand.until(lambda: hand.sees("password"), "the lock is there")
        window.activateWindow()  # as a window manager does when a dialog goes
        hand.until(lambda: hand.focus_is("password"), "the password is asked")
        breathe(300)
        if len(sys.argv) > 3:
            self.gallery("lock")
        hand.scan(NUMBER)
        breathe(200)
        print("after a scan:", repr(self.value("password")))
        for keys in ("Ctrl+L", "F6", "F3", "F4", "Ctrl+K", "Esc"):
            hand.chord(keys)
        hand.until(lambda: hand.sees("change_clerk"), "Esc leads back to the lock")
        hand.until(lambda: hand.focus_is("password"), "the password is asked again")
        hand.chord("F6")
        hand.chord("F6")
        hand.until(
            lambda: hand.sees("sign_in_name") and hand.sees("practice_clerks"), "the other may sign in"
        )
        if len(sys.argv) > 3:
            self.gallery("take-over")
        hand.until(lambda: hand.focus_is("sign_in_name"), "the name is asked")
        for field, typed in (("sign_in_name", "liqiang"), ("password", "wrong")):
            hand.fill(field, typed)
        hand.key(Qt.Key.Key_Return)
        hand.until(lambda: "密码不对" in words_on_screen(), "a wrong password is told")
        hand.chord("Ctrl+A")
        hand.type("yanlian-02")
        hand.key(Qt.Key.Key_Return)
        hand.key(Qt.Key.Key_Return)
        hand.until(lambda: window.at_work, "the other is in")
        self.day_begins()
        hand.chord("F3")
        hand.until(lambda: hand.sees("glance"), "at an empty desk")
        breathe(500)
        print(
            "the second clerk sees:", "李强" in words_on_screen(), hand.sees("drafts"), self.value("search")
        )
        hand.chord("Ctrl+Shift+Q")
        hand.until(lambda: hand.sees("practice_clerks"), "the sign-in page")
        eyes.rest()
        print(f"{eyes.marked} turns until the window was blank", file=sys.stderr)
        print("blank at once:", eyes.marked <= AT_ONCE)
        print("looked:", eyes.turns > 200, eyes.pictures > 200, "seen:", sorted(set(eyes.seen)))
        self.sign_in("wangfang", "yanlian-01", "3")
        breathe(500)  # around midnight the day's beginning is shown once more
        hand.chord("F3")
        hand.until(lambda: hand.sees("drafts"), "the form is on the desk of another counter")
        hand.reach("drafts")
        hand.key(Qt.Key.Key_Return)
        hand.until(lambda: hand.sees("name") and self.value("name") == NAME, "and as it was")
        hand.built()
        hand.until(lambda: hand.focus_is("name"), "the cursor too")
        print("the form is back:", self.value("id_number") == NUMBER)
        trail = self.read(
            lambda counter: [
                (row.action, row.staff_name, row.detail)
                for row in counter.office.database.link.all(TRAIL)
                if row.action in ("sign_in", "lock", "taken_over", "sign_out", "sign_in_failed")
            ]
        )
        for entry in trail[-7:]:
            print(*entry)
        window.close()

    def mark(self) -> None:
        """Put coloured marks over the whole form, children of its fields' page."""
        form = self.hand.find("registration_form")
        side = max(form.width() // 8, 1)
        for left in range(0, form.width(), side * 2):
            for top in range(0, form.height(), side):
                mark = QWidget(form)
                mark.setStyleSheet("background: #d000d0")
                mark.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
                mark.setGeometry(left, top, side, side // 2)
                mark.show()


def main(data: Path, cache: Path) -> None:
    app = QApplication(["residence-counter"])
    out = Path(sys.argv[3]) if len(sys.argv) > 3 else data / "hand"
    TakeOver(app, Folders(data, cache), SystemClock(), out, gallery=len(sys.argv) > 3).run()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
