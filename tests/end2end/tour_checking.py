"""A paper that somebody brings is checked, and the keys behind it are looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.services import copy_records
from printing.freezing import thaw
from tests.end2end.stage import Stage

if TYPE_CHECKING:
    from desktop.services.counter import Counter


class Checking(Stage):
    """Scans the signed code of a certificate."""

    def check_paper(self) -> None:
        hand = self.hand
        certificate = self.read(self._certificate)
        with hand.step("scan the code of a paper that somebody brings, and compare what it says"):
            hand.chord("F3")
            hand.scan(certificate.seal.text)
            hand.until(
                lambda: "演练单据" in self.words_on_screen(), "the code is read and its signature holds"
            )
            hand.picture("verify-scanned")
            hand.reach("check_code")
            hand.type(certificate.seal.code)
            hand.reach("name")
            hand.type("李改名")
            hand.chord("Ctrl+Return")
            hand.until(lambda: "已被改动" in self.words_on_screen(), "the altered field is named")
            self.gallery("verify")
        with hand.step("see the keys that papers are signed with"):
            hand.chord("F10")
            hand.until(lambda: hand.sees("seal_key_list"), "the keys are listed")
            self.gallery("seal-keys")

    def _certificate(self, counter: Counter) -> Any:
        [paper] = counter.papers.of_case(self.cases[0])
        row = counter.office.database.link.one(copy_records.DOCUMENT, paper=paper.paper_id)
        assert row is not None
        return thaw(row.document)
