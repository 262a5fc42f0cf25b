"""Applications for a permit: complete, with something missing, resumed, refused."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from desktop.services.practice import sample_photo
from tests.end2end.stage import Stage


class Applying(Stage):
    """Takes applications in."""

    def photo_file(self) -> Path:
        path = self.out / "photo.jpg"
        path.write_bytes(sample_photo())
        return path.resolve()

    def application(self, person: str) -> None:
        hand = self.hand
        self.open_person(person)
        hand.do("apply_for_permit", "F7")
        hand.until(lambda: hand.sees("ground") and hand.sees("photo"), "the application opens")
        hand.until(lambda: hand.sees("material_identity"), "the checklist is there")

    def set_photo(self) -> None:
        hand = self.hand
        hand.fill("photo", str(self.photo_file()))
        hand.key(Qt.Key.Key_Return)
        hand.until(lambda: self.photo_is_set(), "the photo is taken")

    def photo_is_set(self) -> bool:
        return "✓" in "".join(self.label_words("photo_state")) or self.hand.find("remove_photo").isEnabled()

    def apply_accepted(self) -> None:
        hand = self.hand
        with hand.step("take an application that is complete"):
            self.application("曾庆澜")
            self.set_photo()
            hand.do("all_present", "F8")
            hand.until(lambda: "受理" in self.button_words("apply_for_permit"), "it can be accepted")
            self.gallery("application")
            hand.chord("Ctrl+Return")
            self.to_papers("receipt")

    def apply_missing(self) -> None:
        hand = self.hand
        with hand.step("tell once what is missing"):
            self.application("朴永浩")
            hand.until(lambda: "告知书" in self.button_words("apply_for_permit"), "a notice is offered")
            hand.chord("Ctrl+Return")
            self.to_papers("missing-items")

    def resume_by_barcode(self) -> None:
        hand = self.hand
        with hand.step("scan the notice and go on"):
            [paper] = self.read(lambda counter: counter.papers.of_case(self.cases[-1]))
            hand.chord("F3")
            hand.scan(paper.paper_number)
            hand.until(lambda: hand.sees("material_identity"), "the application is back as it was left")
            self.set_photo()
            hand.do("all_present", "F8")
            hand.until(lambda: "受理" in self.button_words("apply_for_permit"), "it is complete now")
            hand.picture("application-resumed")
            hand.chord("Ctrl+Return")
            self.to_papers("receipt-after-notice")

    def apply_refused(self) -> None:
        hand = self.hand
        with hand.step("refuse before half a year, with the clause"):
            self.application("冯一诺")
            hand.do("all_present", "F8")
            hand.until(lambda: "不予受理" in self.button_words("apply_for_permit"), "a refusal is offered")
            hand.picture("application-refused")
            hand.chord("Ctrl+Return")
            hand.dialog("the refusal is asked about")
            hand.picture("refusal-asked")
            hand.key(Qt.Key.Key_Tab)
            hand.key(Qt.Key.Key_Space)
            self.to_papers("refusal")
