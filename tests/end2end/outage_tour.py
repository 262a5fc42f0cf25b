"""An outage: what a clerk sees before, during and after the station's server is away.

`make tour-station` leaves it in OUT (`python -m tests.end2end.outage_tour --out DIR` makes it alone): screens/*.png,
papers/*.pdf as they were printed meanwhile, and outage.json with every step.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.domain.forms import read_person, read_registration
from desktop.folders import default_folders
from desktop.services import copy_records
from desktop.services.counter import Counter
from desktop.services.ports import Folders
from desktop.services.practice import id_number
from desktop.services.practice_people import NEWCOMERS
from printing.freezing import thaw
from tests.end2end.outage_stage import FRIDAY, HERE, OutageStage, Station, a_station
from tests.end2end.paper_check import read_back
from tests.services.outage import rows
from tests.services.simulated_window import key

CLERK, OFFICER = ("wangfang", "yanlian-01"), ("chengang", "yanlian-03")

FILES = "certificate-0.pdf", "certificate-1.pdf", "receipt.pdf"
"""What is printed without the server: the first is made void afterwards, the second applied after all."""
_PDF = "select pdf from paper_copy join paper on paper.id = paper_id where paper_number = :number"


def copies_of(number: str, counter: Counter) -> list[bytes]:
    """The sheets of a paper as the server has them."""
    return [bytes(pdf) for (pdf,) in rows(counter.office.database, _PDF, number=number)]


class Outage(OutageStage):
    """One day: the server goes away at ten and is back at half past two."""

    def __init__(
        self, app: QApplication, folders: Folders, out: Path, station: Station, *, few: bool
    ) -> None:
        super().__init__(app, folders, out, station, few=few)
        self.printed: list[tuple[str, str, str]] = []
        """The number of each paper printed meanwhile, whom it names, and what its code says."""
        self.told_after = 0.0
        """Seconds until the clerk is told that the server is away."""

    def run(self) -> None:
        """Go through it; an AssertionError says where it went wrong."""
        self.clock.go(8, 30)
        self.sign_in(*OFFICER, str(HERE), first=True)
        self.time_passes()
        self.sign_out()
        self.sign_in(*CLERK, str(HERE))
        self.before()
        self.goes_away()
        self.look_up_here()
        self.register_here()
        self.apply_here()
        self.what_waits()
        self.outbox()
        self.elsewhere_meanwhile()
        self.comes_back()
        self.settle()
        self.ended()
        self.after()
        self.papers_say_it()

    # -- before ----------------------------------------------------------------------------------------
    def before(self) -> None:
        hand = self.hand
        with hand.step("before: the server is there, and somebody is served"):
            hand.chord("F3")
            self.told("已连接")
            self.open_person("曾庆澜")
            hand.do("print_entitlements", "F11")
            self.to_papers("entitlements", page="1 / ")
            self.go(9, 55)
            hand.chord("F3")
            hand.until(lambda: hand.sees("glance"), "the desk is there")
            self.read(lambda counter: counter.office.line.tend())  # type: ignore[union-attr]
            self.seen("1-before")

    def goes_away(self) -> None:
        hand = self.hand
        with hand.step("the server goes away"):
            self.go(10, 2)
            began = time.monotonic()
            self.station.way.silent = True
            self.told("连不上本所服务器")
            self.told_after = time.monotonic() - began
            self.seen("2-away")

    # -- during ----------------------------------------------------------------------------------------
    def look_up_here(self) -> None:
        hand = self.hand
        with hand.step("look up from the window's own copy"):
            self.search("zql")
            hand.until(lambda: hand.sees("results"), "the copy has her")
            hand.picture("3-look-up")
            self.open_person("曾庆澜")
            self.seen("3-person")

    def register_here(self) -> None:
        hand = self.hand
        for place, (name, number) in enumerate(NEWCOMERS[:2]):
            with hand.step(f"register a newcomer without the server: {name}"):
                self.search(id_number(number))
                hand.key(Qt.Key.Key_Return)
                hand.until(lambda: hand.focus_is("register_this_person"), "the newcomer is offered")
                hand.key(Qt.Key.Key_Return)
                hand.until(
                    lambda: hand.sees("registration_form") and hand.sees("arrived_on"), "the form opens"
                )
                hand.until(lambda: self.value("id_number") != "", "the number is taken over")
                hand.fill("name", name)
                hand.fill("ethnicity", "01")
                hand.pick("hukou_division", "feixian")
                hand.fill("phone", f"1390000123{place}")
                hand.pick("street", "jfl")
                hand.pick("community", "jfq")
                hand.fill("road", "演练路")
                hand.fill("house_number", f"1{place}")
                hand.fill("lodging", "zl")
                hand.fill("landlord_name", "演练房主")
                hand.fill("reason", "wg")
                hand.fill("arrived_on", self.days_ago(1))
                hand.key(Qt.Key.Key_Tab)
                hand.until(lambda: "这里显示登记期限" not in self.words_on_screen(), "the last day is told")
                if not place:
                    self.seen("4-registration")
                hand.chord("Ctrl+Return")
                self.to_papers(f"4-certificate-{place}")
                self.remember()
            self.save_pdf(f"certificate-{place}.pdf")

    def apply_here(self) -> None:
        hand = self.hand
        with hand.step("take an application without the server"):
            self.application("曾庆澜")
            self.set_photo()
            hand.do("all_present", "F8")
            hand.until(lambda: "受理" in self.button_words("apply_for_permit"), "it can be accepted")
            hand.picture("5-application")
            hand.chord("Ctrl+Return")
            self.to_papers("5-receipt")
            self.remember()
        self.save_pdf("receipt.pdf")

    def what_waits(self) -> None:
        hand = self.hand
        with hand.step("what has to wait says so"):
            self.sign_out()
            self.sign_in(*OFFICER, str(HERE))
            hand.chord("Ctrl+J")
            hand.until(lambda: hand.sees("queue"), "the decider's desk")
            hand.picture("6-desk")
            hand.until(lambda: hand.sees("grant_case"), "a case to decide")
            hand.until(lambda: not hand.find("grant_case").isEnabled(), "nothing is decided now")
            self.seen("6-decision-waits")
            self.sign_out()
            self.sign_in(*CLERK, str(HERE))

    def outbox(self) -> None:
        hand = self.hand
        with hand.step("what was done waits to be sent"):
            self.go(14, 20)
            hand.chord("Ctrl+Shift+U")
            hand.until(lambda: hand.sees("queue"), "the outbox opens")
            hand.until(lambda: len(self.rows("queue")) > 3, "it is read")
            self.seen("7-outbox")

    def elsewhere_meanwhile(self) -> None:
        """The other window serves the same two newcomers, who were sent on."""
        other = self.station.elsewhere
        today = FRIDAY.date()
        for place, (name, number) in enumerate(NEWCOMERS[:2]):
            person = read_person(
                {
                    "id_number": id_number(number),
                    "name": name,
                    "ethnicity": "01",
                    "hukou_division": "371325",
                    "phone": f"1390000123{place}",
                },
                today,
            ).value
            home = read_registration(
                {
                    "division": "370102",
                    "street": "370102001",
                    "community": "370102001002",
                    "road": "别处路",
                    "house_number": f"7{place}",
                    "lodging": "rented",
                    "landlord_name": "演练房主二",
                    "reason": "work",
                    "arrived_on": today.isoformat(),
                    "reported_by": "self",
                },
                (),
                today,
            ).value
            assert person is not None
            assert home is not None
            other.do(lambda p=person, h=home: other.counter.registrations.accept(other.actor, key(), p, h))

    # -- after -----------------------------------------------------------------------------------------
    def comes_back(self) -> None:
        hand = self.hand
        with hand.step("the server is back"):
            self.go(14, 30)
            self.station.way.pause = 0.01
            self.station.way.silent = False
            self.told("服务器已恢复")
            hand.picture("8-sending")
            self.station.way.pause = 0.0
            self.told("要由民警核对", "没有等待上传的")
            hand.until(lambda: not any(row.state == "waiting" for row in self.rows("queue")), "all is sent")
            self.seen("8-sent")

    def settle(self) -> None:
        hand = self.hand
        with hand.step("the officer settles what does not fit"):
            self.sign_out()
            self.sign_in(*OFFICER, str(HERE))
            hand.chord("Ctrl+Shift+U")
            hand.until(lambda: hand.sees("conflicts"), "the review list opens")
            hand.until(lambda: hand.sees("sides"), "both versions are read")
            hand.until(lambda: len(self.rows("conflicts")) == 2, "it has a line a matter")
            self.seen("9-review")
            hand.chord("F8")
            self.told("请填写说明")
            hand.picture("9-note-wanted")
            hand.fill("note", "已电话告知本人，凭证交回")
            hand.chord("F8")
            hand.dialog("it is asked")
            hand.picture("9-void-asked")
            hand.key(Qt.Key.Key_Tab)
            hand.key(Qt.Key.Key_Space)
            self.told("已作废")
            hand.picture("9-void")
            hand.reach("conflicts")
            hand.key(Qt.Key.Key_Home)
            hand.until(
                lambda: hand.sees("conflict_whom") and self.label_words("conflict_whom").endswith("0033"),
                "the other line is read",
            )
            hand.do("apply_conflict", "F6")
            hand.dialog("it is asked")
            hand.picture("9-apply-asked")
            hand.key(Qt.Key.Key_Tab)
            hand.key(Qt.Key.Key_Space)
            self.told("已补办")
            hand.until(lambda: not hand.sees("server_line"), "nothing is left to be told")
            self.seen("9-settled")

    def ended(self) -> None:
        hand = self.hand
        with hand.step("the paper that was printed counts no more, and says so"):
            hand.chord("F3")
            hand.scan(self.printed[0][0])
            self.told("断网时打印的单据", "已作废")
            self.seen("10-ended-paper")
            hand.chord("F3")
            hand.scan(self.printed[0][2])
            hand.until(lambda: hand.sees("check_code"), "the paper's code is read")
            self.told("核对后已作废")
            self.seen("10-ended-code")

    def after(self) -> None:
        hand = self.hand
        with hand.step("after: everything is as if the server had always been there"):
            self.sign_out()
            self.sign_in(*CLERK, str(HERE))
            hand.chord("F3")
            self.told("已连接", "今日已办 3 件")
            self.seen("11-after")

    def papers_say_it(self) -> None:
        """What was printed meanwhile reads back, and is stored once as it was printed, but for what was made void."""
        for place, (number, name, _) in enumerate(self.printed):
            file = self.out / "papers" / FILES[place]
            read_back(file, number, name)
            stored = self.read(partial(copies_of, number))
            assert stored == ([] if place == 0 else [file.read_bytes()])

    # -- inside ----------------------------------------------------------------------------------------
    def remember(self) -> None:
        """Keep the number and the signed code of the paper that was just printed."""

        def ask(counter: Counter) -> tuple[str, Any]:
            [paper] = counter.papers.of_case(self.cases[-1])
            row = counter.office.database.link.one(copy_records.DOCUMENT, paper=paper.paper_id)
            assert row is not None
            return paper.paper_number, thaw(row.document)

        number, document = self.read(ask)
        self.printed.append((number, document.name, document.seal.text))

    def record(self) -> None:
        """Write outage.json."""
        written: Any = [asdict(step) for step in self.hand.steps]
        (self.out / "outage.json").write_text(json.dumps(written, ensure_ascii=False, indent=1), "utf-8")


def main(arguments: list[str]) -> int:
    """Go through an outage into a folder; outage.json is written even where it breaks off."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("out/tour-station"))
    parser.add_argument("--few", action="store_true", help="one picture a screen")
    chosen = parser.parse_args(arguments)
    out: Path = chosen.out
    if out.exists():
        shutil.rmtree(out)
    out.mkdir(parents=True)
    app = QApplication(["residence-counter"])
    with tempfile.TemporaryDirectory(prefix="outage-") as scratch, a_station(Path(scratch)) as station:
        folders = Folders(station.windows[HERE].data, default_folders().cache)
        tour = Outage(app, folders, out, station, few=chosen.few)
        try:
            tour.run()
        finally:
            tour.record()
            tour.window.close()
    print(f"An outage: {len(tour.hand.steps)} steps, told after {tour.told_after:.1f} s. See {out}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
