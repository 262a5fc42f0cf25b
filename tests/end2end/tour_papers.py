"""Papers: printed again with a reason, told as sheets, kept and read back."""

from __future__ import annotations

import gc
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.end2end.paper_check import read_back
from tests.end2end.stage import Stage, stored_copies


class Papers(Stage):
    """Gives papers out and looks after them."""

    def reprint(self) -> None:
        hand = self.hand
        with hand.step("save the receipt, then reprint it with a reason"):
            self.open_person("曾庆澜")
            hand.do("print_paper", "F10")
            hand.until(lambda: hand.sees("copies") and "1 / 1" in self.words_on_screen(), "its papers open")
            self.gallery("save", lambda: hand.chord("Ctrl+S"))
        self.save_pdf("receipt-saved-by-the-clerk.pdf")
        with hand.step("reprint"):
            hand.do("reprint_paper", "F11")
            hand.dialog("the reason is asked")
            hand.key(Qt.Key.Key_Escape)
            hand.until(lambda: QApplication.activeModalWidget() is None, "the question is gone")
            self.gallery("reprint-reason", lambda: hand.chord("F11"))
            hand.do("reprint_paper", "F11")
            hand.dialog("the reason is asked again")
            hand.reach("reason")
            hand.type("群众遗失")
            hand.key(Qt.Key.Key_Return)
            hand.until(lambda: QApplication.activeModalWidget() is None, "the reason is taken")
            hand.until(lambda: "补打" in self.words_on_screen(), "the reprint is there")
            self.gallery("reprint")
        self.save_pdf("reprint-saved-by-the-clerk.pdf")

    def tell_entitlements(self) -> None:
        hand = self.hand
        with hand.step("tell a resident on paper what the rules entitle to"):
            self.open_person("仇长河")
            hand.do("print_entitlements", "F11")
            self.to_papers("entitlements", page="1 / ")
        self.save_pdf("entitlements-saved-by-the-clerk.pdf")
        with hand.step("the sheet is one of the person's cases"):
            hand.key(Qt.Key.Key_Escape)
            hand.until(lambda: hand.sees("person_page"), "back at the person's page")
            self.gallery("entitlements")

    def assess_hukou(self) -> None:
        hand = self.hand
        with hand.step("assess a hukou transfer by rules that are over, and print the notice"):
            self.open_person("仇长河")
            hand.do("assess_hukou", "Ctrl+H")
            hand.until(lambda: hand.sees("project"), "the form is there")
            hand.do("judge_by_offered_day", "F7")
            hand.until(lambda: "21条途径" in self.words_on_screen(), "every route of the zone is judged")
            hand.fill("dwelling", "titled")
            hand.fill("employment", "unit")
            hand.fill("degree", "master")
            hand.until(lambda: "符合1条途径" in self.words_on_screen(), "a route is met")
            hand.chord("F8")
            hand.until(lambda: hand.focus_is("unfold_talent_2"), "the route that is met has the focus")
            hand.key(Qt.Key.Key_Down)
            hand.key(Qt.Key.Key_Return)
            hand.until(lambda: hand.sees("finding_pension"), "what the next one lacks is said")
            self.gallery("hukou")
            hand.chord("Ctrl+Return")
            self.to_papers("hukou-notice", page="1 / ")

    def keep_papers(self) -> None:
        """Write every stored copy of the day as it was stored, and read each one back."""
        hand = self.hand
        with hand.step("every paper of the day, read back"):
            hand.watch.pause()
            for case_id in self.cases:
                name, copies = self.read(partial(stored_copies, case_id))
                for number, paper_number, pdf in copies:
                    path = hand.keep(f"{paper_number}-{number}.pdf", pdf)
                    read_back(path, paper_number, name)
            gc.collect()  # what reading back has left is no work of the program's
