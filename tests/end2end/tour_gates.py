"""The gates: starting, signing in and out, setting a station up, locking, and what comes back after it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.services.practice import id_number
from desktop.services.practice_people import NEWCOMERS
from desktop.ui.kit.first_paint import FirstPaint
from tests.end2end.stage import Stage


class Gates(Stage):
    """Comes and goes; nothing that was typed gets lost."""

    def sign_in(self, name: str, password: str, counter: str, *, first: bool = False) -> None:
        hand = self.hand
        if first:
            with hand.step("start the program"):
                hand.watch.pause()  # until it is painted there is no screen that could stand still
                painted: list[None] = []
                FirstPaint(self.window, lambda: painted.append(hand.watch.start()))
                self.program.open()
                self.window.show()
                self.window.activateWindow()
                hand.until(self.window.isActiveWindow, "the window is active")
                hand.until(lambda: bool(painted), "the window is painted")
        with hand.step(f"sign in {name}"):
            hand.until(lambda: hand.sees("practice_clerks"), "the sign-in page has its sample clerks")
            if first:
                self.gallery("sign-in")
                self.set_up_page()
            hand.reach("counter_number")
            hand.chord("Ctrl+A")
            hand.type(counter)
            hand.fill("sign_in_name", name)
            hand.key(Qt.Key.Key_Return)
            hand.fill("password", password)
            hand.key(Qt.Key.Key_Return)
            hand.until(lambda: self.window.at_work, "the desk opens")
            hand.until(lambda: hand.sees("glance") or hand.sees("page"), "the desk is there")
        if first:
            with hand.step("the start of the day"):
                hand.until(
                    lambda: hand.sees("list_due_today"), "the first sign-in shows the start of the day"
                )
                hand.until(lambda: self.label_words("suspended").startswith("今天"), "the day is begun")
                self.gallery("start-of-day")
            with hand.step("desk"):
                hand.chord("F3")
                hand.until(lambda: hand.sees("glance"), "the desk is there")
                self.gallery("desk")

    def set_up_page(self) -> None:
        """Look at the form that sets a real station up, and come back."""
        hand = self.hand
        hand.reach("set_up")
        hand.key(Qt.Key.Key_Return)
        hand.until(lambda: hand.sees("station_code"), "the form for a real station")
        self.gallery("set-up")
        hand.reach("cancel")
        hand.key(Qt.Key.Key_Return)
        hand.until(lambda: hand.sees("practice_clerks"), "the sign-in page is back")

    def settings(self) -> None:
        hand = self.hand
        with hand.step("the settings"):
            self.gallery("settings", lambda: hand.chord("Ctrl+,"))

    def sign_out(self) -> None:
        hand = self.hand
        with hand.step("sign out"):
            hand.chord("Ctrl+Shift+Q")
            hand.until(lambda: not self.window.at_work, "the sign-in page is back")

    def lock(self) -> None:
        hand = self.hand
        with hand.step("lock over a form, and come back to the same place"):
            hand.chord("F3")
            hand.chord("F6")
            hand.until(lambda: hand.sees("registration_form") and hand.sees("arrived_on"), "the form opens")
            hand.fill("id_number", id_number(NEWCOMERS[2][1]))
            hand.fill("name", "演练写到一半")
            hand.chord("Ctrl+L")
            hand.until(lambda: not self.window.at_work, "the screen is locked")
            self.gallery("lock")
            hand.until(lambda: hand.focus_is("password"), "the password is asked")
            hand.type("yanlian-01")
            hand.key(Qt.Key.Key_Return)
            hand.until(lambda: self.window.at_work, "the screen is back")
            hand.built()  # the looks were changed while it was locked
            hand.until(lambda: hand.focus_is("name"), "the cursor is where it was")
            assert self.value("name") == "演练写到一半"

    def draft_comes_back(self) -> None:
        hand = self.hand
        with hand.step("leave a form half way, and take it up again"):
            hand.key(Qt.Key.Key_Escape)
            hand.chord("F3")
            hand.until(lambda: hand.sees("drafts"), "the unfinished form is on the desk")
            self.gallery("desk-at-work")
            hand.reach("drafts")
            hand.key(Qt.Key.Key_Return)
            hand.until(
                lambda: hand.sees("registration_form") and hand.sees("arrived_on"), "the form opens again"
            )
            hand.until(lambda: self.value("name") == "演练写到一半", "what was typed is there")

    def keys(self) -> None:
        hand = self.hand
        with hand.step("all keys on F1"):
            self.gallery("keys", lambda: hand.chord("F1"))
