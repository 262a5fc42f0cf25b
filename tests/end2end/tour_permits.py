"""Permits in the day: a permit's page, cards made and handed over, and the officer who decides."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.end2end.stage import Stage


class Permits(Stage):
    """Looks after permits that are there, makes those that are granted, hands them over, decides."""

    def permit_page(self) -> None:
        hand = self.hand
        with hand.step("a permit's page, and the sheet of an endorsement"):
            self.open_person("龚远山")
            hand.do("open_permit", "Ctrl+P")
            hand.until(lambda: hand.sees("permit_page"), "the permit's page")
            self.gallery("permit")
            hand.do("endorse", "F6")
            hand.until(lambda: hand.focus_is("proof"), "the proof is asked")
            hand.key(Qt.Key.Key_Space)
            hand.until(lambda: hand.find("endorse").isEnabled(), "it can be endorsed")
            self.gallery("endorsement")
            hand.key(Qt.Key.Key_Escape)
            hand.until(lambda: hand.sees("permit_page"), "back at the permit's page")

    def make_card(self) -> None:
        hand = self.hand
        with hand.step("make a permit on a numbered blank"):
            hand.chord("Ctrl+Shift+P")
            hand.until(lambda: hand.sees("waiting"), "what waits to be made")
            self.down_to("waiting", lambda row: row.person_name == "姜白石")
            hand.key(Qt.Key.Key_Space)
            hand.do("reserve", "F6")
            hand.reach("reserved")
            hand.until(lambda: hand.find("turn_card").isEnabled(), "the card is drawn")
            self.gallery("production")
            hand.key(Qt.Key.Key_Space)
            hand.do("made", "F8")
            hand.until(lambda: not self.rows("reserved"), "it is made")

    def hand_card_over(self) -> None:
        hand = self.hand
        with hand.step("hand a permit over to its holder"):
            self.open_person("田一苇")
            hand.do("open_permit", "Ctrl+P")
            hand.until(lambda: hand.sees("permit_page"), "the permit's page")
            hand.built()
            hand.chord("Ctrl+G")
            hand.until(lambda: hand.sees("hand_over_permit"), "the card and whose it is")
            self.gallery("hand-over")
            hand.do("hand_over_permit", "Ctrl+Return")
            hand.until(lambda: "已发放" in self.words_on_screen(), "it is handed over")
            hand.picture("handed-over")

    def decide(self) -> None:
        hand = self.hand
        with hand.step("the officer decides what the clerk took in"):
            hand.chord("Ctrl+J")
            hand.until(lambda: hand.sees("queue"), "the decider's desk")
            self.down_to("queue", lambda row: row.case.person_name == "曾庆澜")
            hand.until(
                lambda: hand.sees("case_name") and self.label_words("case_name") == "曾庆澜",
                "the case is shown",
            )
            self.gallery("decision")
            hand.do("grant_case", "Ctrl+Return")
            hand.until(lambda: "曾庆澜 的办件已审核通过" in self.words_on_screen(), "it is granted")
