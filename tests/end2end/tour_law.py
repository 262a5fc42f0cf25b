"""The law looked up: rules of a place and day, staff counted, a term reckoned."""

from __future__ import annotations

from tests.end2end.stage import Stage


class Law(Stage):
    """Asks the rule packs and the calendar."""

    def rules(self) -> None:
        hand = self.hand
        with hand.step("look a time limit up in the rules in force, and what it was before"):
            hand.chord("F12")
            hand.until(lambda: hand.focus_is("rules"), "the rules of the station's place and of today")
            hand.chord("Ctrl+F")
            hand.type("期限")
            hand.until(
                lambda: "申报登记的期限" in self.words_on_screen(), "the first one found is shown in full"
            )
            self.gallery("rules")
            today = self.value("on_date")
            hand.chord("Ctrl+PgUp")
            hand.until(lambda: self.value("on_date") != today, "the rules before")
            hand.picture("rules-before")

    def count_staff(self) -> None:
        hand = self.hand
        with hand.step("count the staff of a community by rules of another place and year"):
            hand.chord("F6")
            hand.pick("division", "zichuan")
            hand.reach("on_date")
            hand.chord("Ctrl+A")
            hand.type("20140501")
            hand.until(lambda: hand.sees("staffing"), "the rules of that place and day name staff")
            hand.chord("F10")
            hand.until(lambda: hand.focus_is("residents"), "the number of residents is asked")
            hand.type("501")
            hand.until(
                lambda: "协管员2名，专职管理员1至3名" in self.words_on_screen(), "the staff is counted"
            )
            self.gallery("staffing")

    def reckon_term(self) -> None:
        hand = self.hand
        with hand.step("reckon a term over the new year, whose days off are not published yet"):
            hand.chord("Ctrl+Shift+D")
            hand.until(lambda: hand.sees("count"), "the calendar opens")
            hand.reach("start")
            hand.chord("Ctrl+A")
            hand.type("20261228")
            hand.fill("count", "10")
            hand.until(lambda: hand.sees("due_estimated"), "the last day is told as an estimate")
            assert "暂估" in self.label_words("due")
            self.gallery("calendar")
