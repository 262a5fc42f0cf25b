"""Looking people up, and registering their residence."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.services.practice import id_number
from desktop.services.practice_people import NEWCOMERS
from tests.end2end.stage import Stage


class Registering(Stage):
    """Finds people, registers newcomers, takes moves."""

    def look_up(self) -> None:
        hand = self.hand
        with hand.step("look up by initials"):
            self.search("ljg")
            hand.until(lambda: hand.sees("results"), "two people share their initials")
            self.gallery("found")
        with hand.step("a wrong ID number says which rule it breaks"):
            self.search("370102199001011234")
            hand.until(lambda: "校验码" in self.words_on_screen(), "the rule is named")
            hand.picture("wrong-number")
        with hand.step("the person's page"):
            self.open_person("仇长河")
            self.gallery("person")

    def register_newcomer(self) -> None:
        hand = self.hand
        with hand.step("register a newcomer, from ID number to certificate"):
            self.search(id_number(NEWCOMERS[0][1]))
            hand.key(Qt.Key.Key_Return)
            hand.until(
                lambda: hand.focus_is("register_this_person"), "the newcomer is offered for registration"
            )
            hand.picture("newcomer-offered")
            hand.key(Qt.Key.Key_Return)
            hand.until(lambda: hand.sees("registration_form") and hand.sees("arrived_on"), "the form opens")
            hand.fill("name", NEWCOMERS[0][0])
            hand.fill("ethnicity", "01")
            hand.pick("hukou_division", "feixian")
            hand.fill("phone", "13900001234")
            hand.pick("street", "jfl")
            hand.pick("community", "jfq")
            hand.fill("road", "演练路")
            hand.fill("house_number", "十二号")
            hand.fill("room", "301")
            hand.fill("lodging", "zl")
            hand.fill("landlord_name", "演练房主")
            hand.fill("reason", "wg")
            hand.fill("arrived_on", self.days_ago(1))
            hand.key(Qt.Key.Key_Tab)
            hand.until(
                lambda: "这里显示登记期限" not in self.words_on_screen(), "the last day to register is told"
            )
            self.gallery("registration")
            hand.chord("Ctrl+Return")
            self.to_papers("certificate")
        self.save_pdf("certificate-saved-by-the-clerk.pdf")

    def register_late_with_minor(self) -> None:
        hand = self.hand
        with hand.step("register late, with a minor"):
            hand.chord("F3")
            hand.chord("F6")
            hand.until(lambda: hand.sees("registration_form") and hand.sees("arrived_on"), "the form opens")
            hand.fill("id_number", id_number(NEWCOMERS[1][1]))
            hand.fill("name", "演练𬍛㛃")
            hand.fill("ethnicity", "01")
            hand.pick("hukou_division", "lankao")
            hand.chord("F7")
            hand.until(
                lambda: self.value("road") == "演练路", "the address of the person before is taken over"
            )
            hand.fill("lodging", "zl")
            hand.fill("reason", "wg")
            hand.fill("arrived_on", self.days_ago(30))
            hand.chord("F10")
            hand.until(lambda: hand.sees("minor_name_1"), "a row for the minor")
            hand.fill("minor_name_1", "演练小小")
            hand.fill("minor_sex_1", "2")
            hand.fill("minor_birth_date_1", "2019-06-01")
            hand.fill("minor_relation_1", "n")
            hand.until(lambda: "逾期" in self.words_on_screen(), "lateness is told, not refused")
            hand.picture("registration-late")
            hand.chord("Ctrl+Return")
            self.to_papers("certificate-with-minor")

    def move(self) -> None:
        hand = self.hand
        with hand.step("move somebody who is registered elsewhere"):
            self.open_person("褚卫东")
            hand.do("register_residence", "F6")
            hand.until(
                lambda: hand.sees("comparison") and hand.sees("arrived_on"), "old and new side by side"
            )
            hand.pick("street", "qfs")
            hand.pick("community", "qfs")
            hand.fill("road", "演练新路")
            hand.fill("house_number", "8")
            hand.fill("lodging", "zl")
            hand.fill("reason", "wg")
            hand.fill("arrived_on", self.days_ago(0))
            hand.chord("Ctrl+M")
            self.gallery("move")
            hand.chord("Ctrl+Return")
            self.to_papers("certificate-after-move")
