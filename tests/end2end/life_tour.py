"""A permit's life: one newcomer over three years, from the registration to the certificate that all of it has ended.

`make tour` leaves it in OUT/life (`python -m tests.end2end.life_tour --out DIR` makes it alone): screens/*.png,
papers/*.pdf, and life.json with every step, and every date that was checked beside its article.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from desktop.folders import default_folders
from desktop.services.ports import Folders
from tests.end2end import life_dates as on
from tests.end2end.life_making import Making
from tests.end2end.life_stage import CLERK, NAME, OFFICER
from tests.end2end.life_years import Years
from tests.end2end.paper_check import barcodes_of, words_of

CARDS = ("3-first-card.pdf", "6-second-card.pdf")
SAID = {
    "1-registration-certificate.pdf": (on.REGISTERED,),
    "2-application-receipt.pdf": (on.APPLIED, on.PROMISED.day),
    "3-first-card.pdf": (on.PRODUCED,),
    "4-first-endorsement.pdf": (on.ENDORSED, on.SECOND_OPENS.day, on.SECOND_DUE.day),
    "5-replacement-receipt.pdf": (on.DAMAGED, on.REPLACED_BY.day),
    "6-second-card.pdf": (on.REPLACEMENT_PRODUCED, on.ENDORSED),
    "7-late-endorsement.pdf": (on.ENDORSED_LATE, on.THIRD_OPENS.day, on.THIRD_DUE.day),
    "8-cancellation-certificate.pdf": (on.LEFT, on.REGISTERED),
}
"""Which days each paper has to say."""


class Life(Making, Years):
    """One newcomer over three years; each line is a day, or what somebody does on it."""

    def run(self) -> None:
        """Go through the years; an AssertionError says where it went wrong."""
        self.day(on.REGISTERED, CLERK, first=True)
        self.register()
        self.day(on.APPLIED, CLERK)
        self.apply()
        self.day(on.DECIDED, OFFICER)
        self.decide("decided", on.LEFT_TO_DECIDE)
        self.day(on.PRODUCED, CLERK)
        self.produce("first-card")
        self.first_card()
        self.day(on.HANDED_OVER, CLERK)
        self.hand_over("handed-over")
        self.day(on.ENDORSED, CLERK)
        self.endorse("first-endorsement", late=False)
        self.day(on.DAMAGED, CLERK)
        self.replace()
        self.day(on.REPLACEMENT_DECIDED, OFFICER)
        self.decide("replacement-decided", on.LEFT_TO_REPLACE)
        self.day(on.REPLACEMENT_PRODUCED, CLERK)
        self.produce("second-card")
        self.day(on.REPLACEMENT_HANDED_OVER, CLERK)
        self.hand_over("replacement-handed-over")
        self.day(on.SUSPENDED, CLERK)
        self.suspended()
        self.day(on.ENDORSED_LATE, CLERK)
        self.endorse("late-endorsement", late=True)
        self.day(on.LEFT, CLERK)
        self.leave()
        self.keep_papers()
        self.papers_say_it()

    def papers_say_it(self) -> None:
        """The dates stand on the papers too, and the cards' barcodes are the permits' numbers."""
        for permit, name in zip(self.permits()[::-1], CARDS, strict=True):
            card = self.out / "papers" / f"{permit.serial}.pdf"
            path = card.rename(card.with_name(name))
            assert permit.permit_number in barcodes_of(path)
            assert NAME in words_of(path)
        for name, days in SAID.items():
            words = "".join(words_of(self.out / "papers" / name).split())
            for day in days:
                assert any(one in words for one in _written(day)), f"{name} does not say {day}: {words}"

    def record(self) -> None:
        """Write life.json."""
        written: dict[str, Any] = {
            "steps": [asdict(step) for step in self.hand.steps],
            "dates": self.dates,
        }
        (self.out / "life.json").write_text(json.dumps(written, ensure_ascii=False, indent=1), "utf-8")


def _written(day: date) -> tuple[str, ...]:
    return f"{day.year}年{day.month}月{day.day}日", day.isoformat(), f"{day:%Y.%m.%d}"


def main(arguments: list[str]) -> int:
    """Go through one permit's life into a folder; life.json is written even where it breaks off."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("out/tour/life"))
    out: Path = parser.parse_args(arguments).out
    if out.exists():
        shutil.rmtree(out)
    out.mkdir(parents=True)
    app = QApplication(["residence-counter"])
    with tempfile.TemporaryDirectory(prefix="life-") as data:
        life = Life(app, Folders(Path(data), default_folders().cache), out)
        try:
            life.run()
        finally:
            life.record()
        life.window.close()
    print(
        f"A permit's life: {len(life.hand.steps)} steps, {len(life.dates)} dates as reckoned by hand. See {out}."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
